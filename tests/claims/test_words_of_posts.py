"""Words that posts tell a war by: prisoners handed over, people led away, fire without a pause, the spoken present."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report


@cache
def known() -> Knowledge:
    return load_knowledge()


def claims_of(text: str) -> list[Claim]:
    return list(read(Report("r", text, date(2024, 2, 5), "شبكة النور"), known()).claims)


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.type, claim.trigger.text) for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("الصليب الأحمر يتسلم 4 أسرى من الفصائل قرب دير البلح", "released", "يتسلم"),
        ("الفصائل تسلم ثلاثة محتجزين للصليب الأحمر في خان يونس", "released", "تسلم"),
        ("خروج 9 معتقلين من سجون النظام في صفقة تبادل قرب الباب", "released", "خروج"),
        ("اقتحموا البلدة وأخلوا سبيلهم بعد ساعتين", "released", "أخلوا سبيلهم"),
        ("المسلحون ساقوا معهم 5 شبان من قرية الشيخ", "abducted", "ساقوا معهم"),
        ("هاجموا القرية وأخذوا أبو سالم من بيته", "abducted", "أخذوا"),
        ("قصف على الحي، جارنا فقد ساقه وأخوه بخير", "wounded", "فقد ساقه"),
        ("قصف على السوق وبتر أطراف طفلين في سرمين", "wounded", "بتر أطراف"),
        ("القذائف لا تهدأ منذ الفجر حول سرمين", "shelling", "القذائف"),
        ("أصوات الرصاص مسموعة في الحي الغربي", "shooting", "أصوات الرصاص"),
        ("الزوارق تفتح رشاشاتها على ساحل رفح", "shooting", "تفتح رشاشاتها"),
        ("دخلوا علينا المسلحين من جهة الوادي", "attack", "دخلوا علينا"),
        ("قصف مدفعي على السهل والنيران تلتهم الحقول", "property_damage", "النيران تلتهم"),
        ("قصف على الحي الشرقي ولا خسائر بالأرواح", "killed", "خسائر بالأرواح"),
        ("قصف على القرية وعائلات تركت بيوتها نحو الشمال", "displaced", "تركت بيوتها"),
        ("أنباء عن دخول رتل تركي من معبر باب الهوى", "mobilize", "رتل"),
        ("قيادة الجيش تدفع بأرتال إلى محور الوادي", "mobilize", "تدفع بأرتال"),
        ("#عاجل إنذار من المتحدث باسم الجيش إلى سكان البلدة", "threaten", "إنذار"),
        ("عليكم إخلاء القرية والتوجه شمالا قبل قصف الجيش للمنطقة", "demand", "عليكم إخلاء"),
        ("الفصيل يمهل قوات الحكومة ثلاثة أيام للانسحاب", "demand", "يمهل"),
        ("شباب الحي سكروا طريق المطار", "protest", "سكروا طريق"),
        ("قطع طريق الجنوب بالإطارات المشتعلة", "protest", "قطع طريق"),
        ("إشكال بين متظاهرين وقوى الأمن قرب الجسر", "riot", "إشكال"),
        ("اعتراض مسيرتين فوق الصحراء بحسب الجيش", "repel", "اعتراض مسيرتين"),
        ("قوات الشغب فرقت معتصمين بالغاز المسيل عند الجسر", "attack", "فرقت"),
        ("قذيفة هاون على أطراف المدرسة والناس تركض", "shelling", "قذيفة هاون"),
        ("وقف إطلاق نار بين الفصيلين بوساطة الهلال الأحمر", "talks", "وساطة"),
        ("مسلحون أغلقوا بوابة الحقل بعد اشتباكات", "siege", "أغلقوا بوابة"),
    ],
)
def test_the_word_is_a_claim_in_a_post(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in told(text)


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("مسلحو الدعم السريع هاجمو القرية من الغرب", "attack", "هاجمو"),
        ("الدبابات بتقصف والجنود بيقصفوا سرمين من التلة", "shelling", "بيقصفوا"),
        ("قصف على الحي والأهالي بيناشدوا المنظمات", "demand", "بيناشدوا"),
    ],
)
def test_verbs_are_known_as_they_are_spoken(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقال بيان صادر عن الوزارة إن القصف طال المواد الغذائية في سرمين", "property_damage"),
        ("أرتال للنظام تنسحب من قرية النور بعد قصف عنيف", "mobilize"),
        ("قوات الأمن تضبط كميات من المخدرات في قرية النور بعد اشتباكات", "equipment_loss"),
        ("إطلاق سراح 7 أسرى من الفصائل بوساطة قبلية", "talks"),
        ("معركتنا الحقيقية مع الفساد لا مع أهل القرية", "clash"),
        ("دوي صفارات الإنذار في محيط القرية بعد قصف على السكان", "threaten"),
    ],
)
def test_the_same_words_elsewhere_are_none(text: str, kind: str) -> None:
    assert kind not in [found for found, _ in told(text)]
