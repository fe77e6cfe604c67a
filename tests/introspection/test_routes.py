"""
Which routes are found, under which path, and which are skipped.
"""

import asyncio
from typing import Any

import httpx
import pytest
from apps.reading import (
    TESTS,
    diagnostics,
    errors,
    notes,
    operation,
    operations,
    parameters,
    read,
    warnings,
)
from fastapi import APIRouter, FastAPI, Path, Request, WebSocket
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles
from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import Host, Mount, Route
from versions import has

from fluidkit.model import Format, JsonResult, Parameter, Place, Scalar


def number() -> int:
    """
    Answer with a number.
    """
    return 1


async def plain(request: Request) -> Response:
    return Response()


def app_with(*paths: str) -> FastAPI:
    app = FastAPI()
    for path in paths:
        app.add_api_route(path, number)
    return app


def test_an_empty_app_has_nothing_to_say() -> None:
    """FastAPI's own routes (/docs, /openapi.json) are neither operations nor diagnostics."""
    reading = read(FastAPI())
    assert reading.api.operations == ()
    assert reading.api.modules == ()
    assert reading.diagnostics == ()


def test_add_api_route_is_a_route_like_any_other() -> None:
    """A route needs no decorator."""
    found = operation(app_with("/number"))
    assert (found.name, found.method, found.path) == ("number", "GET", "/number")
    assert (found.module, found.result) == (number.__module__, JsonResult(Scalar.NUMBER))


def test_routers_in_routers_have_all_prefixes() -> None:
    """The path has the prefix of each router and of each inclusion, outermost first."""
    inner = APIRouter(prefix="/inner")
    inner.add_api_route("/x", number)
    outer = APIRouter(prefix="/outer")
    outer.include_router(inner, prefix="/between")
    app = FastAPI()
    app.include_router(outer, prefix="/v1")
    assert list(operations(app)) == ["GET /v1/outer/between/inner/x"]


def test_a_router_included_twice_has_two_operations() -> None:
    """Each inclusion counts with its own prefix and flags."""
    router = APIRouter()
    router.add_api_route("/x", number)
    app = FastAPI()
    app.include_router(router, prefix="/a")
    app.include_router(router, prefix="/b", deprecated=True)
    found = operations(app)
    assert list(found) == ["GET /a/x", "GET /b/x"]
    assert [each.doc.deprecated for each in found.values()] == [False, True]


def test_routes_added_after_their_router_was_included_are_found() -> None:
    """Inclusion is lazy since FastAPI 0.137; before, such routes are not served either."""
    router = APIRouter()
    router.add_api_route("/early", number)
    app = FastAPI()
    app.include_router(router)
    router.add_api_route("/late", number)
    served = {"/early", "/late"} & set(app.openapi()["paths"])
    assert {each.path for each in read(app).api.operations} == served


def test_several_methods_are_several_operations_in_order() -> None:
    """Methods are a set: they are sorted, so that every run says the same."""
    app = FastAPI()
    app.add_api_route("/x", number, methods=["POST", "GET", "DELETE"])
    assert list(operations(app)) == ["DELETE /x", "GET /x", "POST /x"]


def test_a_subclass_of_apiroute_is_a_route() -> None:
    """What it does around the endpoint does not change the endpoint."""

    class Timed(APIRoute):
        pass

    router = APIRouter(route_class=Timed)
    router.add_api_route("/x", number)
    app = FastAPI()
    app.include_router(router)
    assert list(operations(app)) == ["GET /x"]


def test_mounted_apps_are_read_at_any_depth() -> None:
    """FastAPI in FastAPI, in Starlette, in a Mount with routes, and behind middleware."""
    deepest = app_with("/x")
    sub = FastAPI()
    sub.mount("/deepest", deepest)
    app = FastAPI()
    app.mount("/sub", sub)
    app.mount("/starlette", Starlette(routes=[Mount("/fast", deepest)]))
    app.mount("/wrapped", CORSMiddleware(deepest))
    app.router.routes.append(Mount("/routes", routes=[Mount("/again", deepest)]))
    assert list(operations(app)) == [
        "GET /sub/deepest/x",
        "GET /starlette/fast/x",
        "GET /wrapped/x",
        "GET /routes/again/x",
    ]


def test_a_mount_inside_an_included_router_has_the_prefix() -> None:
    """FastAPI serves such mounts since routers are included lazily; then they are read."""
    router = APIRouter()
    router.mount("/sub", app_with("/x"))
    app = FastAPI()
    app.include_router(router, prefix="/v1")
    lazy = has(fastapi="0.137.2")
    assert list(operations(app)) == (["GET /v1/sub/x"] if lazy else [])


async def _status(app: FastAPI, path: str) -> int:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return (await client.get(path)).status_code


def test_what_is_mounted_answers_below_the_root_path_only() -> None:
    """The app's own routes answer without it, too: see Starlette's `get_route_path`."""
    app = FastAPI()
    app.root_path = "/v"
    app.add_api_route("/x", number)
    sub = app_with("/y")
    sub.mount("/deep", app_with("/z"))
    app.mount("/sub", sub)
    found = list(operations(app).values())
    assert [each.path for each in found] == ["/x", "/v/sub/y", "/v/sub/deep/z"]
    assert [asyncio.run(_status(app, each.path)) for each in found] == [200, 200, 200]
    assert asyncio.run(_status(app, "/sub/y")) == 404


def test_a_mounted_app_with_another_root_path_is_reported() -> None:
    """It never answers."""
    app = FastAPI()
    for root_path in ("/same", "/else"):
        sub = FastAPI()
        sub.root_path = root_path
        sub.add_api_route("/x", number)
        app.mount(root_path.replace("else", "other"), sub)
    assert list(operations(app)) == ["GET /same/x"]
    assert list(warnings(app)) == ["ANY /other"]
    assert asyncio.run(_status(app, "/same/x")) == 200
    assert asyncio.run(_status(app, "/other/x")) == 404
    assert asyncio.run(_status(app, "/other/else/x")) == 404


def test_an_app_mounted_in_itself_is_read_once() -> None:
    """The walk ends."""
    app = app_with("/x")
    app.mount("/again", app)
    assert list(operations(app)) == ["GET /x"]


def test_the_mounts_path_parameter_is_a_required_string() -> None:
    """Nothing in Python says more about it."""
    app = FastAPI()
    app.mount("/tenants/{tenant}", app_with("/x"))
    assert parameters(app) == (
        Parameter(
            name="tenant",
            wire_name="tenant",
            place=Place.PATH,
            type=Scalar.STRING,
            required=True,
        ),
    )


def test_the_mounts_path_parameter_may_be_read_by_an_endpoint() -> None:
    """`Path()` reads it, and then Python's type counts."""
    sub = FastAPI()

    @sub.get("/users/{user}")
    def get_user(user: str, tenant: int = Path()) -> None: ...

    app = FastAPI()
    app.mount("/{tenant}", sub)
    assert [(each.name, each.type) for each in parameters(app)] == [
        ("user", Scalar.STRING),
        ("tenant", Scalar.NUMBER),
    ]


def test_placeholders_without_a_python_parameter_follow_their_convertor() -> None:
    """An endpoint may read `request.path_params` by itself."""
    app = FastAPI()

    @app.get("/{a}/{b:int}/{c:float}/{d:uuid}/{e:path}")
    def get_all(request: Request) -> None: ...

    found = operation(app)
    assert found.path == "/{a}/{b}/{c}/{d}/{e}"
    assert [(each.name, each.type, each.place) for each in found.parameters] == [
        ("a", Scalar.STRING, Place.PATH),
        ("b", Scalar.NUMBER, Place.PATH),
        ("c", Scalar.NUMBER, Place.PATH),
        ("d", Format("UUID"), Place.PATH),
        ("e", Scalar.STRING, Place.PATH_REST),
    ]


def test_operations_are_in_order_of_module_then_of_routes() -> None:
    """An unrelated module never moves them."""
    from apps import ugly_orders

    app = FastAPI()
    app.add_api_route("/b", number)
    app.include_router(ugly_orders.router)
    app.add_api_route("/a", number)
    found = [(each.module, each.path) for each in read(app).api.operations]
    assert found[-2:] == [(number.__module__, "/b"), (number.__module__, "/a")]
    assert {module for module, _ in found[:-2]} == {ugly_orders.__name__}


# --- Skipped ------------------------------------------------------------------------------------


def test_a_plain_starlette_route_is_skipped_with_a_warning() -> None:
    """It says nothing about parameters and results."""
    app = FastAPI()
    app.add_route("/plain", plain)
    assert list(operations(app)) == []
    assert list(warnings(app)) == ["GET,HEAD /plain"]


def test_the_plain_routes_of_a_mounted_app_are_skipped_together() -> None:
    """Somebody's admin interface is one thing to decide about; one beside functions is not."""
    app = app_with("/number")
    admin = Starlette(routes=[Route(f"/{name}", plain) for name in "abc"])
    app.mount("/admin", admin)
    assert warnings(app)["ANY /admin/"] == (
        "skipped: GET,HEAD /admin/a, GET,HEAD /admin/b and 1 more are plain Starlette routes,"
        " which say nothing about parameters and results"
    )
    assert not [
        each for each in read(app, exclude=["/admin/*"]).diagnostics if each.level != "note"
    ]
    admin.mount("/", app_with("/inside"))
    assert list(warnings(app)) == ["GET,HEAD /admin/a", "GET,HEAD /admin/b", "GET,HEAD /admin/c"]


@pytest.mark.parametrize("path", ["number", "", "{path:path}", "/a/../b", "/a/."])
def test_a_path_that_no_url_has_is_skipped_with_a_warning(path: str) -> None:
    """Behind a base URL, "{path}" would name another host or port."""
    (told,) = read(app_with(path)).diagnostics
    assert told.route == f"GET {path.replace(':path', '')}".strip()
    assert told.what.startswith("skipped: no URL has this path")


def test_a_mounted_app_puts_no_slash_in_front() -> None:
    """A router that is included does: the two paths are one."""
    router = APIRouter(prefix="/v1")
    router.add_api_route("", number)
    router.add_api_route("-old", number)
    app = FastAPI()
    app.include_router(router)
    app.mount("/sub", app_with("number"))
    assert list(operations(app)) == ["GET /v1", "GET /v1-old"]
    assert list(warnings(app)) == ["GET /subnumber"]


def test_a_websocket_is_skipped_with_a_warning() -> None:
    """Wherever it stands, with its full path."""
    router = APIRouter(prefix="/chat")

    @router.websocket("/{room}")
    async def chat(websocket: WebSocket, room: str) -> None: ...

    app = FastAPI()
    app.include_router(router)
    assert list(warnings(app)) == ["WEBSOCKET /chat/{room}"]


def test_what_is_not_in_the_schema_is_skipped_with_a_note() -> None:
    """It is wanted so; the note lists the path."""
    app = FastAPI()
    app.add_api_route("/hidden", number, include_in_schema=False)
    app.add_route("/hidden-plain", plain, include_in_schema=False)
    assert list(operations(app)) == []
    assert list(notes(app)) == ["GET /hidden", "GET,HEAD /hidden-plain"]


def test_static_files_are_noted() -> None:
    """They are no operations, and nothing is to be done about them."""
    app = FastAPI()
    app.mount("/static", StaticFiles(directory=TESTS))
    assert list(notes(app)) == ["GET /static"]


def test_a_front_end_is_noted() -> None:
    """`app.frontend()`, where FastAPI has it, also on a router."""
    app = FastAPI()
    router = APIRouter(prefix="/b")
    expected = []
    if hasattr(app, "frontend"):
        app.frontend("/a", directory=TESTS)
        router.frontend("/c", directory=TESTS)
        expected = ["GET /a", "GET /v1/b/c"]
    app.include_router(router, prefix="/v1")
    assert list(notes(app)) == expected


def test_an_unknown_asgi_app_is_skipped_with_a_warning() -> None:
    """Nothing can be known of it."""

    async def asgi(scope: Any, receive: Any, send: Any) -> None: ...

    app = FastAPI()
    app.mount("/asgi", asgi)
    assert list(warnings(app)) == ["ANY /asgi"]


def test_a_host_is_skipped_with_a_warning() -> None:
    """Its routes are not reachable under the app's own address."""
    app = FastAPI()
    app.router.routes.append(Host("admin.example.org", app_with("/x")))
    assert list(operations(app)) == []
    assert list(warnings(app)) == ["ANY"]


def test_a_route_behind_another_is_skipped_with_a_warning() -> None:
    """The first one answers: a second function would call the first endpoint."""
    app = app_with("/x", "/x")
    assert list(operations(app)) == ["GET /x"]
    assert list(warnings(app)) == ["GET /x"]


def test_routes_that_differ_in_their_convertor_are_both_reached() -> None:
    """`/{x:int}` lets "abc" through to `/{x}`."""
    app = FastAPI()

    @app.get("/{x:int}")
    def by_number(x: int) -> int:
        return x

    @app.get("/{x}")
    def by_name(x: str) -> str:
        return x

    assert [each.name for each in read(app).api.operations] == ["by_number", "by_name"]


def test_a_broken_route_leaves_the_others_intact() -> None:
    """F14: one route that cannot be read is told, and is not the others' loss."""
    app = app_with("/good", "/broken", "/fine")
    broken = next(each for each in app.routes if getattr(each, "path", "") == "/broken")
    del broken.dependant  # type: ignore[attr-defined]
    assert list(operations(app)) == ["GET /good", "GET /fine"]
    assert list(errors(app)) == ["GET /broken"]


@pytest.mark.since(fastapi="0.137.2")
def test_a_router_that_fastapi_cannot_include_leaves_the_others_intact() -> None:
    """F14: included routers are built lazily, so that they fail as late as here."""

    def fails(route: APIRoute) -> str:
        return str(1 / 0)

    router = APIRouter()
    router.add_api_route("/inside", number)
    app = app_with("/good")
    app.include_router(router, generate_unique_id_function=fails)
    app.add_api_route("/fine", number)
    assert list(operations(app)) == ["GET /good", "GET /fine"]
    assert [("ZeroDivisionError" in what) for what in errors(app).values()] == [True]


def test_a_type_that_breaks_the_generator_costs_itself_only() -> None:
    """F14, for what only shows up when the types are described: the operation stays."""

    class Rude:
        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
            return handler(int)

        @classmethod
        def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
            raise ZeroDivisionError

    app = app_with("/good")
    app.add_api_route("/rude", lambda x: x, response_model=Rude)
    app.add_api_route("/fine", number)
    assert list(operations(app)) == ["GET /good", "GET /rude", "GET /fine"]
    assert operations(app)["GET /rude"].result == JsonResult(Scalar.UNKNOWN)
    complaints = [each for each in read(app).diagnostics if each.route == "GET /rude"]
    assert any("ZeroDivisionError" in each.what for each in complaints)


def test_types_that_cannot_be_described_cost_their_operation_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """F14, for a bug of ours in the one run that describes all types."""
    from fluidkit.introspection import app as reader

    real = reader.read_types

    def failing(requests: Any, *arguments: Any) -> Any:
        if any("/bad" in str(each.key) for each in requests):
            raise ZeroDivisionError
        return real(requests, *arguments)

    monkeypatch.setattr(reader, "read_types", failing)
    app = app_with("/good", "/bad", "/fine")
    assert list(operations(app)) == ["GET /good", "GET /fine"]
    assert [*errors(app)] == ["GET /bad"]


# --- Settings -----------------------------------------------------------------------------------


def test_include_names_the_routes_that_are_wanted() -> None:
    """`*` crosses `/`; what is left out is noted."""
    reading = read(app_with("/a/x", "/a/b/c", "/z"), include=["/a/*"])
    assert [each.path for each in reading.api.operations] == ["/a/x", "/a/b/c"]
    assert [(each.route, each.level) for each in reading.diagnostics] == [("GET /z", "note")]


def test_exclude_wins_over_include() -> None:
    """Both are globs on the whole path."""
    reading = read(app_with("/a/x", "/a/b", "/z"), include=["/a/*"], exclude=["*/b"])
    assert [each.path for each in reading.api.operations] == ["/a/x"]


def test_exclude_quietens_a_warning() -> None:
    """What the user has left out knowingly is a note."""
    app = FastAPI()
    app.add_route("/plain", plain)
    reading = read(app, exclude=["/plain"])
    assert [each.level for each in reading.diagnostics] == ["note"]


def test_routes_of_starlette_apps_have_their_prefix_in_messages() -> None:
    """The path is the one that a browser would ask for."""
    app = FastAPI()
    app.mount("/old", Starlette(routes=[Route("/x", plain)]))
    assert [each.route for each in diagnostics(app)] == ["GET,HEAD /old/x"]
