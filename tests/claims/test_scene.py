"""A sentence as the rules ask it: which words of a list it has, whether some word begins so."""

from __future__ import annotations

from marsad import compiled
from marsad.arabic.words import keys_of, split_words
from marsad.claims.scene import ReportWords, Scene
from marsad.lexicons.grammar import build
from marsad.mentions.chunks import Line
from marsad.mentions.vocabulary import Vocabulary
from marsad.sentences import split

TEXT = "وقال مصدر إن الجيش سيقصف البلدة. لم يصب أحد في القرية."


class NoTable:
    def starts(self, key: str) -> bool:
        return False

    opens_longer = starts


def scenes(*, shared: bool) -> list[Scene]:
    words = split_words(TEXT)
    none = NoTable()
    vocabulary = Vocabulary(
        build(compiled.load("grammar")), triggers=none, actor=none, place=none, source=none, weapon=none, cue=none
    )
    infos, keys = vocabulary.infos(words), keys_of(words)
    report = ReportWords(keys, infos) if shared else None
    return [
        Scene(Line(one.index, one.paragraph, one.first, one.last, words, infos, keys, TEXT), [], [], report)
        for one in split(TEXT, words)
    ]


def test_a_list_is_asked_of_each_sentence_though_the_report_is_asked_once() -> None:
    for shared in (True, False):
        first, second = scenes(shared=shared)
        assert first.has_any(frozenset({"مصدر", "لم"}))
        assert second.has_any(frozenset({"مصدر", "لم"}))
        assert first.has_any(frozenset({"مصدر"}))
        assert not second.has_any(frozenset({"مصدر"}))
        assert not first.has_any(frozenset({"لم"}))
        assert not first.has_any(frozenset({"مدينه"}))
        assert first.has_any(frozenset({"قال"}))  # its proclitic off


def test_first_letters_are_asked_of_each_sentence() -> None:
    first, second = scenes(shared=True)
    will = frozenset({"سي", "ست"})
    assert first.begins_any(will)
    assert not second.begins_any(will)


def test_a_word_is_empty_outside_its_sentence() -> None:
    first, second = scenes(shared=True)
    assert first.key(second.line.first) == ""
    assert not second.info(second.line.first - 1).is_word
