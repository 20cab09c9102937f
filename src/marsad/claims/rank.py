"""A small trained ranker: how likely a candidate tells of a happening that is reported, not merely spoken of.

It decides only where a text is so short that no report stands around its claims (docs/decisions/0002). Logistic
regression over named features of the candidate; the weights are in ``ranker.json``, made by ``make train``
from annotated reports and sentences. Same input, same score; the score goes into ``because``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from marsad.arabic.clitics import ARTICLE
from marsad.claims import letters
from marsad.claims.draft import Draft
from marsad.claims.guards import Context
from marsad.claims.toll import NUMBERED
from marsad.mentions.vocabulary import WordInfo

# Words left and right of a trigger that are features by themselves.
WINDOW = 2
# How far from a trigger a word counts as near it.
NEAR = 4
# The share of the candidate in the score; the rest is that of the letters of its text (cross-validated on labelled
# sentences, from .2 to .6: docs/decisions/0002).
OF_CANDIDATE = {"violence": 0.4, "protest": 0.6}
PROTEST = frozenset({"protest", "riot"})
# What a report of violence tells: the types of the labelled sentences.
VIOLENCE = frozenset(
    {"clash", "attack", "repel", "shelling", "airstrike", "bombing", "suicide_bombing", "chemical_attack", "shooting",
     "assassination", "killed", "wounded", "captured", "abducted", "property_damage", "equipment_loss"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranker:
    """For each group of types the weights by feature name, the intercept, and the score from which one is kept."""

    weights: Mapping[str, Mapping[str, float]]
    bias: Mapping[str, float]
    thresholds: Mapping[str, float]

    def kept(self, drafts: Sequence[Draft], context: Context) -> list[Draft]:
        """The candidates of a short text that are claims, each with the reason that names its score."""
        told: dict[str, float] = {}
        found = []
        for draft in drafts:
            group = group_of(draft)
            if group not in told:
                told[group] = load_letters()[group].logit(draft.scene.line.keys)
            score = together(group, self.logit(draft, context), told[group])
            draft.note(f"ranker:{score:.2f}")
            if score >= self.thresholds[group if draft.type in VIOLENCE | PROTEST else "other"]:
                found.append(draft)
        return found

    def logit(self, draft: Draft, context: Context) -> float:
        """The logit of the probability that the candidate is a claim, by its features alone."""
        group = group_of(draft)
        weights = self.weights[group]
        return self.bias[group] + sum(weights.get(name, 0.0) for name in set(features(draft, context)))


def group_of(draft: Draft) -> str:
    """The kind of events whose weights a candidate is weighed by."""
    return "protest" if draft.type in PROTEST else "violence"


def together(group: str, candidate: float, text: float) -> float:
    """The probability by the logits of a candidate and of its text."""
    share = OF_CANDIDATE[group]
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, share * candidate + (1 - share) * text))))


def build(source: dict[str, Any]) -> Ranker:
    """The ranker from its plain structure."""
    return Ranker(source["weights"], source["bias"], source["thresholds"])


def load_source(name: str = "ranker") -> dict[str, Any]:
    """The trained weights of one model as they are kept in the repository."""
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / f"{name}.json").read_bytes())
    return loaded


@lru_cache(maxsize=1)
def load_ranker() -> Ranker:
    """The ranker of the repository, read when the first short text comes."""
    return build(load_source())


@lru_cache(maxsize=1)
def load_letters() -> dict[str, letters.Letters]:
    """The weights of runs of letters, read when the first short text comes."""
    return letters.build(load_source("letters"))


def features(draft: Draft, context: Context) -> Iterator[str]:
    """The names of the features that hold for a candidate."""
    yield from _trigger(draft)
    yield from _evidence(draft)
    yield from _surroundings(draft)
    yield from _report(draft, context)


def _trigger(draft: Draft) -> Iterator[str]:
    found = draft.found
    form = found.form
    shape = f"{form.pos}{'+def' if form.definite else ''}{'+pron' if form.suffix else ''}{form.number}"
    yield f"id:{found.trigger.id}"
    yield f"type:{draft.type}"
    yield f"shape:{shape}"
    yield f"type-shape:{draft.type}:{form.pos}:{form.definite}"
    yield f"aspect:{form.aspect}"
    yield f"prefix:{found.prefix}"
    yield f"status:{draft.status}"


def _evidence(draft: Draft) -> Iterator[str]:
    scene = draft.scene
    here = scene.line.index
    own = {
        "count": draft.toll.low is not None,
        "number": draft.toll.why == NUMBERED,
        "time": draft.time is not None and scene.time_at.get(draft.time.first) is draft.time,
        "place": bool(draft.own_places),
        "agent": any(chunk.sentence == here for chunk in draft.agents),
        "target": any(chunk.sentence == here for chunk in draft.targets),
        "weapon": bool(draft.weapons),
        "said": bool(draft.sources),
    }
    yield from (f"has:{name}" for name, value in own.items() if value)
    yield f"evidence:{sum(own[name] for name in ('count', 'time', 'place', 'agent', 'target'))}"
    yield f"evidence-type:{draft.type}:{sum(own[name] for name in ('count', 'time', 'place', 'agent', 'target'))}"
    for why in draft.because:
        if why.startswith("rule:"):
            yield why
    if draft.agents:
        yield f"agent-kind:{draft.agents[0].kind}"
    if draft.targets:
        yield f"target-kind:{draft.targets[0].kind}"


def _kind_before(info: WordInfo) -> str:
    if info.preposition:
        return "prep"
    if info.light:
        return "light-" + info.light[0]
    return "def" if info.definite else "other"


def _surroundings(draft: Draft) -> Iterator[str]:
    scene, found = draft.scene, draft.found
    for step in range(1, WINDOW + 1):
        yield f"w-{step}:{scene.key(found.first - step)}"
        yield f"w+{step}:{scene.key(found.last + step)}"
    before = scene.info(found.first - 1) if found.first > scene.line.first else None
    if before is not None:
        yield f"before:{_kind_before(before)}"
    first = scene.line.first
    yield f"opens:{scene.key(first)}"
    keys = scene.line.keys[first : scene.line.last]
    yield f"length:{min(len(keys) // 10, 6)}"
    yield f"others:{min(len(scene.found), 5)}"
    yield f"position:{min((found.first - first) // 8, 4)}"
    if "؟" in keys:
        yield "question"


def _words(draft: Draft) -> Iterator[str]:
    """The words of the sentence without proclitics, with the type of the candidate, and those near by themselves."""
    line, found = draft.scene.line, draft.found
    near = range(found.first - NEAR, found.last + NEAR + 1)
    for at in range(line.first, line.last):
        rest = line.infos[at].rest.removeprefix(ARTICLE) or line.keys[at]
        if len(rest) > 2:
            yield f"t:{draft.type}:{rest}"
            if at in near:
                yield f"n:{rest}"


def _report(draft: Draft, context: Context) -> Iterator[str]:
    yield f"score:{min(max(context.score, 0) // 3, 6)}"
    yield f"conflict:{context.conflict}"
    yield f"sentence:{min(draft.scene.line.index, 6)}"
    yield f"sentences:{min(context.sentences // 4, 5)}"
    yield from _words(draft)
    for key in set(draft.scene.line.keys[draft.scene.line.first : draft.scene.line.last]):
        if len(key) > 2:
            yield f"b:{key}"
