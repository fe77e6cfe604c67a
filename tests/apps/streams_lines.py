"""
Endpoints that stream JSON lines, text, files and single values, one for each way of writing that.
"""

import dataclasses
import json
from enum import Enum
from typing import Annotated, Any

import pydantic_core
from fastapi import Depends, HTTPException, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    StreamingResponse,
)
from pydantic import TypeAdapter
from sse_starlette.sse import EventSourceResponse
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool

from tests.apps import streams_helpers
from tests.apps.streams_helpers import LinesResponse, NdjsonResponse, ndjson, record_lines
from tests.apps.streams_helpers import record_response as respond
from tests.apps.streams_models import (
    AnalyticsRecord,
    Notification,
    Point,
    Row,
    get_records,
    rows,
    some_notifications,
    tokens,
    unannotated,
    unannotated_source,
    watch_notifications,
)


class Media(str, Enum):
    NDJSON = "application/x-ndjson"


# --- JSON lines ---------------------------------------------------------------------------------


async def json_dumps_of_dict():
    async def generate_data():
        for record in get_records():
            yield json.dumps(record.dict()) + "\n"

    return StreamingResponse(
        generate_data(), media_type="application/x-ndjson", headers={"Cache-Control": "no-cache"}
    )


def model_json_and_newline():
    def gen():
        for record in get_records():
            yield record.json() + "\n"

    return StreamingResponse(gen(), media_type="application/jsonl")


def f_string_encoded():
    def gen():
        for record in get_records():
            yield f"{record.model_dump_json()}\n".encode("utf-8")

    return StreamingResponse(gen(), media_type=streams_helpers.NDJSON)


def newline_yielded_after():
    def gen():
        for record in get_records():
            yield record.model_dump_json()
            yield "\n"

    return StreamingResponse(gen(), media_type=Media.NDJSON)


def media_type_of_enum_value():
    return StreamingResponse(record_lines(), media_type=Media.NDJSON.value)


def helper_formats():
    return StreamingResponse(
        (streams_helpers.to_line(record) for record in get_records()),
        media_type="application/x-ndjson",
    )


def helper_responds():
    return ndjson(record_lines())


def whole_response_elsewhere():
    return respond()


def generator_elsewhere():
    return NdjsonResponse(streams_helpers.record_lines())


def subclass_with_init():
    return LinesResponse(record_lines(), status_code=200)


def mapped_lines():
    return StreamingResponse(
        map(streams_helpers.to_line, get_records()), media_type="application/x-ndjson"
    )


async def in_threadpool():
    records = await run_in_threadpool(get_records, limit=3)
    lines = (record.model_dump_json() + "\n" for record in records)
    return StreamingResponse(iterate_in_threadpool(lines), media_type="application/x-ndjson")


def typed_dicts():
    def gen():
        for row in rows():
            yield json.dumps(row) + "\n"
            yield json.dumps(row["name"]) + "\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def dataclasses_dumped(point: Point):
    def gen():
        yield json.dumps(dataclasses.asdict(point)) + "\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def adapter_dumps():
    adapter = TypeAdapter(list[AnalyticsRecord])

    def gen():
        yield adapter.dump_json(get_records()) + b"\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def core_dumps():
    def gen():
        for record in get_records():
            yield pydantic_core.to_json(record) + b"\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def jsonable_lines():
    def gen():
        for record in get_records():
            data = jsonable_encoder(record, exclude_none=True)
            yield json.dumps(data) + "\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def two_kinds_of_lines():
    def gen():
        yield json.dumps({"type": "start", "total": len(get_records())}) + "\n"
        for record in get_records():
            yield json.dumps({"type": "record", "record": record.model_dump()}) + "\n"
        yield '{"type": "end"}\n'

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def header_says_lines():
    headers = {"content-type": "application/x-ndjson"}
    return StreamingResponse(record_lines(), media_type="text/plain", headers=headers)


def header_set_afterwards():
    response = StreamingResponse(record_lines())
    response.headers["Content-Type"] = "application/x-ndjson"
    return response


def no_newline():
    def gen():
        for record in get_records():
            yield record.model_dump_json()

    return StreamingResponse(gen(), media_type="application/x-ndjson")


async def unknown_lines():
    async def gen():
        async for each in unannotated_source():
            yield json.dumps(each) + "\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def lines_without_media_type():
    return StreamingResponse(record_lines())


async def endless_lines():
    async def gen():
        async for each in watch_notifications():
            yield each.model_dump_json() + "\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def one_of_two_generators(short: bool):
    def brief():
        for record in get_records():
            yield json.dumps({"value": record.value}) + "\n"

    generator = brief() if short else record_lines()
    return StreamingResponse(generator, media_type="application/x-ndjson")


def overrides_variable(path: str):
    media_type = "application/x-ndjson"
    if path:
        media_type = "application/jsonl"
    return StreamingResponse(record_lines(), media_type=media_type)


# --- Text ---------------------------------------------------------------------------------------


async def text(prompt: str):
    async def gen():
        async for token in tokens(prompt):
            yield token

    return StreamingResponse(gen(), media_type="text/plain")


async def text_directly(prompt: str):
    return StreamingResponse(tokens(prompt), media_type="text/plain; charset=utf-8")


async def text_without_media_type(prompt: str):
    return StreamingResponse(tokens(prompt))


def bytes_without_media_type(path: str):
    def gen():
        with open(path, "rb") as file:
            yield from file

    return StreamingResponse(gen())


def media_type_unknown(path: str):
    return StreamingResponse(record_lines(), media_type=unannotated()["type"])


def streamed_json():
    def gen():
        yield "["
        yield "]"

    return StreamingResponse(gen(), media_type="application/json")


# --- Files --------------------------------------------------------------------------------------


async def download_file(file_id: str):
    def iterfile():
        with open(file_id, mode="rb") as file:
            yield from file

    headers = {"Content-Disposition": f'attachment; filename="{file_id}"'}
    return StreamingResponse(iterfile(), media_type="application/octet-stream", headers=headers)


def csv_attachment():
    response = StreamingResponse(iter(["a,b\n"]), media_type="text/csv")
    response.headers["Content-Disposition"] = "attachment; filename=export.csv"
    return response


def file_response(path: str):
    if not path:
        raise HTTPException(404)
    return FileResponse(path, filename="report.pdf")


def image():
    return StreamingResponse(open("x.png", "rb"), media_type="image/png")


def image_at_once():
    return Response(content=b"", media_type="image/png")


def inline_text():
    return StreamingResponse(
        iter(["a"]), media_type="text/plain", headers={"content-disposition": "inline"}
    )


# --- Others -------------------------------------------------------------------------------------


def html():
    return HTMLResponse("<p>")


def plain():
    return PlainTextResponse("text")


def redirect():
    return RedirectResponse("/")


def nothing_known():
    return unannotated()


def plain_value():
    return {"a": 1}


def json_response():
    return JSONResponse({"a": 1})


def raw_response():
    return Response(b"")


def response_of_a_dependency(made: "Annotated[StreamingResponse, Depends(abs)]"):
    return made


# --- Several ------------------------------------------------------------------------------------


async def json_or_events(stream: bool = False):
    if stream:

        async def gen():
            async for n in some_notifications():
                yield f"event: token\ndata: {n.model_dump_json()}\n\n"
            yield "data: [DONE]\n\n"

        return StreamingResponse(gen(), media_type="text/event-stream")
    return Notification(id=1, message="whole")


async def json_response_or_lines(stream: bool = False):
    return ndjson(record_lines()) if stream else JSONResponse({"a": 1})


async def events_or_lines(accept: str):
    if accept == "text/event-stream":
        return EventSourceResponse({"data": line} for line in record_lines())
    return ndjson(record_lines())


async def events_or_unknown(stream: bool):
    if stream:
        return EventSourceResponse({"data": json.dumps(1)} for _ in range(3))
    return unannotated()


async def events_or_errors(user: Any):
    if user is None:
        return JSONResponse({"error": "who?"}, status_code=401)
    if not user:
        return Response(status_code=204)
    return EventSourceResponse({"event": "n", "data": json.dumps(1)} for _ in range(3))


async def file_or_text(raw: bool):
    if raw:
        return FileResponse("x")
    return PlainTextResponse("x")
