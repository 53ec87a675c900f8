"""Works that an earlier build has read from the same records: an edit costs the reading of what was edited.

A record is the same wherever it stands, with all that it inherits. One of which anything was said is read again: what
is said has a line.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.cache import packed, read_cache, stamps_in, unpacked
from sphinxcontrib_academic.stored import COLUMNS, OF_WORKS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinxcontrib_academic.cache import Pieces
    from sphinxcontrib_academic.readers.records import Record
    from sphinxcontrib_academic.stored import Shelf


class Earlier:
    """The works of an earlier build, each by the record that it was read from."""

    def __init__(self, columns: dict[str, list[Any]], pieces: Pieces, origins: Sequence[bytes]) -> None:
        self._ends, self._pieces = columns["ends"], pieces
        self._rows = [columns[name] for name in OF_WORKS]
        self._places = {origin: place for place, origin in enumerate(origins) if origin}

    def give(self, record: Record, origin: bytes, shelf: Shelf) -> bool:
        """Put the work of a record on a shelf; false where it must be read."""
        place = self._places.get(origin)
        if place is None:
            return False
        piece = self._pieces[self._ends[place - 1] if place else 0 : self._ends[place]]
        shelf.put(piece, [column[place] for column in self._rows], record.location, origin)
        return True


def origin_of(record: Record) -> bytes:
    """What tells a record from another one, in few bytes."""
    own, inherited = ([(raw.name, raw.value) for raw in fields] for fields in (record.fields, record.inherited))
    return blake2b(packed((record.type, record.key, record.ids, own, inherited)), digest_size=16).digest()


def earlier_works(folder: Path, surroundings: bytes) -> Earlier:
    """What the last build with the same surroundings has read."""
    for stamp in stamps_in(folder):
        kept = read_cache(folder, stamp)
        if kept is not None:
            (columns, _, _), pieces = kept
            known, origins = unpacked(pieces[columns["ends"][-1] if columns["ends"] else 0 :])
            if known == surroundings:
                return Earlier(columns, pieces, origins)
    return Earlier({name: [] for name in COLUMNS}, b"", ())
