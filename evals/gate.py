"""The quality gate: reads the gold sets, prints every figure beside its floor, fails below one. Run: ``make evals``.

python -m evals.gate            compare
python -m evals.gate --raise    keep what was gained, and pin the gold data it was measured on
python -m evals.gate --lower    also let go of floors that were missed (needs a line in the changelog)
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import Any

from evals import floors as kept_floors
from evals.floors import Floors
from evals.gold import GoldReport, GoldSet, gold_sets, shared_folder
from evals.invented import NEWS, POSTS, invented_set
from evals.slices import SLICED, Figure, figures_of
from evals.tally import Counts, Tally, noise_of, tally_of
from marsad import pipeline, scoring
from marsad.pipeline import Knowledge
from marsad.scoring import sentences

SENTENCES = "oeda"


def main() -> None:
    """Measure, print, compare; with a flag also move the floors."""
    options = arguments()
    known = pipeline.load_knowledge()
    floors = kept_floors.load()
    sets = [*gold_sets(), invented_set(POSTS), invented_set(NEWS)]
    if shared_folder() is None:
        print(
            "seed, dev, oeda: skipped: no shared gold data (../shared or MARSAD_SHARED);"
            " only the samples, the posts and the invented news are measured"
        )
    figures = [figure for gold in sets for figure in measure(gold, known)]
    digests = {gold.name: gold.digest for gold in sets}
    show(figures, floors, everything=options.all)
    if options.move:
        for line in kept_floors.move(floors, figures, digests, lower=options.move == "lower"):
            print(f"floor of {line}")
        kept_floors.save(floors)
    sys.exit(verdict(figures, floors, digests))


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--raise", dest="move", action="store_const", const="raise", help="raise the floors that were passed"
    )
    parser.add_argument(
        "--lower", dest="move", action="store_const", const="lower", help="also lower the floors that were missed"
    )
    parser.add_argument("--all", action="store_true", help="show every slice, not only whole sets and halves")
    return parser.parse_args()


def measure(gold: GoldSet, known: Knowledge) -> list[Figure]:
    """The figures of one gold set."""
    predicted = {report.report.id: asdict(pipeline.read(report.report, known)) for report in gold.reports}
    if gold.name == SENTENCES:
        return sentence_figures(gold, predicted)
    scored = [(report, tally_of(scoring.score({report.report.id: report.truth}, predicted))) for report in gold.reports]
    return figures_of(gold.name, scored, parts=gold.name == SLICED)


def sentence_figures(gold: GoldSet, predicted: dict[str, Any]) -> list[Figure]:
    """Detection in the labelled sentences, by class."""
    found = []
    for event in sentences.CLASSES:
        mine = [report for report in gold.reports if report.truth["event"] == event]
        total = sentences.detection([report.truth for report in mine], predicted)[event]
        tallies = [sentence_tally(report, predicted, event) for report in mine]
        found.append(Figure(gold.name, event.lower(), total["f1"], noise_of(tallies, event), total["gold"]))
    return found


def sentence_tally(report: GoldReport, predicted: dict[str, Any], event: str) -> Tally:
    """The counts of one sentence."""
    figure = sentences.detection([report.truth], predicted)[event]
    return {event: Counts(figure["tp"], figure["pred"], figure["gold"])}


def show(figures: list[Figure], floors: Floors, *, everything: bool) -> None:
    """The table; slices below whole sets and halves only on request or where they are below their floor."""
    print(f"{'set or slice':<26}{'figure':<12}{'value':>8}{'floor':>8}{'noise':>8}{'cases':>7}")
    for figure in figures:
        below = kept_floors.is_below(figure, floors)
        if everything or below or figure.is_of_a_set:
            floor = floors.of(figure)
            print(
                f"{figure.slice:<26}{figure.name:<12}{figure.value:>8.3f}{'—' if floor is None else f'{floor:.3f}':>8}"
                f"{figure.noise:>8.3f}{figure.gold:>7}" + ("  BELOW" if below else "")
            )


def verdict(figures: list[Figure], floors: Floors, digests: dict[str, str]) -> int:
    """Exit code and last lines: 1 where a figure lies below its floor, is gone, or the gold data changed under it."""
    changed, lost = kept_floors.changed_gold(digests, floors), kept_floors.lost(floors, figures, digests)
    below = [figure for figure in figures if kept_floors.is_below(figure, floors)]
    for name in changed:
        print(f"The gold data of {name} changed since its floors were measured; look at it, then run with --raise.")
    for part, name in lost:
        print(f"{part} {name} has a floor but no figure any more: nothing was found that it could be measured on.")
    print(f"{len(figures)} figures of {len(digests)} sets, {len(below) + len(lost)} below their floor.")
    return 1 if below or lost or changed else 0


if __name__ == "__main__":
    main()
