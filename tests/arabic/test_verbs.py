"""Verb forms: what must be made of each class of verb, and what must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from marsad.arabic.stems import VerbClass, class_of
from marsad.arabic.verbs import Form, VerbSpec, forms
from marsad.errors import DataError


def surfaces(spec: VerbSpec, *, guarded: bool = False, **wanted: object) -> list[str]:
    """Surfaces of the forms whose fields have the wanted values, in the order they are made."""
    made = forms(spec, guarded=guarded)
    return [form.surface for form in made if all(getattr(form, name) == value for name, value in wanted.items())]


def verb(pair: str) -> VerbSpec:
    """A verb from its two forms with a blank between them."""
    perfect, imperfect = pair.split()
    return VerbSpec(perfect, imperfect)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ("قتل يقتل", VerbClass.SOUND),
        ("وقع يقع", VerbClass.SOUND),
        ("أسر يأسر", VerbClass.SOUND),
        ("اتهم يتهم", VerbClass.SOUND),
        ("اطلع يطلع", VerbClass.SOUND),
        ("استلم يستلم", VerbClass.SOUND),
        ("نفى ينفي", VerbClass.SOUND),
        ("أدى يؤدي", VerbClass.SOUND),
        ("شن يشن", VerbClass.DOUBLED),
        ("أعد يعد", VerbClass.DOUBLED),
        ("احتل يحتل", VerbClass.DOUBLED),
        ("اضطر يضطر", VerbClass.DOUBLED),
        ("انفض ينفض", VerbClass.DOUBLED),
        ("استرد يسترد", VerbClass.DOUBLED),
        ("زار يزور", VerbClass.HOLLOW),
        ("أصاب يصيب", VerbClass.HOLLOW),
        ("اغتال يغتال", VerbClass.HOLLOW),
        ("استعاد يستعيد", VerbClass.HOLLOW),
        ("جاء يجيء", VerbClass.HOLLOW),
    ],
)
def test_the_class_is_told_from_the_letters(pair: str, expected: VerbClass) -> None:
    assert class_of(*pair.split()) is expected


# he, she, they two (m, f), they (m), we; the plural of women is tested apart
PERFECTS = [
    ("قتل يقتل", "قتل قتلت قتلا قتلتا قتلوا قتلنا"),
    ("دمر يدمر", "دمر دمرت دمرا دمرتا دمروا دمرنا"),
    ("هاجم يهاجم", "هاجم هاجمت هاجما هاجمتا هاجموا هاجمنا"),
    ("أعلن يعلن", "أعلن أعلنت أعلنا أعلنتا أعلنوا"),
    ("استهدف يستهدف", "استهدف استهدفت استهدفا استهدفتا استهدفوا استهدفنا"),
    ("انسحب ينسحب", "انسحب انسحبت انسحبا انسحبتا انسحبوا انسحبنا"),
    ("شن يشن", "شن شنت شنا شنتا شنوا شننا"),
    ("صد يصد", "صد صدت صدا صدتا صدوا صددنا"),
    ("أعد يعد", "أعد أعدت أعدا أعدتا أعدوا أعددنا"),
    ("احتل يحتل", "احتل احتلت احتلا احتلتا احتلوا احتللنا"),
    ("أصاب يصيب", "أصاب أصابت أصابا أصابتا أصابوا أصبنا"),
    ("زار يزور", "زار زارت زارا زارتا زاروا زرنا"),
    ("أغار يغير", "أغار أغارت أغارا أغارتا أغاروا أغرنا"),
    ("نفى ينفي", "نفى نفت نفيا نفتا نفوا نفينا"),
    ("ألقى يلقي", "ألقى ألقت ألقيا ألقتا ألقوا ألقينا"),
    ("تصدى يتصدى", "تصدى تصدت تصديا تصدتا تصدوا تصدينا"),
    ("اعتدى يعتدي", "اعتدى اعتدت اعتديا اعتدتا اعتدوا اعتدينا"),
    ("دعا يدعو", "دعا دعت دعوا دعتا دعونا"),
    ("لقي يلقى", "لقي لقيت لقيا لقيتا لقوا لقينا"),
    ("أسر يأسر", "أسر أسرت أسرا أسرتا أسروا أسرنا"),
    ("وقع يقع", "وقع وقعت وقعا وقعتا وقعوا وقعنا"),
    ("بدأ يبدأ", "بدأ بدأت بدآ بدأتا بدأوا بدؤوا بدأنا"),
    ("جاء يجيء", "جاء جاءت جاءا جاءتا جاؤوا جاءوا جئنا"),
]


@pytest.mark.parametrize(("pair", "expected"), PERFECTS)
def test_the_perfect(pair: str, expected: str) -> None:
    made = [form for form in forms(verb(pair)) if form.aspect == "perfect" and form.voice != "passive"]
    plain = {form.surface for form in made if not form.suffix and (form.gender, form.number) != ("f", "p")}
    assert plain == set(expected.split())


# he, she, they two (m, f), they (m) with and without nun, we
IMPERFECTS = [
    ("قتل يقتل", "يقتل تقتل يقتلان تقتلان يقتلون يقتلوا يقتلا نقتل"),
    ("شن يشن", "يشن تشن يشنان تشنان يشنون يشنوا يشنا نشن"),
    ("أصاب يصيب", "يصيب تصيب يصيبان تصيبان يصيبون يصيبوا يصيبا نصيب"),
    ("نفى ينفي", "ينفي تنفي ينفيان تنفيان ينفون ينفوا ينفيا ننفي"),
    ("دعا يدعو", "يدعو تدعو يدعوان تدعوان يدعون يدعوا ندعو"),
    ("تصدى يتصدى", "يتصدى تتصدى يتصديان تتصديان يتصدون يتصدوا يتصديا نتصدى"),
    ("لقي يلقى", "يلقى تلقى يلقيان تلقيان يلقون يلقوا يلقيا نلقى"),
    ("أخذ يأخذ", "يأخذ تأخذ يأخذان تأخذان يأخذون يأخذوا يأخذا نأخذ"),
    ("وقع يقع", "يقع تقع يقعان تقعان يقعون يقعوا يقعا نقع"),
    ("بدأ يبدأ", "يبدأ تبدأ يبدآن تبدآن يبدأون يبدؤون يبدأوا يبدؤوا يبدآ نبدأ"),
    ("أنشأ ينشئ", "ينشئ تنشئ ينشئان تنشئان ينشئون ينشئوا ينشئا ننشئ"),
]


@pytest.mark.parametrize(("pair", "expected"), IMPERFECTS)
def test_the_imperfect_and_the_future(pair: str, expected: str) -> None:
    spec = replace(verb(pair), transitive=False)
    made = [form for form in forms(spec) if (form.gender, form.number) != ("f", "p")]
    wanted = set(expected.split())
    assert {form.surface for form in made if form.aspect == "imperfect"} == wanted
    assert {form.surface for form in made if form.aspect == "future"} == {"س" + surface for surface in wanted}


@pytest.mark.parametrize(
    ("pair", "perfect", "imperfect"),
    [
        ("قتل يقتل", "قتلن", "يقتلن"),
        ("صد يصد", "صددن", "يصددن"),
        ("شن يشن", "شنن", "يشنن"),
        ("أصاب يصيب", "أصبن", "يصبن"),
        ("زار يزور", "زرن", "يزرن"),
        ("نفى ينفي", "نفين", "ينفين"),
        ("دعا يدعو", "دعون", "يدعون"),
        ("تصدى يتصدى", "تصدين", "يتصدين"),
        ("أعلن يعلن", "أعلن", "يعلن"),
    ],
)
def test_the_plural_of_women(pair: str, perfect: str, imperfect: str) -> None:
    made = [form for form in forms(verb(pair), guarded=True) if (form.gender, form.number) == ("f", "p")]
    assert perfect in {form.surface for form in made if form.aspect == "perfect"}
    assert imperfect in {form.surface for form in made if form.aspect == "imperfect"}


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ("أصاب يصيب", "أصيب أصيبت أصيبا أصيبتا أصيبوا يصاب تصاب يصابون يصابوا سيصاب"),
        ("قال يقول", "قيل يقال"),
        ("اغتال يغتال", "اغتيل اغتيلت اغتيلوا"),
        ("استعاد يستعيد", "استعيد استعيدت يستعاد تستعاد"),
        ("ألقى يلقي", "ألقي ألقيت يلقى"),
        ("نفى ينفي", "نفي نفيت ينفى"),
        ("دعا يدعو", "دعي دعيت دعيا يدعى"),
        ("حاصر يحاصر", "حوصر حوصرت حوصروا"),
        ("نادى ينادي", "نودي ينادى"),
        ("تبادل يتبادل", "تبودل تبودلت"),
        ("سأل يسأل", "سئل سئلت"),
        ("بدأ يبدأ", "بدئ بدئت"),
        ("فاجأ يفاجئ", "فوجئ فوجئوا يفاجأ"),
        ("أسر يأسر", "يؤسر تؤسر يؤسرون"),
        ("وضع يضع", "يوضع توضع"),
    ],
)
def test_a_passive_that_its_letters_show(pair: str, expected: str) -> None:
    assert set(expected.split()) <= set(surfaces(verb(pair), voice="passive"))


@pytest.mark.parametrize("pair", ["قتل يقتل", "استهدف يستهدف", "اتهم يتهم", "شن يشن", "أعلن يعلن", "سيطر يسيطر"])
def test_a_passive_that_only_vowels_show_is_both(pair: str) -> None:
    plain = [form for form in forms(verb(pair)) if not form.suffix]
    assert {form.voice for form in plain} == {"both"}


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ("قتل يقتل", "قتله قتلها قتلهم قتلهما قتلهن قتلته قتلوه قتلوهم قتلناهم يقتله يقتلونه يقتلوه يقتلانه سيقتلهم"),
        ("نفى ينفي", "نفاه نفاها نفته نفوه ينفيه ينفونه"),
        ("دعا يدعو", "دعاهم دعته دعوهم يدعوهم يدعونه"),
        ("لقي يلقى", "لقيه لقوه يلقاه يلقونه"),
        ("أصاب يصيب", "أصابه أصابته أصابوهم يصيبهم"),
        ("جاء يجيء", "جاءه جاءته"),
    ],
)
def test_object_pronouns(pair: str, expected: str) -> None:
    made = {form.surface for form in forms(verb(pair)) if form.suffix and form.voice == "active"}
    assert set(expected.split()) <= made


@pytest.mark.parametrize(
    ("pair", "wrong"),
    [
        ("قتل يقتل", "قتيل قتال مقتل قتلواه قتلاهم قتلاه يقتلوني"),
        ("نفى ينفي", "نفىت نفيوا نفىه ينفيون نفيه"),
        ("شن يشن", "شانت شننوا شنننا شننت"),
        ("أصاب يصيب", "أصيابت أصبوا أصابن أصيبه أصيبهم يصابه أصيبوهم"),
        ("زار يزور", "زارن زورت زارنن"),
        ("أعلن يعلن", "أعلنن يعلننن"),
        ("استلم يستلم", "استلممن استلممنا"),
        ("اتهم يتهم", "اتهممنا"),
        ("نادى ينادي", "نادي ناديوا"),
        ("تصدى يتصدى", "يتصديون تصدىوا يتصدي"),
        ("دعا يدعو", "دعاوا دعيوا يدعوون دعواهم"),
    ],
)
def test_forms_that_do_not_exist_are_not_made(pair: str, wrong: str) -> None:
    assert not set(surfaces(verb(pair))) & set(wrong.split())


@pytest.mark.parametrize(
    ("pair", "form", "other_word"),
    [
        ("قال يقول", "تقل", "she carries"),
        ("أصاب يصيب", "يصب", "it pours"),
        ("سقط يسقط", "أسقط", "he brought down"),
        ("مد يمد", "مدني", "civil"),
        ("دخل يدخل", "تدخلا", "as an intervention"),
        ("مات يموت", "متن", "aboard"),
    ],
)
def test_forms_that_are_rather_other_words_are_made_only_when_asked(pair: str, form: str, other_word: str) -> None:
    assert form not in surfaces(verb(pair))
    assert form in surfaces(verb(pair), guarded=True), f"though it is also {other_word}"


def test_the_first_person_takes_no_pronoun_of_its_own() -> None:
    made = surfaces(verb("قتل يقتل"), guarded=True)
    assert {"قتلني", "قتلكم", "قتلناهم", "أقتله"} <= set(made)
    assert not {"قتلنانا", "قتلتيني", "أقتلني", "نقتلنا"} & set(made)


def test_an_intransitive_verb_has_neither_passive_nor_objects() -> None:
    made = forms(VerbSpec("وقع", "يقع", transitive=False))
    assert {form.voice for form in made} == {"active"}
    assert {form.suffix for form in made} == {""}
    assert "يوقع" not in {form.surface for form in made}


def test_every_form_comes_once() -> None:
    made = forms(VerbSpec("ألقى", "يلقي", ("إلقاء",), "ملقي", "ملقى"), guarded=True)
    assert len(set(made)) == len(made)


def test_a_verb_too_short_to_be_one_is_refused_by_name() -> None:
    with pytest.raises(DataError, match="ق / يقتل"):
        forms(VerbSpec("ق", "يقتل"))


MASDARS = [
    ("قصف", "قصف القصف قصفا قصفه قصفها قصفهم قصفان القصفين", "القصفه قصفات القصفا"),
    ("استهداف", "استهداف الاستهداف استهدافا استهدافهم استهدافات الاستهدافات استهدافاتهم", "استهدافاتا"),
    ("غارة", "غارة الغارة غارته غارتها غارتان غارتي غارات الغارات غاراته", "غارةا غارةه"),
    ("إجلاء", "إجلاء الإجلاء إجلاءهم إجلائهم إجلاؤهم إجلاءات", "إجلاءا"),
    ("هجمات", "هجمات الهجمات هجماته هجماتها", "هجماتا هجماتان هجماتات"),
    ("تصدي", "تصدي التصدي تصديه تصديا", "تصدى"),
]


@pytest.mark.parametrize(("masdar", "expected", "wrong"), MASDARS)
def test_verbal_nouns(masdar: str, expected: str, wrong: str) -> None:
    made = surfaces(VerbSpec("قتل", "يقتل", (masdar,)), guarded=True, pos="masdar")
    assert set(expected.split()) <= set(made)
    assert not set(wrong.split()) & set(made)


def test_a_verbal_noun_says_its_article_its_number_and_its_owner() -> None:
    made = forms(VerbSpec("اشتبك", "يشتبك", ("اشتباك", "اشتباكات")))
    assert Form("الاشتباكات", "masdar", number="p", voice="both", definite=True) in made
    assert Form("اشتباكهم", "masdar", number="s", voice="both", suffix="هم") in made


PARTICIPLES = [
    (
        "مهاجم",
        "مهاجم المهاجم مهاجما مهاجمة المهاجمة مهاجمان المهاجمين مهاجمون المهاجمون مهاجمين مهاجمو مهاجمي مهاجمات",
        "المهاجما المهاجمو المهاجمي مهاجمةا",
    ),
    ("مصاب", "مصاب مصابة مصابا مصابون المصابين مصابو مصابي مصابات مصابتان", "المصابو"),
    ("قاضي", "قاضي القاضي قاضية قاضيان قاضون القاضين قاضو", "قاضيون"),
    ("ملقى", "ملقى الملقى ملقاة ملقيان ملقون ملقين", "ملقىة ملقاون ملقىا"),
]


@pytest.mark.parametrize(("participle", "expected", "wrong"), PARTICIPLES)
def test_participles(participle: str, expected: str, wrong: str) -> None:
    made = surfaces(VerbSpec("قتل", "يقتل", active_participle=participle), pos="active_participle")
    assert set(expected.split()) <= set(made)
    assert not set(wrong.split()) & set(made)


def test_a_passive_participle_is_passive_and_shows_its_gender() -> None:
    made = forms(VerbSpec("استهدف", "يستهدف", passive_participle="مستهدف"))
    assert Form("المستهدفة", "passive_participle", None, None, "f", "s", "passive", definite=True) in made
