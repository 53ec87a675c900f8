"""What an output was made of: a small file for each output, so that what it shows can be told to be of yesterday.

The environment knows what pages were read with; this knows what they were written with, and whether the build that
wrote them came to its end. One that was killed has written nobody knows what.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.cache import packed, unpacked, write_whole
from sphinxcontrib_academic.model.classes import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(slots=True)
class Written:
    """The last build of one output."""

    path: Path
    made_of: str = ""
    """What the answers of all pages were made of."""
    checked: str = ""
    """What the answers in the environment were made of at that time."""
    pages: dict[str, bytes] = field(default_factory=dict)
    """What tells what each page says from what it said before."""
    files: dict[str, tuple[int, int, bytes]] = field(default_factory=dict)
    """Files beside the sources: when they were changed, how large they are, and what tells their contents apart."""
    seen: str = ""
    """What there was when everything was written; see ``glance``."""
    is_unfinished: bool = False
    """Whether the last build was killed."""

    def save(self) -> None:
        """Keep it for the next build."""
        write_whole(self.path, _framed(packed((self.seen, self.made_of, self.checked, self.pages, self.files))))

    def file(self, source: Path, path: str) -> bytes:
        """What tells the content of a file from another one; it is read where its date or size is another one."""
        try:
            status = (source / path).stat()
            known = self.files.get(path)
            if known is None or known[:2] != (status.st_mtime_ns, status.st_size):
                content = blake2b((source / path).read_bytes(), digest_size=8).digest()
                known = self.files[path] = (status.st_mtime_ns, status.st_size, content)
            return known[2]
        except OSError:
            return b""

    def keep_files(self, paths: Iterable[str]) -> None:
        """Forget files that no page leads to."""
        self.files = {path: self.files[path] for path in sorted(set(paths)) if path in self.files}

    # a build that did not come to its end

    @property
    def mark(self) -> Path:
        return self.path.with_suffix(".unfinished")

    def begin(self) -> None:
        """A build begins to change things."""
        with contextlib.suppress(OSError):
            self.mark.parent.mkdir(parents=True, exist_ok=True)
            self.mark.touch()

    def end(self) -> None:
        """It is done."""
        with contextlib.suppress(OSError):
            self.mark.unlink(missing_ok=True)


def read_written(folder: Path, builder: object, out: str) -> Written:
    """The last build of a builder into a folder; an empty one where there was none."""
    made_by = f"{type(builder).__qualname__} {os.path.normcase(out)}"
    found = Written(folder / f"{blake2b(made_by.encode(), digest_size=8).hexdigest()}.pages")
    found.is_unfinished = found.mark.exists()
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        data = found.path.read_bytes()
        body = data[16:]
        if data == _framed(body):
            found.seen, found.made_of, found.checked, found.pages, found.files = unpacked(body)
    return found


def _framed(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).digest() + body


def summary(*values: Any) -> bytes:
    """A few bytes for plain values, the same for equal ones."""
    return blake2b(repr(values).encode(), digest_size=8).digest()
