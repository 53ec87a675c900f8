"""Builds in which nothing is read or written: what Sphinx lists for others and for the search stays as it is.

Sphinx would write it anew, which with ten thousand publications is a fifth of such a build.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import INVENTORY_FILENAME

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def keep_lists(app: Sphinx) -> tuple[()]:
    """Leave the inventory and the index of the search alone, where there are some; adds no page."""
    builder: Any = app.builder
    for method, name in (("dump_inventory", INVENTORY_FILENAME), ("dump_search_index", builder.searchindex_filename)):
        if Path(app.outdir, name).is_file():
            setattr(builder, method, partial(_leave, builder, method))
    return ()


def _leave(builder: object, method: str) -> None:
    """All is there; the next build with this builder asks again."""
    vars(builder).pop(method, None)
