"""The cache of what was read from data files: one file beside the doctrees, in plain data.

It is named by what it was made of. A file that is damaged, cut short or of another version is as good as none.
Nothing in it can run: ``marshal`` knows numbers, texts and tuples alone, and what is read has the checksum that it
was written with.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import time
from hashlib import file_digest
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import finalize
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader
    from typing import TypeAlias

    Pieces: TypeAlias = "bytes | bytearray | KeptPieces"

_MAGIC = b"sphinxcontrib-academic 2\n"
"""With the number of what an index and pieces are."""
_SUFFIX = ".works"
_FORMAT = 2
"""Of ``marshal``: the newest that writes equal values alike."""
_KEPT = 2
"""How many files stay: what was edited is often put back."""
_AT_ONCE = 1 << 16
_FORGOTTEN = 3600
"""Seconds after which nobody finishes a draft."""


def packed(value: Any) -> bytes:
    """A plain value as bytes, the same for equal values."""
    return marshal.dumps(value, _FORMAT)


def unpacked(data: bytes | bytearray) -> Any:
    """The value again."""
    return marshal.loads(data)  # noqa: S302 - it knows no code that could run, and the checksum was compared


def content_digest(path: Path) -> bytes | None:
    """What tells the content of a file from any other one; nothing where it cannot be read.

    Of the safe ones, SHA-256 is what processors have a part of their own for.
    """
    try:
        with path.open("rb", buffering=0) as stream:
            return file_digest(stream, "sha256").digest()
    except OSError:
        return None


class KeptPieces:
    """Bytes that stay in a file until they are asked for; processes that part from each other may share it."""

    def __init__(self, path: Path, start: int) -> None:
        self._file = os.open(path, os.O_RDONLY)
        finalize(self, os.close, self._file)
        self._start = start
        self._length = os.fstat(self._file).st_size - start

    def __getitem__(self, place: slice) -> bytes:
        """A part of them."""
        start, end, _ = place.indices(self._length)
        return os.pread(self._file, end - start, self._start + start)


def read_cache(folder: Path, stamp: str) -> tuple[Any, Pieces] | None:
    """The index and the pieces that were written under that stamp; nothing where there are none, or broken ones."""
    try:
        path, head = folder / f"{stamp}{_SUFFIX}", _head(stamp)
        with path.open("rb") as stream:
            if stream.read(len(head)) != head:
                return None
            checksum, length = stream.read(4), stream.read(8)
            # a length that was damaged may be of any size
            first = stream.read(min(int.from_bytes(length, "big"), path.stat().st_size))
            if _checksum(chain((length, first), _parts(stream))) != checksum:
                return None
        return unpacked(first), _kept(path, len(head) + 12 + len(first))
    except (OSError, ValueError, EOFError, TypeError):
        return None


def write_cache(folder: Path, stamp: str, index: Any, pieces: bytearray) -> Pieces:
    """Keep an index and pieces, and give the pieces back; where that cannot be, they are read anew the next time."""
    path, head, first = folder / f"{stamp}{_SUFFIX}", _head(stamp), packed(index)
    body = (len(first).to_bytes(8, "big"), first, pieces)
    write_whole(path, head, _checksum(body), *body)
    with contextlib.suppress(OSError):
        # a build that was killed leaves a draft; one that is young may belong to a build that is not
        forgotten = (path for path in folder.glob("*.draft") if time.time() - path.stat().st_mtime > _FORGOTTEN)
        for old in (*_files(folder)[_KEPT:], *forgotten):
            old.unlink(missing_ok=True)
    try:
        # what another build has put there under the same stamp says the same
        return _kept(path, len(head) + 12 + len(first))
    except OSError:
        return pieces


def stamps_in(folder: Path) -> list[str]:
    """The stamps of what is kept, that of the last build first."""
    with contextlib.suppress(OSError):
        return [path.stem for path in _files(folder)]
    return []


def _files(folder: Path) -> list[Path]:
    """What is kept, the newest first."""
    return sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _parts(stream: BufferedReader) -> Iterator[memoryview]:
    """What is left in a file, part by part, each in the place of the one before."""
    room = memoryview(bytearray(_AT_ONCE))
    while count := stream.readinto(room):
        yield room[:count]


def _checksum(parts: Iterable[bytes | bytearray | memoryview]) -> bytes:
    checksum = 0
    for part in parts:
        checksum = crc32(part, checksum)
    return checksum.to_bytes(4, "big")


def _kept(path: Path, start: int) -> Pieces:
    """What a file keeps; in memory where a system cannot read a file at two places at once."""
    return KeptPieces(path, start) if hasattr(os, "pread") else path.read_bytes()[start:]


def write_whole(path: Path, *parts: bytes | bytearray) -> None:
    """Write a file at once: others see the old one or the new one, however this ends."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("wb") as stream:
                stream.writelines(parts)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def _head(stamp: str) -> bytes:
    return _MAGIC + f"{sys.implementation.cache_tag} {stamp}\n".encode()
