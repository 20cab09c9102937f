"""What a report is about, before its sentences are read: whether it tells of conflict, and from the air alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from marsad.claims.guards import Context
from marsad.claims.passages import POLITICS
from marsad.claims.scene import Scene
from marsad.claims.topic import Topic


class WeaponEntry(Protocol):
    """What the context needs of a weapon."""

    role: str
    remote: str | None


class Weapons(Protocol):
    """The weapons lexicon."""

    @property
    def entries(self) -> dict[str, WeaponEntry]:
        """Entries by id."""
        ...


@dataclass(frozen=True, slots=True)
class Background:
    """What the context of every report takes from the registers: adjectives of nations, wide places, armed groups."""

    adjectives: frozenset[str]
    wide: frozenset[str]
    weapon_remote: dict[str, str | None]
    weapon_role: dict[str, str]
    armed: frozenset[str] = frozenset()


def make_background(
    weapons: object, adjectives: Iterable[str], wide: frozenset[str], armed: Iterable[str] = ()
) -> Background:
    """The background of all reports, made once."""
    entries: dict[str, WeaponEntry] = weapons.entries  # type: ignore[attr-defined]
    return Background(
        frozenset(adjectives),
        wide,
        {name: entry.remote for name, entry in entries.items()},
        {name: entry.role for name, entry in entries.items()},
        frozenset(armed),
    )


def make_context(
    background: Background, published: date | None, outlet: str | None, *, posted: bool = False
) -> Context:
    """The context of a report; whether it is one of conflict is settled after its triggers are found."""
    return Context(
        outlet=bool(outlet),
        posted=posted,
        adjectives=background.adjectives,
        wide=background.wide,
        published=published.isoformat() if published else None,
        weapon_remote=background.weapon_remote,
        weapon_role=background.weapon_role,
        armed=background.armed,
    )


# Types that make a report one of conflict, with their weight. Origin of weights and bounds, 2026-11-25: of the pool's
# 830 conflict reports 20 miss the bounds (short notes on single deaths), of its 129 clean negatives 5 pass them.
_WEIGHT = {
    "clash": 2, "airstrike": 2, "shelling": 2, "suicide_bombing": 2, "bombing": 1, "attack": 1, "shooting": 2,
    "killed": 1, "assassination": 1, "abducted": 1, "captured": 2, "control_gain": 1, "siege": 1, "wounded": 1,
    "repel": 1, "protest": 1, "riot": 2,
}  # fmt: skip
# What speaks of a war where little of it is told: ceasefires, hostages, armed groups by their names. Each counts twice
# at most. Origin, 2026-11-26: eight more reports of the pool are of conflict by it, one of them a clean negative.
_OF_WAR = {"agreement.ceasefire": 2, "hostages": 1}
MOST_TIMES = 2
# What is said of any war, also where none is reported: كلهم يقاتلون.
_OF_ANY_WAR = frozenset({"clash.struggle"})
LEAST_SCORE, LEAST_PER_100_WORDS = 3, 1.3
# A report of protest, where nobody was hurt: so many sentences and one in so many tell of it. Origin, 2026-11-26: of
# 129 clean negatives one has as many, and it tells of protests.
LEAST_PROTESTING, LEAST_SHARE_PROTESTING = 4, 4
# Politics that are news by themselves: of people, and by words of a war (a truce, a convoy of aid, a warning to leave).
OF_PEOPLE = frozenset({"protest", "released"})
OF_WAR = frozenset({"agreement.truce", "agreement.ceasefire", "aid.convoy", "threaten.notice", "demand.upon.you"})
# How much a post on sport may seem to tell of a war by its words: هجوم كاسح, معركة حقيقية.
MOST_ELSEWHERE = 4
_SIDES = frozenset({"actor", "fighters", "group"})
# So short a text gives its claims no report around them: the ranker decides on each (docs/decisions/0002).
ALONE_SENTENCES, ALONE_WORDS = 2, 90
SHORT_WORDS, LEAST_SCORE_SHORT = 80, 2


def settle(context: Context, scenes: Sequence[Scene], off_topic: int, topic: Topic | None = None) -> None:
    """Whether the report is one of conflict and whether all its fire comes from the air; from its raw triggers.

    ``topic`` looks over reports that are no posts and no short texts.
    """
    score = protesting = 0
    air = ground = False
    for scene in scenes:
        protests = False
        for found in scene.found:
            protests = protests or found.type == "protest"
            if found.trigger.id in _OF_ANY_WAR:
                continue
            if not found.trigger.guard or found.trigger.guard in ("air_raid", "control", "repel"):
                score += 2 if found.trigger.id in ("kill", "martyred") else _WEIGHT.get(found.type, 0)
            air = air or found.type == "airstrike"
        protesting += protests
        for _, weapon in scene.armed():
            modes = {context.weapon_remote.get(name) for name in weapon.ids}
            air = air or "airstrike" in modes
            ground = ground or "shelling" in modes
            score += bool(modes - {None})
    context.off_topic = off_topic > 0
    context.score, context.sentences = score - 2 * off_topic, len(scenes)
    size = sum(scene.line.last - scene.line.first for scene in scenes)
    least = LEAST_SCORE_SHORT if size <= SHORT_WORDS else max(LEAST_SCORE, LEAST_PER_100_WORDS * size / 100)
    if score < least:
        score += _named_of_war(scenes, context)
    of_protest = protesting >= LEAST_PROTESTING and LEAST_SHARE_PROTESTING * protesting >= len(scenes)
    context.conflict = (score >= least or of_protest) and score > 2 * off_topic
    short = size <= ALONE_WORDS
    accident = off_topic > 0 and context.score <= 0
    context.alone = not context.posted and short and len(scenes) <= ALONE_SENTENCES and not accident
    if short and not context.alone:
        context.conflict = (not off_topic or context.score > 0) and _tells_of_war(scenes, context)
    elif topic is not None and not short and not context.posted:
        _look_over(context, topic.score(scenes, context.armed), topic)
    context.air_only, context.ground_only = air and not ground, ground and not air


def _look_over(context: Context, likely: float, topic: Topic) -> None:
    """Take a report for one of conflict or for none by what its words make likely, where that is plain."""
    if not context.conflict:
        context.conflict = likely >= topic.sure and context.score >= 0 and not context.off_topic
    elif likely < topic.least:
        context.conflict, context.unlike = False, likely


def _tells_of_war(scenes: Sequence[Scene], context: Context) -> bool:
    """Whether a short text is one of conflict: by a deed, or by politics of a party, and not on sport, weather, prices.

    Out of posts the party is one of those that bear arms.
    """
    others = context.words["of_other_matters"]
    if context.score < LEAST_SCORE_SHORT:
        others = others | context.words["of_weather_and_prices"]
    if context.score <= MOST_ELSEWHERE and any(_has(scene, others) for scene in scenes):
        return False
    told = [one for scene in scenes for one in scene.found if one.trigger.id not in _OF_ANY_WAR]
    if any(one.type not in POLITICS or one.type in OF_PEOPLE or one.trigger.id in OF_WAR for one in told):
        return True
    sides = [chunk for scene in scenes for chunk in scene.chunks if chunk.kind in _SIDES]
    return any(context.posted or not context.armed.isdisjoint(chunk.ids) for chunk in sides)


def _has(scene: Scene, words: frozenset[str]) -> bool:
    return scene.has_any(words) and any(key in words for key in scene.line.keys[scene.line.first : scene.line.last])


def _named_of_war(scenes: Sequence[Scene], context: Context) -> int:
    """What ceasefires, hostages and armed groups that are named add to the score of a report."""
    told = Counter(found.trigger.id for scene in scenes for found in scene.found)
    groups = sum(
        chunk.kind == "actor" and not context.armed.isdisjoint(chunk.ids) for scene in scenes for chunk in scene.chunks
    )
    groups = min(groups, MOST_TIMES) if groups > 1 else 0  # one group named in passing is no war
    return groups + sum(weight * min(told[name], MOST_TIMES) for name, weight in _OF_WAR.items())
