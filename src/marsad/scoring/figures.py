"""The figures: precision, recall and F1 of claims and arguments, accuracies of the fields of claims rightly found."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from marsad.scoring.align import align
from marsad.scoring.mentions import ROLES, Claim, count, dates, hits, kilometres, mentions, same, span, status, text_of

Document = Mapping[str, Any]
Pairs = Sequence[tuple[Claim, Claim]]
ARGUMENTS = (*ROLES, "time")
NEAR_KM = 25
STRICT = ("agents", "targets", "places", "sources")


def score(gold: Mapping[str, Document], predicted: Mapping[str, Document]) -> dict[str, Any]:
    """All figures over the gold documents; a document without a prediction counts as predicted empty."""
    n: Counter[Any] = Counter()
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for name, document in gold.items():
        n["missing"] += name not in predicted
        _add(n, types, document["claims"], _claims(predicted, name))
    return {"docs": len(gold), "missing_docs": n["missing"], **_figures(n, types)}


def errors(gold: Mapping[str, Document], predicted: Mapping[str, Document]) -> list[str]:
    """The gold claims missed and the predicted ones that answer none, a line each, in the order of the documents."""
    return [
        line for name, document in gold.items() for line in _errors(name, document["claims"], _claims(predicted, name))
    ]


def _claims(documents: Mapping[str, Document], name: str) -> Sequence[Claim]:
    document = documents.get(name)
    claims: Sequence[Claim] = document["claims"] if document else []
    return claims


def _add(n: Counter[Any], types: dict[str, Counter[str]], gold: Sequence[Claim], predicted: Sequence[Claim]) -> None:
    pairs = align(gold, predicted)
    typed = [(ours, theirs) for ours, theirs in pairs if ours["type"] == theirs["type"]]
    n["gold"] += len(gold)
    n["pred"] += len(predicted)
    n["detected"] += len(pairs)
    n["typed"] += len(typed)
    for claim in gold:
        types[claim["type"]]["gold"] += 1
    for claim in predicted:
        types[claim["type"]]["pred"] += 1
    for claim, _ in typed:
        types[claim["type"]]["tp"] += 1
    _add_arguments(n, gold, predicted, typed)
    for ours, theirs in typed:
        _add_fields(n, ours, theirs)
    _add_incidents(n, typed)


def _add_arguments(n: Counter[Any], gold: Sequence[Claim], predicted: Sequence[Claim], typed: Pairs) -> None:
    for role in ARGUMENTS:
        key = ROLES.get(role, role)
        n[role, "gold"] += sum(_size(claim, key) for claim in gold)
        n[role, "pred"] += sum(_size(claim, key) for claim in predicted)
        n[role, "tp"] += sum(hits(mentions(ours, key), mentions(theirs, key)) for ours, theirs in typed)


def _size(claim: Claim, key: str) -> int:
    found = len(mentions(claim, key))
    return min(found, 1) if key == "time" else found


def _add_fields(n: Counter[Any], ours: Claim, theirs: Claim) -> None:
    if count(ours):
        _judge(n, "count", right=count(ours) == count(theirs))
    _judge(n, "date" if dates(ours)[0] else "undated", right=dates(ours) == dates(theirs))
    _judge(n, "status", right=status(ours) == status(theirs))
    n["strict"] += _is_strict(ours, theirs)
    for place, at in zip(mentions(ours, "places"), ours.get("place_geo") or [], strict=False):
        if at and at.get("lat") is not None:
            _add_distance(n, place, (at["lat"], at["lon"]), theirs)


def _judge(n: Counter[Any], name: str, *, right: bool) -> None:
    n[name, "of"] += 1
    n[name, "ok"] += right


def _add_distance(n: Counter[Any], place: str, at: tuple[float, float], theirs: Claim) -> None:
    """The first predicted place that agrees in words is judged by its point."""
    for other in theirs.get("places") or []:
        if same(place, text_of(other)):
            point = (other.get("lat"), other.get("lon")) if isinstance(other, Mapping) else (None, None)
            near = point[0] is not None and point[1] is not None and kilometres(at, (point[0], point[1])) <= NEAR_KM
            _judge(n, "geo25", right=near)
            return


def _is_strict(ours: Claim, theirs: Claim) -> bool:
    for key in STRICT:
        gold, predicted = mentions(ours, key), mentions(theirs, key)
        if len(gold) != len(predicted) or hits(gold, predicted) != len(gold):
            return False
    if count(ours) and count(ours) != count(theirs):
        return False
    return dates(ours) == dates(theirs) and status(ours) == status(theirs)


def _add_incidents(n: Counter[Any], typed: Pairs) -> None:
    """Pairs of claims that gold, and that the prediction, holds for one happening."""
    for (ours, theirs), (other, others) in itertools.combinations(typed, 2):
        if ours.get("incident") is None or other.get("incident") is None:
            continue
        gold = ours["incident"] == other["incident"]
        predicted = theirs.get("incident") is not None and theirs.get("incident") == others.get("incident")
        n["incident", "gold"] += gold
        n["incident", "pred"] += predicted
        n["incident", "tp"] += gold and predicted


def _figures(n: Counter[Any], types: Mapping[str, Counter[str]]) -> dict[str, Any]:
    out: dict[str, Any] = {
        "detection": ratio(n["detected"], n["pred"], n["gold"]),
        "claim": ratio(n["typed"], n["pred"], n["gold"]),
    }
    for role in ARGUMENTS:
        out[role] = ratio(n[role, "tp"], n[role, "pred"], n[role, "gold"])
    out["argument"] = ratio(*(sum(n[role, part] for role in ARGUMENTS) for part in ("tp", "pred", "gold")))
    for name in ("count", "date", "undated", "status", "geo25"):
        cases = n[name, "of"]
        out[name] = {"accuracy": round(n[name, "ok"] / cases, 4) if cases else None, "of": cases}
    out["strict"] = ratio(n["strict"], n["pred"], n["gold"])
    out["incident"] = ratio(n["incident", "tp"], n["incident", "pred"], n["incident", "gold"])
    out["by_type"] = {name: ratio(c["tp"], c["pred"], c["gold"]) for name, c in sorted(types.items())}
    return out


def ratio(right: int, predicted: int, gold: int) -> dict[str, Any]:
    """Precision, recall and F1 with the counts behind them; 0 where there is nothing to divide by."""
    p, r = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4), "tp": right, "pred": predicted, "gold": gold}


def _errors(name: str, gold: Sequence[Claim], predicted: Sequence[Claim]) -> Iterator[str]:
    typed = [(ours, theirs) for ours, theirs in align(gold, predicted) if ours["type"] == theirs["type"]]
    found = ({id(ours) for ours, _ in typed}, {id(theirs) for _, theirs in typed})
    for what, claims, right in zip(("missed", "spurious"), (gold, predicted), found, strict=True):
        for claim in claims:
            if id(claim) not in right:
                roles = " ".join(f"{key}={mentions(claim, key)}" for key in ("agents", "targets", "places"))
                yield f"{what:<9}{name}: {claim['type']} [{text_of(claim['trigger'])}] at {span(claim)[0]}  {roles}"
