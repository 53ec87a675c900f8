"""A CV of three pages with everything in it; the person, and all she did, is invented."""

project = "Ingrid Solberg"
author = "Ingrid Solberg"
version = "1.0"  # EPUB asks for one
copyright = "Ingrid Solberg"

extensions = ["sphinxcontrib_academic"]
academic_profile = {
    "name": "Ingrid Solberg",
    "aliases": ["I. Solberg"],
    "position": "Associate Professor of Computational Oceanography",
    "affiliation": "University of Examplehavn",
    "email": "ingrid.solberg@example.org",
    "phone": "+47 00 00 00 00",
    "address": "Strandgata 1, 5000 Examplehavn, Norway",
    "links": {
        "cv": "cv.pdf",
        "homepage": "https://solberg.example.org",
        "github": "https://github.com/example",
        "scholar": "https://scholar.google.com/citations?user=EXAMPLE",
        "orcid": "0000-0002-1825-0097",  # ORCID's own example
    },
}

html_theme = "furo"
html_math_renderer = "academic-mathml"
html_title = "Ingrid Solberg"
html_favicon = "monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False

latex_theme = "academic-cv"
