"""Which reports are looked at together: whole sets, two halves, countries, outlets, claim types."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from evals.gold import GoldReport
from evals.tally import Counts, Tally, add, noise_of

# A slice with fewer gold claims says nothing that one claim more or less would not turn over (2026-11-24).
LEAST_GOLD = 15
# The set that is also looked at in slices. A slice's name holds a colon, a set's name does not.
SLICED = "dev"
WHOLE = (
    "detection", "claim", "agent", "target", "place", "weapon", "source", "time", "argument", "count", "date",
    "undated", "status", "geo25", "strict", "incident",
)  # fmt: skip
PART = ("claim", "argument")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one slice, with its sampling noise and the number of gold cases behind it."""

    slice: str
    name: str
    value: float
    noise: float
    gold: int

    @property
    def is_of_a_set(self) -> bool:
        """Whether it tells of a whole set or of a half of one; the other slices are small."""
        return ":" not in self.slice or self.slice.startswith("half:")

    @property
    def allowance(self) -> float:
        """How far below its floor it may lie: rounding for a whole set, the worth of one case for a part."""
        return 1 / self.gold if ":" in self.slice else 0.0005


def figures_of(name: str, scored: list[tuple[GoldReport, Tally]], *, parts: bool) -> list[Figure]:
    """The figures of a set; with ``parts`` also of its halves, countries, outlets and claim types."""
    found = figures(name, [tally for _, tally in scored], WHOLE)
    if not parts:
        return found
    for slice_name, tallies in sorted(grouped(name, scored).items()):
        names = WHOLE if slice_name.startswith("half:") else PART
        if add(tallies).get("claim", Counts()).gold >= LEAST_GOLD:
            found += figures(slice_name, tallies, names)
    return found + type_figures([tally for _, tally in scored])


def grouped(name: str, scored: list[tuple[GoldReport, Tally]]) -> dict[str, list[Tally]]:
    """Tallies by slice; a report is in one half, one country and one outlet."""
    groups: dict[str, list[Tally]] = defaultdict(list)
    for gold, tally in scored:
        groups[f"half:{half_of(gold.report.id)}"].append(tally)
        groups[f"country:{gold.truth.get('country') or 'unknown'}"].append(tally)
        groups[f"outlet:{gold.report.outlet or 'unknown'}"].append(tally)
    return groups


def set_of(slice_name: str) -> str:
    """The set a slice is part of; a set is its own."""
    return SLICED if ":" in slice_name else slice_name


def half_of(report_id: str) -> str:
    """Odd or even report number: rules written while looking at one half show on the other what they are worth."""
    return "odd" if int("".join(filter(str.isdigit, report_id)) or 0) % 2 else "even"


def type_figures(tallies: list[Tally]) -> list[Figure]:
    """The claim F1 of every type with enough gold claims."""
    total = add(tallies)
    names = sorted(name for name in total if name.startswith("type:") and total[name].gold >= LEAST_GOLD)
    return [Figure(name, "claim", total[name].f1 or 0.0, noise_of(tallies, name), total[name].gold) for name in names]


def figures(slice_name: str, tallies: list[Tally], names: tuple[str, ...]) -> list[Figure]:
    """The named figures of one slice, without those that nothing is behind."""
    total = add(tallies)
    made = []
    for name in names:
        counts = total.get(name, Counts())
        if counts.gold and counts.f1 is not None:
            made.append(Figure(slice_name, name, counts.f1, noise_of(tallies, name), counts.gold))
    return made
