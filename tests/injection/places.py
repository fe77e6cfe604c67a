"""
Every place where an app can hold a text, each as a Python module of its own.

`TEXT` is replaced by the text as a Python literal. What is not Python's to say stands in the
tests: file names, module names and settings.
"""

HEADER = """
import dataclasses, enum
from typing import Annotated, Any, Generic, Literal, NewType, TypeVar, Union
from typing_extensions import NotRequired, TypeAliasType, TypedDict
import pydantic
from fastapi import APIRouter, Body, Cookie, Depends, File, Form, Header, Path, Query, Security
from fastapi import UploadFile, security
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, RootModel, computed_field, create_model
from sse_starlette import EventSourceResponse
import fluidkit

router = APIRouter()

def named(text, make=None):
    def endpoint(): ...
    endpoint.__name__ = endpoint.__qualname__ = text
    endpoint.__annotations__["return"] = int
    return endpoint
"""

_PLACES = {
    # --- What people write about things -------------------------------------------------------
    "endpoint_docstring": """
@router.get("/x")
def endpoint(a: int, b: int = 1) -> int:
    TEXT
""",
    "model_docstring": """
class Model(BaseModel):
    TEXT
    x: int

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "enum_docstring": """
class Color(enum.Enum):
    TEXT
    red = "r"

@router.get("/x")
def endpoint(color: Color) -> Color: ...
""",
    "dataclass_docstring": """
@dataclasses.dataclass
class Model:
    TEXT
    x: int

@router.get("/x")
def endpoint() -> Model: ...
""",
    "typed_dict_docstring": """
class Model(TypedDict):
    TEXT
    x: int

@router.get("/x")
def endpoint() -> Model: ...
""",
    "attribute_docstring": """
class Model(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)
    x: int
    TEXT

@router.get("/x")
def endpoint() -> Model: ...
""",
    "enum_member_docstring": """
class Color(enum.Enum):
    red = "r"
    TEXT

@router.get("/x")
def endpoint() -> Color: ...
""",
    "property_docstring": """
class Model(BaseModel):
    @computed_field
    @property
    def x(self) -> int:
        TEXT

@router.get("/x")
def endpoint() -> Model: ...
""",
    "field_description": """
class Model(BaseModel):
    x: int = Field(description=TEXT)
    y: Annotated[int, Field(1, description=TEXT)]

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "field_title": """
class Model(BaseModel):
    model_config = ConfigDict(title=TEXT)
    x: int = Field(title=TEXT)

@router.get("/x")
def endpoint() -> Model: ...
""",
    "field_example": """
class Model(BaseModel):
    x: str = Field(examples=[TEXT], json_schema_extra={"example": TEXT, TEXT: TEXT})

@router.get("/x")
def endpoint() -> Model: ...
""",
    "field_pattern": """
class Model(BaseModel):
    x: str = Field(json_schema_extra={"pattern": TEXT, "format": TEXT, "description": TEXT})

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "field_deprecated": """
class Model(BaseModel):
    x: str = Field(deprecated=TEXT)

@router.get("/x")
def endpoint() -> Model: ...
""",
    "schema_extra": """
class Model(BaseModel):
    model_config = ConfigDict(json_schema_extra={"description": TEXT, "title": TEXT})
    x: int

@router.get("/x")
def endpoint() -> Model: ...
""",
    "custom_schema": """
class Custom:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return handler.generate_schema(str)
    @classmethod
    def __get_pydantic_json_schema__(cls, schema, handler):
        return {"type": "object", "title": TEXT, "description": TEXT, "required": [TEXT],
            "properties": {TEXT: {"const": TEXT, "description": TEXT}}}

@router.get("/x")
def endpoint() -> Custom: ...
""",
    "route_summary": """
@router.get("/x", summary=TEXT, response_description=TEXT)
def endpoint() -> int: ...
""",
    "route_description": """
@router.get("/x", description=TEXT)
def endpoint() -> int: ...
""",
    "route_tag": """
@router.get("/x", tags=[TEXT], name=TEXT, operation_id=TEXT)
def endpoint() -> int: ...
""",
    "route_extra": """
@router.get("/x", openapi_extra={"summary": TEXT, TEXT: TEXT, "x-text": TEXT})
def endpoint() -> int: ...
""",
    "error_description": """
class Problem(BaseModel):
    x: int

@router.get("/x", responses={404: {"model": Problem, "description": TEXT}})
def endpoint() -> int: ...
""",
    "parameter_description": """
@router.post("/x/{c}")
def endpoint(
    c: Annotated[int, Path(description=TEXT, title=TEXT)],
    a: Annotated[int, Query(description=TEXT, title=TEXT, examples=[TEXT])],
    h: Annotated[int, Header(description=TEXT)],
    b: Annotated[int, Body(description=TEXT)],
    o: Annotated[int, Query(description=TEXT)] = 1,
    k: Annotated[int, Cookie(description=TEXT)] = 1,
) -> int: ...
""",
    "parameter_deprecated": """
@router.get("/x")
def endpoint(
    a: Annotated[int, Query(deprecated=TEXT)], b: Annotated[int, Query(deprecated=TEXT)] = 1
) -> int: ...
""",
    "parameter_pattern": """
import re

@router.get("/x")
def endpoint(
    a: Annotated[str, Query(json_schema_extra={"pattern": TEXT})],
    b: Annotated[str, Query(pattern=re.compile(re.escape(TEXT)))],
) -> int: ...
""",
    "security_scheme": """
Key = security.APIKeyHeader(name=TEXT, scheme_name=TEXT, description=TEXT)
Login = security.OAuth2PasswordBearer(tokenUrl=TEXT, scheme_name=TEXT + "2", scopes={TEXT: TEXT})

@router.get("/x")
def endpoint(a: int, key=Depends(Key), login=Security(Login, scopes=[TEXT])) -> int: ...
""",
    # --- Values -------------------------------------------------------------------------------
    "enum_value": """
class Color(enum.Enum):
    red = TEXT
    green = "green"

@router.get("/x")
def endpoint(color: Color, other: Color = Color.red) -> dict[Color, int]: ...
""",
    "literal": """
@router.get("/x")
def endpoint(a: Literal[TEXT, "b"], b: Literal[TEXT] = TEXT) -> list[Literal[TEXT, 1]]: ...
""",
    "literal_field": """
class Model(BaseModel):
    x: Literal[TEXT]
    y: dict[Literal[TEXT, "b"], int] = {}

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "discriminator": """
class Cat(BaseModel):
    kind: Literal[TEXT] = Field(alias=TEXT)

class Dog(BaseModel):
    kind: Literal["dog"] = Field(alias=TEXT)

@router.post("/x")
def endpoint(pet: Annotated[Union[Cat, Dog], Field(discriminator="kind")]) -> Union[Cat, Dog]: ...
""",
    "default": """
class Model(BaseModel):
    x: str = TEXT
    y: list[str] = [TEXT]
    z: dict[str, Any] = {TEXT: {TEXT: TEXT}}

@router.post("/x")
def endpoint(model: Model, a: str = TEXT, b: Annotated[list[str], Query()] = [TEXT]) -> Model: ...
""",
    "constraint": """
@router.get("/x")
def endpoint(a: Annotated[str, Query(ge=TEXT)], b: Annotated[str, Query(lt=TEXT)] = "") -> int: ...
""",
    # --- Names on the wire --------------------------------------------------------------------
    "field_alias": """
class Model(BaseModel):
    x: int = Field(alias=TEXT)
    y: int = Field(1, serialization_alias=TEXT + "2", validation_alias=TEXT + "3")
    z: int = Field(1, validation_alias=pydantic.AliasChoices(TEXT + "4", "choice"))

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "parameter_alias": """
@router.post("/x")
def endpoint(
    a: Annotated[int, Query(alias=TEXT)],
    h: Annotated[int, Header(alias=TEXT)],
    o: Annotated[int, Query(alias=TEXT + "2")] = 1,
    p: Annotated[int, Header(alias=TEXT + "2")] = 1,
    k: Annotated[int, Cookie(alias=TEXT)] = 1,
) -> int: ...
""",
    "body_alias": """
@router.post("/x")
def endpoint(a: Annotated[int, Body(alias=TEXT)], b: Annotated[int, Body(alias="b" + TEXT)] = 1
) -> int: ...
""",
    "form_alias": """
@router.post("/x")
def endpoint(a: Annotated[int, Form(alias=TEXT)], b: Annotated[int, Form(alias="b" + TEXT)] = 1
) -> int: ...
""",
    "file_alias": """
@router.post("/x")
def endpoint(a: Annotated[UploadFile, File(alias=TEXT)],
    b: Annotated[list[UploadFile], File(alias="b" + TEXT)] = []) -> int: ...
""",
    "query_model_alias": """
class Filter(BaseModel):
    x: int = Field(alias=TEXT)
    y: int = Field(1, alias=TEXT + "2")

@router.get("/x")
def endpoint(filter: Annotated[Filter, Query()]) -> int: ...
""",
    "header_model_alias": """
class Filter(BaseModel):
    x: int = Field(alias=TEXT)
    y: int = Field(1, alias=TEXT + "2")

@router.get("/x")
def endpoint(filter: Annotated[Filter, Header()]) -> int: ...
""",
    "form_model_alias": """
class Filter(BaseModel):
    x: int = Field(alias=TEXT)
    y: int = Field(1, alias=TEXT + "2")

@router.post("/x")
def endpoint(filter: Annotated[Filter, Form()]) -> int: ...
""",
    "typed_dict_key": """
Model = TypedDict("Model", {TEXT: int, TEXT + "2": NotRequired[str]})

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "path": """
@router.get("/a" + TEXT + "/{id}/" + TEXT)
def endpoint(id: int) -> int: ...
""",
    "prefix": """
inner = APIRouter()

@inner.get("/{id:path}")
def endpoint(id: str) -> int: ...

router.include_router(inner, prefix="/" + TEXT)
""",
    "body_media_type": """
@router.post("/x")
def endpoint(a: Annotated[bytes, Body(media_type=TEXT)]) -> int: ...
""",
    "json_media_type": """
@router.post("/x")
def endpoint(a: Annotated[int, Body(media_type="application/" + TEXT + "+json")]) -> int: ...
""",
    "response_media_type": """
class Special(Response):
    media_type = TEXT

@router.get("/x", response_class=Special)
def endpoint(): ...

@router.get("/y", responses={200: {"content": {TEXT: {}}}})
def other(): ...
""",
    "event_name": """
class Tick(BaseModel):
    x: int

async def events():
    tick: Tick = Tick(x=1)
    yield {"event": TEXT, "data": tick.model_dump_json()}
    yield {"event": TEXT + "2", "data": "text"}

@router.get("/x")
async def endpoint():
    return EventSourceResponse(events())
""",
    "sentinel": """
class Tick(BaseModel):
    x: int

async def events():
    tick: Tick = Tick(x=1)
    yield f"data: {tick.model_dump_json()}\\n\\n"
    yield "data: " + TEXT + "\\n\\n"

@router.get("/x")
async def endpoint():
    return StreamingResponse(events(), media_type="text/event-stream")
""",
    "marked_event": """
class Tick(BaseModel):
    x: int

@router.get("/x")
@fluidkit.streams({TEXT: Tick, TEXT + "2": str})
async def endpoint(): ...
""",
    # --- Names in Python ----------------------------------------------------------------------
    "function_name": """
router.get("/x")(named(TEXT))
router.get("/y")(named(TEXT))
""",
    "qualified_name": """
def endpoint() -> int: ...
endpoint.__qualname__ = TEXT
endpoint.__module__ = endpoint.__module__
router.get("/x")(endpoint)
""",
    "model_name": """
Model = type(BaseModel)(TEXT, (BaseModel,), {"__annotations__": {"x": int}, "__module__": __name__,
    "__qualname__": TEXT})

@router.post("/x")
def endpoint(model: Model) -> dict[str, Model]: ...
""",
    "created_model_name": """
Model = create_model(TEXT, x=(int, 1), __doc__=TEXT, __module__=__name__)

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "dataclass_name": """
Model = dataclasses.make_dataclass("Model", [("x", int)])
Model.__name__ = Model.__qualname__ = TEXT
Model.__module__ = __name__

@router.get("/x")
def endpoint() -> Model: ...
""",
    "typed_dict_name": """
Model = TypedDict(TEXT, {"x": int})
Model.__module__ = __name__

@router.get("/x")
def endpoint() -> Model: ...
""",
    "enum_name": """
Color = enum.Enum(TEXT, {"red": 1, "green": 2})
Color.__module__ = __name__

@router.get("/x")
def endpoint() -> Color: ...
""",
    "enum_member_name": """
Color = enum.Enum("Color", {TEXT: 1, "b" + TEXT: 2})
Color.__module__ = __name__

@router.get("/x")
def endpoint() -> Color: ...
""",
    "field_name": """
Model = create_model("Model", **{TEXT: (int, 1), "b" + TEXT: (int, ...)}, __module__=__name__)

@router.post("/x")
def endpoint(model: Model) -> Model: ...
""",
    "alias_name": """
globals()[TEXT] = Alias = TypeAliasType(TEXT, list[int])
New = NewType(TEXT, int)

@router.post("/x")
def endpoint(a: Alias, b: New) -> Alias: ...
""",
    "type_variable_name": """
T = TypeVar(TEXT)

class Page(BaseModel, Generic[T]):
    items: list[T]

@router.get("/x")
def endpoint() -> tuple[Page[int], Page[str]]: ...
""",
    "type_argument": """
T = TypeVar("T")

class Page(BaseModel, Generic[T]):
    items: list[T]

@router.get("/x")
def endpoint() -> tuple[Page[Literal[TEXT]], Page[list[Literal[TEXT, 1]]]]: ...
""",
    "parameter_name": """
import inspect

def endpoint(**arguments) -> int: ...

endpoint.__signature__ = inspect.Signature([
    inspect.Parameter(TEXT, inspect.Parameter.KEYWORD_ONLY, annotation=int),
    inspect.Parameter(TEXT + "2", inspect.Parameter.KEYWORD_ONLY, annotation=int, default=1),
], return_annotation=int)
router.get("/x")(endpoint)
""",
}

PLACES = {
    **{place: HEADER + source for place, source in _PLACES.items()},
    "module_docstring": f"""TEXT
{HEADER}
@router.get("/x")
def endpoint() -> int: ...
""",
}
"""The name of a place → the source of its module."""
