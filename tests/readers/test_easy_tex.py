"""TeX that is read in one pass: the same as piece by piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinxcontrib_academic.model.problems import Location
from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.readers.tex import read_pieces, read_text
from sphinxcontrib_academic.readers.tex.clean import without_hidden

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "bib"
HERE = Location("x.bib", 1)

_PIECES = st.sampled_from([
    "a", "b ", " ", "  ", "\n", "\t", "{", "}", "é", "e\u0301", "\u0308", "\u00a0", "h", "f", "-", "--", "`", "'",
    "''", "~", ",,", ",", "!", "?", "^", "^^41", "<", "<b>", "&", "amp;", "lt;", "#", "$", "$x$", "\\", "\\\\", "\\'",
    '\\"', "\\~", "\\=", "\\v", "\\c ", "\\H", "\\k{a}", "\\i", "\\j ", "{\\i}", "{o}", '{\\"o}', "\\'\\i", "\\&",
    "\\%", "\\$", "\\_", "\\-", "\\emph{x}", "\\ss", "\\o ", "https://a.b/c", "ftp://", "http:", "\x00", "ı",
    "\u2028", "\\'{\\i}", "\\'{e}", "\\c{c}", "\\v s", "\\d{h}",
    "$\\alpha$", "$x^2$", "$^{th}$", "$_2$", "$x_{y^{z}}$", "$\\foo$", "$\\text{a $b$}$", "{$a$}", "$5$", "$$", "7 ",
    "\\emph{a--b}", "\\textbf{'a' }", "\\textsuperscript{th}", "\\textit{}", "\\textsc{ ^^41}", "\\L", "\\ae\n",
    "\\(a\\)", "$a{", "$<$", "{\\textless}", "$a^b^c$", "$ $", "$\\input{x}$",
])  # fmt: skip


@given(st.lists(_PIECES, max_size=8).map("".join))
@example("\\&lt;b\\&gt;")
@example('\\\\"o')
@example("\\'\\i\u0308 x")
@example("a -- b --- ``c'' d---{-}e")
def test_one_pass_reads_the_same(tex: str) -> None:
    """The text and the problems of any value."""
    assert read_text(tex, HERE) == read_pieces(without_hidden(tex), HERE)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
def test_one_pass_reads_the_same_from_real_files() -> None:
    """Every value of files that nobody on the project wrote."""
    for path in sorted(CORPUS.glob("*.bib")):
        for work in read_data([DataFile(path.name, path.read_bytes())]).works:
            for _, value in work.source:
                assert read_text(value, HERE) == read_pieces(without_hidden(value), HERE)
