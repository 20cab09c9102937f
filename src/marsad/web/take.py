"""What a person brings: words that were pasted, files, what an address leads to. Read at once and kept as received."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from marsad import pipeline
from marsad.errors import InputError
from marsad.records import Issue, Original, Report
from marsad.reports import Received, kinds
from marsad.reports.fetch import Answer, Fetcher, FetchError
from marsad.reports.parcel import Headers, of_bytes
from marsad.reports.received import Given
from marsad.reports.web import Web
from marsad.runs.intake import Step, add_all
from marsad.runs.versions import versions
from marsad.settings import DEFAULTS
from marsad.store import Arrival, Entry, Outcome
from marsad.web.desk import Desk
from marsad.web.payloads import NewReport

# Somebody is waiting: of many reports the first are read.
MOST_REPORTS = 200
MOST_SECONDS = 90.0
REFUSED = "not fetched: expected an address of the open internet (http or https), without a name or password in it"


class NothingReadError(InputError):
    """Nothing could be read; ``issues`` say why, by their codes."""

    def __init__(self, message: str, issues: list[dict[str, str]]) -> None:
        super().__init__(message)
        self.issues = issues


def take(desk: Desk, given: NewReport) -> dict[str, Any]:
    """Keep and read a report that was pasted; what was there already stays as it is."""
    text = given.text[: DEFAULTS.max_characters]
    raw = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(raw).hexdigest()
    report = Report(f"pasted-{digest[:12]}", text, given.published, given.outlet or None)
    kept = Original(
        raw=raw, media_type="text/plain; charset=utf-8", origin="pasted", title=given.title or None,
        date_kind="given" if given.published else None,
    )  # fmt: skip
    arrival = Arrival(report, kept)
    again = desk.store.known([arrival])[0]
    if again is not None:
        return _answer(desk, again, is_new=False)
    reading = pipeline.read(report, desk.known)
    added = desk.store.add_received([Entry(arrival, reading)], versions())[0]
    return _answer(desk, added.id, is_new=added.outcome is Outcome.added)


def take_file(desk: Desk, name: str, raw: bytes, published: date | None, outlet: str | None) -> dict[str, Any]:
    """Keep and read the reports of a file that was dropped; its name is its title, and no path."""
    title = PurePosixPath(name.replace("\\", "/")).name or None
    id = f"dropped-{hashlib.sha256(raw).hexdigest()[:12]}"
    parcel = of_bytes(id, f"dropped://{id}", f"{id}{PurePosixPath(title or '').suffix}", raw)
    received = kinds.receive(parcel, Given(published, outlet, DEFAULTS))
    return _taken(desk, title or id, (_titled(item, title) for item in received))


def take_address(desk: Desk, url: str, published: date | None, outlet: str | None) -> dict[str, Any]:
    """Keep and read what an address leads to, with the bytes its server sent."""
    return _taken(desk, url, Web(_Discreet(desk.settings)).receive(url, Given(published, outlet, desk.settings)))


class _Discreet(Fetcher):
    """Of a machine that must not be asked it says no more than that: what a network holds is nobody's business."""

    def fetch(self, url: str, *, headers: Headers = ()) -> Answer:
        """The page at an address."""
        try:
            return super().fetch(url, headers=headers)
        except FetchError as error:
            if error.reason == "refused":
                raise FetchError("refused", f"{url[:120]}: {REFUSED}.") from error
            raise


@dataclass(slots=True)
class _Enough:
    """Reports until there are many or somebody has waited long; whether some were left."""

    left: bool = False
    _until: float = field(default_factory=lambda: time.monotonic() + MOST_SECONDS)

    def of(self, received: Iterable[Received]) -> Iterator[Received]:
        """The first of them."""
        for at, item in enumerate(received):
            if at >= MOST_REPORTS or time.monotonic() > self._until:
                self.left = True
                return
            yield item


def _taken(desk: Desk, name: str, received: Iterable[Received]) -> dict[str, Any]:
    """What became of each report; where there is none, the sentence that says why not."""
    enough = _Enough()
    steps = list(add_all(enough.of(received), desk.store, versions(), known=desk.known))
    said = [_said(issue) for step in steps if not _is_kept(step) for issue in step.issues]
    reports = [_answer(desk, step.id, is_new=step.outcome == Outcome.added) for step in steps if _is_kept(step)]
    if enough.left:
        message = f"{name[:120]}: the first {len(reports):,} reports were read; take in the rest with marsad add."
        said.append({"reason": "left_out", "message": message})
    if not reports:
        sentences = "; ".join(each["message"] for each in said)
        raise NothingReadError(sentences or f"{name[:120]}: expected a report, found nothing to read", said)
    return {"reports": reports, "issues": said}


def _said(issue: Issue) -> dict[str, str]:
    """An issue by its code, in which every language has words for it, with its own sentence."""
    return {"reason": issue.reason, "message": issue.message}


def _is_kept(step: Step) -> bool:
    return step.outcome in (Outcome.added, Outcome.known)


def _answer(desk: Desk, id: str, *, is_new: bool) -> dict[str, Any]:
    """What is said of a report that was brought."""
    found = next(iter(desk.store.readings([id])))
    return {
        "report": id, "is_new": is_new, "claims": len(found.reading.claims),
        "issues": list(map(_said, found.reading.issues)),
    }  # fmt: skip


def _titled(item: Received, title: str | None) -> Received:
    return replace(item, kept=replace(item.kept, title=item.kept.title or title)) if item.kept else item
