"""What of a phrase is somebody's name: second names that look like other words, who somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from marsad.arabic.clitics import AND, UPON
from marsad.arabic.neighbours import OF_ALI, THE_LEAST, THE_MANY
from marsad.arabic.words import Word, keys_of
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.numbers import NumberMention
from marsad.mentions.vocabulary import Vocabulary, WordInfo

_ALI = frozenset({UPON, AND + UPON})


def infos_of(text: str, words: Sequence[Word], vocabulary: Vocabulary) -> list[WordInfo]:
    """The info of every word; where a text writes "on" with its own last letter, what has that of Ali is the name."""
    infos = vocabulary.infos(words)
    places = list(compress(range(len(words)), map(_ALI.__contains__, keys_of(words))))
    named = [at for at in places if text[words[at].end - 1] == OF_ALI]
    if not named or len(named) == len(places):
        return infos
    behind = [infos[at + 1] if at + 1 < len(words) else None for at in named]
    careless = any(info is not None and _is_governed(info) for info in behind)
    for at, info in zip(named, behind, strict=True):
        if info is None or not (_is_governed(info) or (careless and info.known)):
            infos[at] = vocabulary.name(words[at].key)
    return infos


def _is_governed(info: WordInfo) -> bool:
    """Whether a word behind Ali is none of his names, so that some "on" is written like him: السيطرة علي المدينة."""
    if not info.is_word:
        return info.key[0].isdigit()
    common = info.noun is not None or info.cue is not None or info.key == THE_LEAST
    return common or info.function or info.quantifier or info.pronoun


def stands_for_people(line: Line, number: NumberMention, begins: int) -> bool:
    """شيع الآلاف جثمان X: "the thousands" are people by themselves, and do not count what stands right behind them."""
    return begins == number.last + 1 and line.keys[number.last] in THE_MANY and number.first == number.last


def tells_who_he_is(line: Line, chunk: Chunk) -> bool:
    """Whether a title with the article stands behind a name and a comma: قتل فلان، العميد في قوات X."""
    titled = chunk.kind in ("fighters", "people", "office") and chunk.number == "s" and chunk.count is None
    return titled and line.infos[chunk.first].definite


def goes_on_with_his_name(line: Line, chunk: Chunk, inner: Chunk, head_last: int) -> bool:
    """Take in the second name of an official that is written like a place's: وزير الدفاع إيهود باراك."""
    before, beside = line.infos[chunk.last], inner.kind == "place" and not inner.cue and inner.first == chunk.last + 1
    named = chunk.last > head_last and before.noun is None and not (before.definite or before.prefix or before.place)
    if chunk.kind != "office" or not (beside and named):
        return False
    chunk.last = inner.last
    return True


def is_his_last_name(line: Line, chunk: Chunk, at: int) -> bool:
    """القائد أحمد علي قوله: Ali, where nothing stands behind that he could be "on"."""
    if chunk.kind not in _WITH_NAMES or chunk.last == chunk.first or line.text[line.words[at].end - 1] != OF_ALI:
        return False
    following = line.infos[at + 1] if at + 1 < line.last else None
    return (
        following is None
        or not following.is_word
        or following.that
        or bool(following.speech or following.light or following.preposition)
    )


_WITH_NAMES = frozenset({"fighters", "office", "people", "source", "other"})
