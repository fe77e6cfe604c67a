"""
An app whose functions, parameters, models, fields, enums and modules have any names.
"""

from __future__ import annotations

import enum
import importlib.util
import inspect
import keyword
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar
from uuid import UUID

from fastapi import APIRouter, FastAPI, UploadFile
from fastapi.responses import FileResponse, PlainTextResponse, Response, StreamingResponse
from pydantic import BaseModel, Field, create_model
from typing_extensions import TypedDict

from fluidkit import streams

MODULE = """
from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class Thing(BaseModel):
    x: int


@router.get("/modules/{number}")
def get_thing() -> Thing:
    return Thing(x=1)
"""


def build(names: Sequence[str], folder: Path) -> FastAPI:
    """
    Build an app with all `names` as functions, parameters, models, keys, enums and their members,
    type variables, and files of modules below `folder`.
    """
    app = FastAPI()
    _functions(app, names)
    _parameters(app, names)
    _models(app, names)
    _keys(app, names)
    _enums(app, names)
    _pages(app, names)
    _together(app, names)
    for number, stem in enumerate(names):
        app.include_router(_module(folder / f"{stem}.py", number))
    return app


def build_beside(names: Sequence[str]) -> FastAPI:
    """
    Build an app with models of `names` in one module, and beside them every kind of type, body and
    answer.
    """
    app = FastAPI()
    models = [_model(name, "beside") for name in names]
    holder = create_model("Holder", **{f"m{n}": (model, ...) for n, model in enumerate(models)})
    app.get("/models")(endpoint("get_models", "beside", holder))
    types = dict[str, list[tuple[int, ...] | tuple[str, bytes] | dict[Literal["a"], None] | UUID]]
    app.get("/types")(endpoint("get_types", "beside", types))
    app.get("/raw", response_class=Response)(endpoint("get_raw", "beside", Response))
    app.get("/file", response_class=FileResponse)(endpoint("get_file", "beside", FileResponse))
    app.get("/text", response_class=PlainTextResponse)(endpoint("get_text", "beside", str))
    app.get("/events")(
        streams(models[0], kind="events")(endpoint("get_events", "beside", StreamingResponse))
    )
    records = streams(models[1], kind="json_lines")
    app.get("/records")(records(endpoint("get_records", "beside", StreamingResponse)))
    kind = inspect.Parameter.KEYWORD_ONLY
    sent = inspect.Parameter("sent", kind, annotation=list[UploadFile])
    app.post("/sent", responses={404: {"model": models[2]}})(endpoint("send", "beside", None, sent))
    return app


def endpoint(
    name: str, module: str, result: Any, *parameters: inspect.Parameter
) -> Callable[..., Any]:
    """
    Make an endpoint.
    """

    def made(**_: Any) -> None: ...

    made.__name__ = made.__qualname__ = name
    made.__module__ = module
    made.__signature__ = inspect.Signature(parameters, return_annotation=result)  # type: ignore[attr-defined]
    return made


def _functions(app: FastAPI, names: Iterable[str]) -> None:
    for number, name in enumerate(names):
        app.get(f"/functions/{number}")(endpoint(name, "functions", int))


def _parameters(app: FastAPI, names: Iterable[str]) -> None:
    fit = [name for name in names if name.isidentifier() and not keyword.iskeyword(name)]
    kind = inspect.Parameter.KEYWORD_ONLY
    required = [inspect.Parameter(name, kind, annotation=str) for name in fit]
    optional = [inspect.Parameter(name, kind, annotation=str, default="") for name in fit]
    app.get("/required")(endpoint("required", "parameters", int, *required))
    app.get("/optional")(endpoint("optional", "parameters", int, *optional))
    for number, (one, other) in enumerate(zip(required, optional[1:] + optional[:1], strict=True)):
        app.get(f"/both/{number}")(endpoint(f"both_{number}", "parameters", int, one, other))


def _models(app: FastAPI, names: Sequence[str]) -> None:
    models = [_model(name, "models") for name in names]
    holder = create_model("Holder", **{f"m{n}": (model, ...) for n, model in enumerate(models)})
    app.get("/models")(endpoint("get_models", "models", holder))


def _enums(app: FastAPI, names: Sequence[str]) -> None:
    enums = [_enum(name, "enums") for name in names]
    colors = create_model("Colors", **{f"e{n}": (color, ...) for n, color in enumerate(enums)})
    app.get("/enums")(endpoint("get_enums", "enums", colors))


def _pages(app: FastAPI, names: Sequence[str]) -> None:
    pages = [_page(name) for name in names]
    shelf = create_model("Shelf", **{f"p{n}": (page[int], ...) for n, page in enumerate(pages)})
    app.get("/pages")(endpoint("get_pages", "pages", shelf))


def _keys(app: FastAPI, names: Sequence[str]) -> None:
    fields = TypedDict("Fields", dict.fromkeys(names, int))  # type: ignore[misc]
    aliases = create_model(
        "Aliases", **{f"f{n}": (int, Field(alias=name)) for n, name in enumerate(names)}
    )
    members = enum.Enum("Members", {name: n for n, name in enumerate(names) if _is_member(name)})  # type: ignore[misc]
    for each in (fields, aliases, members):
        each.__module__ = "keys"
    app.get("/fields")(endpoint("get_fields", "keys", fields))
    app.get("/aliases")(endpoint("get_aliases", "keys", aliases))
    app.get("/members")(endpoint("get_members", "keys", members))


def _together(app: FastAPI, names: Sequence[str]) -> None:
    """
    Functions, models and enums of one name in one module, and a façade that meets them all.
    """
    for number, name in enumerate(names):
        kind = _model(name, "together") if number % 2 else _enum(name, "together")
        app.get(f"/together/{number}")(endpoint(name, "together", kind))
    others = [_model(name, "elsewhere") for name in names]
    many = create_model("Many", **{f"m{n}": (model, ...) for n, model in enumerate(others)})
    app.get("/together")(endpoint("get_many", "together", many))


def _model(name: str, module: str) -> Any:
    body = {"__annotations__": {"x": int}, "__module__": module, "__qualname__": name}
    return type(BaseModel)(name, (BaseModel,), body)


def _enum(name: str, module: str) -> Any:
    return enum.Enum(name, {"first": "1", "second": "2"}, module=module)


def _page(name: str) -> Any:
    variable = TypeVar(name)  # type: ignore[misc]

    class Page(BaseModel, Generic[variable]):  # type: ignore[valid-type]
        items: list[variable]  # type: ignore[valid-type]

    Page.__module__ = "pages"
    return Page


def _is_member(name: str) -> bool:
    return name != "mro" and not (name.startswith("_") and name.endswith("_"))


def _module(file: Path, number: int) -> APIRouter:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(MODULE.replace("{number}", str(number)), encoding="utf-8")
    name = f"named_modules.m{number}"
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    router: APIRouter = module.router
    return router
