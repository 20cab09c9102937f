"""The input of a run cut into shares, each read by one task: the same input gives the same shares everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from marsad.errors import InputError
from marsad.records import Issue
from marsad.reports.extras import need
from marsad.reports.folder import walked
from marsad.reports.index import Indexes
from marsad.reports.kinds import recognised
from marsad.reports.parcel import Parcel, head, is_address
from marsad.reports.received import Given
from marsad.runs.storage import file_system, is_remote, opened

# Reports of one share, and bytes of whole files, at most: what is read again when a worker is lost.
REPORTS = 512
BYTES = 32 * 2**20
# A small input is cut finer, into so many shares of at least so many bytes or rows: else most workers stand idle while
# the last share is read. 26 November 2026: three shares of 512 kept two processes busy for three quarters of the time.
SHARES = 64
LEAST_BYTES = 2**17
LEAST_ROWS = 64
_BLOCK = 2**20
# A row group is cut into no more pieces than this, as each is read from its beginning.
_CUTS = 64


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the input, with what is known of its reports beside their words."""

    address: str
    size: int
    published: date | None = None
    outlet: str | None = None
    date_kind: str = "given"
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """Some whole files, or of one file so many lines from an offset, or rows of one row group."""

    number: int
    sources: tuple[Source, ...]
    lines: tuple[int, int, int] | None = None
    rows: tuple[int, int, int, int] | None = None

    @property
    def name(self) -> str:
        """The name of its part of each table."""
        return part_name(self.number)


@dataclass(frozen=True, slots=True)
class Plan:
    """All shares, the files they are of with their digests, and what the folders hold besides."""

    shares: tuple[Share, ...]
    inputs: tuple[dict[str, object], ...]
    notices: tuple[Issue, ...]


def part_name(number: int) -> str:
    """The name of a part of a table."""
    return f"part-{number:06d}"


def planned(paths: Iterable[str], given: Given, *, reports: int = REPORTS) -> Plan:
    """The shares of files and folders, in order."""
    notices: list[Issue] = []
    sources = [source for path in paths for source in _sources(path, given, notices)]
    inputs: list[dict[str, object]] = []
    size = min(BYTES, max(LEAST_BYTES, sum(source.size for source in sources) // SHARES))
    cuts = _cuts(sources, inputs, reports, size)
    shares = tuple(Share(number, *cut) for number, cut in enumerate(cuts))
    return Plan(shares, tuple(inputs), tuple(notices))


def parcel_of(source: Source) -> Parcel:
    """The parcel of a source, wherever it is."""
    address = PurePosixPath(source.address)
    local = None if is_remote(source.address) else Path(source.address)
    return Parcel(address.stem, source.address, address.name, lambda: opened(source.address), local)


def _sources(name: str, given: Given, notices: list[Issue]) -> Iterator[Source]:
    if is_remote(name):
        yield from _remote(name, given)
        return
    path = Path(name)
    if is_address(name) or not path.exists():
        raise InputError(f"{name}: expected a file or a folder, found none; pages of the web are for marsad add")
    indexes = Indexes()
    if path.is_file():
        yield _source(path, indexes.given(path, given))
        return
    found = walked(path, given.settings.suffixes)
    if not found.files:
        raise InputError(f"{name}: expected reports ({', '.join(given.settings.suffixes)}), found none; check the path")
    yield from (_source(file, indexes.given(file, given, path)) for file in found.files)
    said = [*found.notices, *indexes.without_a_file(path)]
    notices += [issue for item in said for issue in item.issues]


def _source(path: Path, given: Given) -> Source:
    size = path.stat().st_size if path.exists() else 0
    return Source(str(path), size, given.published, given.outlet, given.date_kind, given.issues)


def _remote(address: str, given: Given) -> Iterator[Source]:
    files = file_system(address)
    scheme = address.partition("://")[0]
    found = files.find(address, detail=True)
    for name in sorted(found):
        if PurePosixPath(name).suffix.lower() in given.settings.suffixes:
            whole = name if "://" in name else f"{scheme}://{name}"
            yield Source(whole, int(found[name].get("size") or 0), given.published, given.outlet)
    if not found:
        raise InputError(f"{address}: expected reports, found nothing there; check the address and your rights")


Cut = tuple[tuple[Source, ...], tuple[int, int, int] | None, tuple[int, int, int, int] | None]


def _cuts(sources: Iterable[Source], inputs: list[dict[str, object]], reports: int, most: int) -> Iterator[Cut]:
    """Cuts of so many reports or bytes at most, as far as files and lines let themselves be cut."""
    together: list[Source] = []
    size = 0
    for source in sources:
        kind = _kind(source)
        if together and (kind in ("jsonl", "parquet") or len(together) >= reports or size + source.size > most):
            yield tuple(together), None, None
            together, size = [], 0
        if kind == "jsonl":
            yield from _of_lines(source, inputs, reports, most)
            continue
        inputs.append({"file": source.address, "size": source.size, "sha256": _digest(source)})
        if kind == "parquet":
            yield from _of_rows(source, reports)
            continue
        together.append(source)
        size += source.size
    if together:
        yield tuple(together), None, None


def _kind(source: Source) -> str:
    parcel = parcel_of(source)
    try:
        start = head(parcel)
        kind = recognised(parcel, start)
    except OSError:
        return "unreadable"
    except Exception:  # whatever is broken in it is said where it is read
        return "broken"
    return "text" if kind == "jsonl" and b"\x00" in start else kind


def _of_lines(source: Source, inputs: list[dict[str, object]], reports: int, most: int) -> Iterator[Cut]:
    """Cuts of so many lines or bytes, found in one pass over the file, which also gives its digest."""
    found = hashlib.sha256()
    start = at = 0
    first = line = 1
    with opened(source.address) as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
            here = block.find(b"\n")
            while here >= 0:
                line += 1
                if line - first == reports or at + here - start >= most:
                    yield (source,), (start, first, line - first), None
                    start, first = at + here + 1, line
                here = block.find(b"\n", here + 1)
            at += len(block)
    if start < at or at == 0:
        yield (source,), (start, first, line - first + 1), None
    inputs.append({"file": source.address, "size": at, "sha256": found.hexdigest()})


def _of_rows(source: Source, reports: int) -> Iterator[Cut]:
    """Cuts of rows, each within one row group; a file that cannot be opened so is left to its reader whole."""
    parquet, arrow = need("pyarrow.parquet", "Parquet"), need("pyarrow", "Parquet")
    try:
        with opened(source.address) as stream, parquet.ParquetFile(stream) as file:
            sizes = [file.metadata.row_group(at).num_rows for at in range(file.metadata.num_row_groups)]
    except (arrow.ArrowException, OSError):
        yield (source,), None, None
        return
    first = 1
    for group, rows in enumerate(sizes):
        step = max(min(reports, max(LEAST_ROWS, rows // SHARES)), -(-rows // _CUTS))
        for start in range(0, rows, step):
            count = min(step, rows - start)
            yield (source,), None, (group, start, count, first)
            first += count


def _digest(source: Source) -> str | None:
    """The digest of a local file; of one in an object store its size has to do."""
    if is_remote(source.address):
        return None
    try:
        with opened(source.address) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type,unused-ignore]
    except OSError:
        return None
