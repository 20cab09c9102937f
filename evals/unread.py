"""What reports that nobody read may expect: ``python -m evals.unread``. Takes three minutes.

Trains the sieve and the linker without the reports kept apart, reads those with them, and prints every figure: neither
a rule nor a weight has seen these reports, nor how the people who annotated them annotate.
"""

from __future__ import annotations

from dataclasses import asdict

from evals import train_linker, train_sieve
from evals.annotated import pool_sets
from evals.gold import GoldSet, gold_sets
from evals.slices import WHOLE
from evals.tally import Counts, add, tally_of
from marsad import pipeline, scoring
from marsad.claims import linker, sieve


def main() -> None:
    """Train on what was read, measure on what was not."""
    pool = {gold.name: gold for gold in pool_sets()}
    if not pool:
        raise SystemExit("unread: skipped: no shared gold data (../shared or MARSAD_SHARED)")
    for name, counts in without(pool["pool-apart"], [*gold_sets(), pool["pool-open"]]):
        print(
            f"{name:10} {counts.f1 or 0.0:.3f}   {counts.right} right, {counts.predicted} read, {counts.gold} in gold"
        )


def without(apart: GoldSet, others: list[GoldSet]) -> list[tuple[str, Counts]]:
    """The figures of the reports kept apart by models that learnt from the others."""
    taught = [gold for gold in others if gold.name in ("samples", "seed", "dev", "pool-open")]
    sifts = sieve.build(train_sieve.trained(taught))
    known = pipeline.load_knowledge(with_linker=False, with_sieve=False)
    known.claims.sieve = sifts
    known.claims.linker = linker.build({"roles": train_linker.trained(taught, known)})
    tallies = []
    for one in apart.reports:
        predicted = asdict(pipeline.read(one.report, known))
        tallies.append(tally_of(scoring.score({one.report.id: one.truth}, {one.report.id: predicted})))
    total = add(tallies)
    return [(name, total[name]) for name in WHOLE if name in total and total[name].gold]


if __name__ == "__main__":
    main()
