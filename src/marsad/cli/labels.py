"""Names of the claim types for a person, from the codebook."""

from __future__ import annotations

from marsad import compiled


def type_labels() -> dict[str, str]:
    """English labels by type id; empty where the codebook was not built."""
    return {entry["id"]: entry["label"]["en"] for entry in compiled.load("codebook")["types"]}
