"""What a report has told so far: the places and the days that claims without their own take over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from marsad.claims.status import OLD_AFTER_DAYS
from marsad.mentions.chunks import Chunk
from marsad.mentions.times import TimeMention, resolve


@dataclass(slots=True, eq=False)
class Narrative:
    """The places and the time told last, where the time stood, and what the next sentences tell."""

    places: list[Chunk] = field(default_factory=list)
    time: TimeMention | None = None
    days: tuple[str, str] | None = None
    time_sentence: int = 0
    time_paragraph: int = 0
    places_ahead: list[Chunk] = field(default_factory=list)
    time_ahead: TimeMention | None = None
    titles: frozenset[int] = frozenset()
    # The places of the heading of a post, the time of its title, and the line read last.
    headed: list[Chunk] = field(default_factory=list)
    headed_time: TimeMention | None = None
    paragraph: int = -1
    # Whether it is a post, which tells of one thing: its place is that of whatever is told last, no deed alone.
    posted: bool = False
    apart: bool = False
    # Whether the sentence being read opens with a turn to another happening.
    shifts: bool = False
    # Whether it opens with what is so in general.
    now: bool = False
    lead_days: tuple[str, str] | None = None
    lead_sentence: int = 0
    # The days of each time asked for so far, under its identity: claims share their times.
    days_known: dict[int, tuple[TimeMention, tuple[str, str] | None]] = field(default_factory=dict)

    def opens(self, titles: frozenset[int], *, posted: bool) -> frozenset[int]:
        """Begin a report with its titles, which are handed back."""
        self.titles, self.posted = titles, posted
        return titles

    def days_of(self, time: TimeMention, published: date | None) -> tuple[str, str] | None:
        """The days of a time of the report."""
        known = self.days_known.get(id(time))
        if known is None:
            known = self.days_known[id(time)] = (time, resolve(time, published))
        return known[1]

    def told_on(self, published: date | None) -> date | None:
        """The day of the news: that of publication, or that of the lead where it is long before."""
        if published is None or self.lead_days is None:
            return published
        if self.lead_days[1] >= published.isoformat():
            return published
        lead = date.fromisoformat(self.lead_days[1])
        return lead if (published - lead).days >= OLD_AFTER_DAYS else published
