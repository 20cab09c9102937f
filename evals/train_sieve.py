"""Trains the sieve of claims on annotated reports: part of ``make train``. Writes src/marsad/claims/sieve.json.

A case is a word that the lexicon of triggers knows: positive where gold has a claim on it. The reports are the samples,
the first report, dev and those of ``evals/annotated``. The figures printed are of finding claims, whatever their type,
cross-validated by report: no report is judged by weights that have seen it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from evals.annotated import pool_sets
from evals.gold import GoldReport, GoldSet, gold_sets
from evals.learning import COUNTS, fitted, fold_of, judged_by_others, matrix_of, named, seen_often, tables_from
from marsad import pipeline
from marsad.arabic.words import Word
from marsad.claims import sieve
from marsad.claims.scene import Found
from marsad.sentences import words_of

TARGET = Path(sieve.__file__).parent / "sieve.json"
STRENGTH = 0.1
BACK_FROM = [step / 100 for step in range(30, 65, 5)]
# What is apart by less is chance: of thresholds as good as the best the highest leaves most to the rules.
AS_GOOD = 0.001
# The sets whose figures together choose the threshold: in the others rules were mended by their errors.
JUDGED = ("pool-open", "pool-apart")
SETS = ("dev", *JUDGED)


@dataclass(frozen=True, slots=True)
class Row:
    """One word that can be a claim; ``told``: whether the rules alone make a claim of it."""

    set: str
    report: str
    features: tuple[str, ...]
    kept: bool
    told: bool
    label: bool


@dataclass(slots=True)
class Recorder:
    """Stands for the sieve and leaves everything to the rules, noting what it was asked."""

    asked: list[tuple[Found, Mapping[str, str]]] = field(default_factory=list)

    @property
    def of_kept(self) -> bool:
        """What the rules keep teaches too."""
        return True

    def back(self, found: Found, told: Sequence[str]) -> str:
        """Nothing is taken back."""
        self.asked.append((found, dict(zip(sieve.FEATURES, told, strict=True))))
        return ""


def main() -> None:
    """Collect, cross-validate, choose the thresholds, train on everything, write."""
    if not pool_sets():
        raise SystemExit("The sieve is trained on dev and the pool of ../shared, which are not here.")
    kept = trained([*(gold for gold in gold_sets() if gold.name in ("samples", "seed", "dev")), *pool_sets()])
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{sum(map(len, kept['weights'].values()))} weights, {TARGET.stat().st_size:,} bytes")


def trained(sets: Sequence[GoldSet]) -> dict[str, Any]:
    """The weights and thresholds learnt from sets of reports; prints what cross-validation found."""
    known = pipeline.load_knowledge(with_linker=False, with_sieve=False, with_topic=False)
    found = [row for gold in sets for report in gold.reports for row in rows(gold.name, report, known)]
    wanted = Counter({gold.name: sum(len(report.truth["claims"]) for report in gold.reports) for gold in sets})
    names = seen_often(row.features for row in found)
    matrix = matrix_of([row.features for row in found], names)
    labels = np.array([row.label for row in found])
    counts = np.array([COUNTS.get(row.set, 1.0) for row in found])
    folds = np.array([fold_of(row.report) for row in found])
    scores = judged_by_others(matrix, labels, counts, folds, np.ones(len(found), dtype=bool), STRENGTH)
    figures = {back: f1_of(JUDGED, found, scores, wanted, back) for back in BACK_FROM}
    back = max(back for back, figure in figures.items() if figure >= max(figures.values()) - AS_GOOD)
    for name in (name for name in SETS if wanted[name]):
        rules = f1_of((name,), found, scores, wanted, 2.0)
        sieved = f1_of((name,), found, scores, wanted, back)
        print(f"claims {name}: F1 {rules:.3f} by rules, {sieved:.3f} with the sieve (back from {back})")
    tables, bias = tables_from(fitted(matrix, labels, counts, STRENGTH), names)
    return {"weights": tables, "bias": bias, "back_from": back}


def rows(name: str, report: GoldReport, known: pipeline.Knowledge) -> Iterator[Row]:
    """The words of a report that the lexicon of triggers knows."""
    told, truth = report.report, report.truth["claims"]
    words = words_of(told.text)
    recorder = known.claims.sieve = Recorder()
    drafts, context, _ = pipeline.candidates(told, words, known)
    if context.alone:
        return
    claims = {id(draft.found) for draft in drafts}
    spans = [(claim["start"], claim["start"] + len(claim["trigger"])) for claim in truth]
    for found, features in recorder.asked:
        start, end = span_of(found, words)
        label = any(min(end, other) > max(start, first) for first, other in spans)
        kept = features["verdict"] == sieve.KEPT
        yield Row(name, told.id, named(sieve.TEMPLATES, features), kept, id(found) in claims, label)


def span_of(found: Found, words: Sequence[Word]) -> tuple[int, int]:
    """The characters of a trigger: of the word that names the happening where another carries it."""
    first, last = (found.named_by, found.named_by) if found.named_by >= 0 else (found.first, found.last)
    return words[first].start, words[last].end


def f1_of(names: Sequence[str], found: Sequence[Row], scores: Any, wanted: Mapping[str, int], back: float) -> float:
    """F1 of finding claims in some sets; what later rules take from those that guards and doubts kept stays out."""
    right = predicted = 0
    for row, score in zip(found, scores, strict=True):
        if row.set in names and (row.told if row.kept else score >= back):
            predicted += 1
            right += row.label
    total = predicted + sum(wanted[name] for name in names)
    return 2 * right / total if total else 0.0


if __name__ == "__main__":
    main()
