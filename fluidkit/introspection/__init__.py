"""
A FastAPI app, read as an `Api`.

The only package that knows FastAPI and pydantic. `Context` and `Reading` may be had without
importing either: they are loaded by the first `read_app`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from fastapi import FastAPI

    from fluidkit.errors import Diagnostic
    from fluidkit.introspection.routes import Found
    from fluidkit.memory import Memory
    from fluidkit.model import Api

__all__ = ["Context", "Reading", "read_app"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """
    Where the app lives, and which of its routes are wanted.
    """

    project_root: Path
    """Real path of the project; every `Origin` is relative to it, and never outside of it."""
    root: Path
    """The `root` setting: `Module.path` is relative to it."""
    include: tuple[str, ...] = ()
    """Globs on route paths; empty: all routes. `*` also crosses `/`."""
    exclude: tuple[str, ...] = ()
    """Globs on route paths that are left out, also where `include` names them."""
    pages: frozenset[str] = frozenset()
    """The packages whose modules stand beside pages."""
    facades: frozenset[str] = frozenset()
    """Names of the modules whose façade stands beside them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What was read of an app, and what could not be.
    """

    api: Api
    diagnostics: tuple[Diagnostic, ...]
    """Sorted, each once."""


def read_app(
    app: FastAPI,
    context: Context,
    routes: Iterable[Found] | None = None,
    memory: Memory | None = None,
) -> Reading:
    """
    Read every route of `app`, without calling any of it.

    A route that cannot be read becomes a diagnostic; the others stay as they are. `routes` are
    those that `iter_routes` found, where that was asked earlier: before a lifespan added more.
    What is in `memory` is not read again.
    """
    from fluidkit.introspection.app import read

    return read(app, context, routes, memory)
