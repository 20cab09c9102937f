"""Sides told apart by words of direction, names with a title behind them, who falls to whom; sentences invented."""

from __future__ import annotations

import pytest

from marsad import pipeline
from marsad.records import Claim, Report
from tests.claims.test_who_did_it import BEFORE, DAY, agents, rules


def claim(text: str, trigger: str) -> Claim:
    """The first claim of the second paragraph whose trigger has these letters, by the rules alone."""
    read = pipeline.read(Report("sample", BEFORE + text, DAY), rules())
    return next(one for one in read.claims if one.trigger.start >= len(BEFORE) and trigger in one.trigger.text)


def targets(text: str, trigger: str) -> list[str]:
    return [target.text for target in claim(text, trigger).targets]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "ودارت اشتباكات بين المسلحين الموالين للنظام وسكان حملوا البنادق من جهة، وعناصر داعش من جهة أخرى.",
            ["المسلحين الموالين للنظام", "سكان", "عناصر داعش"],
        ),
        (
            "ودارت اشتباكات بين الجيش الموالي للشرعية والمقاومة الشعبية من جهة، والحوثيين من جهة ثانية.",
            ["الجيش الموالي للشرعية", "المقاومة الشعبية", "الحوثيين"],
        ),
        (
            "ودارت اشتباكات بين «حزب الله» اللبناني وقوات النظام من جهة، وفصائل غرفة عمليات أنصار الشريعة من جهة أخرى.",
            ["حزب الله» اللبناني", "قوات النظام", "فصائل غرفة عمليات أنصار الشريعة"],
        ),
    ],
)
def test_sides_set_apart_by_a_word_for_a_side(text: str, sides: list[str]) -> None:
    assert agents(text, "اشتباكات") == sides


@pytest.mark.parametrize(
    ("text", "trigger", "hit"),
    [
        ("واستهدفت قوات النظام بشكل مكثف بقذائف المدفعية بلدة البارة.", "استهدفت", ["البارة"]),
        ("وقتل حينها ثلاثة جنود في مدينة تعز.", "قتل", ["جنود"]),
        ("وقالت الشرطة إن امرأة قتلت خنقا في مدينة البصرة.", "قتلت", ["امرأة"]),
        ("وأسفر الانفجار عن إصابة خمسة بجراح.", "إصابة", ["خمسة"]),
        ("وقالت الشرطة إن طفلتين، في الخامسة والتاسعة من العمر، أصيبتا في القصف.", "أصيبتا", ["طفلتين"]),
        ("وقالت الشرطة إن سمير مراد أحد أبرز قادة التنظيم قتل في مدينة تعز.", "قتل", ["سمير مراد"]),
        ("وقتل سمير مراد، العميد في الجيش اليمني وقائد اللواء الرابع في مدينة تعز.", "قتل", ["سمير مراد"]),
        ("وأكد المصدر سقوط 70 جريحا جميعهم مدنيون.", "جريحا", ["مدنيون"]),
        ('وأدى القصف إلى وقوع جرحى من عناصر "هيئة تحرير الشام".', "جرحى", ['عناصر "هيئة تحرير الشام"']),
        ("وقال المرصد إن 220 شخصا قتلوا في المنطقة الواقعة جنوبي سوريا.", "قتلوا", ["شخصا"]),
        ("وقال القاضي إن القوات الأمنية ألقت القبض على ثمانية إرهابيين.", "ألقت القبض", ["إرهابيين"]),
    ],
)
def test_who_suffered_past_what_only_describes(text: str, trigger: str, hit: list[str]) -> None:
    assert targets(text, trigger) == hit


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("وقتل مزارع من البدو في تبادل لإطلاق النار بين الشرطة ومتظاهرين من البدو.", "قتل", ["الشرطة"]),
        (
            "وارتفع عدد القتلى الفلسطينيين جراء الاشتباكات بين مسلحين فلسطينيين والقوات الإسرائيلية.",
            "القتلى",
            ["القوات الإسرائيلية"],
        ),
        (
            "وقال المصدر إن مقتل عدد من مسلحي الحوثي ومقاتلي داعش جاء في اشتباكات بين الطرفين.",
            "اشتباكات",
            ["مسلحي الحوثي", "مقاتلي داعش"],
        ),
        ("وحاولت الميليشيات التقدم في المدينة وقصفت بلدة البارة.", "قصفت", ["الميليشيات"]),
        ('وأعلنت غرفة عمليات "الفتح المبين" قصف مواقع النظام.', "قصف", ['غرفة عمليات "الفتح المبين"']),
    ],
)
def test_who_did_it_to_the_other_side(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers
