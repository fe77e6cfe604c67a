"""
The questions of one operation: what its types are, and what is the matter with it.

pydantic describes the types of a whole app much faster in one run than one by one. So reading an
operation only asks: a placeholder stands where a type will be, and `answered` puts the types in.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any, Literal, assert_never

from pydantic import TypeAdapter
from pydantic_core import CoreSchema

from fluidkit.errors import Diagnostic
from fluidkit.introspection.stream_evidence import Sources
from fluidkit.introspection.types import TypeRequest
from fluidkit.introspection.unions import one_of, without_null
from fluidkit.introspection.wires import own_dumps, unsent_keys
from fluidkit.model import (
    Array,
    Direction,
    EmptyResult,
    ErrorResponse,
    EventStream,
    FileResult,
    Format,
    JsonResult,
    JsonStream,
    LiteralValue,
    Map,
    Object,
    Operation,
    Parameter,
    Place,
    RawResult,
    Reference,
    Result,
    Scalar,
    StreamEvent,
    TextResult,
    TextStream,
    Tuple,
    Type,
    TypeParameter,
    Union,
)

_TEXT = frozenset({Place.PATH, Place.PATH_REST, Place.QUERY, Place.HEADER, Place.COOKIE})
_ANY_TEXT = Union((Scalar.STRING, Scalar.NUMBER, Scalar.BOOLEAN))


class RefusedError(Exception):
    """
    An operation for which no function can be generated.
    """

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """
    How a value becomes JSON: the route's flags, as pydantic gets them.
    """

    kind: Literal["pydantic", "jsonable"] = "pydantic"
    by_alias: bool = True
    exclude_unset: bool = False
    exclude_none: bool = False
    exclude_defaults: bool = False
    include: Any = None
    exclude: Any = None


@dataclass(slots=True)
class Inquiry:
    """
    Collects the questions and complaints of one operation.
    """

    route: str
    """Method and path: "GET /users/{id}"."""
    where: str
    """`app/routers/users.py:12`."""
    name: str
    """Method and pattern, which no other operation has: placeholders are unique by it."""
    private: str
    """The project's folder on this machine, which must not get into a client."""
    requests: list[TypeRequest] = field(default_factory=list)
    never_null: set[str] = field(default_factory=set)
    """Placeholders of values that travel as text, where null has no form."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: Sources = field(default_factory=Sources)
    """The source that was read so far; shared by the operations of a reading."""

    def ask(
        self,
        schema: CoreSchema,
        annotation: Any,
        direction: Direction,
        wire: Wire = Wire(),
        *,
        nullable: bool = True,
    ) -> Type:
        """
        Return a placeholder for the type of `annotation`.
        """
        key = f"?{self.name}?{len(self.requests)}"
        self.requests.append(
            TypeRequest(
                key=key,
                schema=schema,
                annotation=annotation,
                direction=direction,
                wire=wire.kind,
                by_alias=wire.by_alias,
                exclude_unset=wire.exclude_unset,
                exclude_none=wire.exclude_none,
                exclude_defaults=wire.exclude_defaults,
                include=wire.include,
                exclude=wire.exclude,
                route=self.route,
                where=self.where,
            )
        )
        if not nullable:
            self.never_null.add(key)
        return Reference(key)

    def ask_annotation(self, annotation: Any, direction: Direction, wire: Wire = Wire()) -> Type:
        """
        Return a placeholder for a type that FastAPI has no adapter for.
        """
        try:
            schema = TypeAdapter(annotation).core_schema
        except Exception:  # noqa: BLE001 -- a class's own schema code may raise anything
            self.warn(
                f"pydantic does not know the type {annotation!r}, so its JSON is unknown",
                "use a pydantic model, a dataclass or a plain type",
            )
            return Scalar.UNKNOWN
        for cls in own_dumps(schema) if wire.kind == "jsonable" else ():
            self.warn(
                f"{cls.__name__!r} has a `model_dump` of its own, so its JSON is unknown",
                "declare it as response model, which pydantic writes without that method",
            )
            return Scalar.UNKNOWN
        for key in unsent_keys(schema) if wire.kind == "jsonable" else ():
            self.warn(
                f"FastAPI leaves out the key {key!r} of a model here, so its JSON is unknown",
                "declare a response model, which is written whole, or give the field another alias",
            )
            return Scalar.UNKNOWN
        return self.ask(schema, annotation, direction, wire)

    def warn(self, what: str, todo: str) -> None:
        """
        Report what the client does not, or not fully, express.
        """
        self._report(what, todo, "warning")

    def note(self, what: str, todo: str = "") -> None:
        """
        Report what a reader may like to know.
        """
        self._report(what, todo, "note")

    def _report(self, what: str, todo: str, level: Literal["warning", "note"]) -> None:
        self.diagnostics.append(
            Diagnostic(route=self.route, where=self.where, what=what, todo=todo, level=level)
        )


def answered(
    operation: Operation, types: Mapping[str, Type], never_null: AbstractSet[str]
) -> Operation:
    """
    Return `operation` with a type in place of each placeholder.
    """
    answers = {
        key: without_null(type_) if key in never_null else type_ for key, type_ in types.items()
    }
    return replace(
        operation,
        parameters=tuple([_parameter(each, answers) for each in operation.parameters]),
        result=_result(operation.result, answers),
        stream=operation.stream and _stream(operation.stream, answers),
        errors=tuple([_error(each, answers) for each in operation.errors]),
    )


def _parameter(parameter: Parameter, answers: Mapping[str, Type]) -> Parameter:
    # `replace` takes three times as long.
    return Parameter(
        name=parameter.name,
        wire_name=parameter.wire_name,
        place=parameter.place,
        type=_sendable(parameter.place, _type(parameter.type, answers)),
        required=parameter.required,
        doc=parameter.doc,
        origin=parameter.origin,
        behind=parameter.behind,
    )


def _error(error: ErrorResponse, answers: Mapping[str, Type]) -> ErrorResponse:
    return ErrorResponse(error.status, _type(error.type, answers))


def _sendable(place: Place, type_: Type) -> Type:
    """
    Say what a URL or a header can carry where the Python says nothing: `def get_item(item_id)`.
    """
    if place not in _TEXT:
        return type_
    match type_:
        case Scalar.UNKNOWN:
            return _ANY_TEXT
        case Array(Scalar.UNKNOWN):
            return Array(_ANY_TEXT)
        case _:
            return type_


def _result(result: Result, answers: Mapping[str, Type]) -> Result:
    match result:
        case JsonResult(type_):
            return JsonResult(_type(type_, answers))
        case TextResult() | EmptyResult() | FileResult() | RawResult():
            return result
        case EventStream() | JsonStream() | TextStream():
            return _stream(result, answers)
        case _:
            assert_never(result)


def _stream(
    stream: EventStream | JsonStream | TextStream, answers: Mapping[str, Type]
) -> EventStream | JsonStream | TextStream:
    match stream:
        case EventStream(events):
            return replace(stream, events=tuple(_event(event, answers) for event in events))
        case JsonStream(item):
            return replace(stream, item=_type(item, answers))
        case TextStream():
            return stream
        case _:
            assert_never(stream)


def _event(event: StreamEvent, answers: Mapping[str, Type]) -> StreamEvent:
    return event if event.data is None else replace(event, data=_type(event.data, answers))


def _type(type_: Type, answers: Mapping[str, Type]) -> Type:
    match type_:
        case Reference(key):
            return answers.get(key, type_)
        case Array(items):
            return Array(_type(items, answers))
        case Union(members):
            return one_of(_type(member, answers) for member in members)
        case Object(fields):
            filled = tuple(replace(each, type=_type(each.type, answers)) for each in fields)
            return replace(type_, fields=filled)
        case Scalar() | Format() | LiteralValue() | Tuple() | Map() | TypeParameter():
            # Introspection itself puts no placeholder inside of these.
            return type_
        case _:
            assert_never(type_)
