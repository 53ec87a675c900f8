"""Works that are kept as bytes and become values when somebody asks for more than their key and date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, overload

from sphinxcontrib_academic.cache import packed, unpacked
from sphinxcontrib_academic.model.plain import when_of_plain, when_to_plain, work_of_plain, work_to_plain
from sphinxcontrib_academic.model.problems import Location
from sphinxcontrib_academic.model.works import Work

if TYPE_CHECKING:
    from sphinxcontrib_academic.cache import Pieces
    from sphinxcontrib_academic.model.dates import When
    from sphinxcontrib_academic.model.names import People
    from sphinxcontrib_academic.model.text import RichText
    from sphinxcontrib_academic.model.works import WorkLink

_AT_HAND = 1000
"""How many works are kept as values at once."""

OF_WORKS = ("keys", "types", "source_types", "dates", "titles", "files", "only", "ids", "digests")
COLUMNS = (*OF_WORKS, "paths", "lines", "ends")
"""What is known of each work without its bytes, a list for each; and of its place."""


def digest(data: bytes | memoryview) -> bytes:
    """What tells two contents apart, in few bytes."""
    return blake2b(data, digest_size=8).digest()


class Shelf:
    """Collects works, each as bytes, while data files are read."""

    def __init__(self) -> None:
        self.pieces = bytearray()
        self.columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        self.origins: list[bytes] = []
        """What tells the record of each from others; empty where it must be read again."""
        self.values: dict[int, Work] = {}
        """The first works by their places: the build that has read them need not make them again."""

    def add(self, work: Work, origin: bytes = b"") -> None:
        """Keep a work."""
        if len(self.values) < _AT_HAND:
            self.values[len(self.origins)] = work
        piece = packed(work_to_plain(work))
        issued = work.date()
        row = (
            work.key,
            work.type,
            work.source_type,
            when_to_plain(issued) if issued is not None else None,
            work.title,
            work.files,
            work.field("only"),
            work.ids,
            digest(piece),
        )
        self.put(piece, row, work.location, origin)

    def put(self, piece: bytes | bytearray, row: Iterable[Any], location: Location, origin: bytes) -> None:
        """Keep the bytes of a work, what is known of it without them, where it stands and what it was made of."""
        self.pieces += piece
        place = (location.path, location.line, len(self.pieces))
        for column, value in zip(self.columns.values(), chain(row, place), strict=True):
            column.append(value)
        self.origins.append(origin)


class StoredWorks(Sequence[Work]):
    """All works of a site, in the order of the files."""

    def __init__(self, columns: dict[str, list[Any]], pieces: Pieces, values: dict[int, Work]) -> None:
        self.columns, self._pieces = columns, pieces
        self._handles: list[Work] = list(map(StoredWork, repeat(self), range(len(columns["keys"]))))
        self._values = values
        self.memory: dict[Any, Any] = {}
        """What was found out about all of them, for those who ask again."""
        self.facts: defaultdict[int, dict[str, Any]] = defaultdict(dict)
        """What filters found out about each."""

    def __len__(self) -> int:
        return len(self._handles)

    def __iter__(self) -> Iterator[Work]:
        return iter(self._handles)

    @overload
    def __getitem__(self, place: int) -> Work: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Work]: ...
    def __getitem__(self, place: int | slice) -> Work | Sequence[Work]:
        return self._handles[place]

    def value(self, place: int) -> Work:
        """A work with everything in it."""
        work = self._values.get(place)
        if work is None:
            ends = self.columns["ends"]
            piece = self._pieces[ends[place - 1] if place else 0 : ends[place]]
            location = Location(self.columns["paths"][place], self.columns["lines"][place])
            work = work_of_plain(unpacked(piece), location)
            if len(self._values) >= _AT_HAND:
                del self._values[next(iter(self._values))]
            self._values[place] = work
        return work


class StoredWork(Work):
    """A work that is read when more of it is wanted."""

    __slots__ = ("_place", "_works")

    _works: StoredWorks
    _place: int

    def __init__(self, works: StoredWorks, place: int) -> None:
        _set_works(self, works)
        _set_place(self, place)

    def __eq__(self, other: object) -> bool:
        return self.value == (other.value if isinstance(other, StoredWork) else other)

    def __hash__(self) -> int:
        return hash((self.key, self.type))

    def __repr__(self) -> str:
        return repr(self.value)

    def __reduce__(self) -> Any:
        # what leaves the process is the value alone
        value = self.value
        return (Work, tuple(getattr(value, name) for name in Work.__match_args__))

    @property
    def value(self) -> Work:
        """Everything."""
        return self._works.value(self._place)

    def _column(self, name: str) -> Any:
        return self._works.columns[name][self._place]

    @property
    def digest(self) -> bytes:
        """What tells its content from another one."""
        return bytes(self._column("digests"))

    # the fields of a work: those in columns, and those that are read

    @property
    def key(self) -> str:
        return str(self._works.columns["keys"][self._place])

    @property
    def type(self) -> str:
        return str(self._works.columns["types"][self._place])

    @property
    def source_type(self) -> str:
        return str(self._works.columns["source_types"][self._place])

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._works.columns["ids"][self._place])

    @property
    def title(self) -> str:
        """The words of the title."""
        return str(self._works.columns["titles"][self._place])

    @property
    def files(self) -> bool:
        """Whether it leads to files beside the sources."""
        return bool(self._works.columns["files"][self._place])

    @property
    def location(self) -> Location:
        return Location(self._column("paths"), self._column("lines"))

    @property
    def texts(self) -> tuple[tuple[str, RichText], ...]:
        return self.value.texts

    @property
    def contributors(self) -> tuple[tuple[str, People], ...]:
        return self.value.contributors

    @property
    def dates(self) -> tuple[tuple[str, When], ...]:
        return self.value.dates

    @property
    def links(self) -> tuple[WorkLink, ...]:
        return self.value.links

    @property
    def keywords(self) -> tuple[str, ...]:
        return self.value.keywords

    @property
    def selected(self) -> bool:
        return self.value.selected

    @property
    def source(self) -> tuple[tuple[str, str], ...]:
        return self.value.source

    @property
    def facts(self) -> dict[str, Any]:
        """What filters found out."""
        return self._works.facts[self._place]

    def field(self, name: str) -> str:
        """The value of a field as the file has it."""
        return str(self._column("only")) if name == "only" else self.value.field(name)

    def text(self, name: str) -> RichText:
        """The text of that name."""
        return self.value.text(name)

    def people(self, role: str) -> People:
        """The contributors in that role."""
        return self.value.people(role)

    def date(self, name: str = "issued") -> When | None:
        """The date of that name."""
        if name != "issued":
            return self.value.date(name)
        plain = self._column("dates")
        return when_of_plain(plain) if plain is not None else None

    def with_changes(self, other: Work) -> Work:
        """A work of its own."""
        return self.value.with_changes(other)


# a site has thousands of them; these are the quickest way to set what cannot be set
_set_place, _set_works = (getattr(StoredWork, name).__set__ for name in StoredWork.__slots__)
