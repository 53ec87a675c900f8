"""The front door: files in, works, entries and problems out, whatever the files hold."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.model.problems import Code, Location
from sphinxcontrib_academic.readers.data import Data, DataFile, read_data, read_pasted


def read(**files: str) -> Data:
    """Read files together; ``a_bib`` is ``a.bib``."""
    return read_data([DataFile(name.replace("_", "."), text.encode()) for name, text in files.items()])


def problems(data: Data) -> list[tuple[Code, str]]:
    """Codes and places."""
    return [(problem.code, str(problem.location)) for problem in data.problems]


def test_works_and_entries_come_in_the_order_of_the_files() -> None:
    """Types of a timeline become entries, everything else a work, containers nothing."""
    data = read(
        a_bib="@book{b, title = {B}}@award{w, title = {W}}@xdata{x, note = {N}}",
        c_yaml="entries:\n  c: {type: article, title: C}\n",
        d_bib="@misc{a, title = {A}}",
    )
    assert [work.key for work in data.works] == ["b", "c", "a"]
    assert [(entry.key, entry.kind) for entry in data.entries] == [("w", "award")]
    assert data.problems == ()


def test_parents_and_strings_stand_in_any_file() -> None:
    """A child before its parent, in another file, with a word of a third one."""
    data = read(
        a_bib="@inbook{c, title = {C}, crossref = {p}}",
        b_bib="@book{p, title = {P}, publisher = pub}",
        c_bib="@string{pub = {Press}}",
    )
    assert data.works[0].text("container_title").plain == "P"
    assert (data.works[0].text("publisher").plain, data.problems) == ("Press", ())


def test_the_first_of_two_equal_keys_counts() -> None:
    """In any case, and in different files; the report says where the first one is."""
    data = read(publications_bib="@book{x, title = {One}}", b_bib="\n@book{X, title = {Two}}")
    assert [work.text("title").plain for work in data.works] == ["One"]
    assert problems(data) == [(Code.DUPLICATE_KEY, "b.bib:2")]
    assert data.problems[0].message == "'X' is also defined at publications.bib:1"


def test_keys_that_differ_in_accents_are_different() -> None:
    """Nothing is folded but the case."""
    data = read(a_bib="@misc{Tèst, title = {A}}@misc{Tést, title = {B}}@misc{Test, title = {C}}")
    assert (len(data.works), data.problems) == (3, ())


def test_an_entry_without_a_key_has_a_lasting_one() -> None:
    """It depends on nothing but the entry."""
    one = read(a_bib="@misc{, title = {A}}\n@misc{,\n title = {B}}\n@misc{, title = {A}}")
    other = read(b_bib="@misc{, title = {B}}")
    assert [work.text("title").plain for work in one.works] == ["A", "B", "A"]
    assert len({work.key for work in one.works}) == 3
    assert one.works[1].key == other.works[0].key
    assert problems(one) == [(Code.MISSING_KEY, f"a.bib:{line}") for line in (1, 2, 4)]


def test_an_entry_of_a_timeline_needs_no_key() -> None:
    """Nobody refers to it."""
    assert read(a_bib="@award{, title = {A}}").problems == ()


def test_other_keys_are_known() -> None:
    """BibLaTeX's ``ids``."""
    assert read(a_bib="@misc{a, title = {A}, ids = {b, c}}").works[0].ids == ("b", "c")


def test_problems_come_in_the_order_of_the_files_and_lines() -> None:
    """Whatever stage finds them."""
    data = read(b_bib="\n@misc{b,\n year = {x}}\n@misc{c, title = {C} year = 2001}", a_bib="@misc{, title = {A}}")
    assert [str(problem.location) for problem in data.problems] == ["b.bib:2", "b.bib:3", "b.bib:4", "a.bib:1"]


def test_a_pasted_entry_is_read_in_its_place() -> None:
    """Lines are those of the page."""
    data = read_pasted("@misc{a,\n title = {A}\n year = 2020}", Location("index.rst", 10))
    assert data.works[0].location == Location("index.rst", 10)
    assert problems(data) == [(Code.SYNTAX, "index.rst:11")]


def test_data_can_be_pickled() -> None:
    """A cache keeps it."""
    data = read(a_bib="@book{b, title = {\\emph{B}}, author = {A and others}, date = 2020}@talk{t, title = {T}}")
    assert pickle.loads(pickle.dumps(data)) == data


YAML = """\
entries:
  knuth84:
    type: article
    title: Literate Programming
    author:
      - {first: Donald, middle: E., last: Knuth}
      - Leslie Lamport
      - {first: Ludwig, prelast: van, last: Beethoven, lineage: Jr.}
    journal: "The Computer Journal"
    year: 1984
    number: 2015.10
    keywords: [a, b]
"""


def test_the_layout_of_pybtex_is_read() -> None:
    """Names in parts or as they are written; every scalar is a text."""
    data = read(a_yaml=YAML)
    (work,) = data.works
    assert (work.key, work.type, str(work.location), data.problems) == ("knuth84", "article-journal", "a.yaml:2", ())
    assert [str(member.name) for member in work.people("author").members] == [
        "Donald E. Knuth", "Leslie Lamport", "Ludwig van Beethoven, Jr.",
    ]  # fmt: skip
    assert (work.text("issue").plain, str(work.date()), work.keywords) == ("2015.10", "1984", ("a", "b"))


def test_lists_of_entries_are_read_under_their_kinds() -> None:
    """A CV in YAML: lists of mappings, mappings of mappings, lists of words."""
    data = read(
        cv_yaml="education:\n  - title: Ph.D.\n    date: 2023-09/\n    school: NYU\n"
        "award:\n  tencent:\n    title: Prize\n    date: 2021.10\nnews: [Hello]\n"
    )
    assert [(entry.kind, entry.text("title").plain, str(entry.location)) for entry in data.entries] == [
        ("education", "Ph.D.", "cv.yaml:2"),
        ("award", "Prize", "cv.yaml:6"),
        ("news", "Hello", "cv.yaml:9"),
    ]
    assert (str(data.entries[1].when), data.entries[1].key, data.problems) == ("2021-10", "tencent", ())


def test_a_fault_of_yaml_costs_its_entry() -> None:
    """What stands before and behind it is read."""
    data = read(
        a_yaml="entries:\n  a:\n    type: misc\n    title: A\n  b:\n    type: misc\n    title: B: C\n"
        "  c:\n    type: misc\n    title: C\n"
        "award:\n  - title: X\n    date: 2020\n"
    )
    assert [work.key for work in data.works] == ["a", "b", "c"]
    assert [entry.kind for entry in data.entries] == ["award"]
    assert (Code.SYNTAX, "a.yaml:7") in problems(data)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a\n- b\n", Code.UNREADABLE_FILE),
        ("just words\n", Code.UNREADABLE_FILE),
        ("title: Words\n", Code.SYNTAX),
        ("a: {b: c\n", Code.SYNTAX),
        ("entries:\n  a: words\n", Code.SYNTAX),
        ("[" * 100_000, Code.LIMIT),
        ("a: &a\n  - &b [x, x]\n  - *a\n", None),
        (
            "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20))
            + "award:\n  - {title: T, note: *a19}\n",
            None,
        ),
        ("award:\n  - title: !!python/object/apply:os.system ['false']\n", None),
    ],
)
def test_yaml_that_is_not_data_does_no_harm(text: str, code: Code | None) -> None:
    """Lists, words, open brackets, nesting, tags and aliases that grow."""
    data = read(a_yaml=text)
    assert code is None or code in [problem.code for problem in data.problems]


SCRAPS = st.sampled_from([
    *("@", "@article{", "@book(", "@string{", "@comment{", "@set{", "@xdata{", "@award{", "{", "}"),
    *("key", "title", "author", "year", "date", "crossref", "xdata", "entryset", "related", "ids"),
    *("{A}", "{2020}", " = ", " and ", "others", "xdata=key-title", "\\", "\\emph{", "$", "ü", "\0", "\r"),
    *("\n", " ", "month", "jan", "&", "key", "url", "doi", "pages", "\ufeff", "*", '"', "=", ",", "#", "%"),
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(SCRAPS, max_size=40).map("".join), st.sampled_from(["x.bib", "x.yaml", "x"]))
def test_any_text_is_read(text: str, path: str) -> None:
    """Nothing raises, and every problem's line lies inside of the file."""
    data = read_data([DataFile(path, text.encode())])
    lines = max(text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1, 1)
    assert all(1 <= (problem.location.line or 0) <= lines for problem in data.problems)
    assert all(problem.location.path == path for problem in data.problems)
    assert not any("cannot be read (" in problem.message for problem in data.problems)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=100), max_size=3), st.sampled_from(["utf-8", "latin-1", "nonsense"]))
def test_any_bytes_are_read(contents: list[bytes], encoding: str) -> None:
    """Nothing raises on bytes."""
    read_data([DataFile(f"{n}.bib", content) for n, content in enumerate(contents)], encoding)
    read_data([DataFile(f"{n}.yml", content) for n, content in enumerate(contents)], encoding)


def test_an_entry_that_nobody_can_read_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last resort: a defect of a reader is reported at the entry, and the others come through."""
    import sphinxcontrib_academic.readers.data as module

    def fail(*arguments: object) -> None:
        raise RuntimeError(arguments)

    monkeypatch.setattr(module, "read_entry", fail)
    data = read(a_bib="@award{w, title = {W}}\n@book{b, title = {B}}")
    assert ([work.key for work in data.works], problems(data)) == (["b"], [(Code.SYNTAX, "a.bib:1")])
