"""The reader compiled by mypyc: a copy of its modules is made fit for the compiler, compiled, and held against Python.

``python native_build.py FOLDER`` leaves the compiled package in FOLDER/marsad; with FOLDER first on ``PYTHONPATH`` it
is the one that runs. :mod:`hatch_build` takes it into a wheel; why: docs/decisions/0009-the-reader-compiled.md.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SRC = ROOT / "src"
SAMPLES = ROOT / "samples" / "reports"
# What a reading passes through. ``records`` stays Python (readings are pickled and handed out), so do ``words`` and
# ``normalize`` (one pass of regular expressions: the floor that reading is measured by).
ROOMS = ("claims", "mentions", "sentences", "arabic")
MODULES = (
    "lexicons/grammar.py", "lexicons/triggers.py", "actors/register.py", "actors/slant.py", "places/answer.py",
    "places/context.py", "places/evidence.py", "places/gazetteer.py", "places/guesses.py",
    "places/reading.py", "places/resolve.py", "places/sides.py",
)  # fmt: skip
# Forms made only when the data is built, a module of resources, and a kind of dictionary.
LEFT_OUT = frozenset(
    {"__init__.py", "verbs.py", "verbal_nouns.py", "stems.py", "rank.py", "words.py", "normalize.py", "remembered.py"}
)
OPTIONS = (
    "--config-file", os.devnull, "--explicit-package-bases", "--namespace-packages", "--ignore-missing-imports",
)  # fmt: skip
COMPILE = """
import os
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = mypycify(sys.argv[1:], opt_level=os.environ.get("MARSAD_COMPILE_LEVEL", "2"), multi_file=True)
setup(name="marsad-native", ext_modules=modules, script_args=["-q", "build_ext", "--inplace", "-j", "2"])
"""
# Reads every sample, and prints what it read and how many modules were native.
READ = """
import sys, pathlib
from datetime import date
from marsad.pipeline import load_knowledge, read
from marsad.records import Report
known = load_knowledge()
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt")):
    print(read(Report(path.name, path.read_text("utf-8"), date(2018, 10, 9)), known))
files = [module.__file__ for name, module in sys.modules.items() if name.startswith("marsad.") and module.__file__]
print(sum(not file.endswith(".py") for file in files), file=sys.stderr)
"""
# Defined once in a module, a constant is loaded without a look-up; what a later line adds to is none.
_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]*) = (?!TypeVar)", re.M)
_SLOTS = re.compile(r"^( *@dataclass\()(.*?)(?:, )?slots=True(?:, )?(.*?)\)$", re.M)
# So is one with its type written, whatever its letters: tables, and memories of words that are emptied in place.
_TYPED = re.compile(r"^(_?[A-Za-z]\w*): (?!Final)([^=\n]+) = ", re.M)
_TABLE = re.compile(r"^([A-Z_]+) = (?=_table\(|dict\.fromkeys\()", re.M)


class NativeBuildError(Exception):
    """The compiler, or a reading by what it made, failed."""


def can_compile() -> bool:
    """Whether a C compiler is at hand."""
    return any(shutil.which(name) for name in (os.environ.get("CC", "cc").split(" ")[0], "gcc", "clang"))


def build_native(folder: Path) -> list[Path]:
    """The compiled modules, made in a folder and proved on the samples; paths of the shared libraries."""
    shutil.copytree(
        SRC / "marsad", folder / "marsad", ignore=shutil.ignore_patterns("*.so", "*.pyd", "__pycache__", "static")
    )
    modules = [path for path in sorted((folder / "marsad").rglob("*.py")) if _is_compiled(path, folder / "marsad")]
    for path in modules:
        path.write_text(for_the_compiler(path.read_text("utf-8")), "utf-8")
    names = [path.relative_to(folder).as_posix() for path in modules]
    _run([sys.executable, "-c", COMPILE, *OPTIONS, *names], folder, "the reader could not be compiled")
    shutil.rmtree(folder / "build", ignore_errors=True)
    _prove(folder, len(modules))
    return sorted(path for path in folder.rglob("*") if path.suffix in (".so", ".pyd"))


def _is_compiled(path: Path, package: Path) -> bool:
    where = path.relative_to(package)
    return where.as_posix() in MODULES or (where.parts[0] in ROOMS and where.name not in LEFT_OUT)


def for_the_compiler(source: str) -> str:
    """The source of a module as mypyc takes it: native classes have slots by themselves, constants are final."""
    source = one_by_one(with_constructors(source))
    source = _SLOTS.sub(lambda found: f"{found[1]}{', '.join(part for part in found.group(2, 3) if part)})", source)
    source = source.replace("@dataclass()\n", "@dataclass\n")
    source = _TABLE.sub(r"\1: dict[str, int] = ", source)

    def once(name: str) -> bool:
        return len(re.findall(rf"^{name}(?:: .*| [|+]?)?= ", source, re.M)) == 1

    source = _CONSTANT.sub(lambda found: f"{found[1]}: Final = " if once(found[1]) else found[0], source)
    source = _TYPED.sub(lambda found: f"{found[1]}: Final[{found[2]}] = " if once(found[1]) else found[0], source)
    start = "from __future__ import annotations\n"
    return source.replace(start, start + "from typing import Final\n", 1)


def one_by_one(source: str) -> str:
    """Constants that a module defines several on a line, ``NEAR, FAR = 2, 9``, each by itself, to be final."""
    lines = source.splitlines(keepends=True)
    for node in reversed(ast.parse(source).body):
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Tuple):
            continue
        if isinstance(node.value, ast.Tuple) and len(node.value.elts) == len(node.targets[0].elts):
            pairs = zip(node.targets[0].elts, node.value.elts, strict=True)
            lines[node.lineno - 1 : node.end_lineno] = [
                f"{ast.unparse(name)} = {ast.unparse(value)}\n" for name, value in pairs
            ]
    return "".join(lines)


def with_constructors(source: str) -> str:
    """Data classes with a constructor of their own, which is compiled; the one that ``dataclass`` writes is not.

    Frozen ones become hashable ones, as a constructor sets attributes: that nobody else does is checked in the source.
    """
    lines = source.splitlines(keepends=True)
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and not node.bases]
    for node in reversed(classes):
        decorator = next((mark for mark in node.decorator_list if ast.unparse(mark).startswith("dataclass(")), None)
        fields = [item for item in node.body if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)]
        if decorator is None or not fields:
            continue
        end = fields[-1].end_lineno
        assert end is not None
        lines.insert(end, _constructor(node, fields))
        at = decorator.lineno - 1
        lines[at] = lines[at].replace("frozen=True", "unsafe_hash=True").replace("dataclass(", "dataclass(init=False, ")
    return "".join(lines)


def _constructor(node: ast.ClassDef, fields: list[ast.AnnAssign]) -> str:
    taken, set_ = ["self"], []
    for item in fields:
        name, kind = ast.unparse(item.target), ast.unparse(item.annotation)
        options = {word.arg: ast.unparse(word.value) for word in getattr(item.value, "keywords", ())}
        made = options.get("default_factory")
        if options.get("init") == "False":
            continue  # __post_init__ sets it
        if item.value is None:
            taken.append(f"{name}: {kind}")
        elif made is not None:
            taken.append(f"{name}: {kind} | None = None")
        else:
            taken.append(f"{name}: {kind} = {options.get('default', ast.unparse(item.value))}")
        empty = {"list": "[]", "dict": "{}"}.get(made or "", f"{made}()")
        set_.append(f"self.{name} = {name}" if made is None else f"self.{name} = {empty} if {name} is None else {name}")
    if any(isinstance(item, ast.FunctionDef) and item.name == "__post_init__" for item in node.body):
        set_.append("self.__post_init__()")
    body = "".join(f"        {line}\n" for line in set_)
    return f"\n    def __init__({', '.join(taken)}) -> None:\n{body}\n"


def _prove(folder: Path, modules: int) -> None:
    """Both builds read the samples alike, and the compiled one was really used."""
    if not SAMPLES.is_dir():
        raise NativeBuildError(f"expected sample reports to prove the compiled reader on; found none in {SAMPLES}")
    plain, _ = _run([sys.executable, "-c", READ, str(SAMPLES)], SRC, "the samples could not be read")
    native, used = _run([sys.executable, "-c", READ, str(SAMPLES)], folder, "the compiled reader failed on the samples")
    if plain != native:
        raise NativeBuildError("the compiled reader reads the samples differently: leave it out, and file an issue")
    if int(used.split()[-1]) < modules // 2:
        raise NativeBuildError(f"expected {modules} compiled modules to be used; found {used.split()[-1]}")


def _run(command: list[str], folder: Path, failure: str) -> tuple[str, str]:
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NativeBuildError(f"{failure}: {(done.stdout + done.stderr)[-1500:]}")
    return done.stdout, done.stderr


def main(folder: Path) -> None:
    """Build into a folder that is made anew; without a compiler say so."""
    if not can_compile():
        print("The reader was not compiled: no C compiler is installed; install gcc.")
        return
    shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(build_native(folder))} modules compiled; they read the samples as the plain ones do.")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
