"""What the trainings of linker, sieve and joiner share: rows of named features, a regression, folds by report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from marsad.claims.weights import ONE, TIE, feature

FOLDS, LEAST_SEEN, LEAST_WEIGHT = 5, 4, 0.02
# How much a case of a set counts: nothing in the first report and in the samples may be unlearnt.
COUNTS = {"seed": 8.0, "samples": 4.0}


def named(templates: Iterable[Sequence[str]], told: Mapping[str, str]) -> tuple[str, ...]:
    """The features of a case, each under the template it belongs to."""
    return tuple(f"{' '.join(names)}{TIE}{feature(names, told)}" for names in templates)


def fold_of(report: str) -> int:
    """The fold that judges a report: always the same."""
    return int(sha256(report.encode()).hexdigest(), 16) % FOLDS


def seen_often(rows: Iterable[Sequence[str]]) -> list[str]:
    """The features that enough cases have, in order."""
    seen = Counter(name for row in rows for name in row)
    return sorted(name for name, times in seen.items() if times >= LEAST_SEEN)


def matrix_of(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Any:
    """One row a case, one column a feature."""
    index = {name: at for at, name in enumerate(names)}
    columns = [[index[name] for name in row if name in index] for row in rows]
    ends = np.cumsum([0, *map(len, columns)]).astype(np.int32)
    flat = np.array([column for row in columns for column in row], dtype=np.int32)
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))


def fitted(matrix: Any, labels: Any, counts: Any, strength: float) -> LogisticRegression:
    """The regression on some cases; ``strength``: the inverse of what large weights cost."""
    return LogisticRegression(C=strength, max_iter=300, tol=1e-3).fit(matrix, labels, sample_weight=counts)


def judged_by_others(matrix: Any, labels: Any, counts: Any, folds: Any, taught: Any, strength: float) -> Any:
    """The probability of each case by weights that have not seen its report."""
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        rest = taught & (folds != fold)
        model = fitted(matrix[rest], labels[rest], counts[rest], strength)
        scores[folds == fold] = model.predict_proba(matrix[folds == fold])[:, 1]
    return scores


def tables_from(model: LogisticRegression, names: Sequence[str]) -> tuple[dict[str, dict[str, int]], int]:
    """The weights worth keeping under their templates, and the bias, in thousandths: whole numbers load faster."""
    tables: dict[str, dict[str, int]] = defaultdict(dict)
    for name, weight in zip(names, model.coef_[0], strict=True):
        if abs(weight) >= LEAST_WEIGHT:
            template, value = name.split(TIE, 1)
            tables[template][value] = round(ONE * float(weight))
    return tables, round(ONE * float(model.intercept_[0]))
