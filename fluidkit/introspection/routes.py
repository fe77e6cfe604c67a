"""
Every route of an app, however deep, with its full path; and what cannot be a function.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.convertors import Convertor
from starlette.routing import BaseRoute, Host, Mount, WebSocketRoute
from starlette.routing import Route as StarletteRoute
from starlette.staticfiles import StaticFiles

from fluidkit.introspection import fastapi_internals as internals

if TYPE_CHECKING:
    from fluidkit.memory import Key, Memory

Level: TypeAlias = Literal["error", "warning", "note"]

_PLAIN = "a plain Starlette route, which says nothing about parameters and results"
_NO_URL = re.compile(r"^(?!/)|/\.\.?(/|$)")
_EXCLUDE = "leave its path out with `exclude` to accept this"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """
    A path operation of FastAPI's, with everything that encloses it.
    """

    effective: internals.EffectiveRoute
    path: str
    """With every prefix, placeholders as `{name}`."""
    convertors: Mapping[str, Convertor[Any]]
    """Of each placeholder in `path`, in its order."""
    answers_422: bool
    """Whether the app answers invalid requests in FastAPI's own form."""

    @property
    def endpoint(self) -> Callable[..., Any]:
        """
        The callable that was registered.
        """
        endpoint: Callable[..., Any] = self.effective.endpoint
        return endpoint

    @property
    def pattern(self) -> str:
        """
        The path as it matches: with the convertor of each placeholder.
        """
        return f"{self.path} {[each.regex for each in self.convertors.values()]}"

    @property
    def methods(self) -> list[str]:
        """
        Upper case, sorted.
        """
        return sorted(self.effective.methods or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """
    Something that the app serves and that gets no function.
    """

    label: str
    """Method and path."""
    path: str
    source: Any
    """The object whose place in the source is to be shown."""
    what: str
    todo: str
    level: Level = "warning"


Found: TypeAlias = Route | Skipped


@dataclass(frozen=True, slots=True)
class Block:
    """
    Routes of an included router that were there, as they are, before the process was forked.
    """

    key: Key
    """What they are, and what their inclusion makes of them."""
    _segment: internals.Segment
    _walk: _Walk

    def __len__(self) -> int:
        return len(self._segment.routes)

    def methods(self, number: int) -> Collection[str]:
        """
        Return the methods of one of the routes.
        """
        route: Any = self._segment.routes[number]
        methods: Collection[str] = route.methods
        return methods

    def found(self, which: Collection[int]) -> list[Found]:
        """
        Return some of the routes. Raise `fastapi_internals.OtherwiseError` as a segment does.
        """
        routes = [self._segment.routes[each] for each in which]
        included = replace(self._segment, routes=routes).included()
        return [*map(self._walk.api_route, included)]


def iter_routes(app: Any) -> Iterator[Found]:
    """
    Yield all that `app` serves, in the order in which it matches.
    """
    for each in _walk(app, None).app(app):
        assert not isinstance(each, Block)
        yield each


def iter_blocks(app: Any, memory: Memory) -> Iterator[Found | Block]:
    """
    Yield what `iter_routes` does, and those routes that *memory* may know in blocks.
    """
    yield from _walk(app, memory).app(app)


def _walk(app: Any, memory: Memory | None) -> _Walk:
    return _Walk(
        root_path=_root_path(app),
        answers_422=_answers_422(app, False),
        apps=(id(app),),
        memory=memory,
    )


class Selection:
    """
    The `include` and `exclude` settings.
    """

    def __init__(self, include: Sequence[str], exclude: Sequence[str]) -> None:
        self._include = [re.compile(fnmatch.translate(glob)) for glob in include]
        self._exclude = [re.compile(fnmatch.translate(glob)) for glob in exclude]

    def admits(self, path: str) -> bool:
        """
        Tell whether `path` is wanted. `*` crosses `/`: "/admin/*" is all below "/admin".
        """
        wanted = not self._include or any(glob.match(path) for glob in self._include)
        return wanted and not any(glob.match(path) for glob in self._exclude)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """
    Where a walk stands: what encloses the routes that it meets.
    """

    prefix: str = ""
    root_path: str = ""
    """The app's, without which a request never gets to what is mounted in it."""
    convertors: Mapping[str, Convertor[Any]] = field(default_factory=dict)
    answers_422: bool
    apps: tuple[int, ...]
    """The apps around, against an app that is mounted in itself."""
    memory: Memory | None = None
    """Where routes may be known in blocks."""

    def app(self, app: Any) -> Iterator[Found | Block]:
        for route in app.routes:
            yield from self._effective(route)
        for path in internals.frontend_paths(getattr(app, "router", app)):
            yield self._skip("GET", path, app, "a front end's files are served here", level="note")

    def _effective(self, route: BaseRoute) -> Iterator[Found | Block]:
        # One by one: if building an included router fails, the others stay intact.
        try:
            for effective in internals.effective_routes([route], self._is_held):
                if isinstance(effective, internals.Segment):
                    yield self._block(effective)
                else:
                    yield from self._route(effective)
        except Exception as error:  # noqa: BLE001 -- FastAPI builds what users wrote
            path = getattr(route, "path", "")
            todo = "see the error: FastAPI itself could not build the routes of this router"
            what = f"FastAPI failed with {error!r}"
            yield self._skip("ANY", path, route, what, todo, level="error")

    def _is_held(self, segment: internals.Segment) -> bool:
        """
        Tell whether nothing of a segment can have changed since the process was forked.
        """
        memory, inclusion = self.memory, segment.inclusion
        return (
            memory is not None
            and bool(memory.living)
            and not self.convertors
            and inclusion.unique_id is None
            and all(memory.lives(each.dependency) for each in inclusion.dependencies)
            and all(
                isinstance(each, APIRoute)
                and memory.living.is_as_it_was(each)
                and memory.living.is_as_it_was(each.dependant)
                and getattr(each.endpoint, "__signature__", None) is None
                for each in segment.routes
            )
        )

    def _block(self, segment: internals.Segment) -> Block:
        inclusion = segment.inclusion
        key = (
            tuple(map(id, segment.routes)),
            self.prefix + inclusion.prefix,
            self.answers_422,
            repr([*inclusion.tags]),
            tuple(id(each.dependency) for each in inclusion.dependencies),
            bool(inclusion.deprecated),
            inclusion.include_in_schema,
            inclusion.has_response_class,
        )
        return Block(key, segment, self)

    def _route(self, effective: internals.EffectiveRoute) -> Iterator[Found | Block]:
        original = internals.original_route(effective)
        if isinstance(original, APIRoute):
            yield self.api_route(effective)
        elif isinstance(original, Mount):
            yield from self._mount(effective)
        elif isinstance(original, StarletteRoute):
            yield from self._starlette_route(effective)
        elif isinstance(original, WebSocketRoute):
            what = "a WebSocket, for which no function is generated"
            todo = f"connect to it with the browser's WebSocket; {_EXCLUDE}"
            yield self._skip("WEBSOCKET", effective.path, effective.endpoint, what, todo)
        elif isinstance(original, Host):
            what = f"routes that answer on the host {original.host!r} only are not read"
            yield self._skip("ANY", "", original.app, what, "generate from that app by itself")
        else:
            what = f"a {type(original).__name__}, which is no route that FastAPI describes"
            yield self._skip("ANY", getattr(effective, "path", ""), original, what, _EXCLUDE)

    def api_route(self, effective: internals.EffectiveRoute) -> Found:
        """
        Return a path operation, unless that is not for clients.
        """
        if not effective.include_in_schema:
            what = "left out because of include_in_schema=False"
            methods = ",".join(sorted(effective.methods))
            return self._skip(
                methods, effective.path_format, effective.endpoint, what, level="note"
            )
        if _NO_URL.search(effective.path_format):
            what = "no URL has this path: each begins with a slash, and none keeps '.' or '..'"
            methods = ",".join(sorted(effective.methods))
            todo = "put a slash in front of it, and leave such parts out"
            return self._skip(methods, effective.path_format, effective.endpoint, what, todo)
        return Route(
            effective=effective,
            path=self.prefix + effective.path_format,
            convertors={**self.convertors, **effective.param_convertors},
            answers_422=self.answers_422,
        )

    def _starlette_route(self, effective: internals.EffectiveRoute) -> Iterator[Found]:
        if internals.is_fastapi_endpoint(effective.endpoint):
            return
        methods = ",".join(sorted(effective.methods or ())) or "ANY"
        if effective.include_in_schema:
            what = _PLAIN
            todo = f"register it with @app.get(…) or its like; {_EXCLUDE}"
            yield self._skip(methods, effective.path_format, effective.endpoint, what, todo)
        else:
            what = "left out because of include_in_schema=False"
            yield self._skip(methods, effective.path_format, effective.endpoint, what, level="note")

    def _mount(self, mount: internals.EffectiveRoute) -> Iterator[Found | Block]:
        app = _app_with_routes(internals.mounted_app(mount))
        if isinstance(app, StaticFiles):
            yield self._skip("GET", mount.path, app, "static files are served here", level="note")
        elif not hasattr(app, "routes"):
            what = f"the app mounted here, a {type(app).__name__}, has no routes to be read"
            yield self._skip("ANY", mount.path, app, what, _EXCLUDE)
        elif _root_path(app) not in ("", self._path_of(mount)):
            what = (
                f"the app mounted here has another root path, {app.root_path!r}: it never answers"
            )
            todo = "leave `root_path` out: an app that is mounted has that of its mount"
            yield self._skip("ANY", mount.path, app, what, todo)
        elif id(app) not in self.apps:
            yield from self._together(mount, app, list(self._inside(mount, app).app(app)))

    def _together(
        self, mount: internals.EffectiveRoute, app: Any, found: Sequence[Found | Block]
    ) -> Iterator[Found | Block]:
        """
        Yield what was *found* in a mounted app, and skip all of its plain routes in one.

        Somebody's whole admin interface is one thing to decide about, not twenty.
        """
        plain = [each for each in found if isinstance(each, Skipped) and each.what == _PLAIN]
        if len(plain) < 2 or any(isinstance(each, Route | Block) for each in found):
            yield from found
            return
        yield from (each for each in found if each not in plain)
        labels = ", ".join(each.label for each in plain[:2])
        more = f" and {len(plain) - 2} more" if len(plain) > 2 else ""
        what = f"{labels}{more} are plain Starlette routes, which say nothing about parameters"
        # With the slash, `exclude=["/admin/*"]` means it as it means all that is below.
        yield self._skip("ANY", f"{mount.path}/", app, f"{what} and results", _EXCLUDE)

    def _inside(self, mount: internals.EffectiveRoute, app: Any) -> _Walk:
        inner = {name: each for name, each in mount.param_convertors.items() if name != "path"}
        return _Walk(
            prefix=self._path_of(mount),
            convertors={**self.convertors, **inner},
            answers_422=_answers_422(app, self.answers_422),
            apps=(*self.apps, id(app)),
            memory=self.memory,
        )

    def _path_of(self, mount: internals.EffectiveRoute) -> str:
        path: str = mount.path_format
        return self.root_path + self.prefix + path.removesuffix("/{path}")

    def _skip(
        self,
        methods: str,
        path: str | None,
        source: Any,
        what: str,
        todo: str = "",
        *,
        level: Level = "warning",
    ) -> Skipped:
        full = self.prefix + (path or "")
        return Skipped(
            label=f"{methods} {full}".strip(),
            path=full,
            source=source,
            what=what,
            todo=todo,
            level=level,
        )


def _root_path(app: Any) -> str:
    return str(getattr(app, "root_path", "")).rstrip("/")


def _answers_422(app: Any, around: bool) -> bool:
    """
    A mounted app handles its own errors; a plain router leaves them to the app around it.
    """
    handlers = getattr(app, "exception_handlers", None)
    if handlers is None:
        return around
    return handlers.get(RequestValidationError) is request_validation_exception_handler


def _app_with_routes(app: Any) -> Any:
    """
    Look through middleware that wraps a mounted app by hand: `CORSMiddleware(app)`.
    """
    for _ in range(16):
        if hasattr(app, "routes") or not hasattr(app, "app"):
            break
        app = app.app
    return app
