"""Citations and stars: from a file, never from a request; a missing number prints nothing."""

from __future__ import annotations

import json
import os
import re

import pytest

from sphinxcontrib_academic.model.metrics import place_of
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.readers.metrics import read_metrics
from sphinxcontrib_academic.render.work_parts import number_text

PAGE = "Title\n=====\n\n"
BIB = """
@misc{pab, title={A}, year=2025, code={https://github.com/NUS-HPC/VideoSys}}
@misc{dsp, title={B}, year=2024}
"""
LAYOUT = {"counted": ["{title}", "{citations} {stars}"]}
NUMBERS = {"PAB": {"citations": 1234}, "https://www.github.com/nus-hpc/videosys.git": {"stars": 35000}}


def lines(site) -> list[str]:
    """The lines of the publications as text."""
    found = re.findall(r'<p class="academic-line">(.*?)</p>', site.read("index.html"), re.DOTALL)
    return [re.sub(r"<[^>]*>", "", line) for line in found]


def files(numbers: object = NUMBERS, page: str = ".. publications::\n   :layout: counted") -> dict[str, str]:
    """A site with numbers."""
    return {"index.rst": PAGE + page, "p.bib": BIB, "metrics.json": json.dumps(numbers)}


def test_numbers_by_key_and_by_repository(make_site):
    """The key in any case, the repository however its address is written; what is missing prints nothing."""
    site = make_site(files(), academic_layouts=LAYOUT)
    assert site.warnings == []
    assert lines(site) == ["A", "1,234 citations ★\xa035k", "B"]


def test_numbers_are_those_of_the_sites_language(make_site):
    """As Babel formats them."""
    assert number_text(1234567, "de", brief=False) == "1.234.567"
    assert number_text(35000, "en", brief=True) == "35k"
    assert number_text(1250, "en", brief=True) == "1.2k"
    assert number_text(950, "en", brief=True) == "950"


def test_one_citation_is_one(make_site):
    """The singular."""
    site = make_site(files({"dsp": {"citations": 1}}), academic_layouts=LAYOUT)
    assert "1 citation" in lines(site)


def test_a_changed_number_is_shown_by_the_next_build(make_site):
    """Pages depend on the file, when it changes and when it appears."""
    first = make_site({name: text for name, text in files().items() if name != "metrics.json"}, academic_layouts=LAYOUT)
    assert lines(first) == ["A", "B"]
    site = make_site(files(), academic_layouts=LAYOUT)
    assert "1,234 citations" in lines(site)[1]
    path = site.app.srcdir / "metrics.json"
    path.write_text(json.dumps({"pab": {"citations": 2}}), encoding="utf-8")
    os.utime(path, (2_000_000_000, 2_000_000_000))
    assert "2 citations" in lines(make_site({}, academic_layouts=LAYOUT))[1]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("pab.citations", "1,234"),
        ("pab.stars", "35k"),
        ("https://github.com/NUS-HPC/VideoSys.stars", "35k"),
        ("citations", "1,234"),
        ("stars", "35k"),
    ],
)
def test_a_number_in_prose(make_site, role, expected):
    """Of a publication, of a repository, of the site."""
    site = make_site(files(page=f"Over :academic:metric:`{role}` of them."))
    assert site.warnings == []
    assert re.sub(r"<[^>]*>", "", site.read("index.html")).count(f"Over {expected} of them.") == 1


def test_a_number_that_is_missing_in_prose_is_told(make_site):
    """It prints nothing; the author asked for it by name."""
    site = make_site(files(page="Over :academic:metric:`pbb.citations` of them."))
    assert "did you mean 'pab.citations'? [academic.missing_number]" in site.warnings[0]


def test_a_total_of_the_files_own():
    """A number beside the entries is the site's."""
    metrics, problems = read_metrics(b'{"citations": 5000, "a": {"citations": 1}}', "metrics.json")
    assert (metrics.total("citations"), metrics.total("stars"), problems) == (5000, None, ())


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b'{\n "a": {"stars": 1,}\n}', Code.SYNTAX, 2),
        (b"[]", Code.SYNTAX, 1),
        (b"\xff\xfe", Code.ENCODING, 1),
        (b"[" * 100_000, Code.LIMIT, 1),
        (b'{\n"a": {"stars": "many"}}', Code.UNKNOWN_VALUE, 2),
        (b'{"a": {"stars": true}}', Code.UNKNOWN_VALUE, 1),
        (b'{"a": {"stars": -1}}', Code.UNKNOWN_VALUE, 1),
        (b'{"a": {"stars": NaN}}', Code.UNKNOWN_VALUE, 1),
    ],
)
def test_a_broken_file_costs_what_is_broken(content, code, line):
    """A problem with its line, and no exception."""
    _, problems = read_metrics(content, "metrics.json")
    assert [(problem.code, problem.location.line) for problem in problems] == [(code, line)]


def test_null_is_no_number_and_no_mistake():
    """What a script did not find."""
    assert read_metrics(b'{"a": {"stars": null}}', "metrics.json")[1] == ()


def test_a_named_file_that_is_missing_is_told(make_site):
    """The default may be missing, a file that the configuration names may not."""
    site = make_site({"index.rst": PAGE}, academic_metrics="counts.json")
    assert "the file of metrics 'counts.json' is not in the source folder [academic.missing_file]" in site.warnings[0]


def test_two_ways_to_write_an_address():
    """Scheme, host's www, end and case do not matter."""
    assert place_of("https://www.GitHub.com/A/B.git") == place_of("http://github.com/a/b/")
