"""Names in lists of places, which the word for several before them or the known one beside them shows: قرى X وY، Z."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from marsad.arabic.clitics import AND, ARTICLE
from marsad.arabic.nouns import POSSESSIVES
from marsad.arabic.number_words import FEMININE_ORDINALS
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.place_names import PlaceNames
from marsad.mentions.place_runs import ListMarks
from marsad.mentions.vocabulary import WordInfo

# What stands between two names by itself: قريتي X و Y, بلدتي X - Y.
_JOINTS = frozenset({AND, *"-–"})
# How far behind a word in a list a known place may stand that makes it one too, in words.
LISTED_WITHIN = 3
# How far before a word the place ends whose list goes on there: right before it, or with a mark or و between.
CARRIED_WITHIN = 2
# How many words a name in a list has at most.
_NAME = 2

# How many places at least a word in the dual and one in the plural stand before.
_SEVERAL = {"d": 2, "p": 3}

# How far before a place of a list the word for several may stand, where the place has a word of its own, in words.
_LISTED_BEFORE = 3


class ListedPlaces(PlaceNames):
    """Opens place chunks, those in lists too."""

    def list_marks(self) -> ListMarks:
        """What long lists of places are known by."""
        quotes = frozenset(self._openers) | frozenset(self._closers)
        return ListMarks(self._commas, quotes, self._in, self._directions, self._tells_several)

    def _tells_several(self, info: WordInfo) -> int:
        """How many places at least stand behind a word for several: قرى, بلدتي; 0 where it is none."""
        cue = self._names.cues.get(info.cue[1]) if info.cue is not None else None
        return _SEVERAL.get(cue.number, 0) if cue is not None else 0

    def take_from_a_list(self, line: Line, chunk: Chunk, before: Chunk) -> None:
        """Let a name in a list of places be one and take over its cue: قرى X وY, في سوريا والعراق. It hands it on."""
        place = line.infos[chunk.first].place
        if chunk.kind == "actor" and before.kind == "place" and place is not None and chunk.preposition in self._in:
            match = self._names.places.longest(place[1], line.keys, chunk.first + 1)
            if match is not None and chunk.first + match.length - 1 == chunk.last and before.last == chunk.start - 1:
                chunk.kind, chunk.ids, chunk.inner = "place", match.values, []
        if (
            chunk.kind == "other"
            and place is not None
            and place[0] == AND
            and self._beside_a_place(line, before, chunk)
        ):
            match = self._names.places.longest(place[1], line.keys, chunk.first + 1)
            if match is not None and chunk.first + match.length - 1 == chunk.last:
                chunk.kind, chunk.ids, chunk.head, chunk.definite = "place", match.values, place[1], True
        if chunk.kind == "other" and (self._ends_a_list(line, chunk, before) or self._is_listed(line, chunk, before)):
            chunk.kind, chunk.head, chunk.definite, chunk.conjoined = "place", line.infos[chunk.first].rest, True, True
            chunk.preposition = chunk.preposition or before.preposition
            chunk.cue = chunk.cue or before.cue
        if chunk.kind == "place" and not chunk.conjoined and self._behind_a_dash(line, before, chunk.start):
            chunk.conjoined, chunk.preposition = True, chunk.preposition or before.preposition
        if chunk.kind == "place" and not chunk.cue and self._in_a_list(line, before, chunk.first):
            chunk.cue = before.cue

    def _behind_a_dash(self, line: Line, before: Chunk, at: int) -> bool:
        """Whether a known place stands behind a dash in a list of several: قرى (X - Y - Z)."""
        beside = before.kind == "place" and bool(before.cue) and before.last == at - 2
        return beside and line.keys[at - 1] in _JOINTS and self._of_several(line, before)

    def _ends_a_list(self, line: Line, chunk: Chunk, before: Chunk) -> bool:
        """Whether an unknown word is the last of a list of places: في إسطنبول وشرناق. على X وY وكفربطيخ في ريف إدلب."""
        info, behind = line.infos[chunk.first], line.infos[chunk.last + 1] if chunk.last + 1 < line.last else None
        if before.kind != "place" or before.last != chunk.start - 1 or not line.keys[chunk.first].startswith(AND):
            return False
        whole = chunk.first if info.rest not in self._place_openers else chunk.first + 1
        plain = chunk.last in (chunk.first, whole) and not chunk.inner and chunk.count is None
        plain = plain and info.rest.removeprefix(ARTICLE) not in self._sides
        if not plain or info.noun or info.triggers or info.verb_like or info.light or info.speech or info.quantifier:
            return False
        if behind is None or not behind.is_word:
            return behind is None or not behind.key[:1].isdigit()  # على X وتأسر 9
        return before.conjoined and (behind.preposition in self._in or behind.rest in self._directions)

    def _beside_a_place(self, line: Line, before: Chunk, chunk: Chunk) -> bool:
        """Whether و alone stands between the word and a place that something is in: في مأرب وإب, على بغداد والموصل."""
        near = before.last == chunk.first - 1 and before.kind == "place" and bool(before.preposition)
        return near and line.infos[chunk.first].noun is None

    def _is_listed(self, line: Line, chunk: Chunk, before: Chunk) -> bool:
        listed = before.kind == "place" and bool(before.cue)
        listed = listed and is_listed(line, chunk, before, self._commas, self._closers)
        return listed and self._of_several(line, before)

    def _in_a_list(self, line: Line, before: Chunk, at: int) -> bool:
        """Whether the place before goes on at a word: it stands behind a dual or plural cue, or in a list itself."""
        if before.kind != "place" or not before.cue:
            return False
        beside = before.last == at - 1
        if not beside and (before.last != at - 2 or not (line.keys[at - 1] in _JOINTS or self._goes_on(line, at))):
            return False
        return self._of_several(line, before)

    def _of_several(self, line: Line, before: Chunk) -> bool:
        """Whether a place stands behind a word for several places, or behind another such place."""
        if line.infos[before.start].cue is None:
            return True
        start = max(line.first, before.start - _LISTED_BEFORE) if before.conjoined else before.start
        words = (line.infos[place].cue for place in range(start, before.last + 1))
        cues = [self._names.cues[word[1]] for word in words if word is not None and word[1] in self._names.cues]
        return any(cue.number in ("d", "p") for cue in cues)  # أطراف قرى X وY, مديريات X وجبل Y وZ

    def _goes_on(self, line: Line, at: int) -> bool:
        """Whether a bare word between commas, or between a comma and one with و, is one of a list: قرى X، Y وZ."""
        behind = line.keys[at + 1] if at + 1 < line.last else ""
        return line.keys[at - 1] in self._commas and (behind in self._commas or behind.startswith(AND))

    def _within_a_list(self, line: Line, before: Chunk, at: int) -> bool:
        """Whether a word with و stands between two known places of a list: X وY وZ."""
        beside = before.last == at - 1 or (before.last == at - 2 and line.keys[at - 1] in self._commas)
        if before.kind != "place" or not beside:
            return False
        for behind in range(at + 1, min(at + 1 + LISTED_WITHIN, line.last)):
            if not line.keys[behind].startswith(AND):
                return False
            following = line.infos[behind].place
            if following is None or not following[0].startswith(AND):
                continue
            match = self._names.places.longest(following[1], line.keys, behind + 1)
            if match is not None and (match.length > 1 or line.infos[behind].noun is None):
                known = line.infos[at].place  # مسرابا وجسرين وكفربطنا
                return before.conjoined or behind > at + 1 or (known is not None and known[0].startswith(AND))
        return False

    def _held_beside(self, line: Line, before: Chunk, at: int) -> bool:
        """Whether a word with و stands between a place and what holds both: X ومصيبين جنوب إدلب, X وY بريف حلب."""
        if before.kind != "place" or before.last != at - 1 or not line.keys[at].startswith(AND):
            return False
        if line.keys[at].removeprefix(AND) in FEMININE_ORDINALS:
            return False  # الأولى في X والثانية بريف Y
        return self._before_container(line, at, by_cue=True) or self._before_wider(line, at)

    def carried(self, line: Line, at: int, before: Sequence[Chunk]) -> Chunk | None:
        """The second name after a dual or plural cue: حيي X وY."""
        if not before or not (
            self._in_a_list(line, before[-1], at)
            or self._within_a_list(line, before[-1], at)
            or self._held_beside(line, before[-1], at)
        ):
            return None
        info, alone = line.infos[at], before[-1].last == at - 2
        key = line.keys[at] if not alone else AND + info.key
        opens = key[1:].removeprefix(ARTICLE) in self._name_openers and not alone
        opens = opens and (info.definite or self._asks_for_one(line, at + 1))
        if (
            not key.startswith(AND)
            or (len(key) < 4 and not opens)
            or (
                info.noun
                and not opens
                and not (self._may_be_listed(info) and self._within_a_list(line, before[-1], at))
            )
            or ((info.triggers or info.verb_like) and not self._known_in_a_list(line, at))
            or (alone and (info.prefix or info.function or info.pronoun or info.actor or info.weapon))
            or key.endswith(POSSESSIVES[1:3])
        ):
            return None
        bare = key[1:].removeprefix(ARTICLE)
        if bare in self._sides and key != AND + bare:
            return None  # ريف إدلب الجنوبي والغربي
        if info.speech or info.light or info.quantifier or bare in self._linking or bare in self._place_adjectives:
            return None
        last = at + 1 if opens and self._asks_for_one(line, at + 1) else self._unknown_name(line, at)
        cue = before[-1].cue
        return Chunk("place", at, last, at, line.index, key[1:], "s", definite=True, conjoined=True, cue=cue)

    def _may_be_listed(self, info: WordInfo) -> bool:
        """Whether a noun may be a name among names: القصور; جسرين, which is a town."""
        return info.definite or (info.place is not None and info.place[0] == AND)

    def _known_in_a_list(self, line: Line, at: int) -> bool:
        """Whether a word that reads like a deed is a known place with another behind it: قرى X وشنان وY."""
        place = line.infos[at].place
        return place is not None and place[0].startswith(AND) and self._begins_a_list(line, at)

    def _asks_for_one(self, line: Line, at: int) -> bool:
        """Whether a word can be the second of a name of two: الشيخ سنديان."""
        return at < line.last and line.infos[at].is_word and self._can_name(line.infos[at])


def is_listed(line: Line, chunk: Chunk, before: Chunk, commas: Collection[str], ends: Collection[str]) -> bool:
    """Whether an unknown phrase stands in a list that a word for several places opened, and names the next."""
    if chunk.inner or chunk.count is not None or chunk.last - chunk.first >= _NAME:
        return False
    if not _stands_next(line, chunk, before, commas):
        return False
    words = line.infos[chunk.first : chunk.last + 1]
    return all(_is_plain(info) for info in words) and _ends(line, chunk.last + 1, commas, ends)


def _stands_next(line: Line, chunk: Chunk, before: Chunk, commas: Collection[str]) -> bool:
    """Whether nothing but و, or a comma or dash with it or without, stands between two names."""
    gap = line.keys[before.last + 1 : chunk.start]
    joined = line.keys[chunk.start].startswith(AND)
    if not gap:
        return joined
    return (gap[0] in commas or gap == [AND]) and all(key == AND for key in gap[1:])


def _is_plain(info: WordInfo) -> bool:
    known = info.noun or info.triggers or info.verb_like or info.light or info.speech or info.function
    return not (known or info.actor or info.weapon or info.pronoun or info.quantifier or info.auxiliary)


def _ends(line: Line, at: int, commas: Collection[str], ends: Collection[str]) -> bool:
    """Whether the list goes on, ends, or is held by a wider place from a word on."""
    if at >= line.last:
        return True
    info, key = line.infos[at], line.keys[at]
    if key in commas or key in ends or not info.is_word:
        return True
    return key.startswith(AND) or bool(info.preposition) or info.cue is not None
