"""Whom a pronoun stands for, and who stands behind by-phrases that open with a hand."""

from __future__ import annotations

import pytest

from tests.claims.test_doers import agents_of, targets_of


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        (
            "حاصر الجيش السوري مقاتلي التنظيم أمس داخل مخبأ قرب مدينة تدمر قبل أسرهم. وقتل مسلح.",
            "أسرهم",
            ["مقاتلي التنظيم"],
        ),
        (
            "اقتحم المهاجم الساحة بشاحنته أمس ثم جرى إطلاق النار على المهاجم وتم قتله قرب مدينة القدس.",
            "قتله",
            ["المهاجم"],
        ),
    ],
)
def test_a_pronoun_agrees_with_whom_it_stands_for(text: str, trigger: str, targets: list[str]) -> None:
    assert targets_of(text, trigger) == targets


def test_killed_at_the_hand_of_a_side() -> None:
    text = "قالت المنظمة إن 259 مدنياً قتلوا بيد التحالف الدولي قرب مدينة الرقة أمس."
    assert agents_of(text, "قتلوا") == ["التحالف الدولي"]
    assert targets_of(text, "قتلوا") == ["مدنياً"]


def test_however_is_no_hand() -> None:
    text = "قالت الشرطة إن أربعة حراس قتلوا في الهجوم أمس، بيد أن الوزارة نفت ذلك."
    assert targets_of(text, "قتلوا") == ["حراس"]


def test_who_condemns_a_deed_is_the_doer_of_the_condemning() -> None:
    text = "قتل سبعة مدنيين في هجوم قرب نابلس أمس. ونددت الولايات المتحدة بالحادث."
    assert agents_of(text, "نددت") == ["الولايات المتحدة"]


def test_of_two_sides_behind_a_verb_the_first_is_the_subject() -> None:
    text = "رصدت الشرطة أمس في طنطا مسلحين. وقد راقبت الشرطة عناصر التنظيم قبل توقيفهم قرب مدينة طنطا."
    assert agents_of(text, "توقيفهم") == ["الشرطة"]
