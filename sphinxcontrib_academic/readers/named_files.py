"""Files that belong to an entry by their names: ``KEY.pdf``, ``KEY.slides.pdf``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from sphinxcontrib_academic.kinds.links import LinkTable
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.works import WorkLink

_SUFFIXES: Mapping[str, str] = {
    ".pdf": "pdf",
    ".pptx": "slides",
    ".odp": "slides",
    ".mp4": "video",
    ".webm": "video",
    ".ipynb": "notebook",
}
"""What a file is whose name says no more than the key."""

_IMPOSSIBLE = expression(r"[:/\\*?\"<>|]")
"""Signs that no file name can hold."""


def files_by_key(paths: Iterable[str], relations: LinkTable) -> dict[str, tuple[WorkLink, ...]]:
    """The links of each key in folded case."""
    found: dict[str, dict[str, WorkLink]] = {}
    for path in paths:
        for key, relation in _readings(PurePosixPath(path), relations):
            found.setdefault(key.casefold(), {}).setdefault(relation, WorkLink(relation, path))
    return {key: tuple(links.values()) for key, links in found.items()}


def _readings(path: PurePosixPath, relations: LinkTable) -> Iterable[tuple[str, str]]:
    """A key may hold dots, so that a name can be read in two ways."""
    relation = _SUFFIXES.get(path.suffix.lower())
    if relation is not None:
        yield path.stem, relation
    key, dot, word = path.stem.rpartition(".")
    row = relations.row(word) if dot and key else None
    if row is not None:
        yield key, row.key


def key_variants(key: str) -> tuple[str, ...]:
    """The names under which files of a key are looked for: signs that no file name can hold become others."""
    folded = key.casefold()
    if not _IMPOSSIBLE.search(folded):
        return (folded,)
    return tuple(dict.fromkeys((folded, *(_IMPOSSIBLE.sub(sign, folded) for sign in "-_."))))
