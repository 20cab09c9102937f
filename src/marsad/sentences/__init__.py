"""In: the words of a report. Out: its sentences, each a run of words within one paragraph.

May know: arabic, records. Knows nothing of war.
"""

from marsad.sentences.split import Sentence, split

__all__ = ["Sentence", "split"]
