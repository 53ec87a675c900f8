"""Hexu Zhao's homepage, once raw Markdown and HTML: the content of his public pages of 2024 and 2025."""

project = "Hexu Zhao"
author = "Hexu Zhao"
version = "1.0"  # EPUB asks for one
copyright = "Hexu Zhao"

extensions = ["sphinxcontrib_academic"]
academic_bibfiles = ["publications.bib"]
academic_profile = {
    "name": "Hexu Zhao",
    "aliases": ["H. Zhao", "Zhao Hexu"],
    "position": "Ph.D. student in Computer Science",
    "affiliation": "`NYU Courant <https://cs.nyu.edu/home/index.html>`__",
    "address": {"Office": "`424, 60 5th Ave, New York, NY 10011 <https://maps.app.goo.gl/N7m2fM5EbM3TToB79>`__"},
    "email": {"Work Email": "hz3496@nyu.edu"},
    "photo": "images/portrait.png",
    "links": {
        "cv": "cv",
        "scholar": "ylKFMAkAAAAJ",
        "dblp": "293/9714",
        "github": "TarzanZhao",
        "linkedin": "hexu-zhao-203304244",
        "zhihu": "zhao-he-xu-61",
    },
}

html_theme = "furo"
html_title = "Hexu Zhao"
html_favicon = "images/monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False

latex_theme = "academic-cv"
