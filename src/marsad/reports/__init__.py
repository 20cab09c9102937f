"""In: files, folders, addresses, standard input. Out: reports, or the issue that says why one could not be had.

May know: settings, compiled, mentions (times), arabic, records, errors. It decodes and unwraps; it never reads meaning.
"""

from marsad.reports.files import expected, receive
from marsad.reports.received import NOT_READ, NOTICES, Received, is_notice

__all__ = ["NOTICES", "NOT_READ", "Received", "expected", "is_notice", "receive"]
