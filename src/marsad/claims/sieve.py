"""The trained sieve: which of the words that can name a happening are claims, where guards and doubts have spoken.

The rules decide first; the sieve weighs each word by what it is, what stands around it and what the rules said
(logistic regression, weights in ``sieve.json``, made by ``make train``: docs/decisions/0011). It takes out a claim
that it holds for unlikely and takes back a word that it holds for likely; what it did goes into ``because`` with its
score: ``sieve:+0.62`` took one back. Same input, same output.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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
# The features in the order in which they are told: of the sentence, then of the trigger.
FEATURES = (
    "others", "sentence", "time", "place", "length", "opens", "score",
    "id", "type", "pos", "def", "prefix", "verdict", "kept", "told", "left", "left2", "right", "right2",
    "word-1", "word-2", "word+1", "group", "group2", "groups", "count", "position", "mood", "ended", "before",
    "distance", "after", "quoted",
)  # fmt: skip
_VERDICT = FEATURES.index("verdict")
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

    def keeps(self, found: Found, told: Sequence[str]) -> tuple[bool, str]:
        """Whether a trigger is a claim, with the reason where the rules said otherwise."""
        ...


@dataclass(frozen=True, slots=True)
class Sieve:
    """The weights in thousandths, the score below which a claim goes, and that from which a word is taken back."""

    templates: Templates
    bias: int
    out_below: float
    back_from: float

    def keeps(self, found: Found, told: Sequence[str]) -> tuple[bool, str]:
        """Whether a trigger is a claim, with the reason where the rules said otherwise."""
        score = probability(self.bias + self.templates.points(told))
        if told[_VERDICT] == KEPT:
            return score >= self.out_below, ""
        back = score >= self.back_from
        return back, f"sieve:+{score:.2f}" if back else ""


def build(source: dict[str, Any]) -> Sieve:
    """The sieve from its plain structure."""
    return Sieve(
        templates_of(source["weights"], FEATURES, BUNDLES),
        round(ONE * source["bias"]),
        source["out_below"],
        source["back_from"],
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """The features that all triggers of a sentence have in common, and where its quotation marks stand."""

    features: Sequence[str]
    quotes: Sequence[int]


def features(
    scene: Scene, number: int, groups: Sequence[Group], context: Context, verdict: str, shared: Shared
) -> list[str]:
    """The features of the ``number``-th trigger of a sentence, in the order of ``FEATURES``.

    ``verdict``: KEPT, or what spoke against it.
    """
    all_found, line = scene.found, scene.line
    found = all_found[number]
    form, first, last = found.form, found.first, found.last
    quotes, before, distance, after = shared.quotes, "", "", ""
    if number:
        other = all_found[number - 1]
        before, distance = other.type + other.form.pos, str(min((first - other.last) // 2, 5))
    if number + 1 < len(all_found):
        other = all_found[number + 1]
        after = other.type + other.form.pos
    return [
        *shared.features,
        found.trigger.id,
        found.type,
        form.pos,
        _flag(form.definite) + _flag(bool(form.suffix)),
        found.prefix,
        verdict,
        _flag(verdict == KEPT),
        _flag(found.type in context.told),
        kind_at(scene, first - 1),
        kind_at(scene, first - 2),
        kind_at(scene, last + 1),
        kind_at(scene, last + 2),
        scene.key(first - 1),
        scene.key(first - 2),
        scene.key(last + 1),
        _group(groups, 0),
        _group(groups, 1),
        str(min(len(groups), 4)),
        _flag(_counts(groups)),
        str(min((first - line.first) // 5, 6)),
        form.aspect + form.voice + form.number,
        str(min((line.last - last) // 4, 4)),
        before,
        distance,
        after,
        _flag(bisect_left(quotes, first) % 2 == 1) if quotes else _NO,
    ]


def of_sentence(scene: Scene, context: Context) -> Shared:
    """What all triggers of a sentence share."""
    line = scene.line
    told = [
        str(min(len(scene.found), 6)),
        str(min(line.index, 6)),
        _flag(bool(scene.times)),
        _flag(any(chunk.kind == "place" for chunk in scene.chunks)),
        str(min((line.last - line.first) // 10, 5)),
        kind_at(scene, line.first),
        str(min(context.score, 34) // 5),
    ]
    return Shared(told, [at for at in range(line.first, line.last) if line.keys[at] in _QUOTES])


def _group(groups: Sequence[Group], at: int) -> str:
    return f"{groups[at].head.kind}:{groups[at].preposition}" if at < len(groups) else ""


def _counts(groups: Sequence[Group]) -> bool:
    """Whether a number stands in one of the first two groups."""
    return any(chunk.count is not None for group in groups[:2] for chunk in group.chunks)


def _flag(value: bool) -> str:
    return _YES if value else _NO
