"""
FastAPI's own streams, from 0.135 on.
"""

from collections.abc import AsyncIterable, Iterable
from typing import Any

import pytest
from apps.reading import operation
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel

from fluidkit.model import EventStream, JsonStream, Reference, StreamEvent

sse = pytest.importorskip("fastapi.sse", reason="FastAPI streams natively from 0.135 on")


class Tick(BaseModel):
    at: int


TICK = Reference(f"{__name__}:Tick")


async def ticks() -> AsyncIterable[Tick]:
    yield Tick(at=1)


def plain_ticks() -> Iterable[Tick]:
    yield Tick(at=1)


def app_of(endpoint: Any, **options: Any) -> FastAPI:
    app = FastAPI()
    app.add_api_route("/x", endpoint, **options)
    return app


@pytest.mark.parametrize("endpoint", [ticks, plain_ticks])
def test_a_generator_streams_lines(endpoint: Any) -> None:
    """JSON Lines, unless another response class is declared."""
    assert operation(app_of(endpoint)).result == JsonStream(TICK, endless=False)


def test_a_generator_streams_events() -> None:
    """Each item is the JSON of an event without a name."""
    app = app_of(ticks, response_class=sse.EventSourceResponse)
    found = operation(app).result
    assert found == EventStream((StreamEvent(None, TICK),), endless=False)


def test_streams_of_included_routers_are_known() -> None:
    """FastAPI 0.135 to 0.140 lose the item's type there; the annotation keeps it."""
    router = APIRouter()
    router.add_api_route("/x", ticks)
    app = FastAPI()
    app.include_router(router, prefix="/v1")
    assert operation(app).result == JsonStream(TICK, endless=False)


def test_sse_starlette_streams_events() -> None:
    """Its response class says so, a subclass of it too."""
    other = pytest.importorskip("sse_starlette")

    class Mine(other.EventSourceResponse):  # type: ignore[misc]
        pass

    def endpoint() -> Any: ...

    endpoint.__annotations__["return"] = Mine
    assert isinstance(operation(app_of(endpoint)).result, EventStream)
