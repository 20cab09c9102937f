"""In: gold and predicted claims as plain documents; judgements. Out: figures of agreement, and where they differ.

May know: arabic, records. The definitions are those of the annotation guidelines' scorer; tests hold the two side by
side.
"""

from marsad.scoring.figures import errors, score

__all__ = ["errors", "score"]
