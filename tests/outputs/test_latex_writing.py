"""Publications that wait for the translator: the same LaTeX as with all transforms, and the same warnings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from sphinx.writers.latex import LaTeXTranslator

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.latex import writing
from tests.outputs import ways
from tests.outputs.ways import built, write_site

ROOT = Path(__file__).parents[2]
EXAMPLES = ("lab", "languages", "looks", "noether", "long-cv", "xuanlei-zhao-2025")
INDEX = """\
Papers
======

See :academic:pub:`last`, :academic:pub:`hopper`, and :academic:pub:`elsewhere`.

.. publications::
   :filter: key != 'elsewhere' and key != 'nobody'
   :layout: all
   :search: type, year
   :numbered:
   :max-authors: 2

.. publication:: remarkable
   :class: mine

   A remark with a footnote [#f]_, and :academic:pub:`hopper`.

   .. [#f] Here.

.. publications::
   :filter: key != 'elsewhere' and key != 'nobody'
   :layout: other
   :group-by: type
"""
EARLIER = """\
:orphan:

Earlier
=======

.. publications::
"""
BIB = r"""
@article{plain, title = {A plain $x$}, author = {Ada Byron}, year = {2025}, journal = {J}, doi = {10.1/1}}
@article{simple, title = {A simple \emph{title}}, author = {Ada Byron and A B and C D}, year = {2025}, journal = {K}}
@article{remarkable, title = {The $k$-means \emph{of} {\"U}ber \& H$_2$O, a<b>"c" x@y.org \textsuperscript{2}},
  author = {Ada Byron* and Grace Hopper and Emmy Noether*† and Alan Turing and others}, year = {2024-05},
  journal = {Journal of \textbf{Things}}, volume = {3}, number = {1}, pages = {1--5}, doi = {10.1000/1_a%23},
  abstract = {With $\alpha$, and \textsc{small} words: 道.}, keywords = {a, b}, code = {files/code.zip},
  pdf = {https://example.org/x.pdf}, award = {Best Paper}, note = {See \url{https://example.org/a_b#c}}}
@inproceedings{hopper, title = {Later → and α-helices ≤ 3, with \texttt{code} and \textsc{Capitals}}, year = {2023},
  booktitle = {Proceedings of the Long Conference (CONF 2023)}, editor = {Lise Meitner and Jane Doe and Eva Roe},
  author = {Hopper, Grace and Byron, Ada and Curie, Marie and {\v{S}}imek, Jan and Lê Thị Hòa and Đặng, Ān}}
@book{unsettable, title = {道 and Łódź, 100 \% of #1 & ~x^2 \_ {braces} \\ back}, year = {2022},
  author = {王小明 and Ada Byron}, publisher = {A ﬁne \textbackslash press}}
@misc{long, title = {Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa and more},
  author = {Ada Byron}, year = {2021}}
@misc{bare}
@article{last, title = {A title of which there are enough words to fill more than one line of the page, surely so},
  author = {Ada Byron and Grace Hopper}, year = {2019}, journal = {J}, url = {mailto:x@example.org}}
"""
OTHER = """\
@misc{elsewhere, title = {Elsewhere}, author = {Ada Byron}, year = {2022}}
@misc{nobody, title = {Nobody}, author = {A B and Ada Byron}, year = {2021}}
"""
CONFIG = {**ways.CONFIG, "html_baseurl": "https://example.org/site"}
CV = [("index", "cv.tex", "CV", "Ada", "academic-cv")]


def outcome(source: Path, folder: Path, config: dict[str, Any]) -> tuple[dict[str, str], str]:
    """All documents of a site, and what was warned of."""
    with built("latex", source, folder, config) as app:
        found = {path.name: path.read_text("utf-8") for path in app.outdir.glob("*.tex")}
        return found, re.sub(r"\x1b\[\d*m", "", app.warning.getvalue())


def both(source: Path, folder: Path, patch: pytest.MonkeyPatch, config: dict[str, Any]) -> int:
    """Compare; says how many publications waited."""
    count = 0
    keep = writing.kept

    def counted(*given: Any, **options: Any) -> list[nodes.Element]:
        nonlocal count
        found = keep(*given, **options)
        count += sum(len(node["items"]) for node in found if isinstance(node, academic.academic_written))
        return found

    patch.setattr(writing, "kept", counted)
    ours = outcome(source, folder / "a", config)
    patch.setattr(writing, "keeper", lambda _app, _document: None)
    theirs = outcome(source, folder / "b", config)
    assert ours[0]
    assert ours == theirs
    return count


def site(folder: Path) -> Path:
    """A site with every part, every kind of text, and a page that is not in the PDF."""
    return write_site(folder, {"index.rst": INDEX, "earlier.rst": EARLIER, "all.bib": BIB, "other.bib": OTHER})


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_the_same_either_way(name, tmp_path, monkeypatch):
    """Every document of an example, byte for byte, and what it warns of."""
    both(ROOT / "docs" / "examples" / name, tmp_path, monkeypatch, {})


@pytest.mark.parametrize("engine", ["pdflatex", "xelatex", "lualatex"])
@pytest.mark.parametrize("is_cv", [False, True])
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_all_parts_are_the_same_either_way(engine, is_cv, language, tmp_path, monkeypatch):
    """Every part of a layout, marks, folded names, formulas, addresses, signs of TeX, in every engine."""
    config = {**CONFIG, "latex_engine": engine, "language": language, **({"latex_documents": CV} if is_cv else {})}
    count = both(site(tmp_path), tmp_path, monkeypatch, config)
    assert count >= 2 or language == "ar"


def test_several_documents_each_have_their_own_way(tmp_path, monkeypatch):
    """A CV and a report of the same page, from one build."""
    report = ("index", "report.tex", "All", "Ada", "manual")
    assert both(site(tmp_path), tmp_path, monkeypatch, {**CONFIG, "latex_documents": [*CV, report]})


def test_another_translator_writes_its_own_way(make_site):
    """An extension that changes how a node is written is asked for each of them."""

    class Loud(LaTeXTranslator):
        def visit_emphasis(self, _node: nodes.Element) -> None:
            self.body.append(r"\loud{")

    conf = """\
extensions = ["sphinxcontrib_academic"]
def setup(app):
    app.add_config_value("loud", None, "")
    app.connect("builder-inited", lambda app: app.set_translator("latex", app.config.loud, override=True))
"""
    files = {"index.rst": INDEX, "all.bib": BIB, "other.bib": OTHER, "conf.py": conf}
    made = make_site(files, builder="latex", loud=Loud, **CONFIG)
    [tex] = made.app.outdir.glob("*.tex")
    assert r"\loud{" in tex.read_text("utf-8")


def test_no_transform_looks_at_what_waits(make_site):
    """A list is one node, whatever its length."""
    entry = "@article{{a{0}, title={{$x$ in T}}, author={{Ada Byron and B C}}, doi={{10.1/{0}}}}}"
    made = make_site(
        {"index.rst": "A\n=\n\n.. publications::\n", "p.bib": "\n".join(map(entry.format, range(50)))}, builder="latex"
    )
    doctree = made.resolved()
    [waiting] = doctree.findall(academic.academic_written)
    assert len(waiting["items"]) == 50
    assert not list(doctree.findall(academic.academic_publication))


def test_what_a_pdf_does_not_show_is_not_warned_of(make_site):
    """Abstracts, and authors who are folded away, may have signs that the engine lacks."""
    bib = "@misc{a, title = {T}, author = {A B and C D and E F and 王小明}, abstract = {道}, year = {2020}}"
    page = "A\n=\n\n.. publications::\n   :max-authors: 2\n\n.. publication:: a\n   :max-authors: 2\n"
    made = make_site({"index.rst": page, "a.bib": bib}, builder="latex", academic_profile={"name": "A B"})
    assert made.warnings == []
