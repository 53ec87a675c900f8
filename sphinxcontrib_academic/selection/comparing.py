"""How values in a filter compare: texts with texts, numbers with numbers, sets with sets."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.selection.values import Number, Text

if TYPE_CHECKING:
    from collections.abc import Callable

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
}


class CannotCompareError(Exception):
    """Two values have nothing in common."""


def compared(left: object, name: str, right: object) -> bool:
    """``==``, ``!=`` and the orders, by the name of the node."""
    if name == "Eq":
        return _equal(left, right)
    if name == "NotEq":
        return not _equal(left, right)
    order = _ORDERS[name]
    if isinstance(left, frozenset) or isinstance(right, frozenset):
        return _within(left, name, right)
    if _is_number(left) or _is_number(right) or (isinstance(left, Number) and isinstance(right, Number)):
        numbers = (_number(left, right), _number(right, left))
        return None not in numbers and order(*numbers)
    texts = (_text(left, right), _text(right, left))
    return order(*texts)


def holds(container: object, item: object) -> bool:
    """``in``: a member of a set, a person of a list, a piece of a text."""
    if isinstance(container, frozenset):
        return item.is_one_of(container) if isinstance(item, Text) else any(_equal(item, one) for one in container)
    pieces = item.forms or ("",) if isinstance(item, Text) else (item,)
    if isinstance(container, Number) and isinstance(item, (int, float)):
        return container.equals(item)
    if not isinstance(container, (str, Text)) or not all(isinstance(piece, str) for piece in pieces):
        raise CannotCompareError(f"'in' has {shown(item)} at its left and {shown(container)} at its right")
    texts = [str(piece) for piece in pieces]
    return any(text in container if isinstance(container, str) else container.has(text) for text in texts)


def joined(left: object, right: object, *, union: bool) -> object:
    """``|`` and ``&``: of sets, or of two answers."""
    if isinstance(left, bool) and isinstance(right, bool):
        return left or right if union else left and right
    if union and not (isinstance(left, frozenset) and isinstance(right, frozenset)):
        raise CannotCompareError(f"'|' has {shown(left)} and {shown(right)} at its sides, expected sets")
    match left, right:
        case (frozenset(), frozenset()):
            return left | right if union else left & right
        case (Text(), frozenset()):
            return frozenset(one for one in right if holds(left, one))
        case (frozenset(), Text()):
            return frozenset(one for one in left if holds(right, one))
    raise CannotCompareError(f"'&' has {shown(left)} and {shown(right)} at its sides, expected sets")


def _equal(left: object, right: object) -> bool:
    if isinstance(left, Text):
        return left.equals(right)
    return right.equals(left) if isinstance(right, Text) else left == right


def _within(left: object, name: str, right: object) -> bool:
    """Sets as Python orders them: ``<=`` is *all of them are in*."""
    if isinstance(left, frozenset) and isinstance(right, frozenset):
        return _ORDERS[name](left, right)
    if isinstance(left, frozenset) and isinstance(right, Text) and name == "LtE":
        return all(holds(right, one) for one in left)
    if isinstance(left, Text) and isinstance(right, frozenset) and name == "GtE":
        return all(holds(left, one) for one in right)
    raise CannotCompareError(f"{shown(left)} and {shown(right)} have no order")


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float))


def _number(value: object, other: object) -> float | None:
    if isinstance(value, Text):
        return value.number
    if isinstance(value, (int, float)):
        return value
    raise CannotCompareError(f"{shown(value)} and {shown(other)} have no order")


def _text(value: object, other: object) -> str:
    if isinstance(value, Text):
        return value.written
    if isinstance(value, str):
        return value
    raise CannotCompareError(f"{shown(value)} and {shown(other)} have no order")


def shown(value: object) -> str:
    """A value as a message names it."""
    if isinstance(value, Text):
        return f"the text {str(value)[:40]!r}"
    return "a set" if isinstance(value, frozenset) else repr(value)[:60]
