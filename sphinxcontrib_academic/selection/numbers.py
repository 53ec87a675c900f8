"""The numbers of a list: counted down or up, per list or per group, per type."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sphinxcontrib_academic.kinds.works import FALLBACK, work_type
from sphinxcontrib_academic.model.classes import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinxcontrib_academic.model.works import Work


@dataclass(frozen=True, slots=True)
class Numbering:
    """How works are numbered."""

    up: bool = False
    """From 1 on; else down to 1, so that the newest has the highest number and old ones keep theirs."""
    by_type: bool = False
    """Every type has a letter and counts for itself: ``[C5] [J2]``."""
    by_group: bool = False
    """Every group begins anew."""


def numbers(groups: Sequence[Sequence[Work]], numbering: Numbering) -> list[dict[str, str]]:
    """For each group the labels of its works by their keys; a work in two groups has one number."""
    if numbering.by_group:
        return [_labels(works, numbering) for works in groups]
    labels = _labels([work for works in groups for work in works], numbering)
    return [labels] * len(groups)


def _labels(works: Sequence[Work], numbering: Numbering) -> dict[str, str]:
    letters = {work.key: _letter(work) if numbering.by_type else "" for work in works}
    totals, counts = Counter(letters.values()), Counter[str]()
    labels = {}
    for key, letter in letters.items():
        counts[letter] += 1
        number = counts[letter] if numbering.up else totals[letter] - counts[letter] + 1
        labels[key] = f"[{letter}{number}]"
    return labels


def _letter(work: Work) -> str:
    return (work_type(work.type) or FALLBACK).letter
