"""Bibliographies that nobody wrote: the same ones from the same seed.

An entry has 1.4 kB on average: four to eight authors, an abstract, and TeX in a third of its values.
"""

from __future__ import annotations

import random
import re

SEED = 1906
OWNER = "Ada Byron"
FIRST_YEAR, LAST_YEAR = 1990, 2025
TOPICS = (
    "sparse networks", "deep graphs", "causal inference", "quantum lattices", "robust control", "spectral geometry",
    "parallel scheduling", "Bayesian kernels", "protein dynamics", "galaxy surveys",
)  # fmt: skip

_WORDS = re.findall(
    r"\w+",
    "sparse deep causal spectral Bayesian parallel quantum robust adaptive latent stochastic convex modular discrete "
    "networks graphs kernels lattices proteins galaxies markets languages cells circuits tensors codes fields flows "
    "learning inference scheduling control geometry dynamics sampling transport estimation planning search recovery "
    "under with for between without beyond from towards across within",
)
_TEX_WORDS = (
    r"{Bayesian}", r"{\'E}tale", r"Schr{\"o}dinger", r"\emph{et al.}", r"{GPU}s", r"na{\"\i}ve", r"$k$-means",
    r"$O(n \log n)$", r"$\alpha$-stable", r"$\ell_1$", r"H$_2$O", r"{K}{\"a}hler", r"Poincar\'e", r"\textbf{not}",
    r"Erd{\H{o}}s", r"3{D}", r"$\mathbb{R}^n$", r"50\%", r"R\&D", r"Gau{\ss}ian",
)  # fmt: skip
_FAMILIES = (
    "Noether", "Ramanujan", "Chen", "García", "Okafor", "Tanaka", "Novák", "Hopper", "Meitner", "Bose", "Franklin",
    "van der Waals", "Curie", "Wu", "Johnson", "Hamilton", "Lamarr", "Mirzakhani", "Easley", "Germain",
)  # fmt: skip
_TEX_FAMILIES = (
    r"M{\"u}ller", r"G{\"o}del", r"Erd{\H{o}}s", r"{\v{C}}ech", r"{\L}ukasiewicz", r"P{\'o}lya", r"Bj{\"o}rk",
    r"Ho{\`a}ng",
)  # fmt: skip
_GIVEN = ("Emmy", "Srinivasa", "Wei", "Lucía", "Chidi", "Yuki", "Jana", "Grace", "Lise", "S. N.", "Rosalind", "K. G.")
_VENUES = ("Neural Computation", "Applied Geometry", "Discrete Systems", "Learning Theory", "Statistical Physics")
_TEX_VENUES = (r"Analysis {\&} Control", r"{IEEE} Signals", r"Universit{\"a}t und Netze")
_PUBLISHERS = ("Elsevier", "Springer", "Oxford University Press", r"Vieweg {\&} Sohn")


def bibliography(entries: int, seed: int = SEED) -> str:
    """So many entries; the first ones are the same in a longer bibliography."""
    chance = random.Random(seed)
    return "\n".join(_entry(chance, number) for number in range(entries))


def key(number: int) -> str:
    """The key of an entry."""
    return f"byron{number:05}"


def _entry(chance: random.Random, number: int) -> str:
    conference = chance.random() < 0.5
    year = chance.randint(FIRST_YEAR, LAST_YEAR)
    start = chance.randint(1, 900)
    venue = chance.choice(_TEX_VENUES if _sometimes(chance) else _VENUES)
    fields = {
        "title": _text(chance, 9, 0.6),
        "author": " and ".join(["Byron, Ada", *(_name(chance) for _ in range(chance.randint(3, 7)))]),
        "booktitle" if conference else "journal": f"{'Proceedings of' if conference else 'Journal of'} {venue}",
        "year": str(year),
        "volume": str(year - FIRST_YEAR + 1),
        "pages": f"{start}--{start + chance.randint(5, 40)}",
        "publisher": chance.choice(_PUBLISHERS),
        "doi": f"10.1000/{key(number)}",
        "url": f"https://example.org/papers/{year}/{key(number)}",
        "keywords": ", ".join(chance.sample(TOPICS, 2)),
        "abstract": " ".join(_sentence(chance) for _ in range(7)),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{'inproceedings' if conference else 'article'}{{{key(number)},\n{lines}\n}}\n"


def _sometimes(chance: random.Random, share: float = 1 / 3) -> bool:
    return chance.random() < share


def _name(chance: random.Random) -> str:
    family = chance.choice(_TEX_FAMILIES) if _sometimes(chance, 0.15) else chance.choice(_FAMILIES)
    return f"{family}, {chance.choice(_GIVEN)}"


def _sentence(chance: random.Random) -> str:
    return f"{_text(chance, chance.randint(13, 18), 0.2)}."


def _text(chance: random.Random, words: int, share: float) -> str:
    found = chance.choices(_WORDS, k=words)
    if _sometimes(chance, share):
        found[chance.randint(1, words - 1)] = chance.choice(_TEX_WORDS)
    return " ".join([found[0].title(), *found[1:]])
