"""LaTeX: the visitors, the style and the theme of the CV."""
