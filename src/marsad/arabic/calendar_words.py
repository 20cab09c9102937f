"""Words that name days, months and years, as folded keys. In: nothing. Out: tables for whoever reads dates."""

from __future__ import annotations

from collections.abc import Mapping

from marsad.arabic.normalize import fold


def _keys(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


def _table(values: Mapping[int, str]) -> dict[str, int]:
    return {fold(word): value for value, words in values.items() for word in words.split()}


def _phrases(values: Mapping[str, int]) -> dict[tuple[str, ...], int]:
    """By the keys of the phrase, longest first, so that the first that fits is the longest that fits."""
    folded = {tuple(fold(phrase).split()): value for phrase, value in values.items()}
    return dict(sorted(folded.items(), key=lambda item: -len(item[0])))


# date.weekday() numbers.
WEEKDAYS = _table(
    {0: "الاثنين الإثنين", 1: "الثلاثاء", 2: "الأربعاء", 3: "الخميس", 4: "الجمعة", 5: "السبت", 6: "الأحد"}
)
# The same as heads of a genitive (جمعة الغضب) or hastily written.
BARE_WEEKDAYS = _table({4: "جمعة"})

# Gregorian months: the Egyptian, the Levantine and Iraqi, the Tunisian and Algerian, the Moroccan names.
MONTHS = _table(
    {
        1: "يناير جانفي",
        2: "فبراير شباط فيفري",
        3: "مارس آذار",
        4: "أبريل إبريل نيسان أفريل",
        5: "مايو أيار ماي",
        6: "يونيو يونيه حزيران جوان",
        7: "يوليو يوليه تموز جويلية يوليوز",
        8: "أغسطس آب أوت غشت",
        9: "سبتمبر أيلول شتنبر",
        10: "أكتوبر",
        11: "نوفمبر نونبر",
        12: "ديسمبر دجنبر",
    }
)
# Two-word months by their heads.
MONTH_HEADS = _keys("كانون تشرين")
TWO_WORD_MONTHS = {
    (fold(head), fold(tail)): value
    for head, tail, value in (
        ("تشرين", "الأول", 10),
        ("تشرين", "أول", 10),
        ("تشرين", "الثاني", 11),
        ("تشرين", "ثاني", 11),
        ("تشرين", "ثان", 11),
        ("كانون", "الأول", 12),
        ("كانون", "أول", 12),
        ("كانون", "الثاني", 1),
        ("كانون", "ثاني", 1),
        ("كانون", "ثان", 1),
    )
}
# These are other words as well (مارس practised, اب father, جوان a name): a month only beside a number or شهر.
WEAK_MONTHS = _keys("مارس آب ماي جوان أوت تموز نيسان أيار شباط")
HIJRI_MONTHS = _phrases(
    {
        "محرم": 1,
        "صفر": 2,
        "ربيع الأول": 3,
        "ربيع الثاني": 4,
        "ربيع الآخر": 4,
        "جمادى الأولى": 5,
        "جمادى الأول": 5,
        "جمادى الآخرة": 6,
        "جمادى الثانية": 6,
        "جمادى الثاني": 6,
        "رجب": 7,
        "شعبان": 8,
        "رمضان": 9,
        "شوال": 10,
        "ذو القعدة": 11,
        "ذي القعدة": 11,
        "ذو الحجة": 12,
        "ذي الحجة": 12,
    }
)
HIJRI_MONTH_HEADS = frozenset(phrase[0] for phrase in HIJRI_MONTHS)

# Days counted from the publication day.
DAYS = _phrases(
    {
        "اليوم": 0,
        "هذا اليوم": 0,
        "الليلة": 0,
        "هذه الليلة": 0,
        "هذا الصباح": 0,
        "هذا المساء": 0,
        "أمس": -1,
        "الأمس": -1,
        "البارحة": -1,
        "امبارح": -1,
        "مبارح": -1,
        "الليلة الماضية": -1,
        "الليلة الفائتة": -1,
        "الليل الماضي": -1,
        "الليلة قبل الماضية": -2,
        "أمس الأول": -2,
        "الأمس الأول": -2,
        "أول أمس": -2,
        "أول من أمس": -2,
        "قبل أمس": -2,
        "أول البارحة": -2,
        "غد": 1,
        "غدا": 1,
        "الغد": 1,
        "بعد غد": 2,
        "بعد غدا": 2,
        "بعد الغد": 2,
    }
)
DAY_HEADS = frozenset(phrase[0] for phrase in DAYS)
DAY_PARTS = _keys(
    "فجر صباح ظهر ضهر ظهيرة عصر مساء ليل ليلة منتصف مغرب عشاء ضحى غروب عشية صبيحة ساعات فجرا صباحا ظهرا عصرا مساء ليلا"
)
# "About", before an hour or a part of the day: حوالي الساعة الثالثة, قرابة الظهر.
ABOUT = _keys("نحو حوالي قرابة زهاء قرب حدود")
# The hours of a part of the day: ساعات الفجر الأولى من يوم السبت, ساعة متأخرة من ليل أمس.
HOURS = _keys("ساعات الساعات ساعة وقت")
HOURS_TAIL = _keys("الفجر الصباح المساء الليل النهار الأولى الأولية متأخرة المتأخرة مبكرة المبكرة متأخر مبكر سابق من")
NIGHT = _keys("ليل ليلة")
# Bare parts that are the report's own day: the noon of a report that tells of today.
BARE_PARTS = _phrases(
    {
        "منتصف النهار": 0,
        "منتصف الليل": 0,
        "فجرا": 0,
        "صباحا": 0,
        "ظهرا": 0,
        "عصرا": 0,
        "مساء": 0,
        "ساعات الصباح": 0,
        "ساعات الفجر": 0,
    }
)
# A part of the day behind the day it belongs to: أمس صباحا.
PART_ADVERBS = _keys("فجرا صباحا ظهرا عصرا مساء ليلا")
# Written without the alef of an adverb: مساء alone, or مساء الأحد.
EVENING = _keys("مساء")
BARE_NIGHT = _keys("ليلا")  # the night to the publication day
# What a night is called that is told of as a whole: ليلة دامية في X.
OF_A_NIGHT = _keys("دامية عنيفة ساخنة مرعبة ملتهبة مشتعلة")
NOON = _keys("الظهر الضهر")  # قبل الظهر
DAY_AND_NIGHT = _keys("ونهارا")
MORNING = _keys("الصباح الفجر الظهر")  # منذ الصباح
DAY_LEADS = _keys("يوم نهار ليوم بيوم")
DATE_LEADS = _keys("بتاريخ تاريخ الموافق يوم يومي")
PAIR_LEADS = _keys("يومي ليلتي")

PAST = _keys("الماضي الماضية الماضيين الماضيتين الفائت الفائتة المنصرم المنصرمة المنقضي المنقضية")
LATEST = _keys("الأخير الأخيرة الأخيرين الأخيرتين السابقة")  # of stretches only: الأيام الأخيرة
THIS = _keys("الجاري الجارية الحالي الحالية")
NEXT = _keys("المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين التالي التالية الآتي")
SAME = _keys("نفسه ذاته نفسها ذاتها المذكور")
PERIODS = {
    fold(word): unit
    for unit, words in {
        "week": "الأسبوع أسبوع",
        "month": "الشهر شهر",
        "year": "العام عام السنة سنة",
    }.items()
    for word in words.split()
}
SEASONS = _table({3: "الربيع ربيع", 6: "الصيف صيف", 9: "الخريف خريف", 12: "الشتاء شتاء"})
THIS_LEADS = _keys("هذا هذه")
YEAR_LEADS = _keys("عام العام سنة السنة")
YEARS_LEADS = _keys("عامي عامين سنتي العامين")
MONTHS_LEADS = _keys("شهري")
PARTS = {
    fold(word): part
    for part, words in {
        "early": "مطلع بداية أوائل بدايات مستهل أول",
        "middle": "منتصف أواسط",
        "late": "أواخر نهاية نهايات أخر ختام",
    }.items()
    for word in words.split()
}

# Halves of a month or a year: النصف الثاني من مايو.
HALF_HEADS = _keys("النصف نصف")
HALVES = {fold("الأول"): "first", fold("الثاني"): "second"}

# What is counted back: singular, dual and plural.
SPAN_SINGULAR = {
    fold(word): unit
    for unit, words in {
        "hour": "ساعة",
        "day": "يوم يوما ليلة",
        "week": "أسبوع أسبوعا",
        "month": "شهر شهرا",
        "year": "عام عاما سنة",
    }.items()
    for word in words.split()
}
SPAN_DUAL = {
    fold(word): unit
    for unit, words in {
        "hour": "ساعتين",
        "day": "يومين اليومين ليلتين",
        "week": "أسبوعين الأسبوعين",
        "month": "شهرين الشهرين",
        "year": "عامين سنتين العامين السنتين",
    }.items()
    for word in words.split()
}
SPAN_PLURAL = {
    fold(word): unit
    for unit, words in {
        "hour": "ساعات الساعات دقائق الدقائق",
        "day": "أيام الأيام ليال الليالي",
        "week": "أسابيع الأسابيع",
        "month": "أشهر شهور الأشهر الشهور",
        "year": "أعوام سنوات سنين الأعوام السنوات السنين",
    }.items()
    for word in words.split()
}
AGO = _keys("قبل")
SINCE = _keys("منذ مذ")
AFTER = _keys("بعد عقب")
# The day after: غداة الهجوم tells of a deed of the day before.
ON_THE_MORROW = _keys("غداة")
STARTS = _keys("بدء بداية اندلاع انطلاق انطلاقة")
VAGUE_FEW = _keys("قليلة القليلة عدة بضعة بضع معدودة")
JUST_NOW = _keys("قليل لحظات دقائق ساعات")
# Dating words that fix no day by themselves, by kind.
VAGUE = {
    "vague": (
        "مؤخرا",
        "في الآونة الأخيرة",
        "الآونة الأخيرة",
        "الفترة الماضية",
        "الفترة الأخيرة",
        "نفس الفترة",
        "الفترة نفسها",
        "الفترة ذاتها",
        "هذه الأيام",
        "منذ ذلك الحين",
        "منذ ذلك الوقت",
        "منذ ذلك التاريخ",
    ),
    "night": (
        "طوال الليل",
        "طيلة الليل",
        "أثناء الليل",
        "خلال الليل",
    ),
    "earlier": ("وقت سابق",),
    "same_day": ("اليوم نفسه", "اليوم ذاته", "نفس اليوم", "ذات اليوم", "ذلك اليوم"),
    "next_day": ("اليوم التالي",),
}

# The word before اليوم or after it that makes it a name or another day: المصري اليوم, اليوم السابع, كل يوم.
TODAY_NAMES = _keys(
    "المصري العربي روسيا رأي أخبار مراسل مراسلة مراسلو فضائية تلفزيون إذاعة صحيفة جريدة قناة موقع وكالة شبكة صدى "
    "ذلك نفس طوال طيلة كامل"
)
OUTLET_WORDS = _keys("صحيفة جريدة قناة موقع وكالة شبكة إذاعة منصة")
NOT_TODAY_AFTER = _keys("التالي نفسه ذاته العالمي الوطني الدولي الواحد الأخير الذي الموالي اللاحق المذكور المشؤوم الـ")
# Before a number of a month that counts its weeks: الأسبوع الثاني من شباط.
WEEK_WORDS = _keys("الأسبوع أسبوع لأسبوع")
# The word before a month or weekday that makes it the name of a war, a town, a street: ثورة 25 يناير, سوق الجمعة.
NAMED_AFTER_DATES = _keys(
    "ثورة حرب مدينة جسر شارع ميدان ساحة حركة أحداث انتفاضة جامعة مشفى مستشفى مطار صحيفة جريدة كوبري حي سد ذكرى عيد "
    "بلدة قرية لواء كتيبة سوق خان مدرسة مزرعة حزب وكالة جبل نهر ناحية دوار حديقة معسكر قاعدة برج فندق ملعب اعتداءات"
)
STAMP_LEADS = _keys("تحديث نشر نشرت النشر آخر أخر تاريخ")
CLOCK_TAILS = _keys("والنصف والربع والثلث الواحدة عشرة عشر دقيقة دقائق من")
CLOCK_WORDS = _keys("الساعة ساعة")
CLOCK_HEADS = _keys("الساعة")
# The part of the day behind an hour, longest first.
CLOCK_PARTS = tuple(
    tuple(fold(phrase).split())
    for phrase in (
        "بعد منتصف الليل", "قبل منتصف الليل", "بعد الظهر", "قبل الظهر", "بعد ظهر", "قبل ظهر", "منتصف الليل",
        "فجرا", "صباحا", "ظهرا", "عصرا", "مساء", "ليلا",
    )
)  # fmt: skip
HIJRI_MARKS = _keys("هـ هجري هجرية للهجرة")
GREGORIAN_MARKS = _keys("م ميلادي ميلادية")
# A bare month name is believed behind one of these: في أكتوبر.
MONTH_CUES = _keys("في وفي منذ ومنذ خلال وخلال حتى من إلى بين")
# العام behind these is "general", not "year": الأمين العام الحالي.
OFFICES = _keys("الأمين المدير المدعي النائب المفتش الأمن الرأي القطاع الإضراب القائد العفو")
