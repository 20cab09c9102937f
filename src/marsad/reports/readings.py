"""Readings kept as JSON Lines, as ``marsad read --format jsonl`` writes them, back as records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from marsad.errors import InputError
from marsad.records import (
    ActorMention,
    Claim,
    Count,
    Issue,
    Judgement,
    PlaceAlternative,
    PlaceMention,
    Reading,
    SourceMention,
    Span,
    WeaponMention,
)

Kind = TypeVar("Kind")


def holds_readings(path: Path) -> bool:
    """Whether the first line of a .jsonl file is a reading and not a report."""
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        first = file.readline(2_000_000)
    try:
        document = json.loads(first)
    except ValueError:
        return '"claims": [' in first
    return isinstance(document, dict) and "claims" in document and "text" not in document


def read_readings(path: Path) -> Iterator[Reading]:
    """The readings of a file, line by line; a line that is none is named."""
    return _lines(path, reading_of, "a reading as `marsad read --format jsonl` writes it")


def read_judgements(path: Path) -> list[Judgement]:
    """Judgements, one JSON object a line with the fields of ``records.Judgement``."""
    return list(_lines(path, lambda document: Judgement(**document), "a judgement with id, kind, claim, other"))


def _lines(path: Path, make: Callable[[Any], Kind], expected: str) -> Iterator[Kind]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                try:
                    yield make(json.loads(line.decode("utf-8-sig")))
                except (ValueError, KeyError, TypeError, RecursionError) as error:
                    raise InputError(
                        f"{path}:{number}: expected {expected}, found something else ({error}); write it anew"
                    ) from error


def reading_of(raw: Mapping[str, Any]) -> Reading:
    """The reading in a plain structure."""
    return Reading(
        id=raw["id"], published=date.fromisoformat(raw["published"]) if raw.get("published") else None,
        outlet=raw.get("outlet"), sha256=raw.get("sha256", ""),
        claims=tuple(claim_of(claim) for claim in raw["claims"]),
        issues=tuple(Issue(**issue) for issue in raw.get("issues", ())),
    )  # fmt: skip


def claim_of(raw: Mapping[str, Any]) -> Claim:
    """The claim in a plain structure."""
    return Claim(
        id=raw["id"], type=raw["type"], trigger=Span(**raw["trigger"]),
        agents=tuple(ActorMention(**one) for one in raw["agents"]),
        targets=tuple(ActorMention(**one) for one in raw["targets"]),
        places=tuple(map(_place, raw["places"])),
        time=Span(**raw["time"]) if raw["time"] else None, date_from=raw["date_from"], date_to=raw["date_to"],
        count=Count(**raw["count"]) if raw["count"] else None, item=_weapon(raw["item"]) if raw["item"] else None,
        outcome=raw["outcome"], weapons=tuple(map(_weapon, raw["weapons"])),
        sources=tuple(SourceMention(**one) for one in raw["sources"]), status=raw["status"], incident=raw["incident"],
        because=tuple(raw["because"]),
    )  # fmt: skip


def _place(raw: Mapping[str, Any]) -> PlaceMention:
    others = tuple(PlaceAlternative(**other) for other in raw.get("alternatives", ()))
    return PlaceMention(**{**raw, "alternatives": others})


def _weapon(raw: Mapping[str, Any]) -> WeaponMention:
    return WeaponMention(raw["text"], raw["start"], raw["end"], raw["class"])
