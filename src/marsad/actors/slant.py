"""Which side's vocabulary a text uses: names that one side alone gives to an actor, each where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from marsad.actors.register import Register
from marsad.arabic.clitics import first_keys
from marsad.arabic.words import Word


@dataclass(frozen=True, slots=True)
class Slanted:
    """A name of one side: words ``first`` to ``last`` (inclusive), the actor it means, the side that uses it."""

    first: int
    last: int
    key: str
    actor: str
    side: str


def find_slanted(
    words: Sequence[Word], register: Register, *, country: str | None, published: str | None
) -> Iterator[Slanted]:
    """Every name in the text that betrays a side; one inside a longer name is not counted."""
    keys, at = [word.key for word in words], 0
    while at < len(keys):
        found = _longest(keys, at, register)
        if found is None:
            at += 1
            continue
        key, ids, length = found
        slanted = _slanted(key, ids, register, country, published)
        if slanted is not None:
            yield Slanted(at, at + length - 1, key, *slanted)
        at += length


def _longest(keys: Sequence[str], at: int, register: Register) -> tuple[str, tuple[str, ...], int] | None:
    """The longest name that begins at a word, with its proclitic or without."""
    best: tuple[str, tuple[str, ...], int] | None = None
    for prefix, rest in first_keys(keys[at]):
        match = register.actor_table.longest(rest, keys, at + 1)
        if match is not None and (best is None or match.length > best[2] or not prefix):
            best = (" ".join((rest, *keys[at + 1 : at + match.length])), match.values, match.length)
    return best


def _slanted(
    key: str, ids: Sequence[str], register: Register, country: str | None, published: str | None
) -> tuple[str, str] | None:
    """The actor and the side, where the name is one side's and the report decides whom it means."""
    used = register.slants.get(key)
    if not used:
        return None
    actor = register.resolve(ids, country=country, published=published)
    if actor is None:
        return used[0] if len(used) == len(ids) == 1 else None
    return next(((name, side) for name, side in used if name == actor.id), None)
