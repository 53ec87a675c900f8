"""Dates as people write them: what they mean, what they do not, and what is said about it."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.model.dates import Date, DateRange, When
from sphinxcontrib_academic.model.problems import Code, Location
from sphinxcontrib_academic.readers.dates import read_issued, read_when, read_when_and_rest
from sphinxcontrib_academic.readers.dates.words import LANGUAGES, vocabulary

HERE = Location("cv.rst", 7)
CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "dates.csv"

READ = """
2023 = 2023
27 May 2024 = 2024-05-27
May 27, 2024 = 2024-05-27
the 5th of May, 2020 = 2020-05-05
14th March 1879 = 1879-03-14
Monday, 27 May 2024 = 2024-05-27
27.05.2024 = 2024-05-27
27-May-2024 = 2024-05-27
2024/05/27 = 2024-05-27
27/05/2024 = 2024-05-27
05/27/2024 = 2024-05-27
05/05/2024 = 2024-05-05
20240527 = 2024-05-27
1995-1-04 = 1995-01-04
2023. 9. 1. = 2023-09-01
2023/9 = 2023-09
2019.6 = 2019-06
2015.10 = 2015-10
Dec/2022 = 2022-12
Sep2023 = 2023-09
2024-05-27 14:00:00 UTC = 2024-05-27T14:00:00Z
2025-05-22 07:59:00-0400 = 2025-05-22T07:59:00-04:00
2016-01-19T14:20:00.000Z = 2016-01-19T14:20:00Z
Sept. 2023 -- Present = 2023-09/..
2014— = 2014/..
2020 - ... = 2020/..
Aug. 2020 to date = 2020-08/..
2020 onwards = 2020/..
since 2020 = 2020/..
from 2020 to 2022 = 2020/2022
Jan. 2020 thru Mar. 2021 = 2020-01/2021-03
until 2021 = /2021
2020 - ? = 2020/
2019.06 - 2022.04 (now) = 2019-06/..
2022-2023 = 2022/2023
2022–23 = 2022/2023
2015-17 = 2015/2017
1999-00 = 1999/2000
AY 2022-23 = 2022/2023
2023/24 - 2024/25 = 2023/2025
2009/10 – 2012/06 = 2009-10/2012-06
May - Aug 2024 = 2024-05/2024-08
May/June 2024 = 2024-05/2024-06
1-5 June 2024 = 2024-06-01/2024-06-05
June 1-5, 2024 = 2024-06-01/2024-06-05
27 May – 3 June 2024 = 2024-05-27/2024-06-03
May 27 - June 3, 2024 = 2024-05-27/2024-06-03
27.–30.05.2024 = 2024-05-27/2024-05-30
27.05. - 30.05.2024 = 2024-05-27/2024-05-30
05 - 08/2024 = 2024-05/2024-08
2025-08-01--2025-09-01 = 2025-08-01/2025-09-01
Fall 2025- = 2025-23/..
2024 Summer = 2024-22
Spring/Summer 2024 = 2024-21/2024-22
Winter 2023/24 = 2023-24
Spring 2019-2020 = 2020-21
Spring '98 = 1998-21
SS 2024 = 2024-04/2024-09
WiSe 23/24 = 2023-10/2024-03
Q3 2024 = 2024-07/2024-09
1990s = 199X
c. 1900 = 1900~
~1900 = 1900~
1900 (?) = 1900?
2023 -- 2027 (expected) = 2023/2027?
septembre 2019 – aujourd’hui = 2019-09/..
1er août 2020 = 2020-08-01
Vom 3. Juni bis 5. Juli 2020 = 2020-06-03/2020-07-05
du 3 au 5 juin 2020 = 2020-06-03/2020-06-05
seit WS 2023/24 = 2023-10/..
seit Oktober 2020 = 2020-10/..
1. März 2020 = 2020-03-01
marzo de 2020 a junio de 2021 = 2020-03/2021-06
março de 2020 até o momento = 2020-03/..
gen. 2020 – oggi = 2020-01/..
mei 2020 - heden = 2020-05/..
1 сентября 2019 г. – по настоящее время = 2019-09-01/..
wrzesień 2019 – obecnie = 2019-09/..
2023年9月1日 = 2023-09-01
2023年9月至今 = 2023-09/..
2023.09 至今 = 2023-09/..
2023年9月至2024年6月 = 2023-09/2024-06
2019年4月～現在 = 2019-04/..
2019년 3월부터 2023년 2월까지 = 2019-03/2023-02
२०२३-०९ = 2023-09
２０２３年９月 = 2023-09
\\emph{May 2020} = 2020-05
May~2020~--~June~2021 = 2020-05/2021-06
2020\\textendash{}2021 = 2020/2021
M{\\"a}rz 2021 = 2021-03
2020~2021 = 2020/2021
<em>May</em> 2020&nbsp;&ndash; 2021 = 2020-05/2021
[01/2025] = 2025-01
startDate: "2011-06", endDate: "" = 2011-06/..
date = {2025-23}, = 2025-23
"""

UNREAD = """
from May 27th to August 28th = has no year
Sept 19 = has no year
03/04/2024 = can be 2024-04-03 or 2024-03-04
2011/12 = can be 2011-12 or 2011/2012
2015.1 = can be January, or October
1900s = can be the decade 190X or the century 19XX
1996-13-03 = has no such month or day
2020-13 = has no such month
Feb 30, 2020 = has no such day
1985-1030 = ends before it starts
2024-01 - 2023-01 = ends before it starts
July 2022--Augist 2024 = did you mean 'August'
2020 - Presnt = did you mean 'present'
May 2020 - Sometime 2021 = cannot be read
2019, 2021 = cannot be read
2019 and 2021 = cannot be read
before 2020 = cannot be read
mid-2020 = cannot be read
ICML 2024 = cannot be read
ICML 2024 - July 2024 = cannot be read
present = cannot be read
2024-W05 = cannot be read
令和5年9月 = has no year
"""


def rows(table: str) -> list[tuple[str, str]]:
    """The two sides of each line."""
    return [(left, right) for left, _, right in (line.rpartition(" = ") for line in table.split("\n") if line)]


@pytest.mark.parametrize(("text", "edtf"), rows(READ))
def test_read(text: str, edtf: str) -> None:
    """A date that has one meaning is read, in any of the forms and languages in which CVs are written."""
    assert (str(read_when(text, HERE)[0]), read_when(text, HERE)[1]) == (edtf, ())


@pytest.mark.parametrize(("text", "message"), rows(UNREAD))
def test_unread(text: str, message: str) -> None:
    """A date that has no meaning, or two, is not guessed; the problem says why."""
    when, problems = read_when(text, HERE)
    assert when is None
    assert [problem.code for problem in problems] == [Code.DATE]
    assert message in problems[0].message
    assert problems[0].location == HERE


@pytest.mark.parametrize("text", ["", "  ", "n.d.", "o. J.", "–", "in press", "To appear", "forthcoming."])
def test_no_date(text: str) -> None:
    """What says that there is no date is no problem."""
    assert read_when(text, HERE) == (None, ())


@pytest.mark.parametrize(
    ("text", "edtf", "rest"),
    [
        ("Usenix Security Symposium - August 2024", "2024-08", "Usenix Security Symposium"),
        ("(Fall 2025-, w/ Dr. Mubarak Shah)", "2025-23/..", "w/ Dr. Mubarak Shah"),
        ("Fall 2016 - TA for Introductory Physics I", "2016-23", "TA for Introductory Physics I"),
        ("Jul. 2023 — ETHBarcelona 2023, Spain", "2023-07", "ETHBarcelona 2023, Spain"),
        ("2021.10: Tencent Scholarship (Top 1%)", "2021-10", "Tencent Scholarship (Top 1%)"),
        ("May 2020 – Present (3 years)", "2020-05/..", "3 years"),
        ("Berlin, May 2024", "2024-05", "Berlin"),
        ("2025 (to appear)", "2025", "to appear"),
        ("27 May 2024, 14:00", "2024-05-27", "14:00"),
    ],
)
def test_rest(text: str, edtf: str, rest: str) -> None:
    """Words that stand beside the date are kept for who can show them."""
    when, words, problems = read_when_and_rest(text, HERE)
    assert (str(when), words, problems) == (edtf, rest, ())


def test_rest_is_reported() -> None:
    """Words beside the date that nobody will see are a problem."""
    when, problems = read_when("2021.10: Tencent Scholarship", HERE)
    assert when == Date(2021, 10)
    assert [problem.message for problem in problems] == [
        "'Tencent Scholarship' beside the date 2021-10 is not shown, expected a date alone"
    ]


def test_season_that_looks_like_years() -> None:
    """EDTF's ``2022-23`` is autumn, but many write it for two years, and should know."""
    when, problems = read_when("2022-23", HERE)
    assert when == Date(2022, 23)
    assert "write 2022/2023 if it means two years" in problems[0].message


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the checkout")
def test_corpus() -> None:
    """Every real date that has one right reading gets it, and all others a problem."""
    wrong = []
    with CORPUS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            when, problems = read_when(row["string"], HERE)
            if (str(when) if when else "") != row["edtf"] or not (when or problems):
                wrong.append((row["string"], str(when), row["edtf"]))
    assert wrong == []


ISSUED = [
    ({"date": "2011-22"}, "2011-22"),
    ({"date": "2022-23"}, "2022-23"),
    ({"date": "1988/1989", "year": "1999"}, "1988/1989"),
    ({"year": "2020"}, "2020"),
    ({"year": "{2020}"}, "2020"),
    ({"year": "2020a"}, "2020"),
    ({"year": "[2020]"}, "2020"),
    ({"year": "476"}, "0476"),
    ({"year": "c. 1900"}, "1900~"),
    ({"year": "ca. 1900", "month": "3"}, "1900-03~"),
    ({"year": "1999--2001"}, "1999/2001"),
    ({"year": "2019/2020"}, "2019/2020"),
    ({"year": "2014-09"}, "2014-09"),
    ({"year": "{\\noopsort{1973c}}1981"}, "1981"),
    ({"year": "2020", "month": "jan"}, "2020-01"),
    ({"year": "2020", "month": "{Sept.}"}, "2020-09"),
    ({"year": "2020", "month": "06"}, "2020-06"),
    ({"year": "2020", "month": "6", "day": "5"}, "2020-06-05"),
    ({"year": "2020", "month": "sep", "day": "{7}"}, "2020-09-07"),
    ({"year": "2020", "month": "June~15"}, "2020-06-15"),
    ({"year": "2020", "month": "10~January"}, "2020-01-10"),
    ({"year": "2020", "month": "May/June"}, "2020-05/2020-06"),
    ({"year": "2020", "month": "jan--feb"}, "2020-01/2020-02"),
    ({"year": "2020", "month": "November, December"}, "2020-11/2020-12"),
    ({"year": "2020", "month": "6--8"}, "2020-06/2020-08"),
    ({"year": "2020", "month": "March 28--April 1"}, "2020-03-28/2020-04-01"),
    ({"year": "2020", "month": "f\\'evrier"}, "2020-02"),
    ({"year": "2020", "month": "Spring"}, "2020-21"),
    ({"year": "2020", "month": "8", "endyear": "x", "season": "y"}, "2020-08"),
    ({"month": "June 2020"}, "2020-06"),
]


@pytest.mark.parametrize(("fields", "edtf"), ISSUED)
def test_issued(fields: dict[str, str], edtf: str) -> None:
    """BibLaTeX's date comes first, then BibTeX's year with its month and day."""
    when, text, problems = read_issued(fields, HERE)
    assert (str(when), text, problems) == (edtf, "", ())


@pytest.mark.parametrize("text", ["in press", "to appear", "forthcoming", "n.d.", "Submitted", "im Druck"])
def test_publication_state(text: str) -> None:
    """A state of publication in place of the year is shown, and is no problem."""
    assert read_issued({"year": f"{{{text}}}"}, HERE) == (None, text, ())


def test_nothing_issued() -> None:
    """An entry without a date has none."""
    assert read_issued({"title": "x"}, HERE) == (None, "", ())


@pytest.mark.parametrize(
    ("fields", "edtf", "message"),
    [
        ({"year": "2020", "month": "14"}, "2020", "'14' is no month"),
        ({"year": "2020", "month": "dec/jan"}, "2020", "'dec/jan' is no month"),
        ({"year": "2020", "month": "sep", "day": "31"}, "2020-09", "'31' is no day of 2020-09"),
        ({"year": "1995--1996", "month": "14"}, "1995/1996", "'14' cannot be the month of 1995/1996"),
        ({"date": "2020-13", "year": "2020"}, "2020", "'2020-13' has no such month"),
    ],
)
def test_smallest_piece(fields: dict[str, str], edtf: str, message: str) -> None:
    """A wrong day costs the day, a wrong month the month, a wrong date the date."""
    when, text, problems = read_issued(fields, HERE)
    assert (str(when), text) == (edtf, "")
    assert [message in problem.message for problem in problems] == [True]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"year": "{MMXX}"}, "MMXX"),
        ({"date": "Easter 1998"}, "Easter 1998"),
        ({"year": "foo", "month": "bar"}, "bar foo"),
        ({"month": "June"}, "June"),
    ],
)
def test_issued_verbatim(fields: dict[str, str], shown: str) -> None:
    """A date that cannot be read is shown as it is written, with a problem."""
    when, text, problems = read_issued(fields, HERE)
    assert (when, text) == (None, shown)
    assert {problem.code for problem in problems} == {Code.DATE}


years = st.one_of(st.integers(-9999, 9999), st.integers(1900, 2040))
flags = {"uncertain": st.booleans(), "approximate": st.booleans()}
times = st.from_regex(r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]0[0-9]:30)?", fullmatch=True)


def dates() -> st.SearchStrategy[Date]:
    """Any date that there can be."""
    return st.one_of(
        st.builds(Date, years, unspecified_parts=st.integers(0, 2), **flags),
        st.builds(Date, st.integers(10**4, 10**12) | st.integers(-(10**12), -(10**4)), **flags),
        st.builds(Date, years, st.integers(1, 12), unspecified_parts=st.integers(0, 1), **flags),
        st.builds(Date, years, st.integers(21, 24), **flags),
        st.builds(Date, years, st.integers(1, 12), st.integers(1, 28), **flags),
        st.builds(Date, years, st.integers(1, 12), st.integers(1, 28), time=times),
        st.builds(lambda year: Date(year * 10, unspecified=1), st.integers(1, 999)),
        st.builds(lambda year: Date(year * 100, unspecified=2), st.integers(-99, -1) | st.integers(0, 99)),
    )


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    """Any range that there can be."""
    first, second = draw(dates()), draw(dates())
    match draw(st.sampled_from(["both", "open", "unknown", "until", "to"])):
        case "open":
            return DateRange(first, None)
        case "unknown":
            return DateRange(first, None, end_unknown=True)
        case "until":
            return DateRange(None, first)
        case "to":
            return DateRange(None, first, start_open=True)
    try:
        return DateRange(first, second)
    except ValueError:
        return DateRange(second, first)


@given(dates() | ranges())
def test_round_trip(when: When) -> None:
    """Every date is read from its own text."""
    assert read_when(str(when), HERE)[0] == when


PIECES = (
    "2023 2022 199X 05 9 31 May Sept. märz 9月 年 至今 - -- – / . , ( ) [ ' ? ~ : to bis since until present c. Fall WS"
)
texts = st.text() | st.lists(st.sampled_from([*PIECES.split(), " ", "\\emph{", "}", "&#0;", "expected"])).map("".join)


@pytest.mark.parametrize("language", [name for group in LANGUAGES for name in group.split()])
def test_months_of_all_languages(language: str) -> None:
    """The names in full that Babel knows are read, where they are one word of letters."""
    names = Locale.parse(language).months["format"]["wide"]
    for month, name in names.items():
        if name.isalpha() and name != "listopada":  # November in Poland, October in Croatia
            when, problems = read_when(f"{name} 2020", HERE)
            assert (str(when), problems) == (f"2020-{month:02}", ())


@pytest.mark.parametrize("year", ["2020", "2020a", "c. 2020", "2020?", "987"])
@pytest.mark.parametrize("month", ["September", "sep", "Sep.", "SEP", "may", "Dec"])
def test_a_month_alone_is_read_as_beside_its_year(year: str, month: str) -> None:
    """English months, which most files have, mean what they mean to the grammar."""
    quick, slow = (read_issued({"year": year, "month": text}, HERE) for text in (month, f"\\mbox{{{month}}}"))
    assert quick[:2] == slow[:2]
    assert len(quick[2]) == len(slow[2])


def test_days_of_the_first_languages() -> None:
    """Days of the week say nothing."""
    weeks = [Locale.parse(language).days["format"]["wide"] for language in LANGUAGES[0].split()]
    names = {name.lower() for week in weeks for name in week.values() if name.isascii() and name.isalpha()}
    assert {vocabulary()[name] for name in names} == {("", 0)}


def test_no_language_is_loaded_for_months_in_english() -> None:
    """As nearly all files have them: Babel takes its time."""
    code = (
        "import babel.localedata\n"
        "from sphinxcontrib_academic.readers.dates import read_issued\n"
        "babel.localedata.load = None\n"
        "print(*[read_issued({'year': '2020', 'month': month}, None)[0] for month in ('Sep', 'march', 'may.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "2020-09 2020-03 2020-05\n"


@settings(max_examples=500)
@given(texts)
def test_never_raises(text: str) -> None:
    """Any text is read or complained of, and what is read is a date that EDTF can write."""
    when, problems = read_when(text, HERE)
    assert when is None or read_when(str(when), HERE)[0] == when
    assert all(problem.code is Code.DATE and "\n" not in problem.message for problem in problems)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("date", "year", "month", "day"), texts)))
def test_issued_never_raises(fields: dict[str, str]) -> None:
    """Any fields are read or complained of."""
    when, text, _ = read_issued(fields, HERE)
    assert when is None or text == ""


@pytest.mark.parametrize(
    "piece", ["2023-", " ", "{", "~", "May ", "\\x", "a", "2020 - ", "(", "<b", "&amp;", "年", "1", "-"]
)
def test_bounded_time(piece: str) -> None:
    """A megabyte of anything takes no time: nobody writes such a date."""
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    read_when(text, HERE)
    read_when(piece * (300 // len(piece)), HERE)
    read_issued({"year": text, "month": text, "date": text}, HERE)
    read_issued({"year": "2020", "month": text, "day": text}, HERE)
    assert time.process_time() - start < 2
