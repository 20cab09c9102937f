"""Who is meant: by country, by day, by what else the report names; and nobody where it does not decide."""

from __future__ import annotations

import json
from functools import cache

import pytest

from marsad.actors.load import load_source
from marsad.actors.register import Register, build, earlier
from marsad.arabic.normalize import fold
from marsad.arabic.phrases import PhraseTable, joined


@cache
def register() -> Register:
    return build(json.loads(json.dumps(load_source())))


def values(table: PhraseTable[str], name: str) -> tuple[str, ...]:
    """What the table holds for the whole of a name."""
    first, *rest = joined(name).split(" ")
    match = table.longest(first, rest)
    return match.values if match is not None and match.length == len(rest) + 1 else ()


def meant(
    name: str, country: str | None = None, day: str | None = None, mentioned: frozenset[str] = frozenset()
) -> str | None:
    ids = values(register().actor_table, name)
    assert ids, f"{name} is in no entry"
    actor = register().resolve(ids, country=country, published=day, mentioned=mentioned)
    return actor.id if actor is not None else None


@pytest.mark.parametrize(
    ("name", "country", "day", "actor"),
    [
        ("الجيش", "SY", "2016-12-06", "sy-government-forces"),
        ("الجيش", "SY", "2025-03-01", "sy-transitional-army"),
        ("الجيش", "YE", "2018-06-13", "ye-government-forces"),
        ("الجيش", "SD", "2023-05-01", "sd-armed-forces"),
        ("الجيش", "LB", "2017-08-20", "lb-armed-forces"),
        ("الجيش", "PS", "2017-08-20", None),
        ("الجيش", None, None, None),
        ("قوات الاحتلال", "PS", "2023-11-01", "il-forces"),
        ("قوات الاحتلال", "SY", "2016-12-06", None),
        ("جيش الاحتلال", None, None, "il-forces"),
        ("الثوار", "SY", "2016-12-06", "sy-opposition-rebels"),
        ("الثوار", "LY", "2011-06-01", "ly-revolutionaries-2011"),
        ("النظام", "SY", "2016-12-06", "sy-government-forces"),
        ("النظام", "SY", "2025-06-01", None),
        ("قوات النظام", "SY", "2016-12-06", "sy-government-forces"),
        ("المعارضة المسلحة", "SY", "2016-12-06", "sy-opposition-rebels"),
        ("التحالف", "YE", "2018-06-13", "saudi-led-coalition"),
        ("التحالف", "SY", "2017-06-13", "us-led-coalition"),
        ("التحالف", "LY", "2017-06-13", None),
        ("الجيش الوطني", "SY", "2019-10-10", "sy-syrian-national-army"),
        ("الجيش الوطني", "YE", "2019-10-10", "ye-government-forces"),
        ("الجيش الوطني", "LY", "2019-10-10", "ly-libyan-national-army"),
        ("الجيش الليبي", "LY", "2019-10-10", None),
        ("جبهة النصرة", "SY", "2015-05-01", "sy-jabhat-al-nusra"),
        ("جبهة النصرة", "SY", "2018-05-01", "sy-hayat-tahrir-al-sham"),
        ("جبهة النصرة", "SY", "2016-12-06", "sy-jabhat-al-nusra"),
        ("حكومة الإنقاذ", "SY", "2019-01-01", "sy-salvation-government"),
        ("حكومة الإنقاذ", "YE", "2019-01-01", "ye-supreme-political-council"),
        ("الأسد", "SY", "2016-12-06", "sy-government-forces"),
        ("الأسد", "EG", "2016-12-06", None),
        ("الدفاع المدني", "PS", "2024-01-01", "ps-gaza-civil-defence"),
        ("الدفاع المدني", "SY", "2018-01-01", "sy-white-helmets"),
        ("المسلحون", "SY", "2018-01-01", None),
        ("قسد", None, None, "sy-syrian-democratic-forces"),
        ("داعش", None, None, "islamic-state"),
        ("مليشيا الحوثي", None, None, "ye-houthis"),
        ("حميدتي", None, None, "sd-rapid-support-forces"),
        ("حفتر", None, None, "ly-libyan-national-army"),
        ("مسلحين مجهولين", "IQ", "2015-01-01", "unidentified-gunmen"),
    ],
)
def test_a_name_means_whom_country_and_day_say(
    name: str, country: str | None, day: str | None, actor: str | None
) -> None:
    assert meant(name, country, day) == actor


@pytest.mark.parametrize(
    ("name", "country", "mentioned", "actor"),
    [
        ("التنظيم", "IQ", {"islamic-state"}, "islamic-state"),
        ("التنظيم", "SY", {"islamic-state", "sy-hayat-tahrir-al-sham"}, None),
        ("التنظيم", "SY", set(), None),
        ("الجيش", "PS", {"il-forces"}, "il-forces"),
        ("الجيش", "LB", {"il-forces"}, None),
        ("الجيش", "LB", {"il-forces", "lb-armed-forces"}, "lb-armed-forces"),
        ("الاحتلال", "SY", {"tr-armed-forces"}, "tr-armed-forces"),
        ("الجيش الليبي", "LY", {"ly-gna-forces"}, "ly-gna-forces"),
        ("الأسد", None, {"sy-government-forces"}, "sy-government-forces"),
    ],
)
def test_what_the_report_names_decides(name: str, country: str, mentioned: set[str], actor: str | None) -> None:
    assert meant(name, country, "2016-12-06", frozenset(mentioned)) == actor


@pytest.mark.parametrize(
    ("adjective", "actor"),
    [
        ("الإسرائيلي", "il-israel"),
        ("إسرائيلية", "il-israel"),
        ("تركية", "tr-turkey"),
        ("الروسيتين", "ru-russia"),
        ("الأميركية", "us-united-states"),
        ("حوثي", "ye-houthis"),
        ("الأممية", "united-nations"),
    ],
)
def test_an_adjective_names_its_actor(adjective: str, actor: str) -> None:
    assert register().adjectives[fold(adjective)] == actor


@pytest.mark.parametrize("word", ["عبري", "فارسي", "كردي", "شيعي", "عربي"])
def test_an_adjective_of_language_or_people_names_no_state(word: str) -> None:
    assert fold(word) not in register().adjectives


@pytest.mark.parametrize(
    "word", ["القاعدة", "دمشق", "بيروت", "صنعاء", "الخرطوم", "أمل", "فتح", "المستقبل", "الهيئة", "بدر"]
)
def test_a_word_that_is_mostly_something_else_is_no_actor(word: str) -> None:
    assert values(register().actor_table, word) == ()


@pytest.mark.parametrize(
    "word", ["الجزيرة", "الحياة", "الشرق", "معا", "المرصد", "وكالة", "حلب اليوم", "روسيا اليوم", "الشرق الأوسط"]
)
def test_a_source_named_by_an_ordinary_word_needs_its_cue(word: str) -> None:
    assert values(register().source_table, word) == ()


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("قناة الجزيرة", "al-jazeera"),
        ("صحيفة الحياة", "al-hayat"),
        ("وكالة معا", "maan"),
        ("قناة حلب اليوم", "halab-today-tv"),
        ("صحيفة الشرق الأوسط", "asharq-al-awsat"),
        ("شبكة شام الإخبارية", "shaam-news-network"),
        ("رويترز", "reuters"),
        ("فرانس برس", "agence-france-presse"),
        ("المرصد السوري لحقوق الإنسان", "syrian-observatory-for-human-rights"),
    ],
)
def test_a_source_is_found_by_its_name(name: str, source: str) -> None:
    assert values(register().source_table, name) == (source,)


def test_no_generic_word_is_ever_the_answer() -> None:
    known = register()
    for actor in known.actors.values():
        for country in (None, "SY", "YE"):
            found = known.resolve((actor.id,), country=country, published=None)
            assert found is None or found.kind != "generic"


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [("2016", "2016-12-06", False), ("2015-11", "2016", True), ("2024-12-08", "2024-12", False)],
)
def test_dates_are_compared_as_far_as_both_are_known(one: str, other: str, before: bool) -> None:
    assert earlier(one, other) is before
