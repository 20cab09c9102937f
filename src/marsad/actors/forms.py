"""The keys a name is met under: with and without the article, both cases of a plural, spellings of the same word."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.arabic.normalize import fold
from marsad.arabic.phrases import phrase_keys

ARTICLE = fold("ال")
_NOMINATIVE, _GENITIVE = fold("ون"), fold("ين")
_MILITIA = tuple(fold(word) for word in ("ميليشيا", "مليشيا", "ميلشيا"))
_MILITIAS = tuple(fold(word) for word in ("ميليشيات", "مليشيات", "ميلشيات"))
_CONSTRUCT = {fold("مسلحو"): fold("مسلحي"), fold("مقاتلو"): fold("مقاتلي"), fold("مرتزقو"): fold("مرتزقي")}


def name_keys(name: str) -> set[str]:
    """Every key of one name, its words joined by blanks."""
    words = phrase_keys(name)
    if not words:
        return set()
    found: set[str] = set()
    for variant in _spellings(words):
        found.add(" ".join(variant))
        if len(variant) == 1:
            found |= set(_single(variant[0]))
        else:
            found |= set(_last_case(variant))
    return found


def _single(word: str) -> Iterator[str]:
    bare = word.removeprefix(ARTICLE)
    if word.startswith(ARTICLE) and len(bare) > 4:
        yield from _cases(bare)
    yield from _cases(word)


def _cases(word: str) -> Iterator[str]:
    yield word
    if word.endswith(_NOMINATIVE) and len(word) > 4:
        yield word[:-2] + _GENITIVE
    elif word.endswith(_GENITIVE) and len(word) > 5:
        yield word[:-2] + _NOMINATIVE


def _last_case(words: tuple[str, ...]) -> Iterator[str]:
    for last in _cases(words[-1]):
        yield " ".join((*words[:-1], last))
    if words[0] in _CONSTRUCT:
        yield " ".join((_CONSTRUCT[words[0]], *words[1:]))


def _spellings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    bare = words[0].removeprefix(ARTICLE)
    prefix = ARTICLE if words[0].startswith(ARTICLE) else ""
    for group in (_MILITIA, _MILITIAS):
        if bare in group:
            for other in group:
                yield (prefix + other, *words[1:])


def adjective_keys(masculine: str) -> set[str]:
    """The singular forms of a nationality adjective: both genders, with and without the article, the accusative."""
    base = fold(masculine)
    feminine = base + fold("ة")
    accusative = base + fold("ا")
    duals = {base + fold("تين"), feminine[:-1] + fold("تان"), base + fold("ين"), base + fold("ان")} if base.endswith(fold("ي")) else set()
    return {base, feminine, accusative, ARTICLE + base, ARTICLE + feminine} | {form for form in duals if form.endswith(fold("تين"))}
