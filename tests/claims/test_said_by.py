"""Who says so, in invented sentences: verbs, papers, formulas, agencies behind speakers, speakers named again."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

DAY = date(2018, 10, 9)


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def sources(text: str, trigger: str) -> list[str]:
    """The chain of sources of the first claim with this trigger."""
    read = pipeline.read(Report("sample", text, DAY), rules())
    claim = next(claim for claim in read.claims if claim.trigger.text == trigger)
    return [source.text for source in claim.sources]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("قتل أربعة جنود في مدينة درعا، وفق حصيلة جديدة للمرصد السوري لحقوق الإنسان.", "قتل", ["للمرصد السوري"]),
        ("وجاء في بيان للدفاع المدني أن ستة مدنيين قتلوا في مدينة إدلب.", "قتلوا", ["للدفاع المدني"]),
        ("أعلن فوج إطفاء الساحل وفاة ثمانية أشخاص في قصف على مدينة جبلة.", "وفاة", ["فوج إطفاء"]),
        ("بعد إعلان الجيش مقتل تسعة مسلحين في مدينة العريش.", "مقتل", ["الجيش"]),
        ("أحصى المرصد السوري 60 غارة على مدينة إدلب قتل فيها طفلان.", "قتل", ["المرصد السوري"]),
        ("يذكر أن خمسة جنود قتلوا في مدينة درعا.", "قتلوا", []),
        ("قصفت طائرة موقعا تابعا للجيش في درعا ومخزنا تابع لقوات النظام، كما قتل جنديان.", "قتل", []),
        ("قالت أربعة مصادر مطلعة لرويترز إن خمسة جنود قتلوا في درعا.", "قتلوا", ["مصادر مطلعة", "رويترز"]),
        ("وقال علي الحمروني لرويترز إن ثلاثة جنود قتلوا في درعا.", "قتلوا", ["علي الحمروني", "رويترز"]),
        ("أعلنت ولاية هطاي التركية إصابة 8 مدنيين في هجوم.", "إصابة", ["ولاية هطاي التركية"]),
        ("وذكر مراسل “الجنوبية.نت” في درعا، أن 5 مدنيين قتلوا.", "قتلوا", ["مراسل “الجنوبية.نت”"]),
        (
            "ونقلت وكالات أنباء روسية عن بيان للجيش الروسي أن ثلاثة جنود قتلوا.",
            "قتلوا",
            ["للجيش الروسي", "وكالات أنباء روسية"],
        ),
    ],
)
def test_who_issued_a_paper_or_told_a_happening_by_its_noun_is_the_source(
    text: str, trigger: str, chain: list[str]
) -> None:
    assert [name[: len(want)] for name, want in zip(sources(text, trigger), chain, strict=True)] == chain


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        (
            "قال عاملون في المشفى إن طفلين قتلا في القصف على دوما، وفقاً لوكالة رويترز.",
            "قتلا",
            ["عاملون", "وكالة رويترز"],
        ),
        ("قالت وكالة رويترز نقلاً عن بيان عسكري إن أربعة جنود قتلوا في درعا.", "قتلوا", ["بيان عسكري", "وكالة رويترز"]),
    ],
)
def test_an_agency_stands_behind_whom_it_quotes(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


def test_an_office_is_one_mention_with_the_name_of_its_holder() -> None:
    text = "قال الممثل الخاص للأمين العام للأمم المتحدة في العراق سالم كريمو إن الهجمات قتلت عشرين شخصاً في الموصل."
    assert sources(text, "قتلت") == ["الممثل الخاص للأمين العام للأمم المتحدة في العراق سالم كريمو"]


def test_an_office_named_again_is_the_one_who_was_named_with_it() -> None:
    text = (
        "قال سالم عبد الحميد المسؤول الأمني المحلي إن انفجاراً وقع في السوق وقتل تسعة أشخاص. "
        "وأضاف المسؤول الأمني أن عشرين شخصاً أصيبوا."
    )
    assert sources(text, "أصيبوا") == ["سالم عبد الحميد المسؤول الأمني المحلي"]


def test_a_noun_written_like_a_verb_opens_no_speech() -> None:
    text = "قال مصدر أمني بعد نقل الجرحى من المشفى إن ثلاثة جنود قتلوا في مدينة درعا."
    assert sources(text, "قتلوا") == ["مصدر أمني"]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("ظهرت حركة الفجر في مدينة درعا وأعلنت مقتل تسعة جنود في كمين.", "مقتل", ["حركة الفجر"]),
        ("وبيّن المراسل أن القصف قتل ثلاثة مدنيين في مدينة نبل.", "قتل", ["المراسل"]),
        ("سالم حمود من أهالي سرمين قال إن القصف قتل ثلاثة مدنيين.", "قتل", ["سالم حمود"]),
        ("علمت صحيفة الحياة من مصادر مطلعة أن القصف قتل ثلاثة مدنيين في دوما.", "قتل", ["مصادر مطلعة", "صحيفة الحياة"]),
        ("قتل ثلاثة مدنيين في قصف على دوما رداً على هجوم المسلحين.", "قتل", []),
    ],
)
def test_a_verb_finds_its_subject_and_what_only_looks_like_one_says_nothing(
    text: str, trigger: str, chain: list[str]
) -> None:
    assert [name[: len(want)] for name, want in zip(sources(text, trigger), chain, strict=True)] == chain


def test_those_who_go_on_are_meant_by_number_and_gender() -> None:
    text = (
        "قال ناشطون إن القصف قتل ثلاثة مدنيين في دوما. ووصل المحافظ إلى المدينة وقال المحافظ إن القصف عنيف. "
        "وأضافوا أن خمسة آخرين جرحوا في المدينة."
    )
    assert sources(text, "جرحوا") == ["ناشطون"]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        (
            "قالت ثلاثة مصادر مطلعة لرويترز إن سبعة جنود قتلوا في مدينة حمص.",
            "قتلوا",
            ["مصادر مطلعة", "رويترز"],
        ),
        ("وقالت بغداد وموسكو إن خمسة جنود قتلوا في مدينة حمص.", "قتلوا", ["بغداد", "موسكو"]),
        ("وقال مصدر طبي لـ(رصيف الجنوب) إن خمسة جنود قتلوا في مدينة حمص.", "قتلوا", ["مصدر طبي", "رصيف الجنوب"]),
        (
            "قال رئيس المجلس البلدي لقرية أبو الظهور، سالم المرعي، إن خمسة جنود قتلوا فيها.",
            "قتلوا",
            ["سالم المرعي"],
        ),
        ("وصرح علي المرعي بأن خمسة جنود قتلوا في مدينة درعا.", "قتلوا", ["علي المرعي"]),
        ("وفي حديث خاص مع سالم المرعي، أكد أن خمسة جنود قتلوا في مدينة درعا.", "قتلوا", ["سالم المرعي"]),
        (
            "قتل خمسة جنود في انفجار في مدينة درعا، وذلك وفقا لما ذكرته وكالة رويترز.",
            "قتل",
            ["وكالة رويترز"],
        ),
    ],
)
def test_speakers_counted_named_like_places_or_between_commas(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain
