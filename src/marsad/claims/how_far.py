"""How far apart two other places are that two claims name: near, one within the other, or another altogether."""

from __future__ import annotations

import math
from collections.abc import Sequence

from marsad.records import PlaceMention

# From the nearest to the farthest; of several places of two claims the nearest two count.
NEAR, IN_REGION, IN_COUNTRY, UNSURE, CLOSE, APART, ABROAD = (
    "near", "in_region", "in_country", "unsure", "close", "apart", "abroad",
)  # fmt: skip
_ORDER = (NEAR, IN_REGION, IN_COUNTRY, UNSURE, CLOSE, APART, ABROAD)
# One town with its quarters and outskirts; towns that one happening may reach. In kilometres. Origin, 2026-11-26: two
# claims of a report of the pool whose places lie within the first are of one incident in 27 of 100, within the second
# in 22, beyond it in 8.
NEAR_KM, CLOSE_KM = 8.0, 25.0
COUNTRY, REGIONS = "country", frozenset({"governorate", "region"})
# What reports tell apart however near it lies: fire on one town and on the next is two happenings.
SETTLEMENTS = frozenset({"city", "town", "village"})
_KM_A_DEGREE = 111.2


def how_far(one: Sequence[PlaceMention], two: Sequence[PlaceMention]) -> str:
    """How far apart the nearest two of some places are."""
    return _ORDER[min([_between(mine, other) for mine in one for other in two])]


def _between(one: PlaceMention, two: PlaceMention) -> int:
    if one.place is None or two.place is None:
        return _ORDER.index(UNSURE)
    if _holds(one, two) or _holds(two, one):
        return _ORDER.index(IN_COUNTRY if COUNTRY in (one.kind, two.kind) else IN_REGION)
    distance = _km(one, two)
    if distance <= CLOSE_KM and not (one.kind in SETTLEMENTS and two.kind in SETTLEMENTS):
        return _ORDER.index(NEAR if distance <= NEAR_KM else CLOSE)
    return _ORDER.index(APART if one.country == two.country else ABROAD)


def _holds(wide: PlaceMention, other: PlaceMention) -> bool:
    """Whether a country or province has the other place in it."""
    if wide.country != other.country:
        return False
    return wide.kind == COUNTRY or (wide.kind in REGIONS and wide.admin1 is not None and wide.admin1 == other.admin1)


def _km(one: PlaceMention, two: PlaceMention) -> float:
    """The distance on a flat map of the surroundings: near enough where tens of kilometres matter."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return math.inf
    width = (one.lon - two.lon) * math.cos(math.radians((one.lat + two.lat) / 2))
    return _KM_A_DEGREE * math.hypot(width, one.lat - two.lat)
