"""Telegram Desktop exports: result.json, one message in memory at a time, and messages.html. One report a message."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from typing import Any, TextIO

from marsad.records import Issue, Original
from marsad.reports.dates import day_of
from marsad.reports.decode import decode
from marsad.reports.extras import need
from marsad.reports.parcel import Parcel, whole
from marsad.reports.received import Facts, Given, Received, bad_day, from_text, notice

_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.)*")')
_ID = re.compile(r'"id"\s*:\s*(-?\d+)')
_GAP = re.compile(r"[\s,]*")
_CHUNK = 256 * 1024
# One message has at most some thousand characters; what goes on longer is no message.
_LONGEST = 8 * 2**20
_ALL = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat or channel of an export."""

    name: str | None
    id: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """One message: what it says, when, of which channel."""

    id: str
    text: str
    day: object
    chat: str | None
    title: str | None
    raw: bytes
    media_type: str


def read_json(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The messages of a result.json, then how many had no words; a file that breaks off gives what stands before."""
    over = 0
    with parcel.opened() as stream, TextIOWrapper(stream, "utf-8-sig", errors="replace") as text:
        try:
            for chat, entry in _entries(text):
                message = _message(entry, chat, parcel.name)
                if message is None:
                    over += 1
                else:
                    yield _received(parcel, given, message)
        except (ValueError, RecursionError) as error:
            issue = Issue("truncated", f"The export breaks off or is broken ({str(error)[:100]}); export it again.")
            yield notice(parcel.name, parcel.origin, issue)
    yield from _without_words(parcel, over)


def read_html(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The messages of a messages.html."""
    html = need("lxml.html", "exports of Telegram as pages")
    raw, _ = whole(parcel, given.settings.max_bytes)
    tree = html.document_fromstring((decode(raw).text or " ").encode(), parser=html.HTMLParser(encoding="utf-8"))
    chat = next((_words(node) for node in tree.iterfind(".//div[@class='page_header']")), None)
    over = 0
    for node in tree.iterfind(".//div[@id]"):
        if not re.fullmatch(r"message-?\d+", node.get("id", "")) or "message" not in (node.get("class") or ""):
            continue
        message = _of_page(html, node, chat, parcel.name)
        if message is None:
            over += 1
        else:
            yield _received(parcel, given, message)
    yield from _without_words(parcel, over)


def _entries(stream: TextIO) -> Iterator[tuple[Chat, Any]]:
    """Each message with its chat, of one chat or of all; only a chunk of the file is in memory."""
    decoder, buffer = json.JSONDecoder(), ""
    while True:
        match = _MESSAGES.search(buffer)
        if match is None:
            more = stream.read(_CHUNK)
            if not more:
                return
            buffer = buffer[-_LONGEST:] + more
            continue
        names, ids = _NAME.findall(buffer[: match.start()]), _ID.findall(buffer[: match.start()])
        chat = Chat(json.loads(names[-1]) if names else None, ids[-1] if ids else None)
        buffer = buffer[match.end() :]
        while True:
            buffer = buffer[_GAP.match(buffer).end() :]  # type: ignore[union-attr]
            if buffer.startswith("]"):
                break
            entry, buffer = _next(decoder, buffer, stream)
            yield chat, entry


def _next(decoder: json.JSONDecoder, buffer: str, stream: TextIO) -> tuple[Any, str]:
    while True:
        try:
            entry, end = decoder.raw_decode(buffer)
            return entry, buffer[end:]
        except ValueError as error:
            more = stream.read(max(_CHUNK, len(buffer))) if len(buffer) < _LONGEST else ""
            if not more:
                raise ValueError(f"no whole message at {buffer[:40]!r}") from error
            buffer += more


def _message(entry: Any, chat: Chat, file: str) -> Message | None:
    """The message of an entry; None where it has no words or tells of the chat itself.

    The id of the channel and that of the message name it in every export; where there is none, the file does.
    """
    if not isinstance(entry, Mapping) or entry.get("type") == "service":
        return None
    text = _joined(entry.get("text"))
    if not text.strip():
        return None
    raw = json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")
    forwarded = entry.get("forwarded_from")
    title = f"forwarded from {forwarded}" if forwarded else None
    day = entry.get("date") or entry.get("date_unixtime")
    name = f"telegram-{chat.id}" if chat.id else file
    id = f"{name}-{entry.get('id', '')}"
    return Message(id, text, day, chat.name or entry.get("from"), title, raw, "application/json")


def _joined(text: object) -> str:
    """The words of a message, which links and names cut into pieces."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(_joined, text))
    return _joined(text.get("text")) if isinstance(text, Mapping) else ""


def _of_page(html: Any, node: Any, chat: str | None, file: str) -> Message | None:
    texts = [_words(part) for part in node.iterfind(".//div[@class='text']")]
    text = "\n".join(words for words in texts if words)
    if "service" in node.get("class").split() or not text.strip():
        return None
    dates = [part.get("title") for part in node.iterfind(".//div[@title]") if "date" in (part.get("class") or "")]
    match = _ALL.search(dates[0] or "") if dates else None
    day = f"{match[3]}-{match[2]}-{match[1]}" if match else (dates[0] if dates else None)
    id = f"{file}-{node.get('id').removeprefix('message')}"
    return Message(id, text, day, chat, None, html.tostring(node), "text/html")


def _words(node: Any) -> str:
    """The words of a node, a break as a line end."""
    parts = [node.text or ""]
    for child in node:
        parts += ["\n" if child.tag == "br" else _words(child), child.tail or ""]
    return "".join(parts).strip()


def _received(parcel: Parcel, given: Given, message: Message) -> Received:
    issues: list[Issue] = []
    published = _day(message.day, issues)
    origin = f"{parcel.origin}#{message.id.rpartition('-')[2]}"
    kept = Original(message.raw, message.media_type, origin)
    return from_text(
        message.id, origin, message.text, given, issues,
        Facts(published, "message", message.chat, message.title, None, kept),
    )  # fmt: skip


def _day(value: object, issues: list[Issue]) -> date | None:
    try:
        return day_of(value)
    except (ValueError, OverflowError):
        issues.append(bad_day("", value))
        return None


def _without_words(parcel: Parcel, over: int) -> Iterator[Received]:
    if over:
        message = f"Messages without words (pictures, voices, notes on the chat): {over}; they were passed over."
        yield notice(parcel.name, parcel.origin, Issue("passed_over", message))
