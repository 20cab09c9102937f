"""The words that build phrases and scopes: nouns that head a mention, closed-class words, speech, status cues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.arabic.forms import Form
from marsad.arabic.lines import LineTable, lines_of
from marsad.arabic.normalize import fold
from marsad.arabic.nouns import noun_keys
from marsad.arabic.verbs import VerbSpec, forms
from marsad.lexicons.load import read_yaml

_HERE = Path(__file__).parent
FILES = ("nouns", "function_words", "speech", "light_verbs", "status")
# The lists of nouns.yml by the kind of mention each heads.
_KIND = {"groups": "group", "offices": "office", "facilities": "facility"}
# How the word lists of speech.yml are told from those of function_words.yml.
OF_SPEECH = "speech."
Cues = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class NounForm:
    """One written form of a noun: what it heads (people, fighters, groups …), its number, its singular."""

    category: str
    number: str
    lemma: str


class NounTable:
    """Noun forms by key, made when a word is first met."""

    def __init__(self, packed: LineTable) -> None:
        """``packed``: category, number and lemma by key, parted by commas."""
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, key: object) -> bool:
        return key in self._packed

    def get(self, key: str) -> NounForm | None:
        """The form of a key, or None."""
        packed = self._packed.get(key)
        return NounForm(*packed.split(",")) if packed is not None else None


class PairTable:
    """Kind and part of speech by key, unpacked when asked for."""

    def __init__(self, packed: LineTable) -> None:
        """``packed``: two words by key, parted by a comma."""
        self._packed = packed

    def get(self, key: str) -> tuple[str, str] | None:
        """The pair of a key, or None."""
        packed = self._packed.get(key)
        if packed is None:
            return None
        kind, _, pos = packed.partition(",")
        return kind, pos


@dataclass(frozen=True, slots=True)
class Grammar:
    """Look-ups by folded key; see the YAML files of this room for what each list means."""

    nouns: NounTable
    function: dict[str, frozenset[str]]
    speech_verbs: dict[str, str]
    speech_nouns: dict[str, str]
    formulas: frozenset[str]
    carry_on: frozenset[str]
    speakers: dict[str, str]
    anaphors: frozenset[str]
    light_verbs: PairTable
    status: dict[str, Cues]
    not_conflict: Cues

    def speech_words(self) -> dict[str, frozenset[str]]:
        """The lists ``words`` of speech.yml by their names."""
        lists = self.function.items()
        return {name.removeprefix(OF_SPEECH): keys for name, keys in lists if name.startswith(OF_SPEECH)}


def load_source() -> dict[str, Any]:
    """The YAML files of this room as one plain structure, all forms generated."""
    raw = {name: read_yaml(_HERE / f"{name}.yml") for name in FILES}
    speakers = _speaker_kinds(raw["speech"]["speakers"])
    verbs = _speech_verbs(raw["speech"]["verbs"], "verb")
    return {
        "nouns": lines_of(
            (key, f"{form.category},{form.number},{form.lemma}") for key, form in _noun_forms(raw["nouns"]).items()
        ),
        "function": {
            **{name: sorted(_keys(values)) for name, values in raw["function_words"].items()},
            **{f"{OF_SPEECH}{name}": sorted(_keys(values)) for name, values in raw["speech"]["words"].items()},
            "goes_on": sorted(_going_on(raw["light_verbs"])),
        },
        # A station (إذاعة) is written like "announced it".
        "speech_verbs": {key: verb for key, verb in verbs.items() if key not in speakers},
        "speech_nouns": _speech_verbs(raw["speech"]["verbs"], "masdar"),
        "formulas": sorted(_keys(value for value in raw["speech"]["formulas"] if " " not in value)),
        "carry_on": sorted(_keys(raw["speech"]["carry_on"])),
        "speakers": speakers,
        "anaphors": sorted(_keys(raw["speech"]["anaphors"])),
        "light_verbs": lines_of((key, ",".join(pair)) for key, pair in _light_verbs(raw["light_verbs"]).items()),
        "status": {name: raw["status"][name]["after"] for name in ("denied", "planned", "rumoured", "background")},
        "not_conflict": raw["status"]["not_conflict"],
    }


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
                if number in ("d", "p") and key.endswith("يه") and not _may_be_his(category, number, key):
                    continue  # مديرية, مسؤولية are nouns of their own, far oftener than "his two"
                found.setdefault(key, NounForm(_KIND.get(category, category), number, lemma))
    return found


# Of words for people with م, most of them participles, that end in "his" these alone are other words, too.
_OTHER_WORDS = frozenset({"مسووليه", "مسيوليه", "محاميه", "مرضيه"})


def _may_be_his(category: str, number: str, key: str) -> bool:
    """مقاتليه, حلفائه, مرافقيه, طفلتيه: whether "his" people are meant by a word that may be a noun of its own."""
    if number == "d":
        return category == "people" and key.endswith("تيه")  # طفلتيه
    if category == "fighters" or key.endswith("ايه"):
        return True
    return category in ("people", "offices") and key[0] == "م" and key not in _OTHER_WORDS


# Speech verbs that take their content as a pronoun: ذكرته, أكدها. Others with one are other words: تابعه, رواه.
_WITH_PRONOUN = frozenset({"say", "mention", "report", "publish", "convey", "confirm", "quote", "document", "announce"})


# Of these only what a body told, in the feminine, is no other word: كشفته مصادر, رصدته الشبكة; not سجله, كشفها.
_WITH_PRONOUN_OF_BODIES = frozenset({"reveal", "observe", "circulate", "record", "show", "declare", "describe"})


def _by_a_body(verb: str, form: Form) -> bool:
    return verb in _WITH_PRONOUN_OF_BODIES and form.aspect == "perfect" and form.gender == "f" and form.number == "s"


def _verb_keys(entry: dict[str, Any], *, of_others: bool = False) -> Iterator[tuple[str, str]]:
    """Keys of a verb with its part of speech, some with a pronoun attached; ``of_others``: no first person."""
    masdar = entry.get("masdar", ())
    spec = VerbSpec(
        perfect=entry["perfect"],
        imperfect=entry["imperfect"],
        masdar=(masdar,) if isinstance(masdar, str) else tuple(masdar),
    )
    for form in forms(spec):
        if form.suffix and "id" in entry and entry["id"] not in _WITH_PRONOUN and not _by_a_body(entry["id"], form):
            continue
        if form.pos in ("verb", "masdar") and not (of_others and form.person == 1):
            yield fold(form.surface), form.pos


def _speech_verbs(entries: list[dict[str, Any]], pos: str) -> dict[str, str]:
    return {key: entry["id"] for entry in entries for key, found in _verb_keys(entry, of_others=True) if found == pos}


def _light_verbs(source: dict[str, list[dict[str, Any]]]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for kind, entries in source.items():
        for entry in entries:
            for key, pos in _verb_keys(entry):
                found.setdefault(key, (kind, pos))
    return found


def _going_on(source: dict[str, list[dict[str, Any]]]) -> set[str]:
    """Every form of the verbs that say that something is still under way."""
    return {
        key for entries in source.values() for entry in entries if entry.get("goes_on") for key, _ in _verb_keys(entry)
    }


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
    return Grammar(
        nouns=NounTable(LineTable(source["nouns"])),
        function={name: frozenset(values) for name, values in source["function"].items()},
        speech_verbs=source["speech_verbs"],
        speech_nouns=source["speech_nouns"],
        formulas=frozenset(source["formulas"]),
        carry_on=frozenset(source["carry_on"]),
        speakers=source["speakers"],
        anaphors=frozenset(source["anaphors"]),
        light_verbs=PairTable(LineTable(source["light_verbs"])),
        status={name: _cues(values, name) for name, values in source["status"].items()},
        not_conflict=_cues(source["not_conflict"], "not_conflict"),
    )
