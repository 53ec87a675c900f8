extensions = ["sphinxcontrib.bibtex", "sphinxcontrib_academic"]  # both, or ours alone
html_theme = "furo"
html_favicon = "monogram.svg"
bibtex_bibfiles = ["refs.bib"]  # academic_bibfiles is the same list where it is not set
academic_profile = {"name": "Jane Roe"}
exclude_patterns = ["before.rst"]
