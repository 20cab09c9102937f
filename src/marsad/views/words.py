"""Words of the views in both languages, and text made safe for a terminal of either direction."""

from __future__ import annotations

from marsad.records import Claim, Count, PlaceMention, SourceMention, Span

# First strong isolate and pop directional isolate: keep Arabic words together inside an English line. They are made
# at run time and only for a terminal; nothing that is stored or piped holds them.
ISOLATE, RELEASE = chr(0x2068), chr(0x2069)

STATUS_MARKS = {
    "asserted": "",
    "denied": "✗ denied",
    "planned": "→ planned",
    "background": "◦ background",
    "rumoured": "? rumoured",
}


def isolated(text: str, *, isolate: bool) -> str:
    """The text between isolates where a person looks at it."""
    return f"{ISOLATE}{text}{RELEASE}" if isolate and text else text


def number(count: Count | None) -> str:
    """``3``, ``26+``, ``10-99``, or nothing."""
    if count is None:
        return ""
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def dates(claim: Claim) -> str:
    """The day or the days; nothing where the report gives none."""
    if claim.date_from is None or claim.date_to is None:
        return ""
    return claim.date_from if claim.date_from == claim.date_to else f"{claim.date_from} to {claim.date_to}"


def place(mention: PlaceMention, *, isolate: bool) -> str:
    """The words of a place with its English name where it is pinned."""
    words = isolated(mention.text, isolate=isolate)
    return f"{words} ({mention.name})" if mention.name else f"{words} (not placed)"


def party(mention: Span, name: str | None, *, isolate: bool) -> str:
    """The words of a party with its neutral name where it is known."""
    words = isolated(mention.text, isolate=isolate)
    return f"{words} = {name}" if name else words


def chain(sources: tuple[SourceMention, ...], *, isolate: bool) -> str:
    """Who says so, nearest first; the report's own voice is said in words."""
    if not sources:
        return "the report itself"
    return " ← ".join(isolated(source.text, isolate=isolate) for source in sources)
