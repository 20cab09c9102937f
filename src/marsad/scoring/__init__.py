"""In: gold and predicted claims as plain documents. Out: figures of agreement, and the claims that do not agree.

May know: arabic. The definitions are those of the annotation guidelines' scorer; tests hold the two side by side.
"""

from marsad.scoring.figures import errors, score

__all__ = ["errors", "score"]
