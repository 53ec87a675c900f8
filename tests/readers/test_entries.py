"""A CV that is kept in a data file becomes entries of timelines."""

from __future__ import annotations

import pytest

from sphinxcontrib_academic.kinds.timeline import TIMELINE_KINDS
from sphinxcontrib_academic.kinds.works import work_type
from sphinxcontrib_academic.model.entries import Entry
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.readers.data import DataFile, read_data


def read(fields: str, kind: str = "education") -> tuple[Entry, list[Problem]]:
    """The entry that has these fields, and its problems."""
    data = read_data([DataFile("cv.bib", f"@{kind}{{key,\n{fields}\n}}".encode())])
    (entry,) = data.entries
    return entry, list(data.problems)


@pytest.mark.parametrize(
    ("kind", "alias"),
    [(row.key, name) for row in TIMELINE_KINDS for name in (row.key, *row.aliases) if work_type(name) is None],
)
def test_every_kind_and_alias_is_known(kind: str, alias: str) -> None:
    """The types of a CV, in any case."""
    entry, problems = read("title = {T}, date = {2020}", alias.upper())
    assert (entry.kind, problems) == (kind, [])


def test_the_entry_of_the_design_is_read() -> None:
    """Its date goes on, its people are named, its fields have the model's names."""
    entry, problems = read(
        "title = {Ph.D. in Computer Science}, institution = {New York University}, date = {2023-09/},"
        "advisor = {Li, Jinyang and Panda, Aurojit}, logo = {images/nyu.png}"
    )
    assert problems == []
    assert [(name, text.plain) for name, text in entry.texts] == [
        ("title", "Ph.D. in Computer Science"),
        ("organization", "New York University"),
        ("advisor", "Jinyang Li and Aurojit Panda"),
        ("logo", "images/nyu.png"),
    ]
    assert (entry.key, str(entry.location), str(entry.when).startswith("2023-09/")) == ("key", "cv.bib:1", True)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("date = {2019-09/2023-06}", "2019-09/2023-06"),
        ("year = 2020, month = mar", "2020-03"),
        ("start = {2019-09}, end = {2023-06}", "2019-09/2023-06"),
        ("start = {Sept. 2019}, end = {June 2023}", "2019-09/2023-06"),
        ("start = {2019}", "2019/.."),
        ("startdate = {2019}, enddate = {present}", "2019/.."),
        ("when = {Spring 2022}", "2022-21"),
    ],
)
def test_a_time_is_read_in_every_form(fields: str, expected: str) -> None:
    """One date, year and month, or start and end."""
    entry, problems = read(f"title = {{T}}, {fields}")
    assert (str(entry.when), entry.when_text, problems) == (expected, "", [])


def test_a_time_that_cannot_be_read_is_shown_as_it_is() -> None:
    """And reported at its line."""
    entry, problems = read("title = {T},\n date = {once upon a time}")
    assert (entry.when, entry.when_text) == (None, "once upon a time")
    assert [(problem.code, problem.location.line) for problem in problems] == [(Code.DATE, 3)]


def test_two_fields_of_one_name_are_both_kept() -> None:
    """The one with the very name counts as it."""
    entry, _ = read("degree = {Ph.D.}, title = {Doctor}, school = {S}, university = {U}")
    assert [(name, text.plain) for name, text in entry.texts] == [
        ("degree", "Ph.D."),
        ("title", "Doctor"),
        ("organization", "S"),
        ("university", "U"),
    ]


def test_fields_of_its_own_are_kept() -> None:
    """An unknown field is never an error."""
    entry, problems = read("title = {T}, gpa = {4.0}, url = {https://a.org/x\\_y}, slides = {talks/s.pdf}", "talk")
    assert problems == []
    assert [(name, text.plain) for name, text in entry.texts] == [
        ("title", "T"),
        ("gpa", "4.0"),
        ("url", "https://a.org/x_y"),
        ("slides", "talks/s.pdf"),
    ]


@pytest.mark.parametrize("field", ["url", "logo", "slides"])
@pytest.mark.parametrize("value", ["javascript:alert(1)", "../../x.png", "/etc/x.png", "data:image/svg+xml,x"])
def test_an_unsafe_address_is_left_out(field: str, value: str) -> None:
    """It is reported at its line."""
    entry, problems = read(f"title = {{T}},\n {field} = {{{value}}}")
    assert [name for name, _ in entry.texts] == ["title"]
    assert [(problem.code, problem.location.line) for problem in problems] == [(Code.UNSAFE, 3)]


def test_a_presentation_is_a_work() -> None:
    """What a type of works knows is a work."""
    data = read_data([DataFile("x.bib", b"@presentation{a, title = {A}}@talk{b, title = {B}}")])
    assert ([work.key for work in data.works], [entry.key for entry in data.entries]) == (["a"], ["b"])
