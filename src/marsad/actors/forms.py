"""The keys a name is met under: both cases of a plural, the article's absence, other spellings of the same word.

Proclitics are split off by whoever asks; no form here carries one. What varies in writing is data: forms.yml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.normalize import fold
from marsad.arabic.nouns import dual_keys, noun_keys, plural_keys
from marsad.arabic.phrases import phrase_keys
from marsad.arabic.words import split_words
from marsad.lexicons.load import read_yaml

PATH = Path(__file__).parent / "forms.yml"
SHORTEST_PLURAL = 5


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings that a rule swaps or adds, as keys."""

    nominative: str
    genitive: str
    construct: str
    construct_genitive: str
    feminine: str
    accusative: str


@dataclass(frozen=True, slots=True)
class Forms:
    """The rules of forms.yml, ready to make keys."""

    endings: Endings
    servant: str
    spellings: Mapping[str, tuple[str, ...]]
    parts: Sequence[tuple[str, str]]
    no_plural: frozenset[str]
    no_construct: frozenset[str]
    cues: Mapping[str, tuple[str, ...]]
    servants: frozenset[str]

    def name_keys(self, name: str) -> set[str]:
        """Every key of one name, its words joined by blanks; with its full stops where it is an abbreviation."""
        words = phrase_keys(fold(name))
        found = {" ".join(form) for spelt in self._spellings(words) for form in self._cases(spelt)}
        if words and "." in name:
            found.add(" ".join(word.key for word in split_words(fold(name))))
        return found - {""}

    def with_cue(self, name: str, kind: str) -> Iterator[str]:
        """The name after each word that says it is a source of this kind."""
        return (f"{cue} {name}" for cue in self.cues.get(kind, ()))

    def adjective_keys(self, masculine: str) -> set[str]:
        """A nationality adjective in both genders: singular, dual and sound plural, with and without the article."""
        base, ends = fold(masculine), self.endings
        feminine = base + ends.feminine
        # The endings of case and number alone: a possessed form is a noun, not an adjective.
        numbered = [*dual_keys(base), *dual_keys(feminine), *plural_keys(base + ends.nominative)]
        cased = {
            key
            for key in numbered
            if key.endswith((ends.genitive, ends.nominative, ends.accusative + ends.nominative[-1]))
        }
        free = {base, feminine} | cased
        return free | {base + ends.accusative} | {ARTICLE + key for key in free}

    def people_keys(self, people: str) -> set[str]:
        """The broken plural of a nationality, with and without the article: أتراك, الأتراك."""
        bare = fold(people).removeprefix(ARTICLE)
        return {bare, ARTICLE + bare, bare + self.endings.accusative}

    def _spellings(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        variants: list[tuple[str, ...]] = [()]
        for word in words:
            variants = [(*before, other) for before in variants for other in self._written(word)]
        for variant in variants:
            yield variant
            yield from self._joined(variant)

    def _written(self, word: str) -> Iterator[str]:
        yield word
        yield from self.spellings.get(word, ())
        for one, other in self.parts:
            for here, there in ((one, other), (other, one)):
                if here in word:
                    yield word.replace(here, there)

    def _joined(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for at, word in enumerate(words[:-1]):
            if word == self.servant and words[at + 1].startswith(ARTICLE):
                yield (*words[:at], word + words[at + 1], *words[at + 2 :])

    def _cases(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The name in both cases; a plural that stands alone also without its article."""
        if not words:
            return
        yield words
        first, ends = words[0], self.endings
        if self._is_plural(first):
            yield tuple(self._other_case(word) if self._is_plural(word) else word for word in words)
            if len(words) == 1 and first.startswith(ARTICLE):
                bare = first.removeprefix(ARTICLE)
                yield (bare,)
                yield (self._other_case(bare),)
        elif len(words) > 1 and self._is_construct(first):
            yield (first.removesuffix(ends.construct) + ends.construct_genitive, *words[1:])

    def _is_plural(self, word: str) -> bool:
        plural = word.endswith((self.endings.nominative, self.endings.genitive))
        return plural and len(word) >= SHORTEST_PLURAL and word not in self.no_plural

    def _is_construct(self, word: str) -> bool:
        return word.endswith(self.endings.construct) and len(word) >= SHORTEST_PLURAL and word not in self.no_construct

    def _other_case(self, word: str) -> str:
        ends = self.endings
        if word.endswith(ends.nominative):
            return word.removesuffix(ends.nominative) + ends.genitive
        return word.removesuffix(ends.genitive) + ends.nominative


def load_forms() -> Forms:
    """The rules as written in forms.yml."""
    raw: dict[str, Any] = read_yaml(PATH)
    return Forms(
        endings=Endings(**{name: fold(ending) for name, ending in raw["endings"].items()}),
        servant=fold(raw["servant"]),
        spellings=_groups(raw["spellings"]),
        parts=[(fold(one), fold(other)) for one, other in raw["parts"]],
        no_plural=frozenset(map(fold, raw["no_plural"])),
        no_construct=frozenset(map(fold, raw["no_construct"])),
        cues={kind: tuple(cues) for kind, cues in raw["cues"].items()},
        servants=frozenset(key for line in raw["servants"] for key in _noun_keys(line)),
    )


def _noun_keys(line: str) -> Iterator[str]:
    singular, *plurals = (part.strip() for part in line.split("|"))
    yield from noun_keys(singular, plurals)


def _groups(groups: Iterable[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        bare = list(dict.fromkeys(fold(word).removeprefix(ARTICLE) for word in group))
        for prefix in ("", ARTICLE):
            for word in bare:
                found[prefix + word] = tuple(prefix + other for other in bare if other != word)
    return found
