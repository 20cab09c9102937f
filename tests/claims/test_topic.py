"""Topic: which reports tell of a conflict, by their words. All texts are invented."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from marsad.claims import topic
from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Reading, Report

TEXTS = Path(__file__).parents[2] / "samples" / "topics"
DAY = date(2018, 3, 14)

BOARS = (
    "قتلت خنازير برية مزارعا في قرية جبلية وأصابت زوجته بجروح خطيرة حين حاولت الدفاع عنه، وفق ما قالت الشرطة "
    "المحلية يوم الاثنين. وهاجمت الحيوانات الرجل حين خرج مع كلبه إلى حقله القريب من الغابة، ونقل إلى المستشفى "
    "حيث توفي متأثرا بجراحه. وقال رئيس البلدية إن أعداد هذه الحيوانات تضاعفت في السنوات الأخيرة، وإنها تدمر "
    "المحاصيل وتقتل الدواجن، وإن السكان يطالبون بالسماح بصيدها. ورفضت جمعية لحماية الطبيعة ذلك، وقالت إن "
    "الأسيجة تكفي. وكان شخصان قتلا العام الماضي في هجوم مماثل على طريق قريب من البلدة."
)
SHELLING = (
    "قتل خمسة مدنيين وأصيب آخرون بقصف مدفعي استهدف سوقا في بلدة بريف إدلب الجنوبي يوم الاثنين، وفق ما قالت "
    "فرق الدفاع المدني. وقالت مصادر محلية إن قوات النظام أطلقت أكثر من عشرين قذيفة من مواقعها في ريف حماة، "
    "وإن القصف تجدد حين كانت الفرق تنقل الجرحى. وردت الفصائل بقصف مواقع للقوات شرقي البلدة، ودارت بعدها "
    "اشتباكات على محور القرية. وتشهد المنطقة تصعيدا منذ أسبوعين رغم الهدنة التي أعلنت الشهر الماضي، ونزحت "
    "عنها مئات العائلات باتجاه الشمال. وطالبت منظمة حقوقية بوقف استهداف الأسواق والمشافي."
)


@lru_cache(maxsize=1)
def known() -> Knowledge:
    return load_knowledge()


def reading(text: str) -> Reading:
    return read(Report("r", text, DAY), known())


def test_other_news_is_not_read_and_says_so() -> None:
    found = reading(BOARS)
    assert not found.claims
    (issue,) = found.issues
    assert issue.reason == "no_conflict"
    assert "likelihood 0." in issue.message


def test_news_of_a_conflict_is_read() -> None:
    found = reading(SHELLING)
    assert {claim.type for claim in found.claims} >= {"killed", "shelling", "clash"}
    assert not found.issues


def test_a_post_is_left_to_its_own_rules() -> None:
    assert not reading("عاجل | قصف مدفعي على بلدة كفرنبل ومقتل ثلاثة مدنيين").issues


def test_without_weights_rules_decide_alone() -> None:
    assert read(Report("r", BOARS, DAY), load_knowledge(with_topic=False)).claims


def test_names_are_no_words_of_a_topic() -> None:
    weights = json.loads((Path(topic.__file__).parent / "topic.json").read_text("utf-8"))["weights"]
    assert not {"دمشق", "حلب", "داعش", "سانا", "روسيا", "حماس"} & set(weights)


@pytest.mark.parametrize("part", ["open", "apart"])
def test_the_invented_texts_are_told_apart(part: str) -> None:
    """The weights have seen these texts: what they do with others is measured by ``python -m evals.unread``."""
    texts = [json.loads(line) for line in (TEXTS / f"{part}.jsonl").read_text("utf-8").splitlines()]
    assert all(text["sample"] == "invented" for text in texts)
    found = [(text["conflict"], len(reading(text["text"]).claims)) for text in texts]
    others = [claims for conflict, claims in found if not conflict]
    assert sum(others) / len(others) < 0.3
    assert sum(claims > 0 for conflict, claims in found if conflict) > 0.8 * sum(conflict for conflict, _ in found)
