"""Keep the catalogues of our words: ``python tools/messages.py`` extracts, updates and compiles them.

The words are those of the tables in ``kinds`` and those that the code looks up. ``python tools/messages.py LANGUAGE``
begins a new language. ``--check`` says what is not fresh, and changes nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sphinxcontrib_academic.kinds.links import LINK_RELATIONS
from sphinxcontrib_academic.kinds.localization import DISTINCTIONS, LOCALIZATION
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES
from sphinxcontrib_academic.kinds.search import SEARCH_FIELDS, SEARCH_OF_ONE, SEARCH_WORDS
from sphinxcontrib_academic.kinds.timeline import ENTRY_FIELDS, TIMELINE_KINDS
from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.outputs.html.details import COPY_WORDS
from sphinxcontrib_academic.render.dates import SEASONS
from sphinxcontrib_academic.render.details import LABELS
from sphinxcontrib_academic.render.words import CATALOGUE, LOCALE
from sphinxcontrib_academic.render.work_parts import CONTRIBUTORS
from sphinxcontrib_academic.selection.grouping import TITLES

PACKAGE = LOCALE.parent
TEMPLATE = LOCALE / f"{CATALOGUE}.pot"
KEYWORDS = {"words": None, "counted": (1, 2), "say": None}
"""What the code calls to look up words."""

Message = tuple[str | tuple[str, str], str]
"""The words, of one and of several where a number decides; and where they stand."""


def messages() -> Iterator[Message]:
    """All our words, in the order of the tables."""
    for work in WORK_TYPES:
        yield from ((words, "kinds/works.py") for words in (work.label, work.plural, work.genre) if words)
    yield from ((row.label, "kinds/timeline.py") for row in TIMELINE_KINDS)
    yield from ((row.phrase, "kinds/timeline.py") for row in ENTRY_FIELDS if row.phrase != "{}")
    yield from ((row.label, "kinds/roles.py") for row in AUTHOR_ROLES)
    # names of sites are the same in all languages
    yield from ((row.label, "kinds/links.py") for row in LINK_RELATIONS if not (row.url or row.profile or row.hosts))
    for name in ("genre", "status", "edition"):
        yield from ((words, "kinds/localization.py") for words in LOCALIZATION[name].values())
    yield from ((words, "kinds/localization.py") for words in DISTINCTIONS)
    yield from ((row.label, "kinds/search.py") for row in SEARCH_FIELDS)
    for name, words in SEARCH_WORDS.items():
        one = SEARCH_OF_ONE.get(name)
        yield (one, words) if one else words, "kinds/search.py"
    yield from ((words, "render/details.py") for words in LABELS.values())
    yield from ((words, "render/work_parts.py") for _, words in CONTRIBUTORS)
    yield from ((words, "render/dates.py") for words in SEASONS)
    yield from ((words, "selection/grouping.py") for words in TITLES)
    yield from ((words, "outputs/html/details.py") for words in COPY_WORDS.values())
    for folder in ("render", "outputs"):
        found = extract_from_dir(PACKAGE / folder, method_map=[("**.py", "python")], keywords=KEYWORDS)
        yield from sorted(((words, f"{folder}/{path}") for path, _, words, _, _ in found if words), key=str)


def template() -> Catalog:
    """The words without translations."""
    catalog = Catalog(
        project="sphinxcontrib-academic", header_comment="# The words of sphinxcontrib-academic.", charset="utf-8"
    )
    for words, path in messages():
        catalog.add(words, locations=[(path, None)])
    return catalog


def written(catalog: Catalog) -> bytes:
    """A catalogue as text, without anything that changes from day to day."""
    stream = BytesIO()
    write_po(stream, catalog, width=120, omit_header=False, include_lineno=False, ignore_obsolete=True)
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Report-Msgid-Bugs-To")
    drop = tuple(f'"{name}:'.encode() for name in (*dated, "Project-Id-Version", "Generated-By"))
    return b"".join(line for line in stream.getvalue().splitlines(keepends=True) if not line.startswith(drop))


class _Bare(Catalog):
    """A catalogue whose head says what programs need, and nothing of when and by what it was made."""

    def __init__(self, source: Catalog) -> None:
        super().__init__(locale=source.locale, charset="utf-8", fuzzy=False)
        self._num_plurals, self._plural_expr = source.num_plurals, source.plural_expr
        for message in source:
            if message.id:
                self.add(message.id, message.string)

    mime_headers = property(
        lambda self: [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("Content-Type", "text/plain; charset=utf-8"),
        ]
    )


def compiled(catalog: Catalog) -> bytes:
    """A catalogue as programs read it."""
    stream = BytesIO()
    write_mo(stream, _Bare(catalog))
    return stream.getvalue()


def read(path: Path) -> Catalog:
    """The catalogue of a language."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parents[1].name)


def languages() -> list[Path]:
    """The catalogues of all languages."""
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{CATALOGUE}.po"))


def results(new: str = "") -> Iterator[tuple[Path, bytes]]:
    """All files as they should be."""
    words = template()
    yield TEMPLATE, written(words)
    paths = languages()
    if new:
        path = LOCALE / new / "LC_MESSAGES" / f"{CATALOGUE}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        paths += [] if path in paths else [path]
    for path in paths:
        catalog = read(path) if path.is_file() else Catalog(locale=new, charset="utf-8", fuzzy=False)
        # who has translated one thing has not translated another that looks like it
        catalog.update(words, no_fuzzy_matching=True)
        catalog.fuzzy = False
        catalog.header_comment = f"# The words of sphinxcontrib-academic in {path.parents[1].name}."
        yield path, written(catalog)
        yield path.with_suffix(".mo"), compiled(catalog)


def missing() -> Iterator[str]:
    """What has not been translated."""
    for path in languages():
        for message in read(path):
            texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
            if message.id and (message.fuzzy or not all(texts)):
                yield f"{path.parents[1].name}: {message.id!r} is not translated"


def main(arguments: list[str]) -> int:
    """Write what is not fresh, or say it."""
    check = "--check" in arguments
    new = next((word for word in arguments if not word.startswith("-")), "")
    stale = 0
    for path, content in results(new):
        if path.is_file() and path.read_bytes() == content:
            continue
        stale += 1
        print(f"{path.relative_to(PACKAGE)} {'is not fresh' if check else 'written'}")
        if not check:
            path.write_bytes(content)
    gaps = list(missing())
    print(*gaps, sep="\n", end="\n" if gaps else "")
    return int(bool(check and (stale or gaps)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
