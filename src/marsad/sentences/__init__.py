"""In: the words of a report. Out: its sentences, each a run of words within one paragraph.

May know: arabic, records. Knows nothing of war.
"""

from marsad.sentences.posts import is_post, without_marks
from marsad.sentences.split import Sentence, split
from marsad.sentences.words import words_of
from marsad.sentences.wrapped import unwrapped

__all__ = ["Sentence", "is_post", "split", "unwrapped", "without_marks", "words_of"]
