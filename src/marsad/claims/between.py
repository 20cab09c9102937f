"""What stands between two words of a sentence: counted through once, so that each stretch takes a subtraction."""

from __future__ import annotations

from marsad.claims.scene import COMMAS, Scene
from marsad.mentions.chunks import Chunk

_UP_TO_3 = ("0", "1", "2", "3")


class Between:
    """How many triggers, phrases, commas and words for "that" a sentence has before each of its words."""

    __slots__ = ("_ahead", "_before", "_commas", "_first", "_next", "_phrases", "_that", "_triggers")

    def __init__(self, scene: Scene) -> None:
        first, last = scene.line.first, scene.line.last
        infos, found_at, chunk_at = scene.line.infos, scene.found_at, scene.chunk_at
        self._first = first
        triggers = phrases = commas = that = 0
        before: Chunk | None = None
        self._triggers, self._phrases, self._commas, self._that = [0], [0], [0], [0]
        # The phrase that the last word before belongs to that belongs to one, and so the first word behind, and where.
        self._before: list[Chunk | None] = [None]
        self._ahead: list[Chunk | None] = [None] * (last - first + 1)
        self._next = [last] * (last - first + 1)
        for at in range(first, last):
            info = infos[at]
            if info.is_word:
                found, chunk = found_at.get(at), chunk_at.get(at)
                if found is not None and found.first == at:
                    triggers += 1
                if chunk is not None:
                    self._ahead[at - first], self._next[at - first] = chunk, at
                    if chunk is not before:
                        phrases += 1
                        before = chunk
                if info.that:
                    that += 1
            elif info.key in COMMAS:
                commas += 1
            self._triggers.append(triggers)
            self._phrases.append(phrases)
            self._commas.append(commas)
            self._that.append(that)
            self._before.append(before)
        for at in range(last - first - 1, -1, -1):
            if self._ahead[at] is None:
                self._ahead[at], self._next[at] = self._ahead[at + 1], self._next[at + 1]

    def count(self, low: int, high: int) -> tuple[str, str, str, str]:
        """Triggers, phrases, commas and "that" in words ``low`` to ``high`` (exclusive), up to three of each.

        A phrase that began before the stretch counts where it goes on in it.
        """
        if low >= high:
            return "0", "0", "0", "0"
        one, other = low - self._first, high - self._first
        phrases = self._phrases[other] - self._phrases[one]
        before = self._before[one]
        if before is not None and self._ahead[one] is before and self._next[one] < high:
            phrases += 1
        return (
            _UP_TO_3[min(self._triggers[other] - self._triggers[one], 3)],
            _UP_TO_3[min(phrases, 3)],
            _UP_TO_3[min(self._commas[other] - self._commas[one], 3)],
            _UP_TO_3[min(self._that[other] - self._that[one], 3)],
        )
