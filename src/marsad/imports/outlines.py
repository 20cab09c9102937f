"""Outlines of areas: a point that stands for each, and the file of first-order divisions that a map can shade."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

# Decimals of an outline's points: about a hundred metres, enough to shade a governorate.
DECIMALS = 3


def centre(geometry: Any) -> tuple[float, float] | None:
    """Latitude and longitude of a point, or of the middle of the largest ring of an area."""
    if not isinstance(geometry, dict):
        return None
    kind, points = geometry.get("type"), geometry.get("coordinates")
    if not points:
        return None
    if kind == "Point":
        return float(points[1]), float(points[0])
    if kind == "MultiPoint":
        return float(points[0][1]), float(points[0][0])
    if kind in ("Polygon", "MultiPolygon"):
        rings = [points[0]] if kind == "Polygon" else [part[0] for part in points]
        return _middle(max(rings, key=lambda ring: abs(_area(ring))))
    return None


def is_outline(geometry: Any) -> bool:
    """Whether it is an area."""
    return isinstance(geometry, dict) and geometry.get("type") in ("Polygon", "MultiPolygon")


def _edges(ring: list[Any]) -> Iterator[tuple[Any, Any]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def _area(ring: list[Any]) -> float:
    return float(sum(one[0] * other[1] - other[0] * one[1] for one, other in _edges(ring))) / 2


def _middle(ring: list[Any]) -> tuple[float, float]:
    area = _area(ring)
    if not area:
        return float(ring[0][1]), float(ring[0][0])
    east = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _edges(ring)) / (6 * area)
    north = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in _edges(ring)) / (6 * area)
    return float(north), float(east)


def keep_outlines(path: Path, features: Iterable[dict[str, Any]]) -> int:
    """Add outlines to the user's file of them, one for each id, and say how many it holds."""
    held = json.loads(path.read_text("utf-8"))["features"] if path.exists() else []
    by_id = {feature["properties"]["id"]: feature for feature in held}
    by_id.update({feature["properties"]["id"]: feature for feature in features})
    collection = {"type": "FeatureCollection", "features": [by_id[name] for name in sorted(by_id)]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return len(by_id)


def outline(properties: dict[str, Any], geometry: dict[str, Any]) -> dict[str, Any]:
    """A feature with its points rounded and repeats left out."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {**geometry, "coordinates": _rounded(geometry["coordinates"])},
    }


def _rounded(points: Any) -> Any:
    if points and isinstance(points[0], int | float):
        return [round(points[0], DECIMALS), round(points[1], DECIMALS)]
    found: list[Any] = []
    for part in points:
        part = _rounded(part)
        if not found or part != found[-1]:
            found.append(part)
    return found
