"""
Short ways to write model values by hand.
"""

from __future__ import annotations

from typing import Any

from fluidkit.model import (
    Api,
    Declaration,
    Enumeration,
    EnumMember,
    ErrorResponse,
    Field,
    JsonResult,
    Module,
    Object,
    Operation,
    Origin,
    Parameter,
    Place,
    Reference,
    Result,
    Scalar,
    Type,
)

STRING, NUMBER, BOOLEAN, NULL = Scalar.STRING, Scalar.NUMBER, Scalar.BOOLEAN, Scalar.NULL
INVALID = ErrorResponse(422, Reference("fastapi:HTTPValidationError"))


def at(place: str) -> Origin:
    """
    `at("app/users.py:12:4")`.
    """
    path, line, column = place.split(":")
    return Origin(path, int(line), int(column))


def field(name: str, type_: Type = STRING, required: bool = True, **more: Any) -> Field:
    """
    A field that is spelled on the wire as in Python, unless `wire_name` says otherwise.
    """
    return Field(**{"name": name, "wire_name": name, "type": type_, "required": required} | more)


def parameter(name: str, place: Place, type_: Type = STRING, **more: Any) -> Parameter:
    """
    A required parameter that is spelled on the wire as in Python, unless `more` says otherwise.
    """
    given = {"name": name, "wire_name": name, "place": place, "type": type_, "required": True}
    return Parameter(**given | more)


def operation(
    route: str,
    name: str,
    *parameters: Parameter,
    result: Result | None = None,
    module: str = "app.users",
    **more: Any,
) -> Operation:
    """
    `operation("GET /users/{id}", "get_user", …)`.
    """
    method, path = route.split(" ", 1)
    given = {"name": name, "method": method, "path": path, "parameters": parameters}
    return Operation(
        **given | {"module": module, "result": result or JsonResult(STRING), "status": 200} | more
    )


def declare(key: str, definition: Object | Enumeration | Type, **more: Any) -> Declaration:
    """
    `declare("app.users:Outer.Inner", …)`.
    """
    module, _, qualname = key.partition("#")[0].partition(":")
    given = {"key": key, "module": module, "name": qualname, "direction": None}
    return Declaration(**given | {"definition": definition} | more)


def model(key: str, *fields: Field, **more: Any) -> Declaration:
    """
    A class with fields.
    """
    return declare(key, Object(fields, more.pop("extra", None)), **more)


def enum(key: str, members: dict[str, Any], **more: Any) -> Declaration:
    """
    An enum, by its members' names and values.
    """
    found = tuple(EnumMember(name=name, value=value) for name, value in members.items())
    return declare(key, Enumeration(found), **more)


def body(type_: Type, name: str = "body", **more: Any) -> Parameter:
    """
    A parameter that is the whole JSON body.
    """
    return parameter(name, Place.JSON_BODY, type_, **more)


def api(*things: Operation | Declaration | Module) -> Api:
    """
    An `Api` of operations, declarations and modules, sorted by kind.
    """
    return Api(
        modules=tuple(thing for thing in things if isinstance(thing, Module)),
        operations=tuple(thing for thing in things if isinstance(thing, Operation)),
        declarations=tuple(thing for thing in things if isinstance(thing, Declaration)),
    )
