"""The words that build phrases and scopes: nouns that head a mention, closed-class words, speech, status cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.arabic.normalize import fold
from marsad.arabic.nouns import noun_keys
from marsad.arabic.verbs import VerbSpec, forms
from marsad.lexicons.load import read_yaml

_HERE = Path(__file__).parent
FILES = ("nouns", "function_words", "speech", "light_verbs", "status")
# The lists of nouns.yml by the kind of mention each heads.
_KIND = {"groups": "group", "offices": "office", "facilities": "facility"}
Cues = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class NounForm:
    """One written form of a noun: what it heads (people, fighters, groups …), its number, its singular."""

    category: str
    number: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """Look-ups by folded key; see the YAML files of this room for what each list means."""

    nouns: dict[str, NounForm]
    function: dict[str, frozenset[str]]
    speech_verbs: dict[str, str]
    formulas: frozenset[str]
    carry_on: frozenset[str]
    speakers: dict[str, str]
    speaker_stops: frozenset[str]
    anaphors: frozenset[str]
    light_verbs: dict[str, tuple[str, str]]
    status: dict[str, Cues]
    not_conflict: Cues
    anniversary: frozenset[str]


def load_source() -> dict[str, Any]:
    """The YAML files of this room as one plain structure."""
    return {name: read_yaml(_HERE / f"{name}.yml") for name in FILES}


def _keys(values: Iterable[Any]) -> frozenset[str]:
    return frozenset(fold(str(value)) for value in values)


def _noun_forms(source: dict[str, list[str]]) -> dict[str, NounForm]:
    found: dict[str, NounForm] = {}
    for category, lines in source.items():
        for line in lines:
            singular, *plurals = [part.strip() for part in line.split("|")]
            lemma = fold(plurals[0] if singular == "-" else singular)
            if " " in lemma:
                continue
            for key, number in noun_keys(None if singular == "-" else singular, plurals).items():
                found.setdefault(key, NounForm(_KIND.get(category, category), number, lemma))
    return found


# Speech verbs that take their content as a pronoun: ذكرته, أكدها. Others with one are other words: تابعه, رواه.
_WITH_PRONOUN = frozenset({"say", "mention", "report", "publish", "convey", "confirm", "quote", "document", "announce"})


def _verb_keys(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Keys of a verb with its part of speech, among them those with a pronoun attached."""
    masdar = entry.get("masdar", ())
    spec = VerbSpec(
        perfect=entry["perfect"],
        imperfect=entry["imperfect"],
        masdar=(masdar,) if isinstance(masdar, str) else tuple(masdar),
    )
    for form in forms(spec):
        if form.suffix and "id" in entry and entry["id"] not in _WITH_PRONOUN:
            continue
        if form.pos in ("verb", "masdar"):
            yield fold(form.surface), form.pos


def _speech_verbs(entries: list[dict[str, Any]]) -> dict[str, str]:
    return {key: entry["id"] for entry in entries for key, pos in _verb_keys(entry) if pos == "verb"}


def _light_verbs(source: dict[str, list[dict[str, Any]]]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for kind, entries in source.items():
        for entry in entries:
            for key, pos in _verb_keys(entry):
                found.setdefault(key, (kind, pos))
    return found


def _cues(source: Iterable[Any], label: str) -> Cues:
    """Cue phrases by their first key, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for cue in source:
        keys = tuple(fold(part) for part in str(cue).split())
        by_first.setdefault(keys[0], []).append((keys[1:], label))
    return {first: tuple(sorted(rest, key=lambda item: -len(item[0]))) for first, rest in by_first.items()}


def _speaker_kinds(source: dict[str, list[str]]) -> dict[str, str]:
    return {fold(noun.split()[0]): kind for kind, nouns in source.items() for noun in nouns}


def build(source: dict[str, Any]) -> Grammar:
    """The look-ups from the plain structure of :func:`load_source`."""
    function, speech, status = source["function_words"], source["speech"], source["status"]
    return Grammar(
        nouns=_noun_forms(source["nouns"]),
        function={name: _keys(values) for name, values in function.items()},
        speech_verbs=_speech_verbs(speech["verbs"]),
        formulas=_keys(value for value in speech["formulas"] if " " not in value),
        carry_on=_keys(speech["carry_on"]),
        speakers=_speaker_kinds(speech["speakers"]),
        speaker_stops=_keys(speech["stops"]),
        anaphors=_keys(speech["anaphors"]),
        light_verbs=_light_verbs(source["light_verbs"]),
        status={
            name: _cues(status[name]["after"], name) for name in ("denied", "planned", "rumoured", "background")
        },
        not_conflict=_cues(status["not_conflict"], "not_conflict"),
        anniversary=_keys(status["anniversary"]),
    )
