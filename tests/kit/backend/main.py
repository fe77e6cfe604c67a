"""
An API with an answer of every kind, and a diary of who has asked for what.

Each operation is told for which run it is asked: what a run has done is in the diary.
"""

import asyncio
import base64
import gzip
import json
from collections import defaultdict
from collections.abc import AsyncIterable
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import (
    APIRouter,
    Body,
    Cookie,
    Depends,
    FastAPI,
    HTTPException,
    Query,
    Request,
    UploadFile,
)
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel
from starlette.middleware.gzip import GZipMiddleware

import fluidkit

SIZE = 3_000_000
"""Bytes of what is downloaded."""


class Entry(BaseModel):
    method: str
    path: str
    headers: dict[str, str]


class Diary(BaseModel):
    asked: list[Entry] = []
    begun: int = 0
    """How many of those that go on and on have begun."""
    ended: int = 0
    """How many of those have ended."""


class Greeting(BaseModel):
    who: str | None
    """Whose session it is."""


class Echo(BaseModel):
    method: str
    note: str | None = None


class Note(BaseModel):
    note: str


class Received(BaseModel):
    name: str | None
    size: int
    sum: int


class Tick(BaseModel):
    number: int


diaries: defaultdict[str, Diary] = defaultdict(Diary)


def noted(request: Request, run: Annotated[str, Query()]) -> str:
    """
    Write a request into the diary of its run.
    """
    entry = Entry(method=request.method, path=request.url.path, headers=dict(request.headers))
    diaries[run].asked.append(entry)
    return run


router = APIRouter()
Run = Annotated[str, Depends(noted)]


@router.get("/greeting")
def get_greeting(run: Run, session: Annotated[str | None, Cookie()] = None) -> Greeting:
    return Greeting(who=session)


@router.post("/session")
def log_in(run: Run, response: Response) -> Greeting:
    """
    Set three cookies: one for scripts, one that they can't see, and one with odd bytes.
    """
    response.set_cookie(f"seen-{run}", "1", path="/", max_age=600, samesite="lax")
    response.set_cookie(f"hidden-{run}", "2", path="/", httponly=True, samesite="strict")
    response.headers.append("set-cookie", f"odd-{run}=a%20b=c; Path=/")
    return Greeting(who="ada")


@router.post("/moved", response_model=Echo)
def post_moved(run: Run, note: Note) -> RedirectResponse:
    """
    Send the caller on, with method and body.
    """
    return RedirectResponse(f"/notes?run={run}", 307)


@router.post("/seen-there", response_model=Echo)
def post_seen_there(run: Run, note: Note) -> RedirectResponse:
    """
    Send the caller on, to read.
    """
    return RedirectResponse(f"/notes?run={run}", 303)


@router.get("/notes")
def get_notes(run: Run) -> Echo:
    return Echo(method="GET")


@router.post("/notes")
def post_note(run: Run, note: Note) -> Echo:
    return Echo(method="POST", note=note.note)


@router.delete("/notes", status_code=204)
def delete_note(run: Run) -> None:
    pass


@router.api_route("/notes", methods=["PURGE"])
def purge_notes(run: Run) -> Echo:
    return Echo(method="PURGE")


@router.get("/current")
def get_current(request: Request, run: Run) -> Greeting:
    """
    Answer 304 to whoever has it.
    """
    if request.headers.get("if-none-match") == '"1"':
        raise HTTPException(304, headers={"etag": '"1"'})
    return Greeting(who="new")


@router.get("/zipped")
def get_zipped(run: Run) -> list[int]:
    """
    Long enough to be compressed.
    """
    return [*range(10_000)]


@router.get("/zipped/always", response_model=list[int])
def get_zipped_always(run: Run) -> Response:
    """
    Compressed for whoever asks, as some servers do.
    """
    content = gzip.compress(json.dumps([*range(10_000)]).encode())
    headers = {"content-encoding": "gzip"}
    return Response(content, media_type="application/json", headers=headers)


@router.post("/upload")
async def upload(run: Run, file: UploadFile) -> Received:
    content = await file.read()
    return Received(name=file.filename, size=len(content), sum=sum(content))


@router.post("/counted")
async def count(
    run: Run, content: Annotated[bytes, Body(media_type="application/octet-stream")]
) -> Received:
    """
    Take a body of any length, which may come piece by piece.
    """
    return Received(name=None, size=len(content), sum=sum(content))


@router.get("/download")
def download(run: Run) -> Response:
    headers = {"content-disposition": 'attachment; filename="numbers.bin"'}
    content = bytes(range(250)) * (SIZE // 250)
    return Response(content, media_type="application/octet-stream", headers=headers)


@router.get("/events", response_class=EventSourceResponse)
async def stream_events(run: Run) -> AsyncIterable[ServerSentEvent]:
    for number in range(1, 6):
        yield ServerSentEvent(data=Tick(number=number), event="tick", id=str(number))
        await asyncio.sleep(0.01)
    yield ServerSentEvent(data="over", event="end")


@router.get("/records")
async def stream_records(run: Run) -> AsyncIterable[Tick]:
    for number in range(1, 6):
        yield Tick(number=number)
        await asyncio.sleep(0.01)


@router.get("/text")
async def stream_text(run: Run) -> StreamingResponse:
    async def pieces():
        for number in range(1, 6):
            yield f"zeile {number} ü\n"
            await asyncio.sleep(0.01)

    return StreamingResponse(pieces(), media_type="text/plain; charset=utf-8")


@contextmanager
def going_on(run: str):
    """
    Note that something without an end has begun, and that it has ended.
    """
    diaries[run].begun += 1
    try:
        yield
    finally:
        diaries[run].ended += 1


@router.get("/endless")
async def stream_endless(run: Run, gap: float = 0.02) -> StreamingResponse:
    async def events():
        with going_on(run):
            number = 0
            while True:
                number += 1
                yield f"id: {number}\ndata: {json.dumps({'number': number})}\n\n"
                await asyncio.sleep(gap)

    return StreamingResponse(events(), media_type="text/event-stream")


@router.get("/slow")
async def get_slow(request: Request, run: Run) -> Greeting:
    """
    Answer nobody: this waits until the caller has left.
    """
    with going_on(run):
        while (await request.receive())["type"] != "http.disconnect":
            pass
    return Greeting(who=None)


@router.get("/missing")
def get_missing(run: Run) -> Greeting:
    raise HTTPException(404, f"Nothing for {run}")


@router.get("/begun")
def get_begun(of: str, attempt: float) -> int:
    """
    Tell how much of a run has begun: only the back end knows. Each attempt is a URL of its own.
    """
    return diaries[of].begun


app = FastAPI()
app.include_router(router)
app.add_middleware(GZipMiddleware, minimum_size=10_000)


@app.get("/diary", include_in_schema=False)
def read_diary(run: str) -> Any:
    """
    For pytest alone: no client has it, and the proxy doesn't reach it.
    """
    return diaries[run]


class Script(BaseModel):
    """
    What the next requests below `/raw` are answered with.
    """

    status: int = 200
    headers: list[tuple[str, str]] = [("content-type", "application/json")]
    body: str = "null"
    """In base64, if a header says that it is compressed."""


class Arrived(BaseModel):
    """
    A request as it has arrived, nothing decoded.
    """

    method: str
    target: str
    headers: list[tuple[str, str]]
    size: int


class Stage(BaseModel):
    """
    What is played below `/raw`.
    """

    script: Script = Script()
    arrived: list[Arrived] = []


stage = Stage()


@app.api_route("/raw/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"])
async def raw(rest: str, request: Request) -> Response:
    """
    Note a request, and answer by the script.
    """
    size = 0
    async for piece in request.stream():
        size += len(piece)
    query = request.scope["query_string"]
    target = request.scope["raw_path"] + (b"?" + query if query else b"")
    headers = [(name.decode(), value.decode("latin-1")) for name, value in request.headers.raw]
    stage.arrived.append(
        Arrived(method=request.method, target=target.decode(), headers=headers, size=size)
    )
    script = stage.script
    zipped = any(name == "content-encoding" for name, _ in script.headers)
    body = base64.b64decode(script.body) if zipped else script.body.encode()
    response = Response(body, script.status)
    response.raw_headers = [(name.encode(), value.encode()) for name, value in script.headers]
    return response


@app.put("/stage", include_in_schema=False)
def play(script: Script) -> None:
    """
    Set the script, and forget what has arrived.
    """
    stage.script = script
    stage.arrived = []


@app.get("/stage", include_in_schema=False)
def look() -> list[Arrived]:
    """
    Tell what has arrived since.
    """
    return stage.arrived


fluidkit.integrate(app)
