"""Whose deed it is where the clause names the doer behind a preposition, beside another, or not at all."""

from __future__ import annotations

import pytest

from tests.claims.test_claims import claims, words


def agents_of(text: str, trigger: str) -> list[str]:
    """Agents of the last claim whose trigger holds these letters."""
    return words([claim for claim in claims(text) if trigger in claim.trigger.text][-1].agents)


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("قتل جنديان أمس في هجوم لتنظيم داعش على نقطة تفتيش قرب مدينة كركوك.", "هجوم", ["تنظيم داعش"]),
        ("شهدت القرية انتشاراً واسعاً لعناصر الفرقة الرابعة في ريف درعا.", "انتشار", ["عناصر الفرقة الرابعة"]),
        ("وصلت تعزيزات عسكرية لقوات سوريا الديمقراطية إلى مدينة الرقة.", "تعزيزات", ["قوات سوريا الديمقراطية"]),
        ("استقدمت فصائل المعارضة تعزيزات إلى بلدة مارع شمال حلب.", "تعزيزات", ["فصائل المعارضة"]),
        ("يذكر أن إسرائيل تشن عشرات الغارات في سوريا كل عام.", "الغارات", ["إسرائيل"]),
        ("تعرضت البلدة لقصف مكثف من جانب القوات الحكومية والروسية.", "قصف", ["القوات الحكومية", "الروسية"]),
    ],
)
def test_the_side_behind_the_word_for_a_deed(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("اقتحم الجيش العراقي برفقة قوات البيشمركة قرية حدودية.", "اقتحم", ["الجيش العراقي", "قوات البيشمركة"]),
        (
            "قال شهود إن قوات النظام بالتنسيق مع حزب الله، شنت هجوماً على بلدة كفريا وأسفر الهجوم عن مقتل سبعة مدنيين.",
            "مقتل",
            ["قوات النظام", "حزب الله"],
        ),
        (
            "تعرضت البلدة أمس لقصف قوات النظام وميليشياتها.",
            "قصف",
            ["قوات النظام", "ميليشياتها"],
        ),
        (
            "اندلعت اشتباكات بين قوات تابعة لحكومة الوفاق ومسلحي الشباب في مدينة الزاوية.",
            "اشتباكات",
            ["قوات تابعة لحكومة الوفاق", "مسلحي الشباب"],
        ),
        (
            "اندلعت اشتباكات بين «أحرار الشام» و «فيلق الرحمن» في بلدة حزة.",
            "اشتباكات",
            ["أحرار الشام", "فيلق الرحمن"],
        ),
        (
            "شهدت إدلب اقتتالاً بين هيئة تحرير الشام من جهة، وحركة أحرار الشام وفصائل متحالفة معها من جهة ثانية.",
            "اقتتال",
            ["هيئة تحرير الشام", "حركة أحرار الشام", "فصائل متحالفة معها"],
        ),
        (
            "قال المرصد إن الجيش السوري والفصيل المتحالف معه استعادا السيطرة على قرى في ريف حماة.",
            "السيطرة",
            ["الجيش السوري", "الفصيل المتحالف معه"],
        ),
    ],
)
def test_doers_together(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


def test_two_groups_are_the_sides_told_before() -> None:
    text = "اندلعت اشتباكات بين أحرار الشام وفيلق الرحمن في بلدة حزة. واستمرت المعارك بين الفصيلين في عربين حتى الفجر."
    assert agents_of(text, "المعارك") == ["أحرار الشام", "فيلق الرحمن"]


def test_two_that_nobody_named_are_nobody() -> None:
    assert agents_of("اندلعت اشتباكات بين الطرفين في بلدة حزة بريف دمشق.", "اشتباكات") == []


def test_who_fell_in_an_attack_beaten_off_fell_to_those_who_held_out() -> None:
    text = "صدت قوات الجيش، فجر اليوم، هجوماً للحوثيين على مواقعها غرب تعز، ما أدى إلى مقتل عشرين منهم."
    assert agents_of(text, "مقتل") == ["قوات الجيش"]


def test_a_blast_by_nobody_is_not_the_deed_of_who_did_another() -> None:
    text = "قتل تسعة مدنيين بانفجار عبوة ناسفة خلال تشييع جنود قضوا في هجوم لتنظيم داعش قرب مدينة بعقوبة."
    assert words(claims(text)[0].agents) == []


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("وعمد الجيش إلى قصف قرية الشيخ تميم بالمدفعية.", "قصف", ["الجيش"]),
        ("ونجحت فصائل المعارضة في صد هجوم على بلدة معردس.", "صد", ["فصائل المعارضة"]),
        ("وفشلت قوات النظام في اقتحام بلدة اللطامنة.", "اقتحام", ["قوات النظام"]),
    ],
)
def test_who_sets_about_a_deed_or_fails_at_it(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of("قتل مدنيان في ريف حماة أمس. " + text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "قتل مستوطنون شاباً في نابلس. وعبر وزير الخارجية خالد سمير عن استنكار بلاده لهذا العمل. "
            "وطالب المجتمع الدولي بحماية المدنيين.",
            "طالب",
            ["وزير الخارجية خالد سمير"],
        ),
        ("قصفت قوات النظام بلدة دوما. تقرير دولي يدعو قادة العالم إلى حماية المدنيين.", "يدعو", ["تقرير دولي"]),
        (
            "قتل ستة في تفجير في بنغازي. ولكن مسؤولاً ليبياً اتهم خلايا نائمة بتنفيذ الهجوم.",
            "اتهم",
            ["مسؤولاً ليبياً"],
        ),
    ],
)
def test_who_speaks_is_who_spoke_last(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


def test_another_who_was_hit_is_no_adjective() -> None:
    hit = claims("أدى القصف أمس إلى مقتل مدني وإصابة آخر في حلب.")[-1]
    assert (hit.type, words(hit.targets), hit.count and hit.count.low) == ("wounded", ["آخر"], 1)


def test_who_held_out_did_not_hit_the_next() -> None:
    text = (
        "شنت طائرات إسرائيلية غارات على مطار المزة. وتصدت دفاعات الجيش السوري للصواريخ وأسقطت معظمها. "
        "وأشارت الوكالة إلى أن مدنيين اثنين قتلا."
    )
    assert agents_of(text, "قتلا") == ["إسرائيلية"]


def test_the_latter_is_who_was_named_last() -> None:
    text = "هاجمت أحرار الشام مواقع هيئة تحرير الشام في إدلب، إلى جانب استقدام الأخيرة تعزيزات كبيرة."
    assert agents_of(text, "تعزيزات") == ["هيئة تحرير الشام"]


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        (
            "أدى القصف إلى مقتل عنصرين من قوات النظام، ليرتفع بذلك عدد القتلى إلى أربعة في ريف حلب.",
            "مقتل",
            ["عنصرين من قوات النظام"],
        ),
        ("شهدت مدينة إدلب قصفاً مكثفاً، على الرغم من سريان الهدنة.", "قصف", []),
    ],
)
def test_what_looks_like_a_phrase_is_nobody(text: str, trigger: str, targets: list[str]) -> None:
    claim = next(claim for claim in claims(text) if trigger in claim.trigger.text)
    assert [target for target in words(claim.targets) if target != "إدلب"] == targets


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "قتل أربعة أطفال بانفجار لغم من مخلفات تنظيم داعش في بلدة تل حميس.",
            "انفجار",
            ["تنظيم داعش"],
        ),
        ("قتل جنديان في سيناء. ماليزيا تعتقل مسلحين على صلة بالهجوم.", "تعتقل", ["ماليزيا"]),
        (
            "شنت إسرائيل غارات جوية استهدفت مواقع تابعة للنظام السوري والميليشيات الإيرانية في مدينة تدمر بريف حمص.",
            "غارات",
            ["إسرائيل"],
        ),
    ],
)
def test_what_was_left_behind_states_and_owners(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


def test_a_town_that_is_written_like_a_verb_destroys_nothing() -> None:
    found = claims("شنت إسرائيل غارات جوية استهدفت مواقع تابعة للنظام السوري في مدينة تدمر بريف حمص.")
    assert [claim.type for claim in found] == ["airstrike"]


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "قتل مزارع وأصيب آخرون أمس برصاص قوات الحدود وعناصر الحشد الشعبي قرب بلدة القائم.",
            "برصاص",
            ["قوات الحدود", "عناصر الحشد الشعبي"],
        ),
        (
            "قتل مزارع وأصيب آخرون أمس برصاص قوات الحدود وعناصر الحشد الشعبي قرب بلدة القائم.",
            "قتل",
            ["قوات الحدود", "عناصر الحشد الشعبي"],
        ),
        (
            "قتل عشرة عناصر من الميليشيات خلال تصدي فصائل المعارضة لمحاولة تقدم في ريف حلب.",
            "تصدي",
            ["فصائل المعارضة"],
        ),
        (
            "قتل عشرة عناصر من الميليشيات خلال تصدي فصائل المعارضة لمحاولة تقدم في ريف حلب.",
            "قتل",
            ["فصائل المعارضة"],
        ),
    ],
)
def test_the_side_whose_bullets_they_were_and_who_held_out(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "دخلت قوات الأمن إلى المبنى أمس واشتبكت مع المهاجمين قرب مدينة الموصل.",
            "اشتبكت",
            ["قوات الأمن", "المهاجمين"],
        ),
        (
            "اقتحم الجيش الإسرائيلي المخيم أمس ما أدى إلى اندلاع مواجهات مع الشبان الفلسطينيين.",
            "مواجهات",
            ["الجيش الإسرائيلي", "الشبان الفلسطينيين"],
        ),
        (
            "قال شيخ محلي إن قتالاً اندلع الأربعاء الماضي بين قوات الأمن ومسلحين قرب البلدة.",
            "قتال",
            ["قوات الأمن", "مسلحين"],
        ),
        (
            "قتل ثلاثة جنود من الجيش العراقي في اشتباكات مع مسلحي تنظيم داعش غرب الموصل.",
            "اشتباكات",
            ["الجيش العراقي", "مسلحي تنظيم داعش"],
        ),
    ],
)
def test_both_sides_of_a_clash_that_names_one_behind_with(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


def test_a_verb_behind_a_relative_clause_has_its_subject_before_it() -> None:
    text = "قال مصدر إن القوة المسلحة الجديدة التي دربها الجيش الأمريكي هاجمت مقراً لتنظيم داعش شرق الرقة أمس."
    assert agents_of(text, "هاجمت") == ["القوة المسلحة الجديدة"]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("أصيب مدنيون أمس جراء قصف مدفعي مصدره قوات النظام وروسيا على بلدة مارع شمال حلب.", ["قوات النظام", "روسيا"]),
        (
            "أصيب راع أمس جراء قصف صاروخي مصدره المناطق التي تسيطر عليها قوات النظام وميليشيا حزب الله شمال حلب.",
            ["قوات النظام", "ميليشيا حزب الله"],
        ),
    ],
)
def test_shells_came_from_all_the_sides_named_as_their_source(text: str, agents: list[str]) -> None:
    assert agents_of(text, "قصف") == agents


def targets_of(text: str, trigger: str) -> list[str]:
    """Targets of the last claim whose trigger holds these letters."""
    return words([claim for claim in claims(text) if trigger in claim.trigger.text][-1].targets)


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        (
            "نفذ الجيش الإسرائيلي أمس عدواناً جوياً برشقات من الصواريخ مستهدفاً بعض النقاط في ريف حمص.",
            "عدوان",
            ["النقاط"],
        ),
        (
            "جددت الطائرات الروسية غاراتها على شمال غربي سوريا مستهدفة مدجنة قرب مدينة إدلب.",
            "غارات",
            ["مدجنة"],
        ),
    ],
)
def test_what_a_strike_aimed_at_is_more_exact_than_the_place(text: str, trigger: str, targets: list[str]) -> None:
    assert targets_of(text, trigger) == targets


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "أقر التحالف الدولي أمس بمقتل تسعة مدنيين في ضربات جوية قرب مدينة الرقة.",
            "مقتل",
            ["التحالف الدولي"],
        ),
        (
            "أقر التحالف الدولي أمس بمقتل تسعة مدنيين في ضربات جوية قرب مدينة الرقة.",
            "ضربات",
            ["التحالف الدولي"],
        ),
        ("اعترف الجيش الإسرائيلي أمس بمقتل ثلاثة من جنوده في كمين شرق غزة.", "مقتل", []),
    ],
)
def test_who_admits_that_civilians_were_killed_did_it(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "نفذت القوات الأمريكية أمس ضربات جوية وصاروخية مكثفة استهدفت مخازن أسلحة في البادية.",
            "ضربات",
            ["القوات الأمريكية"],
        ),
        ("كثف الجيش التركي ومرتزقته قصفهم الهمجي لقرى منبج أمس.", "قصف", ["الجيش التركي", "مرتزقته"]),
        ("قتلت امرأة أمس جراء انفجار مجهول بسيارة عسكرية في مدينة عفرين.", "انفجار", []),
        ("جددت الطائرات الحربية الروسية غاراتها على بلدة كنصفرة أمس.", "غارات", ["الطائرات الحربية الروسية"]),
        (
            "شن المستوطنون مئة اعتداء وهجوماً إرهابياً خارجاً عن القانون ضد المدنيين قرب نابلس أمس.",
            "اعتداء",
            ["المستوطنون"],
        ),
        ("شنت فرنسا أول غارات جوية لدعم قوات المعارضة شرق حلب أمس.", "غارات", ["فرنسا"]),
    ],
)
def test_what_only_describes_a_deed_did_not_do_it(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        (
            "اندلعت أمس مواجهات مع الشبان الغاضبين قرب بلدة حوارة، أصيب 7 منهم بجروح.",
            "أصيب",
            ["الشبان الغاضبين"],
        ),
        ("أصيب ثلاثة جنود إسرائيليين، إصابة اثنين منهم خطيرة، في هجوم قرب نابلس أمس.", "أصيب", ["جنود إسرائيليين"]),
        (
            "ذكرت القناة أن فلسطينياً هاجم بشاحنته مجموعة من الجنود قرب المستوطنة القريبة من القدس أمس.",
            "هاجم",
            ["الجنود"],
        ),
    ],
)
def test_a_number_of_them_and_what_stands_behind_a_word_with_its_pronoun(
    text: str, trigger: str, targets: list[str]
) -> None:
    assert targets_of(text, trigger) == targets


def test_a_word_with_her_between_a_noun_and_a_side_is_the_verb_of_that_side() -> None:
    text = "وقال مصدر أمني إن المعركة أدارتها قوات مكافحة الإرهاب قرب بلدة سنورس أمس. وقتل 6 من المسلحين."
    assert agents_of(text, "المعركة") == ["قوات مكافحة الإرهاب"]


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "قصفت قوات النظام أمس بلدات كنصفرة والبارة جنوب إدلب. وأسفر القصف عن مقتل امرأة في قرية معربليت.",
            "مقتل",
            ["قوات النظام"],
        ),
        (
            "هاجم الجيش التركي قسد أمس في بلدة تل رفعت. وفي ريف الرقة قتل عنصران من قسد.",
            "قتل",
            ["الجيش التركي"],
        ),
        (
            "قصفت قوات النظام أمس بلدة كنصفرة جنوب إدلب. وسقطت قذيفة على منزل في البلدة.",
            "سقطت",
            [],
        ),
    ],
)
def test_whose_the_deeds_told_next_are(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "قصف الاحتلال التركي أمس قرية الدندنية. كما قصفت طائرة مسيرة تابعة للاحتلال منزلاً في القرية.",
            "قصفت",
            ["الاحتلال التركي"],
        ),
        ("تعرضت القرية أمس لغارات من طائرات حربية تابعة لقوات النظام شرق الرقة.", "غارات", ["قوات النظام"]),
        (
            "قتل مدنيان أمس نتيجة استهداف محطة مياه غرب إدلب من قبل طائرات يتوقع أنها روسية.",
            "استهداف",
            ["روسية"],
        ),
    ],
)
def test_whose_aircraft_they_were(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents
