"""Which sides' vocabulary outlets use, counted: the names that one side alone gives to an actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from marsad import pipeline
from marsad.actors.slant import find_slanted
from marsad.arabic.words import split_words
from marsad.pipeline import Knowledge
from marsad.records import Reading, Report


@dataclass(frozen=True, slots=True)
class Usage:
    """A name of one side in the reports of one outlet: whom it means, how often it stands, in how many reports."""

    outlet: str
    side: str
    actor: str
    name: str
    times: int
    reports: int


def usages(reports: Iterable[Report], known: Knowledge) -> list[Usage]:
    """Every name that betrays a side, by outlet, the most frequent first."""
    times: Counter[tuple[str, str, str, str]] = Counter()
    holding: Counter[tuple[str, str, str, str]] = Counter()
    for report in reports:
        found = Counter(names_of(report, known))
        times.update(found)
        holding.update(found.keys())
    ordered = sorted(times, key=lambda key: (key[0], -times[key], key))
    return [Usage(*key, times[key], holding[key]) for key in ordered]


def names_of(report: Report, known: Knowledge) -> Iterator[tuple[str, str, str, str]]:
    """Outlet, side, actor and folded name of each slanted name of a report, in the order of its words."""
    words = split_words(report.text)
    country = country_of(pipeline.read(report, known))
    published = report.published.isoformat() if report.published else None
    for slanted in find_slanted(words, known.actors, country=country, published=published):
        actor = known.actors.actors[slanted.actor]
        side = f"{slanted.side} ({actor.name})" if slanted.side.startswith("self") else slanted.side
        yield report.outlet or "", side, actor.name, slanted.key


def country_of(reading: Reading) -> str | None:
    """The country that most places of a reading lie in."""
    counts = Counter(place.country for claim in reading.claims for place in claim.places if place.country)
    return counts.most_common(1)[0][0] if counts else None
