"""
Reading an app in a test: values without the places where they stand in the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from fluidkit.errors import Diagnostic
from fluidkit.introspection import Context, Reading, read_app
from fluidkit.model import Object, Operation, Parameter, Type

TESTS = Path(__file__).resolve().parents[1]


def read(app: Any, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Reading:
    """
    Read `app` as a project whose root is the folder of the tests.
    """
    context = Context(
        project_root=TESTS.parent, root=TESTS, include=tuple(include), exclude=tuple(exclude)
    )
    return read_app(app, context)


def operations(app: Any) -> dict[str, Operation]:
    """
    Return the operations by "METHOD /path", without origins.
    """
    return {
        f"{each.method} {each.path}": replace(
            each, origin=None, parameters=tuple(map(_without_origin, each.parameters))
        )
        for each in read(app).api.operations
    }


def operation(app: Any) -> Operation:
    """
    Return the only operation of `app`.
    """
    (only,) = operations(app).values()
    return only


def parameters(app: Any) -> tuple[Parameter, ...]:
    """
    Return the parameters of the only operation of `app`.
    """
    return operation(app).parameters


def names(app: Any) -> list[str]:
    """
    Return the names of the parameters of the only operation, optional ones as "name?".
    """
    return [each.name if each.required else f"{each.name}?" for each in parameters(app)]


def diagnostics(app: Any) -> list[Diagnostic]:
    """
    Return what was reported.
    """
    return list(read(app).diagnostics)


def warnings(app: Any) -> dict[str, str]:
    """
    Return what was warned of, by route.
    """
    return {each.route: each.what for each in diagnostics(app) if each.level == "warning"}


def errors(app: Any) -> dict[str, str]:
    """
    Return what could not be read at all, by route.
    """
    return {each.route: each.what for each in diagnostics(app) if each.level == "error"}


def notes(app: Any) -> dict[str, str]:
    """
    Return what was only noted, by route.
    """
    return {each.route: each.what for each in diagnostics(app) if each.level == "note"}


def _without_origin(parameter: Parameter) -> Parameter:
    return replace(parameter, origin=None, type=_type_without_origin(parameter.type))


def _type_without_origin(type_: Type) -> Type:
    if not isinstance(type_, Object):
        return type_
    return replace(type_, fields=tuple(replace(each, origin=None) for each in type_.fields))
