"""Trigger words: what says that something happened. In: triggers/*.yml. Out: every written form with its sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from marsad.arabic.lines import LineTable, lines_of
from marsad.arabic.normalize import fold
from marsad.arabic.nouns import noun_keys
from marsad.arabic.phrases import PhraseTable, joined
from marsad.arabic.verbs import Form, VerbSpec, forms
from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

FOLDER = Path(__file__).parent / "triggers"
_FIELDS = {
    "id",
    "means",
    "frame",
    "verb",
    "nouns",
    "victims",
    "phrases",
    "words",
    "then",
    "guard",
    "modes",
    "outcome",
    "except",
    "near",
    "not_near",
    "then_names",
    "then_does",
    "far",
    "future",
    "moves",
    "beside",
    "bare",
}
_ARTICLE = "ال"
# What the spoken present begins with, and the letters of he, they and we that it stands before; with that of "she" it
# looks like a noun behind its preposition (بتقدم). A plural shorter than this loses no alef (غزو is a noun).
_SPOKEN, _SPOKEN_FROM, _SHORTEST_SPOKEN = "ب", frozenset("ين"), 5
# Forms of speakers of themselves that are no longer than this are other words as well: آمر سرية.
_TOO_SHORT = 3
# Verbs of these frames take no object, so no pronoun is attached to them.
_INTRANSITIVE = frozenset({"die", "leave", "clash", "protest", "toll_of"})


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """One written form of a trigger. ``pos``: verb, noun, victims, phrase or word."""

    entry: str
    pos: str
    voice: str = ""
    number: str = ""
    gender: str = ""
    person: int = 3
    future: bool = False
    suffix: str = ""
    definite: bool = False
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """One sense: the claim type it names, its frame, and what must stand near it."""

    id: str
    means: str
    frame: str
    guard: str = ""
    modes: bool = False
    outcome: str | None = None
    then: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    then_names: bool = False
    then_does: bool = False
    far: bool = False
    moves: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Triggers:
    """All senses by id, and the table of their forms."""

    entries: dict[str, Trigger]
    table: PhraseTable[TriggerForm]


def load_source() -> dict[str, Any]:
    """The files of triggers/ as one plain structure: entries, and forms by folded phrase."""
    entries: list[dict[str, Any]] = []
    for path in sorted(FOLDER.glob("*.yml")):
        for entry in read_yaml(path):
            _check(path.name, entry)
            entries.append(entry)
    ids = [entry["id"] for entry in entries]
    twice = {name for name in ids if ids.count(name) > 1}
    if twice:
        raise DataError(f"triggers: the id {min(twice)} is used twice; every sense needs its own id")
    found: dict[str, dict[TriggerForm, None]] = {}
    for entry in entries:
        left_out = {fold(str(word)) for word in entry.get("except", ())}
        for phrase, form in _forms_of(entry):
            if phrase in left_out or (form.suffix and not _takes_pronouns(entry, form)):
                continue
            found.setdefault(phrase, {})[form] = None
    plain = [
        {
            key: entry[key]
            for key in (
                "id",
                "means",
                "frame",
                "guard",
                "modes",
                "outcome",
                "then_names",
                "then_does",
                "far",
                "moves",
                "beside",
            )
            if key in entry
        }
        | {key: sorted({fold(str(w)) for w in entry.get(key, ())}) for key in ("then", "near", "not_near")}
        for entry in entries
    ]
    numbers, shapes = {name: number for number, name in enumerate(ids)}, dict[str, int]()
    packed = {
        phrase: " ".join(f"{numbers[form.entry]}.{shapes.setdefault(_shape(form), len(shapes))}" for form in forms)
        for phrase, forms in sorted(found.items())
    }
    words = lines_of((phrase, forms) for phrase, forms in packed.items() if " " not in phrase)
    phrases = {phrase: forms for phrase, forms in packed.items() if " " in phrase}
    return {"entries": plain, "words": words, "phrases": phrases, "shapes": list(shapes)}


def _takes_pronouns(entry: Mapping[str, Any], form: TriggerForm) -> bool:
    """Whether a pronoun may be attached to a form: what is moved is named, and some verbs have no object."""
    bare = entry.get("bare", False) or entry["frame"] in _INTRANSITIVE
    return not entry.get("moves") and not (form.pos == "verb" and bare)


def _check(file: str, entry: dict[str, Any]) -> None:
    unknown = set(entry) - _FIELDS
    if unknown:
        raise DataError(
            f"{file}, entry {entry.get('id')}: the field {min(unknown)} is not known; "
            f"known are {', '.join(sorted(_FIELDS))}"
        )
    for field in ("id", "means", "frame"):
        if not entry.get(field):
            raise DataError(f"{file}, entry {entry.get('id')}: the field {field} is missing")


def _forms_of(entry: dict[str, Any]) -> Iterator[tuple[str, TriggerForm]]:
    name = entry["id"]
    if "verb" in entry:
        perfect, imperfect = entry["verb"]
        plain = forms(VerbSpec(perfect=perfect, imperfect=imperfect))
        guarded = forms(VerbSpec(perfect=perfect, imperfect=imperfect), guarded=True)
        short = [form for form in guarded if _is_short(form)]
        if entry.get("future"):
            plain, short = [form for form in plain if form.aspect == "future"], []
        elif entry["frame"] == "speak":
            own = {fold(form.surface) for form in plain}
            short += [form for form in guarded if _is_mine(form) and fold(form.surface) not in own]
        for form in (*plain, *short):
            told = form.person == 3 or _is_mine(form) or _we(form, speaks=entry["frame"] == "speak")
            if form.pos == "verb" and told:
                yield from _written(fold(form.surface), _verb_form(name, form))
    for pos, field in (("noun", "nouns"), ("victims", "victims")):
        for line in entry.get(field, ()):
            yield from _noun_forms(name, pos, line)
    for phrase in entry.get("phrases", ()):
        yield joined(phrase), TriggerForm(name, "phrase", definite=_ARTICLE in phrase[:3])
    for word in entry.get("words", ()):
        yield joined(word), TriggerForm(name, "word", number="s", definite=word.startswith(_ARTICLE))


def _written(key: str, form: TriggerForm) -> Iterator[tuple[str, TriggerForm]]:
    """A form of a verb as it is written, then as people write who write as they speak: قصفو, بيقصفوا, بنناشد."""
    yield key, form
    if form.suffix or form.future:
        return
    plural = key[:-1] if form.number == "p" and key.endswith("وا") and len(key) >= _SHORTEST_SPOKEN else ""
    if plural:
        yield plural, form
    if form.aspect == "imperfect" and key[0] in _SPOKEN_FROM:
        yield _SPOKEN + key, form
        if plural:
            yield _SPOKEN + plural, form


def _we(form: Form, *, speaks: bool) -> bool:
    """Whether a form is that of speakers of themselves, as in speech that is quoted: نطالب, سنرفض; استهدفنا."""
    told = ("imperfect", "future") if speaks else ("perfect",)
    return form.person == 1 and form.number == "p" and form.aspect in told


def _is_mine(form: Form) -> bool:
    """Whether a form is that of a speaker of himself, in speech that is quoted: أطالب, أناشد."""
    mine = (form.person, form.number, form.suffix) == (1, "s", "") and form.voice != "passive"
    return mine and form.aspect == "imperfect" and len(form.surface) > _TOO_SHORT


def _is_short(form: Form) -> bool:
    """Whether a form is the short one behind لم, without an object: لم يصب."""
    return form.aspect == "jussive" and not form.suffix


def _verb_form(name: str, form: Form) -> TriggerForm:
    return TriggerForm(
        name,
        "verb",
        form.voice,
        form.number or "",
        form.gender or "",
        form.person or 3,
        form.aspect == "future",
        form.suffix,
        False,
        form.aspect or "",
    )


def _noun_forms(name: str, pos: str, line: str) -> Iterator[tuple[str, TriggerForm]]:
    singular, *plurals = [part.strip() for part in line.split("|")]
    for key, number in noun_keys(None if singular == "-" else singular, plurals).items():
        bare = {fold(part) for part in (singular, *plurals)}
        accusative = key.endswith("ا") and key[:-1] in bare  # عدوانا ends like "our"
        suffix = "" if key in bare or accusative else _suffix(key)
        yield key, TriggerForm(name, pos, number=number, suffix=suffix)
        if not suffix:
            yield _ARTICLE + key, TriggerForm(name, pos, number=number, definite=True)


def _suffix(key: str) -> str:
    for suffix in ("هما", "هم", "ها", "هن", "نا"):
        if key.endswith(suffix):
            return suffix
    return "ه" if key.endswith("ه") else ""


def build(source: dict[str, Any]) -> Triggers:
    """The look-ups from the plain structure of :func:`load_source`."""
    entries = {
        entry["id"]: Trigger(
            entry["id"],
            entry["means"],
            entry["frame"],
            entry.get("guard", ""),
            entry.get("modes", False),
            entry.get("outcome"),
            frozenset(entry["then"]),
            frozenset(entry["near"]),
            frozenset(entry["not_near"]),
            entry.get("then_names", False),
            entry.get("then_does", False),
            entry.get("far", False),
            entry.get("moves", ""),
            entry.get("beside", ""),
        )
        for entry in source["entries"]
    }
    shapes = [_of_shape(shape) for shape in source["shapes"]]
    ids = list(entries)

    def forms_of(packed: str) -> list[TriggerForm]:
        """The forms of a phrase, made when a word is first met."""
        pairs = (part.split(".") for part in packed.split(" "))
        return [TriggerForm(ids[int(entry)], *shapes[int(shape)]) for entry, shape in pairs]

    return Triggers(entries, PhraseTable(source["phrases"], forms_of, LineTable(source["words"])))


def _shape(form: TriggerForm) -> str:
    """A form without its entry as a short string; truth values as 1 or nothing."""
    return ",".join("1" if value is True else "" if value is False else str(value) for value in astuple(form)[1:])


def _of_shape(shape: str) -> tuple[str, str, str, str, int, bool, str, bool, str]:
    """What :func:`_shape` made a string of, in the order of the fields."""
    pos, voice, number, gender, person, future, suffix, definite, aspect = shape.split(",")
    return pos, voice, number, gender, int(person), bool(future), suffix, bool(definite), aspect
