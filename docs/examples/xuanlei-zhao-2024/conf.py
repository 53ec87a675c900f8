"""Xuanlei Zhao's page of 2024, once an academicpages site in Markdown and HTML: the content that he has made public."""

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
academic_people = {
    "Yang You": "https://www.comp.nus.edu.sg/~youy/",
    "Xinggang Wang": "https://xwcv.github.io/",
    "Chenlin Meng": "https://cs.stanford.edu/~chenlin/",
    "Jiarui Fang": "https://fangjiarui.github.io/",
}
academic_owner_style = "underline"
academic_roles = {
    "equal": {"mark": "*", "label": "indicates equal contribution"},
    "corresponding": {"mark": "†", "label": "indicates equal corresponding"},
}
academic_links = {"arxiv": {"label": "Paper"}, "doi": {"label": "Paper"}}

html_theme = "furo"
html_title = "Xuanlei Zhao"
html_favicon = "images/monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False
html_static_path = ["_static"]
html_css_files = ["site.css"]

latex_theme = "academic-cv"
