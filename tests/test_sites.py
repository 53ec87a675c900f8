"""Whole sites: every builder, in parallel as one by one, and beside other extensions, without a warning."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

DEMO = ROOT / "docs" / "examples" / "noether"
BUILDERS = (
    "html", "dirhtml", "singlehtml", "latex", "text", "man", "texinfo", "epub", "gettext", "xml", "pseudoxml",
    "linkcheck",
)  # fmt: skip


def build(builder: str, source: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run ``sphinx-build -n -W`` with doctrees beside the output."""
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-E", "-b", builder]
    command += ["-d", f"{out}.doctrees", "-D", "linkcheck_ignore=.*", *options, str(source), str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_builds_the_demo_without_a_warning(builder, tmp_path):
    """Nothing but docutils' own nodes is needed, except in HTML and LaTeX."""
    result = build(builder, DEMO, tmp_path / "out")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_four_processes_build_the_same_bytes(builder, tmp_path, monkeypatch):
    """``-j 4`` equals ``-j 1``."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    source = tmp_path / "source"
    shutil.copytree(DEMO, source, ignore=shutil.ignore_patterns("_build"))
    # enough pages that Sphinx really reads in parallel
    pages = [f"page{number}" for number in range(12)]
    for page in pages:
        text = f"{page}\n======\n\n.. publications::\n   :limit: 3\n\nSee :academic:pub:`noether1918variation`.\n"
        (source / f"{page}.rst").write_text(text, encoding="utf-8")
    toc = "\n   ".join(["publications", "cv", *pages])
    index = (DEMO / "index.rst").read_text(encoding="utf-8").split(".. toctree::")[0]
    (source / "index.rst").write_text(f"{index}\n.. toctree::\n   :hidden:\n\n   {toc}\n", encoding="utf-8")
    outputs = []
    for jobs in ("1", "4"):
        result = build(builder, source, tmp_path / jobs, "-j", jobs)
        assert (result.returncode, result.stderr) == (0, "")
        outputs.append(contents(tmp_path / jobs))
    assert outputs[0] == outputs[1]


NEIGHBOURS = ["sphinxcontrib.bibtex", "sphinx_design", "myst_parser"]


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
@pytest.mark.parametrize("first", [True, False], ids=["before", "behind"])
def test_neighbours_can_be_loaded_in_either_order(builder, first, tmp_path):
    """With sphinxcontrib-bibtex, sphinx-design and MyST: no warning, and a shared ``.bib``."""
    ours = ["sphinxcontrib_academic"]
    extensions = [*ours, *NEIGHBOURS] if first else [*NEIGHBOURS, *ours]
    source = tmp_path / "source"
    shutil.copytree(DEMO, source, ignore=shutil.ignore_patterns("_build"))
    with (source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"\nextensions = {extensions!r}\nbibtex_bibfiles = ['publications.bib']\n")
    result = build(builder, source, tmp_path / "out")
    assert (result.returncode, result.stderr) == (0, "")


def test_any_is_left_to_the_citation_where_a_key_is_cited(tmp_path):
    """``:any:`` is not ambiguous beside sphinxcontrib-bibtex; a key that nothing cites is ours."""
    source = tmp_path / "source"
    source.mkdir()
    entries = [
        f"@article{{{key}, title={{The {key}}}, author={{A B}}, journal={{J}}, year=2020}}" for key in ("k1", "k2")
    ]
    (source / "refs.bib").write_text("\n".join(entries), encoding="utf-8")
    extensions = ["sphinxcontrib_academic", "sphinxcontrib.bibtex"]
    (source / "conf.py").write_text(f"extensions = {extensions!r}\nbibtex_bibfiles = ['refs.bib']\n", encoding="utf-8")
    page = "T\n=\n\n:cite:`k1` :any:`k1` :any:`k2`\n\n.. bibliography::\n\n.. publications::\n"
    (source / "index.rst").write_text(page, encoding="utf-8")
    result = build("html", source, tmp_path / "out")
    assert (result.returncode, result.stderr) == (0, "")
    assert 'href="#pub-k2"' in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("builder", "target"), [("latex", "papers:pub-a"), ("singlehtml", 'id="pub-a"')])
def test_a_document_of_several_pages_has_one_anchor_where_references_lead(builder, target, tmp_path):
    """The canonical page's, even if another page shows the publication first."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "p.bib").write_text("@article{a, title={A}}\n@article{b, title={B}}", encoding="utf-8")
    (source / "conf.py").write_text('extensions = ["sphinxcontrib_academic"]\nproject = "x"\n', encoding="utf-8")
    index = "T\n=\n\n.. publication:: a\n\n:academic:pub:`a`\n\n.. toctree::\n\n   papers\n"
    (source / "index.rst").write_text(index, encoding="utf-8")
    (source / "papers.rst").write_text("P\n=\n\n.. publications::\n", encoding="utf-8")
    result = build(builder, source, tmp_path / "out")
    assert (result.returncode, result.stderr) == (0, "")
    [output] = [*(tmp_path / "out").glob("x.tex"), *(tmp_path / "out").glob("index.html")]
    text = output.read_text(encoding="utf-8")
    assert text.count(target) == (2 if builder == "latex" else 1)
