"""The nouns of Marsad. In: nothing. Out: frozen records every other room passes on. May know: nobody.

Promises, tested in tests/test_pipeline.py, with generated text, and tests/test_public_api.py:

* A span counts Unicode code points of the report exactly as received; ``text[start:end]`` are the words.
* Records never change. A better reading is a new record.
* Nothing disappears in silence: what could not be read is an :class:`Issue`.
* A claim is what one source says. A field without words behind it is empty (``None`` or ``()``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, make_dataclass
from datetime import date
from typing import Any, TypeVar

# In the ``because`` of a claim, before the number of the passage that it stands in: events are gathered from passages.
PASSAGE = "passage:"


Record = TypeVar("Record")


def quickly(kind: type[Record]) -> type[Record]:
    """What is called as the class of a record is and makes the same records, for whoever makes them by the hundred.

    The constructor of a frozen dataclass goes through ``object.__setattr__`` for every field, which makes a claim seven
    times as dear. Here a record is filled while it is of a class that can change, and becomes one of its own, frozen
    class when it is full (docs/decisions/0009).
    """

    def close(record: Any) -> None:
        record.__class__ = kind

    kept: list[Any] = [(one.name, one.type, field(default=one.default)) for one in fields(kind)]  # type: ignore[arg-type]
    ends = {"__post_init__": close, "__doc__": kind.__doc__}
    filled: Any = make_dataclass(kind.__name__, kept, namespace=ends, repr=False, eq=False, match_args=False)
    can_change = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), {"__slots__": (), "__init__": filled.__init__, **ends, **can_change})


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a report: ``report.text[start:end] == text``. Offsets are code points, end is exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ActorMention(Span):
    """Who did it or whom it was done to. ``actor`` is a register id, ``name`` its neutral English name."""

    actor: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceAlternative:
    """Another place the words may mean, with its share of belief: the shares of a mention add up to one."""

    place: str
    name: str
    share: float


@dataclass(frozen=True, slots=True)
class PlaceMention(Span):
    """Where. ``precision`` is ACLED's geo_precision (1 exact, 2 near or part of a region, 3 region).

    ``where_prec`` is UCDP's, ``radius_km`` how far the place reaches from its point or how unsure the point is.
    ``basis`` says how the place was found (name, spelling, skeleton, part, parent, between) or why there is none:
    ``unsure`` where no candidate was likely enough, ``unknown`` where no source has the name.
    """

    place: str | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    kind: str | None = None
    precision: int | None = None
    name_ar: str | None = None
    admin2: str | None = None
    pcode: str | None = None
    radius_km: float | None = None
    where_prec: int | None = None
    basis: str | None = None
    alternatives: tuple[PlaceAlternative, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceMention(Span):
    """Who says so. ``source`` is a register id; ``kind`` is agency, network, monitor, official, activists …"""

    source: str | None = None
    name: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class WeaponMention(Span):
    """A weapon or an item of materiel; ``weapon_class`` is a class of the weapons register (tank, mortar, atgm …)."""

    weapon_class: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its bounds; ``high`` is None where the words give no upper bound."""

    low: int
    high: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition of a report, as one source states it. Fields as in docs/reference/codebook.md."""

    id: str
    type: str
    trigger: Span
    agents: tuple[ActorMention, ...] = ()
    targets: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    time: Span | None = None
    date_from: str | None = None
    date_to: str | None = None
    count: Count | None = None
    item: WeaponMention | None = None
    outcome: str | None = None
    weapons: tuple[WeaponMention, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    status: str = "asserted"
    incident: int | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be read as hoped: a stable ``reason`` (snake_case), a sentence, and where it is."""

    reason: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One report as received. ``published`` is the day relative dates count from; None leaves them unresolved."""

    id: str
    text: str
    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one report: claims in the order of their triggers, and the issues met."""

    id: str
    published: date | None
    outlet: str | None
    sha256: str
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Original:
    """What a report was made from, byte for byte, and how it came here. None where that is not known."""

    raw: bytes
    media_type: str
    origin: str
    fetched: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    url: str | None = None
    date_kind: str | None = None
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the report that tells it. ``copy_of`` names the report whose text this one repeats, where known."""

    claim: Claim
    report: str
    outlet: str | None = None
    published: date | None = None
    sha256: str = ""
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided on a claim: *same* or *different* with another one, *accept*, *reject*, *edit*, *comment*.

    ``at`` is an ISO time; of two judgements that cannot both be kept the later one is.
    """

    id: str
    kind: str
    claim: str
    other: str | None = None
    field: str | None = None
    value: str | None = None
    by: str | None = None
    at: str = ""
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one root source said last of a figure: its bounds, the claims, and the earlier claims it took back."""

    root: str
    low: int
    high: int | None
    published: str | None
    claims: tuple[str, ...]
    superseded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """How many of one kind (killed, wounded …) and of whom, over all claims of an event.

    ``low`` and ``high`` are the ends of what is claimed (``high`` None where nobody gives an upper bound); ``selected``
    is what ``rule`` chooses, None where the rule keeps the range.
    """

    kind: str
    whom: str
    low: int
    high: int | None
    selected: int | None
    rule: str
    at_low: tuple[str, ...]
    at_high: tuple[str, ...]
    estimates: tuple[Estimate, ...]
    part_of_all: bool = False


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot both be true: about toll, blame, place, control, or whether it happened."""

    about: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Event:
    """What several claims tell of one happening. It owns nothing that its claims do not support.

    ``standing`` is *claimed*, or *denied*, *planned* where no claim says that it happened. ``grade`` is *confirmed*,
    *fair*, *weak*, *contested* or *discounted*; ``roots`` are the independent sources.
    """

    id: str
    type: str
    types: tuple[str, ...]
    standing: str
    date_from: str | None
    date_to: str | None
    places: tuple[PlaceMention, ...]
    agents: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    roots: tuple[str, ...]
    figures: tuple[Figure, ...]
    contradictions: tuple[Contradiction, ...]
    grade: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An event id that is no more: *merged* or *split* into others, or *gone* with its claims."""

    id: str
    reason: str
    into: tuple[str, ...] = ()
