"""The reference page says what the codebook says."""

from __future__ import annotations

from pathlib import Path

from marsad.codebook.codebook import build
from marsad.codebook.document import to_markdown
from marsad.codebook.load import load_source

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "codebook.md"


def test_the_committed_page_is_what_the_source_says() -> None:
    assert PAGE.read_text("utf-8") == to_markdown(build(load_source())), "run make data docs"


def test_every_type_has_a_section_with_its_label_in_both_languages() -> None:
    known = build(load_source())
    page = to_markdown(known)
    for entry in known.types.values():
        assert f"### `{entry.id}`: {entry.label.en} ({entry.label.ar})\n" in page


def test_a_scheme_that_codes_nothing_is_said_so() -> None:
    section = to_markdown(build(load_source())).split("### `killed`")[1].split("###")[0]
    assert "- ACLED: no event of its own\n" in section
    assert "- PLOVER: no event of its own\n" in section
