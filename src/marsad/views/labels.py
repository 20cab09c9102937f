"""The words of the table in English and in Arabic, from labels.json; the names of the types come from the codebook."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Labels:
    """Every word of the table that is not from the report."""

    columns: tuple[str, ...]
    status: Mapping[str, str]
    outcome: Mapping[str, str]
    types: Mapping[str, str]
    itself: str
    whom: str
    with_weapon: str
    not_placed: str
    no_date: str
    to: str
    caption: str
    is_rtl: bool


def labels_in(language: str, types: Mapping[str, str]) -> Labels:
    """The words in one language; ``types`` gives the names of the claim types in it."""
    raw = json.loads((resources.files("marsad.views") / "labels.json").read_text("utf-8"))[language]
    return Labels(
        tuple(raw["columns"]), raw["status"], raw["outcome"], types, raw["itself"], raw["whom"], raw["with"],
        raw["not placed"], raw["no date"], raw["to"], raw["caption"], language == "ar",
    )  # fmt: skip
