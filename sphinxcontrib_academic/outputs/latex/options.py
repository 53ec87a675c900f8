"""The look of the CV, from the configuration to macros that its class reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.kinds.cv import CV_FONTS, CV_OPTIONS, cv_option, cv_style, is_cv_font
from sphinxcontrib_academic.outputs.latex.runs import script_macros
from sphinxcontrib_academic.reporting import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.config import Config

_PAPERS = {"a4": "a4paper", "letter": "letterpaper"}


def cv_elements(config: Config) -> dict[str, str]:
    """What ``latex_elements`` says by default for the look that is asked for."""
    options = {key: value for key, value in _options(config) if not complaint(key, value, config)}
    style = cv_style(config.academic_cv_style)
    values = {
        "style": style.key,
        "font": options.get("font", style.font),
        "stylefont": style.font,
        "fontsize": str(options.get("fontsize", style.fontsize)).removesuffix("pt"),
        "column": style.column,
        "margin": ",".join(_sides(str(options.get("margin", style.margin)))),
    }
    if "accent" in options:
        values["accent"] = str(options["accent"]).lstrip("#").upper()
    if "photo" in options:
        values["photo"] = str(int(options["photo"]))
    macros = "".join(f"\\def\\academiccv{name}{{{value}}}\n" for name, value in values.items())
    if config.latex_engine in {"lualatex", "xelatex"}:
        macros += script_macros()
    elements = {"passoptionstopackages": macros}
    if "papersize" in options:
        elements["papersize"] = _PAPERS[options["papersize"]]
    return elements


def complaints(config: Config) -> Iterator[str]:
    """What is wrong with ``academic_cv``."""
    if not isinstance(config.academic_cv, dict):
        return  # Sphinx says so itself
    for key, value in config.academic_cv.items():
        if message := complaint(key, value, config):
            yield message


def complaint(key: object, value: object, config: Config) -> str:
    """What is wrong with one option, or nothing."""
    row = cv_option(key)
    if row is None:
        known = [row.key for row in CV_OPTIONS]
        return f"academic_cv has no key {key!r}{did_you_mean(str(key), known)} (it has {', '.join(known)})"
    if not row.pattern and not row.choices:
        fits = isinstance(value, bool)
    else:
        fits = isinstance(value, str) and (
            value in row.choices or bool(row.pattern and re.fullmatch(row.pattern, value))
        )
    if not fits:
        hint = did_you_mean(str(value), row.choices) if row.choices else ""
        return f"academic_cv has the {row.key} {value!r}, expected {row.expected}{hint}"
    if row.key == "font" and config.latex_engine == "pdflatex" and not is_cv_font(value):
        fonts = [font.key for font in CV_FONTS]
        expected = f"expected one of {', '.join(fonts)} with pdflatex"
        return f"academic_cv has the font {value!r}, {expected}{did_you_mean(str(value), fonts)}"
    return ""


def _options(config: Config) -> list[tuple[str, Any]]:
    return list(config.academic_cv.items()) if isinstance(config.academic_cv, dict) else []


def _sides(margin: str) -> list[str]:
    """Left, top, right and bottom, of which the last ones may be left out."""
    found = margin.split()
    left, top = found[0], found[1] if len(found) > 1 else found[0]
    right = found[2] if len(found) > 2 else left
    bottom = found[3] if len(found) > 3 else top
    return [left, top, right, bottom]
