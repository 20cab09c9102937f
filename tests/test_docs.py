"""The documents and the project say the same."""

from __future__ import annotations

import re
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
