"""Rarer words for assaults, fire and death, each in an invented sentence, and where the same words tell of nothing."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

# Sentences of war, so that the report is one of a conflict.
WAR = "قصفت قوات النظام بلدة النيرب بالمدفعية ما أدى إلى مقتل ثلاثة مدنيين. "


@cache
def rules() -> Knowledge:
    return load_knowledge(with_ranker=False, with_linker=False)


def claims_of(text: str, before: str = WAR) -> list[Claim]:
    claims = read(Report("r", before + text, date(2021, 3, 10), "x"), rules()).claims
    return [claim for claim in claims if claim.trigger.start >= len(before)]


@pytest.mark.parametrize(
    ("kind", "trigger", "text"),
    [
        ("killed", "لفظ أنفاسه", "ولفظ أنفاسه الأخيرة في المشفى شاب من أهالي البلدة."),
        ("killed", "أسلم الروح", "وأسلم الروح مقاتل من الفصيل بعد ساعات."),
        ("killed", "فاضت", "وفاضت أرواح أربعة من الجنود."),
        ("killed", "أردى", "وأردى الجنود شابا قرب الحاجز."),
        ("killed", "أردوه قتيلا", "ولحق به مسلحون وأردوه قتيلا."),
        ("killed", "حتفهم", "ولاقى أربعة أشخاص حتفهم في الحي."),
        ("killed", "نفوق", "وأعلن الجيش نفوق عشرين مرتزقا في الجبهة."),
        ("killed", "صرعى", "وسقط خمسة جنود صرعى في الوادي."),
        ("killed", "قضى", "كما قضى تحت التعذيب في الفرع."),
        ("killed", "قضى", "وفي القرية قضى مدني برصاص مجهولين."),
        ("killed", "مقتولا", "وعثر الأهالي على شاب مقتولا في البستان."),
        ("killed", "إبادة", "وأعلن المصدر إبادة مجموعة إرهابية في الريف."),
        ("killed", "محيت عائلة", "ومحيت عائلة بأكملها في المخيم."),
        ("killed", "خسر", "وخسر التنظيم 12 من عناصره في المدينة."),
        ("killed", "نالوا الشهادة", "وقال إن أربعة من رفاقه نالوا الشهادة."),
        ("attack", "هجم", "وهجم مسلحون على قرية مجاورة."),
        ("attack", "الإغارة", "وأعلنت الكتائب الإغارة على موقع للجيش."),
        ("attack", "أغار", "وأغار مسلحون قبليون على قرية في الإقليم."),
        ("attack", "استباحت", "واستباحت المليشيا القرية أمس."),
        ("attack", "فض", "وأقدم الجيش على فض الاعتصام بالقوة."),
        ("attack", "أوسعوه", "وأوسعوه ضربا في الشارع."),
        ("attack", "رش", "ورش الجنود المصلين بغاز الفلفل."),
        ("clash", "اصطدمت", "واصطدمت دورية بمجموعة مسلحة قرب الجسر."),
        ("clash", "نزاع عشائري", "واندلع نزاع عشائري في الناحية."),
        ("shelling", "انهالت القذائف", "وانهالت القذائف على أحياء المدينة."),
        ("shelling", "رشقت", "ورشقت المقاومة المستوطنة بالصواريخ."),
        ("shelling", "رمت المدفعية", "ورمت المدفعية مواقع في التلال."),
        ("shelling", "صبت", "وصبت المدافع حممها على الأحياء."),
        ("shelling", "زخات", "وسقطت زخات من الصواريخ على البلدة."),
        ("shelling", "نيران المدفعية", "واحترق مبنى بسبب نيران المدفعية."),
        ("airstrike", "أفرغت", "وأفرغت المروحيات حمولتها فوق القرية."),
        ("airstrike", "سقوط برميلين", "وأفاد السكان عن سقوط برميلين على الحي."),
        ("airstrike", "أحزمة نارية", "ونفذ الاحتلال أحزمة نارية على الحي."),
        ("airstrike", "قصف", "وأعلن الجيش قصف ثمانية أهداف جوا."),
        ("shooting", "رشوا", "ورشوا المنزل بالرصاص ليلا."),
        ("shooting", "أمطر", "وأمطر مجهولون سيارته بوابل من الرصاص."),
        ("shooting", "مشط", "ومشط الجنود بالأسلحة الرشاشة أطراف القرية."),
        ("shooting", "أفرغ", "وأفرغ مسلح رصاصات مسدسه في جسد الشيخ."),
        ("shooting", "أطلقت", "وأطلقت الشرطة طلقات في الهواء."),
        ("shooting", "مطلقة النار", "وتوغلت الآليات شرق البلدة مطلقة النار على المزارعين."),
        ("shooting", "عاجلوه", "وعاجلوه بعدة رصاصات أمام منزله."),
        ("airstrike", "ملقية", "وحلقت المروحيات فوق القرية ملقية براميل."),
        ("airstrike", "أغارت", "وأغارت المروحيات على أطراف البلدة."),
        ("airstrike", "ألقت", "وألقت محلقة معادية قنبلة صوتية باتجاه البلدة."),
        ("clash", "مشتبكا مع", "وسقط الشاب مشتبكا مع قوات الاحتلال."),
        ("killed", "جثة هامدة", "ووصل إلى المشفى جثة هامدة."),
        ("killed", "صرعت", "وصرعت القوات 12 مسلحا في الوادي."),
        ("killed", "إسقاط", "وأعلنت الوزارة إسقاط سبعة إرهابيين في الجبل."),
        ("attack", "تعدى", "وتعدى مسلحون على الطاقم الطبي."),
        ("attack", "دعس", "وفي عملية أخرى دعس جنديين قرب الحاجز."),
        ("attack", "اجتازت", "واجتازت آليات إسرائيلية السياج شرق البلدة."),
    ],
)
def test_the_word_is_a_claim(kind: str, trigger: str, text: str) -> None:
    found = [claim for claim in claims_of(text) if trigger in claim.trigger.text]
    assert [claim.type for claim in found] == [kind]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("يرد", "ولم يرد أي تعليق من الجيش حتى الآن."),
        ("يلفظ", "وقال إن النظام يلفظ أنفاسه الأخيرة."),
        ("مقتولا", "وعثر على جثة رجل مقتولا في البستان."),
        ("قضى", "وقضى القاضي ببطلان القرار."),
        ("غارات", "ونفذ الطيران غارات وهمية فوق العاصمة."),
        ("رش", "وأجرت البلدية رش المبيدات في الشوارع."),
    ],
)
def test_the_word_is_none(word: str, text: str) -> None:
    assert [claim for claim in claims_of(text) if word in claim.trigger.text] == []


def test_two_who_were_shot_by_two_are_two_shootings() -> None:
    claims = claims_of("وقتل متظاهر بنيران الشرطة، وآخر برصاص مجهولين.")
    assert [claim.trigger.text for claim in claims if claim.type == "shooting"] == ["بنيران", "برصاص"]
