"""Identifiers that cannot be right: a digit is missing, so the link leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.model.works import Work

_ARXIV = expression(r"arxiv\.org/(?:abs|pdf|html)/(\d{4})\.(\d+)(?:v\d+)?(?:\.pdf)?/?$", re.IGNORECASE)
_FIVE_DIGITS_SINCE = "1501"
"""Year and month (https://info.arxiv.org/help/arxiv_identifier.html)."""


def identifier_problems(work: Work) -> Iterator[Problem]:
    """What is wrong with the identifiers in a work's links, each once."""
    for identifier, digits in dict.fromkeys(pair for link in work.links for pair in _arxiv(link.target)):
        month, _, number = identifier.partition(".")
        if not "01" <= month[2:] <= "12":
            message = f"the arXiv identifier '{identifier}' has the month {month[2:]}, expected 01 to 12"
        elif len(number) != digits:
            message = f"the arXiv identifier '{identifier}' has {len(number)} digits after its point, expected {digits}"
        else:
            continue
        yield Problem(Code.IDENTIFIER, message, work.location)


def _arxiv(target: str) -> Iterator[tuple[str, int]]:
    """The identifier in an address, and how many digits its second half must have."""
    if target.isascii() and "arxiv" not in target.lower():
        return
    found = _ARXIV.search(target)
    if found is not None:
        yield f"{found[1]}.{found[2]}", 5 if found[1] >= _FIVE_DIGITS_SINCE else 4
