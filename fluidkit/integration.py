"""
`integrate(app)`: the client is written when the app starts.

Nothing here imports more than the standard library until an app really starts.
"""

from __future__ import annotations

import functools
import inspect
import os
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from .calling import caller, is_enabled, is_recording
from .errors import FluidKitError, OutputError, SourceChangedError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from .introspection.routes import Found
    from .layout import NoFrontend
    from .pipeline import Outcome
    from .upkeep import Upkeep

AppT = TypeVar("AppT", bound="FastAPI")
P = ParamSpec("P")
R = TypeVar("R")

WRITER = "FLUIDKIT_WRITER"
"""Set where another process, the loop of `fluidkit dev`, writes the client of the app."""

STREAM_URL = "FLUIDKIT_STREAM_URL"
"""The setting `stream_url` as a variable."""

_PATIENCE = 10.0
"""Seconds after a save in which a reloader surely has ended this process."""


@dataclass(frozen=True, slots=True)
class Call:
    """
    What an app's `integrate` call said.
    """

    file: Path
    """The file with the call: settings, root and front end are looked for from there."""
    line: int
    keywords: Mapping[str, object]
    """The options that were given."""


_calls: WeakKeyDictionary[FastAPI, Call] = WeakKeyDictionary()
"""The call of each app that lives, for the command line; an app is never kept alive by it."""


def _forgiving(function: Callable[P, R]) -> Callable[P, R]:
    """
    Let *function* start the app in spite of options that it does not have, and say so.

    Editors and type checkers see the options as they are spelled out; at run time a typing error,
    or an option of FluidKit 0.2, must not keep the app from starting.
    """
    known = inspect.signature(function).parameters

    @functools.wraps(function)
    def forgiving(*args: P.args, **kwargs: P.kwargs) -> R:
        unknown = [*kwargs.keys() - known.keys()]
        if (unknown or len(args) > 1) and is_enabled():
            _advise(sorted(unknown), [*known][1:])
        given: dict[str, Any] = {name: kwargs[name] for name in kwargs if name in known}
        return function(*args[:1], **given)  # type: ignore[arg-type]

    return forgiving


@_forgiving
def integrate(
    app: AppT,
    *,
    output: str | os.PathLike[str] | None = None,
    root: str | os.PathLike[str] | None = None,
    case: Literal["snake", "camel"] | None = None,
    proxy: str | Literal[False] | None = None,
    proxy_all: bool | None = None,
    backend_url: str | None = None,
    stream_url: str | None = None,
    include: str | Sequence[str] | None = None,
    exclude: str | Sequence[str] | None = None,
    maps: bool | None = None,
) -> AppT:
    """
    Write the typed client of *app* whenever it starts, and return *app*.

    Call it anywhere, before or after the routes are added:

        app = fluidkit.integrate(FastAPI())

    Importing the app writes nothing, and a failure is a message: the app always serves. A second
    call replaces the options of the first. An option that is not given is taken from
    `FLUIDKIT_<OPTION>`, then from `[tool.fluidkit]` in pyproject.toml. `FLUIDKIT_ENABLED=0` turns
    it all off, as is right in production.

    Args:
        app: The app.
        output: Folder to write to, relative to this file; else `src/lib/api` of the SvelteKit
            app in the project.
        root: Folder that the client's paths are relative to; else the folder of this file.
        case: "camel" renames functions and parameters; names on the wire never change.
        proxy: Path of the proxy route, "/api"; False: there is none.
        proxy_all: Whether the proxy forwards everything, not just generated operations.
        backend_url: Where the front end's server reaches the app.
        stream_url: Where the browser reaches the app in development, for streams alone; else they
            take the proxy route. Pages of this machine are then allowed to read them (CORS).
        include: Globs on route paths; else all routes.
        exclude: Globs on route paths.
        maps: Whether editors get from the client to the Python source.
    """
    if not is_recording() and not is_enabled():
        return app
    options = {
        "output": output,
        "root": root,
        "case": case,
        "proxy": proxy,
        "proxy_all": proxy_all,
        "backend_url": backend_url,
        "stream_url": stream_url,
        "include": include,
        "exclude": exclude,
        "maps": maps,
    }
    try:
        _attach(app, {name: value for name, value in options.items() if value is not None})
    except Exception as error:  # noqa: BLE001 - nothing of ours may stop the app
        _say_failure(error)
    return app


def call_of(app: FastAPI) -> Call | None:
    """
    Return what the `integrate` call of *app* said; None: there was none.
    """
    return _calls.get(app)


def _attach(app: FastAPI, keywords: Mapping[str, object]) -> None:
    known = app in _calls
    file, line = caller()
    _calls[app] = Call(file, line, keywords)
    if is_recording():
        return
    if app.middleware_stack is not None:  # it has started already
        _generate_in_background(app, _routes(app))
    elif not known:
        _wrap_lifespan(app)


def _wrap_lifespan(app: FastAPI) -> None:
    """
    Generate once the user's own lifespan has started; event handlers are part of that one.
    """
    inner = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(application: FastAPI) -> AsyncIterator[Any]:
        routes = _routes(app)
        async with inner(application) as state, _letting_pages_in(app), _breaking_streams(app):
            upkeeps = [_generate_in_background(app, routes), _reload_for_pages(app)]
            try:
                yield state
            finally:
                for upkeep in upkeeps:
                    if upkeep is not None:
                        upkeep.end()

    app.router.lifespan_context = lifespan


@asynccontextmanager
async def _letting_pages_in(app: FastAPI) -> AsyncIterator[None]:
    """
    Let the pages of the front end read streams where `stream_url` sends them here.
    """
    async with AsyncExitStack() as stack:
        try:
            if _may_have_stream_url(_calls[app]):
                from .cors import letting_pages_in

                await stack.enter_async_context(letting_pages_in(app, _calls[app]))
        except Exception as error:  # noqa: BLE001 - nothing of ours may stop the app
            _say_failure(error)
        yield


def _may_have_stream_url(call: Call) -> bool:
    """
    Look without pydantic, whose import the server's start would wait for.
    """
    if "stream_url" in call.keywords or any(name.upper() == STREAM_URL for name in os.environ):
        return True
    from .layout import find_project

    pyproject = find_project(call.file).pyproject
    return pyproject is not None and b"stream_url" in pyproject.read_bytes()


@asynccontextmanager
async def _breaking_streams(app: FastAPI) -> AsyncIterator[None]:
    """
    Never let an open stream hold a reload back.
    """
    async with AsyncExitStack() as stack:
        try:
            from .interruption import breaking_streams

            await stack.enter_async_context(breaking_streams(app))
        except Exception as error:  # noqa: BLE001 - nothing of ours may stop the app
            _say_failure(error)
        yield


def _routes(app: FastAPI) -> list[Found] | None:
    """
    Walk the routes, which the first request needs anyway; None where that fails.

    What a lifespan adds later is left out: the command line, which runs none, cannot see it.
    """
    try:
        from .introspection.routes import iter_routes

        return list(iter_routes(app))
    except Exception as error:  # noqa: BLE001 - nothing of ours may stop the app
        _say_failure(error)
        return None


def _generate_in_background(app: FastAPI, routes: Sequence[Found] | None) -> Upkeep | None:
    """
    Start a thread that the server does not wait for, and return what is to be ended with it.
    """
    if routes is None or os.environ.get(WRITER):
        return None
    from .upkeep import Upkeep, has_reloader, served_factory

    upkeep = Upkeep()
    serving = threading.get_ident()
    arguments = (app, _calls[app], routes, upkeep, serving, has_reloader(), served_factory())
    threading.Thread(target=_maintain, args=arguments, name="fluidkit", daemon=True).start()
    return upkeep


def _reload_for_pages(app: FastAPI) -> Upkeep | None:
    """
    Have uvicorn reload after a save beside a page, where that is outside of what it watches.
    """
    if f"{__package__}.pages" not in sys.modules:  # nobody has called `include_pages`
        return None
    try:
        from .pages import pages_of
        from .upkeep import Upkeep, reloaded_folders

        pages, watched = pages_of(app), reloaded_folders()
        if pages is None or pages.folder is None or not watched:
            return None
        folder = pages.folder
        if any(folder.is_relative_to(each) for each in watched):
            return None
        upkeep = Upkeep()
        arguments = (folder, pages.read, functools.partial(_reload, watched[0]))
        threading.Thread(
            target=upkeep.watch_pages, args=arguments, name="fluidkit-pages", daemon=True
        ).start()
    except Exception as error:  # noqa: BLE001 - nothing of ours may stop the app
        _say_failure(error)
        return None
    return upkeep


def _reload(watched: Path, changed: Path) -> None:
    from . import messages
    from .upkeep import reload

    messages.info(f"{changed.name} was saved, which uvicorn does not watch: it is told to reload")
    reload(watched)


def _maintain(
    app: FastAPI,
    call: Call,
    routes: Sequence[Found],
    upkeep: Upkeep,
    serving: int,
    reloads: bool,
    factory: str | None,
) -> None:
    """
    Write the client, then keep it whole, and current where no reloader does that.
    """
    from .upkeep import find_job, wait_until_idle

    wait_until_idle(serving, upkeep.stop)
    if reloads and upkeep.stop.is_set():  # what comes next has newer sources
        return
    from .ownership import private_folder

    generate = functools.partial(_generate, app, call, routes, reloads)
    try:
        # With a reloader, what was saved since the import is another process's to write.
        is_outdated = upkeep.look_at_sources().have_changed if reloads else lambda: False
        try:
            outcome = generate(is_outdated)
        except SourceChangedError:
            if upkeep.stop.wait(_PATIENCE):
                return
            outcome = generate()  # the reloader does not watch that source
        if outcome is None or "pytest" in sys.modules:
            return
        job = None if reloads else find_job(app, factory)
        changes = outcome.changes
        if job is not None:
            folder = private_folder(changes.root, outcome.output)
            upkeep.start_companion(job, folder / "companion")
        else:
            upkeep.watch_output(
                changes.root,
                outcome.output,
                changes.written,
                functools.partial(generate, is_outdated),
            )
    except Exception as error:  # noqa: BLE001 - nothing of ours may stop the app
        _say_failure(error)


def _generate(
    app: FastAPI,
    call: Call,
    routes: Sequence[Found],
    reloads: bool,
    is_outdated: Callable[[], bool] = lambda: False,
) -> Outcome | None:
    """
    Write the client, and tell; None: there is none. Raise `SourceChangedError` as `pipeline` does.
    """
    started = time.perf_counter()
    try:
        from . import messages, pipeline
        from .layout import NoFrontend, find_project
        from .settings import read_settings

        project = find_project(call.file)
        _refuse_rivals(app, call)
        _mention_former_settings(project.root, call.file)
        settings = read_settings(project, call.keywords)
        outcome = pipeline.generate(app, project, settings, routes, is_outdated=is_outdated)
        seconds = time.perf_counter() - started
        messages.show(outcome, seconds, _warned_before(outcome) if reloads else ())
    except SourceChangedError:
        raise
    except Exception as error:  # noqa: BLE001 - nothing of ours may stop the app
        _say_failure(error)
        return None
    return None if isinstance(outcome, NoFrontend) else outcome


def _warned_before(outcome: Outcome | NoFrontend) -> Sequence[str]:
    """
    Return what was told after the last save, as a reloader starts a process for each one.
    """
    from . import messages
    from .layout import NoFrontend
    from .ownership import WARNED, private_folder
    from .upkeep import exchange_warnings

    if isinstance(outcome, NoFrontend):
        return ()
    private = private_folder(outcome.changes.root, outcome.output)
    return exchange_warnings(private / WARNED, [*messages.warnings(outcome)])


def _refuse_rivals(app: FastAPI, call: Call) -> None:
    """
    Refuse two apps of one file that write to one folder; other files are told apart there.
    """
    for other, theirs in [*_calls.items()]:
        same = theirs.file == call.file and theirs.keywords.get("output") == call.keywords.get(
            "output"
        )
        if other is not app and same and theirs.line != call.line:
            msg = (
                f"The apps {other.title!r} (line {theirs.line}) and {app.title!r}"
                f" (line {call.line} of {call.file.name}) would write to one folder:"
                " give one of them an `output` of its own"
            )
            raise OutputError(msg)


def _mention_former_settings(*places: Path) -> None:
    from . import messages

    for place in places:
        if (place if place.is_dir() else place.parent).joinpath("fluid.config.json").exists():
            messages.warning(
                "fluid.config.json is of FluidKit 0.2 and not read any more: set what you need in"
                " [tool.fluidkit] of pyproject.toml, then delete it"
            )
            return


def _advise(unknown: Sequence[str], known: Sequence[str]) -> None:
    from . import messages

    what = ", ".join(map(repr, unknown)) or "that is given without its name"
    messages.warning(
        f"integrate() has no option {what}: FluidKit 2 has {', '.join(known)}, and ignores others"
    )


def _say_failure(error: Exception) -> None:
    from . import messages

    if isinstance(error, FluidKitError):
        messages.warning(f"No client was written. {error}")
        return
    at = inspect.getinnerframes(error.__traceback__, context=0)[-1] if error.__traceback__ else None
    where = f" (at {Path(at.filename).name}:{at.lineno})" if at else ""
    messages.warning(
        f"No client was written, and FluidKit is to blame: {type(error).__name__}: {error}{where}."
        " `fluidkit check` shows more"
    )
