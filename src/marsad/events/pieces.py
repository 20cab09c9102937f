"""Claims to pieces: what one report tells of one happening, with everything that comparing needs, worked out once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from marsad.events.families import CROWD, GROUND, MOVEMENT, SPEECH, family
from marsad.events.load import bare_words, folded, load_words
from marsad.events.rules import Rules, chain
from marsad.places.answer import PARENT
from marsad.records import PASSAGE, ActorMention, Claim, PlaceMention, Told

# A place larger than this names an area: it holds happenings, it does not locate them.
AREA_KINDS = frozenset({"region", "governorate", "district", "country"})
UNTOLD_DAYS = 2  # news without a day is of the day it is published or of the one before
SHORTEST_WORD = 3
# The reason that the reader gives a toll said to have risen (claims/revised.py).
REVISED = "rule:toll-has-risen"
# The reason that it gives a battle that begins (claims/who_moves.py): part of the fighting, not only a move.
BATTLE_OPENED = "rule:battle-opened"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is compared: ``key`` is its id or its folded words, ``area`` says that it only holds happenings.

    ``votes`` is how many claims name it; ``words`` its own name where no gazetteer has it.
    """

    key: str
    name: str
    votes: int
    lat: float | None
    lon: float | None
    radius_km: float
    area: bool
    admin1: str | None
    holders: frozenset[str]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Claims that are compared as one. Days are ordinals; ``told_days`` says whether words date it.

    ``kinds`` is how many claims are of each family; ``revised`` says that it raises a toll told before;
    ``home`` is the province that its report tells of most, where it names no place itself;
    ``to_come`` that it is planned for no day that is told.
    """

    id: str
    told: tuple[Told, ...]
    reports: frozenset[str]
    groups: frozenset[tuple[str, str | None]]
    published: int | None
    first: int | None
    last: int | None
    told_days: bool
    spots: tuple[Spot, ...]
    types: frozenset[str]
    families: frozenset[str]
    kinds: tuple[tuple[str, int], ...]
    agents: frozenset[str]
    targets: frozenset[str]
    words: frozenset[str]
    tolls: frozenset[tuple[str, int, int | None]]
    weapons: frozenset[str]
    revised: bool = False
    home: str | None = None
    to_come: bool = False


def make_pieces(told: Iterable[Told], rules: Rules, apart: Set[str] = frozenset()) -> list[Piece]:
    """Pieces in the order of their ids: one for each passage of a report, one for each claim in ``apart``."""
    groups: dict[tuple[str, object, str], list[Told]] = defaultdict(list)
    told = list(told)
    homes = _homes(told)
    speaker: dict[tuple[str, object], str] = {}
    crowds = {
        (one.report, passage_of(one.claim)) for one in told
        if family(one.claim.type) == CROWD and one.claim.id not in apart and one.claim.incident is not None
    }  # fmt: skip
    for one in sorted(told, key=lambda one: (one.report, one.claim.trigger.start, one.claim.id)):
        claim = one.claim
        passage = claim.id if claim.id in apart or claim.incident is None else passage_of(claim)
        shelf = _shelf(claim)
        if shelf == SPEECH and (one.report, passage) in crowds:
            shelf = "happening"
        if shelf == SPEECH:
            # One speaker's words in one breath are one happening; who is not named again is the speaker before.
            named = claim.agents[0].actor or folded(claim.agents[0].text) if claim.agents else ""
            speaker[one.report, passage] = named or speaker.get((one.report, passage), "")
            shelf = f"{SPEECH}:{speaker[one.report, passage]}"
        groups[one.report, passage, shelf].append(one)
    found = (make_piece(group, rules, homes.get(group[0].report)) for group in groups.values())
    return sorted(found, key=lambda piece: piece.id)


def passage_of(claim: Claim) -> str | None:
    """The passage of its report that a claim stands in; where nothing tells of one, its incident."""
    for why in claim.because:
        if why.startswith(PASSAGE):
            return why
    return None if claim.incident is None else str(claim.incident)


def _homes(told: Iterable[Told]) -> dict[str, str]:
    """The province that each report tells of most, by its places; of several alike the first by name."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for one in told:
        counted[one.report].update(filter(None, (_province(place) for place in one.claim.places)))
    return {report: min(found, key=lambda name: (-found[name], name)) for report, found in counted.items() if found}


def _province(mention: PlaceMention) -> str | None:
    return f"{mention.country}/{mention.admin1}" if mention.admin1 else None


def _shelf(claim: Claim) -> str:
    """Words about happenings, plans and flight are kept from what happened, whatever the passage they stand in."""
    if family(claim.type) in (SPEECH, MOVEMENT):
        return family(claim.type)
    return "planned" if claim.status == "planned" else "happening"


def _family(claim: Claim) -> str:
    return GROUND if BATTLE_OPENED in claim.because else family(claim.type)


def make_piece(group: Sequence[Told], rules: Rules, home: str | None = None) -> Piece:
    """One piece of these claims; ``home`` is the province of their report."""
    told = tuple(sorted(group, key=lambda one: (one.claim.trigger.start, one.claim.id)))
    claims = [one.claim for one in told]
    published = told[0].published.toordinal() if told[0].published else None
    first, last, told_days = _days(claims, published)
    spots = spots_of(claims, rules)
    return Piece(
        id=min(claim.id for claim in claims), told=told, reports=frozenset(one.report for one in told),
        groups=frozenset((one.report, passage_of(one.claim)) for one in told), published=published,
        first=first, last=last, told_days=told_days, spots=spots,
        types=frozenset(claim.type for claim in claims), families=frozenset(map(_family, claims)),
        kinds=tuple(sorted(Counter(map(_family, claims)).items())),
        agents=_parties((mention for claim in claims for mention in claim.agents), rules),
        targets=_parties((mention for claim in claims for mention in claim.targets), rules),
        words=_words(claims),
        tolls=frozenset((claim.type, claim.count.low, claim.count.high) for claim in claims if claim.count),
        weapons=frozenset(weapon.weapon_class for claim in claims for weapon in claim.weapons if weapon.weapon_class),
        revised=any(REVISED in claim.because for claim in claims), home=None if spots else home,
        to_come=not told_days and all(claim.status == "planned" for claim in claims),
    )  # fmt: skip


def _days(claims: Sequence[Claim], published: int | None) -> tuple[int | None, int | None, bool]:
    """The days that most claims give; without any, the day of the report and the one before."""
    dated = Counter((claim.date_from, claim.date_to or claim.date_from) for claim in claims if claim.date_from)
    days = [(count, ordinal(first), ordinal(last)) for (first, last), count in dated.items() if first and last]
    known = sorted((-count, last - first, first, last) for count, first, last in days if first and last)
    if known:
        return known[0][2], known[0][3], True
    if published is None:
        return None, None, False
    return published - UNTOLD_DAYS + 1, published, False


@lru_cache(maxsize=4096)
def ordinal(day: str) -> int | None:
    """The ordinal of an ISO day; a month or year alone is no day."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def spots_of(claims: Sequence[Claim], rules: Rules) -> tuple[Spot, ...]:
    """The places of claims, each with how many of them name it."""
    found: dict[tuple[str, bool], PlaceMention] = {}
    votes: Counter[tuple[str, bool]] = Counter()
    for claim in claims:
        for place in claim.places:
            key = (place.place or folded(place.text), _is_area(place))
            found.setdefault(key, place)
            votes[key] += 1
    return tuple(_spot(found[key], votes[key], rules) for key in sorted(found))


def _is_area(mention: PlaceMention) -> bool:
    return mention.kind in AREA_KINDS or (mention.precision or 1) >= 3


def _spot(mention: PlaceMention, votes: int, rules: Rules) -> Spot:
    known = rules.places.get(mention.place) if mention.place else None
    holders = set()
    parent = known.parent if known else None
    while parent and parent not in holders:
        holders.add(parent)
        above = rules.places.get(parent)
        parent = above.parent if above else None
    area = _is_area(mention)
    radius = known.radius_m / 1000 if known else 1.0
    return Spot(
        mention.place or folded(mention.text), mention.name or mention.text, votes, mention.lat, mention.lon, radius,
        area, _province(mention), frozenset(holders), _unknown(mention),
    )  # fmt: skip


def _unknown(mention: PlaceMention) -> str:
    """The folded words of a name that no gazetteer has, where they are more than one word for a kind of place."""
    words = folded(mention.text)
    return words if (mention.place is None or mention.basis == PARENT) and " " in words else ""


def _parties(mentions: Iterable[ActorMention], rules: Rules) -> frozenset[str]:
    return frozenset(actor for mention in mentions if mention.actor for actor in chain(mention.actor, rules)[:1])


def _words(claims: Sequence[Claim]) -> frozenset[str]:
    """Words that may tell one happening from another: whom it hit, what was hit, who did it, unplaced names."""
    common = load_words().common
    texts = [mention.text for claim in claims for mention in (*claim.targets, *claim.agents)]
    texts += [claim.item.text for claim in claims if claim.item]
    texts += [place.text for claim in claims for place in claim.places if place.place is None]
    found = {word for text in texts for word in bare_words(text)}
    return frozenset(word for word in found if len(word) >= SHORTEST_WORD and word not in common)


def united(one: Piece, other: Piece) -> Piece:
    """Both as one piece; its days are those both allow, where they allow any in common."""
    first, last = _common_days(one, other)
    spots: dict[tuple[str, bool], Spot] = {(spot.key, spot.area): spot for spot in one.spots}
    for spot in other.spots:
        known = spots.get((spot.key, spot.area))
        spots[spot.key, spot.area] = replace(spot, votes=spot.votes + known.votes) if known else spot
    return Piece(
        id=min(one.id, other.id), told=(*one.told, *other.told), reports=one.reports | other.reports,
        groups=one.groups | other.groups, published=_least(one.published, other.published), first=first, last=last,
        told_days=one.told_days or other.told_days, spots=tuple(spots[key] for key in sorted(spots)),
        types=one.types | other.types, families=one.families | other.families,
        kinds=tuple(sorted((Counter(dict(one.kinds)) + Counter(dict(other.kinds))).items())),
        agents=one.agents | other.agents,
        targets=one.targets | other.targets, words=one.words | other.words, tolls=one.tolls | other.tolls,
        weapons=one.weapons | other.weapons, revised=one.revised or other.revised,
        home=one.home if one.home == other.home else None, to_come=one.to_come and other.to_come,
    )  # fmt: skip


def _common_days(one: Piece, other: Piece) -> tuple[int | None, int | None]:
    if one.told_days != other.told_days:
        dated = one if one.told_days else other
        return dated.first, dated.last
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return (one.first, one.last) if one.first is not None else (other.first, other.last)
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first <= last:
        return first, last
    # A toll told a day later belongs to the day of the happening: the earlier of the two.
    return min((one.first, one.last), (other.first, other.last))


def _least(one: int | None, other: int | None) -> int | None:
    known = [value for value in (one, other) if value is not None]
    return min(known) if known else None
