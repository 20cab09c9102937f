"""E-mail: the message with its sender, subject and day, and the documents that hang on it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import PurePosixPath

from marsad.records import Issue
from marsad.reports import from_html
from marsad.reports.dates import day_of
from marsad.reports.parcel import Parcel, of_bytes, original, whole
from marsad.reports.received import Given, Received, bad_day, notice, too_large

_KEPT_HEADERS = ("From", "To", "Date", "Subject", "Message-ID", "Received")
# The day of an mbox begins a message: "From someone Tue Dec  6 10:00:00 2016".
_BEGINS = b"From "
# A letter that was forwarded many times has some tens; the time to take them apart grows with their square.
MOST_PARTS = 300


def members(parcel: Parcel, given: Given) -> Iterator[Parcel | Received]:
    """The report of a message, then what hangs on it."""
    raw, is_cut = whole(parcel, given.settings.max_bytes)
    if raw.lower().count(b"multipart/") > MOST_PARTS:
        issue = Issue("broken", f"More than {MOST_PARTS} parts within each other; no letter is made so.")
        yield notice(parcel.name, parcel.origin, issue)
        return
    message = email.message_from_bytes(raw, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        issue = Issue("broken", "Expected an e-mail with its head (From, Date, Subject), found none; export it again.")
        yield notice(parcel.name, parcel.origin, issue)
        return
    over = 0
    body = _body(message)
    if body is not None:
        yield _report(parcel, raw, message, body, given, is_cut=is_cut)
    for number, part in enumerate(_attached(message, body), start=1):
        file = part.get_filename() or ""
        if PurePosixPath(file).suffix.lower() in given.settings.suffixes:
            yield _attachment(parcel, number, file, part)
        else:
            over += 1
    if over or body is None:
        said = "Expected words in the e-mail, found none." if body is None else f"Attachments passed over: {over}."
        yield notice(parcel.name, parcel.origin, Issue("passed_over", said))


def _body(message: EmailMessage) -> EmailMessage | None:
    try:
        body = message.get_body(("plain", "html"))
    except (KeyError, AttributeError, ValueError):
        return None
    return body if isinstance(body, EmailMessage) else None


def _attached(message: EmailMessage, body: EmailMessage | None) -> Iterator[EmailMessage]:
    for part in message.walk():
        if part is not body and isinstance(part, EmailMessage) and part.get_filename() and not part.is_multipart():
            yield part


def _attachment(parcel: Parcel, number: int, file: str, part: EmailMessage) -> Parcel:
    name = f"{parcel.name}-{number}-{PurePosixPath(file).stem}"
    return of_bytes(name, f"{parcel.origin}!{file}", file, _bytes(part), depth=parcel.depth + 1)


def _bytes(part: EmailMessage) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _report(
    parcel: Parcel, raw: bytes, message: EmailMessage, body: EmailMessage, given: Given, *, is_cut: bool
) -> Received:
    issues = [too_large(given)] if is_cut else []
    published, sender = _day(message, issues), parseaddr(str(message.get("From", "")))
    known = replace(given, issues=(*given.issues, *issues), outlet=given.outlet or sender[0] or sender[1] or None)
    if given.published is None and published is not None:
        known = replace(known, published=published, date_kind="email")
    inner = replace(parcel, charset=body.get_content_charset())
    item = from_html.received(inner, _bytes(body), known)
    headers = tuple((key, str(message[key])) for key in _KEPT_HEADERS if key in message)
    kept = original(replace(parcel, headers=headers), raw, "message/rfc822")
    title = str(message.get("Subject", "")) or None
    return replace(item, kept=replace(kept, title=title, date_kind=item.kept.date_kind if item.kept else None))


def _day(message: EmailMessage, issues: list[Issue]) -> date | None:
    said = message.get("Date")
    if said is None:
        return None
    try:
        return day_of(str(said))
    except (ValueError, OverflowError):
        issues.append(bad_day("", str(said)))
        return None


def mbox_members(parcel: Parcel, given: Given) -> Iterator[Parcel | Received]:
    """The messages of an mbox, one in memory at a time."""
    with parcel.opened() as stream:
        lines: list[bytes] = []
        number = size = 0
        for line in iter(lambda: stream.readline(2**20), b""):
            if line.startswith(_BEGINS) and (not lines or lines[-1].strip() == b""):
                if lines:
                    number += 1
                    yield _of_mbox(parcel, number, b"".join(lines))
                lines, size = [b""], 0
            elif size <= given.settings.max_bytes:
                lines.append(line)
                size += len(line)
        if lines:
            yield _of_mbox(parcel, number + 1, b"".join(lines))


def _of_mbox(parcel: Parcel, number: int, raw: bytes) -> Parcel:
    name = f"{parcel.name}-{number}"
    return of_bytes(name, f"{parcel.origin}:{number}", f"{name}.eml", raw, depth=parcel.depth + 1)
