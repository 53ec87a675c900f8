"""The configuration: one table of values, and what they mean to render."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.checks import table_of, tables, wrong_icons, wrong_tables
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, link_relation, link_table, scholar_user
from sphinxcontrib_academic.kinds.roles import role_table
from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.layouts import BUILTIN, STYLE, Layout, read_layout
from sphinxcontrib_academic.library import Extras, find_extras
from sphinxcontrib_academic.model.directory import Directory, KnownPerson
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.names import read_owner
from sphinxcontrib_academic.readers.tex.links import safe_target
from sphinxcontrib_academic.render.setting import Setting
from sphinxcontrib_academic.render.words import words_of
from sphinxcontrib_academic.reporting import did_you_mean, report
from sphinxcontrib_academic.values import PROFILE_KEYS, VALUES, choices_of, data_files_of, folders_of, metrics_file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config


def check_config(app: Sphinx, config: Config) -> None:
    """Report what is wrong with the values, each at its line of ``conf.py``, with what was expected."""
    source = Path(app.srcdir)
    wrong = [*_wrong_values(config), *_missing_files(config, source), *wrong_icons(config, source)]
    for name, code, message in wrong:
        report(Problem(code, message, value_location(app, name)))


def value_location(app: Sphinx, name: str) -> Location:
    """The line of ``conf.py`` that sets a value; its first line where none does."""
    path = Path(app.confdir) / "conf.py"
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    found = re.search(rf"^{re.escape(name)}\b", text, re.MULTILINE)
    return Location("conf.py", text.count("\n", 0, found.start()) + 1 if found else 1)


def _wrong_values(config: Config) -> Iterator[tuple[str, Code, str]]:
    """Name of the value, code, message."""
    unknown = Code.UNKNOWN_VALUE
    for value in VALUES:
        found = getattr(config, value.name)
        choices = choices_of(value)
        if choices and found not in choices:
            expected = ", ".join(map(repr, choices))
            hint = did_you_mean(str(found), choices)
            yield value.name, unknown, f"{value.name} is {found!r}, expected {expected}{hint}"
    profile = config.academic_profile if isinstance(config.academic_profile, dict) else {}
    for key in profile:
        if key not in PROFILE_KEYS:
            hint = f"{did_you_mean(str(key), PROFILE_KEYS)} (it has {', '.join(PROFILE_KEYS)})"
            yield "academic_profile", unknown, f"academic_profile has no key {key!r}{hint}"
    for key, target in profile_links(profile):
        if link_relation(key) is None and not ("/" in target or "." in target):
            hint = did_you_mean(key, [row.key for row in LINK_RELATIONS])
            message = f"academic_profile links {key!r} to {target!r}, which is neither an address nor a file{hint}"
            yield "academic_profile", unknown, message
    layouts = layouts_of(config)
    yield from wrong_tables(config, layouts)
    if config.academic_layout not in layouts:
        hint = did_you_mean(str(config.academic_layout), layouts)
        yield "academic_layout", unknown, f"academic_layout is {config.academic_layout!r}, which is no layout{hint}"


def _missing_files(config: Config, source: Path) -> Iterator[tuple[str, Code, str]]:
    for path in data_files_of(config, source):
        if not (source / path).is_file():
            hint = did_you_mean(path, [found.name for found in source.iterdir() if found.is_file()])
            message = f"the data file {path!r} is not in the source folder{hint}"
            yield "academic_bibfiles", Code.MISSING_FILE, message
    for folder in folders_of(config):
        if not (source / folder).is_dir():
            yield "academic_files", Code.MISSING_FILE, f"there is no folder {folder!r} in the source folder"
    if config.academic_metrics and not (source / config.academic_metrics).is_file():
        message = f"the file of metrics {config.academic_metrics!r} is not in the source folder"
        yield "academic_metrics", Code.MISSING_FILE, message


def profile_links(profile: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The links of a profile as pairs, from a mapping or from a list of pairs."""
    links = profile.get("links") or {}
    pairs = links.items() if isinstance(links, dict) else [pair for pair in links if len(pair) == 2]
    return [(str(key), str(target)) for key, target in pairs]


def layouts_of(config: Config) -> dict[str, Layout]:
    """The layouts of the site by name: the built-in ones and its own."""
    own = table_of(config, "academic_layouts").items()
    said = {name: lines if isinstance(lines, str) else tuple(map(str, lines)) for name, lines in own}
    return Layouts({**BUILTIN, **said})


class Layouts(dict[str, Layout]):
    """Layouts by name; those of pybtex's styles are looked for when somebody asks for one, or for all names."""

    def __init__(self, lines: Mapping[str, str | tuple[str, ...]]) -> None:
        super().__init__((name, read_layout(name, said)) for name, said in lines.items())
        self._has_styles = False

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (str(name).startswith(STYLE) and name in list(self))

    def __missing__(self, name: str) -> Layout:
        if self._has_styles or not name.startswith(STYLE):
            raise KeyError(name)
        self._add_styles()
        return self[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The layout of that name."""
        return self[name] if name in self else default  # noqa: SIM401 - this is what get does

    def __iter__(self) -> Iterator[str]:
        self._add_styles()
        return super().__iter__()

    def _add_styles(self) -> None:
        if self._has_styles:
            return
        self._has_styles = True
        names: tuple[str, ...] = load("render.reference:style_names")()
        own = {name: self.pop(name) for name in tuple(self.keys()) if name not in BUILTIN}
        self.update({f"{STYLE}{name}": read_layout(f"{STYLE}{name}", f"{STYLE}{name}") for name in names})
        self.update(own)


def setting_of(config: Config) -> Setting:
    """What render must know of the site."""
    profile = config.academic_profile if isinstance(config.academic_profile, dict) else {}
    aliases = profile.get("aliases") or ()
    names = [profile.get("name") or "", *([aliases] if isinstance(aliases, str) else aliases)]
    own_words = tuple((message, str(text)) for message, text in table_of(config, "academic_words").items())
    words = words_of(config.language or "en", own_words)
    return Setting(
        language=config.language or "en",
        own_words=own_words,
        date_format=config.academic_date_format,
        owner=read_owner([str(name) for name in names if name]),
        owner_style=config.academic_owner_style,
        mark_position=config.academic_mark_position,
        roles=role_table(tables(table_of(config, "academic_roles")), words),
        relations=link_table(tables(table_of(config, "academic_links")), words),
        directory=directory_of(config),
        max_authors=config.academic_max_authors,
        details=tuple(config.academic_details),
        preview_folders=tuple(folders_of(config)),
        scholar=scholar_user(profile_links(profile)),
    )


def directory_of(config: Config) -> Directory:
    """The people of ``academic_people``."""
    known = []
    for name, row in tables(table_of(config, "academic_people")).items():
        fields = {"url": row} if isinstance(row, str) else row
        aliases = fields.get("aliases") or ()
        names = read_owner([name, *([aliases] if isinstance(aliases, str) else map(str, aliases))])
        known.append(KnownPerson(names, safe_target(str(fields.get("url", ""))) or ""))
    return Directory(tuple(person for person in known if person.names and person.url))


def extras_of(config: Config, source: Path) -> Extras:
    """What lies beside the data files."""
    relations = link_table(tables(table_of(config, "academic_links")))
    path = metrics_file_of(config)
    return find_extras(source, folders_of(config), relations, path if (source / path).is_file() else "")
