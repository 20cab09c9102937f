"""The written forms of a place name, as keys: with and without the article, in one word or two, under other heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.normalize import fold
from marsad.arabic.phrases import phrase_keys
from marsad.places.rows import Row

_SHORT = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """A key and whether it is believed only after a cue word or a locative preposition."""

    key: str
    weak: bool = False


class Speller:
    """Forms by the rules of spellings.yml and sides.yml."""

    def __init__(self, spellings: Mapping[str, Any], sides: Mapping[str, Any]) -> None:
        self._openers = frozenset(fold(word) for word in spellings["joined_openers"])
        self._parted = tuple(fold(word) for word in spellings["parted_openers"])
        self._heads = frozenset(fold(word) for word in spellings["heads"])
        self._shortened = fold(spellings["shortened"])
        self._feminine_ending = fold(spellings["feminine"])
        self._swaps: dict[str, tuple[str, ...]] = {}
        for group in spellings["swaps"]:
            keys = [fold(word) for word in group]
            self._swaps.update({key: tuple(other for other in keys if other != key) for key in keys})
        self._sides = {
            fold(word): tuple(fold(other) for other in row["words"][:2])
            for row in sides["sides"]
            for word in row["words"]
        }
        self._lands = [fold(word) for word in sides["lands"]]
        self._capital = [fold(word) for word in sides["capital"]]

    def forms(self, name: str) -> Iterator[Spelling]:
        """Every form of one name, the plain one first."""
        words = phrase_keys(name)
        yield Spelling(" ".join(words))
        for form in self._whole(words):
            yield Spelling(" ".join(form))
        if len(words) > 1 and words[0] in self._heads:
            yield Spelling(" ".join(words[1:]), weak=len(words) == 2)
        if len(words) == 1:
            yield from self._article(words[0])

    def _whole(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if len(words) == 2 and words[0] in self._openers:
            yield (words[0] + words[1],)
        if len(words) == 2 and words[1].startswith(ARTICLE) and len(words[0]) < _SHORT:
            yield (words[0] + words[1],)  # written in one by haste: ديرالزور
        for opener in self._parted if len(words) == 1 else ():
            if words[0].startswith(opener) and len(words[0]) >= len(opener) + 3:
                yield (opener, words[0][len(opener) :])
        for other in self._swaps.get(words[0], ()) if len(words) > 1 else ():
            yield (other, *words[1:])
        if len(words) > 1 and words[0] in self._sides:
            yield from self._sided(words)
        if words[-1].endswith(self._shortened) and len(words[-1]) > _SHORT:
            yield (*words[:-1], words[-1][:-1])

    def _sided(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """شمال X, شمالي X; شمال غرب X, شمالي غربي X …"""
        two = len(words) > 2 and words[1] in self._sides
        for first in self._sides[words[0]]:
            for second in self._sides[words[1]] if two else ("",):
                yield (first, *((second,) if second else ()), *words[2 if two else 1 :])

    def _article(self, word: str) -> Iterator[Spelling]:
        """The article is put on and left off freely, but a form nobody listed is weak."""
        if word.startswith(ARTICLE) and len(word) > _SHORT + 1:
            yield Spelling(word[2:], weak=True)
        elif not word.startswith(ARTICLE) and len(word) >= _SHORT:
            yield Spelling(ARTICLE + word, weak=True)

    def of_country(self, country: Row) -> Iterator[str]:
        """A country by its adjective: الأراضي السورية."""
        for form in self._feminine(country):
            yield from (f"{lands} {ARTICLE}{form}" for lands in self._lands)

    def of_capital(self, country: Row, name: str) -> Iterator[str]:
        """The capital by its country's adjective, with and without its name: العاصمة السورية دمشق."""
        for form in self._feminine(country):
            for head in self._capital:
                yield f"{head} {ARTICLE}{form}"
                yield f"{head} {ARTICLE}{form} {fold(name)}"

    def of_side(self, region: Row, country: Row) -> Iterator[str]:
        """A region of a country by the country's other names and its adjective: الشمال السوري, شمال غربي سورية."""
        words = phrase_keys(region.names[0])
        count = next((at for at, word in enumerate(words) if word not in self._sides), 0)
        if not count or " ".join(words[count:]) not in {fold(name) for name in country.names}:
            return
        for form in self._sided(words):
            yield from (" ".join((*form[:count], fold(name))) for name in country.names)
        if country.adjective:
            yield from self._adjectival(words[:count], fold(country.adjective))

    def _adjectival(self, sides: tuple[str, ...], adjective: str) -> Iterator[str]:
        first = ARTICLE + self._sides[sides[0]][0]
        second = [ARTICLE + self._sides[side][1] for side in sides[1:]]
        yield " ".join((first, *second, ARTICLE + adjective))
        if second:
            yield " ".join((first, ARTICLE + adjective, *second))

    def _feminine(self, country: Row) -> Iterator[str]:
        if country.adjective:
            yield fold(country.adjective) + self._feminine_ending
