"""
What an endpoint answers is what the function resolves to, or rejects with.
"""

from __future__ import annotations

import base64
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from versions import has

from functional.clients import UNDEFINED, CallError, Client
from functional.conftest import PROFILE
from functional.test_received import BODY

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("echo")]


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("answer_text", "wörds \U0001f600\n"),
        ("answer_html", "<b>ü</b>"),
        ("answer_null", None),
        ("answer_none", UNDEFINED),
        ("answer_unchanged", UNDEFINED),
        ("answer_head", UNDEFINED),
        ("answer_created", 1),
        ("answer_big", 2**53 - 1),
        pytest.param("answer_nan", [None, None, 0], marks=pytest.mark.since(fastapi="0.130")),
    ],
)
def test_the_answer_is_the_data(echo: Client, function: str, expected: Any) -> None:
    """
    JSON as its value, text as text, nothing as undefined.
    """
    assert echo.call(function) == expected


def test_a_file_has_its_name_its_type_and_its_bytes(echo: Client) -> None:
    """
    The name from Content-Disposition, whatever is in it.
    """
    received = echo.call("answer_file")
    source = Path(__file__).parent.parent / "apps" / "echo.py"
    assert base64.b64decode(received["content"]) == source.read_bytes()
    assert received["name"] == 'näme; "x".py'
    assert received["type"].startswith("text/x-python")


def test_a_file_without_a_name_has_that_of_its_url(echo: Client) -> None:
    """
    And its bytes as they are.
    """
    received = echo.call("answer_image")
    assert base64.b64decode(received["content"]) == b"\x89PNG\x00\xff"
    assert (received["name"], received["type"]) == ("answer_image".partition("_")[2], "image/png")


def test_a_redirect_is_followed(echo: Client) -> None:
    """
    The response is that of where it leads.
    """
    received = echo.call("answer_redirect")
    assert received["status"] == 201
    assert received["url"].endswith("/answer/created")
    assert received["text"] == "1"


def test_result_tells_of_success(echo: Client) -> None:
    """
    With the status that came.
    """
    assert echo.call("answer_created", take="result") == {
        "success": True,
        "status": 201,
        "data": 1,
    }


def test_a_declared_error_is_its_model(echo: Client) -> None:
    """
    In `detail` where the body has no such key.
    """
    found = echo.call("error_model", take="result")
    assert (found["success"], found["status"]) == (False, 404)
    assert found["error"]["body"] == {"code": 7, "about": "ü"}
    assert found["error"]["detail"] == {"code": 7, "about": "ü"}


def test_a_validation_error_names_the_parameter(echo: Client) -> None:
    """
    As FastAPI tells it.
    """
    with pytest.raises(CallError) as raised:
        echo.call("error_validated", "x")
    assert raised.value.status == 422
    assert raised.value.detail[0]["loc"] == ["query", "number"]


@PROFILE
@given(st.sampled_from([400, 401, 403, 409, 418, 422, 429, 500, 503]), BODY)
@example(400, None if has(fastapi="0.151") else [])
@example(400, {"detail": {"detail": 1}})
@example(500, "")
def test_any_detail_arrives(echo: Client, status: int, detail: Any) -> None:
    """
    Whatever JSON an HTTPException carries.
    """
    with pytest.raises(CallError) as raised:
        echo.call("error_detail", status, detail)
    if detail is not None:  # Starlette puts a phrase for None.
        assert raised.value.body == {"detail": detail}
        assert raised.value.detail == detail
    assert raised.value.status == status
    assert raised.value.name == "ApiError"
    assert raised.value.headers is not None
    assert raised.value.headers["x-why"] == "because"


def test_html_of_a_proxy_is_text(echo: Client) -> None:
    """
    And no error of a parser.
    """
    with pytest.raises(CallError) as raised:
        echo.call("error_html")
    assert (raised.value.status, raised.value.body) == (502, "<h1>Bad gateway</h1>")


def test_an_error_may_have_no_body(echo: Client) -> None:
    """
    Its status is told.
    """
    with pytest.raises(CallError) as raised:
        echo.call("error_empty")
    assert (raised.value.status, raised.value.body) == (500, "")


def test_an_exception_of_the_endpoint_is_status_500(echo: Client) -> None:
    """
    With the text that Starlette answers.
    """
    with pytest.raises(CallError) as raised:
        echo.call("error_raised")
    assert (raised.value.status, raised.value.detail) == (500, "Internal Server Error")
    # uvicorn closes the connection then, which Node had kept, and may use once more.
    echo.call("error_empty", take="result")


def test_a_success_that_is_no_json_is_an_error(echo: Client) -> None:
    """
    No usable answer came: status 0.
    """
    with pytest.raises(CallError) as raised:
        echo.call("error_no_json")
    assert raised.value.status == 0
    assert raised.value.cause is not None
    assert raised.value.cause["name"] == "SyntaxError"


def test_a_server_that_is_not_there(echo: Client) -> None:
    """
    Status 0, with the reason that `fetch` gives.
    """
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # not listening
        options = {"baseUrl": f"http://127.0.0.1:{bound.getsockname()[1]}"}
        found = echo.call("answer_created", options, take="result")
    assert (found["success"], found["status"]) == (False, 0)
    assert found["error"]["cause"]["name"] == "TypeError"


def test_the_response_is_whatever_came(echo: Client) -> None:
    """
    Also where it is an error, its body unread.
    """
    received = echo.call("error_model", take="response")
    assert received["status"] == 404
    assert json.loads(received["text"]) == {"code": 7, "about": "ü"}


def test_outside_of_sveltekit_or_error_rejects_like_the_call(echo: Client) -> None:
    """
    There is no error of SvelteKit's to be had.
    """
    with pytest.raises(CallError) as raised:
        echo.call("error_model", take="orError")
    assert (raised.value.name, raised.value.status) == ("ApiError", 404)
    assert echo.call("answer_created", take="orError") == 1


def test_url_is_where_a_call_would_go(echo: Client, echo_url: str) -> None:
    """
    With the base URL that is configured, or given.
    """
    assert echo.call("path_text", "a b", take="url") == f"{echo_url}/path/a%20b"
    options = {"text": "ü", "baseUrl": "https://x.example/base/?q#f"}
    url = echo.call("query_optional", options, take="url")
    assert url == "https://x.example/base/query-optional?text=%C3%BC"


def test_url_refuses_what_cannot_be_sent(echo: Client) -> None:
    """
    With a TypeError that names the parameter.
    """
    with pytest.raises(CallError, match="text") as raised:
        echo.call("path_text", "..", take="url")
    assert raised.value.name == "TypeError"


def test_a_call_ends_after_its_timeout(echo: Client) -> None:
    """
    Status 0, soon.
    """
    started = time.monotonic()
    with pytest.raises(CallError) as raised:
        echo.call("slow", 30, {"timeout": 50})
    assert time.monotonic() - started < 10
    assert raised.value.status == 0
    assert raised.value.cause is not None
    assert raised.value.cause["name"] == "TimeoutError"


def test_a_call_in_time_is_not_disturbed_by_its_timeout(echo: Client) -> None:
    """
    The data come.
    """
    assert echo.call("slow", 0.01, {"timeout": 20_000}) == 0.01


@pytest.mark.parametrize("signal", [{"$": "aborted"}, {"$": "aborts", "after": 50}])
def test_a_call_ends_by_its_signal(echo: Client, signal: Any) -> None:
    """
    Before it is sent, or while the endpoint is busy.
    """
    with pytest.raises(CallError) as raised:
        echo.call("slow", 30, {"signal": signal})
    assert raised.value.status == 0
    assert raised.value.cause is not None
    assert raised.value.cause["name"] in ("AbortError", "TimeoutError")


def test_headers_of_a_call_are_added(echo: Client) -> None:
    """
    They win over ours.
    """
    given = {"x-one": "1", "content-type": "application/json; charset=utf-8"}
    received = echo.call("wire_json", 1, {"headers": given})
    assert {"x-one": "1", "content-type": given["content-type"]}.items() <= dict(
        received["headers"]
    ).items()


@pytest.fixture
def configured(echo: Client, echo_url: str) -> Iterator[Client]:
    """
    The client; what a test configures is undone.
    """
    yield echo
    echo.call("configure", {"baseUrl": echo_url, "headers": {}})


def test_configured_headers_go_with_each_call(configured: Client) -> None:
    """
    The call's own win over them.
    """
    configured.call("configure", {"headers": {"x-one": "1", "x-two": "2"}})
    received = configured.call("wire", {"headers": {"x-two": "3"}})
    assert {"x-one": "1", "x-two": "3"}.items() <= dict(received["headers"]).items()


def test_the_configured_base_url_is_where_calls_go(configured: Client) -> None:
    """
    Whatever the settings said, but for the call's own.
    """
    configured.call("configure", {"baseUrl": "http://127.0.0.1:1/x/"})
    assert configured.call("wire", take="url") == "http://127.0.0.1:1/x/wire"
    with pytest.raises(CallError) as raised:
        configured.call("wire")
    assert raised.value.status == 0
