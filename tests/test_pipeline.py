"""What the reader promises whatever it is given, and readings of small invented reports."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Reading, Report

DAY = date(2018, 10, 9)
TEXTS = (
    "قُتل ثلاثة مدنيين جرّاء قصفٍ مدفعيّ قوات النظام على مدينة حلب أمس الثلاثاء وقال ناشطون إن الثوار",
    "استهدفوا دبابة بصاروخ تاو «لواء الرمل» ١٢ 25 و 3 إصابة آخرين بجروح، نفى الجيش ، : ؛ . ؟ ( ) - شنت",
    "طائرات غارات بحسب المرصد فجر اليوم مـقـتـل التحالف Aleppo 🙂 \r\n عنصراً من تنظيم داعش أكثر من عشرات",
    "القتلى والجرحى في ريف إدلب",
)
WORDS = [word for text in TEXTS for word in text.split(" ")]


@lru_cache(maxsize=1)
def known() -> Knowledge:
    return pipeline.load_knowledge()


@lru_cache(maxsize=1)
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def read(text: str, published: date | None = DAY) -> Reading:
    return pipeline.read(Report("sample", text, published, None), known())


def spans(thing: object) -> Iterator[tuple[int, int, str]]:
    """Every span in a record, however deep."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from spans(item)
    elif is_dataclass(thing):
        start, end = getattr(thing, "start", None), getattr(thing, "end", None)
        if start is not None and end is not None:
            yield start, end, getattr(thing, "text", "")
        for field in fields(thing):
            yield from spans(getattr(thing, field.name))


def holds(text: str) -> None:
    reading = read(text)
    assert reading == read(text)
    for claim in reading.claims:
        found = list(spans(claim))
        assert found
        for start, end, words in found:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == words


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_spans_are_the_words_of_the_report(text: str) -> None:
    holds(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_text_of_any_script_is_read_without_a_fault(text: str) -> None:
    holds(text)


@pytest.mark.parametrize("collecting", [True, False])
def test_a_reading_leaves_the_collector_of_garbage_as_it_was(collecting: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        read("قتل مدنيان أمس في قصف على بلدة تل رفعت.", date(2020, 3, 5))
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if was else gc.disable)()


def test_a_reading_leaves_nothing_that_only_the_collector_of_garbage_can_free() -> None:
    text = "قتل مدنيان أمس في قصف لقوات النظام على بلدة تل رفعت، وردت الفصائل بقصف مواقعها. وأصيب خمسة من عناصرها."
    read(text)
    gc.collect()
    gc.disable()
    try:
        read(text)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_same_report_gives_the_same_reading() -> None:
    text = "قتل خمسة مدنيين في قصف على مدينة دوما أمس، بحسب ناشطين."
    assert read(text) == read(text)


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("", DAY, "empty"),
        (" \n\t", DAY, "empty"),
        ("Five people were killed in the shelling of the town yesterday.", DAY, "not_arabic"),
        ("قتل خمسة مدنيين في قصف على مدينة دوما أمس.", None, "no_date"),
    ],
)
def test_what_could_not_be_read_is_said(text: str, published: date | None, reason: str) -> None:
    assert reason in [issue.reason for issue in read(text, published).issues]


def test_days_follow_the_weekday_that_the_words_give_to_yesterday() -> None:
    day_before = date.fromordinal(DAY.toordinal() - 2)
    weekday = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")[day_before.weekday()]
    reading = read(f"قتل أمس {weekday} مدنيان في قصف على مدينة دوما، وقتل ثالث أمس في قصف على حرستا.", DAY)
    assert {claim.date_from for claim in reading.claims} == {day_before.isoformat()}
    assert [issue.reason for issue in reading.issues] == ["other_day"]


def test_without_a_day_of_publication_no_day_is_made_up() -> None:
    claims = read("قتل خمسة مدنيين في قصف على مدينة دوما أمس.", None).claims
    assert claims
    assert all(claim.date_from is None for claim in claims)


def only(text: str, kind: str) -> Claim:
    reading = pipeline.read(Report("sample", text, DAY, None), rules())
    found = [claim for claim in reading.claims if claim.type == kind]
    assert len(found) == 1
    return found[0]


def test_a_toll_has_its_number_place_day_and_source() -> None:
    claim = only("قال المرصد السوري لحقوق الإنسان إن سبعة مدنيين قتلوا في قصف على مدينة دوما أمس.", "killed")
    assert claim.count is not None
    assert (claim.count.low, claim.count.high) == (7, 7)
    assert [place.text for place in claim.places] == ["دوما"]
    assert (claim.date_from, claim.date_to) == ("2018-10-08", "2018-10-08")
    assert [source.text for source in claim.sources] == ["المرصد السوري لحقوق الإنسان"]


def test_an_agency_that_was_told_stands_behind_the_speaker() -> None:
    claim = only("قتل جندي في هجوم في مقديشو، بحسب ما أفاد مسؤول في وزارة الدفاع وكالة رويترز.", "killed")
    assert [source.text for source in claim.sources] == ["مسؤول في وزارة الدفاع", "وكالة رويترز"]


def test_a_statement_is_the_word_of_who_issued_it() -> None:
    claim = only("أصيب جنديان في هجوم على بلدة رميش، حسبما أفاد بيان لقيادة الجيش.", "wounded")
    assert [source.text for source in claim.sources] == ["قيادة الجيش"]


# A lone sentence is judged by the ranker; a report of some length by the rules.
LEAD = (
    "قتل عشرة مدنيين وأصيب عشرون آخرون في انفجار شاحنة مفخخة قرب سوق في مقديشو، الاثنين. "
    "وقال مصدر أمني إن الانفجار دمر مباني مجاورة. ونقل المصابون إلى مستشفيات المدينة. "
    "وشنت القوات الحكومية حملة مداهمات في حي قريب واعتقلت خمسة أشخاص. "
)


def test_who_is_accused_by_nobody_named_is_the_target() -> None:
    claim = only(LEAD + "واتهمت حركة الشباب بتفجير شاحنة في مقديشو.", "accuse")
    assert claim.agents == ()
    assert [target.text for target in claim.targets] == ["حركة الشباب"]


def test_no_news_of_casualties_is_a_denial() -> None:
    text = "قصفت قوات النظام مدينة دوما بالمدفعية، دون ورود أنباء عن إصابات في صفوف المدنيين."
    claim = only(text, "wounded")
    assert claim.status == "denied"
    assert [target.text for target in claim.targets] == ["المدنيين"]


def test_an_unknown_place_stands_before_the_one_that_holds_it() -> None:
    claim = only("قتل جندي في هجوم في غوبارند بالصومال.", "killed")
    assert [place.text for place in claim.places] == ["غوبارند"]


@pytest.mark.parametrize(
    ("sentence", "kind", "number"),
    [
        ("وارتفع عدد القتلى إلى 30 شخصا.", "killed", 30),
        ("وقال المرصد إن عدد القتلى بلغ 548 مدنيا.", "killed", 548),
        ("وبلغ عدد المصابين 567 شخصا.", "wounded", 567),
        ("ارتفعت حصيلة ضحايا القصف إلى 12 قتيلا.", "killed", 12),
        ("وبلغت حصيلة القتلى 40.", "killed", 40),
    ],
)
def test_the_number_of_a_toll_stands_behind_its_noun(sentence: str, kind: str, number: int) -> None:
    text = "دمر قصف على مدينة دوما مباني كثيرة. " + sentence
    count = only(text, kind).count
    assert count is not None
    assert (count.low, count.high) == (number, number)


def test_victims_counted_together_are_two_claims() -> None:
    text = "سقط عشرات القتلى والجرحى من المدنيين في قصف على مدينة دوما."
    assert [target.text for target in only(text, "killed").targets] == ["المدنيين"]
    assert only(text, "wounded").count is not None


@pytest.mark.parametrize("outlet", ["npasyria.com", "North Press Agency"])
def test_the_outlet_is_not_named_beside_who_told_it(outlet: str) -> None:
    text = "قال مصدر خاص، لنورث برس، إن القصف على مدينة دوما أدى لإصابة ثلاثة أشخاص."
    reading = pipeline.read(Report("sample", text, DAY, outlet), rules())
    assert {source.text for claim in reading.claims for source in claim.sources} == {"مصدر خاص"}
