"""Reads the project's own YAML files. At build time only: at run time the compiled form is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from marsad.errors import DataError


def read_yaml(path: Path) -> Any:
    """The content of a YAML file; a file that cannot be read is an error that names it."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise DataError(f"{path.name}: expected YAML, but {error}; mend the file") from error
