"""Our data classes behave as the standard library's."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from typing import Any

import pytest

from sphinxcontrib_academic.model import classes


def kinds(made_by: Any) -> dict[str, Any]:
    """The same classes, made by one of the two."""

    @made_by(frozen=True, slots=True)
    class Frozen:
        """Frozen, with slots."""

        name: str
        number: int = 0
        rows: dict[str, int] = dataclasses.field(default_factory=dict, compare=False, repr=False)

        @property
        def double(self) -> int:
            """Of the number."""
            return 2 * self.number

    @made_by(frozen=True)
    class Base:
        """Frozen, with a dictionary."""

        forms: tuple[str, ...] = ()

        def __post_init__(self) -> None:
            """Complain of too many."""
            if len(self.forms) > 2:
                raise ValueError("too many")

    @made_by(frozen=True)
    class Derived(Base):
        """With one field more."""

        value: float | None = None

    @made_by(slots=True)
    class Open:
        """Changes."""

        name: str = "x"
        items: list[int] = dataclasses.field(default_factory=list)

    return {cls.__name__: cls for cls in (Frozen, Base, Derived, Open)}


OURS, THEIRS = kinds(classes.dataclass), kinds(dataclasses.dataclass)

CALLS = [
    ("Frozen", ("a",), {}),
    ("Frozen", (), {"name": "a", "number": 3}),
    ("Frozen", (), {}),
    ("Frozen", ("a", 1, {"x": 1}), {}),
    ("Frozen", ("a",), {"name": "b"}),
    ("Frozen", ("a",), {"other": "b"}),
    ("Base", (("a", "b", "c"),), {}),
    ("Derived", (("a",), 1.5), {}),
    ("Derived", (), {}),
    ("Open", (), {}),
    ("Open", ("a", [1]), {}),
]


def outcome(cls: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """What all can see of an object, or the complaint."""
    try:
        value = cls(*arguments, **named)
    except (TypeError, ValueError) as error:
        return type(error), str(error)
    other = dataclasses.replace(value)
    return (
        repr(value),
        value == other,
        value == copy.deepcopy(value),
        value == object(),
        dataclasses.asdict(value),
        [(row.name, row.default, row.default_factory, row.compare) for row in dataclasses.fields(value)],
        cls.__match_args__,
        getattr(cls, "__slots__", None),
        cls.__doc__,
        cls.__hash__ is None or hash(value) == hash(other),
    )


@pytest.mark.parametrize(("name", "arguments", "named"), CALLS)
def test_as_the_standard_library(name: str, arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Objects, complaints, equality, text, fields."""
    assert outcome(OURS[name], arguments, named) == outcome(THEIRS[name], arguments, named)


def test_values_are_frozen() -> None:
    """No field is set or deleted, and no other name is."""
    value = OURS["Frozen"]("a")
    for name in ("name", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, "b")
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(value, name)


def test_our_replace_is_theirs() -> None:
    """The same value, whichever of the two makes it."""
    value = OURS["Derived"](("a",), 1.5)
    assert classes.replace(value, value=2.0) == dataclasses.replace(value, value=2.0)
    assert classes.replace(value, value=2.0).value == 2.0


def test_values_travel() -> None:
    """Between processes, and into what Sphinx keeps."""
    from sphinxcontrib_academic.model.problems import Location

    value = Location("a.bib", 3)
    assert pickle.loads(pickle.dumps(value)) == value


def test_a_factory_makes_one_for_each() -> None:
    """No two objects share a list."""
    first, second = OURS["Open"](), OURS["Open"]()
    first.items.append(1)
    assert second.items == []


def test_no_class_is_made_by_the_standard_library() -> None:
    """It takes twenty times as long, in each build."""
    code = """
import dataclasses, pkgutil, importlib, sphinxcontrib_academic as package
made = []
theirs = dataclasses._process_class
dataclasses._process_class = lambda cls, *rest: (made.append(cls), theirs(cls, *rest))[1]
for module in pkgutil.walk_packages(package.__path__, "sphinxcontrib_academic."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*(f"{cls.__module__}.{cls.__name__}" for cls in made if cls.__module__.startswith("sphinxcontrib_academic")))
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == []
