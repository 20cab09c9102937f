"""In: text. Out: folded keys, words with offsets, inflected forms, numbers, calendar days.

May know: records. Has never heard of war.
"""
