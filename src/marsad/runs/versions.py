"""What a reading depends on, as digests: two readings with the same four were made the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from marsad.store import Versions

# The rooms whose code decides what is read.
ROOMS = ("actors", "arabic", "claims", "codebook", "lexicons", "mentions", "places", "sentences")
LENGTH = 16


def versions(places: Path | None = None) -> Versions:
    """The digests of this installation and of the places a user has added."""
    root = Path(str(resources.files("marsad")))
    code = [path for room in ROOMS for path in sorted((root / room).glob("*.py"))]
    gazetteer = sorted(path for path in (root / "places" / "built").glob("*") if path.is_file())
    return Versions(
        code=_digest([*code, root / "pipeline.py"]),
        lexicons=_digest(sorted((root / "lexicons" / "built").glob("*.json"))),
        gazetteer=_digest([*gazetteer, *([places] if places is not None else [])]),
        ranker=_digest(sorted((root / "claims").glob("*.json"))),
    )


def gathering_version(places: Path | None = None) -> str:
    """The digest of what gathering depends on beside claims and judgements: its code, who is who, where places are."""
    root = Path(str(resources.files("marsad")))
    code = [path for room in ("events", "actors") for path in sorted((root / room).glob("*.py"))]
    data = [root / "events" / "words.json", *sorted((root / "lexicons" / "built").glob("actors*.json"))]
    return f"{_digest([*code, *data])}-{versions(places).gazetteer}"


def _digest(files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in files:
        found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:LENGTH]
