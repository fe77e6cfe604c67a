"""
In development, pages of this machine may read the app's streams, where the setting `stream_url`
sends them here: browsers open six connections to an origin, and streams would take them from Vite.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import threading
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware

from . import pipeline
from .errors import SettingsError
from .layout import NoFrontend, find_project
from .model import EventStream, JsonStream, Operation, Place, TextStream
from .settings import read_settings

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Receive, Scope, Send

    from .integration import Call

_PAGES = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")
"""Origins on this machine."""

_EXPOSED = ("content-disposition", "retry-after")
"""Headers that the client reads, and that CORS doesn't show by itself."""


@contextlib.asynccontextmanager
async def letting_pages_in(app: FastAPI, call: Call) -> AsyncIterator[None]:
    """
    Stand around all of the middleware of *app*, if the setting is there. For use in its lifespan.

    `add_middleware` is too late then. Which routes are streams is found out in a thread: the first
    pages wait for it, the server doesn't.
    """
    inner = app.middleware_stack
    if inner is None or not _has_stream_url(call):
        yield
        return
    door = _Door(inner)
    loop = asyncio.get_running_loop()

    def find() -> None:
        paths: Sequence[re.Pattern[str]] = ()
        with contextlib.suppress(Exception):  # who writes the client says what is wrong
            paths = _stream_paths(app, call)
        with contextlib.suppress(RuntimeError):  # the server has ended
            loop.call_soon_threadsafe(door.open, paths)

    threading.Thread(target=find, name="fluidkit-cors", daemon=True).start()
    app.middleware_stack = door
    try:
        yield
    finally:
        app.middleware_stack = inner


def _has_stream_url(call: Call) -> bool:
    try:
        return read_settings(find_project(call.file), call.keywords).stream_url is not None
    except SettingsError:  # who writes the client says what is wrong
        return False


class _Door:
    """
    The app, with CORS on the paths of streams and for pages of this machine.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._cors = CORSMiddleware(
            app,
            allow_origin_regex=_PAGES.pattern,
            allow_credentials=True,
            allow_methods=("GET", "POST", "PUT", "PATCH", "DELETE"),
            allow_headers=("*",),
            expose_headers=_EXPOSED,
        )
        self._paths: Sequence[re.Pattern[str]] = ()
        self._known = asyncio.Event()

    def open(self, paths: Sequence[re.Pattern[str]]) -> None:
        """
        Let pages in at these paths.
        """
        self._paths = paths
        self._known.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _PAGES.fullmatch(Headers(scope=scope).get("origin", "")):
            await self._known.wait()
            at = scope["path"].removeprefix(scope.get("root_path", ""))
            if any(path.fullmatch(at) for path in self._paths):
                await self._cors(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _stream_paths(app: FastAPI, call: Call) -> list[re.Pattern[str]]:
    """
    Read *app* as for its client, and return the paths of what is a stream there.
    """
    project = find_project(call.file)
    client = pipeline.read_client(app, project, read_settings(project, call.keywords))
    if isinstance(client, NoFrontend):
        return []
    return [_pattern(each) for each in client.api.operations if _is_stream(each)]


def _is_stream(operation: Operation) -> bool:
    streams = (EventStream, JsonStream, TextStream)
    return operation.stream is not None or isinstance(operation.result, streams)


def _pattern(operation: Operation) -> re.Pattern[str]:
    rest = {each.wire_name for each in operation.parameters if each.place is Place.PATH_REST}
    pieces = re.split(r"\{([^{}]*)\}", operation.path)
    source = "".join(
        re.escape(piece) if index % 2 == 0 else ".*" if piece in rest else "[^/]+"
        for index, piece in enumerate(pieces)
    )
    return re.compile(source, re.DOTALL)
