"""
What an endpoint streams, in the model's words.

The evidence is collected by `stream_evidence`; here its annotations become questions, and its
complaints diagnostics.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from fluidkit.introspection import fastapi_internals as internals
from fluidkit.introspection.endpoints import UNANNOTATED, return_annotation
from fluidkit.introspection.inquiry import Inquiry, Wire
from fluidkit.introspection.routes import Route
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_values import (
    Constant,
    Either,
    Listed,
    PlainText,
    Record,
    Serialized,
    Shape,
    Unknown,
)
from fluidkit.introspection.source_yields import Data
from fluidkit.introspection.stream_evidence import Declared, StreamEvidence
from fluidkit.introspection.unions import one_of
from fluidkit.model import (
    Array,
    Direction,
    EventStream,
    Field,
    FileResult,
    JsonResult,
    JsonStream,
    LiteralValue,
    Object,
    RawResult,
    Result,
    Scalar,
    Stream,
    StreamEvent,
    TextResult,
    TextStream,
    Type,
)


@dataclass(frozen=True, slots=True)
class StreamAnswer:
    """
    What the evidence says of an endpoint's answers.
    """

    result: Result | None = None
    """None: it answers as FastAPI says."""
    stream: Stream | None = None
    """What it may answer beside that."""


def read_stream(route: Route, status: int, wire: Wire, inquiry: Inquiry) -> StreamAnswer:
    """
    Return what `route` streams, instead of its JSON or beside it.
    """
    reading = inquiry.sources.read(route.endpoint, _declared(route, status, wire))
    for what, todo in reading.diagnostics:
        inquiry.warn(what, todo)
    beside = None if reading.alternative is None else _result(reading.alternative, inquiry)
    return StreamAnswer(
        None if reading.result is None else _result(reading.result, inquiry),
        beside if isinstance(beside, EventStream | JsonStream | TextStream) else None,
    )


def _declared(route: Route, status: int, wire: Wire) -> Declared:
    effective = route.effective
    response_class, _ = internals.response_class(effective)
    annotation = return_annotation(route.endpoint)
    return Declared(
        response_class=response_class,
        return_annotation=MISSING if annotation is UNANNOTATED else annotation,
        has_model=effective.response_field is not None,
        responses=effective.responses,
        status=status,
        is_sse_stream=bool(getattr(effective, "is_sse_stream", False)),
        is_json_stream=bool(getattr(effective, "is_json_stream", False)),
        # FastAPI 0.135 to 0.140 lose the item's type on included routers, and then
        # jsonable_encoder writes the items; later versions have a field for it.
        item_wire=Serialized(
            annotation=None,
            wire="jsonable"
            if getattr(effective, "stream_item_field", None) is None
            else "pydantic",
            by_alias=wire.by_alias,
            exclude_unset=wire.exclude_unset,
            exclude_none=wire.exclude_none,
            exclude_defaults=wire.exclude_defaults,
            include=wire.include,
            exclude=wire.exclude,
        ),
    )


def _result(evidence: StreamEvidence, inquiry: Inquiry) -> Result:
    match evidence.kind:
        case "events":
            return _events(evidence, inquiry)
        case "json_lines":
            item = _data(evidence.item, inquiry)
            return JsonStream(Scalar.UNKNOWN if item is None else item, evidence.endless)
        case "text":
            return TextStream(evidence.endless)
        case "file":
            return FileResult()
        case "json":
            return JsonResult(_data(evidence.item, inquiry) or Scalar.UNKNOWN)
        case "whole_text":
            return TextResult()
        case "raw":
            return RawResult()
        case _:
            assert_never(evidence.kind)


def _events(evidence: StreamEvidence, inquiry: Inquiry) -> EventStream:
    events = [StreamEvent(name, _data(data, inquiry)) for name, data in evidence.events]
    unnamed = evidence.item
    if unnamed is not None and not (evidence.open and isinstance(unnamed, Unknown)):
        events.append(StreamEvent(None, _data(unnamed, inquiry)))
    return EventStream(tuple(events), evidence.open, evidence.endless, evidence.sentinels)


def _data(data: Data | None, inquiry: Inquiry) -> Type | None:
    """
    Return the type of the JSON in `data`; None: it is text.
    """
    return None if data is None or isinstance(data, PlainText) else _type(data, inquiry)


def _type(shape: Shape, inquiry: Inquiry) -> Type:
    match shape:
        case Serialized():
            return inquiry.ask_annotation(shape.annotation, Direction.OUTPUT, _wire(shape))
        case Constant(value):
            return _literal(value)
        case Record(fields):
            return Object(tuple(_field(name, each, inquiry) for name, each in fields))
        case Listed(items):
            return Array(_type(items, inquiry))
        case Either(members):
            return one_of(_types(members, inquiry))
        case Unknown():
            return Scalar.UNKNOWN
        case _:
            assert_never(shape)


def _types(shapes: Sequence[Shape], inquiry: Inquiry) -> list[Type]:
    return [_type(each, inquiry) for each in shapes]


def _field(name: str, shape: Shape, inquiry: Inquiry) -> Field:
    return Field(name=name, wire_name=name, type=_type(shape, inquiry), required=True)


def _literal(value: str | float | bool | None) -> Type:
    if value is None:
        return Scalar.NULL
    if isinstance(value, float) and not math.isfinite(value):
        return Scalar.NUMBER
    return LiteralValue(value)


def _wire(shape: Serialized) -> Wire:
    """
    What `json.dumps` makes of `model_dump()` is checked against pydantic's types by now.
    """
    return Wire(
        kind="jsonable" if shape.wire == "jsonable" else "pydantic",
        by_alias=shape.by_alias,
        exclude_unset=shape.exclude_unset,
        exclude_none=shape.exclude_none,
        exclude_defaults=shape.exclude_defaults,
        include=shape.include,
        exclude=shape.exclude,
    )
