"""Archives: gzip and zip, opened in memory, so that no name in them leads anywhere; bombs are known as they swell."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from marsad.records import Issue
from marsad.reports.parcel import Parcel
from marsad.reports.received import Given, Received, notice

# Text packs to a tenth or less, a bomb to a thousandth: what swells more beyond the first bytes is none of ours.
MOST_SWELLING = 200
_FREE_BYTES = 16 * 2**20
_ENCRYPTED = 0x1


class SwollenError(OSError):
    """Packed data that swell as no text does."""

    def __init__(self) -> None:
        super().__init__(0, f"packed data that swell more than {MOST_SWELLING} times, as no text does")


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a stream, ended by an error where they swell as a bomb does."""

    def __init__(self, stream: Any, packed: Any, below: Any = None) -> None:
        super().__init__()
        self._stream, self._packed, self._below, self._out = stream, packed, below, 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """So many bytes, unpacked."""
        data = self._stream.read(len(buffer))
        self._out += len(data)
        if self._out > _FREE_BYTES and self._out > MOST_SWELLING * max(1, self._packed()):
            raise SwollenError
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what was opened for it."""
        self._stream.close()
        if self._below is not None:
            self._below.close()
        super().close()


def gzip_members(parcel: Parcel, given: Given) -> Iterator[Parcel | Received]:
    """The one file within a gzip, read as it is unpacked."""

    def opened() -> BinaryIO:
        packed = parcel.opened()
        return io.BufferedReader(Unpacked(gzip.GzipFile(fileobj=packed), packed.tell, packed))

    file = PurePosixPath(parcel.file)
    inner = file.name.removesuffix(file.suffix) if file.suffix.lower() in (".gz", ".gzip") else file.name
    name = PurePosixPath(inner).stem or parcel.name
    yield replace(parcel, name=name, file=inner, opened=opened, path=None, media_type=None, depth=parcel.depth + 1)


def zip_members(parcel: Parcel, given: Given) -> Iterator[Parcel | Received]:
    """The reports within a zip; members that cannot or must not be read are counted."""
    with parcel.opened() as stream, zipfile.ZipFile(stream) as archive:
        outside = others = 0
        members = [member for member in archive.infolist() if not member.is_dir()]
        for member in members[: given.settings.max_members]:
            path = PurePosixPath(member.filename.replace("\\", "/"))
            if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
                outside += 1
            elif path.suffix.lower() not in given.settings.suffixes or path.name.startswith((".", "reports.csv")):
                others += 1
            elif member.flag_bits & _ENCRYPTED:
                issue = Issue("encrypted", f"{member.filename[:80]} is locked with a password; unlock it first.")
                yield notice(path.stem, f"{parcel.origin}!{member.filename}", issue)
            else:
                yield member_parcel(parcel, archive, member)
        yield from _counted(parcel, given, len(members), outside, others)


def member_parcel(parcel: Parcel, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Parcel:
    """The parcel of one member, to be opened while the archive is."""

    def opened() -> BinaryIO:
        return io.BufferedReader(Unpacked(archive.open(member), lambda: member.compress_size))

    path = PurePosixPath(member.filename)
    return Parcel(path.stem, f"{parcel.origin}!{member.filename}", path.name, opened, depth=parcel.depth + 1)


def _counted(parcel: Parcel, given: Given, total: int, outside: int, others: int) -> Iterator[Received]:
    if outside:
        message = f"Members of {parcel.origin} with names that lead outside of it: {outside}; they were not opened."
        yield notice(parcel.name, parcel.origin, Issue("passed_over", message))
    if others:
        message = f"Members of {parcel.origin} that are no reports by their names: {others}; they were left out."
        yield notice(parcel.name, parcel.origin, Issue("left_out", message))
    if total > given.settings.max_members:
        message = f"{parcel.origin} has {total:,} members; the first {given.settings.max_members:,} were looked at."
        yield notice(parcel.name, parcel.origin, Issue("too_many", message))
