"""Numbers that a file keeps of publications: citations, stars."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.works import Work

METRICS = ("citations", "stars")
"""The numbers that are parts of a publication; a file may hold others, for prose."""

_PREFIX = expression(r"^(?:https?://)?(?:www\.|dx\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The numbers of one file: of publications by their keys, of anything by its address, of the site by name."""

    by_name: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """From a key in folded case, or an address without its scheme, to numbers by name."""
    totals: Mapping[str, int] = field(default_factory=dict)
    """What the file says of the site as a whole."""

    def of_work(self, work: Work, metric: str) -> int | None:
        """A number of a publication: by its key, its other keys, or what it links to."""
        if not self.by_name:
            return None
        places = [*map(str.casefold, (work.key, *work.ids)), *(place_of(link.target) for link in work.links)]
        return next(
            (number for place in places if (number := self.by_name.get(place, {}).get(metric)) is not None), None
        )

    def of_name(self, name: str, metric: str) -> int | None:
        """A number of a key or an address, as a page names it."""
        found = self.by_name.get(name.strip().casefold(), self.by_name.get(place_of(name), {}))
        return found.get(metric)

    def total(self, metric: str) -> int | None:
        """A number of the site: what the file says, else the sum of all."""
        if metric in self.totals:
            return self.totals[metric]
        numbers = [numbers[metric] for numbers in self.by_name.values() if metric in numbers]
        return sum(numbers) if numbers else None


def place_of(address: str) -> str:
    """An address in the form that two ways to write it share."""
    return _PREFIX.sub("", address.strip()).casefold().rstrip("/").removesuffix(".git")
