"""The errors of Marsad, one small tree. Every message says what was expected, what was found, where, what to do.

MarsadError
├── DataError      our own data (lexicon, register, gazetteer) is wrong: names file, entry and field
├── InputError     a report that cannot be read
├── SettingError   a setting or an option that cannot be
└── MissingExtraError   an optional part is not installed: says what to install
"""

from __future__ import annotations


class MarsadError(Exception):
    """Anything Marsad refuses to do, in one sentence for a person."""


class DataError(MarsadError):
    """Marsad's own data is wrong; the message names file, entry and field."""


class InputError(MarsadError):
    """A report cannot be read as it is."""


class SettingError(MarsadError):
    """A setting or an option has a value it cannot have."""


class MissingExtraError(MarsadError):
    """An optional part of Marsad is not installed."""
