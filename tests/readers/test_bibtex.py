"""BibTeX is read to its last field, and what breaks its rules is mended and reported at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.readers.bibtex import BibTeX
from sphinxcontrib_academic.readers.records import Record

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = REPOSITORY.parent / "shared" / "corpus" / "bib"
NEXT = "@book{next,\n title = {Next}\n}\n"

Problems = list[tuple[Code, int | None]]


def read(*texts: str) -> tuple[list[Record], Problems]:
    """The records of files read together, and the codes and lines of the problems."""
    bibtex = BibTeX()
    for number, text in enumerate(texts):
        bibtex.add(text, f"{number}.bib")
    records = bibtex.records()
    return records, [(problem.code, problem.location.line) for problem in bibtex.problems]


def fields(record: Record) -> dict[str, str]:
    """The fields by their names."""
    return {field.name: field.value for field in record.fields}


def check(text: str, expected: dict[str, str], problems: Problems) -> None:
    """One entry with these fields, and the one behind it unharmed."""
    records, found = read(text + NEXT)
    assert fields(records[0]) == expected
    assert [record.key for record in records] == ["a", "next"]
    assert found == problems


def test_an_entry_is_read_with_its_places() -> None:
    """Type, key, fields in lower case, and the lines where they stand."""
    (record,), problems = read("\n@Article{Key:1,\n  Title = {On {T}hings},\n  year = 2020,\n}")
    assert (record.type, record.key, str(record.location)) == ("Article", "Key:1", "0.bib:2")
    assert [(field.name, field.value, field.location.line) for field in record.fields] == [
        ("title", "On {T}hings", 3),
        ("year", "2020", 4),
    ]
    assert problems == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{A}", "A"),
        ('"A"', "A"),
        ("2020", "2020"),
        ('"a {"} b"', 'a {"} b'),
        ("{A} # { B}", "A B"),
        ("jan", "January"),
        ('"1~" # JAN', "1~January"),
        ("jacm", "Journal of the ACM"),
        ("\\apj", "Astrophysical Journal"),
        ("{A\n   B}", "A\n   B"),
    ],
)
def test_every_form_of_value_is_read(value: str, expected: str) -> None:
    """Braces, quotes, numbers, words of every style, and ``#`` between them."""
    check(f"@misc{{a, x = {value}}}\n", {"x": expected}, [])


@pytest.mark.parametrize(
    "text",
    [
        "@misc(a, x = {1})\n",
        "@ misc { a , x={1} }\n",
        "@misc{a,x={1},}",
        "@MISC {\na\n,\nX = {1}\n}\n",
        "some words\n@misc{a, x = {1}}\nmore words, a mail@example.org\n",
        "---\n---\n\n@misc{a, x = {1}}\n",
        "@comment{@book{b, title = {B}}}\n@misc{a, x = {1}}\n",
        "@comment(nothing)@misc{a, x = {1}}",
        '@preamble{"\\newcommand{\\x}{y}"}\n@misc{a, x = {1}}\n',
        "@preamble{noopsort}\n@misc{a, x = {1}}\n",
        "% @book{b, title = {B}}\n@misc{a, x = {1}}\n",
        "@misc{a, x = {1}} % @book{b, title = {B}}\n",
        "@comment{never closed {\n@misc{a, x = {1}}\n",
        "@comment\n@misc{a, x = {1}}\n",
        "unknown{b,\n y = {2},\n}\n@misc{a, x = {1}}\n",
    ],
)
def test_what_is_no_mistake_is_not_reported(text: str) -> None:
    """Parentheses, blanks, comments between entries, front matter, preambles."""
    check(text, {"x": "1"}, [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # commas
        ("@misc{a,\n x = {1}\n y = {2}\n}\n", 2),
        ("@misc{a,\n x = {1} y = {2}}\n", 2),
        ("@misc{a,\n x = 1\n y = {2}\n}\n", 2),
        ('@misc{a,\n x = "1"\n y = {2}\n}\n', 2),
        ("@misc{a\n x = {1},\n y = {2}\n}\n", 1),
        ("@misc{a x = {1},\n y = {2}\n}\n", 1),
        ("@misc{a,\n x = {1},,\n y = {2}\n}\n", 2),
        ("@misc{a;\n x = {1},\n y = {2}\n}\n", 1),
        # braces
        ("@misc{a,\n x = {1,\n y = {2},\n}\n", 2),
        ("@misc{a,\n x = {1\n,\n y = {2},\n}\n", 2),
        ("@misc{a,\n x = {1}},\n y = {2}\n}\n", 2),
        ("@misc{a,\n x = {1}},\n y = 2\n}\n", 2),
        ("@misc{a,\n x = {1}}\n y = {2}\n}\n", 2),
        ("@misc{a,\n x = {1},\n y = {2}\n}}\n", 4),
        ("@misc{a,\n x = {1},\n y = {2}\n}\n}\n", 5),
        ("@misc{a,\n x = {1},\n y = {2}\n\n", 1),
        ("@misc{a,\n x = {1},\n y = {2},\n", 1),
        ("@misc{a,\n x = {1},\n y = {2\n}\n", 1),
        ("@misc{a,\n x = {1}, y = {2}\n", 1),
        ("@misc(a,\n x = {1},\n y = {2}}\n", 3),
        ("@misc{a,\n x = {1},\n y = {2}\n)\n", 4),
        ("@misc a,\n x = {1},\n y = {2}\n}\n", 1),
        ("misc{a,\n x = {1},\n y = {2}\n}\n", 1),
        ("@misca,\n x = {1},\n y = {2}\n}\n", 1),
        ("@mi=sc{a,\n x = {1},\n y = {2}\n}\n", 1),
        ("@=misc{a,\n x = {1},\n y = {2}\n}\n", 1),
        ("@mi%sc{a,\n x = {1},\n y = {2}\n}\n", 1),
        ("@misc{a,\n @x = {1},\n y = {2}\n}\n", 2),
        ("@misc{{a},\n x = {1},\n y = {2}\n}\n", 1),
        # quotes
        ('@misc{a,\n x = "1,\n y = {2}\n}\n', 2),
        ('@misc{a,\n x = "1},\n y = {2}\n}\n', 2),
        ("@misc{a,\n x = “1”,\n y = {2}\n}\n", 2),
        ("@misc{a,\n x = '1',\n y = {2}\n}\n", 2),
        # equals signs
        ("@misc{a,\n x {1},\n y = {2}\n}\n", 2),
        ("@misc{a,\n x 💯 {1},\n y = {2}\n}\n", 2),
        ("@misc{a,\n x: {1},\n y = {2}\n}\n", 2),
        ("@misc{a,\n x == {1},\n y = {2}\n}\n", 2),
        ("@misc{a,\n x = {1},\n = {0},\n y = {2}\n}\n", 3),
        ("@misc{a,\n x = {1},\n z,\n y = {2}\n}\n", 3),
        ("@misc{a,\n x = {1},\n z = ,\n y = {2}\n}\n", 3),
        ("@misc{a,\n x = {1},\n {0},\n y = {2}\n}\n", 3),
        # comments
        ("@misc{a, % here\n x = {1}, % there\n y = {2}\n}\n", 1),
        ("@misc{a,\n x = {1},\n % y = {0},\n y = {2}\n}\n", 3),
        ("@misc{a,\n x = {1}, % not {closed\n y = {2}\n}\n", 2),
    ],
)
def test_a_fault_costs_nothing_but_a_warning(text: str, line: int) -> None:
    """Every field of the entry and the entry behind it are read; the line is that of the fault."""
    check(text, {"x": "1", "y": "2"}, [(Code.SYNTAX, line)])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("On Things", "On Things"),
        ("12--34", "12--34"),
        ("2020a", "2020a"),
        ('"On "Big" Things"', 'On "Big" Things'),
        ("{A} {B}", "A B"),
        ("{A} and {B}", "A and B"),
    ],
)
def test_a_value_without_its_signs_is_kept(value: str, expected: str) -> None:
    """Words that lack braces, quotes in quotes, values side by side."""
    check(f"@misc{{a,\n x = {value},\n}}\n", {"x": expected}, [(Code.SYNTAX, 2)])


def test_a_sign_that_begins_nothing_is_reported() -> None:
    """At the start of a line; elsewhere it is part of a mail address."""
    check("@misc{a, x = {1}}\n\n@nothing at all\nme@example.org\n", {"x": "1"}, [(Code.SYNTAX, 3)])


def test_two_values_without_an_end_are_both_read() -> None:
    """Each of them is reported at its own line."""
    text = "@misc{a,\n x = {1,\n y = {2,\n z = 3\n}\n"
    check(text, {"x": "1", "y": "2", "z": "3"}, [(Code.SYNTAX, 2), (Code.SYNTAX, 3)])


def test_an_entry_within_a_value_is_text() -> None:
    """A field that holds a whole entry, balanced, as some homepages have it."""
    check(
        "@misc{a,\n bibtex = {\n@book{b,\n title = {B}\n}},\n x = {1}}\n",
        {"bibtex": "\n@book{b,\n title = {B}\n}", "x": "1"},
        [],
    )


def test_an_entry_is_not_swallowed_by_a_title() -> None:
    """Two braces are missing in one entry, and two are too many in another one."""
    records, problems = read("@misc{a,\n title = {{A\n}\n@misc{b, title = {B}}\n@misc{c, title = {C}}}}\n")
    assert [record.key for record in records] == ["a", "b", "c"]
    assert (Code.SYNTAX, 2) in problems


@pytest.mark.parametrize("text", ["@misc{a,\n x = {1", "@misc{a,\n x = {1\n", '@misc{a,\n x = "1', "@misc{a,\n x = 1"])
def test_the_end_of_the_file_ends_everything(text: str) -> None:
    """The last entry is read up to the end."""
    (record,), problems = read(text)
    assert fields(record) == {"x": "1"}
    assert [code for code, _ in problems] == [Code.SYNTAX]


def test_a_string_counts_in_all_files_and_in_any_order() -> None:
    """A word may be defined behind its use, and in another file."""
    records, problems = read("@misc{a, x = acm # { Press}}", "@STRING{ACM = {ACM}}")
    assert (fields(records[0]), problems) == ({"x": "ACM Press"}, [])


def test_a_string_is_what_was_last_said_before() -> None:
    """A definition that is repeated counts from there on, as in BibTeX."""
    records, _ = read("@string{s = {1}}@misc{a, x = s}@string{s = {2}}@misc{b, x = s}")
    assert [record.value("x") for record in records] == ["1", "2"]


def test_a_string_is_made_of_others() -> None:
    """Words within words, in parentheses, and several in one command."""
    records, problems = read('@string(a = "1" # b)@string{b = "2", c = a # "3"}@misc{k, x = c}')
    assert (records[0].value("x"), problems) == ("123", [])


def test_an_undefined_string_shows_its_word() -> None:
    """The report names the nearest one that is defined."""
    bibtex = BibTeX()
    bibtex.add("@string{jmlr = {JMLR}}\n@misc{a,\n x = jmrl}", "x.bib")
    assert bibtex.records()[0].value("x") == "jmrl"
    (problem,) = bibtex.problems
    assert (problem.code, str(problem.location)) == (Code.UNDEFINED_MACRO, "x.bib:3")
    assert "did you mean 'jmlr'" in problem.message


def test_the_first_of_two_equal_fields_counts() -> None:
    """The second one is reported at its line."""
    records, problems = read("@misc{a,\n x = {1},\n X = {2}}")
    assert (fields(records[0]), problems) == ({"x": "1"}, [(Code.DUPLICATE_FIELD, 3)])


@pytest.mark.parametrize("text", ["@misc{, x = {1}}", "@misc{x = {1}}", "@misc{ ,\n x = {1}}"])
def test_a_key_may_be_missing(text: str) -> None:
    """The entry has an empty key then."""
    (record,), _ = read(text)
    assert (record.key, fields(record)) == ("", {"x": "1"})


def test_a_file_of_words_holds_no_entries() -> None:
    """RIS, JSON or prose under the name of a BibTeX file is reported."""
    assert read("TY  - JOUR\nTI  - A\n") == ([], [(Code.UNREADABLE_FILE, 1)])
    assert read("@comment{jabref-meta: x}\nwords @string{a = {b}}") == ([], [])
    assert read("% nothing yet\n\n---\n---\n") == ([], [])


WORDS = st.text(st.sampled_from(list("@{}()\"#=,%\\ \n\tab1~'-")), max_size=60)


@given(WORDS)
def test_any_text_is_read(text: str) -> None:
    """No text raises anything; every line lies inside the file; the next entry comes through."""
    records, problems = read(f"{text}\n{NEXT}")
    assert all(1 <= (line or 0) <= text.count("\n") + 4 for _, line in problems)
    assert any(record.key == "next" or "next" in str(record.fields) for record in records) or "@" in text or "%" in text


KEYS = st.text(st.sampled_from("abcXYZ09:_-./"), min_size=1, max_size=8)
NAMES = st.sampled_from(["title", "author", "year", "note", "x-y", "author+an", "AbC"])
VALUES = st.text(st.sampled_from(list("ab 12,.#%@\\\"'=~$-ü\n")), max_size=20)


@given(st.dictionaries(KEYS, st.dictionaries(NAMES, VALUES, max_size=5), max_size=5))
def test_what_is_written_is_read(entries: dict[str, dict[str, str]]) -> None:
    """Any entries, written by the rules, come back as they are."""
    text = "\n".join(
        f"@misc{{{key},\n" + "".join(f" {name} = {{{value}}},\n" for name, value in pairs.items()) + "}"
        for key, pairs in entries.items()
    )
    records, problems = read(text)
    assert problems == []
    expected = {key: {name.lower(): value for name, value in pairs.items()} for key, pairs in entries.items()}
    assert {record.key: fields(record) for record in records} == expected


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.bib")) or [None], ids=lambda path: path.name if path else "none")
def test_pybtex_reads_the_same_where_it_reads(path: Path | None) -> None:
    """Entries and fields that pybtex finds in real files are found, with the same values."""
    if path is None:
        pytest.skip("the corpus is not beside the checkout")
    from pybtex.database.input.bibtex import LowLevelParser, month_names
    from pybtex.scanner import PybtexSyntaxError
    from pybtex.utils import CaseInsensitiveDict

    text = path.read_text("utf-8", "replace")
    bibtex = BibTeX()
    bibtex.add(text, path.name)
    ours = [(record.key, fields(record)) for record in bibtex.records()]

    def ignore(error: PybtexSyntaxError) -> None:
        """What it cannot read is for us alone."""

    parser = LowLevelParser(text, macros=CaseInsensitiveDict(month_names), handle_error=ignore)
    for command, body in parser:
        if command.lower() in {"string", "preamble"} or not body[0]:
            continue
        if f"% @{command}{{{body[0]}" in text:  # commented out, which BibTeX does not know
            continue
        theirs: dict[str, str] = {}
        for name, pieces in body[1]:
            theirs.setdefault(name.lower(), "".join(pieces))
        assert any(key == body[0] and theirs.items() <= mine.items() for key, mine in ours), (body[0], theirs)
