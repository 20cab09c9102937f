"""Who stands behind a claim: the root claimant, however many outlets pass it on, and copies of one text as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from marsad.arabic.normalize import fold
from marsad.events.load import bare, load_words
from marsad.events.rules import Rules
from marsad.records import SourceMention, Told

LEAST_SHARED = 0.8  # share of claims two reports have word for word in common to be copies of one text
FEWEST_CLAIMS = 3  # fewer claims in common may be chance
UNNAMED = "unnamed outlet"
QUOTED_BY = " · "  # stands between words that name nobody and who quotes them


def roots_of(told: Sequence[Told], rules: Rules) -> dict[str, str]:
    """The root claimant of each claim, under the name that a register or else the first to quote it gives."""
    copies = copied(told)
    keys = {one.claim.id: root_of(one, copies, rules) for one in told}
    names: dict[str, str] = {}
    for one in sorted(told, key=lambda one: (*_first_told(one), one.claim.trigger.start, one.claim.id)):
        names.setdefault(keys[one.claim.id], _named(keys[one.claim.id], one))
    return {claim: names[key] for claim, key in keys.items()}


def _named(key: str, told: Told) -> str:
    """A root in the words of the report; a key that is a register's id or an outlet is its own name."""
    nearest = told.claim.sources[0] if told.claim.sources else None
    if nearest is None or nearest.source == key or not nearest.text.strip() or key == told.outlet:
        return key
    words, _, quoting = key.partition(QUOTED_BY)
    shown = " ".join(nearest.text.split()[: len(words.split())])
    return f"{shown}{QUOTED_BY}{quoting}" if quoting else shown


def root_of(told: Told, copies: dict[str, str], rules: Rules) -> str:
    """The root claimant as a name; words that name nobody (a military source) are told apart by who quotes them."""
    sources = told.claim.sources
    outlet = _outlet(told, copies)
    if not sources:
        return outlet
    nearest = sources[0]
    if nearest.source:
        return nearest.source
    words = [bare(word) for word in fold(nearest.text).replace("«", " ").replace("»", " ").split()]
    known = load_words()
    if not words or words[0] in known.reporters:
        return outlet
    if words[0] in known.anonymous or len(words) == 1:
        return f"{' '.join(words[:3])}{QUOTED_BY}{_quoting(sources[1:], outlet)}"
    return " ".join(words[:4])


def _quoting(others: Sequence[SourceMention], outlet: str) -> str:
    named = [other.source or other.text for other in others]
    return named[-1] if named else outlet


def _outlet(told: Told, copies: dict[str, str]) -> str:
    return copies.get(told.report) or told.outlet or UNNAMED


def copied(told: Iterable[Told]) -> dict[str, str]:
    """For each report whose text repeats another's, the outlet of the first to tell it."""
    reports: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        reports[one.report].append(one)
    marks = {report: _marks(group) for report, group in reports.items()}
    found: dict[str, str] = {}
    by_mark: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for report in sorted(reports, key=lambda name: _first_told(reports[name][0])):
        counts: dict[str, int] = defaultdict(int)
        for mark in marks[report]:
            for earlier in by_mark[mark]:
                counts[earlier] += 1
        root = reports[report][0].copy_of or _copied_from(report, counts, marks)
        if root is not None and root in reports:
            found[report] = found.get(root) or reports[root][0].outlet or UNNAMED
        else:
            for mark in marks[report]:
                if len(by_mark[mark]) < 50:  # words that fifty texts share show no copy
                    by_mark[mark].append(report)
    return found


def _copied_from(report: str, counts: dict[str, int], marks: dict[str, frozenset[tuple[object, ...]]]) -> str | None:
    for earlier, shared in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        fewer = min(len(marks[report]), len(marks[earlier]))
        if shared >= FEWEST_CLAIMS and shared >= LEAST_SHARED * fewer:
            return earlier
    return None


def _first_told(told: Told) -> tuple[str, str]:
    return told.published.isoformat() if told.published else "9999", told.report


def _marks(group: Sequence[Told]) -> frozenset[tuple[object, ...]]:
    """Claims by their words: type, trigger, number, places, day."""
    return frozenset(
        (
            one.claim.type, one.claim.trigger.text, one.claim.count.text if one.claim.count else None,
            tuple(place.text for place in one.claim.places), one.claim.date_from, one.claim.date_to,
            tuple(target.text for target in one.claim.targets),
        )
        for one in group
    )  # fmt: skip


def leaning_of(root: str, told: Told, rules: Rules) -> str | None:
    """Whose side the root is on, or the outlet that alone quotes it, where that is known."""
    return rules.leanings.get(root) or (rules.leanings.get(told.outlet) if told.outlet else None)
