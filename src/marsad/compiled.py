"""The compiled lexicons: every YAML file of the data rooms as one plain JSON, so that a start need not parse YAML.

``build_all`` writes it (the package build and ``make data`` call it); ``load`` reads it.
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from marsad.errors import DataError

PARTS = {
    "grammar": "marsad.lexicons.grammar",
    "triggers": "marsad.lexicons.triggers",
    "weapons": "marsad.lexicons.weapons",
    "actors": "marsad.actors.load",
    "places": "marsad.places.load",
    "codebook": "marsad.codebook.load",
    "intake": "marsad.reports.load",
}
BUILT = Path(__file__).parent / "lexicons" / "built"


def build_all() -> None:
    """Read, check and write every part; stops at the first entry that is wrong."""
    BUILT.mkdir(parents=True, exist_ok=True)
    for name, module in PARTS.items():
        source = import_module(module).load_source()
        target = BUILT / f"{name}.json"
        target.write_text(json.dumps(source, ensure_ascii=False, separators=(",", ":")), "utf-8")


def load(name: str) -> Any:
    """The plain structure of one part."""
    path = BUILT / f"{name}.json"
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError as error:
        message = f"{BUILT.name}/{name}.json was not built: run `make data`, or install the package again"
        raise DataError(message) from error
