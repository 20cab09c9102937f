"""The map of a brief: circles on a grid of degrees as inline SVG, numbered like the events; no area is drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, EDGE = 720.0, 460.0, 36.0
SMALLEST_SPAN = 0.4  # degrees: one place alone is still shown with its surroundings


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle: where, how many dead at most, whether the place is exact, which event it leads to."""

    lat: float
    lon: float
    dead: int
    exact: bool
    event: str
    number: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that is drawn."""

    south: float
    west: float
    scale: float
    stretch: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """The point of a place on the page."""
        return EDGE + (lon - self.west) * self.stretch * self.scale, HEIGHT - EDGE - (lat - self.south) * self.scale


def svg(marks: Sequence[Mark]) -> str:
    """The map, or nothing where no event has a place with coordinates."""
    if not marks:
        return ""
    frame = _frame(marks)
    drawn = [_grid(frame), *(_circle(mark, frame) for mark in sorted(marks, key=lambda one: -one.dead))]
    return f'<svg viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" role="img" dir="ltr">{"".join(drawn)}</svg>'


def _frame(marks: Sequence[Mark]) -> _Frame:
    lats, lons = [mark.lat for mark in marks], [mark.lon for mark in marks]
    stretch = math.cos(math.radians((min(lats) + max(lats)) / 2))
    tall = max(max(lats) - min(lats), SMALLEST_SPAN)
    wide = max((max(lons) - min(lons)) * stretch, SMALLEST_SPAN)
    scale = min((WIDTH - 2 * EDGE) / wide, (HEIGHT - 2 * EDGE) / tall)
    south = (min(lats) + max(lats)) / 2 - (HEIGHT / 2 - EDGE) / scale
    west = (min(lons) + max(lons)) / 2 - (WIDTH / 2 - EDGE) / scale / stretch
    return _Frame(south, west, scale, stretch)


def _grid(frame: _Frame) -> str:
    lines = [f'<rect width="{WIDTH:.0f}" height="{HEIGHT:.0f}" class="land"/>']
    north = frame.south + (HEIGHT - EDGE) / frame.scale
    east = frame.west + (WIDTH - EDGE) / frame.scale / frame.stretch
    step = 1.0 if north - frame.south > 1.5 else 0.25
    for row in range(math.ceil((frame.south - EDGE / frame.scale) / step), math.floor(north / step) + 1):
        _, y = frame.at(row * step, 0)
        lines.append(
            f'<path d="M0 {y:.1f}H{WIDTH:.0f}" class="grid"/><text x="4" y="{y - 3:.1f}">{row * step:g}°N</text>'
        )
    for column in range(math.ceil(frame.west / step), math.floor(east / step) + 1):
        x, _ = frame.at(0, column * step)
        lines.append(f'<path d="M{x:.1f} 0V{HEIGHT:.0f}" class="grid"/>')
        lines.append(f'<text x="{x + 3:.1f}" y="{HEIGHT - 5:.0f}">{column * step:g}°E</text>')
    return "".join(lines)


def _circle(mark: Mark, frame: _Frame) -> str:
    x, y = frame.at(mark.lat, mark.lon)
    radius = 6 + 3 * math.sqrt(min(mark.dead, 400))
    kind = "exact" if mark.exact else "rough"
    return (
        f'<a href="#{mark.event}"><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="{kind}"/>'
        f'<text x="{x:.1f}" y="{y + 4:.1f}" class="number">{mark.number}</text></a>'
    )
