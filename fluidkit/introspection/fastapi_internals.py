"""
Everything that FluidKit takes from FastAPI and Starlette without their promise.

Each function says why the public way does not do. All of it works from FastAPI 0.115 on: what a
version lacks is answered as that version behaves. Nothing else in the package touches a name
with an underscore of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast

import fastapi
from fastapi import routing
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies import utils
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo
from starlette.datastructures import QueryParams
from starlette.responses import Response
from starlette.routing import BaseRoute

from fluidkit.introspection.fastapi_inclusions import (
    IsHeld,
    OtherwiseError,
    Segment,
    included_routes,
)

EffectiveRoute: TypeAlias = Any
"""
An `APIRoute`, or FastAPI's `RouteContext` with the same attributes.

`Any`, because the attributes that differ between a route and its inclusions (tags, dependencies,
response class…) are reached through `__getattr__` and have no public type.
"""

ModelField: TypeAlias = Any
"""FastAPI's `ModelField`, whose module moved between versions."""

Dependant: TypeAlias = Any
"""FastAPI's `Dependant`: the parameters of one function and its dependencies."""


def effective_routes(
    routes: Sequence[BaseRoute], is_held: IsHeld | None = None
) -> Iterator[EffectiveRoute | Segment]:
    """
    Yield each route as it is served, and each segment that `is_held`.

    Included routers are lazy since FastAPI 0.137, and `iter_route_contexts` lists what they hold;
    before, the list was flat.
    """
    contexts = getattr(routing, "iter_route_contexts", iter)
    for route in routes:
        included = included_routes(route, is_held)
        yield from map(_served, contexts([route])) if included is None else included


def _served(context: EffectiveRoute) -> EffectiveRoute:
    """
    Return a context, or the route behind it, where the context has no path of its own.

    So it is in FastAPI 0.140.0 for mounts, WebSockets and plain routes of included routers.
    """
    route = getattr(context, "starlette_route", None)
    return context if route is None or context.path else route


def original_route(route: EffectiveRoute) -> BaseRoute:
    """
    Return the route as it was declared, to see what kind it is. Read nothing else from it.
    """
    return cast("BaseRoute", getattr(route, "original_route", route))


def is_as_declared(route: EffectiveRoute) -> bool:
    """
    Tell whether a route is served with the fields that it was declared with.

    Where inclusion changes more than `IncludedRoute` knows, FastAPI makes new ones each time.
    """
    return getattr(route, "_route_context", None) is None


def frontend_paths(router: Any) -> list[str]:
    """
    Return the paths below which `app.frontend()` serves files.

    They are kept apart from `routes`, in lists without a public name.
    """
    low_priority = getattr(router, "_iter_low_priority_routes", list)
    return [
        getattr(route, "frontend_prefix", "") + frontend.path
        for route in low_priority()
        for frontend in getattr(original_route(route), "routes", [])
    ]


def mounted_app(mount: EffectiveRoute) -> Any:
    """
    Return what is mounted, without the middleware that `Mount(middleware=…)` put around it.
    """
    return getattr(mount, "_base_app", mount.app)


def type_adapter(field: ModelField) -> TypeAdapter[Any]:
    """
    Return the adapter that FastAPI validates and serializes with.

    Building our own would cost as much as FastAPI's start-up, and could differ from it.
    """
    adapter: TypeAdapter[Any] = field._type_adapter
    return adapter


def embeds_body(route: EffectiveRoute) -> bool:
    """
    Tell whether each body parameter is a key of the body, rather than the body itself.

    FastAPI's rule for this differs between versions; this is its own answer.
    """
    return bool(getattr(route, "_embed_body_fields", False))


def response_class(route: EffectiveRoute) -> tuple[type[Response], bool]:
    """
    Return the response class, and whether anyone asked for it.
    """
    declared = route.response_class
    if isinstance(declared, DefaultPlaceholder):
        default: type[Response] = declared.value
        return default, False
    return declared, True


def wire_name(field: ModelField) -> str:
    """
    Return the name that FastAPI looks for first in the request.

    How `alias`, `validation_alias` and the model's configuration play together has changed
    several times, so the version that is installed is asked.
    """
    aliases = getattr(utils, "_get_param_aliases", None)
    if aliases is not None:
        return str(aliases(field)[0][1])
    validation_alias = getattr(utils, "get_validation_alias", None)
    return str(validation_alias(field) if validation_alias is not None else field.alias)


def header_names(parent: ModelField, model: type[BaseModel]) -> Mapping[str, str]:
    """
    Return the header of each field of a header model, by the field's Python name.
    """
    default = getattr(parent.field_info, "convert_underscores", True)
    return {field.name: _header_name(field, default) for field in model_fields(model)}


def _header_name(field: ModelField, default: bool) -> str:
    name = wire_name(field)
    converts = getattr(field.field_info, "convert_underscores", default)
    return name.replace("_", "-") if converts and name == field.name else name


def model_fields(model: type[BaseModel]) -> Sequence[ModelField]:
    """
    Return FastAPI's own fields of a parameter model, with the adapters that it has built.
    """
    # Defined in a module that has moved, imported here in every version.
    return cast("Sequence[ModelField]", vars(utils)["get_cached_model_fields"](model))


def form_models(field: ModelField) -> Sequence[type[BaseModel]]:
    """
    Return the models in a union, one of which is the whole form; none in versions before 0.160.
    """
    models = getattr(utils, "_get_form_union_models", None)
    return models(annotation(field)) if models is not None else []


def reads_several(field: ModelField) -> bool:
    """
    Tell whether FastAPI hands over all values of a name in a query, a header or a form, as a list.

    What counts as a list for it has changed between versions, so it is handed one.
    """
    name = wire_name(field)
    read = utils._get_multidict_value(field, QueryParams([(name, "")]), name)
    return isinstance(read, list)


def reads_form_models_beside_fields() -> bool:
    """
    Tell whether a form model may stand beside other form fields.

    Older versions look for the model under its own name, where no form can put it.
    """
    return hasattr(utils, "_get_form_models") or hasattr(utils, "_get_form_model")


def reads_aliases_in_models() -> bool:
    """
    Tell whether a field of a query, header or cookie model is found under its alias.

    Older versions hand the value to the model under the field's own name, which it ignores.
    """
    return _VERSION >= (0, 123, 3)


def takes_null_as_a_body() -> bool:
    """
    Tell whether null is a value of a required body; older versions answer that it is missing.
    """
    return _VERSION >= (0, 151)


_VERSION = tuple(int(number) for number in re.findall(r"\d+", fastapi.__version__)[:3])
"""FastAPI's own, for what its names do not show."""


def annotation(field: ModelField) -> Any:
    """
    Return a parameter's type without its `Annotated` metadata.
    """
    info: FieldInfo = field.field_info
    return info.annotation


def is_fastapi_endpoint(endpoint: Callable[..., Any] | None) -> bool:
    """
    Tell whether FastAPI added this route itself: `/docs`, `/openapi.json` and their like.
    """
    return getattr(endpoint, "__module__", None) == "fastapi.applications"


__all__ = [
    "Dependant",
    "EffectiveRoute",
    "ModelField",
    "OtherwiseError",
    "Segment",
    "annotation",
    "effective_routes",
    "embeds_body",
    "form_models",
    "frontend_paths",
    "header_names",
    "is_as_declared",
    "is_fastapi_endpoint",
    "model_fields",
    "mounted_app",
    "original_route",
    "reads_aliases_in_models",
    "reads_form_models_beside_fields",
    "reads_several",
    "response_class",
    "takes_null_as_a_body",
    "type_adapter",
    "wire_name",
]
