"""What happened: finds the triggers of a sentence, drops those that mean something else, settles their type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from operator import attrgetter, itemgetter

from marsad.arabic.clitics import ARTICLE, WITH, first_keys
from marsad.arabic.phrases import Match
from marsad.claims.guards import Context
from marsad.claims.scene import COMMAS, HARD_STOPS, STOPS, Found, Scene
from marsad.claims.verb_or_noun import BLOWS, accusative, aimed_on, behind_a_carrying_verb, inside_name
from marsad.lexicons.triggers import Trigger, TriggerForm, Triggers
from marsad.mentions.chunks import Chunk

# How far the second part of a split phrase may stand from its verb: "أطلق مسلحون تابعون للقذافي النار".
THEN_WITHIN = 7
# The same where nothing else can complete the verb: لقي أربعة أشخاص، بينهم امرأة تقيم في الحي، مصرعهم.
FAR_WITHIN = 20
_ORDER = {"phrase": 0, "word": 1, "verb": 2, "noun": 2, "victims": 2}


_TRIGGERS = attrgetter("triggers")


def find_triggers(scene: Scene, triggers: Triggers, describing: frozenset[str] = frozenset()) -> list[Found]:
    """The triggers of a sentence from left to right, one sense for each word, before any guard.

    ``describing``: adjectives after which the word of an attack is a noun: قصف إسرائيلي, قصف عنيف.
    """
    found: list[Found] = []
    used: set[int] = set()
    line, behind = scene.line, scene.line.first
    begin = compress(range(line.first, line.last), map(_TRIGGERS, line.infos[line.first : line.last]))
    for at in begin:
        if at < behind or at in scene.time_at or at in used:
            continue
        best = _best(scene, at, triggers, found[-1] if found else None, used, describing)
        if best is not None:
            found.append(best)
            behind = best.last + 1
    return found


def _best(
    scene: Scene, at: int, triggers: Triggers, before: Found | None, used: set[int], describing: frozenset[str]
) -> Found | None:
    options: list[_Option] = []
    chunk = scene.chunk_at.get(at)
    for order, (prefix, rest) in enumerate(scene.line.infos[at].triggers):
        match = triggers.table.longest(rest, scene.line.keys, at + 1)
        if match is not None and at + match.length <= scene.line.last:
            for form in match.values:
                option = _option(scene, at, order, prefix, match, form, triggers, before, chunk, describing)
                if option is not None:
                    options.append(option)
    if not options:
        return None
    best = min(options, key=_RANK) if len(options) > 1 else options[0]
    found, then = best[1], best[2]
    if found.trigger.id.startswith(_FLEES) and _forces_beside(scene, found):
        found = next((other for _, other, _ in options if other.trigger.means == "withdrawal"), found)
    if then >= 0 and not found.trigger.id.startswith("mobilize.launch"):
        used.add(then)
    return found


# How good a reading of a word as a trigger is, least first, the reading, and where the rest of a split phrase stands.
_Option = tuple[tuple[int, int, int], Found, int]
_RANK = itemgetter(0)


def _option(
    scene: Scene, at: int, order: int, prefix: str, match: Match[TriggerForm], form: TriggerForm, triggers: Triggers,
    before: Found | None, chunk: Chunk | None, describing: frozenset[str],
) -> _Option | None:  # fmt: skip
    """A word read as one form of a trigger, None where it cannot be that."""
    trigger, pos, behind = triggers.entries[form.entry], form.pos, at + match.length
    if chunk is not None and inside_name(chunk, form, at):
        return None
    if pos == "verb":
        if prefix not in _BEFORE_VERBS or (not prefix and _no_verb_here(scene, at, chunk)):
            return None
        if form.aspect == "jussive" and not _behind_lam(scene, at):
            return None
    if form.suffix == "ه" and _marked_feminine(scene, at):
        return None
    if (
        pos == "verb"
        and len(match.values) > 1
        and _is_rather_noun(scene, at, prefix, match, form, trigger, before, describing)
    ):
        return None
    then = -1
    if trigger.then:
        then = _then(scene, behind, trigger)
        if then < 0:
            return None
    last = then if then == behind else behind - 1
    found = Found(at, last, prefix, form, trigger, trigger.means, [f"lexicon:{form.entry}"])
    if trigger.then_names and then > last:
        found.named_by = then
    return (-match.length - (then >= 0), order, _ORDER[pos]), found, then


def _is_rather_noun(
    scene: Scene, at: int, prefix: str, match: Match[TriggerForm], form: TriggerForm, trigger: Trigger,
    before: Found | None, describing: frozenset[str],
) -> bool:  # fmt: skip
    """Whether a word that may be a verb or a noun stands where it is the noun."""
    for other in match.values:
        if other.pos == "noun":
            break
    else:
        return False
    if prefix == "و" and before is not None and before.last == at - 1 and before.form.pos == "noun":
        return True
    if form.suffix:
        counted = scene.chunk_at.get(at + 1)
        if counted is not None and counted.count is not None:
            return True
        if not prefix and behind_a_carrying_verb(scene, at):
            return True
    behind = at + match.length
    if (trigger.modes and scene.key(behind) in describing) or _noun_place(scene, at, prefix):
        return True
    return trigger.means in BLOWS and (accusative(scene, at, form, prefix) or aimed_on(scene, behind))


# Words for flight: civilians are displaced, forces withdraw.
_FLEES = "flee"
_FORCES = frozenset({"actor", "group", "fighters"})


def _forces_beside(scene: Scene, found: Found) -> bool:
    """فر عناصر التنظيم, المسلحون فروا: whether those who flee are forces."""
    behind, before = scene.chunk_at.get(found.last + 1), scene.chunk_at.get(found.first - 1)
    if behind is not None and not behind.preposition:
        return behind.kind in _FORCES
    return before is not None and not before.preposition and before.kind in _FORCES


# Verbs take و ف ل (ليقتل); only nouns take ب and ك.
_BEFORE_VERBS = frozenset({"", "و", "ف", "ل", "ول"})

_NEVER_BEFORE_VERBS = frozenset(
    {"اثناء", "خلال", "بعد", "قبل", "عقب", "اثر", "جراء", "نتيجه", "بسبب", "رغم", "في", "الي"}
)


def _no_verb_here(scene: Scene, at: int, chunk: Chunk | None) -> bool:
    """Whether no finite verb can stand here: right behind a preposition (أثناء توقفه), or as a town (مدينة تدمر)."""
    if at > scene.line.first and scene.line.keys[at - 1] in _NEVER_BEFORE_VERBS:
        return True
    if chunk is None or chunk.kind != "place" or chunk.first != at:
        return False
    return bool(chunk.cue or chunk.preposition)


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
    if scene.key(at + 1).removeprefix("ال") in _MODIFIERS:
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
    )


def _then(scene: Scene, at: int, trigger: Trigger) -> int:
    """Index of the second part of a split phrase, or -1."""
    then, far, infos = trigger.then, trigger.far, scene.line.infos
    keys = scene.line.keys[at : min(at + (FAR_WITHIN if far else THEN_WITHIN), scene.line.last)]
    for place, key in enumerate(keys, at):
        if key in STOPS and (not far or key in HARD_STOPS):
            return -1
        if key in then:
            return place
        for _, rest in first_keys(key):
            if rest in then:
                return place
        if not far and place > at and infos[place].verb_like:
            return -1
    return -1


_TARGETING = frozenset({"attack.target", "attack.hit"})
MODE_TYPES = frozenset(
    {"attack", "airstrike", "shelling", "bombing", "suicide_bombing", "chemical_attack", "assassination", "shooting"}
)
# How far the noun of a mode may stand before the verb that says what it hit, or after it as its subject.
MERGE_WITHIN = 9
# How far behind the verb the strikes stand by which it was done.
BY_WHICH_WITHIN = 12


def merge_modes(scene: Scene, kept: list[Found], dropped: list[Found]) -> list[Found]:
    """غارات استهدفت X, استهدف القصف X is one happening: the noun keeps the claim and the verb gives its target."""
    gone: set[int] = set()
    revived: list[Found] = []
    for verb in kept:
        if verb.trigger.id not in _TARGETING or verb.form.pos not in ("verb", "noun"):
            continue
        noun = (
            _mode_beside(scene, verb, kept) or _mode_by_which(scene, verb, kept) or _mode_described(scene, verb, kept)
        )
        if noun is None:
            noun = _mode_beside(scene, verb, dropped)
            if noun is None:
                continue
            revived.append(noun)
        if context_free(noun):
            _set(noun, verb.type, "rule:mode-by-verb")
        noun.verb = verb
        gone.add(id(verb))
    if not gone:
        return kept
    return sorted([found for found in kept if id(found) not in gone] + revived, key=lambda found: found.first)


def context_free(found: Found) -> bool:
    """Whether the noun itself says nothing of the mode: هجوم, عملية."""
    return found.type == "attack"


def _mode_beside(scene: Scene, verb: Found, others: list[Found]) -> Found | None:
    """The noun of a mode that is the subject of the verb: right before it, or right after it."""
    for other in others:
        if (
            other is verb
            or other.type not in MODE_TYPES
            or other.form.pos not in ("noun", "phrase")
            or (other.prefix.endswith("ب") and other.first > verb.first)
        ):
            continue
        between = range(other.last + 1, verb.first) if other.first < verb.first else range(verb.last + 1, other.first)
        gap = [at for at in between if at not in scene.time_at]
        if len(gap) > (MERGE_WITHIN if other.first < verb.first else 0):
            continue
        if not any(
            (scene.info(at).preposition and not _names_doer(scene, at) and not _says_where(scene, at, other, verb))
            or scene.info(at).key in (":", "؛", ".")
            or at in scene.found_at
            for at in gap
        ):
            return other
    return None


# How far behind the noun of a mode the verb may stand that describes it: قصف من مواقع X على المدينة استهدف السوق.
DESCRIBED_WITHIN = 16


def _mode_described(scene: Scene, verb: Found, kept: list[Found]) -> Found | None:
    """The noun of a mode that a verb without "and" describes over its places and doers, where they agree."""
    noun = next((other for other in reversed(kept) if other.last < verb.first), None)
    if noun is None or verb.prefix or verb.form.pos != "verb" or noun.form.pos not in ("noun", "phrase"):
        return None
    if noun.type not in MODE_TYPES or verb.first - noun.last > DESCRIBED_WITHIN or not _agree(scene, noun, verb):
        return None
    relative = False
    for at in range(noun.last + 1, verb.first):
        info = scene.info(at)
        relative = relative or info.relative
        if info.opener or info.that or info.speech or info.key in HARD_STOPS:
            return None
        if info.verb_like and not relative and at not in scene.chunk_at:
            return None
    before = scene.chunk_at.get(verb.first - 1)
    beside = before is None or before.kind == "place" or before.preposition
    return noun if scene.key(verb.first - 1) in COMMAS or beside else None


def _agree(scene: Scene, noun: Found, verb: Found) -> bool:
    """Whether a noun of an attack can be the subject of a verb in the singular, by their gender."""
    feminine = noun.form.number == "p" or scene.key(noun.first).endswith(("ه", "ات"))
    return verb.form.number == "s" and (verb.form.gender == "f") == feminine


_WHERE = frozenset({"في", "من", "بواسطه", "قرب", "خلال", "منذ", "الي", "عبر"})


def _says_where(scene: Scene, at: int, noun: Found, verb: Found) -> bool:
    """Place, time and means may stand between a noun and its verb, but no other subject right before the verb."""
    before = scene.chunk_at.get(verb.first - 1)
    other_subject = before is not None and before.kind in ("actor", "group") and not before.preposition
    return (
        noun.first < at < verb.first and scene.info(at).preposition in _WHERE and not other_subject and not verb.prefix
    )


def _names_doer(scene: Scene, at: int) -> bool:
    """من قبل X between a noun and its verb only says whose it is."""
    pair = (scene.key(at), scene.key(at + 1)), (scene.key(at - 1), scene.key(at))
    return any(one == "من" and other in ("قبل", "طرف", "جانب") for one, other in pair)


def _mode_by_which(scene: Scene, verb: Found, kept: list[Found]) -> Found | None:
    """The noun of a mode behind ب in the clause of a verb: استهدفت الطائرات القرية بثلاث غارات."""
    for other in kept:
        if not verb.last < other.first <= verb.last + BY_WHICH_WITHIN or other.type not in MODE_TYPES:
            continue
        if other.form.pos not in ("noun", "phrase"):
            return None
        chunk = scene.chunk_at.get(other.first)
        first = min(chunk.start, other.first) if chunk is not None else other.first
        behind = other.prefix.endswith(WITH) or scene.info(other.first - 1).key.startswith(WITH)
        clause = range(verb.last + 1, first)
        ended = any(scene.key(at) in HARD_STOPS or scene.info(at).opener or scene.info(at).verb_like for at in clause)
        return other if behind and not ended else None
    return None


_MODIFIERS: Mapping[str, str] = {
    "جوي": "airstrike", "جويه": "airstrike", "جويين": "airstrike", "جويا": "airstrike",
    "صاروخي": "shelling", "صاروخيه": "shelling", "مدفعي": "shelling", "مدفعيه": "shelling",
    "صاروخيا": "shelling", "مدفعيا": "shelling",
    "انتحاري": "suicide_bombing", "انتحاريه": "suicide_bombing",
    "انتحاريا": "suicide_bombing", "انتحاريين": "suicide_bombing",
    "كيماوي": "chemical_attack", "كيميايي": "chemical_attack",
    "كيماويه": "chemical_attack", "كيمياييه": "chemical_attack",
    "تفجيري": "bombing",
}  # fmt: skip


def settle_type(scene: Scene, found: Found, groups: Sequence[object], context: Context) -> None:
    """The mode of an attack from its adjective, its weapons, its doer, then from what the report tells elsewhere."""
    for at in (found.last + 1, found.last + 2) if found.form.pos != "verb" else ():
        modifier = _MODIFIERS.get(scene.key(at).removeprefix("ال"))
        if modifier and not (found.type == "bombing" and modifier != "suicide_bombing"):
            _set(found, modifier, "rule:mode-by-adjective")
            if at == found.last + 1:
                found.last = at
            return
    remote = context.remote_near(scene, found)
    if remote == "shooting" and found.trigger.id != "attack.target":
        remote = None  # an attack with rifles is still an attack
    if remote and found.type != "bombing":
        _set(found, remote, "rule:mode-by-weapon")
        return
    if remote == "suicide_bombing":
        _set(found, remote, "rule:mode-by-weapon")
        return
    strikes = found.type in ("shelling", "airstrike") and found.trigger.frame == "strike"
    behind = scene.found_at.get(found.last + 1) or scene.found_at.get(found.last + 3)
    apart = behind is not None and behind.trigger.id.startswith("airstrike.raid") and behind.prefix == "و"
    if strikes and not apart and context.air_only and not _from_the_ground(scene, found, context):
        _set(found, "airstrike", "rule:mode-by-report")


def _from_the_ground(scene: Scene, found: Found, context: Context) -> bool:
    """قصف قوات النظام, قصف متبادل: forces on the ground are not taken for planes because the report tells of planes."""
    if found.trigger.id != "shelling.verb" or found.form.pos == "verb":
        return False
    ground = context.words["ground_forces"]
    return any(scene.key(found.last + step).removeprefix(ARTICLE) in ground for step in (1, 2))


def _set(found: Found, kind: str, why: str) -> None:
    if found.type != kind:
        found.type = kind
        found.because.append(why)
