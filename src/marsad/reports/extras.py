"""The optional libraries: one that is not installed fails where it is needed, with what to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from marsad.errors import MissingExtraError


def need(module: str, what: str) -> Any:
    """The module, or the sentence that says how to have it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"Expected {module.partition('.')[0]}, which reads {what}, found it not installed; "
            f"install it with: pip install 'marsad[intake]'"
        ) from error
