"""Mode of an attack that its own clause does not tell: from who did it, and from what was told before.

The words of the clause come first (:func:`marsad.claims.modes.settle_type`). What they leave open, the doer tells
(planes, a side that strikes from planes), then the strike that the word points back to, then the rest of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from marsad.arabic.clitics import AND, ARTICLE, WITH
from marsad.claims.draft import Draft
from marsad.claims.guards import Context
from marsad.claims.parties import Parties
from marsad.claims.phrases_after import groups_after
from marsad.claims.scene import Found, Group, Scene
from marsad.claims.who import parties_of
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk

# How many sentences back a definite "the attack" points to its mode.
POINTS_BACK = 4
_REMOTE = frozenset({"airstrike", "shelling"})
_OPEN = frozenset({"attack", "shelling"})
_BOMBARDMENT = frozenset({"shelling.verb", "attack.strike", "attack.hit", "attack.target"})
_FIRED = _BOMBARDMENT | {"shelling.launch", "shelling.launched"}
_LAUNCHED = frozenset({"shelling.launch", "shelling.launched"})
_BY_FIRE = frozenset({"shelling", "shooting"})
_FOUGHT = frozenset({"attack", "clash", "bombing", "suicide_bombing", "shooting", "chemical_attack"})
_ASSAULT = frozenset({"attack.noun", "attack.verb", "attack.aggression"})
_BARE_ATTACKS = _BOMBARDMENT | _ASSAULT
# What a crowd does is a riot.
_VIOLENT = frozenset({"attack", "property_damage"})
_BLOCKS = frozenset({"siege.cut", "siege.close"})
# Types that may turn out to be another.
_UNSETTLED = _OPEN | _VIOLENT | _BY_FIRE | _REMOTE
_BY_REPORT = "rule:mode-by-report"
_TOLD = frozenset({"rule:mode-by-weapon", "rule:mode-by-adjective"})


class ModeOf:
    """Holds the words for aircraft and the sides that strike from the air."""

    def __init__(self, grammar: Grammar, adjectives: Mapping[str, str]) -> None:
        self._aircraft, self._of_the_air = grammar.function["aircraft"], grammar.function["of_the_air"]
        self._forces = grammar.function["air_forces"]
        self._from_the_air = grammar.function["from_the_air"]
        self._bombs_from_the_air = grammar.function["bomb_from_the_air"]
        self._protesters, self._guns = grammar.function["protesters"], grammar.function["guns"]
        self._adjectives = adjectives

    def settle(self, drafts: Sequence[Draft], earlier: Sequence[Draft], context: Context) -> None:
        """Give the open attacks of a sentence the mode that their doers or the strikes before them tell."""
        for at, draft in enumerate(drafts):
            if draft.type not in _UNSETTLED and draft.found.trigger.id not in _BLOCKS:
                continue
            if draft.found.trigger.id in _BLOCKS and any(self._protests(draft, chunk) for chunk in draft.agents):
                draft.type = draft.found.type = "protest"
                draft.note("rule:mode-by-protesters")
            if draft.type in _VIOLENT and any(self._protests(draft, chunk) for chunk in draft.agents):
                draft.type = draft.found.type = "riot"
                draft.note("rule:mode-by-protesters")
            if draft.type == "airstrike" and self._is_shelled(draft):
                draft.type = draft.found.type = "shelling"
                draft.note("rule:mode-of-ground-forces")
            if draft.type in _BY_FIRE and self._flown(draft):
                draft.type = draft.found.type = "airstrike"
                draft.note("rule:mode-by-aircraft")
            if draft.type == "attack" and self._by_guns(draft):
                draft.type = draft.found.type = "shelling"
                draft.note("rule:mode-by-guns")
            if draft.type not in _OPEN or not self._is_open(draft, context):
                continue
            before = [*earlier[-12:], *drafts[:at]]
            mode, why = self._mode(draft, before, context)
            if mode and mode != draft.type:
                draft.type = draft.found.type = mode
                draft.note(why)

    def _flown(self, draft: Draft) -> bool:
        """طائرة أطلقت صاروخين: what planes launch comes from the air, whatever it is."""
        found = draft.found
        if found.trigger.id not in _FIRED or not self._all_fly(draft) or _of_the_raids_behind(draft):
            return False
        if found.form.pos == "noun" and found.trigger.id in _LAUNCHED:
            return all(chunk.first > found.first for chunk in draft.agents)  # غارات بعد إطلاق صواريخ: by others
        return not _TOLD & set(draft.because) or _is_named_here(draft)

    def _by_guns(self, draft: Draft) -> bool:
        """استهدفت المدفعية التركية القرية: what artillery aims at is shelled."""
        infos = draft.scene.line.infos
        return (
            draft.found.trigger.id in _BOMBARDMENT
            and bool(draft.agents)
            and all(infos[chunk.first].rest.removeprefix(ARTICLE) in self._guns for chunk in draft.agents)
        )

    def _is_shelled(self, draft: Draft) -> bool:
        """قصفت قوات النظام: whom the report knows without planes does not fly because all else in it did."""
        if _BY_REPORT not in draft.because or not draft.agents:
            return False
        actors = {actor for chunk in draft.agents for actor in self._actors(draft, chunk)}
        return not any(self._flies(draft, chunk) for chunk in draft.agents) and not actors & self._from_the_air

    def _all_fly(self, draft: Draft) -> bool:
        return bool(draft.agents) and all(self._flies(draft, chunk) for chunk in draft.agents)

    def _is_open(self, draft: Draft, context: Context) -> bool:
        return (
            draft.found.trigger.id in _BARE_ATTACKS
            and not _TOLD & set(draft.because)
            and context.remote_near(draft.scene, draft.found) is None
        )

    def _mode(self, draft: Draft, before: Sequence[Draft], context: Context) -> tuple[str, str]:
        named = draft.found.form.definite or _is_named_here(draft)
        if self._all_fly(draft) and named and not _of_the_raids_behind(draft):
            return "airstrike", "rule:mode-by-aircraft"
        if "rule:agent-of-narrative" in draft.because:
            return self._pointed(draft, before)
        sides = self._from_the_air
        if draft.found.trigger.id == "shelling.verb" and draft.found.form.pos == "noun":
            sides = sides | self._bombs_from_the_air
        flown = self._all_from(draft, sides)
        shelled = (context.ground_only and draft.found.trigger.id == "shelling.verb") or _of_the_raids_behind(draft)
        if flown and draft.found.trigger.id in _BOMBARDMENT and not shelled:
            return "airstrike", "rule:mode-by-doer"
        return self._pointed(draft, before)

    def _all_from(self, draft: Draft, sides: frozenset[str]) -> bool:
        """Whether every doer is one of these sides."""
        return bool(draft.agents) and all(sides & set(self._actors(draft, chunk)) for chunk in draft.agents)

    def _pointed(self, draft: Draft, before: Sequence[Draft]) -> tuple[str, str]:
        """The mode of the strike told last, where the word points back to it or goes on with it."""
        last = next((other for other in reversed(before) if other.type in _REMOTE), None)
        if last is None or draft.scene.line.index - last.scene.line.index > POINTS_BACK:
            return "", ""
        form = draft.found.form
        same = _heads(draft) & _heads(last) or self._all_from(draft, self._from_the_air)
        assault = draft.found.trigger.id in _ASSAULT and not same
        if form.definite and form.pos != "verb" and not assault:
            return last.type, "rule:mode-pointed-back"
        if "rule:agent-carried-on" in draft.because and draft.found.trigger.id == "attack.target":
            return last.type, "rule:mode-carried-on"
        return "", ""

    def _flies(self, draft: Draft, chunk: Chunk) -> bool:
        """Whether a phrase of this report's words names aircraft; جماعات مقاتلة do not fly."""
        infos = draft.scene.line.infos
        if chunk.first < chunk.last and infos[chunk.first + 1].key in self._of_the_air:
            return infos[chunk.first].rest in self._forces
        on_foot = chunk.kind in ("group", "fighters") and infos[chunk.first].rest not in self._aircraft
        return any(
            infos[at].rest.removeprefix(ARTICLE) in self._aircraft
            for at in range(chunk.first, min(chunk.first + (1 if on_foot else 2), chunk.last + 1))
        )

    def _protests(self, draft: Draft, chunk: Chunk) -> bool:
        for info in draft.scene.line.infos[chunk.first : chunk.last + 1]:
            if info.rest.removeprefix(ARTICLE) in self._protesters:
                return True
        return False

    def _actors(self, draft: Draft, chunk: Chunk) -> Iterator[str]:
        yield from chunk.ids
        if chunk.adjective_actor:
            yield chunk.adjective_actor
        for at in {chunk.first, chunk.last}:
            actor = self._adjectives.get(draft.scene.line.infos[at].key)
            if actor:
                yield actor


def _of_the_raids_behind(draft: Draft) -> bool:
    """قصف يومي وغارات للطيران الروسي: whose the raids are that stand between a bombardment and its doer."""
    found = draft.found
    return any(
        other.type == "airstrike" and other.prefix.startswith(AND) and found.last < other.first < chunk.first
        for other in draft.scene.found
        for chunk in draft.agents
        if other is not found
    )


def _heads(draft: Draft) -> set[str]:
    return {chunk.head for chunk in draft.agents}


def _is_named_here(draft: Draft) -> bool:
    """Whether some doer is named in the sentence of the deed."""
    return any(chunk.sentence == draft.scene.line.index for chunk in draft.agents)


def of_its_verb(scene: Scene, found: Found, parties: Parties, adjectives: Mapping[str, str]) -> None:
    """What the verb of a mode adds to its noun: غارات استهدفت X its target, and Y استهدفت بغارات X its doer."""
    if found.verb is None:
        return
    subject = found.first == found.verb.last + 1 and not found.prefix.endswith(WITH)  # استهدفت غارات X
    if subject or found.last < found.verb.first:
        behind = found if found.first > found.verb.first else found.verb
        bare = [group for group in groups_after(scene, behind) if not group.preposition]
        parties.targets = parties.targets or (bare[0].chunks if bare else [])
    else:
        told = parties_of(scene, found.verb, groups_after(scene, found.verb), adjectives)
        bare = [group for group in groups_after(scene, found) if _is_an_object(scene, found, group)]
        parties.targets = parties.targets or told.targets or (bare[0].chunks if bare else [])
        parties.agents = parties.agents or told.agents
    parties.because.append("rule:target-of-its-verb")


def _is_an_object(scene: Scene, found: Found, group: Group) -> bool:
    """Whether a phrase behind the strikes is what the verb before them hit: استهدف بسلسلة ضربات مناطق."""
    head = group.head
    described = head.first == found.last + 1 and head.kind == "other" and not head.inner
    return not group.preposition and not group.by and head.kind != "count" and not described


def of_one_mode(drafts: Sequence[Draft]) -> None:
    """An attack of no told mode in a report all of whose other attacks are of one mode from afar is of that mode."""
    modes = {draft.type for draft in drafts if draft.type in _REMOTE}
    unclear = [draft for draft in drafts if draft.type == "attack" and draft.found.trigger.id in _BOMBARDMENT]
    fought = any(draft.type in _FOUGHT for draft in drafts if not any(draft is other for other in unclear))
    if len(modes) != 1 or fought:
        return
    for draft in unclear:
        draft.type = next(iter(modes))
        draft.note("rule:mode-of-the-report")
