"""One homepage in twelve languages: ``sphinx-build -D language=ja …``; prose is in ``locales``, our words in ours."""

import os
import tomllib
from pathlib import Path

language = os.environ.get("READTHEDOCS_LANGUAGE", "en").replace("-", "_")
PROFILE = tomllib.loads((Path(__file__).parent / "profile.toml").read_text(encoding="utf-8"))

project = "Mira Halonen"
author = "Mira Halonen"
copyright = "the authors of the example; nobody in it lives"
version = "1.0"

extensions = ["sphinxcontrib_academic"]
locale_dirs = ["locales"]
gettext_compact = False

academic_profile = {
    "name": "Mira Halonen",
    "email": "mira.halonen@example.org",
    "links": {"cv": "cv", "scholar": "AbCdEf", "orcid": "0000-0002-1825-0097", "github": "example"},
}


def setup(app):
    """What the profile says, in the language of this build."""
    app.connect("config-inited", say_profile, priority=400)


def say_profile(_app, config):
    """The language may also be said on the command line, which is known only now."""
    words = {**PROFILE["en"], **PROFILE.get(config.language, {})}
    config.academic_profile = {**config.academic_profile, **words}


html_theme = "furo"
html_title = "Mira Halonen"
html_favicon = "monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False
html_math_renderer = "academic-mathml"

latex_engine = "lualatex"
latex_theme = "academic-cv"
