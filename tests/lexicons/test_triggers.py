"""Triggers: one line of the lexicon is found in all its forms, and a word that is mostly something else is not."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from marsad.arabic.phrases import joined
from marsad.errors import DataError
from marsad.lexicons import triggers as lexicon
from marsad.lexicons.triggers import TriggerForm, Triggers, build, load_source


@cache
def triggers() -> Triggers:
    return build(json.loads(json.dumps(load_source())))


def forms(words: str) -> tuple[TriggerForm, ...]:
    """What the table holds for the whole of some words."""
    first, *rest = joined(words).split(" ")
    match = triggers().table.longest(first, rest)
    return match.values if match is not None and match.length == len(rest) + 1 else ()


def types(words: str) -> set[str]:
    return {triggers().entries[form.entry].means for form in forms(words)}


@pytest.mark.parametrize(
    ("words", "event_type"),
    [
        ("اشتباكات", "clash"),
        ("اشتبكوا", "clash"),
        ("اقتحمت", "attack"),
        ("استهدفت", "attack"),
        ("يستهدفون", "attack"),
        ("كمين", "attack"),
        ("تصدوا", "repel"),
        ("أحبطت", "repel"),
        ("قصفت", "shelling"),
        ("سيقصف", "shelling"),
        ("غارات جوية", "airstrike"),
        ("غارتين", "airstrike"),
        ("انفجار", "bombing"),
        ("تفجير انتحاري", "suicide_bombing"),
        ("غاز الكلور", "chemical_attack"),
        ("اغتيل", "assassination"),
        ("الاغتيالات", "assassination"),
        ("مقتل", "killed"),
        ("استشهدوا", "killed"),
        ("القتلى", "killed"),
        ("جرحى", "wounded"),
        ("أسروا", "captured"),
        ("اختطاف", "abducted"),
        ("اعتقلت", "arrested"),
        ("نزوح", "displaced"),
        ("أعطبوا", "equipment_loss"),
        ("سيطرت", "control_gain"),
        ("انسحبوا", "withdrawal"),
        ("حصار", "siege"),
        ("تعزيزات", "mobilize"),
        ("مظاهرات", "protest"),
        ("مفاوضات", "talks"),
        ("هدنة", "agreement"),
        ("رفضت", "reject"),
        ("طالبت", "demand"),
        ("أدانت", "accuse"),
        ("تهدد", "threaten"),
    ],
)
def test_a_form_names_its_type(words: str, event_type: str) -> None:
    assert event_type in types(words)


@pytest.mark.parametrize(
    ("word", "number", "gender", "aspect"),
    [
        ("قصف", "s", "m", "perfect"),
        ("قصفت", "s", "f", "perfect"),
        ("قصفوا", "p", "m", "perfect"),
        ("يقصف", "s", "m", "imperfect"),
        ("يقصفون", "p", "m", "imperfect"),
        ("تقصف", "s", "f", "imperfect"),
        ("سيقصف", "s", "m", "future"),
        ("قُصِفَت", "s", "f", "perfect"),
    ],
)
def test_a_verb_says_number_gender_and_aspect(word: str, number: str, gender: str, aspect: str) -> None:
    found = {(form.number, form.gender, form.aspect) for form in forms(word) if form.pos == "verb"}
    assert (number, gender, aspect) in found


@pytest.mark.parametrize(
    ("word", "voice"), [("اغتال", "active"), ("اغتيل", "passive"), ("أدان", "active"), ("قتل", "both")]
)
def test_a_verb_says_its_voice_where_writing_shows_it(word: str, voice: str) -> None:
    assert voice in {form.voice for form in forms(word) if form.pos == "verb"}


@pytest.mark.parametrize(
    ("word", "number", "definite"),
    [
        ("غارة", "s", False),
        ("الغارة", "s", True),
        ("غارتان", "d", False),
        ("غارتين", "d", False),
        ("الغارات", "p", True),
        ("قتيلين", "d", False),
        ("القتلى", "p", True),
    ],
)
def test_a_noun_says_number_and_article(word: str, number: str, definite: bool) -> None:
    assert {(form.number, form.definite) for form in forms(word) if form.pos != "verb"} == {(number, definite)}


@pytest.mark.parametrize(("word", "suffix"), [("قصفها", "ها"), ("قتلهم", "هم"), ("اغتياله", "ه")])
def test_an_attached_pronoun_is_kept(word: str, suffix: str) -> None:
    assert suffix in {form.suffix for form in forms(word)}


@pytest.mark.parametrize("word", ["انسحبه", "تظاهروه", "اشتبكهم"])
def test_a_verb_without_object_takes_no_pronoun(word: str) -> None:
    assert forms(word) == ()


@pytest.mark.parametrize("word", ["أسرة", "الأسرة", "مدينة", "قال", "رئيس", "الدفاع المدني"])
def test_a_word_that_is_mostly_something_else_is_no_trigger(word: str) -> None:
    assert forms(word) == ()


def test_what_only_the_future_threatens_is_no_trigger_of_a_speaker_in_the_present() -> None:
    assert (types("سيندم"), types("أندم")) == ({"threaten"}, set())


def test_the_dead_are_people_and_not_the_verb_to_kill() -> None:
    assert {form.entry for form in forms("قتلى")} == {"dead"}


def test_every_sense_has_a_form() -> None:
    source = load_source()
    lines = [line.split("=")[1] for text in source["words"].values() for line in text.strip(";").split(";")]
    held = {int(part.split(".")[0]) for packed in (*lines, *source["phrases"].values()) for part in packed.split(" ")}
    assert held == set(range(len(source["entries"])))


def test_packing_a_form_loses_nothing() -> None:
    form = TriggerForm("kill", "verb", "both", "p", "m", 3, True, "هم", False, "future")
    assert TriggerForm("kill", *lexicon._of_shape(lexicon._shape(form))) == form


ENTRY = "- {id: strike, means: attack, frame: strike, nouns: [ضربة | ضربات]}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENTRY + ENTRY, "the id strike is used twice"),
        (ENTRY.replace("means: attack, ", ""), "entry strike: the field means is missing"),
        (ENTRY.replace("frame: strike, ", ""), "entry strike: the field frame is missing"),
        (ENTRY.replace("nouns", "noun"), "entry strike: the field noun is not known"),
    ],
)
def test_a_wrong_entry_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    (tmp_path / "attacks.yml").write_text(text, "utf-8")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=told):
        load_source()


def test_rules_name_only_entries_that_the_lexicon_has() -> None:
    entries = triggers().entries
    families = {entry.split(".")[0] for entry in entries}
    rules = Path(lexicon.__file__).parents[1] / "claims"
    named = {
        name for path in rules.glob("*.py") for name in re.findall(r'"([a-z]+(?:\.[a-z]+)+)"', path.read_text("utf-8"))
    }
    assert {name for name in named if name.split(".")[0] in families} <= set(entries)
