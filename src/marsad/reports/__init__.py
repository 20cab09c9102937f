"""In: files, folders, standard input. Out: reports, or the issue that says why one could not be had.

May know: settings, records, errors. It decodes and unwraps; it never reads meaning.
"""

from marsad.reports.files import Received, receive

__all__ = ["Received", "receive"]
