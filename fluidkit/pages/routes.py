"""
What FastAPI's routes say of themselves, whatever kind they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from fastapi import routing
from starlette.routing import Mount

_ALL = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})


def served(routes: Sequence[Any]) -> list[Any]:
    """
    Return each route as it is served, also those of routers that FastAPI includes lazily.
    """
    contexts: Callable[[Sequence[Any]], Iterable[Any]]
    contexts = getattr(routing, "iter_route_contexts", iter)  # since FastAPI 0.137
    return [route for route in contexts(routes) if getattr(route, "path", None) is not None]


def original(route: Any) -> object:
    """
    Return the route that was written down, of one that is included lazily; else None.
    """
    return getattr(route, "original_route", None)


def methods_of(route: Any) -> frozenset[str]:
    """
    Return the methods that *route* answers; a mount answers all, and web sockets.
    """
    if _is_websocket(route):
        return frozenset({"WEBSOCKET"})
    if is_mount(route):
        return _ALL | {"WEBSOCKET"}
    return frozenset(route.methods or _ALL)


def _is_websocket(route: Any) -> bool:
    return isinstance(original(route) or route, routing.APIWebSocketRoute)


def is_mount(route: Any) -> bool:
    """
    Whether *route* hands all below its path on to another app.
    """
    return isinstance(original(route) or route, Mount)


def label_of(route: Any) -> str:
    """
    Return *route* as people see it: `GET /users/{id}`.
    """
    methods = "ANY" if is_mount(route) else ",".join(sorted(methods_of(route)))
    return f"{methods} {route.path}"


def missing_parameters(route: Any, prefix: str) -> list[str]:
    """
    Return the folder's parameters that neither the endpoint nor a dependency asks for.
    """
    dependant = getattr(route, "dependant", None)
    if dependant is None:
        return []
    # By the names that the route has there, which may be those of the router's own prefix.
    path = "/".join(route.path.split("/")[: prefix.count("/") + 1])
    asked = {name for each in _dependants(dependant) for name in _asked(each)}
    names = re.findall(r"{(\w+)", path)
    return [] if None in asked else [name for name in names if name not in asked]


def _dependants(dependant: Any) -> Iterator[Any]:
    yield dependant
    for each in dependant.dependencies:
        yield from _dependants(each)


def _asked(dependant: Any) -> Iterator[str | None]:
    """
    Yield the path parameters of one function; None: it has the whole request.
    """
    if (
        dependant.request_param_name
        or dependant.http_connection_param_name
        or dependant.websocket_param_name
    ):
        yield None
    for field in dependant.path_params:
        yield field.alias
