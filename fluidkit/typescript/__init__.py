"""
From the model to text: every generated file, as a pure function of an `Api`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
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
    Result,
    TextStream,
)
from fluidkit.typescript.facades import facade, index, reached_keys, svelte
from fluidkit.typescript.fixed import ignores, settings
from fluidkit.typescript.modules import Content, script, types
from fluidkit.typescript.names import Case, Names, OwnNames, choose_names, modules
from fluidkit.typescript.operations import function_of
from fluidkit.typescript.proxy import forwarded, proxy, routes
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
    names = choose_names(api, target.case, memory)
    files: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    generated = posixpath.join(target.output, "generated")
    declarations = {d.key: d for d in api.declarations}
    parts = [*_parts(api, names)]
    before: AbstractSet[str] = memory.recall("printed") or frozenset()
    same = {part.module.name for part in parts if _is_same(part, target, memory, before)}
    printed: list[_Text] = []
    for part in parts:
        text = _recalled(part, names, declarations, memory, same)
        printed.append(text or _module(part, names, declarations, target, memory))
        files |= printed[-1].printed.files
        diagnostics += printed[-1].printed.diagnostics
    for each in printed:
        memory.keep(("text", each.part.module.name), each)
    memory.keep("printed", frozenset(each.part.module.name for each in printed if each.is_whole))
    kinds = {kind for each in printed for kind in each.runtime}
    files |= _below(target.output, _entries(kinds, target.kit))
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
        entries = [entry for each in printed for entry in each.forwarded]
        files |= _below(generated, routes(entries))
        files |= proxy(f"{target.routes}{target.prefix}", f"{generated}/runtime/proxy")
    return Printed(dict(sorted(files.items())), tuple(sorted(set(diagnostics))))


@dataclass(frozen=True, slots=True)
class _Part:
    """
    What lives in a Python module, and what that is called.
    """

    module: Module
    own: OwnNames
    facade: str
    stem: str


@dataclass(frozen=True, slots=True)
class _Text:
    """
    A module as it is printed, and all that its text was made of.
    """

    part: _Part
    target: Target
    reached: tuple[Declaration, ...]
    """All declarations that it names, also inside of others."""
    owners: frozenset[str]
    """The modules of these."""
    names: tuple[str, ...]
    printed: Printed
    is_whole: bool
    """Whether all that it names is declared."""
    runtime: frozenset[str]
    """The runtime's files for its results, beside those that every client has."""
    forwarded: tuple[tuple[str, str], ...]
    """Method and path of its operations, as the proxy forwards them."""


def _parts(api: Api, names: Names) -> Iterator[_Part]:
    """
    Sort everything by the Python module that it lives in.
    """
    for module in modules(api):
        if module.name in names.own:
            yield _Part(
                module,
                names.own[module.name],
                names.facades[module.name],
                names.stems[module.name],
            )


def _is_same(part: _Part, target: Target, memory: Memory, before: AbstractSet[str]) -> bool:
    """
    Tell whether the generation before has printed just this.
    """
    known: _Text | None = memory.recall(("text", part.module.name))
    return (
        known is not None
        and part.module.name in before
        and known.target == target
        and known.part == part
    )


def _recalled(
    part: _Part,
    names: Names,
    declarations: Mapping[str, Declaration],
    memory: Memory,
    same: AbstractSet[str],
) -> _Text | None:
    """
    Return what an earlier generation printed of the same, under the same names.
    """
    if part.module.name not in same:
        return None
    known: _Text = memory.recall(("text", part.module.name))
    if known.owners <= same:
        return known
    stays = all(declarations.get(each.key) == each for each in known.reached)
    return known if stays and _names_of(part, known.reached, names) == known.names else None


def _module(
    part: _Part,
    names: Names,
    declarations: Mapping[str, Declaration],
    target: Target,
    memory: Memory,
) -> _Text:
    generated = posixpath.join(target.output, "generated")
    operations = part.own.share.operations
    content = Content(
        part.module,
        part.facade,
        part.stem,
        tuple(
            [
                function_of(operation, name, target.case)
                for operation, name in zip(operations, part.own.functions, strict=True)
            ]
        ),
        part.own.share.declarations,
    )
    declared = frozenset(names.types[d.key] for d in content.declarations)
    scope = Scope(content.module.name, names, declarations, declared)
    files = {}
    if (text := script(content, scope)) is not None:
        files[f"{generated}/{content.stem}.js"] = text
    files |= types(content, scope, generated, target.maps)
    if content.functions:
        files |= facade(content, declarations, names, target.output, target.kit)
    keys = reached_keys(content, declarations) if memory.living else []
    reached = tuple(declarations[key] for key in keys)
    results = [each.result for each in operations]
    results += [each.stream for each in operations if each.stream]
    return _Text(
        part=part,
        target=target,
        reached=reached,
        owners=frozenset(each.module for each in reached),
        names=_names_of(part, reached, names),
        printed=Printed(files, tuple(_missing(content, scope))),
        is_whole=not scope.missing,
        runtime=frozenset(file for each in results if (file := _runtime_file(each)) is not None),
        forwarded=tuple(map(forwarded, operations)),
    )


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


def _entries(files: AbstractSet[str], kit: bool) -> dict[str, str]:
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
