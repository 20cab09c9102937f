"""What speaks for a phrase in a role of a claim: the features by which the trained linker weighs it.

A candidate is a phrase of the claim's sentence, one inside it, or a party of a claim shortly before. Every feature is
a short word, so that the weights can be read (docs/decisions/0010).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from marsad.arabic.clitics import ARTICLE, FEMININE
from marsad.claims.between import Between
from marsad.claims.draft import Draft
from marsad.claims.scene import Scene
from marsad.mentions.chunks import Chunk

# How many claims before one lend their parties, and from how many sentences back.
CLAIMS_BACK, SENTENCES_BACK = 12, 3
# How many of the claims right before count as the last ones.
LAST = 3
# Kinds of phrases that fill a role where only the linker says so: of other kinds gold has one in a hundred or fewer.
# Training takes out more, by the type of the claim and whether the phrase is of its sentence or of a claim before.
HERE, BEFORE = "here", "before"
FILLING = {
    "agents": frozenset({"actor", "group", "fighters", "office", "weapon"}),
    "targets": frozenset({"actor", "group", "fighters", "office", "weapon", "people", "facility", "place"}),
}
YES, NO = "y", "n"
_UP_TO_5 = ("0", "1", "2", "3", "4", "5")
# How many sentences back a phrase stands, the last for those behind.
_BACK = ("0", "1", "2", "3", "-1")

# The features in the order in which their values are told: of the claim, of the phrase, of both, and of where the
# phrase stands from the trigger.
OF_CLAIMS = ("pos", "frame", "number", "type", "after", "chosen")
OF_PHRASES = ("kind", "prep", "num", "cue", "depth", "len", "id", "gender", "order", "back", "left", "right")
OF_BOTH = ("before", "last", "in", "held", "beside")
OF_WAY = ("side", "triggers", "phrases", "commas", "nearest")
FEATURES = (*OF_CLAIMS, *OF_PHRASES, *OF_BOTH, *OF_WAY)
TYPE, CHOSEN = OF_CLAIMS.index("type"), OF_CLAIMS.index("chosen")
# The features of claim and phrase that are weighed together, and those weighed with the way between them.
NEAR, FAR = ("kind", "prep", "id", "back"), ("kind", "prep", "gender", "num")
# Of a phrase that nothing ties to the claim but its sentence; of one that stands in another.
UNTIED: tuple[str, ...] = ("0", NO, NO, "", "0")
_ELSEWHERE = ("?",) * len(OF_WAY)
# Of somebody whom no claim before names.
_NEVER = ("0", NO)

Name = tuple[str | int, ...]


class Candidate:
    """A phrase that may fill a role; ``depth`` counts the phrases it lies in, ``order`` how many come before it.

    Its own features are told once for all claims of its sentence, and so are the ``points`` that they give.
    """

    __slots__ = ("chunk", "depth", "far", "name", "near", "nearest", "order", "outer", "points", "told")

    def __init__(self, chunk: Chunk, depth: int, outer: str, order: int) -> None:
        self.chunk, self.depth, self.outer, self.order = chunk, depth, outer, order
        self.name = name_of(chunk)
        # ``OF_PHRASES``; what ``look`` tells besides is there when this is.
        self.told: tuple[str, ...] = ()

    def look(self, scene: Scene) -> None:
        """Tell what the phrase is by itself and where it stands, as the claims of a sentence see it."""
        chunk, order = self.chunk, self.order
        kind, preposition, number = chunk.kind, chunk.preposition, chunk.number
        length, back = chunk.last - chunk.first, scene.line.index - chunk.sentence
        name = chunk.ids[0] if chunk.ids and kind != "place" else ""
        gender = "f" if chunk.head.endswith(FEMININE) else "m"
        if back:
            away, left, right = _BACK[back if -1 <= back < 3 else 3 if back > 0 else -1], "?", "?"
        else:
            away, left, right = _BACK[0], kind_at(scene, chunk.start - 1), kind_at(scene, chunk.last + 1)
        # Of what is told ``NEAR`` and ``FAR``.
        self.near: tuple[str, ...] = (kind, preposition, name, away)
        self.far: tuple[str, ...] = (kind, preposition, gender, number)
        # Under the role they are weighed for.
        self.points: dict[str, int] = {}
        # Where the trigger nearest to it begins, once asked.
        self.nearest = -1
        self.told = (
            kind,
            preposition,
            number,
            chunk.cue,
            f"{min(self.depth, 2)}{self.outer}" if self.depth else "0",
            _UP_TO_5[length + 1] if length < 4 else "5",
            name,
            gender,
            _UP_TO_5[order] if order < 4 else "4",
            away,
            left,
            right,
        )


def name_of(chunk: Chunk) -> Name:
    """What makes two phrases one party: what the register knows them as, else their head and length."""
    if chunk.ids and chunk.kind != "place":
        return chunk.ids
    return chunk.head.removeprefix(ARTICLE), chunk.last - chunk.first


def within(scene: Scene) -> list[Candidate]:
    """The phrases of a sentence with those inside them."""
    found: list[Candidate] = []
    for chunk in scene.chunks:
        found.append(Candidate(chunk, 0, "", len(found)))
        if chunk.inner:
            _add_inner(found, chunk, 1)
    return found


def _add_inner(found: list[Candidate], outer: Chunk, depth: int) -> None:
    for chunk in outer.inner:
        found.append(Candidate(chunk, depth, outer.kind, len(found)))
        if chunk.inner:
            _add_inner(found, chunk, depth + 1)


class Sentence:
    """A sentence as its claims see it: the phrases that may fill their roles, and who is called in from elsewhere."""

    __slots__ = ("_apart", "_known", "between", "names", "phrases")

    def __init__(self, scene: Scene) -> None:
        self.phrases = within(scene)
        self.between = Between(scene)
        self.names = {candidate.name for candidate in self.phrases}
        self._known = {id(candidate.chunk): candidate for candidate in self.phrases}
        self._apart: dict[tuple[int, int], Candidate] = {}

    def candidates(self, chosen: Sequence[Chunk]) -> list[Candidate]:
        """The phrases of the sentence, and those of others that the rules chose."""
        if not chosen:
            return self.phrases
        apart = [chunk for chunk in chosen if id(chunk) not in self._known]
        if not apart:
            return self.phrases
        return [*self.phrases, *[self.apart(chunk, len(self.phrases)) for chunk in apart]]

    def those(self, chosen: Sequence[Chunk]) -> list[Candidate]:
        """Those of the candidates that the rules chose, in the order of all."""
        if len(chosen) != 1:
            return [candidate for candidate in self.candidates(chosen) if candidate.chunk in chosen]
        alone = chosen[0]
        return [self._known.get(id(alone)) or self.apart(alone, len(self.phrases))]

    def apart(self, chunk: Chunk, order: int) -> Candidate:
        """A phrase of another sentence as a candidate in this one."""
        known = id(chunk), min(order, 4)
        if known not in self._apart:
            self._apart[known] = Candidate(chunk, 0, "", order)
        return self._apart[known]


class Asked:
    """A claim as the linker sees it in every role; ``before`` counts the claims before it."""

    __slots__ = ("before", "draft", "held", "here", "others", "parties", "sentence", "told")

    def __init__(self, draft: Draft, sentence: Sentence, before: int) -> None:
        self.draft, self.sentence, self.before, self.here = draft, sentence, before, draft.scene.line.index
        found, form = draft.found, draft.found.form
        # What is the same for all candidates: ``OF_CLAIMS`` but the last.
        self.told = (
            form.pos,
            found.trigger.frame,
            form.number + form.gender,
            draft.type,
            kind_at(draft.scene, found.last + 1),
        )
        # Which other roles a phrase has, under its identity: target, place, speaker, what is counted.
        held: dict[int, str] = {}
        roles = ("t", draft.targets), ("p", draft.places), ("s", draft.sources), ("n", draft.toll.chunks)
        for letter, chunks in roles:
            for chunk in chunks:
                so_far = held.get(id(chunk), "")
                if not so_far.endswith(letter):
                    held[id(chunk)] = so_far + letter
        self.held = held
        # Whom it names, by whom they are.
        self.parties = [(chunk, name_of(chunk)) for chunk in (*draft.agents, *draft.targets)]
        # Whom the claims before name that the sentence does not, once asked.
        self.others: dict[Name, Chunk] | None = None

    @property
    def why(self) -> list[str]:
        """The rules that spoke."""
        return [why for why in self.draft.because if why.startswith("rule:")]


def holders_of(role: str, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The claims of a sentence by the phrases they have in a role, in order, each under the identity of the phrase."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        for chunk in getattr(draft, role):
            held = found.get(id(chunk))
            if held is None:
                found[id(chunk)] = [draft]
            elif held[-1] is not draft:
                held.append(draft)
    return found


class Past:
    """The claims of a report in order, and where each name fills a role."""

    __slots__ = ("_asked", "_named")

    def __init__(self, role: str, asked: Sequence[Asked]) -> None:
        self._asked = asked
        self._named: dict[Name, list[int]] = {}
        for number, one in enumerate(asked):
            agents = len(one.draft.agents)
            for _, name in one.parties[:agents] if role == "agents" else one.parties[agents:]:
                numbers = self._named.get(name)
                if numbers is None:
                    self._named[name] = [number]
                elif numbers[-1] != number:
                    numbers.append(number)

    def before(self, asked: Asked, own: Sequence[Candidate], kinds: AbstractSet[str]) -> list[Candidate]:
        """Who of some kinds did or suffered in the claims before, where the sentence does not name them.

        The latest first. Their order counts the others too.
        """
        sentence, order = asked.sentence, len(own)
        if asked.others is None:
            asked.others = self._others(asked)
        others = list(asked.others.values())
        if own is not sentence.phrases:
            names = {one.name for one in own}
            others = [chunk for name, chunk in asked.others.items() if name not in names]
        return [sentence.apart(chunk, order + at) for at, chunk in enumerate(others) if chunk.kind in kinds]

    def _others(self, asked: Asked) -> dict[Name, Chunk]:
        """Whom the claims before name that the sentence does not, the latest first."""
        names, end, least = asked.sentence.names, asked.before, asked.here - SENTENCES_BACK
        found: dict[Name, Chunk] = {}
        for other in reversed(self._asked[max(0, end - CLAIMS_BACK) : end]):
            if other.here < least:
                break
            for chunk, name in other.parties:
                if name not in names and name not in found:
                    found[name] = chunk
        return found

    def named(self, name: Name, end: int) -> tuple[str, str]:
        """How many of the claims before name somebody in the role, up to three, and whether the last ones do."""
        numbers = self._named.get(name)
        if numbers is None or numbers[0] >= end:
            return _NEVER
        until = bisect_left(numbers, end)
        times = until - bisect_left(numbers, end - CLAIMS_BACK, 0, until)
        if times == 0:
            return _NEVER
        return _UP_TO_5[times] if times < 3 else "3", YES if numbers[until - 1] >= end - LAST else NO


class Case:
    """A claim and one of its roles, as the linker sees them."""

    __slots__ = ("_holders", "asked", "chosen", "draft", "own", "past", "role", "sentence")

    def __init__(self, asked: Asked, role: str, holders: Mapping[int, Sequence[Draft]], past: Past) -> None:
        """``holders``: the claims of the sentence by whom they have in the role."""
        self.asked, self.draft, self.sentence, self.role = asked, asked.draft, asked.sentence, role
        self._holders, self.past = holders, past
        self.chosen: list[Chunk] = getattr(asked.draft, role)
        # What is the same for all candidates: ``OF_CLAIMS``.
        self.own = (*asked.told, _UP_TO_5[len(self.chosen)] if len(self.chosen) < 2 else "2")

    def candidates(self) -> list[Candidate]:
        """The phrases of the sentence, and those of others that the rules chose."""
        return self.sentence.candidates(self.chosen)

    def those_chosen(self) -> list[Candidate]:
        """Those of the candidates that the rules chose."""
        return self.sentence.those(self.chosen)

    def before(self, own: Sequence[Candidate], kinds: AbstractSet[str]) -> list[Candidate]:
        """Who of some kinds did or suffered in the claims before, where the sentence does not name them."""
        return self.past.before(self.asked, own, kinds)

    def features(self, candidate: Candidate) -> dict[str, str]:
        """All features of a phrase as a candidate for the role of this claim, by their names."""
        candidate.look(self.draft.scene)
        tied = self.ties(candidate, self.chose(candidate.chunk))
        told = (*self.own, *candidate.told, *tied, *self.way(candidate))
        return dict(zip(FEATURES, told, strict=True))

    def ties(self, candidate: Candidate, chosen: bool) -> tuple[str, ...]:
        """What ties the phrase to the claim: ``OF_BOTH``; ``chosen``: whether the rules chose it for the role."""
        here, asked = id(candidate.chunk), self.asked
        named = self.past.named(candidate.name, asked.before)
        held, holders = asked.held.get(here), self._holders.get(here)
        beside = "0" if holders is None or holders == [self.draft] else self._beside(holders)
        if named == _NEVER and not chosen and held is None and beside == "0":
            return UNTIED
        return *named, YES if chosen else NO, held or "", beside

    def way(self, candidate: Candidate) -> tuple[str, ...]:
        """Where the phrase stands from the trigger, and what stands between: ``OF_WAY``."""
        found, chunk = self.draft.found, candidate.chunk
        if chunk.sentence != self.asked.here:
            return _ELSEWHERE
        if candidate.nearest < 0:
            candidate.nearest = _nearest(self.draft.scene, chunk)
        nearest = YES if candidate.nearest == found.first else NO
        if chunk.first > found.last:
            return "after", *self.sentence.between.count(found.last + 1, chunk.start), nearest
        side = "in" if chunk.last >= found.first else "before"
        return side, *self.sentence.between.count(chunk.last + 1, found.first), nearest

    def chose(self, chunk: Chunk) -> bool:
        """Whether the rules put the phrase into the role."""
        return chunk in self.chosen

    def _beside(self, holders: Sequence[Draft]) -> str:
        """How many claims beside have a phrase in the role, and of which type the first is."""
        others = [other for other in holders if other is not self.draft]
        return f"{min(len(others), 2)}{others[0].type}" if others else "0"


def _nearest(scene: Scene, chunk: Chunk) -> int:
    """Where the trigger nearest to a phrase begins; the first of them where two are."""
    best, least, first, last = -1, 1 << 30, chunk.first, chunk.last
    for found in scene.found:
        distance = first - found.last if first > found.last else found.first - last
        if distance < least:
            best, least = found.first, distance
    return best


def kind_at(scene: Scene, at: int) -> str:
    """What stands at a word, in one word: time, trigger-verb, that, preposition, actor, edge …"""
    line = scene.line
    if not line.first <= at < line.last:
        return "edge"
    info = line.infos[at]
    if not info.is_word:
        return info.relates or "edge"
    if at in scene.time_at:
        return "time"
    found = scene.found_at.get(at)
    if found is not None:
        return "trigger-" + found.form.pos
    if info.relates:
        return info.relates
    chunk = scene.chunk_at.get(at)
    return chunk.kind if chunk is not None else "word"
