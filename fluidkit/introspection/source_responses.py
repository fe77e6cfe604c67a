"""
What kinds of response the source of an endpoint returns.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from starlette.responses import (
    FileResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_reading import Reader
from fluidkit.introspection.source_scopes import Scope
from fluidkit.introspection.source_trees import yields_of
from fluidkit.introspection.source_values import (
    Arguments,
    Code,
    Coroutine,
    Dict,
    Generator,
    Instance,
    Known,
    OneOf,
    Partial,
    Text,
    Typed,
    Unknown,
    Value,
    alternatives,
)
from fluidkit.introspection.source_yields import Dialect

Kind: TypeAlias = Literal[
    "events", "json_lines", "text", "file", "json", "whole_text", "raw", "value", "unknown", "none"
]
"""`value`: no response but a value, which FastAPI serializes; `none`: an error, or no body."""

JSON_LINES: Final = frozenset(
    {
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonl",
        "application/json-lines",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/x-json-stream",
        "application/stream+json",
    }
)


@dataclass(frozen=True, slots=True)
class Returned:
    """
    One response that an endpoint may return.
    """

    kind: Kind
    content: Value | None = None
    """What is streamed, where the response was seen being made."""
    dialect: Dialect = "raw"
    media_type: str | None = None
    why: str = ""
    """Why it is unknown."""
    is_response: bool = False
    """Whether it is a response for sure, though an unknown one."""


def endpoint_code(
    reader: Reader, endpoint: Callable[..., Any]
) -> tuple[Code, Arguments | None] | None:
    """
    Find the source of an endpoint: of a partial's function, of `__call__`, of a method.
    """
    value: Value = reader.function(endpoint)
    passed: Arguments | None = None
    while isinstance(value, Partial):
        named = dict(value.arguments.named)
        passed = Arguments(value.arguments.positional, named, opaque=True)
        value = value.function
    return (value, passed) if isinstance(value, Code) else None


def returned(reader: Reader, code: Code, passed: Arguments | None) -> list[Returned]:
    """
    List what an endpoint returns; a generator endpoint is its own content.
    """
    if any(True for _ in yields_of(code.node)):
        return [Returned("value", Generator(code, reader.enter(code, passed, 0)))]
    values = reader.returns(code, passed, 0)
    found = [each for value in values for each in alternatives(value)]
    if all(isinstance(each, Unknown) for each in found):
        inner = getattr(code.function, "__wrapped__", None)
        if isinstance(inner, types.FunctionType):
            # A decorator that can't be read: `functools.wraps` says what it stands for.
            wrapped = reader.function(inner, code.owner)
            if isinstance(wrapped, Code):
                return returned(reader, wrapped, passed)
    return [response(reader, each) for each in found]


def response(reader: Reader, value: Value) -> Returned:
    """
    Tell what kind of response a value is.
    """
    match value:
        case Instance(cls) if issubclass(cls, Response):
            return _made(reader, value)
        case Typed(annotation):
            return _annotated(annotation)
        case Coroutine(inner):
            return response(reader, inner)
        case Unknown(why):
            return Returned("unknown", why=why)
        case _:
            return Returned("value")


def _annotated(annotation: Any) -> Returned:
    """
    A function that is annotated to return a response class, and can't be read.
    """
    classes = [source_annotations.class_of(each) for each in source_annotations.members(annotation)]
    responses = [each for each in classes if each is not None and issubclass(each, Response)]
    if not responses:
        return Returned("value")
    if len(responses) < len(classes) or len(responses) > 1:
        return Returned("unknown", why="it returns one of several responses")
    kind = kind_of_class(responses[0])
    why = f"the {responses[0].__name__} is made where it can't be followed"
    return Returned(kind, None, dialect_of(responses[0]), why=why, is_response=True)


def kind_of_class(cls: type) -> Kind:
    """
    Tell what a response class alone says.
    """
    if issubclass(cls, FileResponse):
        return "file"
    if issubclass(cls, RedirectResponse):
        return "raw"
    if is_event_source(cls):
        return "events"
    if issubclass(cls, JSONResponse):
        return "value"
    media_type = class_media_type(cls)
    if media_type is None:
        return "unknown"
    return kind_of_media_type(media_type, streams=is_streaming(cls))


def is_event_source(cls: type) -> bool:
    """
    Whether this is an `EventSourceResponse` of FastAPI or sse-starlette, or a subclass.
    """
    return any(
        base.__name__ == "EventSourceResponse"
        and base.__module__.partition(".")[0] in ("fastapi", "sse_starlette")
        for base in cls.__mro__
    )


def is_streaming(cls: type) -> bool:
    """
    Whether a response class sends its content piece by piece.
    """
    return issubclass(cls, StreamingResponse) or is_event_source(cls)


def dialect_of(cls: type) -> Dialect:
    """
    Tell who turns what is yielded into text.
    """
    # sse-starlette is never imported: without it no class has such a base.
    for base in cls.__mro__:
        if base.__module__.partition(".")[0] == "sse_starlette":
            return "sse_starlette"
    return "raw"


def class_media_type(cls: type) -> str | None:
    """
    Find the media type that a class gives its responses.
    """
    if dialect_of(cls) == "sse_starlette":
        return "text/event-stream"
    found = source_annotations.static(cls, "media_type")
    return found if isinstance(found, str) else None


def kind_of_media_type(media_type: str, *, streams: bool) -> Kind:
    """
    Tell what a media type means for the client.
    """
    plain = media_type.partition(";")[0].strip().lower()
    if plain == "text/event-stream":
        return "events"
    if plain in JSON_LINES:
        return "json_lines"
    if plain == "application/json" or plain.endswith("+json"):
        return "json" if streams else "value"
    if plain.startswith("text/"):
        return "text" if streams else "whole_text"
    return "file" if "/" in plain else "unknown"


# --- A response that is seen being made ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Call:
    """
    The arguments that reach Starlette's own `__init__`.
    """

    arguments: Arguments
    names: tuple[str, ...]

    def get(self, name: str) -> Value | None:
        position = self.names.index(name) if name in self.names else None
        return self.arguments.get(name, position)


def _made(reader: Reader, value: Instance) -> Returned:
    cls = value.cls
    call = _own_call(reader, value)
    if call is None or call.arguments.opaque:
        kind = kind_of_class(cls)
        return Returned(kind, None, dialect_of(cls), why=f"how {cls.__name__} is made isn't seen")
    status = _status(call.get("status_code"))
    if status is not None and (status >= 400 or status in (204, 205, 304)):
        return Returned("none")
    if issubclass(cls, RedirectResponse):
        return Returned("raw")
    if issubclass(cls, FileResponse):
        return Returned("file")
    headers = _headers(call.get("headers"), value)
    if headers is None:
        why = "its headers are only known when it runs"
        return _by_media_type(cls, _media_type(cls, call, {}), call, why)
    if _is_attachment(headers.get("content-disposition")):
        return Returned("file")
    media_type = _media_type(cls, call, headers)
    return _by_media_type(cls, media_type, call, "")


def _by_media_type(cls: type, media_type: str | Unknown | None, call: _Call, why: str) -> Returned:
    if isinstance(media_type, Unknown):
        return Returned("unknown", call.get("content"), dialect_of(cls), why=media_type.why)
    if media_type is None:
        if is_streaming(cls):
            why = "its response has no media type"
            return Returned("unknown", call.get("content"), why=why)
        return Returned("raw", why="its response has no media type")
    kind = kind_of_media_type(media_type, streams=is_streaming(cls))
    if issubclass(cls, JSONResponse) and kind != "file":
        kind = "value"
    # What is no stream is not read for what it holds.
    content = None if kind in ("value", "file", "whole_text") else call.get("content")
    return Returned(kind, content, dialect_of(cls), media_type, why)


def _own_call(reader: Reader, value: Instance) -> _Call | None:
    """
    Follow `super().__init__(…)` up to a class that is not the user's.
    """
    arguments, cls = value.arguments, value.cls
    mro = list(cls.__mro__)
    if any(not _is_starlettes(base) and _REWRITING & vars(base).keys() for base in mro):
        return None
    for position, base in enumerate(mro):
        init = vars(base).get("__init__")
        if not isinstance(init, types.FunctionType):
            continue
        if _is_starlettes(base):
            return _Call(arguments, _parameter_names(init))
        code = reader.function(init, Typed(cls))
        if not isinstance(code, Code):
            return None
        passed = _super_arguments(reader, code, arguments, mro[position + 1 :])
        if passed is None:
            return None
        arguments = passed
    return None


_REWRITING: Final = frozenset({"__call__", "stream_response", "_stream_response", "init_headers"})
"""Methods that decide what is sent, where a class of the user's has its own."""


def _is_starlettes(cls: type) -> bool:
    libraries = ("starlette", "fastapi", "sse_starlette", "builtins", "typing")
    return cls.__module__.partition(".")[0] in libraries


def _sets_itself(scope: Scope) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and node.attr in ("body_iterator", "media_type", "raw_headers")
        for statement in scope.body
        for node in ast.walk(statement)
    )


def _parameter_names(init: types.FunctionType) -> tuple[str, ...]:
    return tuple(inspect.signature(init).parameters)[1:]


def _super_arguments(
    reader: Reader, code: Code, passed: Arguments, bases: list[type]
) -> Arguments | None:
    scope = reader.enter(code, passed, 1)
    calls = [
        node
        for statement in scope.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
    ]
    if len(calls) != 1 or _sets_itself(scope):
        return None
    (call,) = calls
    found = reader.arguments(call, scope)
    if found.opaque:
        found = _handed_on(call, found, code, passed)
    assert isinstance(call.func, ast.Attribute)
    named_base = _named_base(reader, call.func.value, scope, bases)
    if named_base:
        return Arguments(found.positional[1:], found.named, found.opaque)
    return found


def _handed_on(call: ast.Call, found: Arguments, code: Code, passed: Arguments) -> Arguments:
    """
    `super().__init__(content, *args, **kwargs)`: what the caller gave and no parameter took.
    """
    own = code.node.args
    if code.owner is None or passed.opaque:
        return found
    taken = [each.arg for each in (*own.posonlyargs, *own.args)][1:]
    rest = passed.positional[len(taken) :] if own.vararg else ()
    keywords = {
        name: each
        for name, each in passed.named.items()
        if name not in {*taken, *(each.arg for each in own.kwonlyargs)}
    }
    stars = [each.value for each in call.args if isinstance(each, ast.Starred)]
    spreads = [each.value for each in call.keywords if each.arg is None]
    known = {each.arg for each in (own.vararg, own.kwarg) if each is not None}
    names = {each.id if isinstance(each, ast.Name) else "" for each in (*stars, *spreads)}
    if not names <= known:
        return found
    positional = (*found.positional, *(rest if stars else ()))
    return Arguments(positional, {**found.named, **(keywords if spreads else {})})


def _named_base(reader: Reader, node: ast.expr, scope: Scope, bases: list[type]) -> bool:
    value = reader.evaluate(node, scope)
    return isinstance(value, Known) and value.value in bases


def _status(value: Value | None) -> int | None:
    return int(value.value) if isinstance(value, Known) and isinstance(value.value, int) else None


def _headers(value: Value | None, made: Instance) -> dict[str, Value] | None:
    """
    Collect the headers, their names in lower case; None where they aren't known.
    """
    match value:
        case None | Known(None):
            found: dict[str, Value] = {}
        case Dict(items):
            found = {key.lower(): each for key, each in items}
        case Known(dict() as mapping):
            found = {str(key).lower(): Known(each) for key, each in mapping.items()}
        case _:
            return None
    found.update({key.lower(): each for key, each in made.headers})
    return found


def _is_attachment(value: Value | None) -> bool:
    match value:
        case None | Known(None):
            return False
        case Known(str() as text):
            start = text
        case Text((str() as first, *_)):
            start = first
        case _:
            return True
    return not start.strip().lower().startswith("inline") or "filename" in start.lower()


def _media_type(cls: type, call: _Call, headers: dict[str, Value]) -> str | Unknown | None:
    """
    Find the media type as Starlette does: a header first, the argument, the class.
    """
    for given in (headers.get("content-type"), call.get("media_type")):
        if given is None or (isinstance(given, Known) and given.value is None):
            continue
        match given:
            case Known(str() as text):
                return str(getattr(text, "value", text))
            case OneOf(values) if (same := _same_kind(cls, values)) is not None:
                return same
            case Text((str() as first, *_)) if ";" in first or len(given.parts) == 1:
                return first
            case Unknown(why):
                return Unknown(f"its media type is not known: {why}")
            case _:
                return Unknown("its media type is only known when it runs")
    return class_media_type(cls)


def _same_kind(cls: type, values: tuple[Value, ...]) -> str | None:
    """
    Take one of several media types if they all mean the same.
    """
    texts = [
        str(getattr(each.value, "value", each.value)) for each in values if isinstance(each, Known)
    ]
    kinds = {kind_of_media_type(each, streams=is_streaming(cls)) for each in texts}
    return texts[0] if len(texts) == len(values) and len(kinds) == 1 else None
