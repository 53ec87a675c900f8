"""Records: the entries of data files before their values are read, each with its place in the source."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.problems import Location


@dataclass(frozen=True, slots=True)
class RawField:
    """One field as the file has it, macros expanded."""

    name: str
    """In lower case."""
    value: str
    location: Location


@dataclass(frozen=True, slots=True)
class Record:
    """One entry as the file has it; its type in the case of the file."""

    type: str
    key: str
    fields: tuple[RawField, ...]
    location: Location
    inherited: tuple[RawField, ...] = ()
    """Fields that came from other entries, none of which it has itself."""
    ids: tuple[str, ...] = ()
    """Other keys of the same entry."""

    def value(self, name: str) -> str:
        """The value of a field of its own, empty where there is none."""
        return next((field.value for field in self.fields if field.name == name), "")

    @property
    def all_fields(self) -> tuple[RawField, ...]:
        """Its own fields and those that it inherits."""
        return self.fields + self.inherited
