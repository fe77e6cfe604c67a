"""
What calls give whose meaning is known without reading them: `json.dumps`, `model_dump`, `list`.

A function is recognised by what it is, never by the name that the user's module gives it.
"""

from __future__ import annotations

import asyncio
import functools
from collections import abc
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from pydantic import BaseModel, TypeAdapter
from starlette.responses import Response

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_json import Dumping, classes, dumped, model_json, shape_of
from fluidkit.introspection.source_text import (
    decoded,
    formatted,
    formatted_template,
    is_textual,
    joined,
)
from fluidkit.introspection.source_values import (
    Arguments,
    Code,
    Coroutine,
    Dict,
    Dump,
    Group,
    Instance,
    Json,
    Known,
    List,
    Partial,
    Text,
    Typed,
    Unknown,
    Value,
    alternatives,
    is_none,
    one_of,
)

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader

EVENT_CLASSES: Final = (
    ("fastapi.sse", "ServerSentEvent"),
    ("sse_starlette.event", "ServerSentEvent"),
    ("sse_starlette.event", "JSONServerSentEvent"),
    ("sse_starlette.sse", "ServerSentEvent"),
)


def is_event_class(cls: type) -> bool:
    """
    Whether this is a `ServerSentEvent` of FastAPI or sse-starlette, or a subclass.
    """
    return any((base.__module__, base.__name__) in EVENT_CLASSES for base in cls.__mro__)


# --- Functions ----------------------------------------------------------------------------------


def call_native(
    reader: Reader, function: Any, owner: Value | None, passed: Arguments, depth: int
) -> Value:
    """
    Tell what a known function gives; an `Unknown` for every other.
    """
    module = getattr(function, "__module__", None) or ""
    name = getattr(function, "__qualname__", None) or ""
    first = passed.get("", 0)
    match module, name:
        case (("json" | "simplejson" | "ujson" | "json.decoder" | "simplejson.__init__"), "dumps"):
            return _json_dumps(passed, Dumping("python"))
        case "orjson" | "orjson.orjson", "dumps":
            return _json_dumps(passed, Dumping("orjson"))
        case "fastapi.encoders", "jsonable_encoder":
            return _jsonable(passed)
        case "dataclasses", "asdict":
            return _asdict(first)
        case (
            ("pydantic_core" | "pydantic_core._pydantic_core"),
            ("to_json" | "to_jsonable_python"),
        ):
            return _to_json(name, passed)
        case "fastapi.sse", "format_sse_event":
            return _event_text(passed)
        case _:
            return _plumbing(reader, module, name, passed, depth) or Unknown(
                f"`{name or function!r}` is neither annotated nor readable"
            )


def _plumbing(
    reader: Reader, module: str, name: str, passed: Arguments, depth: int
) -> Value | None:
    """
    Follow what only hands on: threads, tasks, `cast`, `next`.
    """
    first = passed.get("", 0)
    if first is None:
        return Typed(_PLAIN[module, name]) if (module, name) in _PLAIN else None
    rest = Arguments(passed.positional[1:], passed.named, passed.opaque)
    match module, name:
        case (
            ("asyncio.threads", "to_thread")
            | ("starlette.concurrency", "run_in_threadpool")
            | ("anyio.to_thread", "run_sync")
        ):
            return Coroutine(reader.call(first, rest, depth + 1))
        case "asyncio.tasks", "create_task" | "ensure_future" | "wait_for" | "shield":
            return first
        case ("starlette.concurrency", "iterate_in_threadpool") | ("builtins", "iter" | "aiter"):
            return first
        case "builtins", "next":
            return reader.element(first)
        case "builtins", "anext":
            return Coroutine(reader.element(first))
        case "builtins", "sorted":
            return List((reader.element(first),))
        case "builtins", "min" | "max" if len(passed.positional) == 1:
            return reader.element(first)
        case "builtins", "getattr" if len(passed.positional) == 2:
            wanted = passed.positional[1]
            if isinstance(wanted, Known) and isinstance(wanted.value, str):
                return reader.attribute(first, wanted.value)
            return None
        case "typing", "cast":
            target = first.value if isinstance(first, Known) else MISSING
            return None if isinstance(target, str) or target is MISSING else Typed(target)
        case "copy", "copy" | "deepcopy":
            return first
        case _ if (module, name) in _PLAIN:
            return Typed(_PLAIN[module, name])
        case _:
            return None


_PLAIN: Final[dict[tuple[str, str], Any]] = {
    ("builtins", "len"): int,
    ("builtins", "repr"): str,
    ("builtins", "ascii"): str,
    ("builtins", "hash"): int,
    ("builtins", "round"): float,
    ("builtins", "isinstance"): bool,
    ("builtins", "any"): bool,
    ("builtins", "all"): bool,
    ("time", "time"): float,
    ("time", "monotonic"): float,
    ("time", "perf_counter"): float,
    ("time", "strftime"): str,
    ("random", "Random.random"): float,
    ("random", "Random.uniform"): float,
    ("random", "Random.randint"): int,
    ("random", "Random.randrange"): int,
}


def _json_dumps(passed: Arguments, dumping: Dumping) -> Value:
    value = passed.get("obj", 0)
    if value is None or passed.opaque:
        return Json(Unknown("what `json.dumps` is given is not known"))
    default = passed.get("default", 1 if dumping.writer == "orjson" else None)
    encoder = passed.get("cls")
    if encoder is not None and not is_none(encoder):
        dumping = Dumping(dumping.writer, "opaque")
    elif default is not None and not is_none(default):
        dumping = Dumping(dumping.writer, _default_of(default))
    indent = passed.get("indent")
    one_line = indent is None or is_none(indent)
    if dumping.writer == "orjson":
        return _orjson_dumps(value, dumping, passed.get("option", 2))
    return Json(shape_of(value, dumping), one_line)


def _orjson_dumps(value: Value, dumping: Dumping, option: Value | None) -> Value:
    bits = 0
    if option is not None and not is_none(option):
        if not isinstance(option, Known) or not isinstance(option.value, int):
            return Json(Unknown("the options of orjson are only known when it runs"), binary=True)
        bits = option.value
    if bits & _ORJSON_PASSTHROUGH:
        dumping = Dumping(dumping.writer, "opaque")
    written = Json(shape_of(value, dumping), not bits & _ORJSON_INDENT, binary=True)
    return Text((written, "\n"), True) if bits & _ORJSON_NEWLINE else written


# https://github.com/ijl/orjson/blob/master/pysrc/orjson/__init__.pyi: part of its ABI.
_ORJSON_INDENT: Final = 1 << 0
_ORJSON_NEWLINE: Final = 1 << 10
_ORJSON_PASSTHROUGH: Final = 1 << 8 | 1 << 9 | 1 << 11


def _default_of(default: Value) -> Any:
    if isinstance(default, Known) and default.value is str:
        return "str"
    function = default.function if isinstance(default, Code) else getattr(default, "function", None)
    known = (getattr(function, "__module__", ""), getattr(function, "__name__", ""))
    if known == ("fastapi.encoders", "jsonable_encoder"):
        return "jsonable"
    if known[1] in ("to_jsonable_python", "pydantic_encoder") and "pydantic" in str(known[0]):
        return "pydantic"
    return "opaque"


def _jsonable(passed: Arguments) -> Value:
    value = passed.get("obj", 0)
    flags = _flags(passed, by_alias=True)
    if value is None or passed.opaque:
        return Dump(Unknown("what `jsonable_encoder` is given is not known"))
    if isinstance(flags, Unknown) or passed.get("custom_encoder") or passed.get("sqlalchemy_safe"):
        return Dump(
            flags if isinstance(flags, Unknown) else Unknown("it has an encoder of its own")
        )
    return Dump(shape_of(value, Dumping("jsonable", flags=tuple(flags.items()))))


def _asdict(value: Value | None) -> Value:
    if not isinstance(value, Typed) or not hasattr(
        source_annotations.class_of(value.annotation), "__dataclass_fields__"
    ):
        return Dump(Unknown("what `asdict` is given is not known"))
    if any(issubclass(each, BaseModel) for each in classes(value.annotation)):
        return Dump(Unknown("`asdict` leaves the models inside of a dataclass as they are"))
    return dumped(value.annotation, "python", {})


def _to_json(name: str, passed: Arguments) -> Value:
    value = passed.get("value", 0)
    flags = _flags(passed, by_alias=True)
    if value is None or isinstance(flags, Unknown):
        return Unknown("what pydantic is given is not known")
    shape = shape_of(value, Dumping("pydantic", flags=tuple(flags.items())))
    return Json(shape, binary=True) if name == "to_json" else Dump(shape)


def _event_text(passed: Arguments) -> Value:
    pieces: list[Value] = []
    for key, prefix in (("event", "event: "), ("data_str", "data: ")):
        value = passed.get(key)
        if value is not None and not is_none(value):
            pieces += [Known(prefix), value, Known("\n")]
    return joined([*pieces, Known("\n")])


# --- Classes ------------------------------------------------------------------------------------


def constructed(reader: Reader, cls: Any, passed: Arguments) -> Value:
    """
    Tell what calling a class gives.
    """
    origin = get_origin(cls) or cls
    first = passed.get("", 0)
    if not isinstance(origin, type):
        return Unknown("what is called is not known")
    if issubclass(origin, Response) or is_event_class(origin) or origin is TypeAdapter:
        return Instance(origin, passed)
    if origin is functools.partial and first is not None:
        return Partial(first, Arguments(passed.positional[1:], passed.named, passed.opaque))
    if (origin.__module__, origin.__name__) in _ITERATING:
        return _iterating(reader, origin.__name__, first, passed)
    if origin is dict:
        return _dict(first, passed)
    if origin is str:
        return _text(first, passed)
    if origin is super:
        return Unknown("`super()` is not followed")
    if origin is type or issubclass(origin, type):
        return Unknown("a class that is made at run time is not followed")
    return Typed(cls)


_ITERATING: Final = frozenset(
    ("builtins", name)
    for name in [
        "list",
        "set",
        "frozenset",
        "tuple",
        "reversed",
        "enumerate",
        "zip",
        "range",
        "map",
        "filter",
    ]
) | {("itertools", name) for name in ("count", "cycle", "chain", "islice")}


def _iterating(reader: Reader, name: str, first: Value | None, passed: Arguments) -> Value:
    match name:
        case "range" | "count":
            return List((Typed(int),))
        case _ if first is None:
            return List(())
        case "enumerate":
            return List((Group((Typed(int), reader.element(first))),))
        case "zip":
            return List((Group(tuple(reader.element(each) for each in passed.positional)),))
        case "map":
            given = Arguments(tuple(reader.element(each) for each in passed.positional[1:]))
            return List((reader.call(first, given, 6),))
        case "filter" if len(passed.positional) > 1:
            return List((reader.element(passed.positional[1]),))
        case "chain":
            return List(tuple(reader.element(each) for each in passed.positional))
        case _:
            return List((reader.element(first),))


def _dict(first: Value | None, passed: Arguments) -> Value:
    if passed.opaque or (first is not None and not isinstance(first, Dict)):
        return Unknown("what `dict(…)` holds is not known")
    items = dict(first.items) if isinstance(first, Dict) else {}
    return Dict(tuple({**items, **passed.named}.items()))


def _text(first: Value | None, passed: Arguments) -> Value:
    if first is None:
        return Known("")
    if len(passed.positional) > 1 and is_textual(first):
        return decoded(first)
    if isinstance(first, Known) and isinstance(first.value, Enum):
        return Unknown("how an enum member is written depends on Python's version")
    found = [formatted(each) for each in alternatives(first)]
    some_text = Typed(source_annotations.SOME_TEXT)
    return one_of([some_text if isinstance(each, Unknown) else each for each in found])


# --- Methods ------------------------------------------------------------------------------------


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
    flags = _flags(passed, by_alias=False)
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
            flags = _flags(passed, by_alias=_by_alias(cls))
            if isinstance(flags, Unknown):
                return Json(flags)
            if name == "json" and set(passed.named) & {"encoder", "models_as_dict"}:
                return Json(Unknown("`.json(encoder=…)` is not followed"))
            indent = passed.get("indent")
            return model_json(annotation, flags, one_line=indent is None or is_none(indent))
        case "model_dump" | "dict":
            flags = _flags(passed, by_alias=_by_alias(cls))
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


_SWITCHES: Final = ("by_alias", "exclude_unset", "exclude_none", "exclude_defaults")


def _flags(passed: Arguments, *, by_alias: bool) -> dict[str, Any] | Unknown:
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
            return formatted_template(found, passed.positional)
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
