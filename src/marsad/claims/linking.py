"""What speaks for a phrase in a role of a claim: the features by which the trained linker weighs it.

A candidate is a phrase of the claim's sentence, one inside it, or a party of a claim shortly before. Every feature is
a short word, so that the weights can be read (docs/decisions/0010).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from marsad.arabic.clitics import ARTICLE, FEMININE
from marsad.claims.draft import Draft
from marsad.claims.scene import COMMAS, Scene
from marsad.mentions.chunks import Chunk

# How many claims before one lend their parties, and from how many sentences back.
CLAIMS_BACK, SENTENCES_BACK = 12, 3
# How many of the claims right before count as the last ones.
LAST = 3
# Kinds of phrases that did something, where only the linker says so: of other kinds gold has one in a hundred or fewer.
_ACTING = frozenset({"actor", "group", "fighters", "office", "weapon"})
_YES, _NO = "y", "n"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may fill a role; ``depth`` counts the phrases it lies in, ``order`` how many come before it."""

    chunk: Chunk
    depth: int
    outer: str
    order: int


def name_of(chunk: Chunk) -> object:
    """What makes two phrases one party: what the register knows them as, else their head and length."""
    if chunk.ids and chunk.kind != "place":
        return chunk.ids
    return chunk.head.removeprefix(ARTICLE), chunk.last - chunk.first


def within(scene: Scene) -> list[Candidate]:
    """The phrases of a sentence with those inside them."""
    found: list[Candidate] = []

    def add(chunk: Chunk, depth: int, outer: str) -> None:
        found.append(Candidate(chunk, depth, outer, len(found)))
        for inner in chunk.inner:
            add(inner, depth + 1, chunk.kind)

    for chunk in scene.chunks:
        add(chunk, 0, "")
    return found


def before(draft: Draft, own: Sequence[Candidate], past: Sequence[Draft]) -> Iterator[Candidate]:
    """The agents and targets of the claims before that the sentence does not name, the latest first."""
    names = {name_of(candidate.chunk) for candidate in own}
    order, here = len(own), draft.scene.line.index
    for other in reversed(past):
        if here - other.scene.line.index > SENTENCES_BACK:
            return
        for chunk in (*other.agents, *other.targets):
            name = name_of(chunk)
            if name not in names:
                names.add(name)
                yield Candidate(chunk, 0, "", order)
                order += 1


def holders_of(role: str, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The claims of a sentence by the phrases they have in a role, in order, each under the identity of the phrase."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        for name in {id(chunk) for chunk in getattr(draft, role)}:
            found.setdefault(name, []).append(draft)
    return found


def can_fill(chunk: Chunk) -> bool:
    """Whether a phrase of this kind may have done something where only the linker says so."""
    return chunk.kind in _ACTING


class Case:
    """A claim and one of its roles, as the linker sees them."""

    __slots__ = ("_chosen", "_holders", "_last", "_own", "_past", "draft", "role", "why")

    def __init__(self, draft: Draft, role: str, holders: Mapping[int, Sequence[Draft]], past: Sequence[Draft]) -> None:
        """``holders``: the claims of the sentence by whom they have in the role; ``past``: the claims before."""
        self.draft, self.role = draft, role
        self._holders = holders
        self.why = [why for why in draft.because if why.startswith("rule:")]
        found, scene = draft.found, draft.scene
        parties = draft.parties
        self._own = {
            "type": draft.type,
            "pos": found.form.pos,
            "frame": found.trigger.frame,
            "number": found.form.number + found.form.gender,
            "after": kind_at(scene, found.last + 1),
            "pronouns": _flag(parties.dropped_subject) + _flag(parties.agent_pronoun) + _flag(parties.object_pronoun),
        }
        self._chosen = str(min(len(getattr(draft, role)), 2))
        self._past: dict[object, int] = {}
        for other in past:
            for name in {name_of(chunk) for chunk in getattr(other, role)}:
                self._past[name] = self._past.get(name, 0) + 1
        self._last = {name_of(chunk) for other in past[-LAST:] for chunk in getattr(other, role)}

    def features(self, candidate: Candidate) -> dict[str, str]:
        """All features of a phrase as a candidate for the role of this claim."""
        chunk, draft = candidate.chunk, self.draft
        name = name_of(chunk)
        told = {
            **self._own,
            "kind": chunk.kind,
            "prep": chunk.preposition,
            "def": _flag(chunk.definite),
            "num": chunk.number,
            "count": _flag(chunk.count is not None),
            "conj": _flag(chunk.conjoined),
            "cue": chunk.cue,
            "depth": f"{min(candidate.depth, 2)}{candidate.outer}",
            "len": str(min(chunk.last - chunk.first + 1, 5)),
            "id": chunk.ids[0] if chunk.ids and chunk.kind != "place" else "",
            "gender": "f" if chunk.head.endswith(FEMININE) else "m",
            "order": str(min(candidate.order, 4)),
            "before": str(min(self._past.get(name, 0), 3)),
            "last": _flag(name in self._last),
            "in": _flag(self.chose(chunk)),
            "chosen": self._chosen,
            "held": self._held(chunk),
        }
        self._add_beside(told, chunk)
        _add_distance(told, draft, chunk)
        return told

    def chose(self, chunk: Chunk) -> bool:
        """Whether the rules put the phrase into the role."""
        return _among(chunk, getattr(self.draft, self.role))

    def _held(self, chunk: Chunk) -> str:
        """Which other roles of the claim the phrase has: a target, a place, a speaker, what is counted."""
        draft = self.draft
        roles = (("t", draft.targets), ("p", draft.places), ("s", draft.sources), ("n", draft.toll.chunks))
        return "".join(letter for letter, chunks in roles if _among(chunk, chunks))

    def _add_beside(self, told: dict[str, str], chunk: Chunk) -> None:
        """How many claims beside have the phrase in the role, and of which type the first is."""
        holding = [other for other in self._holders.get(id(chunk), ()) if other is not self.draft]
        told["beside"] = f"{min(len(holding), 2)}{holding[0].type if holding else ''}"


def _flag(value: bool) -> str:
    return _YES if value else _NO


def _among(chunk: Chunk, others: Sequence[Chunk]) -> bool:
    return any(chunk is other for other in others)


_BETWEEN = ("triggers", "phrases", "commas", "that")


def _add_distance(told: dict[str, str], draft: Draft, chunk: Chunk) -> None:
    """Where the phrase stands from the trigger, what stands between, and what stands beside it."""
    found, scene = draft.found, draft.scene
    back = scene.line.index - chunk.sentence
    told["back"] = str(max(-1, min(back, 3)))
    if back:
        for name in ("side", "nearest", "left", "right", *_BETWEEN):
            told[name] = "?"
        return
    start = min(chunk.start, chunk.first)
    after = chunk.first > found.last
    told["side"] = "after" if after else "in" if chunk.last >= found.first else "before"
    low, high = (found.last + 1, start) if after else (chunk.last + 1, found.first)
    for name, number in zip(_BETWEEN, _between(scene, low, high), strict=True):
        told[name] = str(min(number, 3))
    told["nearest"] = _flag(_nearest(scene, chunk) == found.first)
    told["left"], told["right"] = kind_at(scene, start - 1), kind_at(scene, chunk.last + 1)


def _between(scene: Scene, low: int, high: int) -> list[int]:
    """How many triggers, phrases, commas … begin in a stretch of words."""
    triggers = phrases = commas = that = 0
    last: Chunk | None = None
    for at in range(low, high):
        info = scene.info(at)
        if not info.is_word:
            commas += info.key in COMMAS
            continue
        found, chunk = scene.found_at.get(at), scene.chunk_at.get(at)
        triggers += found is not None and found.first == at
        phrases += chunk is not None and chunk is not last
        last = chunk or last
        that += info.that
    return [triggers, phrases, commas, that]


def _nearest(scene: Scene, chunk: Chunk) -> int:
    """Where the trigger nearest to a phrase begins; the first of them where two are."""
    best, least = -1, 1 << 30
    for found in scene.found:
        distance = chunk.first - found.last if chunk.first > found.last else found.first - chunk.last
        if distance < least:
            best, least = found.first, distance
    return best


def kind_at(scene: Scene, at: int) -> str:
    """What stands at a word, in one word: time, trigger-verb, that, preposition, actor, edge …"""
    info = scene.info(at)
    if not info.key:
        return "edge"
    if not info.is_word:
        return info.key[:1]
    if at in scene.time_at:
        return "time"
    found = scene.found_at.get(at)
    if found is not None:
        return "trigger-" + found.form.pos
    if info.preposition:
        return info.preposition
    named = (
        ("that", info.that), ("relative", info.relative), ("speech", bool(info.speech)), ("opener", info.opener),
        ("light", info.light is not None), ("verb", info.verb_like), ("pronoun", info.pronoun),
        ("auxiliary", info.auxiliary),
    )  # fmt: skip
    for name, holds in named:
        if holds:
            return name
    chunk = scene.chunk_at.get(at)
    return chunk.kind if chunk is not None else "word"
