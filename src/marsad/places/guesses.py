"""Names that are not known as written: one letter off, or known in Latin script alone and told by their consonants."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.normalize import fold

# Shorter names are one letter off from too many others.
SHORTEST = 4
LEAST_CONSONANTS = 3
_NOT_LETTERS = re.compile(r"[^a-z ]+")


@dataclass(frozen=True, slots=True)
class Guesses:
    """The rules of spellings.yml; ``skeletons`` holds places known in Latin script by their consonants."""

    confused: Mapping[str, str]
    slipped: str
    consonants: Mapping[str, str]
    feminine: str
    skeletons: Mapping[str, Sequence[int]]

    def one_letter_off(self, key: str) -> Iterator[str]:
        """Keys that may be meant: a letter taken for another, left out, put in, or two in the wrong order."""
        if len(key.replace(" ", "").removeprefix(ARTICLE)) < SHORTEST:
            return
        for at, letter in enumerate(key):
            before, after = key[:at], key[at + 1 :]
            for other in self.confused.get(letter, ""):
                yield before + other + after
            if letter in self.slipped:
                yield before + after
            if after and after[0] not in (letter, " ") and letter != " ":
                yield before + after[0] + letter + after[1:]
            for other in self.slipped:
                yield before + letter + other + after

    def skeleton(self, key: str) -> str:
        """The consonants of an Arabic key; empty where too few to say anything."""
        words = (word.removeprefix(ARTICLE) for word in key.split(" "))
        return _long_enough("".join(self._bones(word.removesuffix(self.feminine)) for word in words))

    def _bones(self, word: str) -> str:
        return _without_doubles("".join(self.consonants.get(letter, "") for letter in word))


def build(raw: Mapping[str, Any], skeletons: Mapping[str, Sequence[int]]) -> Guesses:
    """The rules from the plain structure of spellings.yml."""
    confused: dict[str, str] = {}
    for group in raw["confused"]:
        letters = [fold(letter) for letter in group]
        for letter in letters:
            others = "".join(other for other in letters if other != letter)
            confused[letter] = "".join(dict.fromkeys(confused.get(letter, "") + others))
    slipped = "".join(fold(letter) for letter in raw["slipped"])
    consonants = {fold(letter): bone for letter, bone in raw["consonants"].items()}
    return Guesses(confused, slipped, consonants, fold(raw["feminine"]), skeletons)


def latin_skeleton(name: str, raw: Mapping[str, Any]) -> str:
    """The consonants of a name in Latin script, in the letters of :meth:`Guesses.skeleton`."""
    decomposed = unicodedata.normalize("NFKD", name).lower().replace("-", " ")
    plain = _NOT_LETTERS.sub("", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))
    words = plain.split()
    words = [word for word in words if word not in raw["articles"]] or words
    return _long_enough("".join(_bones_of_latin(word, raw) for word in words))


def _bones_of_latin(word: str, raw: Mapping[str, Any]) -> str:
    found, at = [], 0
    word = word.removesuffix("h") if word.endswith("ah") else word
    while at < len(word):
        pair = raw["digraphs"].get(word[at : at + 2])
        found.append(pair if pair is not None else raw["letters"].get(word[at], ""))
        at += 2 if pair is not None else 1
    return _without_doubles("".join(found))


def _without_doubles(bones: str) -> str:
    return "".join(bone for at, bone in enumerate(bones) if at == 0 or bones[at - 1] != bone)


def _long_enough(bones: str) -> str:
    return bones if len(bones) >= LEAST_CONSONANTS else ""
