"""The documentation, built by the extension itself with the data of the demo."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "_ext"), str(HERE.parent)]

from sphinxcontrib_academic import __version__  # noqa: E402 - the path comes first
from sphinxcontrib_academic.outputs.latex.longwords import BreakLongWords  # noqa: E402 - as well

project = "sphinxcontrib-academic"
author = "The sphinxcontrib-academic authors"
copyright = author
release = version = __version__

extensions = ["myst_parser", "sphinx_design", "sphinxcontrib_academic", "snippets", "tables", "gallery"]
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
    # loose lines are no news, nor is a frame of Sphinx that is parted 3 points low: the log names what is wrong
    "preamble": r"\hbadness=10000 \vbadness=10000 \vfuzz=4pt",
    "fontpkg": r"""
        \usepackage{fontspec}
        % what the first typeface lacks comes from the next; a list with one that is not here would be an error
        \def\docsfallback{}
        \newcommand\docsadd[1]{\IfFontExistsTF{#1}{\edef\docsfallback{\docsfallback "#1:mode=harf;",}}{}}
        \docsadd{DejaVu Sans}\docsadd{Noto Sans CJK SC}\docsadd{Noto Sans CJK KR}\docsadd{Noto Naskh Arabic}
        \docsadd{Noto Color Emoji}\docsadd{Noto Sans}\docsadd{Noto Sans Symbols2}\docsadd{Noto Sans Math}
        \ifx\docsfallback\empty\else
            \directlua{luaotfload.add_fallback("docs", {\docsfallback})}
            \defaultfontfeatures{RawFeature={fallback=docs}}
        \fi
        \setmainfont{lmroman10-regular.otf}[BoldFont=lmroman10-bold.otf,ItalicFont=lmroman10-italic.otf,
            BoldItalicFont=lmroman10-bolditalic.otf]
        \setsansfont{lmsans10-regular.otf}[BoldFont=lmsans10-bold.otf,ItalicFont=lmsans10-oblique.otf,
            BoldItalicFont=lmsans10-boldoblique.otf]
        \IfFontExistsTF{DejaVu Sans Mono}{\setmonofont[Scale=.82]{DejaVu Sans Mono}}{\setmonofont{lmmono10-regular.otf}}
    """,
}


def setup(app):
    """Long words of tables break in this document, as they do in every CV."""

    class BreakEverywhere(BreakLongWords):
        everywhere = True

    app.add_post_transform(BreakEverywhere)
