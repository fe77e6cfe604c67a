"""
What is found must be what arrives: each endpoint of the tables runs, and its bytes are compared.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any
from urllib.parse import urlencode

import pytest
import sse_starlette.sse
from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import TypeAdapter, ValidationError

from fluidkit.introspection.source_values import (
    Constant,
    Either,
    Listed,
    PlainText,
    Record,
    Serialized,
    Unknown,
)
from fluidkit.introspection.stream_evidence import Declared, StreamEvidence, read_streams
from tests.apps import streams_events, streams_lines, streams_traps

UNRUNNABLE = {
    # Endpoints that fail at run time, take what only FastAPI injects, or need a file.
    *("model_is_not_written", "dict_is_not_written", "unknown_name", "lies", "any_from_service"),
    *("queue_of_annotated", "attribute_of_service", "json_event_objects", "ends_by_raising"),
    *("entered_contexts", "ends_with_foreign", "wires", "constructed", "with_local_import"),
    *("wrapped_by_stranger", "changed_in_expression", "set_from_inside", "optional_values"),
    *("download_file", "file_response", "image", "bytes_without_media_type", "file_or_text"),
    *("media_type_unknown", "nothing_known", "dataclasses_dumped", "make_endpoint"),
    *("ends_on_timeout", "ends_on_stop", "function_called_dumps", "rewriting", "enrich"),
    *("own_dumps", "narrowed", "redirect", "several_events", "text_that_may_be_json"),
    *("ends_with_break", "ends_in_handler", "ends_with_return_inside_loop_of_loop"),
    *("events_or_unknown", "unknown_data", "unknown_event", "unknown_lines"),
}


def endpoints(module: ModuleType) -> Iterator[Callable[..., Any]]:
    """
    Give the endpoints that can run and end.
    """
    for name, found in [*vars(module).items()]:
        if name.startswith("_") or name in UNRUNNABLE or isinstance(found, type):
            continue
        if getattr(found, "__module__", None) != module.__name__ or not callable(found):
            continue
        evidence = evidence_of(found)
        if evidence is not None and evidence.endless is False:
            yield found


def evidence_of(endpoint: Callable[..., Any]) -> StreamEvidence | None:
    reading = read_streams(endpoint, Declared())
    return reading.result or reading.alternative


def answer(endpoint: Callable[..., Any]) -> str:
    """
    Ask the endpoint, with something harmless for each of its parameters.
    """
    app = FastAPI()
    app.add_api_route("/", endpoint, response_model=None)
    (route,) = [each for each in app.routes if isinstance(each, APIRoute) and each.path == "/"]
    values: dict[type, Any] = {bool: "true", int: "1"}
    query = {
        each.name: values.get(each.field_info.annotation, "text")  # type: ignore[call-overload]
        for each in route.dependant.query_params
    }
    status, body = asyncio.run(get(app, urlencode(query)))
    assert status == 200, body
    return body


async def get(app: FastAPI, query: str) -> tuple[int, str]:
    """
    Call an app as a server does.
    """
    scope: dict[str, Any] = {
        "type": "http",
        "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "method": "GET",
        "scheme": "http",
        "path": "/",
        "raw_path": b"/",
        "query_string": query.encode(),
        "headers": [],
        "server": ("localhost", 80),
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        if not scope.get("asked"):
            scope["asked"] = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    await asyncio.wait_for(app(scope, receive, send), 5)
    status = next(each["status"] for each in sent if "status" in each)
    return status, b"".join(each.get("body", b"") for each in sent).decode()


def events_in(text: str) -> Iterator[tuple[str, str]]:
    """
    Parse server-sent events.
    """
    for block in re.split(r"\r\n\r\n|\n\n", text):
        fields: dict[str, list[str]] = {}
        for line in re.split(r"\r\n|\n", block):
            key, _, value = line.partition(":")
            fields.setdefault(key, []).append(value.removeprefix(" "))
        if "data" in fields:
            yield fields.get("event", ["message"])[-1] or "message", "\n".join(fields["data"])


def conforms(value: Any, shape: Any) -> bool:
    """
    Whether JSON is of a shape.
    """
    match shape:
        case Unknown():
            return True
        case Constant(constant):
            return bool(value == constant) and type(value) is type(constant)
        case Record(fields):
            return (
                isinstance(value, dict)
                and value.keys() == {key for key, _ in fields}
                and all(conforms(value[key], each) for key, each in fields)
            )
        case Listed(items):
            return isinstance(value, list) and all(conforms(each, items) for each in value)
        case Either(members):
            return any(conforms(value, each) for each in members)
        case Serialized():
            return _is_written_as(value, shape)
        case _:
            return False


def _is_written_as(value: Any, shape: Serialized) -> bool:
    adapter = TypeAdapter(shape.annotation)
    try:
        parsed = adapter.validate_python(value)
    except ValidationError:
        return False
    written = adapter.dump_python(parsed, mode="json", by_alias=shape.by_alias)
    return bool(written == value)


@pytest.fixture(autouse=True)
def _own_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Before 3.0, sse-starlette keeps an event of the first loop that it runs in for all others.
    """
    status = sse_starlette.sse.AppStatus
    if hasattr(status, "should_exit_event"):
        monkeypatch.setattr(status, "should_exit_event", None)


def _marked(endpoint: Callable[..., Any]) -> Any:
    """
    Give the case of an endpoint that older versions of FastAPI cannot call.
    """
    since = {
        # They never await what such an object returns,
        streams_events.views: "0.123.5",
        # and take a response for the one that FastAPI hands in.
        streams_events.injected_response: "0.128.2",
        streams_events.annotated_response: "0.128.2",
    }.get(endpoint)
    return endpoint if since is None else pytest.param(endpoint, marks=_since(since))


def _since(version: str) -> pytest.MarkDecorator:
    return pytest.mark.since(fastapi=version)


@pytest.mark.filterwarnings("ignore:The `(dict|json)` method is deprecated")
@pytest.mark.parametrize(
    "endpoint",
    [
        _marked(endpoint)
        for module in (streams_events, streams_lines, streams_traps)
        for endpoint in endpoints(module)
    ],
    ids=lambda endpoint: getattr(endpoint, "__name__", "instance"),
)
def test_evidence_is_what_arrives(endpoint: Callable[..., Any]) -> None:
    """
    Every event, line and text that arrives is of the type that was found.
    """
    evidence = evidence_of(endpoint)
    assert evidence is not None
    text = answer(endpoint)

    if evidence.kind == "events":
        _check_events(evidence, text)
    elif evidence.kind == "json_lines" and not isinstance(evidence.item, Unknown):
        found = [json.loads(line) for line in text.splitlines() if line]
        assert found
        assert all(conforms(each, evidence.item) for each in found), found


def _check_events(evidence: StreamEvidence, text: str) -> None:
    known = {**dict(evidence.events), "message": evidence.item}
    for name, data in events_in(text):
        if data in evidence.sentinels:
            continue
        shape = known.get(name)
        if shape is None:
            assert evidence.open, f"{name} is not known"
        elif not isinstance(shape, PlainText | Unknown):
            assert conforms(json.loads(data), shape), (name, data)
        elif isinstance(shape, PlainText):
            with pytest.raises(ValueError, match=r"Expecting|Extra"):
                json.loads(data)
