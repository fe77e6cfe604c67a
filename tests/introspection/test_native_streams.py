"""
FastAPI's own streams, from 0.135 on.
"""

from collections.abc import AsyncIterable, Iterable
from typing import Any

import pytest
from apps.reading import operation
from fastapi import APIRouter, FastAPI
from fastapi.responses import StreamingResponse
from pydantic import BaseModel
from sse_starlette import EventSourceResponse
from versions import has

from fluidkit.model import (
    Array,
    EventStream,
    JsonResult,
    JsonStream,
    RawResult,
    Reference,
    StreamEvent,
    TextStream,
)

native = pytest.mark.since(fastapi="0.135")


class Tick(BaseModel):
    at: int


TICK = Reference(f"{__name__}:Tick")


async def ticks() -> AsyncIterable[Tick]:
    yield Tick(at=1)


async def ticks_of(source: Any = None) -> AsyncIterable[Tick]:
    """
    Yield what only the annotation tells.
    """
    async for each in source:
        yield each


def plain_ticks() -> Iterable[Tick]:
    yield Tick(at=1)


def app_of(endpoint: Any, **options: Any) -> FastAPI:
    app = FastAPI()
    app.add_api_route("/x", endpoint, **options)
    return app


@native
@pytest.mark.parametrize("endpoint", [ticks, plain_ticks])
def test_a_generator_streams_lines(endpoint: Any) -> None:
    """JSON Lines, unless another response class is declared."""
    assert operation(app_of(endpoint)).result == JsonStream(TICK, endless=False)


def test_before_0_135_a_generator_is_an_array() -> None:
    """FastAPI collected what a plain one yields."""
    found = operation(app_of(plain_ticks)).result
    assert found == (
        JsonStream(TICK, endless=False) if has(fastapi="0.135") else JsonResult(Array(TICK))
    )


@native
def test_a_generator_streams_events() -> None:
    """Each item is the JSON of an event without a name."""
    from fastapi import sse

    app = app_of(ticks, response_class=sse.EventSourceResponse)
    found = operation(app).result
    assert found == EventStream((StreamEvent(None, TICK),), endless=False)


@native
def test_streams_of_included_routers_are_known() -> None:
    """FastAPI 0.135 to 0.140 lose the item's type there; the annotation keeps it."""
    router = APIRouter()
    router.add_api_route("/x", ticks_of)
    app = FastAPI()
    app.include_router(router, prefix="/v1")
    assert operation(app).result == JsonStream(TICK, endless=None)


def test_sse_starlette_streams_events() -> None:
    """Its response class says so, a subclass of it too."""

    class Mine(EventSourceResponse):
        pass

    def endpoint() -> Any: ...

    endpoint.__annotations__["return"] = Mine
    assert isinstance(operation(app_of(endpoint)).result, EventStream)


async def words() -> AsyncIterable[str]:
    yield words.__name__


async def unannotated_words():  # type: ignore[no-untyped-def]
    yield "a"


async def blocks() -> AsyncIterable[bytes]:
    yield b"a"


@native
@pytest.mark.parametrize("endpoint", [words, unannotated_words])
def test_text_without_a_media_type_is_text(endpoint: Any) -> None:
    """`response_class=StreamingResponse` names none, and what is yielded are strings."""
    app = app_of(endpoint, response_class=StreamingResponse)
    assert operation(app).result == TextStream(endless=False)


@native
def test_bytes_without_a_media_type_are_handed_over() -> None:
    """They may be anything."""
    app = app_of(blocks, response_class=StreamingResponse)
    assert operation(app).result == RawResult()
