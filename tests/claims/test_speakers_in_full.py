"""Speakers as fully as they are told, and verbs that say something or nothing, in invented sentences."""

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


def sources(text: str, trigger: str, outlet: str | None = None) -> list[str]:
    """The chain of sources of the last claim with this trigger."""
    read = pipeline.read(Report("sample", text, DAY, outlet=outlet), rules())
    claim = [claim for claim in read.claims if claim.trigger.text == trigger][-1]
    return [source.text for source in claim.sources]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("ليلى السالم، عضو مجلس بلدية إدلب، قالت إن طائرة قصفت المدينة.", "قصفت", ["ليلى السالم"]),
        ("الناشط الميداني، سامر العلي من ريف إدلب، قال إن طائرة قصفت المدينة.", "قصفت", ["سامر العلي"]),
        ("ومصدر في الشرطة العراقية يقول إن ثلاثة جنود قتلوا في الموصل.", "قتلوا", ["مصدر في الشرطة العراقية"]),
        ("وقال ناظر المستشفى بقبلي، سامر العلي، في تصريح إن ثلاثة جنود قتلوا.", "قتلوا", ["سامر العلي"]),
        ("قال رئيس هيئة شؤون الأسرى، سامر العلي مساء أمس: إن ثلاثة شبان قتلوا في نابلس.", "قتلوا", ["سامر العلي"]),
        (
            "أوضح مدير مديرية الدفاع المدني في محافظة ريف دمشق سامر العلي أن طائرة قصفت البلدة.",
            "قصفت",
            ["مدير مديرية الدفاع المدني في محافظة ريف دمشق سامر العلي"],
        ),
    ],
)
def test_whoever_holds_an_office_is_named_across_commas_and_bodies(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("وذكرت وزارة الصحة والسكان المصرية أن ثلاثة جنود قتلوا.", "قتلوا", ["وزارة الصحة والسكان المصرية"]),
        ("وذكرت مصادر في الجيش والمقاومة أن ثلاثة جنود قتلوا في عدن.", "قتلوا", ["مصادر في الجيش والمقاومة"]),
        ("وذكرت وزارة الصحة والجيش أن ثلاثة جنود قتلوا.", "قتلوا", ["وزارة الصحة", "الجيش"]),
        ("وأبلغ الشهود «الشرق الأوسط» بأن ثلاثة جنود قتلوا في عدن.", "قتلوا", ["الشهود"]),
        (
            "رصد المرصد السوري لحقوق الإنسان، معلومات جديدة، حيث قتل ثلاثة جنود في درعا.",
            "قتل",
            ["المرصد السوري لحقوق الإنسان"],
        ),
    ],
)
def test_a_body_with_two_fields_is_one_speaker_and_a_name_ends_where_another_begins(
    text: str, trigger: str, chain: list[str]
) -> None:
    assert sources(text, trigger) == chain


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("قال سامر العلي إن المدينة آمنة. واعتبر العلي أن الطائرات قصفت القرية عمدا.", "قصفت", ["سامر العلي"]),
        ("اعترفت قناة الجبل بأن ثلاثة جنود قتلوا في عدن.", "قتلوا", ["قناة الجبل"]),
        ("ونقلت وكالة رويترز عن سكان في إدلب أن طائرة قصفت المدينة.", "قصفت", ["سكان", "وكالة رويترز"]),
        ("وتناقل ناشطون مقتل ثلاثة جنود في عدن.", "مقتل", ["ناشطون"]),
        ("في حين رصد ناشطون مقتل ثلاثة جنود في عدن.", "مقتل", ["ناشطون"]),
        ("قصفت طائرة المدينة، بحسب تعبير أحد المواطنين.", "قصفت", ["المواطنين"]),
        ("وفي بيان رسمي صدر عن وزارة الدفاع جاء أن ثلاثة جنود قتلوا في عدن.", "قتلوا", ["وزارة الدفاع"]),
        ("وجاء ذلك بعد إعلان مجلس المقاومة، منذ يومين، مقتل ثلاثة جنود في عدن.", "مقتل", ["مجلس المقاومة"]),
        ("وجاء ذلك بعد إعلان مصادر عسكرية يمنية مقتل ثلاثة جنود في عدن.", "مقتل", ["مصادر عسكرية"]),
        ("قتل في المدينة تاجر سلاح، يدعى سامر العلي، وأسفر الهجوم عن مقتل ثلاثة جنود.", "مقتل", []),
        ("قتل ثلاثة جنود في هجوم في عدن، وأعلن تنظيم القاعدة مسؤوليته عنه.", "قتل", []),
        ("ورغم الاتفاق تسجل قوات الأسد خروقات قتل فيها ثلاثة مدنيين في إدلب.", "قتل", []),
    ],
)
def test_verbs_that_say_something_and_verbs_that_say_nothing(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


def test_the_paper_that_learnt_it_is_no_source_of_its_own() -> None:
    text = "علمت «الشرق الأوسط» من مصادر محلية أن ثلاثة جنود قتلوا في عدن."
    assert sources(text, "قتلوا") == ["مصادر محلية", "الشرق الأوسط"]
    assert sources(text, "قتلوا", "Asharq al-Awsat") == ["مصادر محلية"]


def test_to_whom_somebody_spoke_far_behind_his_office() -> None:
    text = (
        "قال سامر العلي، رئيس المكتب الإعلامي لمنظمة الأمل الإنسانية في مدينة إدلب شمال سوريا، لوكالة رويترز، "
        "إن ثلاثة جنود قتلوا."
    )
    assert sources(text, "قتلوا") == ["سامر العلي", "وكالة رويترز"]
    text = (
        "قال سامر العلي رئيس المكتب الإعلامي في محافظة إدلب عن القائد الذي كان لـ«الغرباء» أميرا إن ثلاثة جنود قتلوا."
    )
    assert sources(text, "قتلوا") == ["سامر العلي رئيس المكتب الإعلامي"]
