"""Publications that are written at once: the same HTML as the visitors write, the same search, and nothing kept."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.html import writing
from tests.outputs.ways import CONFIG, built, write_site

ROOT = Path(__file__).parents[2]
EXAMPLES = ("lab", "languages", "looks", "noether", "xuanlei-zhao-2025")
PAGE = """\
Papers
======

.. publications::
   :layout: all
   :search: type, year
   :numbered:
   :max-authors: 2

.. publication:: remarkable
   :name: here
   :class: mine

.. publication:: hopper
   :class: yours

.. publications::
   :layout: other
"""
BIB = r"""
@article{remarkable, title = {The $k$-means \emph{of} {\"U}ber \& H$_2$O, a<b>"c" x@y.org}, year = {2024-05},
  author = {Ada Byron* and Grace Hopper and Emmy Noether*† and Alan Turing and others},
  journal = {Journal of \textbf{Things}}, volume = {3}, number = {1}, pages = {1--5}, doi = {10.1000/1},
  abstract = {With $\alpha$, and \textsc{small} words. \url{https://example.org/a?b&c}}, keywords = {a, b},
  code = {files/code.zip}, pdf = {https://example.org/x.pdf}, award = {Best Paper}, note = {See \url{https://example.org}}}
@inproceedings{hopper, title = {Later}, year = {2023}, author = {Hopper, Grace and Byron, Ada and Curie, Marie},
  booktitle = {Proceedings of the Long Conference (CONF 2023)}, editor = {Lise Meitner and Jane Doe and Eva Roe}}
@misc{bare}
"""


def outcome(source: Path, folder: Path, config: dict[str, object]) -> dict[str, str]:
    """All pages of a site, and its index."""
    with built("html", source, folder, config) as app:
        paths = [*app.outdir.rglob("*.html"), app.outdir / "searchindex.js"]
        return {str(path.relative_to(app.outdir)): path.read_text("utf-8") for path in paths}


def both(
    source: Path, folder: Path, patch: pytest.MonkeyPatch, config: dict[str, object]
) -> tuple[dict[str, str], dict[str, str], int]:
    """What is written at once, what the visitors write, and how many publications were written at once."""
    count = 0
    write = writing.written

    def counted(*given: Any) -> list[nodes.Element]:
        nonlocal count
        found = write(*given)
        count += sum(len(node["pieces"]) for node in found if isinstance(node, academic.academic_written))
        return found

    patch.setattr(writing, "written", counted)
    ours = outcome(source, folder / "a", config)
    patch.setattr(writing, "writer", lambda _app: None)
    return ours, outcome(source, folder / "b", config), count


def site(folder: Path) -> Path:
    """A site with every part and every kind of text."""
    return write_site(folder, {"index.rst": PAGE, "papers.bib": BIB})


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_the_same_either_way(name, tmp_path, monkeypatch):
    """Every page of an example, byte for byte, and its index."""
    ours, theirs, count = both(ROOT / "docs" / "examples" / name, tmp_path, monkeypatch, {})
    assert count
    assert ours == theirs


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
@pytest.mark.parametrize("renderer", ["mathjax", "academic-mathml"])
def test_all_parts_are_the_same_either_way(theme, renderer, tmp_path, monkeypatch):
    """Every part of a layout, marks, folded names, formulas, addresses and signs of HTML."""
    config = {**CONFIG, "html_theme": theme, "html_math_renderer": renderer}
    ours, theirs, count = both(site(tmp_path), tmp_path, monkeypatch, config)
    assert count >= 6
    assert ours == theirs
    assert "academic-hidden" not in ours["index.html"]


@pytest.mark.parametrize("builder", ["dirhtml", "singlehtml"])
def test_other_pages_are_the_same_either_way(builder, tmp_path, monkeypatch):
    """The builders of pages with other addresses."""
    pages = []
    source = site(tmp_path)
    for name in ("a", "b"):
        with built(builder, source, tmp_path / name, CONFIG) as app:
            pages.append((app.outdir / "index.html").read_text("utf-8"))
        monkeypatch.setattr(writing, "writer", lambda _app: None)
    assert pages[0] == pages[1]


def test_another_translator_writes_all_itself(make_site):
    """Where a theme or an extension changes how a node is written, its way is taken."""

    class Loud(HTML5Translator):
        def visit_emphasis(self, node: nodes.Element) -> None:
            self.body.append(self.starttag(node, "em", "", CLASS="loud"))

    files = {"index.rst": PAGE, "papers.bib": BIB}
    conf = """\
extensions = ["sphinxcontrib_academic"]
def setup(app):
    app.add_config_value("loud", None, "")
    app.connect("builder-inited", lambda app: app.set_translator("html", app.config.loud, override=True))
"""
    made = make_site({**files, "conf.py": conf}, loud=Loud, **CONFIG)
    assert '<em class="loud">' in made.read("index.html")


def test_nothing_is_kept_of_what_is_written(make_site):
    """A page keeps the words and the HTML of its publications, no node of theirs."""
    entry = "@article{{a{0}, title={{$x$ in T}}, author={{Ada Byron and B C}}, doi={{10.1/{0}}}}}"
    entries = "\n".join(map(entry.format, range(50)))
    made = make_site({"index.rst": "A\n=\n\n.. publications::\n", "p.bib": entries})
    before = ours()
    doctree = made.resolved()
    assert len(list(doctree.findall(academic.academic_written))) == 1
    assert ours() == before


def ours() -> int:
    """How many lines and links there are."""
    gc.collect()
    return sum(isinstance(one, (academic.academic_line, academic.academic_link)) for one in gc.get_objects())
