"""Opens phrases: at a known name, a cue for a place, a noun that heads mentions, a name in quotes behind its head."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.calendar_words import ABOUT, CLOCK_WORDS, DAY_PARTS
from marsad.arabic.clitics import AND, ARTICLE, FROM
from marsad.arabic.nouns import DEEDS_TOO, VOWELLED_TWO
from marsad.arabic.phrases import PhraseTable
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.joined import describes_its_deed, is_told_of, says_which_side, tells_lists_apart
from marsad.mentions.listed_places import CARRIED_WITHIN, ListedPlaces
from marsad.mentions.names import Names
from marsad.mentions.numbers import NumberMention

LONGEST_QUOTE = 10
# A rank or a fighter before a quoted name is the name of a unit: لواء «…».
_UNITS = frozenset({"office", "fighters"})


class PhraseOpener:
    """Opens chunks at a word, and takes a quoted name into one; holds the tables, keeps nothing of a report."""

    def __init__(self, names: Names, grammar: Grammar) -> None:
        self._names, self._adjectives = names, names.adjectives
        self._of_the_last = names.of_the_last
        self._and_of_the_last = frozenset({AND + key for key in names.of_the_last})
        self._tables: dict[str, PhraseTable[str]] = {
            "actor": names.actors, "weapon": names.weapons, "source": names.sources, "place": names.places,
        }  # fmt: skip
        self._place_names = ListedPlaces(names, grammar)
        function = grammar.function
        self._openers = function["quote_open"]
        self._closers = function["quote_close"]
        self._manner = function["manner"]
        self._on_sides, self._behind_sides = function["on_sides"], function["behind_on_sides"]

    def _open(self, line: Line, at: int, before: Sequence[Chunk], plain: bool = False) -> Chunk | None:
        """The phrase that begins at a word, its head alone; ``plain``: also one that begins with no word known."""
        info = line.infos[at]
        if not info.heads or (info.hers and is_told_of(line, at)):
            return None
        if info.known:
            by_cue = self._place_names.by_cue(line, at) if info.cue else None
            named = self._named(line, at) if info.names else None
            if by_cue is not None and (named is None or by_cue.last >= named.last or named.kind == "place"):
                return by_cue
            if named is not None:
                return named
        if info.rare and (info.rest in self._of_the_last or info.key in self._and_of_the_last):
            return Chunk(
                "place", at, at, at, line.index, head=info.key.lstrip(AND), number="s", definite=True, cue="side"
            )
        if before and before[-1].last >= at - CARRIED_WITHIN and before[-1].kind == "place":
            carried = self._place_names.carried(line, at, before)
            if carried is not None:
                return carried
        if info.rare and self._tells_lists_apart(line, at):
            return None
        noun = info.noun
        if noun is not None:
            if (info.definite and describes_its_deed(line, at)) or (
                info.rest in DEEDS_TOO and self._is_a_deed(line, at)
            ):
                return None
            kind = noun.category
            if kind in _UNITS and noun.number == "s" and not info.definite and self._opens_quote(line, at + 1):
                kind = "group"
            number = "d" if noun.number == "p" and _is_marked_two(line, at) else noun.number
            return Chunk(kind, at, at, at, line.index, noun.lemma, number, info.definite)
        if not info.plain:
            return None
        if at > line.first:
            before_it = line.infos[at - 1]
            if before_it.quantifier and at + 1 < line.last and line.infos[at + 1].preposition == FROM:
                return None
            unknown = self._place_names.unknown(line, at) if before_it.preposition else None
            if unknown is not None or not plain:
                return unknown
            if before_it.rare and before_it.rest in self._manner:
                return None
            if before_it.rest in ABOUT and info.rest.removeprefix(ARTICLE) in DAY_PARTS:
                return None
        if info.rest in ABOUT and _is_about_an_hour(line, at):
            return None
        return Chunk("other", at, at, at, line.index, info.rest, "s", info.definite) if plain else None

    def _after_number(self, line: Line, number: NumberMention) -> int:
        """Where the counted phrase begins: past من, and past the bracket that closes behind a number: (26) فردا."""
        at = number.last + 1
        if at < line.last and line.keys[at] == ")" and line.keys[number.core_first - 1] == "(":
            at += 1
        if at < line.last and line.infos[at].preposition == FROM and not line.infos[at].prefix:
            at += 1
        return at

    def _is_a_deed(self, line: Line, at: int) -> bool:
        """مهاجمة قرية X, أسر تنظيم Y: whether a side or a place stands behind what may be a word for people."""
        behind = line.infos[at + 1] if at + 1 < line.last else None
        if behind is None or behind.prefix:
            return False
        return behind.actor is not None or behind.cue is not None or (behind.place is not None and behind.noun is None)

    def _tells_lists_apart(self, line: Line, at: int) -> bool:
        """Whether a word only tells two lists apart: من جهة, من جهة أخرى."""
        key = line.keys[at]
        if key in self._on_sides:
            return says_which_side(line, at, self._behind_sides)
        return key in self._behind_sides and tells_lists_apart(line, at, self._on_sides)

    def _opens_quote(self, line: Line, at: int) -> bool:
        return at < line.last and line.keys[at] in self._openers

    def _named(self, line: Line, at: int) -> Chunk | None:
        """The longest name of a register that begins here; of equal length an actor before a weapon, source, place."""
        keys, tables, behind, best = line.keys, self._tables, at + 1, None
        for kind, reading in line.infos[at].names:
            match = tables[kind].longest(reading[1], keys, behind)
            if match is None:
                continue
            last = at + match.length - 1
            if last >= line.last:
                continue
            if kind == "place" and not self._place_names.is_place(line, at, reading, match.length):
                continue
            if kind == "weapon" and last > at and keys[last] in self._adjectives:
                last -= 1  # whose drone it is
            if (
                best is None
                or last > best.last
                or (last == best.last and kind == "place" and self._place_names.located(line, at, reading[0]))
            ):
                best = Chunk(kind, at, last, at, line.index, reading[1], "s", True, match.values)
        return best

    def _quote(self, line: Line, chunk: Chunk, at: int) -> bool:
        """A name in quotes right after its head; the mark that opens them stands at ``at``."""
        if chunk.kind in ("place", "count") or (chunk.kind == "people" and chunk.count is not None):
            return False
        if (at + 1 < line.last and line.keys[at + 1] == AND) or self._closes(line, chunk, at):
            return False  # "X" و "Y", ”X” في Y: the mark closes the name before it
        if chunk.kind == "other" and chunk.last > chunk.first:
            return False
        named = self._named(line, at + 1) if at + 1 < line.last and line.infos[at + 1].actor is not None else None
        if named is not None and named.kind == "actor" and self._shuts(line, named.last + 1):
            chunk.inner.append(named)  # عناصر "هيئة تحرير الشام", whatever its words are elsewhere
            chunk.last, chunk.definite = named.last + 1, True
            if chunk.kind == "group":
                chunk.kind, chunk.ids = "actor", named.ids  # غرفة عمليات «الفتح المبين»
            return True
        for close in range(at + 2, min(at + LONGEST_QUOTE, line.last)):
            inside = line.infos[close - 1]
            if inside.triggers or inside.verb_like or inside.key in ("،", ","):
                return False
            if line.keys[close] in self._closers:
                inner = self._open(line, at + 1, ())
                chunk.inner.extend([inner] if inner is not None and inner.kind == "actor" else [])
                chunk.last, chunk.definite = close, True
                return True
        return False

    def _shuts(self, line: Line, at: int) -> bool:
        """Whether a mark that closes a quotation stands at a word."""
        return at < line.last and line.keys[at] in self._closers

    def _closes(self, line: Line, chunk: Chunk, at: int) -> bool:
        """Whether the mark at a word closes a quotation that one of the same kind opened right before the phrase."""
        start = min(chunk.start, chunk.first)
        if chunk.kind != "actor" or (at + 1 < line.last and line.keys[at + 1] in self._openers):
            return False
        return start > line.first and line.keys[start - 1] == line.keys[at] and line.keys[at] in self._closers


def _is_about_an_hour(line: Line, at: int) -> bool:
    """حوالي الساعة الثالثة, قرابة الظهر: whether "about" tells of a time of the day."""
    key = line.keys[at + 1] if at + 1 < line.last else ""
    return key in CLOCK_WORDS or key.removeprefix(ARTICLE) in DAY_PARTS


def _is_marked_two(line: Line, at: int) -> bool:
    """موظفَين: whether the vowel before the ending says two."""
    word = line.words[at]
    return line.text.endswith(VOWELLED_TWO, word.start, word.end)
