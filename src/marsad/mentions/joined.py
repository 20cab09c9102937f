"""Phrases with و inside that are one mention: two heads with one genitive, one head with two adjectives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.arabic.clitics import AND, ARTICLE, FEMININE, FROM, PREPOSED, PRESENT, TO
from marsad.arabic.neighbours import OF_A_FEMININE
from marsad.arabic.nouns import (
    ADJECTIVE_ENDINGS,
    ALEF,
    POSSESSIVES,
    RELATION_ENDINGS,
    SOLDIER,
    SOUND_PLURALS,
    WITH_PRONOUN,
)
from marsad.arabic.numbers import number_word
from marsad.lexicons.grammar import NounForm
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.numbers import NumberMention
from marsad.mentions.vocabulary import WordInfo

# What is hit as one: تحصينات وتجمعات X, القرى والبلدات. People and parties joined by و stay two mentions.
_JOINED_KINDS = frozenset({"facility", "place"})


def shares_its_tail(line: Line, before: Chunk, chunk: Chunk) -> bool:
    """Whether two plural heads joined by و are one mention: the first is bare, what follows belongs to both."""
    return (
        chunk.conjoined
        and chunk.start == before.last + 1
        and line.infos[chunk.start].prefix == AND
        and before.first == before.last
        and before.kind in _JOINED_KINDS
        and chunk.kind in _JOINED_KINDS
        and before.number == chunk.number == "p"
        and before.count is None
        and chunk.count is None
        and line.infos[before.first].definite == line.infos[chunk.first].definite
    )


def one_phrase(before: Chunk, chunk: Chunk) -> Chunk:
    """Both as one chunk, under the first head."""
    return replace(
        before,
        last=chunk.last,
        definite=chunk.definite,
        inner=list(chunk.inner),
        adjective_actor=chunk.adjective_actor,
        adjective_at=chunk.adjective_at,
    )


def second_adjective(line: Line, chunk: Chunk, at: int, nations: Mapping[str, str]) -> bool:
    """Whether the word is a second adjective of the head: مصادر أمنية وطبية, الجيشين السوري والعراقي.

    Two nations beside a head that is no dual are two parties: القوات السورية والروسية.
    """
    if chunk.last == chunk.first or chunk.inner:
        return False
    info, last = line.infos[at], line.infos[chunk.last]
    if info.prefix != AND or not info.is_word or not info.rest.endswith(RELATION_ENDINGS):
        return False
    if info.place is not None or info.triggers or info.verb_like or info.actor is not None:
        return False
    one, other = last.rest.removeprefix(ARTICLE), info.rest.removeprefix(ARTICLE)
    alike = any(one.endswith(ending) and other.endswith(ending) for ending in RELATION_ENDINGS)
    nation = last.rest in nations or info.rest in nations
    return alike and last.definite == info.definite and (chunk.number == "d" or not nation)


def describes_a_deed(line: Line, chunk: Chunk) -> bool:
    """Whether a bare relation adjective stands behind the word of a deed: غارات جوية takes no genitive."""
    if chunk.kind != "other" or chunk.first == line.first or chunk.first != chunk.last:
        return False
    info, before = line.infos[chunk.first], line.infos[chunk.first - 1]
    bare = not info.definite and not before.definite and info.rest.endswith(RELATION_ENDINGS)
    return bare and bool(before.triggers) and before.noun is None


def preposition_at(line: Line, at: int, directions: frozenset[str]) -> str:
    """The preposition at a word: على وسط المدينة is aimed at it, and على كل من X is so past the words between."""
    own = line.infos[at]
    if at == line.first or own.prefix:
        return own.preposition
    before = line.infos[at - 1]
    if before.quantifier and own.preposition == FROM:
        outer = line.infos[at - 2].preposition if at - 2 >= line.first else ""
        return before.prefix if before.prefix in PREPOSED else outer or own.preposition
    part = own.rest in directions and before.preposition
    return before.preposition if part else own.preposition


def describes_its_deed(line: Line, at: int) -> bool:
    """An adjective of the trigger before it, though it is also a noun: الهجوم الإرهابي."""
    info = line.infos[at]
    if at == line.first or not info.definite or info.rest != info.key:
        return False
    before = line.infos[at - 1]
    if not (before.triggers and before.definite) or (info.noun is not None and info.noun.category in _JOINED_KINDS):
        return False  # القصف النقطة الطبية
    return info.rest.endswith(ADJECTIVE_ENDINGS)


def one_more(key: str) -> bool:
    """Whether a number with و begins another phrase: قتيلين وخمسة جرحى; واحد is none."""
    return key.startswith(AND) and number_word(key) not in ("", key)


# Heads that a plural participle or relation noun can describe.
_DESCRIBED = frozenset({"people", "fighters", "group", "office"})


# What has fighters and is described by a word for them in the feminine.
_FORCES = frozenset({"actor", "group", "fighters"})


def is_nominative(info: WordInfo) -> bool:
    """أسر المقاتلون جنودا: a plural with the article in the nominative is no genitive."""
    return info.definite and info.noun is not None and info.noun.number == "p" and info.rest.endswith(SOUND_PLURALS[0])


def ends_its_adjectives(line: Line, chunk: Chunk, at: int) -> bool:
    """محكمة عسكرية حكم: behind a feminine noun and its adjective what is not feminine is no second adjective."""
    infos = line.infos
    feminine = infos[chunk.first].rest.endswith(FEMININE) and infos[at - 1].rest.endswith(FEMININE)
    return feminine and infos[at].is_word and not infos[at].rest.endswith(OF_A_FEMININE)


def agrees_as_adjective(line: Line, chunk: Chunk, at: int, another: frozenset[str]) -> bool:
    """Whether a noun of people right behind people describes them: مستوطنين متطرفين, شخصين آخرين.

    A construct has no full ending in its first part and no article there, so two of them side by side agree.
    """
    info, before = line.infos[at], line.infos[at - 1]
    if info.noun is None or at != chunk.last + 1 or info.prefix:
        return False
    described = chunk.kind in _DESCRIBED or (chunk.kind == "actor" and chunk.first == chunk.last)
    if info.noun.lemma in another and chunk.kind != "place":
        return info.definite == before.definite and not before.quantifier
    ending = info.rest[-2:]
    if (
        (chunk.kind in _FORCES or (chunk.kind == "weapon" and not info.definite))
        and info.noun.category == "fighters"
        and info.noun.number == "s"
        and info.rest.endswith(FEMININE)
    ):
        return info.definite == before.definite and not before.quantifier  # الفصائل المقاتلة, طائرة مسلحة
    if not described or info.definite != before.definite or info.noun.category not in ("people", "fighters"):
        return False
    if ending in SOUND_PLURALS:
        return before.rest.endswith(ending)
    return _of_a_nation(info.noun, before) or _one_of_a_kind(info.noun, chunk, before)


_NO_MEN = frozenset({"actor", "group", "place", "facility", "weapon"})


def describes_others(line: Line, chunk: Chunk, at: int) -> bool:
    """Whether an adjective of many men stands behind what is no men: يتهم التحالف الحوثيين names two."""
    info, head = line.infos[at], line.infos[chunk.first]
    if chunk.kind not in _NO_MEN or not head.definite:
        return False
    if not info.rest.endswith(SOUND_PLURALS) or head.rest.endswith(SOUND_PLURALS):
        return False
    return head.noun is None or head.noun.number != "p" or head.noun.category not in _DESCRIBED


def _of_a_nation(noun: NounForm, before: WordInfo) -> bool:
    """مسلحون أكراد, المتمردين الأكراد: the broken plural of a nation behind a full one."""
    relation = noun.number == "p" and noun.lemma.endswith(RELATION_ENDINGS[0]) and noun.lemma != SOLDIER
    return relation and before.rest.endswith(SOUND_PLURALS)


def _one_of_a_kind(noun: NounForm, chunk: Chunk, before: WordInfo) -> bool:
    """عنصر متشدد, جندي متمرد: a participle behind one fighter, or behind counted people, says which."""
    head = before.noun
    if noun.number != "s" or noun.category != "fighters" or before.definite or chunk.first != chunk.last:
        return False
    return head is not None and head.number == "s" and (head.category == "fighters" or chunk.count is not None)


# Kinds that stand side by side in a list of commas: no title behind a name; anything else behind a comma explains.
_LISTED = (frozenset({"place", "facility"}), frozenset({"people", "fighters", "count", "other", "weapon"}))
LISTED_WITH = {kind: kinds for kinds in _LISTED for kind in kinds}


@dataclass(frozen=True, slots=True)
class ListWords:
    """Words and marks that a list is made of: what adds one more, what stands between two, quotes, what ends it."""

    adds: frozenset[str]
    between: frozenset[str]
    quotes: frozenset[str]
    ends: frozenset[str]

    def may_lead_on(self, info: WordInfo) -> bool:
        """Whether a list can go on with what begins behind a phrase: with any mark, or one of few words."""
        return not info.is_word or info.quantifier or info.key in self.adds or info.key in self.between


def list_words(function: Mapping[str, frozenset[str]]) -> ListWords:
    """The words of lists, from the closed-class words."""
    quotes = function["quote_open"] | function["quote_close"]
    between = function["list_marks"] | function["alternatives"]
    adds = function["adds_one_more"] | function["on_sides"]
    return ListWords(adds, between, quotes, function["clause_marks"])


def joins(line: Line, before: Chunk, start: int, prefix: str, words: ListWords) -> bool:
    """Whether what begins at ``start`` goes on the list that the phrase before it is in."""
    begin = before.last + 1
    if start <= begin:
        return prefix.startswith(AND)
    gap = line.infos[begin:start]
    if prefix.startswith(AND) or _adds_one_more(line, begin, gap, words):
        return _goes_on(line, begin, gap, words)
    listed, between = False, words.between
    for info in gap:
        if info.key in between:
            listed = True
        elif info.key not in words.quotes:
            return False
    return listed


# What may stand between a list and what is joined on, where that may be a sentence of its own as well.
_CLAUSE_MARKS = frozenset({"،", ",", "؛", "."})
_ISSUERS = frozenset({"actor", "source", "office", "group"})


def opens_a_clause(line: Line, chunk: Chunk, prefix: str) -> bool:
    """على حي X، والدفاع المدني يتحدث عن: what is joined on behind a comma, with its verb or a colon behind it."""
    at, start, infos = chunk.last + 1, chunk.start, line.infos
    if prefix != AND or at >= line.last or start <= line.first or line.keys[start - 1] not in _CLAUSE_MARKS:
        return False
    info = infos[at]
    if info.key == ":":
        return chunk.kind in _ISSUERS
    if not chunk.definite and not info.speech:
        return False  # وسيارة تقل عناصر
    if info.prefix == TO and info.definite and at + 1 < line.last:
        info = infos[at + 1]  # والمؤسسة الوطنية للنفط تقول
    return bool(info.speech) or (info.key[:1] in PRESENT and (info.verb_like or info.light is not None))


def _adds_one_more(line: Line, begin: int, gap: Sequence[WordInfo], words: ListWords) -> bool:
    """Whether the first word between adds one more: وكذلك, وعدد من."""
    for info in gap:
        if info.is_word:
            return (info.quantifier and line.keys[begin].startswith(AND)) or info.key in words.adds
    return False


def _goes_on(line: Line, begin: int, gap: Sequence[WordInfo], words: ListWords) -> bool:
    """Whether no word between ends the list or begins something else."""
    for at, info in enumerate(gap, begin):
        if info.key in words.ends:
            return False
        if not info.is_word or info.preposition or info.quantifier or info.auxiliary or info.key in words.adds:
            continue
        if not line.infos[at - 1].quantifier:
            return False
    return True


_ARRIVAL_LETTERS = 4


def names_a_deed(chunk: Chunk, key: str) -> bool:
    """Whether a definite word behind people is what they do and no adjective: حاول المحتجون الوصول, التقدم.

    Told by its form alone: ال with four letters of which the third is و, or ال with ت and no ending of an adjective.
    """
    if chunk.kind not in _DESCRIBED or not key.startswith(ARTICLE):
        return False
    bare = key[len(ARTICLE) :]
    arrival = len(bare) == _ARRIVAL_LETTERS and bare[2] == AND
    advance = bare.startswith(PRESENT[1]) and len(bare) >= _ARRIVAL_LETTERS
    return arrival or (advance and not bare.endswith((*RELATION_ENDINGS, *SOUND_PLURALS, *POSSESSIVES)))


def with_its_pronoun(line: Line, chunk: Chunk, at: int, linking: frozenset[str]) -> bool:
    """Take in the pronoun behind an adjective that says whose ally somebody is: الفصيل المتحالف معه."""
    if not line.infos[at].pronominal or chunk.last != at - 1 or line.infos[at - 1].rest not in linking:
        return False
    chunk.last = at
    return True


def says_which_side(line: Line, at: int, behind: frozenset[str]) -> bool:
    """Whether a word for a side only tells two lists apart: بين X من جهة، وY من جهة أخرى."""
    if at == line.first or line.keys[at - 1] != FROM:
        return False
    return at + 1 >= line.last or line.keys[at + 1] in behind or line.infos[at + 1].prefix == AND


def tells_lists_apart(line: Line, at: int, sides: frozenset[str]) -> bool:
    """Whether "another" only goes with the word for a side: من جهة أخرى."""
    return at - 2 >= line.first and line.keys[at - 1] in sides and line.keys[at - 2] == FROM


def stands_apart(line: Line, start: int, openers: frozenset[str]) -> bool:
    """Whether و stands by itself before a phrase or before the quotation mark that opens it: «X» و «Y»."""
    at, keys = start - 1, line.keys
    if keys[at] in openers:
        at -= 1
    return at >= line.first and keys[at] == AND


def area_of(line: Line, chunk: Chunk, at: int, head_last: int, areas: frozenset[str]) -> bool:
    """Take in the happening that a place is called after: مناطق الاشتباكات is one phrase, and no name."""
    if at != head_last + 1 or not line.infos[at].definite or line.infos[head_last].definite:
        return False
    if chunk.head not in areas:
        return False
    chunk.last, chunk.definite = at, True
    return True


def of_whom(line: Line, chunk: Chunk, at: int) -> bool:
    """Whether a linking adjective goes on with a bare word for a force or for arms: قوات تابعة لحكومة X."""
    one = chunk.first == chunk.last or chunk.kind == "weapon"
    bare = one and not line.infos[chunk.first].definite and not chunk.inner
    return bare and at + 1 < line.last and line.infos[at + 1].prefix == TO


_COUNTED_BEHIND = frozenset({"people", "fighters", "actor", "weapon", "facility"})


def says_two(line: Line, chunk: Chunk, number: NumberMention, two: frozenset[str]) -> bool:
    """مسلحين اثنين: the word for two behind a dual counts what stands before it."""
    beside = chunk.last == number.first - 1 and number.first == number.last and chunk.count is None
    return beside and chunk.kind in _COUNTED_BEHIND and line.keys[number.first] in two


# Kinds whose words end like a word with its pronoun for no other reason: بشاحنته, قواتها.
_OWNED_HEADS = frozenset({"weapon", "other", "group", "facility"})


def has_its_pronoun(chunk: Chunk, key: str) -> bool:
    """Whether the head carries a pronoun, so that no genitive follows it."""
    return chunk.kind in _OWNED_HEADS and key.endswith(WITH_PRONOUN)


def is_owned(info: WordInfo) -> bool:
    """مجاهدونا, ذويهم: whether a noun of many carries a pronoun; one alone may have a name behind it: مراسلنا فلان."""
    noun = info.noun
    if noun is None or noun.number != "p":
        return False
    pronoun = next((ending for ending in POSSESSIVES[1:] if info.rest.endswith(ending)), "")
    return bool(pronoun) and not noun.lemma.endswith(pronoun)


def is_told_of(line: Line, at: int) -> bool:
    """المعركة أدارتها قوات X: a word with "her" between a noun and a side is the verb of that side."""
    if line.infos[at].prefix or not line.first < at < line.last - 1:
        return False
    behind = line.infos[at + 1]
    return line.infos[at - 1].definite and behind.actor is not None and not behind.prefix


def is_relation_noun(info: WordInfo) -> bool:
    """A relation noun in the singular (عسكري, إرهابي) right after a noun describes it."""
    noun = info.noun
    return (
        noun is not None
        and noun.number == "s"
        and noun.lemma.endswith(RELATION_ENDINGS[0])
        and noun.category in ("fighters", "people", "group")
    )


def can_govern(line: Line, chunk: Chunk, head_last: int, another: frozenset[str]) -> bool:
    """Whether the head of a phrase can be the first part of a construct: never with a full plural or dual ending."""
    kind, key = chunk.kind, line.keys[head_last]
    if kind == "place" or line.infos[head_last].definite:
        return False
    if (chunk.head in another and key.endswith(RELATION_ENDINGS[0])) or has_its_pronoun(chunk, key):
        return False
    if kind in ("actor", "source"):
        named = any(not name.startswith("generic:") for name in chunk.ids)
        if named or (kind == "actor" and chunk.first < head_last):
            return False
    return not key.endswith(SOUND_PLURALS) and not (chunk.count is not None and key.endswith(ALEF))


def is_of_fighters(info: WordInfo) -> bool:
    """Whether an adjective of a nation is a noun for its fighters too."""
    return info.noun is not None and info.noun.number == "p" and info.noun.category == "fighters"


def are_themselves(chunk: Chunk) -> bool:
    """Whether people are told by number or as one, not as those of a place: ثلاثة أشخاص, جندي; not سكان."""
    return (
        chunk.kind in ("people", "fighters") and not chunk.definite and (chunk.count is not None or chunk.number == "s")
    )
