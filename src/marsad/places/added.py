"""The gazetteer's plain data with a user's places: new ones beside the known, more names and codes for known ones."""

from __future__ import annotations

from typing import Any

# Where the fields that a user's row may add stand in a plain row of the gazetteer.
ADMIN2, PCODE = 12, 13
FULL_ROW = 15


def merged(source: dict[str, Any], added: dict[str, Any]) -> dict[str, Any]:
    """``source`` with ``added``; what was reviewed keeps its point, its kind and its names."""
    places, names = source["places"], source["names"]
    first, at = len(places), {row[0]: number for number, row in enumerate(places)}
    places.extend(added["places"])
    for key, found in added["names"].items():
        names.setdefault(key, []).extend(first + number for number in found)
    for bones, found in added["skeletons"].items():
        source["skeletons"].setdefault(bones, []).extend(first + number for number in found)
    for name, more in added["more"].items():
        if name in at:
            _enrich(places[at[name]], more)
            for key in more["names"]:
                if at[name] not in names.setdefault(key, []):
                    names[key].append(at[name])
    for field in ("ordinary", "small"):
        source[field].extend(added[field])
    return source


def _enrich(row: list[Any], more: dict[str, Any]) -> None:
    row.extend([None] * (FULL_ROW - len(row)))
    row[ADMIN2] = row[ADMIN2] or more["admin2"]
    row[PCODE] = row[PCODE] or more["pcode"]
