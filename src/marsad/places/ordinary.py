"""Which place names are ordinary words, personal names or too short to be believed alone. At build time only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.normalize import fold
from marsad.arabic.nouns import noun_keys
from marsad.lexicons.load import read_yaml
from marsad.places.load import HERE
from marsad.places.rows import Row

_SHORT = 3
_LEXICONS = HERE.parent / "lexicons"
_SURE = frozenset({"country", "governorate", "city"})


def ordinary_keys(rows: Sequence[Row], names: Mapping[str, Sequence[int]], weak: Iterable[str]) -> set[str]:
    """Keys of one word that count as a place only after a cue word or a locative preposition."""
    sure = _sure_keys(rows)
    guarded = guard_keys(rows) | {
        key
        for key in names
        if len(key.removeprefix(ARTICLE)) <= _SHORT and key not in sure and _unsure(names[key], rows)
    }
    guarded |= set(weak) - sure
    return {key for key in guarded if key in names} - _never()


def articled_keys(
    rows: Sequence[Row], names: Mapping[str, Sequence[int]], guarded: set[str]
) -> tuple[set[str], set[str]]:
    """Keys with an article, guarded without it: those guarded too (الشروق), and those where a verb leads up to them.

    A reviewed place is believed by its own name there, though it is another word without the article: الموصل, بصرة.
    """
    bare = {key for key in names if key.startswith(ARTICLE) and key.removeprefix(ARTICLE) in guarded} - guarded
    listed = guard_keys(rows)
    placed = {key for key in bare if _unsure(names[key], rows) or key.removeprefix(ARTICLE) in listed}
    return placed, bare - placed


def guard_keys(rows: Sequence[Row]) -> set[str]:
    """Every key that is an ordinary word or a person's name, whether or not a place has it."""
    lists = read_yaml(HERE / "ordinary.yml")
    listed = _keys(lists["words"]) | _keys(lists["persons"]) | _with_article(_adjectives(rows))
    return (listed | (_lexicon_keys() - _sure_keys(rows))) - _never()


def _sure_keys(rows: Sequence[Row]) -> set[str]:
    return {fold(name) for row in rows if row.reviewed and row.kind in _SURE for name in row.names} | _never()


def _never() -> set[str]:
    return _keys(read_yaml(HERE / "ordinary.yml")["never"])


def dropped_keys() -> set[str]:
    """Keys that are left out of the gazetteer whole."""
    return _keys(read_yaml(HERE / "ordinary.yml")["drop"])


def also_words() -> set[str]:
    """Keys that are believed without a cue word only in reports on their country."""
    return _keys(read_yaml(HERE / "ordinary.yml")["also_words"])


def trigger_keys() -> set[str]:
    """Nouns that say that something happened: no village of such a name is believed, not even after في."""
    keys: set[str] = set()
    for path in sorted((_LEXICONS / "triggers").glob("*.yml")):
        for words in _lists(read_yaml(path)):
            for entry in words:
                for line in entry.get("nouns", ()) if isinstance(entry, dict) else ():
                    keys.update(_forms(str(line)))
    return {key for key in keys if " " not in key}


def _unsure(found: Sequence[int], rows: Sequence[Row]) -> bool:
    return not any(rows[at].reviewed for at in found)


def _keys(words: Iterable[str]) -> set[str]:
    return {fold(word) for word in words}


def _with_article(keys: Iterable[str]) -> set[str]:
    return {form for key in keys for form in (key, key.removeprefix(ARTICLE), ARTICLE + key.removeprefix(ARTICLE))}


def _adjectives(rows: Iterable[Row]) -> Iterator[str]:
    endings = [fold(ending) for ending in read_yaml(HERE / "spellings.yml")["adjective_endings"]]
    for row in rows:
        if row.adjective:
            key = fold(row.adjective)
            yield from (key + ending for ending in endings)


def _lexicon_keys() -> set[str]:
    """Nouns and function words of the lexicons, with and without the article."""
    keys: set[str] = set()
    for name in ("nouns", "function_words"):
        for words in _lists(read_yaml(_LEXICONS / f"{name}.yml")):
            for entry in words:
                keys.update(_forms(str(entry)))
    return _with_article(keys)


def _lists(source: Any) -> Iterator[list[Any]]:
    if isinstance(source, list):
        yield source
    elif isinstance(source, dict):
        for value in source.values():
            yield from _lists(value)


def _forms(line: str) -> Iterator[str]:
    """Singular and plurals of a line of the nouns lexicon."""
    singular, *plurals = [part.strip() for part in line.split("|")]
    yield from noun_keys(None if singular == "-" else singular, plurals)
