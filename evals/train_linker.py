"""Trains the linker of agents on annotated reports: part of ``make train``. Writes src/marsad/claims/linker.json.

A case is a phrase that may have done it, in a claim that gold has too: positive where gold means this phrase, negative
where it means none like it, left out where the phrase only repeats one that it means. The reports are the samples, the
first report, dev and those of ``evals/annotated``. The figures printed are cross-validated by report: no report is
judged by weights that have seen it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evals.annotated import pool_sets
from evals.gold import GoldReport, GoldSet, gold_sets
from evals.learning import COUNTS, fitted, fold_of, judged_by_others, matrix_of, named, seen_often, tables_from
from evals.matched import matched
from marsad import pipeline
from marsad.claims import linker
from marsad.claims.build import Builder
from marsad.claims.linking import BEFORE, FILLING, HERE, Candidate, Case
from marsad.claims.weights import TIE
from marsad.mentions.chunks import Chunk
from marsad.scoring.mentions import hits, mentions, same, words
from marsad.sentences import words_of

TARGET = Path(linker.__file__).parent / "linker.json"
STRENGTH = 0.1
THRESHOLDS = [step / 100 for step in range(25, 65, 5)]
# The sets whose figures together choose the threshold; in dev the rules look better than they are on other reports.
JUDGED = ("pool-open", "pool-apart")
SETS = ("dev", *JUDGED)
RULE = "rule"
# Which share of phrases of a kind filling the role of claims of a type is next to none, and of how many at least.
NEXT_TO_NEVER, SEEN_OFTEN = 0.02, 20


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase for a role of a claim; ``label`` is None where the case teaches nothing."""

    features: tuple[str, ...]
    label: bool | None
    words: str
    chunk: Chunk
    chosen: bool
    where: str


@dataclass(frozen=True, slots=True)
class Question:
    """A role of a claim: its rows, and what gold says (None: gold has no such claim)."""

    set: str
    report: str
    type: str
    gold: tuple[str, ...] | None
    rows: tuple[Row, ...]


def main() -> None:
    """Collect, cross-validate, choose the thresholds, train on everything, write."""
    if not pool_sets():
        raise SystemExit("The linker is trained on dev and the pool of ../shared, which are not here.")
    known = pipeline.load_knowledge(with_linker=False, with_topic=False)
    kept = trained([*(gold for gold in gold_sets() if gold.name in ("samples", "seed", "dev")), *pool_sets()], known)
    TARGET.write_text(json.dumps({"roles": kept}, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    number = sum(len(table) for one in kept.values() for table in one["weights"].values())
    print(f"{number} weights, {TARGET.stat().st_size:,} bytes")


def trained(sets: Sequence[GoldSet], known: pipeline.Knowledge) -> dict[str, Any]:
    """The weights and thresholds of each role learnt from sets of reports, read by ``known``, which has no linker."""
    asked: dict[str, list[Question]] = {role: [] for role in linker.ROLES}
    wanted: Counter[tuple[str, str]] = Counter()
    for gold in sets:
        for report in gold.reports:
            for role, question in questions(gold.name, report, known, wanted):
                asked[role].append(question)
    return {role: train(role, asked[role], wanted) for role in linker.ROLES}


def questions(
    name: str, report: GoldReport, known: pipeline.Knowledge, wanted: Counter[tuple[str, str]]
) -> Iterator[tuple[str, Question]]:
    """The roles of the claims that the rules find in a report."""
    told, truth = report.report, report.truth["claims"]
    read = words_of(told.text)
    drafts, context, scenes = pipeline.candidates(told, read, known)
    for role in linker.ROLES:
        wanted[name, role] += sum(len(mentions(claim, role)) for claim in truth)
    if not drafts or context.alone:
        return
    builder, truths = matched(report, read, drafts, scenes, known)
    for case in linker.cases(drafts, linker.ROLES):
        held = case.candidates()
        gold = truths.get(id(case.draft))
        meant = tuple(mentions(gold, case.role)) if gold is not None else None
        candidates = [
            one
            for one in (*held, *case.before(held, FILLING[case.role]))
            if case.chose(one.chunk) or one.chunk.kind in FILLING[case.role]
        ]
        features = [case.features(candidate) for candidate in candidates]
        rows_named = [named_features(told_of, case.asked.why) for told_of in features]
        yield (
            case.role,
            Question(name, told.id, case.draft.type, meant, tuple(rows(case, candidates, rows_named, builder, meant))),
        )


def named_features(told: Mapping[str, str], why: Sequence[str]) -> tuple[str, ...]:
    """The features of a candidate, each under the template it belongs to."""
    of_rules = (f"{RULE}{TIE}{linker.rule_feature(rule, told['in'])}" for rule in why)
    return (*named(linker.TEMPLATES, told), *of_rules)


def rows(
    case: Case,
    candidates: Sequence[Candidate],
    named: Sequence[tuple[str, ...]],
    builder: Builder,
    gold: tuple[str, ...] | None,
) -> Iterator[Row]:
    """The rows of one role of a claim."""
    span = builder.agent_span if case.role == "agents" else builder.chunk_span
    texts = [span(candidate.chunk).text for candidate in candidates]
    labels = labels_of(case, candidates, texts, gold)
    for candidate, features, text, label in zip(candidates, named, texts, labels, strict=True):
        where = HERE if candidate.chunk.sentence == case.draft.scene.line.index else BEFORE
        yield Row(features, label, text, candidate.chunk, case.chose(candidate.chunk), where)


def labels_of(
    case: Case, candidates: Sequence[Candidate], texts: Sequence[str], gold: tuple[str, ...] | None
) -> list[bool | None]:
    """Each mention of gold takes the phrase most like it, the rules' choice first; others like it are left out."""
    if gold is None:
        return [None] * len(candidates)
    labels: list[bool | None] = [False] * len(candidates)
    for mention in gold:
        alike = [at for at, text in enumerate(texts) if same(mention, text)]
        free = [at for at in alike if labels[at] is not True]
        if free:
            labels[max(free, key=lambda at: _fit(mention, texts[at], case, candidates[at]))] = True
        for at in alike:
            labels[at] = labels[at] or None
    return labels


def _fit(mention: str, text: str, case: Case, candidate: Candidate) -> tuple[bool, float, int, bool, int]:
    """How well a phrase fits what gold names: chosen by the rules, alike, whole, of the sentence, near."""
    draft = case.draft
    one, other = words(mention), words(text)
    here = candidate.chunk.sentence == draft.scene.line.index
    likeness = round(len(one & other) / max(len(one | other), 1), 2)
    return (
        case.chose(candidate.chunk),
        likeness,
        -candidate.depth,
        here,
        -abs(candidate.chunk.first - draft.found.first),
    )


def train(role: str, asked: Sequence[Question], wanted: Counter[tuple[str, str]]) -> dict[str, Any]:
    """The weights of one role, with the threshold that cross-validation finds best; prints what was found."""
    judged = [(question, row) for question in asked for row in question.rows]
    names = seen_often(row.features for _, row in judged)
    matrix = matrix_of([row.features for _, row in judged], names)
    taught = np.array([row.label is not None for _, row in judged])
    labels = np.array([bool(row.label) for _, row in judged])
    counts = np.array([COUNTS.get(question.set, 1.0) for question, _ in judged])
    folds = np.array([fold_of(question.report) for question, _ in judged])
    scores = judged_by_others(matrix, labels, counts, folds, taught, STRENGTH)
    never = next_to_never(asked)
    barred = [not row.chosen and (question.type, row.where, row.chunk.kind) in never for question, row in judged]
    scores[np.array(barred)] = 0.0
    threshold = best_threshold(role, asked, scores, wanted)
    tables, bias = tables_from(fitted(matrix[taught], labels[taught], counts[taught], STRENGTH), names)
    rules = tables.pop(RULE, {})
    return {"weights": tables, "rules": rules, "bias": bias, "threshold": threshold, "never": sorted(never)}


def next_to_never(asked: Sequence[Question]) -> set[tuple[str, str, str]]:
    """Types of claims, where a phrase stands and its kind, of which gold has next to none fill an empty role."""
    seen: Counter[tuple[str, str, str]] = Counter()
    right: Counter[tuple[str, str, str]] = Counter()
    for question in asked:
        if not any(row.chosen for row in question.rows):
            for row in question.rows:
                seen[question.type, row.where, row.chunk.kind] += 1
                right[question.type, row.where, row.chunk.kind] += bool(row.label)
    return {one for one, times in seen.items() if times >= SEEN_OFTEN and right[one] < NEXT_TO_NEVER * times}


def best_threshold(role: str, asked: Sequence[Question], scores: Any, wanted: Counter[tuple[str, str]]) -> float:
    """The threshold with the best cross-validated F1 of the role in the annotated pool, printed with its figures."""
    best = max((f1_of(JUDGED, role, asked, scores, wanted, threshold), threshold) for threshold in THRESHOLDS)[1]
    for name in (name for name in SETS if wanted[name, role]):
        rules = f1_of((name,), role, asked, scores, wanted, -1.0)
        linked = f1_of((name,), role, asked, scores, wanted, best)
        print(f"{role} {name}: F1 {rules:.3f} by rules, {linked:.3f} with the linker at {best}")
    return best


def f1_of(
    names: Sequence[str],
    role: str,
    asked: Sequence[Question],
    scores: Any,
    wanted: Counter[tuple[str, str]],
    threshold: float,
) -> float:
    """F1 of a role in some sets as the scorer counts it."""
    right = predicted = at = 0
    for question in asked:
        given = scores[at : at + len(question.rows)]
        at += len(question.rows)
        if question.set not in names:
            continue
        kept = kept_of(given, question.rows, threshold)
        predicted += len(kept)
        right += hits(list(question.gold), kept) if question.gold is not None else 0
    total = predicted + sum(wanted[name, role] for name in names)
    return 2 * right / total if total else 0.0


def kept_of(scores: Any, rows: Sequence[Row], threshold: float) -> list[str]:
    """What the linker leaves of a role, as :meth:`Linker.settle` does; below 0 what the rules chose."""
    chosen = [row.words for score, row in zip(scores, rows, strict=True) if row.chosen and score >= threshold]
    if chosen or threshold < 0:
        return chosen
    pairs = [(score, row.chunk) for score, row in zip(scores, rows, strict=True) if not row.chosen]
    best = linker.best_of([pair for pair in pairs if pair[0] >= threshold])
    return [row.words for row in rows if any(row.chunk is chunk for _, chunk in best)]


if __name__ == "__main__":
    main()
