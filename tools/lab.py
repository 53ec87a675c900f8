"""Makes the example of a lab: 1,000 publications that nobody wrote, the same at every run.

``python tools/lab.py`` writes ``docs/examples/lab/publications.bib``.
"""

from __future__ import annotations

import random
from pathlib import Path

TARGET = Path(__file__).parent.parent / "docs" / "examples" / "lab" / "publications.bib"
GIVEN = [
    "Ada",
    "Bruno",
    "Chiara",
    "Deniz",
    "Elif",
    "Farid",
    "Grace",
    "Hanna",
    "Ivo",
    "Jana",
    "Kenji",
    "Lucía",
    "Mira",
    "Noor",
    "Olga",
    "Pavel",
    "Rosa",
    "Sven",
    "Tariq",
    "Uma",
]
FAMILY = [
    "Abel",
    "Brandt",
    "Castro",
    "Dvořák",
    "Eriksen",
    "Fischer",
    "García",
    "Haddad",
    "Ito",
    "Jansen",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nguyen",
    "Okafor",
    "Petrov",
    "Quist",
    "Rossi",
    "Sørensen",
    "Tanaka",
]
TOPICS = ("distributed systems", "storage", "networks", "verification", "compilers", "measurement")
HOW = ["Scalable", "Robust", "Verified", "Adaptive", "Compositional", "Lightweight", "Incremental", "Private"]
WHAT = [
    "Consensus",
    "Scheduling",
    "Caching",
    "Routing",
    "Indexing",
    "Replication",
    "Tracing",
    "Recovery",
    "Placement",
    "Checking",
]
WHERE = ("Wide-Area Networks", "Edge Clusters", "Storage Arrays", "Stream Processors", "Multicore Machines")
MEETINGS = (("International Conference on Made Systems", "ICMS"), ("Symposium on Imaginary Networks", "SIN"))
JOURNALS = ("Journal of Invented Computing", "Transactions on Things That Are Not")


def entry(number: int, chance: random.Random) -> str:
    """One publication."""
    year = 2026 - number * 20 // 1000
    authors = " and ".join(
        f"{family}, {given}" for given, family in zip(chance.sample(GIVEN, 4), chance.sample(FAMILY, 4), strict=True)
    )
    title = f"{chance.choice(HOW)} {chance.choice(WHAT)} for {chance.choice(WHERE)}: Result {number}"
    words = ", ".join(chance.sample(TOPICS, chance.randint(1, 2)))
    first = chance.randint(1, 400)
    common = (
        f"  title = {{{title}}},\n  author = {{{authors}}},\n  year = {year},\n  pages = {{{first}--{first + 14}}},\n"
    )
    common += f"  keywords = {{{words}}},\n" + ("  selected = {true},\n" if number % 100 == 7 else "")
    if number % 3:
        name, short = chance.choice(MEETINGS)
        return f"@inproceedings{{lab{number:04},\n{common}  booktitle = {{{name} ({short})}},\n}}\n"
    place = f"  journal = {{{chance.choice(JOURNALS)}}},\n  volume = {year - 1990},\n"
    return f"@article{{lab{number:04},\n{common}{place}}}\n"


def main() -> None:
    """Write the file."""
    chance = random.Random(1000)
    TARGET.write_text("\n".join(entry(number, chance) for number in range(1000)), encoding="utf-8")


if __name__ == "__main__":
    main()
