"""Words that no line may hold break where they must; without a hyphen, so that an address is copied as it is."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.latex.fields import is_cv
from sphinxcontrib_academic.outputs.latex.nodes import academic_break, academic_script, academic_unsettable

if TYPE_CHECKING:
    from collections.abc import Iterator

# TeX breaks at spaces and behind hyphens; a space that is none for it is a sign of the word
LONG_WORD = re.compile(r"[^ \t\r\n-]{30,}")
_LONG_IN_TABLE = re.compile(r"[^ \t\r\n-]{6,}")
_ENDS = re.compile("[/.,:;?&=_#%+|@)–—]")
_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_THINGS = (
    academic.academic_publication,
    academic.academic_entry,
    academic.academic_profile,
    academic.academic_legend,
)
_WHOLE = (
    nodes.math,
    nodes.math_block,
    nodes.raw,
    nodes.comment,
    nodes.literal_block,
    academic_script,
    academic_unsettable,
)


class BreakLongWords(SphinxPostTransform):
    """Let long words break where nothing else helps: in all of a CV, in our things everywhere."""

    default_priority = 890  # behind the one that looks at characters
    formats = ("latex",)
    everywhere = False

    def run(self, **_kwargs: Any) -> None:
        """Look at every shown text."""
        whole = self.everywhere or is_cv(self.document, self.config.latex_documents)
        title = next(iter(self.document.findall(nodes.title)), None)
        for text in list(self.document.findall(nodes.Text)):
            long_word = _LONG_IN_TABLE if _is_in(text, nodes.entry) else LONG_WORD
            if not long_word.search(text) or text.parent is title or isinstance(text.parent, _WHOLE):
                continue
            if isinstance(text.parent, nodes.literal) and "code" in text.parent["classes"]:
                continue  # a highlighter writes it
            if whole or _is_in(text, *_THINGS):
                text.parent.replace(text, list(breakable(text.astext(), long_word)))


def breakable(text: str, long_word: re.Pattern[str] = LONG_WORD) -> Iterator[nodes.Node]:
    """The text with places to break in its long words: good ones behind a sign or at a space, others elsewhere."""
    at = 0
    for match in long_word.finditer(text):
        for index in range(match.start() + 1, match.end()):
            before, sign = text[index - 1], text[index]
            if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Mn"} or before in _SPACES:
                continue
            yield nodes.Text(text[at:index])
            yield academic_break(good=sign in _SPACES or bool(_ENDS.match(before)))
            at = index
    yield nodes.Text(text[at:])


def _is_in(node: nodes.Node, *classes: type[nodes.Element]) -> bool:
    parent = node.parent
    while parent is not None and not isinstance(parent, classes):
        parent = parent.parent
    return parent is not None
