"""
The routes of included routers, without all that FastAPI builds to serve them.

Since 0.137 FastAPI builds a second form of each included route, handler and fields and all, at the
first request or when somebody lists them: a third of the time that a client took. What inclusion
changes of a route is little, and mostly it is the path. So a route is read as its router has it,
with those changes; where they are more than that, FastAPI's own form is taken.

The public way, `iter_route_contexts`, has no form without the building. A FastAPI that names its
parts otherwise has nothing here that it could be asked for, and is asked the public way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeGuard

from fastapi import routing
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies import utils
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

_CONVERTOR = re.compile(r":[a-zA-Z_]\w*}")
"""What a placeholder of a path has and the format of the path has not."""


class IncludedRoute:
    """
    A route as it is served below the router that includes its own.

    What is not changed by that is the route's own.
    """

    def __init__(self, route: APIRoute, inclusion: _Inclusion) -> None:
        vars(self).update(vars(route))
        self.original_route = route
        self.path = inclusion.prefix + route.path
        self.path_format = inclusion.prefix + route.path_format
        self.include_in_schema = route.include_in_schema and inclusion.include_in_schema
        self.deprecated = route.deprecated or inclusion.deprecated
        self.tags = [*inclusion.tags, *route.tags]
        self.dependant: Any = inclusion.dependant(route)

    def __getattr__(self, name: str) -> Any:
        """
        Answer what this has no word of its own for.
        """
        return getattr(self.original_route, name)


IsHeld: TypeAlias = Callable[["Segment"], bool]
"""Whether what was read of a segment before is still right."""


def included_routes(
    route: BaseRoute, is_held: IsHeld | None = None
) -> list[IncludedRoute | Segment] | None:
    """
    Return the routes of an included router; None: `route` is none, or is one to ask FastAPI about.

    Those of a segment that `is_held` stay in it: nobody looks at each of them.
    """
    if type(route) is not getattr(routing, "_IncludedRouter", None):
        return None
    try:
        return [
            each
            for segment in _segments(route, None)
            for each in ([segment] if is_held and is_held(segment) else segment.included())
        ]
    except (OtherwiseError, AttributeError):
        return None


class OtherwiseError(Exception):
    """
    Inclusion changes more than is known here.
    """


@dataclass(frozen=True, slots=True)
class Segment:
    """
    Routes that stand beside each other in one router, and what its inclusion changes of them.
    """

    routes: Sequence[BaseRoute]
    inclusion: _Inclusion

    def included(self) -> list[IncludedRoute]:
        """
        Return the routes as they are served. Raise `OtherwiseError` where FastAPI is to be asked.
        """
        return [*map(self._included, self.routes)]

    def _included(self, route: BaseRoute) -> IncludedRoute:
        if not _is_plain(route) or not self.inclusion.keeps_response_class(route):
            raise OtherwiseError
        read = IncludedRoute(route, self.inclusion)
        self.inclusion.try_naming(read)
        return read


def _segments(included: Any, around: Any) -> Iterator[Segment]:
    context = included.include_context
    context = context if around is None else around.combine(context)
    inclusion = _Inclusion.of(context)
    routes: list[BaseRoute] = []
    for route in included.original_router.routes:
        if type(route) is not type(included):
            routes.append(route)
            continue
        if routes:
            yield Segment(routes, inclusion)
        yield from _segments(route, context)
        routes = []
    if routes:
        yield Segment(routes, inclusion)


def _is_plain(route: BaseRoute) -> TypeGuard[APIRoute]:
    """
    Tell whether a route is what its registration made of it, so that FastAPI would make the same.

    Libraries for class-based views give the endpoint another signature and the route another path
    between its registration and its inclusion, which builds it anew from those.
    """
    if not isinstance(route, APIRoute) or type(route).__init__ is not APIRoute.__init__:
        return False
    if (
        getattr(route.endpoint, "__signature__", None) is not None
        or route.dependant.call is not route.endpoint
        or _CONVERTOR.sub("}", route.path) != route.path_format
    ):
        return False
    nameless = [each.call for each in route.dependant.dependencies if each.name is None]
    field = route.response_field
    return nameless == [each.dependency for each in route.dependencies] and (
        not route.response_model
        if field is None
        else field.field_info.annotation is route.response_model
        or not isinstance(route.response_model, type)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inclusion:
    """
    What including a router changes of its routes.
    """

    prefix: str
    tags: Sequence[Any]
    dependencies: Sequence[Any]
    deprecated: bool | None
    include_in_schema: bool
    has_response_class: bool
    unique_id: Callable[[Any], str] | None
    """The user's own function for operation ids."""
    built: dict[tuple[str, ...], Sequence[Any]]
    """The dependencies, by the placeholders of the paths that they were built for."""

    @classmethod
    def of(cls, context: Any) -> _Inclusion:
        if "{" in context.prefix or context.responses:
            raise OtherwiseError
        router = context.included_router
        return cls(
            prefix=context.prefix,
            tags=context.tags,
            dependencies=context.dependencies,
            deprecated=context.deprecated,
            include_in_schema=context.include_in_schema,
            has_response_class=_is_set(router.default_response_class)
            or _is_set(context.default_response_class),
            unique_id=next(
                filter(
                    _is_set,
                    (router.generate_unique_id_function, context.generate_unique_id_function),
                ),
                None,
            ),
            built={},
        )

    def keeps_response_class(self, route: APIRoute) -> bool:
        return _is_set(route.response_class) or not self.has_response_class

    def try_naming(self, route: IncludedRoute) -> None:
        """
        Call what FastAPI would call, and leave it to FastAPI to say what is wrong.
        """
        if self.unique_id is None or _is_set(route.generate_unique_id_function):
            return
        try:
            self.unique_id(route)
        except Exception as error:
            raise OtherwiseError from error

    def dependant(self, route: APIRoute) -> Any:
        """
        Return what the route depends on: the dependencies of the inclusion come first.
        """
        if not self.dependencies:
            return route.dependant
        placeholders = tuple(route.param_convertors)
        if placeholders not in self.built:
            build: Callable[..., Any] = vars(utils)["get_parameterless_sub_dependant"]
            made = [build(depends=each, path=route.path_format) for each in self.dependencies]
            if any(map(_takes_body, made)):
                raise OtherwiseError  # it may change how the route's own body is read
            self.built[placeholders] = made
        first = self.built[placeholders]
        return replace(route.dependant, dependencies=[*first, *route.dependant.dependencies])


def _is_set(value: Any) -> bool:
    return not isinstance(value, DefaultPlaceholder)


def _takes_body(dependant: Any) -> bool:
    return bool(dependant.body_params) or any(map(_takes_body, dependant.dependencies))
