"""What a scope of speech is: some words of a sentence and the chain of speakers who answer for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.mentions.chunks import Chunk

# The reason of a scope that a formula opens (بحسب X), up to the formula itself.
FORMULA = "lexicon:formula"
# The reason of a scope that a verb of speech with its subject opens.
SPOKEN = "lexicon:speech"
CARRY_ON = "carry_on"


@dataclass(slots=True, eq=False)
class Scope:
    """Words ``first`` to ``last`` (exclusive) are said by ``chain``, nearest speaker first."""

    first: int
    last: int
    chain: list[Chunk]
    verb: str = ""
    at: int = -1
    because: str = ""


@dataclass(slots=True, eq=False)
class Speakers:
    """What is known of speakers so far in a report."""

    last: list[Chunk] = field(default_factory=list)
    seen: list[Chunk] = field(default_factory=list)
    named: list[Chunk] = field(default_factory=list)
    chains: list[list[Chunk]] = field(default_factory=list)
    paper: Chunk | None = None
    spoke_in: int = -1
    keys: Sequence[str] = ()
    open_quote: bool = False
    open_straight: bool = False
    paragraph: int = -1
    aliases: dict[str, Chunk] = field(default_factory=dict)
    holders: dict[str, Chunk] = field(default_factory=dict)

    def remember(self, scope: Scope, *, quoted: bool = False) -> None:
        """Keep who spoke, but for those only carried on from before; ``quoted``: who speaks in what another tells."""
        if scope.chain and not scope.because.startswith("rule:"):
            if not quoted:
                self.last = scope.chain
                self.chains.append(scope.chain)
            for chunk in scope.chain:
                if chunk not in self.seen:
                    self.seen.append(chunk)


def said_once(scopes: list[Scope]) -> list[Scope]:
    """Without speakers carried on from before into a sentence that a formula gives a speaker of its own: وفق X."""
    if len(scopes) < 2 or not any(scope.because.startswith(FORMULA) for scope in scopes):
        return scopes
    own = next((scope.at for scope in scopes if scope.verb not in ("", CARRY_ON)), None)
    return [scope for scope in scopes if scope.verb != CARRY_ON or (own is not None and own < scope.at)]


def speakers_at(scopes: Sequence[Scope], at: int) -> Scope | None:
    """The innermost scope that holds a word: the last one that begins before it."""
    found: Scope | None = None
    for scope in scopes:
        if scope.first <= at < scope.last and (found is None or _is_nearer(scope, found, at)):
            found = scope
    return found


def _is_nearer(scope: Scope, other: Scope, at: int) -> bool:
    """Whether a scope begins nearer before a word than another; behind it, the nearer only where none is before."""
    if scope.at < at:
        return other.at >= at or scope.at > other.at
    return other.at >= at and scope.at < other.at
