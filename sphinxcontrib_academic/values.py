"""The values of ``conf.py``: one table."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sphinxcontrib_academic.later import later, load

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

LAYOUT = "homepage"
"""The layout of publications where nothing names another one."""


class Value(NamedTuple):
    """One configuration value."""

    name: str
    default: object
    types: tuple[type, ...]
    help: str
    choices: tuple[str, ...] | str = ()
    """The values that are allowed, where there are few; or where they stand, in a table that a build may not need."""
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
    Value("academic_layout", LAYOUT, (str,), "The layout of publications that name none."),
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
        "other `fields` that hold it, and an `icon`. The name of a built-in one changes that.",
    ),
    Value(
        "academic_icons",
        "all",
        (str,),
        "Where links have icons, if a package that holds them is installed (`sphinxcontrib-academic[icons]`): `all`, "
        "`profile` (those of a person alone) or `none`.",
        ("all", "profile", "none"),
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
        "classic",
        (str,),
        "The style of the CV in PDF, where `latex_theme` is `academic-cv`.",
        "kinds.cv:STYLE_NAMES",
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


def setup_values(app: Sphinx) -> None:
    """Register the values.

    Sphinx need not rebuild anything for them: ``directives.rebuilding`` has those pages read again that have
    anything of ours, for every builder, where Sphinx would read all.
    """
    for value in VALUES:
        app.add_config_value(value.name, value.default, "", types=frozenset(value.types), description=value.help)
    app.connect("config-inited", later("config:check_config", _are_set))


def _are_set(_app: Sphinx, config: Config) -> bool:
    """Whether there is any value to check."""
    if "bibtex_bibfiles" in config:
        return True
    return any(config[value.name] != value.default and not _is_plain(value, config[value.name]) for value in VALUES)


def _is_plain(value: Value, found: object) -> bool:
    """Whether a value is right at first sight."""
    if value.name == "academic_profile":
        return isinstance(found, dict) and found.keys() <= {*PROFILE_KEYS} - {"links"}
    if value.name == "academic_details":
        return isinstance(found, (list, tuple)) and all(part in ("abstract", "bibtex") for part in found)
    return found in choices_of(value)


def choices_of(value: Value) -> tuple[str, ...]:
    """The values that are allowed; none where there are many."""
    found: tuple[str, ...] = load(value.choices) if isinstance(value.choices, str) else value.choices
    return found


def folders_of(config: Config) -> list[str]:
    """The folders of files that belong to entries, by their paths from the source folder."""
    named = config.academic_files
    folders = [PurePosixPath(str(folder)) for folder in ([named] if isinstance(named, str) else named)]
    return [str(folder) for folder in folders if ".." not in folder.parts and not folder.is_absolute()]


def data_files_of(config: Config, source: Path) -> list[str]:
    """The data files by their paths from the source folder, in the order of the configuration."""
    named = config.academic_bibfiles
    if named is None:
        named = getattr(config, "bibtex_bibfiles", None) or [path.name for path in sorted(source.glob("*.bib"))]
    return [named] if isinstance(named, str) else [str(Path(name)) for name in named]


def metrics_file_of(config: Config) -> str:
    """The file of metrics by its path from the source folder, whether or not there is one."""
    return str(config.academic_metrics or "metrics.json")
