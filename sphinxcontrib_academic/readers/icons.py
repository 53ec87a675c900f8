"""Drawings of icons, from packages that hold them: Font Awesome Free, and Simple Icons for what it lacks."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = ("fontawesomefree", "simplepycons")
"""Where drawings are looked for, in this order; none of them need be installed."""
_SETS = ("brands", "solid", "regular")

_COMMENT = expression(r"<!--!?\s*(.*?)\s*-->", re.DOTALL)
_DRAWING = expression(r"<svg\b.*?</svg>", re.DOTALL)
_BOX = expression(r"viewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+\.?\d*)[\s,]+(\d+\.?\d*)\s*[\"']")
_WORDS = expression(r"<(title|desc|metadata)\b.*?</\1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Icon:
    """A drawing in one colour."""

    svg: str
    """The picture, without comments and words."""
    credit: str = ""
    """What its licence wants to be said wherever it is shown."""
    width: float = 1
    """How wide it is, if it is one high."""


@cache
def read_icon(names: Sequence[str]) -> Icon | None:
    """The first of these names that a package has a drawing of."""
    return next((icon for name in names if (icon := _find(name)) is not None), None)


def read_drawing(path: Path) -> Icon | None:
    """The drawing in a file, if there is one in it."""
    try:
        return _icon(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def icon_names() -> list[str]:
    """The names of all icons, empty where no package is installed."""
    found = {path.stem for folder in _folders() for path in folder.glob("*.svg")}
    pages = _folder("simplepycons")
    found.update(path.stem.strip("_") for path in pages.glob("_*.py")) if pages is not None else None
    return sorted(found)


@cache
def icon_versions() -> tuple[str, ...]:
    """Which packages there are."""
    return tuple(_version(name) for name in PACKAGES)


def is_file(name: str) -> bool:
    """Whether an icon is named by the path of its drawing."""
    return name.strip().lower().endswith(".svg")


def _find(name: str) -> Icon | None:
    if not re.fullmatch(r"[\w-]+", name, re.ASCII):
        return None
    for folder in _folders():
        if (folder / f"{name}.svg").is_file():
            return read_drawing(folder / f"{name}.svg")
    pages = _folder("simplepycons")
    # to import it would load three thousand modules, one for each icon
    return read_drawing(pages / f"_{name.replace('-', '')}.py") if pages is not None else None


def _icon(text: str) -> Icon | None:
    found = _DRAWING.search(text)
    if found is None:
        return None
    credit = _COMMENT.search(found[0])
    bare = _WORDS.sub("", _COMMENT.sub("", found[0])).replace(' role="img"', "")
    svg = re.sub(r">\s+<", "><", re.sub(r"\s+", " ", bare)).replace(" />", "/>")
    box = _BOX.search(svg)
    width = float(box[1]) / float(box[2]) if box and float(box[2]) else 1
    return Icon(svg, " ".join(credit[1].split()) if credit else "", width)


@cache
def _folders() -> tuple[Path, ...]:
    root = _folder("fontawesomefree")
    return tuple(root / "static" / "fontawesomefree" / "svgs" / name for name in _SETS) if root is not None else ()


@cache
def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
