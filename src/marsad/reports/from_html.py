"""Pages: the main text where it stands in the page, with title, outlet, address and day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from marsad.errors import MissingExtraError
from marsad.records import Issue
from marsad.reports import main_text, outlets, page_data
from marsad.reports.decode import Decoded, decode
from marsad.reports.markup import blank_markup, is_markup
from marsad.reports.page_data import PageData
from marsad.reports.parcel import Parcel, original, sha256_of, whole
from marsad.reports.received import Facts, Given, Received, cut, dated, from_text, of_encoding, too_large, written

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,30})", re.IGNORECASE)
# Letters written as numbers, as old pages have them: &#1602;&#1578;&#1604;
_LETTER = re.compile(r"&#(?:(1[56]\d\d|17[0-8]\d)|x(06[0-9a-fA-F]{2}|6[0-9a-fA-F]{2}));")
_MANY = 20


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart: its words where they stand, what it says of itself, and what is to be said of it."""

    blanked: str
    data: PageData
    found: list[main_text.Block]
    main: list[main_text.Block]
    issues: list[Issue]


def read(parcel: Parcel, given: Given) -> Iterator[Received]:
    """The report of a page."""
    raw, is_cut = whole(parcel, given.settings.max_bytes)
    yield received(parcel, raw, given, is_cut=is_cut)


def received(parcel: Parcel, raw: bytes, given: Given, *, is_cut: bool = False) -> Received:
    """The report in the bytes of a page."""
    kept = original(parcel, raw, "text/html")
    decoded = _decoded(raw, parcel.charset)
    if decoded.text is None:
        issue = Issue("not_text", f"Expected a page, found {decoded.encoding} data; look for a whole copy of it.")
        return Received(written(parcel.name), parcel.origin, None, (*given.issues, issue), sha256_of(raw), kept=kept)
    issues = [*given.issues, *of_encoding(decoded)]
    if is_cut:
        issues.append(too_large(given))
    text = _with_letters(decoded.text, issues)
    page = cut(text, given.settings, issues)
    if not is_markup(page):
        facts = Facts(kept=kept, url=parcel.url)
        return from_text(parcel.name, parcel.origin, page, replace(given, issues=()), issues, facts)
    return _report(parcel, page, text, given, replace(kept, url=parcel.url), issues)


def _report(parcel: Parcel, page: str, text: str, given: Given, kept: object, issues: list[Issue]) -> Received:
    taken = taken_apart(page, parcel.url)
    published, kind = page_data.day(taken.data, parcel.file, taken.blanked, taken.found, taken.main)
    known = outlets.of_address(taken.data.url)
    title = outlets.title_without_tail(known, taken.data.title) if taken.data.title else None
    facts = Facts(published, kind, page_data.outlet_name(taken.data), title, taken.data.url, kept)  # type: ignore[arg-type]
    read_text = main_text.only(taken.blanked, taken.main) if taken.main else taken.blanked
    found = (*issues, *taken.issues)
    sha256 = sha256_of(text.encode("utf-8", "surrogatepass"))
    item = Received(written(parcel.name), parcel.origin, None, found, sha256, page)
    return dated(item, read_text, given, facts)


def taken_apart(page: str, url: str | None) -> Page:
    """The page with its main text; the whole of it where none is found or what finds it is not installed."""
    blanked = blank_markup(page)
    found = list(main_text.blocks(blanked))
    try:
        tree = page_data.parse(page)
        data = page_data.page_data(tree, page, url) if tree is not None else PageData(url=url)
        main = main_text.extracted(tree) if tree is not None else None
    except MissingExtraError as error:
        issue = Issue("html_blanked", f"The whole page was read, its markup as blanks. {error}.")
        return Page(blanked, PageData(url=url), found, [], [issue])
    chosen = main_text.kept(found, main) if main is not None else []
    if not chosen:
        issue = Issue("html_blanked", "No main text was found; the whole page was read, its markup as blanks.")
        return Page(blanked, data, found, [], [issue])
    drops = outlets.dropped(outlets.of_address(data.url))
    chosen = main_text.without(chosen, blanked, drops) or chosen
    issue = Issue("html_main_text", "The main text was read, all else as blanks, so that offsets hold in the page.")
    return Page(blanked, data, found, chosen, [issue])


def _decoded(raw: bytes, charset: str | None) -> Decoded:
    """The text of a page: by its marks and as UTF-8 first, then as the server or the page says it is encoded."""
    found = decode(raw)
    if found.encoding.startswith("utf") and not found.lost:
        return found
    match = _CHARSET.search(raw[:8192])
    for name in (charset, match[1].decode("ascii") if match else None):
        try:
            said = raw.decode(name) if name and name.lower() not in ("utf-8", "utf8") else None
        except (LookupError, ValueError, UnicodeDecodeError):
            continue
        if said is not None and "\ufffd" not in said and name is not None:
            return Decoded(said, name.lower())
    return found


def _with_letters(text: str, issues: list[Issue]) -> str:
    """The page with its letters as letters, where it writes them as numbers."""
    if len(_LETTER.findall(text[:200_000])) < _MANY:
        return text
    message = "Letters written as numbers (&#1602;) were read as letters; offsets count in the page so changed."
    issues.append(Issue("letters_decoded", message))
    return _LETTER.sub(lambda match: chr(int(match[1])) if match[1] else chr(int(match[2], 16)), text)
