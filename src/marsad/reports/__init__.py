"""In: files, folders, standard input. Out: reports, or the issue that says why one could not be had.

May know: settings, records, errors. It decodes and unwraps; it never reads meaning.
"""

from marsad.reports.files import expected, receive
from marsad.reports.received import NOT_READ, Received

__all__ = ["NOT_READ", "Received", "expected", "receive"]
