"""The configuration: one table of values, and what they mean to render."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.kinds.cv import CV_STYLES
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, link_relation
from sphinxcontrib_academic.kinds.parts import PARTS
from sphinxcontrib_academic.layouts import BUILTIN, DEFAULT, Layout, read_layout, unknown_parts
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.names import read_owner
from sphinxcontrib_academic.render.setting import Setting
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
    ),
    Value(
        "academic_cv",
        {},
        (dict,),
        "The page of the CV in PDF: `papersize`, `margin`, `fontsize`, `accent`, `font`, `photo`; what is not said "
        "is the style's.",
    ),
)  # fmt: skip

PROFILE_KEYS = ("name", "aliases", "position", "affiliation", "address", "email", "phone", "photo", "links")


def setup_config(app: Sphinx) -> None:
    """Register the values; every one changes what pages say, so a change reads them again."""
    for value in VALUES:
        app.add_config_value(value.name, value.default, "env", types=frozenset(value.types), description=value.help)
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
    for layout in layouts.values():
        for part in unknown_parts(layout, _PART_NAMES):
            hint = did_you_mean(part, _PART_NAMES)
            yield "academic_layouts", unknown, f"the layout {layout.name!r} has no part {part!r} to show{hint}"
    if config.academic_layout not in layouts:
        hint = did_you_mean(str(config.academic_layout), layouts)
        yield "academic_layout", unknown, f"academic_layout is {config.academic_layout!r}, which is no layout{hint}"


def _missing_files(config: Config, source: Path) -> Iterator[tuple[str, Code, str]]:
    for path in data_files_of(config, source):
        if not (source / path).is_file():
            hint = did_you_mean(path, [found.name for found in source.iterdir() if found.is_file()])
            message = f"the data file {path!r} is not in the source folder{hint}"
            yield "academic_bibfiles", Code.MISSING_FILE, message


_PART_NAMES = tuple(part.name for part in PARTS if "publication" in part.things)


def profile_links(profile: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The links of a profile as pairs, from a mapping or from a list of pairs."""
    links = profile.get("links") or {}
    pairs = links.items() if isinstance(links, dict) else [pair for pair in links if len(pair) == 2]
    return [(str(key), str(target)) for key, target in pairs]


def layouts_of(config: Config) -> dict[str, Layout]:
    """The layouts of the site by name: the built-in ones and its own."""
    own = config.academic_layouts if isinstance(config.academic_layouts, dict) else {}
    merged = {**BUILTIN, **{str(name): tuple(map(str, lines)) for name, lines in own.items()}}
    return {name: read_layout(name, lines) for name, lines in merged.items()}


def setting_of(config: Config) -> Setting:
    """What render must know of the site."""
    profile = config.academic_profile if isinstance(config.academic_profile, dict) else {}
    aliases = profile.get("aliases") or ()
    names = [profile.get("name") or "", *([aliases] if isinstance(aliases, str) else aliases)]
    return Setting(
        language=config.language or "en",
        date_format=config.academic_date_format,
        owner=read_owner([str(name) for name in names if name]),
        owner_style=config.academic_owner_style,
        mark_position=config.academic_mark_position,
    )


def data_files_of(config: Config, source: Path) -> list[str]:
    """The data files by their paths from the source folder, in the order of the configuration."""
    named = config.academic_bibfiles
    if named is None:
        named = getattr(config, "bibtex_bibfiles", None) or [path.name for path in sorted(source.glob("*.bib"))]
    return [named] if isinstance(named, str) else [str(Path(name)) for name in named]
