"""
What an operation answers: the success, and the errors that are declared.
"""

import asyncio
import json
import logging
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import pytest
from apps.reading import notes, operation, read, warnings
from fastapi import FastAPI, Header, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from httpx import ASGITransport, AsyncClient
from pydantic import BaseModel, Field, computed_field
from typing_extensions import TypedDict

from fluidkit.introspection.inquiry import Wire
from fluidkit.model import (
    EmptyResult,
    ErrorResponse,
    FileResult,
    Format,
    JsonResult,
    Object,
    RawResult,
    Reference,
    Result,
    Scalar,
    TextResult,
    Union,
)


class User(BaseModel):
    name: str


class NotFound(BaseModel):
    detail: str


class Pdf(Response):
    media_type = "application/pdf"


class Json(Response):
    media_type = "application/problem+json"


USER = Reference(f"{__name__}:User")


class Envelope(JSONResponse):
    def render(self, content: Any) -> bytes:
        return json.dumps({"data": content, "code": 0}).encode()


class Named(JSONResponse):
    def __init__(self, content: Any, *args: Any, **options: Any) -> None:
        super().__init__({"payload": content}, *args, **options)


class Inherited(Envelope):
    pass


class Compact(JSONResponse):
    def render(self, content: Any) -> bytes:
        logging.getLogger(__name__).debug("rendered", extra={"content": content})
        return json.dumps(content, separators=(",", ":"), default=str).encode()


NOT_FOUND = Reference(f"{__name__}:NotFound")
VALIDATION = ErrorResponse(422, Reference("fastapi:HTTPValidationError"))


def app_of(returns: Any = ..., method: str = "GET", **options: Any) -> FastAPI:
    def endpoint(): ...

    if returns is not ...:
        endpoint.__annotations__["return"] = returns
    app = FastAPI()
    app.add_api_route("/x", endpoint, methods=[method], **options)
    return app


def result(returns: Any = ..., method: str = "GET", **options: Any) -> Result:
    return operation(app_of(returns, method, **options)).result


# --- JSON -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("response", [Envelope, Named, Inherited])
def test_what_a_response_class_puts_into_something_else_is_unknown(
    response: type[Response],
) -> None:
    """Unless `responses=` says what is written; the response model is only what goes into it."""
    app = app_of(User, response_class=response)
    assert operation(app).result == JsonResult(Scalar.UNKNOWN)
    assert "into something else" in warnings(app)["GET /x"]
    said: Any = {200: {"model": NotFound}}
    assert result(User, response_class=response, responses=said) == JsonResult(NOT_FOUND)


def test_a_response_class_may_write_in_its_own_way() -> None:
    """With another encoder, as long as it writes what it is given."""
    assert result(User, response_class=Compact) == JsonResult(USER)


def test_the_return_annotation_is_the_result() -> None:
    """FastAPI makes a response model of it."""
    assert result(User) == JsonResult(USER)


def test_the_response_model_wins_over_the_annotation() -> None:
    """It filters what the endpoint returns."""
    assert result(dict[str, Any], response_model=User) == JsonResult(USER)
    assert result(JSONResponse, response_model=User) == JsonResult(USER)


def test_the_annotation_counts_without_a_response_model() -> None:
    """`response_model=None` only says that nothing is filtered."""
    assert result(User, response_model=None) == JsonResult(USER)


def test_nothing_at_all_is_unknown_with_a_diagnostic() -> None:
    """36 % of the routes of real applications say nothing."""
    assert result() == JsonResult(Scalar.UNKNOWN)
    assert "return annotation" not in warnings(app_of(User)).get("GET /x", "")
    assert list(warnings(app_of())) == ["GET /x"]


def test_none_is_null() -> None:
    """`-> None` says something: the body is `null`."""
    assert result(None) == JsonResult(Scalar.NULL)
    assert warnings(app_of(None)) == {}


def test_a_class_that_pydantic_does_not_know_is_unknown_with_a_diagnostic() -> None:
    """`jsonable_encoder` makes a dict of it that nobody has described."""

    class Opaque: ...

    app = app_of(Opaque, response_model=None)
    assert operation(app).result == JsonResult(Scalar.UNKNOWN)
    assert "Opaque" in warnings(app)["GET /x"]


class Own(BaseModel):
    name: str

    def model_dump(self, **options: Any) -> dict[str, Any]:
        return {"own": True}


class Around(BaseModel):
    own: Own


@pytest.mark.parametrize("annotation", [Own, list[Own], dict[str, Own | None]])
def test_what_a_model_dumps_in_its_own_way_is_unknown_without_a_response_model(
    annotation: Any,
) -> None:
    """`jsonable_encoder` calls the method, pydantic doesn't; of one inside it is pydantic."""
    app = app_of(annotation, response_model=None)
    assert operation(app).result == JsonResult(Scalar.UNKNOWN)
    assert "'Own' has a `model_dump` of its own" in warnings(app)["GET /x"]
    assert result(Own) == JsonResult(Reference(f"{__name__}:Own"))
    assert result(Around, response_model=None) == JsonResult(Reference(f"{__name__}:Around"))


class Row(TypedDict):
    name: str
    _sa_state: int


@dataclass
class Held:
    name: str
    _sa_state: int = 0


class Renamed(BaseModel):
    name: str
    state: int = Field(0, serialization_alias="_sa_state")


class Computed(BaseModel):
    name: str

    @computed_field(alias="_sa_state")
    def state(self) -> int:
        return 0


class Holds(BaseModel):
    row: Row


class Bare(BaseModel):
    state: int = Field(0, serialization_alias="_sa_state", exclude=True)


@pytest.mark.parametrize(
    ("annotation", "value"), [(Row, {"name": "a", "_sa_state": 1}), (Held, Held("a", 1))]
)
@pytest.mark.parametrize("options", [{}, {"response_model": None}], ids=["pydantic", "jsonable"])
def test_keys_that_only_one_wire_has(annotation: Any, value: Any, options: dict[str, Any]) -> None:
    """`jsonable_encoder` leaves out what begins as SQLAlchemy's own attributes do."""

    def endpoint() -> Any:
        return value

    endpoint.__annotations__["return"] = annotation
    app = FastAPI()
    app.get("/x", **options)(endpoint)
    wanted = ["name"] if options else ["name", "_sa_state"]
    assert list(asyncio.run(_answer(app))) == wanted
    [definition] = [
        each.definition for each in read(app).api.declarations if each.module == __name__
    ]
    assert isinstance(definition, Object)
    assert [each.wire_name for each in definition.fields] == wanted
    assert warnings(app) == {}


async def _answer(app: FastAPI) -> Any:
    async with AsyncClient(transport=ASGITransport(app), base_url="http://app") as client:
        return (await client.get("/x")).json()


@pytest.mark.parametrize(
    "value",
    [Renamed(name="a"), Computed(name="a"), Holds(row={"name": "a", "_sa_state": 1})],
)
def test_keys_of_a_model_that_are_not_sent(value: BaseModel) -> None:
    """A model without them would be another type: it is unknown, and the diagnostic says why."""
    app = app_of(type(value), response_model=None)
    assert "_sa" in value.model_dump_json(by_alias=True)
    assert "_sa" not in json.dumps(jsonable_encoder(value))
    assert operation(app).result == JsonResult(Scalar.UNKNOWN)
    assert "the key '_sa_state'" in warnings(app)["GET /x"]
    assert warnings(app_of(type(value))) == {}


def test_a_key_that_is_never_sent() -> None:
    """It is missing on both wires."""
    assert result(Bare, response_model=None) == JsonResult(Reference(f"{__name__}:Bare"))


def test_the_two_wires_differ() -> None:
    """pydantic writes a Decimal as a string, `jsonable_encoder` as a number."""
    assert result(Decimal) == JsonResult(Format("Decimal"))
    assert result(Decimal, response_model=None) == JsonResult(Format("Decimal", Scalar.NUMBER))


def test_the_routes_flags_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the one who knows what they mean for a type; the jsonable wire has none."""
    from fluidkit.introspection import app as reader

    asked: list[Any] = []
    real = reader.read_types

    def spy(requests: Any, *arguments: Any) -> Any:
        asked.extend(requests)
        return real(requests, *arguments)

    monkeypatch.setattr(reader, "read_types", spy)
    flags: dict[str, Any] = {
        "response_model_by_alias": False,
        "response_model_exclude_unset": True,
        "response_model_exclude_none": True,
        "response_model_exclude_defaults": True,
        "response_model_include": {"name"},
        "response_model_exclude": {"other"},
    }
    operation(app_of(User, **flags))
    operation(app_of(User, response_model=None, **flags))
    assert [_wire(each) for each in asked] == [
        Wire(
            by_alias=False,
            exclude_unset=True,
            exclude_none=True,
            exclude_defaults=True,
            include={"name"},
            exclude={"other"},
        ),
        Wire(kind="jsonable"),
    ]


def _wire(request: Any) -> Wire:
    return Wire(
        kind=request.wire,
        by_alias=request.by_alias,
        exclude_unset=request.exclude_unset,
        exclude_none=request.exclude_none,
        exclude_defaults=request.exclude_defaults,
        include=request.include,
        exclude=request.exclude,
    )


# --- Other bodies ---------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [204, 205, 304])
def test_some_statuses_have_no_body(status: int) -> None:
    """https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1"""
    found = operation(app_of(None, status_code=status))
    assert (found.result, found.status) == (EmptyResult(), status)


def test_head_has_no_body_and_no_error_bodies() -> None:
    """Not even where the endpoint returns a model."""
    found = operation(app_of(User, "HEAD", responses={404: {"model": NotFound}}))
    assert (found.result, found.errors) == (EmptyResult(), ())


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (HTMLResponse, TextResult()),
        (PlainTextResponse, TextResult()),
        (FileResponse, FileResult()),
        (Pdf, FileResult()),
        (RedirectResponse, RawResult()),
    ],
)
def test_a_response_class_says_what_comes(response: type[Response], expected: Result) -> None:
    """Annotated or declared, whatever else the endpoint is annotated with."""
    assert result(response) == expected
    assert result(str, response_class=response) == expected
    assert result(response_class=response) == expected
    assert warnings(app_of(response)) == {}


def test_the_class_that_is_returned_wins_over_the_declared_one() -> None:
    """The endpoint's Response goes out as it is."""
    assert result(PlainTextResponse, response_class=FileResponse) == TextResult()
    assert result(Response, response_class=FileResponse) == FileResult()


def test_a_redirect_has_its_status() -> None:
    """Without one on the route, that of the class."""
    assert operation(app_of(response_class=RedirectResponse)).status == 307


@pytest.mark.parametrize("response", [Response, StreamingResponse])
def test_a_bare_response_is_raw_with_a_diagnostic(response: type[Response]) -> None:
    """Nothing is known of it."""
    app = app_of(response)
    assert operation(app).result == RawResult()
    assert response.__name__ in warnings(app)["GET /x"]


def test_a_media_type_in_responses_describes_a_bare_response() -> None:
    """As FastAPI's documentation does it for images."""
    image = {200: {"content": {"image/png": {}}}}
    assert result(Response, responses=image) == FileResult()
    assert result(response_class=Response, responses=image) == FileResult()
    assert warnings(app_of(Response, responses=image)) == {}


def test_a_model_in_responses_describes_a_bare_response() -> None:
    """The endpoint writes that JSON itself."""
    described = {200: {"model": User}}
    assert result(Response, responses=described) == JsonResult(USER)
    assert result(JSONResponse, responses=described) == JsonResult(USER)
    assert result(responses=described) == JsonResult(USER)


def test_json_of_its_own_is_unknown_with_a_diagnostic() -> None:
    """A JSONResponse goes out as it is."""
    assert result(JSONResponse) == JsonResult(Scalar.UNKNOWN)
    assert result(response_class=Json) == JsonResult(Scalar.UNKNOWN)
    assert list(warnings(app_of(JSONResponse))) == ["GET /x"]


@pytest.mark.parametrize("response", [RedirectResponse, JSONResponse, Response])
def test_data_or_a_response_is_data(response: type[Response]) -> None:
    """The browser follows a redirect, and other JSON is an error's."""
    assert result(User | response, response_model=None) == JsonResult(USER)


def test_data_or_text_is_raw_with_a_diagnostic() -> None:
    """Only the response tells which of both it is."""
    app = app_of(User | PlainTextResponse, response_model=None)
    assert operation(app).result == RawResult()
    assert "PlainTextResponse" in warnings(app)["GET /x"]


def test_a_response_or_none_is_the_response() -> None:
    """None stands for no Response at all."""
    assert result(FileResponse | None, response_model=None) == FileResult()


# --- `responses=` ---------------------------------------------------------------------------------


def test_models_of_errors_are_in_order_of_status() -> None:
    """Whatever their order, and whether the status is a number or a string."""
    found = operation(app_of(User, responses={"409": {"model": User}, 404: {"model": NotFound}}))
    assert found.errors == (ErrorResponse(404, NOT_FOUND), ErrorResponse(409, USER))


def test_a_status_without_a_model_is_no_declared_error() -> None:
    """Its body may be anything."""
    assert operation(app_of(User, responses={404: {"description": "No"}})).errors == ()


def test_models_of_other_successes_join_the_result() -> None:
    """Both resolve the call."""
    app = app_of(User, responses={202: {"model": NotFound}, 203: {"model": User}})
    assert operation(app).result == JsonResult(Union((USER, NOT_FOUND)))
    assert operation(app).errors == ()


def test_models_of_other_successes_may_be_all_that_is_known() -> None:
    """Then they are the result."""
    app = app_of(responses={202: {"model": NotFound}})
    assert operation(app).result == JsonResult(NOT_FOUND)
    assert warnings(app) == {}


def test_ranges_are_noted_and_not_used() -> None:
    """A type for "4XX" would claim statuses that other layers answer."""
    app = app_of(User, responses={"4XX": {"model": NotFound}, "default": {"model": NotFound}})
    assert operation(app).errors == ()
    assert list(notes(app)) == ["GET /x"]


# --- 422 ------------------------------------------------------------------------------------------


def validating(**options: Any) -> FastAPI:
    def endpoint(token: Annotated[int, Header()]) -> None: ...

    app = FastAPI(**options)
    app.add_api_route("/x", endpoint)
    return app


def test_what_is_validated_may_be_refused_with_422() -> None:
    """In FastAPI's own form."""
    assert operation(validating()).errors == (VALIDATION,)


def test_what_takes_nothing_is_never_refused() -> None:
    """There is nothing to validate."""
    assert operation(app_of(User)).errors == ()


def test_a_handler_of_the_apps_own_answers_in_its_own_form() -> None:
    """Then nothing is known of a 422."""

    async def handler(request: Request, error: Exception) -> Response:
        return Response()

    app = validating()
    app.add_exception_handler(RequestValidationError, handler)
    assert operation(app).errors == ()


def test_a_declared_422_wins() -> None:
    """The user knows better."""

    def endpoint(q: int) -> None: ...

    app = FastAPI()
    app.add_api_route("/x", endpoint, responses={422: {"model": NotFound}})
    assert operation(app).errors == (ErrorResponse(422, NOT_FOUND),)


def test_a_mounted_app_has_handlers_of_its_own() -> None:
    """Those of the app around it do not reach inside."""

    async def handler(request: Request, error: Exception) -> Response:
        return Response()

    app = FastAPI(exception_handlers={RequestValidationError: handler})
    app.mount("/sub", validating())
    assert operation(app).errors == (VALIDATION,)
