"""Beside other extensions: loaded in either order, no warning, and both still work."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

BIB = """@article{doe2024, title={On X}, author={Doe, Jane}, journal={J}, year=2024, abstract={Of things.}}
@article{roe2023, title={On Y}, author={Roe, Richard}, journal={J}, year=2023}
"""
OURS = """
.. profile::

   I write, see :academic:pub:`doe2024`.

.. publications::

.. timeline:: news

   :2024: Something
"""
INSIDE = """
.. grid:: 2

   .. grid-item-card:: Papers

      .. publications::
         :filter: key == "doe2024"

   .. grid-item::

      .. timeline:: news

         :2024: In a grid

.. card:: A card

   .. publication:: roe2023

.. tab-set::

   .. tab-item:: First

      .. publications::
         :layout: card

   .. tab-item:: Second

      .. timeline:: news

         :2020: **Developer**, a company

.. dropdown:: More

   .. profile::
      :name: jane

      In a dropdown.

"""
THEIRS: dict[str, tuple[str, str, str]] = {
    "sphinxcontrib.bibtex": (
        "bibtex_bibfiles = ['refs.bib']",
        "\n:cite:`doe2024`, :any:`roe2023`, :any:`doe2024`\n\n.. bibliography::\n",
        r'href="#id\d|class="citation"',
    ),
    "sphinx_design": ("", INSIDE, "sd-tab-set"),
    "ablog": ("blog_baseurl = 'https://example.org/'\nblog_title = 'Blog'", "\n.. postlist::\n", "A post"),
    "sphinxext.opengraph": (
        "ogp_site_url = 'https://example.org/'\nogp_social_cards = {'enable': False}",
        "",
        "og:title",
    ),
    "sphinx_copybutton": ("", "\n.. code-block:: python\n\n   x = 1\n", "copybutton"),
    "sphinx_timeline": ("", "", "academic-timeline"),
    "myst_parser": ("", "", "In Markdown"),
}
"""What ``conf.py`` says, what a page has, and what the page then shows that is theirs."""
POST = "A post\n======\n\n.. post:: 2024-01-02\n   :tags: x\n\nWords, see :academic:pub:`doe2024`.\n"
MARKDOWN = '# In Markdown\n\n```{publications}\n:filter: year == "2024"\n```\n\n{academic:pub}`doe2024`\n'


def site(folder: Path, extensions: list[str], conf: str, text: str, *, ours: bool) -> Path:
    """One page with our things, if they are wanted, and theirs."""
    folder.mkdir()
    (folder / "conf.py").write_text(
        f"extensions = {extensions!r}\nproject = 'Jane Doe'\nhtml_theme = 'alabaster'\n{conf}\n"
        + "academic_profile = {'name': 'Jane Doe'}\nacademic_bibfiles = ['refs.bib']\n" * ours,
        encoding="utf-8",
    )
    more = [name for name, needed in (("post", "ablog"), ("md", "myst_parser")) if needed in extensions]
    toctree = "\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in more) if more else ""
    page = f"Jane Doe\n========\n{OURS * ours}{text}{toctree}"
    if "sphinx_timeline" in extensions:
        # the short name is theirs
        page = page.replace(".. timeline::", ".. academic:timeline::")
    (folder / "index.rst").write_text(page, encoding="utf-8")
    (folder / "refs.bib").write_text(BIB, encoding="utf-8")
    if "ablog" in extensions:
        (folder / "post.rst").write_text(
            POST if ours else POST.replace(":academic:pub:`doe2024`", "it"), encoding="utf-8"
        )
    if "myst_parser" in extensions:
        (folder / "md.md").write_text(MARKDOWN if ours else "# In Markdown\n", encoding="utf-8")
    return folder


def run(builder: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build it, every warning an error."""
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "--keep-going", "-b", builder]
    command += [str(folder), str(folder.parent / f"{folder.name}-{builder}")]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@cache
def broken_alone(extension: str, builder: str, folder: Path) -> str:
    """What the extension says of itself where ours is not loaded."""
    conf, text, _ = THEIRS[extension]
    text = "" if extension == "sphinx_design" else text
    text = text.replace(", :any:`roe2023`", "")
    result = run(builder, site(folder, [extension], conf, text, ours=False))
    return result.stderr.strip() if result.returncode else ""


@pytest.mark.parametrize("first", [True, False], ids=["ours-first", "theirs-first"])
@pytest.mark.parametrize("extension", THEIRS)
def test_both_work_in_either_order(extension, first, tmp_path):
    """No warning; their thing is on the page, and so are ours."""
    if find_spec(extension.partition(".")[0]) is None or find_spec(extension) is None:
        pytest.skip(f"{extension} is not installed")
    conf, text, theirs = THEIRS[extension]
    extensions = ["sphinxcontrib_academic", extension] if first else [extension, "sphinxcontrib_academic"]
    source = site(tmp_path / "site", extensions, conf, text, ours=True)
    result = run("html", source)
    if result.returncode and (alone := broken_alone(extension, "html", tmp_path / "alone")):
        pytest.skip(f"{extension} says without us, too: {alone.splitlines()[-1][:200]}")
    assert (result.returncode, result.stderr) == (0, "")
    html = (tmp_path / "site-html" / "index.html").read_text(encoding="utf-8")
    assert re.search(theirs, html)
    for ours in ("academic-profile", "academic-publications", "academic-timeline", 'id="pub-doe2024"'):
        assert ours in html


def test_all_of_them_together(tmp_path):
    """Every extension that is installed, in HTML and in LaTeX."""
    names = [name for name in THEIRS if find_spec(name.partition(".")[0]) and find_spec(name)]
    broken = {name for name in names if broken_alone(name, "html", tmp_path / f"alone-{name}")}
    names = [name for name in names if name not in broken]
    conf = "\n".join(THEIRS[name][0] for name in names)
    text = "".join(THEIRS[name][1] for name in names)
    source = site(tmp_path / "site", ["sphinxcontrib_academic", *names], conf, text, ours=True)
    for builder in ("html", "latex"):
        result = run(builder, source)
        assert (result.returncode, result.stderr) == (0, "")
