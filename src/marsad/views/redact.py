"""What leaves a store without what could harm a person: names of civilians, telephone numbers, exact points, sources.

A word of a person is kept where the lexicon of nouns, a function word or a register knows it; every other word of a
party that is no registered actor may be a name and is left out. That takes away too much rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from marsad import compiled
from marsad.arabic import number_words as numbers
from marsad.arabic.clitics import ARTICLE, first_keys
from marsad.arabic.words import split_words
from marsad.records import ActorMention, Claim, Count, PlaceMention, Reading, SourceMention, Span

Words = TypeVar("Words", bound=Span | Count)

LEFT_OUT = "█"
# Seven digits and more, with the signs people write between them; dates and figures of a toll are shorter or grouped
# by commas.
_PHONE = re.compile(r"(?<![\d.,])\+?\d(?:[\s()/-]{0,2}\d){6,14}(?![\d.,]\d)")
_DAY = re.compile(r"^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})$")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is left out. Points are rounded to ``decimals`` of a degree (2: about a kilometre; None: as they are)."""

    names: bool = True
    phones: bool = True
    decimals: int | None = 2
    source_kinds: frozenset[str] = frozenset({"activists", "witness", "local", "medical", "relative"})
    unknown_sources: bool = True


DEFAULT = Profile()
FULL = Profile(names=False, phones=False, decimals=None, source_kinds=frozenset(), unknown_sources=False)


def redacted(reading: Reading, profile: Profile = DEFAULT) -> Reading:
    """The reading as it may leave the store; offsets stay, words that were left out are marked."""
    if profile == FULL:
        return reading
    issues = tuple(replace(issue, message=_without_phones(issue.message, profile)) for issue in reading.issues)
    return replace(reading, claims=tuple(claim_without(claim, profile) for claim in reading.claims), issues=issues)


def claim_without(claim: Claim, profile: Profile = DEFAULT) -> Claim:
    """The claim as it may leave the store."""

    def told(words: Words) -> Words:
        return replace(words, text=_without_phones(words.text, profile))

    return replace(
        claim,
        trigger=_nameless(told(claim.trigger), claim, profile),
        agents=tuple(party_without(told(actor), profile) for actor in claim.agents),
        targets=tuple(party_without(told(actor), profile) for actor in claim.targets),
        places=tuple(place_without(told(place), profile) for place in claim.places),
        time=told(claim.time) if claim.time else None,
        count=_nameless(told(claim.count), claim, profile) if claim.count else None,
        item=told(claim.item) if claim.item else None,
        weapons=tuple(map(told, claim.weapons)),
        sources=tuple(_source(told(source), profile) for source in claim.sources),
    )


def _nameless(words: Words, claim: Claim, profile: Profile) -> Words:
    """Words that reach into a party's are without its names too."""
    parties = [each for each in (*claim.agents, *claim.targets) if each.actor is None]
    overlaps = any(each.start < words.end and words.start < each.end for each in parties)
    return replace(words, text=without_names(words.text)) if profile.names and overlaps else words


def party_without(actor: ActorMention, profile: Profile) -> ActorMention:
    """A party without what may be the name of a person; one that a register has stays."""
    if not profile.names or actor.actor is not None:
        return actor
    name = None if actor.name is None else without_names(actor.name)
    return replace(actor, text=without_names(actor.text), name=name)


def place_without(place: PlaceMention, profile: Profile) -> PlaceMention:
    """A place with its point rounded."""
    if profile.decimals is None or place.lat is None or place.lon is None:
        return place
    return replace(place, lat=round(place.lat, profile.decimals), lon=round(place.lon, profile.decimals))


def _source(source: SourceMention, profile: Profile) -> SourceMention:
    """A source of a kind that is at risk, or that no register knows, is told by its kind alone."""
    at_risk = source.kind in profile.source_kinds
    if at_risk:
        return replace(source, text=f"[{source.kind}]", source=None, name=None)
    if profile.unknown_sources and source.source is None:
        name = None if source.name is None else without_names(source.name)
        return replace(source, text=without_names(source.text), name=name)
    return source


def words_without(text: str, profile: Profile) -> str:
    """Words without telephone numbers and, where names are left out, without what may be one."""
    spoken = _without_phones(text, profile)
    return without_names(spoken) if profile.names else spoken


def _without_phones(text: str, profile: Profile) -> str:
    if not profile.phones:
        return text
    return _PHONE.sub(lambda found: found.group() if _DAY.match(found.group()) else LEFT_OUT, text)


def without_names(text: str) -> str:
    """The text with a mark in the place of each run of words that may be a name."""
    known, written, end, was_left_out = _ordinary(), "", 0, False
    for word in split_words(text):
        is_kept = not word.key[:1].isalpha() or _is_known(word.key, known)
        if is_kept or not was_left_out:
            written += text[end : word.start] + (text[word.start : word.end] if is_kept else LEFT_OUT)
        was_left_out, end = not is_kept, word.end
    return written + text[end:]


def _is_known(key: str, known: Collection[str]) -> bool:
    return any(rest in known or rest.removeprefix(ARTICLE) in known for _, rest in first_keys(key))


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """Words that are nobody's name: nouns for people and things, function words, speakers, adjectives of countries."""
    grammar, actors = compiled.load("grammar"), compiled.load("actors")
    found = {word for key in (*grammar["nouns"], *grammar["speakers"], *actors["adjectives"]) for word in key.split()}
    for name, words in grammar["function"].items():
        if name != "names":
            found.update(word for phrase in words for word in phrase.split())
    counted = (numbers.UNITS, numbers.TEEN_HEADS, numbers.TENS, numbers.HUNDREDS, numbers.SCALES, numbers.LONE_SCALES)
    found.update(*counted, numbers.TEEN_TAILS, numbers.ORDINALS, numbers.FRACTIONS)
    # A name in the list of names stays one, also where it is a noun (a word like "victory" is both).
    return frozenset(found - set(grammar["function"]["names"]))
