"""Marsad reads Arabic reports of conflict and says what each source claims happened.

import marsad
reading = marsad.read(text, published="2016-12-06")
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.pipeline import Knowledge
    from marsad.records import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


@lru_cache(maxsize=1)
def _knowledge() -> Knowledge:
    from marsad.pipeline import load_knowledge

    return load_knowledge()


def read(text: str, *, published: date | str | None = None, outlet: str | None = None, id: str = "report") -> Reading:
    """The reading of one report: its claims in the order of the text, and the issues met.

    ``published`` is the day that relative dates count from, a ``date`` or ``"YYYY-MM-DD"`` (another form raises
    ValueError); without it no calendar day is made up. Spans count Unicode code points of ``text`` as given.
    """
    from marsad import pipeline
    from marsad.records import Report

    try:
        day = date.fromisoformat(published) if isinstance(published, str) else published
    except ValueError as error:
        raise ValueError(f'published: expected a day such as "2016-12-06", found "{published}" ({error})') from None
    return pipeline.read(Report(id, text, day, outlet), _knowledge())
