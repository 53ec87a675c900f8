extensions = ["sphinxcontrib_academic"]
html_theme = "furo"
html_favicon = "monogram.svg"
latex_theme = "academic-cv"
root_doc = "cv"
academic_bibfiles = ["publications.bib", "career.yaml"]
academic_profile = {
    "name": "Jane Roe",
    "position": "Professor of Pairs",
    "address": "Erlangen",
    "email": "jane@example.org",
    "links": {"github": "janeroe"},
}
