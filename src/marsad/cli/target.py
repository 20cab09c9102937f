"""Where claims are written: the terminal, or a file that is only replaced once the new one is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from marsad.errors import SettingError


@contextmanager
def target(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file; what the file held before stays until everything is written."""
    if output is None:
        yield sys.stdout
        return
    # A device or a pipe is written as it is; only a file can be put in the place of another.
    replaces = output.is_file() or not output.exists()
    written = output.with_name(f".{output.name}.part") if replaces else output
    try:
        file = written.open("w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise SettingError(
            f"--output: expected a file that can be written, found {output} ({error.strerror}); check the path"
        ) from error
    try:
        with file:
            yield file
        if replaces:
            os.replace(written, output)
    except BaseException:
        if replaces:
            written.unlink(missing_ok=True)
        raise
