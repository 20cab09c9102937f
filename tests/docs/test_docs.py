"""What a reader is promised is there: every claim type, every issue, every command, every room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from marsad import compiled
from marsad.cli.write import Format
from marsad.views.explain import REASONS

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "marsad"
TYPES = [entry["id"] for entry in compiled.load("codebook")["types"]]


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", TYPES)
def test_every_claim_type_has_a_section(name: str) -> None:
    assert f"### `{name}`: " in page("docs/reference/codebook.md")


@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_of_the_readme_are_in_the_makefile(readme: str, target: str) -> None:
    assert re.search(rf"^    make {target}\b", page(readme), re.MULTILINE)
    assert re.search(rf"^{target}:", page("Makefile"), re.MULTILINE)


@pytest.mark.parametrize("readme", ["README.md", "README.ar.md"])
def test_the_readme_says_whom_the_places_are_owed_to(readme: str) -> None:
    assert "GeoNames" in page(readme)
    assert "Apache-2.0" in page(readme)


def issue_reasons() -> set[str]:
    found = (re.findall(r'Issue\(\s*"([a-z_]+)"', path.read_text("utf-8")) for path in SRC.rglob("*.py"))
    return {reason for reasons in found for reason in reasons}


@pytest.mark.parametrize("reason", sorted(issue_reasons()))
def test_every_issue_is_explained_in_the_guide(reason: str) -> None:
    assert f"| `{reason}` |" in page("docs/guide/reading.md")


@pytest.mark.parametrize("written", [written.value for written in Format])
def test_every_format_is_explained_in_the_guide(written: str) -> None:
    assert f"| `{written}` |" in page("docs/guide/reading.md")


@pytest.mark.parametrize("kind", sorted(REASONS))
def test_every_kind_of_reason_is_explained_in_the_guide(kind: str) -> None:
    assert f"`{kind}:" in page("docs/guide/reading.md")
    assert f"`{kind}:" in page("docs/guide/rooms.md")


@pytest.mark.parametrize("room", sorted(path.parent.name for path in SRC.glob("*/__init__.py")))
def test_every_room_is_in_the_guide(room: str) -> None:
    assert f"`{room}`" in page("docs/guide/rooms.md")


DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
# Pages without the four headings; each is to be completed, and none may join them.
STILL_TO_COMPLETE: set[str] = set()


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize(
    "path", [path for path in DECISIONS if path.stem not in STILL_TO_COMPLETE], ids=lambda path: path.stem
)
def test_a_decision_says_what_was_given_up_and_when_to_look_again(path: Path) -> None:
    text = path.read_text("utf-8")
    for heading in ("Context", "Choice", "What we gave up", "When to look again"):
        assert f"**{heading}.**" in text


def test_the_changelog_tells_what_edits_of_data_did() -> None:
    assert "### Data" in page("CHANGELOG.md")
