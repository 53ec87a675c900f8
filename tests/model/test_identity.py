"""Who among the authors is the owner, and how names are read aloud and sorted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.model.identity import owner_positions
from sphinxcontrib_academic.model.names import Contributor, Name, People
from sphinxcontrib_academic.model.problems import Location
from sphinxcontrib_academic.readers.names import read_name, read_owner, read_people


def positions(authors: str, *owner: str) -> tuple[int, ...]:
    return owner_positions(read_people(authors, Location("x.bib"))[0], read_owner(owner))


@pytest.mark.parametrize(
    ("author", "owner"),
    [
        ("Hexu Zhao", "Hexu Zhao"),
        ("Zhao, Hexu", "Hexu Zhao"),
        ("HEXU ZHAO", "Hexu Zhao"),
        ("Zhao, H.", "Hexu Zhao"),
        ("H Zhao", "Hexu Zhao"),
        ("Xiao-Ming Li", "Xiaoming Li"),
        ("Xiao Ming Li", "Xiao-Ming Li"),
        ("Xiaoming Li", "Xiao Ming Li"),
        ("X.-M. Li", "Xiaoming Li"),
        ("X. M. Li", "Xiao-Ming Li"),
        ("XM Li", "Xiao-Ming Li"),
        ("J.-P. Serre", "Jean-Pierre Serre"),
        ("Serre, JP", "Jean-Pierre Serre"),
        ("Tolkien, J. R. R.", "J.R.R. Tolkien"),
        ("Tolkien, John Ronald Reuel", "J.R.R. Tolkien"),
        ("Yu. I. Manin", "Yuri Manin"),
        ("John B. Smith", "John Smith"),
        ("John Smith", "John Benjamin Smith"),
        ("J. B. Smith", "John Benjamin Smith"),
        ('J{\\"o}rg M{\\"u}ller', "Jorg Muller"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Jorg Muller", "Jörg Müller"),
        ("Jörg Mueller", "Jörg Muller"),
        ("Søren Sørensen", "Soren Sorensen"),
        ("Sören Sörensen", "Søren Sørensen"),
        ("Soeren Soerensen", "Søren Sørensen"),
        ("Strasse, Jan", "Jan Straße"),
        ("Lukasz Kaiser", "Łukasz Kaiser"),
        ("Ilkay Yildiz", "İlkay Yıldız"),
        ("Jan van der Berg", "Jan van der Berg"),
        ("Jan Van Der Berg", "Jan van der Berg"),
        ("van der Berg, Jan", "Jan Van Der Berg"),
        ("Berg, Jan van der", "Jan van der Berg"),
        ("Vanderberg, Jan", "Jan van der Berg"),
        ("J. van der Berg", "Jan van der Berg"),
        ("Miroslava Dessauges Zavadsky", "Dessauges-Zavadsky, Miroslava"),
        ("Gil Robalo Rei", "Robalo Rei, Gil"),
        ("O'Brien, Conor", "Conor O’Brien"),
        ("Henry Ford", "Henry Ford, Jr."),
        ("Ford, Jr, Henry", "Henry Ford, Jr."),
        ("{Tencent HY Team}", "{tencent hy team}"),
        ("The ATLAS Collaboration", "The ATLAS Collaboration"),
        ("赵 和旭", "赵和旭"),
        ("山田, 太郎", "山田 太郎"),
        ("{Hexu Zhao}", "Hexu Zhao"),
        ("Émile Zola", "Emile Zola"),
        ("Madonna", "Madonna"),
    ],
)
def test_the_owner_is_recognised(author: str, owner: str) -> None:
    """The owner is known by the parts of the name, in any usual writing."""
    assert positions(f"Ada Lovelace and {author} and Alan Turing", owner) == (1,)


@pytest.mark.parametrize(
    ("author", "owner"),
    [
        ("Hexu Zhang", "Hexu Zhao"),
        ("Hao Zhao", "Haowei Zhao"),
        ("Haoyu Zhao", "Hexu Zhao"),
        ("Zhao Hexu", "Hexu Zhao"),
        ("Hexu, Zhao", "Hexu Zhao"),
        ("John C. Smith", "John B. Smith"),
        ("J. C. Smith", "John B. Smith"),
        ("Smith, John Charles", "John Benjamin Smith"),
        ("Xu Zhao", "Xue Zhao"),
        ("Xiao Mingli", "Xiaoming Li"),
        ("Henry Ford, III", "Henry Ford, Jr."),
        ("Zhao", "Hexu Zhao"),
        ("Jan von Berg", "Jan van der Berg"),
        ("Müllner, Jörg", "Jörg Müller"),
        ("{Zhao Lab}", "Hexu Zhao"),
        ("Li, Yue", "Yu Li"),
    ],
)
def test_others_are_not_the_owner(author: str, owner: str) -> None:
    """A name that conflicts in any part is somebody else."""
    assert positions(f"Ada Lovelace and {author} and Alan Turing", owner) == ()


def test_an_alias_is_a_further_name() -> None:
    """Family and given change places only if an alias says so."""
    assert positions("Zhao Hexu and Ang Li", "Hexu Zhao", "Zhao Hexu") == (0,)


@pytest.mark.parametrize(
    ("authors", "owner", "expected"),
    [
        ("H. Zhao and Hexu Zhao", "Hexu Zhao", (1,)),
        ("H. Zhao and H. Zhao", "Hexu Zhao", ()),
        ("H. Zhao and H. X. Zhao", "Hexu Zhao", ()),
        ("John B. Smith and John Smith", "John Smith", (1,)),
        ("Henry Ford and Henry Ford, Jr.", "Henry Ford, Jr.", (1,)),
        ("Henry Ford and Henry Ford, Jr.", "Henry Ford", (0,)),
        ("Jan Berg and Jan van der Berg", "Jan van der Berg", (1,)),
        ("Wei Wang and Wei Wang", "Wei Wang", (0, 1)),
        ("", "Hexu Zhao", ()),
    ],
)
def test_the_best_likeness_wins(authors: str, owner: str, expected: tuple[int, ...]) -> None:
    """A full name beats initials, and two equal initials are nobody."""
    assert positions(authors, owner) == expected


def test_the_role_self_decides() -> None:
    """Whoever is marked as the owner is the owner, whatever their name."""
    members = (Contributor(Name("Zhao", "Hexu")), Contributor(Name("Li", "Ang"), ("equal", "self")))
    assert owner_positions(People(members), (Name("Zhao", "Hexu"),)) == (1,)


def test_nobody_owns_a_page_without_a_name() -> None:
    """Without an owner no author is set off."""
    assert positions("Hexu Zhao") == ()
    assert owner_positions(People((Contributor(Name("Zhao", "Hexu")),)), (Name(),)) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (Name("Beethoven", "Ludwig", "van"), "Ludwig van Beethoven"),
        (Name("Ford", "Henry", suffix="Jr."), "Henry Ford, Jr."),
        (Name("Ford", "Henry", suffix="III"), "Henry Ford III"),
        (Name("Jones", "John", "d’"), "John d’Jones"),
        (Name("Horvath", "Peter", "’t"), "Peter ’t Horvath"),
        (Name("山田", "太郎", family_first=True), "山田太郎"),
        (Name("김", "철수", family_first=True), "김철수"),
        (Name("Orbán", "Viktor", family_first=True), "Orbán Viktor"),
        (Name(literal="Tencent HY Team"), "Tencent HY Team"),
        (Name("Madonna"), "Madonna"),
        (Name(suffix="Jr."), "Jr."),
    ],
)
def test_a_name_is_read_aloud(name: Name, words: str) -> None:
    """The parts in their order, with a comma only where it belongs."""
    assert str(name) == words


def test_names_sort_by_family_without_accents() -> None:
    """Particles and accents do not move a name."""
    names = [read_name(text) for text in ("Zola, Émile", "van Beethoven, Ludwig", "Östlund, A", "Oz, B", "{Apache}")]
    assert [str(name) for name in sorted(names, key=lambda name: name.sort_key)] == [
        "Apache",
        "Ludwig van Beethoven",
        "A Östlund",
        "B Oz",
        "Émile Zola",
    ]


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_names_can_be_compared(first: str, second: str) -> None:
    """Comparing never raises, and everybody is like themselves."""
    name = read_name(first)
    assert owner_positions(People((Contributor(name),)), (read_name(second),)) in ((), (0,))
