"""
From the model to text: every generated file, as a pure function of an `Api`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fluidkit.errors import Diagnostic
from fluidkit.memory import Memory
from fluidkit.model import (
    Api,
    Declaration,
    EventStream,
    FileResult,
    JsonStream,
    Module,
    Operation,
    Result,
    TextStream,
)
from fluidkit.typescript.facades import facade, index, reached_keys, svelte
from fluidkit.typescript.fixed import ignores, settings
from fluidkit.typescript.modules import Content, script, types
from fluidkit.typescript.names import Case, Names, choose_names, modules
from fluidkit.typescript.operations import function_of
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
    stream_url: str = ""
    """Where the browser reaches the app for streams in development; "" for the same as ever."""
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


def render(api: Api, target: Target, memory: Memory | None = None) -> Printed:
    """
    Print the client of `api`; modules that `memory` has, with all that they name, as they were.
    """
    memory = memory or Memory()
    names = choose_names(api, target.case)
    files: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    generated = posixpath.join(target.output, "generated")
    declarations = {d.key: d for d in api.declarations}
    for part in _parts(api, names):
        printed = _recalled(part, names, declarations, target, memory)
        if printed is None:
            printed = _module(part, names, declarations, target, memory)
        files |= printed.files
        diagnostics += printed.diagnostics
    files |= _below(target.output, _entries(api, target.kit))
    files |= _below(generated, ignores(target.maps))
    files |= _below(
        generated,
        settings(
            prefix=target.prefix,
            backend_url=target.backend_url,
            stream_url=target.stream_url,
            proxy=target.routes is not None,
            proxy_all=target.proxy_all,
        ),
    )
    if target.routes is not None:
        files |= _below(generated, routes(api.operations))
        files |= proxy(f"{target.routes}{target.prefix}", f"{generated}/runtime/proxy")
    return Printed(dict(sorted(files.items())), tuple(sorted(set(diagnostics))))


@dataclass(frozen=True, slots=True)
class _Part:
    """
    What lives in a Python module.
    """

    module: Module
    operations: tuple[tuple[Operation, str], ...]
    """With the names of their functions."""
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True)
class _KnownPart:
    """
    A module as it was printed before, and all that its text was made of.
    """

    part: _Part
    target: Target
    reached: tuple[Declaration, ...]
    """All declarations that it names, also inside of others."""
    names: tuple[str, ...]
    printed: Printed


def _parts(api: Api, names: Names) -> Iterator[_Part]:
    """
    Sort everything by the Python module that it lives in.
    """
    operations: dict[str, list[tuple[Operation, str]]] = {}
    for operation, name in zip(api.operations, names.functions, strict=True):
        operations.setdefault(operation.module, []).append((operation, name))
    declarations: dict[str, list[Declaration]] = {}
    for declaration in api.declarations:
        declarations.setdefault(declaration.module, []).append(declaration)
    for module in modules(api):
        if module.name in operations or module.name in declarations:
            yield _Part(
                module,
                tuple(operations.get(module.name, ())),
                tuple(declarations.get(module.name, ())),
            )


def _recalled(
    part: _Part,
    names: Names,
    declarations: Mapping[str, Declaration],
    target: Target,
    memory: Memory,
) -> Printed | None:
    """
    Return what an earlier generation printed of the same, under the same names.
    """
    key = ("text", part.module.name)
    known: _KnownPart | None = memory.recall(key)
    if known is None or known.part != part or known.target != target:
        return None
    same = all(declarations.get(each.key) == each for each in known.reached)
    if not same or _names_of(part, known.reached, names) != known.names:
        return None
    memory.keep(key, known)
    return known.printed


def _module(
    part: _Part,
    names: Names,
    declarations: Mapping[str, Declaration],
    target: Target,
    memory: Memory,
) -> Printed:
    generated = posixpath.join(target.output, "generated")
    content = Content(
        part.module,
        names.facades[part.module.name],
        names.stems[part.module.name],
        tuple([function_of(operation, name, target.case) for operation, name in part.operations]),
        part.declarations,
    )
    declared = frozenset(names.types[d.key] for d in content.declarations)
    scope = Scope(content.module.name, names, declarations, declared)
    files = {}
    if (text := script(content, scope)) is not None:
        files[f"{generated}/{content.stem}.js"] = text
    files |= types(content, scope, generated, target.maps)
    if content.functions:
        files |= facade(content, declarations, names, target.output, target.kit)
    printed = Printed(files, tuple(_missing(content, scope)))
    if memory.living and not scope.missing:
        reached = tuple(declarations[key] for key in reached_keys(content, declarations))
        known = _KnownPart(part, target, reached, _names_of(part, reached, names), printed)
        memory.keep(("text", part.module.name), known)
    return printed


def _names_of(part: _Part, reached: Sequence[Declaration], names: Names) -> tuple[str, ...]:
    """
    Return every chosen name that the text of a module may hold.
    """
    owners = dict.fromkeys((part.module.name, *(each.module for each in reached)))
    return (
        *(names.types[each.key] for each in reached),
        *(names.facades[owner] for owner in owners),
        *(names.stems[owner] for owner in owners),
    )


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
