"""Short words and beginnings beside a word that can name a happening: they tell which of its senses it has. Folded."""

from __future__ import annotations

WITH_SOMEBODY = "مع"
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
