"""Dates as a reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_academic.model.dates import Date, DateRange, When
from sphinxcontrib_academic.readers.dates.edtf import read_edtf
from sphinxcontrib_academic.render.dates import format_date, format_when, range_joint, when_pieces
from sphinxcontrib_academic.render.words import LOCALE

EDTF = (  # noqa: SIM905
    "2023 2023-09 2023-09-01 2023-09/.. 2023-09/ /1034 ../1985 2019/2023 2017/2021-09 "
    "2024-05/2024-08 199X 19XX 1565~ 1565? 1565% "
    "2022-21 2022-24/.. -0043 -0043-03-15 Y17000002 0476 1999-01-XX "
    "2001-01-03T17:07:34+05:00 2024/2024 "
).split()
WHENS = [when for when in map(read_edtf, EDTF) if when is not None]
LANGUAGES = ["en", *sorted(path.name for path in LOCALE.iterdir() if path.is_dir())]
STYLES = ["short", "medium", "long", "year", "iso", "MM.yyyy", "[MM/yyyy]", "dd.MM.yyyy", "MMM yyyy", "yyyy年M月d日"]
STYLES += ["d. MMMM y", "EEE d MMM y HH:mm", "", "'", "?", "QQQQQQQ", "yy", "'of' MMM"]


def read(edtf: str) -> When:
    """The date that EDTF writes."""
    when = read_edtf(edtf)
    assert when is not None
    return when


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2023", "2023"),
        ("2023-09", "Sep 2023"),
        ("2023-09-01", "1 Sep 2023"),
        ("2023-09/..", "Sep 2023 – present"),
        ("2019/..", "2019 – present"),
        ("2023/", "2023 –"),
        ("/1034", "until 1034"),
        ("../1985", "until 1985"),
        ("2024-05/2024-08", "May 2024 – Aug 2024"),
        ("2019/2023", "2019–2023"),
        ("2017/2021-09", "2017 – Sep 2021"),
        ("2024/2024", "2024"),
        ("2022-21", "Spring 2022"),
        ("2025-23/..", "Fall 2025 – present"),
        ("199X", "1990s"),
        ("19XX", "1900–1999"),
        ("1565~", "c. 1565"),
        ("1565?", "1565?"),
        ("1565%", "c. 1565?"),
        ("2027-05?", "May 2027?"),
        ("0476", "476"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("1999-01-XX", "Jan 1999"),
        ("2001-01-03T17:07:34+05:00", "3 Jan 2001"),
    ],
)
def test_english(edtf: str, text: str) -> None:
    """English dates have the day first, three letters for the month, and an en dash."""
    assert format_when(read(edtf), language="en") == text


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("short", "09/2023 – 06/2024"),
        ("medium", "Sep 2023 – Jun 2024"),
        ("long", "September 2023 – June 2024"),
        ("year", "2023–2024"),
        ("iso", "2023-09/2024-06"),
        ("MM.yyyy", "09.2023 – 06.2024"),
        ("[MM/yyyy]", "[09/2023] – [06/2024]"),
        ("yyyy年M月", "2023年9月 – 2024年6月"),
    ],
)
def test_style(style: str, text: str) -> None:
    """A style is a name, or a pattern of CLDR for each end."""
    assert format_when(read("2023-09/2024-06"), language="en", style=style) == text


@pytest.mark.parametrize(
    ("edtf", "style", "text"),
    [
        ("2023-09", "dd.MM.yyyy", "09.2023"),
        ("2023", "dd.MM.yyyy", "2023"),
        ("2023", "[MM/yyyy]", "[2023]"),
        ("2023-09", "MMM d, yyyy", "Sep 2023"),
        ("2023", "MMM d, yyyy", "2023"),
        ("2023-09", "yyyy-MM-dd", "2023-09"),
        ("2023", "yyyy年M月d日", "2023年"),
        ("2023", "MMM", "2023"),
        ("2022-21", "MM.yyyy", "Spring 2022"),
    ],
)
def test_pattern_without_fields(edtf: str, style: str, text: str) -> None:
    """A pattern loses the fields that the date cannot fill."""
    assert format_when(read(edtf), language="en", style=style) == text


def test_unknown_style() -> None:
    """A pattern that CLDR does not know is as good as none."""
    assert format_when(read("2023-09"), language="en", style="foo") == "Sep 2023"


def test_year_style_of_one_year() -> None:
    """Two months of one year are one year."""
    assert format_when(read("2024-05/2024-08"), language="en", style="year") == "2024"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sept. 2023 – heute"),
        ("fr", "sept. 2023 – aujourd’hui"),
        ("es", "sept 2023 – actualidad"),
        ("it", "set 2023 – oggi"),
        ("pt_BR", "set. de 2023 – presente"),
        ("nl", "sep 2023 – heden"),
        ("zh_CN", "2023年9月 – 至今"),
        ("zh_TW", "2023年9月 – 至今"),
        ("ja", "2023年9月～現在"),
        ("ko", "2023년 9월 ~ 현재"),
        ("ru", "сент. 2023\u00a0г. – настоящее время"),
        ("sr@latin", "sep 2023. – present"),
        ("en_US", "Sep 2023 – present"),
        ("xx", "Sep 2023 – present"),
        ("", "Sep 2023 – present"),
    ],
)
def test_languages(language: str, text: str) -> None:
    """Sphinx's languages are Babel's; an unknown one is English."""
    assert format_when(read("2023-09/.."), language=language) == text


def test_chinese_scripts() -> None:
    """Traditional characters where the language is written in them."""
    assert format_when(read("1565~"), language="zh_CN") == "约1565年"
    assert format_when(read("1565~"), language="zh_TW") == "約1565年"


def test_pieces() -> None:
    """Each end is a piece with its date, and what joins them has none."""
    assert when_pieces(read("2023-09/.."), language="en") == (
        ("Sep 2023", Date(2023, 9)),
        (" – ", None),
        ("present", None),
    )
    assert when_pieces(read("/1034"), language="ja") == (("1034年", Date(1034)), ("まで", None))


def test_joint() -> None:
    """Years stand close together, dates with blanks apart."""
    years, months = read("2019/2023"), read("2019/2023-06")
    assert isinstance(years, DateRange)
    assert isinstance(months, DateRange)
    assert (range_joint(years, "en"), range_joint(months, "en")) == ("–", " – ")


@pytest.mark.parametrize("when", WHENS, ids=str)
@pytest.mark.parametrize("language", [*LANGUAGES, "sr@latin", "fa", "xx"])
def test_pieces_make_the_text(when: When, language: str) -> None:
    """The pieces are the text, in every language and style, and none is empty."""
    for style in STYLES:
        pieces = when_pieces(when, language=language, style=style)
        assert "".join(text for text, _ in pieces) == format_when(when, language=language, style=style)
        assert all(text for text, _ in pieces)


@pytest.mark.parametrize("when", WHENS, ids=str)
def test_iso_is_edtf(when: When) -> None:
    """The style ``iso`` is the text of EDTF."""
    assert format_when(when, language="de", style="iso") == str(when)


@given(style=st.text(), month=st.none() | st.integers(1, 12), year=st.integers(-9999, 99999))
def test_any_pattern(style: str, month: int | None, year: int) -> None:
    """Nothing that a configuration may hold breaks a date."""
    date = Date(year, month if abs(year) <= 9999 else None)
    assert format_date(date, language="en", style=style)
