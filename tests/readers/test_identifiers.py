"""Identifiers with a digit too few or too many."""

from __future__ import annotations

import pytest

from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.readers.identifiers import identifier_problems


def problems_of(field: str) -> list[str]:
    """What is said of an entry with this field."""
    entry = f"@misc{{a, title = {{A}}, {field}}}"
    data = read_data([DataFile("a.bib", entry.encode())], "utf-8")
    return [problem.message for work in data.works for problem in identifier_problems(work)]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("arxiv = {2408.1258}", "'2408.1258' has 4 digits after its point, expected 5"),
        ("url = {https://arxiv.org/abs/2408.1258}", "'2408.1258' has 4 digits after its point, expected 5"),
        ("pdf = {https://arxiv.org/pdf/2408.125888.pdf}", "'2408.125888' has 6 digits after its point, expected 5"),
        ("pdf = {https://arxiv.org/pdf/1412.69801v2}", "'1412.69801' has 5 digits after its point, expected 4"),
        ("url = {https://arxiv.org/abs/2413.12588}", "'2413.12588' has the month 13, expected 01 to 12"),
    ],
)
def test_a_wrong_one_is_said(field, said):
    """With what was found and what was expected."""
    assert problems_of(field) == [f"the arXiv identifier {said}"]


@pytest.mark.parametrize(
    "field",
    [
        "arxiv = {2408.12588}",
        "arxiv = {2408.12588v3}",
        "arxiv = {1412.6980}",
        "arxiv = {math/0211159}",
        "eprint = {0704.0001}, archiveprefix = {arXiv}",
        "url = {https://example.org/abs/2408.1258}",
    ],
)
def test_a_right_one_is_left_alone(field):
    """Four digits until 2014, five since, and the older form."""
    assert problems_of(field) == []
