"""
Endpoints that stream the way FastAPI offers since 0.135.
"""

from collections.abc import AsyncIterable, Iterable

from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent

from tests.apps.streams_helpers import NdjsonResponse
from tests.apps.streams_models import (
    Aliased,
    AnalyticsRecord,
    Notification,
    get_records,
    some_notifications,
    unannotated,
    watch_notifications,
)

app = FastAPI()


@app.get("/lines")
async def lines() -> AsyncIterable[AnalyticsRecord]:
    for record in get_records():
        yield record


@app.get("/lines-sync")
def lines_sync() -> Iterable[AnalyticsRecord | Notification]:
    yield from get_records()


@app.get("/lines-bare")
async def lines_bare():
    for record in get_records():
        yield record
    yield {"done": True}


@app.get("/lines-unknown")
async def lines_unknown():
    for record in unannotated():
        yield record


@app.get("/events", response_class=EventSourceResponse)
async def events() -> AsyncIterable[Notification]:
    async for each in watch_notifications():
        yield each


@app.get("/events-named", response_class=EventSourceResponse)
async def events_named() -> AsyncIterable[ServerSentEvent]:
    async for each in some_notifications():
        yield ServerSentEvent(data=each, event="notification", id="1")
        yield ServerSentEvent(data={"count": each.id}, event="count")
        yield ServerSentEvent(raw_data="plain", event="raw")
        yield ServerSentEvent(data="text", event="text")
    yield ServerSentEvent(comment="bye")


@app.get("/events-mixed", response_class=EventSourceResponse)
async def events_mixed() -> AsyncIterable[Notification | ServerSentEvent]:
    async for each in some_notifications():
        yield each
        yield ServerSentEvent(data=each.id, event="count")


@app.get("/events-bare", response_class=EventSourceResponse)
def events_bare():
    for record in get_records():
        yield record


@app.post("/events-aliased", response_class=EventSourceResponse)
async def events_aliased(aliased: Aliased):
    yield aliased
    yield ServerSentEvent(data=aliased, event="by_name")
    yield ServerSentEvent(data=[aliased], event="by_alias")


@app.get("/events-returned", response_class=EventSourceResponse)
async def events_returned():
    async def frames():
        async for each in some_notifications():
            yield f"event: notification\ndata: {each.model_dump_json()}\n\n"

    return EventSourceResponse(frames())


@app.get("/declared-generator", response_class=NdjsonResponse)
async def declared_generator():
    for record in get_records():
        yield record.model_dump_json() + "\n"
