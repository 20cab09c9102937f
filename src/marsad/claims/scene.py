"""A sentence as the claim rules see it: its words, chunks, triggers and the groups of phrases around a trigger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from marsad.lexicons.triggers import Trigger, TriggerForm
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.times import TimeMention
from marsad.mentions.vocabulary import WordInfo


@dataclass(slots=True, eq=False)
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


@dataclass(slots=True, eq=False)
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


_REST = attrgetter("rest")
# Lists of words by a name.
Lists = Mapping[str, frozenset[str]]


class ReportWords:
    """Every key of a report: which words of a list it has is found out once, as most lists are of words it has not."""

    def __init__(self, keys: list[str], infos: list[WordInfo]) -> None:
        self._keys, self._infos = keys, infos
        self._all: set[str] = set()
        self._rests: list[str] = []
        # By a list, which knows its hash: those of its words that the report has.
        self.held: dict[frozenset[str], frozenset[str]] = {}
        self._beginning: dict[frozenset[str], frozenset[str]] = {}
        # By the identity of lists with names: those of which the report has words, with these.
        self._named: dict[int, list[tuple[str, frozenset[str]]]] = {}

    def begin(self, letters: frozenset[str]) -> frozenset[str]:
        """The words of the report that begin with one of these pairs of letters."""
        found = self._beginning.get(letters)
        if found is None:
            found = frozenset([word for word in self._every() if word[:2] in letters])
            self._beginning[letters] = found
        return found

    def _every(self) -> set[str]:
        if not self._all:
            self._all.update(self._keys, self.rests())
        return self._all

    def rests(self) -> list[str]:
        """Every key with its proclitic off, as the word is read."""
        if not self._rests:
            self._rests = list(map(_REST, self._infos))
        return self._rests

    def named(self, lists: Lists) -> list[tuple[str, frozenset[str]]]:
        """The lists of which the report has words, with these; ``lists`` outlive the report."""
        found = self._named.get(id(lists))
        if found is None:
            held = [(name, words & self._every()) for name, words in lists.items()]
            found = self._named[id(lists)] = [(name, words) for name, words in held if words]
        return found

    def find(self, words: frozenset[str]) -> frozenset[str]:
        """The words of a list that is asked for the first time which the report has."""
        found = self.held[words] = words & self._every()
        return found


@dataclass(slots=True, eq=False)
class Scene:
    """One sentence with everything found in it."""

    line: Line
    chunks: list[Chunk]
    times: list[TimeMention]
    report: ReportWords | None = None
    found: list[Found] = field(default_factory=list)
    # Triggers of force that are no claims, as they point back or tell of nothing new.
    unclaimed: list[Found] = field(default_factory=list)
    chunk_at: dict[int, Chunk] = field(default_factory=dict)
    found_at: dict[int, Found] = field(default_factory=dict)
    time_at: dict[int, TimeMention] = field(default_factory=dict)
    # Every key of the sentence, with its proclitic and without: made when a rule first asks.
    keys: set[str] = field(default_factory=set)

    # The phrases behind each trigger, by its first word: those that choosing between the triggers left as they were.
    groups: dict[int, list[Group]] = field(default_factory=dict)
    # Chunks that are a weapon or hold one, with it: found when a rule first asks.
    weapons: list[tuple[Chunk, Chunk]] | None = None
    # The rules that may say something of a trigger of this sentence, as those who hold them keep them here.
    rules: dict[str, Any] = field(default_factory=dict)
    # What ``info`` and ``key`` ask of the line: nothing is asked as often.
    _first: int = field(init=False)
    _last: int = field(init=False)
    _infos: list[WordInfo] = field(init=False)
    _keys: list[str] = field(init=False)
    _report: ReportWords = field(init=False)
    _held: dict[frozenset[str], frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        line, chunk_at = self.line, self.chunk_at
        self._first, self._last, self._infos, self._keys = line.first, line.last, line.infos, line.keys
        self._report = self.report if self.report is not None else ReportWords(line.keys, line.infos)
        self._held = self._report.held
        for chunk in self.chunks:
            at, last = chunk.start, chunk.last
            chunk_at[at] = chunk
            while at < last:
                at += 1
                chunk_at[at] = chunk
        for time in self.times:
            for at in range(time.first, time.last + 1):
                self.time_at[at] = time

    def index_found(self) -> None:
        """Let ``found_at`` know the triggers."""
        found_at: dict[int, Found] = {}
        for found in self.found:
            at, last = found.first, found.last
            found_at[at] = found
            while at < last:
                at += 1
                found_at[at] = found
        self.found_at = found_at

    def armed(self) -> list[tuple[Chunk, Chunk]]:
        """The chunks that are a weapon or hold one, each with it."""
        if self.weapons is None:
            self.weapons = []
            for chunk in self.chunks:
                if chunk.kind == "weapon":
                    self.weapons.append((chunk, chunk))
                elif chunk.inner and (weapon := chunk.first_inner("weapon")) is not None:
                    self.weapons.append((chunk, weapon))
        return self.weapons

    def has_any(self, keys: frozenset[str]) -> bool:
        """Whether some word may be one of these; rules about rare words ask this before they look where it stands."""
        held = self._held.get(keys)
        if held is None:
            held = self._report.find(keys)
        if not held:
            return False
        return not (self.keys or self._all_keys()).isdisjoint(held)

    def has_of(self, lists: Lists) -> set[str]:
        """The names of the lists of which some word may be in the sentence, out of lists made once for all reports."""
        keys = self.keys or self._all_keys()
        return {name for name, words in self._report.named(lists) if not keys.isdisjoint(words)}

    def _all_keys(self) -> set[str]:
        if not self.keys:
            first, last = self._first, self._last
            self.keys.update(self._keys[first:last], self._report.rests()[first:last])
        return self.keys

    def begins_any(self, letters: frozenset[str]) -> bool:
        """Whether some word may begin with one of these pairs of letters."""
        found = self._report.begin(letters)
        return bool(found) and not (self.keys or self._all_keys()).isdisjoint(found)

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
QUOTES = frozenset({"«", "»", '"', "”", "“"})
# What it came from: the clause of the trigger ends there.
ORIGIN = frozenset({"مصدره", "مصدرها", "مصدرهما", "مصدرهم"})
# Aiming at: what stands behind is what was hit.
AIMING = frozenset({"مستهدفا", "مستهدفه", "مستهدفين"})
# Whose something is taken for: يرجح أنها روسية.
TAKEN_FOR = frozenset(
    {"يرجح", "يعتقد", "نعتقد", "يظن", "يشتبه", "يحتمل", "يبدو", "يتوقع", "المرجح", "المعتقد", "المتوقع", "رجح", "رجحت"}
)
# To whom somebody says that a deed belongs: هجوم نسب إلى X.
ASCRIBED_TO = frozenset({"نسب", "نسبت", "ينسب", "تنسب", "نسبها", "نسبتها", "نسبه", "نسبته", "تنسبها", "عزي", "عزيت"})
# "At them" with the pronoun that it carries.
AT_THEM = {"عليه": "ه", "عليها": "ها", "عليهم": "هم", "عليهما": "هما"}
# The trigger that is the man himself: نفذه انتحاري.
BOMBER = "suicide.bomber"
# The nouns of bounds behind a number: على الأقل, على الأكثر. What ties a verb to the one before it.
BOUNDS = frozenset({"اقل", "اكثر"})
CONNECTED = ("و", "ف")


def is_accusative(scene: Scene, chunk: Chunk) -> bool:
    """Whether the written form shows an object: tanwin with alef on an indefinite singular, never a subject."""
    word = scene.line.words[chunk.first]
    if "\u064b" in scene.line.text[word.start : word.end]:
        return True
    if not word.key.endswith("ا") or chunk.number != "s":
        return False
    if chunk.definite and chunk.kind == "actor":
        noun = scene.info(chunk.first).noun  # a register's actor that is a common noun: هاجم مستوطنا; not قصفت تركيا
        return noun is not None and not noun.lemma.endswith(("ا", "ي")) and word.key[:-1].endswith(noun.lemma)
    return (
        not chunk.definite and bool(chunk.head) and not chunk.head.endswith("ا") and word.key[:-1].endswith(chunk.head)
    )


TOLL_NOUNS = frozenset({"عدد", "حصيله", "اعداد", "اجمالي", "مجموع", "تعداد"})


def number_behind(scene: Scene, found: Found) -> Chunk | None:
    """The counted phrase that a toll comes to: ارتفع عدد القتلى إلى 30 شخصا, حصيلة مصابي القصف على X إلى 30 شخصا."""
    before, first = scene.key(found.first - 1).removeprefix("و"), found.first
    if before not in TOLL_NOUNS and scene.key(first - 2).removeprefix("و") not in TOLL_NOUNS:
        return None
    behind, infos = found.last + 1, scene.line.infos
    for chunk in scene.chunks:
        if not found.last < chunk.first <= found.last + _FAR_BEHIND:
            continue
        while behind < chunk.first:
            if infos[behind].opener or infos[behind].key in STOPS:
                return None
            behind += 1
        near = chunk.first <= found.last + _BEHIND
        near = near and not any(at in scene.found_at for at in range(found.last + 3, chunk.first))
        own = scene.found_at.get(chunk.first)
        told_of = found.trigger.id == "victims" or scene.key(chunk.last + 1) in _AMONG
        counts = own is None or (own.type == found.type and own.form.pos == "victims" and (near or not told_of))
        if chunk.count is not None and counts and (near or _comes_to(scene, chunk)):
            return chunk
    return None


# How far behind victims the number stands that their toll comes to; how far where a word says that it does, in words.
_BEHIND, _FAR_BEHIND = 8, 22
# Behind a number whose people are told of: إلى 11 قتيلا بينهم ثلاثة أطفال.
_AMONG = frozenset({"بينهم", "بينهن", "منهم"})
# By which a toll comes to a number, besides "to" itself.
_COMES_TO = frozenset({"بلغ", "بلغت", "تجاوز", "تجاوزت", "وصل", "وصلت", "يبلغ", "ناهز"})


def _comes_to(scene: Scene, chunk: Chunk) -> bool:
    """حصيلة القتلى في المعارك التي شهدتها X إلى 30 شخصا: a word right before the number says so."""
    if chunk.preposition == "الي":
        return True
    return any(scene.key(at) in _COMES_TO for at in range(chunk.start - 3, chunk.first))
