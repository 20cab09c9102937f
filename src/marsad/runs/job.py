"""What every task of a run is told, and what a worker loads once for all its tasks."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Judgement
from marsad.runs.storage import Storage
from marsad.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from marsad.events import Rules

# A report that takes longer ends its worker and is set aside.
LONGEST_S = 120.0


@dataclass(frozen=True, slots=True)
class Job:
    """Where a run writes, and with which settings it reads and gathers."""

    output: Storage
    settings: Settings = DEFAULTS
    columns: Mapping[str, str] = field(default_factory=dict)
    places: str | None = None
    leanings: Mapping[str, str] = field(default_factory=dict)
    toll_rule: str = "acled"
    judgements: tuple[Judgement, ...] = ()
    longest_s: float | None = LONGEST_S


_one_at_a_time = Lock()


def knowledge(job: Job) -> Knowledge:
    """What the reader knows, loaded once in a process."""
    with _one_at_a_time:
        return _knowledge(job.places)


@lru_cache(maxsize=1)
def _knowledge(places: str | None) -> Knowledge:
    known = pipeline.load_knowledge(places=Path(places) if places else None)
    gc.freeze()
    gc.enable()
    return known


def rules(job: Job) -> Rules:
    """The rules of gathering, made once in a process."""
    known = knowledge(job)
    with _one_at_a_time:
        return _rules(job.places, job.toll_rule, tuple(sorted(job.leanings.items())), known)


_kept: dict[tuple[object, ...], Rules] = {}


def _rules(places: str | None, toll_rule: str, leanings: tuple[tuple[str, str], ...], known: Knowledge) -> Rules:
    key = (places, toll_rule, leanings)
    if key not in _kept:
        _kept.clear()
        _kept[key] = pipeline.gathering_rules(known, dict(leanings), toll_rule=toll_rule)
    return _kept[key]
