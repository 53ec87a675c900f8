"""Hexu Zhao's homepage once more, in Markdown: settings and publications are those of the other one."""

import runpy

globals().update(runpy.run_path("../hexu-zhao/conf.py"))

extensions = ["myst_parser", "sphinxcontrib_academic"]
myst_enable_extensions = ["deflist", "fieldlist"]

academic_bibfiles = ["../hexu-zhao/publications.bib"]
