"""Folders, files and feeds again and again: what is new or has changed since the last look."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from marsad.errors import InputError
from marsad.records import Issue
from marsad.reports import kinds
from marsad.reports.fetch import Fetcher
from marsad.reports.folder import walked
from marsad.reports.index import Indexes
from marsad.reports.parcel import is_address, of_file
from marsad.reports.received import Given, Received, notice
from marsad.reports.web import Web
from marsad.settings import DEFAULTS, Settings

# What a file was when it was last looked at: its size and the time of its last change.
State = tuple[int, int]
# A file younger than this may still be written; it is taken at the next look.
SETTLED_S = 2.0


class Watch:
    """What the paths hold that was not given before; a page of a feed is fetched once, the feed at every look."""

    def __init__(
        self, paths: Sequence[str], given: Given, fetcher: Fetcher, *, now: Callable[[], float] = time.time
    ) -> None:
        for name in paths:
            if not is_address(name) and not Path(name).exists():
                raise InputError(
                    f"{name}: expected a folder, a file or an address, found nothing there; check the path"
                )
        self._paths, self._given, self._now = paths, given, now
        self._web = Web(fetcher)
        self._files: dict[Path, State] = {}

    def look(self) -> Iterator[Received]:
        """The reports that are new or have changed since the last look."""
        indexes = Indexes()
        for name in self._paths:
            if is_address(name):
                yield from self._web.again(name, self._given)
            else:
                yield from self._below(Path(name), indexes)

    def _below(self, root: Path, indexes: Indexes) -> Iterator[Received]:
        files = walked(root, self._given.settings.suffixes).files if root.is_dir() else (root,)
        for path in files:
            state = self._state(path)
            if state is None or self._files.get(path) == state:
                continue
            self._files[path] = state
            try:
                given = indexes.given(path, self._given, root if root.is_dir() else None)
            except InputError as error:
                yield notice(path.stem, str(path), Issue("unreadable", f"{error}."))
                continue
            yield from kinds.receive(of_file(path), given)

    def _state(self, path: Path) -> State | None:
        """Size and time of a file that is there and no longer being written."""
        try:
            found = path.stat()
        except OSError:
            return None
        is_settled = self._now() - found.st_mtime >= SETTLED_S
        return (found.st_size, found.st_mtime_ns) if is_settled else None


def looks(
    paths: Sequence[str],
    *,
    every_s: float,
    times: int | None = None,
    published: date | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    settings: Settings = DEFAULTS,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Iterator[Received]]:
    """What came in since the look before, look by look, so many times or without end; between two there is a rest."""
    watched = Watch(paths, Given(published, outlet, settings, columns=columns or {}), Fetcher(settings, sleep=sleep))
    number = 0
    while times is None or number < times:
        if number:
            sleep(every_s)
        number += 1
        yield watched.look()
