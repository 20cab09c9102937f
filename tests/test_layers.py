"""What imports cannot show: the core touches nothing outside, files stay readable, Arabic word lists are data."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src" / "marsad"
CORE = {
    "pipeline.py", "settings.py", "records.py", "errors.py", "sentences", "mentions", "claims", "places", "actors",
    "arabic", "codebook", "lexicons", "events",
}  # fmt: skip
LOADERS = {
    "actors/load.py", "claims/rank.py", "codebook/load.py", "events/load.py", "lexicons/load.py", "places/compile.py",
    "places/gazetteer.py", "places/load.py",
}  # fmt: skip
FORBIDDEN = {"open", "print", "input"}
FORBIDDEN_METHODS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "today", "now", "utcnow"}
ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")
PICTURE = ".png"  # bytes, no text: they may look like anything
# Marks that turn the writing direction of what follows them: a reader would see other code than Python reads.
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Words in code that belong into YAML; each is to be moved, and none may join them.
STILL_TO_MOVE = {
    *(f"claims/{name}.py" for name in (
        "anaphora", "build", "clause", "doubts", "draft", "guards_of_moves", "inherit",
        "launched_by", "links", "parties", "passages", "phrases_after", "reader", "repeats", "scene", "status", "toll",
        "weapons", "what", "when", "where", "who_attacks", "who_speaks", "who_suffers",
    )),
    "lexicons/grammar.py", "lexicons/triggers.py", "mentions/finder.py",
    "mentions/vocabulary.py", "places/geonames.py",
}  # fmt: skip
LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def files() -> Iterator[Path]:
    return iter(sorted(SRC.rglob("*.py")))


def name(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def in_core(path: Path) -> bool:
    return path.relative_to(SRC).parts[0] in CORE and name(path) not in LOADERS


@pytest.mark.parametrize("path", [path for path in files() if in_core(path)], ids=name)
def test_the_core_neither_opens_nor_prints_nor_asks_the_time(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                assert node.func.id not in FORBIDDEN, f"{name(path)}:{node.lineno}"
            elif isinstance(node.func, ast.Attribute):
                assert node.func.attr not in FORBIDDEN_METHODS, f"{name(path)}:{node.lineno}"


def arabic_strings(path: Path) -> list[int]:
    """Lines of the strings with Arabic letters; strings that are a statement, as docstrings are, may quote examples."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    quoted = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = (node for node in nodes if isinstance(node, ast.Constant) and id(node) not in quoted)
    return [node.lineno for node in constants if isinstance(node.value, str) and ARABIC.search(node.value)]


@pytest.mark.parametrize("path", [path for path in files() if path.parent.name != "arabic"], ids=name)
def test_arabic_words_are_data(path: Path) -> None:
    if name(path) in STILL_TO_MOVE:
        assert arabic_strings(path), f"{name(path)} holds no Arabic any more: take it from STILL_TO_MOVE"
    else:
        assert arabic_strings(path) == []


def test_no_file_turns_the_writing_direction() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    paths = [ROOT / part for part in listed.stdout.decode().split("\0") if part] or [
        *SRC.rglob("*.py"),
        *SRC.rglob("*.yml"),
    ]
    turned = [
        path.relative_to(ROOT).as_posix()
        for path in paths
        if path.is_file() and path.suffix != PICTURE and BIDI.search(path.read_text("utf-8", errors="replace"))
    ]
    assert turned == []


@pytest.mark.parametrize("path", list(files()), ids=name)
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno + 1 <= LONGEST_FUNCTION, f"{name(path)}: {node.name}"


@pytest.mark.parametrize("path", list(files()), ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
