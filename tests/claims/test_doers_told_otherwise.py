"""Who did it, to whom, by signs other than the order of the words, in invented sentences."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

DAY = date(2019, 3, 14)
# What makes the report one of conflict; its claims are not asked for.
BEFORE = "قتل خمسة مدنيين في غارة. جرح عشرون في انفجار.\n\n"


@cache
def rules() -> Knowledge:
    """Without the trained parts: what the rules alone make of a sentence."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False)


def claim(text: str, trigger: str) -> Claim:
    """The first claim of the second paragraph with this trigger."""
    claims = pipeline.read(Report("sample", BEFORE + text, DAY), rules()).claims
    return next(one for one in claims if one.trigger.start >= len(BEFORE) and one.trigger.text == trigger)


def agents(text: str, trigger: str) -> list[str]:
    return [agent.text for agent in claim(text, trigger).agents]


def targets(text: str, trigger: str) -> list[str]:
    return [target.text for target in claim(text, trigger).targets]


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "suffered"),
    [
        # An object by its ending: the subject is who was named before.
        ("قُتل فلسطيني بعدما طعن مستوطنا قرب القرية.", "طعن", ["فلسطيني"], ["مستوطنا"]),
        # At the hands of somebody: who stands before the verb was killed.
        ("وقال سكان إن الحاكم قتل على يد حراس قصر الضيافة نادر سعد.", "قتل", ["حراس قصر الضيافة"], ["الحاكم"]),
        # The object before its subject, with a time between.
        ("وتحاصر البلدة منذ مطلع العام ميليشيا النمر.", "تحاصر", ["ميليشيا النمر"], ["البلدة"]),
        # The defences right behind the noun beat it off, what flies is their target.
        ("وشاهد السكان اعتراض الدفاع الجوي السوري لصواريخ في السماء.", "اعتراض", ["الدفاع الجوي السوري"], ["صواريخ"]),
        # A counted man with an adjective is one mention and suffers.
        ("قتل أكثر من مئة عنصر متشدد و20 جنديا في عملية واسعة النطاق.", "قتل", [], ["عنصر متشدد"]),
        ("قتل ثلاثة مسلحون أكراد وجرح سبعة أشخاص في المدينة.", "قتل", [], ["مسلحون أكراد"]),
    ],
)
def test_who_did_it_to_whom(text: str, trigger: str, doers: list[str], suffered: list[str]) -> None:
    assert (agents(text, trigger), targets(text, trigger)) == (doers, suffered)


def test_a_soldier_behind_protesters_is_whom_they_hit() -> None:
    assert targets("في حين رشق المتظاهرون الجنود بالحجارة.", "رشق") == ["الجنود"]


def test_a_sniper_is_a_doer_and_no_weapon() -> None:
    text = "وجرح جندي بعد إطلاق قناص فلسطيني النار عليه."

    assert agents(text, "إطلاق") == ["قناص فلسطيني"]
    assert claim(text, "إطلاق").weapons == ()


def test_a_verb_written_like_a_place_has_its_subject_behind_it() -> None:
    assert agents("وفي مدينة الناصرية تجمع المتظاهرون في الساحة.", "تجمع المتظاهرون") == ["المتظاهرون"]


def test_those_at_a_border_are_no_side_of_a_clash() -> None:
    text = "اندلعت اشتباكات بين الجيش التركي والمتمردين الأكراد قرب القرية الحدودية مع العراق."

    assert agents(text, "اشتباكات") == ["الجيش التركي", "المتمردين الأكراد"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("أعلن الجيش العراقي تنفيذ ضربات جوية شرقي سوريا.", "ضربات جوية"),
        ("وندد البيان بمهاجمة السوريين في بيوتهم.", "مهاجمة"),
    ],
)
def test_a_country_or_its_people_behind_a_noun_is_no_adjective_of_it(text: str, trigger: str) -> None:
    assert not {"سوريا", "السوريين"} & set(agents(text, trigger))


def test_a_verb_with_its_own_object_does_not_carry_the_next_deed() -> None:
    text = "وأكد البيان قيام القوات الجوية بتدمير أوكار تستخدمها العناصر الإرهابية وتدمير عربة مفخخة."
    claims = pipeline.read(Report("sample", BEFORE + text, DAY), rules()).claims

    assert {a.text for c in claims if c.trigger.text == "تدمير" for a in c.agents} == {"القوات الجوية"}


@pytest.mark.parametrize(
    ("text", "trigger", "asks", "asked"),
    [
        (
            "وأعلنت الهيئة العليا تضامنها معهم، مطالبة الحكومة بحلول.",
            "مطالبة",
            "الهيئة العليا",
            ["الحكومة"],
        ),
        ("وكان الوزير زار المدينة التي هاجمها مسلحو داعش، داعيا الحكومة إلى الرد.", "داعيا", "الوزير", ["الحكومة"]),
    ],
)
def test_what_is_asked_beside_the_verb_is_asked_by_its_subject(
    text: str, trigger: str, asks: str, asked: list[str]
) -> None:
    assert (agents(text, trigger), targets(text, trigger)) == ([asks], asked)


def test_those_whose_dead_are_told_fell_to_each_other() -> None:
    text = "وقتل في الاشتباكات عشرة من قوات النظام، فيما قتل ستة من جيش الإسلام."
    claims = pipeline.read(Report("sample", BEFORE + text, DAY), rules()).claims
    fell = [c for c in claims if c.type == "killed" and c.trigger.start >= len(BEFORE)]

    assert [[a.text for a in c.agents] for c in fell] == [["جيش الإسلام"], ["قوات النظام"]]


def test_the_fallen_seized_no_arms() -> None:
    text = "وتم القضاء على ستة إرهابيين أثناء تبادل لإطلاق النيران مع قوات الشرطة وضبط ثلاث بنادق."

    assert agents(text, "ضبط") == ["قوات الشرطة"]


def test_who_announces_that_it_shot_something_down_did_so() -> None:
    text = "كما أعلن التحالف العربي إسقاط طائرة حوثية حاولت استهداف المطار."

    assert agents(text, "إسقاط طائرة") == ["التحالف العربي"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("وقع تفجير في السوق. وأعلن تنظيم داعش مسؤوليته عنه.", ["تنظيم داعش"]),
        ("وقع تفجير في السوق. ولم يعلن تنظيم داعش مسؤوليته عنه.", []),
        ("وقع تفجير في السوق، وأعلنت حركة الشباب مسؤوليتها عنه.", ["حركة الشباب"]),
    ],
)
def test_who_takes_it_upon_himself_afterwards(text: str, doers: list[str]) -> None:
    assert agents(text, "تفجير") == doers


def test_those_who_recover_the_dead_did_not_kill_them() -> None:
    assert agents("وتم انتشال جثث من قبل عناصر الدفاع المدني من تحت الأنقاض.", "جثث") == []


@pytest.mark.parametrize(
    ("text", "trigger", "suffered"),
    [
        # An alliance and many men are two parties.
        ("واتهم التحالف الحوثيين بقصف الميناء.", "اتهم", ["الحوثيين"]),
        # How often is no party.
        ("واستهدفت إسرائيل مرات عدة مواقع عسكرية في سوريا.", "استهدفت", ["مواقع عسكرية"]),
        # Hundreds are hit by bullets, they do not count them.
        ("وأدى ذلك إلى إصابة المئات برصاص الجيش الإسرائيلي.", "إصابة", ["المئات"]),
        # Who a man is stands between commas before his verb.
        ("وأعلنت الحركة أن نزار سالم، القيادي في كتائب القسام، قُتل في القصف.", "قُتل", ["نزار سالم"]),
        # Those whom the deed is meant to harm.
        ("وشنت القوات غارات عنيفة لاستهداف قيادات التنظيم.", "غارات", ["قيادات التنظيم"]),
        # To whom it is to be done.
        ("وهدد تنظيم داعش بإعدام ستة رهائن في المدينة.", "هدد", ["رهائن"]),
        # The title behind a name is not whom he blames.
        ("وأدان سامي الخطيب المتحدث باسم الحكومة تركيا بشدة.", "أدان", ["تركيا"]),
    ],
)
def test_whom_it_befell(text: str, trigger: str, suffered: list[str]) -> None:
    assert targets(text, trigger) == suffered


def test_an_ambush_is_laid_for_the_other_side() -> None:
    text = "وقال المسؤول إن الحوثيين نصبوا كمينا للقوات الحكومية قرب الطريق."

    assert (agents(text, "كمينا"), targets(text, "كمينا")) == (["الحوثيين"], ["للقوات الحكومية"])


def test_a_man_named_between_commas_is_who_calls() -> None:
    assert agents("ودعا رجل الدين العراقي، مقتدى الصدر، الخميس، إلى وقف القتال.", "دعا") == ["مقتدى الصدر"]


def weapons(text: str, trigger: str) -> list[str]:
    return [weapon.text for weapon in claim(text, trigger).weapons]


@pytest.mark.parametrize(
    ("text", "trigger", "used"),
    [
        # Shots that the deed itself tells of are no weapon beside it.
        ("وقتل جندي بالرصاص قرب الحاجز.", "قتل", []),
        ("وأصيب جندي برصاص قناص قرب الحاجز.", "أصيب", ["رصاص قناص"]),
        # What is intercepted is no weapon of those who intercept it.
        ("واعترضت قوات الدفاع الجوي صاروخا في سماء المدينة.", "اعترضت", []),
    ],
)
def test_with_what(text: str, trigger: str, used: list[str]) -> None:
    assert weapons(text, trigger) == used


def test_how_often_a_place_was_shelled_is_not_what_was_hit() -> None:
    assert targets("وتم قصف بلدة النيرب 14 مرة.", "قصف") == ["النيرب"]


@pytest.mark.parametrize(
    ("text", "doers", "helped"),
    [
        ("وأرسلت روسيا مئات المظليين إلى المطار دعما للجيش السوري.", ["روسيا"], ["للجيش السوري"]),
        ("وتتهم السعودية إيران بدعم الحوثيين بالسلاح.", ["إيران"], ["الحوثيين"]),
        ("وتشارك فصائل الحشد الشعبي في دعم القوات الأمنية.", ["فصائل الحشد الشعبي"], ["القوات الأمنية"]),
    ],
)
def test_whom_the_noun_of_help_names(text: str, doers: list[str], helped: list[str]) -> None:
    help_ = next(word for word in ("دعما", "دعم") if word in text)
    assert (agents(text, help_), targets(text, help_)) == (doers, helped)


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        ("ودارت مواجهات بين مسلحين موالين لزعيم حرب وقوات تابعة للحكومة.", "مواجهات", 2),
        ("واندلعت مواجهات بين عدد من المحتجين، المطالبين بالتنمية، وقوات الأمن في المدينة.", "مواجهات", 2),
        ("وأكد أن المقاومة قاتلت الميليشيات بشراسة.", "قاتلت", 2),
        ("ووقعت اشتباكات بين مجموعات مسلحة وأوقعت جرحى في العاصمة.", "اشتباكات", 1),
    ],
)
def test_how_many_sides_a_clash_has(text: str, trigger: str, sides: int) -> None:
    assert len(agents(text, trigger)) == sides


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        # Who is behind the words for what somebody takes him for.
        (
            "وأصيب شخص في هجوم شنه من يشتبه بأنهم عناصر من حزب العمال الكردستاني.",
            "هجوم",
            ["عناصر من حزب العمال الكردستاني"],
        ),
        ("وقتل جنديان في هجمات نسبت إلى حزب العمال الكردستاني.", "هجمات", ["حزب العمال الكردستاني"]),
        # A strike that only points back still says who killed.
        ("وقصف الطيران البلدة. هذا القصف الروسي المتواصل أسفر عن سقوط جرحى بين المدنيين.", "جرحى", ["الروسي"]),
        # Whose the rockets are with which it was done.
        ("وتجدد القصف بالصواريخ الإسرائيلية على مواقع في رفح.", "القصف", ["الإسرائيلية"]),
        # The side whose spokesman tells of its foes.
        ("وأعلن المتحدث باسم القوات المسلحة المصرية عن مقتل ثلاثين إرهابيا.", "مقتل", ["القوات المسلحة المصرية"]),
        ("كما قتل عشرة عناصر من ميليشيات الحوثي في البيضاء، وفق الجيش.", "قتل", ["الجيش"]),
    ],
)
def test_who_is_told_to_have_done_it(text: str, trigger: str, doers: list[str]) -> None:
    assert agents(text, trigger) == doers
