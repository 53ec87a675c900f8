"""English needs no data of Babel for what nearly every list says: commas and years. They are what Babel says."""

from __future__ import annotations

import subprocess
import sys

import pytest
from babel import Locale

from sphinxcontrib_academic.model.dates import Date
from sphinxcontrib_academic.render.dates import format_when
from sphinxcontrib_academic.render.words import words_of

PROGRAM = """
from babel import localedata
from sphinxcontrib_academic.model.dates import Date
from sphinxcontrib_academic.render.dates import format_when
from sphinxcontrib_academic.render.words import words_of
assert (words_of("en").joint, format_when(Date(2024), language="en")) == (", ", "2024")
assert not localedata._cache, list(localedata._cache)
"""


@pytest.mark.parametrize("language", ["en", "en_GB", "en_US", "en_AU", "en_IN"])
def test_commas_and_years_are_as_babel_has_them(language):
    """In every English."""
    locale = Locale.parse(language)
    assert locale.list_patterns["standard"]["middle"] == f"{{0}}{words_of(language).joint}{{1}}"
    assert locale.datetime_skeletons["y"].pattern == "y"
    assert [format_when(Date(2024), language=language, style=style) for style in ("medium", "year")] == ["2024"] * 2


def test_neither_loads_the_data():
    """A page of publications with years in English."""
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
