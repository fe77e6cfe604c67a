"""
The ugliest app: everything at once, and requests that keep what the model promises.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import Any, assert_never
from urllib.parse import quote

import httpx
import pytest
from apps import ugly
from apps.reading import read

from fluidkit.model import (
    Api,
    Array,
    Enumeration,
    Format,
    LiteralValue,
    Map,
    Object,
    Operation,
    Place,
    Reference,
    Scalar,
    Tuple,
    Type,
    TypeParameter,
    Union,
)

FORMATS = {
    "Decimal": "1.50",
    "UUID": "12345678-1234-5678-1234-567812345678",
    "DateTime": "2026-01-02T03:04:05Z",
    "JsonString": '{"id": 1, "name": "x"}',
    "Email": "a@example.org",
}


@pytest.fixture(scope="module")
def api() -> Api:
    return read(ugly.app).api


def test_two_readings_are_equal(api: Api) -> None:
    """Nothing is consumed, nothing depends on the run."""
    assert read(ugly.app).api == api


@pytest.mark.filterwarnings("ignore:Duplicate Operation ID")
def test_every_route_is_an_operation_or_a_diagnostic(api: Api) -> None:
    """Never skip a route silently: FastAPI's own schema names them all."""
    told = {each.route for each in read(ugly.app).diagnostics}
    known = {f"{each.method} {each.path}" for each in api.operations} | told
    schema = {
        f"{method.upper()} {path}"
        for path, methods in ugly.app.openapi()["paths"].items()
        for method in methods
    }
    assert schema - known == set()


def test_keys_of_declarations_are_unique(api: Api) -> None:
    """`Item` and `User` exist in two modules."""
    keys = Counter(each.key for each in api.declarations)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_reference_has_its_declaration(api: Api) -> None:
    """No placeholder of introspection's own is left in an operation."""
    keys = {each.key for each in api.declarations} | {"fastapi:HTTPValidationError"}
    text = repr(api.operations)
    assert "Reference(key='?" not in text
    assert {part.split("'")[1] for part in text.split("Reference(key=")[1:]} <= keys


def test_requests_that_keep_the_promise_are_accepted(api: Api) -> None:
    """Wire names, places and types are those that FastAPI itself wants."""
    refused = asyncio.run(_refused(api))
    # The two that raise on purpose, when asked.
    refused = {key: text for key, text in refused.items() if key[0] != "/items/{item_id}"}
    assert refused == {}


async def _refused(api: Api) -> dict[tuple[str, bool], str]:
    transport = httpx.ASGITransport(ugly.app, raise_app_exceptions=False)
    refused = {}
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        for operation in api.operations:
            for everything in (False, True):
                response = await _send(client, operation, api, everything)
                if response.status_code in {404, 405, 422}:
                    refused[operation.path, everything] = response.text
    return refused


def _send(client: httpx.AsyncClient, operation: Operation, api: Api, everything: bool) -> Any:
    sample = Sample(api, everything)
    path, parts = operation.path, Parts()
    for each in operation.parameters:
        if not each.required and not everything and each.place not in COOKIES:
            continue
        value = sample.of(each.type)
        match each.place:
            case Place.PATH | Place.PATH_REST:
                path = path.replace(f"{{{each.wire_name}}}", quote(str(value)))
            case Place.QUERY:
                parts.query[each.wire_name] = value
            case Place.QUERY_MODEL:
                parts.query.update(value)
            case Place.HEADER:
                parts.headers[each.wire_name] = _first(value)
            case Place.HEADER_MODEL:
                parts.headers.update({key: str(each) for key, each in value.items()})
            case Place.COOKIE:
                parts.headers["cookie"] = f"{each.wire_name}={value}"
            case Place.COOKIE_MODEL:
                parts.headers["cookie"] = "; ".join(f"{key}={each}" for key, each in value.items())
            case Place.JSON_BODY:
                parts.body["content"] = json.dumps(value)
            case Place.JSON_FIELD:
                parts.fields[each.wire_name] = value
            case Place.FORM_FIELD:
                parts.form(each.wire_name, value)
            case Place.FORM_MODEL:
                for key, item in value.items():
                    parts.form(key, item)
            case Place.RAW_BODY:
                parts.body["content"] = value
            case _:
                assert_never(each.place)
    headers = {"authorization": "Bearer x", **parts.headers}
    if operation.body_media_type and not parts.data and not parts.files:
        headers["content-type"] = operation.body_media_type
    body = parts.body or ({"content": json.dumps(parts.fields)} if parts.fields else {})
    return client.request(
        operation.method,
        path,
        params=parts.query,
        headers=headers,
        **body,
        **({"data": parts.data} if parts.data else {}),
        **({"files": parts.files} if parts.files else {}),
    )


COOKIES = (Place.COOKIE, Place.COOKIE_MODEL)


class Parts:
    """
    A request while it is put together.
    """

    def __init__(self) -> None:
        self.query: dict[str, Any] = {}
        self.headers: dict[str, str] = {}
        self.body: dict[str, Any] = {}
        self.fields: dict[str, Any] = {}
        self.data: dict[str, Any] = {}
        self.files: list[tuple[str, tuple[str, bytes]]] = []

    def form(self, name: str, value: Any) -> None:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, bytes):
                self.files.append((name, ("x.txt", item)))
            else:
                self.data.setdefault(name, []).append(_text(item))


def _text(value: Any) -> str:
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _first(value: Any) -> str:
    return str(value[0] if isinstance(value, list) else value)


class Sample:
    """
    Values of a type, with the required keys only or with all of them.
    """

    def __init__(self, api: Api, everything: bool) -> None:
        self._declarations = {each.key: each for each in api.declarations}
        self._everything = everything

    def of(self, type_: Any, depth: int = 0) -> Any:
        match type_:
            case Scalar():
                return self._scalar(type_)
            case Format(name, base):
                return FORMATS.get(name, "x") if base is Scalar.STRING else 1
            case LiteralValue(value):
                return value
            case Array(items):
                return [self.of(items, depth + 1)] if depth < 3 else []
            case Tuple(items):
                return [self.of(each, depth + 1) for each in items]
            case Map(value):
                return {"key": self.of(value, depth + 1)}
            case Object(fields):
                return {
                    each.wire_name: self.of(each.type, depth + 1)
                    for each in fields
                    if each.required or (self._everything and depth < 3)
                }
            case Union(members):
                return self._member(members, depth)
            case Reference(key):
                return self.of(self._declarations[key].definition, depth)
            case Enumeration(members):
                return members[0].value
            case TypeParameter():
                return None
            case _:
                raise AssertionError(type_)

    def _member(self, members: tuple[Type, ...], depth: int) -> Any:
        known = [each for each in members if each is not Scalar.NULL]
        return self.of(known[0], depth)

    def _scalar(self, scalar: Scalar) -> Any:
        match scalar:
            case Scalar.STRING:
                return "password" if self._everything else "abc"
            case Scalar.NUMBER:
                return 1
            case Scalar.BOOLEAN:
                return True
            case Scalar.BLOB:
                return b"bytes"
            case Scalar.NULL | Scalar.UNKNOWN | Scalar.NEVER:
                return "x"
            case _:
                assert_never(scalar)
