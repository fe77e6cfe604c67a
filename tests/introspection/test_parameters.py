"""
What an operation takes: every kind of parameter, in Python's order, with its wire name.
"""

import asyncio
import pathlib
import uuid
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal

import httpx
import pytest
from apps.reading import TESTS, names, operation, operations, parameters, read, warnings
from fastapi import (
    Body,
    Cookie,
    Depends,
    FastAPI,
    File,
    Form,
    Header,
    Path,
    Query,
    Security,
    UploadFile,
)
from fastapi.security import (
    APIKeyHeader,
    APIKeyQuery,
    OAuth2PasswordBearer,
    OAuth2PasswordRequestForm,
)
from pydantic import BaseModel, ConfigDict, Field, Json
from typing_extensions import TypeAliasType
from versions import has

from fluidkit.model import (
    Array,
    Doc,
    Format,
    LiteralValue,
    Object,
    Parameter,
    Place,
    Reference,
    Scalar,
    Union,
)
from fluidkit.model import Field as ModelField


class Item(BaseModel):
    name: str


class Filters(BaseModel):
    limit: int = 10
    tags: list[str] = []


class NeededFilters(Filters):
    who: str


class Aliased(BaseModel):
    size: int = Field(10, alias="page-size")


class Named(Aliased):
    model_config = ConfigDict(populate_by_name=True)


class Headers(BaseModel):
    x_token: str
    if_match: str | None = None
    plain: int = Field(1, alias="Plain_Name", description="As it is")


class WithFile(BaseModel):
    picture: UploadFile
    name: str = ""


ITEM = Reference(f"{__name__}:Item")


def app_of(endpoint: Any, path: str = "/x", method: str = "GET", **options: Any) -> FastAPI:
    app = FastAPI()
    app.add_api_route(path, endpoint, methods=[method], **options)
    return app


def only(endpoint: Any, path: str = "/x", method: str = "GET", **options: Any) -> Parameter:
    (parameter,) = parameters(app_of(endpoint, path, method, **options))
    return parameter


# --- Path, query, header, cookie ------------------------------------------------------------------


def test_a_path_parameter_is_a_required_segment() -> None:
    """Its wire name is the placeholder's."""

    def endpoint(user_id: Annotated[int, Path(ge=1, description="Which")]) -> None: ...

    assert only(endpoint, "/users/{user_id}") == Parameter(
        name="user_id",
        wire_name="user_id",
        place=Place.PATH,
        type=Scalar.NUMBER,
        required=True,
        doc=Doc(text="Which", notes=("At least 1",)),
    )


def test_a_path_parameter_may_span_segments() -> None:
    """`{p:path}`: the convertor shows in the place only."""

    def endpoint(p: str) -> None: ...

    found = operation(app_of(endpoint, "/files/{p:path}"))
    assert found.path == "/files/{p}"
    assert found.parameters[0].place is Place.PATH_REST


def test_a_path_parameter_may_have_an_alias() -> None:
    """The placeholder is the wire name."""

    def endpoint(user: Annotated[str, Path(alias="user_id")]) -> None: ...

    found = only(endpoint, "/{user_id}")
    assert (found.name, found.wire_name) == ("user", "user_id")


@pytest.mark.parametrize(
    ("path", "behind"),
    [
        ("/{a}/{b}", None),
        ("/{a:path}/{b}", None),
        ("/{a}.{b}", "."),
        ("/{a}{b}", ""),
        ("/{a}...{b:path}", "..."),
        ("/{a:path}/to/{b:path}", "/to/"),
        ("/{a:int}-{b}", None),
        ("/{a:uuid}-{b}", None),
        ("/x-{b}/{a}", None),
    ],
)
def test_a_placeholder_knows_what_it_must_not_hold(path: str, behind: str | None) -> None:
    """The one in front of it takes as much as it can."""

    def endpoint(a: Any, b: str) -> None: ...

    first, second = parameters(app_of(endpoint, path))
    assert (first.behind, second.behind) == (None, behind)


def test_a_path_parameter_without_a_placeholder_is_refused() -> None:
    """Every call would be answered with 422."""

    def endpoint(nowhere: Annotated[str, Path()]) -> None: ...

    app = app_of(endpoint)
    assert operations(app) == {}
    assert "'nowhere'" in warnings(app)["GET /x"]


def test_a_placeholder_that_starlette_does_not_see_is_refused() -> None:
    """FastAPI takes any name between braces for one, and serves the braces themselves."""

    def endpoint(größe: int) -> None: ...  # noqa: PLC2401

    app = app_of(endpoint, "/x/{größe}")
    assert asyncio.run(_status(app, "/x/1")) == 404
    (told,) = read(app).diagnostics
    assert told.todo == "give {größe} a name of ASCII letters, as Starlette sees no other"


def test_defaults_make_parameters_optional() -> None:
    """A required one that allows None is still required."""

    def endpoint(a: str, b: str | None, c: str | None = None, d: int = 1) -> None: ...

    assert names(app_of(endpoint)) == ["a", "b", "c?", "d?"]


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)
    number: int = 1
    text: str = ""
    lax: Annotated[int, Field(strict=False)] = 1


async def _status(app: FastAPI, url: str) -> int:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return (await client.get(url)).status_code


def test_no_text_is_a_strict_number() -> None:
    """FastAPI answers 422 to whatever comes: `never`, and a warning."""

    def endpoint(
        number: Annotated[int, Query(strict=True)],
        model: Annotated[Strict, Header()],
        maybe: Annotated[bool | None, Query(strict=True)] = None,
        text: Annotated[str, Query(strict=True)] = "",
    ) -> None: ...

    app = app_of(endpoint)
    assert asyncio.run(_status(app, "/x?number=1")) == 422
    types = {each.name: each.type for each in parameters(app) if each.name != "model"}
    assert types == {"number": Scalar.NEVER, "maybe": Scalar.NULL, "text": Scalar.STRING}
    told = [each.what for each in read(app).diagnostics if "strict" in each.what]
    assert told == [
        f"FastAPI never takes {name!r}, as it is strict and what is sent there is text"
        for name in ("Strict.number", "maybe", "number")
    ]


class Plain(Enum):
    ONE = 1
    TWO = "two"


class Counted(IntEnum):
    ONE = 1


Ids = TypeAliasType("Ids", list[int])


class Deep(BaseModel):
    inner: Filters | None = None
    pairs: list[list[int]] = []
    ids: Ids = []
    parsed: Json[list[int]] | None = None
    number: Literal[1, 2] = 1
    names: list[str] = []
    either: list[int] | int = 0
    counted: Counted = Counted.ONE


def never_taken(app: FastAPI) -> list[str]:
    told = [each.what for each in read(app).diagnostics]
    return [what.split("'")[1] for what in told if what.startswith("FastAPI never takes ")]


def test_text_is_no_number_of_a_literal_or_of_a_plain_enum() -> None:
    """Pydantic reads it for an `IntEnum` alone; what is never taken is in no type."""

    def endpoint(
        a: Literal[1, 2],
        b: Literal[1, True, "x"],
        c: Plain,
        d: Counted,
        e: Annotated[list[Literal[1]], Query()],
        f: Literal[1] | None = None,
        g: Literal[1] | bool = True,
    ) -> None: ...

    app = app_of(endpoint, "/{a}")
    found = {each.name: each.type for each in parameters(app)}
    assert found == {
        "a": Scalar.NEVER,
        "b": LiteralValue("x"),
        "c": LiteralValue("two"),
        "d": Reference(f"{__name__}:Counted"),
        "e": Scalar.NEVER,
        "f": Scalar.NULL,
        "g": Union((LiteralValue(1), Scalar.BOOLEAN)),
    }
    assert never_taken(app) == ["a", "e", "f"]
    assert asyncio.run(_status(app, "/1?b=x&c=two&d=1&e=1")) == 422
    told = [each.what for each in read(app).diagnostics if "does not take all of" in each.what]
    assert [each.split("pydantic makes")[1] for each in told] == [" no 1 and no true", " no 1"]


@pytest.mark.parametrize("place", [Query(), Form(), Header()])
def test_text_is_no_object_and_no_list_that_fastapi_does_not_see(place: Any) -> None:
    """The type of a model may be that of a JSON body, too, so there is a warning alone."""

    def endpoint(deep: Any) -> None: ...

    endpoint.__annotations__["deep"] = Annotated[Deep, place]
    parsed = ("parsed",) if has(fastapi="0.141") else ()  # until then it has the text parsed
    assert never_taken(app_of(endpoint, method="POST")) == [
        f"Deep.{name}" for name in ("ids", "inner", "number", "pairs", *parsed)
    ]


def test_a_form_or_a_cookie_that_nothing_can_be() -> None:
    """`never`, as FastAPI answers 422 whatever comes; a cookie has one value."""

    def endpoint(
        items: Annotated[list[Item], Form()],
        numbers: Annotated[dict[str, int], Form()],
        pairs: Annotated[list[tuple[int, int]], Form()],
        names: Annotated[list[str], Form()],
        parsed: Annotated[Json[Item], Form()],
        several: Annotated[list[str], Cookie()],
    ) -> None: ...

    app = app_of(endpoint, method="POST")
    assert never_taken(app) == ["items", "numbers", "pairs", "several"]
    assert {each.name: each.type for each in parameters(app)} == {
        "items": Scalar.NEVER,
        "numbers": Scalar.NEVER,
        "pairs": Scalar.NEVER,
        "names": Array(Scalar.STRING),
        "parsed": Format("JsonString"),
        "several": Scalar.NEVER,
    }


class Closed(Headers):
    model_config = ConfigDict(extra="forbid")


@pytest.mark.filterwarnings("ignore:The 'alias' attribute with value")
def test_a_header_model_that_forbids_more_is_reported() -> None:
    """Each request has a `host`."""

    def endpoint(headers: Annotated[Closed, Header()]) -> None: ...

    told = [each.what for each in read(app_of(endpoint)).diagnostics]
    assert [each for each in told if "it forbids" in each]


@pytest.mark.parametrize("annotated", [False, True])
def test_what_says_nothing_of_its_type_takes_what_a_url_can_carry(annotated: bool) -> None:
    """`def get_item(item_id)`: it arrives as text, whatever it was."""

    def bare(item_id, q=None): ...  # type: ignore[no-untyped-def]

    def said(item_id: Any, q: Any = None) -> None: ...

    found = parameters(app_of(said if annotated else bare, "/items/{item_id}"))
    text = Union((Scalar.STRING, Scalar.NUMBER, Scalar.BOOLEAN))
    assert [(each.place, each.type) for each in found] == [(Place.PATH, text), (Place.QUERY, text)]


def test_null_is_allowed_only_where_leaving_out_means_none() -> None:
    """Nothing but absence stands for None in a query."""

    def endpoint(a: str | None, b: str | None = None, c: str | None = "x") -> None: ...

    assert [each.type for each in parameters(app_of(endpoint))] == [
        Scalar.STRING,
        Union((Scalar.STRING, Scalar.NULL)),
        Scalar.STRING,
    ]


def test_lists_are_arrays() -> None:
    """Repeated keys on the wire."""

    def endpoint(tag: Annotated[list[str], Query()] = []) -> None: ...  # noqa: B006

    found = only(endpoint)
    assert (found.place, found.type, found.required) == (
        Place.QUERY,
        Array(Scalar.STRING),
        False,
    )
    assert found.doc == Doc()


@pytest.mark.parametrize(
    ("annotation", "place", "wire_name", "required"),
    [
        (Annotated[str, Query(alias="class")], Place.QUERY, "class", True),
        (Annotated[str, Header()], Place.HEADER, "x-the-name", True),
        (Annotated[str, Header(alias="X-Other")], Place.HEADER, "X-Other", True),
        (Annotated[str, Header(convert_underscores=False)], Place.HEADER, "x_the_name", True),
        (Annotated[str, Cookie()], Place.COOKIE, "x_the_name", False),
        (Annotated[str, Cookie(alias="sid")], Place.COOKIE, "sid", False),
    ],
)
def test_wire_names(annotation: Any, place: Place, wire_name: str, required: bool) -> None:
    """Aliases, converted underscores; a cookie is never required, as a browser sends its own."""

    def endpoint(x_the_name: str) -> None: ...

    endpoint.__annotations__["x_the_name"] = annotation
    assert only(endpoint) == Parameter(
        name="x_the_name",
        wire_name=wire_name,
        place=place,
        type=Scalar.STRING,
        required=required,
    )


def test_notes_tell_constraints_then_the_default() -> None:
    """In words, as JSON."""

    def endpoint(
        a: Annotated[int, Query(gt=0, le=9, multiple_of=2)] = 4,
        b: Annotated[str, Query(min_length=1, max_length=3, pattern="^x")] = "x*/",
        c: Annotated[list[int], Query(max_length=3)] = [1, 2],  # noqa: B006
        d: bool = False,
        e: Annotated[int | None, Query(ge=1)] = None,
    ) -> None: ...

    assert [each.doc.notes for each in parameters(app_of(endpoint))] == [
        ("More than 0", "At most 9", "A multiple of 2", "Default: 4"),
        ("At least 1 characters", "At most 3 characters", "Pattern: ^x", 'Default: "x*/"'),
        ("At most 3 items", "Default: [1, 2]"),
        ("Default: false",),
        ("At least 1",),
    ]


def test_defaults_of_this_machine_are_not_shown() -> None:
    """F13: no absolute path gets into a client, and nothing that changes from run to run."""

    def endpoint(
        folder: str = str(TESTS / "apps"),
        tags: Annotated[set[str], Query()] = {"b", "a", "c"},  # noqa: B006
    ) -> None: ...

    assert [each.doc.notes for each in parameters(app_of(endpoint))] == [
        (),
        ('Default: ["a", "b", "c"]',),
    ]


def test_a_deprecated_parameter_says_so() -> None:
    """For the comment."""

    def endpoint(a: Annotated[str, Query(deprecated=True)]) -> None: ...

    assert only(endpoint).doc.deprecated


def test_a_hidden_parameter_is_left_out_where_it_is_optional() -> None:
    """Without a required one, no call would succeed."""

    def endpoint(
        secret: Annotated[str, Query(include_in_schema=False)],
        hidden: Annotated[str, Query(include_in_schema=False)] = "",
    ) -> None: ...

    assert names(app_of(endpoint)) == ["secret"]


# --- Models of parameters -------------------------------------------------------------------------


def test_a_query_model_is_one_object() -> None:
    """It is optional as a whole if all its fields are."""

    def endpoint(
        optional: Annotated[Filters, Query()],
    ) -> None: ...

    assert only(endpoint) == Parameter(
        name="optional",
        wire_name="optional",
        place=Place.QUERY_MODEL,
        type=Reference(f"{__name__}:Filters"),
        required=False,
    )


# Said by newer pydantic of how an older FastAPI reads such a model, and of nothing that is wrong.
@pytest.mark.filterwarnings("ignore:The 'alias' attribute with value")
def test_a_query_models_alias_that_fastapi_never_finds_is_told() -> None:
    """Before 0.123.3, the model was handed the value under the field's name, which it ignores."""

    def endpoint(paging: Annotated[Aliased, Query()]) -> None: ...

    def forgiving(paging: Annotated[Named, Query()]) -> None: ...

    what = "this FastAPI never finds 'size' of the model 'paging' under its alias 'page-size'"
    assert warnings(app_of(endpoint)) == ({} if has(fastapi="0.123.3") else {"GET /x": what})
    assert warnings(app_of(forgiving)) == {}


def test_a_query_model_with_a_required_field_is_required() -> None:
    """Somebody has to say who."""

    def endpoint(filters: Annotated[NeededFilters, Query()]) -> None: ...

    assert only(endpoint).required


# Said by newer pydantic of how an older FastAPI reads such a model, and of nothing that is wrong.
@pytest.mark.filterwarnings("ignore:The 'alias' attribute with value")
def test_a_header_model_has_the_names_of_the_headers() -> None:
    """Underscores are converted, aliases are not."""

    def endpoint(headers: Annotated[Headers, Header()]) -> None: ...

    found = only(endpoint)
    assert found.place is Place.HEADER_MODEL
    assert found.type == Object(
        (
            ModelField(name="x_token", wire_name="x-token", type=Scalar.STRING, required=True),
            ModelField(
                name="if_match",
                wire_name="if-match",
                type=Union((Scalar.STRING, Scalar.NULL)),
                required=False,
            ),
            ModelField(
                name="plain",
                wire_name="Plain_Name",
                type=Scalar.NUMBER,
                required=False,
                doc=Doc(text="As it is", notes=("Default: 1",)),
            ),
        )
    )


def test_a_cookie_model_is_never_required() -> None:
    """As a cookie."""

    def endpoint(cookies: Annotated[NeededFilters, Cookie()]) -> None: ...

    assert (only(endpoint).place, only(endpoint).required) == (Place.COOKIE_MODEL, False)


# --- Dependencies ---------------------------------------------------------------------------------


def deepest(z: str) -> str:
    return z


def middle(y: str, deep: Annotated[str, Depends(deepest)], after: int = 0) -> str:
    return y


class Paging:
    def __init__(self, page: int = 1, size: int = 20) -> None: ...


def test_a_dependencys_parameters_stand_where_the_dependency_stands() -> None:
    """At any depth, functions and classes alike."""

    def endpoint(
        a: str, dep: Annotated[str, Depends(middle)], b: str, paging: Annotated[Paging, Depends()]
    ) -> None: ...

    assert names(app_of(endpoint)) == ["a", "y", "z", "after?", "b", "page?", "size?"]


def test_a_dependency_asked_for_twice_counts_once() -> None:
    """Directly and through another."""

    def endpoint(
        one: Annotated[str, Depends(deepest)], two: Annotated[str, Depends(middle)]
    ) -> None: ...

    assert names(app_of(endpoint)) == ["z", "y", "after?"]


def test_what_two_dependencies_ask_for_is_required_if_either_requires_it() -> None:
    """It keeps the first's place."""

    def wants(q: str | None = None) -> None: ...

    def needs(q: str) -> None: ...

    def endpoint(
        a: Annotated[None, Depends(wants)], b: str, c: Annotated[None, Depends(needs)]
    ) -> None: ...

    assert names(app_of(endpoint)) == ["q", "b"]
    assert parameters(app_of(endpoint))[0].type is Scalar.STRING


class Colour(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("one", "two", "type_", "warned"),
    [
        (str, int, Scalar.NUMBER, False),
        (uuid.UUID, str, Format("UUID"), False),
        (str, Literal["a"], LiteralValue("a"), False),
        (int, Annotated[int, Query(ge=3)], Scalar.NUMBER, False),
        (int, int | None, Scalar.NUMBER, False),
        (int, Literal["a"], Scalar.NUMBER, True),
        (Literal["b"], Literal["a"], LiteralValue("b"), True),
        (bool, Colour, Scalar.BOOLEAN, True),
    ],
)
def test_what_is_asked_for_with_two_types_has_the_narrower(
    one: Any, two: Any, type_: Any, warned: bool
) -> None:
    """Text that is an `int` is a `str` as well; where neither is any text, there is a warning."""

    def wants(q: two) -> None: ...

    def endpoint(q: one, a: Annotated[None, Depends(wants)]) -> None: ...

    app = app_of(endpoint)
    assert [(each.type, each.required) for each in parameters(app)] == [(type_, True)]
    assert bool(warnings(app)) is warned


def test_what_has_two_types_is_required_if_either_requires_it() -> None:
    """Whichever of them is the narrower."""

    def wants(q: int = 3) -> None: ...

    def endpoint(q: str, a: Annotated[None, Depends(wants)]) -> None: ...

    (found,) = parameters(app_of(endpoint))
    assert (found.type, found.required) == (Scalar.NUMBER, True)


def test_headers_are_the_same_whatever_their_case() -> None:
    """https://www.rfc-editor.org/rfc/rfc9110#section-5.1"""

    def upper(token: Annotated[str, Header(alias="X-TOKEN")]) -> None: ...

    def endpoint(x_token: Annotated[str, Header()], a: Annotated[None, Depends(upper)]) -> None: ...

    assert names(app_of(endpoint)) == ["x_token"]


def test_nameless_dependencies_come_last() -> None:
    """The route's own function is what people call."""

    def endpoint(a: str) -> None: ...

    def audit(reason: Annotated[str, Header()]) -> None: ...

    app = FastAPI(dependencies=[Depends(audit)])
    app.add_api_route("/x", endpoint, dependencies=[Depends(deepest)])
    assert names(app) == ["a", "reason", "z"]


def test_a_key_in_the_query_is_an_optional_parameter() -> None:
    """Also one that a router's dependency reads; what has a parameter already is not doubled."""
    named = APIKeyQuery(name="api-key", description="Ours.")
    other, read = APIKeyQuery(name="other-key"), APIKeyQuery(name="read")

    def user(key: Annotated[str, Depends(named)]) -> None: ...

    def endpoint(
        user: Annotated[None, Depends(user)], again: Annotated[str, Security(read)], read: str
    ) -> None: ...

    app = app_of(endpoint, dependencies=[Depends(other), Depends(named)])
    found = {each.wire_name: each for each in parameters(app)}
    assert [(each.name, each.required) for each in found.values()] == [
        ("read", True),
        ("other_key", False),
        ("key", False),
    ]
    assert found["api-key"].place is Place.QUERY
    assert found["api-key"].doc == Doc(text="Ours.", notes=("For APIKeyQuery",))


def test_security_schemes_are_named_in_order_each_once() -> None:
    """At any depth; their headers are no parameters."""
    oauth = OAuth2PasswordBearer(tokenUrl="token")
    key = APIKeyHeader(name="X-Key", scheme_name="The key")

    def user(token: Annotated[str, Depends(oauth)]) -> str:
        return token

    def endpoint(
        a: Annotated[str, Security(user, scopes=["x"])],
        b: Annotated[str, Depends(oauth)],
        c: Annotated[str, Security(key)],
    ) -> None: ...

    found = operation(app_of(endpoint))
    assert found.security == ("OAuth2PasswordBearer", "The key")
    assert found.parameters == ()


# --- Bodies ---------------------------------------------------------------------------------------


def test_a_single_model_is_the_whole_body() -> None:
    """As JSON."""

    def endpoint(item: Item) -> None: ...

    assert operation(app_of(endpoint, method="POST")).body_media_type == "application/json"
    assert only(endpoint, method="POST") == Parameter(
        name="item", wire_name="item", place=Place.JSON_BODY, type=ITEM, required=True
    )


def test_an_optional_body_may_be_null() -> None:
    """Unlike in a query, null can be written."""

    def endpoint(item: Item | None = None) -> None: ...

    found = only(endpoint, method="POST")
    assert not found.required
    assert isinstance(found.type, Union)
    assert Scalar.NULL in found.type.members


def test_whether_a_required_body_may_be_null_depends_on_fastapi() -> None:
    """Before 0.151, null was answered with 422: missing."""

    def endpoint(item: Annotated[Item | None, Body()]) -> None: ...

    nullable = Union((ITEM, Scalar.NULL))
    assert only(endpoint, method="POST").type == (nullable if has(fastapi="0.151") else ITEM)


def test_several_bodies_are_keys_of_one() -> None:
    """Each is a parameter of the function."""

    def endpoint(item: Item, amount: Annotated[int, Body(alias="n")] = 1) -> None: ...

    found = parameters(app_of(endpoint, method="PUT"))
    assert [(each.place, each.wire_name, each.required) for each in found] == [
        (Place.JSON_FIELD, "item", True),
        (Place.JSON_FIELD, "n", False),
    ]


def test_an_embedded_body_is_a_key() -> None:
    """`embed=True`."""

    def endpoint(item: Annotated[Item, Body(embed=True)]) -> None: ...

    assert only(endpoint, method="POST").place is Place.JSON_FIELD


def test_a_body_in_two_dependencies_is_one_body() -> None:
    """FastAPI counts body parameters by their name."""

    def one(item: Item) -> None: ...

    def two(item: Item) -> None: ...

    def endpoint(a: Annotated[None, Depends(one)], b: Annotated[None, Depends(two)]) -> None: ...

    assert only(endpoint, method="POST").place is Place.JSON_BODY


@pytest.mark.parametrize(
    ("annotation", "media_type", "place", "type_"),
    [
        (Item, "application/vnd.x+json", Place.JSON_BODY, ITEM),
        (bytes, "application/octet-stream", Place.RAW_BODY, Scalar.BLOB),
        (str, "text/plain", Place.RAW_BODY, Scalar.STRING),
    ],
)
def test_a_body_with_a_media_type(
    annotation: Any, media_type: str, place: Place, type_: Any
) -> None:
    """FastAPI parses JSON types only; everything else reaches the endpoint as bytes."""

    def endpoint(data: Any = Body(media_type=media_type)) -> None: ...  # noqa: B008

    endpoint.__annotations__["data"] = annotation
    found = operation(app_of(endpoint, method="POST"))
    assert found.body_media_type == media_type
    assert (found.parameters[0].place, found.parameters[0].type) == (place, type_)


def test_a_raw_body_of_a_model_is_reported() -> None:
    """FastAPI would try to validate the bytes."""

    def endpoint(data: Annotated[Item, Body(media_type="application/xml")]) -> None: ...

    assert "application/xml" in warnings(app_of(endpoint, method="POST"))["POST /x"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_required_body_refuses_the_operation(method: str) -> None:
    """U08: `fetch` throws for a GET with a body."""

    def endpoint(item: Item) -> None: ...

    app = app_of(endpoint, method=method)
    assert operations(app) == {}
    assert f"{method} cannot carry a body" in warnings(app)[f"{method} /x"]


def test_an_optional_body_of_a_get_is_left_out() -> None:
    """The call works without it."""

    def endpoint(q: str, item: Item | None = None) -> None: ...

    app = app_of(endpoint)
    assert names(app) == ["q"]
    assert operation(app).body_media_type is None
    assert list(warnings(app)) == ["GET /x"]


def test_only_the_get_of_a_route_is_refused() -> None:
    """The other methods can carry the body."""

    def endpoint(item: Item) -> None: ...

    app = FastAPI()
    app.add_api_route("/x", endpoint, methods=["GET", "DELETE"])
    assert list(operations(app)) == ["DELETE /x"]


def test_a_body_that_only_openapi_knows_is_reported() -> None:
    """The endpoint reads it from the Request."""

    def endpoint() -> None: ...

    app = app_of(endpoint, method="POST", openapi_extra={"requestBody": {"content": {}}})
    assert "openapi_extra" in warnings(app)["POST /x"]


# --- Forms and files ------------------------------------------------------------------------------


def test_form_fields_are_urlencoded() -> None:
    """Without a file."""

    def endpoint(name: Annotated[str, Form()], age: Annotated[int | None, Form()]) -> None: ...

    found = operation(app_of(endpoint, method="POST"))
    assert found.body_media_type == "application/x-www-form-urlencoded"
    assert [(each.place, each.type) for each in found.parameters] == [
        (Place.FORM_FIELD, Scalar.STRING),
        (Place.FORM_FIELD, Scalar.NUMBER),
    ]


def test_the_password_form_has_its_fields() -> None:
    """A dependency that is a class of form fields."""

    def endpoint(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> None: ...

    found = names(app_of(endpoint, method="POST"))
    assert found[:3] == ["grant_type?", "username", "password"]


def test_files_are_blobs_in_a_multipart_form() -> None:
    """One, several, optional, read at once, beside other fields."""

    def endpoint(
        one: UploadFile,
        several: list[UploadFile],
        small: Annotated[bytes, File()],
        smalls: Annotated[list[bytes], File()],
        perhaps: UploadFile | None = None,
        perhaps_several: list[UploadFile] | None = None,
        caption: Annotated[str, Form()] = "",
    ) -> None: ...

    found = operation(app_of(endpoint, method="POST"))
    assert found.body_media_type == "multipart/form-data"
    assert {each.place for each in found.parameters} == {Place.FORM_FIELD}
    assert [each.type for each in found.parameters] == [
        Scalar.BLOB,
        Array(Scalar.BLOB),
        Scalar.BLOB,
        Array(Scalar.BLOB),
        Scalar.BLOB,
        Array(Scalar.BLOB),
        Scalar.STRING,
    ]
    assert [each.required for each in found.parameters] == [True] * 4 + [False] * 3


def test_a_form_model_is_one_object() -> None:
    """Its keys are form fields."""

    def endpoint(item: Annotated[Item, Form()]) -> None: ...

    assert only(endpoint, method="POST") == Parameter(
        name="item", wire_name="item", place=Place.FORM_MODEL, type=ITEM, required=True
    )


class Card(BaseModel):
    number: str


@pytest.mark.since(fastapi="0.160")
def test_a_form_may_be_one_of_several_models() -> None:
    """Each key of the one that is sent is a field; a file in any of them makes it multipart."""

    def endpoint(paid: Annotated[Card | WithFile | None, Form()] = None) -> None: ...

    found = operation(app_of(endpoint, method="POST"))
    assert found.parameters[0].place is Place.FORM_MODEL
    assert found.body_media_type == "multipart/form-data"


def test_a_form_model_with_a_file_is_multipart() -> None:
    """FastAPI calls it urlencoded, but no file can be sent so."""

    def endpoint(form: Annotated[WithFile, Form()]) -> None: ...

    assert operation(app_of(endpoint, method="POST")).body_media_type == "multipart/form-data"


def test_a_form_may_declare_to_be_multipart() -> None:
    """`media_type` of any field counts."""

    def endpoint(name: Annotated[str, Form(media_type="multipart/form-data")]) -> None: ...

    assert operation(app_of(endpoint, method="POST")).body_media_type == "multipart/form-data"


def test_an_object_in_a_form_is_reported() -> None:
    """A form field is text: no object passes validation."""

    def endpoint(item: Annotated[Item, Body()], file: UploadFile) -> None: ...

    assert "'item'" in warnings(app_of(endpoint, method="POST"))["POST /x"]


def test_parameters_know_where_they_stand() -> None:
    """A dependency's in the dependency."""

    def endpoint(a: str, dep: Annotated[str, Depends(middle)]) -> None: ...

    (found,) = read(app_of(endpoint)).api.operations
    lines = pathlib.Path(__file__).read_text().splitlines()
    stands = {each.name: each.origin for each in found.parameters}
    assert all(
        origin is not None and lines[origin.line - 1][origin.column :].startswith(name)
        for name, origin in stands.items()
    )
    assert "def middle" in lines[stands["y"].line - 1]  # type: ignore[union-attr]
