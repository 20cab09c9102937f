"""Reads the cue words of this room. At build time only; :func:`load_source` is plain data for the compiled lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from marsad.errors import DataError
from marsad.lexicons.load import read_yaml

HERE = Path(__file__).parent
_CUE_FIELDS = frozenset({"kind", "drop", "unknown", "dual", "single", "word", "plurals"})


def load_source() -> dict[str, Any]:
    """Cue words, what may follow them and the words of sides, checked."""
    cues = read_yaml(HERE / "cues.yml")
    for entry in cues["cues"]:
        _check_cue(entry, frozenset(cues["fits"]))
    return {
        "cues": cues["cues"],
        "fits": cues["fits"],
        "not_names": cues["not_names"],
        "sides": read_yaml(HERE / "sides.yml"),
    }


def _check_cue(entry: dict[str, Any], kinds: frozenset[str]) -> None:
    where = f"cues.yml, entry {entry.get('word', entry)!r}"
    unknown = set(entry) - _CUE_FIELDS
    if unknown or not {"kind", "word"} <= set(entry):
        raise DataError(f"{where}: expected the fields {sorted(_CUE_FIELDS)}, found {sorted(entry)}; mend the entry")
    if entry["kind"] not in kinds | {"side", "front"}:
        raise DataError(f"{where}, field kind: {entry['kind']!r} is not under fits; add it there or mend the entry")
