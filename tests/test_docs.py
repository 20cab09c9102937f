"""The documents and the project say the same."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from marsad import compiled
from marsad.codebook.codebook import build
from marsad.codebook.document import to_markdown

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_every_make_command_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in PAGES:
        for command in re.findall(r"(?:`|^    )make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE):
            assert command in targets, f"{page.name}: make {command}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), target


def test_the_codebook_page_is_what_the_data_says() -> None:
    page = ROOT / "docs" / "reference" / "codebook.md"
    assert page.read_text("utf-8") == to_markdown(build(compiled.load("codebook"))), "run make docs"


def test_every_trigger_names_an_event_type_of_the_codebook() -> None:
    known = {entry["id"] for entry in compiled.load("codebook")["types"]}
    for entry in compiled.load("triggers")["entries"]:
        assert entry["means"] in known, entry["id"]


def project_files() -> list[Path]:
    """What git tracks; where there is no repository, everything but what is built."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
        return [ROOT / name for name in listed.stdout.split("\0") if name]
    built = {".venv", "build", "dist", "built", "__pycache__"}
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
    return [ROOT / path for path in found if not any(part in built or part[0] == "." for part in path.parts)]


def test_no_file_names_a_folder_of_the_machine_it_was_written_on() -> None:
    absolute = re.compile(r"(?<![\w./-])/(?:work|root)(?:/|\b)")
    texts = {path: path.read_text("utf-8", errors="replace") for path in project_files() if path.is_file()}
    assert [path.relative_to(ROOT).as_posix() for path, text in texts.items() if absolute.search(text)] == []
