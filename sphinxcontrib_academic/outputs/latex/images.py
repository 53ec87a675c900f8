"""Pictures that LaTeX cannot read would stop it: they are left out, with a warning."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.outputs.latex.fields import is_cv
from sphinxcontrib_academic.outputs.latex.visitors import IMAGE_SUFFIXES
from sphinxcontrib_academic.reporting import report

_OURS = (academic.academic_photo, academic.academic_logo, academic.academic_preview)
_UNSEEN = (academic.academic_logo, academic.academic_preview)
"""No style shows them, so that nobody misses them."""


class DropImages(SphinxPostTransform):
    """Take out what neither LaTeX nor a converter of Sphinx can read: in a CV, and in our things everywhere."""

    default_priority = 640  # behind the converters, before fields are collected
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Look at every picture."""
        whole = is_cv(self.document, self.config.latex_documents)
        for image in list(self.document.findall(nodes.image)):
            suffix = PurePosixPath(image["uri"].partition("?")[0]).suffix.lower()
            known = suffix in IMAGE_SUFFIXES or image["uri"].endswith(".*")
            if known or not (whole or isinstance(image, _OURS)):
                continue
            if not isinstance(image, _UNSEEN) and not self._is_hidden(image, whole=whole):
                report(self._problem(image, suffix))
            image.parent.remove(image)

    def _is_hidden(self, image: nodes.image, *, whole: bool) -> bool:
        options = self.config.academic_cv
        shown = isinstance(options, dict) and options.get("photo") is True
        return whole and isinstance(image, academic.academic_photo) and not shown

    def _problem(self, image: nodes.image, suffix: str) -> Problem:
        node: nodes.Node | None = image
        while node is not None and not (node.source and node.line):
            node = node.parent
        docname = self.document.get("docname", self.config.root_doc)
        place = Location(str(self.env.doc2path(docname))) if node is None else Location(str(node.source), node.line)
        known = ", ".join(name.lstrip(".").upper() for name in IMAGE_SUFFIXES)
        found = f"the picture {image['uri']!r} of a format {suffix.lstrip('.').upper() or 'unknown'}"
        return Problem(Code.LATEX_IMAGE, f"LaTeX cannot show {found}, expected {known}; it is left out", place)
