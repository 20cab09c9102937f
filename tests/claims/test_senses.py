"""Which words of a sentence name a happening: what the lexicon finds, and what its company keeps silent."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Report


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def told(text: str) -> list[tuple[str, str]]:
    claims = pipeline.read(Report("sample", text, date(2018, 10, 9)), rules()).claims
    return [(claim.type, claim.trigger.text) for claim in claims]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("لقي ثلاثة جنود مصرعهم في مدينة درعا.", "killed", "مصرعهم"),
        ("فقد أربعة أطفال من عائلة واحدة حياتهم في مدينة درعا.", "killed", "فقد"),
        ("ارتقى خمسة مدنيين في مدينة درعا.", "killed", "ارتقى"),
        ("أدى القصف إلى ارتقاء خمسة مدنيين في مدينة درعا.", "killed", "ارتقاء"),
        ("فارق جنديان الحياة في مدينة درعا.", "killed", "فارق"),
        ("تعرض سائق لجروح طفيفة في مدينة درعا.", "wounded", "جروح"),
        ("طردت الفصائل تنظيم داعش من مدينة الباب.", "control_gain", "طردت"),
        ("دفعت قوات النظام بتعزيزات إلى مدينة درعا.", "mobilize", "تعزيزات"),
        ("أرسل الجيش مئة عنصر إلى مدينة درعا.", "mobilize", "أرسل"),
        ("اندلعت صدامات مسلحة في مدينة طرابلس بين فصيلين.", "clash", "صدامات مسلحة"),
        ("استخدمت قوات النظام غاز الكلور في مدينة دوما.", "chemical_attack", "استخدمت"),
        ("أطلقت الطائرات براميل متفجرة على مدينة دوما.", "airstrike", "أطلقت"),
        ("رشق متظاهرون الجنود بالحجارة في مدينة رام الله.", "riot", "رشق"),
        ("انتقدت الحكومة الهجوم على مدينة تعز.", "accuse", "انتقدت"),
        ("عرقلت الفصائل تقدم قوات النظام في مدينة درعا.", "repel", "عرقلت"),
        ("أدى القصف على مدينة إدلب إلى انهيار مبنى.", "property_damage", "انهيار"),
        ("أطلقت السلطات سراح سبعة محتجزين في مدينة درعا.", "released", "أطلقت"),
        ("تقدمت قوات النظام في مدينة درعا بدعم روسي.", "aid", "دعم"),
        ("طالب الأهالي باتخاذ تدابير بعد قصف مدينة دوما.", "demand", "طالب"),
    ],
)
def test_the_word_names_a_happening(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ارتقى اللاعب إلى منصة الملعب في مدينة دوما.", "killed"),
        ("قال وزير الدفاع إن الجيش قصف مدينة دوما.", "talks"),
        ("اعتقلت الشرطة طالب هندسة في مدينة القاهرة.", "demand"),
        ("سيطر الثوار على قمة جبل زين العابدين.", "talks"),
        ("قصف طيران العدوان مدينة صعدة.", "attack"),
        ("أصيب سائق بجروح في مدينة درعا.", "killed"),
        ("دعت المنظمة إلى ضبط النفس في مدينة درعا.", "arrested"),
    ],
)
def test_the_word_means_something_else(text: str, kind: str) -> None:
    assert kind not in {found for found, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("قصفت طائرات حربية مدينة حلب. وأضاف المصدر أن القصف استهدف منزلا في المدينة.", "airstrike", "القصف"),
        ("استهدفت غارة إسرائيلية مطار حلب.", "airstrike", "غارة"),
        ("استهدفت الطائرات مدينة حلب بثلاث غارات.", "airstrike", "غارات"),
        ("أصيب طفل في قصف روسي على مدينة إدلب.", "airstrike", "قصف"),
        ("قصف طيران التحالف مدينة صعدة.", "airstrike", "قصف"),
        ("نفذت القوات عملية إنزال جوي، فجر اليوم الجمعة، استهدفت قياديا في مدينة الباب.", "attack", "عملية إنزال"),
    ],
)
def test_a_mode_is_told_by_doer_or_by_what_it_points_back_to(text: str, kind: str, trigger: str) -> None:
    found = [item for item in told(text) if item[0] in ("airstrike", "shelling", "attack")]
    assert found[-1] == (kind, trigger)


def test_an_attack_among_shelling_alone_is_shelling() -> None:
    found = told("استهدفت المليشيا مخيما في مدينة عفرين. وسقطت قذائف على مدينة الباب.")
    assert {kind for kind, _ in found} == {"shelling"}


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("هز انفجار مدينة كركوك. ووقع الانفجار قرب بلدة داقوق في سوق.", "bombing", "الانفجار"),
        ("قصفت طائرات مدينة حلب. وشنت إسرائيل عشرات الغارات في سوريا.", "airstrike", "الغارات"),
        ("قتل جنديان في مدينة كركوك. وعثرت الشرطة على جثث ثلاثة أشخاص.", "killed", "جثث"),
        ("أدى القصف على مدينة إدلب إلى سقوط ضحايا مدنيين.", "killed", "ضحايا"),
        ("يعد قصف مدينة إدلب انتهاكا للقانون الدولي.", "violation", "انتهاكا"),
        ("تسببت قذيفة صاروخية أطلقت من مدينة دوما بمقتل مدني.", "shelling", "قذيفة صاروخية"),
        ("قصف إسرائيلي يستهدف مطار حلب بالصواريخ.", "shelling", "قصف"),
    ],
)
def test_what_is_new_of_a_happening_told_is_told(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("قتل جندي في مدينة درعا. ولم يوضح المصدر ما إذا كانت الطائرات قصفت المدينة.", "airstrike", "قصفت"),
        ("قصفت طائرات مدينة حلب بصواريخ شديدة الانفجار.", "bombing", "الانفجار"),
        ("وقعت مجزرة راح ضحيتها عشرة قتلى في مدينة دوما.", "killed", "راح ضحيتها"),
        ("قصف الجيش مدينة دوما. ورفض ضابط الكشف عن هويته.", "reject", "رفض"),
        ("قتل جنود في مدينة درعا. ويزداد عدد القتلى.", "killed", "القتلى"),
        ("قتل ضابط في مدينة درعا. ولم تعرف ظروف مقتله.", "killed", "مقتله"),
        ("خطف مسلحون طبيبا في مدينة درعا واقتادوه إلى جهة مجهولة.", "arrested", "اقتادوه"),
        ("استهدفت الطائرات مواقع وتعزيزات في مدينة مأرب.", "mobilize", "تعزيزات"),
        ("هدد التنظيم بقتل رهائن ما لم يتم إطلاق سراح معتقلين.", "released", "إطلاق سراح"),
        ("قتل جندي. واتهمته المحكمة بتهمة الشروع في قتل ضابط.", "killed", "قتل ضابط"),
    ],
)
def test_what_is_asked_or_told_already_is_not_claimed(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) not in told(text)


def test_a_crowd_that_storms_or_burns_makes_a_riot() -> None:
    assert ("riot", "اقتحم") in told("اقتحم محتجون القنصلية في مدينة البصرة.")
    assert ("riot", "أضرم") in told("أضرم متظاهرون النار في مقر الحزب في مدينة البصرة.")


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("دانت الخارجية الفرنسية قصف مدينة دوما.", "accuse", "دانت"),
        ("تراشق الطرفان بالقذائف في مدينة مأرب.", "clash", "تراشق"),
        ("تساقطت قذائف على مدينة تعز.", "shelling", "تساقطت قذائف"),
        ("استولى المقاتلون على دبابات وأسلحة في مدينة تعز.", "equipment_loss", "استولى"),
        ("سقطت مدينة زنجبار بيد المقاومة.", "control_gain", "سقطت"),
        ("زودت الدولة الفصائل بالأسلحة في مدينة حلب.", "aid", "زودت"),
        ("أجهز الجنود على جريح في مدينة درعا.", "killed", "أجهز على"),
        ("تجمهر المئات في ساحة التحرير وسط مدينة بغداد.", "protest", "تجمهر"),
        ("طلبت الحكومة من قوات التحالف قصف مدينة الرقة.", "demand", "طلبت"),
    ],
)
def test_rarer_words_of_each_type_are_known(text: str, kind: str, trigger: str) -> None:
    assert kind in {found for found, _ in told(text)}
    assert any(word.split()[0] == trigger.split()[0] for found, word in told(text) if found == kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قتل جندي في مدينة درعا. وقال القائد إن لدينا أسلحة.", "accuse"),
        ("قتل عمر طلب في مدينة عرمان.", "demand"),
        ("قتل جندي في مدينة درعا، ودعا الوزير إلى تهدئة الأوضاع.", "agreement"),
        ("قتل جندي في مدينة درعا، وتراشق الطرفان الاتهامات.", "clash"),
    ],
)
def test_rarer_words_in_other_company_are_not(text: str, kind: str) -> None:
    assert kind not in {found for found, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "وتجمع آلاف المتظاهرين أمام مبنى المحافظة في مدينة السويداء.",
        "وهتف المتظاهرون في مدينة البصرة مطالبين برحيل المحافظ.",
        "وشكل مئات السكان سلسلة بشرية على مشارف المطار.",
        "نزل آلاف الأشخاص إلى الشوارع للاحتجاج على تدني الأجور.",
    ],
)
def test_what_a_crowd_does_is_a_protest(text: str) -> None:
    assert "protest" in {kind for kind, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقع انفجار في مدينة الباب وقتل طفل. وقال مصدر إن الانفجار ناجم عن لغم.", "bombing"),
        ("قتل جنديان في هجوم على مدينة تعز. واتهمت مصادر قبلية الفصائل بشن الهجوم.", "attack"),
        ("قتل جنديان في هجوم على مدينة تعز. ونسب الهجوم إلى الفصائل.", "attack"),
        ("جرح جنديان في مدينة تعز. وهناك عدد كبير من الجرحى.", "wounded"),
    ],
)
def test_what_it_came_from_or_who_made_it_is_new(text: str, kind: str) -> None:
    assert [found for found, _ in told(text)].count(kind) == 2


def test_what_is_only_asked_of_an_attack_told_before_is_not_new() -> None:
    text = "وقع انفجار في مدينة الباب وقتل طفل. ولم يعرف إن كان الانفجار ناجما عن لغم."
    assert [kind for kind, _ in told(text)].count("bombing") == 1
