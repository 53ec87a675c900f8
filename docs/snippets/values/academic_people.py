academic_people = {
    "Helmut Hasse": "https://en.wikipedia.org/wiki/Helmut_Hasse",
    "Richard Brauer": {"url": "https://en.wikipedia.org/wiki/Richard_Brauer", "aliases": ["R. D. Brauer"]},
}
