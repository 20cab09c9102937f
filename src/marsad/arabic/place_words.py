"""Words that say how places lie in and beside one another, folded as keys are; and how what is to be is said."""

from __future__ import annotations

from marsad.arabic.clitics import AND, with_prefix

# Sides and parts of a wider place: غرب مأرب, مركز المدينة.
SIDES = frozenset(
    {
        "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "ريف", "اقصي", "كبري", "مركز", "محيط",
        "اطراف",
    }
)  # fmt: skip
# Its surroundings, between a place and what contains it: تل بزام ومحيطه في ريف حماة.
AROUND_IT = frozenset(["محيطه", "محيطها", "محيطهما", "اطرافه", "اطرافها"])
# Verbs and words behind a place that say more of it: X التي تقع في Y, X كاملة.
LIES = frozenset(["تقع", "يقع", "تقعان", "يقعان"])
# Behind a comma that sets apart where it lies: محافظة X، التابعة لإقليم Y; X، الواقعة إلى الشرق من Y.
LIES_IN = frozenset(
    {
        "الواقعه", "الواقع", "الواقعتين", "الكائنه", "الكائن", "التابعه", "التابع", "التابعتين", "القريبه", "القريب",
        "المجاوره", "المجاور", "المحاذيه", "المحاذي", "المتاخمه", "المتاخم", "المطله", "الملاصقه", "الفاصله",
        "عاصمه", "كبري",
    }
)  # fmt: skip
WHOLE = frozenset(["كامله", "باكملها", "باسرها", "كلها"])
# For whom a camp is: مخيم X للنازحين جنوب Y.
FOR_WHOM = frozenset({"للنازحين", "للاجيين"})
# What stands between a place and the wider one that holds it.
HOLDING = frozenset(["في", "ضمن", "من", "قرب", "بالقرب", "بمحاذاه", "بجوار", "بجانب", "عند"])
# What a blow is aimed at: قصف على X.
UPON = "علي"
# What stands before the place that something lies in.
IN_A_PLACE = ("ب", "في")
# What stands before where something lies that was hit.
LYING = frozenset(["ب", *["في", "وسط", "ضمن", "قرب", "داخل", "من"]])
# What damage was done to, and where.
DONE_TO, DONE_IN, HIT_OR_IN = ("ل", "ب"), ("ب", "في", "داخل"), ("ب", "في", "ل")
# What adds one more place: إضافة إلى, ولا سيما, منها X وY.
ADDING = frozenset(
    ["اضافه", "بالاضافه", "فضلا", "علاوه", "خاصه", "وخاصه", "سيما", "لاسيما", "خصوصا", "وخصوصا", "منها", "بينها"]
)
# What picks some out of those just told: بينها مصنع.
AMONG_WHICH = frozenset(["منها", "بينها"])
# What stands before the place that a deed is aimed at: nothing, where it is the object of the verb.
AIMED_BY = frozenset(["", *["علي", "نحو", "باتجاه", "تجاه", "صوب", "الي"]])
# Where a charge went off: in what it destroyed, under it, and what a verb of blowing up names.
WENT_OFF_IN = frozenset(["ب", *["في", "داخل", "اسفل", "تحت", "علي"]])
WENT_OFF_INSIDE = ("داخل", "عند")
WENT_OFF_AT = ("ب", "علي", "اسفل", "تحت")
# What a verb that tells of a place begins and ends with: قرية يسكنها, بلدة شهدت.
TELLS_BEGIN, TELLS_END = ("ي", "ت"), ("ت", "وا", "ها", "هم")
# Years of somebody's age, and how they begin: يبلغ من العمر 11 عاما.
AGE_YEARS = frozenset({"عام", "عاما", "سنه", "اعوام", "سنوات", "ربيعا"})
OF_THE_AGE = ("العمر", "من")
# على أن يجري الجمعة تبادل; the first letters of a verb of the future, third person.
ON_THAT = ("علي", "ان")
WILL = ("ست", "سي", "سن", "وست", "وسي")
# What tells behind a word for a place which one it is: المنطقة الواقعة بين X وY.
WHERE_IT_LIES = frozenset(
    {"الواقعه", "الواقع", "الكاينه", "الممتده", "الفاصله", "المحيطه", "القريبه", "المجاوره", "المحاذيه", "المتاخمه"}
)
# Who was passing by where a charge went off: أثناء مرور X.
PASSING, WHILE = "مرور", frozenset({"لدي", "اثناء", "عند", "خلال", "لحظه"})
# Between a border and the countries that it parts.
PARTED = {"مع": 1, "بين": 2}
# Before a border, and before a landmark or what lies round it: في محيط المشفى الوطني.
AT_A_BORDER, NEAR_TO = frozenset({"علي", "في", "عند", "قرب", "ب", "عبر"}), frozenset({"بالقرب", "مقربه"})
ROUND = frozenset({"محيط", "جوار", "مدخل"})
AT = frozenset(
    {"عند", "بجانب", "جانب", "في", "قرب", "داخل", "خارج", "وسط", "امام", "خلف", "بالقرب", "بجوار", "جنب", "ب", "حول"}
)
# Before a name that no register has, where a wider place stands behind it: على X بشمال Y.
HELD_BY = frozenset({"في", "علي", "قرب", "عند", "وسط", "داخل", "بجوار", "جنب", "حول", "فوق", "نحو", "الي"})
# What stands before the place that somebody goes to.
INTO = frozenset({"الي", "نحو", "صوب", "باتجاه", "تجاه"})
# The strip that news of its country call by that word alone.
STRIP = "القطاع"
# Words for units that a gazetteer has under their numbers, and what stands before whom somebody is of.
UNITS = frozenset({"الفرقه", "اللواء", "الفوج", "الكتيبه", "فرقه", "لواء", "فوج", "كتيبه"})
FROM = "من"
# Before من with the first of several places: بدءا من X وصولا إلى Y.
BEGINNING = frozenset({"بدءا", "ابتداء"})
# What stands between who is on a side and the country whose side it is: المرتبطة بروسيا, المدعومة من تركيا.
ON_THE_SIDE = frozenset({"ب", "ل", "من", "مع"})
# What opens a clause of time or cause before the sentence's own deed; behind which words a verb still belongs to it.
TIME_OPENERS = frozenset({"بعد", "عقب", "اثر", "قبل", "منذ", "غداه"})
VERB_BEHIND = frozenset({"ما", "عندما", "حين", "حينما", "لما", "منذ"})
# What begins another deed at the time of the one told: …، وتزامن ذلك مع غارات على X.
AT_THAT_TIME = with_prefix(
    frozenset({"تزامن", "تزامنت", "يتزامن", "تتزامن", "ترافق", "ترافقت", "يترافق", "تترافق"}), AND
)
# Where somebody was who went on; nobody says nearer where: توفي في الطريق إلى X.
THE_WAY = "الطريق"
# By these a place is under what was agreed: المنطقة تخضع لاتفاق.
SUBJECT_TO = with_prefix(frozenset({"تخضع", "يخضع", "خضوع", "المشموله", "مشموله"}), AND)
