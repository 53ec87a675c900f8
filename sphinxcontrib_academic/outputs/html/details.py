"""What is unfolded without a script: abstracts, BibTeX, lists of authors; and files of BibTeX to download."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.render.bibtex_source import bibtex_file
from sphinxcontrib_academic.render.details import own_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

SCRIPT = "sphinxcontrib-academic-copy.js"
FOLDER = "_downloads/academic"

COPY_WORDS = {"copy": "Copy", "copied": "Copied", "selected": "Selected"}
"""What the button says: before, behind, and where only the reader can copy."""


def visit_line(self: HTML5Translator, node: nodes.Element) -> None:
    """A line is a paragraph, so that it is read as a unit; what is unfolded stands behind it, in one row with it."""
    tag, words, details = line_of(node)
    if details:
        self.body.append('<div class="academic-row">\n')
    if words:
        self.body.append(self.starttag(node, tag, "", CLASS="academic-line"))
        for child in words:
            child.walkabout(self)
        self.body.append(f"</{tag}>\n")
    for child in details:
        child.walkabout(self)
    if details:
        self.body.append("</div>\n")
    raise nodes.SkipNode


def line_of(line: nodes.Node) -> tuple[str, list[nodes.Node], list[nodes.Node]]:
    """The element that a line is, what stands in it, and what is unfolded behind it."""
    details: list[nodes.Node] = [child for child in line.children if isinstance(child, academic.academic_disclosure)]
    words = [child for child in line.children if not isinstance(child, academic.academic_disclosure)]
    # a paragraph cannot hold names that are unfolded
    unfolds = any(academic.academic_more in map(type, (word, *word.children)) for word in words)
    return "div" if unfolds else "p", words, details


def visit_details(self: HTML5Translator, node: nodes.Element) -> None:
    """The browser unfolds it; books that a program reads aloud or prints have no use for it."""
    if self.builder.embedded:
        raise nodes.SkipNode
    self.body.append(self.starttag(node, "details", ""))


def visit_source(self: HTML5Translator, node: nodes.Element) -> None:
    """Text as it is typed; nothing in it is a link or a word of the language of the page."""
    self.body.append(self.starttag(node, "pre", "", CLASS="academic-source notranslate", translate="no"))
    self.body.append(self.encode(node.astext()))
    self.body.append("</pre>")
    raise nodes.SkipNode


def visit_more(self: HTML5Translator, node: nodes.Element) -> None:
    """Names that are unfolded in their place."""
    self.body.append(self.starttag(node, "span" if self.builder.embedded else "details", ""))


def depart_more(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close what ``visit_more`` opened."""
    self.body.append("</span>" if self.builder.embedded else "</details>")


def visit_more_words(self: HTML5Translator, node: nodes.Element) -> None:
    """What is pressed; a book shows all names."""
    if self.builder.embedded:
        raise nodes.SkipNode
    self.body.append(self.starttag(node, "summary", ""))


def visit_download(self: HTML5Translator, node: nodes.Element) -> None:
    """A link to the file that ``write_downloads`` makes."""
    if not self.builder.download_support:
        raise nodes.SkipNode
    target = f"{self.builder.dlpath}/academic/{quote(node['filename'])}"
    words = self.encode(domain_of(self.builder.env).setting.words("Download as BibTeX"))
    self.body.append(self.starttag(node, "p", ""))
    self.body.append(f'<a class="reference internal" href="{target}" download="">{words}</a></p>\n')
    raise nodes.SkipNode


def write_downloads(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write the files of all lists, and take away those that no list has any more."""
    domain = domain_of(app.builder.env)
    folder = Path(app.outdir, FOLDER)
    wanted: set[Path] = set()
    if getattr(app.builder, "download_support", False):
        own = own_fields(domain.setting)
        for docname, files in sorted(domain.data["downloads"].items()):
            for name, (series, candidates) in files.items():
                keys = domain.shown_keys(docname, series, candidates)
                if not keys:
                    continue
                path = folder / name
                wanted.add(path)
                if path.is_file() and not domain.unsaved:
                    continue
                works = [work for key in keys if (work := domain.find(key, docname)) is not None]
                _write(path, bibtex_file(works, own))
    for path in folder.rglob("*.bib"):
        if path not in wanted:
            path.unlink()
    return iter(())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != text.encode():
        path.write_bytes(text.encode())


def add_copy_script(
    app: Sphinx, _pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """The script of the button, on pages that have something to copy."""
    if doctree is None or 'class="no-search academic-source' not in context.get("body", ""):
        return
    words = domain_of(app.builder.env).setting.words
    said: dict[str, Any] = {
        f"data-{name}": words(message) for name, message in COPY_WORDS.items() if words(message) != message
    }
    app.add_js_file(SCRIPT, loading_method="defer", **said)
