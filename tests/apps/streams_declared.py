"""
Endpoints that stream, and what people declare around them.
"""

from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI
from fastapi.responses import FileResponse, Response, StreamingResponse
from sse_starlette.sse import EventSourceResponse as StarletteEvents

import fluidkit
from tests.apps.streams_helpers import NdjsonResponse, record_lines, to_event
from tests.apps.streams_models import (
    Aliased,
    AnalyticsRecord,
    Notification,
    unannotated,
)

app = FastAPI()


# --- Declared -----------------------------------------------------------------------------------


@app.get("/declared-lines", response_class=NdjsonResponse)
async def declared_lines():
    return NdjsonResponse(record_lines())


@app.get("/declared-unseen", response_class=NdjsonResponse)
async def declared_unseen():
    return unannotated()


@app.get("/annotated-events")
async def annotated_events() -> StarletteEvents:
    return StarletteEvents(to_event(each) for each in [Notification(id=1, message="")])


@app.get("/annotated-streaming")
async def annotated_streaming() -> StreamingResponse:
    return StreamingResponse(record_lines(), media_type="application/x-ndjson")


@app.get("/annotated-response")
async def annotated_response() -> Response:
    return NdjsonResponse(record_lines())


@app.get("/annotated-file")
async def annotated_file() -> FileResponse:
    return FileResponse("x")


@app.get("/declared-otherwise", response_class=FileResponse)
async def declared_otherwise():
    return NdjsonResponse(record_lines())


@app.get("/described", responses={200: {"content": {"text/event-stream": {}}}})
async def described():
    return unannotated()


@app.post("/beside-model", response_model=Notification)
async def beside_model(stream: bool = False):
    if stream:
        return StarletteEvents(to_event(each) for each in [Notification(id=1, message="")])
    return Notification(id=1, message="")


@app.post("/beside-union", response_model=None)
async def beside_union(stream: bool = False) -> Notification | StreamingResponse:
    if stream:
        return NdjsonResponse(record_lines())
    return Notification(id=1, message="")


@app.get("/model-only")
async def model_only() -> Notification:
    return Notification(id=1, message="")


# --- Marked -------------------------------------------------------------------------------------


@app.get("/marked-events")
@fluidkit.streams(notification=Notification, count=int)
async def marked_events():
    return unannotated()


@fluidkit.streams(AnalyticsRecord)
@app.get("/marked-lines")
async def marked_lines():
    return NdjsonResponse(unannotated())


@app.get("/marked-over-source")
@fluidkit.streams(AnalyticsRecord, kind="json_lines", endless=True)
async def marked_over_source():
    return StarletteEvents(to_event(each) for each in [Notification(id=1, message="")])


@app.get("/marked-with-wire")
@fluidkit.streams(notification=Aliased, renamed=Notification, text=None)
async def marked_with_wire(aliased: Any):
    async def gen() -> AsyncIterator[dict[str, str]]:
        seen: Aliased = aliased
        yield {"event": "notification", "data": seen.model_dump_json(by_alias=True)}

    return StarletteEvents(gen())


@app.get("/marked-endless")
@fluidkit.streams(endless=True)
async def marked_endless():
    return StarletteEvents(to_event(each) for each in [Notification(id=1, message="")])


@app.get("/marked-dict")
@fluidkit.streams({"user.created": Notification, "kind": str}, endless=False)
async def marked_dict():
    return unannotated()


@app.post("/marked-beside", response_model=Notification)
@fluidkit.streams(token=AnalyticsRecord)
async def marked_beside(stream: bool = False):
    if stream:
        return StarletteEvents(unannotated())
    return Notification(id=1, message="")
