"""
`include_pages(app)`: finds the Python files, imports them and includes their routers.
"""

from __future__ import annotations

import fnmatch
import importlib
import inspect
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from fastapi import APIRouter, FastAPI

from fluidkit import src
from fluidkit.calling import caller, is_enabled, is_recording
from fluidkit.errors import FluidKitError, LoadingError
from fluidkit.layout import Project, find_project, find_trees, hint_at_root
from fluidkit.loading import user_frames
from fluidkit.pages.claims import Claims
from fluidkit.pages.lines import line_of_endpoint, line_of_fault
from fluidkit.pages.prefixes import begins_with, folder_prefix, specificity
from fluidkit.pages.routers import own_routers
from fluidkit.pages.routes import label_of, missing_parameters, served
from fluidkit.settings import read_page_settings

AppT = TypeVar("AppT", bound=FastAPI)


@dataclass(frozen=True, slots=True)
class Problem:
    """
    Something that keeps a page's Python from being served as it stands there.
    """

    where: str
    """`path/of/page.api.py:12`, relative to the project root."""
    what: str
    """What is the matter, and what to do."""
    cause: BaseException | None = None
    """What a module raised. Its routes are unknown then: no client can be written."""


@dataclass(frozen=True, slots=True)
class Pages:
    """
    What `include_pages` has found for an app.
    """

    folder: Path | None
    """SvelteKit's `src`; None: there is none."""
    patterns: tuple[str, ...]
    """Globs on the names of files that count."""
    modules: Mapping[str, Path]
    """The file of each page's module that was imported, by the module's name."""
    problems: tuple[Problem, ...]
    said: bool
    """Whether the problems were told already."""
    read: float
    """When, in seconds of `time.time()`."""


_pages: WeakKeyDictionary[FastAPI, Pages] = WeakKeyDictionary()
"""Of each app that lives; an app is never kept alive by it."""


def include_pages(
    app: AppT,
    *,
    directory: str | os.PathLike[str] | None = None,
    pattern: str | Sequence[str] | None = None,
) -> AppT:
    """
    Serve the routes of the Python files that stand beside Svelte pages, and return *app*.

        app = FastAPI()
        fluidkit.include_pages(app)

    The routes are there when this returns. It is independent of `FLUIDKIT_ENABLED`: in production
    the same routes are served, so the Python files are deployed with the app. A second call does
    nothing. An option that is not given is taken from `FLUIDKIT_PAGES_<OPTION>`, then from
    `pages_<option>` in `[tool.fluidkit]` of pyproject.toml.

    Args:
        app: The app.
        directory: The SvelteKit app, the folder that holds `src`, relative to this file; else the
            one in the project.
        pattern: Globs on file names; else `*.api.py`.

    Raises:
        FluidKitError: Something is wrong, and FluidKit is off: in production, or under pytest.
    """
    if app in _pages:
        return app
    file, line = caller()
    given = {"pages_directory": directory, "pages_pattern": pattern}
    project = find_project(file)
    try:
        pages = _include(app, project, {name: given[name] for name in given if given[name]})
    except FluidKitError as error:
        problem = Problem(f"{_shown(file, project)}:{line}", str(error), error)
        said = is_enabled() and not is_recording()
        pages = Pages(None, (), {}, (problem,), said, time.time())
    if not is_recording():
        _say(pages, project)
    _pages[app] = pages
    return app


def pages_of(app: FastAPI) -> Pages | None:
    """
    Return what `include_pages` has found for *app*; None: it was not called.
    """
    return _pages.get(app)


def _say(pages: Pages, project: Project) -> None:
    if not is_enabled():
        if pages.problems:
            raise failure(pages.problems)
        return
    from fluidkit import messages

    for problem in pages.problems:
        messages.warning(f"{problem.where}: {problem.what}")
    if pages.folder is not None and not pages.modules and not pages.problems:
        where = _shown(pages.folder, project)
        messages.info(f"No Python file stands beside a page yet, such as {where}/routes/x.api.py")


def failure(problems: Sequence[Problem]) -> LoadingError:
    """
    Return *problems* as one error.
    """
    what = "\n".join(f"{each.where}: {each.what}" for each in problems)
    error = LoadingError(f"The Python beside the pages is not as it should be.\n{what}")
    error.__cause__ = next((each.cause for each in problems if each.cause is not None), None)
    return error


# --- Including --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """
    A page's Python, imported.
    """

    file: Path
    shown: str
    """The file as people see it."""
    module: ModuleType
    prefix: str


def _include(app: FastAPI, project: Project, keywords: Mapping[str, object]) -> Pages:
    began = time.time()
    settings = read_page_settings(project, keywords)
    folder = _find_folder(project, settings.pages_directory)
    src.use(folder)
    problems: list[Problem] = []
    pages = []
    for file in _discover(folder, settings.pages_pattern):
        match _open(file, folder, project):
            case _Page() as page:
                pages.append(page)
            case problem:
                problems.append(problem)
    _Inclusion(app, problems).include(
        sorted(pages, key=lambda page: (specificity(page.prefix), page.shown))
    )
    modules = {page.module.__name__: page.file for page in pages}
    said = is_enabled() and not is_recording()
    ordered = sorted(problems, key=lambda each: each.where)
    return Pages(folder, settings.pages_pattern, modules, tuple(ordered), said, began)


def _find_folder(project: Project, directory: Path | None) -> Path:
    """
    Return the real path of SvelteKit's `src`.
    """
    if directory is None:
        directory = _only_tree(project)
    for folder in (directory / "src", directory):
        if folder.name == "src" and folder.is_dir():
            return folder.resolve()
    msg = (
        f"There is no folder 'src' in {_shown(directory, project)!r}: the Python files beside the"
        " pages must be there, in production, too"
    )
    raise LoadingError(msg)


def _only_tree(project: Project) -> Path:
    match find_trees(project):
        case [tree]:
            return tree
        case []:
            msg = (
                f"No SvelteKit app in {project.root.name!r}, so there are no pages: deploy its"
                " package.json and the Python files in its `src`, or name it with"
                f" include_pages(app, directory=…){hint_at_root(project)}"
            )
            raise LoadingError(msg)
        case trees:
            names = " and ".join(repr(project.relative(tree)) for tree in trees)
            msg = (
                f"There is more than one SvelteKit app, {names}: choose one with"
                " include_pages(app, directory=…)"
            )
            raise LoadingError(msg)


def _discover(folder: Path, patterns: Sequence[str]) -> list[Path]:
    """
    Return the files below *folder* whose names match, in an order that no machine changes.
    """
    found = []
    for at, names, files in os.walk(folder):
        names[:] = [
            name
            for name in names
            if not name.startswith(".") and name not in {"node_modules", "__pycache__"}
        ]
        found += [
            Path(at, file)
            for file in files
            if any(fnmatch.fnmatchcase(file, pattern) for pattern in patterns)
        ]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _open(file: Path, folder: Path, project: Project) -> _Page | Problem:
    """
    Import *file*, or say why that cannot be.
    """
    shown = _shown(file, project)
    inside = PurePosixPath(file.relative_to(folder).as_posix())
    if file.name.startswith("+"):
        return Problem(shown, "SvelteKit keeps names that begin with `+` to itself: rename it")
    try:
        prefix = folder_prefix(inside.parent)
    except ValueError as error:
        return Problem(shown, f"not served, as {error}")
    try:
        module = importlib.import_module(src.module_name(inside))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - user code may do anything, `sys.exit()` included
        return _broken(file, error, project)
    if module.__file__ != str(file):
        other = _shown(Path(module.__file__ or "?"), project)
        return Problem(shown, f"not served, as {other} has the same name in Python: rename one")
    return _Page(file=file, shown=shown, module=module, prefix=prefix)


def _broken(file: Path, error: BaseException, project: Project) -> Problem:
    """
    Say where the import of *file* failed: there, or in what it imports.
    """
    at, line = file, 1
    if isinstance(error, SyntaxError) and error.filename:
        at, line, text = Path(error.filename), error.lineno or 1, f"SyntaxError: {error.msg}"
    else:
        frames = user_frames(error)
        if frames:
            at, line = Path(frames[-1].filename), frames[-1].lineno or 1
        text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    whose = "" if at == file else f" of {_shown(file, project)}"
    what = f"{text} (the routes{whose} are missing until it is mended)"
    return Problem(f"{_shown(at, project)}:{line}", what, error)


def _shown(path: Path, project: Project) -> str:
    path = Path(os.path.normpath(project.root / path))
    inside = path.is_relative_to(project.root)
    return project.relative(path) if inside else path.as_posix()


class _Inclusion:
    """
    Includes the routers of pages in an app, and looks at each route that this makes.
    """

    def __init__(self, app: FastAPI, problems: list[Problem]) -> None:
        self._app = app
        self._problems = problems
        self._included: set[int] = set()
        self._claims = Claims()
        for route in served(app.routes):
            self._claims.add(route, partial(_origin, route))

    def include(self, pages: Iterable[_Page]) -> None:
        """
        Include each router of *pages*.
        """
        for page in pages:
            routers = own_routers(page.module, page.file)
            if not routers:
                what = "there is no APIRouter in it: write `router = APIRouter()`"
                self._problems.append(Problem(f"{page.shown}:1", what))
            for router in routers:
                if id(router) not in self._included:
                    self._included.add(id(router))
                    self._include(router, page)

    def _include(self, router: APIRouter, page: _Page) -> None:
        prefix = "" if begins_with(router.prefix, page.prefix) else page.prefix
        # Apart from the app first: what FastAPI refuses must not get into it.
        trial = APIRouter()
        try:
            trial.include_router(router, prefix=prefix)
            routes = served(trial.routes)
        except Exception as error:  # noqa: BLE001 - FastAPI builds what users wrote
            where = f"{page.shown}:{line_of_fault(router, prefix, page.file)}"
            text = f"FastAPI refuses the routes of this file: {error}{_advice(error)}"
            self._problems.append(Problem(where, text, error))
            return
        self._app.include_router(router, prefix=prefix)
        for route in routes:
            self._look_at(route, page)

    def _look_at(self, route: Any, page: _Page) -> None:
        def where() -> str:
            return f"{page.shown}:{line_of_endpoint(route.endpoint, page.file)}"

        missing = missing_parameters(route, page.prefix)
        if missing:
            shown = ", ".join(map(repr, missing))
            what = (
                f"{_name(route)}() has no parameter {shown}, which its folder has: declare it"
                " there or in a dependency"
            )
            self._problems.append(Problem(where(), what))
        rival = self._claims.rival(route)
        if rival is not None:
            what = f"{label_of(route)} is never reached, as {rival} comes first: change one of them"
            self._problems.append(Problem(where(), what))
        self._claims.add(route, where)


def _origin(route: Any) -> str:
    endpoint = inspect.unwrap(getattr(route, "endpoint", None) or _origin)
    return str(getattr(endpoint, "__module__", "the app"))


def _name(route: Any) -> str:
    return str(getattr(route.endpoint, "__name__", type(route.endpoint).__name__))


def _advice(error: Exception) -> str:
    empty = "Prefix and path cannot be both empty" in str(error)
    return '. Write "/" for the path of the page at the top' if empty else ""
