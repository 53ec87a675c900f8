"""After an edit exactly those pages are read and written again that must be, and everything is as in a fresh build."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

if TYPE_CHECKING:
    from pathlib import Path

BIB = (
    "@article{one, title={One}, author={Bee, Ann}, year=2020, keywords={x}}\n"
    "@article{two, title={Two}, author={Cee, Bob}, year=2021, pdf={two.pdf}}\n"
    "@article{three, title={Three}, author={Dee, Cat}, year=2022}\n"
)
CAREER = "education:\n- title: B.Sc.\n  organization: There\n  date: 2015\naward:\n- title: Prize\n  date: 2016\n"

FILES: dict[str, str] = {
    "conf.py": (
        'extensions = ["sphinxcontrib_academic"]\nproject = "x"\nhtml_theme = "alabaster"\n'
        'academic_bibfiles = ["a.bib", "career.yaml"]\nacademic_profile = {"name": "Ann Bee", "photo": "me.png"}\n'
    ),
    "a.bib": BIB,
    "career.yaml": CAREER,
    "metrics.json": '{"one": {"stars": 1200}, "two": {"stars": 7}}',
    "two.pdf": "%PDF-1.4",
    "me.png": "a portrait",
    "index.rst": "Index\n=====\n\nWords.\n\n.. toctree::\n   :glob:\n\n   *\n",
    "all.rst": "All\n===\n\n.. publications::\n",
    "year.rst": "Year\n====\n\n.. publications::\n   :filter: year == 2022\n",
    "one.rst": "One\n===\n\n.. publication:: one\n   :no-index:\n",
    "said.rst": "Said\n====\n\nSee :academic:pub:`two`.\n",
    "any.rst": "Any\n===\n\nSee :any:`three`.\n",
    "school.rst": "School\n======\n\n.. timeline:: education\n",
    "stars.rst": "Stars\n=====\n\n:academic:metric:`one.stars`\n",
    "who.rst": "Who\n===\n\n.. profile::\n",
    "plain.rst": "Plain\n=====\n\nNothing of ours.\n",
}


@dataclass
class Built:
    """What a build did."""

    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def touched(self) -> set[str]:
        """The pages that were rebuilt."""
        return self.read | self.written


@pytest.fixture
def site(tmp_path: Path):
    """A site that can be edited and built again."""
    source = tmp_path / "source"
    source.mkdir()
    return Edited(source, tmp_path)


class Edited:
    """A site between its builds."""

    def __init__(self, source: Path, folder: Path) -> None:
        self.source, self.folder = source, folder
        self.write(FILES)

    def write(self, files: dict[str, str | None]) -> None:
        """Write or remove files, later than everything that was built."""
        for name, text in files.items():
            path = self.source / name
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")

    def touch(self, name: str) -> None:
        """Change the date of a file."""
        path = self.source / name
        later = path.stat().st_mtime + 1000
        os.utime(path, (later, later))

    def build(self, out: str = "out", builder: str = "html", **config: Any) -> Built:
        """Build on the doctrees that are there."""
        app = SphinxTestApp(
            builder, srcdir=self.source, builddir=self.folder / out, confoverrides=config, freshenv=False
        )
        built = Built()
        app.connect("source-read", lambda _app, docname, _content: built.read.add(docname))
        app.connect("doctree-resolved", lambda _app, _doctree, docname: built.written.add(docname))
        try:
            app.build()
            built.warnings = [line for line in strip_colors(app.warning.getvalue()).splitlines() if line.strip()]
            built.pages = {path.name: path.read_text("utf-8") for path in app.outdir.glob("*.html")}
            built.pages |= {path.name: path.read_text("utf-8") for path in app.outdir.glob("*.tex")}
        finally:
            app.cleanup()
        return built

    def fresh(self, **config: Any) -> Built:
        """Build from nothing."""
        shutil.rmtree(self.folder / "fresh", ignore_errors=True)
        return self.build("fresh", **config)


ROWS: dict[str, tuple[dict[str, str | None], set[str]]] = {
    "another title": ({"a.bib": BIB.replace("{One}", "{Uno}")}, {"all", "one"}),
    "an entry that is only mentioned": ({"a.bib": BIB.replace("{Two}", "{Zwei}")}, {"all", "said"}),
    "an entry that any refers to": ({"a.bib": BIB.replace("{Three}", "{Drei}")}, {"all", "year", "any"}),
    "an entry joins a list": ({"a.bib": BIB.replace("2020", "2022")}, {"all", "one", "year"}),
    "an entry comes": ({"a.bib": BIB + "@article{four, title={Four}, year=2019}\n"}, {"all"}),
    "an entry goes": ({"a.bib": "".join(BIB.splitlines(keepends=True)[:2])}, {"all", "year", "any"}),
    "a comment": ({"a.bib": "Words.\n\n" + BIB}, set()),
    "education": ({"career.yaml": CAREER.replace("B.Sc.", "B.A.")}, {"school"}),
    "an award that no page shows": ({"career.yaml": CAREER.replace("Prize", "Medal")}, set()),
    "education comes": ({"career.yaml": CAREER.replace("award:", "- title: M.Sc.\n  date: 2017\naward:")}, {"school"}),
    "stars of one": ({"metrics.json": FILES["metrics.json"].replace("1200", "1300")}, {"all", "one", "stars"}),
    "a linked file": ({"two.pdf": "%PDF-1.5"}, {"all"}),
    "the portrait": ({"me.png": "another portrait"}, {"who"}),
    "a plain page": ({"plain.rst": FILES["plain.rst"] + "\nMore.\n"}, {"plain"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_exactly_those_pages_are_rebuilt(site, name):
    """Those whose answers changed, those that show or refer to what changed, and no other."""
    files, expected = ROWS[name]
    site.build()
    site.write(files)
    built = site.build()
    assert built.touched - {"index"} == expected
    assert built.pages == site.fresh().pages
    assert site.build().touched == set()


@pytest.mark.parametrize("name", ["a.bib", "career.yaml", "metrics.json", "two.pdf", "me.png"])
def test_touching_a_file_rebuilds_nothing(site, name):
    """Files are told apart by what they hold."""
    site.build()
    site.touch(name)
    assert site.build().touched == set()


@pytest.mark.parametrize(
    "config",
    [
        {"academic_layout": "compact"},
        {"academic_date_format": "iso"},
        {"academic_owner_style": "underline"},
        {"academic_details": ["bibtex"]},
        {"academic_profile": {"name": "Cat Dee"}},
        {"academic_sort": "title"},
        {"academic_max_authors": 1},
        {"academic_bibfiles": ["a.bib"]},
    ],
    ids=lambda config: next(iter(config)),
)
def test_a_value_changes_the_pages_that_have_anything_of_ours(site, config):
    """The others stay as they are."""
    site.build()
    built = site.build(**config)
    assert "plain" not in built.touched
    assert built.pages == site.fresh(**config).pages


def test_another_version_of_ours_is_another_content(site, monkeypatch):
    """Pages are read and written again."""
    site.build()
    monkeypatch.setattr("sphinxcontrib_academic.__version__", "99")
    assert {"all", "one", "said", "who", "stars"} <= site.build().read


def test_one_output_does_not_make_another_one_forget(site):
    """HTML, an edit, LaTeX, then HTML on the same doctrees."""
    site.build()
    site.write({"a.bib": BIB.replace("{One}", "{Uno}")})
    site.build(builder="latex")
    built = site.build()
    assert built.written - {"index"} == {"all", "one"}
    assert built.pages == site.fresh().pages


@pytest.mark.parametrize("name", ["pages", "works"])
@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "words"])
def test_broken_files_of_ours_are_made_anew_in_silence(site, name, harm):
    """What is damaged, cut short or of another program is as good as none."""
    site.build()
    for path in (site.folder / "out").rglob(f"*.{name}"):
        data = path.read_bytes()
        half = len(data) // 2
        flipped = data[:half] + bytes([data[half] ^ 1]) + data[half + 1 :]
        path.write_bytes({"cut": data[:half], "flip": flipped, "empty": b"", "words": b"words"}[harm])
    site.write({"plain.rst": FILES["plain.rst"] + "\nMore.\n", "a.bib": BIB.replace("{One}", "{Uno}")})
    built = site.build()
    assert built.warnings == []
    assert built.pages == site.fresh().pages


def test_a_build_that_was_killed_is_done_again(site):
    """The page was cut short, and is later than its source."""
    site.build()
    mark = next((site.folder / "out").rglob("*.pages")).with_suffix(".unfinished")
    mark.touch()
    page = site.folder / "out" / "html" / "all.html"
    page.write_text("cut sho", encoding="utf-8")
    assert site.build().pages == site.fresh().pages
    assert not mark.exists()
    assert site.build().touched == set()


def test_problems_of_data_files_are_said_when_the_files_change(site):
    """Once for what they hold, as those of pages are."""
    site.write({"a.bib": BIB.replace("year=2020,", "year=2020")})
    assert any("a.bib:1" in line for line in site.build().warnings)
    site.write({"plain.rst": "Plain\n=====\n"})
    assert site.build().warnings == []
    site.write({"a.bib": BIB.replace("year=2020,", "year=2020") + "\n"})
    assert any("a.bib:1" in line for line in site.build().warnings)
