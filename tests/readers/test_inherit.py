"""Entries inherit by the rules of BibLaTeX, whatever their order, and never from themselves."""

from __future__ import annotations

import pytest

from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.readers.bibtex import BibTeX
from sphinxcontrib_academic.readers.inherit import MAX_CHAIN, resolve
from sphinxcontrib_academic.readers.records import Record


def read(text: str) -> tuple[dict[str, Record], list[tuple[Code, int | None]], list[Problem]]:
    """The records by their keys, and the codes and lines of the problems."""
    bibtex = BibTeX()
    bibtex.add(text, "x.bib")
    records, problems = resolve(bibtex.records())
    found = [(problem.code, problem.location.line) for problem in problems]
    return {record.key: record for record in records}, found, list(problems)


def all_of(record: Record) -> dict[str, str]:
    """The fields that it has and inherits, without those that say from whom."""
    return {field.name: field.value for field in record.all_fields if field.name not in {"crossref", "xdata"}}


@pytest.mark.parametrize(
    ("parent", "child", "title"),
    [
        ("book", "inbook", "booktitle"),
        ("book", "bookinbook", "booktitle"),
        ("book", "suppbook", "booktitle"),
        ("book", "incollection", "booktitle"),
        ("collection", "incollection", "booktitle"),
        ("collection", "suppcollection", "booktitle"),
        ("reference", "inreference", "booktitle"),
        ("proceedings", "inproceedings", "booktitle"),
        ("proceedings", "conference", "booktitle"),
        ("Proceedings", "InProceedings", "booktitle"),
        ("periodical", "article", "journaltitle"),
        ("periodical", "suppperiodical", "journaltitle"),
        ("mvbook", "book", "maintitle"),
        ("mvbook", "inbook", "maintitle"),
        ("mvcollection", "collection", "maintitle"),
        ("mvcollection", "incollection", "maintitle"),
        ("mvreference", "inreference", "maintitle"),
        ("mvproceedings", "proceedings", "maintitle"),
        ("mvproceedings", "inproceedings", "maintitle"),
    ],
)
def test_titles_change_their_names(parent: str, child: str, title: str) -> None:
    """A part has its whole's title as the title of the whole, and never as its own."""
    records, problems, _ = read(
        f"@{child}{{c, crossref = {{p}}}}\n"
        f"@{parent}{{p, title = {{T}}, subtitle = {{S}}, titleaddon = {{A}}, shorttitle = {{X}}}}"
    )
    stem = title.removesuffix("title")
    expected = {title: "T", f"{stem}subtitle": "S", f"{stem}titleaddon": "A"}
    assert (all_of(records["c"]), problems) == (expected, [])


def test_other_fields_keep_their_names() -> None:
    """Publisher, editor and date are inherited as they are, and what the child has stays."""
    records, _, _ = read(
        "@collection{p, title = {T}, editor = {E}, publisher = {P}, date = 2000, ids = {q}, keywords = {k}}"
        "@incollection{c, title = {C}, publisher = {Mine}, crossref = {P}}"
    )
    assert all_of(records["c"]) == {
        "title": "C", "publisher": "Mine", "booktitle": "T", "editor": "E", "date": "2000", "keywords": "k",
    }  # fmt: skip


def test_an_author_of_a_book_is_one_of_its_chapters() -> None:
    """``author`` becomes ``author`` and ``bookauthor``."""
    records, _, _ = read("@book{p, author = {A}}@inbook{c, crossref = {p}}@inbook{d, author = {D}, crossref = {p}}")
    assert all_of(records["c"]) == {"author": "A", "bookauthor": "A"}
    assert all_of(records["d"]) == {"author": "D", "bookauthor": "A"}


def test_a_booktitle_of_the_parent_serves_bibtex() -> None:
    """BibTeX's parents say their title twice."""
    records, _, _ = read("@misc{p, booktitle = {B}}@inproceedings{c, crossref = {p}}")
    assert all_of(records["c"]) == {"booktitle": "B"}


@pytest.mark.parametrize(("own", "inherits"), [("date = 2001", False), ("year = 2001", False), ("month = jan", True)])
def test_a_year_of_its_own_keeps_the_date_of_the_parent_away(own: str, inherits: bool) -> None:
    """Two names of the same thing are never mixed."""
    records, _, _ = read(f"@book{{p, year = 1999, month = feb}}@inbook{{c, {own}, crossref = {{p}}}}")
    assert ("year" in all_of(records["c"]) and all_of(records["c"])["year"] == "1999") is inherits
    assert all_of(records["c"]).get("month") != "February"


def test_parents_have_parents() -> None:
    """A chain, in the wrong order, through an alias."""
    records, problems, _ = read(
        "@inbook{c, crossref = {b}}@book{b, title = {B}, crossref = {other}}"
        "@mvbook{a, ids = {x, other}, title = {A}, date = 1934}"
    )
    assert (all_of(records["c"]), problems) == ({"booktitle": "B", "maintitle": "A", "date": "1934"}, [])


def test_xdata_gives_everything() -> None:
    """Several containers, containers of containers, and the first of them counts."""
    records, problems, _ = read(
        "@book{c, title = {C}, xdata = {m, n}}@xdata{m, xdata = {o}, publisher = {M}}"
        "@xdata{n, publisher = {N}, note = {N}}@xdata{o, location = {O}}"
    )
    assert all_of(records["c"]) == {"title": "C", "publisher": "M", "location": "O", "note": "N"}
    assert problems == []


def test_xdata_goes_before_crossref() -> None:
    """What stands in a container counts more than what stands in a parent, if it is named first."""
    records, _, _ = read("@xdata{x, note = {X}}@book{p, note = {P}}@inbook{c, xdata = {x}, crossref = {p}}")
    assert all_of(records["c"])["note"] == "X"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("xdata=x-title", "T"),
        ("xdata=x-author-2", "B"),
        ("A and xdata=x-author", "A and A and B"),
        ("xdata = x-author-1 and C", "A and C"),
        ("xdata=a:b-c-author-1", "Z"),
    ],
)
def test_granular_xdata_gives_one_field_or_one_item(value: str, expected: str) -> None:
    """``xdata=key-field-number`` inside of a list."""
    records, problems, _ = read(
        f"@xdata{{x, title = {{T}}, author = {{A and B}}}}@xdata{{a:b-c, author = {{Z}}}}"
        f"@book{{c, author = {{{value}}}}}"
    )
    assert (records["c"].value("author"), problems) == (expected, [])


@pytest.mark.parametrize("value", ["xdata=x", "xdata=x-note", "xdata=x-author-3", "xdata=y-title", "xdata=b-title"])
def test_granular_xdata_that_leads_nowhere_is_reported(value: str) -> None:
    """No field, no such item, no such entry, or no @xdata: the value stays as it is written."""
    records, problems, _ = read(
        f"@xdata{{x, title = {{T}}, author = {{A and B}}}}@book{{b, title = {{B}}}}\n@book{{c,\n note = {{{value}}}}}"
    )
    assert (records["c"].value("note"), problems) == (value, [(Code.CROSSREF, 3)])


@pytest.mark.parametrize("field", ["crossref", "xref", "xdata", "related"])
def test_a_missing_parent_is_reported_at_its_field(field: str) -> None:
    """The message names the nearest key."""
    _, problems, (problem,) = read(
        f"@book{{parent, title = {{P}}}}\n@inbook{{c,\n title = {{C}},\n {field} = {{paretn}}}}"
    )
    assert problems == [(Code.CROSSREF, 4)]
    assert "did you mean 'parent'" in problem.message


def test_nobody_inherits_from_himself() -> None:
    """A circle of one, two and three is broken once and reported."""
    records, problems, _ = read(
        "@book{a, note = {A}, crossref = {a}}\n@book{b, note = {B}, crossref = {c}}\n"
        "@book{c, author = {C}, crossref = {b}}\n"
        "@xdata{d, xdata = {e}}\n@xdata{e, xdata = {f}}\n@xdata{f, title = {F}, xdata = {d}}\n@book{g, xdata = {d}}"
    )
    assert all_of(records["g"]) == {"title": "F"}
    assert all_of(records["b"]) == {"note": "B", "author": "C"}
    assert problems == [(Code.CROSSREF, 1), (Code.CROSSREF, 3), (Code.CROSSREF, 6)]


def test_a_chain_of_a_thousand_gives_everything_and_is_reported_once() -> None:
    """No recursion, no limit but a warning."""
    chain = "".join(f"@book{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(1000))
    records, problems, _ = read(f"{chain}@book{{k1000, title = {{T}}}}")
    assert all_of(records["k0"]) == {"title": "T"}
    assert problems == [(Code.CROSSREF, 1000 - MAX_CHAIN)]


def test_a_set_shows_its_members() -> None:
    """Their titles and people, and the date and container of the first."""
    records, problems, _ = read(
        "@set{s, entryset = {a,b}}@article{a, author = {A and B}, title = {One}, journal = {J}, date = 2001, doi = {1}}"
        "@article{b, author = {B and C}, title = {Two}, journal = {K}}"
    )
    expected = {"entryset": "a,b", "title": "One; Two", "author": "A and B and C", "journal": "J", "date": "2001"}
    assert (all_of(records["s"]), problems) == (expected, [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("relatedtype = {translationof}", "Translation of: T"),
        ("relatedtype = {translationof}, relatedstring = {After}", "After: T"),
        ("relatedtype = {unheard of}", "Related: T"),
        ("note = {N}", "Related: T"),
    ],
)
def test_a_related_entry_is_named(fields: str, expected: str) -> None:
    """By the words of its relation."""
    records, _, _ = read(f"@book{{c, related = {{p}}, {fields}}}@book{{p, title = {{T}}}}")
    assert all_of(records["c"])["relatedtext"] == expected
