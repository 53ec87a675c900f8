"""The documentation, built by the extension itself with the data of the demo."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent)]

from sphinxcontrib_academic import __version__  # noqa: E402 - the path comes first

project = "sphinxcontrib-academic"
author = "The sphinxcontrib-academic authors"
copyright = author
release = version = __version__

extensions = ["myst_parser", "sphinx_design", "sphinxcontrib_academic", "snippets", "tables"]
myst_enable_extensions = ["deflist", "fieldlist"]
exclude_patterns = ["_build", "snippets", "examples"]
nitpicky = True

academic_bibfiles = ["examples/noether/publications.bib", "examples/noether/career.yaml"]
academic_profile = {
    "name": "Emmy Noether",
    "position": "Visiting Professor of Mathematics",
    "affiliation": "`Bryn Mawr College <https://www.brynmawr.edu/>`__",
    "address": "Bryn Mawr, Pennsylvania",
    "email": "noether@example.org",
    "photo": "examples/noether/images/noether.png",
    "links": {"cv": "cv", "mathgenealogy": "6967", "wikipedia": "Emmy_Noether"},
}
academic_people = {
    "Richard Brauer": "https://en.wikipedia.org/wiki/Richard_Brauer",
    "Helmut Hasse": "https://en.wikipedia.org/wiki/Helmut_Hasse",
}
academic_metrics = "metrics.json"

html_theme = "furo"
html_title = "sphinxcontrib-academic"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "/")

latex_documents = [("index", "sphinxcontrib-academic.tex", project, author, "howto")]
latex_engine = "lualatex"  # names in all scripts stand among the examples
latex_use_xindy = False  # makeindex comes with every TeX
latex_elements = {
    "fontpkg": r"""
        \usepackage{fontspec}
        \IfFontExistsTF{DejaVu Sans Mono}{\setmonofont[Scale=.82]{DejaVu Sans Mono}}{}
    """,
}
