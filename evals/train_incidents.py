"""Trains what joins claims to incidents on annotated reports: part of ``make train``.

Writes src/marsad/claims/incident.json.

A case is two claims of a report, at most some claims apart, that gold has too: positive where gold puts both into one
incident. The reports are the samples, the first report, dev and those of ``evals/annotated``. The figures printed, F1
of pairs in one incident, are cross-validated by report: no report is judged by weights that have seen it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from evals.annotated import pool_sets
from evals.gold import GoldReport, GoldSet, gold_sets
from evals.learning import COUNTS, FOLDS, fitted, fold_of, matrix_of, named, seen_often, tables_from
from evals.matched import matched
from marsad import pipeline
from marsad.claims import incident
from marsad.sentences import words_of

TARGET = Path(incident.__file__).parent / "incident.json"
STRENGTH = 0.1
THRESHOLDS = [step / 100 for step in range(20, 60, 5)]
# What is apart by less is chance: of thresholds as good as the best the highest joins least.
AS_GOOD = 0.001
# Claims farther apart than this many teach nothing that is asked.
APART = 15
# The sets whose figures together choose the threshold: in the others rules were mended by their errors.
JUDGED = ("pool-open", "pool-apart")
SETS = ("dev", *JUDGED)


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a report; ``gold``: their incidents, None for a claim that gold does not have."""

    set: str
    report: str
    told: tuple[incident.Told, ...]
    gold: tuple[int | None, ...]

    def pairs(self) -> Iterator[tuple[tuple[str, ...], bool]]:
        """The features of each two claims that gold has too, and whether they are of one incident."""
        for (at, one), (to, two) in combinations(enumerate(self.gold), 2):
            if one is not None and two is not None and to - at <= APART:
                first, second = self.told[at], self.told[to]
                where, days = incident.places_of_both(first, second), incident.days_of_both(first, second)
                told = second.with_(first, where, days)
                yield named(incident.TEMPLATES, dict(zip(incident.FEATURES, told, strict=True))), one == two


@dataclass(frozen=True, slots=True)
class Taught:
    """The pairs of some reports as the regression sees them."""

    names: list[str]
    matrix: Any
    labels: Any
    counts: Any
    folds: Any

    def weights(self, of: Any) -> dict[str, Any]:
        """The weights learnt from some of the pairs, without a threshold."""
        model = fitted(self.matrix[of], self.labels[of], self.counts[of], STRENGTH)
        tables, bias = tables_from(model, self.names)
        return {"weights": tables, "bias": bias, "threshold": 0.0}


def main() -> None:
    """Collect, cross-validate, choose the threshold, train on everything, write."""
    if not pool_sets():
        raise SystemExit("What joins claims is trained on dev and the pool of ../shared, which are not here.")
    known = pipeline.load_knowledge(with_joiner=False, with_topic=False)
    kept = trained([*(gold for gold in gold_sets() if gold.name in ("samples", "seed", "dev")), *pool_sets()], known)
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{sum(map(len, kept['weights'].values()))} weights, {TARGET.stat().st_size:,} bytes")


def trained(sets: Sequence[GoldSet], known: pipeline.Knowledge) -> dict[str, Any]:
    """The weights and the threshold learnt from sets of reports as ``known`` reads them; prints what was found."""
    reports = [claims_of(gold.name, report, known) for gold in sets for report in gold.reports]
    taught = taught_by(reports)
    joiners = [incident.build(taught.weights(taught.folds != fold)) for fold in range(FOLDS)]
    figures = {threshold: f1_of(JUDGED, reports, joiners, threshold) for threshold in THRESHOLDS}
    best = max(threshold for threshold, figure in figures.items() if figure >= max(figures.values()) - AS_GOOD)
    for name in (name for name in SETS if any(one.set == name for one in reports)):
        print(f"incidents {name}: F1 {f1_of((name,), reports, joiners, best):.3f} (joined from {best})")
    return {**taught.weights(np.ones(len(taught.labels), dtype=bool)), "threshold": best}


def claims_of(name: str, report: GoldReport, known: pipeline.Knowledge) -> Claims:
    """The claims that are found in a report, with the incidents that gold gives them."""
    told = report.report
    words = words_of(told.text)
    drafts, _, scenes = pipeline.candidates(told, words, known)
    if not drafts:
        return Claims(name, told.id, (), ())
    builder, truths = matched(report, words, drafts, scenes, known)
    claims = tuple(incident.Told(draft, number, builder.places(draft)) for number, draft in enumerate(drafts))
    return Claims(name, told.id, claims, tuple(truths.get(id(draft), {}).get("incident") for draft in drafts))


def taught_by(reports: Iterable[Claims]) -> Taught:
    """The pairs of some reports."""
    cases = [(one, *pair) for one in reports for pair in one.pairs()]
    rows = [features for _, features, _ in cases]
    names = seen_often(rows)
    return Taught(
        names,
        matrix_of(rows, names),
        np.array([same for _, _, same in cases]),
        np.array([COUNTS.get(one.set, 1.0) for one, _, _ in cases]),
        np.array([fold_of(one.report) for one, _, _ in cases]),
    )


def f1_of(
    names: Sequence[str], reports: Iterable[Claims], joiners: Sequence[incident.Joiner], threshold: float
) -> float:
    """F1 of the pairs of claims in one incident, each report judged by the joiner that has not seen it."""
    judges = [replace(joiner, threshold=threshold) for joiner in joiners]
    found: Counter[str] = Counter()
    for one in reports:
        if one.set in names and one.told:
            found += compared(one.gold, [at for at, _ in judges[fold_of(one.report)].incidents(one.told)])
    total = found["gold"] + found["ours"]
    return 2 * found["both"] / total if total else 0.0


def compared(gold: Sequence[int | None], ours: Sequence[int]) -> Mapping[str, int]:
    """How many pairs of claims that gold has are in one incident by gold, by ours, and by both."""
    known = [(one, other) for one, other in zip(gold, ours, strict=True) if one is not None]
    pairs = [(a[0] == b[0], a[1] == b[1]) for a, b in combinations(known, 2)]
    return Counter(
        gold=sum(in_gold for in_gold, _ in pairs),
        ours=sum(in_ours for _, in_ours in pairs),
        both=sum(in_gold and in_ours for in_gold, in_ours in pairs),
    )


if __name__ == "__main__":
    main()
