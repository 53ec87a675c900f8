"""The words behind BibLaTeX's localization keys, by the name of the field in which they stand."""

from __future__ import annotations

_COUNTRIES = {
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States of America",
}

LOCALIZATION: dict[str, dict[str, str]] = {
    "genre": {
        "audiocd": "Audio CD",
        "bathesis": "Bachelor’s thesis",
        "candthesis": "Candidate thesis",
        "datacd": "Data CD",
        "mathesis": "Master’s thesis",
        "patent": "Patent",
        "patentde": "German patent",
        "patenteu": "European patent",
        "patentfr": "French patent",
        "patentuk": "British patent",
        "patentus": "U.S. patent",
        "patreq": "Patent request",
        "patreqde": "German patent request",
        "patreqeu": "European patent request",
        "patreqfr": "French patent request",
        "patrequk": "British patent request",
        "patrequs": "U.S. patent request",
        "phdthesis": "PhD thesis",
        "resreport": "Research report",
        "software": "Computer software",
        "techreport": "Technical report",
    },
    "status": {
        "accepted": "accepted",
        "forthcoming": "forthcoming",
        "in preparation": "in preparation",
        "in press": "in press",
        "in review": "under review",
        "inpreparation": "in preparation",
        "inpress": "in press",
        "inreview": "under review",
        "prepublished": "prepublished",
        "submitted": "submitted",
        "to appear": "to appear",
        "under review": "under review",
    },
    "collection_title": {"newseries": "new series", "oldseries": "old series"},
    "publisher_place": _COUNTRIES,
    "original_publisher_place": _COUNTRIES,
    "edition": {"revisededition": "revised edition"},
    "part": {},
}
"""By name of ``kinds.fields``; the words are those of BibLaTeX's English module."""

DISTINCTIONS = (
    "Oral",
    "Oral presentation",
    "Spotlight",
    "Highlight",
    "Poster",
    "Best Paper",
    "Best Paper Award",
    "Best Student Paper Award",
    "Outstanding Paper Award",
    "Best Poster Award",
    "Honorable Mention",
    "Keynote",
    "Invited",
)
"""What the field ``award`` says in the same words everywhere."""

ARCHIVES = {
    "arxiv": "arXiv",
    "biorxiv": "bioRxiv",
    "chemrxiv": "ChemRxiv",
    "corr": "arXiv",
    "eartharxiv": "EarthArXiv",
    "eccc": "ECCC",
    "iacr": "Cryptology ePrint Archive",
    "medrxiv": "medRxiv",
    "psyarxiv": "PsyArXiv",
    "socarxiv": "SocArXiv",
    "ssrn": "SSRN",
    "techrxiv": "TechRxiv",
}
"""Archives of preprints by their names in ``eprinttype`` and ``journal``; others have a row in ``kinds.links``."""
