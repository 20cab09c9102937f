"""What each word can be. One look-up per distinct word, remembered for the life of the process."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from marsad.arabic.clitics import AND, ARTICLE, first_keys
from marsad.arabic.nouns import ALEF, WITH_PRONOUN
from marsad.arabic.remembered import Remembered
from marsad.arabic.verbal_nouns import TO_HARM
from marsad.arabic.words import Word, keys_of
from marsad.lexicons.grammar import Grammar, NounForm

# A letter drawn out, as messages write it: three times is never a spelling.
_THRICE = re.compile(r"(\w)\1{2,}")
# A word of so many letters in و may be a verb of the plural without its alef.
_THEY_DID = 4
# A word of so many letters in وت is a Hebrew name rather than a verb.
_HEBREW = 6
# An unknown word of so many letters that begins with و is more often "and" with a word than a word of its own.
_LONG_WITH_AND = 6
# Endings of nouns that begin like "so that it": ليبية, ليبيين.
_NO_VERB = ("ي", "ه", "ا", "ين", "ون", "ات")
_VERB_PREFIXES = ("", "و", "ف")
# Proclitics of a word for many, and words that are something else behind them: بما, لأي, لأول مرة.
_PREPOSED, _NO_MANY = ("ب", "ل"), frozenset({"ما", "اي", "اول", "اخر", "نفس", "اكبر"})
# "What" written together with its verb: بحسب ماذكرت X.
_WHAT = "ما"
# A word that begins like "as" is one only before so many letters: كبير is no well.
_LIKE, _LONG_BEHIND_LIKE = ("ك", "وك", "فك"), 4


class TriggerTable(Protocol):
    """The table of triggers."""

    def starts(self, key: str) -> bool:
        """Whether a phrase begins with this key."""
        ...

    def opens_longer(self, key: str) -> bool:
        """Whether phrases of more words begin with this key, which is none by itself."""
        ...


class Table(Protocol):
    """A table of phrases: which keys can begin one."""

    def starts(self, key: str) -> bool:
        """Whether a phrase begins with this key."""
        ...


@dataclass(slots=True, eq=False)
class WordInfo:
    """What one written form can be. Each reading keeps the proclitic it needs off: ``(prefix, rest)``."""

    key: str
    is_word: bool = True
    prefix: str = ""
    rest: str = ""
    definite: bool = False
    noun: NounForm | None = None
    actor: tuple[str, str] | None = None
    place: tuple[str, str] | None = None
    source: tuple[str, str] | None = None
    weapon: tuple[str, str] | None = None
    cue: tuple[str, str] | None = None
    triggers: tuple[tuple[str, str], ...] = ()
    preposition: str = ""
    pronominal: bool = False
    opener: bool = False
    relative: bool = False
    that: bool = False
    auxiliary: bool = False
    pronoun: bool = False
    quantifier: bool = False
    speech: str = ""
    light: tuple[str, str] | None = None
    verb_like: bool = False
    # Whether the word only relates others: it heads no phrase and ends one.
    function: bool = False
    # Under which kinds a name of some register can begin here, in the order in which one of equal length is taken.
    names: tuple[tuple[str, tuple[str, str]], ...] = ()
    # Whether it is no pronoun, verb or other word that does something: such a word alone makes a phrase.
    plain: bool = False
    # Whether it is a noun, or a name of some register or a cue for a place can begin here.
    known: bool = False
    # Whether a phrase can begin here: not at a verb, أو, the fire of "opened fire", single letters, words of other
    # scripts.
    heads: bool = False
    # Whether it is one of the few words and marks that end a phrase or go on with it in their own way.
    rare: bool = False
    # Whether it ends every phrase before it, as a verb does, a pronoun, و by itself, أو.
    stops: bool = False
    # Whether it ends like a verb with "her" behind it.
    hers: bool = False
    # What it relates or does in one word, for the trained models: its preposition, that, speech, verb …; of a mark its
    # sign; empty for a plain word.
    relates: str = ""
    # The word with its proclitic and its article off, for telling what a report is about; empty for names and numbers.
    topical: str = ""


class Vocabulary:
    """Word infos by key. The tables it asks are those of the registers and lexicons."""

    def __init__(
        self, grammar: Grammar, *, triggers: TriggerTable, of_the_last: frozenset[str] = frozenset(), **tables: Table
    ) -> None:
        """``of_the_last``: sides of the place named last (ريفها); ``tables``: actor, place, source, weapon, cue."""
        self.grammar = grammar
        self._tables = tables
        self._triggers = triggers
        function = grammar.function
        self._stops = function["alternatives"] | function["split_objects"] | function["aiming"] | function["adverbs"]
        self._stops |= TO_HARM
        self._no_heads = self._stops | function["calls_attention"]
        self._stops |= {AND}
        self._quotes = function["quote_open"] | function["quote_close"]
        self._of_the_last = of_the_last | {AND + side for side in of_the_last}
        self._rare = function["on_sides"] | function["behind_on_sides"] | function["of_operations"]
        self._rare |= (
            function["several_behind"] | function["one_of_whom"] | function["deeds_tried"] | function["allies"]
        )
        self._rare |= function["of_the_rank"] | function["manner"]
        self._undivided, self._own_letters = function["undivided"], function["article_of_its_own"]
        self._whole = function["names"] | self._undivided
        self._infos: Remembered[WordInfo] = Remembered(self._make)
        self._names: Remembered[WordInfo] = Remembered(self._make_name)

    def infos(self, words: Sequence[Word]) -> list[WordInfo]:
        """The info of every word, in order."""
        return list(map(self._infos.__getitem__, keys_of(words)))

    def name(self, key: str) -> WordInfo:
        """The info of a word of a closed class where it is somebody's name: علي."""
        return self._names[key]

    def _make(self, key: str) -> WordInfo:
        return self._completed(self._read(key))

    def _make_name(self, key: str) -> WordInfo:
        info = WordInfo(key, rest=key)
        self._mark_readings(info, tuple(first_keys(key)))
        if key[0] == AND:
            info.prefix, info.rest = AND, key[1:]
        return self._completed(info)

    def _completed(self, info: WordInfo) -> WordInfo:
        """The info with what follows from its readings."""
        key = info.key
        info.plain = not (
            info.pronoun or info.quantifier or info.verb_like or info.triggers or info.speech or info.light
        )
        info.known = info.noun is not None or info.cue is not None or bool(info.names)
        info.rare = key in self._rare or info.rest in self._of_the_last or info.key in self._of_the_last
        if not info.is_word:
            info.rare = key in self._quotes
        elif not info.function and (info.plain or info.known or info.pronoun or info.rare):
            info.heads = self._heads_a_phrase(key)
        info.stops = bool(info.verb_like or info.speech or info.pronoun or info.light or info.key in self._stops)
        info.hers = key.endswith(WITH_PRONOUN[1])
        if info.is_word and not (info.actor or info.place or info.source):
            info.topical = info.rest.removeprefix(ARTICLE)
        info.relates = (info.preposition or _does(info)) if info.is_word else key[:1]
        return info

    def _read(self, key: str) -> WordInfo:
        info = WordInfo(key, rest=key)
        if not key[0].isalpha():
            info.is_word = False
            return info
        splits = tuple(first_keys(key))
        if self._mark_function(info, splits):
            return info
        self._mark_readings(info, splits)
        if _THRICE.search(key) and not _is_known(info):
            return self._read(_THRICE.sub(r"\1", key))  # اقتحااام
        if key.endswith(AND) and len(key) >= _THEY_DID and not _is_known(info):
            self._mark_readings(info, tuple(first_keys(key + ALEF)))  # خطفو, ناشدو: as many write it
        self._mark_prefix(info, splits)
        info.definite = info.rest.startswith(ARTICLE) and info.rest not in self._own_letters
        info.verb_like = self._looks_like_verb(info)
        return info

    def _heads_a_phrase(self, key: str) -> bool:
        return key not in self._no_heads and len(key) > 1 and not key[0].isascii()

    def _mark_function(self, info: WordInfo, splits: Sequence[tuple[str, str]]) -> bool:
        """Closed-class words; only و and ف come off them."""
        sets = self.grammar.function
        for prefix, rest in splits:
            if prefix not in _VERB_PREFIXES or (prefix and len(rest) < 2):
                continue
            if prefix and rest in sets["prepositions"] and self._triggers.starts(info.key):
                continue  # فتحت: "opened" before "and under"
            if rest in sets["prepositions"]:
                info.preposition = rest
            info.pronominal = rest in sets["pronominal"]
            info.opener = rest in sets["openers"]
            info.relative = rest in sets["relatives"]
            info.that = rest in sets["that"]
            info.auxiliary = (
                rest in sets["auxiliaries"] or rest in self.grammar.carry_on or rest in self.grammar.formulas
            )
            info.pronoun = rest in sets["pronouns"]
            info.function = (
                bool(info.preposition) or info.opener or info.relative or info.that or info.auxiliary or info.pronominal
            )
            if info.function or info.pronoun:
                info.prefix, info.rest = prefix, rest
                if prefix and self._triggers.starts(info.key):  # فقد is "and indeed", or "lost" with "their lives"
                    info.triggers = (("", info.key),)
                elif (info.preposition or info.auxiliary) and self._triggers.opens_longer(rest):
                    info.triggers = ((prefix, rest),)  # خارج الخدمة, لا تهاون
                return not info.preposition or rest not in ("مقابل", "وسط", "نحو", "حول", "ضمن")
        return False

    def _mark_readings(self, info: WordInfo, splits: Sequence[tuple[str, str]]) -> None:
        grammar = self.grammar
        triggers = []
        for split in splits:
            prefix, rest = split
            if self._triggers.starts(rest):
                triggers.append(split)
            if prefix in _VERB_PREFIXES:
                info.speech = info.speech or grammar.speech_verbs.get(rest.removeprefix(_WHAT), "")
                info.light = info.light or grammar.light_verbs.get(rest)
                info.quantifier = info.quantifier or rest in grammar.function["quantifiers"]
            elif prefix in _PREPOSED and rest not in _NO_MANY and rest in grammar.function["quantifiers"]:
                info.quantifier, info.prefix, info.rest = True, prefix, rest  # بجميع أنواع X, لكل من X وY
            for name, table in self._tables.items():
                if prefix and name == "place" and info.key in self._whole:
                    continue  # كريم: no place behind its first letter
                if getattr(info, name) is None and table.starts(rest):
                    setattr(info, name, split)
        info.triggers = tuple(triggers)
        names = (("actor", info.actor), ("weapon", info.weapon), ("source", info.source), ("place", info.place))
        info.names = tuple((kind, reading) for kind, reading in names if reading is not None)
        for prefix, rest in splits:
            noun = grammar.nouns.get(rest) or (grammar.nouns.get(rest[2:]) if rest.startswith(ARTICLE) else None)
            if prefix and info.key in self._undivided:
                break
            if noun is not None and not (prefix in _LIKE and len(rest) < _LONG_BEHIND_LIKE):
                info.noun, info.prefix, info.rest = noun, prefix, rest
                break

    def _mark_prefix(self, info: WordInfo, splits: Sequence[tuple[str, str]]) -> None:
        """The proclitic of the likeliest reading; of an unknown word it is believed only before the article."""
        if info.noun is not None or (info.quantifier and info.prefix):
            return
        for reading in (info.actor, info.place, info.source, info.weapon, info.cue):
            if reading is not None:
                info.prefix, info.rest = reading
                return
        if info.speech or info.light or info.triggers:
            if info.key[0] in "وف" and not (info.triggers and info.triggers[0][0] == ""):
                info.prefix, info.rest = info.key[0], info.key[1:]
            return
        for prefix, rest in splits:
            if prefix and rest.startswith(ARTICLE) and len(rest) > 4:
                info.prefix, info.rest = prefix, rest
                return
        if info.key[0] == "و" and len(info.key) >= _LONG_WITH_AND:
            info.prefix, info.rest = "و", info.key[1:]

    def _looks_like_verb(self, info: WordInfo) -> bool:
        """A guess from the shape alone, used only to end a phrase: يـ…, تـ…ون, …وا, …ت (but not …ات)."""
        if info.noun or info.actor or info.place or info.weapon or info.cue or info.definite:
            return False
        if info.speech or (info.light and info.light[1] == "verb"):
            return True
        rest = info.rest
        if rest in self.grammar.function["names"] or rest[1:] in self.grammar.function["names"]:
            return False
        if rest[0] in "وف" and len(rest) > 4 and rest[1] in "يت":
            rest = rest[1:]
        if len(rest) < 4:
            return False
        if rest in self.grammar.function["verbs_in_i"]:
            return True
        if rest.startswith("لي") and len(rest) > 4 and not rest.endswith(_NO_VERB):
            return True
        if rest[0] == "ي" and not rest.endswith("ي") and not (rest.endswith("ه") and len(rest) < 5):
            return True
        if rest.endswith("وت") and len(rest) >= _HEBREW and not rest.startswith("ا"):
            return False  # سيدروت, مرغليوت
        return rest.endswith("وا") or (rest.endswith("ت") and not rest.endswith(("ات", "يت")))


def _is_known(info: WordInfo) -> bool:
    """Whether some lexicon or register has the word."""
    return bool(info.triggers or info.names or info.noun or info.cue or info.speech or info.light or info.quantifier)


def _does(info: WordInfo) -> str:
    """What a word that is no preposition is by itself, whatever it stands in; empty for a plain one."""
    if info.that:
        return "that"
    if info.relative:
        return "relative"
    if info.speech:
        return "speech"
    if info.opener:
        return "opener"
    if info.light is not None:
        return "light"
    if info.verb_like:
        return "verb"
    if info.pronoun:
        return "pronoun"
    return "auxiliary" if info.auxiliary else ""
