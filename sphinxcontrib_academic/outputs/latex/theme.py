"""What the configuration must say for LaTeX: where our files are, the fonts of a CV, the one document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.latex import default_latex_documents
from sphinx.builders.latex.constants import ADDITIONAL_SETTINGS, DEFAULT_SETTINGS
from sphinx.util import texescape
from sphinx.util.matching import Matcher

from sphinxcontrib_academic.config import value_location
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.outputs.latex import THEME
from sphinxcontrib_academic.outputs.latex.hyphenation import keep_quiet_of_hyphenation
from sphinxcontrib_academic.outputs.latex.options import complaints, cv_elements
from sphinxcontrib_academic.render.words import babel_locale
from sphinxcontrib_academic.reporting import report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config

CV_PAGE = "cv"
"""The page that is the CV, where there is one of this name."""

_CV_FILES = tuple(sorted((Path(__file__).parent / "texinputs").glob(f"{THEME}-*.sty")))
"""The styles and their fonts, for a CV only."""


def configure_latex(app: Sphinx, config: Config) -> None:
    """Where the theme is ours, its defaults; what the user set stays."""
    texescape.init()  # Sphinx's table is empty until its builder starts
    if config.latex_theme == THEME and list(config.latex_documents) == default_latex_documents(config):
        # Sphinx itself learns later what extensions read, such as Markdown
        suffixes = {*config.source_suffix, *app.registry.source_suffix}
        config.latex_documents = [_document(config, has_cv=_has_page(Path(app.srcdir), config, suffixes))]
    for message in complaints(config):
        report(Problem(Code.UNKNOWN_VALUE, message, value_location(app, "academic_cv")))
    if any(document[4] == THEME for document in config.latex_documents):
        config.latex_additional_files = [*config.latex_additional_files, *map(str, _CV_FILES)]
        _set_look(config)
        keep_quiet_of_hyphenation(app)


def _set_look(config: Config) -> None:
    """The style and its options; what ``latex_elements`` says has the last word."""
    elements = {"fontpkg": _font_switch(config), **_scripts(config), **cv_elements(config)}
    own = config.latex_elements
    macros = elements["passoptionstopackages"] + own.get("passoptionstopackages", "")
    config.latex_elements = {**elements, **own, "passoptionstopackages": macros}


def _scripts(config: Config) -> dict[str, str]:
    """Lines from right to left, by what every LuaTeX has: Sphinx's choice asks for a package of Arabic typesetting."""
    if config.latex_engine == "xelatex" and (config.language or "").startswith("zh"):
        # Sphinx asks for xeCJK, which is not in every TeX; our runs have typefaces of their own
        return {"fontenc": ADDITIONAL_SETTINGS["xelatex"]["fontenc"]}
    if config.latex_engine != "lualatex" or babel_locale(config.language or "en").text_direction != "rtl":
        return {}
    return {"babel": r"\usepackage[bidi=basic,provide=*]{babel}", "polyglossia": ""}


def _document(config: Config, *, has_cv: bool) -> tuple[str, str, str, str, str]:
    """The CV as the only document: where there are two, Read the Docs makes no PDF."""
    root, name, _title, author, theme = default_latex_documents(config)[0]
    if has_cv:
        # without a title, Sphinx takes that of the page
        return (CV_PAGE, f"{CV_PAGE}.tex", "", _author(config) or author, theme)
    return (root, name, "", _author(config) or author, theme)


def _author(config: Config) -> str:
    profile = getattr(config, "academic_profile", None)
    name = profile.get("name") if isinstance(profile, dict) else None
    return texescape.escape(str(name), config.latex_engine) if name else ""


def _has_page(source: Path, config: Config, suffixes: Iterable[str]) -> bool:
    excluded = Matcher(config.exclude_patterns)
    files = [f"{CV_PAGE}{suffix}" for suffix in suffixes]
    return any((source / file).is_file() and not excluded(file) for file in files)


def _font_switch(config: Config) -> str:
    """The class chooses the fonts; in another class than ours, Sphinx's own stay."""
    settings = {
        **DEFAULT_SETTINGS,
        **ADDITIONAL_SETTINGS.get(config.latex_engine, {}),
        **ADDITIONAL_SETTINGS.get((config.latex_engine, config.language[:2]), {}),
    }
    return f"\\ifdefined\\academicfonts\\academicfonts\\else\n{settings['fontpkg'].strip()}\n\\fi"
