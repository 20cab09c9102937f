"""Trains the ranker of short texts on labelled sentences: ``make train``. Writes src/marsad/claims/ranker.json.

Every candidate claim of a sentence that reports an event of its class is a positive, every other one a negative.
The figures printed are cross-validated by sentence: no sentence is judged by weights that have seen it. With some 180
sentences that report, one division into folds is .006 from the next by chance, so the figures are the mean of several.
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
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from evals.annotated import pool_sets
from evals.gold import gold_sets, report_of, shared_folder
from marsad import pipeline
from marsad.claims import letters, rank
from marsad.claims.news import is_news
from marsad.sentences import split, words_of

TARGET = Path(rank.__file__).parent / "ranker.json"
LETTERS = TARGET.with_name("letters.json")
CLASSES = {"ASSAULT": ("violence", rank.VIOLENCE), "PROTEST": ("protest", rank.PROTEST)}
STATUSES = ("asserted", "background")
# Runs of letters: in how many texts a piece stands at least, and the inverse of what large weights cost.
LEAST_TEXTS, STRENGTH_OF_LETTERS = 4, 2.0
# What a sentence of an annotated report counts beside a labelled one in the letters of a group (cross-validated from 0
# to 1: docs/decisions/0002), and how much it costs to tell the two kinds apart by more than how often each reports.
OF_REPORTS = {"violence": 0.3, "protest": 0.0}
APART = 3.0
FOLDS, DIVISIONS, LEAST_SEEN, STRENGTH, LEAST_WEIGHT = 10, 5, 4, 0.1, 0.01
THRESHOLDS = [step / 100 for step in range(5, 60)]


# The words of a text and whether it reports an event of some kind.
Text = tuple[list[str], bool]


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
    kept: dict[str, Any] = {"bias": {}, "weights": {}}
    thresholds, of_letters = {}, {}
    for event, (group, _) in CLASSES.items():
        those = [candidate for candidate in found if candidate.group == group]
        names = sorted(
            name for name, seen in Counter(f for c in those for f in c.features).items() if seen >= LEAST_SEEN
        )
        matrix, labels = matrix_of(those, names), np.array([candidate.label for candidate in those])
        told = [truth for truth in truths if truth["event"] == event]
        beside = sentences_of_reports(event) if OF_REPORTS[group] else []
        judged = [judged_by_others(told, beside, those, matrix, labels, division) for division in range(DIVISIONS)]
        thresholds[group] = best_threshold(told, those, judged, event)
        of_letters[group] = trained_letters(texts_of(told), beside, OF_REPORTS[group])
        model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="liblinear").fit(matrix, labels)
        weights = zip(names, model.coef_[0], strict=True)
        kept["weights"][group] = {name: round(float(w), 3) for name, w in weights if abs(w) >= LEAST_WEIGHT}
        kept["bias"][group] = round(float(model.intercept_[0]), 3)
    kept["thresholds"] = {**thresholds, "other": 0.3}
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


def judged_by_others(
    truths: list[dict[str, Any]], beside: list[Text], found: list[Candidate], matrix: Any, labels: Any, division: int
) -> list[float]:
    """The probability of each candidate by weights, of candidates and of letters, that have not seen its sentence."""
    group = found[0].group
    folds = np.array([fold_of(candidate.sentence, division) for candidate in found])
    scores = [0.0] * len(found)
    for fold in range(FOLDS):
        rest = folds != fold
        model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="liblinear").fit(matrix[rest], labels[rest])
        others = [truth for truth in truths if fold_of(truth["id"], division) != fold]
        texts = letters.build({"": trained_letters(texts_of(others), beside, OF_REPORTS[group])})[""]
        told = {t["id"]: texts.logit(keys_of(t)) for t in truths if fold_of(t["id"], division) == fold}
        rows = np.flatnonzero(~rest)
        for row, logit in zip(rows, model.decision_function(matrix[rows]), strict=True):
            scores[row] = rank.together(group, float(logit), told[found[row].sentence])
    return scores


def fold_of(sentence: str, division: int) -> int:
    """The fold that judges a sentence in one division: always the same."""
    return int(hashlib.sha256(f"{sentence} {division}".encode()).hexdigest(), 16) % FOLDS


def trained_letters(labelled: list[Text], beside: list[Text], counts: float) -> dict[str, Any]:
    """The weights of the runs of letters of labelled sentences, and of others that count less beside them."""
    texts = [*labelled, *beside]
    vectorizer = TfidfVectorizer(analyzer=letters.pieces, sublinear_tf=True, min_df=LEAST_TEXTS)
    matrix = vectorizer.fit_transform([keys for keys, _ in texts])
    others = np.array([0.0] * len(labelled) + [APART] * len(beside))
    model = LogisticRegression(C=STRENGTH_OF_LETTERS, solver="liblinear", max_iter=1000).fit(
        hstack([matrix, csr_matrix(others[:, None])]),
        np.array([label for _, label in texts]),
        sample_weight=np.where(others, counts, 1.0),
    )
    seen = Counter(piece for keys, _ in texts for piece in set(letters.pieces(keys)))
    weights = {piece: model.coef_[0][at] for piece, at in vectorizer.vocabulary_.items()}
    return {
        "texts": len(texts),
        "pieces": {piece: [seen[piece], round(float(weight), 2)] for piece, weight in weights.items()},
        "bias": round(float(model.intercept_[0]), 3),
    }


def texts_of(truths: list[dict[str, Any]]) -> list[Text]:
    """Labelled sentences as texts."""
    return [(keys_of(truth), truth["label"] == "yes") for truth in truths]


def sentences_of_reports(event: str) -> list[Text]:
    """The sentences of annotated reports, and whether gold has a claim in them that such an event happened."""
    _, types = CLASSES[event]
    told = [gold for gold in (*gold_sets(), *pool_sets()) if gold.name in ("dev", "pool-open")]
    found = []
    for one in (report for gold in told for report in gold.reports):
        words = words_of(one.report.text)
        starts = {
            claim["start"] for claim in one.truth["claims"] if claim["type"] in types and claim["status"] == "asserted"
        }
        for sentence in split(one.report.text, words):
            inside = words[sentence.first : sentence.last]
            told_here = any(inside[0].start <= start < inside[-1].end for start in starts)
            found.append(([word.key for word in inside], told_here))
    return found


def keys_of(truth: dict[str, Any]) -> list[str]:
    """The words of a sentence as the reader has them."""
    return [word.key for word in words_of(truth["text"])]


def best_threshold(
    truths: list[dict[str, Any]], found: list[Candidate], judged: list[list[float]], event: str
) -> float:
    """The threshold with the best F1 of sentences, printed with its figures: all of them means over the divisions."""
    labels = {truth["id"]: truth["label"] == "yes" for truth in truths}
    ranked = []
    for threshold in THRESHOLDS:
        counts = np.mean([counted(labels, found, scores, threshold) for scores in judged], axis=0)
        right, wrong, missed = map(float, counts)
        ranked.append((2 * right / (2 * right + wrong + missed), threshold, right, wrong, missed))
    f1, threshold, right, wrong, missed = max(ranked)
    print(f"{event}: F1 {f1:.3f} cross-validated at {threshold} ({right} right, {wrong} wrong, {missed} missed)")
    return threshold


def counted(
    labels: dict[str, bool], found: list[Candidate], scores: list[float], threshold: float
) -> tuple[int, int, int]:
    """How many sentences are found rightly, found wrongly and missed at a threshold."""
    hits = {c.sentence for c, score in zip(found, scores, strict=True) if c.news or score >= threshold}
    right = sum(labels[sentence] for sentence in hits)
    return right, len(hits) - right, sum(labels.values()) - right


if __name__ == "__main__":
    main()
