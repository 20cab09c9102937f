"""One line a report from the JSON Lines of ``marsad read``: how many claims, of what, how many dead, what is denied.

marsad read samples/reports --format jsonl | python samples/summary.py
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

from rich.console import Console
from rich.table import Table

Reading = dict[str, Any]
WIDTH_OF_A_FILE = 140


def main() -> None:
    """Print the table; one reading per line of standard input."""
    readings = [json.loads(line) for line in sys.stdin if line.strip()]
    table = Table(title="All samples")
    for name in ("report", "claims", "most often", "killed, as claimed", "denied", "on a map"):
        table.add_column(name, no_wrap=name == "report")
    for reading in readings:
        table.add_row(*row(reading))
    console = Console(width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE)
    console.print(table)
    console.print(f"{len(readings)} reports, {sum(len(reading['claims']) for reading in readings)} claims.")


def row(reading: Reading) -> tuple[str, ...]:
    """The cells of one report."""
    claims = reading["claims"]
    types = Counter(claim["type"] for claim in claims).most_common(3)
    denied = sum(claim["status"] == "denied" for claim in claims)
    places = [place for claim in claims for place in claim["places"]]
    located = sum(place.get("lat") is not None for place in places)
    often = ", ".join(f"{name} {count}" for name, count in types)
    return (reading["id"], str(len(claims)), often, tolls(claims), str(denied), f"{located} of {len(places)}")


def tolls(claims: list[Reading]) -> str:
    """The different tolls a report asserts, in its order: ``7; 3; 25+``."""
    counts = (claim["count"] for claim in claims if claim["type"] == "killed" and claim["status"] == "asserted")
    return "; ".join(dict.fromkeys(bounds(count) for count in counts if count))


def bounds(count: dict[str, Any]) -> str:
    """``25+`` without an upper bound, ``7`` for an exact number, ``10-99`` for a range."""
    low, high = count["low"], count["high"]
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


if __name__ == "__main__":
    main()
