"""A page as PDF, printed by Chromium: the browser shapes Arabic and breaks pages, so that no other engine has to."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from marsad.errors import MissingExtraError, SettingError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
# A brief of a week with a few thousand claims takes seconds; a browser that hangs must not hang the command.
PATIENCE = 180


def browser(find: Callable[[str], str | None] = shutil.which) -> str:
    """The first Chromium that is there."""
    found = next((path for name in BROWSERS if (path := find(name))), None)
    if found is None:
        raise MissingExtraError(
            f"--pdf: expected Chromium or Chrome ({', '.join(BROWSERS[:3])}), found none; install it, or print "
            "the HTML file from any browser"
        )
    return found


def write_pdf(page: Path, target: Path, program: str) -> None:
    """Print a page to a file; nothing on it is asked for elsewhere, and its scripts, if any, do not run."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--no-pdf-header-footer", f"--user-data-dir={profile}",
            f"--print-to-pdf={target.resolve()}", page.resolve().as_uri(),
        ]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            raise SettingError(
                f"--pdf: {program} did not print within {PATIENCE} s; print the HTML file from a browser"
            ) from None
    if done.returncode or not target.is_file():
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SettingError(
            f"--pdf: {program} did not print ({said[-1] if said else 'it said nothing'}); try it by hand"
        )
