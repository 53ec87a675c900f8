extensions = ["sphinxcontrib_academic"]
html_theme = "furo"
html_favicon = "monogram.svg"
latex_theme = "academic-cv"
root_doc = "cv"
academic_cv_style = "modern"
academic_cv = {"papersize": "a4", "fontsize": "11pt", "accent": "#3873B3"}
academic_profile = {
    "name": "Jane Roe",
    "position": "Professor of Pairs",
    "address": "1 Long Road, Erlangen, Germany",
    "email": "jane@example.org",
    "links": {"github": "janeroe"},
}
