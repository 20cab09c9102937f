"""Which of the reports that come in repeat a text that is there, or one that comes in with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from marsad.store import bulk
from marsad.store.entries import Ready
from marsad.store.signatures import LIKE, likeness
from marsad.store.tables import bands, reports

# Of a band that many texts share, the first are compared; more are not even noted.
MOST_OF_A_BAND = 16


@dataclass(frozen=True, slots=True)
class Copy:
    """The text that another one repeats: the id of its root, and how alike they are."""

    root: str
    likeness: float


class Copies:
    """The texts that those of a batch may repeat, asked for once."""

    def __init__(self, connection: Connection, batch: Sequence[Ready]) -> None:
        self._in_band: dict[int, list[int]] = {}
        self._texts: dict[int, tuple[str, bytes]] = {}
        wanted = sorted({band for each in batch for band in each.bands})
        for report, band in sorted(bulk.look_up(connection, bands, ("report", "band"), "band", wanted)):
            self._in_band.setdefault(band, []).append(report)
        near = {report for found in self._in_band.values() for report in found[:MOST_OF_A_BAND]}
        columns = ("key", "id", "copy_of", "signature")
        for key, id, copy_of, signed in bulk.look_up(connection, reports, columns, "key", sorted(near)):
            self._texts[key] = (copy_of or id, signed)

    def of(self, ready: Ready) -> Copy | None:
        """The report whose text this one repeats: the most alike, of several the first; its root where it is a copy."""
        if ready.signature is None:
            return None
        near = {report for band in ready.bands for report in self._in_band.get(band, ())[:MOST_OF_A_BAND]}
        best: Copy | None = None
        for key in sorted(near):
            root, signed = self._texts[key]
            alike = likeness(ready.signature, signed)
            if alike >= LIKE and (best is None or alike > best.likeness):
                best = Copy(root, alike)
        return best

    def take(self, key: int, ready: Ready) -> list[tuple[int, int]]:
        """Note a report that is no copy; the rows by which its copies will be found."""
        assert ready.signature is not None
        self._texts[key] = (ready.row["id"], ready.signature)
        rows = []
        for band in ready.bands:
            there = self._in_band.setdefault(band, [])
            if len(there) < MOST_OF_A_BAND:
                there.append(key)
                rows.append((band, key))
        return rows
