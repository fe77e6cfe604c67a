"""
Included routers are read as FastAPI serves them, mostly without building what serves them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Body, Depends, FastAPI, Header
from fastapi.responses import HTMLResponse, PlainTextResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel

from fluidkit.introspection import Context, Reading, fastapi_internals, read_app
from fluidkit.introspection.fastapi_inclusions import included_routes


class Item(BaseModel):
    name: str


class Problem(BaseModel):
    reason: str


def token(x_token: Annotated[str, Header()], tenant: str = "") -> str:
    return x_token + tenant


def language(locale: str = "en") -> str:
    return locale


def signed(signature: Annotated[str, Body()]) -> str:
    return signature


def items(**options: Any) -> APIRouter:
    router = APIRouter(**options)

    @router.get("/items/{item_id}", dependencies=[Depends(token)])
    def get_item(item_id: int, tenant: str) -> Item:
        """
        Get one.
        """
        raise NotImplementedError

    @router.post("/items", tags=["new"], responses={409: {"model": Problem}})
    def add_item(item: Item, dry: bool = False) -> Item:
        raise NotImplementedError

    @router.get("/page", response_class=HTMLResponse, deprecated=True)
    def page() -> str:
        raise NotImplementedError

    @router.get("/hidden", include_in_schema=False)
    def hidden() -> None:
        raise NotImplementedError

    return router


INCLUSIONS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "prefix": {"prefix": "/v1"},
    "tags": {"tags": ["items"]},
    "deprecated": {"deprecated": True},
    "hidden": {"include_in_schema": False},
    "dependency": {"dependencies": [Depends(language), Depends(token)]},
    "placeholder": {"prefix": "/of/{tenant}"},
    "dependency with a placeholder": {"prefix": "/{tenant}", "dependencies": [Depends(token)]},
    "dependency with a body": {"dependencies": [Depends(signed)]},
    "response class": {"default_response_class": PlainTextResponse},
    "responses": {"responses": {404: {"model": Problem}}},
}
TWICE = [
    pytest.param(inner, outer, marks=pytest.mark.since(fastapi="0.137"))
    if "placeholder" in inner and "placeholder" in outer
    else (inner, outer)
    for inner in INCLUSIONS
    for outer in INCLUSIONS
]
"""Until 0.137 Starlette refused the same placeholder twice in a path, as it was included."""
PLAIN = ("nothing", "prefix", "tags", "deprecated", "hidden", "dependency")


def read(app: FastAPI) -> Reading:
    here = Path(__file__).parent
    return read_app(app, Context(project_root=here, root=here))


@pytest.mark.parametrize(("inner", "outer"), TWICE)
def test_what_is_included_is_read_as_fastapi_serves_it(
    inner: str, outer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Whatever inclusion says, also twice over: the reading is that of FastAPI's own form.
    """
    app, between = FastAPI(), APIRouter(prefix="/between")
    between.include_router(items(), **INCLUSIONS[inner])
    app.include_router(between, **INCLUSIONS[outer])
    app.include_router(items(default_response_class=PlainTextResponse), prefix="/text")
    read_plainly = read(app)
    monkeypatch.setattr(fastapi_internals, "included_routes", lambda *_: None)
    assert read_plainly == read(app)
    assert read_plainly.api.operations


@pytest.mark.since(fastapi="0.137")
@pytest.mark.parametrize("options", INCLUSIONS)
def test_fastapi_is_asked_where_inclusion_changes_more_than_is_known(options: str) -> None:
    """
    Placeholders, responses and response classes, and a dependency's body reach into the route.
    """
    app = FastAPI()
    app.include_router(items(), **INCLUSIONS[options])
    assert (included_routes(app.routes[-1]) is not None) is (options in PLAIN)


@pytest.mark.since(fastapi="0.137")
def test_fastapi_is_asked_about_a_route_that_was_changed_afterwards() -> None:
    """
    FastAPI makes the included form anew from what the route says by then.
    """
    router, app = items(), FastAPI()
    app.include_router(router)
    route = router.routes[0]
    assert isinstance(route, APIRoute)
    assert included_routes(app.routes[-1]) is not None
    route.dependencies.append(Depends(signed))
    assert included_routes(app.routes[-1]) is None
    route.dependencies.pop()
    route.response_model = Problem
    assert included_routes(app.routes[-1]) is None


def give_signature(route: APIRoute) -> None:
    def one(of: int) -> None: ...

    vars(route.endpoint)["__signature__"] = inspect.signature(one)


def give_path(route: APIRoute) -> None:
    route.path = "/elsewhere"


def give_endpoint(route: APIRoute) -> None:
    def another(of: int) -> Problem:
        raise NotImplementedError

    route.endpoint = another


@pytest.mark.parametrize("change", [give_signature, give_path, give_endpoint])
def test_what_libraries_for_views_change_of_a_route_is_read(
    change: Callable[[APIRoute], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    They take a route out of its router, and include it again with another path or signature.
    """
    router, again, app = APIRouter(prefix="/views"), APIRouter(), FastAPI()

    @router.get("/one/{of:int}")
    def get_one(self: str, of: int) -> Item:
        raise NotImplementedError

    route = router.routes.pop()
    assert isinstance(route, APIRoute)
    change(route)
    again.routes.append(route)
    router.include_router(again)
    app.include_router(router)
    read_plainly = read(app)
    monkeypatch.setattr(fastapi_internals, "included_routes", lambda *_: None)
    assert read_plainly == read(app)
    assert read_plainly.api.operations


@pytest.mark.since(fastapi="0.137")
def test_reading_builds_nothing_that_serves() -> None:
    """
    The first request pays for what it needs itself, as it does without a client.
    """
    built: list[APIRoute] = []

    class Route(APIRoute):
        def get_route_handler(self) -> Any:
            built.append(self)
            return super().get_route_handler()

    router, app = APIRouter(route_class=Route), FastAPI()

    @router.get("/items")
    def get_items() -> list[Item]:
        raise NotImplementedError

    app.include_router(router, prefix="/v1")
    built.clear()
    assert [each.path for each in read(app).api.operations] == ["/v1/items"]
    assert built == []
