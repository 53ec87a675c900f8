"""``metrics.json`` -> numbers of publications, each checked, none of them fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sphinxcontrib_academic.model.metrics import Metrics, place_of
from sphinxcontrib_academic.model.problems import Code, Location, Problem


def read_metrics(content: bytes, path: str) -> tuple[Metrics, tuple[Problem, ...]]:
    """The numbers of a file; whatever is wrong with one costs that number."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Metrics(), (Problem(Code.ENCODING, f"{path!r} is not in UTF-8", Location(path, 1)),)
    except RecursionError:
        return Metrics(), (Problem(Code.LIMIT, f"{path!r} is nested too deeply", Location(path, 1)),)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        message = f"{path!r} cannot be read as JSON: {getattr(error, 'msg', error)}".lower()
        return Metrics(), (Problem(Code.SYNTAX, message, Location(path, line)),)
    if not isinstance(data, Mapping):
        message = f'{path!r} holds no object, expected {{"key": {{"citations": 12}}}}'
        return Metrics(), (Problem(Code.SYNTAX, message, Location(path, 1)),)
    return _metrics(data, content.decode("utf-8-sig"), path)


def _metrics(data: Mapping[str, object], text: str, path: str) -> tuple[Metrics, tuple[Problem, ...]]:
    by_name: dict[str, dict[str, int]] = {}
    totals: dict[str, int] = {}
    problems: list[Problem] = []

    def number_of(value: object, name: str, where: str) -> int | None:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e15:
            return int(value)
        if value is not None:
            message = f"{name!r} is {str(value)[:40]!r}, expected a number"
            problems.append(Problem(Code.UNKNOWN_VALUE, message, Location(path, _line(text, where))))
        return None

    for name, value in data.items():
        if isinstance(value, Mapping):
            numbers = {str(metric): number_of(number, f"{name}.{metric}", name) for metric, number in value.items()}
            place = place_of(name) if "/" in name else name.strip().casefold()
            by_name.setdefault(place, {}).update({key: found for key, found in numbers.items() if found is not None})
        elif (found := number_of(value, name, name)) is not None:
            if "://" in name:
                by_name.setdefault(place_of(name), {})["stars"] = found
            else:
                totals[name] = found
    return Metrics(by_name, totals), tuple(problems)


def _line(text: str, name: str) -> int:
    """The line of a name; JSON's own reader does not tell."""
    before, found, _ = text.partition(json.dumps(name, ensure_ascii=False))
    return before.count("\n") + 1 if found else 1
