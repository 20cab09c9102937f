"""Messages and posts: told by their form, read by the rules, with the speaker and the place of their heading."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.arabic.words import split_words
from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report
from marsad.sentences import is_post, without_marks


@cache
def known() -> Knowledge:
    return load_knowledge()


def claims_of(text: str, outlet: str | None = None) -> list[Claim]:
    return list(read(Report("r", text, date(2020, 2, 5), outlet), known()).claims)


def sources(claim: Claim) -> list[str]:
    return [source.text for source in claim.sources]


def places(claim: Claim) -> list[str]:
    return [place.text for place in claim.places]


@pytest.mark.parametrize(
    "text",
    [
        "قصف مدفعي على أطراف سرمين",
        "🔴 قصف مدفعي على أطراف سرمين.",
        "قصف مدفعي على أطراف #سرمين.",
        "سرمين | قصف مدفعي على أطراف البلدة.",
        "أخبار اليوم\nقصف مدفعي على أطراف سرمين.",
    ],
)
def test_a_post_is_told_by_its_form(text: str) -> None:
    assert is_post(text, split_words(text))


@pytest.mark.parametrize("text", ["", "وقال إن القصف على أطراف سرمين لم يتوقف.", "هل توقف القصف على سرمين؟"])
def test_a_sentence_with_its_full_stop_is_none(text: str) -> None:
    assert not is_post(text, split_words(text))


def test_a_page_with_closed_paragraphs_is_none() -> None:
    text = "عنوان بلا نقطة\n" + "\n".join(["تعرضت أطراف البلدة لقصف مدفعي من قوات النظام صباح اليوم."] * 12)
    assert not is_post(text, split_words(text))


def test_marks_that_say_nothing_are_left_out() -> None:
    text = "⭕️ قصف على #جسر_الشغور\n1- قتيلان\n▪️ 3 جرحى"
    assert [word.key for word in without_marks(text, split_words(text))] == [
        "قصف", "علي", "جسر", "الشغور", "قتيلان", "3", "جرحي",
    ]  # fmt: skip


def test_a_day_that_opens_a_line_is_no_number_of_a_list() -> None:
    text = "12-3-2020 قصف\n10.30 قصف"
    assert [word.key for word in without_marks(text, split_words(text))] == ["12-3-2020", "قصف", "10.30", "قصف"]


def test_verses_are_left_out() -> None:
    text = "\ufd3fقاتلوهم يعذبهم الله\ufd3e\nقصف"
    assert [word.key for word in without_marks(text, split_words(text))] == ["قصف"]


def test_a_post_needs_no_score_of_war() -> None:
    assert [claim.type for claim in claims_of("دخول قافلة مساعدات أممية إلى مدينة سرمين بعد انتظار طويل")] == ["aid"]


@pytest.mark.parametrize(
    "text",
    [
        "منخفض جوي يضرب الشمال الليلة، أمطار غزيرة وصقيع",
        "نجوم الشمال يقصفون شباك الضيوف ويحسمون معركة الصدارة 🔥",
        "رأيي: المعركة الحقيقية هي معركة الوعي",
        "يأتيكم الليلة: لقاء خاص مع الباحث سامر",
        "إصابة السائق بحادث انقلاب باص على طريق إدلب، والله المستعان",
    ],
)
def test_posts_on_other_matters_stay_empty(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("مراسلنا في سرمين:\n- قصف على أطراف البلدة\n- إصابة طفل", ["مراسلنا في سرمين"]),
        ("غرفة عمليات الفتح: مقتل 3 جنود في كمين قرب سرمين", ["غرفة عمليات الفتح"]),
        ("أبو سعيد: القصف لم يتوقف والجرحى عشرة", ["أبو سعيد"]),
        ("مصدر عسكري لـ سانا: مقتل 3 مسلحين في سرمين", ["مصدر عسكري", "سانا"]),
        ("عاجل | قصف مدفعي على أطراف سرمين", []),
        ("حصيلة اليوم: 3 قتلى في قصف على سرمين", []),
    ],
)
def test_the_speaker_of_a_heading_holds_for_what_stands_under_it(text: str, speakers: list[str]) -> None:
    for claim in claims_of(text):
        assert sources(claim) == speakers


def test_who_prints_it_is_no_speaker() -> None:
    text = "سرمين - نورث برس\nقصف مدفعي على أطراف البلدة وإصابة طفل"
    assert all(sources(claim) == [] for claim in claims_of(text))


def test_whoever_speaks_in_a_line_of_his_own_speaks_alone() -> None:
    text = "وزارة الدفاع: مقتل ثلاثة جنود في سرمين\nالدفاع المدني قال إن خمسة مدنيين أصيبوا في البلدة"
    assert [sources(claim) for claim in claims_of(text)] == [["وزارة الدفاع"], ["الدفاع المدني"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("عاجل | ريف إدلب | سرمين: اعتقال شابين", ["سرمين"]),
        ("سرمين الآن\nاعتقال شابين على حاجز", ["سرمين"]),
        ("#سرمين | إصابة طفل برصاص طائش", ["سرمين"]),
    ],
)
def test_the_place_of_a_heading_holds_where_none_is_told(text: str, wanted: list[str]) -> None:
    claims = claims_of(text)
    assert claims
    assert all(places(claim) == wanted for claim in claims)


def test_each_item_of_a_list_begins_at_the_place_of_the_heading() -> None:
    text = "ملخص اليوم في ريف إدلب:\n1- قصف مدفعي على سرمين\n2- اعتقال شابين\n3- إصابة طفل في بنش"
    assert [places(claim)[-1] for claim in claims_of(text)] == ["سرمين", "ريف إدلب", "بنش"]


def test_our_forces_are_those_of_the_party_that_speaks() -> None:
    (claim, *_) = claims_of("قوات سوريا الديمقراطية:\nصدت قواتنا هجوما للمسلحين قرب سرمين")
    assert claim.type == "repel"
    assert [agent.text for agent in claim.agents] == ["قوات سوريا الديمقراطية"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("مشفى سرمين خارج الخدمة من أمس", ["property_damage"]),
        ("خطفو ثلاثة شبان من سرمين", ["abducted"]),
        ("قوات النظام تسيطر على سرمين بعد معارك عنيفة", ["control_gain", "clash"]),
        ("دفاعاتنا الجوية تصدت لعدوان إسرائيلي", ["repel", "attack"]),
        ("ردا على الاعتداء على سرمين، استهدف مجاهدو المقاومة موقع الجنود", ["attack", "attack"]),
        ("70 حالة اختناق في سرمين", ["wounded"]),
        ("اللهم ارحم شهداءنا في سرمين", []),
        ("الأمن يتمركز قرب سرمين", []),
        ("قوات من الجيش تتمركز قرب سرمين", ["mobilize"]),
        ("تدوين مدفعي على الأحياء الغربية", ["shelling"]),
        ("قذائف فوسفورية على أحراج سرمين", ["shelling"]),
        ("الاحتلال يمنع دخول شاحنات الوقود إلى غزة", ["siege"]),
    ],
)
def test_what_posts_tell_in_their_own_words(text: str, kinds: list[str]) -> None:
    assert [claim.type for claim in claims_of(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "تصحيح: القتلى في اشتباكات سرمين أمس اثنان وليسوا ستة كما نشرنا",
        "تصحيح: شهداء القصف على مخيم النصر اثنان وليس ستة كما ورد",
        "مقتل 2 مدنيين وليس 6 في قصف على سرمين",
    ],
)
def test_a_number_put_right_keeps_the_one_taken_back_as_denied(text: str) -> None:
    tolls = [claim for claim in claims_of(text) if claim.type == "killed"]
    assert [(claim.count.low if claim.count else None, claim.status) for claim in tolls] == [
        (2, "asserted"),
        (6, "denied"),
    ]


def test_arms_that_were_captured_captured_nothing() -> None:
    claims = claims_of("اغتُنمت 4 دبابات وعربة شيلكا في سرمين")
    assert [(claim.type, claim.item.text if claim.item else None) for claim in claims] == [
        ("equipment_loss", "دبابات"),
        ("equipment_loss", "عربة شيلكا"),
    ]


def test_what_happened_where_somebody_was_is_not_where_he_was_brought() -> None:
    (claim,) = claims_of("إصابة 3 مدنيين في سرمين ونقلهم إلى مدينة إدلب")
    assert places(claim) == ["سرمين"]


@pytest.mark.parametrize("text", ["قواتنا دمرت زورقين مسيرين للعدو", "دمرت القوات سبع قنابل تقليدية الصنع"])
def test_what_describes_arms_is_no_object_of_theirs(text: str) -> None:
    assert [claim.type for claim in claims_of(text)] == ["equipment_loss"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("مقتل 3 جنود في سرمين\nوإصابة طفل في بنش\nالمقاومة الإسلامية في العراق", ["المقاومة الإسلامية في العراق"]),
        ("مقتل 3 جنود في سرمين\nالمصدر: مرصد الفرات", ["مرصد الفرات"]),
        ("مقتل 3 جنود في سرمين\nشبكة أخبار سرمين", []),
        ("مقتل 3 جنود في سرمين\n#سرمين", []),
    ],
)
def test_who_signs_a_post_speaks_in_it_unless_he_prints_it(text: str, speakers: list[str]) -> None:
    for claim in claims_of(text):
        assert sources(claim) == speakers
