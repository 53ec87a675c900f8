"""An entry of a timeline that comes from a data file."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.dates import When
from sphinxcontrib_academic.model.problems import Location
from sphinxcontrib_academic.model.text import RichText


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: a degree, a position, an award, a talk."""

    key: str
    kind: str
    """A key of ``kinds.timeline``."""
    location: Location
    when: When | None = None
    when_text: str = ""
    """The date as it is written, where it cannot be read."""
    texts: tuple[tuple[str, RichText], ...] = ()
    """``title``, ``organization``, ``location``, ``note`` and any other field, in the order of the file."""

    def text(self, name: str) -> RichText:
        """The text of that name, empty where there is none."""
        return next((text for key, text in self.texts if key == name), RichText())
