"""Whether anything that pages were made of has changed: looked at before anything is loaded that could tell what."""

from __future__ import annotations

from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.cache import content_digest
from sphinxcontrib_academic.readers.icons import icon_versions, is_file
from sphinxcontrib_academic.values import VALUES, data_files_of, folders_of, metrics_file_of
from sphinxcontrib_academic.written import read_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinxcontrib_academic.written import Written


def written_of(app: Sphinx) -> Written:
    """What this output was made of when it was last built."""
    return read_written(Path(app.doctreedir, "academic"), app.builder, str(app.outdir))


def is_same(app: Sphinx) -> bool:
    """Whether the environment and the output were made of what there is now."""
    written = written_of(app)
    return not written.is_unfinished and bool(written.seen) and written.seen == seen(app)


def seen(app: Sphinx) -> str:
    """All that pages are made of, in a few letters."""
    found = blake2b(digest_size=12)
    for piece in _pieces(app):
        found.update(piece if isinstance(piece, bytes) else repr(piece).encode())
    return found.hexdigest()


def _pieces(app: Sphinx) -> Iterator[Any]:
    config, source = app.config, Path(app.srcdir)
    data: dict[str, Any] = app.env.domaindata["academic"]
    yield import_module("sphinxcontrib_academic").__version__
    yield config.language, [config[value.name] for value in VALUES if value.read], sorted(data["stamps"].items())
    if data["readers"]:
        for path in (*data_files_of(config, source), metrics_file_of(config)):
            yield path
            yield content_digest(source / path)
    yield icon_stamp(config, source)
    for folder in folders_of(config):
        yield sorted(path.name for path in (source / folder).iterdir()) if (source / folder).is_dir() else folder
    for path in sorted({path for paths in data["watched"].values() for path in paths}):
        yield path, _date(source / path)
    asked = {row[1] for rows in data["asked"].values() for row in rows if row[0] == "file"}
    yield [(path, (source / path).is_file()) for path in sorted(asked)]


def icon_stamp(config: Config, source: Path) -> tuple[object, ...]:
    """What icons are made of: the packages that are installed, and the site's own drawings."""
    if config.academic_icons == "none":
        return ()
    rows = config.academic_links.values() if isinstance(config.academic_links, dict) else ()
    named = [row.get("icon") for row in rows if isinstance(row, dict)]
    paths = sorted({icon for icon in named if isinstance(icon, str) and is_file(icon)})
    return (*icon_versions(), *((path, content_digest(source / path)) for path in paths))


def _date(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
