"""Short words and beginnings beside a word that can name a happening: they tell which of its senses it has. Folded."""

from __future__ import annotations

WITH_SOMEBODY = "مع"
OR = "او"
WITH_OR_BETWEEN = ("مع", "بين")
# To whom a call goes, and how what it calls to begins: إلى, للوقف, لوقف, بضرورة.
TOWARDS, TO_OR_NEEDED = ("الي", "ل"), ("لل", "لا", "لو", "بضر")
# Before somebody who is not the one that acts.
NOT_OF_WHOM = frozenset({"في", "قبل", "ضد"})
# How a verdict begins behind its verb: قضى بالسجن, بسجنه.
BY_THE = ("بال", "بس")
# The first letters of gas and gases.
GAS = "غاز"
# What divides clauses within a sentence.
CLAUSE_MARKS = frozenset({":", "؛", "."})
# How nouns end that carry their owner (قواته, مقاتليها), the letter that only looks like it where it is not folded, and
# how adjectives of countries and kinds end (قوة إسرائيلية, رتل تركي).
OWNED, TA_MARBUTA = ("ه", "ها", "هم", "نا"), "ة"
NISBA = ("ي", "يه")
# Before what brought harm about: سقوط قتلى بفعل ألغام.
BROUGHT_ABOUT_BY = frozenset({"جراء", "نتيجه", "اثر", "بسبب", "بفعل"})
# Words that only say of a deed that it is one: محاولة اغتيال.
SO_CALLED = frozenset({"محاوله", "محاولات", "عمليه", "عمليات"})
# Endings of a verb that can be nothing but whom it befell; how adjectives of a feminine noun end.
WHOM, OF_A_FEMININE = ("ها", "هم", "هما", "هن"), ("ه", "ا")
# The last letter of Ali, which "on" is not written with where people write with care.
OF_ALI = "ي"
# Behind "on": at least.
THE_LEAST = "الاقل"
# The thousands, the hundreds, the tens: people by themselves, where آلاف counts others.
THE_MANY = frozenset({"الالاف", "الميات", "العشرات", "الملايين"})
# Words for one or some of those behind من: أي من مقاتليها, أحد الجنود.
ONE_OR_SOME = frozenset({"احد", "احدي", "اي", "ايا", "ايه", "كل", "كلا", "كلتا", "عدد", "عددا", "عشرات", "بعض"})
# Pronouns of people as objects, and behind a preposition.
THEM = frozenset({"هم", "هما", "هن"})
BY_THEM = frozenset({"به", "بها", "بهم", "بهما", "بهن", "باحدهم", "باحدهما", "باحداهن"})
ON_THEM = frozenset({"عليه", "عليهم", "عليهما", "عليهن"})
# A few, whose first letter looks like a preposition.
A_FEW = frozenset({"بضعه", "بضع"})
# What burns down what it comes upon.
FIRES = frozenset({"النار", "النيران", "نيران", "حريق", "الحريق", "حرايق", "الحرايق", "السنه", "اللهب"})
# People who are named by what became of them.
DEAD_OR_HURT = frozenset(
    {"قتيل", "قتلي", "قتيلا", "شهيد", "شهداء", "شهيدا", "ضحيه", "ضحايا", "جريح", "جرحي", "جريحا", "مصاب", "مصابين",
     "مصابون", "مصابا", "اسير", "اسري", "اسيرا", "قتيلين", "شهيدين", "جريحين", "صرعي"}
)  # fmt: skip
# Before whom a sentence or a crime is against: حكم الإعدام بحق X.
AGAINST_WHOM = "بحق"
# Words that something has to follow: none of them ends a line that somebody ended.
NEVER_LAST = frozenset(
    {"في", "من", "علي", "الي", "عن", "مع", "ان", "التي", "الذي", "الذين", "بين", "خلال", "بعد", "قبل", "منذ", "حتي",
     "ضد", "عند", "لدي", "نحو", "اثر", "عبر", "حول", "لم", "لن", "قد", "كما", "او", "ثم", "هذا", "هذه", "تلك", "كان",
     "كانت", "كل", "اي", "غير", "احد", "لكن", "حيث", "اذا", "بسبب", "نتيجه", "جراء", "عقب", "قرب", "داخل", "مدينه",
     "محافظه", "بلده", "قريه", "قوات", "تنظيم"}
)  # fmt: skip
# Words that something stands before: none of them opens a line that somebody began.
NEVER_FIRST = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين", "اللذان", "وان", "بان", "لان"})
# "That he had done" something, of what is denied or thought: نفى الجيش أن يكون قصف X.
THAT, TO_HAVE_DONE = "ان", frozenset({"يكون", "تكون", "يكونوا", "يكن", "تكن"})
# Before a verb of what somebody does in the meantime: أمسكوا به وهو ينزف.
WHILE_HE = frozenset({"وهو", "وهي", "وهم", "وهما", "وهن"})
# "That" with the pronoun that is the subject of what follows: أعلن أنها قصفت.
THAT_SUBJECTS = frozenset(
    {"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "وانه", "وانها", "وانهم", "لانه", "لانها"}
)
# The noun that "to let go" is split from: أطلق X سراح Y.
RELEASE = "سراح"
# The first letters of verbs of the future; "to control", which begins like one; "may", before verbs of the present.
WILL_BE, CONTROL_VERB = frozenset({"ست", "سي"}), "سيطر"
MAY = frozenset({"قد", "وقد", "فقد"})
# Words of a time that is to come: يوم الجمعة المقبل, غدا.
COMING_DAYS = frozenset({"المقبل", "المقبله", "القادم", "القادمه", "غدا", "الغد", "غد"})
# What stands before a noun that is wanted: من أجل; and right before a verb of what is meant to be done, or will be.
FOR_THE_SAKE_OF = "اجل"
TO_DO = frozenset({THAT, "بان", "كي", "لكي", "سوف"})
# What is told before or after a deed that was done: قبل أن تنسحب; and what came next, only before it.
AROUND_DEEDS = frozenset({"قبل", "بعد"})
BEFORE = frozenset({"قبل", "قبيل"})


def may_be_present(key: str) -> bool:
    """Whether a verb looks like one of the present: its first letter says so, and its last no past."""
    return key[:1] in ("ي", "ت") and not key.endswith("ت")
