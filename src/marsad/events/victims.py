"""Whom a number counts: civilians, one side's people, fighters of no named side, or people of whom no more is said."""

from __future__ import annotations

from marsad.arabic.normalize import fold
from marsad.events.load import bare, load_words
from marsad.events.rules import Rules, bloc_of
from marsad.records import ActorMention, Claim

PEOPLE = "people"
ORDER = ("civilians", "state", "nonstate", "external", "fighters", PEOPLE)


def whom(claim: Claim, rules: Rules) -> str:
    """The group of people that a claim's number counts."""
    found = [group for mention in claim.targets if (group := _group(mention, rules)) is not None]
    return found[0] if found else PEOPLE


def _group(mention: ActorMention, rules: Rules) -> str | None:
    words = {bare(word) for word in fold(mention.text).split()}
    known = load_words()
    if mention.actor:
        return side(bloc_of(mention.actor, rules))
    if words & known.civilians:
        return "civilians"
    if words & known.army:
        return "state"
    if words & known.opposing:
        return "nonstate"
    return "fighters" if words & known.fighters else None


def side(bloc: str) -> str:
    """The side of a bloc: the state, those who fight it, outsiders, or people who do not fight."""
    kind = bloc.partition(":")[0]
    if kind == "state":
        return "state"
    if kind in ("rebel", "militia", "identity_militia"):
        return "nonstate"
    return "external" if kind == "external_forces" else "civilians"
