"""The trained sieve: which of the words that guards and doubts dropped are claims after all.

The rules decide first; the sieve weighs each word that they dropped by what it is, what stands around it and what the
rules said (logistic regression, weights in ``sieve.json``, made by ``make train``: docs/decisions/0011). It takes back
a word that it holds for likely, and its score goes into ``because``: ``sieve:+0.62``. Same input, same output.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from marsad.claims.guards import Context
from marsad.claims.linking import kind_at
from marsad.claims.scene import Found, Group, Scene
from marsad.claims.weights import Templates, probability, templates_of

# The features of one word that can be a claim.
TEMPLATES: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in """
    id
    verdict
    left
    right
    word-1
    word+1
    group
    time
    place
    score
    sentence
    others
    id left
    id right
    id group
    id verdict
    id def told
    kept id
    type verdict
    type pos def told
    type verdict told def
    verdict told
    kept type pos
    kept told type
    kept def pos told
    kept left pos
    kept others
    kept sentence
    kept score
    type group pos
    """.strip().splitlines()
)
# The features in the order in which they are told: of the sentence, then of the trigger.
FEATURES = (
    "others", "sentence", "time", "place", "score",
    "id", "type", "pos", "def", "verdict", "kept", "told", "left", "right", "word-1", "word+1", "group",
)  # fmt: skip
# Features with few values that several templates hang on: what these weigh together is remembered.
BUNDLES = (
    "type pos def told verdict kept",
    "id def told verdict kept",
    "others sentence score kept",
    "time place",
    "left pos kept",
    "group pos type",
)
KEPT = "kept"
_FLAG = {True: "y", False: "n"}


class Sifts(Protocol):
    """Whoever says which dropped words are claims: the sieve, or the training that looks at what it would be asked."""

    @property
    def of_kept(self) -> bool:
        """Whether it wants to see what the rules keep, too."""
        ...

    def back(self, found: Found, told: Sequence[str]) -> str:
        """Why a word that the rules dropped is a claim; empty where it is none."""
        ...


@dataclass(frozen=True, slots=True)
class Sieve:
    """The weights in thousandths, and the score from which a word is taken back."""

    templates: Templates
    bias: int
    back_from: float
    of_kept: bool = False

    def back(self, found: Found, told: Sequence[str]) -> str:
        """Why a word that the rules dropped is a claim; empty where it is none."""
        score = probability(self.bias + self.templates.points(told))
        return f"sieve:+{score:.2f}" if score >= self.back_from else ""


def build(source: dict[str, Any]) -> Sieve:
    """The sieve from its plain structure."""
    return Sieve(templates_of(source["weights"], FEATURES, BUNDLES), source["bias"], source["back_from"])


def features(
    scene: Scene, found: Found, groups: Sequence[Group], context: Context, verdict: str, shared: Sequence[str]
) -> list[str]:
    """The features of a trigger, in the order of ``FEATURES``.

    ``verdict``: KEPT, or what spoke against it; ``shared``: those of its sentence.
    """
    form, first, last = found.form, found.first, found.last
    return [
        *shared,
        found.trigger.id,
        found.type,
        form.pos,
        _FLAG[form.definite] + _FLAG[bool(form.suffix)],
        verdict,
        _FLAG[verdict == KEPT],
        _FLAG[found.type in context.told],
        kind_at(scene, first - 1),
        kind_at(scene, last + 1),
        scene.key(first - 1),
        scene.key(last + 1),
        f"{groups[0].head.kind}:{groups[0].preposition}" if groups else "",
    ]


def of_sentence(scene: Scene, context: Context) -> list[str]:
    """The features that all triggers of a sentence have in common."""
    return [
        str(min(len(scene.found), 6)),
        str(min(scene.line.index, 6)),
        _FLAG[bool(scene.times)],
        _FLAG["place" in [chunk.kind for chunk in scene.chunks]],
        str(min(context.score, 34) // 5),
    ]
