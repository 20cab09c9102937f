"""Words of ruins, roads, crowds and lost ground, and attacks told by two adjectives, each in an invented sentence."""

from __future__ import annotations

from functools import partial

import pytest

from tests.claims import in_war

claims_of = partial(in_war.claims_of, sieve=False)


@pytest.mark.parametrize(
    ("kind", "trigger", "text"),
    [
        ("property_damage", "مهدم", "وأظهرت الصور منزلا مهدما في الحي الشرقي."),
        ("property_damage", "محترقة", "وشوهدت سيارات محترقة في السوق."),
        ("property_damage", "تسوية", "وأظهر الفيديو تسوية المبنى بالأرض."),
        ("protest", "قطع", "وقطع المحتجون طريقا يربط المدينة بالميناء."),
        ("riot", "رشق", "ورشق مئات المحتجين مبنى المحافظة."),
        ("riot", "احتجاجات عنيفة", "وشهدت المدينة احتجاجات عنيفة لأسابيع."),
        ("demand", "مطالبها", "وكررت الحركة مطالبها بانسحاب القوات."),
        ("demand", "أهابت", "وأهابت الحكومة بالسكان عدم نشر الصور."),
        ("accuse", "يلوم", "وقال إن كثيرين يلومون الحكومة على ما جرى."),
        ("accuse", "شكوى", "وتعتزم الحكومة تقديم شكوى إلى مجلس الأمن ضد تركيا."),
        ("repel", "منعتهم", "وحاول المسلحون اقتحام المعسكر لكن قوات الأمن منعتهم من دخوله."),
        ("repel", "دحر هجوم", "وقال الجيش إنه تمكن من دحر هجوم للمتمردين على البلدة."),
        ("repel", "باءت بالفشل", "وقال الناطق إن محاولة الهجوم باءت بالفشل."),
        ("clash", "مقاومة", "ولقيت القوات مقاومة عنيفة في الحي الشرقي."),
        ("clash", "تبادل", "وأفادت مصادر بتبادل جنود من الجيش النار مع مسلحين قرب المعبر."),
        ("attack", "حربا", "وشنت الحكومة حربا على المتمردين في الجبال."),
        ("attack", "اخترق", "وقال الجيش إن مسلحا اخترق سياج المستوطنة فجرا."),
        ("airstrike", "الحملة الجوية", "واستمرت الحملة الجوية التي بدأها التحالف قبل شهر."),
        ("siege", "غلق", "وتم غلق منافذ المدينة أمام السكان."),
        ("siege", "طوق", "وفرضت القوات طوقا أمنيا على المدينة."),
        ("withdrawal", "فقد", "وقال إن التنظيم هاجم البلدة منذ أن فقد السيطرة عليها."),
        ("withdrawal", "تركت", "وقال شاهد إن الجماعة تركت مواقعها بعد المعركة."),
        ("mobilize", "التحق", "والتحق مئات الشبان بمعسكرات الجيش."),
        ("mobilize", "إجراءات أمنية مشددة", "واتخذت الشرطة إجراءات أمنية مشددة في المدينة."),
        ("killed", "قضت عليهم", "واشتبكت القوات مع المسلحين وقضت عليهم."),
        ("aid", "تزويد", "وقررت الحكومة تزويد الفصائل بالدروع."),
        ("threaten", "الضرب بيد من حديد", "وتوعدت القيادة الضرب بيد من حديد لكل من يعبث بالأمن."),
    ],
)
def test_the_word_is_a_claim(kind: str, trigger: str, text: str) -> None:
    found = [claim for claim in claims_of(text) if trigger in claim.trigger.text or claim.trigger.text in trigger]
    assert kind in [claim.type for claim in found]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("property_damage", "ووصلت المدمرة الأمريكية إلى الميناء."),
        ("property_damage", "وتصاعد الدخان من إطارات سيارات محترقة."),
        ("siege", "وفرضت الشرطة طوقا أمنيا حول مكان الانفجار."),
        ("withdrawal", "وقال المصدر: فقد شهدت المنطقة مقتل ثلاثة مدنيين."),
        ("threaten", "ودعا النائب إلى الضرب بيد من حديد على الفساد."),
        ("mobilize", "وخرج المحتجون وسط إجراءات أمنية مشددة."),
        ("demand", "وساندت الكتلة مطالب السكان."),
    ],
)
def test_the_word_is_none_beside_other_company(kind: str, text: str) -> None:
    assert kind not in [claim.type for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("وقتل مدني في قصف جوي ومدفعي على بلدة بنش.", ["airstrike", "shelling"]),
        ("وتواصل القوات قصفها المدفعي والجوي على بلدة بنش.", ["airstrike", "shelling"]),
        ("وتعرضت البلدة لهجمات صاروخية وجوية عنيفة.", ["airstrike", "shelling"]),
        ("وقتل مدني في قصف مدفعي وصاروخي على بلدة بنش.", ["shelling"]),
    ],
)
def test_fire_from_the_air_and_from_the_ground_is_two_claims(text: str, types: list[str]) -> None:
    assert sorted(c.type for c in claims_of(text) if c.type in ("airstrike", "shelling")) == types


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("protest", "ووصل مئات المتظاهرين في مدينة السويداء.", True),
        ("protest", "وقتل مدني بعدما هدد عشرات المتظاهرين الحارس.", False),
        ("mobilize", "وانتشرت قوات من الجيش في شوارع المدينة.", True),
        ("mobilize", "وتنتشر قوات من الجيش في شوارع المدينة.", False),
        ("control_gain", "واحتلت القوات التركية بلدة النيرب.", True),
        ("control_gain", "وخرج المسلحون من النقاط التي تحتلها القوات التركية في النيرب.", False),
        ("attack", "وأعلن الجيش حظر التجول خشية تسلل مسلحين.", False),
    ],
)
def test_what_is_a_deed_and_what_a_state(kind: str, text: str, told: bool) -> None:
    assert (kind in [claim.type for claim in claims_of(text)]) is told


@pytest.mark.parametrize("verb", ["واندلعت", "واستمرت", "وتجددت"])
def test_fighting_told_again_with_its_place_is_told_anew(verb: str) -> None:
    before = in_war.WAR + "ودارت اشتباكات عنيفة بين الجيش والفصائل في بلدة سرمين. "
    assert "clash" in [claim.type for claim in claims_of(f"{verb} الاشتباكات في محيط بلدة كفرنبل.", before)]


@pytest.mark.parametrize(
    "text",
    ["وقال إن انتحاريا فجر شاحنة في بلدة سرمين.", "وقال إن انتحاريا ثانيا حاول تفجير شاحنة في البلدة."],
)
def test_the_blast_of_a_bomber_is_his(text: str) -> None:
    assert "suicide_bombing" in [claim.type for claim in claims_of(text)]


def test_what_was_intercepted_and_destroyed_is_the_missile() -> None:
    text = "وأطلق المتمردون صاروخا على المدينة، وتمكنت قوات الدفاع الجوي من اعتراضه وتدميره."
    lost = next(claim for claim in claims_of(text) if claim.type == "equipment_loss")
    assert lost.item is not None
    assert lost.item.text == "صاروخا"


@pytest.mark.parametrize("most", ["أغلب الضحايا هم من", "بقية الضحايا من", "معظم القتلى كانوا من"])
def test_what_most_of_the_dead_were_is_a_claim(most: str) -> None:
    told = [claim for claim in claims_of(f"وقالت المصادر إن {most} الأطفال.") if claim.type == "killed"]
    assert [target.text for claim in told for target in claim.targets] == ["الأطفال"]


def test_operations_carried_out_by_what_follows_them_are_attacks() -> None:
    text = "وقتل ثلاثة مسلحين خلال العمليات التي يقوم بها الجيش في الجبال."
    assert "attack" in [claim.type for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("attack", "وهاجم المسلحون نقطة الشرطة في البلدة بالأسلحة والصواريخ."),
        ("killed", "وأعلنت الشرطة تصفية ستة إرهابيين في البلدة."),
        ("assassination", "وأعلنت الشبكة تصفية ناشطين في البلدة."),
        ("shelling", "وتبادلت الفصائل القصف مع قوات الحكومة في البلدة."),
        ("airstrike", "وأقلعت طائرة من القاعدة ثم أغارت على بلدة النيرب."),
        ("abducted", "واحتجز تنظيم الدولة الإسلامية عشرات العائلات في البلدة."),
        ("arrested", "واحتجزت الشرطة عشرات المدنيين في البلدة."),
    ],
)
def test_the_kind_of_a_deed_is_told_by_who_did_it_to_whom(kind: str, text: str) -> None:
    assert kind in [claim.type for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("وتظاهر آلاف السكان في بلدة سرمين.", (1000, 9999)),
        ("ورشق مئات المحتجين مبنى المحافظة بالحجارة.", (100, 999)),
    ],
)
def test_a_crowd_is_counted_by_who_is_in_it(text: str, bounds: tuple[int, int]) -> None:
    claim = next(claim for claim in claims_of(text) if claim.type in ("protest", "riot"))
    assert claim.count is not None
    assert (claim.count.low, claim.count.high) == bounds


@pytest.mark.parametrize("who", ["الطفل أحمد", "القيادي في الفصيل", "المزارع"])
def test_a_person_alone_is_one(who: str) -> None:
    claim = next(claim for claim in claims_of(f"وأعلنت الشبكة مقتل {who} في بلدة سرمين.") if claim.type == "killed")
    assert claim.count is not None
    assert (claim.count.low, claim.count.high) == (1, 1)


@pytest.mark.parametrize(
    ("kind", "trigger", "text"),
    [
        ("demand", "نداء", "ووجه رئيس المجلس المحلي في البلدة، سامر علي، نداء إلى المنظمات الدولية."),
        ("accuse", "تهمة", "ووجهت النيابة إلى الجندي، وهو في الثلاثين من عمره، تهمة القتل."),
        ("attack", "كمين", "وقتل جنديان في كمين نصبه مسلحون لدورية عسكرية."),
    ],
)
def test_what_is_directed_at_somebody_stands_far_behind_its_verb(kind: str, trigger: str, text: str) -> None:
    assert (kind, trigger) in [(claim.type, claim.trigger.text) for claim in claims_of(text)]
