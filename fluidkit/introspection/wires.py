"""
The other wire: values that `jsonable_encoder` writes, as no response model says how.

It leaves models to pydantic, and writes everything else itself: a Decimal and a timedelta as a
number, a dataclass by the names of its fields. It never asks a serializer or an alias that stands
outside of a model.
"""

from __future__ import annotations

import dataclasses
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeAlias, TypeVar, cast, get_type_hints

from fastapi.encoders import ENCODERS_BY_TYPE
from pydantic import BaseModel, ByteSize, EncodedBytes, EncodedStr, TypeAdapter
from pydantic_core import CoreSchema, core_schema, to_jsonable_python

from fluidkit.introspection.core_schemas import Core, defining, is_of_pydantic, secret_in
from fluidkit.introspection.marks import Mark, Unknown

JSON_SCHEMA = "x-fluidkit-schema"
"""Key in a core schema's metadata for the JSON Schema that it stands for."""

JSONABLE = "#jsonable"
"""Ending of the reference of a definition that this wire writes in its own way."""

UNSENT = "_sa"
"""How keys begin that `jsonable_encoder` leaves out, as SQLAlchemy's own attributes do."""

_Rewrite: TypeAlias = Callable[[Any], Any]

_KEPT = ("model", "enum")
"""Classes that look the same on both wires."""

_NUMBERS = {
    "decimal": {"type": "number", "format": "decimal"},
    "timedelta": {"type": "number", "format": "duration"},
}

_NULL = core_schema.literal_schema(["null"])
"""None as a key."""

_WRITTEN: tuple[type, ...] = (
    *(str, int, float, type(None), dict, list, set, frozenset, tuple, deque),
    *(BaseModel, Enum, PurePath, *ENCODERS_BY_TYPE),
)
"""Classes that it knows; of any other it writes the attributes."""

_PARTS = (
    "schema",
    "items_schema",
    "keys_schema",
    "values_schema",
    "json_schema",
    "python_schema",
    "lax_schema",
    "strict_schema",
    "arguments_schema",
    "steps",
    "choices",
    "fields",
)
"""Where core schemas have others inside."""


def as_jsonable(schema: CoreSchema, inside: AbstractSet[type] = frozenset()) -> CoreSchema:
    """
    Return a core schema whose JSON Schema is what `jsonable_encoder` makes of the value.

    *inside*: the dataclasses whose fields pydantic leaves out are being described.
    """
    core: Core = schema
    definitions: Sequence[Core] = core.get("definitions", ())
    changed = {each["ref"] for each in definitions if defining(each)["type"] not in _KEPT}

    def rewrite(part: Any) -> Any:
        match part:
            case {"type": "definitions"}:
                inner = [rewrite(each) for each in part["definitions"]]
                return {**part, "definitions": inner, "schema": rewrite(part["schema"])}
            case {"type": "definition-ref", "schema_ref": str() as target}:
                ending = JSONABLE if target in changed else ""
                return {**part, "schema_ref": target + ending}
            case {"type": "decimal" | "timedelta" as name}:
                number = core_schema.any_schema(metadata={JSON_SCHEMA: _NUMBERS[name]})
                return {**number, "ref": f"{part['ref']}{JSONABLE}"} if "ref" in part else number
            case {"type": "dataclass", "cls": cls, "ref": str() as ref} if cls in inside:
                return core_schema.definition_reference_schema(f"{ref}{JSONABLE}")
            case {"type": "dataclass", "cls": cls}:
                return _completed(_rewritten(part, rewrite), cls, inside | {cls})
            case {"type": str() as name} if _is_kept(name, part):
                return part
            case {"type": str()}:
                value = _value(part)
                if value is None:
                    return _rewritten(part, rewrite)
                return rewrite({**value, "ref": part["ref"]} if "ref" in part else value)
            case _:
                return part

    return cast("CoreSchema", rewrite(schema))


def own_dumps(schema: CoreSchema) -> Iterator[type]:
    """
    Give the models whose own `model_dump` `jsonable_encoder` calls, which may return anything.

    Of a model inside of another it is pydantic that decides.
    """
    part: Any = schema
    match part:
        case {"type": str() as name} if _is_kept(name, part):
            cls = defining(part)["cls"]
            if hasattr(cls, "model_dump") and not _is_dumped_as_usual(cls):
                yield cls
        case Mapping():
            keys = _PARTS if "type" in part else part
            for key in (*keys, "definitions"):
                if key in part:
                    yield from own_dumps(part[key])
        case list() | tuple():
            for each in part:
                yield from own_dumps(each)
        case _:
            return


def unsent_keys(schema: CoreSchema) -> Iterator[str]:
    """
    Give the keys that pydantic writes for a model, or for what is in it, and that
    `jsonable_encoder` leaves out.
    """
    core: Any = schema
    definitions = {each["ref"]: each for each in core.get("definitions", ())}
    pending: list[tuple[Any, bool]] = [(core.get("schema", core) if definitions else core, False)]
    seen: set[tuple[str, bool]] = set()
    while pending:
        part, is_dumped = pending.pop()
        match part:
            case {"type": "definition-ref", "schema_ref": str() as target}:
                if (target, is_dumped) not in seen:
                    seen.add((target, is_dumped))
                    pending.append((definitions.get(target), is_dumped))
            case {"type": str() as name}:
                is_dumped = is_dumped or name == "model"
                if is_dumped:
                    yield from (key for key in _keys(part) if key.startswith(UNSENT))
                pending += [(part[each], is_dumped) for each in _PARTS if each in part]
            case Mapping():
                pending += [(each, is_dumped) for each in part.values()]
            case list() | tuple():
                pending += [(each, is_dumped) for each in part]
            case _:
                pass


def _keys(schema: Core) -> Iterator[str]:
    """
    Give the keys of an object, as pydantic writes them.
    """
    for name, field in _fields(schema):
        if not field.get("serialization_exclude"):
            yield field.get("serialization_alias") or name
    for each in schema.get("computed_fields", ()):
        yield each.get("alias") or each["property_name"]


def _fields(schema: Core) -> Iterator[tuple[str, Core]]:
    match schema:
        case {"type": "model-fields" | "typed-dict", "fields": Mapping() as fields}:
            yield from fields.items()
        case {"type": "dataclass-args", "fields": list() as fields}:
            yield from ((each["name"], each) for each in fields)
        case _:
            return


def _is_dumped_as_usual(cls: type) -> bool:
    owner = next(each for each in cls.__mro__ if "model_dump" in vars(each))
    return owner.__module__.partition(".")[0] in ("pydantic", "sqlmodel")


def _is_kept(name: str, part: Core) -> bool:
    # A field of a dataclass loses its alias, also where a model is in it.
    return not name.endswith("-field") and defining(part)["type"] in _KEPT


def _value(schema: Core) -> Core | None:
    """
    Return what a value is, where its validators take another thing, or its serializer hides it.
    """
    function = schema.get("function")
    made = function["function"] if isinstance(function, dict) else None
    owner = getattr(made, "__self__", None)
    if isinstance(owner, EncodedBytes | EncodedStr):
        return cast("Core", schema["schema"])
    if isinstance(owner, type) and issubclass(owner, ByteSize):
        return core_schema.int_schema()
    if isinstance(made, type) and not issubclass(made, _WRITTEN):
        return core_schema.is_instance_schema(made)
    secret: Any = secret_in(schema)
    if secret is None:
        return None
    # Its only attribute, in the open.
    field = core_schema.typed_dict_field(secret)
    return core_schema.typed_dict_schema({"_secret_value": field})


def _rewritten(schema: Core, rewrite: _Rewrite) -> Core:
    kept = {
        key: value
        for key, value in schema.items()
        # `dataclasses.asdict` knows the fields alone.
        if key not in ("serialization_alias", "serialization_exclude", "computed_fields")
    }
    if not _is_written_by_pydantic(schema):
        kept.pop("serialization", None)
    if "ref" in kept:
        kept["ref"] = f"{kept['ref']}{JSONABLE}"
    if "keys_schema" in kept:
        kept["keys_schema"] = _with_texts(kept["keys_schema"])
    unsent = {name for name, _ in _fields(schema) if name.startswith(UNSENT)}
    if unsent:
        kept["fields"] = _without(unsent, kept["fields"])
    for key in _PARTS:
        if key in kept and (key != "fields" or schema["type"] != "dataclass"):
            kept[key] = _each(kept[key], rewrite)
    return kept


def _completed(schema: Any, cls: Any, inside: AbstractSet[type]) -> Any:
    """
    Return a dataclass with the fields that pydantic leaves out, as it can't set them.
    """
    arguments = schema
    while arguments["type"] != "dataclass-args":
        arguments = arguments["schema"]
    known = {each["name"] for each in arguments["fields"]}
    names = [
        each.name
        for each in dataclasses.fields(cls)
        if not (each.init or each.name in known or each.name.startswith(UNSENT))
    ]
    if names:
        arguments["fields"] += [
            core_schema.dataclass_field(name, _field(cls, name, inside)) for name in names
        ]
    return schema


def _field(cls: type, name: str, inside: AbstractSet[type]) -> CoreSchema:
    """
    Return the core schema of a field by its annotation alone.
    """
    try:
        annotation = get_type_hints(cls, include_extras=True)[name]
        if not isinstance(annotation, TypeVar) and not getattr(annotation, "__parameters__", ()):
            return as_jsonable(TypeAdapter(annotation).core_schema, inside)
        unknown = Unknown("its annotation has type parameters", "annotate it without them")
    except Exception:  # noqa: BLE001 -- the user's annotations are evaluated
        unknown = Unknown("its annotation says nothing to pydantic", "annotate it with a type")
    return core_schema.any_schema(metadata={JSON_SCHEMA: {Mark.UNKNOWN: unknown}})


def _without(names: AbstractSet[str], fields: Any) -> Any:
    if isinstance(fields, Mapping):
        return {name: each for name, each in fields.items() if name not in names}
    return [each for each in fields if each["name"] not in names]


def _with_texts(keys: Core) -> Core:
    """
    Return the keys of a dict, where one of them is None: its text is not the one of pydantic.
    """
    match keys:
        case {"type": "literal", "expected": values} | {"type": "enum", "members": values}:
            plain = [to_jsonable_python(each) for each in values]
            if None in plain:
                return core_schema.literal_schema(
                    [each if isinstance(each, str) else json.dumps(each) for each in plain]
                )
            return keys
        case {"type": "nullable", "schema": inner}:
            return {**core_schema.union_schema([]), "choices": [_with_texts(inner), _NULL]}
        case _:
            return keys


def _each(value: Any, rewrite: _Rewrite) -> Any:
    match value:
        case {"type": str()}:
            return rewrite(value)
        case Mapping():
            return {key: _each(each, rewrite) for key, each in value.items()}
        case list():
            return [_each(each, rewrite) for each in value]
        case tuple():
            return (rewrite(value[0]), *value[1:])
        case _:
            return value


def _is_written_by_pydantic(schema: Core) -> bool:
    function = schema.get("serialization", {}).get("function")
    return function is None or is_of_pydantic(function)
