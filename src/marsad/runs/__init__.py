"""In: received reports. Out: readings in the same order, whatever happens to one of them.

May know: pipeline, reports, settings, records. Prints nothing.
"""

from marsad.runs.local import read_all

__all__ = ["read_all"]
