"""
`include_pages(app)`: Python files that stand beside Svelte pages are part of the app.

    src/routes/notifications/notifications.api.py    →  /notifications/…
    src/routes/users/[id]/profile.api.py             →  /users/{id}/…
    src/routes/files/[...path]/handler.api.py        →  /files/{path:path}/…
    src/routes/(admin)/audit/audit.api.py            →  /audit/…
    src/lib/search.api.py                            →  /…

The rules:

- A file whose name matches the pattern is a page's Python, anywhere below `src`. It needs an
  `APIRouter` that it makes itself; one that it imports belongs to where it comes from.
- Its folder below `src/routes` is the prefix, by SvelteKit's rules. A router whose own prefix
  begins with the folder's keeps to its own. Anywhere else in `src` there is no prefix.
- More specific folders come first, as in SvelteKit: `users/new` before `users`, whose own routes
  come before `users/[id]`, and `[...rest]` last.
- What is wrong is told with file and line. In development the rest is served and the next save
  mends it; where FluidKit is off (in production, under pytest) it is an error at start-up, as
  nobody would notice there that routes are missing.

All of this is part of the app: nothing here is of the generator, which only asks `pages_of`.
"""

from __future__ import annotations

import ast
import fnmatch
import importlib
import inspect
import os
import re
import symtable
import time
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from fastapi import APIRouter, FastAPI, routing
from starlette.routing import Mount, compile_path

from . import src
from .calling import caller, is_enabled, is_recording
from .errors import FluidKitError, LoadingError
from .layout import Project, find_project, find_trees, hint_at_root
from .loading import user_frames
from .settings import read_page_settings

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
    from . import messages

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
    folder = _find_source(project, settings.pages_directory)
    src.use(folder)
    problems: list[Problem] = []
    pages = []
    for file in _discover(folder, settings.pages_pattern):
        match _open(file, folder, project):
            case _Page() as page:
                pages.append(page)
            case problem:
                problems.append(problem)
    _Inclusion(app, problems).include(sorted(pages, key=_specificity))
    modules = {page.module.__name__: page.file for page in pages}
    said = is_enabled() and not is_recording()
    ordered = sorted(problems, key=lambda each: each.where)
    return Pages(folder, settings.pages_pattern, modules, tuple(ordered), said, began)


def _find_source(project: Project, directory: Path | None) -> Path:
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
        self._claims = _Claims()
        for route in _contexts(app.routes):
            self._claims.add(route, _origin(route))

    def include(self, pages: Iterable[_Page]) -> None:
        """
        Include each router of *pages*.
        """
        for page in pages:
            routers = _own_routers(page)
            if not routers:
                what = "there is no APIRouter in it: write `router = APIRouter()`"
                self._problems.append(Problem(f"{page.shown}:1", what))
            for router in routers:
                if id(router) not in self._included:
                    self._included.add(id(router))
                    self._include(router, page)

    def _include(self, router: APIRouter, page: _Page) -> None:
        prefix = "" if _begins_with(router.prefix, page.prefix) else page.prefix
        # Apart from the app first: what FastAPI refuses must not get into it.
        trial = APIRouter()
        try:
            trial.include_router(router, prefix=prefix)
            routes = _contexts(trial.routes)
        except Exception as error:  # noqa: BLE001 - FastAPI builds what users wrote
            where = f"{page.shown}:{_line_of_fault(router, prefix, page)}"
            text = f"FastAPI refuses the routes of this file: {error}{_advice(error)}"
            self._problems.append(Problem(where, text, error))
            return
        self._app.include_router(router, prefix=prefix)
        for route in routes:
            self._look_at(route, page)

    def _look_at(self, route: Any, page: _Page) -> None:
        where = f"{page.shown}:{_line(route.endpoint, page)}"
        missing = _missing(route, page)
        if missing:
            shown = ", ".join(map(repr, missing))
            what = (
                f"{_name(route)}() has no parameter {shown}, which its folder has: declare it"
                " there or in a dependency"
            )
            self._problems.append(Problem(where, what))
        rival = self._claims.rival(route)
        if rival is not None:
            what = f"{_label(route)} is never reached, as {rival} comes first: change one of them"
            self._problems.append(Problem(where, what))
        self._claims.add(route, where)


# --- Prefixes ---------------------------------------------------------------------------------

_PARAMETER = re.compile(r"\[(\[?)(\.\.\.)?([^\[\]]*)\]?\]")
_NAME = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*\Z")
_ESCAPE = re.compile(r"\[x\+([0-9a-fA-F]{2})\]|\[u\+([0-9a-fA-F]{4,6}(?:-[0-9a-fA-F]{4,6})*)\]")


def folder_prefix(folder: PurePosixPath) -> str:
    """
    Return the prefix of a *folder* below `src`. Raise `ValueError` for one that has none.

    https://svelte.dev/docs/kit/advanced-routing
    """
    if folder.parts[:1] != ("routes",):
        return ""
    segments = [_segment(name) for name in folder.parts[1:] if not re.fullmatch(r"\(.*\)", name)]
    names = re.findall(r"{(\w+)", "/".join(segments))
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        msg = f"two folders on its path are called {f'[{twice}]'!r}: rename one"
        raise ValueError(msg)
    return "".join(f"/{segment}" for segment in segments)


def _segment(folder: str) -> str:
    # What is escaped stands for itself; the rest has a meaning.
    text, parts, at = "", folder, 0
    for escape in _ESCAPE.finditer(parts):
        text += _with_parameters(parts[at : escape.start()], folder) + _character(escape)
        at = escape.end()
    text += _with_parameters(parts[at:], folder)
    return text


def _character(escape: re.Match[str]) -> str:
    codes = [escape[1]] if escape[1] else escape[2].split("-")
    # Code units of UTF-16, as JavaScript counts: two of them may be one character.
    units = "".join(chr(int(code, 16)) for code in codes)
    text = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if set(text) & set("{}/"):
        msg = f"{escape[0]!r} stands for a character that no path of FastAPI's can have"
        raise ValueError(msg)
    return text


def _with_parameters(text: str, folder: str) -> str:
    if set(text) & set("{}"):
        msg = f"the folder {folder!r} has a brace, which means something else to FastAPI: rename it"
        raise ValueError(msg)
    return _PARAMETER.sub(lambda found: _parameter(found, folder), text)


def _parameter(found: re.Match[str], folder: str) -> str:
    optional, rest, name = found.groups()
    if optional:
        msg = (
            f"the parameter of the folder {folder!r} is optional, which FastAPI's paths don't know:"
            " put the file into src/lib, and give its router a prefix"
        )
        raise ValueError(msg)
    if "=" in name:
        msg = (
            f"the folder {folder!r} has a matcher, which is TypeScript and unknown to FastAPI: put"
            " the file into src/lib, and give its router a prefix"
        )
        raise ValueError(msg)
    if not _NAME.match(name):
        msg = f"the folder {folder!r} names no parameter: use letters, digits and underscores"
        raise ValueError(msg)
    return f"{{{name}:path}}" if rest else f"{{{name}}}"


def _begins_with(own: str, prefix: str) -> bool:
    """
    Whether a router's *own* prefix leads through the folder already, whatever it calls the
    parameters on the way.
    """
    blank = re.compile(r"{[^}]*}")
    mine, theirs = (blank.sub("{}", text) for text in (own, prefix))
    return mine == theirs or mine.startswith(f"{theirs}/")


def _specificity(page: _Page) -> tuple[Any, ...]:
    """
    Sort by the folder: what is said literally comes first, what takes anything last.
    """
    literal, end, parameter, rest = range(4)
    ranks = [
        (rest if ":path}" in segment else parameter if "{" in segment else literal, segment)
        for segment in page.prefix.split("/")[1:]
    ]
    return (*ranks, (end, "")), page.shown


# --- Routers ----------------------------------------------------------------------------------


def _own_routers(page: _Page) -> list[APIRouter]:
    """
    Return the routers that *page* makes, but those that another one of them includes.
    """
    assigned = {
        symbol.get_name()
        for symbol in symtable.symtable(_text(page.file), str(page.file), "exec").get_symbols()
        if symbol.is_assigned()
    }
    found: dict[int, APIRouter] = {}
    for name, value in vars(page.module).items():
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
    held = [route for route in _contexts(outer.routes) if id(_original(route)) not in own]
    routes = _contexts(inner.routes)
    return len(routes) > 0 and all(
        any(_is_same(mine, theirs) and mine.path.endswith(theirs.path) for mine in held)
        for theirs in routes
    )


def _is_same(mine: Any, theirs: Any) -> bool:
    if hasattr(mine, "original_route"):
        return _original(mine) is _original(theirs)
    return mine is not theirs and mine.endpoint is theirs.endpoint  # a copy, before FastAPI 0.137


def _original(route: Any) -> object:
    return getattr(route, "original_route", None)


def _contexts(routes: Sequence[Any]) -> list[Any]:
    """
    Return each route as it is served, also those of routers that FastAPI includes lazily.
    """
    contexts: Callable[[Sequence[Any]], Iterable[Any]]
    contexts = getattr(routing, "iter_route_contexts", iter)  # since FastAPI 0.137
    return [route for route in contexts(routes) if getattr(route, "path", None) is not None]


def _text(file: Path) -> str:
    with tokenize.open(file) as lines:
        return lines.read()


# --- Looking at routes ------------------------------------------------------------------------


def _missing(route: Any, page: _Page) -> list[str]:
    """
    Return the folder's parameters that neither the endpoint nor a dependency asks for.
    """
    dependant = getattr(route, "dependant", None)
    if dependant is None:
        return []
    # By the names that the route has there, which may be those of the router's own prefix.
    path = "/".join(route.path.split("/")[: page.prefix.count("/") + 1])
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
    if dependant.request_param_name or dependant.http_connection_param_name:
        yield None
    if dependant.websocket_param_name:
        yield None
    for field in dependant.path_params:
        yield field.alias


@dataclass(frozen=True, slots=True)
class _Claim:
    pattern: re.Pattern[str]
    shape: str
    """The pattern, whatever its parameters are called."""
    methods: frozenset[str]
    label: str
    """The route as people see it, with its place."""


class _Claims:
    """
    The routes so far, in the order in which they answer.
    """

    def __init__(self) -> None:
        self._claims: dict[str, list[_Claim]] = {}

    def add(self, route: Any, where: str) -> None:
        """
        Take down that *route* answers from now on.
        """
        path = f"{route.path.rstrip('/')}/{{path:path}}" if _is_mount(route) else route.path
        pattern = compile_path(path)[0]
        label = f"{_label(route)} ({where})"
        claim = _Claim(pattern, _shape(pattern), _methods(route), label)
        self._claims.setdefault(_first(path), []).append(claim)

    def rival(self, route: Any) -> str | None:
        """
        Return which route answers everything that *route* would.
        """
        methods, path = _methods(route), route.path
        # Placeholders stand for what they take: "{id}" has no slash, as no id has one.
        typical = re.sub(r"{(\w+):path}", r"{\1}/{\1}", path)
        shape = _shape(compile_path(path)[0])
        # Only what begins alike, or with a parameter.
        for first in {_first(path): None, "": None}:
            for claim in self._claims.get(first, ()):
                if methods <= claim.methods and (
                    claim.shape == shape or claim.pattern.match(typical)
                ):
                    return claim.label
        return None


def _shape(pattern: re.Pattern[str]) -> str:
    """
    Return a path's expression whatever its parameters are called.
    """
    return re.sub(r"\?P<\w+>", "?:", pattern.pattern)


_ALL = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})


def _methods(route: Any) -> frozenset[str]:
    if _original_is_websocket(route):
        return frozenset({"WEBSOCKET"})
    if _is_mount(route):
        return _ALL | {"WEBSOCKET"}
    return frozenset(route.methods or _ALL)


def _original_is_websocket(route: Any) -> bool:
    original = _original(route) or route
    return isinstance(original, routing.APIWebSocketRoute)


def _is_mount(route: Any) -> bool:
    return isinstance(_original(route) or route, Mount)


def _first(path: str) -> str:
    """
    Return the first segment of *path*; "" where it takes anything.
    """
    segment = path.split("/")[1] if path.startswith("/") else ""
    return "" if "{" in segment else segment


def _label(route: Any) -> str:
    methods = "ANY" if _is_mount(route) else ",".join(sorted(_methods(route)))
    return f"{methods} {route.path}"


def _origin(route: Any) -> str:
    endpoint = inspect.unwrap(getattr(route, "endpoint", None) or _origin)
    return str(getattr(endpoint, "__module__", "the app"))


def _name(route: Any) -> str:
    return str(getattr(route.endpoint, "__name__", type(route.endpoint).__name__))


def _line(endpoint: Any, page: _Page) -> int:
    """
    Return the line of the endpoint's `def` in the file of *page*; 1: it stands elsewhere.
    """
    code = getattr(inspect.unwrap(endpoint), "__code__", None) if callable(endpoint) else None
    if code is None or code.co_filename != str(page.file):
        return 1
    for node in ast.walk(ast.parse(_text(page.file))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            if first == code.co_firstlineno:
                return node.lineno
    return int(code.co_firstlineno)


def _line_of_fault(router: APIRouter, prefix: str, page: _Page) -> int:
    """
    Return the line of the first route that FastAPI does not take.
    """
    for route in router.routes:
        alone, trial = APIRouter(), APIRouter()
        alone.routes.append(route)
        try:
            trial.include_router(alone, prefix=prefix)
            _contexts(trial.routes)
        except Exception:  # noqa: BLE001 - as where this is called
            return _line(getattr(route, "endpoint", None), page)
    return 1


def _advice(error: Exception) -> str:
    empty = "Prefix and path cannot be both empty" in str(error)
    return '. Write "/" for the path of the page at the top' if empty else ""
