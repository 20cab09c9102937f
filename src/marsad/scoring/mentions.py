"""When two mentions, counts, dates or spans agree. Claims are plain: gold's own form or Marsad's richer one."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

Claim = Mapping[str, Any]
ROLES = {"agent": "agents", "target": "targets", "place": "places", "weapon": "weapons", "source": "sources"}
LEAST_LETTERS = 3
_EARTH_DIAMETER_KM = 12742


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, int | None], frozenset[str], re.Pattern[str]]:
    """Letter folding, words that carry nothing, and the proclitics that come off, from words.json."""
    raw = json.loads((resources.files("marsad.scoring") / "words.json").read_text("utf-8"))
    folding = {ord(letter): (ord(to) if to else None) for letter, to in raw["fold"].items()}
    return folding, frozenset(raw["stop"]), re.compile(raw["proclitics"])


@lru_cache(maxsize=50_000)
def words(text: str) -> frozenset[str]:
    """The content words of a mention, folded, without proclitics and generic words."""
    folding, stop, proclitics = _tables()
    folded = unicodedata.normalize("NFKC", text).translate(folding)
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return frozenset(proclitics.sub("", word) for word in re.findall(r"\w+", bare) if word not in stop)


def same(one: str, other: str) -> bool:
    """Whether two mentions agree: half the words of the longer are shared, or one's words all stand in the other."""
    a, b = words(one or ""), words(other or "")
    if not a or not b:
        return (one or "").strip() == (other or "").strip()
    common = a & b
    if 2 * len(common) >= max(len(a), len(b)):
        return True
    return (a <= b or b <= a) and any(len(word) >= LEAST_LETTERS for word in common)


def text_of(mention: Any) -> str:
    """The words of a mention, given as a string or as an object with ``text``."""
    if isinstance(mention, Mapping):
        return str(mention.get("text") or "")
    return mention or ""


def mentions(claim: Claim, key: str) -> list[str]:
    """The words of every mention in one field."""
    value = claim.get(key) or []
    listed = [value] if isinstance(value, str | Mapping) else value
    return [text for text in map(text_of, listed) if text]


def span(claim: Claim) -> tuple[int, int]:
    """Where the trigger stands, end exclusive."""
    trigger = claim["trigger"]
    if isinstance(trigger, Mapping):
        return trigger["start"], trigger.get("end", trigger["start"] + len(trigger["text"]))
    return claim["start"], claim["start"] + len(trigger)


def dates(claim: Claim) -> tuple[str | None, str | None]:
    """The first and the last day."""
    time = claim.get("time")
    if isinstance(time, Mapping) and ("from" in time or "date_from" in time):
        return time.get("from", time.get("date_from")), time.get("to", time.get("date_to"))
    return claim.get("date_from"), claim.get("date_to")


def count(claim: Claim) -> tuple[int | None, int | None] | None:
    """The bounds of the number, or None."""
    value = claim.get("count")
    return (value.get("low"), value.get("high")) if value else None


def status(claim: Claim) -> str:
    """The status; asserted where none is given."""
    return str(claim.get("status", "asserted"))


def hits(gold: Sequence[str], predicted: Iterable[str]) -> int:
    """How many mentions of two lists agree, each used once, in order."""
    left, found = list(predicted), 0
    for mention in gold:
        match = next((other for other in left if same(mention, other)), None)
        if match is not None:
            left.remove(match)
            found += 1
    return found


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance on the globe of two points in degrees."""
    lat1, lon1, lat2, lon2 = (math.radians(value) for value in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return _EARTH_DIAMETER_KM * math.asin(math.sqrt(half))
