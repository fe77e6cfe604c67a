"""
From the model to text: every generated file, as a pure function of an `Api`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fluidkit.errors import Diagnostic
from fluidkit.model import (
    Api,
    Declaration,
    EventStream,
    FileResult,
    JsonStream,
    Result,
    TextStream,
)
from fluidkit.typescript.facades import facade, index, svelte
from fluidkit.typescript.fixed import ignores, settings
from fluidkit.typescript.modules import Content, script, types
from fluidkit.typescript.names import Case, Names, choose_names, modules
from fluidkit.typescript.operations import Function, function_of
from fluidkit.typescript.proxy import proxy, routes
from fluidkit.typescript.types import Scope

__all__ = ["Printed", "Target", "render"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """
    What the client is printed for.
    """

    output: str
    """Output folder, POSIX, relative to the project root."""
    kit: bool
    """A SvelteKit tree (`.ts` façades); False: neutral (`.js` and `.d.ts` façades)."""
    case: Case = "snake"
    """How functions and parameters are spelled."""
    prefix: str = "/api"
    """Where the browser reaches the app; "" for none."""
    backend_url: str = "http://127.0.0.1:8000"
    """Where the server side reaches the app."""
    routes: str | None = None
    """SvelteKit's routes folder, relative to the project root, for the proxy route below `prefix`;
    None: none is written."""
    proxy_all: bool = False
    """Whether the proxy route forwards everything, not just the app's operations."""
    maps: bool = True
    """Whether declaration maps lead into the Python source."""


@dataclass(frozen=True, slots=True)
class Printed:
    """
    A client as text.
    """

    files: Mapping[str, str]
    """Path relative to the project root → text; all of them but `generated/runtime/`."""
    diagnostics: tuple[Diagnostic, ...]


def render(api: Api, target: Target) -> Printed:
    """
    Print the client of `api`.
    """
    names = choose_names(api, target.case)
    files: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    generated = posixpath.join(target.output, "generated")
    declarations = {d.key: d for d in api.declarations}
    for content in _contents(api, names, target.case):
        declared = frozenset(names.types[d.key] for d in content.declarations)
        scope = Scope(content.module.name, names, declarations, declared)
        if (text := script(content, scope)) is not None:
            files[f"{generated}/{content.stem}.js"] = text
        files |= types(content, scope, generated, target.maps)
        if content.functions:
            files |= facade(content, declarations, names, target.output, target.kit)
        diagnostics += _missing(content, scope)
    files |= _below(target.output, _entries(api, target.kit))
    files |= _below(generated, ignores(target.maps))
    files |= _below(
        generated,
        settings(
            prefix=target.prefix,
            backend_url=target.backend_url,
            proxy=target.routes is not None,
            proxy_all=target.proxy_all,
        ),
    )
    if target.routes is not None:
        files |= _below(generated, routes(api.operations))
        files |= proxy(f"{target.routes}{target.prefix}", f"{generated}/runtime/proxy")
    return Printed(dict(sorted(files.items())), tuple(sorted(set(diagnostics))))


def _contents(api: Api, names: Names, case: Case) -> Sequence[Content]:
    """
    Sort everything by the Python module that it lives in.
    """
    functions: dict[str, list[Function]] = {}
    for operation, name in zip(api.operations, names.functions, strict=True):
        functions.setdefault(operation.module, []).append(function_of(operation, name, case))
    declarations: dict[str, list[Declaration]] = {}
    for declaration in api.declarations:
        declarations.setdefault(declaration.module, []).append(declaration)
    return [
        Content(
            module,
            names.facades[module.name],
            names.stems[module.name],
            tuple(functions.get(module.name, ())),
            tuple(declarations.get(module.name, ())),
        )
        for module in modules(api)
        if module.name in functions or module.name in declarations
    ]


def _entries(api: Api, kit: bool) -> dict[str, str]:
    results = [o.result for o in api.operations] + [o.stream for o in api.operations if o.stream]
    files = {file for result in results if (file := _runtime_file(result)) is not None}
    streams = files - {"download"}
    shared = {"stream"} if streams else set()
    return index(sorted(files | shared), kit) | (svelte() if streams and kit else {})


def _runtime_file(result: Result) -> str | None:
    """
    Answer the runtime's file for a result, beside those that every client has.
    """
    match result:
        case EventStream():
            return "sse"
        case JsonStream():
            return "ndjson"
        case TextStream():
            return "text"
        case FileResult():
            return "download"
        case _:
            return None


def _below(folder: str, files: Mapping[str, str]) -> dict[str, str]:
    return {posixpath.join(folder, path): text for path, text in files.items()}


def _missing(content: Content, scope: Scope) -> list[Diagnostic]:
    return [
        Diagnostic(
            route=key,
            where=content.source,
            what="the type is named and declared nowhere, so it is unknown in the client",
            todo="report this to FluidKit with the type's source",
        )
        for key in sorted(scope.missing)
    ]
