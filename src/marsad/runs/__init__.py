"""In: received reports. Out: readings in the same order, whatever happens to one of them.

May know: pipeline, reports, settings, records. Prints nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.runs.local import read_all

__all__ = ["read_all"]


def __getattr__(name: str) -> Any:
    """The reader, loaded when it is asked for: an intake that finds nothing new needs none."""
    if name == "read_all":
        from marsad.runs import local

        return local.read_all
    raise AttributeError(f"module {__name__} has no {name}")
