"""The floors: what was reached once and must not be lost. Kept in floors.json, changed by --raise and --lower only."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.slices import Figure, set_of

PATH = Path(__file__).resolve().parent / "floors.json"


@dataclass(slots=True)
class Floors:
    """Digest of each gold set, and floor and noise of each figure of each slice."""

    digests: dict[str, str]
    floors: dict[str, dict[str, float]]
    noise: dict[str, dict[str, float]]

    def of(self, figure: Figure) -> float | None:
        """The floor of a figure, or None for one that is new."""
        return self.floors.get(figure.slice, {}).get(figure.name)


def load(path: Path = PATH) -> Floors:
    """The floors as they are kept; empty before the first ``--raise``."""
    if not path.exists():
        return Floors({}, {}, {})
    kept = json.loads(path.read_text("utf-8"))
    return Floors(kept["digests"], kept["floors"], kept["noise"])


def save(floors: Floors, path: Path = PATH) -> None:
    """Write them, sorted, so that a change shows as the lines that changed."""
    kept = {"digests": floors.digests, "floors": floors.floors, "noise": floors.noise}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def is_below(figure: Figure, floors: Floors) -> bool:
    """Whether a figure lies below its floor by more than it may."""
    floor = floors.of(figure)
    return floor is not None and figure.value < floor - figure.allowance


def changed_gold(digests: dict[str, str], floors: Floors) -> list[str]:
    """The sets whose gold data is not the data the floors were measured on."""
    return [name for name, digest in digests.items() if floors.digests.get(name, digest) != digest]


def lost(floors: Floors, figures: Iterable[Figure], sets: Collection[str]) -> list[tuple[str, str]]:
    """Slice and name of every floor of the measured sets that no figure answers any more: that is worse than below."""
    answered = {(figure.slice, figure.name) for figure in figures}
    kept = [(part, name) for part, names in floors.floors.items() if set_of(part) in sets for name in names]
    return [floor for floor in kept if floor not in answered]


def move(floors: Floors, figures: Collection[Figure], digests: dict[str, str], *, lower: bool) -> list[str]:
    """Raise every floor that was passed (with ``lower`` also lower those missed); what moved, a line each."""
    moved = []
    for figure in figures:
        before, after = floors.of(figure), math.floor(figure.value * 1000) / 1000
        if before is None or after > before or (lower and is_below(figure, floors)):
            floors.floors.setdefault(figure.slice, {})[figure.name] = after
            moved.append(f"{figure.slice} {figure.name}: {'new' if before is None else f'{before:.3f}'} -> {after:.3f}")
        floors.noise.setdefault(figure.slice, {})[figure.name] = round(figure.noise, 3)
    for part, name in lost(floors, figures, digests) if lower else ():
        moved.append(f"{part} {name}: {floors.floors[part].pop(name):.3f} -> none")
        floors.noise.get(part, {}).pop(name, None)
    floors.digests.update(digests)
    return moved
