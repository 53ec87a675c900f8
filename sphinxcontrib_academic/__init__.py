"""A researcher's homepage, publication list and CV in PDF, from one Sphinx source and BibTeX."""

__version__ = "0.1.0"
