"""How far people who judged the same claims agree, field by field: shares, Krippendorff's alpha, Cohen's kappa.

Decisions are compared, not values: a field left as it was read, or its new value. Most fields are left alone by
everybody, and chance has to count that; compared by value every claim would have a category of its own.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from marsad.records import Judgement

LEFT = "as read"
VERDICT, PAIRING = "verdict", "same event"
_VERDICTS, _PAIRS = ("accept", "reject"), ("same", "different")
# What people decided: by field, by claim (or pair of claims), by person.
Decisions = dict[str, dict[str, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field: the claims that two or more decided on, the share of pairs that agree, alpha, where they differ."""

    field: str
    claims: int
    agreed: float
    alpha: float | None
    differ: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people: the claims both gave a verdict on, the share on which it is the same, Cohen's kappa."""

    one: str
    other: str
    claims: int
    agreed: float
    kappa: float | None


def agreements(judgements: Iterable[Judgement], fields: Sequence[str]) -> list[Agreement]:
    """For the verdict, each of the fields and the pairs of claims how far people agree, where two or more decided."""
    found = decisions(judgements, fields)
    return [_agreement(name, found[name]) for name in (VERDICT, *fields, PAIRING) if _shared(found[name])]


def couples(judgements: Iterable[Judgement]) -> list[Couple]:
    """For every two people who gave verdicts on the same claims how far these are the same."""
    verdicts = decisions(judgements, ())[VERDICT].values()
    people = sorted({person for given in verdicts for person in given})
    found = []
    for one, other in combinations(people, 2):
        pairs = [(given[one], given[other]) for given in verdicts if one in given and other in given]
        if pairs:
            same = sum(first == second for first, second in pairs) / len(pairs)
            found.append(Couple(one, other, len(pairs), same, kappa(pairs)))
    return found


def decisions(judgements: Iterable[Judgement], fields: Sequence[str]) -> Decisions:
    """What each person decided last and did not take back; who rejects a claim has no say on its fields."""
    found: Decisions = {name: defaultdict(dict) for name in (VERDICT, *fields, PAIRING)}
    edits: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for note in standing(judgements):
        person = note.by or ""
        if note.kind in _VERDICTS:
            found[VERDICT][note.claim][person] = note.kind
            edits.setdefault((note.claim, person), {})
        elif note.kind in _PAIRS and note.other:
            found[PAIRING][" ".join(sorted((note.claim, note.other)))][person] = note.kind
        elif note.kind == "edit" and note.field in fields:
            edits[note.claim, person][note.field or ""] = chosen(json.loads(note.value or "null"))
    for (claim, person), changed in edits.items():
        if found[VERDICT][claim].get(person) == "reject":
            continue
        for name in fields:
            found[name][claim][person] = changed.get(name, LEFT)
    return found


def standing(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """Judgements that were not taken back."""
    given = list(judgements)
    withdrawn = {note.other for note in given if note.kind == "withdraw"}
    return (note for note in given if note.kind != "withdraw" and note.id not in withdrawn)


def chosen(value: Any) -> str:
    """A new value, so that two who chose the same words chose the same: spans and numbers count, names do not."""
    if isinstance(value, list):
        return json.dumps(sorted(chosen(each) for each in value))
    if isinstance(value, dict):
        names = ("low", "high") if "low" in value else ("start", "end")
        return json.dumps([value.get(name) for name in names])
    return json.dumps(value, ensure_ascii=False)


def _shared(given: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    return {claim: list(by.values()) for claim, by in given.items() if len(by) > 1}


def _agreement(name: str, given: Mapping[str, Mapping[str, str]]) -> Agreement:
    shared = _shared(given)
    differ = tuple(claim for claim, values in shared.items() if len(set(values)) > 1)
    agreed = sum(_pairs_agreed(values) for values in shared.values()) / len(shared)
    return Agreement(name, len(shared), agreed, alpha(shared.values()), differ)


def _pairs_agreed(values: Sequence[str]) -> float:
    pairs = len(values) * (len(values) - 1)
    return sum(count * (count - 1) for count in Counter(values).values()) / pairs


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal values, units of any number of observers; None where nothing ever varies.

    From K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C.
    """
    pairable = [values for values in units if len(values) > 1]
    totals = Counter(value for values in pairable for value in values)
    whole = totals.total()
    if len(totals) < 2:
        return None
    same = sum(_pairs_agreed(values) * len(values) for values in pairable)
    expected = sum(count * (count - 1) for count in totals.values())
    return 1 - (whole - 1) * (whole - same) / (whole * (whole - 1) - expected)


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two observers; None where chance alone would make them agree always.

    From J. Cohen, "A Coefficient of Agreement for Nominal Scales" (1960), formula 1.
    """
    whole = len(pairs)
    firsts, seconds = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = sum(one == other for one, other in pairs) / whole
    expected = sum(count * seconds[value] for value, count in firsts.items()) / whole**2
    return None if expected == 1 else (observed - expected) / (1 - expected)
