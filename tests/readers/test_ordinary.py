"""Fields that are taken in one step: the same as sign by sign."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sphinxcontrib_academic.readers.commands import read_commands
from sphinxcontrib_academic.readers.files import read_text_file

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "bib"

_NAMES = st.sampled_from(
    ["title", "Author", "year", "author+an", "x:", "a:b", "ſ", "a b", "@a", "month", "1a", "a" * 201]
)  # fmt: skip
_WORDS = st.sampled_from([
    "a", " ", "\n", "\n\n  ", ",", "=", "#", "%", '"', "@", "\n@book{b,\n", "{", "}", "{{D}}", "{{{{x}}}}", "\\{",
    "and {", "2020", "jan", "é", "\u00a0", "'", "“x”", "(", ")", "title = {A},\n", "year = 2000,", "}}",
    "abstract = {\n@x{y,\n}",
])  # fmt: skip
_VALUES = st.one_of(
    st.sampled_from([
        "{A {B} c}", '"A {"} b"', "2020", "jan", "{}", '""',
        "{a} # {b}", "jan # 2", "=", "{a", '"a', "a b", "{{{{{x}}}}}",
    ]),
    st.lists(_WORDS, max_size=4).map("".join),
    st.lists(_WORDS, max_size=4).map(lambda words: f"{{{''.join(words)}}}"),
)  # fmt: skip
_BLANKS = st.sampled_from(["", " ", "\n", "\n  ", " % no\n", "\u00a0", "\x1c"])
_FIELDS = st.tuples(_BLANKS, _NAMES, _BLANKS, st.sampled_from(["=", " = ", "==", ""]), _BLANKS, _VALUES, _BLANKS).map(
    "".join
)
_KEYS = st.sampled_from(["k", "", "a b", "k%", "k;", "k,", "{k}", "(k", "k" * 201, "k\n", "%k", '"'])
_ENTRIES = st.builds(
    lambda opening, key, fields, comma, end: f"{opening}{key},{comma.join(fields)}{end}",
    st.sampled_from(["@article{", "@book(", "@string{", "@comment{", "@misc {", "article{", " @a{", "x@a{"]),
    _KEYS,
    st.lists(_FIELDS, max_size=5),
    st.sampled_from([",", ",\n", ",,", "", " , "]),
    st.sampled_from(["}", ",}", "\n}\n", ")", "", "}}", "} x = {", "},\n y = {z}}", "\n\n"]),
)
_TEXTS = st.lists(st.one_of(_ENTRIES, _ENTRIES, _WORDS), max_size=4).map("\n".join)


@given(_TEXTS)
@example("@a{k, abstract = {\n@b{c,\n d = {e}},\n f = {g}}")
@example("@a{k, title = {\n@b{c,\n d = {e}},\n f = {g}}")
@example("@a{k, b = {c} d = {e}}")
@example("@a{k, b = {" + "x" * 250_000 + "}, c = {d}}")
def test_one_step_reads_the_same(text: str) -> None:
    """The fields, the lines and the problems of any text."""
    assert read_commands(text, "x.bib") == read_commands(text, "x.bib", ordinary=False)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
def test_one_step_reads_the_same_from_real_files() -> None:
    """Files that nobody on the project wrote."""
    for path in sorted(CORPUS.glob("*.bib")):
        text, _ = read_text_file(path.read_bytes(), path.name)
        assert read_commands(text or "", path.name) == read_commands(text or "", path.name, ordinary=False)
