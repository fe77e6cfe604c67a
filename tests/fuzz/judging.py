"""
Whether what an app sends is what the model of its client says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from fluidkit.model import (
    Array,
    Declaration,
    EmptyResult,
    Enumeration,
    EventStream,
    FileResult,
    Format,
    JsonResult,
    JsonStream,
    LiteralValue,
    Map,
    Object,
    RawResult,
    Reference,
    Result,
    Scalar,
    TextResult,
    TextStream,
    Tuple,
    Type,
    TypeParameter,
    Union,
)


@dataclass(frozen=True)
class Answer:
    """
    What an endpoint has answered.
    """

    status: int
    media_type: str
    body: bytes
    ended: bool
    """Whether it came to its end by itself."""

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Judge:
    """
    Knows the declarations of an `Api`.
    """

    declarations: Mapping[str, Declaration]

    def allows(self, type_: Type, value: Any, given: Mapping[str, Type] = {}) -> bool:
        """
        Whether a JSON value is of a type.
        """
        match type_:
            case Scalar():
                return _is_scalar(type_, value)
            case Format(_, base):
                return _is_scalar(base, value)
            case LiteralValue(literal):
                return _same(literal, value)
            case Array(items):
                return isinstance(value, list) and all(self.allows(items, v, given) for v in value)
            case Tuple(items, optional, rest):
                return isinstance(value, list) and self._is_tuple(
                    items, optional, rest, value, given
                )
            case Map(of, key):
                return isinstance(value, dict) and all(
                    self.allows(of, v, given)
                    and (key is Scalar.NUMBER or self.allows(key, k, given))
                    for k, v in value.items()
                )
            case Object():
                return isinstance(value, dict) and self._is_object(type_, value, given)
            case Union(members):
                return any(self.allows(member, value, given) for member in members)
            case Reference(key, arguments):
                declaration = self.declarations[key]
                inner = {
                    parameter.name: _filled(argument, given)
                    for parameter, argument in zip(declaration.parameters, arguments, strict=True)
                }
                return self._is_declared(declaration, value, inner)
            case TypeParameter(name):
                return self.allows(given[name], value)
            case _:
                assert_never(type_)

    def _is_declared(self, declaration: Declaration, value: Any, given: Mapping[str, Type]) -> bool:
        definition = declaration.definition
        if isinstance(definition, Enumeration):
            return any(_same(member.value, value) for member in definition.members)
        return self.allows(definition, value, given)

    def _is_tuple(
        self,
        items: tuple[Type, ...],
        optional: int,
        rest: Type | None,
        value: list[Any],
        given: Mapping[str, Type],
    ) -> bool:
        if len(value) < len(items) - optional or (rest is None and len(value) > len(items)):
            return False
        types = [*items, *([rest] * (len(value) - len(items)) if rest is not None else [])]
        return all(self.allows(t, v, given) for t, v in zip(types, value, strict=False))

    def _is_object(self, type_: Object, value: dict[str, Any], given: Mapping[str, Type]) -> bool:
        known = {field.wire_name: field for field in type_.fields}
        if any(field.required and name not in value for name, field in known.items()):
            return False
        for name, each in value.items():
            if name in known:
                if not self.allows(known[name].type, each, given):
                    return False
            elif type_.extra is None or not self.allows(type_.extra, each, given):
                return False
        return True

    # --- Answers --------------------------------------------------------------------------------

    def fault(self, result: Result, answer: Answer) -> str | None:
        """
        Say what is wrong about an answer; None: nothing is.
        """
        kind, media = type(result).__name__, answer.media_type.partition(";")[0].strip()
        match result:
            case EventStream():
                if media != "text/event-stream":
                    return f"{kind}, and {media!r} comes"
                return self._fault_of_events(result, answer) or _fault_of_end(
                    result.endless, answer
                )
            case JsonStream():
                if not re.search(r"ndjson|jsonl|json-?lines|json-seq|stream\+json", media):
                    return f"{kind}, and {media!r} comes"
                return self._fault_of_lines(result, answer) or _fault_of_end(result.endless, answer)
            case TextStream():
                textual = media.startswith("text/") and media != "text/event-stream"
                return None if textual else f"{kind}, and {media!r} comes"
            case TextResult():
                return None if media.startswith("text/") else f"{kind}, and {media!r} comes"
            case JsonResult(Scalar.UNKNOWN):
                return None  # nothing is claimed
            case JsonResult(type_):
                if media != "application/json":
                    return f"{kind}, and {media!r} comes"
                value = json.loads(answer.text)
                return None if self.allows(type_, value) else f"{type_} is not of {value!r}"
            case EmptyResult():
                return None if not answer.body else f"{kind}, and there is a body"
            case FileResult():
                wrong = media in {"text/event-stream", "application/x-ndjson", "application/json"}
                return f"{kind}, and {media!r} comes" if wrong else None
            case RawResult():
                return None
            case _:
                assert_never(result)

    def _fault_of_lines(self, result: JsonStream, answer: Answer) -> str | None:
        for line in re.split(r"\r\n|\n", answer.text):
            if not line or result.item is Scalar.UNKNOWN:
                continue
            try:
                value = json.loads(line)
            except ValueError:
                return f"{result.item}, and {line!r} is no JSON"
            if not self.allows(result.item, value):
                return f"{result.item} is not of {value!r}"
        return None

    def _fault_of_events(self, result: EventStream, answer: Answer) -> str | None:
        known = {event.name or "message": event.data for event in result.events}
        for name, data in events_in(answer.text):
            if data in result.sentinels:
                continue
            if name not in known:
                if not result.open and result.events:
                    return f"nothing is known of an event {name!r}"
                continue
            type_ = known[name]
            if type_ is Scalar.UNKNOWN:
                continue
            try:
                value = json.loads(data)
            except ValueError:
                if type_ is not None:
                    return f"{name!r} is {type_}, and {data!r} is no JSON"
                continue
            if type_ is not None and not self.allows(type_, value):
                return f"{name!r} is {type_}, which is not of {value!r}"
        return None


def unknowns(type_: Type, declarations: Mapping[str, Declaration]) -> bool:
    """
    Whether a type holds what is unknown, at any depth; further keys are, where the class says so.
    """
    return Scalar.UNKNOWN in _walk(type_, declarations, set())


def types_of(result: Result) -> Iterator[Type]:
    """
    Give the types that a result is made of.
    """
    match result:
        case EventStream(events):
            yield from (event.data for event in events if event.data is not None)
        case JsonStream(item) | JsonResult(item):
            yield item
        case _:
            return


def events_in(text: str) -> Iterator[tuple[str, str]]:
    """
    Parse server-sent events as the standard says, name and data.
    """
    name, data = "", []
    for line in re.split(r"\r\n|\n|\r", text):
        if not line:
            if data:
                yield name or "message", "\n".join(data)
            name, data = "", []
            continue
        key, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if key == "event":
            name = value
        elif key == "data":
            data.append(value)


def _fault_of_end(endless: bool | None, answer: Answer) -> str | None:
    if endless is True and answer.ended:
        return "it should never end, and has ended"
    if endless is False and not answer.ended:
        return "it should end, and has not"
    return None


def _walk(type_: Type, declarations: Mapping[str, Declaration], seen: set[str]) -> Iterator[Type]:
    yield type_
    match type_:
        case Array(items):
            yield from _walk(items, declarations, seen)
        case Tuple(members, _, rest):
            for each in (*members, *([rest] if rest is not None else [])):
                yield from _walk(each, declarations, seen)
        case Map(value, _):
            yield from _walk(value, declarations, seen)
        case Union(members):
            for each in members:
                yield from _walk(each, declarations, seen)
        case Object(fields, extra):
            extras = [] if extra in (None, Scalar.UNKNOWN) else [extra]
            for each in (*(f.type for f in fields), *extras):
                yield from _walk(each, declarations, seen)
        case Reference(key, arguments):
            for each in arguments:
                yield from _walk(each, declarations, seen)
            definition = declarations[key].definition
            if key not in seen and not isinstance(definition, Enumeration):
                seen.add(key)
                yield from _walk(definition, declarations, seen)
        case _:
            return


def _filled(type_: Type, given: Mapping[str, Type]) -> Type:
    return given[type_.name] if isinstance(type_, TypeParameter) and given else type_


def _is_scalar(scalar: Scalar, value: Any) -> bool:
    match scalar:
        case Scalar.STRING:
            return isinstance(value, str)
        case Scalar.NUMBER:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Scalar.BOOLEAN:
            return isinstance(value, bool)
        case Scalar.NULL:
            return value is None
        case Scalar.UNKNOWN:
            return True
        case _:
            return False


def _same(expected: Any, value: Any) -> bool:
    if isinstance(expected, bool) or isinstance(value, bool):
        return expected is value
    return bool(expected == value)
