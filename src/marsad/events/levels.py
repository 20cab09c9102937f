"""The levels of each comparison, as a table that a researcher can read and dispute: name, points, what it means.

Two pieces are one event from ``Rules.threshold`` points on. Points were set by hand on the sample reports and looked at
on the development reports, 2026-11-25; a place or day that excludes counts so much that nothing outweighs it.
"""

from __future__ import annotations

from dataclasses import dataclass

NEVER = -50.0


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a comparison."""

    name: str
    points: float
    means: str


PLACE = {
    "same": Level("same", 5.0, "most of what both tell is of the same spots"),
    "shares": Level("shares", 1.5, "a spot in common among others"),
    "within": Level("within", 4.0, "one lies within the radius of the other"),
    "holds": Level("holds", 0.5, "one is an area that holds the other"),
    "same_area": Level("same_area", 2.5, "the same area, and neither names a spot in it"),
    "front": Level("front", 0.5, "fighting on the ground at two spots of one front, a few kilometres apart"),
    "near": Level("near", -3.0, "two spots a few kilometres apart"),
    "province": Level("province", 0.0, "the same province, and no more is known"),
    "missing": Level("missing", 0.0, "one says no place"),
    "elsewhere": Level("elsewhere", NEVER, "two different places"),
}
TIME = {
    "same_day": Level("same_day", 3.0, "the same day"),
    "overlap": Level("overlap", 2.0, "days that overlap"),
    "report_day": Level("report_day", 1.0, "one gives no day, its report fits the day of the other"),
    "summary": Level("summary", -3.0, "one sums up several days, among them the other's"),
    "revised": Level("revised", 1.0, "a toll that is said to have risen, within three days of the happening"),
    "later_toll": Level("later_toll", -3.0, "a result told within three days of the happening"),
    "in_force": Level("in_force", 3.0, "what was agreed is told of on the days around it"),
    "next_day": Level(
        "next_day", -8.0, "days that follow one another: what goes on is a new event each day, as ACLED codes it"
    ),
    "to_come": Level("to_come", -4.0, "one is planned for no day that is told, the other has happened"),
    "missing": Level("missing", 0.0, "no day is known of one"),
    "other_days": Level("other_days", NEVER, "different days"),
}
TYPE = {
    "same": Level("same", 2.0, "a type of happening in common"),
    "deal": Level("deal", 4.0, "an agreement in common: few are made on one day"),
    "family": Level("family", 1.5, "types of one family"),
    "result": Level("result", 1.0, "one tells what came of it"),
    "sibling": Level(
        "sibling", -2.0, "fire from afar, of another kind: one may say shelling where the other says air strike"
    ),
    "aside": Level("aside", -3.0, "what one tells mostly, the other tells in passing"),
    "kin": Level("kin", -4.0, "violence of another kind"),
    "other": Level("other", -8.0, "happenings of different kinds"),
}
PARTIES = {
    "both": Level("both", 2.0, "who did it and to whom in common"),
    "one": Level("one", 1.5, "a party in common"),
    "bloc": Level("bloc", 0.5, "parties of one side"),
    "missing": Level("missing", 0.0, "one names no party that the register knows"),
    "other": Level("other", -0.5, "other parties"),
}
TOLL = {
    "same": Level("same", 1.5, "the same number of the same kind"),
    "overlap": Level("overlap", 0.5, "numbers that may be the same"),
    "missing": Level("missing", 0.0, "no number of the same kind"),
    "other": Level("other", -0.5, "other numbers"),
}
WEAPONS = {
    "same": Level("same", 0.5, "a class of weapon in common"),
    "missing": Level("missing", 0.0, "one names no weapon"),
    "other": Level("other", -0.5, "other weapons"),
}
WORDS = {
    "many": Level("many", 1.5, "several telling words in common"),
    "one": Level("one", 0.5, "one telling word in common"),
    "none": Level("none", 0.0, "no telling word in common"),
}
REPORT = {
    "other_report": Level("other_report", 0.0, "told by different reports"),
    "some_report": Level("some_report", -1.0, "a report tells them apart, others tell of one"),
    "same_report": Level("same_report", -3.0, "one report tells them apart"),
}
