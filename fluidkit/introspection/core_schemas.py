"""
Finding one's way in pydantic's core schemas.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeAlias

Core: TypeAlias = Mapping[str, Any]
"""A core schema or a field of one: which of its many TypedDicts is seen from its "type"."""


def defining(schema: Core) -> Core:
    """
    Return the schema of the class inside validators, defaults and the like.
    """
    while "cls" not in schema and isinstance(schema.get("schema"), dict):
        schema = schema["schema"]
    return schema


def class_of(schema: Core) -> Any:
    """
    Return the class that `schema` describes; None if it describes none.
    """
    inner = defining(schema)
    if inner["type"] == "call" and isinstance(inner["function"], type):
        return inner["function"]  # a named tuple, before pydantic 2.14
    return inner.get("cls")


def referable(schema: Core) -> Core | None:
    """
    Return the part of `schema` that has a reference; None if there is none.
    """
    if schema.get("type") != "definitions":
        return schema if "ref" in schema else None
    inner = schema["schema"]
    if inner["type"] != "definition-ref":
        return referable(inner)
    named = [each for each in schema["definitions"] if each.get("ref") == inner["schema_ref"]]
    return named[0] if named else None


def innermost_function(function: Any) -> Any:
    """
    Return the function inside partials and wrappers.
    """
    while isinstance(function, functools.partial):
        function = function.func
    return getattr(function, "__wrapped__", function)


def imports(schema: Core) -> bool:
    """
    Tell whether this is an `ImportString`, which core schemas know by its validator alone.
    """
    if schema["type"] not in ("function-plain", "function-before"):
        return False
    function = schema["function"]["function"]
    return getattr(function, "__name__", "") == "import_string" and is_of_pydantic(function)


def is_of_pydantic(function: Any) -> bool:
    """
    Tell whether pydantic wrote a validator or serializer, and not the user.
    """
    inner = innermost_function(function)
    module = getattr(inner, "__module__", None) or type(inner).__module__
    return str(module).partition(".")[0] in ("pydantic", "pydantic_core")
