"""Xuanlei Zhao's page of 2025, once an AcadHomepage site in Markdown and HTML: the content that he has made public."""
# The numbers in metrics.json are placeholders: they show where stars stand, and nobody counted them.

project = "Xuanlei Zhao"
author = "Xuanlei Zhao"
version = "1.0"  # EPUB asks for one
copyright = "Xuanlei Zhao"

extensions = ["sphinxcontrib_academic"]
academic_profile = {
    "name": "Xuanlei Zhao",
    "position": "PhD student in Computer Science",
    "affiliation": "`National University of Singapore <https://www.nus.edu.sg/>`__",
    "address": "Singapore",
    "email": "xuanlei@comp.nus.edu.sg",
    "photo": "images/portrait.png",
    "links": {"scholar": "I5NBOacAAAAJ", "github": "oahzxl"},
}
academic_layout = "chip"
academic_owner_style = "underline"
academic_links = {"arxiv": {"label": "paper"}, "doi": {"label": "paper"}}
academic_metrics = "metrics.json"  # rounded, by key: two papers share a repository, one of them shows its stars

html_theme = "furo"
html_title = "Xuanlei Zhao"
html_favicon = "images/monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False
html_static_path = ["_static"]
html_css_files = ["site.css"]

latex_theme = "academic-cv"
latex_engine = "lualatex"
