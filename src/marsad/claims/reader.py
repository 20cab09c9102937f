"""From the sentences of a report to its draft claims: one pass, each sentence seeing what came before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from marsad.claims import where
from marsad.claims.anaphora import resolve_actor_anaphors
from marsad.claims.context import settle
from marsad.claims.draft import SIDE, Draft
from marsad.claims.guards import Context
from marsad.claims.incident import assign
from marsad.claims.links import (
    MODES,
    RESULTS,
    antecedent,
    beaten_off,
    blamed_for_their_deeds,
    carried_by,
    hit_by,
    joined_deed,
    leads_to,
    lost_before,
    others_of_them,
    places_ahead,
    sentence_subject,
    sides_of_the_attack,
    time_ahead,
    within_speech,
)
from marsad.claims.rank import Ranker
from marsad.claims.repeats import YEAR_DAYS, without_repeats
from marsad.claims.said_by import SaidBy, Scope, Speakers, speakers_at
from marsad.claims.scene import Found, Group, Scene, groups_after
from marsad.claims.status import CONTENT_OF, KEPT_AS_PLAN, OLD_AFTER_DAYS, Status, opens_with
from marsad.claims.toll import Toll, joint, tolls_of
from marsad.claims.weapons import RESULTS as HURT
from marsad.claims.weapons import share_weapons, weapons_of
from marsad.claims.what import find_triggers, keep
from marsad.claims.when import dates_the_speech, goes_on, time_of
from marsad.claims.who import Parties, ownerless, parties_of
from marsad.lexicons.grammar import Grammar
from marsad.lexicons.triggers import Triggers
from marsad.mentions.chunks import Chunk
from marsad.mentions.times import TimeMention, resolve

# Types that last or are settled over time: the day of the deed before does not date them.
_LASTING = frozenset({"siege", "agreement", "talks", "aid", "withdrawal"})
# Sentences for which a time goes on to hold (dev gold, even half: right in 6 of 10 within two, in 3 of 10 after).
TIME_HOLDS = 2
# Modes that one side carries on from place to place in one report.
_FROM_AFAR = frozenset({"airstrike", "shelling"})
_JOINT = ({"killed", "wounded"}, {"arrested", "abducted"}, {"captured", "killed"})
# How much farther a mode after its result counts than one before it, in words.
CAUSE_AFTER = 10
SPEECH_ACTS = frozenset({"accuse", "demand", "reject", "threaten"})


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


class ClaimReader:
    """Holds the lexicons the claim rules need; ``read`` keeps nothing between reports."""

    def __init__(
        self, grammar: Grammar, triggers: Triggers, adjectives: Mapping[str, str], ranker: Ranker | None = None
    ) -> None:
        self._triggers = triggers
        self._adjectives = adjectives
        self._ranker = ranker
        self._said_by = SaidBy(grammar)
        self._status = Status(grammar)
        self._not_conflict = grammar.not_conflict
        self._going_on = grammar.function["goes_on"]
        self._shifts = [tuple(phrase.split()) for phrase in grammar.function["shifts"]]

    def read(self, scenes: Sequence[Scene], context: Context, published: date | None) -> list[Draft]:
        """The draft claims of a report in the order of their triggers."""
        for scene in scenes:
            scene.found = find_triggers(scene, self._triggers)
            scene.index_found()
        settle(context, scenes, self._off_topic(scenes))
        if context.alone:
            context.conflict = True
        if not context.conflict:
            return []
        memory = Memory()
        drafts: list[Draft] = []
        self._resolve_place_anaphors(scenes)
        resolve_actor_anaphors(scenes)
        ahead = places_ahead(scenes)
        for scene in scenes:
            memory.ahead, memory.time_ahead = ahead[scene.line.index], time_ahead(scenes, scene.line.index)
            memory.drafts = drafts
            drafts.extend(self._sentence(scene, context, memory, published))
        if context.alone and self._ranker is not None:
            drafts = [draft for draft in drafts if self._ranked(draft, context)]
        drafts = without_repeats([draft for draft in drafts if not self._history(draft, published)])
        assign(drafts)
        return drafts

    def _resolve_place_anaphors(self, scenes: Sequence[Scene]) -> None:
        """المدينة stands for the place named last; the chunk is replaced where places are looked for."""
        named: list[Chunk] = []
        for scene in scenes:
            for chunk in scene.chunks:
                if where.is_anaphor(chunk):
                    chunk.antecedent = where.antecedent_of(chunk, named)
                elif chunk.kind == "place" and chunk.preposition not in ("الي",):
                    named.append(chunk)

    def _ranked(self, draft: Draft, context: Context) -> bool:
        assert self._ranker is not None
        kept, why = self._ranker.keeps(draft, context)
        draft.note(why)
        return kept

    def _history(self, draft: Draft, published: date | None) -> bool:
        """More than a year before publication: history, not news."""
        return (
            draft.dates is not None
            and published is not None
            and (published - date.fromisoformat(draft.dates[1])).days > YEAR_DAYS
        )

    def _off_topic(self, scenes: Sequence[Scene]) -> int:
        """How many words of sport, accidents, nature and business the report has."""
        cues = self._not_conflict
        return sum(
            1
            for scene in scenes
            for at in range(scene.line.first, scene.line.last)
            for following, _ in cues.get(scene.line.infos[at].rest.removeprefix("ال"), ())
            if tuple(scene.line.keys[at + 1 : at + 1 + len(following)]) == following
        )

    def _sentence(self, scene: Scene, context: Context, memory: Memory, published: date | None) -> list[Draft]:
        scopes = self._said_by.scopes(scene, memory.speakers)
        if memory.time is not None and self._speaker_goes_on(scene, scopes):
            memory.time_sentence = max(memory.time_sentence, scene.line.index - 1)
        if opens_with(scene, self._shifts):
            memory.places, memory.time, memory.days = [], None, None
        kept = keep(scene, context)
        self._told_after(scene, scopes, memory, bool(kept))
        places = where.place_chunks(scene)
        drafts: list[Draft] = []
        pending: list[tuple[Found, Parties, list[Group]]] = []
        context.told |= {found.type for found in kept}
        for found in kept:
            if self._is_content(scene, found, kept):
                continue
            groups = groups_after(scene, found)
            parties = parties_of(scene, found, groups, self._adjectives)
            self._add_verb(scene, found, parties)
            pending.append((found, parties, groups))
        for found, parties, groups in pending:
            drafts.extend(self._drafts(scene, found, parties, groups, context))
        for at, draft in enumerate(drafts):
            self._fill_place_time(draft, places, scopes, memory, published, context, drafts[:at])
        self._fill_parties(drafts, memory, context, scopes)
        for draft in drafts:
            if not draft.places and not memory.places and draft.type in MODES | RESULTS:
                draft.places = where.places_of_a_side(scene, draft.agents)
                draft.note(SIDE if draft.places else "")
        context.hit.extend(
            chunk
            for draft in drafts
            for chunk in (draft.targets if draft.item is None else [draft.item])
            if chunk.kind == "weapon"
        )
        for at, draft in enumerate(drafts):
            draft.agents = [chunk for chunk in draft.agents if chunk.kind != "place"]
            draft.agents = [(chunk.antecedent if chunk.kind != "actor" else None) or chunk for chunk in draft.agents]
            self._name_victims(draft, memory)
            self._name_fighters(draft, drafts, memory)
            if draft.type in RESULTS:
                others_of_them(drafts[:at], draft)
            draft.targets = [
                chunk.antecedent if chunk.antecedent and chunk.kind == "group" else chunk for chunk in draft.targets
            ]
            self._fill_rest(draft, scopes, context, published)
        share_weapons(drafts, context)
        self._remember(scene, drafts, places, memory, scopes, published)
        return drafts

    def _told_after(self, scene: Scene, scopes: Sequence[Scope], memory: Memory, tells: bool) -> None:
        """A sentence that says who said what was told before: جاء ذلك بحسب X, or nothing but بحسب X."""
        first = scene.line.first
        formula = next((scope for scope in scopes if scope.because.startswith("lexicon:formula")), None)
        if formula is None or formula.at > first + 14:
            return
        opening = scene.key(first).removeprefix("و"), scene.key(first + 1)
        points_back = opening[0] in ("جاء", "ياتي") and opening[1] in ("ذلك", "هذا")
        if not points_back and (tells or scene.line.last - formula.at > 6):
            return
        reach = 2 if points_back else 1
        for draft in memory.drafts:
            if scene.line.index - draft.scene.line.index <= reach and (points_back <= (not draft.sources)):
                draft.sources = [*draft.sources, *(chunk for chunk in formula.chain if chunk not in draft.sources)]
                draft.note("rule:told-after")

    def _speaker_goes_on(self, scene: Scene, scopes: Sequence[Scope]) -> bool:
        """Whether the sentence opens with a speaker of the sentences before: وأضاف, وأشار المصدر."""
        return any(
            scope.first <= scene.line.first + 4
            and scope.chain
            and all(chunk.sentence < scene.line.index for chunk in scope.chain)
            for scope in scopes
        )

    def _add_verb(self, scene: Scene, found: Found, parties: Parties) -> None:
        """What the verb of a mode adds: غارات استهدفت X has X as its target."""
        if found.verb is None or parties.targets:
            return
        bare = [group for group in groups_after(scene, found.verb) if not group.preposition]
        if bare:
            parties.targets = bare[0].chunks
            parties.because.append("rule:target-of-its-verb")

    def _is_content(self, scene: Scene, found: Found, kept: Sequence[Found]) -> bool:
        """What is demanded, threatened or refused is not claimed again, but for plans worth keeping."""
        if found.type in SPEECH_ACTS:
            return False
        for other in kept:
            if found.type in KEPT_AS_PLAN and other.type != "demand":
                continue
            if other.type in CONTENT_OF and other.last < found.first and found.first - other.last <= 7:
                between = range(other.last + 1, found.first)
                if not any(
                    scene.info(at).opener or scene.info(at).key in ("،", ":", "؛") or scene.info(at).relative
                    for at in between
                ):
                    return True
        return False

    def _drafts(
        self, scene: Scene, found: Found, parties: Parties, groups: list[Group], context: Context
    ) -> list[Draft]:
        kind = self._materiel(found, parties, context)
        if kind == "withdrawal" and scene.key(found.first - 1) == "لن":
            kind = "reject"
        tolls = tolls_of(scene, found, kind, parties.targets, groups, object_pronoun=parties.object_pronoun)
        drafts = []
        for toll in tolls:
            draft = Draft(scene, found, kind, parties, toll, because=[*found.because])
            draft.agents = list(parties.agents)
            draft.targets = list(toll.chunks)
            draft.outcome = found.trigger.outcome
            for why in (*parties.because, toll.why):
                draft.note(why)
            if kind == "equipment_loss":
                draft.item = toll.chunks[0] if toll.chunks else None
                draft.targets = []
                draft.outcome = draft.outcome or "destroyed"
            drafts.append(draft)
        self._joint(scene, found, drafts)
        return drafts

    def _materiel(self, found: Found, parties: Parties, context: Context) -> str:
        """Destroyed materiel is a loss of equipment, destroyed houses are damage to property."""
        if found.type == "equipment_loss" and found.trigger.id == "destroy.wreck":
            return "equipment_loss"
        if found.type == "property_damage" and parties.targets:
            weapon = parties.targets[0].first_inner("weapon") if parties.targets[0].kind == "weapon" else None
            if weapon is not None and any(context.weapon_role.get(name) in ("item", "both") for name in weapon.ids):
                return "equipment_loss"
        if (
            found.type == "wounded"
            and found.form.pos == "verb"
            and parties.targets
            and parties.targets[0].kind in ("facility", "weapon", "place")
        ):
            return "property_damage" if found.form.voice != "passive" else "wounded"
        return found.type

    def _joint(self, scene: Scene, found: Found, drafts: list[Draft]) -> None:
        """قتل وجرح العشرات: each part has one at least and all but one at most."""
        if not drafts:
            return
        partner = scene.found_at.get(found.last + 1) or scene.found_at.get(found.first - 1)
        pair = {partner.type, found.type} if partner is not None else set()
        shared = (
            partner is not None
            and pair in _JOINT
            and partner.form.pos == found.form.pos
            and partner.form.number == found.form.number
        )
        if not shared or drafts[0].toll.low is None or partner is None:
            return
        later = partner if partner.first > found.first else found
        if later.prefix != "و" or found.form.pos == "victims":
            return
        toll = drafts[0].toll
        low, high = joint(toll, toll.high is None)
        drafts[0].toll = Toll(toll.chunks, low, high, toll.first, toll.last, "rule:joint-total")

    def _fill_place_time(
        self,
        draft: Draft,
        places: Sequence[Chunk],
        scopes: Sequence[Scope],
        memory: Memory,
        published: date | None,
        context: Context,
        told: Sequence[Draft],
    ) -> None:
        scene, found = draft.scene, draft.found
        told_places = next((other.own_places for other in reversed(told) if other.own_places), [])
        own = [chunk.antecedent or chunk for chunk in draft.targets if chunk.kind == "place" or where.is_anaphor(chunk)]
        inside = [
            inner for chunk in draft.targets if chunk.kind == "facility" and (inner := chunk.first_inner("place"))
        ]
        if draft.type in where.NO_PLACE and found.trigger.means in where.NO_PLACE:
            draft.places = []
        elif own:
            draft.places = draft.own_places = own
        elif inside:
            draft.places = draft.own_places = list(inside)
        else:
            draft.places = where.places_of(scene, found, places, told_places)
            if self._only_wide(draft.places, context) and told_places and not self._only_wide(told_places, context):
                draft.places = list(told_places)
            elif (
                self._only_wide(draft.places, context) and memory.places and not self._only_wide(memory.places, context)
            ):
                draft.places = []
            draft.own_places = draft.places
            if not draft.places and draft.type in where.NEAR_PLACE:
                pass
            elif not draft.places and self._elsewhen(draft, scopes, memory, published):
                draft.note("rule:another-day-another-place")
            elif not draft.places and memory.places:
                draft.places = list(memory.places)
                draft.note("rule:place-of-narrative")
            elif (
                not draft.places
                and memory.ahead
                and scene.line.index == 0
                and where.lead_end(scene) == scene.line.first
            ):
                draft.places = list(memory.ahead)
                draft.note("rule:place-told-next")
        draft.time = time_of(scene, found, scopes)
        if draft.time is None and self._time_goes_on(draft, memory, told):
            draft.time = memory.time
            draft.note("rule:time-of-narrative")
        elif (
            draft.time is None
            and memory.time is None
            and draft.type in MODES | RESULTS
            and memory.time_ahead is not None
        ):
            draft.time = memory.time_ahead
            draft.note("rule:time-told-next")
        draft.dates = resolve(draft.time, published) if draft.time is not None else None

    def _only_wide(self, places: Sequence[Chunk], context: Context) -> bool:
        """Whether nothing but countries is named."""
        return bool(places) and all(chunk.ids and set(chunk.ids) <= context.wide for chunk in places)

    def _elsewhen(self, draft: Draft, scopes: Sequence[Scope], memory: Memory, published: date | None) -> bool:
        """Whether the sentence dates the claim to other days than the narrative: its place is not inherited."""
        time = time_of(draft.scene, draft.found, scopes)
        days = resolve(time, published) if time is not None else None
        if days is None or memory.days is None:
            return False
        return days[1] < memory.days[0] or memory.days[1] < days[0]

    def _under_way(self, draft: Draft, told: Sequence[Draft]) -> bool:
        """Whether it goes on as the report is written (واصلت الطائرات غاراتها), or is what came of that."""
        modes = [other for other in told if other.type in MODES]
        if draft.type in RESULTS and modes and modes[-1].time is None:
            return self._under_way(modes[-1], ())
        return goes_on(draft.scene, draft.found, self._going_on)

    def _time_goes_on(self, draft: Draft, memory: Memory, told: Sequence[Draft]) -> bool:
        """Whether the time of the narrative still holds: for deeds, in the next sentences, not after وكان."""
        scene = draft.scene
        if memory.time is None or draft.type in SPEECH_ACTS | _LASTING:
            return False
        if self._under_way(draft, told):
            return False
        near = scene.line.index - memory.time_sentence <= TIME_HOLDS or scene.line.paragraph == memory.time_paragraph
        return near and not self._status.tells_what_came_before(scene)

    def _fill_parties(self, drafts: list[Draft], memory: Memory, context: Context, scopes: Sequence[Scope]) -> None:
        """Parties that the clause leaves out: from the mode it results from, the sentence, the narrative."""
        for at, draft in enumerate(drafts):
            self._owners_of_aircraft(draft, memory)
            if draft.agents:
                continue
            self._speaker_as_subject(draft, scopes)
            if draft.agents:
                continue
            joined = joined_deed(drafts[:at], draft)
            if joined is not None:
                draft.agents = list(joined.agents)
                draft.note("rule:agent-of-the-deed-beside")
                continue
            if draft.type in RESULTS:
                cause = self._cause(drafts, at)
                if cause is not None:
                    draft.agents = [chunk for chunk in cause.agents if chunk not in draft.targets]
                    draft.note("rule:agent-of-cause")
            if draft.found.form.pos == "phrase" and not draft.agents:
                carried_by(drafts[at:], draft)
            if draft.type == "clash" and not draft.agents:
                sides_of_the_attack(drafts[:at], draft, drafts[at + 1 :])
            scope = speakers_at(scopes, draft.found.first)
            if draft.type in SPEECH_ACTS and not draft.agents and draft.found.form.pos == "word" and scope is not None:
                draft.agents = scope.chain[:1]
                draft.note("rule:speaker-is-subject")
            if not draft.agents and draft.found.trigger.id == "threaten.swear" and memory.agents:
                draft.parties.dropped_subject = True
            if not draft.agents and (
                draft.parties.dropped_subject or draft.parties.agent_pronoun or draft.parties.object_pronoun
            ):
                earlier = next(
                    (other for other in reversed(drafts[:at]) if other.agents and other.found is not draft.found), None
                )
                subject = sentence_subject(draft)
                draft.agents = list(earlier.agents) if earlier is not None else subject or list(memory.agents)
                draft.note("rule:agent-carried-on")
            if (
                not draft.agents
                and draft.type in MODES | RESULTS
                and memory.mode_agents
                and (draft.type in memory.air_modes or not draft.places_differ(memory.places))
            ):
                draft.agents = list(memory.mode_agents)
                draft.note("rule:agent-of-narrative")
        for at, draft in enumerate(drafts):
            if draft.parties.object_pronoun and not draft.targets:
                self._pronoun_target(drafts, at, memory)
            elif draft.type == "accuse" and draft.parties.agent_pronoun and not draft.targets:
                blamed_for_their_deeds(drafts[:at], draft)
            elif draft.type == "repel" and not draft.targets:
                beaten_off([*memory.drafts, *drafts[:at]], draft)
            elif draft.type == "shooting" and not draft.targets and leads_to(draft):
                hit_by(drafts, draft)

    def _owners_of_aircraft(self, draft: Draft, memory: Memory) -> None:
        """طائرات أخرى, الطيران: the side whose aircraft flew before, where the report has named it."""
        if (
            draft.agents
            and memory.fliers
            and all(chunk.kind == "weapon" and ownerless(chunk) for chunk in draft.agents)
        ):
            draft.agents = list(memory.fliers)
            draft.note("rule:owner-of-the-aircraft")
        elif (
            draft.type == "airstrike"
            and draft.agents
            and not all(chunk.kind == "weapon" and ownerless(chunk) for chunk in draft.agents)
        ):
            memory.fliers = draft.agents

    def _speaker_as_subject(self, draft: Draft, scopes: Sequence[Scope]) -> None:
        """قالت الجماعة إنها أسقطت: the pronoun after that is the speaker."""
        scene, found = draft.scene, draft.found
        if found.form.pos != "verb" or found.first == scene.line.first:
            return
        before = scene.key(found.first - 1)
        scope = speakers_at(scopes, found.first)
        if scope is not None and scope.chain and before in ("انه", "انها", "انهم", "بانه", "بانها", "بانهم"):
            draft.agents = [scope.chain[0]]
            draft.note("rule:speaker-is-subject")

    def _pronoun_target(self, drafts: list[Draft], at: int, memory: Memory) -> None:
        draft = drafts[at]
        chunk = antecedent(draft)
        lost = lost_before(drafts[:at]) if draft.type in MODES else []
        if lost:
            draft.targets = [other.item for other in lost if other.item is not None]
            draft.agents = list(lost[-1].agents) or draft.agents
        elif chunk is not None:
            draft.targets = [chunk]
        elif at and drafts[at - 1].targets:
            draft.targets = list(drafts[at - 1].targets)
        else:
            draft.targets = list(memory.targets)
        draft.note("rule:pronoun")

    def _cause(self, drafts: list[Draft], at: int) -> Draft | None:
        """The mode of the same sentence that brought a result about: the nearest, one told before rather than after.

        A mode after the result is its cause where a word of cause or means leads to it: قتل 3 جراء قصف.
        """
        first = drafts[at].found.first
        ranked = sorted(
            (
                abs(other.found.first - first) + (0 if other.found.first < first or leads_to(other) else CAUSE_AFTER),
                number,
                other,
            )
            for number, other in enumerate(drafts)
            if other.type in MODES and other.agents
        )
        return ranked[0][2] if ranked else None

    def _fill_rest(self, draft: Draft, scopes: Sequence[Scope], context: Context, published: date | None) -> None:
        apart = [scope for scope in scopes if not draft.found.first <= scope.at <= draft.found.last]
        scope = speakers_at(apart, draft.found.first)
        if scope is not None:
            draft.sources = list(scope.chain)
            draft.note(scope.because)
        if draft.type in SPEECH_ACTS and not (draft.sources and within_speech(draft, scope)):
            draft.sources = [*draft.agents, *(chunk for chunk in draft.sources if chunk not in draft.agents)]
        draft.status, why = self._status.of(draft, scope, published)
        draft.note(why)
        if draft.type in MODES | HURT:
            draft.weapons = weapons_of(draft, context)

    def _name_victims(self, draft: Draft, memory: Memory) -> None:
        """A bare number counts the people named before it: مقتل 9."""
        if draft.type not in ("killed", "wounded"):
            return
        if len(draft.targets) == 1 and draft.targets[0].kind == "count" and draft.toll.first >= 0:
            number = draft.scene.key(draft.targets[0].last)
            if number.isdigit() or draft.scene.key(draft.targets[0].first).isdigit():
                draft.targets = list(memory.victims)
                draft.note("rule:victims-of-narrative")
        elif draft.targets and draft.targets[0].kind in ("people", "fighters"):
            memory.victims = draft.targets

    def _name_fighters(self, draft: Draft, drafts: Sequence[Draft], memory: Memory) -> None:
        """عنصر without its army is one of those attacked before."""
        if (
            draft.type in RESULTS
            and len(draft.targets) == 1
            and draft.targets[0].head == "عنصر"
            and not draft.targets[0].inner
        ):
            attacked = [
                chunk
                for other in drafts
                if other.found.first < draft.found.first and other.type in MODES
                for chunk in other.targets
                if chunk.kind in ("actor", "group")
            ]
            enemies = [chunk for chunk in attacked or memory.enemies if chunk not in draft.agents]
            if enemies:
                draft.targets = enemies
                draft.note("rule:side-of-the-fighters")

    def _remember_time(self, scene: Scene, scopes: Sequence[Scope], memory: Memory, published: date | None) -> None:
        """A sentence of no happening may still date the next: في ساعات الفجر من يوم السبت. حملة مداهمة…"""
        for time in scene.times:
            days = resolve(time, published)
            if days is None or published is None or (published - date.fromisoformat(days[0])).days > OLD_AFTER_DAYS:
                continue
            if not time.stamp and not dates_the_speech(scene, time, scopes):
                memory.time, memory.days = time, days
                memory.time_sentence, memory.time_paragraph = scene.line.index, scene.line.paragraph

    def _remember(
        self,
        scene: Scene,
        drafts: list[Draft],
        places: Sequence[Chunk],
        memory: Memory,
        scopes: Sequence[Scope],
        published: date | None,
    ) -> None:
        for draft in drafts:
            if draft.type in MODES:
                enemies = [chunk for chunk in draft.targets if chunk.kind in ("actor", "group")]
                memory.enemies = enemies or memory.enemies
            if draft.type in MODES | RESULTS:
                if draft.places and SIDE not in draft.because:
                    memory.places = draft.places
                if draft.agents:
                    if draft.type in _FROM_AFAR:
                        memory.air_modes = frozenset({draft.type})
                    elif draft.agents != memory.mode_agents:
                        memory.air_modes = frozenset()
                    memory.mode_agents = draft.agents
            if draft.agents and draft.type not in SPEECH_ACTS:
                memory.agents = draft.agents
            if draft.targets:
                memory.targets = draft.targets
            if draft.time is not None and draft.status != "background":
                if draft.time is not memory.time or draft.time in scene.times:
                    memory.time_sentence, memory.time_paragraph = scene.line.index, scene.line.paragraph
                memory.time, memory.days = draft.time, draft.dates or memory.days
        if not drafts and places:
            memory.places = [places[0]]
        if not drafts:
            self._remember_time(scene, scopes, memory, published)
