"""No text is lost on its way to the engine: what pdflatex cannot set is replaced, or framed and warned of."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.scripts import script_of
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.outputs.latex.characters import JOINERS, Piece, Way, named, pieces
from sphinxcontrib_academic.outputs.latex.fields import is_cv
from sphinxcontrib_academic.outputs.latex.nodes import (
    academic_field,
    academic_script,
    academic_title,
    academic_unsettable,
)
from sphinxcontrib_academic.outputs.latex.runs import leftward_end, runs, without_font
from sphinxcontrib_academic.reporting import report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_THINGS = (
    academic.academic_publication,
    academic.academic_entry,
    academic.academic_profile,
    academic.academic_legend,
)
_SILENT = (nodes.math, nodes.math_block, nodes.raw, nodes.comment)
_NO_JOINERS = dict.fromkeys(map(ord, JOINERS))
_CONTROLS = dict.fromkeys({*range(32), 127} - set(b"\t\n\r"))
"""No sign of a text, and TeX stops at them."""
_VERBATIM = (nodes.literal_block, nodes.literal, nodes.math, nodes.math_block, nodes.raw, nodes.comment)


class SetCharacters(SphinxPostTransform):
    """Write in LaTeX's own way what the fonts lack, and warn of what the engine cannot set.

    In a CV that is the whole document. Elsewhere it is our things only: the rest is its author's affair.
    """

    default_priority = 880
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Look at every shown text."""
        latin = self.config.latex_engine == "pdflatex"
        whole = is_cv(self.document, self.config.latex_documents)
        lost: dict[nodes.Element, tuple[str, str]] = {}
        for text in list(self.document.findall(nodes.Text)):
            if is_plain(text) or _is_hidden(text):
                continue
            thing = _ancestor(text, _THINGS)
            # in other documents than a CV, the fonts of the engines for Unicode are not ours
            if not whole and thing is None:
                continue
            owner = thing if thing is not None else text.parent
            name, signs = lost.get(owner) or (_name(owner), "")
            if missing := self._replace(text, latin=latin, scripts=whole and not latin):
                lost[owner] = (name, signs + missing)
        for owner, (name, signs) in lost.items():
            report(self._problem(owner, name, signs))

    def _replace(self, text: nodes.Text, *, latin: bool, scripts: bool) -> str:
        """Put what can be set in the place of a text; returns what cannot. ``scripts``: the fonts are ours."""
        found = settable(text.astext(), latin=latin)
        missing = self._missing(found, latin=latin) if latin or scripts else ""
        if _ancestor(text, _VERBATIM) is not None and (latin or not _is_plain_code(text.parent)):
            return self._verbatim(text) if scripts else missing
        new: list[nodes.Node] = list(written(found, in_title=isinstance(text.parent, nodes.title), scripts=scripts))
        if self._is_title(text):
            if scripts and len(new) > 1:
                self.document.insert(0, academic_title("", "", *new))
            new = [nodes.Text("".join(piece.text for piece in found))]
        if [node.astext() for node in new] != [text.astext()] or not isinstance(new[0], nodes.Text):
            text.parent.replace(text, new)
        return missing

    def _missing(self, found: Sequence[Piece], *, latin: bool) -> str:
        """What the engine cannot set; with those that know Unicode, what no font of the chain has."""
        if latin:
            return "".join(piece.text for piece in found if piece.way is Way.NONE)
        texts = [run for piece in found if piece.way is Way.TEXT for run in runs(piece.text)]
        return "".join(without_font(text, key, self.config.latex_engine) for key, text in texts if key)

    @staticmethod
    def _verbatim(text: nodes.Text) -> str:
        """A listing is set in one typeface, without a chain behind it."""
        return "" if isinstance(text.parent, _SILENT) else "".join(run for key, run in runs(text.astext()) if key)

    def _is_title(self, text: nodes.Text) -> bool:
        """The document's own title is kept by Sphinx as words only."""
        return text.parent is next(iter(self.document.findall(nodes.title)), None)

    def _problem(self, owner: nodes.Element, name: str, signs: str) -> Problem:
        file = _ancestor(owner, (addnodes.start_of_file,))
        docname = file["docname"] if file is not None else self.document.get("docname", self.config.root_doc)
        engine = self.config.latex_engine
        expected = 'latex_engine = "lualatex"'
        if engine != "pdflatex":
            names = {script_of(sign).key: script_of(sign).serif[0] for sign in signs if not sign.isspace()}
            expected = f"a font such as {', '.join(names.values())} (outside of listings)"
        message = f"{engine} cannot set {named(signs)} in {name}; expected {expected}"
        return Problem(Code.LATEX_CHARACTERS, message, Location(str(self.env.doc2path(docname)), _line(owner)))


def _is_hidden(text: nodes.Text) -> bool:
    return _ancestor(text, (academic.academic_hidden, academic.academic_disclosure)) is not None


def is_plain(text: str) -> bool:
    """Whether every engine has all its signs, and none is for TeX alone."""
    return text.isascii() and text.replace("\n", " ").isprintable()


@lru_cache(maxsize=10_000)  # a text of a list is asked for twice: whether it can wait, and as it is written
def settable(text: str, *, latin: bool) -> tuple[Piece, ...]:
    """A text in pieces, each with the way in which it is set."""
    return tuple(pieces(text.translate(_CONTROLS), latin=latin))


def _is_plain_code(node: nodes.Element | None) -> bool:
    """Code in a line, which no highlighter writes."""
    return isinstance(node, nodes.literal) and "code" not in node["classes"]


def _ancestor(node: nodes.Node, classes: tuple[type[nodes.Element], ...]) -> nodes.Element | None:
    parent = node.parent
    while parent is not None and not isinstance(parent, classes):
        parent = parent.parent
    return parent


def _line(node: nodes.Element | None) -> int | None:
    while node is not None:
        if node.line:
            return int(node.line)
        node = node.parent
    return None


def _name(owner: nodes.Element) -> str:
    """What the author knows the thing by."""
    if owner.get("key"):
        return repr(owner["key"])
    fields = {field["name"]: field.astext() for field in owner.findall(academic_field)}
    words = " ".join((fields.get("title") or fields.get("name") or owner.astext()).split())
    return repr(words if len(words) <= 40 else f"{words[:39]}…")


def _scripted(found: list[tuple[str, str]]) -> Iterator[nodes.Node]:
    """Words of several scripts from right to left are one line of that direction."""
    at = 0
    while at < len(found):
        end = leftward_end(found, at)
        joined = end > at + 1
        if joined:
            yield nodes.raw("", r"\academicleftward{", format="latex")
        for key, text in found[at : max(end, at + 1)]:
            yield academic_script("", text, script=key) if key else nodes.Text(text.translate(_NO_JOINERS))
        if joined:
            yield nodes.raw("", "}", format="latex")
        at = max(end, at + 1)


def written(found: Iterable[Piece], *, in_title: bool = False, scripts: bool = False) -> Iterator[nodes.Node]:
    """The nodes for the pieces of a text."""
    for piece in found:
        if piece.way is Way.TEXT and scripts:
            yield from _scripted(runs(piece.text))
        elif piece.way is Way.TEXT:
            yield nodes.Text(piece.text)
        elif (
            piece.way is Way.NONE
            and in_title
            and all(unicodedata.category(sign) == "So" for sign in piece.text.strip())
        ):
            # a picture before a heading is missed by nobody; the bookmarks have it
            yield nodes.raw("", f"\\texorpdfstring{{}}{{{piece.text}}}", format="latex")
        elif piece.way is Way.NONE:
            yield academic_unsettable("", piece.text)
        else:
            # the bookmarks of a PDF are text
            tex = f"\\texorpdfstring{{{piece.tex}}}{{{piece.text}}}" if in_title else piece.tex
            yield nodes.raw("", tex, format="latex")
