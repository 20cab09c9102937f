"""Whether it happened: asserted, denied, planned, background or rumoured, by cues around the trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from marsad.arabic.clitics import ARTICLE, WITH, first_keys
from marsad.arabic.neighbours import WILL_BE
from marsad.claims.aims import WANTED, is_purpose, set_out_for
from marsad.claims.draft import Draft
from marsad.claims.earlier import Earlier, Phrases, by_first_word, joined_before, relates
from marsad.claims.heard import Heard
from marsad.claims.links import SPEECH_ACTS
from marsad.claims.none_told import COMES_OF, none_of_it, said_untrue, told_as_none
from marsad.claims.parties import UNDERGOES
from marsad.claims.said_by import Scope
from marsad.claims.scene import COMMAS, Found, Scene
from marsad.claims.to_come import is_of_a_day_to_come, may_be, to_come
from marsad.claims.when import ABOUT
from marsad.lexicons.grammar import Grammar
from marsad.mentions.times import was_earlier

# A claim dated this many days before publication is told as context; so is a stretch of many days. Origin: dev gold of
# 2026-11, three quarters of it: of the claims dated 6 days or more before publication all are background, of those
# of up to 2 days 1 in 15; of the stretches of 10 days and more 3 in 4.
OLD_AFTER_DAYS = 4
LONG_STRETCH_DAYS = 10
RECENT_DAYS = 1
LONG_BEFORE = "rule:long-before-publication"
LONG_STRETCH = "rule:long-stretch"
CONTENT_OF = frozenset({"demand", "threaten", "reject"})
# The guard of what somebody swears never to do: its negation is its point.
SWORN = "sworn"
KEPT_AS_PLAN = frozenset({"withdrawal", "talks", "released", "displaced", "agreement", "attack", "mobilize"})


_TALKED_OF = WANTED | {"agreement"}
# Reasons that hold for every noun of a list: ردا على خطف وقتل X, نية لتوفير غطاء وطرد Y.
_SHARED = ("cue:planned", "rule:answered", "rule:counted-from", "rule:purpose")
_VAGUE = frozenset({"vague", "stretch", "since", "ago"})
_LASTING = frozenset({"siege", "control_gain", "mobilize", "attack", "aid"}) | SPEECH_ACTS
# What is told since when goes on still: محاصرون منذ أشهر, تستمر الاشتباكات منذ أسابيع.
_SINCE_THEN = frozenset({"siege", "mobilize", "clash", "protest"})


# What stands behind these came before the plan or made it: محاولة القتل بعد هجوم.
_SINCE = frozenset({"بعد", "عقب", "اثر"})
# What may come of a deed, and how far behind the negated verb that says it does not, in words.
CAME_WITHIN = 9
# What negates a noun; the last one only the noun of what came of a deed.
_WITHOUT, _NO = frozenset({"دون", "بدون", "بلا", "عدم", "نفي", "نفت"}), "لا"
_BEFORE_NEGATOR = ("", "و", "ف", "ب")


def written_with(words: Iterable[str], proclitics: Sequence[str]) -> frozenset[str]:
    """Every form that some of the proclitics give these words, so that most words need not be split."""
    found = set(words)
    for word in words:
        found.update(letter + word for letter in proclitics)
        if word.startswith(ARTICLE):
            found.update(letter + "ل" + word[1:] for letter in ("", *proclitics))  # ل takes the alef away
    return frozenset(found)


def opens_with(scene: Scene, phrases: Phrases) -> bool:
    """Whether the sentence opens with one of these phrases, after و or not."""
    line = scene.line
    keys, first = line.keys, line.first
    for start, key in enumerate(keys[first : min(first + 2, line.last)], first + 1):
        for rest in phrases.get(key.removeprefix("و"), ()):
            if tuple(keys[start : start + len(rest)]) == rest:
                return True
    return False


def _refused(scene: Scene, found: Found) -> bool:
    """What a side refuses to do, told by a noun: رفضت الفصائل الخروج."""
    for other in scene.found:
        if other.type == "reject" and other.form.pos == "verb" and 0 < found.first - other.last <= 5:
            return True
    return False


def _discussed(scene: Scene, found: Found) -> bool:
    """What talks are about has not happened, told by a noun: محادثات حول خروج المقاتلين."""
    return found.type in _TALKED_OF and scene.key(found.first - 1) in ABOUT


# How far behind a threat that begins with ب what is threatened stands, in words: هدد قائد في القوات باستهداف X.
THREATENED_WITHIN = 7


def _threatened(scene: Scene, found: Found) -> bool:
    """Whether a deed kept as a plan, behind ب, is what somebody threatens to do."""
    near = range(max(scene.line.first, found.first - THREATENED_WITHIN), found.first)
    return any(at in scene.found_at and scene.found_at[at].type == "threaten" for at in near)


def _of_another(draft: Draft) -> bool:
    """مقتل قيادي في المدينة التي تشهد معارك منذ أسابيع, التي شهدت مؤخرا X: it is said of the nearer deed."""
    time, found, scene = draft.time, draft.found, draft.scene
    if time is None or time not in scene.times or time.first <= found.last:
        return False
    if any(scene.info(at).relative for at in range(found.last + 1, time.first)):
        return True
    if _FOR_SO_LONG not in scene.line.keys[time.first - 1 : time.first + 1]:
        return False
    return any(at in scene.found_at for at in range(found.last + 1, time.first))


_FOR_SO_LONG = "منذ"


def _answered_back(scene: Scene, at: int, found: Found) -> bool:
    """نفى الجيش X في حين اتهمه السكان بقصف Y: what is demanded or accused behind a denial is not what is denied."""
    if found.type in SPEECH_ACTS:
        return True
    said = [other for other in scene.found if other.type in SPEECH_ACTS and other.form.pos == "verb"]
    return any(at < other.first < found.first for other in said)


def _goes_on_since(draft: Draft) -> bool:
    """Whether what is told since when is of a kind that goes on still."""
    time = draft.time
    return draft.type in _SINCE_THEN and time is not None and (time.since or time.kind == "since")


def _lately(draft: Draft) -> bool:
    """مؤخرا: the one vague word that stands alone tells of news as often as of what came before."""
    return draft.time is not None and draft.time.kind == "vague" and draft.time.first == draft.time.last


def _is_recent(draft: Draft, age: int) -> bool:
    """Whether its own sentence dates it to the days of the news; ``age``: how many days before publication it was."""
    return age <= RECENT_DAYS and draft.time in draft.scene.times and not was_earlier(draft.time)


class Status:
    """Reads the status of a draft claim; holds the cues."""

    def __init__(self, grammar: Grammar) -> None:
        self._cues = grammar.status
        self._cue_forms = {name: written_with(cues, ("و", "ف", "ب", "ل")) for name, cues in grammar.status.items()}
        self._negators = grammar.function["negators"]
        self._negator_forms = written_with(self._negators, ("و", "ف", "ب"))
        self._recalls = by_first_word(grammar.function["recalls"])
        self._habits = grammar.function["habits"]
        self._earlier = Earlier(grammar)
        self._coming, self._alleged = grammar.function["to_come_adjectives"], grammar.function["alleged_adjectives"]
        self._from = grammar.function["from"]
        self._or = grammar.function["alternatives"]
        self._no_news_of = grammar.function["no_news_of"] | grammar.function["no_news_verbs"]
        self._no_news_verbs = grammar.function["no_news_verbs"]
        self._tried = grammar.function["tried"] | grammar.function["adding"]
        self._operations, self._attempts = grammar.function["operations_for"], grammar.function["attempts_at"]
        self._any, self._truth = grammar.function["any"], grammar.function["truth"]
        self._comes_of = grammar.function["comes_of_it"]
        self._decided = grammar.function["decided"]
        self._was = grammar.function["had"] | grammar.function["recalling"]
        self._was_forms = written_with(self._was, ("و",))
        # The words without which a sentence has nothing to say of a status, under the name of what is then asked.
        self._hears = {
            "comes_of": self._comes_of,
            "negates": self._negator_forms,
            "coming": self._coming | self._alleged,
            "planned": self._cue_forms["planned"],
            "rumoured": self._cue_forms["rumoured"],
            "recalls": written_with(self._recalls, ("و",)),
            "was": self._was_forms,
            "indeed": self._earlier.indeed,
            "habits": self._habits,
        }

    def of(self, draft: Draft, scope: Scope | None, published: date | None) -> tuple[str, str]:
        """The status and the reason for it (empty for asserted)."""
        found = draft.found
        told = found.told_as = self._told(draft, scope, published)
        if told[0] != "asserted":
            return told
        if found.prefix and found.form.pos != "verb":
            before = joined_before(draft.scene, found)
            if before is not None and before.told_as[1].startswith(_SHARED):
                found.told_as = before.told_as
                return before.told_as[0], "rule:joined-status"
        return ("planned", "rule:day-to-come") if is_of_a_day_to_come(draft) else told

    def _hear(self, scene: Scene) -> Heard:
        said = scene.has_of(self._hears)
        heard = scene.rules["status"] = Heard(
            comes_of="comes_of" in said,
            negates="negates" in said,
            will=scene.begins_any(WILL_BE),
            coming="coming" in said,
            planned="planned" in said,
            rumoured="rumoured" in said,
            recalled="recalls" in said and opens_with(scene, self._recalls),
            had="was" in said or "indeed" in said,
            habits="habits" in said,
        )
        return heard

    def _told(self, draft: Draft, scope: Scope | None, published: date | None) -> tuple[str, str]:
        scene, found = draft.scene, draft.found
        pos, kind = found.form.pos, draft.type
        heard: Heard = scene.rules.get("status") or self._hear(scene)
        if kind == "threaten" or found.trigger.guard == SWORN or (kind == "reject" and found.type != "reject"):
            return self._background(draft, heard, published)  # a threat and a refusal are made of what is not yet so
        denied = self._denied(scene, found, heard, scope)
        if denied:
            return "denied", denied
        planned = self._planned(draft, heard)
        if planned:
            return "planned", planned
        if heard.coming and pos != "verb" and scene.key(found.last + 1) in self._alleged:
            return "rumoured", "rule:described-as-alleged"
        cue = self._cue_before(scene, found, "planned", 7) if heard.planned and pos != "word" else ""
        decreed = cue and found.type == "arrested" and cue in self._decided  # قررت النيابة حبس X: it is done by that
        if cue and not decreed and not self._earlier.is_done(scene, found, cue):
            return "planned", f"cue:planned.{cue}"
        if is_purpose(scene, found, self._tried) and UNDERGOES not in draft.because:  # تعرض ستة للاعتقال
            return "planned", "rule:purpose"
        cue = self._cue_before(scene, found, "rumoured", 5) if heard.rumoured else ""
        if cue:
            return "rumoured", f"cue:rumoured.{cue}"
        return self._background(draft, heard, published)

    def _denied(self, scene: Scene, found: Found, heard: Heard, scope: Scope | None) -> str:
        """The reason why it is told as not having been, empty where it is not."""
        if found.form.pos == "noun" and _refused(scene, found):
            return "rule:refused"
        if heard.comes_of and self._came_of_none(scene, found):
            return "rule:came-of-none"
        if heard.negates and (self._negated(scene, found) or told_as_none(scene, found, self._negator_forms)):
            return "rule:negated"
        if (
            scope is not None
            and scope.verb == "deny"
            and scope.at < found.first
            and not relates(scene, scope.at, found)
            and not _answered_back(scene, scope.at, found)
        ):
            return "rule:negated"
        if heard.negates and said_untrue(scene, found, self._truth, self._negator):
            return "rule:said-untrue"
        return ""

    def _planned(self, draft: Draft, heard: Heard) -> str:
        """The reason why its own words or those right beside them tell it as still to come, empty where none does."""
        scene, found = draft.scene, draft.found
        pos = found.form.pos
        if pos == "verb":
            if found.form.future or may_be(scene, found):
                return "rule:future"
        elif (pos == "noun" and _discussed(scene, found)) or (
            heard.will and pos in ("noun", "phrase") and to_come(scene, found)
        ):
            return "rule:future"
        if found.prefix and found.type in KEPT_AS_PLAN and found.prefix.endswith(WITH) and _threatened(scene, found):
            return "rule:threatened"
        if heard.coming and pos != "verb" and scene.key(found.last + 1) in self._coming:
            return "rule:described-as-coming"
        if set_out_for(scene, found, self._operations, self._attempts):
            return "rule:purpose"
        return ""

    def _negated(self, scene: Scene, found: Found) -> bool:
        """A negator right before a verb, or دون / عدم before a noun with at most one carrier between."""
        if found.form.pos == "verb" and scene.key(found.first - 1) in self._or:
            return scene.key(found.first - 3) in self._negators and self._is_verb(scene, found.first - 2)
        reach = 1 if found.form.pos == "verb" else 6
        for at in range(found.first - 1, found.first - 1 - reach, -1):
            key = scene.key(at)
            if not key or key in COMMAS:
                return False
            bare = self._negator(key) if key in self._negator_forms else ""
            if bare and found.form.pos != "verb" and scene.key(at + 1) in self._no_news_verbs:
                return True
            if bare:
                return found.form.pos == "verb" or bare in _WITHOUT or (bare == _NO and none_of_it(found))
            if found.form.pos != "verb" and not (
                scene.info(at).light
                or scene.info(at).quantifier
                or key in self._no_news_of
                or key in self._or
                or scene.key(at + 1) in self._or
            ):
                return False
        return False

    def _came_of_none(self, scene: Scene, found: Found) -> bool:
        """لم يسفر الهجوم عن ضحايا, دون أن تتلقى الفرق بلاغات عن إصابات: a negated verb of what comes of something."""
        if found.form.pos == "verb" or found.type not in COMES_OF:
            return False
        for at in range(found.first - 1, max(scene.line.first, found.first - CAME_WITHIN) - 1, -1):
            key = scene.key(at)
            if key in COMMAS or (scene.info(at).opener and key not in self._any):
                return False
            if key in self._comes_of:
                before = scene.key(at - 2) if scene.key(at - 1) == "ان" else scene.key(at - 1)
                return bool(self._negator(before))
        return False

    def _is_verb(self, scene: Scene, at: int) -> bool:
        found = scene.found_at.get(at)
        return scene.info(at).verb_like or (found is not None and found.form.pos == "verb")

    def _negator(self, key: str) -> str:
        """The word that negates, its proclitic off."""
        splits = first_keys(key)
        return next((rest for prefix, rest in splits if prefix in _BEFORE_NEGATOR and rest in self._negators), "")

    def _words_before(self, scene: Scene, found: Found, reach: int) -> Iterator[int]:
        for at in range(found.first - 1, max(scene.line.first, found.first - reach) - 1, -1):
            info = scene.info(at)
            if info.opener or info.key in (":", "؛", ".", "،", "»", "«") or info.relative or info.key in _SINCE:
                return
            if at in scene.found_at and scene.found_at[at].form.pos == "verb":
                return
            yield at

    def _cue_before(self, scene: Scene, found: Found, name: str, reach: int) -> str:
        cues, forms, keys = self._cues[name], self._cue_forms[name], scene.line.keys
        first = max(scene.line.first, found.first - reach)
        if forms.isdisjoint(keys[first : found.first]):
            return ""
        for at in self._words_before(scene, found, reach):
            if keys[at] not in forms or at in scene.time_at:
                continue
            for prefix, rest in first_keys(keys[at]):
                if prefix not in ("", "و", "ف", "ب", "ل"):
                    continue
                for following, _ in cues.get(rest, ()):
                    if tuple(scene.line.keys[at + 1 : at + 1 + len(following)]) == following:
                        return rest
        return ""

    def _background(self, draft: Draft, heard: Heard, published: date | None) -> tuple[str, str]:
        scene, found = draft.scene, draft.found
        age = None
        if draft.dates is not None and published is not None:
            first, last = draft.dates
            last_day = date.fromisoformat(last)
            age = (published - last_day).days
            if age >= OLD_AFTER_DAYS:
                return "background", LONG_BEFORE
            long = first != last and (last_day - date.fromisoformat(first)).days >= LONG_STRETCH_DAYS
            if long and draft.type not in _LASTING and not _goes_on_since(draft):
                return "background", LONG_STRETCH
        spoken = draft.type in SPEECH_ACTS
        if heard.recalled and not spoken:
            return "background", "rule:recalled"
        if found.earlier is None:
            found.earlier = self._earlier.of(scene, found)
        if found.earlier:
            return "background", found.earlier
        if heard.had and self._pluperfect(scene, found) and not (age is not None and _is_recent(draft, age)):
            return "background", "rule:pluperfect"
        vague = draft.dates is None and draft.time is not None and draft.time.kind in _VAGUE
        if (
            vague
            and not spoken
            and not _lately(draft)
            and not _goes_on_since(draft)
            and not self._earlier.goes_on(draft)
        ):
            if not _of_another(draft):
                return "background", "rule:vague-past"
            draft.time = None
        if (
            heard.habits
            and not spoken
            and any(
                (scene.info(at).rest in self._habits or scene.key(at) in self._habits)
                and scene.key(at + 1) not in self._from
                for at in range(max(scene.line.first, found.first - 4), min(found.last + 3, scene.line.last))
            )
        ):
            return "background", "rule:habit"
        return "asserted", ""

    def tells_what_came_before(self, scene: Scene) -> bool:
        """Whether the sentence opens with كان or its like."""
        first = scene.line.first
        for key in scene.line.keys[first : min(first + 2, scene.line.last)]:
            if key.lstrip("و") in ("كان", "كانت", "كانوا", "يذكر", "يشار", "سبق"):
                return True
        return False

    def _pluperfect(self, scene: Scene, found: Found) -> bool:
        """وكان X قد فعل at the start of a sentence tells what came before; so does كانوا قد right before the verb."""
        first = scene.line.first
        if self._earlier.had_done_by(scene, found):
            return True
        recalls = scene.has_any(self._was_forms) and any(
            scene.info(at).rest in self._was or scene.key(at).removeprefix("و") in self._was
            for at in range(first, min(first + 3, found.first))
        )
        return recalls and not self._earlier.had_said(scene, found)
