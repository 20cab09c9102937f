"""Who did it to whom, where the clause says it in a roundabout way or leaves it to what was told before."""

from __future__ import annotations

import pytest

from tests.claims.test_claims import claims, words


def parties(text: str, trigger: str) -> tuple[list[str], list[str]]:
    """Agents and targets of the first claim whose trigger holds these letters."""
    claim = next(claim for claim in claims(text) if trigger in claim.trigger.text)
    return words(claim.agents), words(claim.targets)


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        (
            "قتل شخص في هجوم شنه عليه أمس مسلحون مجهولون قرب مدينة كركوك.",
            "هجوم",
            ["مسلحون مجهولون"],
            [],
        ),
        (
            "تصدت القوات للهجوم الذي نفذه الحوثيون على مقر اللواء في مدينة تعز.",
            "هجوم",
            ["الحوثيون"],
            ["مقر اللواء"],
        ),
        ("شنت إسرائيل غارات، هي الأعنف منذ شهر، على مواقع للجيش في ريف حماة.", "غارات", ["إسرائيل"], ["مواقع للجيش"]),
        ("أصيب ثلاثة مدنيين بقصف صاروخي مصدره مواقع النظام في ريف إدلب.", "قصف", ["النظام"], []),
        ("قتل طفل جراء قصف مدفعي من مواقع ميليشيا قسد في ريف حلب.", "قصف", ["ميليشيا قسد"], []),
        ("قتل عنصران في غارات يرجح أنها أمريكية على مدينة البوكمال.", "غارات", ["أمريكية"], ["البوكمال"]),
        ("سقطت قذائف أطلقها الجيش اليمني على حقول زراعية في محافظة تعز.", "سقطت", ["الجيش اليمني"], ["حقول زراعية"]),
    ],
)
def test_parties_behind_the_description_of_a_deed(
    text: str, trigger: str, agents: list[str], targets: list[str]
) -> None:
    assert parties(text, trigger) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("اعتقلت الشرطة المستوطنين المتطرفين في مدينة الخليل.", "اعتقلت", ["المستوطنين المتطرفين"]),
        ("قالت الشرطة إن شخصين آخرين قتلا في غارة جوية قرب مدينة إدلب.", "قتلا", ["شخصين آخرين"]),
        ("خطف مسلحون ثلاثة رفاق من المجاهدين في مدينة درعا.", "خطف", ["رفاق من المجاهدين"]),
    ],
)
def test_a_word_for_people_that_agrees_with_the_one_before_describes_it(
    text: str, trigger: str, targets: list[str]
) -> None:
    assert parties(text, trigger)[1] == targets


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("قتل عشرون مدنياً بعد قيام قوات النظام بشن هجوم على بلدة اللطامنة.", "هجوم", ["قوات النظام"]),
        ("وكان تنظيم داعش قد نفذ في الشهر الماضي سلسلة هجمات على مدينة السويداء.", "هجمات", ["تنظيم داعش"]),
        ("أصيب سائق بانفجار لغم أرضي زرعه الحوثيون قرب مدينة تعز.", "انفجار", ["الحوثيون"]),
        ("اتهمت الحكومة حركة الشباب بتفجير شاحنة في مدينة مقديشو.", "تفجير", ["حركة الشباب"]),
        (
            "سيطرت قوات سوريا الديمقراطية على مدينة هجين عقب مواجهات أسفرت عن مقتل 26 من داعش.",
            "مقتل",
            ["قوات سوريا الديمقراطية"],
        ),
        ("اعتقلت قوة أمنية عصابة من أربعة أشخاص في مدينة بغداد.", "اعتقلت", ["قوة أمنية"]),
    ],
)
def test_agents_of_nouns_carried_by_other_words(text: str, trigger: str, agents: list[str]) -> None:
    assert parties(text, trigger)[0] == agents


def test_who_fell_in_a_clash_was_killed_by_the_other_side() -> None:
    text = "اندلعت معارك بين الجيش اليمني والحوثيين في مدينة تعز.\nوأسفرت المعارك عن مقتل تسعة من الحوثيين."
    assert parties(text, "مقتل")[0] == ["الجيش اليمني"]


def test_what_is_recalled_from_another_day_does_not_take_the_agent_of_the_news() -> None:
    text = "قصفت قوات النظام مدينة إدلب اليوم.\nوفي مطلع مايو قتل جندي في هجوم في مدينة مقديشو."
    assert parties(text, "قتل")[0] == []


def test_a_blast_is_not_laid_to_those_who_did_something_else() -> None:
    text = "داهمت قوات الأمن منزلاً في مدينة كركوك.\nوانفجرت عبوة ناسفة في المدينة."
    assert parties(text, "انفجرت")[0] == []


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("اغتيل عزيز نعمان بتفجير عبوة ناسفة استهدف سيارته في مدينة حماة.", "تفجير", ["سيارته"]),
        ("تصدت القوات لهجمات يشنها تنظيم داعش في مدينة هجين.", "تصدت", ["تنظيم داعش"]),
        ("خرج المقاتلون لتطهير القرى من ميليشيات الحوثي.", "تطهير", ["ميليشيات الحوثي"]),
        ("قالت الشرطة إن أربعة جنود، لم تعرف أسماؤهم، قتلوا في قصف على مدينة درعا.", "قتلوا", ["جنود"]),
        ("أصيب مدني برصاص قناص في مدينة تعز.", "رصاص", ["مدني"]),
        ("أدى القصف إلى دمار كبير في ممتلكات السكان في مدينة إدلب.", "دمار", ["ممتلكات السكان"]),
        ("قتل سبعون عنصراً على الأقل من الفرقة الرابعة في مدينة درعا.", "قتل", ["عنصراً على الأقل من الفرقة الرابعة"]),
        ("استهدفت حركة الشباب، ذراع تنظيم القاعدة، مواقع حساسة في مدينة مقديشو.", "استهدفت", ["مواقع حساسة"]),
        ("اغتال مسلحون عزيز نعمان، مدير مركز البحوث، في مدينة حماة.", "اغتال", ["عزيز نعمان"]),
        (
            "أدت الغارة إلى مقتل كل من: نبيل نعمان، وسليمان نعمان في مدينة السويداء.",
            "مقتل",
            ["نبيل نعمان", "سليمان نعمان"],
        ),
    ],
)
def test_targets_are_whom_it_was_aimed_at_or_befell(text: str, trigger: str, targets: list[str]) -> None:
    assert parties(text, trigger)[1] == targets


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("قالت الوكالة إن وسائط الدفاع الجوي تصدت لعدوان إسرائيلي في ريف دمشق.", "تصدت", ["وسائط الدفاع الجوي"]),
        ("استهدفت مدفعية النظام حقولاً زراعية في مدينة دوما.", "استهدفت", ["النظام"]),
        ("كان مسلحون يشنون هجمات على الشرطة في مدينة العريش.", "هجمات", ["مسلحون"]),
    ],
)
def test_agents_named_by_words_no_list_knows(text: str, trigger: str, agents: list[str]) -> None:
    assert parties(text, trigger)[0] == agents


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        (
            "وكانت جبهة النصرة خطفت ثمانية جنود من الفرقة الرابعة قرب مدينة درعا.",
            "خطفت",
            ["جبهة النصرة"],
            ["جنود من الفرقة الرابعة"],
        ),
        ("بدأت القوات مطاردة المسلحين في مدينة سرت.", "مطاردة", ["القوات"], ["المسلحين"]),
        (
            "قتل تسعة مدنيين في ضربة للطيران العراقي أو للتحالف الدولي في ريف دير الزور.",
            "ضربة",
            ["للطيران العراقي", "للتحالف الدولي"],
            [],
        ),
        ("قتل سبعون شخصاً من «التكفيريين» في مدينة العريش.", "قتل", [], ["شخصاً من «التكفيريين"]),
    ],
)
def test_subjects_objects_and_alternatives(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    assert parties(text, trigger) == (agents, targets)


def test_a_group_word_with_a_word_of_blame_is_the_group_named_before() -> None:
    text = "هاجم تنظيم داعش بلدة هجين.\nوشن التنظيم المتطرف هجوماً على مدينة البوكمال."
    assert parties(text, "هجوماً")[0] == ["تنظيم داعش"]


def test_a_pronoun_between_the_sides_of_a_clash_is_who_acted_before() -> None:
    text = "هاجمت جبهة النصرة مقراً للفرقة الرابعة ووقعت اشتباكات بينها وبين عناصر الشرطة في مدينة إدلب."
    assert parties(text, "اشتباكات")[0] == ["جبهة النصرة", "عناصر الشرطة"]


def test_a_death_told_as_the_occasion_of_a_deed_is_not_its_result() -> None:
    text = "قصفت قوات النظام مدينة إدلب اليوم بعد يوم من مقتل خمسة مدنيين في المدينة."
    assert parties(text, "مقتل")[0] == []


def test_dead_of_both_sides_have_no_one_killer() -> None:
    text = "هاجم الحوثيون مدينة تعز وقتل عشرات المقاتلين من الطرفين."
    assert parties(text, "قتل")[0] == []


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        ("أطلق الحراس النار على متظاهر في مدينة البصرة.", "أطلق", ["الحراس"], ["متظاهر"]),
        ("قتل طفل في قصف إسرائيلي على مدينة غزة.", "قصف", ["إسرائيلي"], ["غزة"]),
        ("تعرضت مدينة إدلب لقصف صاروخي ومدفعي عنيف.", "قصف صاروخي", [], ["إدلب"]),
        ("اندلعت معارك في مدينة تعز وأدى قصفهم الممنهج على المدارس إلى دمار.", "قصفهم", [], ["المدارس"]),
        ("دارت اشتباكات بين #الجيش_اليمني و #الحوثيين في مدينة تعز.", "اشتباكات", ["الجيش_اليمني", "الحوثيين"], []),
        ("اتهمت المعارضة روسيا باستهداف المستشفيات في مدينة إدلب.", "استهداف", ["روسيا"], ["المستشفيات"]),
        ("فجر انتحاري يرتدي حزاماً ناسفاً نفسه في مدينة كابول.", "فجر", ["انتحاري"], []),
    ],
)
def test_what_is_no_part_of_a_party(text: str, trigger: str, agents: list[str], targets: list[str]) -> None:
    assert parties(text, trigger) == (agents, targets)


def test_the_two_sides_are_those_told_before() -> None:
    text = "دارت معارك بين الجيش اليمني والحوثيين في مدينة تعز.\nثم تجددت الاشتباكات بين الطرفين في مدينة المخا."
    assert parties(text, "الاشتباكات")[0] == ["الجيش اليمني", "الحوثيين"]


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("أعلنت حركة الشباب استهداف قاعدة عسكرية في مدينة كيسمايو.", "استهداف", ["حركة الشباب"]),
        (
            "ارتفعت حصيلة الغارات المنسوبة لسلاح الجو الأردني على ريف السويداء إلى عشرة قتلى.",
            "الغارات",
            ["الأردني"],
        ),
        ("قتل عشرة مدنيين في غارات يرجح أنها لطائرات حربية أردنية في ريف السويداء.", "غارات", ["أردنية"]),
    ],
)
def test_agents_by_announcement_and_by_ascription(text: str, trigger: str, agents: list[str]) -> None:
    assert parties(text, trigger)[0] == agents


def test_old_news_told_on_its_own_day_keeps_its_agent() -> None:
    text = "قصفت القوات الإسرائيلية مدينة حمص الأحد 1 يوليو 2018.\nوأدى القصف إلى مقتل ستة مدنيين في المدينة."
    assert parties(text, "مقتل")[0] == ["القوات الإسرائيلية"]


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("حاول مئات المحتجين الوصول إلى مقر الحكومة في مدينة عمان.", "المحتجين", ["المحتجين"]),
        ("وقع انفجار قوي في مدينة الحسكة.", "انفجار", []),
        ("أعلن ناشطون مواصلة الاعتصام رفضاً للقانون في مدينة عمان.", "رفضاً", ["ناشطون"]),
    ],
)
def test_agents_are_neither_deeds_nor_adjectives(text: str, trigger: str, agents: list[str]) -> None:
    assert parties(text, trigger)[0] == agents


def test_an_article_by_itself_ends_a_phrase_or_goes_on_with_it() -> None:
    assert parties("قتل ثلاثة من المسلحين ال في مدينة درعا.", "قتل")[0] == []


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("قال تنظيم داعش إن مقاتليه هاجموا مبنيين في بلدة مارع.", "هاجموا", ["تنظيم داعش"]),
        ("اعترفت حركة الشباب بأن مسلحيها قتلوا ثلاثة جنود في مدينة كيسمايو.", "قتلوا", ["حركة الشباب"]),
    ],
)
def test_fighters_with_a_pronoun_act_for_the_side_named_before(text: str, trigger: str, agents: list[str]) -> None:
    assert parties(text, trigger)[0] == agents


def test_someone_with_the_article_leads_an_attack() -> None:
    assert parties("قالت المقاومة إن البطلة قادت هجوماً على مواقع الحوثيين في مدينة تعز.", "هجوماً")[0] == ["البطلة"]
