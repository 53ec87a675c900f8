"""Handlers, directives and roles that are loaded when they are first needed: a site may use few of them, or none."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def load(target: str) -> Any:
    """What ``module:name`` of this package stands for."""
    module, _, name = target.partition(":")
    return getattr(import_module(f"sphinxcontrib_academic.{module}"), name)


def later(target: str, when: Callable[..., bool] | None = None, otherwise: Any = None) -> Callable[..., Any]:
    """A function that loads the one that it stands for, if it has anything to do."""

    def call(*args: Any, **options: Any) -> Any:
        if when is not None and not when(*args, **options):
            return otherwise() if otherwise is not None else None
        return load(target)(*args, **options)

    return call


def is_awake(app: Any, *_args: Any) -> bool:
    """Whether our domain has been needed in this build."""
    return app.env is not None and bool(app.env.domains["academic"].is_awake)


def is_used(app: Any, *_args: Any) -> bool:
    """Whether any page has anything of ours."""
    return app.env is not None and bool(app.env.domaindata["academic"]["users"])


class Later(type):
    """The class of classes that stand for another one: whatever they are asked, that one answers."""

    target: str

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(load(cls.target), name)

    def __call__(cls, *args: Any, **options: Any) -> Any:
        """One of the other class."""
        return load(cls.target)(*args, **options)


def class_later(name: str, target: str) -> Any:
    """A class that stands for another one."""
    return Later(name, (), {"target": target})
