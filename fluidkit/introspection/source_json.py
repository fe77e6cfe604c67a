"""
What JSON comes of a value, by who writes it.

`json.dumps` writes what `model_dump()` gives: by field name, and only what JSON itself knows. Where
that differs from what pydantic would write, the types that pydantic tells would lie; such a value
is unknown.
"""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import pathlib
import uuid
from collections import abc
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

import typing_extensions
from pydantic import BaseModel

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_values import (
    Arguments,
    Constant,
    Dict,
    Dump,
    Group,
    Json,
    Known,
    List,
    Listed,
    OneOf,
    Record,
    Serialized,
    Shape,
    Text,
    Typed,
    Unknown,
    Value,
    either,
    is_none,
)
from fluidkit.introspection.wires import UNSENT


@dataclass(frozen=True, slots=True)
class Dumping:
    """
    Who writes the JSON.
    """

    writer: Literal["python", "orjson", "jsonable", "pydantic"]
    default: Literal["str", "jsonable", "pydantic", "opaque"] | None = None
    """What `default=` makes of what the writer doesn't know."""
    flags: tuple[tuple[str, Any], ...] = ()


def dumped(annotation: Any, wire: Literal["pydantic", "python"], flags: dict[str, Any]) -> Dump:
    """
    Tell what `model_dump()` gives.
    """
    return Dump(Serialized(annotation=annotation, wire=wire, **flags))


def model_json(annotation: Any, flags: dict[str, Any], *, one_line: bool) -> Json:
    """
    Tell what `model_dump_json()` gives.
    """
    return Json(Serialized(annotation=annotation, wire="pydantic", **flags), one_line)


def shape_of(value: Value, dumping: Dumping) -> Shape:
    """
    Tell what JSON comes of a value.
    """
    match value:
        case Known(found) if isinstance(found, Enum):
            return _of_member(found, dumping)
        case Known(BaseModel() as found):
            return _of_type(type(found), dumping)
        case Known(found) if found is None or isinstance(found, str | int | float | bool):
            return Constant(found)
        case Dump(shape):
            return _of_dump(shape, dumping)
        case Dict(items):
            fields = [
                (key, shape_of(each, dumping))
                for key, each in items
                if dumping.writer != "jsonable" or not key.startswith(UNSENT)
            ]
            unknown = [shape for _, shape in fields if isinstance(shape, Unknown)]
            return unknown[0] if unknown else Record(tuple(fields))
        case List(elements):
            return _listed([shape_of(each, dumping) for each in elements])
        case Group(values):
            return _listed([shape_of(each, dumping) for each in values])
        case Text(binary=False) | Json(binary=False):
            return Serialized(annotation=str)
        case OneOf(values):
            return either([shape_of(each, dumping) for each in values])
        case Typed(annotation) if annotation is source_annotations.SOME_TEXT:
            return Serialized(annotation=str)
        case Typed(annotation):
            return _of_type(annotation, dumping)
        case Unknown():
            return value
        case _:
            return Unknown("what is written as JSON is not known")


def _of_member(found: Enum, dumping: Dumping) -> Shape:
    plain = isinstance(found, str | int | float)
    if plain or dumping.writer != "python":
        value = found.value
        if value is None or isinstance(value, str | int | float | bool):
            return Constant(value)
    return Unknown("an enum that `json.dumps` can't write")


def _listed(shapes: list[Shape]) -> Shape:
    items = either(shapes)
    return items if isinstance(items, Unknown) else Listed(items)


def _of_type(annotation: Any, dumping: Dumping) -> Shape:
    if dumping.writer == "jsonable":
        return Serialized(annotation=annotation, wire="jsonable", **dict(dumping.flags))
    if dumping.writer == "pydantic":
        return Serialized(annotation=annotation, wire="pydantic", **dict(dumping.flags))
    parts = list(classes(annotation))
    if any(issubclass(each, BaseModel) for each in parts):
        # Not JSON's own: only `default=` can write it.
        if dumping.default in ("jsonable", "pydantic"):
            return Serialized(annotation=annotation, wire=dumping.default, by_alias=True)
        return Unknown("`json.dumps` is given a model, and not what `model_dump()` gives")
    if dumping.writer == "python" and any(dataclasses.is_dataclass(each) for each in parts):
        return Unknown("`json.dumps` is given a dataclass, and not what `asdict()` gives")
    return _of_dump(Serialized(annotation=annotation, wire="python", by_alias=True), dumping)


def _of_dump(shape: Shape, dumping: Dumping) -> Shape:
    """
    Check what pydantic's types say of a dump that something else writes.
    """
    if not isinstance(shape, Serialized) or shape.wire != "python":
        return shape
    if dumping.writer == "jsonable":
        # `jsonable_encoder` over dicts: the values by its rules, the keys as they are.
        return dataclasses.replace(shape, wire="jsonable")
    for lie in _lies(shape.annotation, dumping):
        return Unknown(lie)
    return shape


def _lies(annotation: Any, dumping: Dumping) -> Iterator[str]:
    """
    Give the types in a dump that the writer writes otherwise than pydantic.
    """
    name = "orjson" if dumping.writer == "orjson" else "`json.dumps`"
    for each in classes(annotation):
        if issubclass(each, BaseModel) and _has_json_serializers(each):
            yield f"{each.__name__!r} is serialized otherwise in mode='json'"
        elif dumping.default is None or _is_json(each):
            # What the writer doesn't know it refuses: then nothing is on the wire, and no lie.
            continue
        elif dumping.writer == "orjson" and issubclass(each, _ORJSON):
            continue
        elif dumping.default == "opaque":
            yield f"what `default=` of {name} makes of {each.__name__!r} is not known"
        elif dumping.default == "str" and not issubclass(each, _SAME_AS_STR):
            yield f"{name} with `default=str` writes {each.__name__!r} otherwise than pydantic"
        elif dumping.default == "jsonable" and not issubclass(each, _SAME_AS_JSONABLE):
            yield f"{name} with `default=` writes {each.__name__!r} otherwise than pydantic"


_SAME_AS_STR: Final = (
    datetime.date,
    datetime.time,
    decimal.Decimal,
    uuid.UUID,
    pathlib.PurePath,
    bytes,
)
"""A string for `default=str` as for pydantic."""
_SAME_AS_JSONABLE: Final = tuple(each for each in _SAME_AS_STR if each is not decimal.Decimal)
"""Likewise for `jsonable_encoder`, which makes a number of a Decimal."""
_ORJSON: Final = (datetime.date, datetime.time, uuid.UUID, Enum)


def _is_json(cls: type) -> bool:
    if issubclass(cls, Enum):
        return issubclass(cls, str | int | float)
    containers = (dict, list, tuple, BaseModel, abc.Mapping, abc.Sequence)
    return (
        issubclass(cls, (str, int, float, type(None), *containers))
        or dataclasses.is_dataclass(cls)
        or cls in (abc.Iterable, abc.Collection)
    )


def _has_json_serializers(cls: type[BaseModel]) -> bool:
    decorators = cls.__pydantic_decorators__
    found: list[Any] = [*decorators.field_serializers.values()]
    found += decorators.model_serializers.values()
    annotated = [each for field in cls.model_fields.values() for each in field.metadata]
    whens = [getattr(each.info, "when_used", "") for each in found]
    whens += [getattr(each, "when_used", "") for each in annotated]
    return bool(cls.model_config.get("json_encoders")) or any("json" in str(each) for each in whens)


def classes(annotation: Any) -> Iterator[type]:
    """
    Give every class that a value of this type may hold, itself first.
    """
    seen: list[Any] = []
    pending = [annotation]
    while pending:
        current = source_annotations.peel(pending.pop(0))
        if any(current is each for each in seen):
            continue
        seen.append(current)
        if get_origin(current) is Literal:
            continue
        pending.extend(_parts(current))
        cls = source_annotations.class_of(current)
        if cls is not None and cls is not object and len(source_annotations.members(current)) == 1:
            yield cls


def _parts(annotation: Any) -> list[Any]:
    several = source_annotations.members(annotation)
    if len(several) > 1:
        return list(several)
    found = [each for each in get_args(annotation) if each is not Ellipsis]
    cls = source_annotations.class_of(annotation)
    if cls is None or isinstance(annotation, TypeVar):
        return []
    if issubclass(cls, BaseModel):
        found += [each.annotation for each in cls.model_fields.values()]
        found += [each.return_type for each in cls.model_computed_fields.values()]
    elif dataclasses.is_dataclass(cls) or typing_extensions.is_typeddict(cls):
        found += list(source_annotations.hints(cls).values())
    return [each for each in found if each is not None and not isinstance(each, list)]


_SWITCHES: Final = ("by_alias", "exclude_unset", "exclude_none", "exclude_defaults")


def flags_of(passed: Arguments, *, by_alias: bool) -> dict[str, Any] | Unknown:
    """
    Collect how a model is dumped; an `Unknown` where that is only known at run time.
    """
    flags: dict[str, Any] = {"by_alias": by_alias}
    if passed.opaque:
        return Unknown("the arguments of the dump are not known")
    for name in _SWITCHES:
        value = passed.get(name)
        if value is None or is_none(value):
            continue
        if not isinstance(value, Known) or not isinstance(value.value, bool):
            return Unknown(f"`{name}=` is only known when it runs")
        flags[name] = value.value
    for name in ("include", "exclude"):
        value = passed.get(name)
        if value is None or is_none(value):
            continue
        names = _names(value)
        if names is None:
            return Unknown(f"`{name}=` is only known when it runs")
        flags[name] = names
    return flags


def _names(value: Value) -> frozenset[str] | None:
    """
    Collect the names in `{"a", "b"}`; nested ones are not followed.
    """
    if isinstance(value, Known) and isinstance(value.value, set | frozenset):
        found = [Known(each) for each in value.value]
    elif isinstance(value, List):
        found = [each for each in value.elements if isinstance(each, Known)]
        if len(found) != len(value.elements):
            return None
    else:
        return None
    if not all(isinstance(each.value, str) for each in found):
        return None
    return frozenset(each.value for each in found)
