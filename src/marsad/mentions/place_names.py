"""Whether words name a place: known ones, those behind a cue word, in a list of places, or before what holds them."""

from __future__ import annotations

from marsad.arabic.clitics import AND, ARTICLE, AT, LIKE
from marsad.arabic.nouns import FOREIGN_END, POSSESSIVES, RELATION_ENDINGS, TA_MARBUTA
from marsad.arabic.place_words import LIES_IN, TELLS_BEGIN, TELLS_END
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.names import Names
from marsad.mentions.vocabulary import WordInfo
from marsad.places.cues import PlaceCue

# Kinds of places small enough to have any word for a name.
_SETTLED = frozenset({"village", "town", "neighbourhood", "camp", "area"})
# Kinds whose cue word stands before nothing but a name, a describing word or a verb.
_NAMED = frozenset({"village", "town", "neighbourhood", "city", "front"})
# Kinds behind whose bare cue word a word with the article is a name: منطقة الغفر, محور الملاجة.
_FEMININE = frozenset({"area", "governorate", "district"})
_WITH_ARTICLE = frozenset({"area", "governorate", "district", "front"})
# Who may own what a cue word names.
_OWNERS = frozenset({"people", "fighters"})
# How far before على the deed may stand that is aimed at what follows, in words.
AIMED_WITHIN = 2
_DASHES = frozenset("-–—")
# Letters that are a name's own right behind a cue word: مدينة وانلاوين, حي كانيا كردان.
_ITS_OWN = frozenset({AND, LIKE})


# How many letters a name has that behind ب is another word, where it is one anyway: بصور, بنصر.
_SHORT = 3


class PlaceNames:
    """Opens place chunks; holds the gazetteer's names and the cue words, keeps nothing of a report."""

    def __init__(self, names: Names, grammar: Grammar) -> None:
        self._names = names
        function = grammar.function
        self._openers, self._closers = function["quote_open"], function["quote_close"]
        self._linking = function["linking_adjectives"]
        self._place_adjectives = function["place_adjectives"] | names.not_names
        self._body = function["body"]
        self._directions, self._sides = function["directions"], function["sides"]
        self._in, self._strictly_at = function["inside"], function["strictly_at"]
        self._towards = function["towards"]
        self._rarely, self._rarely_by = function["rarely_places"], function["rarely_places_by"]
        self._streets, self._roads = function["streets"], function["roads"]
        self._commas = function["list_marks"] - {AND}
        self._all_over = function["all_over"]
        (self._upon,) = function["upon"]
        self._village_openers, self._the_country = function["village_openers"], function["the_country"]
        self._name_openers = function["name_openers"]
        self._place_openers = function["name_openers"] | function["place_openers"]

    def unknown(self, line: Line, at: int) -> Chunk | None:
        """A name no register has, after في and before the place that holds it: في غوبالاند بالصومال."""
        if at == line.first or line.infos[at - 1].preposition not in self._in or not self._can_name(line.infos[at]):
            return None
        last = self._unknown_name(line, at)
        held = self._before_container(line, last) or self._before_its_side(line, last)
        held = held or (last > at and line.keys[at] in self._village_openers) or self._before_what_it_is(line, last)
        if not held or self._describes_place(line, at, "s"):
            return None
        return Chunk("place", at, last, at, line.index, head=line.infos[at].rest, number="s", definite=True)

    def _before_container(self, line: Line, at: int, *, by_cue: bool = False) -> bool:
        """Whether ب with a known place or with a cue for one stands right behind: … بمديرية X, … بالصومال."""
        if at + 1 >= line.last:
            return False
        info = line.infos[at + 1]
        held = info.place if info.place is not None else info.cue
        return (
            held is not None
            and held[0] in (AT, AT + ARTICLE)
            and (info.noun is None or (by_cue and info.cue is not None))
        )

    def _before_what_it_is(self, line: Line, at: int) -> bool:
        """Whether what follows says where it lies or what it is the capital of: في X الواقعة قرب Y, في X، عاصمة Y."""
        if line.infos[at].definite:
            return False  # في الأبنية المجاورة
        behind = at + 1
        while behind < line.last and line.keys[behind] in self._commas:
            behind += 1
        return behind < line.last and line.keys[behind] in LIES_IN

    def _before_its_side(self, line: Line, at: int) -> bool:
        """Whether a side of the country stands behind, in brackets or with its name: في سوروتش (جنوب), X شمال مالي."""
        if at + 2 >= line.last:
            return False
        if line.keys[at + 1] == "(":
            return line.infos[at + 2].rest in self._directions
        side, wide = line.infos[at + 1], line.infos[at + 2]
        if side.rest not in self._directions or side.prefix or wide.place is None or wide.place[0] not in ("", ARTICLE):
            return False
        country = self._names.places.longest(wide.place[1], line.keys, at + 3)
        feminine = line.text[line.words[at].end - 1] == TA_MARBUTA  # في مهمة شمالي العراق
        return country is not None and not feminine and any("-" not in name for name in country.values)

    def is_place(self, line: Line, at: int, reading: tuple[str, str], length: int) -> bool:
        """Names that are ordinary words too count as places only after a locative preposition."""
        joined = reading[1] if length == 1 else " ".join((reading[1], *line.keys[at + 1 : at + length]))
        if at > line.first and line.keys[at - 1][:1].isdigit():
            return False
        if joined.removeprefix(ARTICLE) in self._body or joined in self._rarely:
            return False
        by = reading[0].endswith(AT)
        if by and (joined in self._rarely_by or (len(joined) == _SHORT and joined in self._names.ordinary)):
            return False  # بحجة مكافحة الإرهاب, فاضل بلوي
        if joined in self._names.governed and self._is_governed(line, at):
            return True
        ordinary = joined in self._names.ordinary or joined in self._names.governed
        return not ordinary or (self.located(line, at, reading[0]) and line.infos[at].noun is None)

    def _is_governed(self, line: Line, at: int) -> bool:
        """Whether a deed, a verb or "to" leads up to a word: تحرير الموصل, شهدت السويداء, إلى البصرة, منها القاهرة."""
        before = line.infos[at - 1] if at > line.first else None
        if before is None:
            return False
        leads = bool(before.triggers) or before.light is not None or before.verb_like
        leads = leads or (before.pronominal and not line.keys[at].startswith(AND))  # منها القاهرة; قتل 4 منهم وتدمر
        return leads or before.preposition in self._towards

    def located(self, line: Line, at: int, prefix: str) -> bool:
        """Whether a locative preposition or a side stands right before a word."""
        if prefix.endswith(AT):
            return True
        behind = at - 1
        while behind > line.first and line.keys[behind] in self._all_over:
            behind -= 1  # في مختلف أنحاء X
        if behind < line.first:
            return False
        before = line.infos[behind]
        if before.preposition in self._strictly_at or before.rest in self._directions:
            return True
        bare = prefix in ("", ARTICLE) and behind == at - 1
        return bare and before.preposition == self._upon and self._is_aimed_at(line, behind)

    def _is_aimed_at(self, line: Line, at: int) -> bool:
        """Whether a preposition says what a deed was aimed at: الهجوم على X, الضربات الإسرائيلية على X."""
        start = max(line.first, at - AIMED_WITHIN)
        return any(line.infos[before].triggers and line.infos[before].noun is None for before in range(start, at))

    def by_cue(self, line: Line, at: int) -> Chunk | None:
        """A place after its cue word: known, or unknown where the cue can introduce one."""
        info = line.infos[at]
        assert info.cue is not None
        cue = self._names.cues.get(info.cue[1])
        name = at + 1
        while name < line.last and line.keys[name] in self._openers:
            name += 1
        if cue is None or name >= line.last:
            return None
        target = line.infos[name]
        if not target.is_word or (target.function and name == at + 1):
            return None
        first = name if cue.drop else at
        sides = self._two_sides(line, at) if cue.kind == "side" and target.cue else None
        if sides is not None:
            return sides
        inner = self.by_cue(line, name) if target.cue else None
        if inner is not None:
            inner.first = first if not cue.drop else inner.first
            inner.start = at
            return inner
        if cue.kind == "side" and target.key in self._the_country:  # جنوب شرق البلد
            return Chunk("place", first, name, at, line.index, target.key, "s", definite=True, cue=cue.kind)
        quoted = name > at + 1
        if quoted and cue.number == "s" and (whole := self._whole_in_quotes(line, cue, at, first, name)) is not None:
            return whole
        nation = target.key in self._names.adjectives and (info.definite or not target.definite)
        described = not quoted and (target.key in self._place_adjectives or nation)
        if target.place is not None and target.place[0] in ("", ARTICLE) and not described:
            known = self._known_by_cue(line, cue, at, first, name)
            if known is not None:
                return self._to_its_other_end(line, known) if info.cue[1] in self._roads else known
        named = (
            cue.introduces_unknown
            or quoted
            or (cue.kind != "base" and self._opens_a_name(target))
            or self._before_container(line, self._unknown_name(line, name), by_cue=True)
            or self._before_its_adjective(line, name)
            or (target.definite and not target.triggers and cue.kind in _WITH_ARTICLE)
            or (cue.kind in _FEMININE and cue.number == "s" and self._is_no_adjective(line, at, name))
            or (cue.kind == "front" and cue.number == "d")
        )
        street = info.cue[1] in self._streets and target.definite and not target.triggers and not target.prefix
        front = (
            cue.kind == "front" and target.definite and target.noun is not None and target.noun.category == "facility"
        )
        named = named or street or front
        small = cue.kind in _SETTLED and cue.number == "s" and not quoted
        held = self._name_within(line, name, ordinary=cue.kind != "area") if small else 0
        plain = named and self._can_name(target, governed=name == at + 1, held=quoted or street or front)
        bare = not quoted and cue.kind in _NAMED and cue.number == "s" and self._is_no_verb(line, name)
        if info.definite or not (held or plain or bare):
            return None
        own = cue.kind == "valley" and self._agrees_in_nothing(line, at, name)
        if not own and self._describes_place(line, name, cue.number) and not self._before_its_adjective(line, name):
            return None
        last = held or (self._quoted_name(line, name) if quoted else self._unknown_name(line, name))
        head = target.key if target.prefix else target.rest
        return Chunk("place", first, last, at, line.index, head=head, number="s", definite=True, cue=cue.kind)

    def _to_its_other_end(self, line: Line, road: Chunk) -> Chunk:
        """طريق حلب دمشق, طريق بداما - الزعينية: a road that is called after both its ends."""
        at = road.last + 1
        dash = at < line.last and line.keys[at] in _DASHES
        at += dash
        info = line.infos[at] if at < line.last else None
        if info is None or not info.is_word or info.noun is not None or info.prefix:
            return road
        if info.place is not None and info.place[0] in ("", ARTICLE):
            match = self._names.places.longest(info.place[1], line.keys, at + 1)
            if match is not None and self.is_place(line, at, info.place, match.length):
                road.last = at + match.length - 1
        elif dash and info.plain and info.definite and not info.triggers:
            road.last = at
        return road

    def _known_by_cue(self, line: Line, cue: PlaceCue, at: int, first: int, name: int) -> Chunk | None:
        """A place behind its cue word that the gazetteer has, or that only begins like one it has: بلدة مجدل X."""
        target = line.infos[name]
        match = self._names.places.longest(target.place[1], line.keys, name + 1) if target.place is not None else None
        if match is None or name + match.length > line.last:
            return None
        last, ids = name + match.length - 1, match.values
        country = cue.kind in _SETTLED and all("-" not in value for value in ids)  # مخيم كويت الرحمة
        if match.length == 1 and (target.key in self._village_openers or country):
            last = self._unknown_name(line, name)
            ids = ids if last == name else ()
        return Chunk("place", first, last, at, line.index, target.rest, "s", definite=True, ids=ids, cue=cue.kind)

    def _is_no_adjective(self, line: Line, at: int, name: int) -> bool:
        """Whether a bare word behind a feminine cue is its name, as it agrees with it in nothing: منطقة اعشار."""
        feminine = line.text[line.words[at].end - 1] == TA_MARBUTA
        return feminine and not line.infos[name].definite and line.text[line.words[name].end - 1] != TA_MARBUTA

    def _agrees_in_nothing(self, line: Line, at: int, name: int) -> bool:
        """Whether a feminine word stands behind a masculine one, which is its name then: وادي لية."""
        ends = line.text[line.words[at].end - 1], line.text[line.words[name].end - 1]
        return ends[0] != TA_MARBUTA and ends[1] == TA_MARBUTA

    def _is_no_verb(self, line: Line, at: int) -> bool:
        """Whether a word that reads like a deed is a name by its form alone: قرية شنان, بلدة صفيا, قرية فيلون."""
        info, following = line.infos[at], line.infos[at + 1] if at + 1 < line.last else None
        if info.noun or info.prefix or info.pronoun or info.quantifier or info.actor or info.weapon or info.definite:
            return False
        if info.key.startswith(TELLS_BEGIN) or info.key.endswith(TELLS_END) or info.speech:
            return False
        verb = info.light is not None and info.light[1] == "verb"
        return not verb and not (following is not None and following.pronominal)

    def _before_its_adjective(self, line: Line, at: int) -> bool:
        """Whether an adjective with the article follows a bare word, which is a name then: منطقة فضحة الاستراتيجية."""
        name = line.infos[at]
        if at + 1 >= line.last or name.definite or name.prefix:
            return False
        info = line.infos[at + 1]
        related = info.rest.endswith(RELATION_ENDINGS) or info.rest in self._names.adjectives
        return info.definite and not info.prefix and related and info.noun is None

    def _opens_a_name(self, info: WordInfo) -> bool:
        """Whether a word is the first of a name of two behind any cue: إقليم بيت شباب."""
        return info.key in self._place_openers or (info.key in self._name_openers and info.noun is None)

    def _two_sides(self, line: Line, at: int) -> Chunk | None:
        """شمال وشرق سوريا: two sides of one place, which is known."""
        second = line.infos[at + 1]
        if second.cue is None or second.cue[0] != AND or self._names.cues[second.cue[1]].kind != "side":
            return None
        third = line.infos[at + 2] if at + 2 < line.last else None
        match, begins = self._names.places.longest(second.cue[1], line.keys, at + 2), at + 1
        if (match is None or match.length == 1) and third is not None and third.place is not None:
            match, begins = self._names.places.longest(third.place[1], line.keys, at + 3), at + 2
        if match is None or begins + match.length > line.last:
            return None
        last, rest = begins + match.length - 1, line.infos[at + 2].rest if third is not None else ""
        return Chunk(
            "place", at, last, at, line.index, head=rest, number="s", definite=True, ids=match.values, cue="side"
        )

    def _name_within(self, line: Line, at: int, *, ordinary: bool) -> int:
        """The last word of a name, even an ordinary word, before what holds it: حي الشبكة في بلدة X (else 0)."""
        for last in (at, at + 1):
            info = line.infos[last] if last < line.last else None
            if info is None or not info.is_word or not self._can_name(info, governed=last == at, held=ordinary):
                return 0
            if last > at and info.key.removeprefix(ARTICLE) in self._place_adjectives:
                return 0
            if info.noun is not None and info.noun.category in _OWNERS and not info.definite:
                return 0  # مزرعة مواطن في X
            if self._before_container(line, last, by_cue=True) or self._before_wider(line, last):
                return last
        return 0

    def _before_wider(self, line: Line, at: int) -> bool:
        """Whether في with a place or a cue, or a side of a place, stands right behind: في بلدة X, شمال X."""
        if at + 2 >= line.last:
            return False
        first, second = line.infos[at + 1], line.infos[at + 2]
        leads = first.preposition in self._in and not first.prefix
        if not leads and first.rest not in self._directions:
            return False
        held = second.cue or (second.place if second.noun is None else None)
        return held is not None and held[0] in ("", ARTICLE, AT)

    def _can_name(self, info: WordInfo, *, governed: bool = False, held: bool = False) -> bool:
        """Whether a word can be a name. ``governed``: in a construct its و is its own (مدينة وانلاوين).

        ``held``: it may be an ordinary noun too.
        """
        held = held or (governed and info.key in self._place_openers)
        if (
            (info.prefix and not (governed and info.prefix in _ITS_OWN and info.noun is None and not info.triggers))
            or (info.verb_like and not held)
            or (info.speech and not held)
            or (info.light and not (governed and info.key in self._name_openers))
            or (info.actor and not held)
            or info.weapon
            or info.pronoun
            or info.quantifier
        ):
            return False
        ordinary = info.noun is not None and not held
        told = info.triggers and not info.definite and not (held and governed)
        return not ordinary and not told and info.key not in self._linking

    def _whole_in_quotes(self, line: Line, cue: PlaceCue, at: int, first: int, name: int) -> Chunk | None:
        """A place by the whole of a name in quotes behind its cue word: منطقة «خفض التصعيد»."""
        last, info = self._quoted_name(line, name), line.infos[name]
        closed = last + 1 < line.last and line.keys[last + 1] in self._closers
        if not closed or line.infos[at].definite:
            return None
        if last == name and (info.place is not None or self._describes_place(line, name, "s")):
            return None  # قرية "X", منطقة "آمنة"
        if any(not word.is_word or word.actor or word.preposition for word in line.infos[name : last + 1]):
            return None
        match = self._names.places.longest(info.place[1], line.keys, name + 1) if info.place is not None else None
        ids = match.values if match is not None and name + match.length - 1 == last else ()
        return Chunk("place", first, last, at, line.index, info.rest, "s", definite=True, ids=ids, cue=cue.kind)

    def _quoted_name(self, line: Line, at: int) -> int:
        """The last word before the closing quote, if it closes soon; else the name as it would be without quotes."""
        for close in range(at + 1, min(at + 5, line.last)):
            if line.keys[close] in self._closers:
                return close - 1
        return self._unknown_name(line, at)

    def _describes_place(self, line: Line, at: int, number: str) -> bool:
        """An indefinite adjective (منطقة جبلية) or a possessed noun after a cue is no name."""
        word, key = line.words[at], line.keys[at]
        if not line.infos[at].definite and (key in self._names.adjectives or key.endswith(RELATION_ENDINGS[1])):
            return number != "p" or not self._begins_a_list(line, at)
        if key in self._place_adjectives:
            return True
        if number == "p" and line.text[word.end - 1] == TA_MARBUTA and not line.infos[at].definite:
            return not self._begins_a_list(line, at)
        if number == "d" and line.infos[at].noun is None and self._and_a_name(line, at):
            return False
        his = line.text[word.end - 1] == POSSESSIVES[0]
        named = line.infos[at].plain and (number == "s" or key.endswith(FOREIGN_END))  # قرية بينه, not مزارع وولده
        owned = (his and not named) or key.endswith(POSSESSIVES[1:3])
        return owned and not key.startswith(ARTICLE)  # منطقة المصينعه

    def _begins_a_list(self, line: Line, at: int) -> bool:
        """Whether a known place stands behind with و: قرى مجدلية والبارة names both."""
        place = line.infos[at + 1].place if at + 1 < line.last else None
        return place is not None and place[0].startswith(AND) and line.infos[at + 1].noun is None

    def _and_a_name(self, line: Line, at: int) -> bool:
        """Whether a word that no list knows stands behind with و: قريتي ليلوه والغندورة names both."""
        info = line.infos[at + 1] if at + 1 < line.last else None
        return info is not None and info.key.startswith(AND) and info.plain and info.noun is None

    def _unknown_name(self, line: Line, at: int) -> int:
        """The last word of an unknown name: one word, or two where the first one asks for a second."""
        key = line.keys[at]
        following = at + 1
        opens = key in self._place_openers
        if following >= line.last or not line.infos[following].is_word:
            return at
        if not self._can_name(line.infos[following], held=opens):
            return at
        asks = opens or (
            not key.startswith(ARTICLE)
            and line.infos[following].definite
            and not self._names.adjectives.get(line.keys[following])
            and line.keys[following].removeprefix(ARTICLE) not in self._place_adjectives
        )
        return following if asks else at
