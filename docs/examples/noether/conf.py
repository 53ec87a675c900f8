"""The demo: Emmy Noether's homepage, publications and CV, all from two data files and three pages."""

project = "Emmy Noether"
author = "Emmy Noether"
version = "1.0"  # EPUB asks for one
copyright = "the authors of the demo; facts and papers are in the public domain"

extensions = ["sphinxcontrib_academic"]
academic_bibfiles = ["publications.bib", "career.yaml"]
academic_profile = {
    "name": "Emmy Noether",
    "aliases": ["Amalie Emmy Noether"],
    "position": "Visiting Professor of Mathematics",
    "affiliation": "`Bryn Mawr College <https://www.brynmawr.edu/>`__",
    "address": "Bryn Mawr, Pennsylvania",
    "email": "noether@example.org",
    "photo": "images/noether.png",
    "links": {
        "cv": "cv",
        "mathgenealogy": "6967",
        "wikipedia": "Emmy_Noether",
        "MacTutor": "https://mathshistory.st-andrews.ac.uk/Biographies/Noether_Emmy/",
    },
}

html_theme = "furo"
html_math_renderer = "academic-mathml"  # formulas without JavaScript
html_title = "Emmy Noether"
html_favicon = "images/monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False

latex_theme = "academic-cv"
