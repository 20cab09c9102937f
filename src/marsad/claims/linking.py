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

Name = tuple[str | int, ...]


class Candidate:
    """A phrase that may fill a role; ``depth`` counts the phrases it lies in, ``order`` how many come before it.

    Its own features are told once for all claims of its sentence, and so are the ``points`` that they give.
    """

    __slots__ = ("chunk", "depth", "far", "name", "near", "nearest", "order", "outer", "points", "told")

    def __init__(self, chunk: Chunk, depth: int, outer: str, order: int) -> None:
        self.chunk, self.depth, self.outer, self.order = chunk, depth, outer, order
        self.name = name_of(chunk)
        # ``OF_PHRASES``, and of these ``NEAR`` and ``FAR``.
        self.told: tuple[str, ...] = ()
        self.near: tuple[str, ...] = ()
        self.far: tuple[str, ...] = ()
        # Under the role they are weighed for.
        self.points: dict[str, int] = {}
        # Where the trigger nearest to it begins, once asked.
        self.nearest = -1

    def look(self, scene: Scene) -> None:
        """Tell what the phrase is by itself and where it stands, as the claims of a sentence see it."""
        chunk = self.chunk
        kind, preposition, number = chunk.kind, chunk.preposition, chunk.number
        length, back = chunk.last - chunk.first, scene.line.index - chunk.sentence
        name = chunk.ids[0] if chunk.ids and kind != "place" else ""
        gender = "f" if chunk.head.endswith(FEMININE) else "m"
        away = _BACK[back] if -1 <= back < 3 else _BACK[3 if back > 0 else -1]
        self.near = kind, preposition, name, away
        self.far = kind, preposition, gender, number
        self.told = (
            kind,
            preposition,
            number,
            chunk.cue,
            f"{min(self.depth, 2)}{self.outer}" if self.depth else "0",
            _UP_TO_5[length + 1] if length < 4 else "5",
            name,
            gender,
            _UP_TO_5[self.order] if self.order < 4 else "4",
            away,
            "?" if back else kind_at(scene, chunk.start - 1),
            "?" if back else kind_at(scene, chunk.last + 1),
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
        _add_phrase(found, chunk, 0, "")
    return found


def _add_phrase(found: list[Candidate], chunk: Chunk, depth: int, outer: str) -> None:
    found.append(Candidate(chunk, depth, outer, len(found)))
    for inner in chunk.inner:
        _add_phrase(found, inner, depth + 1, chunk.kind)


class Sentence:
    """A sentence as its claims see it: the phrases that may fill their roles, and who is called in from elsewhere."""

    __slots__ = ("_apart", "_known", "between", "names", "phrases")

    def __init__(self, scene: Scene) -> None:
        self.phrases = within(scene)
        self.between = Between(scene)
        self.names = {candidate.name for candidate in self.phrases}
        self._known = {id(candidate.chunk) for candidate in self.phrases}
        self._apart: dict[tuple[int, int], Candidate] = {}

    def candidates(self, chosen: Sequence[Chunk]) -> list[Candidate]:
        """The phrases of the sentence, and those of others that the rules chose."""
        apart = [chunk for chunk in chosen if id(chunk) not in self._known]
        if not apart:
            return self.phrases
        return [*self.phrases, *[self.apart(chunk, len(self.phrases)) for chunk in apart]]

    def apart(self, chunk: Chunk, order: int) -> Candidate:
        """A phrase of another sentence as a candidate in this one."""
        known = id(chunk), min(order, 4)
        if known not in self._apart:
            self._apart[known] = Candidate(chunk, 0, "", order)
        return self._apart[known]


class Asked:
    """A claim as the linker sees it in every role; ``before`` counts the claims before it."""

    __slots__ = ("before", "draft", "held", "parties", "sentence", "told", "why")

    def __init__(self, draft: Draft, sentence: Sentence, before: int) -> None:
        self.draft, self.sentence, self.before = draft, sentence, before
        found, form = draft.found, draft.found.form
        # What is the same for all candidates: ``OF_CLAIMS`` but the last.
        self.told = (
            form.pos,
            found.trigger.frame,
            form.number + form.gender,
            draft.type,
            kind_at(draft.scene, found.last + 1),
        )
        self.why = [why for why in draft.because if why.startswith("rule:")]
        # Which other roles a phrase has, under its identity: target, place, speaker, what is counted.
        self.held: dict[int, str] = {}
        self._hold("t", draft.targets)
        self._hold("p", draft.places)
        self._hold("s", draft.sources)
        self._hold("n", draft.toll.chunks)
        # Whom it names, by whom they are.
        self.parties = [(chunk, name_of(chunk)) for chunk in (*draft.agents, *draft.targets)]

    def _hold(self, letter: str, chunks: Sequence[Chunk]) -> None:
        held = self.held
        for chunk in chunks:
            roles = held.get(id(chunk), "")
            if not roles.endswith(letter):
                held[id(chunk)] = roles + letter


def holders_of(role: str, drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """The claims of a sentence by the phrases they have in a role, in order, each under the identity of the phrase."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        for name in {id(chunk) for chunk in getattr(draft, role)}:
            found.setdefault(name, []).append(draft)
    return found


class Past:
    """The claims of a report in order, and where each name fills a role."""

    __slots__ = ("_asked", "_named")

    def __init__(self, role: str, asked: Sequence[Asked]) -> None:
        self._asked = asked
        self._named: dict[Name, list[int]] = {}
        for number, one in enumerate(asked):
            for name in {name_of(chunk) for chunk in getattr(one.draft, role)}:
                self._named.setdefault(name, []).append(number)

    def before(self, asked: Asked, own: Sequence[Candidate], kinds: AbstractSet[str]) -> list[Candidate]:
        """Who of some kinds did or suffered in the claims before, where the sentence does not name them.

        The latest first. Their order counts the others too.
        """
        sentence, end, here = asked.sentence, asked.before, asked.draft.scene.line.index
        found: list[Candidate] = []
        names = {one.name for one in own} if own is not sentence.phrases else sentence.names
        seen: set[Name] = set()
        for other in reversed(self._asked[max(0, end - CLAIMS_BACK) : end]):
            if here - other.draft.scene.line.index > SENTENCES_BACK:
                break
            for chunk, name in other.parties:
                if name not in names and name not in seen:
                    if chunk.kind in kinds:
                        found.append(sentence.apart(chunk, len(own) + len(seen)))
                    seen.add(name)
        return found

    def named(self, name: Name, end: int) -> tuple[str, str]:
        """How many of the claims before name somebody in the role, up to three, and whether the last ones do."""
        numbers = self._named.get(name)
        if numbers is None or numbers[0] >= end:
            return "0", NO
        until = bisect_left(numbers, end)
        times = until - bisect_left(numbers, end - CLAIMS_BACK, 0, until)
        if times == 0:
            return "0", NO
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
        self.own = (*asked.told, _UP_TO_5[min(len(self.chosen), 2)])

    def candidates(self) -> list[Candidate]:
        """The phrases of the sentence, and those of others that the rules chose."""
        return self.sentence.candidates(self.chosen)

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
        here = id(candidate.chunk)
        times, last = self.past.named(candidate.name, self.asked.before)
        held, beside = self.asked.held.get(here, ""), self._beside(here) if here in self._holders else "0"
        if times == "0" and not chosen and not held and beside == "0":
            return UNTIED
        return times, last, YES if chosen else NO, held, beside

    def way(self, candidate: Candidate) -> tuple[str, ...]:
        """Where the phrase stands from the trigger, and what stands between: ``OF_WAY``."""
        found, chunk = self.draft.found, candidate.chunk
        if chunk.sentence != self.draft.scene.line.index:
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

    def _beside(self, here: int) -> str:
        """How many claims beside have the phrase in the role, and of which type the first is."""
        others = [other for other in self._holders[here] if other is not self.draft]
        return f"{min(len(others), 2)}{others[0].type}" if others else "0"


def said_of(value: bool) -> str:
    """Yes or no as a value of a feature."""
    return YES if value else NO


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
