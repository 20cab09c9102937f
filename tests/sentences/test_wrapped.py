"""Lines broken at a width are read as the running text they were; lines that somebody ended stay lines."""

from __future__ import annotations

import textwrap
from dataclasses import asdict
from datetime import date

import pytest

from marsad import pipeline
from marsad.records import Report
from marsad.sentences import unwrapped

# Invented; the places are real.
PARAGRAPHS = (
    "مقتل أربعة مدنيين في قصف على بلدة كفرنبل",
    "قتل أربعة مدنيين بينهم طفلة وجرح تسعة آخرون، مساء أمس الأربعاء، إثر قصف مدفعي شنته قوات النظام على الأحياء "
    "السكنية في بلدة كفرنبل بريف إدلب الجنوبي، وفق ما أفاد مراسل الشبكة. وأضاف المراسل أن طائرات حربية روسية استهدفت "
    "بثلاث غارات محيط قرية حاس، التي تبعد عن البلدة كيلومترين، دون أن تسفر عن إصابات.",
    "وفي ريف حماة الشمالي، سيطرت فصائل المعارضة على قرية الجنابرة بعد اشتباكات عنيفة مع قوات النظام، أسفرت عن مقتل 12 "
    "عنصرا من القوات المهاجمة وتدمير دبابتين، بحسب بيان أصدرته غرفة العمليات.",
)
TEXT = "\n".join(PARAGRAPHS)
WIDTHS = (36, 50, 60, 72, 90)


@pytest.fixture(scope="module")
def knowledge() -> pipeline.Knowledge:
    return pipeline.load_knowledge()


def broken(width: int) -> str:
    return "\n".join(line for text in PARAGRAPHS for line in textwrap.wrap(text, width, break_long_words=False))


def as_read(text: str, known: pipeline.Knowledge) -> list[tuple[object, ...]]:
    report = Report(id="r", text=text, published=date(2018, 3, 8), outlet=None)
    found = []
    for claim in pipeline.read(report, known).claims:
        plain = asdict(claim)
        for role in ("agents", "targets", "places", "sources", "weapons"):
            assert all(text[mention["start"] : mention["end"]] == mention["text"] for mention in plain[role])
        texts = [[" ".join(m["text"].split()) for m in plain[role]] for role in ("agents", "places", "sources")]
        found.append((plain["type"], " ".join(plain["trigger"]["text"].split()), plain["date_from"], *map(str, texts)))
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_a_text_broken_at_a_width_is_the_same_length_with_blanks(width: int) -> None:
    text = broken(width)
    flowing = unwrapped(text)
    assert len(flowing) == len(text)
    assert flowing.split() == text.split()
    assert flowing.count("\n") <= len(PARAGRAPHS)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_text_broken_at_a_width_says_the_same(width: int, knowledge: pipeline.Knowledge) -> None:
    assert as_read(broken(width), knowledge) == as_read(TEXT, knowledge)


@pytest.mark.parametrize("end", ["\r\n", " \n"])
def test_line_ends_of_mail(end: str) -> None:
    text = broken(72).replace("\n", end)
    assert unwrapped(text).count("\n") < text.count("\n") / 2


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "عاجل | قصف مدفعي على حي الشيخ مقصود\nعاجل | مقتل طفلين في قصف على حي السكري\n"
        "عاجل | غارات على محيط مطار كويرس الآن\nعاجل | الدفاع المدني يخمد حريقا في كرم الطراب",
        "- استمرار الحصار على أحياء المدينة القديمة في\n- الأفران متوقفة والطحين نفد منذ أول أمس من\n"
        "- جولة مفاوضات جديدة عقدت مساء أمس بين لجنة\n- إصابة طفلة برصاص قناص على أطراف الحي الغربي",
        "",
        "\n\n\n\n",
        "قصف\n\n\nقصف\n\nقصف",
    ],
)
def test_lines_that_somebody_ended_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_words_keep_their_place_in_the_report_as_received(knowledge: pipeline.Knowledge) -> None:
    text = "قصف مدفعي\n" + broken(36)
    report = Report(id="r", text=text, published=date(2018, 3, 8), outlet=None)
    spans = [
        (claim.trigger.start, claim.trigger.end, claim.trigger.text)
        for claim in pipeline.read(report, knowledge).claims
    ]
    assert len(spans) > 5
    assert all(text[start:end] == shown for start, end, shown in spans)
