"""
The proxy route, and what it forwards.
"""

from __future__ import annotations

from golden.values import api, operation, parameter

from fluidkit.model import Place
from fluidkit.typescript import Target, render

TARGET = Target(output="web/src/lib/api", kit=True, routes="web/src/routes", prefix="/api")


def test_the_route_passes_on_the_runtime() -> None:
    """
    A line, below the prefix.
    """
    files = render(api(operation("GET /", "f")), TARGET).files
    assert files["web/src/routes/api/[...path]/+server.ts"] == (
        "/** The way from the browser to FastAPI,"
        " written by FluidKit: edits are overwritten. */\n"
        "export * from '../../../lib/api/generated/runtime/proxy.js';\n"
    )


def test_the_operations_are_listed() -> None:
    """
    Sorted, once, encoded as the client sends them.
    """
    given = api(
        operation("PUT /users/{id}", "b", parameter("id", Place.PATH)),
        operation("GET /a b/{path}", "a", parameter("path", Place.PATH_REST)),
        operation("GET /a b/{path}", "again", parameter("path", Place.PATH_REST)),
    )
    files = render(given, TARGET).files
    assert files["web/src/lib/api/generated/routes.js"].partition("overwritten.\n")[2] == (
        "export const routes = [\n\t['GET', '/a%20b/{path:path}'],\n\t['PUT', '/users/{id}']\n];\n"
    )
    assert files["web/src/lib/api/generated/routes.d.ts"].endswith(
        "export declare const routes: readonly (readonly [method: string, path: string])[];\n"
    )


def test_an_empty_list_is_a_list() -> None:
    """
    Nothing is forwarded.
    """
    text = render(api(), TARGET).files["web/src/lib/api/generated/routes.js"]
    assert text.endswith("export const routes = [];\n")


def test_no_proxy_where_none_is_wanted() -> None:
    """
    Nor its list.
    """
    files = render(api(), Target(output="out", kit=True)).files
    assert not [path for path in files if "routes" in path]
