"""Languages that LaTeX cannot hyphenate: the CV is set all the same, and Sphinx need not warn of it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from sphinx.util.logging import NAMESPACE

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOGGERS = tuple(f"{NAMESPACE}.sphinx.{module}" for module in ("builders.latex", "writers.latex"))


def keep_quiet_of_hyphenation(app: Sphinx) -> None:
    """Leave out, of this build, a warning that no setting avoids: it comes for Korean, for one."""
    known = Known(app.config.language)
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(known)
    app.connect("build-finished", partial(_forget, known=known))


class Known:
    """Lets everything pass but a word about the language itself."""

    def __init__(self, language: str) -> None:
        self.language = language

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is about something else; Babel is called so in the language of every terminal."""
        return record.args != (self.language,) or "Babel" not in str(record.msg)


def _forget(_app: Sphinx, _error: Exception | None, *, known: Known) -> None:
    for name in _LOGGERS:
        logging.getLogger(name).removeFilter(known)
