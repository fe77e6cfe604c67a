"""
Finding one's way in pydantic's core schemas.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from enum import Flag
from typing import Any, TypeAlias

from starlette.datastructures import UploadFile

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


def is_flag(cls: Any) -> bool:
    """
    Tell whether several members of an enum can be one value.
    """
    return isinstance(cls, type) and issubclass(cls, Flag)


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


def secret_in(schema: Core) -> Core | None:
    """
    Return what a `Secret` holds, which core schemas know by its validator alone; None elsewhere.
    """
    if schema["type"] != "json-or-python":
        return None
    made: Core = schema["json_schema"]
    function = made.get("function", {}).get("function")
    name = getattr(function, "__qualname__", "")
    is_secret = name.startswith("Secret.") and is_of_pydantic(function)
    return made["schema"] if is_secret else None


def is_hidden(schema: Core) -> bool:
    """
    Tell whether stars are written in place of a `Secret`, whatever pydantic's JSON Schema says.
    """
    hides = schema.get("serialization", {}).get("function")
    is_its_own = getattr(hides, "__name__", "") in ("_serialize_secret", "serialize")
    return secret_in(schema) is not None and is_its_own and is_of_pydantic(hides)


def is_of_pydantic(function: Any) -> bool:
    """
    Tell whether pydantic wrote a validator or serializer, and not the user.
    """
    inner = innermost_function(function)
    module = getattr(inner, "__module__", None) or type(inner).__module__
    return str(module).partition(".")[0] in ("pydantic", "pydantic_core")


def writes_any(serialization: Core) -> bool:
    """
    Tell whether a value is written as what it is, and not as its annotation says.
    """
    if serialization["type"] == "any":
        return True
    # Before 2.13.
    is_wrapped = serialization["type"] == "function-wrap" and "return_schema" not in serialization
    inner: Core = serialization.get("schema", {})
    return is_wrapped and inner.get("type") == "any" and is_of_pydantic(serialization["function"])


def has_metadata(schema: Core) -> bool:
    """
    Tell whether anybody but the type itself has a say in it.
    """
    metadata: Mapping[str, Any] | None = schema.get("metadata")
    return metadata is not None and any(metadata.values())


def receives_file(schema: Core) -> bool:
    """
    Tell whether this is an `UploadFile`.
    """
    if schema.get("type") != "function-plain" or not isinstance(schema.get("function"), dict):
        return False
    function = schema["function"]
    owner = getattr(function["function"], "__self__", None)
    return isinstance(owner, type) and issubclass(owner, UploadFile)


def may_be_missing(schema: Core) -> bool:
    """
    Tell whether a field may hold pydantic's `MISSING`, which leaves it out.
    """
    match schema["type"]:
        case "missing-sentinel":
            return True
        case "union":
            choices = [each[0] if isinstance(each, tuple) else each for each in schema["choices"]]
            return any(map(may_be_missing, choices))
        case "default" | "nullable" | "function-after" | "function-before" | "function-wrap":
            return may_be_missing(schema["schema"])
        case _:
            return False


def first_alias(alias: Any, name: str) -> tuple[str, str | None]:
    """
    Return the key of the field `name`; and where its value hides if its `alias` is a path.
    """
    match alias:
        case str():
            return alias, None
        case [str() as first, *_]:
            return name, first
        case [*choices]:
            plain = [each[0] for each in choices if isinstance(each, list) and len(each) == 1]
            if plain:
                return plain[0], None
            return name, next((each[0] for each in choices if isinstance(each, list)), None)
        case _:
            return name, None


def tag_names(discriminator: Any) -> Iterator[str]:
    """
    Yield the fields that tell the members of a union apart.
    """
    match discriminator:
        case str():
            yield discriminator
        case [*paths]:
            for path in paths:
                yield from tag_names(path[0] if isinstance(path, list) and path else path)
        case _:
            return  # a function finds the tag, wherever it is
