extensions = ["sphinxcontrib_academic"]
html_theme = "furo"
html_favicon = "monogram.svg"
academic_profile = {
    "name": "Jane Roe",
    "position": "Professor of Pairs",
    "affiliation": "University of Somewhere",
    "address": "Erlangen",
    "email": "jane@example.org",
    "links": {"scholar": "AbCdEfGhIjKl", "orcid": "0000-0002-1825-0097", "github": "janeroe"},
}
