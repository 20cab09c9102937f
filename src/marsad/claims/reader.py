"""From the sentences of a report to its draft claims: one pass, each sentence seeing what came before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from marsad.arabic.clitics import ARTICLE
from marsad.claims import where
from marsad.claims.among import told_among, tolls_among
from marsad.claims.anaphora import fuller, resolve_actor_anaphors, whose_fighters
from marsad.claims.background import goes_on_before, told_long_ago, told_of_days_before
from marsad.claims.breakdown import before_brackets, tolls_of_parts
from marsad.claims.cases import CORRECTED, HARMED, corrected, counted_behind_the_verb, counted_cases
from marsad.claims.claimed import claimed_afterwards, name_claimer, told_by_accuser
from marsad.claims.content import is_content
from marsad.claims.context import settle
from marsad.claims.doubts import words_of_doubts
from marsad.claims.draft import SIDE, Draft
from marsad.claims.each_other import name_each_other
from marsad.claims.guards import Context, is_country
from marsad.claims.guards_of_moves import left_by
from marsad.claims.headed import behind, told_apart
from marsad.claims.headings import Headings
from marsad.claims.hit_places import hit_farther_on
from marsad.claims.inherit import fill_parties, remember_parties
from marsad.claims.joint_totals import share_the_total
from marsad.claims.keep import keep
from marsad.claims.linker import Linker
from marsad.claims.links import (
    DEEDS,
    MODES,
    RESULTS,
    SPEECH_ACTS,
    others_of_them,
    places_ahead,
    within_speech,
)
from marsad.claims.materiel import OF_IT, item_toll, kind_of_loss, materiel_behind, most_of_it, note_materiel
from marsad.claims.memory import Memory
from marsad.claims.mode_of import ModeOf, of_its_verb, of_one_mode
from marsad.claims.narrative import Narrator
from marsad.claims.news import is_news
from marsad.claims.not_there import Elsewhere
from marsad.claims.our_side import name_only_doer, name_our_side
from marsad.claims.parties import Parties
from marsad.claims.passages import into_passages
from marsad.claims.phrases_after import groups_after
from marsad.claims.places_named import place_chunks
from marsad.claims.plans import share_days
from marsad.claims.rank import Ranker
from marsad.claims.repeats import is_history, without_repeats
from marsad.claims.revised import note_risen
from marsad.claims.said_by import SaidBy, Scope, speakers_at
from marsad.claims.scene import Found, Group, Scene
from marsad.claims.sieve import Sifts
from marsad.claims.speakers import Voices
from marsad.claims.status import LONG_BEFORE, Status
from marsad.claims.titles import titles
from marsad.claims.to_come import without_a_day_to_come
from marsad.claims.together import add_companions
from marsad.claims.toll import (
    COUNTED,
    CROWDS,
    NUMBERED,
    PERSONAL,
    Toll,
    none_at_all,
    toll_of_crowd,
    toll_of_form,
    toll_of_one,
    toll_of_pronoun,
    tolls_of,
)
from marsad.claims.topic import Topic
from marsad.claims.unclaimed import doers_of_unclaimed
from marsad.claims.victims import name_fighters, name_victims
from marsad.claims.weapons import RESULTS as HURT
from marsad.claims.weapons import share_weapons, weapons_of
from marsad.claims.what import find_triggers
from marsad.claims.who import BY_PHRASE, parties_of
from marsad.claims.whose_own import name_the_speaker, only_rescued
from marsad.lexicons.grammar import Cues, Grammar
from marsad.lexicons.triggers import Triggers
from marsad.mentions.chunks import Chunk

# Reasons of background that speak of what began before and goes on.
NEAR_PAST = ("rule:vague-past", "rule:long-stretch")
_ARMED = MODES | HURT | {"riot"}
# What armed groups do where states hold and arrest: احتجز التنظيم عشرات العائلات.
BY_WHOM = {"detain": "abducted"}


class ClaimReader:
    """Holds the lexicons the claim rules need; ``read`` keeps nothing between reports."""

    def __init__(
        self,
        grammar: Grammar,
        triggers: Triggers,
        adjectives: Mapping[str, str],
        ranker: Callable[[], Ranker] | None = None,
        linker: Linker | None = None,
        sieve: Sifts | None = None,
        parties: frozenset[str] = frozenset(),
        press: frozenset[str] = frozenset(),
        topic: Topic | None = None,
    ) -> None:
        """``parties``: ids of the actors of a conflict who are no states; ``press``: ids of outlets."""
        self._triggers = triggers
        self._adjectives = adjectives
        self._ranker = ranker
        self.linker, self.sieve, self.topic = linker, sieve, topic
        self._said_by = SaidBy(grammar, parties)
        self._headings = Headings(Voices(grammar), grammar.function, parties, press)
        self._mode_of = ModeOf(grammar, adjectives)
        self._words, self._doubting = grammar.function, words_of_doubts(grammar.function)
        self._describing = grammar.function["of_attacks"] | {key for key in adjectives if not key.startswith(ARTICLE)}
        self._status = Status(grammar)
        self._not_conflict = _with_article(grammar.not_conflict)
        self._not_conflict_words = frozenset(self._not_conflict)
        self._elsewhere, self._landmarks = Elsewhere.of(grammar.function), grammar.function["landmarks"]
        self._narrator, self._the_country = Narrator(grammar, self._status), grammar.function["the_country"]

    def read(self, scenes: Sequence[Scene], context: Context, published: date | None) -> list[Draft]:
        """The draft claims of a report in the order of their triggers."""
        for scene in scenes:
            scene.found = find_triggers(scene, self._triggers, self._words, self._describing)
            scene.index_found()
        context.words, context.doubting = self._words, self._doubting
        settle(context, scenes, self._off_topic(scenes), self.topic)
        if context.alone:
            context.conflict = True
        if not context.conflict:
            return []
        memory = Memory()
        drafts: list[Draft] = []
        self._resolve_place_anaphors(scenes, context.wide)
        resolve_actor_anaphors(scenes)
        context.titles = memory.narrative.opens(titles(scenes), posted=context.posted)
        places = [place_chunks(scene, elsewhere=self._elsewhere, landmarks=self._landmarks) for scene in scenes]
        ahead = places_ahead(places)
        headings = self._headings.of(scenes, context)
        for scene in scenes:
            memory.heading = headings[scene.line.index] if headings else memory.heading
            self._narrator.look_ahead(scenes, scene.line.index, ahead[scene.line.index], memory.narrative)
            memory.drafts = drafts
            drafts.extend(self._sentence(scene, places[scene.line.index], context, memory, published))
        if context.alone and self._ranker is not None and not is_news(drafts, context):
            drafts = self._ranker().kept(drafts, context)
        drafts = without_repeats(
            [draft for draft in drafts if not (draft.dates and published and is_history(draft.dates, published))]
        )
        of_one_mode(drafts)
        told_of_days_before(drafts)
        if self.linker is not None and not context.alone:
            self.linker.settle(drafts)
        into_passages(drafts)
        return drafts

    def _resolve_place_anaphors(self, scenes: Sequence[Scene], countries: frozenset[str]) -> None:
        """المدينة stands for the place named last, البلاد for the country; where places are looked for they do so."""
        named: list[Chunk] = []
        for scene in scenes:
            for chunk in scene.chunks:
                points = chunk.head in where.ANAPHORIC
                if points and (where.is_anaphor(chunk) or where.points_back(scene, chunk)):
                    chunk.antecedent = where.antecedent_of(chunk, named)
                    where.take_side(scene, chunk)
                elif chunk.kind != "place":
                    continue
                elif not chunk.cue and chunk.head in self._the_country:
                    chunk.antecedent = next((c for c in reversed(named) if c.ids and countries.issuperset(c.ids)), None)
                elif chunk.preposition != "الي" or not named:
                    named.append(chunk)

    def _off_topic(self, scenes: Sequence[Scene]) -> int:
        """How many words of sport, accidents, nature and business the report has."""
        cues = self._not_conflict
        return sum(
            1
            for scene in scenes
            if scene.has_any(self._not_conflict_words)
            for at, info in enumerate(scene.line.infos[scene.line.first : scene.line.last], scene.line.first + 1)
            if info.rest in cues
            for following, _ in cues[info.rest]
            if tuple(scene.line.keys[at : at + len(following)]) == following
        )

    def _sentence(
        self, scene: Scene, places: Sequence[Chunk], context: Context, memory: Memory, published: date | None
    ) -> list[Draft]:
        places = told_apart(places, memory.heading)
        scopes = behind(scene, self._said_by.scopes(scene, memory.speakers), memory.heading)
        self._narrator.begin(scene, scopes, memory.narrative, memory.heading)
        kept = keep(scene, context, self.sieve if not context.alone else None)
        self._told_after(scene, scopes, memory, bool(kept))
        drafts: list[Draft] = []
        pending: list[tuple[Found, Parties, list[Group]]] = []
        context.told.update([found.type for found in kept])
        for found in kept:
            if is_content(scene, found, kept, context):
                continue
            groups = scene.groups[found.first] if scene.groups else groups_after(scene, found)
            parties = parties_of(scene, found, groups, self._adjectives)
            if found.trigger.frame == "speak":
                parties.agents = self._said_by.in_full(scene, parties.agents)
            if BY_PHRASE in parties.because and only_rescued(scene, found, parties.agents, self._words):
                parties.agents = []
            add_companions(scene, found, parties, self._words)
            if found.verb is not None and not (parties.targets and parties.agents):
                of_its_verb(scene, found, parties, self._adjectives)
            hit_farther_on(scene, found, parties)
            if found.type in HARMED and (not parties.targets or parties.targets[0].head in self._words["among_us"]):
                parties.targets = counted_behind_the_verb(scene, found, context.words["among_them"])
            pending.append((found, parties, groups))
        for found, parties, groups in pending:
            drafts.extend(self._drafts(scene, found, parties, groups, context))
        if drafts:
            self._fill(scene, drafts, places, scopes, context, memory, published)
        claimed_afterwards(scene, drafts, memory.drafts, self._words)
        for draft in drafts:
            if draft.type in SPEECH_ACTS and draft.found.form.pos == "verb" and draft.agents:
                self._said_by.note_act(scene, draft.found.first, draft.agents, memory.speakers, scopes)
        remember_parties(drafts, memory, scopes)
        self._narrator.remember(scene, drafts, places, memory.narrative, scopes, published)
        return drafts

    def _fill(
        self,
        scene: Scene,
        drafts: list[Draft],
        places: Sequence[Chunk],
        scopes: Sequence[Scope],
        context: Context,
        memory: Memory,
        published: date | None,
    ) -> None:
        """Give the drafts of a sentence what their own clauses leave out."""
        for at, draft in enumerate(drafts):
            self._narrator.fill(draft, places, scopes, memory.narrative, published, context, drafts[:at])

        def recalled(draft: Draft) -> bool:
            status, why = self._status.of(draft, speakers_at(scopes, draft.found.first), published)
            same_days = why == LONG_BEFORE and draft.dates == memory.narrative.days
            return status == "background" and why not in NEAR_PAST and not same_days

        def unclaimed(draft: Draft) -> list[Chunk]:
            return doers_of_unclaimed(draft, drafts, self._adjectives)

        fill_parties(drafts, memory, scopes, self._words, recalled, unclaimed)
        self._mode_of.settle(drafts, memory.drafts, context)
        for draft in drafts:
            if not draft.places and not memory.narrative.places and draft.type in DEEDS:
                draft.places = where.places_of_a_side(scene, draft.agents)
                draft.note(SIDE if draft.places else "")
            for chunk in draft.targets if draft.item is None else [draft.item]:
                if chunk.kind == "weapon":
                    context.hit.append(chunk)
        told_on = memory.narrative.told_on(published)
        for at, draft in enumerate(drafts):
            name_the_speaker(draft, scopes, self._words)
            draft.agents = [
                fuller(whose_fighters(scene, chunk))
                for chunk in draft.agents
                if chunk.kind != "place" or is_country(chunk, context)
            ]
            self._name_the_hurt(draft, drafts, at, context, memory)
            self._fill_rest(draft, scopes, context, told_on)
            name_claimer(draft, self._words)
            if context.posted or memory.heading.speakers:
                name_our_side(draft, drafts[:at], memory.heading, context.armed, self._words)
                name_only_doer(draft, drafts[:at], memory.drafts)
            self._narrator.settle(draft, memory.narrative, published, context)
        told_by_accuser(drafts, self._words)
        name_each_other(drafts, memory.drafts)
        share_days(drafts)
        note_risen(drafts, self._words)
        if scene.times and scopes:
            told_long_ago(drafts, scopes, told_on)
        if not self._narrator.turns(scene, memory.narrative):
            goes_on_before(drafts, memory.drafts, dated=not memory.narrative.now)
        share_weapons(drafts, context)

    def _name_the_hurt(self, draft: Draft, drafts: Sequence[Draft], at: int, context: Context, memory: Memory) -> None:
        """Who or what came to harm, by what was told before."""
        if draft.type == "property_damage":
            note_materiel(draft, context)
        if draft.type in RESULTS:
            if draft.type in ("killed", "wounded"):
                name_victims(draft, memory)
            name_fighters(draft, drafts, memory, self._words)
            others_of_them(drafts[:at], draft)
        if draft.targets:
            draft.targets = [fuller(chunk) if chunk.kind in ("group", "actor") else chunk for chunk in draft.targets]

    def _told_after(self, scene: Scene, scopes: Sequence[Scope], memory: Memory, tells: bool) -> None:
        """A sentence that says who said what was told before: جاء ذلك بحسب X, or nothing but بحسب X."""
        if not scopes:
            return
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

    def _drafts(
        self, scene: Scene, found: Found, parties: Parties, groups: list[Group], context: Context
    ) -> list[Draft]:
        parties.targets = parties.targets or materiel_behind(scene, found, context)
        kind = kind_of_loss(found, parties.targets, context)
        if found.trigger.id in BY_WHOM and any(not context.armed.isdisjoint(chunk.ids) for chunk in parties.agents):
            kind = BY_WHOM[found.trigger.id]
        if kind == "withdrawal" and scene.key(found.first - 1) == "لن":
            kind = "reject"
        left = left_by(scene, found, groups, context) if kind == "withdrawal" else None
        if left is not None:
            kind, parties.targets, parties.agents = "displaced", [left], []  # العائلات غادرت المدينة
        tolls: list[Toll] = []
        if found.trigger.id == OF_IT:
            tolls = most_of_it(scene, found, context)
        elif found.form.pos == "victims":
            apart = told_among(scene, found, context.words)
            tolls = tolls_among(scene, apart) if apart else []
        tolls = tolls or corrected(scene, found, parties.targets, context.words["not_so"])
        if not tolls and kind in HARMED:
            cases = counted_cases(scene, found, kind, parties.targets, context.words["cases"])
            tolls = [cases] if cases is not None else []
        tolls = tolls or tolls_of(scene, found, kind, parties.targets, groups, object_pronoun=parties.object_pronoun)
        if kind in COUNTED and kind != "equipment_loss":
            tolls = [*before_brackets(scene, tolls, context.words), *tolls]
            tolls.extend(tolls_of_parts(scene, found, tolls, context.words))
        drafts = []
        for toll in tolls:
            if kind == "equipment_loss" and toll.chunks:
                toll = item_toll(toll.chunks[0], toll)
            draft = Draft(
                scene, found, kind, parties, toll, [*parties.agents], [*toll.chunks], because=[*found.because]
            )
            draft.outcome = found.trigger.outcome
            for why in parties.because:
                draft.note(why)
            draft.note(toll.why)
            if kind == "equipment_loss":
                draft.item = toll.chunks[0] if toll.chunks else None
                draft.targets = []
                draft.outcome = draft.outcome or "destroyed"
            drafts.append(draft)
        partner = scene.found_at.get(found.last + 1) or scene.found_at.get(found.first - 1)
        if partner is not None and drafts:
            share_the_total(scene, found, partner, drafts)
        return drafts

    def _fill_rest(self, draft: Draft, scopes: Sequence[Scope], context: Context, published: date | None) -> None:
        kind, found, first, last = draft.type, draft.found, draft.found.first, draft.found.last
        for one in scopes:
            if first <= one.at <= last:
                scopes = [other for other in scopes if not first <= other.at <= last]
                break
        scope = speakers_at(scopes, first)
        if scope is not None:
            draft.sources = list(scope.chain)
            draft.note(scope.because)
        if kind in SPEECH_ACTS and not (draft.sources and within_speech(draft, scope)):
            draft.sources = [*draft.agents, *(chunk for chunk in draft.sources if chunk not in draft.agents)]
        draft.status, why = self._status.of(draft, scope, published)
        draft.status = "denied" if draft.toll.why == CORRECTED else draft.status
        draft.note(why)
        without_a_day_to_come(draft)
        if kind in PERSONAL:
            toll = toll_of_form(draft.scene, found, toll_of_pronoun(found, draft.toll, draft.targets), draft.targets)
            draft.toll = toll_of_one(draft.scene, toll, draft.targets)
        elif kind in CROWDS:
            draft.toll = toll_of_crowd(draft.scene, draft.toll, draft.agents)
        if (
            why in ("rule:negated", "rule:came-of-none")
            and kind in ("killed", "wounded")
            and draft.toll.why != NUMBERED
            and not (scope is not None and scope.verb == "deny")
        ):
            draft.toll = none_at_all(found, draft.toll)
        if kind in _ARMED:
            draft.weapons = weapons_of(draft, context)


def _with_article(cues: Cues) -> Cues:
    """Cues under their first word with the article and without, so that no word has to be stripped of it."""
    bare = {first: found for first, found in cues.items() if not first.startswith(ARTICLE)}
    return bare | {ARTICLE + first: found for first, found in cues.items()}
