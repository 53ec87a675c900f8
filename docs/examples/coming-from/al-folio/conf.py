extensions = ["sphinxcontrib_academic"]
html_theme = "furo"
html_favicon = "monogram.svg"
academic_bibfiles = ["_bibliography/papers.bib"]  # as it is
academic_profile = {
    "name": "Jane Roe",
    "email": "jane@example.org",
    "links": {"github": "janeroe", "scholar": "AbCdEfGhIjKl", "orcid": "0000-0002-1825-0097"},
}
academic_people = {"John Doe": {"url": "https://example.org/doe", "aliases": ["J. Doe"]}}
