"""From a problem to Sphinx's warnings: the one place that logs."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from sphinx.util import logging

from sphinxcontrib_academic.model.classes import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinxcontrib_academic.model.problems import Problem

_LOGGER = logging.getLogger(__name__)


def report(problem: Problem) -> None:
    """Warn: ``publications.bib:10: WARNING: 'x' is … [academic.duplicate_key]``."""
    # Sphinx takes a location verbatim when it holds a colon
    location = problem.location if problem.location.line else replace(problem.location, line=1)
    _LOGGER.warning(
        "%s",
        problem.message,
        location=str(location),
        type="academic",
        subtype=problem.code.subtype,
    )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``"; did you mean 'education'?"`` where a known word is near, else nothing."""
    by_fold = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return f"; did you mean {by_fold[near[0]]!r}?" if near else ""
