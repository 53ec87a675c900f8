"""The language of ``:filter:``: what sphinxcontrib-bibtex accepts, and more; nothing that runs or hangs."""

from __future__ import annotations

import ast
import contextlib
import importlib
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.readers.names import read_owner
from sphinxcontrib_academic.selection.automata import Program, search
from sphinxcontrib_academic.selection.facts import Site
from sphinxcontrib_academic.selection.filters import FilterError, read_filter
from sphinxcontrib_academic.selection.patterns import read_pattern, sre_parser

BIB = r"""
@article{Noether1918, author = {Noether, Emmy}, title = {Invariante Variationsprobleme}, journal = {Nachrichten},
  year = 1918, month = jul, volume = 3, keywords = {invariants, physics}, doi = {10.1000/x}}
@InProceedings{li2024a, author = {Li, Ang and Noether, Emmy and van der Berg, Jan}, title = {On {G}{\"o}del},
  booktitle = {ICLR}, year = {2024}, author+an = {1=equal; 2=equal,corresponding}, selected = {true},
  keywords = {deep learning; systems}, publisher = {MIT Press}}
@phdthesis{thesis, author = {Liu, Wei}, title = {A Thesis}, school = {MIT}, year = {2013}}
@article{review, author = {Roe, Jane and others}, title = {A Review}, journal = {Things}, year = {2013}, volume = 12}
@misc{undated, author = {Noether, Emmy and Roe, Jane}, title = {Soon}, status = {submitted}, mission = {moon}}
"""
WORKS = read_data([DataFile("a.bib", BIB.encode())], "utf-8").works
SITE = Site(read_owner(["Emmy Noether"]), "index")


def chosen(text: str, site: Site = SITE) -> set[str]:
    """The keys of the works that a filter lets through."""
    return {work.key for work in read_filter(text).chosen(WORKS, site)}


ALL = {"Noether1918", "li2024a", "thesis", "review", "undated"}
ROWS = {
    'type == "article"': {"Noether1918", "review"},
    'type == "article-journal"': {"Noether1918", "review"},
    'type in {"article", "phdthesis"}': {"Noether1918", "review", "thesis"},
    'type % "thesis"': {"thesis"},
    'key == "noether1918"': {"Noether1918"},
    'key in {"li2024a", "undated"}': {"li2024a", "undated"},
    'key % "^li"': {"li2024a"},
    'year == "2013"': {"thesis", "review"},
    "year == 2013": {"thesis", "review"},
    'year > "2003"': {"li2024a", "thesis", "review"},
    "year > 2003": {"li2024a", "thesis", "review"},
    "1900 <= year < 2014": {"Noether1918", "thesis", "review"},
    "not year": {"undated"},
    "year != 2013": {"Noether1918", "li2024a", "undated"},
    'year in {"1918", "2024"}': {"Noether1918", "li2024a"},
    "year in {1918, 2024}": {"Noether1918", "li2024a"},
    'year % "^20"': {"li2024a", "thesis", "review"},
    "month == 7": {"Noether1918"},
    'month % "jul"': {"Noether1918"},
    'month == "July"': {"Noether1918"},
    'author % "Li"': {"li2024a", "thesis"},
    'author % "li, ang"': {"li2024a"},
    'author % "^Noether"': {"Noether1918", "undated"},
    '"Li" in author': {"li2024a"},
    '"Ang Li" in author': {"li2024a"},
    '"Li, A." in author': {"li2024a"},
    '"berg" in author': {"li2024a"},
    '"van der Berg" in author': {"li2024a"},
    '"Lee" not in author': ALL,
    'author == "Noether, Emmy"': {"Noether1918"},
    'author % "others"': {"review"},
    '{"Li", "Noether"} <= author': {"li2024a"},
    'author & {"Li", "Liu"}': {"li2024a", "thesis"},
    'author in {"Li", "Liu"}': {"li2024a", "thesis"},
    "editor": set(),
    'keywords % "learn"': {"li2024a"},
    '"Systems" in keywords': {"li2024a"},
    '"deep" in keywords': set(),
    'keywords & {"physics", "systems"}': {"Noether1918", "li2024a"},
    "selected": {"li2024a"},
    "not selected": ALL - {"li2024a"},
    "self": {"Noether1918", "li2024a", "undated"},
    'self == "first"': {"Noether1918", "undated"},
    "self.last": {"Noether1918"},
    'self == "corresponding"': {"li2024a"},
    'self == "equal" or self.first': {"Noether1918", "li2024a", "undated"},
    'self in {"last", "corresponding"}': {"Noether1918", "li2024a"},
    'self != "any"': {"thesis", "review"},
    'title % "gödel"': {"li2024a"},
    r'title % r"\bA "': {"thesis", "review"},
    "title == 'A Thesis'": {"thesis"},
    'journal == "Things"': {"review"},
    "not journal and year": {"li2024a", "thesis"},
    'booktitle == "ICLR"': {"li2024a"},
    'container_title == "ICLR"': {"li2024a"},
    'publisher % "MIT"': {"li2024a"},
    'school % "MIT"': {"thesis"},
    "volume > 5": {"review"},
    'doi % "^10"': {"Noether1918"},
    'mission == "moon"': {"undated"},
    "nothing": set(),
    'nothing == ""': ALL,
    "cited": set(),
    'docname == "index"': ALL,
    "True": ALL,
    "False": set(),
    '(type == "article") & (year == 2013)': {"review"},
    'status and not type == "article"': {"undated"},
    'type == "article" and\n  year == 2013': {"review"},
}


@pytest.mark.parametrize(("text", "expected"), ROWS.items(), ids=ROWS)
def test_a_filter_lets_through(text, expected):
    """Names, numbers, texts, sets, regular expressions."""
    assert chosen(text) == expected


THEIRS = [
    'type == "article"',
    'type in {"article", "misc"}',
    'type % "thesis"',
    'author % "Noether"',
    'author % "^Noether, Emmy$"',
    'author % "li" or author % "roe"',
    'author == "Noether, Emmy"',
    'not (author % "Noether") and year > "2000"',
    'year == "2013"',
    'year >= "2013" and year <= "2020"',
    "year",
    'month == "July"',
    'key in {"thesis", "review"}',
    'key % "20"',
    'title % "^A "',
    'title % "(A|Soon)"',
    "journal",
    "not booktitle",
    'publisher == "MIT Press"',
    'school != "MIT"',
    'volume == "3"',
    'mission % "moon"',
    'unheard_of == "x"',
    'keywords % "physics"',
    "True",
    'type > "b"',
    'docname == "index"',
    "not cited",
    '{"a"} & docnames',
]


@pytest.mark.parametrize("text", THEIRS)
def test_a_filter_means_what_it_means_in_sphinxcontrib_bibtex(text):
    """The same entries pass their own visitor."""
    domain = pytest.importorskip("sphinxcontrib.bibtex.domain")
    tree = ast.parse(text)
    entries = parse_string(BIB, "bibtex").entries.values()
    theirs = {entry.key for entry in entries if domain._FilterVisitor(entry, "index", frozenset()).visit(tree)}
    assert chosen(text) == theirs


MISTAKES = {
    "year = 2020": "invalid syntax",
    "year >": "invalid syntax",
    "": "it is empty",
    '__import__("os").system("true")': "it has a call",
    "(lambda: 1)": "it has a function",
    "title[0]": "it has an index",
    "[x for x in title]": "it has a ListComp",
    "title.__class__": "only self has parts",
    'f"{year}"': "it has an f-string",
    "year is None": "it has 'is'",
    "year + 1": "it has a Add",
    "2 ** 99999999": "it has a Pow",
    "b'x' in title": "expected a text or a number",
    'self == "frist"': "did you mean 'first'?",
    "self.frist": "did you mean 'first'?",
    'title % "("': "is no regular expression",
    'title % r"(a+)+\\1"': "could take for ever",
    'title % "(((a{99}){99}){99})*"': "repeats too much",
    "not " * 3000 + "year": "letters",
    "(" * 300 + "year" + ")" * 300: "nested",
    "year or " * 3000 + "year": "letters",
    "x" * 20_000: "letters",
    "year\0": "null bytes",
    '"x" % 3': "expected a regular expression",
    '"Ada" % author': "expected a regular expression in quotes; did you mean author % 'Ada'?",
    "title % keywords": "% has the text 'invariants, physics' at its right, expected a regular expression",
    "3 % '3'": "expected a field",
    "year < {2}": "have no order",
    "year | 3": "expected sets",
    "-title": "no number",
    "3 in 4": "'in' has",
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.items(), ids=[text[:30] for text in MISTAKES])
def test_what_is_no_filter_is_refused_with_a_reason(text, expected):
    """An error of ours, whatever is typed."""
    with pytest.raises(FilterError, match=re.escape(expected)):
        chosen(text)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a|a)*b",
        "(a|ab)*c",
        "(.*a){20}",
        ".*.*.*.*.*.*b",
        "(a?){40}a{40}",
        "((a*)*)*b",
        r"(\w+\s?)*!",
        "(x+x+)+y",
    ],
)
def test_no_regular_expression_hangs_the_build(pattern):
    """The worst ones on the worst text are answered at once."""
    test = read_pattern(pattern)
    start = time.process_time()
    for _ in range(20):
        test("a" * 60 + "!?")
        test("x" * 60)
    assert time.process_time() - start < 2


def test_python_has_its_parser_of_regular_expressions_where_we_look():
    """It is not public: where this fails, ``selection/patterns.py`` and ``automata.py`` need its new place."""
    parser, constants = importlib.import_module("re._parser"), importlib.import_module("re._constants")
    names = [str(name) for name, _ in parser.parse(r"(a|b*?)[c-d]{2,3}.^\d(?=e)\1", re.IGNORECASE)]
    assert names == ["SUBPATTERN", "MAX_REPEAT", "ANY", "AT", "IN", "ASSERT", "GROUPREF"]
    assert all(hasattr(constants, name) for name in ("MAXREPEAT", "POSSESSIVE_REPEAT", "ATOMIC_GROUP", "AT_BOUNDARY"))


PIECES = st.recursive(
    st.sampled_from(["a", "b", ".", r"\w", "[ab]", "[^a]", r"\b", "^", "$", r"\d", "[a-c1]", r"\s", "A"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "*?", "{2,}"])).map(
            lambda p: f"({p[0]}){p[1]}"
        ),
    ),
    max_leaves=6,
)


@settings(deadline=None)
@given(pattern=PIECES, text=st.text(alphabet="abcAB1 .\n", max_size=12))
def test_the_automaton_finds_what_re_finds(pattern, text):
    """The same answer for every expression that both can run."""
    tree = sre_parser.parse(pattern, re.IGNORECASE)
    assert search(Program.of(tree), text) == bool(re.search(pattern, text, re.IGNORECASE))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_filter_or_a_filter_error(text):
    """Nothing else is raised."""
    with contextlib.suppress(FilterError):
        chosen(text)


WORDS = ["year", "author", "type", "self", "cited", '"a"', "2020", "==", "<", "in", "not", "and", "or", "%", "&", "|",
         "{", "}", "(", ")", ",", "-", "selected", "month", "keywords", "title", ".", "first", "True"]  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_words_of_the_language_in_any_order(words):
    """Nothing but ``FilterError`` is raised."""
    with contextlib.suppress(FilterError):
        chosen(" ".join(words))


PAGE = "Page\n====\n\n.. publications::\n   :filter: {}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("year = 2020", "the filter 'year = 2020' cannot be used: invalid syntax"),
        ('tpye == "article"', "names 'tpye', which no publication has; did you mean 'type'?"),
        ('self == "frist"', "did you mean 'first'?"),
        ("year < {3}", "have no order"),
    ],
)
def test_a_wrong_filter_is_said_at_its_line(make_site, text, expected):
    """One warning with the code; what is shown is the list."""
    site = make_site({"index.rst": PAGE.format(text), "a.bib": BIB})
    assert len(site.warnings) == 1
    assert site.warnings[0].startswith("index.rst:4: WARNING: the filter")
    assert expected in site.warnings[0]
    assert site.warnings[0].endswith("[academic.filter]")


def test_a_list_is_shown_without_a_filter_that_cannot_be_read(make_site):
    """The filter is lost, not the list."""
    site = make_site({"index.rst": PAGE.format("year ="), "a.bib": BIB})
    assert site.read("index.html").count("<article") == len(WORKS)


CITING = {
    "index.rst": PAGE.format("cited") + "\n.. toctree::\n\n   other\n   here\n",
    "other.rst": "Other\n=====\n\n:academic:pub:`review`\n",
    "here.rst": "Here\n====\n\n:academic:pub:`thesis`\n\n"
    ".. publications::\n   :filter: docname in docnames\n   :numbered:\n",
    "a.bib": BIB,
}


def keys_on(site, name: str) -> list[str]:
    """The anchors of the publications on a page, in their order."""
    return re.findall(r'<article[^>]* id="pub-([^"]*)"', site.read(name))


def test_cited_is_what_any_page_refers_to(make_site):
    """``cited`` and ``docnames`` are answered when all pages are read."""
    site = make_site(CITING)
    assert site.warnings == []
    assert keys_on(site, "index.html") == ["thesis", "review"]
    assert keys_on(site, "here.html") == ["thesis"]
    assert '<span class="academic-number">[1]</span>' in site.read("here.html")


def test_a_reference_to_what_is_cited_leads_to_the_list(make_site):
    """The list that depends on references is a place like any other."""
    site = make_site(CITING)
    assert 'href="index.html#pub-review"' in site.read("other.html")


def test_a_page_follows_the_references_of_others(make_site):
    """A new reference on another page changes the list: incremental equals fresh."""
    make_site(CITING)
    site = make_site({"other.rst": "Other\n=====\n\n:academic:pub:`li2024a`\n"})
    assert keys_on(site, "index.html") == ["li2024a", "thesis"]


def test_citations_of_sphinxcontrib_bibtex_count(make_site):
    """Its roles are references, too."""
    pytest.importorskip("sphinxcontrib.bibtex")
    conf = 'extensions = ["sphinxcontrib.bibtex", "sphinxcontrib_academic"]\nbibtex_bibfiles = ["a.bib"]\n'
    page = "Page\n====\n\n:cite:`review`\n\n.. academic:publications::\n   :filter: cited\n\n.. bibliography::\n"
    site = make_site({"conf.py": conf, "index.rst": page, "a.bib": BIB})
    assert keys_on(site, "index.html") == ["review"]
