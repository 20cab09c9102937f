"""In: event_types.yml. Out: what counts as an event: types, roles, statuses, with labels and equivalents elsewhere.

May know: lexicons (the YAML helper), errors. Validation, labels, exports and the reference page derive from it.
"""
