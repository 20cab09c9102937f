"""Writes the pages that derive from data: the codebook. Run with ``make docs``; a test compares them."""

from __future__ import annotations

from pathlib import Path

from marsad import compiled
from marsad.codebook.codebook import build
from marsad.codebook.document import to_markdown

CODEBOOK = Path(__file__).parent / "reference" / "codebook.md"


def main() -> None:
    """Write every generated page."""
    CODEBOOK.write_text(to_markdown(build(compiled.load("codebook"))), "utf-8")


if __name__ == "__main__":
    main()
