"""The examples of the documentation say the same in reStructuredText and in MyST Markdown."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from docutils import nodes

ROOT = Path(__file__).resolve().parents[1]
SNIPPETS = ROOT / "docs" / "snippets"
NAMES = sorted(path.relative_to(SNIPPETS).with_suffix("").as_posix() for path in SNIPPETS.rglob("*.rst"))

CONF = """
import runpy
documentation = runpy.run_path({conf!r})
academic_profile = {{**documentation["academic_profile"], "photo": "noether.png", "links": {{}}}}
academic_bibfiles = ["publications.bib", "career.yaml"]
academic_people = documentation["academic_people"]
extensions = ["myst_parser", "sphinxcontrib_academic"]
myst_enable_extensions = documentation["myst_enable_extensions"]
"""


@pytest.fixture(scope="module")
def doctrees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One site with a page for each snippet in each markup, read by Sphinx; the folder of its doctrees."""
    source = tmp_path_factory.mktemp("snippets")
    demo = ROOT / "docs" / "examples" / "noether"
    for path in (demo / "publications.bib", demo / "career.yaml", demo / "images" / "noether.png"):
        (source / path.name).write_bytes(path.read_bytes())
    (source / "metrics.json").write_bytes((ROOT / "docs" / "metrics.json").read_bytes())
    (source / "conf.py").write_text(CONF.format(conf=str(ROOT / "docs" / "conf.py")), encoding="utf-8")
    pages = []
    for name in NAMES:
        for markup, head in (("rst", "Page\n====\n\n"), ("md", "# Page\n\n")):
            page = f"{name.replace('/', '-')}-{markup}"
            text = (SNIPPETS / f"{name}.{markup}").read_text(encoding="utf-8")
            (source / f"{page}.{markup}").write_text(head + text, encoding="utf-8")
            pages.append(page)
    toctree = "\n".join(f"   {page}" for page in pages)
    (source / "index.rst").write_text(f"Pages\n=====\n\n.. toctree::\n\n{toctree}\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", "html"]
    folders = [source, source / "_build", "-d", source / "_doctrees"]
    outcome = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
    assert outcome.stderr == ""
    return source / "_doctrees"


def what_is_said(path: Path) -> str:
    """A doctree as text, without what only tells how it was typed: names for reST's ``name_``, ends of lines."""
    tree: nodes.document = pickle.loads(path.read_bytes())
    for node in tree.findall(nodes.Element):
        for name in ("name", "refdoc", "translation_progress", "classifier", "myst", "filename"):
            node.attributes.pop(name, None)
        node.attributes["names"] = []
        texts = "".join("\0" if isinstance(child, nodes.Element) else str(child) for child in node.children)
        elements = [child for child in node.children if isinstance(child, nodes.Element)]
        if len(elements) != len(node.children):
            words = [nodes.Text(" ".join(text.split("\n"))) for text in texts.split("\0")]
            mixed = [child for pair in zip(words, [*elements, None], strict=True) for child in pair]
            node.children = [child for child in mixed if child is not None and child != ""]
    return "\n".join(child.pformat() for child in tree.children)


def test_every_snippet_has_a_twin() -> None:
    """Each snippet stands there in both markups."""
    twins = sorted(path.relative_to(SNIPPETS).with_suffix("").as_posix() for path in SNIPPETS.rglob("*.md"))
    assert twins == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_both_markups_give_the_same_doctree(doctrees: Path, name: str) -> None:
    """The directives work from MyST Markdown and give the same doctree."""
    page = name.replace("/", "-")
    assert what_is_said(doctrees / f"{page}-md.doctree") == what_is_said(doctrees / f"{page}-rst.doctree")
