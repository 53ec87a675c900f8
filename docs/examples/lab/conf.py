"""A lab with 1,000 publications, all made up: selection, groups, numbers and the box for visitors at that size."""

project = "The Lab"
author = "The Lab"
version = "1.0"  # EPUB asks for one
copyright = "nobody: every name and title is made up"

extensions = ["sphinxcontrib_academic"]
academic_bibfiles = ["publications.bib"]
academic_details = ()
html_theme = "furo"
html_title = "The Lab"
html_favicon = "monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False
