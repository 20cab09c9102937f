"""Near-identical texts: a signature for each text, bands that bring likely pairs together, a likeness for each pair.

MinHash over three words in a row, one hash for all places (Li, Owen, Zhang 2012), empty places filled from their
neighbours (Shrivastava, Li 2014). 16 bands of 4 bring a pair of likeness 0.8 together in 99.9 of 100 cases, one of 0.3
in 12.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from sqlalchemy import BigInteger, Connection, Select, bindparam, select, union_all

from marsad.arabic.search_keys import SearchKeys
from marsad.store.tables import bands, reports

WORDS_IN_A_ROW = 3
PLACES = 64
ROWS_OF_A_BAND = 4
# A shorter text repeats another by chance ("clashes in the city").
FEWEST_WORDS = 15
# Agency text with another headline and the outlet's name has about 0.9; two reports on one event stay under 0.3.
LIKE = 0.75
MOST_OF_A_BAND = 16
_FORMAT = f"<{PLACES}I"
_EMPTY = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Copy:
    """The text that another one repeats: the id of its root, and how alike they are."""

    root: str
    likeness: float


def signature(keys: SearchKeys) -> bytes | None:
    """The signature of a text by its words; None where it is too short to tell."""
    words = keys.words.split()
    if len(words) < FEWEST_WORDS:
        return None
    lowest = [_EMPTY] * PLACES
    for at in range(len(words) - WORDS_IN_A_ROW + 1):
        row = " ".join(words[at : at + WORDS_IN_A_ROW]).encode("utf-8", "surrogatepass")
        value = int.from_bytes(blake2b(row, digest_size=5).digest(), "little")
        place, rest = value % PLACES, value >> 8
        if rest < lowest[place]:
            lowest[place] = rest
    return struct.pack(_FORMAT, *_filled(lowest))


def _filled(lowest: list[int]) -> list[int]:
    """Empty places take the value of the next filled one, changed by how far it is."""
    filled = []
    for place in range(PLACES):
        steps = 0
        while lowest[(place + steps) % PLACES] == _EMPTY:
            steps += 1
        filled.append((lowest[(place + steps) % PLACES] + steps * 0x9E3779B1) & _EMPTY)
    return filled


def bands_of(signed: bytes) -> list[int]:
    """The numbers of the bands of a signature, that of the band included."""
    width = ROWS_OF_A_BAND * 4
    found = []
    for band, at in enumerate(range(0, len(signed), width)):
        value = blake2b(signed[at : at + width], digest_size=8, salt=bytes([band])).digest()
        found.append(int.from_bytes(value, "little", signed=True))
    return found


def likeness(one: bytes, other: bytes) -> float:
    """The share of rows of words that two texts have in common, as their signatures tell it."""
    pairs = zip(struct.unpack(_FORMAT, one), struct.unpack(_FORMAT, other), strict=True)
    return float(sum(left == right for left, right in pairs) / PLACES)


def copied_from(connection: Connection, signed: bytes) -> Copy | None:
    """The report whose text this one repeats: the most alike, of several the first; its root where it is a copy."""
    found = list(dict.fromkeys(bands_of(signed)))
    best: Copy | None = None
    for row in connection.execute(_near(len(found)), {f"band_{at}": band for at, band in enumerate(found)}):
        alike = likeness(signed, row.signature)
        if alike >= LIKE and (best is None or alike > best.likeness):
            best = Copy(row.copy_of or row.id, alike)
    return best


@lru_cache
def _near(number: int) -> Select[tuple[str, str | None, bytes]]:
    """The reports that share one of so many bands; built once, as building it costs more than asking it."""
    near = union_all(*(_first_of(f"band_{at}") for at in range(number)))
    wanted = select(reports.c.id, reports.c.copy_of, reports.c.signature).where(reports.c.key.in_(near))
    return wanted.order_by(reports.c.key)


def _first_of(name: str) -> Select[tuple[int]]:
    """The first reports of a band: a band that many share must not make a run slow."""
    named = bindparam(name, type_=BigInteger)
    first = select(bands.c.report).where(bands.c.band == named).order_by(bands.c.report).limit(MOST_OF_A_BAND)
    return select(first.subquery().c.report)


def rows_of(report: int, signed: bytes) -> Sequence[dict[str, int]]:
    """The rows of the table of bands for a report that is no copy; its copies are found by it."""
    return [{"band": band, "report": report} for band in dict.fromkeys(bands_of(signed))]
