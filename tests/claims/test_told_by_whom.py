"""Who says so, in invented sentences: papers and who put them out, what a body told, accusers, the outlet itself."""

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
    """The chain of sources of the first claim with this trigger."""
    read = pipeline.read(Report("sample", text, DAY, outlet), rules())
    claim = next(claim for claim in read.claims if claim.trigger.text == trigger)
    return [source.text for source in claim.sources]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        ("قتل أربعة جنود في مدينة درعا، وفق ما كشفته مصادر طبية.", "قتل", ["مصادر طبية"]),
        ("وبحسب ما رصدته شبكة شام، قتل أربعة جنود في مدينة درعا.", "قتل", ["شبكة شام"]),
        (
            "وأوضح بيان صادر عن مكتب بعثة الأمم المتحدة أن خمسة مدنيين قتلوا في بغداد.",
            "قتلوا",
            ["مكتب بعثة الأمم المتحدة"],
        ),
        ("وقالت إحصائية، نشرتها وزارة الصحة، إن خمسة مدنيين قتلوا في بغداد.", "قتلوا", ["وزارة الصحة"]),
        ("وقالت الوزارة في بيان سابق، بثه التلفزيون، إن خمسة جنود قتلوا في بغداد.", "قتلوا", ["الوزارة"]),
        ("أكدت مصادر عراقية وسورية مقتل خمسة مدنيين في بغداد.", "مقتل", ["مصادر عراقية وسورية"]),
        ("أفادت التقارير الواردة من اليمن بأن خمسة مدنيين قتلوا.", "قتلوا", ["التقارير الواردة من اليمن"]),
        ("وكان وزير الدفاع سامي البحري أعلن أن خمسة جنود قتلوا.", "قتلوا", ["وزير الدفاع سامي البحري"]),
        ("وجاء ذلك بعد ساعات من إعلان مصادر عسكرية مقتل خمسة جنود.", "مقتل", ["مصادر عسكرية"]),
        ("وبحسب ماذكرت شبكة شام فإن أربعة جنود قتلوا في درعا.", "قتلوا", ["شبكة شام"]),
        ("قصفت قوات النظام بلدة أريحا، مستهدفة السوق وفق ما نقلت شبكة شام.", "قصفت", ["شبكة شام"]),
        ("رصدت القوات الحكومية إطلاق صاروخ على بغداد قتل فيه جنديان.", "قتل", []),
        ("أفادت أنباء بأن خمسة مدنيين قتلوا في بغداد.", "قتلوا", []),
        ("وكان «المرصد السوري» أفاد بسماع دوي انفجار أدى إلى مقتل ثلاثة في درعا.", "مقتل", ["المرصد السوري"]),
        ("يقول كريم (29 عاما) إن خمسة مدنيين قتلوا في دمشق.", "قتلوا", ["كريم (29 عاما)"]),
        ("يتذكر سامي البحري أن خمسة مدنيين قتلوا في عدن.", "قتلوا", ["سامي البحري"]),
    ],
)
def test_a_speaker_is_found_behind_his_paper_or_his_verb(text: str, trigger: str, chain: list[str]) -> None:
    assert sources(text, trigger) == chain


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        (
            "وقالت وزارة الدفاع في بيان نشرته وكالة سبوتنيك إن جنديين قتلا في حلب.",
            "قتلا",
            ["وزارة الدفاع", "وكالة سبوتنيك"],
        ),
        ("وقالت وزارة الدفاع في بيان نشره الجيش إن جنديين قتلا في حلب.", "قتلا", ["وزارة الدفاع"]),
        ("وأفادت الأرقام التي أوردتها بعثة الأمم المتحدة بأن خمسة مدنيين قتلوا.", "قتلوا", ["بعثة الأمم المتحدة"]),
    ],
)
def test_the_press_that_hands_a_paper_out_stands_behind_who_speaks_in_it(
    text: str, trigger: str, chain: list[str]
) -> None:
    assert sources(text, trigger) == chain


def test_what_something_is_done_by_is_nobody_s_word() -> None:
    assert sources("قتل جنديان في حلب. وأفرج الجيش عن خمسة أسرى وفقا للقانون الدولي.", "أفرج") == []


def test_whoever_blamed_or_demanded_goes_on_to_speak() -> None:
    text = "قال مصدر طبي إن جنديين قتلا في عدن. ونددت منظمة العفو بقصف المدينة. وأضافت أن خمسة مدنيين أصيبوا."
    assert sources(text, "أصيبوا") == ["منظمة العفو"]


def test_the_statement_is_that_of_whoever_blamed_in_one() -> None:
    text = "واستنكر الرئيس سامي البحري في بيان قصف عدن. وأوضح البيان أن خمسة مدنيين أصيبوا في المدينة."
    assert "سامي البحري" in sources(text, "أصيبوا")[0]


def test_a_spokesman_the_register_knows_is_later_meant_by_his_office() -> None:
    text = (
        "قال المتحدث باسم الجيش المصري العقيد سامي البحري إن هجوما وقع في سيناء. "
        "وأعلن المتحدث العسكري مقتل خمسة جنود في المدينة."
    )
    assert sources(text, "مقتل") == ["العقيد سامي البحري"]


def test_the_speaker_means_whoever_spoke_last() -> None:
    text = "قال وزير الصحة سامي البحري إن جنديين قتلا في بغداد. وأضاف المتحدث أن خمسة مدنيين أصيبوا في المدينة."
    assert sources(text, "أصيبوا") == ["وزير الصحة سامي البحري"]


def test_a_mark_written_at_both_ends_closes_what_it_opened() -> None:
    text = "قتل أربعة مدنيين في إدلب، بحسب “الدفاع المدني“. وقصفت الطائرات بلدة أريحا."
    assert sources(text, "قصفت") == []


def test_who_is_accused_by_a_noun_is_told_of_by_the_accuser() -> None:
    text = "اتهمت إيران إسرائيل بشن غارات على مطار التيفور، ما أدى إلى مقتل خمسة جنود."
    assert sources(text, "غارات") == ["إيران"]


@pytest.mark.parametrize("outlet", ["Asharq al-Awsat", "Asharq Al Awsat"])
def test_the_outlet_is_no_source_of_its_own_report(outlet: str) -> None:
    text = "وقالت مصادر محلية لـ«الشرق الأوسط» إن خمسة مدنيين قتلوا في تعز."
    assert sources(text, "قتلوا", outlet) == ["مصادر محلية"]
    assert sources(text, "قتلوا") == ["مصادر محلية", "الشرق الأوسط"]


@pytest.mark.parametrize(
    ("text", "trigger", "chain"),
    [
        (
            "ونقلت وكالة رويترز عن مدير الدفاع المدني في إدلب، سامي البحري، قوله إن خمسة مدنيين قتلوا في المدينة.",
            "قتلوا",
            ["سامي البحري", "وكالة رويترز"],
        ),
        ("أعلنت وزارتا الدفاع والداخلية أن خمسة جنود قتلوا في تونس.", "قتلوا", ["وزارتا الدفاع والداخلية"]),
        (
            "وتفيد بيانات للتحالف ومصادر عسكرية أن خمسة جنود قتلوا في سوريا.",
            "قتلوا",
            ["للتحالف", "ومصادر عسكرية"],
        ),
        (
            "أعلن الجيش التركي مقتل جندي في هجوم شمالي العراق، وفق ما ذكرت مصادر إعلامية.",
            "مقتل",
            ["الجيش التركي", "مصادر إعلامية"],
        ),
        ("وقالت الوزارة في بلاغ لها إن جنديا قتل في حماة. وأصيب جندي، وفق نص البلاغ.", "أصيب", ["الوزارة"]),
    ],
)
def test_who_stands_beside_or_behind_a_speaker(text: str, trigger: str, chain: list[str]) -> None:
    found = sources(text, trigger)
    assert [name.removeprefix("و") for name in found] == [name.removeprefix("و") for name in chain]
