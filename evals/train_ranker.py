"""Trains the ranker of short texts on labelled sentences: ``make train``. Writes src/marsad/claims/ranker.json.

Every candidate claim of a sentence that reports an event of its class is a positive, every other one a negative.
The figures printed are cross-validated by sentence: no sentence is judged by weights that have seen it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from evals.gold import report_of, shared_folder
from marsad import pipeline
from marsad.claims import letters, rank
from marsad.claims.news import is_news
from marsad.sentences import words_of

TARGET = Path(rank.__file__).parent / "ranker.json"
LETTERS = TARGET.with_name("letters.json")
CLASSES = {"ASSAULT": ("violence", rank.VIOLENCE), "PROTEST": ("protest", rank.PROTEST)}
STATUSES = ("asserted", "background")
# Runs of letters: in how many texts a piece stands at least, and the inverse of what large weights cost.
LEAST_TEXTS, STRENGTH_OF_LETTERS = 2, 2.0
FOLDS, LEAST_SEEN, STRENGTH, LEAST_WEIGHT = 10, 4, 0.1, 0.01
THRESHOLDS = [step / 100 for step in range(5, 60)]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate claim: its features, its sentence, the group of its type, and whether its sentence reports.

    ``news``: whether its sentence is a line of news, which is read without the ranker.
    """

    features: frozenset[str]
    sentence: str
    group: str
    label: bool
    news: bool


def main() -> None:
    """Collect, cross-validate, choose the thresholds, train on everything, write."""
    shared = shared_folder()
    if shared is None:
        sys.exit("The ranker is trained on ../shared/data/oeda/dev.jsonl, which is not here.")
    truths = [json.loads(line) for line in (shared / "data" / "oeda" / "dev.jsonl").read_text("utf-8").splitlines()]
    found = collect(truths)
    names = sorted(name for name, seen in Counter(f for c in found for f in c.features).items() if seen >= LEAST_SEEN)
    scores: dict[int, float] = {}
    kept: dict[str, Any] = {"bias": {}, "weights": {}}
    for event, (group, _) in CLASSES.items():
        rows = [row for row, candidate in enumerate(found) if candidate.group == group]
        those = [found[row] for row in rows]
        names = sorted(
            name for name, seen in Counter(f for c in those for f in c.features).items() if seen >= LEAST_SEEN
        )
        matrix, labels = matrix_of(those, names), np.array([candidate.label for candidate in those])
        told = told_by_letters([truth for truth in truths if truth["event"] == event])
        judged = zip(those, cross_validated(matrix, labels, those), strict=True)
        scores |= dict(
            zip(rows, [rank.together(group, logit(score), told[c.sentence]) for c, score in judged], strict=True)
        )
        model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="liblinear").fit(matrix, labels)
        weights = zip(names, model.coef_[0], strict=True)
        kept["weights"][group] = {name: round(float(w), 3) for name, w in weights if abs(w) >= LEAST_WEIGHT}
        kept["bias"][group] = round(float(model.intercept_[0]), 3)
    by_row = [scores[row] for row in range(len(found))]
    thresholds = {group: best_threshold(truths, found, by_row, event) for event, (group, _) in CLASSES.items()}
    kept["thresholds"] = {**thresholds, "other": 0.3}
    of_letters = {
        group: trained_letters([truth for truth in truths if truth["event"] == event])
        for event, (group, _) in CLASSES.items()
    }
    LETTERS.write_text(
        json.dumps(of_letters, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8"
    )
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    number = sum(map(len, kept["weights"].values()))
    print(f"{len(found)} candidates, {number} weights, thresholds {thresholds}, {TARGET.stat().st_size:,} bytes")


def collect(truths: list[dict[str, Any]]) -> list[Candidate]:
    """The candidates of every sentence, those of its event's types only."""
    known = pipeline.load_knowledge(with_ranker=False)
    found = []
    for truth in truths:
        group, types = CLASSES[truth["event"]]
        report = report_of(truth, truth["text"])
        words = words_of(report.text)
        drafts, context, _ = pipeline.candidates(report, words, known)
        told = {id(draft): frozenset(rank.features(draft, context)) for draft in drafts}
        lines = is_news(drafts, context)
        for draft in drafts:
            if draft.type in types and draft.status in STATUSES:
                found.append(Candidate(told[id(draft)], truth["id"], group, truth["label"] == "yes", lines))
    return found


def matrix_of(found: list[Candidate], names: list[str]) -> Any:
    """One row a candidate, one column a feature."""
    index = {name: at for at, name in enumerate(names)}
    cells = [(row, index[name]) for row, c in enumerate(found) for name in sorted(c.features) if name in index]
    rows, columns = zip(*cells, strict=True)
    return csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(found), len(names)))


def cross_validated(matrix: Any, labels: Any, found: list[Candidate]) -> Any:
    """The score of each candidate from weights that have not seen its sentence."""
    folds = np.array([fold_of(c.sentence) for c in found])
    scores = np.zeros(len(found))
    for fold in range(FOLDS):
        rest = folds != fold
        model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="liblinear").fit(matrix[rest], labels[rest])
        scores[~rest] = model.predict_proba(matrix[~rest])[:, 1]
    return scores


def fold_of(sentence: str) -> int:
    """The fold that judges a sentence: always the same."""
    return int(hashlib.sha256(sentence.encode()).hexdigest(), 16) % FOLDS


def told_by_letters(truths: list[dict[str, Any]]) -> dict[str, float]:
    """The logit of each sentence by letters that have not seen it."""
    found: dict[str, float] = {}
    for fold in range(FOLDS):
        model = letters.build({"": trained_letters([truth for truth in truths if fold_of(truth["id"]) != fold])})[""]
        found |= {truth["id"]: model.logit(keys_of(truth)) for truth in truths if fold_of(truth["id"]) == fold}
    return found


def trained_letters(truths: list[dict[str, Any]]) -> dict[str, Any]:
    """The weights of the runs of letters of labelled sentences."""
    vectorizer = TfidfVectorizer(analyzer=letters.pieces, sublinear_tf=True, min_df=LEAST_TEXTS)
    matrix = vectorizer.fit_transform([keys_of(truth) for truth in truths])
    labels = np.array([truth["label"] == "yes" for truth in truths])
    model = LogisticRegression(C=STRENGTH_OF_LETTERS, solver="liblinear").fit(matrix, labels)
    seen = Counter(piece for truth in truths for piece in set(letters.pieces(keys_of(truth))))
    weights = {piece: model.coef_[0][at] for piece, at in vectorizer.vocabulary_.items()}
    return {
        "texts": len(truths),
        "pieces": {piece: [seen[piece], round(float(weight), 2)] for piece, weight in weights.items()},
        "bias": round(float(model.intercept_[0]), 3),
    }


def keys_of(truth: dict[str, Any]) -> list[str]:
    """The words of a sentence as the reader has them."""
    return [word.key for word in words_of(truth["text"])]


def logit(score: float) -> float:
    """The logit of a probability."""
    return float(np.log(score / (1 - score)))


def best_threshold(truths: list[dict[str, Any]], found: list[Candidate], scores: Any, event: str) -> float:
    """The threshold with the best cross-validated F1 of sentences, printed with its figures."""
    group = CLASSES[event][0]
    ranked = []
    for threshold in THRESHOLDS:
        hits = {
            c.sentence
            for c, score in zip(found, scores, strict=True)
            if c.group == group and (c.news or score >= threshold)
        }
        counts = Counter((truth["label"] == "yes", truth["id"] in hits) for truth in truths if truth["event"] == event)
        right, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
        ranked.append((2 * right / (2 * right + wrong + missed), threshold, right, wrong, missed))
    f1, threshold, right, wrong, missed = max(ranked)
    print(f"{event}: F1 {f1:.3f} cross-validated at {threshold} ({right} right, {wrong} wrong, {missed} missed)")
    return threshold


if __name__ == "__main__":
    main()
