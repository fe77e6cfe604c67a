"""
The routers that a page's module makes itself.
"""

from __future__ import annotations

import symtable
from pathlib import Path
from types import ModuleType
from typing import Any

from fastapi import APIRouter

from fluidkit.pages.lines import text_of
from fluidkit.pages.routes import original, served


def own_routers(module: ModuleType, file: Path) -> list[APIRouter]:
    """
    Return the routers that *module* makes, but those that another one of them includes.
    """
    assigned = {
        symbol.get_name()
        for symbol in symtable.symtable(text_of(file), str(file), "exec").get_symbols()
        if symbol.is_assigned()
    }
    found: dict[int, APIRouter] = {}
    for name, value in vars(module).items():
        if name in assigned and isinstance(value, APIRouter):
            found.setdefault(id(value), value)
    routers = [*found.values()]
    return [
        router
        for index, router in enumerate(routers)
        if not any(
            _holds(other, router) and (at < index or not _holds(router, other))
            for at, other in enumerate(routers)
            if other is not router
        )
    ]


def _holds(outer: APIRouter, inner: APIRouter) -> bool:
    """
    Whether all routes of *inner* got into *outer* by `include_router`.
    """
    own = [id(route) for route in outer.routes]
    held = [route for route in served(outer.routes) if id(original(route)) not in own]
    routes = served(inner.routes)
    return len(routes) > 0 and all(
        any(_is_same(mine, theirs) and mine.path.endswith(theirs.path) for mine in held)
        for theirs in routes
    )


def _is_same(mine: Any, theirs: Any) -> bool:
    if hasattr(mine, "original_route"):
        return original(mine) is original(theirs)
    return mine is not theirs and mine.endpoint is theirs.endpoint  # a copy, before FastAPI 0.137
