"""
Pages of this machine read streams, where `stream_url` sends them to the app.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from conftest import Tree
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

PAGE = "http://localhost:5173"


def streaming() -> FastAPI:
    app = FastAPI()

    @app.get("/ticks/{name}")
    def ticks(name: str) -> StreamingResponse:
        def lines() -> Iterator[str]:
            yield json.dumps({"name": name}) + "\n"

        return StreamingResponse(lines(), media_type="application/x-ndjson")

    @app.post("/chat")
    def chat() -> StreamingResponse:
        async def text() -> AsyncIterator[str]:
            yield "hello"

        return StreamingResponse(text(), media_type="text/plain")

    @app.get("/users")
    def users() -> list[str]:
        return []

    return app


@pytest.fixture
def app(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """
    An app with the setting.
    """
    monkeypatch.setenv("FLUIDKIT_ENABLED", "1")
    monkeypatch.setenv("FLUIDKIT_STREAM_URL", "http://localhost:8000")
    return integrated(tree)


def integrated(tree: Tree) -> FastAPI:
    """
    Return an app that a file in *tree* has integrated.
    """
    tree.kit("frontend")
    file = tree.write("main.py", "import fluidkit\ndef call(app): fluidkit.integrate(app)\n")
    namespace: dict[str, Any] = {}
    exec(compile(file.read_text(), file, "exec"), namespace)
    app = streaming()
    namespace["call"](app)
    return app


def answer(app: FastAPI, method: str, path: str, headers: dict[str, str]) -> httpx.Response:
    """
    Return what a server would answer, once its lifespan has begun.
    """

    async def ask() -> httpx.Response:
        app.middleware_stack = app.build_middleware_stack()
        transport = httpx.ASGITransport(app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://app.test") as client,
        ):
            return await client.request(method, path, headers=headers)

    return asyncio.run(ask())


def reader(app: FastAPI, path: str, origin: str = PAGE) -> str | None:
    """
    Return the origin that may read an answer.
    """
    answered = answer(app, "GET", path, {"origin": origin})
    assert answered.status_code == 200
    found: str | None = answered.headers.get("access-control-allow-origin")
    return found


@pytest.mark.parametrize(
    "origin", [PAGE, "http://127.0.0.1:4173", "https://localhost", "http://[::1]:80"]
)
def test_pages_of_this_machine_read_streams(app: FastAPI, origin: str) -> None:
    """
    With the cookies of this machine.
    """
    assert reader(app, "/ticks/a", origin) == origin
    answered = answer(app, "POST", "/chat", {"origin": origin})
    assert answered.headers["access-control-allow-credentials"] == "true"
    assert answered.text == "hello"


@pytest.mark.parametrize("origin", ["https://example.org", "http://localhost.a.example", "null"])
def test_no_other_page_does(app: FastAPI, origin: str) -> None:
    """
    Whatever its name looks like.
    """
    assert reader(app, "/ticks/a", origin) is None


def test_nothing_but_streams_is_read(app: FastAPI) -> None:
    """
    All else takes the proxy route.
    """
    assert reader(app, "/users") is None
    assert "access-control-allow-origin" not in answer(app, "GET", "/ticks/a", {}).headers


def test_what_browsers_ask_before(app: FastAPI) -> None:
    """
    A POST of JSON and a `Last-Event-ID` are asked for first.
    """
    asking = {
        "origin": PAGE,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,last-event-id",
    }
    answered = answer(app, "OPTIONS", "/chat", asking)
    assert (answered.status_code, answered.headers["access-control-allow-origin"]) == (200, PAGE)
    assert "last-event-id" in answered.headers["access-control-allow-headers"]
    assert answer(app, "OPTIONS", "/users", asking).status_code == 405


def test_without_the_setting_nobody_is_let_in(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A line in pyproject.toml is the setting, too.
    """
    monkeypatch.setenv("FLUIDKIT_ENABLED", "1")
    tree.write("pyproject.toml", "[tool.fluidkit]\n# stream_url is not set\n")
    assert reader(integrated(tree), "/ticks/a") is None
    tree.write("pyproject.toml", '[tool.fluidkit]\nstream_url = "http://localhost:1"\n')
    assert reader(integrated(tree), "/ticks/a") == PAGE


def test_the_switch_wins(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Production never lets a page in.
    """
    monkeypatch.setenv("FLUIDKIT_ENABLED", "0")
    monkeypatch.setenv("FLUIDKIT_STREAM_URL", "http://localhost:8000")
    assert reader(integrated(tree), "/ticks/a") is None
