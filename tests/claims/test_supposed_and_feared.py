"""What is supposed, feared, fought for or set out on, and has not come; what goes on since. All texts are invented."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

LEAD = "قصفت القوات الحكومية أمس مدينة إدلب وقتلت ثلاثة مدنيين. "


@lru_cache(maxsize=1)
def rules() -> Knowledge:
    """Without what is trained: what the rules alone make of a sentence."""
    return load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def claims_of(text: str) -> list[Claim]:
    found = read(Report("r", LEAD + text, date(2022, 5, 10)), rules()).claims
    return [claim for claim in found if claim.trigger.start >= len(LEAD)]


def status_of(text: str, trigger: str) -> str:
    return next(claim.status for claim in claims_of(text) if claim.trigger.text == trigger)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Supposed.
        ("وقال القائد إن قواته سترد إذا هاجم الحزب مدينة سرمدا.", "attack"),
        ("واتفق الطرفان على التنسيق في حال تعرضت بلدة سلقين لهجوم من التنظيم.", "attack"),
        ("وقال إنه لم يعرف ما إذا كانت وقعت إصابات في بلدة سلقين.", "wounded"),
        # Feared, and any at all.
        ("وتخشى الأمم المتحدة أن يتسبب هجوم على مدينة سرمدا في كارثة.", "attack"),
        ("وقالت مراسلتنا إن هناك مخاوف من شن ضربات جوية على مدينة سرمدا.", "airstrike"),
        ("وقال إن قواته سترد على أي محاولة اقتحام من الفصائل.", "attack"),
        # A battle by its name, and what somebody goes to fight.
        ("وأصدرت غرفة عمليات معركة «وعد الصباح» بيانا.", "clash"),
        ("وقال الضابط إنه أصيب سابقا في معركة سرمدا.", "clash"),
        ("وقال القائد إن الأولوية لقتال التنظيم في مدينة سرمدا.", "clash"),
        ("وقال قائد عملية تحرير مدينة سرمدا إن قواته بخير.", "control_gain"),
        ("وشارك أبناء العشائر في معارك تحرير مدينة سرمدا.", "control_gain"),
        # Ground that is held.
        ("ودعت الأمم المتحدة التنظيم الذي يفرض سيطرته على مدينة سرمدا إلى الحوار.", "control_gain"),
        # What the news came with, told before; the tags of a page.
        ("وجاء مقتل المدنيين بعد أيام من زيارة الوزير.", "killed"),
        ("سمات انفجار ضابط سوريا", "bombing"),
    ],
)
def test_what_has_not_come_is_not_told(text: str, kind: str) -> None:
    assert kind not in [claim.type for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ودارت معركة عنيفة بين الجيش والفصائل في مدينة سرمدا.", "clash"),
        ("وتحولت مدينة سرمدا مسرحا لمعارك عنيفة بين الجيش والفصائل.", "clash"),
        ("وسيطرت القوات على مدينة سرمدا بعد هجوم واسع.", "control_gain"),
        ("وجاء في البيان أن الجيش قصف مدينة سرمدا.", "shelling"),
    ],
)
def test_what_is_told_beside_such_words_stays(text: str, kind: str) -> None:
    assert kind in [claim.type for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        # Set out on.
        ("وأعلن الجيش انطلاق المرحلة الثانية من عملية تحرير مدينة سرمدا.", "تحرير", "planned"),
        ("وأرسل الجيش قوات لاستكمال تحرير مدينة سرمدا.", "تحرير", "planned"),
        ("وقتل شخصان خلال محاولة الفصائل السيطرة على مدينة سرمدا.", "السيطرة", "planned"),
        ("وتقدمت القوات التي انطلقت لتحرير مدينة سرمدا.", "تحرير", "planned"),
        # Said just now.
        ("وأعلن المرصد قبل قليل مقتل ثلاثة جنود في مدينة سرمدا.", "مقتل", "asserted"),
        # What came of it.
        ("وفجر رجل نفسه عند الحاجز ليقتل جنديا في مدينة سرمدا.", "يقتل", "asserted"),
        # What is said is said by those who say it now.
        ("يذكر أن المجلس المحلي يطالب القوات بالانسحاب من مدينة سرمدا.", "يطالب", "asserted"),
        ("ومنذ بداية العام الحالي، يطالب السكان بفتح الطريق إلى مدينة سرمدا.", "يطالب", "asserted"),
        # Since when goes on still.
        ("وتحاصر القوات مدينة سرمدا منذ أكثر من عامين.", "تحاصر", "asserted"),
        ("وتدور اشتباكات بين الجيش والفصائل في مدينة سرمدا منذ الشهر الماضي.", "اشتباكات", "asserted"),
        ("وقتل عشرات المدنيين في مدينة سرمدا منذ الشهر الماضي.", "قتل", "background"),
        # The one vague word that stands alone.
        ("ووصلت مؤخرا تعزيزات عسكرية إلى مدينة سرمدا.", "تعزيزات", "asserted"),
        # Accused of behind a denial.
        ("ونفى الجيش مهاجمة مدينة سرمدا في حين اتهم السكان قائده بقصف المنازل.", "اتهم", "asserted"),
    ],
)
def test_what_is_meant_and_what_goes_on(text: str, trigger: str, status: str) -> None:
    assert status_of(text, trigger) == status


def test_the_dead_are_counted_where_their_number_stands() -> None:
    said = claims_of("وارتفعت حصيلة ضحايا القصف على المدينة إلى 38 قتيلا.")
    assert [claim.trigger.text for claim in said if claim.type == "killed"] == ["قتيلا"]
