"""The grammar lexicon: nouns, speech, carriers and cues in their written forms, and files that hold only text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from marsad import compiled
from marsad.arabic.normalize import fold
from marsad.lexicons import grammar as lexicon
from marsad.lexicons.grammar import Grammar, NounForm, build, load_source
from marsad.lexicons.load import read_yaml

FOLDER = Path(lexicon.__file__).parent


@cache
def source() -> dict[str, Any]:
    return load_source()


@cache
def grammar() -> Grammar:
    return build(json.loads(json.dumps(source())))


def test_what_is_compiled_is_what_the_files_say() -> None:
    assert compiled.load("grammar") == source(), "run make data"


@pytest.mark.parametrize(
    ("word", "category", "number", "lemma"),
    [
        ("مدنيين", "people", "p", "مدني"),
        ("طفلين", "people", "d", "طفل"),
        ("جنود", "fighters", "p", "جندي"),
        ("كتيبة", "group", "s", "كتيبة"),
        ("متحدث", "office", "s", "متحدث"),
        ("مستشفى", "facility", "s", "مستشفى"),
    ],
)
def test_a_noun_says_what_it_heads_its_number_and_its_singular(
    word: str, category: str, number: str, lemma: str
) -> None:
    assert grammar().nouns.get(fold(word)) == NounForm(category, number, fold(lemma))


@pytest.mark.parametrize("word", ["مديرية", "مسؤولية"])
def test_a_noun_of_its_own_is_not_two_of_another(word: str) -> None:
    assert grammar().nouns.get(fold(word)) is None


@pytest.mark.parametrize(
    ("word", "speech"),
    [("قال", "say"), ("قالت", "say"), ("يقول", "say"), ("ذكرته", "mention"), ("نفى", "deny"), ("زعمت", "claim")],
)
def test_a_verb_of_speech_is_known_in_its_forms(word: str, speech: str) -> None:
    assert grammar().speech_verbs.get(fold(word)) == speech


def test_a_verb_of_speech_that_takes_no_pronoun_has_none() -> None:
    assert grammar().speech_verbs.get(fold("تابعه")) is None


@pytest.mark.parametrize(
    ("word", "kind", "pos"),
    [
        ("شنت", "agent", "verb"),
        ("تنفيذ", "agent", "masdar"),
        ("تعرضت", "undergo", "verb"),
        ("أسفر", "result", "verb"),
        ("اندلعت", "happen", "verb"),
        ("أجبر", "force", "verb"),
    ],
)
def test_a_carrier_says_what_its_subject_is_to_the_happening(word: str, kind: str, pos: str) -> None:
    assert grammar().light_verbs.get(fold(word)) == (kind, pos)


@pytest.mark.parametrize(
    ("noun", "kind"), [("وكالة", "media"), ("ناشطون", "activists"), ("وزير", "official"), ("شهود", "witness")]
)
def test_a_generic_speaker_has_its_kind(noun: str, kind: str) -> None:
    assert grammar().speakers[fold(noun)] == kind


def test_a_cue_of_several_words_is_found_by_its_first() -> None:
    assert ((fold("مؤكدة"),), "rumoured") in grammar().status["rumoured"][fold("غير")]


def test_longer_cues_come_before_shorter_ones() -> None:
    for cues in grammar().status.values():
        for rest in cues.values():
            lengths = [len(following) for following, _ in rest]
            assert lengths == sorted(lengths, reverse=True)


def texts(thing: object) -> Iterator[object]:
    """Every value that stands in a file, however deep."""
    if isinstance(thing, dict):
        for value in thing.values():
            yield from texts(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from texts(value)
    else:
        yield thing


@pytest.mark.parametrize("name", lexicon.FILES)
def test_no_word_of_a_file_is_read_as_anything_but_text(name: str) -> None:
    found = list(texts(read_yaml(FOLDER / f"{name}.yml")))
    assert found
    assert [value for value in found if not isinstance(value, str) or not value.strip()] == []
