"""Who stands behind a claim: the root claimant, however many outlets pass it on, and copies of one text as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.events.copies import UNNAMED, copied, first_told
from marsad.events.load import bare_words, load_words
from marsad.events.rules import Rules
from marsad.records import SourceMention, Told

QUOTED_BY = " · "  # stands between words that name nobody and who quotes them


def roots_of(told: Sequence[Told], rules: Rules) -> dict[str, str]:
    """The root claimant of each claim, under the name that a register or else the first to quote it gives."""
    copies = {report: outlet for report, (_, outlet) in copied(told).items()}
    keys = {one.claim.id: root_of(one, copies, rules) for one in told}
    names = {key: name for key, (name, _) in names_of(told, keys).items()}
    return {claim: names[key] for claim, key in keys.items()}


def names_of(told: Sequence[Told], keys: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """The name of each root, and the claim first told that gives it."""
    found: dict[str, tuple[str, str]] = {}
    for one in sorted(told, key=lambda one: (*first_told(one), one.claim.trigger.start, one.claim.id)):
        key = keys[one.claim.id]
        if key not in found:
            found[key] = named(key, one), one.claim.id
    return found


def named(key: str, told: Told) -> str:
    """A root in the words of the report; a key that is a register's id or an outlet is its own name."""
    nearest = told.claim.sources[0] if told.claim.sources else None
    if nearest is None or nearest.source == key or not nearest.text.strip() or key == told.outlet:
        return key
    words, _, quoting = key.partition(QUOTED_BY)
    shown = " ".join(nearest.text.split()[: len(words.split())])
    return f"{shown}{QUOTED_BY}{quoting}" if quoting else shown


def root_of(told: Told, copies: Mapping[str, str], rules: Rules) -> str:
    """The root claimant as a name; words that name nobody (a military source) are told apart by who quotes them."""
    sources = told.claim.sources
    outlet = _outlet(told, copies)
    if not sources:
        return outlet
    nearest = sources[0]
    if nearest.source:
        return nearest.source
    words = bare_words(nearest.text)
    known = load_words()
    if not words or words[0] in known.reporters:
        return outlet
    if words[0] in known.anonymous or len(words) == 1:
        return f"{' '.join(words[:3])}{QUOTED_BY}{_quoting(sources[1:], outlet)}"
    return " ".join(words[:4])


def _quoting(others: Sequence[SourceMention], outlet: str) -> str:
    named = [other.source or other.text for other in others]
    return named[-1] if named else outlet


def _outlet(told: Told, copies: Mapping[str, str]) -> str:
    return copies.get(told.report) or told.outlet or UNNAMED


def leaning_of(root: str, told: Told, rules: Rules) -> str | None:
    """Whose side the root is on, or the outlet that alone quotes it, where that is known."""
    return rules.leanings.get(root) or (rules.leanings.get(told.outlet) if told.outlet else None)
