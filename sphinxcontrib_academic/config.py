"""The configuration: one table of values, and what they mean to render."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.checks import table_of, tables, wrong_tables
from sphinxcontrib_academic.kinds.cv import CV_STYLES
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, link_relation, link_table, scholar_user
from sphinxcontrib_academic.kinds.roles import role_table
from sphinxcontrib_academic.layouts import BUILTIN, DEFAULT, STYLE, Layout, read_layout
from sphinxcontrib_academic.library import Extras, find_extras
from sphinxcontrib_academic.model.directory import Directory, KnownPerson
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.names import read_owner
from sphinxcontrib_academic.readers.tex.links import safe_target
from sphinxcontrib_academic.render.reference import style_names
from sphinxcontrib_academic.render.setting import Setting
from sphinxcontrib_academic.render.words import words_of
from sphinxcontrib_academic.reporting import did_you_mean, report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config


@dataclass(frozen=True, slots=True)
class Value:
    """One configuration value."""

    name: str
    default: object
    types: tuple[type, ...]
    help: str
    choices: tuple[str, ...] = ()
    """The values that are allowed, where there are few."""
    read: bool = True
    """Whether pages are read with it; one that is not belongs to an output that is always written anew."""


VALUES: tuple[Value, ...] = (
    Value(
        "academic_profile",
        {},
        (dict,),
        "The owner of the site: `name`, `aliases`, `position`, `affiliation`, `address`, `email`, `phone`, "
        "`photo`, `links`. Texts may hold inline reST.",
    ),
    Value(
        "academic_bibfiles",
        None,
        (list, tuple, str, type(None)),
        "The data files, relative to the folder of `conf.py`, BibTeX or YAML. Without it: those of "
        "sphinxcontrib-bibtex where it is loaded, else every `*.bib` beside `conf.py`.",
    ),
    Value("academic_encoding", "utf-8", (str,), "The encoding of the data files, tried first."),
    Value("academic_layout", DEFAULT, (str,), "The layout of publications that name none."),
    Value(
        "academic_layouts",
        {},
        (dict,),
        "Layouts of your own: a name, and a list of lines with `{parts}`. One of the name of a built-in layout "
        "replaces it.",
    ),
    Value(
        "academic_date_format",
        "medium",
        (str,),
        "How dates are shown: `short`, `medium`, `long`, `iso`, `year`, `verbatim`, or a pattern such as "
        "`MM.yyyy`.",
    ),
    Value(
        "academic_owner_style",
        "bold",
        (str,),
        "How the owner stands out among authors.",
        ("bold", "underline", "bold underline", "none"),
    ),
    Value(
        "academic_mark_position",
        "after",
        (str,),
        "Where the marks of roles stand: `after` or `before` a name.",
        ("after", "before"),
    ),
    Value(
        "academic_roles",
        {},
        (dict,),
        'Roles of authors beside or instead of the built-in ones: `{"lead": {"mark": "★", "label": "project lead"}}`; '
        "also `aliases` in `author+an`, and signs that are `glued` to names.",
    ),
    Value(
        "academic_people",
        {},
        (dict,),
        'Co-authors and their pages: `{"Jinyang Li": "https://…"}`, or a table with `url` and `aliases`. They are '
        "recognised by the parts of their names.",
    ),
    Value(
        "academic_links",
        {},
        (dict,),
        'Relations of links of your own: `{"replication": {"label": "Replication", "url": "https://…/{}"}}`; also '
        "other `fields` that hold it. The name of a built-in one changes that.",
    ),
    Value(
        "academic_files",
        (),
        (list, tuple, str),
        "Folders of files that belong to entries by their names: `KEY.pdf`, `KEY.slides.pdf`, `KEY.png`.",
    ),
    Value(
        "academic_words",
        {},
        (dict,),
        'Words of your own instead of ours: `{"Abstract": "Short abstract"}`, by the English ones, for any language.',
    ),
    Value("academic_max_authors", 0, (int,), "How many authors are shown at once, the owner always; 0: all of them."),
    Value(
        "academic_details",
        ("abstract", "bibtex"),
        (list, tuple),
        "What layouts may offer to unfold: `abstract`, `bibtex`.",
    ),
    Value(
        "academic_metrics",
        None,
        (str, type(None)),
        'A JSON file of citations and stars: `{"KEY": {"citations": 12, "stars": 35000}}`. Without it: `metrics.json`, '
        "if there is one beside `conf.py`.",
    ),
    Value(
        "academic_sort",
        "-date",
        (str,),
        "The order of publications that name none: keys; `-` before one turns it round.",
    ),
    Value(
        "academic_cv_style",
        CV_STYLES[0].key,
        (str,),
        "The style of the CV in PDF, where `latex_theme` is `academic-cv`.",
        tuple(row.key for row in CV_STYLES),
        read=False,
    ),
    Value(
        "academic_cv",
        {},
        (dict,),
        "The page of the CV in PDF: `papersize`, `margin`, `fontsize`, `accent`, `font`, `photo`; what is not said "
        "is the style's.",
        read=False,
    ),
)  # fmt: skip

PROFILE_KEYS = ("name", "aliases", "position", "affiliation", "address", "email", "phone", "photo", "links")


def setup_config(app: Sphinx) -> None:
    """Register the values.

    Sphinx need not rebuild anything for them: ``directives.rebuilding`` has those pages read again that have
    anything of ours, for every builder, where Sphinx would read all.
    """
    for value in VALUES:
        app.add_config_value(value.name, value.default, "", types=frozenset(value.types), description=value.help)
    app.connect("config-inited", check_config)


def check_config(app: Sphinx, config: Config) -> None:
    """Report what is wrong with the values, each at its line of ``conf.py``, with what was expected."""
    for name, code, message in [*_wrong_values(config), *_missing_files(config, Path(app.srcdir))]:
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
        if value.choices and found not in value.choices:
            expected = ", ".join(map(repr, value.choices))
            hint = did_you_mean(str(found), value.choices)
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
    styles = {f"{STYLE}{name}": f"{STYLE}{name}" for name in style_names()}
    return {name: read_layout(name, lines) for name, lines in {**BUILTIN, **styles, **said}.items()}


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


def folders_of(config: Config) -> list[str]:
    """The folders of files that belong to entries, by their paths from the source folder."""
    named = config.academic_files
    folders = [PurePosixPath(str(folder)) for folder in ([named] if isinstance(named, str) else named)]
    return [str(folder) for folder in folders if ".." not in folder.parts and not folder.is_absolute()]


def extras_of(config: Config, source: Path) -> Extras:
    """What lies beside the data files."""
    relations = link_table(tables(table_of(config, "academic_links")))
    path = config.academic_metrics or "metrics.json"
    return find_extras(source, folders_of(config), relations, path if (source / path).is_file() else "")


def data_files_of(config: Config, source: Path) -> list[str]:
    """The data files by their paths from the source folder, in the order of the configuration."""
    named = config.academic_bibfiles
    if named is None:
        named = getattr(config, "bibtex_bibfiles", None) or [path.name for path in sorted(source.glob("*.bib"))]
    return [named] if isinstance(named, str) else [str(Path(name)) for name in named]
