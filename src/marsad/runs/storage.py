"""Files under one address: a folder of this machine, or one that the engine's file systems reach (s3://…, gs://…)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from marsad.errors import MissingExtraError

_UNFINISHED = ".unfinished-"


class Hashed:
    """A stream that is written to, with the SHA-256 and the length of what went through."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._sha256, self.size = stream, hashlib.sha256(), 0
        self.closed = False

    def write(self, data: Any) -> int:
        """Pass bytes on."""
        view = memoryview(data)
        self._sha256.update(view)
        self.size += view.nbytes
        self._stream.write(view)
        return view.nbytes

    def tell(self) -> int:
        """How many bytes were written."""
        return self.size

    def flush(self) -> None:
        """Nothing: what matters is that the file is closed before it gets its name."""

    def close(self) -> None:
        """Nothing more is written."""
        self.closed = True

    @property
    def sha256(self) -> str:
        """The digest so far, in hexadecimal."""
        return self._sha256.hexdigest()


@dataclass(frozen=True, slots=True)
class Storage:
    """A folder by its address; it may be sent to other processes and machines."""

    address: str

    @property
    def is_remote(self) -> bool:
        """Whether it is reached by a file system of the engine."""
        return "://" in self.address

    def path(self, name: str) -> str:
        """The address of a file."""
        return f"{self.address.rstrip('/')}/{name}" if name else self.address

    def open(self, name: str) -> BinaryIO:
        """A file to read, from its beginning."""
        return opened(self.path(name))

    @contextmanager
    def written(self, name: str) -> Iterator[Hashed]:
        """A file to write: it appears whole, however often and by how many it is written."""
        if self.is_remote:
            files = file_system(self.address)
            files.makedirs(self.path(name).rpartition("/")[0], exist_ok=True)
            with files.open(self.path(name), "wb") as stream:
                yield Hashed(stream)
            return
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{_UNFINISHED}{uuid4().hex}-{target.name}")
        try:
            with unfinished.open("wb") as stream:
                yield Hashed(stream)
            os.replace(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)

    def write(self, name: str, data: bytes) -> None:
        """Write a whole file."""
        with self.written(name) as stream:
            stream.write(data)

    def read(self, name: str) -> bytes:
        """A whole file."""
        with self.open(name) as stream:
            return stream.read()

    def names(self, folder: str) -> list[str]:
        """The names of the files of a folder below, in order; none where there is no such folder."""
        if self.is_remote:
            with suppress(FileNotFoundError):
                found = file_system(self.address).ls(self.path(folder), detail=False)
                return sorted(str(name).rstrip("/").rpartition("/")[2] for name in found)
            return []
        path = Path(self.path(folder))
        if not path.is_dir():
            return []
        return sorted(found.name for found in path.iterdir() if not found.name.startswith(_UNFINISHED))

    def exists(self, name: str) -> bool:
        """Whether a file is there."""
        if self.is_remote:
            return bool(file_system(self.address).exists(self.path(name)))
        return Path(self.path(name)).exists()

    def tidy(self, folder: str) -> None:
        """Take away what writers that were killed left half written in a folder below."""
        if not self.is_remote:
            for path in Path(self.path(folder)).glob(f"{_UNFINISHED}*"):
                path.unlink(missing_ok=True)

    def remove(self, folder: str) -> None:
        """Take away a folder below with all that is in it."""
        if self.is_remote:
            with suppress(FileNotFoundError):
                file_system(self.address).rm(self.path(folder), recursive=True)
            return
        import shutil

        shutil.rmtree(self.path(folder), ignore_errors=True)


def is_remote(address: str) -> bool:
    """Whether an address is one for the engine's file systems; pages of the web are none of theirs."""
    return "://" in address and not address.lower().startswith(("http://", "https://"))


def opened(address: str) -> BinaryIO:
    """A file to read, wherever it is."""
    if "://" not in address:
        return Path(address).open("rb")
    stream: BinaryIO = file_system(address).open(address, "rb")
    return stream


def file_system(address: str) -> Any:
    """The file system of an address; one that has to be installed is named."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtraError(f"{address} needs fsspec: install it with pip install 'marsad[dask]'") from error
    try:
        return url_to_fs(address)[0]
    except (ImportError, ValueError) as error:
        raise MissingExtraError(
            f"{address}: expected an address that a file system is installed for ({error}); "
            "install it, s3fs for s3://, gcsfs for gs://"
        ) from error
