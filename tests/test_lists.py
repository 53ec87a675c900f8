"""Lists as they stand on a page: limits, lists of what is cited, several lists, empty ones, in tabs and notes."""

from __future__ import annotations

import re

import pytest

BIB = """
@article{a, author = {Lee, Ann}, title = {Alpha}, journal = {J. One}, year = {2024}, keywords = {x}}
@inproceedings{b, author = {Lee, Ann}, title = {Beta}, booktitle = {Conf}, year = {2023}, keywords = {y}}
@article{c, author = {Roe, Jo}, title = {Gamma}, journal = {J. Two}, year = {2022}, keywords = {x, y}}
@inproceedings{d, author = {Roe, Jo}, title = {Delta}, booktitle = {Conf}, year = {2021}, keywords = {y}}
"""
PAGE = "Page\n====\n\n"


def keys(site, name: str = "index.html") -> list[str]:
    """The keys on a page, in their order."""
    return re.findall(r'<article[^>]* id="pub-([^"]*)"', site.read(name))


def listing(*options: str, body: str = "") -> str:
    """A page with one list."""
    return PAGE + ".. publications::\n" + "".join(f"   {option}\n" for option in options) + f"\n{body}\n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([":limit: 2"], ["a", "b"]),
        ([":offset: 1", ":limit: 2"], ["b", "c"]),
        ([":offset: 3"], ["d"]),
        ([":offset: 9"], []),
        ([":limit: 2", ":group-by: type"], ["a", "b"]),
        ([":limit: 3", ":group-by: year"], ["a", "b", "c"]),
        ([":limit: 2", ":group-by: keyword"], ["a", "b"]),
        ([":limit: 1", ":sort: -title"], ["c"]),
        ([":limit: two"], ["a", "b", "c", "d"]),
        ([":limit: -1"], ["a", "b", "c", "d"]),
    ],
)
def test_a_limit_is_that_of_the_whole_list(make_site, options, expected):
    """The first of the order, whatever the groups are."""
    site = make_site({"index.rst": listing(*options), "p.bib": BIB})
    assert sorted(keys(site)) == sorted(expected)


CITING = "\n:academic:pub:`b` :academic:pub:`c` :academic:pub:`d`\n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([":limit: 2"], ["b", "c"]),
        ([":limit: 2", ":group-by: type"], ["c", "b"]),
        ([":offset: 1", ":limit: 1", ":group-by: type"], ["c"]),
        ([":limit: 1", ":group-by: keyword"], ["b"]),
    ],
)
def test_a_limit_counts_what_is_cited(make_site, options, expected):
    """Where the filter is answered when all pages are read, too."""
    site = make_site({"index.rst": listing(":filter: cited", *options, body=CITING), "p.bib": BIB})
    assert keys(site) == expected


def test_a_limit_goes_over_headings_with_filters(make_site):
    """Those that are settled at once, and those that are not."""
    body = "   Cited\n      cited\n   Old\n      year < 2022\n"
    page = PAGE + ".. publications::\n   :limit: 2\n\n" + body + "\n:academic:pub:`b` :academic:pub:`c`\n"
    site = make_site({"index.rst": page, "p.bib": BIB})
    assert keys(site) == ["b", "c"]
    assert ">Old<" not in site.read("index.html")


@pytest.mark.parametrize("place", ["", ".. note::\n\n   "])
def test_a_group_without_a_cited_work_has_no_heading(make_site, place):
    """A section, and a heading where sections cannot stand; two levels of them."""
    options = ".. publications::\n   :filter: cited\n   :group-by: type, year\n"
    page = PAGE + place + options.replace("\n", "\n" + " " * 3 * bool(place)) + "\n\n:academic:pub:`c`\n"
    html = make_site({"index.rst": page, "p.bib": BIB}, html_theme="basic").read("index.html")
    assert 'id="type-article-journal"' in html
    assert 'id="type-article-journal-year-2022"' in html
    assert 'id="type-article-journal-year-2024"' not in html
    assert 'id="type-paper-conference' not in html
    assert "#type-paper-conference" not in html


def test_the_contents_of_the_page_follow_what_is_cited(make_site):
    """Groups come and go with references on other pages."""
    page = listing(":filter: cited", ":group-by: year", body=".. toctree::\n\n   other")
    other = "Other\n=====\n\n:academic:pub:`{}`\n"
    links = '<a class="reference internal" href="#year-{}">'
    files = {"index.rst": page, "other.rst": other.format("a"), "p.bib": BIB}
    for key, year in (("a", 2024), ("c", 2022), ("a", 2024)):
        html = make_site({**files, "other.rst": other.format(key)}, html_theme="basic").read("index.html")
        assert [number for number in range(2021, 2025) if links.format(number) in html] == [year]
        assert re.findall(r'<section[^>]* id="year-(\d+)"', html) == [str(year)]


def test_the_box_and_the_file_have_what_the_list_has(make_site):
    """Where the list is settled when all pages are read."""
    options = (":filter: cited", ":group-by: type", ":search: type", ":download: mine")
    site = make_site({"index.rst": listing(*options, body=":academic:pub:`c`\n"), "p.bib": BIB})
    data = re.search(r'<script type="application/json">(.*?)</script>', site.read("index.html"))[1]
    assert '"c":' in data
    assert '"b":' not in data
    (file,) = (site.app.outdir / "_downloads").rglob("*.bib")
    assert re.findall(r"^@\w+\{(\w+),", file.read_text(encoding="utf-8"), re.MULTILINE) == ["c"]


def test_a_list_of_nothing_leaves_nothing(make_site):
    """No box, no link to a file, no empty list, no legend."""
    options = (":filter: cited", ":group-by: type", ":search:", ":download:", ":numbered:")
    site = make_site({"index.rst": listing(*options), "p.bib": BIB})
    assert site.warnings == []
    html = site.read("index.html")
    assert "academic-" not in re.sub(r"(?s)<head>.*?</head>", "", html)
    assert not list((site.app.outdir / "_downloads").rglob("*.bib"))
