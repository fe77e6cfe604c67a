"""
What a stream carries, by what its generator yields.

Three dialects write events. FastAPI's native streams take values and `ServerSentEvent`s;
sse-starlette takes dicts, text and `ServerSentEvent`s; everything else sends text as it is, which
is parsed here as the client will parse it.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import is_event_class
from fluidkit.introspection.source_chunks import chunks
from fluidkit.introspection.source_json import Dumping, shape_of
from fluidkit.introspection.source_reading import Reader
from fluidkit.introspection.source_text import is_binary, text_of
from fluidkit.introspection.source_values import (
    Arguments,
    Constant,
    Dict,
    Dump,
    Instance,
    Json,
    Known,
    Listed,
    OneOf,
    PlainText,
    Record,
    Serialized,
    Shape,
    Text,
    Typed,
    Unknown,
    Value,
    alternatives,
    either,
    is_none,
)

Dialect: TypeAlias = Literal["native", "sse_starlette", "raw"]
Data: TypeAlias = Shape | PlainText
NAMELESS: Final = "the name of an event is only known when it runs"
IN_PIECES: Final = "an event is yielded in pieces: end each with an empty line"
NATIVE: Final = Dumping("jsonable", flags=(("by_alias", True),))


@dataclass(frozen=True, slots=True)
class Sentinel:
    """
    Constant text: a type only if nothing else is yielded.
    """

    text: str


@dataclass(slots=True)
class EventsFound:
    """
    The events that a generator yields.
    """

    data: dict[str | None, list[Data | Sentinel]] = field(default_factory=dict)
    anywhere: list[Data | Sentinel] = field(default_factory=list)
    """What may come under any name: that of an event whose name is not known, or unknown itself."""
    open: bool = False
    problems: list[str] = field(default_factory=list)

    def add(self, name: str | None, data: Data | Sentinel) -> None:
        # "message" is what an event without a name is called.
        self.data.setdefault(None if name in (None, "", "message") else name, []).append(data)

    def take_sentinels(self) -> tuple[str, ...]:
        """
        Take out the literals among models: "[DONE]".
        """
        carrying = [each for each in self.data.values() if any(map(_carries, each))]
        taken: dict[str, None] = {}
        for name, data in list(self.data.items()):
            signs = [
                each.text for each in data if not _carries(each) and isinstance(each, Sentinel)
            ]
            if not carrying or (len(signs) == len(data) and name is not None):
                continue
            taken.update(dict.fromkeys(signs))
            self.data[name] = [each for each in data if _carries(each)]
            if not self.data[name]:
                del self.data[name]
        return tuple(taken)

    def give_up(self, why: str, data: Data | Sentinel | None = None) -> None:
        self.open = True
        self.problems.append(why)
        self.anywhere.append(Unknown(why) if data is None else data)


def _carries(data: Data | Sentinel) -> bool:
    return not isinstance(data, Sentinel) or _constant(data.text) is not None


# --- Events -------------------------------------------------------------------------------------


def events(reader: Reader, content: Value, dialect: Dialect) -> EventsFound:
    """
    Find the events in a response's content.
    """
    found = EventsFound()
    for chunk in chunks(reader, content):
        match dialect:
            case "native":
                _native(chunk, found)
            case "sse_starlette":
                _sse_starlette(chunk, found)
            case "raw":
                _raw(chunk, found)
    if IN_PIECES in found.problems:
        # Which name belongs to which data is only known when all pieces are there.
        found.data.clear()
    if not found.data and not found.problems:
        found.give_up("it yields nothing that is an event")
    return found


def _native(chunk: Value, found: EventsFound) -> None:
    if isinstance(chunk, Instance) and is_event_class(chunk.cls):
        raw = chunk.arguments.get("raw_data")
        if raw is not None:
            _named(chunk.arguments, _written(raw), found)
        elif (data := chunk.arguments.get("data")) is not None:
            _named(chunk.arguments, _native_data(data), found)
        return
    if _is_event_type(chunk):
        found.give_up("the `ServerSentEvent` is made where it can't be followed")
        return
    shape = shape_of(chunk, NATIVE)
    if isinstance(shape, Unknown):
        found.give_up(shape.why)
    else:
        found.add(None, shape)


def _native_data(value: Value) -> Data:
    """
    FastAPI writes a model in an event with `model_dump_json()`: by its field names.
    """
    shapes: list[Shape] = []
    for each in alternatives(value):
        shape = shape_of(each, NATIVE)
        cls = source_annotations.class_of(each.annotation) if isinstance(each, Typed) else None
        if cls is not None and hasattr(cls, "model_dump_json") and isinstance(shape, Serialized):
            by_alias = bool(getattr(cls, "model_config", {}).get("serialize_by_alias", False))
            shape = Serialized(annotation=shape.annotation, by_alias=by_alias)
        shapes.append(shape)
    return either(shapes)


def _sse_starlette(chunk: Value, found: EventsFound) -> None:
    match chunk:
        case Dict():
            _named(Arguments((), dict(chunk.items)), None, found)
        case Instance(cls, arguments) if is_event_class(cls):
            as_json = any(base.__name__ == "JSONServerSentEvent" for base in cls.__mro__)
            data = arguments.get("data", 0)
            if as_json and data is not None:
                _named(arguments, shape_of(data, Dumping("python")), found)
            elif data is not None:
                _named(arguments, _written(data), found)
        case _ if is_binary(chunk):
            _raw(chunk, found)
        case Unknown(why):
            found.give_up(why)
        case Typed() if _is_event_type(chunk) or _may_be_dict(chunk):
            found.give_up("the event is made where it can't be followed")
        case _:
            _named(Arguments((), {"data": chunk}), None, found)


def _named(passed: Arguments, data: Data | Sentinel | None, found: EventsFound) -> None:
    if passed.opaque:
        found.give_up("the keys of an event are not known")
        return
    if data is None:
        given = passed.get("data", 0)
        if given is None or is_none(given):
            return
        data = _written(given)
    names = _names(passed.get("event"))
    if names is None:
        found.give_up(NAMELESS, data)
    else:
        for name in names:
            found.add(name, data)


def _names(value: Value | None) -> list[str | None] | None:
    """
    List the names that an event may have; None where they aren't known.
    """
    names: list[str | None] = []
    for each in alternatives(value or Known(None)):
        match each:
            case Known(None):
                names.append(None)
            case Known(str() as name):
                names.append(str(name.value) if isinstance(name, Enum) else name)
            case Text(parts) if all(isinstance(part, str) for part in parts):
                names.append("".join(part for part in parts if isinstance(part, str)))
            case Typed(annotation) if get_origin(source_annotations.peel(annotation)) is Literal:
                names.extend(get_args(source_annotations.peel(annotation)))
            case Typed(annotation) if _is_text_enum(annotation):
                names.extend(_member_names(annotation))
            case _:
                return None
    return names if all(each is None or isinstance(each, str) for each in names) else None


def _member_names(annotation: Any) -> list[str]:
    cls = source_annotations.class_of(annotation)
    assert cls is not None
    assert issubclass(cls, Enum)
    return [str(member.value) for member in cls]


def _is_text_enum(annotation: Any) -> bool:
    cls = source_annotations.class_of(annotation)
    return cls is not None and issubclass(cls, Enum) and issubclass(cls, str)


def _written(value: Value) -> Data | Sentinel:
    """
    Tell what `str(value)` is as the data of an event.
    """
    found: list[Data | Sentinel] = []
    for each in alternatives(value):
        text = text_of(each)
        found.append(_data([text]) if text is not None else _unwritten(each))
    return found[0] if len(found) == 1 else united(found)


def _unwritten(value: Value) -> Data:
    match value:
        case Unknown():
            return value
        case Dict() | Dump():
            return Unknown("`str()` of a dict is no JSON: give `json.dumps(…)`")
        case Typed(annotation):
            cls = source_annotations.class_of(annotation)
            if cls in (int, float):
                return Serialized(annotation=cls)
            if cls is not None and hasattr(cls, "model_dump_json"):
                return Unknown("`str()` of a model is no JSON: give `.model_dump_json()`")
            return Unknown("how its data is written is not known")
        case _:
            return Unknown("how its data is written is not known")


def united(found: list[Data | Sentinel]) -> Data:
    """
    Unite what an event's data may be: a literal among models is a sentinel and no type.
    """
    unknown = [each for each in found if isinstance(each, Unknown)]
    if unknown:
        return unknown[0]
    plain = any(isinstance(each, PlainText) for each in found)
    literals = [_constant(each.text) for each in found if isinstance(each, Sentinel)]
    shapes = [each for each in found if not isinstance(each, Sentinel | PlainText)]
    if plain:
        mixed = Unknown("its data is sometimes JSON and sometimes text")
        return mixed if shapes else PlainText()
    if not shapes and any(each is None for each in literals):
        return PlainText()
    return either([*shapes, *(each for each in literals if each is not None)])


def _constant(text: str) -> Shape | None:
    try:
        return _parsed(json.loads(text))
    except (ValueError, RecursionError):
        return None


def _parsed(value: Any) -> Shape:
    match value:
        case dict():
            return Record(tuple((key, _parsed(each)) for key, each in value.items()))
        case list():
            items = either([_parsed(each) for each in value])
            return Listed(Serialized(annotation=Any) if isinstance(items, Unknown) else items)
        case _:
            return Constant(value)


# --- Text ---------------------------------------------------------------------------------------


def _texts(value: Value) -> Iterator[Text]:
    """
    Give every text that it may be.
    """
    text = text_of(value)
    if text is None:
        return
    choices = [
        list(alternatives(part)) if not isinstance(part, str) else [part] for part in text.parts
    ]
    combinations = itertools.islice(itertools.product(*choices), _MOST_COMBINATIONS)
    for parts in combinations:
        yield Text(tuple(_spelled(part) for part in parts))


_MOST_COMBINATIONS: Final = 64


def _spelled(part: str | Value) -> str | Value:
    match part:
        case Known(str() as found) if not isinstance(found, Enum):
            return found
        case _:
            return part


def _raw(chunk: Value, found: EventsFound) -> None:
    if isinstance(chunk, Instance) and is_event_class(chunk.cls):
        _sse_starlette(chunk, found)
        return
    texts = list(_texts(chunk))
    if not texts:
        found.give_up("what it yields is not text")
    for text in texts:
        why = _frames(text, found)
        if why is not None:
            found.give_up(why)


_HOLE: Final = 0xE000
"""A value among text stands as a character of Unicode's private use area."""


def _frames(text: Text, found: EventsFound) -> str | None:
    """
    Parse events as the WHATWG rules say; give the reason where that can't be done.
    """
    holes = [part for part in text.parts if not isinstance(part, str)]
    if len(holes) == len(text.parts) and len(holes) == 1:
        hole = holes[0]
        return hole.why if isinstance(hole, Unknown) else "it yields text whose parts are not known"
    for lines in _blocks(text):
        if isinstance(lines, str):
            return lines
        why = _event(lines, holes, found)
        if why is not None:
            return why
    return None


def _blocks(text: Text) -> Iterator[list[str] | str]:
    numbers = itertools.count(_HOLE)
    flat = "".join(part if isinstance(part, str) else chr(next(numbers)) for part in text.parts)
    lines = re.split(r"\r\n|\r|\n", flat)
    block: list[str] = []
    for line in lines[:-1]:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block or lines[-1]:
        yield IN_PIECES


def _event(lines: list[str], holes: list[Value], found: EventsFound) -> str | None:
    name: list[str | None] | None = [None]
    data: list[Text] = []
    for line in lines:
        key, _, value = line.partition(":")
        if any(ord(each) >= _HOLE and ord(each) < _HOLE + len(holes) for each in key):
            return "the fields of an event are only known when it runs"
        text = _filled(value.removeprefix(" "), holes)
        if key == "event":
            name = _names(text.parts[0] if _is_one_hole(text) else text)  # type: ignore[arg-type]
        elif key == "data":
            data.append(text)
    if not data:
        return None
    if name is None:
        found.give_up(NAMELESS, _data(data))
    for each in name or ():
        found.add(each, _data(data))
    return None


def _is_one_hole(text: Text) -> bool:
    return len(text.parts) == 1 and not isinstance(text.parts[0], str)


def _filled(line: str, holes: list[Value]) -> Text:
    parts: list[str | Value] = []
    for piece in re.split(f"([{chr(_HOLE)}-{chr(_HOLE + len(holes))}])", line):
        if len(piece) == 1 and _HOLE <= ord(piece) < _HOLE + len(holes):
            parts.append(holes[ord(piece) - _HOLE])
        elif piece:
            parts.append(piece)
    return Text(tuple(parts) or ("",))


def _data(lines: list[Text]) -> Data | Sentinel:
    """
    Tell what the `data:` lines of one event hold.
    """
    if len(lines) > 1:
        return _several(lines)
    parts = lines[0].parts
    if all(isinstance(part, str) for part in parts):
        return Sentinel("".join(part for part in parts if isinstance(part, str)))
    values = [part for part in parts if not isinstance(part, str)]
    constants = [part for part in parts if isinstance(part, str)]
    if len(values) == 1 and not "".join(constants).strip():
        return _one_value(values[0])
    if any(isinstance(each, Unknown) for each in values) or _may_be_json(parts):
        unknown = [each for each in values if isinstance(each, Unknown)]
        return unknown[0] if unknown else Unknown("its JSON is put together by hand")
    return PlainText()


def _one_value(value: Value) -> Data:
    match value:
        case Json(shape, one_line):
            return shape if one_line else Unknown("JSON over several lines breaks an event apart")
        case Unknown():
            return value
        case Typed(annotation) if annotation is source_annotations.SOME_TEXT:
            return Unknown("it is text that may be JSON")
        case OneOf(values):
            return united([_one_value(each) for each in values])
        case _:
            return PlainText()


def _several(lines: list[Text]) -> Data:
    for line in lines:
        for part in line.parts:
            if isinstance(part, Unknown):
                return part
    if any(_may_be_json(line.parts) for line in lines[:1]):
        return Unknown("its JSON is put together by hand")
    return PlainText()


def _may_be_json(parts: tuple[str | Value, ...]) -> bool:
    first = parts[0]
    if not isinstance(first, str):
        return isinstance(first, Json)
    return first.lstrip()[:1] in ("{", "[", '"')


# --- Lines --------------------------------------------------------------------------------------


def json_lines(reader: Reader, content: Value, *, native: bool) -> Data:
    """
    Find what the lines of a JSON stream hold.
    """
    found: list[Data | Sentinel] = []
    for chunk in chunks(reader, content):
        if native:
            found.append(shape_of(chunk, NATIVE))
        else:
            found.extend(_lines_of(chunk))
    item = united(found) if found else Unknown("it yields nothing")
    return Unknown("its lines are no JSON") if isinstance(item, PlainText) else item


def _lines_of(chunk: Value) -> Iterator[Data | Sentinel]:
    texts = list(_texts(chunk))
    if not texts:
        yield Unknown("what it yields is not text")
    for text in texts:
        yield from _lines(text)


def _lines(text: Text) -> Iterator[Data | Sentinel]:
    holes = [part for part in text.parts if not isinstance(part, str)]
    flat = "".join(chr(_HOLE) if not isinstance(each, str) else each for each in text.parts)
    if "\n" not in flat:
        unknown = [each for each in holes if isinstance(each, Unknown)]
        yield unknown[0] if unknown else Unknown("a line doesn't end with a newline")
        return
    numbers = itertools.count(_HOLE)
    flat = "".join(part if isinstance(part, str) else chr(next(numbers)) for part in text.parts)
    for line in flat.split("\n"):
        if line.strip():
            data = _data([_filled(line.strip(), holes)])
            # Other than an event, a line has no way to be told apart as a sign.
            is_json = _carries(data) and not isinstance(data, PlainText)
            yield data if is_json else Unknown("a line is no JSON")


# --- Whole ---------------------------------------------------------------------------------------


def is_text(reader: Reader, content: Value) -> bool:
    """
    Whether all that is yielded is text, or bytes that were text.
    """
    return all(_is_text(each) for each in chunks(reader, content))


def _is_text(value: Value) -> bool:
    match value:
        case Text() | Json():
            return True
        case Known(found):
            return isinstance(found, str)
        case Typed(annotation):
            return source_annotations.class_of(annotation) is str
        case _:
            return False


def _is_event_type(value: Value) -> bool:
    cls = source_annotations.class_of(value.annotation) if isinstance(value, Typed) else None
    return cls is not None and is_event_class(cls)


def _may_be_dict(value: Typed) -> bool:
    cls = source_annotations.class_of(value.annotation)
    return cls is None or cls is object or issubclass(cls, dict)
