"""Chunks: where a phrase of people, actors, places or weapons begins, how far it runs, and what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from marsad.arabic.words import split_words
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.numbers import find_numbers
from marsad.pipeline import Knowledge, load_knowledge


@dataclass(frozen=True, slots=True)
class Found:
    """A chunk with its words, those of its number left out."""

    text: str
    chunk: Chunk


@cache
def known() -> Knowledge:
    return load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def find(sentence: str) -> list[Found]:
    words = split_words(sentence)
    infos, keys = known().vocabulary.infos(words), [word.key for word in words]
    line = Line(0, 0, 0, len(words), words, infos, keys, sentence)
    numbers = find_numbers(words, 0, len(words) - 1)
    chunks = known().chunks.find(line, numbers, frozenset())
    return [Found(sentence[words[chunk.first].start : words[chunk.last].end], chunk) for chunk in chunks]


def of_kind(sentence: str, kind: str) -> list[str]:
    return [found.text for found in find(sentence) if found.chunk.kind == kind]


def chunk_of(sentence: str, text: str) -> Chunk:
    (chunk,) = (found.chunk for found in find(sentence) if found.text == text)
    return chunk


def inner_kinds(chunk: Chunk) -> Iterator[str]:
    for inner in chunk.inner:
        yield inner.kind
        yield from inner_kinds(inner)


@pytest.mark.parametrize(
    ("sentence", "kind", "texts"),
    [
        ("قتل خمسة مدنيين في بلدة خان العسل", "people", ["مدنيين"]),
        ("هاجم مقاتلون من لواء «رجال الوادي» القرية", "fighters", ["مقاتلون من لواء «رجال الوادي»"]),
        ("أسروا 12 عنصرا من قوات سوريا الديمقراطية", "fighters", ["عنصرا من قوات سوريا الديمقراطية"]),
        ("انسحبت قوات النظام من القرية", "actor", ["قوات النظام"]),
        ("استهدف تنظيم الدولة الإسلامية القرية", "actor", ["تنظيم الدولة الإسلامية"]),
        ("أفادت وكالة رويترز بالنبأ", "source", ["وكالة رويترز"]),
        ("دمر الثوار ثلاث دبابات", "weapon", ["دبابات"]),
        ("سيطروا على معمل الغاز", "facility", ["معمل الغاز"]),
        ("وصل رئيس الوزراء التركي", "office", ["رئيس الوزراء التركي"]),
    ],
)
def test_a_phrase_runs_from_its_head_to_its_end(sentence: str, kind: str, texts: list[str]) -> None:
    assert of_kind(sentence, kind) == texts


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("وقع انفجار في مدينة حلب", ["حلب"]),
        ("وقع انفجار في قرية السمرة الخيالية", ["السمرة"]),
        ("اشتباكات في حيي المرجة والصالحين", ["المرجة", "والصالحين"]),
        ("قصفوا حي كرم الطحان", ["كرم الطحان"]),
        ("اشتباكات قرب تلة الزيتون", ["تلة الزيتون"]),
        ("وقع انفجار في منطقة صحراوية", []),
    ],
)
def test_a_place_is_its_name_without_the_generic_word(sentence: str, places: list[str]) -> None:
    assert of_kind(sentence, "place") == places


@pytest.mark.parametrize(
    ("sentence", "text", "low", "high"),
    [
        ("قتل خمسة مدنيين", "مدنيين", 5, 5),
        ("أصيب عشرات المتظاهرين", "المتظاهرين", 10, 99),
        ("دمروا ثلاث دبابات", "دبابات", 3, 3),
        ("أسروا 12 عنصرا", "عنصرا", 12, 12),
    ],
)
def test_the_number_before_a_phrase_stands_beside_it(sentence: str, text: str, low: int, high: int) -> None:
    count = chunk_of(sentence, text).count
    assert count is not None
    assert (count.low, count.high) == (low, high)


@pytest.mark.parametrize(
    ("sentence", "text", "preposition"),
    [
        ("وقع انفجار في مدينة حلب", "حلب", "في"),
        ("وقع انفجار بحلب", "بحلب", "ب"),
        ("سيطروا على معمل الغاز", "معمل الغاز", "علي"),
        ("دمروا الموقع بصاروخ تاو", "بصاروخ تاو", "ب"),
        ("انسحبت قوات النظام", "قوات النظام", ""),
    ],
)
def test_a_phrase_knows_the_preposition_before_it(sentence: str, text: str, preposition: str) -> None:
    assert chunk_of(sentence, text).preposition == preposition


def test_what_and_ties_shares_the_preposition() -> None:
    second = chunk_of("اشتباكات في حيي المرجة والصالحين", "والصالحين")
    assert (second.conjoined, second.preposition) == (True, "في")


def test_a_clause_between_two_phrases_unties_them() -> None:
    assert not chunk_of("انسحبت قوات النظام. قصف الثوار القرية", "الثوار").conjoined


def test_the_owner_of_fighters_is_inside_their_phrase() -> None:
    chunk = chunk_of("أسروا 12 عنصرا من قوات سوريا الديمقراطية", "عنصرا من قوات سوريا الديمقراطية")
    assert list(inner_kinds(chunk)) == ["actor"]
    assert chunk.first_inner("actor") is not None


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("استهدفوا دورية إسرائيلية", "il-israel"),
        ("قصفت طائرة تركية الموقع", "tr-turkey"),
        ("وصل وفد روسي", "ru-russia"),
    ],
)
def test_an_adjective_of_nation_is_kept_with_its_phrase(sentence: str, actor: str) -> None:
    assert actor in {found.chunk.adjective_actor for found in find(sentence)}


def test_words_of_a_date_open_no_phrase() -> None:
    sentence = "انسحبت قوات النظام"
    words = split_words(sentence)
    infos, keys = known().vocabulary.infos(words), [word.key for word in words]
    line = Line(0, 0, 0, len(words), words, infos, keys, sentence)
    assert known().chunks.find(line, (), frozenset(range(len(words)))) == []


@pytest.mark.parametrize("sentence", ["", "في من على", "قال إن", "2016", "... «»"])
def test_a_sentence_without_nouns_has_no_named_phrase(sentence: str) -> None:
    assert {found.chunk.kind for found in find(sentence)} <= {"count"}


@pytest.mark.parametrize("phrase", ["جبهة النصرة", "حركة أحرار الشام"])
def test_names_in_quotes_with_a_lone_and_between_stay_two(phrase: str) -> None:
    assert chunk_of('اندلعت اشتباكات بين "جبهة النصرة" و "حركة أحرار الشام" في إدلب', phrase).kind == "actor"


@pytest.mark.parametrize("sentence", ["سقوط قتيل و11 جريحا من المدنيين", "سقط قتيل وخمسة جرحى"])
def test_a_number_with_and_ends_the_phrase_before_it(sentence: str) -> None:
    assert chunk_of(sentence, "قتيل").kind == "people"
