"""
What methods give of what has no source to read: `model_dump()`, `.items()`, `.encode()`.
"""

from __future__ import annotations

import asyncio
from collections import abc
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import BaseModel, TypeAdapter

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING, is_event_class
from fluidkit.introspection.source_json import dumped, flags_of, model_json
from fluidkit.introspection.source_text import decoded, formatted_template, is_textual, joined
from fluidkit.introspection.source_values import (
    Arguments,
    Coroutine,
    Dict,
    Dump,
    Group,
    Instance,
    Json,
    Known,
    List,
    Text,
    Typed,
    Unknown,
    Value,
    is_none,
    one_of,
)

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader


def method_of(reader: Reader, owner: Value, name: str, passed: Arguments) -> Value:
    """
    Tell what a method gives of something that has no source to read.
    """
    unknown = Unknown(f"what `.{name}()` gives is not known")
    match owner:
        case Known(found) if isinstance(found, type):
            return _class_method(found, name) or unknown
        case Instance(cls):
            return _instance_method(owner, cls, name, passed) or unknown
        case Dict():
            return _dict_method(owner, name, passed) or unknown
        case List() | Group():
            return _list_method(reader, owner, name) or unknown
        case Typed(annotation) if not is_textual(owner):
            return _typed_method(owner, annotation, name, passed) or unknown
        case Dump() if name == "copy":
            return owner
        case _ if is_textual(owner):
            return _text_method(reader, owner, name, passed)
        case _:
            return unknown


def _class_method(cls: type, name: str) -> Value | None:
    if issubclass(cls, BaseModel) and name in _MAKING:
        return Typed(cls)
    if name in ("now", "utcnow", "today", "fromtimestamp", "fromisoformat", "strptime", "combine"):
        return Typed(cls)
    return None


_MAKING: Final = frozenset(
    [
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "model_construct",
        "parse_obj",
        "parse_raw",
        "from_orm",
        "validate",
        "construct",
    ]
)


def _instance_method(owner: Value, cls: type, name: str, passed: Arguments) -> Value | None:
    if is_event_class(cls) and name == "encode":
        return owner
    if cls is TypeAdapter and isinstance(owner, Instance):
        return _adapter_method(owner, name, passed)
    return None


def _adapter_method(owner: Instance, name: str, passed: Arguments) -> Value | None:
    adapted = owner.arguments.get("type", 0)
    if not isinstance(adapted, Known | Typed):
        return None
    annotation = adapted.value if isinstance(adapted, Known) else MISSING
    if annotation is MISSING:
        return None
    if name.startswith("validate_"):
        return Typed(annotation)
    if name not in ("dump_json", "dump_python"):
        return None
    flags = flags_of(passed, by_alias=False)
    mode = _mode(passed) if name == "dump_python" else "json"
    if isinstance(flags, Unknown) or mode is None:
        return Unknown("the arguments of the dump are not known")
    given = dumped(annotation, "pydantic" if mode == "json" else "python", flags)
    return Json(given.shape, binary=True) if name == "dump_json" else given


def _typed_method(owner: Typed, annotation: Any, name: str, passed: Arguments) -> Value | None:
    cls = source_annotations.class_of(_only(annotation))
    if cls is None:
        return None
    if issubclass(cls, BaseModel):
        return _model_method(_only(annotation), cls, name, passed)
    if name in _METHOD_RESULTS:
        return Typed(_METHOD_RESULTS[name])
    arguments = get_args(_only(annotation))
    if issubclass(cls, abc.Mapping):
        return _mapping_method(arguments, name, passed)
    if issubclass(cls, list | abc.Sequence) and name in ("pop", "copy"):
        return owner if name == "copy" else Typed(arguments[0]) if arguments else None
    if issubclass(cls, asyncio.Queue) and arguments:
        found = Typed(arguments[0])
        queued: dict[str, Value] = {"get": Coroutine(found), "get_nowait": found}
        return queued.get(name)
    return None


_METHOD_RESULTS: Final[dict[str, Any]] = {
    "isoformat": str,
    "strftime": str,
    "hex": str,
    "timestamp": float,
    "total_seconds": float,
}


def _only(annotation: Any) -> Any:
    kept = source_annotations.present(annotation)
    return kept[0] if len(kept) == 1 else annotation


def _mapping_method(arguments: tuple[Any, ...], name: str, passed: Arguments) -> Value | None:
    if len(arguments) != 2:
        return None
    key, value = arguments
    match name:
        case "keys":
            return List((Typed(key),))
        case "values":
            return List((Typed(value),))
        case "items":
            return List((Group((Typed(key), Typed(value))),))
        case "get" | "pop" | "setdefault":
            default = passed.get("default", 1)
            if default is None:
                # `None` where the key is missing; then nothing can be read of it.
                default = Known(None) if name == "get" else Typed(value)
            return one_of([Typed(value), default]) if not is_none(default) else Typed(value | None)
        case _:
            return None


def _model_method(
    annotation: Any, cls: type[BaseModel], name: str, passed: Arguments
) -> Value | None:
    match name:
        case "model_copy" | "copy":
            return Typed(annotation)
        case "model_dump_json" | "json":
            flags = flags_of(passed, by_alias=_by_alias(cls))
            if isinstance(flags, Unknown):
                return Json(flags)
            if name == "json" and set(passed.named) & {"encoder", "models_as_dict"}:
                return Json(Unknown("`.json(encoder=…)` is not followed"))
            indent = passed.get("indent")
            return model_json(annotation, flags, one_line=indent is None or is_none(indent))
        case "model_dump" | "dict":
            flags = flags_of(passed, by_alias=_by_alias(cls))
            mode = _mode(passed)
            if isinstance(flags, Unknown) or mode is None:
                return Dump(Unknown("the arguments of the dump are not known"))
            return dumped(annotation, "pydantic" if mode == "json" else "python", flags)
        case "model_fields_set":
            return Typed(set[str])
        case _:
            return None


def _by_alias(cls: type[BaseModel]) -> bool:
    """
    pydantic 2.11 made a model's own configuration the default.
    """
    return bool(cls.model_config.get("serialize_by_alias", False))


def _mode(passed: Arguments) -> str | None:
    mode = passed.get("mode")
    if mode is None:
        return "python"
    return mode.value if isinstance(mode, Known) and mode.value in ("json", "python") else None


def _dict_method(owner: Dict, name: str, passed: Arguments) -> Value | None:
    match name:
        case "get":
            key = passed.get("", 0)
            if isinstance(key, Known) and isinstance(key.value, str):
                return owner.get(key.value) or passed.get("", 1) or Known(None)
            return None
        case "copy":
            return owner
        case "items":
            return List(tuple(Group((Known(key), value)) for key, value in owner.items))
        case "keys":
            return List(tuple(Known(key) for key, _ in owner.items))
        case "values":
            return List(tuple(value for _, value in owner.items))
        case _:
            return None


def _list_method(reader: Reader, owner: Value, name: str) -> Value | None:
    if name == "copy":
        return owner
    return reader.element(owner) if name == "pop" else None


def _text_method(reader: Reader, owner: Value, name: str, passed: Arguments) -> Value:
    match owner, name:
        case Json(shape, one_line), "encode" | "decode":
            return Json(shape, one_line, name == "encode")
        case Text(parts), "encode" | "decode":
            return Text(parts, name == "encode")
        case Known(found), "encode":
            return Text((found,), True) if isinstance(found, str) else Known(found)
        case Known(found), "decode":
            return decoded(Known(found))
        case Typed(), "encode" | "decode":
            return Typed(bytes if name == "encode" else str)
        case (Json(), "strip" | "rstrip" | "lstrip"):
            return owner
        case Known(found), "format" if isinstance(found, str) and not passed.named:
            return formatted_template(found, tuple(passed.positional))
        case Known(found), "join":
            return _join(reader, found, passed.get("", 0))
        case Known(found), "lower" | "upper" | "strip" if isinstance(found, str):
            return Known(getattr(found, name)())
        case _, "split" | "splitlines":
            return Typed(list[str])
        case _, "lower" | "upper" | "title" | "strip" | "rstrip" | "lstrip" | "join":
            return Unknown("text is changed") if not isinstance(owner, Typed) else owner
        case _, "replace" | "format":
            return owner if isinstance(owner, Typed) else Unknown("text is changed")
        case _, "startswith" | "endswith":
            return Typed(bool)
        case _:
            return Unknown(f"what `.{name}()` gives is not known")


def _join(reader: Reader, separator: Any, joined_values: Value | None) -> Value:
    binary = isinstance(separator, bytes)
    between = decoded(Known(separator))
    if isinstance(joined_values, Group):
        pieces: list[Value] = []
        for position, value in enumerate(joined_values.values):
            pieces += [*([between] if position else []), decoded(value)]
        whole = joined(pieces)
        return Text(whole.parts, binary) if isinstance(whole, Text) else whole
    return Unknown("how many pieces of text are joined is not known")
