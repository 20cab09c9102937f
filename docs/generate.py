"""Writes what derives from something else: the codebook's page, the script of the newest schema. ``make docs``."""

from __future__ import annotations

from pathlib import Path

from marsad import compiled
from marsad.codebook.codebook import build
from marsad.codebook.document import to_markdown
from marsad.store import newest

CODEBOOK = Path(__file__).parent / "reference" / "codebook.md"


def main() -> None:
    """Write every generated page, and the script; tests compare them."""
    CODEBOOK.write_text(to_markdown(build(compiled.load("codebook"))), "utf-8")
    newest.SCRIPT.write_text(newest.migrated(), "utf-8")


if __name__ == "__main__":
    main()
