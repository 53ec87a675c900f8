"""What the options of a list are read with: by a directive on its page, and again when the data has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from sphinxcontrib_academic.model.problems import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.config import Config

    from sphinxcontrib_academic.domain import AcademicDomain


class Asking(Protocol):
    """Somebody who has options and can be told what is wrong with them."""

    @property
    def options(self) -> Mapping[str, Any]:
        """What it says."""

    @property
    def config(self) -> Config:
        """The values of ``conf.py``."""

    @property
    def domain(self) -> AcademicDomain:
        """The domain of the build."""

    @property
    def docname(self) -> str:
        """The page."""

    def complain(self, code: Code, message: str, line: int | None = None) -> None:
        """Take a problem, at a line of the page or at the directive."""


_MOST_DIGITS = 9


def number(asking: Asking, option: str) -> int | None:
    """The number that an option says, nothing where it says none."""
    value = str(asking.options.get(option) or "").strip()
    if not value:
        return None
    if not value.isascii() or not value.isdigit() or len(value) > _MOST_DIGITS:
        asking.complain(Code.UNKNOWN_VALUE, f":{option}: is {value!r}, expected a number such as 5")
        return None
    return int(value)
