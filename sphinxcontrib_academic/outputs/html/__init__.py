"""HTML: the visitors, the style sheet, the address of files."""
