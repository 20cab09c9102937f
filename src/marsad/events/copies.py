"""Copies of one text: reports that share so many claims, word for word, that one repeats the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from marsad.records import Told

LEAST_SHARED = 0.8  # share of claims two reports have word for word in common to be copies of one text
FEWEST_CLAIMS = 3  # fewer claims in common may be chance
MOST_SHARING = 50  # words that fifty texts share show no copy
UNNAMED = "unnamed outlet"
UNDATED = "9999"


def copied(told: Iterable[Told]) -> dict[str, tuple[str, str]]:
    """For each report whose text repeats another's, that report, and the outlet of the first to tell it."""
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        reports[one.report].append(one)
    marks = {report: marks_of(group) for report, group in reports.items()}
    sizes = {report: len(own) for report, own in marks.items()}
    found: dict[str, tuple[str, str]] = {}
    by_mark: dict[int, list[str]] = defaultdict(list)
    for report in sorted(reports, key=lambda name: first_told(reports[name][0])):
        counts: dict[str, int] = defaultdict(int)
        for mark in marks[report]:
            for earlier in by_mark[mark]:
                counts[earlier] += 1
        root = reports[report][0].copy_of or copied_from(sizes[report], counts, sizes)
        if root is not None and root in reports:
            found[report] = root, found[root][1] if root in found else reports[root][0].outlet or UNNAMED
        else:
            for mark in marks[report]:
                if len(by_mark[mark]) < MOST_SHARING:
                    by_mark[mark].append(report)
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
