"""What stands between two words of a sentence: looked up in lists of where each kind stands, made once."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress

from marsad.claims.scene import COMMAS, Scene

_UP_TO_3 = ("0", "1", "2", "3")


class Between:
    """Where the triggers, phrases and commas of a sentence stand."""

    __slots__ = ("_commas", "_lasts", "_starts", "_triggers")

    def __init__(self, scene: Scene) -> None:
        line = scene.line
        self._triggers = sorted([found.first for found in scene.found])
        self._starts = sorted([chunk.start for chunk in scene.chunks])
        self._lasts = sorted([chunk.last for chunk in scene.chunks])
        are_commas = map(COMMAS.__contains__, line.keys[line.first : line.last])
        self._commas = [*compress(range(line.first, line.last), are_commas)]

    def count(self, low: int, high: int) -> tuple[str, str, str]:
        """Triggers, phrases and commas in words ``low`` to ``high`` (exclusive), up to three of each.

        A phrase that began before the stretch counts where it goes on in it.
        """
        if low >= high:
            return "0", "0", "0"
        return (
            _up_to_3(bisect_left(self._triggers, high) - bisect_left(self._triggers, low)),
            _up_to_3(bisect_left(self._starts, high) - bisect_left(self._lasts, low)),
            _up_to_3(bisect_left(self._commas, high) - bisect_left(self._commas, low)) if self._commas else "0",
        )


def _up_to_3(number: int) -> str:
    return _UP_TO_3[number] if number < 3 else "3"
