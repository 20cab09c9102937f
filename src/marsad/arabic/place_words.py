"""Words that say how places lie in and beside one another, folded as keys are; and how what is to be is said."""

from __future__ import annotations

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
WHOLE = frozenset(["كامله", "باكملها", "باسرها", "كلها"])
# What stands between a place and the wider one that holds it.
HOLDING = frozenset(["في", "من", "قرب", "بالقرب", "بمحاذاه", "بجوار", "بجانب", "عند"])
# What adds one more place: إضافة إلى, ولا سيما.
ADDING = frozenset(["اضافه", "بالاضافه", "فضلا", "علاوه", "خاصه", "وخاصه", "سيما", "لاسيما", "خصوصا", "وخصوصا"])
# What stands before the place that a deed is aimed at: nothing, where it is the object of the verb.
AIMED_BY = frozenset(["", *["علي", "نحو", "باتجاه", "صوب", "الي"]])
# على أن يجري الجمعة تبادل; the first letters of a verb of the future, third person.
ON_THAT = ("علي", "ان")
WILL = ("ست", "سي", "سن", "وست", "وسي")
