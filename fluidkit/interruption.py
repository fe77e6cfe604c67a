"""
Open streams break when a server in development is told to stop, so that a reload never waits.

uvicorn finishes every open response before it stops, and a stream that a tab has open never ends:
one of them holds each reload back for as long as the tab is there. Streams are *broken* here, with
the final chunk withheld, never ended: a part is not taken for the whole, and the client resumes.

What is a stream? The endpoint's own response says it, as it passes below the user's middleware
(compression and `BaseHTTPMiddleware` change what comes out at the top):

- A media type that is made for streams: broken at once.
- A length that is announced, or JSON, which is one value: a whole. It finishes, unless nothing has
  moved for a second, as with a video that a tab has paused.
- Anything else without a length: a stream if it is still open 0.1 s after it began. This long
  uvicorn takes to notice the signal itself, and a response in a few pieces has passed by then.
- Nothing sent yet: a request at work. uvicorn waits for it, and so do we.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
import threading
import time
import weakref
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterator,
    MutableMapping,
)
from contextvars import ContextVar
from types import FrameType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from fastapi import FastAPI

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
ASGIApp: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]
Generators: TypeAlias = "weakref.WeakSet[AsyncGenerator[Any, Any]]"

_STREAMS = frozenset(
    {
        "text/event-stream",
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/json-seq",
        "multipart/x-mixed-replace",
    }
)
_PIECES = 0.1
"""Seconds after which a response without a length is no ordinary one any more."""

_STALLED = 1.0
"""Seconds without a piece after which a response with a length is not waited for."""

_CLEANUP = 1.0
"""Seconds that broken generators have for their `finally` before the app itself shuts down."""

_SIGNALS: tuple[signal.Signals, ...] = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGBREAK")
    if (number := getattr(signal, name, None)) is not None
)
_KEY = "fluidkit.exchange"
"""Where the exchange lies in the ASGI scope."""

_UVICORNS_LINES = frozenset({"ASGI callable returned without completing response."})

_cut: ContextVar[bool] = ContextVar("_cut", default=False)
"""Set in the task of a server that is about to find a response incomplete, and only there."""

_generators: ContextVar[Generators | None] = ContextVar("_generators", default=None)
"""Where to note the asynchronous generators that begin in a request."""


@contextlib.asynccontextmanager
async def breaking_streams(app: FastAPI) -> AsyncIterator[None]:
    """
    Break the open streams of *app* when this process is told to stop. For use in its lifespan.
    """
    interruption = _Interruption(asyncio.get_running_loop())
    with _wrapped(app, interruption), _noted(), _chained(interruption.stop), _quiet():
        try:
            yield
        finally:
            await interruption.settle()


class _Interruption:
    """
    The exchanges of a server that are open, and whether it has been told to stop.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.stopping = False
        self.open: set[_Exchange] = set()
        self._abandoned: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        """
        Break what is a stream, now or as soon as it turns out to be one. For a signal handler.
        """
        self.stopping = True  # now: sse-starlette's own handler, next in the chain, ends streams
        with contextlib.suppress(RuntimeError):  # the loop is closed
            self.loop.call_soon_threadsafe(self._check)

    def abandon(self, task: asyncio.Task[None], generators: Generators) -> None:
        """
        End *task* and the *generators* in it, and wait for them no longer than `settle` does.
        """
        if not self._abandoned:
            threading.Thread(target=_leave, name="fluidkit-exit", daemon=True).start()
        task.cancel()
        self._abandoned.add(self.loop.create_task(_end(task, generators)))

    async def settle(self) -> None:
        """
        Let broken generators clean up while what the app's lifespan opened is still there.
        """
        if self._abandoned:
            await asyncio.wait(self._abandoned, timeout=_CLEANUP)

    def _check(self) -> None:
        for exchange in list(self.open):
            exchange.check()


class _Exchange:
    """
    One request, and what is known of its response.
    """

    def __init__(self, interruption: _Interruption, send: Send) -> None:
        self._interruption = interruption
        self._server_send = send
        self._generators: Generators = weakref.WeakSet()
        self._broken = interruption.loop.create_future()
        self._kind: Literal["unknown", "stream", "pieces", "whole"] = "unknown"
        self._started = False
        self._finished = False
        self._began = 0.0
        self._moved = 0.0

    async def run(self, app: ASGIApp, scope: Scope, receive: Receive) -> None:
        """
        Run *app* in a task of its own, which is left behind if the response has to break.
        """
        task = self._interruption.loop.create_task(self._call(app, scope, receive))
        self._interruption.open.add(self)
        try:
            await asyncio.wait({task, self._broken}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:  # the server itself gives up
            task.cancel()
            await asyncio.wait({task})
            raise
        finally:
            self._interruption.open.discard(self)
        if self._broken.done():
            await self._break(task)
        else:
            task.result()

    async def _call(self, app: ASGIApp, scope: Scope, receive: Receive) -> None:
        _generators.set(self._generators)
        await app(scope, receive, self.send)

    async def send(self, message: Message) -> None:
        """
        Pass *message* on to the server, unless the response is broken.
        """
        self.note(message)
        if self._broken.done():
            # A generator that never waits must let the loop run, or it could not be ended.
            await asyncio.sleep(0)
            return
        self._started = self._started or message["type"] == "http.response.start"
        self._finished = self._finished or _is_last(message)
        await self._server_send(message)

    def note(self, message: Message) -> None:
        """
        See what passes: at the endpoint first, then at the server.
        """
        self._moved = self._interruption.loop.time()
        if self._kind == "unknown" and message["type"] == "http.response.start":
            self._kind = _kind(message)
            self._began = self._moved
        if self._interruption.stopping:
            self.check()

    def check(self) -> None:
        """
        Break the response if its time has come, else look again then.
        """
        if self._finished or self._broken.done():
            return
        wait = self._due() - self._interruption.loop.time()
        if wait <= 0:
            self._broken.set_result(None)
        elif wait <= _STALLED:
            self._interruption.loop.call_later(wait, self.check)

    def _due(self) -> float:
        match self._kind:
            case "unknown":
                return float("inf")
            case "stream":
                return 0.0
            case "pieces":
                return self._began + _PIECES
            case "whole":
                return self._moved + _STALLED

    async def _break(self, task: asyncio.Task[None]) -> None:
        self._interruption.abandon(task, self._generators)
        if self._started:
            _cut.set(True)
            self._hang_up()
            return
        # The head of the response is still held back, by compression: then there is an answer
        # that says it all.
        headers = [(b"content-type", b"application/json"), (b"retry-after", b"1")]
        await self._server_send({"type": "http.response.start", "status": 503, "headers": headers})
        body = b'{"detail":"The server restarts"}'
        await self._server_send({"type": "http.response.body", "body": body})

    def _hang_up(self) -> None:
        """
        Close the connection even if the client has stopped reading: uvicorn would wait for it.

        ASGI has no word for that. uvicorn's `send` is a method of the object with the transport.
        """
        transport = getattr(getattr(self._server_send, "__self__", None), "transport", None)
        abort = getattr(transport, "abort", None)  # uvloop's transports are no asyncio.Transport
        if callable(abort):
            self._interruption.loop.call_later(_PIECES, abort)


async def _end(task: asyncio.Task[None], generators: Generators) -> None:
    """
    Wait for a cancelled *task*, and close what it has left open.

    A task that is cancelled while it sends leaves its generator at a `yield`, to be closed when
    Python next collects garbage. After SIGTERM there is no next time.
    """
    await asyncio.wait({task})
    if not task.cancelled():
        task.exception()  # or asyncio complains that nobody took it
    for generator in list(generators):
        with contextlib.suppress(Exception, asyncio.CancelledError):
            await generator.aclose()


def _kind(start: Message) -> Literal["stream", "pieces", "whole"]:
    headers = {name.lower(): value for name, value in start.get("headers", ())}
    media_type = headers.get(b"content-type", b"").decode("latin-1").partition(";")[0].strip()
    if media_type.lower() in _STREAMS:
        return "stream"
    if b"content-length" in headers or media_type.lower() == "application/json":
        return "whole"
    return "pieces"


def _is_last(message: Message) -> bool:
    match message["type"]:
        case "http.response.body":
            return not message.get("more_body", False)
        case kind:
            return bool(kind == "http.response.pathsend")


# --- The app ----------------------------------------------------------------------------------


@contextlib.contextmanager
def _wrapped(app: FastAPI, interruption: _Interruption) -> Iterator[None]:
    """
    Put ourselves around all of the app's middleware, and a pair of eyes below it.

    `add_middleware` would not do: it is too late for it, and what stands outside of us, such as
    `BaseHTTPMiddleware`, would end a response properly that we leave unfinished.
    """
    outer, inner = app.middleware_stack, app.router.middleware_stack
    if outer is None:  # somebody runs the lifespan by hand, and no server
        yield
        return

    async def interruptible(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await outer(scope, receive, send)
            return
        exchange = _Exchange(interruption, send)
        scope[_KEY] = exchange
        await exchange.run(outer, scope, receive)

    async def observed(scope: Scope, receive: Receive, send: Send) -> None:
        exchange = scope.get(_KEY)
        if not isinstance(exchange, _Exchange):
            await inner(scope, receive, send)
            return

        async def noting(message: Message) -> None:
            exchange.note(message)
            await send(message)

        await inner(scope, receive, noting)

    app.middleware_stack, app.router.middleware_stack = interruptible, observed
    try:
        yield
    finally:
        app.middleware_stack, app.router.middleware_stack = outer, inner


@contextlib.contextmanager
def _noted() -> Iterator[None]:
    """
    Note the asynchronous generators that begin in a request.
    """
    former = sys.get_asyncgen_hooks().firstiter

    def note(generator: AsyncGenerator[Any, Any]) -> None:
        if (generators := _generators.get()) is not None:
            generators.add(generator)
        if former is not None:
            former(generator)

    sys.set_asyncgen_hooks(firstiter=note)
    try:
        yield
    finally:
        if sys.get_asyncgen_hooks().firstiter is note:
            sys.set_asyncgen_hooks(firstiter=former)


# --- The process ------------------------------------------------------------------------------


@contextlib.contextmanager
def _chained(stop: Callable[[], None]) -> Iterator[None]:
    """
    Call *stop* before the server's own signal handlers.
    """
    former: dict[int, Callable[[int, FrameType | None], Any]] = {}

    def handle(number: int, frame: FrameType | None) -> None:
        stop()
        former[number](number, frame)

    with contextlib.suppress(ValueError):  # not the main thread: a server in a test
        for each in _SIGNALS:
            handler = signal.getsignal(each)
            if callable(handler):  # else nobody shuts down in good order
                former[each] = handler
                signal.signal(each, handle)
    try:
        yield
    finally:
        for each_signal, handler in former.items():
            if signal.getsignal(each_signal) is handle:
                signal.signal(each_signal, handler)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """
    Keep uvicorn from reporting as an error what we have done on purpose.
    """
    logger = logging.getLogger("uvicorn.error")
    logger.addFilter(_is_news)
    try:
        yield
    finally:
        logger.removeFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    return not (_cut.get() and record.msg in _UVICORNS_LINES)


def _leave() -> None:
    """
    End the process when nothing but threads of broken generators is left in it.

    A generator that blocks, in `time.sleep` or in a queue, cannot be cancelled, and Python waits
    for its thread at exit. So it does after Ctrl-C; after SIGTERM uvicorn ends by the signal.
    """
    threading.main_thread().join()
    deadline = time.monotonic() + _PIECES
    for thread in _workers():
        thread.join(max(0.0, deadline - time.monotonic()))
    if _workers():
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()
        os._exit(0)


def _workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "AnyIO worker thread"]
