"""Who did it, in invented sentences: sides behind "from", adjectives, those at whose hands, talks, crowds."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report

DAY = date(2018, 10, 9)
# What makes the report one of conflict; its claims are not asked for.
BEFORE = "قتل خمسة مدنيين في غارة. جرح عشرون في انفجار. هاجم مسلحون الحاجز.\n\n"


@cache
def rules() -> Knowledge:
    """Without the ranker: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False)


def agents(text: str, trigger: str) -> list[str]:
    """The agents of the first claim of the second paragraph with this trigger."""
    read = pipeline.read(Report("sample", BEFORE + text, DAY), rules())
    claims = [claim for claim in read.claims if claim.trigger.start >= len(BEFORE)]
    return [agent.text for agent in next(claim for claim in claims if claim.trigger.text == trigger).agents]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("تعرضت بلدة البارة لقصف مدفعي من قوات النظام.", "قصف مدفعي", ["قوات النظام"]),
        ("وتخضع المدينة لحصار من الجيش السوري منذ شهر.", "حصار", ["الجيش السوري"]),
        ("وطالت غارات عنيفة من الطيران الروسي قرى عدة.", "غارات", ["الطيران الروسي"]),
        ("وطالت غارات أمريكية بريطانية المطار.", "غارات", ["أمريكية", "بريطانية"]),
        ("الطيران الحربي الروسي استهدف بغارات جوية محيط المدينة.", "غارات جوية", ["الطيران الحربي الروسي"]),
        ("ووصلت تعزيزات إيرانية وروسية إلى البادية.", "تعزيزات", ["إيرانية", "روسية"]),
        ("جراء كمين مسلح نصبته المقاومة الشعبية على الطريق.", "كمين", ["المقاومة الشعبية"]),
        ("ونصبت حركة الشباب كمينا قرب المدينة.", "كمينا", ["حركة الشباب"]),
        ("فتحت قوات الأمن النار على متظاهرين في البصرة.", "فتحت", ["قوات الأمن"]),
        ("إلا أن قوات النظام السوري وداعميها تهاجم المنطقة.", "تهاجم", ["قوات النظام السوري", "داعميها"]),
        ("في الوقت الذي انتشرت فيه قوات أمنية في المدينة.", "انتشرت", ["قوات أمنية"]),
    ],
)
def test_who_struck(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


def test_both_sides_stand_behind_the_words_for_them() -> None:
    text = "تستمر الاشتباكات بين «قسد» من جهة، وقوات العشائر ومجلس دير الزور العسكري من جهة أخرى."

    assert agents(text, "الاشتباكات") == ["قسد", "قوات العشائر", "مجلس دير الزور العسكري"]


def test_the_country_of_a_dateline_did_nothing() -> None:
    text = "دبي، الإمارات العربية المتحدة (CNN)-- أعلن الجيش المصري عن مقتل خمسة مسلحين."

    assert agents(text, "مقتل") == ["الجيش المصري"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("واجتمع الصالحي مع قيادة العمليات في المدينة.", "اجتمع", ["الصالحي", "قيادة العمليات"]),
        ("اجتمع وزير الدفاع بقادة الفيالق في المدينة.", "اجتمع", ["وزير الدفاع", "قادة الفيالق"]),
        (
            "التقى رئيس البعثة نيكولاس مورينو رئيس المجلس البلدي.",
            "التقى",
            ["رئيس البعثة نيكولاس مورينو", "رئيس المجلس البلدي"],
        ),
        ("أعلنت الوزارة عن لقاء جمع نيكولاس مورينو، مع وفد كردي.", "لقاء", ["نيكولاس مورينو", "وفد كردي"]),
        (
            "أعلنت حركة أحرار الشام عن توقف المفاوضات مع الوفد الإيراني.",
            "المفاوضات",
            ["حركة أحرار الشام", "الوفد الإيراني"],
        ),
    ],
)
def test_all_who_take_part_in_talks(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("والجمعة، تظاهر الآلاف في مناطق عدة من العراق.", "تظاهر", ["الآلاف"]),
        ("حيث أعلنت الكوادر التعليمية في المدينة إضراباً مفتوحاً.", "إضراباً", ["الكوادر التعليمية"]),
        ("عبر عدد من عمال المعامل عن استنكارهم لهذا العدوان.", "استنكارهم", ["عمال المعامل"]),
        ("كانت وحدات من الجيش تتهمها الولايات المتحدة بالقتل.", "تتهمها", ["الولايات المتحدة"]),
        ("لكن جماعات المعارضة المسلحة الثلاث في الغوطة رفضت ذلك.", "رفضت", ["جماعات المعارضة المسلحة"]),
        ("من جهته دعا رئيس المجلس إلى عدم المشاركة.", "دعا", ["رئيس المجلس"]),
        ("وأكد سامي حداد على ضرورة إيجاد حل بين كل الأطراف.", "ضرورة", ["سامي حداد"]),
        ("فتحت قوات الأمن النار على متظاهرين شباب في البصرة مطالبين بالعمل.", "مطالبين", ["شباب"]),
    ],
)
def test_crowds_and_those_who_speak(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("تشهد العاصمة تظاهرات حاشدة تطالب بمحاسبة المسؤولين.", "تطالب", ["تظاهرات حاشدة"]),
        ("وعلق مستشار الأمن القومي على القرار أنه تصعيد، وحث موسكو على التريث.", "حث", ["مستشار الأمن القومي"]),
        ("وقال الجيش الإسرائيلي الذي يحمل حماس مسؤولية الهجوم إنه رد.", "يحمل", ["الجيش الإسرائيلي"]),
        ("وطالبت حماس إسرائيل بالانسحاب.", "طالبت", ["حماس"]),
    ],
)
def test_who_demands_and_blames(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("وأوقفت الشرطة إحدى المهاجمتين قرب الجسر.", "أوقفت", ["الشرطة"]),
        ("وقتلت قوات الأمن أحدهما قرب الجسر.", "قتلت", ["قوات الأمن"]),
        ("قال التحالف إن إيران قصفت القاعدة ردا على هجوم المدينة.", "هجوم", []),
        ("قصفت قوات النظام البلدة وأدى ذلك إلى نزوح الأهالي.", "نزوح", []),
    ],
)
def test_one_of_them_is_no_doer_and_nobody_is_guessed(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("قتل قيادي في هجوم بطائرة أميركية بلا طيار.", "هجوم", ["أميركية"]),
        ("شنت طائرات حربية يرجح أنها أردنية، فجر أمس، موجة من الغارات.", "الغارات", ["أردنية"]),
        (
            "بعمليات القصف المتبادل بين فصائل معارضة وقوات الحكومة السورية.",
            "القصف",
            ["فصائل معارضة", "قوات الحكومة السورية"],
        ),
        ("أصيب طفل بقصف صاروخي استهدف قرية الكريدية، مصدره مناطق قوات النظام.", "قصف صاروخي", ["قوات النظام"]),
        ("بين المرابطين وقوات الاحتلال التي اعتدت عليهم في المسجد.", "اعتدت", ["قوات الاحتلال"]),
        ("وقالت المصادر إن القوات الشرعية تمكنت من صد المتمردين.", "صد", ["القوات الشرعية"]),
    ],
)
def test_whose_aircraft_whose_shots_and_who_holds_out(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


def test_fighters_in_the_feminine_describe_their_group() -> None:
    text = "اندلعت اشتباكات بين المليشيات المسلحة والقوات التابعة للحكومة."

    assert agents(text, "اشتباكات") == ["المليشيات المسلحة", "القوات التابعة للحكومة"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("فيما ردت قوات النظام بقصف على مواقع الفصائل.", "قصف", ["قوات النظام"]),
        ("وكانت هدفا للجيش السوري الذي يفرض عليها حصارا.", "حصارا", ["للجيش السوري"]),
        ("بدوره طالب وزير الدفاع الدول العربية بالتحرك.", "طالب", ["وزير الدفاع"]),
        ("وقال إن ما بين 1000 و1200 مستوطن حاصروا القرية.", "حاصروا", ["مستوطن"]),
    ],
)
def test_who_answers_and_who_is_meant_by_a_relative(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("وقال الجيش السوداني إن قواته صدت هجوما للمتمردين قرب المدينة.", "صدت", ["الجيش السوداني"]),
        ("وأعلن التحالف الدولي أن طائراته قصفت مواقع في البادية.", "قصفت", ["التحالف الدولي"]),
        ("وقال الجيش السوداني إن قوة مشتركة صدت هجوما للمتمردين.", "صدت", ["قوة مشتركة"]),
        ("وقالت وزارة الداخلية المصرية إن قواتها صدت هجوما قرب المدينة.", "صدت", ["قواتها"]),
    ],
)
def test_forces_of_the_speaker_are_his_side(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("وأسعفت فرق الإطفاء المصابين إلى المشفى.", "أسعفت", ["فرق الإطفاء"]),
        ("وأكدت أن تركيا تدعم الجيش الوطني في الشمال.", "تدعم", ["تركيا"]),
        ("والولايات المتحدة زودت القوات العراقية بأسلحة حديثة.", "زودت", ["الولايات المتحدة"]),
        ("وقدمت تركيا دعما للفصائل في المعركة.", "قدمت", ["تركيا"]),
        ("ونبشوا الركام وأخرجوا ثلاثة أطفال أحياء.", "أخرجوا", []),
        ("وتنفي إيران أنها تمد طرفا بالعتاد.", "تمد", ["إيران"]),
    ],
)
def test_who_helps_is_the_subject_of_the_verb(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("وأعلنت قوات سوريا الديمقراطية مقتل 4 جنود أتراك في الشمال.", "مقتل", ["قوات سوريا الديمقراطية"]),
        ("وأعلنت وزارة الدفاع الروسية مقتل أربعة جنود روس في البادية.", "مقتل", ["مسلحون"]),
        ("وأعلن الجيش المصري مقتل سبعة من عناصر الميليشيات الحوثية.", "مقتل", ["الجيش المصري"]),
        ("وأعلنت وزارة الدفاع التركية قتل 6 عناصر من قسد شمالي سورية.", "قتل", ["وزارة الدفاع التركية"]),
    ],
)
def test_who_announces_that_foes_fell(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("وذلك منذ سيطرة النظام السوري وحلفائه على البلدة.", "سيطرة", ["النظام السوري", "حلفائه"]),
        ("وذلك منذ سيطرة الجيش التركي ومرتزقته على القرية.", "سيطرة", ["الجيش التركي", "مرتزقته"]),
    ],
)
def test_his_allies_and_hired_men_stand_beside_him(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers


def test_who_leads_the_mediation_mediates() -> None:
    assert agents("وخرج المسلحون بعد وساطة قادها وجهاء الحي.", "وساطة") == ["وجهاء الحي"]
    assert agents("وخرج المسلحون بعد وساطة قيادتها مع شيوخ الحي.", "وساطة") == ["قيادتها", "شيوخ الحي"]


def test_a_battle_that_begins_is_named_as_one() -> None:
    text = BEFORE + "أطلقت فصائل المعارضة معركة «فجر الوادي» شرق المدينة."
    (claim,) = (one for one in pipeline.read(Report("sample", text, DAY), rules()).claims if one.type == "mobilize")
    assert "rule:battle-opened" in claim.because
