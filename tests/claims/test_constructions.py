"""Constructions that any outlet uses, each in a report about other things: who did what to whom, by what means."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

BEFORE = "شهدت البلاد خلال الأيام الماضية توترا أمنيا متصاعدا مع استمرار القتال على عدة جبهات.\n"
BEHIND = "\nوتشهد المنطقة هدوءا حذرا منذ أيام، بحسب سكان محليين تحدثوا إلى مراسلنا عبر الهاتف."


@cache
def known() -> Knowledge:
    return load_knowledge()


def claims_in(sentence: str) -> list[Claim]:
    """The claims of a sentence that stands in a report."""
    claims = read(Report("r", f"{BEFORE}{sentence}{BEHIND}", date(2018, 3, 14)), known()).claims
    return [claim for claim in claims if 0 <= claim.trigger.start - len(BEFORE) < len(sentence)]


def of_type(sentence: str, kind: str) -> Claim:
    return next(claim for claim in claims_in(sentence) if claim.type == kind)


@pytest.mark.parametrize(
    ("sentence", "kind", "targets"),
    [
        ("ونجا القيادي أحمد السالم من محاولة اغتيال بسيارة مفخخة في مدينة عدن أمس.", "assassination",
         ["القيادي أحمد السالم"]),
        ("وتعرض القاضي سامي عبد الله لمحاولة اغتيال في طريق المطار.", "assassination", ["القاضي سامي عبد الله"]),
        ("وتعرض الناشط ماهر سعيد لعملية خطف على يد مسلحين.", "abducted", ["الناشط ماهر سعيد"]),
        ("وتعرض خمسة صيادين للاعتقال قبالة شواطئ غزة.", "arrested", ["صيادين"]),
    ],
)  # fmt: skip
def test_who_came_under_a_deed_stands_before_the_noun(sentence: str, kind: str, targets: list[str]) -> None:
    claim = of_type(sentence, kind)
    assert [target.text for target in claim.targets] == targets
    assert (claim.status, "rule:undergoes" in claim.because) == ("asserted", True)


@pytest.mark.parametrize(
    ("sentence", "kind", "trigger"),
    [
        ("وقتل ضابط بعبوة لاصقة زرعت بسيارته في حي الصحافة.", "bombing", "عبوة لاصقة"),
        ("وقتل أربعة جنود بسبب ألغام زرعها المتمردون في الطريق.", "bombing", "ألغام"),
        ("وقتل خمسة بصواريخ الحوثيين في مأرب.", "shelling", "صواريخ"),
        ("وخرج المركز من الخدمة بسبب نيران المدفعية في قرية التمانعة.", "shelling", "نيران المدفعية"),
    ],
)
def test_a_deed_is_told_by_its_means_alone(sentence: str, kind: str, trigger: str) -> None:
    assert of_type(sentence, kind).trigger.text == trigger


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("وقتل ثلاثة من عناصر الحشد بعبوات زرعها داعش.", "mobilize"),
    ],
)
def test_what_only_belongs_to_a_thing_or_a_name_is_no_deed(sentence: str, kind: str) -> None:
    assert kind not in {claim.type for claim in claims_in(sentence)}


@pytest.mark.parametrize(
    ("sentence", "kind", "agents"),
    [
        ("وأعلن حزب الله، السبت، أنه أسقط طائرة بدون طيار مسلحة فوق الحدود.", "equipment_loss", ["حزب الله"]),
        ("وأصيب أربعة أطفال نتيجة قذائف هاون مجهولة المصدر.", "shelling", []),
        ("وقتل ثلاثة عسكريين بطلقات قناص.", "killed", ["قناص"]),
        ("وقصفت بوارج حربية مواقع الحوثيين على الساحل.", "shelling", ["بوارج"]),
    ],
)
def test_what_describes_arms_is_no_party_and_warships_act(sentence: str, kind: str, agents: list[str]) -> None:
    assert [agent.text for agent in of_type(sentence, kind).agents] == agents


@pytest.mark.parametrize(
    ("sentence", "kind", "agents"),
    [
        ("وسقطت بلدة خان طومان في أيدي جيش الفتح.", "control_gain", ["جيش الفتح"]),
        ("وأطبقت القوات الحصار على البلدة من ثلاث جهات.", "siege", ["القوات"]),
        ("وحشد التنظيم قواته حول المدينة استعدادا لاقتحامها.", "mobilize", ["التنظيم"]),
        ("ونفذت محكمة عسكرية حكم الإعدام بحق ثلاثة مدانين.", "assassination", ["محكمة عسكرية"]),
    ],
)
def test_who_did_it(sentence: str, kind: str, agents: list[str]) -> None:
    assert [agent.text for agent in of_type(sentence, kind).agents] == agents


def test_whom_a_sentence_was_carried_out_against() -> None:
    claim = of_type("ونفذت محكمة عسكرية حكم الإعدام بحق ثلاثة مدانين.", "assassination")
    assert [target.text for target in claim.targets] == ["مدانين"]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("ونقلت رويترز عن مسؤول محلي قوله إن القوات قتلت ثلاثة مسلحين.", ["مسؤول محلي", "رويترز"]),
        ("وقال مصدر أمني في قيادة شرطة نينوى إن ثلاثة جنود قتلوا.", ["مصدر أمني في قيادة شرطة نينوى"]),
        ("وأفاد ناشطون بريف حلب بأن القوات قصفت القرية.", ["ناشطون بريف حلب"]),
        ("وأفادت مصادر بانسحاب القوات من المدينة.", ["مصادر"]),
        ("وقال القائد أحمد علي، إن قوات الجيش قصفت المدينة.", ["القائد أحمد علي"]),
    ],
)
def test_who_says_so_without_what_he_does(sentence: str, sources: list[str]) -> None:
    assert [source.text for source in claims_in(sentence)[0].sources] == sources


@pytest.mark.parametrize(
    ("sentence", "kind", "agents"),
    [
        ("وكشفت صحيفة النهار أن إسرائيل نفذت سلسلة ضربات سرية في سيناء.", "airstrike", ["إسرائيل"]),
        ("وقتل ثلاثة بصاروخين أطلقتهما طائرة أمريكية على منزل.", "airstrike", ["أمريكية"]),
    ],
)
def test_secret_strikes_and_planes_behind_their_missiles(sentence: str, kind: str, agents: list[str]) -> None:
    assert [agent.text for agent in of_type(sentence, kind).agents] == agents


def test_the_thousands_count_nobody_behind_them() -> None:
    assert all(
        claim.count is None or claim.count.low < 1000 for claim in claims_in("وشيع الآلاف جثمان الشهيد في نابلس.")
    )


def test_on_whose_tongue_is_not_whom_the_blame_is_for() -> None:
    claim = of_type("وأدانت الأمم المتحدة على لسان أمينها العام الهجوم على المستشفى.", "accuse")
    assert "أمينها العام" not in {target.text for target in claim.targets}


@pytest.mark.parametrize(
    ("sentence", "kind", "targets"),
    [
        ("وأضرم مستوطنون النيران في حقول بورين جنوب نابلس.", "property_damage", ["حقول بورين"]),
        ("ونشبت النيران في خزان وقود بميناء الضبة.", "property_damage", ["خزان وقود"]),
        ("وأجبر القصف مئات العائلات على النزوح نحو الحدود.", "displaced", ["العائلات"]),
        ("ودفعت المعارك آلاف المدنيين إلى الفرار من بلداتهم.", "displaced", ["المدنيين"]),
    ],
)
def test_what_burns_and_who_is_driven_out(sentence: str, kind: str, targets: list[str]) -> None:
    assert [target.text for target in of_type(sentence, kind).targets] == targets


def test_a_verb_is_no_noun_before_its_subject() -> None:
    claim = of_type("وأسر المقاتلون خمسة جنود بينهم ضابط.", "captured")
    assert [agent.text for agent in claim.agents] == ["المقاتلون"]
    assert [target.text for target in claim.targets] == ["جنود"]


def test_villages_are_lost_by_their_number() -> None:
    claim = of_type("وخسر النظام خلال الأيام الماضية أكثر من 20 قرية في ريف حماة.", "withdrawal")
    assert [agent.text for agent in claim.agents] == ["النظام"]


def test_an_unknown_place_before_a_side_of_its_country() -> None:
    claim = of_type("وهاجم مسلحون قاعدة عسكرية في جلهريري وسط الصومال.", "attack")
    assert [place.text for place in claim.places] == ["جلهريري"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("واتهم المجلس المحلي روسيا بتعمد استهداف المرافق الطبية لدفع الأهالي إلى الرحيل.", ["accuse", "attack"]),
        ("وأجبرت القذائف سكان القرية على الرحيل.", ["displaced"]),
        ("وتوعد القيادي قوات النظام في المنطقة برد قاس.", ["threaten"]),
        ("وانسحبت القوات من القرية تحت غطاء ناري كثيف.", ["withdrawal"]),
        ("ووفرت المدفعية التركية غطاء ناريا لفصائل الجيش الوطني في رأس العين.", ["aid"]),
    ],
)
def test_what_is_told_once_or_only_meant_makes_no_claim_of_its_own(sentence: str, kinds: list[str]) -> None:
    assert [claim.type for claim in claims_in(sentence)] == kinds


def test_what_is_to_be_done_by_an_agreement_is_planned() -> None:
    sentence = "وتم التوصل إلى هدنة من يومين على أن يجري الجمعة تبادل خمسة جنود بثمانية معتقلين."
    assert of_type(sentence, "released").status == "planned"
