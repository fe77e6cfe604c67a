"""
What an attribute of a value is, whether that is a module, a class, this object or any of a type.
"""

from __future__ import annotations

import ast
import asyncio
import sys
import types
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_hints import declared
from fluidkit.introspection.source_scopes import DEEPEST
from fluidkit.introspection.source_text import widened
from fluidkit.introspection.source_values import (
    SIMPLE,
    Arguments,
    Code,
    Coroutine,
    Instance,
    Known,
    Method,
    Typed,
    Unknown,
    Value,
    is_none,
    one_of,
)

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader


def attribute_of(reader: Reader, value: Value, name: str) -> Value:
    """
    Tell what `value.name` is.
    """
    match value:
        case Known(found):
            return _known_attribute(reader, found, name)
        case Typed(annotation):
            return _typed_attribute(reader, annotation, name)
        case Instance(cls) if cls is not TypeAdapter and name not in ("headers", "encode"):
            return _typed_attribute(reader, cls, name)
        case Coroutine() | Unknown():
            return value if isinstance(value, Unknown) else Unknown("a coroutine is not awaited")
        case _:
            return Method(value, name)


def _known_attribute(reader: Reader, found: Any, name: str) -> Value:
    if isinstance(found, types.ModuleType):
        if name in vars(found):
            return module_variable(reader, vars(found), name)
        return Unknown(f"`{found.__name__}.{name}` is not known")
    if isinstance(found, type):
        return _class_attribute(reader, found, name)
    if isinstance(found, Enum) and name in ("value", "name", "_value_", "_name_"):
        return Known(getattr(found, "_value_" if "value" in name else "_name_"))
    if isinstance(found, str | bytes):
        return Method(Known(found), name)
    cls = type(found)
    if _of_library(cls, name):
        return Method(Typed(cls), name)
    member = source_annotations.static(cls, name)
    method = source_annotations.unwrapped(member)
    if isinstance(method, types.FunctionType):
        owner = None if isinstance(member, staticmethod) else Known(found)
        return reader.function(method, Known(cls) if isinstance(member, classmethod) else owner)
    hint = source_annotations.attribute(cls, name)
    if hint is not MISSING and not source_annotations.is_weak(hint):
        return Typed(hint)
    own = getattr(found, "__dict__", {})
    if isinstance(own, dict) and name in own:
        return _changeable(reader.object(own[name]), name)
    return _typed_attribute(reader, cls, name)


def _class_attribute(reader: Reader, cls: type, name: str) -> Value:
    if issubclass(cls, Enum) and name in cls.__members__:
        return Known(cls.__members__[name])
    member = source_annotations.static(cls, name)
    function = source_annotations.unwrapped(member)
    if isinstance(function, types.FunctionType) and not _of_library(cls, name):
        owner = Known(cls) if isinstance(member, classmethod) else None
        return reader.function(function, owner)
    if member is MISSING or hasattr(type(member), "__get__") or _of_library(cls, name):
        return Method(Known(cls), name)
    value = reader.object(member)
    # A text is a constant: the name of an event, a media type.
    return value if type(member) in (str, bytes) else _changeable(value, name)


def _changeable(value: Value, name: str) -> Value:
    """
    Take what an attribute holds by now for any value of its type; None is of no type.
    """
    if is_none(value):
        return Unknown(f"`.{name}` has no annotation, and is None as yet")
    # Not asked with `isinstance`: what a proxy stands for is known only when the endpoint runs.
    is_plain = isinstance(value, Known) and type(value.value) in (str, bytes, int, float, bool)
    return widened(value) if is_plain else value


def _typed_attribute(reader: Reader, annotation: Any, name: str) -> Value:
    found = [_one_attribute(reader, each, name) for each in source_annotations.present(annotation)]
    return one_of(found) if found else Unknown(f"`.{name}` is not known")


def _one_attribute(reader: Reader, annotation: Any, name: str) -> Value:
    hint = source_annotations.attribute(annotation, name)
    if hint is not MISSING:
        return Typed(hint)
    cls = source_annotations.class_of(annotation)
    if cls is None:
        return Unknown(f"the type of `.{name}` is not known")
    member = source_annotations.static(cls, name)
    function = source_annotations.unwrapped(member)
    if isinstance(function, types.FunctionType) and not _of_library(cls, name):
        owner: Value | None = Typed(annotation)
        if isinstance(member, staticmethod):
            owner = None
        return reader.function(function, Known(cls) if isinstance(member, classmethod) else owner)
    if member is not MISSING and isinstance(member, SIMPLE | Enum):
        # A class attribute that an object may have of its own, too.
        return _changeable(Known(member), name)
    if member is MISSING:
        if (cls, name) not in reader.made:
            # An object may be made of what another of its kind holds.
            reader.made[cls, name] = Unknown(f"`.{name}` depends on itself")
            reader.made[cls, name] = _set_in_init(reader, cls, annotation, name)
        return reader.made[cls, name]
    return Method(Typed(annotation), name)


def _set_in_init(reader: Reader, cls: type, annotation: Any, name: str) -> Value:
    """
    Follow `self.name: T = …` in `__init__`.
    """
    unknown = Unknown(f"the type of `.{name}` is not known")
    init = source_annotations.static(cls, "__init__")
    code = (
        reader.function(init, Typed(annotation)) if isinstance(init, types.FunctionType) else None
    )
    if not isinstance(code, Code) or isinstance(code.node, ast.Lambda) or not code.node.args.args:
        return unknown
    scope = reader.enter(code, Arguments(opaque=True), DEEPEST - 2)
    own = code.node.args.args[0].arg
    values: list[Value] = []
    for node in ast.walk(code.node):
        match node:
            case ast.AnnAssign(ast.Attribute(ast.Name(found), attribute), hint, value):
                if (found, attribute) == (own, name):
                    values.append(declared(reader, hint, value, scope))
            case ast.Assign([ast.Attribute(ast.Name(found), attribute)], value):
                if (found, attribute) == (own, name):
                    values.append(widened(reader.evaluate(value, scope)))
    values = [each for each in values if not is_none(each)]
    return values[0] if len(values) == 1 else unknown


def module_variable(reader: Reader, names: Mapping[str, Any], name: str) -> Value:
    """
    Take a module's variable: by its annotation where it has one, as its value may change.
    """
    found = names[name]
    if source_annotations.is_a(found, types.ModuleType | type | types.FunctionType):
        return reader.object(found)
    module = sys.modules.get(names.get("__name__", ""))
    said = getattr(module, "__annotations__", {}).get(name, MISSING) if module else MISSING
    hint = source_annotations.resolve(said, dict(names)) if said is not MISSING else MISSING
    if hint is MISSING or source_annotations.is_weak(hint) or "Final" in str(said):
        if source_annotations.is_a(found, SIMPLE) and reader.trees.sets(names, name):
            return Unknown(f"`{name}` is set by a function, and has no annotation")
        return reader.object(found)
    return Typed(hint)


def _of_library(cls: type, name: str) -> bool:
    """
    Whether a method is pydantic's own, whose meaning `source_calls` knows.
    """
    if issubclass(cls, asyncio.Queue) and name in ("get", "get_nowait"):
        return True
    for base in cls.__mro__:
        if name in vars(base):
            return base.__module__.partition(".")[0] in ("pydantic", "sqlmodel", "builtins", "enum")
    return False
