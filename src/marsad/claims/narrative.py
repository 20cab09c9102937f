"""Where and when a claim holds: what its own sentence says, else what the narrative has told so far or tells next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from marsad.arabic.clitics import AND
from marsad.claims import where
from marsad.claims.aims import told_as_next
from marsad.claims.draft import INHERITED, SIDE, Draft
from marsad.claims.earlier import by_first_word
from marsad.claims.guards import Context
from marsad.claims.headed import Heading
from marsad.claims.hit_places import hit_as_well, places_hit, told_places, where_it_was_asked
from marsad.claims.leads import lead_end
from marsad.claims.links import DEEDS, MODES, RESULTS, time_ahead
from marsad.claims.narrated_times import (
    days_of,
    is_elsewhen,
    is_to_come,
    is_told_anew,
    is_under_way,
    of_another_long_past,
    of_the_plan,
    passing,
    remember_time,
    same_day,
    spans,
    was_announced,
)
from marsad.claims.plans import is_ahead
from marsad.claims.revised import is_of_known_toll
from marsad.claims.said_by import Scope
from marsad.claims.scene import Found, Scene
from marsad.claims.status import LONG_BEFORE, LONG_STRETCH, Status, opens_with
from marsad.claims.told_so_far import Narrative
from marsad.claims.when import (
    SPOKEN,
    by_last_word,
    goes_on,
    is_answered,
    time_of,
    told_in_the_present,
)
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk
from marsad.mentions.times import resolve

# Types that last or are settled over time: the day of the deed before does not date them.
_LASTING = frozenset({"siege", "agreement", "talks"})
_UNDATED = _LASTING | SPOKEN
# What is agreed holds for a front or a country; what is taken, who is executed and what is sent is told with its place
# (all annotated sets: inherited rightly in 1 of 8).
_TOLD_WITH_ITS_PLACE = frozenset({"agreement", "control_gain", "assassination", "mobilize", "violation"})
# Triggers that describe a place by the state it is in: no day of the sentence is theirs.
_STATES = frozenset({"siege.state"})
# Statuses and reasons of what has not happened, or not once.
_NOT_ONCE = frozenset(
    {"rule:habit", "rule:refused", "rule:recalled", "rule:pluperfect", "rule:had-done", "rule:answered"}
)
# Reasons of background that went on elsewhere, or everywhere (all annotated sets: inherited rightly in 4 of 28).
ELSEWHERE = frozenset(
    {
        "rule:long-stretch",
        "rule:over-a-stretch",
        "rule:habit",
        "rule:vague-past",
        "rule:comes-after",
        "rule:pluperfect",
        LONG_BEFORE,
    }
)
# Sentences for which a time goes on to hold (reports apart: right in 6 of 10 within two, in 3 of 10 from the fifth on);
# a day told as today or yesterday and a stretch up to now hold for fewer (all annotated sets, beyond four and two:
# right in 15 and 4 of 75; a fifth keeps the days of the samples' events together).
TIME_HOLDS = 6
_HOLDS_FOR = {"day": 5, "since": 2}

# The same for a place (all annotated sets: right for 6 of 10 within six sentences, for 2 of 10 from the seventh on).
PLACE_HOLDS = 6
# A list of more places is that of the deed it is told of (all annotated sets: right for 4 of 61).
_PLACES_HELD = 2
# What a post tells of a place that is no deed: who took it, who left it, who was set free.
_OF_A_PLACE = frozenset({"control_gain", "withdrawal", "released", "siege", "violation", "protest", "riot"})

# The first sentences set the day of the narrative even where it is days before publication.
LEAD_SENTENCES = 2
# The reason of a time that only the sentences before give.
NARRATED = "rule:time-of-narrative"


class Narrator:
    """Fills place and time of draft claims; holds the words that say what goes on, keeps nothing of a report."""

    def __init__(self, grammar: Grammar, status: Status) -> None:
        self._status, self._words = status, grammar.function
        self._going_on = grammar.function["goes_on"]
        self._general = grammar.function["general_present"]
        self._carrying, self._roads = grammar.light_verbs, grammar.function["roads"]
        self._meanwhile = by_first_word(grammar.function["meanwhile"])
        self._answers = by_last_word(grammar.function["answers"])
        self._superlatives, self._signing = grammar.function["superlatives"], grammar.function["signed"]
        self._shifts = by_first_word(grammar.function["shifts"])

    def begin(self, scene: Scene, scopes: Sequence[Scope], narrative: Narrative, heading: Heading) -> None:
        """What the opening of a sentence does to the narrative: a speaker goes on, or the report turns elsewhere.

        ``heading``: that of a post; every line of it begins at its places.
        """
        headed = heading.places
        narrative.headed_time = heading.time
        if headed and scene.line.paragraph != narrative.paragraph:
            narrative.places = list(headed)
        narrative.headed, narrative.paragraph = list(headed), scene.line.paragraph
        if narrative.time is not None and speaker_goes_on(scene, scopes):
            narrative.time_sentence = max(narrative.time_sentence, scene.line.index - 1)
        narrative.now = self._is_of_now(scene, narrative)
        narrative.shifts = opens_with(scene, self._shifts)
        if narrative.shifts:
            narrative.places = []
            if not opens_with(scene, self._meanwhile):
                narrative.time, narrative.days = None, None
        narrative.apart = scene.line.index in narrative.titles

    def turns(self, scene: Scene, narrative: Narrative) -> bool:
        """Whether the sentence turns to another happening, or tells of what is still under way."""
        if narrative.apart or narrative.shifts:
            return True
        return scene.has_any(self._going_on) and any(goes_on(scene, found, self._going_on) for found in scene.found)

    def look_ahead(self, scenes: Sequence[Scene], at: int, places: list[Chunk], narrative: Narrative) -> None:
        """What the sentences after this one tell, for a first line that says neither where nor when."""
        narrative.places_ahead = where.named(places) if places else []
        narrative.time_ahead = time_ahead(scenes, at)

    def fill(
        self,
        draft: Draft,
        places: Sequence[Chunk],
        scopes: Sequence[Scope],
        narrative: Narrative,
        published: date | None,
        context: Context,
        told: Sequence[Draft],
    ) -> None:
        """Give a draft its places, its time and its days. ``told``: the drafts before it in the sentence."""
        scene, found, time = draft.scene, draft.found, None
        if scene.times and found.trigger.id not in _STATES:
            time = time_of(scene, found, scopes, self._superlatives, self._answers, self._signing)
            if time is not None:
                time = same_day(scene, time, narrative) if time.kind == "same_day" else time
                another = time.first > found.last and of_another_long_past(draft, time, narrative, published)
                if another and not self._status.tells_what_came_before(scene):
                    time = None
        elsewhen = time is not None and is_elsewhen(time, narrative, published)
        self._fill_places(draft, places, narrative, context, told, elsewhen=elsewhen)
        draft.time = time
        if time is None:
            self._fill_time(draft, narrative, told)
        if draft.time is None:
            return
        draft.dates = days_of(scene, draft.time, narrative, published)
        if draft.dates is None:
            return
        if time is not None and is_ahead(scene, time):
            draft.dates = resolve(time, published, ahead=True) or draft.dates
        if narrative.lead_days is None and self._leads(scene):
            narrative.lead_days, narrative.lead_sentence = draft.dates, scene.line.index

    def _leads(self, scene: Scene) -> bool:
        """Whether the sentence opens the report and tells its news."""
        return scene.line.index < LEAD_SENTENCES and not self._status.tells_what_came_before(scene)

    def _fill_places(
        self,
        draft: Draft,
        places: Sequence[Chunk],
        narrative: Narrative,
        context: Context,
        told: Sequence[Draft],
        *,
        elsewhen: bool,
    ) -> None:
        if draft.type in where.NO_PLACE and draft.found.trigger.means in where.NO_PLACE:
            draft.places = where_it_was_asked(told) if draft.type == "demand" else []
            return
        hit = places_hit(draft, self._roads) if draft.targets or draft.item is not None else []
        if hit:
            draft.places = draft.own_places = where.with_coordinated(draft.scene, hit, places)
            hit_as_well(draft, hit)
            return
        there, came_of = told_places(draft, told)
        goes_on = bool(narrative.places) and not narrative.apart
        found = where.places_of(draft.scene, draft.found, places, there, came_of=came_of, goes_on=goes_on)
        draft.places = where.named(found) if found else []
        if draft.places and _only_wide(draft.places, context):
            if there and not _only_wide(there, context):
                draft.places = list(there)
            elif narrative.places and not _only_wide(narrative.places, context):
                kept = elsewhen or narrative.now or _said_of(draft)
                draft.places = draft.places if kept else []
        draft.own_places = draft.places
        if not draft.places and draft.type not in where.NEAR_PLACE:
            self._place_told_elsewhere(draft, narrative, elsewhen=elsewhen)
        if not draft.places and narrative.headed and not elsewhen:
            draft.places = list(narrative.headed)
            draft.note("rule:place-in-heading")

    def _place_told_elsewhere(self, draft: Draft, narrative: Narrative, *, elsewhen: bool) -> None:
        scene = draft.scene
        if elsewhen and not is_of_known_toll(draft, self._words):
            draft.note("rule:another-day-another-place")
        elif narrative.places and not narrative.apart and not narrative.now and draft.type not in _TOLD_WITH_ITS_PLACE:
            near = scene.line.index - narrative.places[0].sentence <= PLACE_HOLDS
            if near and len(narrative.places) <= _PLACES_HELD:
                draft.places = list(narrative.places)
                draft.note(INHERITED)
        elif narrative.places_ahead and scene.line.index == 0 and lead_end(scene) == scene.line.first:
            draft.places = list(narrative.places_ahead)
            draft.note("rule:place-told-next")

    def _fill_time(self, draft: Draft, narrative: Narrative, told: Sequence[Draft]) -> None:
        in_a_state = draft.found.trigger.id in _STATES
        if narrative.headed_time is not None and draft.type not in SPOKEN and not in_a_state:
            draft.time = narrative.headed_time
            draft.note(NARRATED)
        elif self._time_goes_on(draft, narrative, told):
            draft.time = narrative.time
            draft.note(NARRATED)
        elif narrative.time is None and draft.type in DEEDS and narrative.time_ahead is not None:
            draft.time = narrative.time_ahead
            draft.note("rule:time-told-next")

    def _under_way(self, draft: Draft, told: Sequence[Draft]) -> bool:
        """Whether it goes on as the report is written (واصلت الطائرات غاراتها), or is what came of that."""
        modes = [other for other in told if other.type in MODES]
        if draft.type in RESULTS and modes and modes[-1].time is None:
            return self._under_way(modes[-1], ())
        scene, found = draft.scene, draft.found
        if scene.has_any(self._going_on) and goes_on(scene, found, self._going_on):
            return True
        return told_in_the_present(scene, found, self._carrying)

    def _is_of_now(self, scene: Scene, narrative: Narrative) -> bool:
        """Whether the sentence opens with what is so in general: وتشهد المنطقة قصفاً متكرراً, ويتعرض المخيم لغارات.

        In a post only where it goes on with what was told: its news are in the present (لا إصابات, تستهدف الطائرات X).
        """
        key = scene.key(scene.line.first)
        return key.removeprefix(AND) in self._general and (not narrative.posted or key.startswith(AND))

    def _time_goes_on(self, draft: Draft, narrative: Narrative, told: Sequence[Draft]) -> bool:
        """Whether the time of the narrative still holds: for deeds, in the next sentences, not after وكان."""
        scene = draft.scene
        if narrative.time is None or draft.type in _UNDATED:
            return False
        behind = scene.line.index - narrative.time_sentence
        if not any(other.time is not None for other in told) and is_told_anew(draft, behind):
            return False
        if is_under_way(draft) and not narrative.posted:
            return False
        if (
            is_answered(scene, draft.found, self._answers)
            or narrative.apart
            or self._under_way(draft, told)
            or narrative.now
        ):
            return False
        same_paragraph = scene.line.paragraph == narrative.time_paragraph
        holds = _HOLDS_FOR.get(narrative.time.kind, TIME_HOLDS)
        near = behind <= holds or same_paragraph
        return near and not (self._status.tells_what_came_before(scene) and not told_early(scene, draft.found))

    def settle(self, draft: Draft, narrative: Narrative, published: date | None, context: Context) -> None:
        """Once the status is known: no day told before dates what is planned or usual; a day of its own is to come."""
        reasons = draft.because
        if LONG_STRETCH in reasons and draft.dates == narrative.lead_days and not narrative.lead_sentence:
            draft.status = "asserted"
            reasons.remove(LONG_STRETCH)
        if INHERITED in reasons and not ELSEWHERE.isdisjoint(reasons) and not _only_wide(draft.places, context):
            draft.places = []
            reasons.remove(INHERITED)
        if NARRATED in reasons and (draft.status == "planned" or _is_not_once(draft)):
            draft.time = draft.dates = None
            reasons.remove(NARRATED)
        elif draft.status == "planned" and draft.time is not None:
            draft.dates = resolve(draft.time, published, ahead=True)
            if of_the_plan(draft, published):
                draft.time = draft.dates = None
        elif LONG_BEFORE in reasons and was_announced(draft, published):
            draft.time = draft.dates = None

    def remember(
        self,
        scene: Scene,
        drafts: Sequence[Draft],
        places: Sequence[Chunk],
        narrative: Narrative,
        scopes: Sequence[Scope],
        published: date | None,
    ) -> None:
        """Let the narrative go on with what a sentence has told."""
        if narrative.apart:
            return
        today = published.isoformat() if published is not None and drafts else None
        for draft in drafts:
            time, recalled = draft.time, draft.status == "background"
            tells = draft.type in DEEDS or (narrative.posted and draft.type in _OF_A_PLACE)
            tells = tells and not (draft.type == "displaced" and _told_beside(draft, drafts))
            if draft.places and not (recalled and narrative.places) and tells:
                narrative.places = draft.places if SIDE not in draft.because else narrative.places
            if time is None or is_to_come(narrative.days_of(time, published), today):
                continue
            leads = recalled and narrative.time in (None, time) and self._leads(scene)
            told = not recalled or (leads and draft.type not in _LASTING)
            # An hour is told of one deed, and the day before it holds on; of two days it says which.
            hour = time.kind == "clock" and narrative.time is not None and narrative.time.end is None
            if told and hour:
                narrative.time_sentence, narrative.time_paragraph = scene.line.index, scene.line.paragraph
            elif told and (not passing(scene, time) or _of_another_day(draft, narrative)) and not spans(draft, drafts):
                if time is not narrative.time or time in scene.times:
                    narrative.time_sentence, narrative.time_paragraph = scene.line.index, scene.line.paragraph
                undated = published is None and time.start is not None  # its days are not known, its words hold
                narrative.time = time if draft.dates is not None or undated else None
                narrative.days = draft.dates or narrative.days
        if not drafts and places and not narrative.places:
            narrative.places = where.named(places[:1])
        if not drafts:
            remember_time(scene, scopes, narrative, published)


# How many words into a sentence the verb of speech of "وكان المتحدث قد قال" stands at most.
TOLD_WITHIN = 7


def told_early(scene: Scene, found: Found) -> bool:
    """Whether كان belongs to somebody's telling, not to what is told: وكان المتحدث قد قال إن."""
    first = scene.line.first
    for info in scene.line.infos[first : min(first + TOLD_WITHIN, found.first)]:
        if info.speech:
            return True
    return False


def _told_beside(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether people fled from a place of its own while the sentence tells another deed's: حصار X ونزوح من Y."""
    return bool(draft.own_places) and any(other.own_places for other in drafts if other is not draft)


def _of_another_day(draft: Draft, narrative: Narrative) -> bool:
    """Whether a part of a day shows that the day told before is over: انفجر لغم الثلاثاء. وقطعوا الطريق مساءً."""
    time = draft.time
    return time is not None and time.kind == "day_part" and draft.dates is not None and narrative.days != draft.dates


def _is_not_once(draft: Draft) -> bool:
    """Whether it is what came next by its verb, or has not happened, or not once."""
    if not _NOT_ONCE.isdisjoint(draft.because):
        return True
    return draft.found.form.pos == "verb" and told_as_next(draft.scene, draft.found)


def speaker_goes_on(scene: Scene, scopes: Sequence[Scope]) -> bool:
    """Whether the sentence opens with a speaker of the sentences before: وأضاف, وأشار المصدر."""
    for scope in scopes:
        opens = scope.chain and scope.first <= scene.line.first + 4
        if opens and all(chunk.sentence < scene.line.index for chunk in scope.chain):
            return True
    return False


def _only_wide(places: Sequence[Chunk], context: Context) -> bool:
    """Whether nothing but countries is named."""
    for chunk in places:
        if not chunk.ids or not context.wide.issuperset(chunk.ids):
            return False
    return bool(places)


# How far behind a deed a wide place may stand that is said of it, in words.
SAID_WITHIN = 11


def _said_of(draft: Draft) -> bool:
    """Whether the place stands behind the deed: مئات الضربات الجوية على مواقع التنظيم في سوريا."""
    return 0 < draft.places[0].start - draft.found.last <= SAID_WITHIN
