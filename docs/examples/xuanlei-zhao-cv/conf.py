"""Xuanlei Zhao's CV of 2025, once a PDF of its own: the content that he has made public, in the look of that PDF."""

project = "Xuanlei Zhao"
author = "Xuanlei Zhao"
version = "1.0"  # EPUB asks for one
copyright = "Xuanlei Zhao"

extensions = ["sphinxcontrib_academic"]
academic_profile = {
    "name": "Xuanlei Zhao",
    "email": "xuanlei@comp.nus.edu.sg",
    "address": "Singapore",
    "links": {
        "homepage": "https://oahzxl.github.io",
        "github": "oahzxl",
        "scholar": "I5NBOacAAAAJ",
        "twitter": "https://x.com/",  # the PDF's text does not say whose page it leads to
    },
}
academic_date_format = "MM.yyyy"
academic_owner_style = "underline"
academic_layout = "paper"
academic_layouts = {
    "paper": ["{shorthand}: {tagline}", "[{venue}] {title}", "{authors} {role}"],
}

html_theme = "furo"
html_title = "Xuanlei Zhao"
html_favicon = "monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False

latex_theme = "academic-cv"
academic_cv_style = "caps"
if tags.has("classic"):  # noqa: F821 - sphinx-build -t classic: the same pages in another look
    academic_cv_style = "classic"
    academic_cv = {"margin": "18mm 13mm"}
