"""
The whole flow: app → `Api` → files in memory → changes on disk.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import output, ownership, runtime
from .errors import Diagnostic, OutputError
from .introspection import Context, read_app
from .introspection.routes import Found, Route, Skipped, iter_routes
from .layout import Layout, NoFrontend, Project, find_layout, find_routes, find_source
from .memory import Memory
from .model import Api
from .output import Changes
from .pages import Pages, failure, pages_of
from .settings import Settings
from .shadowing import find_shadowed
from .src import PACKAGE
from .typescript import Target, render

if TYPE_CHECKING:
    from fastapi import FastAPI


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """
    A client in memory.
    """

    layout: Layout
    routes: str | None
    """SvelteKit's folder of routes, POSIX, relative to the project root."""
    beside: ownership.Beside | None
    """Where façades may stand beside pages."""
    api: Api
    files: Mapping[str, str]
    """POSIX path relative to the project root → text."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """
    What became of one generation, or would become of it.
    """

    output: str
    """The output folder, POSIX, relative to the project root."""
    functions: int
    types: int
    changes: Changes
    diagnostics: tuple[Diagnostic, ...]
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)
    """For a later generation."""


def generate(
    app: FastAPI,
    project: Project,
    settings: Settings,
    routes: Sequence[Found] | None = None,
    memory: Memory | None = None,
    is_outdated: Callable[[], bool] = lambda: False,
) -> Outcome | NoFrontend:
    """
    Write the client of *app*. Raise `FluidKitError` where that cannot be.

    *routes* are those that `fluidkit.introspection.routes` found, where it was asked earlier.
    *memory* is that of an earlier generation: what is the same is not made again.
    *is_outdated* tells whether a source was saved since: then a newer client may be there already,
    and `SourceChangedError` is raised rather than that one taken back.
    """
    with _without_collecting():
        return _generate(app, project, settings, routes, memory or Memory(), is_outdated)


def _generate(
    app: FastAPI,
    project: Project,
    settings: Settings,
    routes: Sequence[Found] | None,
    memory: Memory,
    is_outdated: Callable[[], bool],
) -> Outcome | NoFrontend:
    client = read_client(app, project, settings, routes, memory)
    if isinstance(client, NoFrontend):
        return client
    owner = project.relative(project.anchor)
    changes = output.write(
        client.files,
        client.layout.output,
        project.root,
        owner,
        routes=client.routes,
        beside=client.beside,
        memory=memory,
        is_outdated=is_outdated,
    )
    return _outcome(client, changes, memory)


def check(
    app: FastAPI, project: Project, settings: Settings, memory: Memory | None = None
) -> Outcome | NoFrontend:
    """
    Say what `generate` would do, and write nothing.
    """
    with _without_collecting():
        return _check(app, project, settings, memory or Memory())


def _check(
    app: FastAPI, project: Project, settings: Settings, memory: Memory
) -> Outcome | NoFrontend:
    client = read_client(app, project, settings, memory=memory)
    if isinstance(client, NoFrontend):
        return client
    changes = output.plan(
        client.files,
        client.layout.output,
        project.root,
        routes=client.routes,
        beside=client.beside,
        memory=memory,
    )
    return _outcome(client, changes, memory)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """
    Keep the garbage collector from looking through all that a generation makes, a quarter of its
    time: those are values without cycles, and gone with the last reference at its end.

    Of two threads that meet here the first one turns it on again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def clean(project: Project, settings: Settings) -> Changes | NoFrontend:
    """
    Remove the client.
    """
    layout = find_layout(project, settings.output)
    if isinstance(layout, NoFrontend):
        return layout
    owner = project.relative(project.anchor)
    return output.write(
        {},
        layout.output,
        project.root,
        owner,
        routes=find_routes(project, layout),
        beside=_beside(project, layout, settings),
    )


def read_client(
    app: FastAPI,
    project: Project,
    settings: Settings,
    routes: Sequence[Found] | None = None,
    memory: Memory | None = None,
) -> Client | NoFrontend:
    """
    Read *app* and print its client, in memory.
    """
    layout = find_layout(project, settings.output)
    if isinstance(layout, NoFrontend):
        return layout
    pages = _sound_pages(app)
    beside = _beside(project, layout, settings, pages)
    reading = read_app(app, _context(project, settings, pages, beside), routes, memory)
    late = _late_routes(app, routes)
    _refuse_empty(reading.api, layout, project)
    folder = find_routes(project, layout)
    printed = render(reading.api, _target(layout, settings, folder), memory)
    return Client(
        layout=layout,
        routes=folder,
        beside=beside,
        api=reading.api,
        files={**printed.files, **_runtime_files(layout)},
        diagnostics=tuple(
            sorted(
                {
                    *reading.diagnostics,
                    *printed.diagnostics,
                    *late,
                    *_problems(pages),
                    *_shadowed(reading.api, project, settings, folder),
                }
            )
        ),
    )


def _sound_pages(app: FastAPI) -> Pages | None:
    """
    Return the pages of *app*, or refuse to take the client of a page away that cannot be read now.
    """
    pages = pages_of(app)
    broken = [each for each in pages.problems if each.cause is not None] if pages else []
    if broken:
        raise failure(broken)
    return pages


def _problems(pages: Pages | None) -> list[Diagnostic]:
    if pages is None or pages.said:
        return []
    return [
        Diagnostic(route="", where=each.where, what=each.what, todo="", level="error")
        for each in pages.problems
    ]


def _shadowed(
    api: Api, project: Project, settings: Settings, routes: str | None
) -> Iterator[Diagnostic]:
    if routes is not None and settings.proxy:
        yield from find_shadowed(project.root, routes, settings.proxy, api.operations)


def _beside(
    project: Project, layout: Layout, settings: Settings, pages: Pages | None = None
) -> ownership.Beside | None:
    folder = find_source(project, layout)
    patterns = settings.pages_pattern if pages is None else pages.patterns
    return None if folder is None else ownership.Beside(folder, patterns)


def _late_routes(app: FastAPI, routes: Sequence[Found] | None) -> list[Diagnostic]:
    """
    Report what the lifespan added: the command line, which runs none, does not see it either.
    """
    if routes is None:
        return []
    known = {_label(found) for found in routes}
    return [
        Diagnostic(
            route=_label(found),
            where="",
            what="left out, as the lifespan added it",
            todo="add the route when the module is imported",
        )
        for found in iter_routes(app)
        if _label(found) not in known
    ]


def _label(found: Found) -> str:
    match found:
        case Route():
            return f"{','.join(found.methods)} {found.path}"
        case Skipped():
            return found.label


def _context(
    project: Project, settings: Settings, pages: Pages | None, beside: ownership.Beside | None
) -> Context:
    return Context(
        project_root=project.root,
        root=settings.root.resolve() if settings.root else project.anchor.parent,
        include=settings.include,
        exclude=settings.exclude,
        pages=frozenset() if pages is None else frozenset({PACKAGE}),
        facades=frozenset() if beside is None else _facades(project, pages, beside),
    )


def _facades(project: Project, pages: Pages | None, beside: ownership.Beside) -> frozenset[str]:
    """
    Return the modules with a façade beside them: those in the tree that is written to.
    """
    modules = {} if pages is None else pages.modules
    tree = project.root / beside.folder
    return frozenset(name for name, file in modules.items() if file.is_relative_to(tree))


def _target(layout: Layout, settings: Settings, routes: str | None) -> Target:
    return Target(
        output=layout.output,
        kit=layout.kit,
        case=settings.case,
        prefix=settings.proxy or "",
        backend_url=settings.backend_url,
        stream_url=settings.stream_url or "",
        routes=routes if settings.proxy else None,
        proxy_all=settings.proxy_all,
        maps=settings.maps,
    )


def _runtime_files(layout: Layout) -> dict[str, str]:
    folder = f"{layout.output}/{ownership.GENERATED}/runtime"
    return {f"{folder}/{name}": text for name, text in runtime.files(layout.kit).items()}


def _refuse_empty(api: Api, layout: Layout, project: Project) -> None:
    """
    Refuse to replace a client by nothing: that is a failed reading more often than a wish.
    """
    if not api.operations and ownership.holds_client(layout.output, project.root):
        msg = (
            f"The app has no routes for a client, and {layout.output!r} keeps the one that it"
            " holds: run `fluidkit clean` if it is to go"
        )
        raise OutputError(msg)


def _outcome(client: Client, changes: Changes, memory: Memory) -> Outcome:
    return Outcome(
        output=client.layout.output,
        functions=len(client.api.operations),
        types=len(client.api.declarations),
        changes=changes,
        diagnostics=client.diagnostics,
        memory=memory,
    )
