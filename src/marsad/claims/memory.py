"""What one report has told so far, for the sentences that come after."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.claims.draft import Draft
from marsad.claims.said_by import Speakers
from marsad.mentions.chunks import Chunk
from marsad.mentions.times import TimeMention


@dataclass(slots=True)
class Memory:
    """What one report has told so far."""

    places: list[Chunk] = field(default_factory=list)
    days: tuple[str, str] | None = None
    time_sentence: int = 0
    time_paragraph: int = 0
    time_ahead: TimeMention | None = None
    ahead: list[Chunk] = field(default_factory=list)
    time: TimeMention | None = None
    agents: list[Chunk] = field(default_factory=list)
    targets: list[Chunk] = field(default_factory=list)
    mode_agents: list[Chunk] = field(default_factory=list)
    fliers: list[Chunk] = field(default_factory=list)
    enemies: list[Chunk] = field(default_factory=list)
    victims: list[Chunk] = field(default_factory=list)
    speakers: Speakers = field(default_factory=Speakers)
    drafts: list[Draft] = field(default_factory=list)
    air_modes: frozenset[str] = frozenset()
