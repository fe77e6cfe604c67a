"""
Open streams never hold a reload or an exit back, and they break: they never look complete.
"""

from __future__ import annotations

import os
import signal
import socket
import textwrap
import time

import pytest
from conftest import Serve, Server, Tree
from versions import has

from live.wire import END, Exchange, wait_until_open

APP = """
    import asyncio
    import json
    import time
    from collections.abc import AsyncIterator

    from fastapi import FastAPI, Request
    from fastapi.responses import FileResponse, StreamingResponse
    from sse_starlette.sse import EventSourceResponse as TheirResponse
    from starlette.middleware.base import BaseHTTPMiddleware
    from starlette.middleware.gzip import GZipMiddleware

    import fluidkit

    app = FastAPI()


    async def ticks():
        try:
            number = 0
            while True:
                yield f"data: {number}\\n\\n"
                number += 1
                await asyncio.sleep(0.05)
        finally:
            print("cleaned up", flush=True)


    # /sse and /ndjson


    @app.get("/theirs")
    async def theirs():
        async def events():
            while True:
                yield {"data": "1"}
                await asyncio.sleep(0.05)

        return TheirResponse(events())


    @app.get("/plain")
    async def plain():
        return StreamingResponse(ticks(), media_type="text/plain")


    @app.get("/silent")
    async def silent():
        async def nothing():
            await asyncio.sleep(1000)
            yield ""

        return StreamingResponse(nothing(), media_type="text/event-stream")


    @app.get("/blocked")
    def blocked():
        def lines():
            yield "begun\\n"
            time.sleep(1000)
            yield "never\\n"

        return StreamingResponse(lines(), media_type="text/plain")


    @app.get("/busy")
    async def busy():
        async def lines():
            while True:
                yield "x" * 1000

        return StreamingResponse(lines(), media_type="text/plain")


    @app.get("/polite")
    async def polite(request: Request):
        # Ends by itself when the server stops, as many a hand-written stream does.
        from sse_starlette.sse import AppStatus

        async def lines():
            yield "begun\\n"
            while not AppStatus.should_exit:
                await asyncio.sleep(0.001)

        return StreamingResponse(lines(), media_type="application/x-ndjson")


    @app.get("/slow")
    async def slow():
        await asyncio.sleep(1)
        return {"text": "x" * 2000}


    @app.get("/slow-sync")
    def slow_sync():
        time.sleep(1)
        return {"text": "x" * 2000}


    @app.get("/slow-json")
    async def slow_json():
        async def pieces():
            yield "["
            for number in range(10):
                yield f"{number},"
                await asyncio.sleep(0.1)
            yield "10]"

        return StreamingResponse(pieces(), media_type="application/json")


    @app.get("/file")
    async def file():
        return FileResponse("big.bin")


    fluidkit.integrate(app)
"""
GZIP = "\napp.add_middleware(GZipMiddleware)\n"
NATIVE = """
    from fastapi.sse import EventSourceResponse


    @app.get("/sse", response_class=EventSourceResponse)
    async def sse() -> AsyncIterator[int]:
        while True:
            yield 1
            await asyncio.sleep(0.05)


    @app.get("/ndjson")
    async def ndjson() -> AsyncIterator[int]:
        while True:
            yield 1
            await asyncio.sleep(0.05)
"""
BY_HAND = """
    @app.get("/sse")
    async def sse():
        return StreamingResponse(ticks(), media_type="text/event-stream")


    @app.get("/ndjson")
    async def ndjson():
        return StreamingResponse(ticks(), media_type="application/x-ndjson")
"""
"""Before FastAPI streamed by itself."""

APP = APP.replace("    # /sse and /ndjson\n", NATIVE if has(fastapi="0.135") else BY_HAND)
SLOW = """
class Slow:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def slowly(message):
            await send(message)
            await asyncio.sleep(0.5)

        await self.app(scope, receive, slowly if scope["type"] == "http" else send)

app.add_middleware(Slow)
"""
"""A generator behind this is nearly always at a `yield`, and its task in `send`."""
BASE = """
async def passing(request, call_next):
    return await call_next(request)

app.add_middleware(BaseHTTPMiddleware, dispatch=passing)
"""
STREAMS = ("/sse", "/ndjson", "/theirs", "/plain", "/polite")


@pytest.fixture
def app(tree: Tree) -> Tree:
    """
    An app with streams of every kind, and no front end: only the server matters here.
    """
    tree.write("main.py", APP)
    return tree


def begin(server: Server, path: str, *headers: str) -> Exchange:
    """
    Request a stream, and wait for a piece of its body.
    """
    exchange = Exchange(server.port, path, *headers)
    exchange.wait_for(b"\r\n\r\n")
    deadline = time.monotonic() + 5
    while exchange.received.endswith(b"\r\n\r\n") and time.monotonic() < deadline:
        if exchange.received.partition(b"\r\n\r\n")[2]:
            break
        time.sleep(0.01)
    return exchange


def listening(server: Server) -> Server:
    wait_until_open(server.port)
    return server


def seconds_to_end(server: Server, number: int = signal.SIGINT) -> float:
    started = time.monotonic()
    server.process.send_signal(number)
    server.process.wait(15)
    return time.monotonic() - started


def errors(server: Server) -> list[str]:
    time.sleep(0.1)
    return [line for line in server.lines if "ERROR" in line or "Traceback" in line]


# --- How servers end --------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_streams_break_when_the_server_ends(app: Tree, serve: Serve, number: int) -> None:
    """
    Five streams are open, and the server ends as fast as with none; nothing is logged as an error.
    """
    server = listening(serve(app.root))
    streams = [begin(server, path) for path in STREAMS]
    assert seconds_to_end(server, number) < 1.5
    assert [stream.broke for stream in streams] == [True] * len(streams)
    assert errors(server) == []
    assert any("cleaned up" in line for line in server.lines)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_generator_that_waits_for_its_reader_cleans_up(
    app: Tree, serve: Serve, number: int
) -> None:
    """
    Its task ends in the middle of sending, which leaves the generator itself to be closed.
    """
    app.write("main.py", textwrap.dedent(APP) + SLOW)
    server = listening(serve(app.root))
    streams = [begin(server, "/plain") for _ in range(5)]
    assert seconds_to_end(server, number) < 2.5
    assert [stream.broke for stream in streams] == [True] * len(streams)
    assert errors(server) == []
    assert sum("cleaned up" in line for line in server.lines) == len(streams)


def test_a_reload_is_as_fast_as_with_no_stream(app: Tree, serve: Serve) -> None:
    """
    `--reload`: without us uvicorn waits for as long as the tab is open.
    """
    server = listening(serve(app.root, "--reload", "--reload-delay", "0.1"))
    server.wait_for("Application startup complete")
    streams = [begin(server, path) for path in STREAMS]
    before = sum("Application startup complete" in line for line in server.lines)
    started = time.monotonic()
    app.write("main.py", textwrap.dedent(APP) + "\n")
    while sum("Application startup complete" in line for line in server.lines) == before:
        assert time.monotonic() - started < 8, server.lines
        time.sleep(0.02)
    assert [stream.broke for stream in streams] == [True] * len(streams)
    assert begin(server, "/sse").received.startswith(b"HTTP/1.1 200")
    assert errors(server) == []


def test_two_workers(app: Tree, serve: Serve) -> None:
    """
    `--workers 2`: each worker breaks its own.
    """
    server = listening(serve(app.root, "--workers", "2"))
    while sum("Application startup complete" in line for line in server.lines) < 2:
        time.sleep(0.02)
    streams = [begin(server, path) for path in STREAMS * 2]
    assert seconds_to_end(server) < 3
    assert [stream.broke for stream in streams] == [True] * len(streams)
    assert errors(server) == []


def test_the_gap_between_two_workers_of_a_reload_is_not_an_end(app: Tree, serve: Serve) -> None:
    """
    A stream that begins after the signal, before the server has noticed it, breaks too.
    """
    server = listening(serve(app.root))
    begin(server, "/slow")  # keeps the server from ending for a second
    request = Exchange(server.port, "/slow")
    time.sleep(0.1)
    server.process.send_signal(signal.SIGTERM)
    late = Exchange(server.port, "/plain")
    assert late.closed.wait(5)
    assert not late.received.endswith(END)
    assert request.closed.wait(5)
    assert request.received.startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
@pytest.mark.parametrize("http", ["h11", "httptools"])
def test_implementations(app: Tree, serve: Serve, loop: str, http: str) -> None:
    """
    Loops handle signals in their own ways, and uvicorn has two implementations of HTTP.
    """
    server = listening(serve(app.root, "--loop", loop, "--http", http))
    streams = [begin(server, path) for path in STREAMS]
    assert seconds_to_end(server) < 3
    assert [stream.broke for stream in streams] == [True] * len(streams)
    assert errors(server) == []


# --- What stands in between -------------------------------------------------------------------


@pytest.mark.parametrize("middleware", [GZIP, BASE, GZIP + BASE, BASE + GZIP])
@pytest.mark.parametrize("header", ["Accept-Encoding: gzip", "Accept-Encoding: identity"])
def test_behind_middleware(app: Tree, serve: Serve, middleware: str, header: str) -> None:
    """
    Middleware that would end a response properly which the app left unfinished stands below us.
    """
    app.write("main.py", textwrap.dedent(APP) + middleware)
    server = listening(serve(app.root))
    streams = [begin(server, path, header) for path in STREAMS]
    requests = [Exchange(server.port, path, header) for path in ("/slow", "/slow-json")]
    time.sleep(0.2)
    assert seconds_to_end(server) < 3
    assert [stream.broke for stream in streams] == [True] * len(streams)
    for request in requests:
        assert request.closed.wait(5)
        assert request.received.startswith(b"HTTP/1.1 200")
        assert not request.broke or b"content-length" in request.received.lower()
    assert errors(server) == []


def test_a_stream_that_compression_holds_back(app: Tree, serve: Serve) -> None:
    """
    Its head has not been sent yet: the client is told to come again.
    """
    source = textwrap.dedent(APP).replace('"text/event-stream")', '"text/plain")')
    app.write("main.py", source + GZIP)
    server = listening(serve(app.root))
    stream = Exchange(server.port, "/silent", "Accept-Encoding: gzip")
    time.sleep(0.3)
    assert stream.received == b""
    assert seconds_to_end(server) < 1.5
    assert stream.closed.wait(5)
    assert stream.received.startswith(b"HTTP/1.1 503")
    assert b"retry-after: 1" in stream.received
    assert errors(server) == []


# --- What is a stream -------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/slow", "/slow-sync", "/slow-json"])
def test_ordinary_requests_finish(app: Tree, serve: Serve, path: str) -> None:
    """
    Requests at work, and one JSON value that comes in pieces, are waited for.
    """
    server = listening(serve(app.root))
    request = Exchange(server.port, path)
    time.sleep(0.3)
    seconds_to_end(server)
    assert request.closed.wait(5)
    assert request.received.startswith(b"HTTP/1.1 200")
    assert request.received.endswith((b'x"}', b"10]\r\n" + END))


def test_a_stream_that_has_sent_nothing_yet_breaks(app: Tree, serve: Serve) -> None:
    """
    Its media type says that it is one.
    """
    server = listening(serve(app.root))
    stream = begin(server, "/silent")
    assert seconds_to_end(server) < 1.5
    assert stream.broke


def test_a_generator_that_never_waits_is_ended(app: Tree, serve: Serve) -> None:
    """
    It gives the loop no other moment than its own sending.
    """
    server = listening(serve(app.root))
    stream = begin(server, "/busy")
    assert seconds_to_end(server) < 3
    assert stream.broke


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_blocked_threads_are_not_waited_for(app: Tree, serve: Serve, number: int) -> None:
    """
    A sync generator in `time.sleep` cannot be cancelled; the process ends all the same.
    """
    server = listening(serve(app.root))
    stream = begin(server, "/blocked")
    assert seconds_to_end(server, number) < 2.5
    assert stream.broke


def test_a_paused_download_is_not_waited_for(app: Tree, serve: Serve) -> None:
    """
    A tab that has paused a video reads no further, and would hold a reload for ever.
    """
    (app.root / "big.bin").write_bytes(os.urandom(1024) * 40_000)
    server = listening(serve(app.root))
    with socket.create_connection(("127.0.0.1", server.port)) as paused:
        paused.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        paused.sendall(b"GET /file HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(0.5)
        assert seconds_to_end(server) < 3


# --- Where it is not wanted -------------------------------------------------------------------


def test_production_has_nothing_of_it(app: Tree, serve: Serve) -> None:
    """
    `FLUIDKIT_ENABLED=0`: not even imported; uvicorn's own shutdown is as it always was.
    """
    probe = """
        @app.get("/probe")
        async def probe():
            import signal, sys
            return [
                "fluidkit.interruption" in sys.modules,
                signal.getsignal(signal.SIGTERM).__qualname__,
                type(app.middleware_stack).__name__,
            ]
    """
    app.write("main.py", textwrap.dedent(APP) + textwrap.dedent(probe))
    server = listening(serve(app.root, FLUIDKIT_ENABLED="0"))
    answer = Exchange(server.port, "/probe")
    answer.wait_for(b"]")
    assert b"false" in answer.received
    assert b"handle_exit" in answer.received
    assert b"ServerErrorMiddleware" in answer.received
    server.stop()


def test_uvicorns_line_still_stands_for_other_responses(app: Tree, serve: Serve) -> None:
    """
    Exactly the line about a stream that we broke is left out.
    """
    extra = """
        async def unfinished(scope, receive, send):
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"x", "more_body": True})

        app.mount("/unfinished", unfinished)
    """
    app.write("main.py", textwrap.dedent(APP) + textwrap.dedent(extra))
    server = listening(serve(app.root))
    assert Exchange(server.port, "/unfinished/").closed.wait(5)
    server.wait_for("ASGI callable returned without completing response")
