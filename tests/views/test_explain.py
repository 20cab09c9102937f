"""The explanation of a claim: its words marked, its fields, its reasons in words."""

from __future__ import annotations

import pytest

from marsad.records import ActorMention, Claim, Count, Reading, Report, Span
from marsad.views.bidi import ISOLATE
from marsad.views.explain import explanation, find, in_words, marked

TEXT = "خبر أول.\nوقال القائد إن الثوار قتلوا 12 عنصراً.\nخبر آخر."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(words, start, start + len(words))


def actor(words: str, name: str | None) -> ActorMention:
    found = span(words)
    return ActorMention(found.text, found.start, found.end, None, name)


CLAIM = Claim(
    "4f0a",
    "killed",
    span("قتلوا"),
    agents=(actor("الثوار", "Syrian opposition rebels"),),
    targets=(actor("عنصراً", None),),
    count=Count(12, 12, "12", span("12").start, span("12").end),
    because=("lexicon:kill", "rule:subject-before-verb", "cue:denied", "ranker:0.81", "something else"),
)
READING = Reading("r", None, None, "0", (CLAIM,))


@pytest.mark.parametrize(("wanted", "found"), [("1", True), ("4f0a", True), ("2", False), ("0", False), ("x", False)])
def test_a_claim_is_found_by_number_or_id(wanted: str, found: bool) -> None:
    assert (find(READING, wanted) is CLAIM) == found


def test_the_sentence_is_shown_with_its_words_marked() -> None:
    assert marked(TEXT, CLAIM.trigger) == "وقال القائد إن الثوار ⟦قتلوا⟧ 12 عنصراً."


def test_a_long_line_is_cut_between_words() -> None:
    text = "كلمة " * 100 + "قتل" + " كلمة" * 100
    shown = marked(text, Span("قتل", 500, 503))
    assert shown.startswith("…كلمة ")
    assert shown.endswith(" كلمة…")
    assert "⟦قتل⟧" in shown


def test_every_field_is_shown_with_where_it_stands() -> None:
    lines = list(explanation(Report("r", TEXT), CLAIM, isolate=False))
    assert f"  agent     الثوار  [{CLAIM.agents[0].start}:{CLAIM.agents[0].end}]  = Syrian opposition rebels" in lines
    assert "  source    the report itself" in lines
    assert any(line.startswith("  count     12 from 12") for line in lines)
    assert not any(ISOLATE in line for line in lines)


def test_on_a_terminal_arabic_is_isolated() -> None:
    assert any(ISOLATE in line for line in explanation(Report("r", TEXT), CLAIM, isolate=True))


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("lexicon:kill", "the lexicon entry kill names this kind of happening"),
        ("lexicon:speech.say", "the verb of speech say says whose word it is"),
        ("rule:subject-before-verb", "rule: subject before verb"),
        ("cue:denied", "a cue word of the status denied"),
        ("ranker:0.81", "the trained ranker gave this candidate the score 0.81"),
        ("sieve:+0.62", "the trained sieve took the claim back, with the score 0.62"),
        ("linker:agents:+0.71", "the trained linker looked over the agents: put in, with the score 0.71"),
        ("linker:targets:-0.12", "the trained linker looked over the targets: taken out, with the score 0.12"),
        ("incident:+0.88", "the trained joiner put it into an incident told before, with the score 0.88"),
        ("passage:2", "by the rules it stands in passage 2 of the report"),
        ("something else", "something else"),
    ],
)
def test_a_reason_is_said_in_words(reason: str, words: str) -> None:
    assert in_words(reason) == words
