"""
The app that docs/comparison.md has clients made of: small, and with what real ones have.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

from fastapi import Cookie, FastAPI, File, Header, Query, Response
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.sse import EventSourceResponse as NativeEvents
from pydantic import BaseModel, Field
from sse_starlette.sse import EventSourceResponse

import fluidkit

app = FastAPI(title="Compared")
open_streams: list[str] = []
"""The generators that are running."""


class Missing(BaseModel):
    reason: str


class User(BaseModel):
    id: int
    name: str
    full_name: str | None = Field(default=None, alias="fullName")
    role: str = "member"
    joined: datetime = datetime(2024, 1, 2, tzinfo=UTC)
    balance: Decimal = Decimal("1.10")


class UserCreate(BaseModel):
    name: str
    role: str = "member"
    tags: list[str] = []


class Note(BaseModel):
    id: int
    text: str


class Lines(StreamingResponse):
    media_type = "application/x-ndjson"


class Gone(BaseModel):
    id: int


@app.get("/users/{user_id}", responses={404: {"model": Missing}})
async def get_user(user_id: int) -> User:
    if user_id == 404:
        return JSONResponse(Missing(reason="nobody").model_dump(), 404)  # type: ignore[return-value]
    return User(id=user_id, name="Ada", fullName="Ada Lovelace")


@app.post("/users", status_code=201)
async def create_user(user: UserCreate) -> User:
    return User(id=1, name=user.name, role=user.role)


@app.delete("/users/{user_id}", status_code=204)
async def delete_user(user_id: int) -> None: ...


@app.get("/search")
async def search(words: Annotated[list[str], Query(alias="q")], limit: int = 10) -> list[str]:
    return [*words, str(limit)]


@app.get("/items/{item_id}")
async def get_item(item_id: str) -> str:
    return item_id


@app.get("/whoami")
async def whoami(
    session: Annotated[str | None, Cookie()] = None,
    x_trace: Annotated[str | None, Header()] = None,
) -> dict[str, str | None]:
    return {"session": session, "trace": x_trace}


@app.post("/upload")
async def upload(file: Annotated[bytes, File()]) -> int:
    return len(file)


@app.get("/report")
async def report() -> Response:
    headers = {"Content-Disposition": "attachment; filename*=UTF-8''b%C3%A9ta.bin"}
    return Response(b"\x00\xff\x01", media_type="application/octet-stream", headers=headers)


@app.get("/open")
async def count_open() -> int:
    return len(open_streams)


@app.get("/events")
async def events(endless: bool = False) -> EventSourceResponse:
    """sse-starlette, as most apps have it: named events, and nothing is annotated."""

    async def generate():
        open_streams.append("events")
        try:
            yield {"event": "note", "data": Note(id=1, text="é").model_dump_json()}
            yield {"event": "gone", "data": Gone(id=2).model_dump_json()}
            while endless:
                await asyncio.sleep(0.02)
                yield {"event": "note", "data": Note(id=3, text="").model_dump_json()}
        finally:
            open_streams.pop()

    return EventSourceResponse(generate())


@app.get("/native-events", response_class=NativeEvents)
async def native_events() -> AsyncIterable[Note]:
    """FastAPI's own, which OpenAPI can tell of."""
    for number in (1, 2):
        yield Note(id=number, text="é")


@app.post("/chat")
async def chat(user: UserCreate) -> EventSourceResponse:
    """Events that answer a POST."""

    async def generate():
        for token in ("a", "b"):
            yield {"event": "token", "data": json.dumps({"t": token})}

    return EventSourceResponse(generate())


@app.get("/records")
async def records() -> StreamingResponse:
    """NDJSON, as most apps have it."""

    async def generate():
        for number in range(3):
            yield Note(id=number, text="é").model_dump_json() + "\n"

    return StreamingResponse(generate(), media_type="application/x-ndjson")


@app.get("/native-records")
async def native_records() -> AsyncIterable[Note]:
    """FastAPI's own JSON lines."""
    for number in range(3):
        yield Note(id=number, text="é")


def described(media_type: str, schema: dict[str, str]) -> dict[int | str, dict[str, Any]]:
    """
    Tell OpenAPI what it could not know.
    """
    return {200: {"content": {media_type: {"schema": schema}}}}


NOTE = {"$ref": "#/components/schemas/Note"}
BINARY = {"type": "string", "format": "binary"}


@app.get(
    "/described-events",
    response_class=EventSourceResponse,
    responses=described("text/event-stream", NOTE),
)
async def described_events() -> EventSourceResponse:
    """sse-starlette's, which OpenAPI is told of."""
    return EventSourceResponse({"data": Note(id=n, text="é").model_dump_json()} for n in (1, 2))


@app.get(
    "/described-records",
    response_class=Lines,
    responses=described("application/x-ndjson", NOTE),
)
async def described_records() -> StreamingResponse:
    """NDJSON, which OpenAPI is told of."""
    return Lines(Note(id=number, text="é").model_dump_json() + "\n" for number in range(3))


@app.get(
    "/described-report",
    response_class=StreamingResponse,
    responses=described("application/octet-stream", BINARY),
)
async def described_report() -> Response:
    """A download, which OpenAPI is told of."""
    return await report()


@app.get("/log")
async def log() -> StreamingResponse:
    """Text in pieces."""

    async def generate():
        for line in ("one\n", "tw", "o\n"):
            yield line
            await asyncio.sleep(0.01)

    return StreamingResponse(generate(), media_type="text/plain")


fluidkit.integrate(app)
