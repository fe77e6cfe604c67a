"""
What calls give whose meaning is known without reading them: `json.dumps`, `asdict`, `list`.

A function is recognised by what it is, never by the name that the user's module gives it.
"""

from __future__ import annotations

import functools
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, get_origin

from pydantic import BaseModel, TypeAdapter
from starlette.responses import Response

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING, is_event_class
from fluidkit.introspection.source_json import Dumping, classes, dumped, flags_of, shape_of
from fluidkit.introspection.source_text import (
    decoded,
    formatted,
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

# --- Functions ----------------------------------------------------------------------------------


def call_native(
    reader: Reader, function: Any, owner: Value | None, passed: Arguments, depth: int
) -> Value:
    """
    Tell what a known function gives; an `Unknown` for every other.
    """
    module = getattr(function, "__module__", None) or ""
    name = getattr(function, "__qualname__", None) or ""
    match module, name:
        case (("json" | "simplejson" | "ujson" | "json.decoder" | "simplejson.__init__"), "dumps"):
            return _json_dumps(passed, Dumping("python"))
        case "orjson" | "orjson.orjson", "dumps":
            return _json_dumps(passed, Dumping("orjson"))
        case "fastapi.encoders", "jsonable_encoder":
            return _jsonable(passed)
        case "dataclasses", "asdict":
            return _asdict(passed.get("", 0))
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
    if not passed.positional:
        return Typed(_PLAIN[module, name]) if (module, name) in _PLAIN else None
    match module, name:
        case (
            ("asyncio.threads", "to_thread")
            | ("starlette.concurrency", "run_in_threadpool")
            | ("anyio.to_thread", "run_sync")
        ):
            rest = Arguments(passed.positional[1:], passed.named, passed.opaque)
            return Coroutine(reader.call(passed.positional[0], rest, depth + 1))
        case "asyncio.tasks", "create_task" | "ensure_future" | "wait_for" | "shield":
            return passed.positional[0]
        case ("starlette.concurrency", "iterate_in_threadpool") | ("builtins", "iter" | "aiter"):
            return passed.positional[0]
        case "builtins", "next":
            return _or_default(reader, passed, passed.get("default", 1))
        case "builtins", "anext":
            return Coroutine(_or_default(reader, passed, passed.get("default", 1)))
        case "builtins", "sorted":
            return List((reader.element(passed.positional[0]),))
        case "builtins", "min" | "max" if len(passed.positional) == 1:
            return _or_default(reader, passed, passed.get("default", None))
        case "builtins", "getattr" if len(passed.positional) == 2:
            wanted = passed.positional[1]
            if isinstance(wanted, Known) and isinstance(wanted.value, str):
                return reader.attribute(passed.positional[0], wanted.value)
            return None
        case "typing", "cast":
            first = passed.positional[0]
            target = first.value if isinstance(first, Known) else MISSING
            return None if isinstance(target, str) or target is MISSING else Typed(target)
        case "copy", "copy" | "deepcopy":
            return passed.positional[0]
        case _ if (module, name) in _PLAIN:
            return Typed(_PLAIN[module, name])
        case _:
            return None


def _or_default(reader: Reader, passed: Arguments, default: Value | None) -> Value:
    """
    One of the items, or what is given where there is none.
    """
    item = reader.element(passed.positional[0])
    return item if default is None else one_of([item, default])


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
    flags = flags_of(passed, by_alias=True)
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
    flags = flags_of(passed, by_alias=True)
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


def constructed(reader: Reader, cls: Any, passed: Arguments, depth: int) -> Value:
    """
    Tell what calling a class gives.
    """
    origin = get_origin(cls) or cls
    if not isinstance(origin, type):
        return Unknown("what is called is not known")
    if issubclass(origin, Response) or is_event_class(origin) or origin is TypeAdapter:
        return Instance(origin, passed)
    if origin is functools.partial and passed.positional:
        first = passed.positional[0]
        return Partial(first, Arguments(passed.positional[1:], passed.named, passed.opaque))
    if (origin.__module__, origin.__name__) in _ITERATING:
        return _iterating(reader, origin.__name__, passed, depth)
    if origin is dict:
        return _dict(passed)
    if origin is str:
        return _text(passed)
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


_MAPPED: Final = 6
"""How deep the function of a `map` is read at least, so that it is not followed far."""


def _iterating(reader: Reader, name: str, passed: Arguments, depth: int) -> Value:
    if name in ("range", "count"):
        return List((Typed(int),))
    first = passed.get("", 0)
    match name:
        case _ if first is None:
            return List(())
        case "enumerate":
            return List((Group((Typed(int), reader.element(first))),))
        case "zip":
            return List((Group(tuple(reader.element(each) for each in passed.positional)),))
        case "map":
            given = Arguments(tuple(reader.element(each) for each in passed.positional[1:]))
            return List((reader.call(first, given, max(depth + 1, _MAPPED)),))
        case "filter" if len(passed.positional) > 1:
            return List((reader.element(passed.positional[1]),))
        case "chain":
            return List(tuple(reader.element(each) for each in passed.positional))
        case _:
            return List((reader.element(first),))


def _dict(passed: Arguments) -> Value:
    first = passed.get("", 0)
    if passed.opaque or (first is not None and not isinstance(first, Dict)):
        return Unknown("what `dict(…)` holds is not known")
    items = dict(first.items) if isinstance(first, Dict) else {}
    return Dict(tuple({**items, **passed.named}.items()))


def _text(passed: Arguments) -> Value:
    first = passed.get("", 0)
    if first is None:
        return Known("")
    if len(passed.positional) > 1 and is_textual(first):
        return decoded(first)
    if isinstance(first, Known) and isinstance(first.value, Enum):
        return Unknown("how an enum member is written depends on Python's version")
    found = [formatted(each) for each in alternatives(first)]
    some_text = Typed(source_annotations.SOME_TEXT)
    return one_of([some_text if isinstance(each, Unknown) else each for each in found])
