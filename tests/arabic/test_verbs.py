"""Verb forms: what must be made, and what must not."""

from __future__ import annotations

import pytest

from marsad.arabic.verbs import Form, VerbSpec, forms


def surfaces(perfect: str, imperfect: str, **wanted: object) -> set[str]:
    """Surfaces of the forms whose fields have the wanted values."""
    made = forms(VerbSpec(perfect, imperfect))
    return {form.surface for form in made if all(getattr(form, name) == value for name, value in wanted.items())}


@pytest.mark.parametrize(
    ("perfect", "imperfect", "expected"),
    [
        ("قتل", "يقتل", "قتل قتلت قتلا قتلوا قتلن يقتل تقتل يقتلون يقتلوا سيقتل ستقتل قتلوه قتله يقتلونهم سيقتلون"),
        ("شن", "يشن", "شن شنت شنوا يشن تشن يشنون سيشن شنها شنته"),
        ("أصاب", "يصيب", "أصاب أصابت أصابوا أصيب أصيبت أصيبا أصيبوا يصيب يصاب تصاب أصابته"),
        ("نفى", "ينفي", "نفى نفت نفوا ينفي تنفي ينفون نفاه نفي"),
        ("تصدى", "يتصدى", "تصدى تصدت تصدوا يتصدى يتصدون تصديا"),
        ("دعا", "يدعو", "دعا دعت دعوا يدعو تدعو يدعون دعي دعاه"),
        ("لقي", "يلقى", "لقي لقيت لقوا لقيا يلقى يلقون"),
        ("حاصر", "يحاصر", "حاصر حاصرت حوصر حوصرت يحاصر حاصروا"),
        ("اغتال", "يغتال", "اغتال اغتيل اغتيلت اغتالت يغتال"),
        ("استعاد", "يستعيد", "استعاد استعادت استعادوا يستعيد تستعيد يستعاد"),
        ("ألقى", "يلقي", "ألقى ألقت ألقوا ألقي ألقيت يلقي تلقي يلقون يلقى"),
    ],
)
def test_every_class_of_verb_gets_its_forms(perfect: str, imperfect: str, expected: str) -> None:
    made = {form.surface for form in forms(VerbSpec(perfect, imperfect))}
    assert set(expected.split()) <= made


@pytest.mark.parametrize(
    ("perfect", "imperfect", "wrong"),
    [
        ("قتل", "يقتل", "قتيل قتال مقتل"),
        ("نفى", "ينفي", "نفىت نفيوا"),
        ("شن", "يشن", "شانت"),
        ("أصاب", "يصيب", "أصيابت أصبوا"),
    ],
)
def test_forms_that_do_not_exist_are_not_made(perfect: str, imperfect: str, wrong: str) -> None:
    made = {form.surface for form in forms(VerbSpec(perfect, imperfect))}
    assert not made & set(wrong.split())


def test_a_sound_perfect_is_active_and_passive_at_once() -> None:
    assert Form("قتل", "verb", "perfect", 3, "m", "s", "both") in forms(VerbSpec("قتل", "يقتل"))


def test_a_hollow_passive_is_passive_only() -> None:
    assert surfaces("أصاب", "يصيب", voice="passive", number="s", gender="m", suffix="") == {"أصيب", "يصاب", "سيصاب"}


def test_a_form_with_a_pronoun_is_active_and_names_it() -> None:
    assert surfaces("خطف", "يخطف", suffix="هم", aspect="perfect", number="p", gender="m") == {"خطفوهم"}


def test_verbal_nouns_take_article_and_pronouns() -> None:
    made = {form.surface for form in forms(VerbSpec("قصف", "يقصف", ("قصف",))) if form.pos == "masdar"}
    assert {"قصف", "القصف", "قصفها", "قصفا"} <= made
