"""Copies of one text: reports that share so many claims, word for word, that one repeats the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from marsad.records import Told

LEAST_SHARED = 0.8  # share of claims two reports have word for word in common to be copies of one text
FEWEST_CLAIMS = 3  # fewer claims in common may be chance
MOST_SHARING = 50  # words that fifty texts share show no copy
UNNAMED = "unnamed outlet"
UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Marked:
    """A report by the marks of its claims; those that no other has may be left out, ``size`` counts them too."""

    report: str
    outlet: str | None
    copy_of: str | None
    marks: Collection[int]
    size: int


def copied(told: Iterable[Told]) -> dict[str, tuple[str, str]]:
    """For each report whose text repeats another's, that report, and the outlet of the first to tell it."""
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        reports[one.report].append(one)
    return copied_among(map(_marked, sorted(reports.values(), key=lambda group: first_told(group[0]))))


def _marked(group: Sequence[Told]) -> Marked:
    marks = marks_of(group)
    return Marked(group[0].report, group[0].outlet, group[0].copy_of, marks, len(marks))


def copied_among(reports: Iterable[Marked]) -> dict[str, tuple[str, str]]:
    """The same of reports by their marks, in the order in which they were told."""
    ordered = list(reports)
    outlets = {each.report: each.outlet or UNNAMED for each in ordered}
    sizes = {each.report: each.size for each in ordered}
    found: dict[str, tuple[str, str]] = {}
    by_mark: dict[int, list[str]] = defaultdict(list)
    for each in ordered:
        counts: dict[str, int] = defaultdict(int)
        for mark in each.marks:
            for earlier in by_mark[mark]:
                counts[earlier] += 1
        root = each.copy_of or copied_from(each.size, counts, sizes)
        if root is not None and root in outlets:
            found[each.report] = root, found[root][1] if root in found else outlets[root]
        else:
            for mark in each.marks:
                if len(by_mark[mark]) < MOST_SHARING:
                    by_mark[mark].append(each.report)
    return found


def copied_from(size: int, counts: Mapping[str, int], sizes: Mapping[str, int]) -> str | None:
    """The earlier report that one with so many marks repeats: ``counts`` are the marks it shares with each."""
    for earlier, shared in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if shared >= FEWEST_CLAIMS and shared >= LEAST_SHARED * min(size, sizes[earlier]):
            return earlier
    return None


def first_told(told: Told) -> tuple[str, str]:
    """The order in which reports were told."""
    return told.published.isoformat() if told.published else UNDATED, told.report


def marks_of(group: Sequence[Told]) -> frozenset[int]:
    """Claims by their words (type, trigger, number, places, day, targets), each as a number."""
    return frozenset(map(_mark, group))


def _mark(one: Told) -> int:
    claim = one.claim
    words = (
        claim.type, claim.trigger.text, claim.count.text if claim.count else None,
        tuple(place.text for place in claim.places), claim.date_from, claim.date_to,
        tuple(target.text for target in claim.targets),
    )  # fmt: skip
    written = repr(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=8).digest(), "little", signed=True)
