"""Trains the topic of reports: part of ``make train``. Writes src/marsad/claims/topic.json.

python -m evals.train_topic

A case is a report, and whether claims of it were annotated; beside these the pool's clean negatives and the invented
texts of ``samples/topics``, of which only that is known. Printed is, cross-validated by report, how many of the claims
that rules, sieve and linker read in each set would be lost, right ones and false ones, and how many reports would be
read that the rules leave alone. Where ../shared is absent nothing is trained.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from evals.annotated import MIXED, pool_sets
from evals.gold import GoldSet, gold_sets
from evals.invented import NEWS, NEWS_APART, invented_set
from evals.learning import fitted, fold_of, judged_by_others, matrix_of, seen_often
from evals.negatives import clean_negatives
from evals.tally import tally_of
from evals.topics import APART, OPEN, Labelled, topic_texts
from marsad import pipeline, scoring
from marsad.claims import topic
from marsad.claims.weights import ONE
from marsad.records import Report
from marsad.sentences.words import words_of

TARGET = Path(topic.__file__).parent / "topic.json"
# The inverse of what large weights cost, and how much more a report without conflict counts: there are fewer of them.
STRENGTH, OF_NO_CONFLICT = 0.1, 2.0
# Below the first a report is not read, from the second on it is read though its deeds are few. Origin, 2026-11-27,
# cross-validated: see docs/decisions/0015.
LEAST, SURE = 0.3, 0.75
# Weights smaller than this are left out.
LEAST_WEIGHT = 0.01


@dataclass(frozen=True, slots=True)
class Case:
    """A report with its features, what it is, and what is read in it without a topic: claims, and right ones."""

    set: str
    report: str
    features: tuple[str, ...]
    conflict: bool
    read: int
    right: int


def main() -> None:
    """Train on everything there is, write."""
    if not pool_sets():
        raise SystemExit("The topic is trained on dev and the pool of ../shared, which are not here.")
    sets = [*(gold for gold in gold_sets() if gold.name in ("samples", "seed", "dev")), *pool_sets(), *pool_sets(MIXED)]
    texts = [*topic_texts(OPEN), *topic_texts(APART)]
    kept = trained([*sets, invented_set(NEWS), invented_set(NEWS_APART)], texts)
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{len(kept['weights'])} weights, {TARGET.stat().st_size:,} bytes")


def trained(sets: Sequence[GoldSet], texts: Iterable[Labelled]) -> dict[str, Any]:
    """The weights learnt from sets of reports and from texts; prints what cross-validation found."""
    known = pipeline.load_knowledge(with_topic=False)
    found = [*cases(sets, known), *labelled(texts, known)]
    found += labelled((Labelled("clean", report, False) for report in clean_negatives()), known)
    names = seen_often(case.features for case in found)
    matrix = matrix_of([case.features for case in found], names)
    labels = np.array([case.conflict for case in found])
    counts = np.where(labels, 1.0, OF_NO_CONFLICT)
    folds = np.array([fold_of(case.report) for case in found])
    scores = judged_by_others(matrix, labels, counts, folds, np.ones(len(found), dtype=bool), STRENGTH)
    tell(found, scores)
    model = fitted(matrix, labels, counts, STRENGTH)
    pairs = zip(names, model.coef_[0], strict=True)
    weights = {name: round(ONE * float(weight)) for name, weight in pairs if abs(weight) >= LEAST_WEIGHT}
    return {"weights": weights, "bias": round(ONE * float(model.intercept_[0])), "least": LEAST, "sure": SURE}


def cases(sets: Sequence[GoldSet], known: pipeline.Knowledge) -> Iterator[Case]:
    """The annotated reports; posts and short texts have no topic."""
    for gold in sets:
        for one in gold.reports:
            case = case_of(gold.name, one.report, bool(one.truth["claims"]), known)
            if case is not None and case.conflict and case.read:
                read = {one.report.id: asdict(pipeline.read(one.report, known))}
                figures = tally_of(scoring.score({one.report.id: one.truth}, read))
                case = replace(case, right=figures["claim"].right)
            if case is not None:
                yield case


def labelled(texts: Iterable[Labelled], known: pipeline.Knowledge) -> list[Case]:
    """The texts of which is only known whether they tell of a conflict."""
    found = [case_of(text.set, text.report, text.conflict, known) for text in texts]
    return [case for case in found if case is not None]


def case_of(name: str, report: Report, conflict: bool, known: pipeline.Knowledge) -> Case | None:
    """A report as a case; None for a post, a short text and what is no Arabic."""
    words = words_of(report.text)
    drafts, context, scenes = pipeline.candidates(report, words, known)
    if context.posted or context.alone or not scenes:
        return None
    features = tuple(sorted(topic.features(scenes, context.armed)))
    return Case(name, report.id, features, conflict, len(drafts), 0)


def tell(found: Sequence[Case], scores: Any) -> None:
    """Print, set by set, what the thresholds lose and gain."""
    for name in dict.fromkeys(case.set for case in found):
        judged = [(case, score) for case, score in zip(found, scores, strict=True) if case.set == name]
        out = [case for case, score in judged if score < LEAST]
        right, false = sum(case.right for case in out), sum(case.read - case.right for case in out)
        more = [case for case, score in judged if score >= SURE and not case.read]
        print(
            f"{name}: of {len(judged)} reports {len(out)} are not read, {sum(case.conflict for case in out)} of "
            f"conflict: {right} right claims and {false} false ones less; {len(more)} more may be read, "
            f"{sum(case.conflict for case in more)} of conflict"
        )


if __name__ == "__main__":
    main()
