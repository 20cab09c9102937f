"""What one report has told so far, for the sentences that come after."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.claims.draft import Draft
from marsad.claims.headed import Heading
from marsad.claims.said_by import Speakers
from marsad.claims.told_so_far import Narrative
from marsad.mentions.chunks import Chunk


@dataclass(slots=True, eq=False)
class Memory:
    """What one report has told so far."""

    narrative: Narrative = field(default_factory=Narrative)
    agents: list[Chunk] = field(default_factory=list)
    targets: list[Chunk] = field(default_factory=list)
    voice: list[Chunk] = field(default_factory=list)
    mode_agents: list[Chunk] = field(default_factory=list)
    mode_type: str = ""
    fliers: list[Chunk] = field(default_factory=list)
    enemies: list[Chunk] = field(default_factory=list)
    victims: list[Chunk] = field(default_factory=list)
    speakers: Speakers = field(default_factory=Speakers)
    drafts: list[Draft] = field(default_factory=list)
    heading: Heading = field(default_factory=Heading)
    air_modes: frozenset[str] = frozenset()
