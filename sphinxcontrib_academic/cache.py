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
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from typing_extensions import Buffer

_MAGIC = b"sphinxcontrib-academic\n"
_SUFFIX = ".works"
_FORMAT = 2
"""Of ``marshal``: the newest that writes equal values alike."""
_KEPT = 2
"""How many files stay: what was edited is often put back."""
_FORGOTTEN = 3600
"""Seconds after which nobody finishes a draft."""


def packed(value: Any) -> bytes:
    """A plain value as bytes, the same for equal values."""
    return marshal.dumps(value, _FORMAT)


def unpacked(data: bytes | memoryview) -> Any:
    """The value again."""
    return marshal.loads(data)  # noqa: S302 - it knows no code that could run, and the checksum was compared


def read_cache(folder: Path, stamp: str) -> tuple[Any, memoryview] | None:
    """The index and the pieces that were written under that stamp; nothing where there are none, or broken ones."""
    try:
        data = memoryview((folder / f"{stamp}{_SUFFIX}").read_bytes())
        head = _head(stamp)
        if data[: len(head)] != head:
            return None
        start = len(head) + 12
        checksum = int.from_bytes(data[len(head) : len(head) + 4], "big")
        length = int.from_bytes(data[len(head) + 4 : start], "big")
        if crc32(data[start - 8 :]) != checksum:
            return None
        return unpacked(data[start : start + length]), data[start + length :]
    except (OSError, ValueError, EOFError, TypeError):
        return None


def write_cache(folder: Path, stamp: str, index: Any, pieces: Buffer) -> None:
    """Keep an index and pieces; where that cannot be, they are read anew the next time."""
    first = packed(index)
    body = (len(first).to_bytes(8, "big"), first, pieces)
    checksum = 0
    for part in body:
        checksum = crc32(part, checksum)
    write_whole(folder / f"{stamp}{_SUFFIX}", _head(stamp), checksum.to_bytes(4, "big"), *body)
    with contextlib.suppress(OSError):
        found = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns)
        # a build that was killed leaves a draft; one that is young may belong to a build that is not
        forgotten = (path for path in folder.glob("*.draft") if time.time() - path.stat().st_mtime > _FORGOTTEN)
        for path in (*found[:-_KEPT], *forgotten):
            path.unlink(missing_ok=True)


def write_whole(path: Path, *parts: Buffer) -> None:
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
