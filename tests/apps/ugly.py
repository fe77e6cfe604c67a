"""
The ugliest app that its readers could think of: every kind of route and parameter at once.

`app` works from FastAPI 0.115 on; native streams and `frontend` are in it where FastAPI has them.
"""

# ruff: noqa: A002, B008, UP042 -- ugly on purpose

import functools
import inspect
import pathlib
from collections.abc import AsyncIterable, Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, Union

from fastapi import (
    APIRouter,
    BackgroundTasks,
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    HTTPException,
    Path,
    Query,
    Request,
    Response,
    Security,
    UploadFile,
    WebSocket,
)
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    StreamingResponse,
)
from fastapi.routing import APIRoute
from fastapi.security import APIKeyHeader, OAuth2PasswordBearer, SecurityScopes
from fastapi.staticfiles import StaticFiles
from pydantic import AliasChoices, BaseModel, Field, Json, RootModel
from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount, Route
from typing_extensions import TypedDict

from apps import ugly_orders, ugly_vendor
from apps.ugly_orders import Page

HERE = pathlib.Path(__file__).parent

oauth2 = OAuth2PasswordBearer(tokenUrl="token", scopes={"read": "Read", "write": "Write"})
api_key = APIKeyHeader(name="X-API-Key", auto_error=False, scheme_name="The key")


# --- Types ------------------------------------------------------------------------------------


class Color(str, Enum):
    RED = "red"
    NOT_AN_IDENTIFIER = 'not an identifier "quoted" \\ \u2028 </script>'


class Item(BaseModel):
    """An item of the shop, */ and its `comment` \N{SNOWMAN}."""

    id: int
    name: str = Field(max_length=40, description="Shown to people")
    color: Color = Color.RED
    tags: set[str] = set()
    children: list["Item"] = []

    class Nested(BaseModel):
        id: str

    nested: Nested | None = None


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"]
    good: Literal[True] = True


Pet = Annotated[Union[Cat, Dog], Field(discriminator="kind")]  # noqa: UP007 -- as people write it


class Names(RootModel[dict[str, list[int]]]):
    pass


class Movie(TypedDict, total=False):
    title: str
    year: int


@dataclass
class Point:
    x: float
    y: float = 0.0


class NotFound(BaseModel):
    detail: str


class Conflict(BaseModel):
    detail: Item


class Filters(BaseModel):
    limit: int = Field(100, gt=0, le=100)
    order_by: Literal["created", "updated"] = "created"
    tags: list[str] = []
    from_: str | None = Field(None, alias="from")


class RequiredFilters(Filters):
    who: str


class Headers(BaseModel):
    x_token: str
    if_modified: str | None = None
    plain: int = Field(1, alias="Plain_Header")


class Cookies(BaseModel):
    session: str
    tracker: str | None = None


class Profile(BaseModel):
    nickname: str
    age: int | None = None


class ProfileWithPicture(BaseModel):
    nickname: str
    picture: UploadFile


# --- Decorators, partials, instances ------------------------------------------------------------


def logged(function: Callable[..., Any]) -> Callable[..., Any]:
    """
    A decorator as people write it.
    """

    @functools.wraps(function)
    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        result = function(*args, **kwargs)
        return await result if inspect.isawaitable(result) else result

    return wrapper


class Greeter:
    """
    An endpoint that is an instance.
    """

    def __init__(self, greeting: str) -> None:
        self.greeting = greeting

    def __call__(self, name: str, shout: bool = False) -> str:
        """Greet by name."""
        return f"{self.greeting}, {name}"

    def wave(self, times: int = 1) -> int:
        """A bound method."""
        return times


def convert(amount: Decimal, currency: str = "EUR") -> Decimal:
    """
    Turn euros into something.
    """
    return amount


class TimedRoute(APIRoute):
    """
    An APIRoute subclass.
    """

    def get_route_handler(self) -> Callable[..., Any]:
        return super().get_route_handler()


hello = Greeter("Hello")
to_dollars = functools.partial(convert, currency="USD")
ping = lambda: "pong"  # noqa: E731 -- as people write it


# --- The app ------------------------------------------------------------------------------------


def audited(x_audit: str = Header(), dry_run: bool = False) -> None:
    """
    A dependency without a name, of the whole app.
    """


app = FastAPI(title="Ugly */ ${app}", dependencies=[Depends(audited)])


def current_user(
    scopes: SecurityScopes, token: Annotated[str, Depends(oauth2)], q: str = "me"
) -> str:
    return token


def current_account(user: str = Security(current_user, scopes=["read"])) -> Any:
    return user


@app.get("/", response_class=HTMLResponse)
def index() -> str:
    return "<h1>Ugly</h1>"


@app.get("/items/{item_id}", responses={404: {"model": NotFound}, "409": {"model": Conflict}})
@logged
async def get_item(
    item_id: Annotated[int, Path(ge=1, description="Which item")],
    request: Request,
    user: Annotated[str, Security(current_user, scopes=["write"])],
    q: str | None = None,
    color: Color = Color.RED,
    price: Annotated[Decimal | None, Query(alias="max-price", deprecated=True)] = None,
    secret: Annotated[str, Query(include_in_schema=False)] = "",
) -> Item:
    """
    Get an item.

    With a second paragraph.
    """
    raise HTTPException(404)


@app.api_route("/several", methods=["POST", "GET", "DELETE"])
def several(q: str = "") -> dict[str, int]:
    return {}


@app.head("/several")
def head_several() -> None: ...


@app.post("/pets", status_code=201, responses={200: {"model": Item, "description": "Old"}})
def create_pet(pet: Pet) -> Pet:
    return pet


@app.post("/optional-body")
def optional_body(movie: Movie | None = None, point: Point = Body(Point(1.0))) -> Names:
    return Names({})


@app.post("/maybe")
def maybe(item: Item | None = None) -> Item | None:
    return item


@app.post("/vendor-json")
def vendor_json(item: Annotated[Item, Body(media_type="application/vnd.ugly+json")]) -> Item:
    return item


@app.post("/raw")
def raw(data: Annotated[bytes, Body(media_type="application/octet-stream")]) -> int:
    return len(data)


@app.post("/raw-text")
def raw_text(text: Annotated[str, Body(media_type="text/plain")]) -> str:
    return text


@app.get("/get-with-body")
def get_with_body(item: Item) -> Item:
    return item


@app.get("/get-with-optional-body")
def get_with_optional_body(item: Item | None = None) -> Item | None:
    return item


@app.delete("/delete-with-body")
def delete_with_body(ids: list[int]) -> list[int]:
    return ids


@app.get("/filters")
def filtered(filters: Annotated[Filters, Query()]) -> Page[Item]:
    return Page(items=[])


@app.get("/required-filters")
def filtered_by(filters: Annotated[RequiredFilters, Query()]) -> Page["Item"]:
    return Page(items=[])


@app.get("/headers")
def with_headers(headers: Annotated[Headers, Header()]) -> None: ...


@app.get("/header")
def with_header(
    user_agent: Annotated[str | None, Header()] = None,
    raw_name: Annotated[str, Header(convert_underscores=False)] = "x",
    x_many: Annotated[list[str] | None, Header()] = None,
) -> None: ...


@app.get("/cookies")
def with_cookies(cookies: Annotated[Cookies, Cookie()]) -> None: ...


@app.post("/upload")
def upload(
    file: UploadFile,
    more: list[UploadFile],
    small: Annotated[bytes, File(description="Read at once")],
    caption: Annotated[str, Form(max_length=10)] = "",
    maybe: UploadFile | None = None,
    labels: Annotated[list[str], Form()] = [],  # noqa: B006 -- as people write it
) -> int:
    return 0


@app.post("/form")
def form(username: Annotated[str, Form()], remember: Annotated[bool, Form()] = False) -> None: ...


@app.post("/form-model")
def form_model(profile: Annotated[Profile, Form()]) -> Profile:
    return profile


@app.post("/form-model-with-file")
def form_model_with_file(profile: Annotated[ProfileWithPicture, Form()]) -> None: ...


@app.post("/form-json")
def form_json(item: Annotated[Json[Item], Form()], file: UploadFile) -> None: ...


@app.post("/delete/{delete}", name="a custom name")
def delete(
    delete: str,
    function: int,
    new: Annotated[str, Query(alias="class")],
    url: str,
    options: bool = False,
    fetch: Literal["a", "b", 3] = "a",
    __proto__: str = "",
    constructor: Annotated[str | None, Query(alias="to-string")] = None,
    aliased: Annotated[int, Query(validation_alias=AliasChoices("first", "second"))] = 1,
) -> None:
    """
    Names that hurt, and `*/` in a docstring, and ${injection}.
    """


@app.get("/weird/`${x}`/'quote'/\u00e9/{item}")
def weird_path(item: str) -> str:
    return item


@app.get("/unmatched/{year}/{month:int}/{rest:path}")
def unmatched(request: Request) -> None: ...


@app.get("/untyped")
def untyped(q, tasks: BackgroundTasks, response: Response):
    return {"anything": q}


@app.get("/jsonable", response_model=None)
def jsonable() -> Item:
    return Item(id=1, name="x")


@app.get("/item-or-response", response_model=None)
def item_or_response() -> Item | RedirectResponse:
    return RedirectResponse("/")


@app.get("/text", response_class=PlainTextResponse)
def text(): ...


@app.get("/file")
def file() -> FileResponse:
    return FileResponse(__file__)


@app.get("/image", responses={200: {"content": {"image/png": {}}}}, response_class=Response)
def image(): ...


@app.get("/redirect")
def redirect() -> RedirectResponse:
    return RedirectResponse("/")


@app.get("/bare")
def bare() -> Response:
    return Response()


@app.get("/json-response")
def json_response() -> JSONResponse:
    return JSONResponse({})


@app.get("/declared-json", responses={200: {"model": Item}})
def declared_json() -> JSONResponse:
    return JSONResponse({})


@app.get("/streaming")
def streaming() -> StreamingResponse:
    return StreamingResponse(iter([]))


@app.delete("/gone", status_code=204)
def gone() -> None: ...


@app.get("/both", responses={"4XX": {"model": NotFound}, "default": {"model": NotFound}})
def both() -> Item | Cat | None:
    """
    Two things or nothing.
    """


@app.get("/hidden", include_in_schema=False)
def hidden() -> None: ...


@app.get("/twice")
def first() -> int:
    return 1


@app.get("/twice")
def second() -> int:
    return 2


@app.websocket("/ws/{room}")
async def ws(websocket: WebSocket, room: str) -> None:
    await websocket.accept()


async def plain(request: Request) -> Response:
    return Response()


app.add_api_route("/hello/{name}", hello, methods=["GET"])
app.add_api_route("/wave", hello.wave)
app.add_api_route("/dollars", to_dollars)
app.add_api_route("/anonymous-euros", functools.partial(convert, currency="EUR"))
app.add_api_route("/ping", ping)
app.add_api_route("/anonymous", lambda x: x)
app.add_route("/plain", plain)


# --- Routers ------------------------------------------------------------------------------------

inner = APIRouter(prefix="/inner", route_class=TimedRoute, responses={401: {"model": NotFound}})


@inner.get("/{outer_id}/{inner_id}", tags=["in"])
def deep(inner_id: int, outer_id: int, key: str | None = Security(api_key)) -> list[Item]:
    return []


outer = APIRouter(prefix="/outer", dependencies=[Security(current_user)])
outer.include_router(inner)


@outer.get("")
def list_items() -> list[Item.Nested]:
    return []


app.include_router(outer)
app.include_router(outer, prefix="/v2", deprecated=True)
app.include_router(ugly_orders.router)
app.include_router(ugly_vendor.make_auth_router(current_account), prefix="/auth")


# --- Mounts -------------------------------------------------------------------------------------

sub = FastAPI()
deepest = FastAPI(exception_handlers={})


@sub.get("/users/{id}")
def get_user(id: int, tenant: str = Path()) -> ugly_orders.User: ...


@deepest.get("/")
def bottom(depth: int) -> int:
    return depth


sub.mount("/deepest", deepest)
app.mount("/tenants/{tenant}", sub)
app.mount("/wrapped", CORSMiddleware(deepest))
app.mount("/starlette", Starlette(routes=[Route("/x", plain), Mount("/fast", deepest)]))
app.mount("/static", StaticFiles(directory=HERE))
app.mount("/asgi", lambda scope, receive, send: None)


# --- Newer FastAPI ------------------------------------------------------------------------------

with suppress(ImportError):
    from fastapi.sse import EventSourceResponse, ServerSentEvent

    @app.get("/events", response_class=EventSourceResponse)
    async def events() -> AsyncIterable[Item]:
        yield Item(id=1, name="x")

    @app.get("/raw-events", response_class=EventSourceResponse)
    async def raw_events() -> AsyncIterable[ServerSentEvent]:
        yield ServerSentEvent(data={})

    @outer.get("/lines")
    async def lines() -> AsyncIterable[Item]:
        yield Item(id=1, name="x")


if hasattr(app, "frontend"):
    app.frontend("/app", directory=HERE)
