"""Data classes like those of the standard library, made in a tenth of the time: a build makes a hundred of them.

``dataclasses.dataclass`` writes six functions as text for each class and compiles them, also for classes of which a
build makes no object. Here a class has the same slots, the same equality and the same complaints from functions that
are written once, and its ``__init__`` is written when many objects are made.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, replace
else:

    def dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[type], type]:
        """What makes a data class of a class."""
        return lambda cls: _made(cls, frozen=frozen, slots=slots)

    def replace(value: Any, /, **changes: Any) -> Any:
        """The same value with other fields."""
        cls = value.__class__
        for name in cls.__match_args__:
            if name not in changes:
                changes[name] = getattr(value, name)
        return cls(**changes)


__all__ = ["dataclass", "replace"]


def _made(cls: type, *, frozen: bool, slots: bool) -> Any:
    own = {name: cls.__dict__.get(name, MISSING) for name in cls.__annotations__}
    defaults = {**getattr(cls, "_defaults", {}), **own}
    names = tuple(defaults)
    namespace: dict[str, Any] = {
        "_defaults": defaults,
        "__dataclass_fields__": _Fields(),
        "__match_args__": names,
        "__repr__": _repr_of([name for name in names if _flag(defaults[name], "repr")]),
        **_comparison([name for name in names if _flag(defaults[name], "compare")], frozen=frozen),
        **(_FROZEN if frozen else {}),
        **(_STATE if frozen and slots else {}),
    }
    written = {name: value for name, value in cls.__dict__.items() if name not in own}
    if slots:
        inherited = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
        namespace["__slots__"] = tuple(name for name in own if name not in inherited)
        for name in ("__dict__", "__weakref__"):
            written.pop(name, None)
        made: Any = type(cls)(cls.__name__, cls.__bases__, namespace | written)
        made.__qualname__ = cls.__qualname__
    else:
        made = cls
        for name, value in namespace.items():
            if name not in written:
                setattr(made, name, value)
        for name, value in own.items():
            if isinstance(value, Field):
                delattr(made, name)
    made.__init__ = _first_init(made, is_plain=not frozen)
    return made


def _flag(default: Any, name: str) -> bool:
    return not isinstance(default, Field) or bool(getattr(default, name))


def _comparison(names: list[str], *, frozen: bool) -> dict[str, Any]:
    values: Any = attrgetter(*names) if names else type

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _repr_of(names: list[str]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _set(self: Any, name: str, value: Any) -> None:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: Any, name: str) -> None:  # noqa: ARG001
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__match_args__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


_FROZEN = {"__setattr__": _set, "__delattr__": _delete}
_STATE = {"__getstate__": _state, "__setstate__": _set_state}


_MANY = 8
"""Objects after which a function is written for them: to compile one takes as long as to make twenty without."""


def _first_init(cls: Any, *, is_plain: bool) -> Callable[..., None]:
    """Stands for ``__init__`` while there are few objects; what complains of wrong arguments is the written one."""
    names, left = cls.__match_args__, _MANY
    # an object sets its own fields: the class may say that others cannot
    put = setattr if is_plain else object.__setattr__

    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807
        nonlocal left
        left -= 1
        given = dict(zip(names, values, strict=False))
        fields = {**_missing(cls, given, named), **given, **named}
        if left < 0 or len(fields) != len(names) or len(given) < len(values) or not given.keys().isdisjoint(named):
            cls.__init__ = _init(cls, is_plain=is_plain)
            cls.__init__(self, *values, **named)
            return
        for name, value in fields.items():
            put(self, name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    return __init__


def _missing(cls: Any, *known: dict[str, Any]) -> dict[str, Any]:
    """The fields that nobody has named and that need no name."""
    found = {}
    for name, given in cls._defaults.items():
        if given is not MISSING and not any(name in fields for fields in known):
            if not isinstance(given, Field):
                found[name] = given
            elif given.default_factory is not MISSING:
                found[name] = given.default_factory()
            elif given.default is not MISSING:
                found[name] = given.default
    return found


def _init(cls: Any, *, is_plain: bool) -> Any:
    """Takes the fields by place or by name, and sets each: a slot by the slot's own function, which is the quickest."""
    space: dict[str, Any] = {"_missing": MISSING, "_put": object.__setattr__}
    arguments, lines = [], []
    for name, given in cls._defaults.items():
        default, factory = (given.default, given.default_factory) if isinstance(given, Field) else (given, MISSING)
        if factory is not MISSING:
            space[f"_make_{name}"] = factory
            lines.append(f"if {name} is _missing: {name} = _make_{name}()")
            default = MISSING
        if factory is not MISSING or default is not MISSING:
            space[f"_default_{name}"] = default
        arguments.append(f"{name}=_default_{name}" if f"_default_{name}" in space else name)
        slot = getattr(getattr(cls, name, None), "__set__", None)
        if is_plain:
            lines.append(f"self.{name} = {name}")
        elif slot is not None:
            space[f"_set_{name}"] = slot
            lines.append(f"_set_{name}(self, {name})")
        else:
            lines.append(f"_put(self, {name!r}, {name})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__(self, {', '.join(arguments)}):\n " + "\n ".join(lines or ["pass"]), space)  # noqa: S102
    made = space["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


class _Fields:
    """What the functions of the standard library want to know of a class, made when they ask."""

    def __get__(self, value: object, cls: Any) -> dict[str, Field[Any]]:
        rows = []
        for name, given in cls._defaults.items():
            default = dataclasses.field() if given is MISSING else given
            rows.append((name, Any, default if isinstance(default, Field) else dataclasses.field(default=default)))
        found = {row.name: row for row in dataclasses.fields(dataclasses.make_dataclass(cls.__name__, rows))}
        cls.__dataclass_fields__ = found
        return found
