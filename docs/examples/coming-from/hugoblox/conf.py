extensions = ["sphinxcontrib_academic"]
html_theme = "furo"
html_favicon = "monogram.svg"
academic_bibfiles = ["publications.bib", "career.yaml"]
academic_profile = {
    "name": "Jane Roe",
    "position": "Professor of Pairs",
    "affiliation": "`University of Somewhere <https://example.org/>`__",
    "email": "jane@example.org",
    "links": {"github": "janeroe"},
}
