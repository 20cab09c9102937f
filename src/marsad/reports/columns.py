"""Which column holds what: as the command says, else guessed by the names of columns and by what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from marsad import compiled
from marsad.errors import SettingError
from marsad.records import Issue
from marsad.reports.dates import day_of

FIELDS = ("text", "published", "outlet", "title", "url", "id")
Row = Mapping[str, object]
# A column of reports holds this many Arabic letters in the middle of its cells at least: names and titles hold fewer.
LEAST_LETTERS = 40
LEAST_DAYS = 0.8
SAMPLE = 50


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = compiled.load("intake")["columns"]
    return found


def parsed(option: str | None) -> dict[str, str]:
    """The mapping of an option: text=body,published=date."""
    mapping: dict[str, str] = {}
    for part in option.split(",") if option else ():
        field, sign, column = part.partition("=")
        if not sign or field.strip() not in FIELDS or not column.strip():
            raise SettingError(
                f"--columns: expected text=COLUMN,published=COLUMN with the fields {', '.join(FIELDS)}; "
                f"found {part.strip()!r}; name a field and its column"
            )
        mapping[field.strip()] = column.strip()
    return mapping


def guess(names: Sequence[str], rows: Iterable[Row], said: Mapping[str, str]) -> dict[str, str]:
    """The column of each field; ``said`` goes before what is guessed. Without a text column there is no "text"."""
    found = dict(said)
    free = {folded(name): name for name in reversed(names) if name not in found.values()}
    for field in FIELDS:
        if field not in found:
            name = next((free[key] for key in _names()[field] if key in free), None)
            if name is not None:
                found[field] = name
                del free[folded(name)]
    sample = list(rows)
    if "text" not in found:
        _add(found, "text", _longest(list(free.values()), sample))
    if "published" not in found:
        rest = [name for name in free.values() if name not in found.values()]
        _add(found, "published", next((name for name in rest if _is_of_days(name, sample)), None))
    return {field: found[field] for field in FIELDS if field in found}


def folded(name: str) -> str:
    """The name of a column without what does not count: case, blanks and signs."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _add(found: dict[str, str], field: str, name: str | None) -> None:
    if name is not None:
        found[field] = name


def _longest(names: Sequence[str], rows: Sequence[Row]) -> str | None:
    """The column with the longest Arabic in the middle of its cells, where it is long enough for a report."""
    lengths = {name: sorted(_arabic_letters(row.get(name)) for row in rows) for name in names}
    middles = {name: of[len(of) // 2] for name, of in lengths.items() if of}
    best = max(middles, key=lambda name: middles[name], default=None)
    return best if best is not None and middles[best] >= LEAST_LETTERS else None


def _arabic_letters(value: object) -> int:
    return sum("\u0600" <= char <= "\u06ff" for char in value) if isinstance(value, str) else 0


def _is_of_days(name: str, rows: Sequence[Row]) -> bool:
    values = [row.get(name) for row in rows if row.get(name) not in (None, "")]
    return bool(values) and sum(map(_is_day, values)) >= LEAST_DAYS * len(values)


def _is_day(value: Any) -> bool:
    try:
        # A bare number may be anything; days in it are believed only under a name that says so.
        return not isinstance(value, int | float) and not str(value).strip().isdigit() and day_of(value).year > 1900
    except (ValueError, OverflowError):
        return False


def how_read(names: Sequence[str], mapping: Mapping[str, str], *, month_first: bool) -> Issue:
    """The notice that shows the mapping."""
    read = ", ".join(f"{field}={name}" for field, name in mapping.items())
    rest = ", ".join(name for name in names if name not in mapping.values())
    order = " Days with slashes are read month first." if month_first else ""
    unused = f" Not used: {rest}." if rest else ""
    return Issue("columns_guessed", f"Columns were read as {read}.{unused}{order} If wrong, say so with --columns.")


def missing(names: Sequence[str], said: Mapping[str, str]) -> Issue | None:
    """The issue of columns that the command names and the data lack."""
    lost = sorted(set(said.values()) - set(names))
    if not lost:
        return None
    message = (
        f"Expected the columns {', '.join(lost)}, found {', '.join(names)}; mend --columns. Nothing was read of it."
    )
    return Issue("bad_columns", message[:600])


def no_text(names: Sequence[str], hint: str = "") -> Issue:
    """The issue of data in which no column is long enough to be that of the reports."""
    shown = ", ".join(name[:40] for name in names[:20])
    message = (
        f"Expected a column with the text of reports, found {shown or 'none'}; say which with --columns text=…{hint}"
    )
    return Issue("no_text_column", message[:600])
