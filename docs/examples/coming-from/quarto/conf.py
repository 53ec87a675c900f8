extensions = ["myst_parser", "sphinxcontrib_academic"]
html_theme = "furo"
html_favicon = "monogram.svg"
academic_profile = {
    "name": "Jane Roe",
    "position": "Professor of Pairs",
    "affiliation": "University of Somewhere",
    "email": "jane@example.org",
    "links": {"github": "janeroe"},
}
