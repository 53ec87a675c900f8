"""What a publication unfolds: its abstract, and its entry as BibTeX; and its preview image."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.parts import PART_BY_NAME
from sphinxcontrib_academic.render.bibtex_source import bibtex_source
from sphinxcontrib_academic.render.text import text_nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting

LABELS = {"abstract": "Abstract", "bibtex": "BibTeX"}
"""The parts that are unfolded, and what is pressed."""

_FALSE = frozenset({"false", "no", "0", "off", "n"})
_IMAGES = (".svg", ".png", ".webp", ".jpg", ".jpeg", ".gif", ".avif")


def details_node(work: Work, part: str, setting: Setting, modifiers: Sequence[str] = ()) -> nodes.Element | None:
    """A part behind its label, nothing where the entry has none or the site shows none."""
    if part not in setting.details:
        return None
    body = _abstract(work, setting) if part == "abstract" else _bibtex(work, setting)
    if body is None:
        return None
    words = setting.words(LABELS[part])
    label = words.lower() if "lower" in modifiers else words
    css = ["academic-disclosure", PART_BY_NAME[part].css, *(["no-search"] if part == "bibtex" else [])]
    return academic.academic_disclosure("", "", academic.academic_summary("", label), body, part=part, classes=css)


def _abstract(work: Work, setting: Setting) -> nodes.Element | None:
    text = work.text("abstract")
    words = text_nodes(text) if setting.unfolds else []
    # what comes from data is not translated
    return nodes.paragraph("", "", *words, translatable=False) if text else None


def _bibtex(work: Work, setting: Setting) -> nodes.Element | None:
    if work.field("bibtex_show").strip().lower() in _FALSE:
        return None
    text = bibtex_source(work, own_fields(setting)) if setting.unfolds else ""
    return academic.academic_source("", text, classes=["no-search"])


def own_fields(setting: Setting) -> frozenset[str]:
    """The fields that the site's own relations are read from."""
    return frozenset(name for row in setting.relations.own for name in (row.key, *row.fields) if name not in _COMMON)


_COMMON = frozenset({"doi", "url", "arxiv", "eprint"})


def preview_node(work: Work, setting: Setting) -> nodes.Element | None:
    """The image of a work, if it is among those that are copied."""
    for path in preview_paths(work, setting.preview_folders):
        if path in setting.images:
            return academic.academic_preview("", uri=path, candidates={"*": path}, alt="", classes=["academic-preview"])
    return None


def preview_paths(work: Work, folders: Sequence[str]) -> Iterator[str]:
    """Where the image of a work can be: as its field says, or under its key."""
    said = work.field("preview").strip().strip("{}")
    names = [said] if said else [f"{work.key}{suffix}" for suffix in _IMAGES]
    for folder in ("", *folders) if said else folders:
        for name in names:
            path = PurePosixPath(folder, name.lstrip("/"))
            if ".." not in path.parts and "://" not in name:
                yield path.as_posix()
