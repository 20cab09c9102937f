"""What of a phrase is somebody's name: second names that look like other words, who somebody is."""

from __future__ import annotations

from marsad.arabic.neighbours import OF_ALI, THE_MANY
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.numbers import NumberMention


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
