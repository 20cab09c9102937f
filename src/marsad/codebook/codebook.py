"""The codebook at run time: types with their labels, and who may fill which role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# The parts of the codebook that are plain names with labels.
NAMED_PARTS = ("roles", "statuses", "outcomes", "count_kinds")


@dataclass(frozen=True, slots=True)
class Label:
    """A name in English and in Arabic."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One claim type, with its equivalents in ACLED (type, sub-event), PLOVER (event, mode) and CAMEO (root code)."""

    id: str
    label: Label
    covers: str
    roles: tuple[str, ...]
    required: tuple[str, ...]
    confusions: tuple[str, ...]
    acled: tuple[str | None, str | None]
    ucdp: str
    plover: tuple[str | None, str | None]
    cameo: str | None
    casualty: bool
    counts: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """All types by id, and the labels of roles, statuses, outcomes and kinds of counts."""

    types: dict[str, EventType]
    roles: dict[str, Label]
    statuses: dict[str, Label]
    outcomes: dict[str, Label]
    count_kinds: dict[str, Label]


def build(source: dict[str, Any]) -> Codebook:
    """The codebook from the plain structure of :func:`marsad.codebook.load.load_source`."""
    named = {part: {entry["id"]: Label(**entry["label"]) for entry in source[part]} for part in NAMED_PARTS}
    return Codebook(types={entry["id"]: _type(entry) for entry in source["types"]}, **named)


def _type(entry: dict[str, Any]) -> EventType:
    return EventType(
        id=entry["id"], label=Label(**entry["label"]), covers=entry["covers"], roles=tuple(entry["roles"]),
        required=tuple(entry["required"]), confusions=tuple(entry["confusions"]),
        acled=(entry["acled"]["event_type"], entry["acled"]["sub_event"]), ucdp=entry["ucdp"],
        plover=(entry["plover"]["event"], entry["plover"]["mode"]), cameo=entry["cameo"], casualty=entry["casualty"],
        counts=entry["counts"], example=entry["example"],
    )  # fmt: skip
