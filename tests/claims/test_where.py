"""Which words of a sentence are the places of its claims."""

from __future__ import annotations

from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report


@cache
def rules() -> Knowledge:
    return pipeline.load_knowledge(with_ranker=False)


def places(text: str, kind: str) -> list[str]:
    """The places of the last claim of a type."""
    claims = [claim for claim in pipeline.read(Report("sample", text), rules()).claims if claim.type == kind]
    return [place.text for place in claims[-1].places]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("انفجرت سيارة مفخخة قرب فندق النخيل في مدينة بنغازي.", "bombing", ["فندق النخيل"]),
        ("أصيب ستة أشخاص بانفجار خارج مبنى البرلمان في العاصمة بغداد.", "wounded", ["مبنى البرلمان"]),
        ("قتل 3 جنود في مدينة مارع التي تبعد 20 كيلومتراً عن الحدود مع تركيا.", "killed", ["مارع"]),
        ("انفجرت عبوة ناسفة في مدينة وادعان على بعد 70 كلم شمالي مقديشو.", "bombing", ["وادعان"]),
        ("قتل جندي في بلدة مصياف جنوبي غرب محافظة حماة، بتفجير عبوة ناسفة.", "bombing", ["مصياف"]),
        (
            "قصفت قوات النظام مواقع للفصائل في قرى كنصفرة والبشارية وسفوهن جنوبي إدلب.",
            "shelling",
            ["كنصفرة", "البشارية", "سفوهن"],
        ),
        (
            "استهدفت قوات النظام بالمدفعية قرية كفرتعال في الريف الغربي، وقريتي معربليت ومجدليا في الريف الجنوبي.",
            "shelling",
            ["كفرتعال", "معربليت", "مجدليا"],
        ),
        ("قتل 3 أشخاص بقصف استهدف منزلاً في حيّ المكتبة في بلدة الشحيل.", "killed", ["المكتبة"]),
        ("قتل جنديان بهجوم في قرية حسن عامري شمال أربيل.", "killed", ["حسن عامري"]),
        ("قتل مدنيان في بلدة سراقب من عائلة نازحة من ريف دير الزور بغارة جوية.", "killed", ["سراقب"]),
        ("أصيب مدني في قصف على بلدة سراقب، وهو يتلقى العلاج في مستشفى باب الهوى.", "wounded", ["سراقب"]),
        ("قصفت المسيرات مواقع بشمال وشرق سوريا فقتل أربعة مقاتلين.", "killed", ["شمال وشرق سوريا"]),
        ("نفذت الطائرات ضربات من اتجاه شمال بيروت على نقاط في المنطقة الوسطى.", "airstrike", ["المنطقة الوسطى"]),
        ("قصفت القوات قرية تل مرجان ونقاطا في محيطها بالمدفعية.", "shelling", ["تل مرجان"]),
        ("قتل جندي في بلدة سراقب رغم محادثات أستانة واتفاق سوتشي.", "killed", ["سراقب"]),
        ("انفجرت عبوة في منطقة سوق حمدان، ضمن قاطع مدينة الصدر.", "bombing", ["سوق حمدان"]),
        ("قتل سوري بانفجار قنبلة في قرية ينبا بمنطقة راشيا شرقي لبنان.", "killed", ["ينبا"]),
        (
            "استهدفت القوات قرية سراقب في ريف إدلب وأطراف مدينة بنش بقذائف أسفرت عن مقتل امرأة.",
            "killed",
            ["سراقب", "أطراف مدينة بنش"],
        ),
        ("قتل جنديان في قرية «علي حسان» في جبهة صرواح.", "killed", ["علي حسان"]),
        ("قصفت القوات المتمركزة في بلدة صوران مدينة كفرزيتا بالمدفعية.", "shelling", ["كفرزيتا"]),
        ("قصفت الطائرات القوات المتمركزة في بلدة صوران.", "airstrike", ["صوران"]),
        ("ارتفعت حصيلة القصف على سراقب بعد أن توفي جريح متأثراً بإصابته في أحد مشافي إدلب.", "killed", ["سراقب"]),
        ("سيطر الجيش على قرية الوادي ومحيطها في ريف حماة بعد معارك قضى خلالها جنديان.", "clash", ["الوادي"]),
        ("تشن الطائرات غارات متكررة في سوريا والعراق.", "airstrike", ["سوريا", "العراق"]),
        ("أصيب شرطي بانفجار في منطقة مسعرد في منطقة شبرا الخيمة.", "wounded", ["مسعرد"]),
        ("تشن إسرائيل غارات متكررة في سوريا على مواقع للفصائل.", "airstrike", ["سوريا"]),
        ("فتح مسلحون النار على حافلة في حي زرداله التجاري في ضواحي أربيل.", "shooting", ["زرداله"]),
        ("ألقى مسلحون قنبلة في قرية سراقب الصغيرة القريبة من بنش فأدت إلى مقتل 3 أشخاص.", "killed", ["سراقب"]),
        ("هاجم مسلحون حاجزا في مخيم النخيل قرب بعقوبة، ما أدى إلى مقتل 3 جنود.", "killed", ["مخيم النخيل"]),
        ("شنت الطائرات غارات على مواقع للفصائل في مأرب وإب، وفق السكان.", "airstrike", ["مأرب", "إب"]),
        (
            "قصفت المدفعية منطقة جبل النخيل وزردوقين جنوب إدلب.",
            "shelling",
            ["جبل النخيل", "زردوقين"],
        ),
        (
            "استهدفت الطائرات بالصواريخ مواقع للفصائل في محافظة دير الزور وفي مدينة الميادين، بحسب السكان.",
            "airstrike",
            ["دير الزور", "الميادين"],
        ),
        ("قتل جندي في مدينة السويس التي تقع شرق القاهرة، وأصيب آخر.", "wounded", ["السويس"]),
        ("قتل 25 مقاتلاً في الهجوم على مارع.", "killed", ["مارع"]),
        ("أسفرت الضربات الإسرائيلية على سوريا عن مقتل 11 شخصاً.", "killed", ["سوريا"]),
        ("شنت الطائرات غارات على مواقع للفصائل في مختلف أنحاء الصومال.", "airstrike", ["الصومال"]),
        (
            "دمرت الصواريخ مستودعاً تابعاً لـ”حزب الله” اللبناني في مطار الضبعة العسكري بريف حمص”.",
            "property_damage",
            ["مطار الضبعة العسكري"],
        ),
        ("اعتدى مسلحون على كامل أفراد الدورية، ثم قتل جندي في مدينة سراقب.", "killed", ["سراقب"]),
        ("قتل جندي بانفجار لغم في إقليم بيت شباب.", "killed", ["إقليم بيت شباب"]),
        ("أصيب 3 أشخاص بانفجار عبوة في ميدان المحكمة بمدينة أسيوط.", "wounded", ["ميدان المحكمة"]),
        ("قتل مسلحان كانا في منزل بطريق المعمرات في محيط مدينة بنقردان.", "killed", ["طريق المعمرات"]),
        (
            "استهدفت الطائرات بالصواريخ الطريق الواصل بين مدينة إدلب وقرية سرمين، ما أدى إلى مقتل 3 أشخاص.",
            "killed",
            ["الطريق الواصل"],
        ),
        ("قتل 3 أشخاص في مدينة سراقب عن طريق الخطأ.", "killed", ["سراقب"]),
        (
            "قصفت المدفعية أطراف بلدة البارة.\nوأمس عاشت إدلب ليلة قاسية قتل فيها 4 مدنيين في قصف على المدينة.",
            "shelling",
            ["إدلب"],
        ),
        (
            "انفجرت سيارة في مدينة درنة شرق ليبيا، وكثف المسلحون هجماتهم لاستعادة تلك المدينة الساحلية.",
            "control_gain",
            ["درنة"],
        ),
        ("وفي بغداد قتل أربعة أشخاص وجرح 14 آخرون في انفجارات خارج المنطقة الخضراء.", "killed", ["المنطقة الخضراء"]),
        (
            "شنت الطائرات غارات على مقرات في محافظة إدلب، مما أسفر عن مقتل 3 أشخاص قبل ساعات من قمة في طهران.",
            "killed",
            ["إدلب"],
        ),
        ("نفذت الطائرات غارة على مقر للفصائل قرب مزاد الأغنام القديم.", "airstrike", ["مزاد الأغنام القديم"]),
        (
            "قصفت القوات قرية كفرتعال بالمدفعية، وأصيب 3 أشخاص نقلوا إلى مشفى مدينة الأتارب.",
            "wounded",
            ["كفرتعال"],
        ),
    ],
)
def test_places_are_the_most_specific_ones_with_what_is_added_to_them(
    text: str, kind: str, expected: list[str]
) -> None:
    assert places(text, kind) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قتل 5 جنود في إطار حملة عسكرية واسعة.",
        "قتل 5 جنود بطائرة من طراز حديث.",
        "قتل 5 جنود بعبوة ناسفة محلية الصنع.",
        "أطلق الجنود النار وفق قواعد الاشتباك، ما أدى إلى مقتل 5 أشخاص.",
        "اعتقلت الشرطة منفذ الهجوم بعد مقتل 5 أشخاص.",
    ],
)
def test_words_that_only_look_like_places_are_none(text: str) -> None:
    assert all(not claim.places for claim in pipeline.read(Report("sample", text), rules()).claims)


def test_the_same_area_is_the_place_named_last() -> None:
    text = "قتل جنديان في مدينة اعزاز أمس.\nوأصيب 5 أشخاص بانفجار عبوة ناسفة في المنطقة نفسها."
    assert places(text, "bombing") == ["اعزاز"]


def test_what_is_so_in_general_has_no_place_of_the_narrative() -> None:
    text = "قصفت قوات النظام مدينة سراقب.\nوتستخدم قوات النظام في قصفها المدفعية الثقيلة."
    assert places(text, "shelling") == []


def test_each_place_of_a_list_has_the_strikes_that_stand_behind_it() -> None:
    text = "استهدفت الطائرات بلدة سراقب بثلاث غارات متتالية وبلدة كفرنبل بغارة وأطراف مدينة بنش بغارة جوية."
    claims = [claim for claim in pipeline.read(Report("sample", text), rules()).claims if claim.type == "airstrike"]
    assert [[place.text for place in claim.places] for claim in claims[-3:]] == [
        ["سراقب"],
        ["كفرنبل"],
        ["أطراف مدينة بنش"],
    ]


def test_a_country_said_of_a_deed_is_its_place_wherever_the_report_is() -> None:
    text = "قصفت طائرات أمريكية قرية كفر تخاريم بريف إدلب الاثنين. ونفذت الطائرات عشرات الضربات الجوية في سوريا."
    assert places(text, "airstrike") == ["سوريا"]


def test_a_building_without_a_name_lies_in_the_city_named_before() -> None:
    text = "في مدينة منبج قتل سبعة مدنيين بانفجار سيارة مفخخة في السوق الشعبي."
    claims = [claim for claim in pipeline.read(Report("sample", text), rules()).claims if claim.type == "bombing"]
    assert [(place.text, place.name) for place in claims[0].places] == [("السوق الشعبي", "Manbij")]


def test_what_is_agreed_does_not_take_the_place_told_last() -> None:
    text = "قصفت الطائرات مدينة سراقب أمس.\nوأعلنت الفصائل التوصل إلى هدنة."
    claims = [claim for claim in pipeline.read(Report("sample", text), rules()).claims if claim.type == "agreement"]
    assert [claim.places for claim in claims] == [()]


def test_what_is_said_next_does_not_place_what_was_said_before() -> None:
    text = "قصفت الطائرات اليوم بلدة سراقب.\nوقال متحدث إن الانسحاب مؤقت، وإن المقاتلين تمركزوا في قرية النيرب."
    claims = [claim for claim in pipeline.read(Report("sample", text), rules()).claims if claim.type == "withdrawal"]
    assert {place.text for claim in claims for place in claim.places} == {"سراقب"}


def test_the_hill_is_the_hill_named_before() -> None:
    text = "سيطر الجيش على تل السلطان.\nوقتل جنديان بقصف على التل."
    claims = [claim for claim in pipeline.read(Report("sample", text), rules()).claims if claim.type == "shelling"]
    assert [place.text for place in claims[0].places] == ["تل السلطان"]
