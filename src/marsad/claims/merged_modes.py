"""One happening in two words: the noun of an attack and the verb that says what it hit make one claim."""

from __future__ import annotations

from collections.abc import Mapping

from marsad.arabic.clitics import AND, FEMININE, FEMININE_PLURAL, FROM, UPON, WITH
from marsad.claims.modes import set_mode
from marsad.claims.scene import COMMAS, HARD_STOPS, Found, Scene

Words = Mapping[str, frozenset[str]]
_TARGETING = frozenset({"attack.target", "attack.hit"})
MODE_TYPES = frozenset(
    {"attack", "airstrike", "shelling", "bombing", "suicide_bombing", "chemical_attack", "assassination", "shooting"}
)
# How far the noun of a mode may stand before the verb that says what it hit, or after it as its subject.
MERGE_WITHIN = 9
# How far behind the verb the strikes stand by which it was done.
BY_WHICH_WITHIN = 12


def merge_modes(scene: Scene, kept: list[Found], dropped: list[Found], words: Words) -> list[Found]:
    """غارات استهدفت X, استهدف القصف X is one happening: the noun keeps the claim and the verb gives its target."""
    gone: set[int] = set()
    revived: list[Found] = []
    for verb in kept:
        if verb.trigger.id not in _TARGETING or verb.form.pos not in ("verb", "noun"):
            continue
        noun = (
            _mode_beside(scene, verb, kept, words)
            or _mode_by_which(scene, verb, kept)
            or _mode_described(scene, verb, kept, words)
            or _mode_of_fire(scene, verb, kept, words)
        )
        if noun is None:
            noun = _mode_beside(scene, verb, dropped, words)
            if noun is None:
                continue
            revived.append(noun)
        if context_free(noun):
            set_mode(noun, verb.type, "rule:mode-by-verb")
        noun.verb = verb
        gone.add(id(verb))
    if not gone:
        return kept
    return sorted([found for found in kept if id(found) not in gone] + revived, key=lambda found: found.first)


def context_free(found: Found) -> bool:
    """Whether the noun itself says nothing of the mode: هجوم, عملية."""
    return found.type == "attack"


def _mode_beside(scene: Scene, verb: Found, others: list[Found], words: Words) -> Found | None:
    """The noun of a mode that is the subject of the verb: right before it, or right after it."""
    for other in others:
        if (
            other is verb
            or other.type not in MODE_TYPES
            or other.form.pos not in ("noun", "phrase")
            or (other.prefix.endswith(WITH) and other.first > verb.first)
        ):
            continue
        between = range(other.last + 1, verb.first) if other.first < verb.first else range(verb.last + 1, other.first)
        gap = [at for at in between if at not in scene.time_at]
        if len(gap) > (MERGE_WITHIN if other.first < verb.first else 0):
            continue
        if not any(
            (
                scene.info(at).preposition
                and not _names_doer(scene, at, words)
                and not _says_where(scene, at, other, verb, words)
            )
            or scene.info(at).key in (":", "؛", ".")
            or at in scene.found_at
            for at in gap
        ):
            return other
    return None


# How far behind the noun of a mode the verb may stand that describes it: قصف من مواقع X على المدينة استهدف السوق.
DESCRIBED_WITHIN = 16


def _mode_described(scene: Scene, verb: Found, kept: list[Found], words: Words) -> Found | None:
    """The noun of a mode that a verb without "and" describes over its places and doers, where they agree."""
    noun = next((other for other in reversed(kept) if other.last < verb.first), None)
    if noun is None or verb.prefix or verb.form.pos != "verb" or noun.form.pos not in ("noun", "phrase"):
        return None
    if noun.type not in MODE_TYPES or verb.first - noun.last > DESCRIBED_WITHIN or not _agree(scene, noun, verb):
        return None
    if scene.key(noun.first - 1) == UPON and scene.key(noun.first - 2).removeprefix(AND) in words["in_answer"]:
        return None  # ردا على الاعتداء على X، استهدف مجاهدو Y: another deed
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


def _mode_of_fire(scene: Scene, verb: Found, kept: list[Found], words: Words) -> Found | None:
    """أطلقت القوات 260 صاروخا استهدفت البلدات, ضربة استهدفت خلالها X: what was fired hit it, or the strike did."""
    other = next((found for found in reversed(kept) if found.last < verb.first), None)
    if other is None or verb.prefix or verb.form.pos != "verb" or other.type not in MODE_TYPES:
        return None
    if scene.key(verb.last + 1) in words["within_it"]:
        return other
    at = verb.first - 1
    while at > other.last and (scene.key(at) in COMMAS or at in scene.time_at):
        at -= 1
    chunk = scene.chunk_at.get(at)
    if chunk is None or chunk.last != at or chunk.first_inner("weapon") is None or chunk.preposition:
        return None
    between = range(other.last + 1, verb.first)
    ended = any(scene.info(at).opener or scene.info(at).that or scene.key(at) in HARD_STOPS for at in between)
    return other if other.trigger.frame in _FIRING and not ended else None


_FIRING = frozenset({"launch", "strike", "fall"})


def _agree(scene: Scene, noun: Found, verb: Found) -> bool:
    """Whether a noun of an attack can be the subject of a verb in the singular, by their gender."""
    feminine = noun.form.number == "p" or scene.key(noun.first).endswith((FEMININE, FEMININE_PLURAL))
    return verb.form.number == "s" and (verb.form.gender == "f") == feminine


def _says_where(scene: Scene, at: int, noun: Found, verb: Found, words: Words) -> bool:
    """Place, time and means may stand between a noun and its verb, but no other subject right before the verb."""
    before = scene.chunk_at.get(verb.first - 1)
    other_subject = before is not None and before.kind in ("actor", "group") and not before.preposition
    return (
        noun.first < at < verb.first
        and scene.info(at).preposition in words["says_where"]
        and not other_subject
        and not verb.prefix
    )


def _names_doer(scene: Scene, at: int, words: Words) -> bool:
    """من قبل X between a noun and its verb only says whose it is."""
    pair = (scene.key(at), scene.key(at + 1)), (scene.key(at - 1), scene.key(at))
    return any(one == FROM and other in words["from_the_side"] for one, other in pair)


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
