"""Options that several commands share, checked once."""

from __future__ import annotations

from datetime import date

from marsad.errors import SettingError


def day(value: str | None) -> date | None:
    """The day of an option; what cannot be a day is said in one sentence."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise SettingError(
            f"--published: expected a day such as 2016-12-06, found {value!r} ({error}); give year, month and day"
        ) from error
