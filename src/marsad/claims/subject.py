"""What stands before a verb as its subject: past bounds, quotes, commas and relative clauses."""

from __future__ import annotations

from marsad.arabic.clitics import ARTICLE, PRESENT
from marsad.arabic.neighbours import THAT, TO_HAVE_DONE
from marsad.arabic.place_words import AGE_YEARS, OF_THE_AGE
from marsad.arabic.whole_and_part import ONE_OF
from marsad.claims.scene import BOUNDS, COMMAS, CONNECTED, HARD_STOPS, QUOTES, Found, Group, Scene
from marsad.mentions.chunks import Chunk


def subject_before(scene: Scene, found: Found) -> Group | None:
    """The phrase right before a verb: its subject in subject-verb order, or what a relative clause describes."""
    if found.prefix.startswith(CONNECTED):
        return None
    apart = _across_commas(scene, found)
    if apart is not None:
        return apart
    at, relative, quoted = found.first - 1, False, False
    while at >= scene.line.first:
        chunk = scene.chunk_at.get(at)
        if chunk is not None:
            if chunk.head.removeprefix(ARTICLE) in BOUNDS:
                at = chunk.start - 2
                continue
            if _is_age(scene, chunk):
                at = _before_the_age(scene, chunk)
                continue
            if quoted and _says_it(scene, chunk):
                return None
            chunk = _described_by(scene, chunk, found) or _one_of_whom(scene, chunk) or chunk
            owner = chunk.inner[-1] if relative and chunk.inner and chunk.kind == "facility" else None
            if owner is not None and owner.last == chunk.last and owner.kind in ("actor", "group"):
                return Group("", [owner])  # هدفا للجيش الذي يفرض حصارا
            head = bearer_of(scene, _head_of(scene, chunk, at, found))
            if relative and chunk is head and found.form.number == "s" and found.form.pos == "verb":
                return Group(head.preposition, [head])  # X وY التي قصفت: the last of them
            return _whole_group(scene, head)
        if at in scene.time_at:
            at = scene.time_at[at].first - 1
            continue
        info = scene.info(at)
        relative, quoted = relative or info.relative, quoted or info.key in QUOTES
        if (
            info.auxiliary
            or info.relative
            or (info.key in COMMAS and (relative or _told_of(scene, at - 1)))
            or info.key in QUOTES
            or info.key in ("(", ")")
        ):
            at -= 1
            continue
        return _who_denies(scene, at)
    return None


def _who_denies(scene: Scene, at: int) -> Group | None:
    """نفى الجيش أن يكون قصف X: of whom he speaks who says whether he has done it, "that" standing at a word."""
    if scene.key(at) != THAT or scene.key(at + 1) not in TO_HAVE_DONE:
        return None
    speaker = scene.chunk_at.get(at - 1)
    if speaker is None or speaker.preposition or not scene.info(speaker.start - 1).speech:
        return None
    return _whole_group(scene, speaker) if speaker.kind in _CAN_DO else None


_CAN_DO = frozenset({"actor", "group", "office", "fighters"})


def _told_of(scene: Scene, at: int) -> bool:
    """Whether somebody stands before a comma whom "that" introduces: قال إن سائق السيارة، قتل."""
    chunk = scene.chunk_at.get(at)
    someone = chunk is not None and chunk.kind in _PEOPLE and not chunk.conjoined
    return someone and chunk is not None and scene.info(min(chunk.start, chunk.first) - 1).that


_PEOPLE = frozenset({"people", "fighters", "office"})
# How many words tell an age before its number at most: البالغ من العمر.
_AGE_WORDS = 3


def _is_age(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase is the years of somebody's age: طفل يبلغ من العمر 11 عاماً أصيب, الشاب X (17 عاماً) قتل."""
    years = scene.info(chunk.first).rest in AGE_YEARS
    return years and chunk.first == chunk.last and scene.key(chunk.first - 1)[:1].isdigit()


def _before_the_age(scene: Scene, chunk: Chunk) -> int:
    """Where the words stand that an age is told of."""
    at = chunk.first - 2
    told = tuple(scene.key(at - step) for step in range(2))
    return at - _AGE_WORDS if told == OF_THE_AGE else at


# How far before a quotation the verb of its speaker stands, in words.
_SAYS_WITHIN = 8


def _says_it(scene: Scene, chunk: Chunk) -> bool:
    """وقال مدير المرصد "تهدم الجسر": who stands before a quotation behind a verb of speech is its speaker."""
    first = chunk.start
    told = range(first - 1, max(scene.line.first, first - _SAYS_WITHIN) - 1, -1)
    speech = next((at for at in told if scene.info(at).speech or scene.info(at).that), None)
    return speech is not None and bool(scene.info(speech).speech)


def _described_by(scene: Scene, chunk: Chunk, found: Found) -> Chunk | None:
    """Whom the relative clause before a verb describes: القوة التي دربها الجيش هاجمت."""
    at = chunk.start - 1
    info, deed = scene.info(at), scene.found_at.get(at)
    told = info.verb_like or (info.light or ("", ""))[1] == "verb" or (deed is not None and deed.form.pos == "verb")
    if found.form.pos != "verb" or not told or not scene.info(at - 1).relative or chunk.preposition:
        return None
    described = scene.chunk_at.get(at - 2)
    return described if described is not None and described.kind not in ("place", "count") else None


def _one_of_whom(scene: Scene, chunk: Chunk) -> Chunk | None:
    """فلان أحد قادة X قتل: whom the words before a verb only say to be one of many; he is named before them."""
    at = chunk.start - 1
    if scene.line.keys[at] not in ONE_OF and not scene.line.infos[at].quantifier:
        return None
    if scene.info(at).quantifier and scene.key(at) not in ONE_OF:
        at -= 1  # أحد أبرز قادة X
    if scene.key(at) not in ONE_OF:
        return None
    at -= 1 + (scene.key(at - 1) in COMMAS)
    named = scene.chunk_at.get(at)
    return named if named is not None and named.kind in ("other", "office") and named.last == at else None


# How many words may stand between commas before a verb whose subject is before them.
_ASIDE = 12


def _across_commas(scene: Scene, found: Found) -> Group | None:
    """The counted people before a comma and a verb in the plural: 4 جنود، لم تحدد جنسيتهم، قتلوا."""
    at = found.first - 1
    if found.form.pos != "verb" or scene.key(at) not in COMMAS:
        return None
    if found.form.number not in ("p", "d"):
        return _past_an_aside(scene, found)
    for place in range(at, max(at - _ASIDE, scene.line.first), -1):
        if place in scene.found_at or scene.info(place).that:
            return None
        chunk = scene.chunk_at.get(place - 1) if scene.key(place) in COMMAS else None
        if chunk is not None and found.form.number == chunk.number == "d" and not chunk.preposition:
            return Group("", [chunk])  # طفلتان، في الخامسة والتاسعة، أصيبتا
        if chunk is not None and _counted(chunk):
            first = max((w for w in range(scene.line.first, place) if _opens(scene, w)), default=scene.line.first)
            chunks = [other for other in scene.chunks if first <= other.first < place and _counted(other)]
            return Group("", chunks)
    return None


# How many words may tell between commas who somebody is: القيادي في X، الجناح العسكري لـY.
_WHO_HE_IS = 18


def _past_an_aside(scene: Scene, found: Found) -> Group | None:
    """إن فلان، القيادي في X، قتل; أن المهاجم وهو باحث، قتل: who stands behind "that" before all that says who he is."""
    for at in range(found.first - 2, max(found.first - _WHO_HE_IS, scene.line.first), -1):
        info = scene.info(at)
        if at in scene.found_at or info.verb_like or info.speech or info.opener or info.light:
            return None
        if not info.that:
            continue
        chunk = scene.chunk_at.get(at + 1)
        if chunk is None or chunk.start != at + 1 or chunk.kind in ("place", "facility", "weapon", "count"):
            return None
        behind = scene.info(chunk.last + 1)
        aside = scene.key(chunk.last + 1) in COMMAS or (behind.pronoun and behind.prefix.startswith(CONNECTED))
        return Group("", [chunk]) if aside else None
    return None


def _counted(chunk: Chunk) -> bool:
    return chunk.count is not None and chunk.kind in ("people", "fighters", "actor")


def _opens(scene: Scene, at: int) -> bool:
    return at in scene.found_at or scene.info(at).that


def bearer_of(scene: Scene, chunk: Chunk) -> Chunk:
    """Who carries a weapon rather than the weapon: مجموعات تحمل أحزمة ناسفة اقتحمت."""
    place = scene.chunks.index(chunk)
    if chunk.kind != "weapon" or place == 0:
        return chunk
    before = scene.chunks[place - 1]
    carries = chunk.first - before.last == 2 and scene.key(chunk.first - 1)[:1] in PRESENT
    return before if carries and before.kind in ("group", "people", "fighters", "actor") else chunk


def _head_of(scene: Scene, chunk: Chunk, at: int, found: Found) -> Chunk:
    """The phrase that a prepositional phrase before the verb belongs to: رجلين من أسرة واحدة قتلوا."""
    if any(scene.info(place).relative for place in range(chunk.last + 1, found.first)):
        return chunk
    place = scene.chunks.index(chunk)
    while scene.chunks[place].preposition and place > 0:
        before = scene.chunks[place - 1]
        between = range(before.last + 1, scene.chunks[place].start)
        if any(
            scene.info(w).that
            or scene.info(w).opener
            or scene.info(w).verb_like
            or w in scene.found_at
            or scene.info(w).key in HARD_STOPS
            for w in between
        ):
            break
        place -= 1
    return scene.chunks[place]


def _whole_group(scene: Scene, chunk: Chunk) -> Group:
    at = scene.chunks.index(chunk)
    before = scene.chunks[at - 1] if at else None
    if chunk.kind == "count" and before is not None and scene.key(chunk.first).startswith(ARTICLE):
        at -= before.last == chunk.first - 1  # الجماعات الثلاث: the number stands behind
        chunk = scene.chunks[at]
    first = at
    while first > 0 and scene.chunks[first].conjoined:
        first -= 1
    chunks = scene.chunks[first : at + 1]
    return Group(chunks[0].preposition, list(chunks))


_CAN_SPEAK = frozenset({"actor", "group", "office", "source", "people", "fighters"})


def opening_subject(scene: Scene, found: Found) -> Chunk | None:
    """أعلنت الهيئة تضامنها, وكان الوزير أعلن: who stands right behind the verb that opens the sentence."""
    info, chunk = scene.info(scene.line.first), scene.chunk_at.get(scene.line.first + 1)
    if (
        found.first == scene.line.first
        or not (info.speech or info.verb_like or info.auxiliary or scene.line.first in scene.found_at)
        or chunk is None
    ):
        return None
    someone = chunk.kind in _CAN_SPEAK or (chunk.kind == "other" and (chunk.definite or chunk.last > chunk.first))
    return chunk if someone and chunk.start == scene.line.first + 1 and not chunk.preposition else None
