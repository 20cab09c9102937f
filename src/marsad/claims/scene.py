"""A sentence as the claim rules see it: its words, chunks, triggers and the groups of phrases around a trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.arabic.clitics import AND, WITH
from marsad.lexicons.triggers import Trigger, TriggerForm
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.times import TimeMention
from marsad.mentions.vocabulary import WordInfo


@dataclass(slots=True)
class Found:
    """A trigger in place: words ``first`` to ``last`` (inclusive), its form and sense, and the type it was read as.

    ``named_by`` is the word farther on that names the happening, where the first only carries it: لقي عنصر مصرعه.
    """

    first: int
    last: int
    prefix: str
    form: TriggerForm
    trigger: Trigger
    type: str
    because: list[str] = field(default_factory=list)
    verb: Found | None = None
    # Why it tells of something earlier, once asked: see claims/earlier.py.
    earlier: str | None = None
    named_by: int = -1
    told_as: tuple[str, str] = ("", "")


@dataclass(slots=True)
class Group:
    """Coordinated chunks under one preposition; ``by`` marks من قبل / على يد, the doer of a passive."""

    preposition: str
    chunks: list[Chunk]
    by: bool = False

    @property
    def head(self) -> Chunk:
        """The first of them."""
        return self.chunks[0]

    @property
    def first(self) -> int:
        """Index of its first word."""
        return self.chunks[0].start


@dataclass(slots=True)
class Scene:
    """One sentence with everything found in it."""

    line: Line
    chunks: list[Chunk]
    times: list[TimeMention]
    found: list[Found] = field(default_factory=list)
    chunk_at: dict[int, Chunk] = field(default_factory=dict)
    found_at: dict[int, Found] = field(default_factory=dict)
    time_at: dict[int, TimeMention] = field(default_factory=dict)
    # Every key of the sentence, with its proclitic and without: made when a rule first asks.
    keys: set[str] = field(default_factory=set)
    # The first two letters of each of them.
    begins: set[str] = field(default_factory=set)
    # The phrases behind each trigger, by its first word: those that choosing between the triggers left as they were.
    groups: dict[int, list[Group]] = field(default_factory=dict)
    # Chunks that are a weapon or hold one, with it: found when a rule first asks.
    weapons: list[tuple[Chunk, Chunk]] | None = None
    # What ``info`` and ``key`` ask of the line: nothing is asked as often.
    _first: int = field(init=False)
    _last: int = field(init=False)
    _infos: list[WordInfo] = field(init=False)
    _keys: list[str] = field(init=False)

    def __post_init__(self) -> None:
        line = self.line
        self._first, self._last, self._infos, self._keys = line.first, line.last, line.infos, line.keys
        for chunk in self.chunks:
            for at in range(chunk.start, chunk.last + 1):
                self.chunk_at[at] = chunk
        for time in self.times:
            for at in range(time.first, time.last + 1):
                self.time_at[at] = time

    def index_found(self) -> None:
        """Let ``found_at`` know the triggers."""
        found_at: dict[int, Found] = {}
        for found in self.found:
            found_at[found.first] = found
            for at in range(found.first + 1, found.last + 1):
                found_at[at] = found
        self.found_at = found_at

    def armed(self) -> list[tuple[Chunk, Chunk]]:
        """The chunks that are a weapon or hold one, each with it."""
        if self.weapons is None:
            self.weapons = []
            for chunk in self.chunks:
                weapon = chunk.first_inner("weapon") if chunk.inner or chunk.kind == "weapon" else None
                if weapon is not None:
                    self.weapons.append((chunk, weapon))
        return self.weapons

    def has_any(self, keys: frozenset[str]) -> bool:
        """Whether some word may be one of these; rules about rare words ask this before they look where it stands."""
        return not (self.keys or self._all_keys()).isdisjoint(keys)

    def _all_keys(self) -> set[str]:
        if not self.keys:
            first, last = self._first, self._last
            self.keys.update(self._keys[first:last], [info.rest for info in self._infos[first:last]])
        return self.keys

    def begins_any(self, letters: frozenset[str]) -> bool:
        """Whether some word may begin with one of these pairs of letters."""
        if not self.begins:
            self.begins.update([key[:2] for key in self._all_keys()])
        return not self.begins.isdisjoint(letters)

    def info(self, at: int) -> WordInfo:
        """The info of the word at an index, an empty one outside the sentence."""
        return self._infos[at] if self._first <= at < self._last else _NOTHING

    def key(self, at: int) -> str:
        """The key of the word at an index, empty outside the sentence."""
        return self._keys[at] if self._first <= at < self._last else ""


_NOTHING = WordInfo("", is_word=False)
HARD_STOPS = frozenset({":", "؛", ";", ".", "؟", "!", "|"})
COMMAS = frozenset({"،", ","})
STOPS = COMMAS | HARD_STOPS
# What it came from: the clause of the trigger ends there.
ORIGIN = frozenset({"مصدره", "مصدرها", "مصدرهما", "مصدرهم"})
# Aiming at: what stands behind is what was hit.
AIMING = frozenset({"مستهدفا", "مستهدفه", "مستهدفين"})
# Whose something is taken for: يرجح أنها روسية.
TAKEN_FOR = frozenset(
    {"يرجح", "يعتقد", "نعتقد", "يظن", "يشتبه", "يحتمل", "يبدو", "يتوقع", "المرجح", "المعتقد", "المتوقع", "رجح", "رجحت"}
)
# "At them" with the pronoun that it carries.
AT_THEM = {"عليه": "ه", "عليها": "ها", "عليهم": "هم", "عليهما": "هما"}
# The nouns of bounds behind a number: على الأقل, على الأكثر. What ties a verb to the one before it.
BOUNDS = frozenset({"اقل", "اكثر"})
CONNECTED = ("و", "ف")
# "Strong" is written like "forces".
_STRONG = frozenset({"قوي", "قويا", "القوي"})
_ANOTHER = frozenset({"اخر", "اخري"})
_BY_THE_HAND = frozenset({"بيد", "بايدي", "بايادي"})
_HANDS = frozenset({"يد", "ايدي", "ايادي", "يدي"})


def groups_after(scene: Scene, found: Found) -> list[Group]:
    """The phrases a trigger governs to its right, up to the end of its clause."""
    groups: list[Group] = []
    at, last, infos, keys = found.last + 1, scene.line.last, scene.line.infos, scene.line.keys
    chunk_at, found_at, time_at = scene.chunk_at, scene.found_at, scene.time_at
    while at < last:
        chunk = chunk_at.get(at)
        other = found_at.get(at)
        if keys[at] in _BY_THE_HAND and scene.info(at + 1).that:
            break  # بيد أن: "however"
        if other is not None and other is not found and other.form.pos != "victims":
            if _shares(found, other, groups):
                at = other.last + 1
                continue
            if groups and _is_its_means(scene, found, other):
                at = _past_the_means(scene, other)
                continue
            break
        if chunk is not None:
            if chunk.last < at or (chunk.first <= found.last and chunk.first >= found.first):
                _add_owner(groups, found, chunk)
                at = max(at, chunk.last) + 1
                continue
            if (groups and _is_where_it_lies(scene, chunk)) or _describes_another(scene, found, chunk):
                at = chunk.last + 1
                continue
            if not groups and _describes(scene, found, chunk):
                _add_owner(groups, found, chunk)
                at = chunk.last + 1
                continue
            if (not groups and _joined_to_another(scene, found, chunk)) or not _add(scene, groups, chunk, found):
                break
            at = chunk.last + 1
            continue
        if at in time_at:
            at = time_at[at].last + 1
            continue
        info = infos[at]
        if not info.is_word:
            if info.key in HARD_STOPS or (
                info.key in COMMAS and _comma_ends(scene, at) and not (groups and _means_behind(scene, found, at))
            ):
                break
        elif info.key in TAKEN_FOR and scene.info(at + 1).that and groups:
            at += 3
            continue
        elif (
            info.opener
            or info.relative
            or (info.that and groups)
            or info.verb_like
            or info.speech
            or info.key in ORIGIN
            or info.key in AIMING
            or (info.prefix == "ل" and info.triggers)
            or (info.light and info.light[1] == "verb")
        ):
            break
        at += 1
    return groups


# Frames of verbs whose object may stand behind what they did it by or with whose help.
_BY_MEANS = frozenset({"assault", "strike", "target", "besiege", "destroy"})


def _is_its_means(scene: Scene, found: Found, other: Found) -> bool:
    """Whether another deed only says how a verb was done: داهمت القوات بمساندة X بلدة Y, دمرت الطائرات بغارتين منصة."""
    verb = found.form.pos == "verb" and found.trigger.frame in _BY_MEANS and other.form.pos != "verb"
    before = scene.chunk_at.get(other.first)
    counted = before is not None and before.start < other.first and scene.key(before.start).startswith(WITH)
    return verb and (other.prefix.endswith(WITH) or counted or scene.key(other.first).startswith(WITH))


def _means_behind(scene: Scene, found: Found, at: int) -> bool:
    """Whether the means of a verb stands behind a comma: دمرت الطائرات، بغارتين، منصة."""
    other = scene.found_at.get(at + 1)
    return other is not None and other is not found and _is_its_means(scene, found, other)


def _past_the_means(scene: Scene, other: Found) -> int:
    """Where the clause goes on behind the means and whose they were."""
    owner = scene.chunk_at.get(other.last + 1)
    return owner.last + 1 if owner is not None and not owner.preposition else other.last + 1


def _joined_to_another(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether the first phrase behind a noun goes on a list that began before it: قرية X بغارات متتالية وبلدة Y."""
    listed = chunk.conjoined or scene.info(chunk.start).prefix.startswith(AND)
    return listed and found.form.pos in ("noun", "phrase") and chunk.kind not in ("other", "count", "weapon")


def _second_adjective(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """القصف المدفعي والصاروخي: what و ties to the adjective of a deed is an adjective too."""
    info = scene.info(chunk.first)
    near = chunk.first <= found.last + 2 and info.prefix == "و" and chunk.kind == "other"
    own = not chunk.inner or (chunk.inner[0].first == chunk.first + 1 and chunk.inner[0].preposition == "")
    return near and own and found.form.pos != "verb" and info.rest.endswith(("ي", "يه")) and not chunk.count


def _add_owner(groups: list[Group], found: Found, chunk: Chunk) -> None:
    """قصف صاروخي للجيش: the adjective of a trigger took in a party that belongs to the trigger."""
    inner = chunk.inner[0] if chunk.inner and chunk.kind == "other" and found.form.pos != "victims" else None
    if inner is not None and inner.first > found.last and inner.kind in ("actor", "group", "fighters", "weapon"):
        groups.append(Group("ل", [inner]))


def _describes_another(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether a lone word describes a word of a deed that heads no phrase: أصيب بجروح طفيفة, في رد انتقامي."""
    before = scene.info(chunk.first - 1)
    alone = chunk.kind == "other" and chunk.first == chunk.last and chunk.count is None and not chunk.preposition
    told = bool(before.triggers) and before.noun is None and chunk.first - 1 > found.last
    return alone and told and not scene.info(chunk.first).prefix and before.definite == chunk.definite


def _is_where_it_lies(scene: Scene, chunk: Chunk) -> bool:
    """A side of a wider place right behind a place says where that lies and is no phrase of the verb: X شمال Y."""
    if chunk.kind != "place" or chunk.cue != "side" or chunk.preposition or chunk.conjoined:
        return False
    before = scene.chunk_at.get(chunk.start - 1)
    return before is not None and before.kind == "place"


# Frames of what befalls people: "another" behind their noun is one of them.
_SUFFERED = frozenset({"death", "kill", "die", "injured"})


def _describes(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """An unknown word right after a noun trigger that agrees with it is its adjective, not its genitive."""
    suffered = found.trigger.frame in _SUFFERED and found.form.number != "p"
    another = chunk.head in _ANOTHER and (chunk.number == "s" or scene.key(chunk.first).endswith("ي")) and not suffered
    if another and chunk.first == chunk.last == found.last + 1 and found.form.pos != "verb":
        return True
    if _second_adjective(scene, found, chunk):
        return True
    if chunk.first == chunk.last == found.last + 1 and scene.key(chunk.first) in _STRONG and found.form.pos != "verb":
        return True
    if found.trigger.frame in _SUFFERED and not (
        found.form.number == "p" and chunk.first == chunk.last and scene.key(chunk.first).endswith("ه")
    ):
        return False
    if (
        found.form.pos not in ("noun", "phrase")
        or (found.form.suffix and not chunk.definite)
        or chunk.kind not in ("other", "fighters")
        or chunk.count is not None
    ):
        return False
    shared = scene.found_at.get(chunk.first - 1)
    beside = chunk.first == found.last + 1 or (shared is not None and shared.form.pos == found.form.pos)
    if not beside or chunk.conjoined or chunk.preposition:
        return False
    if chunk.kind == "fighters" and not (
        chunk.number == "s" and (chunk.head.endswith("ي") or scene.key(chunk.first).endswith("ه"))
    ):
        return False
    if chunk.inner and found.form.definite and not scene.info(chunk.first).definite:
        return False  # استهدف القصف محيط مدرسة X
    return chunk.definite == (found.form.definite or bool(found.form.suffix))


def _shares(found: Found, other: Found, groups: Sequence[Group]) -> bool:
    """Coordinated triggers share what follows the last of them: قتل وجرح العشرات."""
    return (
        not groups and other.form.pos == found.form.pos and other.form.pos in ("noun", "verb") and other.prefix == "و"
    )


def _comma_ends(scene: Scene, at: int) -> bool:
    """A comma ends the clause when a verb, an opener or a trigger follows it."""
    if at + 1 >= scene.line.last:
        return True
    info = scene.info(at + 1)
    if at + 1 in scene.time_at:
        return False
    other = scene.found_at.get(at + 1)
    if other is not None and other.form.pos != "victims":
        return True
    return bool(
        info.opener or info.verb_like or info.speech or info.light or info.relative or info.auxiliary or info.pronoun
    )


def _add(scene: Scene, groups: list[Group], chunk: Chunk, found: Found) -> bool:
    """Put a chunk into the group before it or into a new one; False ends the clause."""
    if chunk.conjoined and chunk.head != "جثه" and groups and groups[-1].chunks[-1].last < chunk.first:
        between_found = any(at in scene.found_at for at in range(groups[-1].chunks[-1].last + 1, chunk.start))
        if not between_found:
            groups[-1].chunks.append(chunk)
            return True
    by = _by(scene, chunk)
    groups.append(Group(chunk.preposition, [chunk], by))
    return True


def _by(scene: Scene, chunk: Chunk) -> bool:
    """من قبل X and على يد X name the doer."""
    first, start, preposition = chunk.first, chunk.start, chunk.preposition
    if scene.key(start - 1) in ("قبل", "طرف", "جانب") and scene.key(start - 2) in ("من", "ومن"):
        return True
    key = scene.line.keys[first]
    if chunk.inner and ((preposition == "من" and key in ("طرف", "جانب")) or key in _BY_THE_HAND):
        return True
    return preposition == "علي" and key in _HANDS


def is_accusative(scene: Scene, chunk: Chunk) -> bool:
    """Whether the written form shows an object: tanwin with alef on an indefinite singular, never a subject."""
    word = scene.line.words[chunk.first]
    return "\u064b" in scene.line.text[word.start : word.end] or (
        not chunk.definite
        and chunk.number == "s"
        and word.key.endswith("ا")
        and bool(chunk.head)
        and not chunk.head.endswith("ا")
        and word.key[:-1].endswith(chunk.head)
    )


_TOLL_NOUNS = frozenset({"عدد", "حصيله", "اعداد", "اجمالي", "مجموع"})


def number_behind(scene: Scene, found: Found) -> Chunk | None:
    """The counted phrase that a toll comes to: ارتفع عدد القتلى إلى 30 شخصا, بلغت حصيلة القتلى 40."""
    if not any(scene.key(found.first - back).removeprefix("و") in _TOLL_NOUNS for back in (1, 2)):
        return None
    for chunk in scene.chunks:
        if not found.last < chunk.first <= found.last + 8:
            continue
        if any(
            (at in scene.found_at and at > found.last + 2) or scene.key(at) in STOPS
            for at in range(found.last + 1, chunk.first)
        ):
            return None
        own = scene.found_at.get(chunk.first)
        if chunk.count is not None and (own is None or (own.type == found.type and own.form.pos == "victims")):
            return chunk
    return None
