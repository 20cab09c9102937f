"""Finds the chunks of a sentence: opens one at each known or headed phrase and runs on to its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from operator import attrgetter

from marsad.arabic.clitics import AND, ARTICLE, AT, PREPOSED, UPON
from marsad.arabic.neighbours import THE_LEAST
from marsad.arabic.nouns import ADJECTIVE_ENDINGS, ALEF
from marsad.arabic.numbers import number_prefix
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import LONGEST_PHRASE, Chunk, Line
from marsad.mentions.joined import (
    LISTED_WITH,
    agrees_as_adjective,
    are_themselves,
    area_of,
    can_govern,
    describes_a_deed,
    describes_others,
    ends_its_adjectives,
    is_nominative,
    is_of_fighters,
    is_owned,
    is_relation_noun,
    joins,
    list_words,
    names_a_deed,
    of_whom,
    one_more,
    one_phrase,
    opens_a_clause,
    preposition_at,
    says_two,
    second_adjective,
    shares_its_tail,
    stands_apart,
    with_its_pronoun,
)
from marsad.mentions.names import Names
from marsad.mentions.numbers import NumberMention, start_of_a_range
from marsad.mentions.opening import PhraseOpener
from marsad.mentions.persons import goes_on_with_his_name, is_his_last_name, stands_for_people, tells_who_he_is
from marsad.mentions.place_runs import with_runs

# What may go on a list of places by the word for several before them.
_LISTED = frozenset({"other", "place"})
_TITLED = frozenset({"people", "office", "fighters"})
_OWNED = frozenset({"facility", "weapon", "group", "people", "fighters", "other", "office", "source"})
_CONSTRUCT_WITH = {
    "weapon": frozenset({"actor", "group", "people"}),
    "people": frozenset(
        {"actor", "group", "place", "facility", "people", "other", "office", "source", "fighters", "weapon"}
    ),
    "fighters": frozenset({"actor", "group", "place", "other", "people"}),
}
_ANY_CONSTRUCT = frozenset(
    {"actor", "group", "place", "facility", "people", "fighters", "weapon", "other", "office", "source"}
)
_BEHIND_A_DEED = _ANY_CONSTRUCT - {"place", "facility"}
_SIDES = frozenset({"actor", "group"})
# Who has adherents, and who may be one: الجيش الموالي للشرعية, القوات الموالية للرئيس السابق.
_SUPPORTED = frozenset({"actor", "group", "office", "other"})
_LED = frozenset({"actor", "group", "fighters", "people"})
_WHOLES = frozenset({"actor", "group", "fighters", "people", "office"})
_HELD = _OWNED - {"other", "office", "source"} | {"actor"}
_MEN = frozenset({"people", "fighters", "office", "source"})
# What the larger whole stands behind; by على only what follows على الأقل.
_TAKE_IN = frozenset({"من", "في", "باسم", "علي"})
_HEADS = attrgetter("heads")


class ChunkFinder(PhraseOpener):
    """Chunks of one sentence at a time; holds the tables, keeps nothing of a report."""

    def __init__(self, names: Names, grammar: Grammar) -> None:
        super().__init__(names, grammar)
        function = grammar.function
        self._partitives = function["partitives"]
        self._areas, footage = function["areas"], function["speech.footage"]
        self._footage = footage | {key + ALEF for key in footage}
        self._linking = function["linking_adjectives"]
        self._place_adjectives = function["place_adjectives"]
        self._rank = function["of_the_rank"]
        self._body = function["body"]
        self._directions, self._sides = function["directions"], function["sides"]
        self._list, self._list_marks = list_words(function), self._place_names.list_marks()
        self._two = function["two_behind"]
        self._tried = function["deeds_tried"]
        self._allies = function["allies"]
        self._several = function["several_behind"]
        self._one_of = function["one_of_whom"]
        self._staffs, self._operations = function["staffs"], function["of_operations"]
        self._another, self._person_openers = function["another"], function["name_openers"]

    def find(self, line: Line, numbers: Sequence[NumberMention], taken: frozenset[int]) -> list[Chunk]:
        """The chunks of ``line`` in order. ``taken``: indexes of words that belong to dates and measures."""
        starting = {number.first: number for number in numbers if not number.unit} if numbers else {}
        many = [at for at, one in starting.items() if one.low > 2 or one.last > at or one_more(line.keys[at])]
        closed = taken.union(many) if many else taken
        chunks: list[Chunk] = []
        last, behind = line.last, line.first
        for at in self._may_begin(line, starting):
            if at < behind or at in taken:
                continue
            number, begins = starting.get(at) if starting else None, at
            if number is not None and chunks and says_two(line, chunks[-1], number, self._two):
                chunks[-1].count = number
                behind = number.last + 1
                continue
            if number is not None and number.last < last:
                begins = self._after_number(line, number)
                counts = begins < last and begins not in taken and line.infos[begins].prefix not in PREPOSED
                counts = counts and not stands_for_people(line, number, begins)
                chunk = self._open(line, begins, chunks, True) if counts else None
                chunk = chunk or Chunk("count", number.first, number.last, number.first, line.index, number="p")
            else:
                number, chunk = None, self._open(line, at, chunks, True)
            if chunk is None:
                continue
            if chunk.kind != "count":
                chunk.count = number
                self._extend(line, chunk, closed)
                begins += 1
            self._place(line, chunk, number, chunks)
            behind = chunk.last + 1 if chunk.last >= begins else begins
            if chunk.conjoined and chunk.kind == "other" and self._is_ally(line, chunk):
                chunk.kind = "group"
            if chunk.conjoined or (chunks and chunks[-1].cue and chunks[-1].kind == "place" and chunk.kind in _LISTED):
                self._place_names.take_from_a_list(line, chunk, chunks[-1])
                if chunk.conjoined and shares_its_tail(line, chunks[-1], chunk):
                    chunks[-1] = one_phrase(chunks[-1], chunk)
                    continue
            chunks.append(chunk)
        return with_runs(line, chunks, self._list_marks, taken)

    def _may_begin(self, line: Line, starting: Mapping[int, NumberMention]) -> Iterable[int]:
        """The words at which a phrase or its number can begin, in order."""
        first, last = line.first, line.last
        heads = compress(range(first, last), map(_HEADS, line.infos[first:last]))
        return sorted({*heads, *starting}) if starting else heads

    def _place(self, line: Line, chunk: Chunk, number: NumberMention | None, before: list[Chunk]) -> None:
        """Preposition, conjunction and number of a chunk, from the words before it."""
        start, infos = chunk.start, line.infos
        if number is not None:
            start = number.first
            start -= start > line.first and chunk.first > number.last + 1 and line.keys[start - 1] == "("
            start = start_of_a_range(number, line.keys, start, line.first)
            prefix = number_prefix(line.keys[start])
        else:
            start = chunk.first if chunk.first < start else start
            prefix = infos[start].prefix
        chunk.start, chunk.count = start, number
        if prefix:
            chunk.preposition = prefix.lstrip("وف")
        if start > line.first and not chunk.preposition:
            previous = infos[start - 1]
            if previous.preposition:
                chunk.preposition = preposition_at(line, start - 1, self._directions)
            elif previous.quantifier and previous.prefix in PREPOSED:
                chunk.preposition = previous.prefix  # بجميع أنواع X
            elif (previous.quantifier or previous.key in self._openers) and start - 2 >= line.first:
                chunk.preposition = infos[start - 2].preposition  # على أحد نقاط X
        if chunk.conjoined or (before and self._joins(line, chunk, before[-1], prefix)):
            chunk.conjoined = True
            if not chunk.preposition:
                chunk.preposition = before[-1].preposition

    def _joins(self, line: Line, chunk: Chunk, before: Chunk, prefix: str) -> bool:
        """Whether a phrase goes on the list that the one before it is in."""
        start, with_and, begin = chunk.start, bool(prefix) and prefix[0] == AND, before.last + 1
        if start <= begin:
            return with_and
        if with_and:
            if opens_a_clause(line, chunk, prefix):
                return False
        elif not self._list.may_lead_on(line.infos[begin]):
            return False
        elif chunk.kind == "place" and prefix.startswith(AT) and before.preposition != AT:
            return False  # على X، بريف Y
        alike = with_and or before.kind == chunk.kind or chunk.kind in LISTED_WITH.get(before.kind, ())
        listed = alike or stands_apart(line, start, self._openers)
        if not (listed and joins(line, before, start, prefix, self._list)):
            return False
        return with_and or before.kind != "other" or not tells_who_he_is(line, chunk)

    def _is_ally(self, line: Line, chunk: Chunk) -> bool:
        """ميليشيات الحوثي وصالح: a man who is a side where و ties him to one."""
        return chunk.first == chunk.last and line.keys[chunk.first] in self._allies

    def _ends_here(self, line: Line, chunk: Chunk, at: int) -> bool:
        """Whether a phrase ends with or before a word: with a word for several, before أحد behind a name."""
        key = line.keys[at]
        if key in self._several and line.infos[at - 1].rest != key:
            chunk.last = at  # قذائف مدفعية عدة
            return True
        return key in self._one_of and chunk.kind == "other"  # فلان أحد قادة X

    def _heads_on(self, line: Line, chunk: Chunk, at: int) -> bool:
        """Take in a rank, or the operations that a staff is called after, which then heads the phrase."""
        key = line.keys[at]
        if key in self._rank and chunk.kind == "fighters" and at + 1 < line.last:
            chunk.last = at + 1
            return True
        if key not in self._operations or line.infos[at - 1].rest not in self._staffs:
            return False
        chunk.last = at  # فصائل غرفة عمليات X
        chunk.kind = "group" if chunk.kind == "facility" else chunk.kind
        return True

    def _extend(self, line: Line, chunk: Chunk, taken: frozenset[int]) -> None:
        """Run the phrase on to its end."""
        head_last, adjectives, infos, end = chunk.last, 0, line.infos, line.last
        while (at := chunk.last + 1) < end and at - chunk.first <= LONGEST_PHRASE and at not in taken:
            info = infos[at]
            key = info.key
            if not info.is_word:
                if not info.rare:
                    return
                if key in self._closers and self._described_behind_quote(line, chunk, at):
                    chunk.last = at + 1
                elif key not in self._openers or not self._quote(line, chunk, at):
                    return
            elif info.function:
                if key == UPON and is_his_last_name(line, chunk, at):
                    chunk.last = at
                elif not self._with_preposition(line, chunk, at, taken):
                    return
            elif chunk.kind == "weapon" and key[0].isascii():
                chunk.last = at + (at + 1 < end and infos[at + 1].key.isdigit())  # طائرات F 16 العراقية
            elif info.rare and self._ends_here(line, chunk, at):
                return
            elif info.rare and self._heads_on(line, chunk, at):
                head_last = chunk.last
            elif info.prefix:
                if second_adjective(line, chunk, at, self._adjectives):
                    chunk.last = at
                elif not (info.prefix == "ل" and self._owner(line, chunk, at, taken)):
                    return
            elif info.rest in self._linking and chunk.kind in _HELD and of_whom(line, chunk, at):
                chunk.last = at
            elif info.stops or (key in self._adjectives and infos[chunk.last].definite and not info.definite):
                return
            elif key in self._adjectives and not (adjectives and is_of_fighters(info)):
                if describes_others(line, chunk, at):
                    return
                chunk.adjective_actor = chunk.adjective_actor or self._adjectives[key]
                chunk.adjective_at = at if chunk.adjective_at < 0 else chunk.adjective_at
                chunk.last, adjectives = at, adjectives + 1
            elif key in self._footage and chunk.kind in _MEN:
                return  # بث ناشطون صورا
            elif not self._go_on(line, chunk, at, head_last, adjectives, taken):
                return
            elif chunk.last == at and not chunk.inner:
                adjectives += 1

    def _go_on(self, line: Line, chunk: Chunk, at: int, head_last: int, adjectives: int, taken: frozenset[int]) -> bool:
        """Whether the word goes on with the phrase, as an adjective, a construct or a person's name."""
        info = line.infos[at]
        if info.noun is None:
            if info.rare and info.key in self._tried and chunk.kind == "actor" and line.infos[chunk.last].definite:
                return False
            if info.triggers:
                return area_of(line, chunk, at, head_last, self._areas)
        else:
            related = is_relation_noun(info) and info.definite == chunk.definite and not info.prefix
            if (related and not info.actor) or agrees_as_adjective(line, chunk, at, self._another):
                chunk.last = at
                return True
        opens = info.known or info.rare or line.infos[at - 1].preposition
        inner = self._open(line, at, ()) if opens else None
        if inner is None:
            return self._told_more(line, chunk, at, head_last, adjectives)
        construct = self._is_governed(line, chunk, at, head_last)
        construct = construct and not (line.infos[chunk.first].triggers and is_nominative(info))
        allowed = _BEHIND_A_DEED if describes_a_deed(line, chunk) else _CONSTRUCT_WITH.get(chunk.kind, _ANY_CONSTRUCT)
        titled = adjectives == 0 and chunk.definite and chunk.number == "s" and chunk.kind in _TITLED
        titled = titled and inner.kind in ("actor", "place", "people", "source")
        titled = titled and (chunk.last == head_last or inner.kind != "actor")
        beside = inner.kind == "place" and info.rest in self._directions and are_themselves(chunk)  # جندي شمالي X
        if beside or (not (construct and inner.kind in allowed) and not titled):
            return goes_on_with_his_name(line, chunk, inner, head_last)
        self._extend(line, inner, taken)
        chunk.inner.append(inner)
        chunk.last = inner.last
        chunk.definite = chunk.definite or inner.definite
        return True

    def _told_more(self, line: Line, chunk: Chunk, at: int, head_last: int, adjectives: int) -> bool:
        """Whether a word that opens no phrase goes on with one, as an adjective or a person's name."""
        info, kind = line.infos[at], chunk.kind
        if line.keys[at - 1] in self._person_openers and kind in ("other", "people", "fighters", "office"):
            chunk.last, chunk.definite = at, True
            return True
        if kind == "place":
            return (info.definite or not chunk.definite) and self._place_tail(line, chunk, at)
        if kind in _TITLED:
            if (
                chunk.number == "s"
                and not info.triggers
                and chunk.count is None
                and (chunk.definite or kind == "office")
            ):
                chunk.last = at
                return at - head_last < 6
            bare = not chunk.definite and not info.definite and not info.rest.endswith(ADJECTIVE_ENDINGS)
            if bare and (chunk.count is not None or not self._is_governed(line, chunk, at, head_last)):
                return False
        if not info.definite:
            if chunk.definite or is_owned(line.infos[head_last]):
                return False  # مجاهدونا إيقاع: what has its pronoun is described by what has the article
        elif not chunk.definite and not self._is_governed(line, chunk, at, head_last):
            return False
        if names_a_deed(chunk, info.key):
            return False
        if adjectives and not chunk.definite and ends_its_adjectives(line, chunk, at):
            return False
        chunk.last = at
        chunk.definite = chunk.definite or info.definite
        return True

    def _is_governed(self, line: Line, chunk: Chunk, at: int, head_last: int) -> bool:
        """Whether a word can be the second part of a construct: right behind a head that can be the first."""
        return at == head_last + 1 and can_govern(line, chunk, head_last, self._another)

    def _place_tail(self, line: Line, chunk: Chunk, at: int) -> bool:
        """A place takes one adjective of direction or kind after it: ريف حلب الشرقي."""
        rest = line.infos[at].rest.removeprefix(ARTICLE)
        if rest in self._sides and chunk.last - chunk.first < 5:
            chunk.last = at
            return True
        return False

    def _described_behind_quote(self, line: Line, chunk: Chunk, at: int) -> bool:
        """«حزب الله» اللبناني: the adjective of a named side that the quotation leaves outside."""
        start = min(chunk.start, chunk.first)
        if chunk.kind not in _SIDES or start == line.first or line.keys[start - 1] not in self._openers:
            return False
        info = line.infos[at + 1] if at + 1 < line.last else None
        return info is not None and not info.prefix and (info.key in self._adjectives or info.rest in self._linking)

    def _with_preposition(self, line: Line, chunk: Chunk, at: int, taken: frozenset[int]) -> bool:
        """من after a part and في after an office take the larger whole in."""
        info, keys = line.infos[at], line.keys
        if info.preposition not in _TAKE_IN and not info.pronominal:
            return False
        if keys[at] == UPON and keys[at + 1 : at + 2] == [THE_LEAST] and at + 3 < line.last:
            at += 2
            info = line.infos[at]
        if info.pronominal and with_its_pronoun(line, chunk, at, self._linking):
            return True
        if info.prefix or at + 1 >= line.last or at + 1 in taken:
            return False
        office = info.preposition in ("في", "باسم") and (
            chunk.kind in ("office", "source") or (chunk.kind == "fighters" and chunk.number == "s")
        )
        if not office and (info.preposition != "من" or not self._is_part(line, chunk)):
            return False
        quoted = line.keys[at + 1] in self._openers
        inner = self._open(line, at + 1 + quoted, ()) if at + 1 + quoted < line.last else None
        if inner is None or inner.kind not in (_SIDES if office else _WHOLES):
            return False
        self._extend(line, inner, taken)
        if inner.kind == "people" and not inner.definite:
            return False
        chunk.inner.append(inner)
        chunk.last, chunk.definite = inner.last, chunk.definite or (inner.definite and not office)
        return True

    def _is_part(self, line: Line, chunk: Chunk) -> bool:
        """Whether من behind the phrase names the whole it is a part of."""
        return (
            chunk.kind in ("people", "fighters")
            or line.infos[chunk.first].rest.removeprefix(ARTICLE) in self._partitives
        )

    def _owner(self, line: Line, chunk: Chunk, at: int, taken: frozenset[int]) -> bool:
        """ل with the owner: مواقع للحوثيين, فصائل تابعة لـ….

        Only a named actor or a group is an owner, behind الموالي and its like anyone; anything else after ل belongs to
        the clause.
        """
        linked = line.infos[chunk.last].rest in self._linking
        if not (chunk.kind in _OWNED or (linked and chunk.kind == "actor")) or (
            chunk.kind in ("people", "fighters") and not linked
        ):
            return False
        led = linked and chunk.kind in _LED
        inner, whose = self._open(line, at, (), led), _SUPPORTED if led else _SIDES
        if inner is None or inner.kind not in whose:
            return False
        self._extend(line, inner, taken)
        chunk.inner.append(inner)
        chunk.last = inner.last
        return True
