"""The sieve takes claims out and words back by its weights, and says what it took back with its score."""

from __future__ import annotations

from datetime import date

import pytest

from marsad import pipeline
from marsad.arabic.words import split_words
from marsad.claims import rank, sieve
from marsad.claims.draft import Draft
from marsad.claims.sieve import FEATURES, Sieve
from marsad.claims.weights import ONE, templates_of
from marsad.records import Report

# The shelling that people fear is no claim: a doubt says so.
TEXT = (
    "شنت طائرات حربية أمس غارة على سوق في بلدة تل رفعت، وقتل خمسة مدنيين وأصيب عشرة. وتشهد المنطقة اشتباكات بين "
    "الفصائل المعارضة وقوات سوريا الديمقراطية. وقال سكان إنهم فروا خوفا من قصف جديد."
)

KNOWN = pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def drafts_of(text: str, sifts: Sieve | None) -> list[Draft]:
    """The claims of a text by the rules and a sieve."""
    KNOWN.claims.sieve = sifts
    found, _, _ = pipeline.candidates(Report("sample", text, date(2020, 3, 5), None), split_words(text), KNOWN)
    return found


def sieve_of(bias: float, *, back_from: float = 2.0) -> Sieve:
    """A sieve that gives every word the same score."""
    return Sieve(templates_of({}, FEATURES), round(ONE * bias), back_from)


def test_a_sieve_that_decides_nothing_leaves_everything_to_the_rules() -> None:
    told = [(draft.found.first, draft.because) for draft in drafts_of(TEXT, None)]
    assert told
    assert [(draft.found.first, draft.because) for draft in drafts_of(TEXT, sieve_of(0.0))] == told


def test_what_was_dropped_comes_back_with_its_score() -> None:
    rules = {draft.found.first for draft in drafts_of(TEXT, None)}
    found = drafts_of(TEXT, sieve_of(3.0, back_from=0.5))
    back = [draft for draft in found if draft.found.first not in rules]
    assert {draft.found.first for draft in found} >= rules
    assert back
    assert all("sieve:+0.95" in draft.because for draft in back)


def test_what_the_rules_keep_is_not_asked() -> None:
    rules = {draft.found.first for draft in drafts_of(TEXT, None)}
    assert {draft.found.first for draft in drafts_of(TEXT, sieve_of(-3.0, back_from=0.5))} == rules


def test_a_text_of_a_sentence_is_left_to_the_ranker() -> None:
    text = "قتل خمسة مدنيين في قصف على مدينة دوما."
    assert drafts_of(text, None)
    assert len(drafts_of(text, sieve_of(3.0, back_from=0.5))) == len(drafts_of(text, None))


def test_the_weights_of_the_package_know_the_templates_of_the_code() -> None:
    kept = rank.load_source("sieve")
    assert set(kept["weights"]) <= {" ".join(names) for names in sieve.TEMPLATES}
    assert 0 < kept["back_from"] < 1


@pytest.mark.parametrize("text", [TEXT, TEXT * 3])
def test_every_word_has_every_feature(text: str) -> None:
    asked: list[int] = []

    class Asked:
        of_kept = True

        def back(self, found: object, told: list[str]) -> str:
            asked.append(len(told))
            return ""

    KNOWN.claims.sieve = Asked()  # type: ignore[assignment]
    pipeline.candidates(Report("sample", text, date(2020, 3, 5), None), split_words(text), KNOWN)
    assert asked
    assert set(asked) == {len(FEATURES)}
    assert {name for template in sieve.TEMPLATES for name in template} <= set(FEATURES)
