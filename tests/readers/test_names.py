"""Who stands in a list of names, and in what parts."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.model.names import Name, People
from sphinxcontrib_academic.model.problems import Code, Location
from sphinxcontrib_academic.readers import names as reader
from sphinxcontrib_academic.readers.names import read_annotations, read_name, read_owner, read_people
from sphinxcontrib_academic.readers.names.marks import read_marks
from sphinxcontrib_academic.readers.tex import read_plain

HERE = Location("publications.bib", 7)
CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"


def people(text: str) -> People:
    return read_people(text, HERE)[0]


def names(text: str) -> list[str]:
    return [str(person.name) for person in people(text).members]


def codes(text: str) -> list[Code]:
    return [problem.code for problem in read_people(text, HERE)[1]]


def roles(text: str) -> list[tuple[str, ...]]:
    return [person.roles for person in people(text).members]


def _rows() -> list[dict[str, str]]:
    path = CORPUS / "names.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _words(tex: str) -> str:
    return " ".join(read_plain(tex).replace("\u00a0", " ").split())


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
@pytest.mark.parametrize("row", [row for row in _rows() if row["kind"] != "invalid"], ids=lambda row: row["input"][:40])
def test_the_names_of_the_corpus(row: dict[str, str]) -> None:
    """Every name with one right reading is read rightly, and without a complaint."""
    found, problems = read_people(row["input"], HERE)
    (person,) = found.members
    name = person.name
    expected = tuple(_words(row[part]) for part in ("first", "von", "last", "jr"))
    if row["kind"] == "corporate" or name.literal:
        assert name.literal == " ".join(part for part in expected if part)
    else:
        assert (name.given, name.prefix, name.family, name.suffix) == expected
    assert problems == ()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
@pytest.mark.parametrize("row", [row for row in _rows() if row["kind"] == "invalid"], ids=lambda row: row["input"][:40])
def test_the_wrong_lists_of_the_corpus_are_reported(row: dict[str, str]) -> None:
    """Several people in one name are reported, and the message asks for ``and``."""
    _, problems = read_people(row["input"], HERE)
    assert {problem.code for problem in problems} == {Code.NAME}
    assert all("'and'" in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Donald E. Knuth", ("Donald E.", "", "Knuth", "")),
        ("Knuth, Donald~E.", ("Donald E.", "", "Knuth", "")),
        ("Ludwig van Beethoven", ("Ludwig", "van", "Beethoven", "")),
        ("van der Berg, Jan", ("Jan", "van der", "Berg", "")),
        ("Paul {\\'e}mile Victor", ("Paul", "émile", "Victor", "")),
        ("Ford, Jr., Henry", ("Henry", "", "Ford", "Jr.")),
        ("Ford, Henry, Jr.", ("Henry", "", "Ford", "Jr.")),
        ("Henry Ford, Jr.", ("Henry", "", "Ford", "Jr.")),
        ("Henry Ford, III", ("Henry", "", "Ford", "III")),
        ("King, Martin Luther Jr.", ("Martin Luther", "", "King", "Jr.")),
        ("Ivanov, II", ("II", "", "Ivanov", "")),
        ("J.R.R. Tolkien", ("J.R.R.", "", "Tolkien", "")),
        ("family=Beethoven, given=Ludwig, prefix=van", ("Ludwig", "van", "Beethoven", "")),
        ('given={Ura Ru}, suffix="Sr", family={Juan}', ("Ura Ru", "", "Juan", "Sr")),
        ("given=Jean Paul, given-i=JP, family=Sartre", ("Jean Paul", "", "Sartre", "")),
        ("Hexu Zhao <hz@nyu.edu>", ("Hexu", "", "Zhao", "")),
        ("Hexu Zhao (hz@nyu.edu)", ("Hexu", "", "Zhao", "")),
        ("Wei Wang 0001", ("Wei", "", "Wang", "")),
        ("Hexu Zhao1,2", ("Hexu", "", "Zhao", "")),
        ("M&uuml;ller, J&ouml;rg", ("Jörg", "", "Müller", "")),
        ("Достоевский, Фёдор Михайлович", ("Фёдор Михайлович", "", "Достоевский", "")),
        ("M\\textsuperscript{c}Donald, Ann", ("Ann", "", "McDonald", "")),
    ],
)
def test_parts(text: str, parts: tuple[str, str, str, str]) -> None:
    """Names fall into the parts of BibLaTeX, however they are written."""
    (person,) = people(text).members
    assert (person.name.given, person.name.prefix, person.name.family, person.name.suffix) == parts


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("{Tencent HY Team}", "Tencent HY Team"),
        ("{Barnes and Noble, Inc.}", "Barnes and Noble, Inc."),
        ("The ATLAS Collaboration", "The ATLAS Collaboration"),
        ("{\\LaTeX} project team", "LaTeX project team"),
        ("Google, Inc.", "Google, Inc."),
        ("Johnson & Johnson", "Johnson & Johnson"),
        ("Johnson \\& Johnson", "Johnson & Johnson"),
        ("东方不败", "东方不败"),
        ("列夫·托尔斯泰", "列夫·托尔斯泰"),
    ],
)
def test_names_without_parts(text: str, literal: str) -> None:
    """Groups, and names whose parts nobody can know, are one."""
    assert [person.name for person in people(text).members] == [Name(literal=literal)]
    assert codes(text) == []


@pytest.mark.parametrize("text", ["山田, 太郎", "山田 太郎", "山田，太郎"])
def test_eastern_names(text: str) -> None:
    """In CJK scripts the family stands first, with or without a comma."""
    assert read_name(text) == Name("山田", "太郎", family_first=True)
    assert str(read_name(text)) == "山田太郎"


@pytest.mark.parametrize("text", ["A. Roe and others", "Roe, Ann and others", "Ann Roe and Others"])
def test_and_others(text: str) -> None:
    """``and others`` is no name."""
    assert people(text).others
    assert len(people(text).members) == 1
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    ["Ann Roe et al.", "Ann Roe, et al", "Ann Roe and et al.", "Ann Roe and ...", "Ann Roe and …", "Ann Roe, others",
     "Ann Roe and \\emph{et al.}", "Ann Roe and \\dots", "Ann Roe {\\em et al.}"],
)  # fmt: skip
def test_other_words_for_others(text: str) -> None:
    """``et al.`` and dots are read as ``and others``, and reported."""
    assert names(text) == ["Ann Roe"]
    assert people(text).others
    assert codes(text) == [Code.NAME]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe & John Doe", ["Jane Roe", "John Doe"]),
        ("Roe, Jane & Doe, John", ["Jane Roe", "John Doe"]),
        ("Jane Roe \\& John Doe", ["Jane Roe", "John Doe"]),
        ("Jane Roe; John Doe", ["Jane Roe", "John Doe"]),
        ("Roe, Jane; Doe, John;", ["Jane Roe", "John Doe"]),
        ("Roe, Jane | Doe, John", ["Jane Roe", "John Doe"]),
        ("Jane Roe, John Doe, Ann Poe", ["Jane Roe", "John Doe", "Ann Poe"]),
        ("Jane Roe, John Doe, and Ann Poe", ["Jane Roe", "John Doe", "Ann Poe"]),
        ("Jane Roe, John Doe, et al.", ["Jane Roe", "John Doe"]),
        ("J. Roe, J. Doe, A. Poe", ["J. Roe", "J. Doe", "A. Poe"]),
        ("Roe, J., Doe, J. K., Poe, A.", ["J. Roe", "J. K. Doe", "A. Poe"]),
        ("Roe, J., Doe, J., & Poe, A.", ["J. Roe", "J. Doe", "A. Poe"]),
        ("张三，李四，王五", ["张三", "李四", "王五"]),
        ("张三、李四", ["张三", "李四"]),
        ("Ann Roe and and John Doe", ["Ann Roe", "John Doe"]),
        ("Ann Roe and", ["Ann Roe"]),
    ],
)
def test_wrong_separators(text: str, expected: list[str]) -> None:
    """What was written in the place of ``and`` is read where it is safe, and always reported."""
    assert names(text) == expected
    assert set(codes(text)) == {Code.NAME}


@pytest.mark.parametrize("text", ["Lesk, M. E. AND Kernighan, B. W.", "Lesk, M. E.\n  and\tKernighan, B. W."])
def test_right_separators(text: str) -> None:
    """BibTeX's ``and`` counts in any case and between any blanks."""
    assert names(text) == ["M. E. Lesk", "B. W. Kernighan"]
    assert codes(text) == []


def test_names_in_doubt_stay_one() -> None:
    """Commas that could mean anything keep the words together."""
    assert names("Zhao, Hexu, Weng, Haoyang") == ["Zhao, Hexu, Weng, Haoyang"]
    assert codes("Zhao, Hexu, Weng, Haoyang") == [Code.NAME]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("*Hexu Zhao", ("equal",)),
        ("Hexu Zhao*", ("equal",)),
        ("\\*Hexu Zhao", ("equal",)),
        ("Hexu Zhao †", ("corresponding",)),
        ("Hexu Zhao$^*$", ("equal",)),
        ("Hexu Zhao$^{\\ast}$", ("equal",)),
        ("Hexu Zhao$^\\dagger$", ("corresponding",)),
        ("Hexu Zhao$^{*,\\dagger}$", ("equal", "corresponding")),
        ("Hexu Zhao\\textsuperscript{*}", ("equal",)),
        ("Hexu Zhao\\textsuperscript{1,2,*}", ("equal",)),
        ("Hexu Zhao<sup>*</sup>", ("equal",)),
        ("Hexu Zhao\\dag{}", ("corresponding",)),
        ("Hexu Zhao{\\ddag}", ("equal-advising",)),
        ("Zhao*†, Hexu", ("equal", "corresponding")),
        ("Zhao, Hexu*", ("equal",)),
        ("Hexu Zhao✉", ("corresponding",)),
        ("Hexu Zhao♠", ("♠",)),
        ("Hexu Zhao**", ("**",)),
        ("Hexu Zhao$^{1,2}$", ()),
        ("Hexu Zhao¹", ()),
        ("Hexu Zhao$^a$", ()),
        ("Hexu Zhao\\thanks{Supported by nobody}", ()),
        ("Hexu Zhao\\footnotemark[1]", ()),
        ("\\textbf{Hexu Zhao}$^*$", ("equal",)),
    ],
)
def test_marks_become_roles(text: str, marks: tuple[str, ...]) -> None:
    """A mark glued to a name is a role, and vanishes from the name."""
    (person,) = people(text).members
    assert person.name == Name("Zhao", "Hexu")
    assert person.roles == marks


@pytest.mark.parametrize(
    "text",
    [
        "{\\bf Hexu Zhao}",
        "\\textbf{Hexu Zhao}",
        "\\underline{Hexu Zhao}",
        "\\textbf{Zhao, Hexu}",
        "\\textbf{Zhao}, Hexu",
        "\\textbf{\\underline{Hexu Zhao}}",
        "**Hexu Zhao**",
        "<b>Hexu Zhao</b>",
        "<u>Hexu Zhao</u>",
        "{\\bfseries Zhao, Hexu}",
    ],
)
def test_the_one_in_bold_is_the_owner(text: str) -> None:
    """Bold type or a line under one name of several marks the owner."""
    found = people(f"Ang Li and {text} and Jinyang Li")
    assert [str(person.name) for person in found.members] == ["Ang Li", "Hexu Zhao", "Jinyang Li"]
    assert [person.roles for person in found.members] == [(), ("self",), ()]


@pytest.mark.parametrize("text", ["\\textbf{Hexu Zhao}", "\\textbf{Hexu Zhao} and \\textbf{Ang Li}"])
def test_bold_that_sets_nobody_off(text: str) -> None:
    """Bold type for everybody says nothing."""
    assert all(found == () for found in roles(text))


def test_a_link_around_a_name_is_the_persons() -> None:
    r"""``\href`` around a name gives the person's address."""
    (person,) = people("\\href{https://example.org/~zhao}{Hexu Zhao}").members
    assert (str(person.name), person.url) == ("Hexu Zhao", "https://example.org/~zhao")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1=self; 2=equal,corresponding", [("self",), ("equal", "corresponding")]),
        ("1:family=student;2=corresponding", [("mentee",), ("corresponding",)]),
        ("2:family:1=me", [(), ("self",)]),
        ('1="a; b = c"', [("a; b = c",), ()]),
        ("1=co-first;2=Joint", [("equal",), ("equal",)]),
        ("2=captain", [(), ("captain",)]),
        ("=intern", [("intern",), ("intern",)]),
        ("", [(), ()]),
    ],
)
def test_annotations_give_roles(value: str, expected: list[tuple[str, ...]]) -> None:
    """Data annotations give roles; words that no table knows are kept."""
    found, problems = read_annotations(people("Hexu Zhao and Ang Li"), {"author+an": value}, "author", HERE)
    assert [person.roles for person in found.members] == expected
    assert problems == ()


def test_named_annotations() -> None:
    """``orcid`` and ``url`` go where they belong, other names are roles; those of other fields do not count."""
    fields = {
        "author+an:orcid": '1="0000-0002-4751-4637"; 2="https://orcid.org/0000-0003-1148-741X"',
        "AUTHOR+an:homepage": '2="https://example.org/?a=1;b=2"',
        "author+an:role": "1=equal",
        "editor+an": "1=self",
        "author": "x",
    }
    found, problems = read_annotations(people("Hexu Zhao* and Ang Li"), fields, "author", HERE)
    first, second = found.members
    assert (first.orcid, first.url, first.roles) == ("0000-0002-4751-4637", "", ("equal",))
    assert (second.orcid, second.url) == ("0000-0003-1148-741X", "https://example.org/?a=1;b=2")
    assert problems == ()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("author+an", "9=equal", Code.ANNOTATION),
        ("author+an", "0=equal", Code.ANNOTATION),
        ("author+an", "equal", Code.ANNOTATION),
        ("author+an", "one=equal", Code.ANNOTATION),
        ("author+an:orcid", '1="0000"', Code.ANNOTATION),
        ("author+an:url", '1="javascript:alert(1)"', Code.UNSAFE),
        ("author+an:url", '1="home"', Code.ANNOTATION),
    ],
)
def test_wrong_annotations_are_reported(field: str, value: str, code: Code) -> None:
    """An annotation of nobody, or without sense, changes nothing and is reported."""
    before = people("Hexu Zhao and Ang Li")
    after, problems = read_annotations(before, {field: value}, "author", HERE)
    assert after == before
    assert [problem.code for problem in problems] == [code]


def test_the_owner_has_several_names() -> None:
    """A page's owner is known by a name and its aliases."""
    assert read_owner(["Hexu Zhao", "Zhao, H.", ""]) == (Name("Zhao", "Hexu"), Name("Zhao", "H."))


_SIGNS = r"""
Hexu Zhao and , ; & | * † $^*$ {\bf { } \textbf{ \ et al. others 山田 太郎 Jr. III {\'e} ~ - . 1,2 <b> </b> ** @ a@b.c
family= given=
"""


@settings(deadline=None)
@given(st.lists(st.sampled_from([*_SIGNS.split(), " ", " and "]), max_size=25).map("".join) | st.text())
def test_any_list_can_be_read(text: str) -> None:
    """The reader never raises, and names hold no TeX."""
    found, _ = read_people(text, HERE)
    for person in found.members:
        assert str(person.name)
        assert not re.search(r"[{}\x00-\x1f]|  ", str(person.name)) or re.search(r"\\[{}]", text)


_PARTS = """
van der de la Waals d'Arc O'Neil É é ß von-X S. n. Jr Zu ibn ſ ab-Cd {\\'E}mile {\\o} Inc. III ,
"""


@given(st.lists(st.sampled_from(_PARTS.split()), min_size=1, max_size=6).map(" ".join))
def test_a_name_that_is_read_at_a_glance_is_read_as_others(text: str) -> None:
    """Its parts are those that a close look finds."""
    text = text.replace(" ,", ",")
    assert reader._common(text) in {None, reader._contributor(read_marks(text))}


@pytest.mark.parametrize(
    "text",
    [
        " and ".join(f"Bo{{\\v s}}kovi{{\\'c}}{'abc'[number % 3]}, B.~P." for number in range(3_664)),
        "{" * 100_000,
        "a," * 50_000,
        "\\textbf{" * 20_000,
        "$^{" * 30_000,
        "a@" * 50_000,
        " and ".join(["\\textbf{" * 200] * 50),
        " and ".join(["<b>" * 600] * 50),
        " and ".join(["{\\bf " * 350] * 50),
    ],
    ids=lambda text: text[:12],
)
def test_long_lists_are_read_in_no_time(text: str) -> None:
    """A collaboration of thousands, or an attack of the same size, costs a second or two."""
    start = time.process_time()
    read_people(text, HERE)
    assert time.process_time() - start < 2
