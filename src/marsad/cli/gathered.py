"""What the commands on events share: claims from reports or kept readings, gathered, and narrowed to what is asked."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.errors import SettingError

if TYPE_CHECKING:
    from marsad.events import Gathered, Rules
    from marsad.records import Event, Judgement, Reading, Told, Tombstone
    from marsad.reports import Received


class Toll(StrEnum):
    """Which value of a figure is selected."""

    acled = "acled"
    ucdp = "ucdp"
    airwars = "airwars"


class Shown(StrEnum):
    """How a table is written."""

    table = "table"
    json = "json"


# The rule by which a store selects values of figures.
KEPT_TOLL = "acled"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events of a store are needed: of some days, with claims of some types; all where nothing is said."""

    first: str | None = None
    last: str | None = None
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Events:
    """Everything a view of events needs."""

    gathered: Gathered
    told: list[Told]
    rules: Rules
    texts: dict[str, str]
    tombstones: tuple[Tombstone, ...] = ()

    def between(self, first: str | None, last: str | None) -> tuple[Event, ...]:
        """Events that happened, of the days asked for."""
        return tuple(
            event for event in self.gathered.events
            if (first is None or (event.date_to or "") >= first) and (last is None or (event.date_from or "9") <= last)
        )  # fmt: skip


def gathered_from(
    paths: list[str], *, toll: str = "acled", judgements: Path | None = None, outlets: Path | None = None,
    jobs: int = 1, store: str | None = None, wanted: Asked | None = None,
) -> Events:  # fmt: skip
    """The events of report files, folders, files of kept readings, or of a store.

    Those of a store alone are the ones it keeps, if they are asked for as it keeps them; of these only the ``wanted``
    are loaded. Everything else is gathered in memory.
    """
    if not paths and store is None:
        raise SettingError("expected reports, kept readings or --store, found neither; name what events are made of")
    if store is not None and not paths and toll == KEPT_TOLL and judgements is None and outlets is None:
        return _kept_in(store, wanted or Asked())
    return _in_memory(paths, toll, judgements, outlets, jobs, store)


def _kept_in(address: str, wanted: Asked) -> Events:
    """The events that a store keeps, brought up to date."""
    from marsad import pipeline
    from marsad.cli.gather import renewed
    from marsad.cli.store_option import opened
    from marsad.events import Gathered
    from marsad.store import EventFilter

    known = pipeline.load_knowledge(with_ranker=False)
    rules = pipeline.gathering_rules(known)
    with opened(address) as store:
        renewed(store, rules=rules)
        events = tuple(store.events(EventFilter(since=wanted.first, until=wanted.last), wanted.types))
        claims = [claim for event in events for claim in event.claims]
        gathered = Gathered(events, store.event_roots(claims))
        return Events(gathered, store.told_with(claims), rules, {}, tuple(store.tombstones()))


def _in_memory(
    paths: list[str], toll: str, judgements: Path | None, outlets: Path | None, jobs: int, store: str | None
) -> Events:
    from marsad import pipeline
    from marsad.reports.readings import read_judgements

    known = pipeline.load_knowledge()
    texts: dict[str, str] = {}
    told = pipeline.told(_readings(paths, known, jobs, texts))
    rules = pipeline.gathering_rules(known, leanings(paths, outlets), toll_rule=toll)
    decided = read_judgements(judgements) if judgements else []
    if store is not None:
        kept, decisions = _stored(store)
        told += kept
        decided += decisions
    gathered = pipeline.gather(told, decided, rules)
    for issue in gathered.issues:
        print(f"marsad: {issue.message}", file=sys.stderr)
    return Events(gathered, told, rules, texts)


def _readings(paths: Iterable[str], known: object, jobs: int, texts: dict[str, str]) -> Iterator[Reading]:
    from marsad.cli.notes import Notes
    from marsad.pipeline import Knowledge
    from marsad.reports import receive
    from marsad.reports.readings import holds_readings, read_readings
    from marsad.runs import read_all

    assert isinstance(known, Knowledge)
    notes = Notes()
    for path in paths:
        if holds_readings(Path(path)):
            yield from read_readings(Path(path))
            continue
        for reading in read_all(_kept(receive([path], stdin=sys.stdin.buffer.read), texts), known, jobs=jobs):
            notes.add(reading)
            yield reading
    notes.close()


def _stored(address: str) -> tuple[list[Told], list[Judgement]]:
    """The claims of a store as people have edited them, and what people decided."""
    from marsad.cli.store_option import opened

    with opened(address) as store:
        return list(store.told()), store.decided()


def _kept(received: Iterable[Received], texts: dict[str, str]) -> Iterator[Received]:
    """What is received, its text kept aside: a brief shows claims in their sentences."""
    for one in received:
        if one.report is not None:
            texts[one.report.id] = one.original or one.report.text
        yield one


def leanings(paths: Iterable[str], outlets: Path | None) -> dict[str, str]:
    """Whose side each outlet is on: a table with the columns outlet and leaning, reports.csv where it has them."""
    found: dict[str, str] = {}
    indexes = [Path(path) / "reports.csv" for path in paths] + ([outlets] if outlets else [])
    for index in indexes:
        if not index.is_file():
            if index is outlets:
                raise SettingError(
                    f"--outlets: expected a table with outlet and leaning, found no file {index}; check it"
                )
            continue
        with index.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            found |= {row["outlet"]: row["leaning"] for row in rows if row.get("outlet") and row.get("leaning")}
    return found
