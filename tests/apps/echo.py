"""
An app whose endpoints answer what they received.
"""

from __future__ import annotations

import asyncio
import base64
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import (
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Query,
    Request,
    UploadFile,
)
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from fastapi.security import APIKeyQuery
from pydantic import BaseModel, Field, Json

app = FastAPI()


class Color(Enum):
    RED = "red"
    GREEN = "dark green"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Item(BaseModel):
    name: str
    tags: list[str] = []
    count: int = Field(1, alias="the-count")


class Problem(BaseModel):
    """
    What is wrong.
    """

    code: int
    about: str


class Received(BaseModel):
    """
    What arrived at the server, before FastAPI looked at it.
    """

    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: str
    """Base64."""


async def _received(request: Request) -> Received:
    return Received(
        method=request.method,
        path=request.scope["raw_path"].decode(),
        query=request.scope["query_string"].decode(),
        headers=[(k.decode("latin-1"), v.decode("latin-1")) for k, v in request.headers.raw],
        body=base64.b64encode(await request.body()).decode(),
    )


@app.get("/wire")
async def wire(request: Request, text: str = "") -> Received:
    return await _received(request)


@app.post("/wire")
async def wire_json(request: Request, value: Annotated[Any, Body()]) -> Received:
    return await _received(request)


# --- Paths ------------------------------------------------------------------------------------


@app.get("/path/{text}")
def path_text(text: str) -> str:
    return text


@app.get("/a b/'{first}'/ü{{x}}/{second}.json")
def path_between(first: str, second: str) -> list[str]:
    return [first, second]


@app.get("/path-pair/{first}.{second}")
def path_pair(first: str, second: str) -> list[str]:
    return [first, second]


@app.get("/rest-pair/{first:path}--{second:path}")
def rest_pair(first: str, second: str) -> list[str]:
    return [first, second]


@app.get("/rest/{rest:path}")
def path_rest(rest: str) -> str:
    return rest


@app.get("/rest-then/{rest:path}/end")
def path_rest_then(rest: str) -> str:
    return rest


@app.get("/typed/{number}/{flag}/{day}/{color}/{level}/{uuid}/{ratio}")
def path_typed(
    number: int, flag: bool, day: date, color: Color, level: Level, uuid: UUID, ratio: float
) -> tuple[int, bool, date, Color, Level, UUID, float]:
    return number, flag, day, color, level, uuid, ratio


@app.get("/converted/{number:int}/{ratio:float}")
def path_converted(number: int, ratio: float) -> tuple[int, float]:
    return number, ratio


# --- Queries ----------------------------------------------------------------------------------


@app.get("/query")
def query_text(text: str) -> str:
    return text


@app.get("/query-optional")
def query_optional(
    text: str | None = None, number: int = 7, flag: bool = False
) -> tuple[str | None, int, bool]:
    return text, number, flag


@app.get("/query-key")
def query_key(key: Annotated[str, Depends(APIKeyQuery(name="the key"))]) -> str:
    return key


@app.get("/query-list")
def query_list(items: Annotated[list[str], Query()]) -> list[str]:
    return items


@app.get("/query-set")
def query_numbers(items: Annotated[set[int], Query()] = frozenset()) -> list[int]:  # type: ignore[assignment]
    return sorted(items)


@app.get("/query-typed")
def query_typed(
    number: int,
    ratio: float,
    flag: bool,
    day: date,
    moment: datetime,
    hour: time,
    span: timedelta,
    price: Decimal,
    color: Color,
    level: Level,
    uuid: UUID,
    kind: Literal["a", "b c"],
) -> dict[str, Any]:
    return dict(locals())


@app.get("/query-alias")
def query_alias(
    first: Annotated[str, Query(alias="the first & only=?")],
    second: Annotated[str | None, Query(alias="ünï[]")] = None,
) -> tuple[str, str | None]:
    return first, second


class Filter(BaseModel):
    text: str
    items: list[str] = []
    page_size: int = Field(10, alias="page-size")
    missing: str | None = None


@app.get("/query-model")
def query_model(filter: Annotated[Filter, Query()]) -> Filter:
    return filter


def paging(skip: int, limit: int = 10) -> tuple[int, int]:
    return skip, limit


@app.get("/dependency")
def dependency(
    text: str, page: Annotated[tuple[int, int], Depends(paging)]
) -> tuple[str, int, int]:
    return text, *page


# --- Headers and cookies ----------------------------------------------------------------------


@app.get("/header")
def header_text(x_text: Annotated[str, Header()]) -> str:
    return x_text


@app.get("/header-optional")
def header_optional(x_text: Annotated[str | None, Header()] = None) -> str | None:
    return x_text


@app.get("/header-alias")
def header_alias(token: Annotated[int, Header(alias="X_Under.Score")] = 0) -> int:
    return token


@app.get("/header-list")
def header_list(x_tag: Annotated[list[str], Header()]) -> list[str]:
    return x_tag


class Tracing(BaseModel):
    trace_id: str
    depth: int = 0


@app.get("/header-model")
def header_model(tracing: Annotated[Tracing, Header()]) -> Tracing:
    return tracing


@app.get("/cookie")
def cookie_text(text: Annotated[str | None, Cookie()] = None) -> str | None:
    return text


class Crumbs(BaseModel):
    first: str = ""
    second: int = 0


@app.get("/cookie-model")
def cookie_model(crumbs: Annotated[Crumbs, Cookie()]) -> Crumbs:
    return crumbs


# --- Bodies -----------------------------------------------------------------------------------


@app.post("/json")
def json_any(value: Annotated[Any, Body()]) -> Any:
    return value


@app.post("/json-text")
def json_text(text: Annotated[str, Body()]) -> str:
    return text


@app.post("/json-model")
def json_model(item: Item) -> Item:
    return item


@app.post("/json-optional")
def json_optional(item: Item | None = None) -> Item | None:
    return item


@app.put("/json-several/{id}")
def json_several(
    id: str,
    first: Item,
    second: Item,
    q: str,
    flag: Annotated[bool, Body(alias="the flag")],
    note: Annotated[str | None, Body()] = None,
) -> tuple[str, Item, Item, str, bool, str | None]:
    return id, first, second, q, flag, note


@app.post("/json-embedded")
def json_embedded(item: Annotated[Item, Body(embed=True)]) -> Item:
    return item


@app.post("/json-vendor")
def json_vendor(
    request: Request, value: Annotated[Any, Body(media_type="application/vnd.echo+json")]
) -> tuple[str, Any]:
    return request.headers["content-type"], value


@app.delete("/json")
def json_delete(value: Annotated[Any, Body()]) -> Any:
    return value


@app.post("/form")
def form_fields(
    text: Annotated[str, Form()],
    items: Annotated[list[str], Form()] = [],  # noqa: B006
    number: Annotated[int, Form(alias="the-number")] = 1,
) -> tuple[str, list[str], int]:
    return text, items, number


class Login(BaseModel):
    user_name: str
    tags: list[str] = []
    remember: bool = Field(False, alias="remember-me")


@app.post("/form-model")
def form_model(login: Annotated[Login, Form()]) -> Login:
    return login


@app.post("/form-json")
def form_json(
    nested: Annotated[Json[Any], Form()],
    also: Annotated[Json[dict[str, list[int]]] | None, Form()] = None,
) -> list[Any]:
    return [nested, also]


class Sent(BaseModel):
    """
    A file as it arrived.
    """

    name: str | None
    type: str | None
    content: str
    """Base64."""


async def _sent(file: UploadFile) -> Sent:
    content = base64.b64encode(await file.read()).decode()
    return Sent(name=file.filename, type=file.content_type, content=content)


@app.post("/file")
async def file_one(file: UploadFile, caption: Annotated[str, Form()] = "") -> tuple[Sent, str]:
    return await _sent(file), caption


@app.post("/files")
async def file_list(
    files: list[UploadFile], captions: Annotated[list[str], Form()]
) -> tuple[list[Sent], list[str]]:
    return [await _sent(file) for file in files], captions


class Album(BaseModel):
    cover: UploadFile
    pages: list[UploadFile] = []
    titles: list[str] = []
    title: str = Field("", alias="the title")


@app.post("/file-model")
async def file_model(
    album: Annotated[Album, Form()],
) -> tuple[Sent, list[Sent], list[str], str]:
    pages = [await _sent(page) for page in album.pages]
    return await _sent(album.cover), pages, album.titles, album.title


@app.post("/file-bytes")
async def file_bytes(content: Annotated[bytes, File(alias="the content")]) -> str:
    return base64.b64encode(content).decode()


@app.post("/file-optional")
async def file_optional(file: UploadFile | None = None) -> Sent | None:
    return None if file is None else await _sent(file)


@app.post("/raw-bytes")
def raw_bytes(content: Annotated[bytes, Body(media_type="application/octet-stream")]) -> str:
    return base64.b64encode(content).decode()


@app.post("/raw-text")
def raw_text(
    request: Request, content: Annotated[str, Body(media_type="text/plain")]
) -> tuple[str, str]:
    return request.headers["content-type"], content


# --- Results ----------------------------------------------------------------------------------


@app.get("/answer/text", response_class=PlainTextResponse)
def answer_text() -> str:
    return "wörds \U0001f600\n"


@app.get("/answer/html", response_class=HTMLResponse)
def answer_html() -> str:
    return "<b>ü</b>"


@app.get("/answer/null")
def answer_null() -> None:
    return None


# Before 0.117, FastAPI takes the text "None" for a response model.
@app.delete("/answer/none", status_code=204, response_model=None)
def answer_none() -> None:
    return None


@app.get("/answer/unchanged", status_code=304, response_model=None)
def answer_unchanged() -> None:
    return None


@app.get("/answer/created", status_code=201)
def answer_created() -> int:
    return 1


@app.head("/answer/head")
def answer_head() -> None:
    return None


@app.get("/answer/file", response_class=FileResponse)
def answer_file() -> FileResponse:
    return FileResponse(__file__, filename='näme; "x".py', media_type="text/x-python")


@app.get("/answer/image")
def answer_image() -> Response:
    return Response(b"\x89PNG\x00\xff", media_type="image/png")


@app.get("/answer/redirect")
def answer_redirect() -> RedirectResponse:
    return RedirectResponse("/answer/created")


@app.get("/answer/nan")
def answer_nan() -> list[float]:
    return [float("nan"), float("inf"), -0.0]


@app.get("/answer/big")
def answer_big() -> int:
    return 2**53 - 1


# --- Errors -----------------------------------------------------------------------------------


@app.get("/error/model", responses={404: {"model": Problem}})
def error_model() -> int:
    return JSONResponse({"code": 7, "about": "ü"}, status_code=404)  # type: ignore[return-value]


@app.get("/error/validated")
def error_validated(number: int) -> int:
    return number


@app.post("/error/detail/{status}")
def error_detail(status: int, detail: Annotated[Any, Body()]) -> None:
    raise HTTPException(status, detail=detail, headers={"X-Why": "because"})


@app.get("/error/html")
def error_html() -> int:
    return HTMLResponse("<h1>Bad gateway</h1>", status_code=502)  # type: ignore[return-value]


@app.get("/error/empty")
def error_empty() -> int:
    return Response(status_code=500)  # type: ignore[return-value]


@app.get("/error/raised")
def error_raised() -> int:
    msg = "as an endpoint does"
    raise RuntimeError(msg)


@app.get("/error/no-json")
def error_no_json() -> int:
    return Response('{"a":', media_type="application/json")  # type: ignore[return-value]


@app.get("/slow")
async def slow(seconds: float) -> float:
    await asyncio.sleep(seconds)
    return seconds
