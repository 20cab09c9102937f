"""What happened: finds the triggers of a sentence, drops those that mean something else, settles their type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from operator import attrgetter, itemgetter

from marsad.arabic.clitics import AND, ARTICLE, WITH, rests
from marsad.arabic.phrases import Match
from marsad.arabic.verbs import US
from marsad.claims.agreement import is_feminine_side
from marsad.claims.beside import stands_beside
from marsad.claims.guards import named_before
from marsad.claims.guards_of_harm import MODES_OF_HARM
from marsad.claims.moved import Words, moves_a_force
from marsad.claims.scene import Found, Scene, is_accusative
from marsad.claims.senses import company_fits
from marsad.claims.split_phrases import Reach, reach_behind
from marsad.claims.verb_or_noun import BLOWS, accusative, aimed_on, behind_a_carrying_verb, inside_name, is_announced
from marsad.lexicons.triggers import Trigger, TriggerForm, Triggers
from marsad.mentions.chunks import Chunk

_ORDER = {"phrase": 0, "word": 1, "verb": 2, "noun": 2, "victims": 2}


_TRIGGERS = attrgetter("triggers")


def find_triggers(
    scene: Scene, triggers: Triggers, words: Words, describing: frozenset[str] = frozenset()
) -> list[Found]:
    """The triggers of a sentence from left to right, one sense for each word, before any guard.

    ``describing``: adjectives after which the word of an attack is a noun: قصف إسرائيلي, قصف عنيف.
    """
    found: list[Found] = []
    used: set[int] = set()
    line, behind, time_at, by_means = scene.line, scene.line.first, scene.time_at, False
    word = _Word(scene, triggers, words, describing)
    begin = compress(range(line.first, line.last), map(_TRIGGERS, line.infos[line.first : line.last]))
    for at in begin:
        if at < behind or at in time_at or at in used:
            continue
        word.at, word.chunk, word.before = at, scene.chunk_at.get(at), found[-1] if found else None
        best = _best(word, used)
        if best is not None:
            found.append(best)
            by_means = by_means or best.trigger.id in _BY_MEANS
            second = _second_mode(scene, best, triggers) if best.type in _FIRE else None
            if second is not None:
                found.append(second)
            behind = found[-1].last + 1
    if not by_means:
        return found
    return [one for one in found if one.trigger.id not in _BY_MEANS or _told_by_means(one, found)]


class _Word:
    """The word of a sentence that may be a trigger, with what its readings are chosen by."""

    __slots__ = ("at", "before", "chunk", "describing", "reaches", "scene", "triggers", "words")

    def __init__(self, scene: Scene, triggers: Triggers, words: Words, describing: frozenset[str]) -> None:
        self.scene, self.triggers, self.words, self.describing = scene, triggers, words, describing
        self.at = -1
        self.chunk: Chunk | None = None
        # The trigger before it.
        self.before: Found | None = None
        # By where the first part of a split phrase ends, and whether the second may stand far.
        self.reaches: dict[tuple[int, bool], Reach] = {}


# A blast or shelling that the sentence has no other word for: مقتل قائد بعبوة ناسفة, إصابة طفل بقذيفة.
_BY_MEANS = frozenset({"bombing.means", "shelling.means"})


def _told_by_means(means: Found, found: Sequence[Found]) -> bool:
    """Whether the means stands for the deed; لغم من مخلفات الحرب, انفجار لغم are words of what is told by others."""
    return not any(other.type in MODES_OF_HARM for other in found if other is not means)


def _best(word: _Word, used: set[int]) -> Found | None:
    """The sense in which a word is a trigger; where its phrase is split, ``used`` takes the second part."""
    at, line, longest = word.at, word.scene.line, word.triggers.table.longest
    options: list[_Option] = []
    for order, (prefix, rest) in enumerate(line.infos[at].triggers):
        match = longest(rest, line.keys, at + 1)
        if match is not None and at + match.length <= line.last:
            _add_options(options, word, order, prefix, match)
    if not options:
        return None
    _, found, then = options[0] if len(options) == 1 else _best_of(word.scene, options)
    if then >= 0 and not found.trigger.id.startswith("mobilize.launch"):
        used.add(then)
    return found


def _best_of(scene: Scene, options: Sequence[_Option]) -> _Option:
    """The option of the best rank, or one of another sense where the words around it ask for that."""
    best = min(options, key=_RANK)
    if best[2] >= 0 and not company_fits(scene, best[1]):
        best = _in_better_company(scene, options) or best
    found = best[1]
    if found.form.suffix == US or found.form.person == 1:
        ours = _we_did(scene, found)
        found = next((other for _, other, _ in options if (other.form.person == 1) == ours), found)
    if found.trigger.id.startswith(_FLEES) and _forces_flee(scene, found):
        found = next((other for _, other, _ in options if other.trigger.means == "withdrawal"), found)
    if found.trigger.id == _BESIEGED and _besieges(scene, found):
        found = next((other for _, other, _ in options if other.trigger.id == _BESIEGING), found)
    if found.trigger.id == _LAUNCHED and _of_an_operation(scene, found):
        found = next((other for _, other, _ in options if other.trigger.means == "mobilize"), found)
    return best[0], found, best[2]


def _we_did(scene: Scene, found: Found) -> bool:
    """استهدفنا سفينة, X: قصفنا القاعدة: what stands behind is whom we hit; قصفنا النظام is rather who hit us."""
    speaker = scene.chunk_at.get(found.first - 2) if scene.key(found.first - 1) == ":" else None
    if speaker is not None and speaker.kind in _SIDES:
        return True
    behind = scene.chunk_at.get(found.last + 1)
    if behind is None:
        return _begins_an_object(scene, found.last + 1)  # قصفنا حشودات العدو
    if behind.preposition == WITH:  # استهدفنا بصواريخ X تجمعا لـY
        after = scene.chunk_at.get(behind.last + 1)
        return after is not None and not after.preposition and is_accusative(scene, after)
    return not behind.preposition and not (behind.definite and behind.kind in _SIDES)


def _begins_an_object(scene: Scene, at: int) -> bool:
    info = scene.info(at)
    apart = info.function or info.auxiliary or info.definite or info.prefix or info.verb_like
    return info.is_word and not apart and at not in scene.time_at and at not in scene.found_at


_SIDES = frozenset({"actor", "group"})


# How good a reading of a word as a trigger is, least first, the reading, and where the rest of a split phrase stands.
_Option = tuple[tuple[int, int, int], Found, int]
_RANK = itemgetter(0)


def _add_options(options: list[_Option], word: _Word, order: int, prefix: str, match: Match[TriggerForm]) -> None:
    """Add the senses that a word can have, read with one prefix."""
    entries, behind = word.triggers.entries, word.at + match.length
    verbs: bool | None = None
    for form in match.values:
        if form.pos == "verb":
            if verbs is None:
                verbs = _may_be_verb(word, prefix)
            if not verbs:
                continue
        trigger, then = entries[form.entry], -1
        if trigger.then:
            then = _then(word, behind, trigger)
            if then < 0:
                continue
        found = _as_found(word, prefix, match, form, trigger, then)
        if found is not None:
            asked = then >= 0 or trigger.moves != "" or trigger.beside != ""
            options.append(((-match.length - asked, order, _ORDER[form.pos]), found, then))


def _as_found(
    word: _Word, prefix: str, match: Match[TriggerForm], form: TriggerForm, trigger: Trigger, then: int
) -> Found | None:
    """A word as one form of a trigger, None where it cannot be that or phrases are missing that the sense asks for."""
    scene, at, chunk, behind = word.scene, word.at, word.chunk, word.at + match.length
    if chunk is not None and inside_name(chunk, form, at):
        return None
    if form.suffix == "ه" and _marked_feminine(scene, at):
        return None
    if form.pos == "verb":
        if form.aspect == "jussive" and not _behind_lam(scene, at):
            return None
        if len(match.values) > 1 and _is_rather_noun(word, prefix, match, form, trigger):
            return None
    last = then if then == behind and not trigger.then_does else behind - 1
    found = Found(at, last, prefix, form, trigger, trigger.means, [f"lexicon:{form.entry}"])
    if trigger.then_names and then > last:
        found.named_by = then
    if trigger.moves and not moves_a_force(scene, found, word.words):
        return None
    if trigger.beside and not stands_beside(scene, found):
        return None
    return found


def _is_rather_noun(word: _Word, prefix: str, match: Match[TriggerForm], form: TriggerForm, trigger: Trigger) -> bool:
    """Whether a word that may be a verb or a noun stands where it is the noun."""
    for other in match.values:
        if other.pos == "noun":
            break
    else:
        return False
    scene, at, before = word.scene, word.at, word.before
    if prefix == "و" and before is not None and before.last == at - 1 and before.form.pos == "noun":
        return True
    if form.suffix:
        counted = scene.chunk_at.get(at + 1)
        if counted is not None and counted.count is not None:
            return True
        if not prefix and behind_a_carrying_verb(scene, at):
            return True
    if trigger.frame == "kill" and not prefix and form.number == "s" and is_announced(scene, at):
        return True
    behind = at + match.length
    if not form.suffix and form.gender == "m" and is_feminine_side(scene, behind):
        return True  # قصف قوات X, توغل القوات: a verb would be feminine
    if (trigger.modes and scene.key(behind) in word.describing) or _noun_place(scene, at, prefix):
        return True
    return trigger.means in BLOWS and (accusative(scene, at, form, prefix) or aimed_on(scene, behind))


def _in_better_company(scene: Scene, options: Sequence[_Option]) -> _Option | None:
    """أطلق قنابل مسيلة, ألقى قنبلة يدوية: of split phrases with the same words the one whose company stands near."""
    fitting = [option for option in options if option[2] >= 0 and company_fits(scene, option[1])]
    return min(fitting, key=_RANK) if fitting else None


# Adjectives that tell the mode of an attack: قصف جوي.
MODIFIERS: Mapping[str, str] = {
    "جوي": "airstrike", "جويه": "airstrike", "جويين": "airstrike", "جويا": "airstrike",
    "صاروخي": "shelling", "صاروخيه": "shelling", "مدفعي": "shelling", "مدفعيه": "shelling",
    "صاروخيا": "shelling", "مدفعيا": "shelling",
    "انتحاري": "suicide_bombing", "انتحاريه": "suicide_bombing",
    "انتحاريا": "suicide_bombing", "انتحاريين": "suicide_bombing",
    "كيماوي": "chemical_attack", "كيميايي": "chemical_attack",
    "كيماويه": "chemical_attack", "كيمياييه": "chemical_attack",
    "تفجيري": "bombing",
}  # fmt: skip


_FIRE = frozenset({"attack", "airstrike", "shelling"})
# The entries by which the second of two modes is told.
_TOLD_BY = {"airstrike": "airstrike.noun", "shelling": "shelling.missile.strike"}


def _second_mode(scene: Scene, found: Found, triggers: Triggers) -> Found | None:
    """قصف جوي ومدفعي, هجمات صاروخية وجوية: one from the air and one from the ground are two happenings."""
    if found.form.pos not in ("noun", "phrase"):
        return None
    at = found.last if scene.key(found.last).removeprefix(ARTICLE) in MODIFIERS else found.last + 1
    first, behind = MODIFIERS.get(scene.key(at).removeprefix(ARTICLE)), scene.key(at + 1)
    if first not in _TOLD_BY or not behind.startswith(AND):
        return None
    mode = MODIFIERS.get(behind[1:].removeprefix(ARTICLE), "")
    if mode not in _TOLD_BY or mode == first:
        return None
    entry = _TOLD_BY[mode]
    form = TriggerForm(entry, "phrase", definite=behind[1:].startswith(ARTICLE))
    return Found(at + 1, at + 1, AND, form, triggers.entries[entry], mode, [f"lexicon:{entry}", "rule:second-mode"])


_BESIEGED, _BESIEGING = "siege.state", "siege.verb"


def _besieges(scene: Scene, found: Found) -> bool:
    """محاصرة الجيش قرية X, محاصرة المدينة: the noun of the deed, where one stands right behind it; not وهي محاصرة."""
    behind = scene.chunk_at.get(found.last + 1)
    if found.form.definite or behind is None or behind.preposition or behind.start != found.last + 1:
        return False
    before = scene.info(found.first - 1)
    apart = bool(
        before.preposition or before.light or found.prefix or not before.is_word or scene.found_at.get(found.first - 1)
    )
    return behind.kind in _BESIEGES and (apart or scene.chunk_at.get(found.first - 1) is None or behind.definite)


_BESIEGES = frozenset({"actor", "group", "fighters", "place", "facility"})
_LAUNCHED = "shelling.launched"
_OPERATIONS = frozenset({"عمليه", "العمليه", "العمليات", "حمله", "الحمله", "معركه", "المعركه", "حرب", "الحرب"})
# How far before a launch the operation may stand that was launched, in words.
_OPERATION_WITHIN = 7


def _of_an_operation(scene: Scene, found: Found) -> bool:
    """عملية «السهم» التي أطلقتها القوات: an operation is launched."""
    first = max(scene.line.first, found.first - _OPERATION_WITHIN)
    if not scene.info(found.first - 1).relative:
        return False
    return not _OPERATIONS.isdisjoint(scene.line.keys[first : found.first])


# Words for flight: civilians are displaced, forces withdraw.
_FLEES = "flee"
_FORCES = frozenset({"actor", "group", "fighters"})


def _forces_flee(scene: Scene, found: Found) -> bool:
    """فر عناصر التنظيم, أجبر المتمردين على الفرار, قبل فرارهم: whether those who flee are forces."""
    behind = scene.chunk_at.get(found.last + (2 if scene.info(found.last + 1).pronominal else 1))  # فر إليها مسلحون
    if behind is not None and not behind.preposition and behind.kind != "place":
        return behind.kind in _FORCES
    who = named_before(scene, found)
    return who is not None and who.kind in _FORCES


# Verbs take و ف ل (ليقتل); only nouns take ب and ك.
_BEFORE_VERBS = frozenset({"و", "ف", "ل", "ول"})

_NEVER_BEFORE_VERBS = frozenset(
    {"اثناء", "خلال", "بعد", "قبل", "عقب", "اثر", "جراء", "نتيجه", "بسبب", "رغم", "في", "الي"}
)


def _may_be_verb(word: _Word, prefix: str) -> bool:
    """Whether a finite verb can stand here: not behind a preposition (أثناء توقفه), nor as a town (مدينة تدمر)."""
    if prefix:
        return prefix in _BEFORE_VERBS
    line, at, chunk = word.scene.line, word.at, word.chunk
    if at > line.first and line.keys[at - 1] in _NEVER_BEFORE_VERBS:
        return False
    return chunk is None or chunk.kind != "place" or chunk.first != at or not (chunk.cue or chunk.preposition)


_LAM = frozenset({"لم", "ولم", "فلم"})


def _behind_lam(scene: Scene, at: int) -> bool:
    """Whether a short form stands where only a verb does: لم يصب, لم تقتل أو تصب."""
    return scene.key(at - 1) in _LAM or (scene.key(at - 1) == "او" and scene.key(at - 3) in _LAM)


def _marked_feminine(scene: Scene, at: int) -> bool:
    """A final ta marbuta is no pronoun: إصابة is the noun, never "he hit him"."""
    return scene.line.text[scene.line.words[at].end - 1] == "ة"


def _noun_place(scene: Scene, at: int, prefix: str) -> bool:
    """Whether the word stands where only a noun can: after a preposition or a noun trigger, before its adjective."""
    if "ل" in prefix or "ب" in prefix:
        return True
    if scene.key(at + 1).removeprefix("ال") in MODIFIERS:
        return True
    if at == scene.line.first:
        return False
    before = scene.line.infos[at - 1]
    if before.light and before.light[1] == "verb" and not prefix:
        return True
    if before.preposition and before.preposition not in ("حسب", "بحسب", "حتي"):
        return True
    return bool(before.noun and before.noun.category == "other") or before.rest in (
        "عمليه",
        "عمليات",
        "محاوله",
        "محاولات",
        "جريمه",
        "جرايم",
        "حادثه",
        "حوادث",
        "حمله",
        "حملات",
        "اعمال",
        "سلسله",
        "عقب",
        "خشيه",
        "منع",
        "احتمال",
    )


def _then(word: _Word, at: int, trigger: Trigger) -> int:
    """Index of the second part of a split phrase whose first part ends before ``at``, or -1."""
    reach = word.reaches.get((at, trigger.far))
    if reach is None:
        reach = word.reaches[at, trigger.far] = reach_behind(word.scene, at, far=trigger.far)
    places, within = reach
    then = trigger.then
    if then.isdisjoint(within):
        return -1
    keys = word.scene.line.keys
    for place in places:
        if not then.isdisjoint(rests[keys[place]]):
            return place
    return -1
