"""Long lists of places: what stands between commas among names of places is one, though no register has it.

قرى الشيخ إدريس، لوف، رسم الورد، سرجة صغيرة، تل الدم: names of villages are ordinary words, so the list shows what they
are. A list opens at a word for several (قرى) or at a place that others of the list follow.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from marsad.arabic.clitics import AND, AT
from marsad.arabic.place_words import LIES_IN
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.vocabulary import WordInfo

# How many words a name in a list has at most.
_NAME = 3
# How many names a list has, and how many of them are known places where no word for several (قرى) stands before it: in
# a long list and in a short one. So 130 names are found in the open and development reports; in gold 123 are places.
_LEAST, _LONG, _KNOWN, _KNOWN_OF_FEW = 3, 5, 2, 3
# Kinds of phrases that a name of ordinary words is taken for.
_TAKEN_FOR = frozenset({"other", "people", "office", "facility", "place"})
# How many places at most hold the names of a list, one within another.
_HELD_BY = 2
# What may stand between a word for several and the first name, and what joins names beside commas.
_OPENING, _JOINTS = frozenset(":("), frozenset({AND, "-"})


@dataclass(frozen=True, slots=True)
class ListMarks:
    """What parts the names of a list, what quotes them, and what may stand behind the last: ب, في, a direction.

    ``several``: of how many places at least a word says that they follow: two behind بلدتي, three behind قرى, else 0.
    """

    commas: Collection[str]
    quotes: Collection[str]
    inside: Collection[str]
    directions: Collection[str]
    several: Callable[[WordInfo], int]


def with_runs(line: Line, chunks: list[Chunk], marks: ListMarks, taken: Collection[int]) -> list[Chunk]:
    """The chunks of a sentence with the names in its long lists of places as places; ``taken``: words of dates."""
    infos = line.infos
    opening = [
        chunk
        for chunk in chunks
        if (chunk.kind == "place" or infos[chunk.start].cue is not None) and _may_open(line, chunk, marks)
    ]
    if not opening:
        return chunks
    words = _Words(line, {chunk.start: chunk for chunk in chunks}, marks, taken)
    known = {id(chunk) for chunk in chunks if chunk.kind == "place"}
    made: list[Chunk] = []
    behind = line.first
    for chunk in opening:
        if chunk.start < behind:
            continue
        several = marks.several(line.infos[chunk.start])
        names = _run(line, chunk, words, several=bool(several))
        if not known.issuperset(map(id, names)) and _is_list(line, chunk, names, known, several):
            behind = names[-1].last + 1
            made += _shown(names, known)
    return _put_in(chunks, made) if made else chunks


def _may_open(line: Line, chunk: Chunk, marks: ListMarks) -> bool:
    """Whether a list may begin at a phrase: a place that a comma, و or a quotation mark follows, or قرى."""
    if chunk.kind != "place":
        return marks.several(line.infos[chunk.start]) > 0
    key = line.keys[chunk.last + 1] if chunk.last + 1 < line.last else "."
    return key[0] == AND or key in marks.commas or key in _JOINTS or key in marks.quotes


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence and the chunks that start in it."""

    line: Line
    starting: dict[int, Chunk]
    marks: ListMarks
    taken: Collection[int]


def _run(line: Line, first: Chunk, words: _Words, *, several: bool) -> list[Chunk]:
    """The names that follow each other from a place, or from a word for several, on."""
    names: list[Chunk] = []
    if first.kind == "place":
        names.append(first)
    elif several:
        opening = first.start + 1
        while opening < line.last and (line.keys[opening] in _OPENING or line.keys[opening] in words.marks.quotes):
            opening += 1
        name = _name(words, opening, first, listed=0, sure=opening > first.start + 1)
        names += [name] if name is not None else []
    while names and (name := _next(words, names, sure=several)) is not None:
        names.append(name)
    return names


def _next(words: _Words, names: Sequence[Chunk], *, sure: bool) -> Chunk | None:
    """What stands next in the list, None where it ends."""
    line, marks = words.line, words.marks
    at = _past(line, names[-1].last + 1, marks.quotes)
    if sure and names[-1].last + 1 < line.last:
        held = _past_what_holds_them(words, at)
        sure, at = held == at, held
    joined = at < line.last and (line.keys[at] in marks.commas or line.keys[at] in _JOINTS)
    at = _past(line, at + joined, marks.quotes)
    if at >= line.last or not (joined or line.keys[at].startswith(AND)):
        return None
    return _name(words, at, names[0], listed=len(names), sure=sure or len(names) >= _LEAST)


def _past_what_holds_them(words: _Words, at: int) -> int:
    """Where a list goes on behind what its last names are in: قرى X وY جنوبي محافظة Z، وU وV بريف W."""
    line, begins = words.line, at
    for _ in range(_HELD_BY):
        at += line.infos[at].preposition in words.marks.inside if at < line.last else 0
        whole = words.starting.get(at)
        if whole is None or whole.kind != "place" or whole.conjoined:
            break
        at = whole.last + 1
    if at == begins or at + 1 >= line.last or line.keys[at] not in words.marks.commas:
        return begins
    info = line.infos[at + 1]
    named = (info.noun is None or info.definite) and info.rest not in LIES_IN  # ومواقع أخرى, والقريبة من X
    return at if named and info.key.startswith(AND) else begins


def _name(words: _Words, at: int, head: Chunk, *, listed: int, sure: bool) -> Chunk | None:
    """The name that begins at a word: a place that is known there, or a new one; ``sure``: the list is one."""
    line, starting = words.line, words.starting
    if at >= line.last or at in words.taken:
        return None
    chunk = starting.get(at)
    if chunk is not None and chunk.kind == "place" and (not chunk.preposition or chunk.conjoined or not listed):
        return chunk
    alone = sure and _stands_alone(words, at)
    last = at if alone and not _says_more(line.infos[at]) else _end(words, at)
    if last < 0 or words.marks.several(line.infos[at]):
        return None
    if chunk is not None and (chunk.count or (chunk.last > last and chunk.kind != "other")):
        return None
    inside = [starting[place].kind for place in range(at, last + 1) if place in starting]
    if not alone and not _TAKEN_FOR.issuperset(inside):
        return None
    key, known = line.keys[at], line.infos[at].place
    word = key if not key.startswith(AND) or (known is not None and not known[0]) else key.removeprefix(AND)
    made = Chunk("place", at, last, at, line.index, word, "s", definite=True, conjoined=listed > 0)
    made.cue, made.preposition = head.cue or "village", head.preposition
    return made


def _stands_alone(words: _Words, at: int) -> bool:
    """Whether a comma stands behind a word in a list, or what the list is in: قرى X وY وشنان في Z."""
    if at + 1 >= words.line.last:
        return False
    behind = words.line.infos[at + 1]
    held = _leads_on(behind, words.marks) or behind.prefix.startswith(AT)
    return (held and words.line.keys[at].startswith(AND)) or behind.key in words.marks.commas


def _leads_on(info: WordInfo, marks: ListMarks) -> bool:
    """Whether a word leads to what a name is in: في, a direction."""
    return info.preposition in marks.inside or info.rest in marks.directions


def _past(line: Line, at: int, quotes: Collection[str]) -> int:
    while at < line.last and line.keys[at] in quotes:
        at += 1
    return at


def _end(words: _Words, first: int) -> int:
    """The last word of the name that begins at a word, -1 where none does."""
    line, marks = words.line, words.marks
    for at in range(first, min(first + _NAME + 1, line.last)):
        info, key = line.infos[at], line.keys[at]
        parted = key in marks.commas or key in marks.quotes or not info.is_word or key.startswith(AND)
        if at > first and (parted or _leads_on(info, marks) or info.function):
            return at - 1
        begun = at > first and line.infos[at - 1].cue is not None  # تل ورد
        if at in words.taken or _says_more(info) or not (begun or _names(info, first=at == first)):
            return -1
    return line.last - 1 if first + _NAME >= line.last else -1


def _says_more(info: WordInfo) -> bool:
    """Whether a word is none that a name has: of another kind, or one that relates."""
    told = info.function or info.speech or info.light or info.quantifier or info.pronoun or info.auxiliary
    return bool(told or (info.actor and info.place is None) or info.weapon) or not info.key[:1].isalpha()


def _names(info: WordInfo, *, first: bool) -> bool:
    """Whether a word can be one of a name."""
    if info.prefix not in (("", AND) if first else ("",)):
        return False
    return info.place is not None or (not (info.triggers or info.verb_like) and len(info.rest) > 1)


def _is_list(line: Line, first: Chunk, names: Sequence[Chunk], known: Collection[int], several: int) -> bool:
    """Whether names that follow each other are a list of places."""
    if several:
        opened = first.start + 1 < line.last and line.keys[first.start + 1] in _OPENING
        return len(names) >= several - opened
    told = sum(id(name) in known for name in names)
    return told >= _KNOWN_OF_FEW or (told >= _KNOWN and len(names) >= _LONG)


def _shown(names: Sequence[Chunk], known: Collection[int]) -> list[Chunk]:
    """Those names that only the list shows to be places; those known in it are said to be of it."""
    for name in names[1:]:
        name.conjoined, name.preposition = True, names[0].preposition
    return [name for name in names if id(name) not in known]


def _put_in(chunks: Sequence[Chunk], made: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with others in the place of those that they cover."""
    covered = {at for name in made for at in range(name.first, name.last + 1)}
    apart = [chunk for chunk in chunks if covered.isdisjoint(range(chunk.first, chunk.last + 1))]
    return sorted([*apart, *made], key=lambda chunk: chunk.first)
