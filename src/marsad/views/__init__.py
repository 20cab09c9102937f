"""In: readings. Out: what a person or a program sees: JSON, CSV, a table for the terminal.

May know: codebook, records. Prints nothing: the doors do.
"""
