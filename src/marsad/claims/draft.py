"""A claim in the making: mutable, in words and chunks; :mod:`marsad.claims.build` turns it into a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.claims.parties import Parties
from marsad.claims.scene import Found, Scene
from marsad.claims.toll import Toll
from marsad.mentions.chunks import Chunk
from marsad.mentions.times import TimeMention

# The reason of a place that only the name of a side gives: it places no other claim.
SIDE = "rule:place-of-the-side"
# The reason of a place that only the sentences before give.
INHERITED = "rule:place-of-narrative"


@dataclass(slots=True, eq=False)
class Draft:
    """Everything read about one claim so far."""

    scene: Scene
    found: Found
    type: str
    parties: Parties
    toll: Toll
    agents: list[Chunk] = field(default_factory=list)
    targets: list[Chunk] = field(default_factory=list)
    places: list[Chunk] = field(default_factory=list)
    own_places: list[Chunk] = field(default_factory=list)
    time: TimeMention | None = None
    dates: tuple[str, str] | None = None
    weapons: list[Chunk] = field(default_factory=list)
    sources: list[Chunk] = field(default_factory=list)
    item: Chunk | None = None
    outcome: str | None = None
    status: str = "asserted"
    passage: int = 0
    incident: int = 0
    because: list[str] = field(default_factory=list)

    def note(self, why: str) -> None:
        """Add a reason once."""
        if why and why not in self.because:
            self.because.append(why)

    def places_differ(self, places: list[Chunk]) -> bool:
        """Whether this claim stands at other places than these (unknown places differ from nothing)."""
        if not places or not self.places:
            return False
        heads = {place.head.removeprefix("ال") for place in places}
        for place in self.places:
            if place.head.removeprefix("ال") in heads:
                return False
        return True
