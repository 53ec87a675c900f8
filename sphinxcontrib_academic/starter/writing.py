"""Files to disk: written where nothing is, and never over anything."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.starter.answers import PAGES


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files of a site, by their paths."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    """Those that were there before."""
    failed: tuple[tuple[str, str], ...]
    """Those that the system refused, each with its reason."""


def write_files(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Write each file that is not there; a link that leads nowhere is there, too."""
    written: list[str] = []
    kept: list[str] = []
    failed: list[tuple[str, str]] = []
    for name, content in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(content)
        except FileExistsError:
            if path.parent.is_dir():
                kept.append(name)
            else:
                failed.append((name, f"{path.parent} is no folder"))
        except OSError as error:
            failed.append((name, error.strerror or type(error).__name__))
        else:
            written.append(name)
    return Written(tuple(written), tuple(kept), tuple(failed))


def other_pages(folder: Path, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """Files and folders that Sphinx would read for pages and that no page of a new site leads to."""
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(path.name for path in folder.iterdir() if path.name not in _NOT_READ and _is_read(path, suffixes))
    )


_NOT_READ = frozenset({"_build", ".venv", "venv", "env"})


def _is_read(path: Path, suffixes: tuple[str, ...]) -> bool:
    if path.is_dir():
        return any(found.is_file() for suffix in suffixes for found in path.rglob(f"*{suffix}"))
    return path.suffix in suffixes and path.stem not in PAGES and not path.name.startswith("README")
