"""
What endpoints are found to stream: a table of the ways in which people write that.
"""

from __future__ import annotations

import functools
import inspect
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.datastructures import DefaultPlaceholder
from fastapi.routing import APIRoute
from versions import has

import fluidkit
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_values import (
    Constant,
    Either,
    Listed,
    PlainText,
    Record,
    Serialized,
    Unknown,
)
from fluidkit.introspection.stream_evidence import (
    Declared,
    StreamEvidence,
    StreamReading,
    mark_of,
    read_streams,
)
from tests.apps import streams_declared
from tests.apps import streams_events as events
from tests.apps import streams_lines as lines
from tests.apps.streams_models import (
    Aliased,
    AnalyticsRecord,
    ByAlias,
    Dated,
    Notification,
    Page,
    Point,
    Row,
    Thread,
)

TEXT = PlainText()
N = Serialized(annotation=Notification)
N_DICT = Serialized(annotation=Notification, wire="python")
R = Serialized(annotation=AnalyticsRecord)
R_DICT = Serialized(annotation=AnalyticsRecord, wire="python")
INT = Serialized(annotation=int, wire="python", by_alias=True)
STR = Serialized(annotation=str, wire="python", by_alias=True)


def read(endpoint: Callable[..., Any]) -> StreamReading:
    """
    Read an endpoint of which nothing is declared.
    """
    return read_streams(endpoint, Declared())


def unknown_parts(evidence: StreamEvidence | None) -> list[str]:
    """
    List where evidence is unknown, so that the reasons need not stand in each test.
    """
    if evidence is None:
        return []
    found = [name for name, data in evidence.events if isinstance(data, Unknown)]
    return [*found, *(["message"] if isinstance(evidence.item, Unknown) else [])]


# --- Server-sent events -------------------------------------------------------------------------

EVENTS: list[Any] = [
    (events.dict_events, {"notification": N_DICT}),
    (events.dict_of_model_json, {"notification": N}),
    (events.dict_built_first, {"notification": N_DICT}),
    (events.event_objects, {"notification": N, "again": N}),
    pytest.param(
        events.json_event_objects,
        {"counted": Record((("count", Constant(1)), ("name", Constant("2"))))},
        marks=pytest.mark.since(sse_starlette="2.4"),
    ),
    (events.bare_json_strings, {None: N}),
    (events.plain_text_tokens, {"token": TEXT, "end": TEXT}),
    (
        events.several_events,
        {
            "thread": Serialized(annotation=Thread),
            "first": N,
            "each": N,
            "count": Record((("count", INT),)),
        },
    ),
    (events.enum_names, {"added": N, "gone": INT}),
    (events.helper_makes_dicts, {"notification": N}),
    (events.subclass_of_response, {"notification": N}),
    (events.mixed_with_sentinel, {None: N}),
    (events.frames, {None: N}),
    (events.named_frames, {"token": Record((("text", STR), ("n", INT)))}),
    (events.encoded_frames, {None: N}),
    (events.frames_in_pieces, {"notification": N}),
    (events.frames_by_helper, {"notification": N_DICT, "again": N, None: N}),
    (events.frames_added_up, {None: N, "a": N, "b": N, "c": N}),
    (events.frames_of_text, {None: TEXT}),
    (events.frames_with_comments, {"notification": N}),
    (
        events.conditional_payload,
        {
            "notification": Either((N, Record((("id", INT),)))),
            "short": Either((N, Record((("id", INT),)))),
        },
    ),
    (events.inline_generator, {"n": N}),
    (events.list_passed, {"n": N}),
    (events.iterator_passed, {"a": Record((("index", INT), ("name", STR), ("n", INT))), "b": N}),
    (events.queue_of_annotated, {"notification": N}),
    (events.attribute_of_service, {"queued": N, "newest": N, "record": R, "iterated": N}),
    (events.injected_without_annotation, {"notification": N}),
    (events.injected_response, {"notification": N}),
    (events.annotated_response, {"notification": N}),
    (events.entered_contexts, {"notification": N, "each": N, "last": N}),
    (
        events.generics,
        {"item": N, "page": Serialized(annotation=Page[Notification]), "second": N},
    ),
    (events.optional_values, {"last": N, "one": N, "again": N}),
    (events.constructed, {"made": N, "valid": N, "copy": N, "item": N}),
    (events.delegated, {"inner": N}),
    (events.delegated_sync, {"a": N, "b": N}),
    (events.annotated_generator, {"notification": N}),
    (events.generator_with_arguments, {"named": N}),
    (events.reassigned, {"n": N_DICT}),
    (events.views, {"notification": N}),
    (events.method, {"notification": N}),
    (events.static, {"notification": N}),
    (events.of_class, {"notification": N}),
    (events.partial, {"partial": N}),
    (events.from_factory, {"made": N}),
    (events.lambda_endpoint, {"lambda": N}),
    (events.decorated, {"notification": N}),
    (events.with_local_import, {"notification": N}),
    (
        events.wires,
        {
            "name": Serialized(annotation=Aliased),
            "alias": Serialized(annotation=Aliased, by_alias=True),
            "configured": Serialized(annotation=ByAlias, by_alias=True),
            "jsonable": Serialized(annotation=Aliased, wire="jsonable", by_alias=True),
            "mode": Serialized(annotation=Aliased),
            "short": Serialized(annotation=Aliased, exclude_none=True, exclude=frozenset({"id"})),
            "listed": Listed(Serialized(annotation=Aliased, wire="python")),
        },
    ),
]


def name_of(case: Any) -> str:
    """
    Name a case after its endpoint.
    """
    name = getattr(case, "__name__", None) or getattr(case, "func", case)
    return getattr(name, "__name__", None) or str(name if isinstance(name, str) else "instance")


@pytest.mark.parametrize(
    ("endpoint", "expected"), EVENTS, ids=lambda case: name_of(case) if callable(case) else ""
)
def test_events(endpoint: Callable[..., Any], expected: dict[str | None, Any]) -> None:
    """
    Each way of sending events is understood without any annotation of the endpoint.
    """
    reading = read(endpoint)

    assert reading.diagnostics == ()
    assert reading.alternative is None
    assert reading.result is not None
    assert reading.result.kind == "events"
    assert not reading.result.open
    assert dict(reading.result.events) == {k: v for k, v in expected.items() if k is not None}
    assert reading.result.item == expected.get(None)


UNKNOWN_EVENTS: list[tuple[Callable[..., Any], list[str], bool]] = [
    (events.model_is_not_written, ["message"], False),
    (events.dict_is_not_written, ["notification"], False),
    (events.unknown_data, ["thing"], False),
    (events.unknown_name, ["message"], True),
    (events.unknown_event, ["message"], True),
    (events.changed_dict, ["notification"], False),
    (events.frames_by_hand, ["message"], False),
    (events.frames_broken_apart, ["message"], False),
    (events.any_from_service, ["notification"], False),
    (events.lies, ["colours", "model", "encoder", "flag", "point"], False),
    (events.text_that_may_be_json, ["message"], False),
    (events.frames_half_yielded, ["message"], True),
    (events.wrapped_by_stranger, ["notification"], False),
]


@pytest.mark.parametrize(
    ("endpoint", "unknown", "is_open"),
    UNKNOWN_EVENTS,
    ids=lambda case: name_of(case) if callable(case) else "",
)
def test_unknown_events(endpoint: Callable[..., Any], unknown: list[str], is_open: bool) -> None:
    """
    What can't be told is unknown, with a diagnostic; it is still known that events come.
    """
    reading = read(endpoint)

    assert reading.result is not None
    assert reading.result.kind == "events"
    assert unknown_parts(reading.result) == unknown
    assert reading.result.open is is_open
    assert len(reading.diagnostics) >= 1


def test_default_str() -> None:
    """
    `json.dumps(…, default=str)` writes dates and decimals as strings, as pydantic does.
    """
    reading = read(events.lies)

    assert reading.result is not None
    assert dict(reading.result.events)["dates"] == Serialized(annotation=Dated, wire="python")


@pytest.mark.parametrize(
    ("endpoint", "sentinels"),
    [
        (events.mixed_with_sentinel, ("[DONE]",)),
        (events.named_frames, ("[DONE]",)),
        (events.frames, ()),
        (lines.json_or_events, ("[DONE]",)),
    ],
)
def test_sentinels(endpoint: Callable[..., Any], sentinels: tuple[str, ...]) -> None:
    """
    A literal among models is a sign and no type.
    """
    reading = read(endpoint)
    evidence = reading.result or reading.alternative

    assert evidence is not None
    assert evidence.sentinels == sentinels


@pytest.mark.parametrize(
    ("endpoint", "endless"),
    [
        (events.dict_events, True),
        (events.dict_of_model_json, False),
        (events.queue_of_annotated, True),
        (events.ends_counting, True),
        (events.ends_with_break, False),
        (events.ends_unless_cancelled, True),
        (events.ends_with_foreign, None),
        (events.ends_with_endless_inside, True),
        (events.ends_by_raising, False),
        (events.ends_in_handler, False),
        (events.ends_while_connected, True),
        (events.ends_with_return_inside_loop_of_loop, False),
        (lines.endless_lines, True),
        (lines.json_dumps_of_dict, False),
    ],
)
def test_endings(endpoint: Callable[..., Any], endless: bool | None) -> None:
    """
    A generator is endless if nothing but the reader's leaving ends it.
    """
    reading = read(endpoint)

    assert reading.result is not None
    assert reading.result.endless is endless


# --- JSON lines ---------------------------------------------------------------------------------

LINES: list[tuple[Callable[..., Any], Any]] = [
    (lines.json_dumps_of_dict, R_DICT),
    (lines.model_json_and_newline, R),
    (lines.f_string_encoded, R),
    (lines.newline_yielded_after, R),
    (lines.media_type_of_enum_value, R),
    (lines.helper_formats, R_DICT),
    (lines.helper_responds, R),
    (lines.whole_response_elsewhere, R),
    (lines.generator_elsewhere, R),
    (lines.subclass_with_init, R),
    (lines.mapped_lines, R_DICT),
    (lines.in_threadpool, R),
    (
        lines.typed_dicts,
        Either((Serialized(annotation=Row, wire="python", by_alias=True), STR)),
    ),
    (lines.dataclasses_dumped, Serialized(annotation=Point, wire="python")),
    (lines.adapter_dumps, Serialized(annotation=list[AnalyticsRecord])),
    (lines.core_dumps, Serialized(annotation=AnalyticsRecord, by_alias=True)),
    (
        lines.jsonable_lines,
        Serialized(annotation=AnalyticsRecord, wire="jsonable", by_alias=True, exclude_none=True),
    ),
    (
        lines.two_kinds_of_lines,
        Either(
            (
                Record((("type", Constant("start")), ("total", INT))),
                Record((("type", Constant("record")), ("record", R_DICT))),
                Record((("type", Constant("end")),)),
            )
        ),
    ),
    (lines.header_says_lines, R),
    (lines.header_set_afterwards, R),
    (lines.lines_without_media_type, R),
    (lines.endless_lines, N),
    (
        lines.one_of_two_generators,
        Either(
            (Record((("value", Serialized(annotation=float, wire="python", by_alias=True)),)), R)
        ),
    ),
    (lines.overrides_variable, R),
]


@pytest.mark.parametrize(
    ("endpoint", "item"), LINES, ids=lambda case: name_of(case) if callable(case) else ""
)
def test_lines(endpoint: Callable[..., Any], item: Any) -> None:
    """
    Each way of sending JSON lines is understood without any annotation of the endpoint.
    """
    reading = read(endpoint)

    assert reading.diagnostics == ()
    assert reading.result is not None
    assert (reading.result.kind, reading.result.item) == ("json_lines", item)


@pytest.mark.parametrize("endpoint", [lines.no_newline, lines.unknown_lines])
def test_unknown_lines(endpoint: Callable[..., Any]) -> None:
    """
    Lines that can't be read are unknown, with a diagnostic.
    """
    reading = read(endpoint)

    assert reading.result is not None
    assert reading.result.kind == "json_lines"
    assert isinstance(reading.result.item, Unknown)
    assert len(reading.diagnostics) == 1


# --- Text, files, other responses ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("endpoint", "kind"),
    [
        (lines.text, "text"),
        (lines.text_directly, "text"),
        (lines.text_without_media_type, "text"),
        (lines.inline_text, "text"),
        (lines.download_file, "file"),
        (lines.csv_attachment, "file"),
        (lines.file_response, "file"),
        (lines.image, "file"),
        (lines.image_at_once, "file"),
        (lines.html, "whole_text"),
        (lines.plain, "whole_text"),
        (lines.redirect, "raw"),
    ],
)
def test_kinds(endpoint: Callable[..., Any], kind: str) -> None:
    """
    The response that is returned says what kind it is.
    """
    reading = read(endpoint)

    assert reading.diagnostics == ()
    assert reading.result is not None
    assert reading.result.kind == kind


@pytest.mark.parametrize(
    ("endpoint", "kind"),
    [
        (lines.bytes_without_media_type, "raw"),
        (lines.media_type_unknown, "raw"),
        (lines.raw_response, "raw"),
        (lines.response_of_a_dependency, "raw"),
        (lines.streamed_json, "json"),
        (lines.events_or_lines, "raw"),
        (lines.file_or_text, "raw"),
    ],
)
def test_unclear_kinds(endpoint: Callable[..., Any], kind: str) -> None:
    """
    Where the kind can't be told, or there are two, the response is handed over as it is.
    """
    reading = read(endpoint)

    assert len(reading.diagnostics) == 1
    assert reading.alternative is None
    assert reading.result is not None
    assert reading.result.kind == kind


@pytest.mark.parametrize("endpoint", [lines.nothing_known, lines.plain_value, lines.json_response])
def test_no_streams(endpoint: Callable[..., Any]) -> None:
    """
    An endpoint that answers JSON is left to FastAPI's rules.
    """
    assert read(endpoint) == StreamReading()


# --- Beside JSON --------------------------------------------------------------------------------


def test_json_or_stream() -> None:
    """
    A stream that one branch returns stands beside the JSON of the other.
    """
    reading = read(lines.json_or_events)

    assert reading.result is None
    assert reading.diagnostics == ()
    assert reading.alternative is not None
    assert reading.alternative.events == (("token", N),)


def test_json_response_or_lines() -> None:
    """
    A `JSONResponse` counts as JSON.
    """
    reading = read(lines.json_response_or_lines)

    assert reading.result is None
    assert reading.alternative is not None
    assert (reading.alternative.kind, reading.alternative.item) == ("json_lines", R)


def test_stream_or_unknown() -> None:
    """
    A stream beside something unknown is no promise about the latter.
    """
    reading = read(lines.events_or_unknown)

    assert reading.result == StreamEvidence(kind="raw")
    assert reading.alternative is not None
    assert len(reading.diagnostics) == 1


def test_errors_do_not_count() -> None:
    """
    Error responses and empty ones are not what the endpoint answers.
    """
    reading = read(lines.events_or_errors)

    assert reading.alternative is None
    assert reading.result is not None
    assert reading.result.events == (("n", Constant(1)),)


# --- What is declared ---------------------------------------------------------------------------

native = pytest.mark.since(fastapi="0.135")


def read_route(path: str) -> StreamReading:
    """
    Read an endpoint with what FastAPI knows of it.
    """
    apps = [streams_declared.app]
    if has(fastapi="0.135"):
        from tests.apps import streams_native

        apps.append(streams_native.app)
    routes = [each for app in apps for each in app.routes if isinstance(each, APIRoute)]
    (route,) = [each for each in routes if each.path == path]
    annotation = inspect.signature(route.endpoint).return_annotation
    response_class = route.response_class
    if isinstance(response_class, DefaultPlaceholder):
        response_class = response_class.value
    wire = "jsonable" if getattr(route, "stream_item_field", None) is None else "pydantic"
    declared = Declared(
        response_class=response_class,
        return_annotation=MISSING if annotation is inspect.Signature.empty else annotation,
        has_model=route.response_field is not None,
        responses=route.responses,
        is_sse_stream=getattr(route, "is_sse_stream", False),
        is_json_stream=getattr(route, "is_json_stream", False),
        item_wire=Serialized(annotation=None, wire=wire, by_alias=True),
    )
    return read_streams(route.endpoint, declared)


R_FIELD = Serialized(annotation=AnalyticsRecord, by_alias=True)
N_FIELD = Serialized(annotation=Notification, by_alias=True)
R_JSONABLE = Serialized(annotation=AnalyticsRecord, wire="jsonable", by_alias=True)

NATIVE: list[tuple[str, str, Any, dict[str, Any]]] = [
    ("/lines", "json_lines", R_FIELD, {}),
    (
        "/lines-sync",
        "json_lines",
        Serialized(annotation=AnalyticsRecord | Notification, by_alias=True),
        {},
    ),
    ("/lines-bare", "json_lines", Either((R_JSONABLE, Record((("done", Constant(True)),)))), {}),
    ("/events", "events", N_FIELD, {}),
    (
        "/events-named",
        "events",
        None,
        {
            "notification": N,
            "count": Record(
                (("count", Serialized(annotation=int, wire="jsonable", by_alias=True)),)
            ),
            "raw": TEXT,
            "text": Constant("text"),
        },
    ),
    (
        "/events-mixed",
        "events",
        N_FIELD,
        {"count": Serialized(annotation=int, wire="jsonable", by_alias=True)},
    ),
    ("/events-bare", "events", R_JSONABLE, {}),
    (
        "/events-aliased",
        "events",
        Serialized(annotation=Aliased, wire="jsonable", by_alias=True),
        {
            "by_name": Serialized(annotation=Aliased),
            "by_alias": Listed(Serialized(annotation=Aliased, wire="jsonable", by_alias=True)),
        },
    ),
    ("/events-returned", "events", None, {"notification": N}),
    ("/declared-generator", "json_lines", R, {}),
]
"""What FastAPI streams by itself."""

DECLARED: list[tuple[str, str, Any, dict[str, Any]]] = [
    ("/declared-lines", "json_lines", R, {}),
    ("/annotated-events", "events", None, {"notification": N}),
    ("/annotated-streaming", "json_lines", R, {}),
    ("/annotated-response", "json_lines", R, {}),
    ("/annotated-file", "file", None, {}),
    (
        "/marked-events",
        "events",
        None,
        {"notification": N, "count": Serialized(annotation=int)},
    ),
    ("/marked-lines", "json_lines", R, {}),
    ("/marked-over-source", "json_lines", R, {}),
    (
        "/marked-with-wire",
        "events",
        None,
        {
            "notification": Serialized(annotation=Aliased, by_alias=True),
            "renamed": N,
            "text": TEXT,
        },
    ),
    ("/marked-endless", "events", None, {"notification": N}),
    ("/marked-dict", "events", None, {"user.created": N, "kind": TEXT}),
]


@pytest.mark.parametrize(
    ("path", "kind", "item", "named"),
    [*(pytest.param(*each, marks=native) for each in NATIVE), *DECLARED],
)
def test_declared(path: str, kind: str, item: Any, named: dict[str, Any]) -> None:
    """
    What FastAPI knows and what is marked comes before what the source says.
    """
    reading = read_route(path)

    assert reading.diagnostics == ()
    assert reading.result is not None
    assert (reading.result.kind, reading.result.item) == (kind, item)
    assert dict(reading.result.events) == named


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        pytest.param("/lines-unknown", "json_lines", marks=native),
        ("/declared-unseen", "json_lines"),
        ("/declared-otherwise", "raw"),
        ("/described", "events"),
    ],
)
def test_declared_but_unknown(path: str, kind: str) -> None:
    """
    A kind that is declared stands, with a diagnostic where what it carries isn't known; one that
    the source contradicts is not believed.
    """
    reading = read_route(path)

    assert len(reading.diagnostics) == 1
    assert reading.result is not None
    assert reading.result.kind == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/beside-model", "events"), ("/beside-union", "json_lines"), ("/marked-beside", "events")],
)
def test_beside_a_model(path: str, kind: str) -> None:
    """
    Beside a response model a stream is an alternative.
    """
    reading = read_route(path)

    assert reading.result is None
    assert reading.diagnostics == ()
    assert reading.alternative is not None
    assert reading.alternative.kind == kind


def test_model_only() -> None:
    """
    A response model alone is no stream.
    """
    assert read_route("/model-only") == StreamReading()


@pytest.mark.parametrize(
    ("path", "endless"),
    [
        ("/marked-endless", True),
        ("/marked-dict", False),
        pytest.param("/events", True, marks=native),
    ],
)
def test_declared_endings(path: str, endless: bool) -> None:
    """
    The mark says whether a stream ends; else its source does.
    """
    result = read_route(path).result

    assert result is not None
    assert result.endless is endless


# --- The mark -----------------------------------------------------------------------------------


def test_mark_is_found_inside_wrappers() -> None:
    """
    A decorator or a partial around a marked function hides nothing.
    """

    @fluidkit.streams(kind="text")
    def endpoint(name: str) -> None: ...

    @functools.wraps(endpoint)
    def wrapper(name: str) -> None: ...

    del wrapper.__fluidkit_streams__  # type: ignore[attr-defined]

    assert mark_of(wrapper) == mark_of(functools.partial(endpoint, "a")) == mark_of(endpoint)


def test_mark_on_call() -> None:
    """
    The mark may stand on a class's `__call__`.
    """

    class Endpoint:
        @fluidkit.streams(kind="file")
        def __call__(self) -> None: ...

    mark = mark_of(Endpoint())

    assert mark is not None
    assert mark.kind == "file"


def test_mark_leaves_the_function() -> None:
    """
    The decorator returns the very function.
    """

    def endpoint() -> None: ...

    assert fluidkit.streams(int)(endpoint) is endpoint


def test_mark_keeps_fastapi_intact() -> None:
    """
    Nothing changes for FastAPI.
    """
    app = FastAPI()
    app.get("/")(fluidkit.streams(a=int)(lines.plain_value))

    try:
        assert app.openapi()["paths"]["/"]["get"]["responses"].keys() == {"200"}
    finally:
        del lines.plain_value.__fluidkit_streams__  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({}, TypeError, "Say what the endpoint streams"),
        ({"kind": "sse"}, ValueError, "'sse'"),
        ({"kind": "text", "token": int}, ValueError, "'token'"),
    ],
)
def test_wrong_marks(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    """
    A mark that makes no sense is refused where it stands.
    """
    with pytest.raises(error, match=message):
        fluidkit.streams(**arguments)


# --- Surroundings -------------------------------------------------------------------------------


def test_sse_starlette_is_never_imported() -> None:
    """
    Apps without sse-starlette are read without it.
    """
    code = (
        "import sys; sys.modules['sse_starlette'] = None\n"
        "from fastapi.responses import StreamingResponse\n"
        "import fluidkit.introspection.stream_evidence as evidence\n"
        "import tests.apps.streams_helpers_bare as bare\n"
        "print(evidence.read_streams(bare.endpoint, evidence.Declared()).result.kind)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )

    assert done.stdout == "events\n"
