"""Builds in which nothing is read or written leave the inventory and the index of the search alone, others do not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sphinx

FILES = {
    "index.rst": "Home\n====\n\n.. toctree::\n\n   more\n\n.. publications::\n",
    "more.rst": "More\n====\n\n.. publication:: one\n\nWords.\n",
    "papers.bib": "@misc{one, title={One}, year=2020}\n@misc{two, title={Two}, year=2021}\n",
}
BEFORE_9 = pytest.mark.skipif(sphinx.version_info < (9,), reason="Sphinx 8 writes neither where it writes no page")
LISTS = ("objects.inv", "searchindex.js")


def ages(site) -> list[float]:
    """When each list was written."""
    return [(site.app.outdir / name).stat().st_mtime for name in LISTS]


@pytest.fixture
def built(make_site):
    """A site whose lists were written long ago, and their contents."""
    site = make_site(FILES)
    contents = [(site.app.outdir / name).read_bytes() for name in LISTS]
    for name in LISTS:
        os.utime(site.app.outdir / name, (0, 0))
    return contents


def test_nothing_is_written_where_nothing_changed(built, make_site):
    """They are what they were."""
    site = make_site({})
    assert ages(site) == [0, 0]
    assert [(site.app.outdir / name).read_bytes() for name in LISTS] == built
    os.utime(site.app.srcdir / "papers.bib")
    assert ages(make_site({})) == [0, 0]


@BEFORE_9
def test_what_is_missing_is_written(built, make_site, tmp_path):
    """Somebody has removed it; without an index Sphinx itself stops."""
    [inventory] = tmp_path.glob("build/html/objects.inv")
    inventory.unlink()
    site = make_site({})
    assert inventory.read_bytes() == built[0]
    assert ages(site)[1] == 0


@pytest.mark.parametrize(
    "changed",
    [
        {"more.rst": FILES["more.rst"] + "\nOthers.\n"},
        {"papers.bib": FILES["papers.bib"].replace("Two", "Zwei")},
        {"papers.bib": FILES["papers.bib"] + "@misc{three, title={Three}}\n"},
        {"new.rst": ":orphan:\n\nNew\n===\n"},
    ],
)
def test_both_are_written_where_anything_changed(built, make_site, changed):
    """A page, an entry, one more of either."""
    assert 0 not in ages(make_site(changed))


@BEFORE_9
def test_a_page_may_go(built, make_site, tmp_path):
    """Then it is in neither."""
    (tmp_path / "source" / "more.rst").unlink()
    site = make_site({})
    assert 0 not in ages(site)
    assert "more" not in site.read("searchindex.js").partition("docnames:")[2].partition("]")[0]
    assert (site.app.outdir / "objects.inv").read_bytes() != built[0]


@pytest.mark.parametrize("setting", [{"html_title": "Another"}, {"version": "2"}, {"academic_layout": "cv"}])
def test_a_setting_is_a_change(built, make_site, setting):
    """Pages are read or written again."""
    assert 0 not in ages(make_site({}, **setting))


def test_another_output_has_its_own(built, make_site):
    """The first build of an output on the same doctrees writes both."""
    site = make_site({}, builder="dirhtml")
    assert all(Path(site.app.outdir, name).is_file() for name in LISTS)


def test_a_builder_may_build_again(built, make_site):
    """Some tools keep it; what it left alone once it writes when something has changed."""
    site = make_site({})
    assert ages(site) == [0, 0]
    (site.app.srcdir / "more.rst").write_text(FILES["more.rst"] + "\nOthers.\n", encoding="utf-8")
    site.app.build()
    assert 0 not in ages(site)
