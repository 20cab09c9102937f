"""Earlier: what a report tells as what came before its news, by the words around the trigger, whatever its date.

ردا على هجوم: the provocation came first. بعد أسبوع من مقتل X: so did what is counted from. خلال الأعوام الماضية and
قصف شبه يومي: what went on for long, or goes on again and again, is the ground of the news and not the news.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from marsad.arabic.clitics import AND, PRESENT, rests, rests_and_bare, with_prefix
from marsad.claims.draft import Draft
from marsad.claims.scene import HARD_STOPS, STOPS, Found, Scene
from marsad.lexicons.grammar import Grammar

# How far before a trigger the words stand that tell what it answers or is counted from.
ANSWER_WITHIN, COUNTED_WITHIN = 4, 8
# How far around a trigger the stretch of time stands over which it went on.
AROUND = 10
HABIT_BEHIND, HABIT_BEFORE = 8, 6
# How far into a sentence the verb of speech may stand that itself was before; twice as far behind قد.
SAID_WITHIN = 7
# How far behind a trigger the words may stand that say since when it was so.
SINCE_BEHIND = 16
# Among the first words of a sentence such a stretch holds for all of it.
OPENING = 4


def joined_before(scene: Scene, found: Found) -> Found | None:
    """The noun to whose list a noun with و belongs; no verb and no full stop stands between them."""
    if found.form.pos == "verb" or not found.prefix.startswith(AND):
        return None
    infos = scene.line.infos
    for at in range(found.first - 1, scene.line.first - 1, -1):
        other = scene.found_at.get(at)
        if other is not None:
            return other if other.form.pos != "verb" else None
        info = infos[at]
        if info.verb_like or info.key in HARD_STOPS or info.speech:
            return None
    return None


def relates(scene: Scene, at: int, found: Found) -> bool:
    """Whether a verb stands in a relative clause behind a word: what is said of a thing is not what is denied."""
    return found.form.pos == "verb" and any(scene.info(place).relative for place in range(at + 1, found.first))


Phrases = Mapping[str, Sequence[tuple[str, ...]]]
Rule = Callable[[Scene, Found], bool]


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """Phrases under their first word, without it: most words of a sentence begin none."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        found.setdefault(first, []).append(tuple(rest))
    return found


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words that phrases end with: of phrases like من حين لاخر they are the rare ones."""
    return frozenset([phrase.split()[-1] for phrase in phrases])


def stands_at(scene: Scene, at: int, phrases: Phrases) -> bool:
    """Whether one of the phrases begins at a word."""
    keys = scene.line.keys
    for rest in phrases.get(keys[at], ()):
        if tuple(keys[at + 1 : at + 1 + len(rest)]) == rest:
            return True
    return False


def _with_and(words: Iterable[str]) -> frozenset[str]:
    """Words as they stand behind "and" and without it."""
    return frozenset({word for word in words if not word.startswith(AND)} | {AND + word for word in words})


class Earlier:
    """Holds the words; ``of`` gives the reason why a trigger tells what came before, or nothing."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.function
        self._answers = by_first_word(words["answered_by"])
        self._after, self._from = words["after"], words["from"]
        self._units = words["long_units"]
        self._announcing = words["announcing"]
        self._stretches, self._past = _with_and(words["stretches"]), words["past"]
        self._again = by_first_word(words["again_and_again"])
        self._had, self.indeed = words["had"], words["indeed"]
        self._attempts, self._sentences = words["tried"], words["sentences"]
        self._failed = words["failed_adjectives"]
        self._comes, self._comes_behind = words["comes"], words["comes_behind"]
        self._and_comes = with_prefix(words["comes"], AND)
        self._hours, self._beside = words["hours"], words["set_beside"]
        self._next_day, self._within = by_first_word(words["next_day"]), words["inside"]
        self._since = _with_and(words["since"])
        self._turns, self._starts, self._eras = words["era_turns"], words["era_starts"], words["eras"]
        self._former, self._superlatives = words["former"], words["superlatives"]
        self._carried_out, self._short = words["carried_out"], words["short_units"]
        # The rules in the order of asking, and the words without which each says nothing.
        asked: list[tuple[str, frozenset[str], Rule]] = [
            ("rule:answered", frozenset(self._answers), self._answered),
            ("rule:counted-from", self._from, self._counted_from),
            ("rule:comes-after", self._and_comes, self._comes_after),
            ("rule:since-an-era", self._since, self._since_an_era),
            ("rule:former", self._former, self._is_former),
            ("rule:over-a-stretch", self._stretches, self._over_a_stretch),
            ("rule:habit", _last_words(words["again_and_again"]), self._is_habit),
            ("rule:had-done", self.indeed, self._had_done),
        ]
        self._rules = [(why, rule) for why, _, rule in asked]
        self._said_by = {why: words for why, words, _ in asked}

    def of(self, scene: Scene, found: Found) -> str:
        """The reason, empty where the trigger may be news."""
        rules: list[tuple[str, Rule]] | None = scene.rules.get("earlier")
        if rules is None:
            rules = scene.rules["earlier"] = self._of_sentence(scene)
        for why, rule in rules:
            if rule(scene, found):
                return why
        return ""

    def _of_sentence(self, scene: Scene) -> list[tuple[str, Rule]]:
        """The rules that may say something of a trigger in a sentence of these words, in the order of asking."""
        said = scene.has_of(self._said_by)
        return [(why, rule) for why, rule in self._rules if why in said] if said else []

    def _is_former(self, scene: Scene, found: Found) -> bool:
        """الهجوم السابق: the adjective behind a noun says so."""
        return found.form.pos != "verb" and scene.key(found.last + 1) in self._former

    def is_done(self, scene: Scene, found: Found, cue: str) -> bool:
        """Whether a plan was carried out, beaten off or came to nothing: نفذت حكم الإعدام, أحبطت محاولة لشن هجوم."""
        before = range(found.first - 1, max(scene.line.first, found.first - 8) - 1, -1)
        tried = cue in self._attempts or any(scene.info(at).rest in self._attempts for at in before[:3])
        if tried and any(scene.key(found.last + step) in self._failed for step in (1, 2)):
            return True
        for at in before:
            other = scene.found_at.get(at)
            if tried and other is not None and other.type == "repel":
                return True
            if cue in self._sentences and scene.key(at).removeprefix(AND) in self._carried_out:
                return True
        return False

    def goes_on(self, draft: Draft) -> bool:
        """تتصدى منذ أيام: what is told in the present of a few days is news."""
        scene, found, time = draft.scene, draft.found, draft.time
        if time is None or not any(scene.key(at) in self._short for at in range(time.first, time.last + 1)):
            return False
        if found.form.pos == "verb":
            return found.form.aspect == "imperfect"
        before = range(found.first - 1, max(scene.line.first, found.first - 6) - 1, -1)
        verbs = [at for at in before if scene.info(at).verb_like or scene.info(at).light or at in scene.found_at]
        return bool(verbs) and scene.key(verbs[0]).removeprefix(AND)[:1] in PRESENT

    def _answered(self, scene: Scene, found: Found) -> bool:
        """ردا على هجوم: a noun behind the answer, or the verb right behind that noun."""
        for at in range(found.first - 1, max(scene.line.first, found.first - ANSWER_WITHIN) - 1, -1):
            if stands_at(scene, at, self._answers):
                return True
            other = scene.found_at.get(at)
            if scene.key(at) in STOPS or (other is not None and other.form.pos == "verb"):
                return False
        return False

    def _counted_from(self, scene: Scene, found: Found) -> bool:
        """بعد أقل من شهر من مقتل X: a long unit between after and from."""
        if found.form.pos == "verb":
            return False
        start = found.first - 1
        if scene.info(start - 1).speech or scene.key(start - 1) in self._announcing:
            start -= 1
        if scene.key(start) in self._announcing:
            start -= 1
        if scene.key(start) not in self._from:
            return False
        long = False
        for at in range(start - 1, max(scene.line.first, found.first - COUNTED_WITHIN) - 1, -1):
            key = scene.key(at)
            if not self._after.isdisjoint(rests[key]):
                return long
            if at in scene.found_at or key in STOPS:
                return False
            long = long or key in self._units
        return False

    def _comes_after(self, scene: Scene, found: Found) -> bool:
        """ويأتي ذلك بعد هجوم, جاءت الغارات غداة قمة: what the news came after, if not hours after."""
        first = scene.line.first
        if scene.key(first).removeprefix(AND) not in self._comes or scene.key(first + 1) in self._within:
            return False
        for at in range(found.first - 1, first, -1):
            key = scene.key(at)
            if key in self._comes_behind or stands_at(scene, at, self._next_day):
                return scene.key(at + 1) not in self._hours
            if key in HARD_STOPS or key in self._beside or (scene.info(at).speech and key not in self._announcing):
                return False
        return False

    def _since_an_era(self, scene: Scene, found: Found) -> bool:
        """ومنذ انتهاء الحرب قتل 300 مدني: told over years; not what is the worst since then."""
        first, since = scene.line.first, self._since
        for at, key in enumerate(scene.line.keys[first : min(found.last + SINCE_BEHIND, scene.line.last)], first):
            if key not in since:
                continue
            turn = scene.key(at + 1)
            behind = [scene.key(place) for place in range(at + 2, at + 4)]
            if turn in self._turns or (turn in self._starts and any(key in self._eras for key in behind)):
                before = range(max(scene.line.first, at - SINCE_BEHIND), at)
                return not any(scene.key(place) in self._superlatives for place in before)
        return False

    def _over_a_stretch(self, scene: Scene, found: Found) -> bool:
        """خلال الأعوام الماضية, في الأسابيع القليلة المنصرمة."""
        first, last = max(scene.line.first, found.first - AROUND), min(found.last + AROUND, scene.line.last - 1)
        opening = range(scene.line.first, min(scene.line.first + OPENING, first))
        keys = scene.line.keys
        for at in (*opening, *range(first, last)):
            if keys[at] in self._stretches and any(scene.key(behind) in self._past for behind in (at + 1, at + 2)):
                low, high = sorted((at, found.first))
                return not any(scene.key(between) in HARD_STOPS for between in range(low, high))
        return False

    def _is_habit(self, scene: Scene, found: Found) -> bool:
        """قصف شبه يومي, من حين لآخر."""
        keys, again, found_at = scene.line.keys, self._again, scene.found_at
        behind = range(found.last + 1, min(found.last + HABIT_BEHIND, scene.line.last))
        before = range(found.first - 1, max(scene.line.first, found.first - HABIT_BEFORE) - 1, -1)
        for words in (behind, before):
            for at in words:
                if at in found_at or keys[at] in STOPS:
                    return False
                if keys[at] in again and stands_at(scene, at, again):
                    return True
        return False

    def had_done_by(self, scene: Scene, found: Found) -> bool:
        """كانوا قد نزحوا: the verb itself is what had been done."""
        before = found.first - 1
        if scene.key(before) not in self.indeed:
            return False
        return any(
            scene.key(at).removeprefix(AND) in self._had for at in range(max(scene.line.first, before - 6), before)
        )

    def had_said(self, scene: Scene, found: Found) -> bool:
        """وكان المتحدث قد قال: somebody's telling was before, not what is told."""
        first = scene.line.first
        return any(
            scene.info(at).speech and (at < first + SAID_WITHIN or scene.key(at - 1) in self.indeed)
            for at in range(first, min(first + 2 * SAID_WITHIN, found.first))
        )

    def _had_done(self, scene: Scene, found: Found) -> bool:
        """كانوا قد تلقوا تدريبات: the noun behind a verb of what had been done."""
        if found.form.pos == "verb":
            return False
        for at in range(found.first - 1, max(scene.line.first, found.first - 6) - 1, -1):
            if scene.key(at) in STOPS:
                return False
            if scene.key(at) in self.indeed:
                before = range(max(scene.line.first, at - 5), at)
                return any(not self._had.isdisjoint(rests_and_bare[scene.key(place)]) for place in before)
        return False
