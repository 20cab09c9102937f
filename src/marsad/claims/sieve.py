"""The trained sieve: which of the words that can name a happening are claims, where guards and doubts have spoken.

The rules decide first; the sieve weighs each word by what it is, what stands around it and what the rules said
(logistic regression, weights in ``sieve.json``, made by ``make train``: docs/decisions/0011). It takes out a claim
that it holds for unlikely and takes back a word that it holds for likely; what it did goes into ``because`` with its
score: ``sieve:+0.62`` took one back. Same input, same output.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from marsad.claims.guards import Context
from marsad.claims.linking import kind_at
from marsad.claims.scene import Found, Group, Scene
from marsad.claims.weights import ONE, Templates, probability, templates_of

# The features of one word that can be a claim.
TEMPLATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    id
    verdict
    prefix
    left
    left2
    right
    right2
    word-1
    word-2
    word+1
    count
    group
    group2
    groups
    time
    place
    quoted
    opens
    length
    position
    score
    sentence
    others
    before distance
    after type
    id left
    id right
    id word-1
    id group
    id verdict
    id def told
    kept id
    type verdict
    type pos def told
    type verdict told def
    verdict told
    verdict mood
    ended
    verdict group
    kept type pos
    kept told type
    kept def pos told
    kept left pos
    kept others
    kept count pos
    kept sentence
    kept quoted type
    kept score
    kept position pos
    type group pos
    type word-1
    type word+1
    type before distance
    """.strip().splitlines()
)
# Features with few values that several templates hang on: what these weigh together is remembered.
BUNDLES = (
    "type pos def told verdict kept",
    "id def told verdict kept",
    "others sentence score kept",
    "time place length opens",
    "position ended pos kept",
    "quoted kept type",
    "groups count pos kept",
    "group pos type",
    "left pos kept",
    "before distance type",
    "verdict mood prefix",
)
_QUOTES = frozenset('"«»“”')
KEPT = "kept"
_YES, _NO = "y", "n"


class Sifts(Protocol):
    """Whoever says which triggers are claims: the sieve, or the training that looks at what it would be asked."""

    def keeps(self, found: Found, told: Mapping[str, str]) -> tuple[bool, str]:
        """Whether a trigger is a claim, with the reason where the rules said otherwise."""
        ...


@dataclass(frozen=True, slots=True)
class Sieve:
    """The weights in thousandths, the score below which a claim goes, and that from which a word is taken back."""

    templates: Templates
    bias: int
    out_below: float
    back_from: float

    def keeps(self, found: Found, told: Mapping[str, str]) -> tuple[bool, str]:
        """Whether a trigger is a claim, with the reason where the rules said otherwise."""
        score = probability(self.bias + self.templates.points(told))
        if told["verdict"] == KEPT:
            return score >= self.out_below, ""
        back = score >= self.back_from
        return back, f"sieve:+{score:.2f}" if back else ""


def build(source: dict[str, Any]) -> Sieve:
    """The sieve from its plain structure."""
    return Sieve(
        templates_of(source["weights"], BUNDLES), round(ONE * source["bias"]), source["out_below"], source["back_from"]
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """The features that all triggers of a sentence have in common, and where its quotation marks stand."""

    features: Mapping[str, str]
    quotes: Sequence[int]


def features(
    scene: Scene, number: int, groups: Sequence[Group], context: Context, verdict: str, shared: Shared
) -> dict[str, str]:
    """The features of the ``number``-th trigger of a sentence; ``verdict``: KEPT, or what spoke against it."""
    found = scene.found[number]
    form, line = found.form, scene.line
    first, last = found.first, found.last
    told = {
        **shared.features,
        "id": found.trigger.id,
        "type": found.type,
        "pos": form.pos,
        "def": _flag(form.definite) + _flag(bool(form.suffix)),
        "prefix": found.prefix,
        "verdict": verdict,
        "kept": _flag(verdict == KEPT),
        "told": _flag(found.type in context.told),
        "left": kind_at(scene, first - 1),
        "left2": kind_at(scene, first - 2),
        "right": kind_at(scene, last + 1),
        "right2": kind_at(scene, last + 2),
        "word-1": scene.key(first - 1),
        "word-2": scene.key(first - 2),
        "word+1": scene.key(last + 1),
        "group": _group(groups, 0),
        "group2": _group(groups, 1),
        "groups": str(min(len(groups), 4)),
        "count": _flag(any(chunk.count is not None for group in groups[:2] for chunk in group.chunks)),
        "position": str(min((first - line.first) // 5, 6)),
        "mood": form.aspect + form.voice + form.number,
        "ended": str(min((line.last - last) // 4, 4)),
        "before": "",
        "distance": "",
        "after": "",
    }
    told["quoted"] = _flag(sum(at < first for at in shared.quotes) % 2 == 1)
    if number:
        before = scene.found[number - 1]
        told["before"] = f"{before.type}{before.form.pos}"
        told["distance"] = str(min((first - before.last) // 2, 5))
    if number + 1 < len(scene.found):
        after = scene.found[number + 1]
        told["after"] = f"{after.type}{after.form.pos}"
    return told


def of_sentence(scene: Scene, context: Context) -> Shared:
    """What all triggers of a sentence share."""
    line = scene.line
    told = {
        "others": str(min(len(scene.found), 6)),
        "sentence": str(min(line.index, 6)),
        "time": _flag(bool(scene.times)),
        "place": _flag(any(chunk.kind == "place" for chunk in scene.chunks)),
        "length": str(min((line.last - line.first) // 10, 5)),
        "opens": kind_at(scene, line.first),
        "score": str(min(context.score, 34) // 5),
    }
    return Shared(told, [at for at in range(line.first, line.last) if line.keys[at] in _QUOTES])


def _group(groups: Sequence[Group], at: int) -> str:
    return f"{groups[at].head.kind}:{groups[at].preposition}" if at < len(groups) else ""


def _flag(value: bool) -> str:
    return _YES if value else _NO
