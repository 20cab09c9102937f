"""What speaks for a phrase in a role of a claim: the features by which the trained linker weighs it.

A candidate is a phrase of the claim's sentence, one inside it, or a party of a claim shortly before. Every feature is
a short word, so that the weights can be read (docs/decisions/0010).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from marsad.arabic.clitics import ARTICLE, FEMININE
from marsad.claims.between import Between
from marsad.claims.draft import Draft
from marsad.claims.scene import Scene
from marsad.mentions.chunks import Chunk
from marsad.mentions.vocabulary import WordInfo

# How many claims before one lend their parties, and from how many sentences back.
CLAIMS_BACK, SENTENCES_BACK = 12, 3
# How many of the claims right before count as the last ones.
LAST = 3
# Kinds of phrases that fill a role where only the linker says so: of other kinds gold has one in a hundred or fewer.
_FILLING = {
    "agents": frozenset({"actor", "group", "fighters", "office", "weapon"}),
    "targets": frozenset({"actor", "group", "fighters", "office", "weapon", "people", "facility", "place"}),
}
YES, NO = "y", "n"
_YES, _NO = YES, NO
_UP_TO_5 = ("0", "1", "2", "3", "4", "5")


Name = tuple[str | int, ...]


class Candidate:
    """A phrase that may fill a role; ``depth`` counts the phrases it lies in, ``order`` how many come before it.

    Its own features are told once for all claims of its sentence, and so are the ``points`` that they give.
    """

    __slots__ = ("chunk", "depth", "name", "nearest", "order", "outer", "points", "told")

    def __init__(self, chunk: Chunk, depth: int, outer: str, order: int) -> None:
        self.chunk, self.depth, self.outer, self.order = chunk, depth, outer, order
        self.name = name_of(chunk)
        self.told: dict[str, str] = {}
        # Under the role they are weighed for.
        self.points: dict[str, int] = {}
        # Where the trigger nearest to it begins.
        self.nearest = -1

    def features(self, scene: Scene) -> dict[str, str]:
        """What the phrase is by itself and where it stands, as the claims of a sentence see it."""
        if not self.told:
            chunk, length = self.chunk, self.chunk.last - self.chunk.first
            back = scene.line.index - chunk.sentence
            self.nearest = _nearest(scene, chunk)
            self.told = {
                "kind": chunk.kind,
                "prep": chunk.preposition,
                "def": _YES if chunk.definite else _NO,
                "num": chunk.number,
                "count": _NO if chunk.count is None else _YES,
                "conj": _YES if chunk.conjoined else _NO,
                "cue": chunk.cue,
                "depth": f"{self.depth if self.depth < 2 else 2}{self.outer}",
                "len": _UP_TO_5[length + 1] if length < 4 else "5",
                "id": chunk.ids[0] if chunk.ids and chunk.kind != "place" else "",
                "gender": "f" if chunk.head.endswith(FEMININE) else "m",
                "order": _UP_TO_5[self.order] if self.order < 4 else "4",
                "back": str(max(-1, min(back, 3))),
                "left": "?" if back else kind_at(scene, chunk.start - 1),
                "right": "?" if back else kind_at(scene, chunk.last + 1),
            }
        return self.told


# The features that a candidate has by itself.
OF_PHRASES = frozenset(
    {"kind", "prep", "def", "num", "count", "conj", "cue", "depth", "len", "id", "gender", "order", "back", "left",
     "right"}
)  # fmt: skip


def name_of(chunk: Chunk) -> Name:
    """What makes two phrases one party: what the register knows them as, else their head and length."""
    if chunk.ids and chunk.kind != "place":
        return chunk.ids
    return chunk.head.removeprefix(ARTICLE), chunk.last - chunk.first


def within(scene: Scene) -> list[Candidate]:
    """The phrases of a sentence with those inside them."""
    found: list[Candidate] = []
    for chunk in scene.chunks:
        _add_phrase(found, chunk, 0, "")
    return found


def _add_phrase(found: list[Candidate], chunk: Chunk, depth: int, outer: str) -> None:
    found.append(Candidate(chunk, depth, outer, len(found)))
    for inner in chunk.inner:
        _add_phrase(found, inner, depth + 1, chunk.kind)


def before(role: str, draft: Draft, own: Sequence[Candidate], past: Sequence[Draft]) -> list[Candidate]:
    """Who can fill the role of the agents and targets of the claims before, where the sentence does not name them.

    The latest first. Their order counts the others too.
    """
    found: list[Candidate] = []
    names = {candidate.name for candidate in own}
    order, here = len(own), draft.scene.line.index
    for other in reversed(past):
        if here - other.scene.line.index > SENTENCES_BACK:
            break
        for chunk in (*other.agents, *other.targets):
            name = name_of(chunk)
            if name not in names:
                names.add(name)
                if can_fill(role, chunk):
                    found.append(Candidate(chunk, 0, "", order))
                order += 1
    return found


def holders_of(role: str, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The claims of a sentence by the phrases they have in a role, in order, each under the identity of the phrase."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        for name in {id(chunk) for chunk in getattr(draft, role)}:
            found.setdefault(name, []).append(draft)
    return found


def can_fill(role: str, chunk: Chunk) -> bool:
    """Whether a phrase of this kind may fill a role where only the linker says so."""
    return chunk.kind in _FILLING[role]


class Case:
    """A claim and one of its roles, as the linker sees them."""

    __slots__ = ("_between", "_holders", "_named", "_own", "_past", "draft", "role", "why")

    def __init__(
        self,
        draft: Draft,
        role: str,
        holders: Mapping[int, Sequence[Draft]],
        named: Sequence[AbstractSet[Name]],
        between: Between,
    ) -> None:
        """``holders``: the claims of the sentence by whom they have in the role; ``named``: whom those before have.

        Each claim before has a set of names, the last one's at the end. ``between``: the words of the sentence.
        """
        self.draft, self.role = draft, role
        self._holders, self._named, self._between = holders, named, between
        self.why = [why for why in draft.because if why.startswith("rule:")]
        self._own: dict[str, str] = {}
        self._past: dict[Name, int] = {}

    def _look(self) -> None:
        """What is the same for all candidates: the claim itself, and how often the claims before name whom."""
        draft, found, parties = self.draft, self.draft.found, self.draft.parties
        self._own = {
            "type": draft.type,
            "pos": found.form.pos,
            "frame": found.trigger.frame,
            "number": found.form.number + found.form.gender,
            "after": kind_at(draft.scene, found.last + 1),
            "pronouns": _flag(parties.dropped_subject) + _flag(parties.agent_pronoun) + _flag(parties.object_pronoun),
            "chosen": str(min(len(getattr(draft, self.role)), 2)),
        }
        past = self._past
        for names in self._named:
            for name in names:
                past[name] = past.get(name, 0) + 1

    def features(self, candidate: Candidate) -> dict[str, str]:
        """All features of a phrase as a candidate for the role of this claim."""
        told = self.near_features(candidate)
        self.add_distance(told, candidate)
        return told

    def near_features(self, candidate: Candidate) -> dict[str, str]:
        """All features but those of where it stands from the trigger."""
        if not self._own:
            self._look()
        chunk, name = candidate.chunk, candidate.name
        times = self._past.get(name, 0)
        return {
            **self._own,
            **candidate.features(self.draft.scene),
            "before": _UP_TO_5[times] if times < 3 else "3",
            "last": _NO if times == 0 else _flag(any(name in names for names in self._named[-LAST:])),
            "in": _YES if self.chose(chunk) else _NO,
            "held": self._held(chunk),
            "beside": self._held_beside(chunk),
        }

    def add_distance(self, told: dict[str, str], candidate: Candidate) -> None:
        """Add where the phrase stands from the trigger, and what stands between: ``OF_DISTANCE``."""
        found, chunk = self.draft.found, candidate.chunk
        if chunk.sentence != self.draft.scene.line.index:
            told.update(_ELSEWHERE)
            return
        after = chunk.first > found.last
        told["side"] = "after" if after else "in" if chunk.last >= found.first else "before"
        low, high = (found.last + 1, chunk.start) if after else (chunk.last + 1, found.first)
        told["triggers"], told["phrases"], told["commas"], told["that"] = self._between.count(low, high)
        told["nearest"] = _YES if candidate.nearest == found.first else _NO

    def chose(self, chunk: Chunk) -> bool:
        """Whether the rules put the phrase into the role."""
        return chunk in getattr(self.draft, self.role)

    def _held(self, chunk: Chunk) -> str:
        """Which other roles of the claim the phrase has: a target, a place, a speaker, what is counted."""
        draft = self.draft
        roles = "t" if chunk in draft.targets else ""
        if chunk in draft.places:
            roles += "p"
        if chunk in draft.sources:
            roles += "s"
        return roles + "n" if chunk in draft.toll.chunks else roles

    def _held_beside(self, chunk: Chunk) -> str:
        """How many claims beside have the phrase in the role, and of which type the first is."""
        holding = self._holders.get(id(chunk), ())
        others = [other for other in holding if other is not self.draft] if holding else holding
        return f"{min(len(others), 2)}{others[0].type}" if others else "0"


def _flag(value: bool) -> str:
    return _YES if value else _NO


OF_DISTANCE = ("side", "nearest", "triggers", "phrases", "commas", "that")
_ELSEWHERE: dict[str, str] = dict.fromkeys(OF_DISTANCE, "?")


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
    kind = _word_kind(info)
    if kind:
        return kind
    chunk = scene.chunk_at.get(at)
    return chunk.kind if chunk is not None else "word"


def _word_kind(info: WordInfo) -> str:
    """What a word is by itself, whatever it stands in; empty for a plain one."""
    if info.that:
        return "that"
    if info.relative:
        return "relative"
    if info.speech:
        return "speech"
    if info.opener:
        return "opener"
    if info.light is not None:
        return "light"
    if info.verb_like:
        return "verb"
    if info.pronoun:
        return "pronoun"
    return "auxiliary" if info.auxiliary else ""
