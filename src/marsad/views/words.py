"""Numbers, days, parties and chains of sources as short text, the same in every view for people."""

from __future__ import annotations

from marsad.records import Claim, Count


def number(count: Count | None) -> str:
    """``3``, ``26+``, ``10-99``, or nothing."""
    if count is None:
        return ""
    if count.high is None:
        return f"{count.low}+"
    return str(count.low) if count.low == count.high else f"{count.low}-{count.high}"


def dates(claim: Claim, to: str = "to") -> str:
    """The day or the days; nothing where the report gives none."""
    if claim.date_from is None or claim.date_to is None:
        return ""
    return claim.date_from if claim.date_from == claim.date_to else f"{claim.date_from} {to} {claim.date_to}"


def one_line(text: str) -> str:
    """Words of a report without the line ends and runs of blanks they may hold."""
    return " ".join(text.split())
