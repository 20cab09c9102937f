"""In: words and sentences of a report. Out: mentions — who, where, when, how many, with what — as chunks of words.

May know: places, actors, lexicons, arabic, records. Knows nothing of claims.
"""
