"""What sphinxcontrib-bibtex accepts as a filter means the same here: its own visitor answers alike."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.selection.facts import Site
from sphinxcontrib_academic.selection.filters import read_filter

BIB = r"""
@article{a2017, author = {Smith, John and Lee, Ann}, title = {The Title}, journal = {J. Things}, year = 2017,
  month = {July}, volume = 3, number = {12}, pages = {10--20}, keywords = {physics, maths}, note = {a note},
  doi = {10.1/x}, url = {http://x.org/}}
@InProceedings{B, author = {van der Berg, Jan and Smith, J.}, editor = {Roe, Jane}, title = {Title of {G}{\"o}del},
  booktitle = {Proc. of MIT}, year = {2000}, series = {LNCS}, publisher = {MIT}, address = {Rome},
  organization = {ACM}, pages = {1-2}, keywords = {logic}}
@phdthesis{C:x/y, author = {Lee, Ann}, title = {A}, school = {MIT}, year = {1999}}
@techreport{tr, author = {Lee, Bo}, title = {Report}, institution = {MIT}, number = {7}, year = {2021},
  pages = {10--20}}
@proceedings{vol, editor = {Smith, John}, title = {Papers}, publisher = {MIT Press}, organization = {ACM},
  year = {2017}}
@incollection{part, author = {Roe, Jane}, title = {Part}, booktitle = {Parts}, publisher = {X}, year = {2010}}
@misc{dd, title = {Soon}, howpublished = {web}, keywords = {physics}, note = {}}
"""
WORKS = read_data([DataFile("a.bib", BIB.encode())], "utf-8").works
ENTRIES = list(parse_string(BIB, "bibtex").entries.values())
CITED = {"a2017": frozenset({"index"}), "B": frozenset({"index", "other"})}

ROWS = [
    'type % "paper"',
    'type % "book"',
    '"paper" in type',
    '"conference" not in type',
    'author % "^Ann"',
    'author % "Ann Lee"',
    'author % "^van der Berg, Jan and Smith"',
    'author % ""',
    '"" in journal',
    '"" not in publisher',
    "school or institution",
    "not school",
    'institution == "MIT"',
    'publisher % "^ACM"',
    'publisher == "ACM"',
    'organization == "ACM"',
    'publisher < "N"',
    'pages > "10--20"',
    'pages >= "10--20"',
    'pages < "2"',
    'title < "Title of {H}"',
    'key < "b"',
    'year < "30" and not year > "2013"',
    'not author % "lee" and year or key == "dd"',
    'not (type == "article" or type == "misc")',
    'not type == "article" and not type == "misc"',
    '(type == "article") | (year == "2017")',
    'docname % "ind" and title % docname',
    'year and not year % "^20"',
    "title == title",
    "None",
    '"a" < "b"',
    "cited and docname in docnames",
    '{"other"} & docnames',
    'docnames <= {"index"}',
    'docnames == {"index", "other"}',
    'docname in {"index", "other"} and not cited',
    '"other" in docnames | {"third"}',
    'note == ""',
    'note != ""',
]


def theirs(text: str) -> set[str]:
    """The keys of the entries that pass their visitor."""
    domain = pytest.importorskip("sphinxcontrib.bibtex.domain")
    tree = ast.parse(text)
    cited = {entry.key: CITED.get(entry.key, frozenset()) for entry in ENTRIES}
    return {entry.key for entry in ENTRIES if domain._FilterVisitor(entry, "index", cited[entry.key]).visit(tree)}


def ours(text: str) -> set[str]:
    """The keys of the works that pass."""
    return {work.key for work in read_filter(text).chosen(WORKS, Site((), "index"), CITED)}


@pytest.mark.parametrize("text", ROWS)
def test_a_filter_means_the_same(text):
    """Fields that share a row, pieces of texts, orders, what is cited."""
    assert ours(text) == theirs(text)


NAMES = "type key title journal booktitle volume number pages publisher school institution organization series address"
FIELDS = st.sampled_from([*NAMES.split(), "note", "howpublished", "unheard"])
ORDERS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
VALUES = st.sampled_from(
    ["article", "misc", "MIT", "ACM", "3", "12", "7", "10--20", "The Title", "a", "A", "b", "a2017", ""]
)
PATTERNS = st.sampled_from(["mit", "^a", "20", "z$", "^$", r"\d", ".", "(a|b)", "misc|article", "--", r"\bthe\b", ""])
ATOMS = st.one_of(
    FIELDS,
    st.sampled_from(["year", "author", "editor", "keywords", "cited", "docname in docnames", "True"]),
    st.builds("{} % {!r}".format, FIELDS | st.sampled_from(["author", "editor", "year", "keywords"]), PATTERNS),
    st.builds("{} {} {!r}".format, FIELDS, ORDERS, VALUES),
    st.builds("year {} {!r}".format, ORDERS, st.sampled_from(["2000", "2017", "3"])),
    st.builds("{!r} {} {}".format, VALUES, st.sampled_from(["==", "!=", "<", ">=", "in", "not in"]), FIELDS),
    st.builds("{} {} {{{!r}, {!r}}}".format, FIELDS, st.sampled_from(["in", "not in"]), VALUES, VALUES),
)
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        inner.map("not {}".format),
        inner.map("({})".format),
        st.builds("{} and {}".format, inner, inner),
        st.builds("{} or {}".format, inner, inner),
    ),
    max_leaves=5,
)


@settings(deadline=None, max_examples=300)
@given(EXPRESSIONS)
def test_any_expression_means_the_same(text):
    """Whatever is built of fields, texts, regular expressions and sets."""
    assert ours(text) == theirs(text)
