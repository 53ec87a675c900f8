"""One list of publications in every look that is built in; the gallery of the documentation shows it."""
# The numbers of stars are placeholders: they show where such things stand.

project = "Looks"
author = "Xuanlei Zhao"
version = "1.0"  # EPUB asks for one
copyright = "Xuanlei Zhao"

extensions = ["sphinxcontrib_academic"]
academic_profile = {"name": "Xuanlei Zhao"}
academic_metrics = "metrics.json"

html_theme = "furo"
html_title = "Looks"
html_favicon = "images/monogram.svg"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False

LOOKS = ("homepage", "chip", "cv", "list", "compact", "card", "reference", "plain")
latex_documents = [(look, f"{look}.tex", look.title(), author, "howto") for look in LOOKS]
latex_elements = {"papersize": "a4paper", "maketitle": "", "tableofcontents": ""}  # pictures of the lists alone
