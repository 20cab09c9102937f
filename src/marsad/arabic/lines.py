"""Long tables of strings as a few long texts: a start reads some thousand, not a hundred thousand strings.

A table of forms has more keys than a report has words. As JSON, each key and each value is a string to be made at every
start; here those of one beginning are one text, in which a key is searched when a word is first met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Keys that begin with the same letters stand in one text.
_BEGINNING = 3
# Marks that JSON writes as they are: with \\n a long text would be put together from as many pieces as it has lines.
_END, _GAP = ";", "="


class LineTable:
    """Strings by key, out of the texts of :func:`lines_of`."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        """``texts``: by the first letters of their keys, each key with its value behind a mark."""
        self._texts = texts

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __len__(self) -> int:
        return sum(text.count(_END) - 1 for text in self._texts.values())

    def get(self, key: str) -> str | None:
        """The value of a key, or None."""
        text = self._texts.get(key[:_BEGINNING])
        if text is None:
            return None
        at = text.find(f"{_END}{key}{_GAP}")
        if at < 0:
            return None
        begin = at + len(key) + 2
        return text[begin : text.index(_END, begin)]


def lines_of(table: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The texts of a table; its keys and values hold none of the two marks."""
    texts: dict[str, list[str]] = {}
    for key, value in table:
        texts.setdefault(key[:_BEGINNING], []).append(f"{key}{_GAP}{value}{_END}")
    return {beginning: _END + "".join(lines) for beginning, lines in texts.items()}
