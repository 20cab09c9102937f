"""Reads the project's own YAML files. At build time only: at run time the compiled form is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from marsad.errors import DataError

# Marks that turn the writing direction without being seen: an entry with one never matches what it seems to say.
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def read_yaml(path: Path) -> Any:
    """The content of a YAML file. What cannot be read, or would be read otherwise than it looks, is named by line."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = _text(path)
    try:
        root = yaml.compose(text, Loader=loader)
        _refuse_repeated_keys(path.name, root)
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise DataError(f"{path.name}: expected YAML, but {error}; mend the file") from error


def _text(path: Path) -> str:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise DataError(f"{path.name}: expected this file in {path.parent}, but it is not there") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name}: expected UTF-8, found another encoding; save the file as UTF-8") from error
    for number, line in enumerate(text.splitlines(), 1):
        for mark in _DIRECTION_MARKS.intersection(line):
            raise DataError(
                f"{path.name}, line {number}: found the invisible direction mark U+{ord(mark):04X}; remove it"
            )
    return text


def _refuse_repeated_keys(file: str, node: Any) -> None:
    """YAML keeps the last of two equal keys in silence; here the second one is an error."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if not isinstance(getattr(current, "value", None), list):
            continue
        seen: set[str] = set()
        for child in current.value:
            if not isinstance(child, tuple):
                waiting.append(child)
                continue
            key, value = child
            waiting.append(value)
            line = key.start_mark.line + 1
            if not isinstance(key.value, str):
                raise DataError(f"{file}, line {line}: expected a name before the colon, found a list or fields")
            if key.value in seen:
                raise DataError(f"{file}, line {line}: the field {key.value} stands twice in one entry; remove one")
            seen.add(key.value)
