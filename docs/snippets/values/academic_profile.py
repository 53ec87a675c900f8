academic_profile = {
    "name": "Emmy Noether",
    "aliases": ["A. E. Noether"],
    "position": "Visiting Professor of Mathematics",
    "affiliation": "`Bryn Mawr College <https://www.brynmawr.edu/>`__",
    "address": {"Office": "Dalton Hall"},
    "email": "noether@example.org",
    "links": {"mathgenealogy": "6967", "wikipedia": "Emmy_Noether"},
}
