"""
Streams of every kind that never end by themselves, and what became of their generators.
"""

import asyncio
import gc
import json
import time
from collections.abc import AsyncIterable, Iterable
from contextlib import contextmanager

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse
from pydantic import BaseModel
from sse_starlette.sse import EventSourceResponse as TheirResponse

app = FastAPI()

GAP = 0.02
LINES = "application/x-ndjson"

begun: list[str] = []
"""Runs whose generator has begun."""
ended: list[str] = []
"""Runs whose generator has come to its `finally`."""


class Run(BaseModel):
    run: str


class Tick(BaseModel):
    number: int


class Seen(BaseModel):
    begun: list[str]
    ended: list[str]


@contextmanager
def noted(run: str):
    begun.append(run)
    try:
        yield
    finally:
        ended.append(run)


async def ticks(run: str) -> AsyncIterable[Tick]:
    with noted(run):
        number = 0
        while True:
            yield Tick(number=number)
            number += 1
            await asyncio.sleep(GAP)


def ticks_in_thread(run: str) -> Iterable[Tick]:
    with noted(run):
        number = 0
        while True:
            yield Tick(number=number)
            number += 1
            time.sleep(GAP)


@app.get("/theirs")
async def theirs(run: str):
    async def events():
        async for tick in ticks(run):
            yield {"event": "tick", "data": tick.model_dump_json()}

    return TheirResponse(events())


@app.post("/theirs")
async def theirs_posted(asked: Run):
    async def events():
        async for tick in ticks(asked.run):
            yield {"event": "tick", "data": tick.model_dump_json()}

    return TheirResponse(events())


@app.get("/native", response_class=EventSourceResponse)
async def native(run: str) -> AsyncIterable[Tick]:
    async for tick in ticks(run):
        yield tick


@app.post("/native", response_class=EventSourceResponse)
async def native_posted(asked: Run) -> AsyncIterable[Tick]:
    async for tick in ticks(asked.run):
        yield tick


@app.get("/native/sync", response_class=EventSourceResponse)
def native_sync(run: str) -> Iterable[Tick]:
    yield from ticks_in_thread(run)


@app.get("/native/lines")
async def native_lines(run: str) -> AsyncIterable[Tick]:
    async for tick in ticks(run):
        yield tick


@app.post("/native/lines")
async def native_lines_posted(asked: Run) -> AsyncIterable[Tick]:
    async for tick in ticks(asked.run):
        yield tick


@app.get("/native/lines/sync")
def native_lines_sync(run: str) -> Iterable[Tick]:
    yield from ticks_in_thread(run)


@app.get("/events")
async def events_by_hand(run: str):
    async def events():
        async for tick in ticks(run):
            yield f"data: {tick.model_dump_json()}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


@app.get("/lines")
async def lines(run: str):
    async def generate():
        async for tick in ticks(run):
            yield json.dumps(tick.model_dump()) + "\n"

    return StreamingResponse(generate(), media_type=LINES)


@app.post("/lines")
async def lines_posted(asked: Run):
    async def generate():
        async for tick in ticks(asked.run):
            yield json.dumps(tick.model_dump()) + "\n"

    return StreamingResponse(generate(), media_type=LINES)


@app.get("/lines/sync")
def lines_sync(run: str):
    def generate():
        for tick in ticks_in_thread(run):
            yield json.dumps(tick.model_dump()) + "\n"

    return StreamingResponse(generate(), media_type=LINES)


@app.post("/lines/sync")
def lines_sync_posted(asked: Run):
    def generate():
        for tick in ticks_in_thread(asked.run):
            yield json.dumps(tick.model_dump()) + "\n"

    return StreamingResponse(generate(), media_type=LINES)


@app.get("/text")
async def text(run: str):
    async def generate():
        async for tick in ticks(run):
            yield f"tick {tick.number}\n"

    return StreamingResponse(generate(), media_type="text/plain")


@app.get("/text/sync")
def text_sync(run: str):
    def generate():
        for tick in ticks_in_thread(run):
            yield f"tick {tick.number}\n"

    return StreamingResponse(generate(), media_type="text/plain")


@app.get("/file")
async def file(run: str):
    async def generate():
        async for _ in ticks(run):
            yield b"some bytes"

    headers = {"Content-Disposition": 'attachment; filename="endless.bin"'}
    return StreamingResponse(generate(), media_type="application/octet-stream", headers=headers)


@app.get("/seen")
async def seen(collect: bool = False) -> Seen:
    """
    Collect garbage first, if that is asked for, as Python does now and then.
    """
    if collect:
        gc.collect()
    return Seen(begun=begun, ended=ended)
