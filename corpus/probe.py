"""
What one app gives, as JSON on standard output: run inside the app's own environment.

    python probe.py '{"project": "/path/to/the/copy", "app": "package.module:app"}'

It trusts FluidKit with nothing that it can count by itself: the routes are walked here once more,
and an `unknown` is looked up in the annotation that it comes from.
"""

from __future__ import annotations

import importlib
import inspect
import io
import json
import os
import sys
import time
import typing
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any

from pydantic import Json, JsonValue, PlainSerializer, WrapSerializer
from pydantic_core import PydanticUndefined

from fluidkit import model, pipeline
from fluidkit.errors import Diagnostic
from fluidkit.layout import NoFrontend, find_project
from fluidkit.settings import read_settings

STREAMS = {"EventStream": "events", "JsonStream": "json", "TextStream": "text"}


def main() -> None:
    """
    Read the request from standard input, and print the answer as the last line.
    """
    request = json.load(sys.stdin)
    sys.path.insert(0, request["path"])
    os.chdir(request["path"])
    warnings.simplefilter("ignore")
    answers: list[dict[str, Any]] = []
    for job in request["apps"]:
        # What an app prints when it is imported is no part of the answer.
        with redirect_stdout(io.StringIO()):
            answers.append(_answer(job, request["measure"]))
    sys.stdout.write("\n" + json.dumps(answers) + "\n")
    sys.stdout.flush()
    # Some apps leave threads behind that never end.
    os._exit(0)


def _answer(job: dict[str, Any], measure: list[str]) -> dict[str, Any]:
    try:
        started = time.process_time()
        app, module = _load(job["app"], factory=job.get("factory", False))
        imported = time.process_time() - started
    except BaseException as error:  # noqa: BLE001 -- an app may even exit
        return {"app": job["app"], "not_imported": f"{type(error).__name__}: {error}"}
    if app is None:
        return {"app": job["app"], "no_app": True}
    answer: dict[str, Any] = {"app": job["app"], "import_seconds": imported}
    answer["versions"] = _versions()
    answer["python"] = ".".join(map(str, sys.version_info[:3]))
    if "openapi" in measure:
        answer["openapi_seconds"] = _openapi_seconds(app)
    anchor = Path(job["anchor"]) if "anchor" in job else Path(module.__file__ or "")
    return answer | _generated(app, anchor, job.get("output"), again="again" in measure)


def _load(target: str, *, factory: bool) -> tuple[Any, Any]:
    name, _, attribute = target.partition(":")
    module = importlib.import_module(name)
    found = module
    for part in attribute.split("."):
        found = getattr(found, part, None)
        if found is None:
            return None, module
    return (found() if factory else found), module


def _versions() -> dict[str, str]:
    import fastapi
    import pydantic

    return {"fastapi": fastapi.__version__, "pydantic": pydantic.VERSION}


def _openapi_seconds(app: Any) -> float | str:
    started = time.process_time()
    try:
        app.openapi()
    except Exception as error:  # noqa: BLE001 -- FastAPI's own failures are told, not ours
        return f"{type(error).__name__}: {error}"
    return time.process_time() - started


def _generated(app: Any, anchor: Path, folder: str | None, *, again: bool) -> dict[str, Any]:
    project = find_project(anchor)
    keywords = {} if folder is None else {"output": project.root / folder}
    settings = read_settings(project, keywords)
    # Time on the processor, as the machine has other things to do.
    started = time.process_time()
    pipeline.generate(app, project, settings)
    answer: dict[str, Any] = {"seconds": time.process_time() - started}
    if again:
        started = time.process_time()
        repeated = pipeline.check(app, project, settings)
        answer["seconds_again"] = time.process_time() - started
        if not isinstance(repeated, NoFrontend):
            answer["changed_again"] = [change.path for change in repeated.changes.files]
    client = pipeline.read_client(app, project, settings)
    if isinstance(client, NoFrontend):
        return {"failed": "no front end was found"}
    routes = list(_served(app))
    return answer | {
        "routes": len(routes),
        "operations": len(client.api.operations),
        "types": len(client.api.declarations),
        "silent": sorted(_silent(routes, client.api, client.diagnostics)),
        "streams": Counter(_streams(client.api)),
        "unknowns": _unknowns(app, client.api, client.diagnostics),
        "diagnostics": [asdict(each) for each in client.diagnostics],
    }


# --- Routes -----------------------------------------------------------------------------------


def _served(app: Any, prefix: str = "", around: tuple[int, ...] = ()) -> Iterator[tuple[str, str]]:
    """
    Yield method and path of all that `app` serves, by FastAPI's own list, but its own pages.
    """
    from fastapi import routing
    from starlette.routing import Host, Mount, WebSocketRoute

    contexts = getattr(routing, "iter_route_contexts", iter)
    for route in contexts(app.routes):
        original = getattr(route, "original_route", route)
        if isinstance(original, Host):
            yield "ANY", prefix
        elif isinstance(original, Mount):
            path = prefix + route.path_format.removesuffix("/{path}")
            inner = _unwrapped(getattr(route, "_base_app", route.app))
            if not hasattr(inner, "routes"):
                yield "ANY", path
            elif id(inner) not in around:
                yield from _served(inner, path, (*around, id(app)))
        elif isinstance(original, WebSocketRoute):
            yield "WEBSOCKET", prefix + route.path
        elif getattr(route.endpoint, "__module__", "") != "fastapi.applications":
            for method in sorted(route.methods or ("ANY",)):
                yield method, prefix + route.path_format


def _unwrapped(app: Any) -> Any:
    while not hasattr(app, "routes") and hasattr(app, "app"):
        app = app.app
    return app


def _silent(
    routes: Iterable[tuple[str, str]], api: model.Api, diagnostics: Iterable[Diagnostic]
) -> Iterator[str]:
    """
    Yield each route that is neither a function nor said to be left out.
    """
    functions = Counter((each.method, each.path) for each in api.operations)
    told = {label for each in diagnostics for label in _labels(each)}
    for (method, path), count in Counter(routes).items():
        # What is mounted answers any method, and static files answer GET.
        labels = {(method, path), ("ANY", path), *([("GET", path)] if method == "ANY" else [])}
        if count > functions[method, path] and not labels & told:
            yield f"{method} {path}"


def _labels(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    if "skipped" in diagnostic.what or "left out" in diagnostic.what:
        methods, _, path = diagnostic.route.partition(" ")
        yield from ((method, path) for method in methods.split(","))


def _streams(api: model.Api) -> Iterator[str]:
    for operation in api.operations:
        for result in (operation.result, operation.stream):
            if type(result).__name__ in STREAMS:
                yield STREAMS[type(result).__name__]
        if isinstance(operation.result, model.FileResult):
            yield "files"


# --- Unknowns ---------------------------------------------------------------------------------


def _unknowns(
    app: Any, api: model.Api, diagnostics: Collection[Diagnostic]
) -> dict[str, list[str]]:
    """
    Return where the client says `unknown`: told by a diagnostic, said by the Python (`Any`), or
    neither.
    """
    told = {each.route for each in diagnostics if each.level != "note" or "unknown" in each.what}
    found: dict[str, list[str]] = {"told": [], "any": [], "neither": []}
    endpoints = {(method, path): route for method, path, route in _endpoints(app)}
    for operation in api.operations:
        label = f"{operation.method} {operation.path}"
        if not _has_unknown((operation.parameters, operation.result, operation.errors)):
            continue
        route = endpoints.get((operation.method, operation.path))
        kind = "told" if label in told else "any" if _route_says_any(route) else "neither"
        found[kind].append(label)
    for declaration in api.declarations:
        for name, part in _parts(declaration.definition):
            if _has_unknown(part):
                label = f"{declaration.key}.{name}" if name else declaration.key
                kind = _declared_kind(declaration, name, told)
                found[kind].append(label)
    return found


def _has_unknown(value: Any) -> bool:
    if value is model.Scalar.UNKNOWN:
        return True
    if isinstance(value, tuple):
        return any(_has_unknown(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return any(_has_unknown(getattr(value, each.name)) for each in fields(value))
    return False


def _parts(definition: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(definition, model.Object):
        yield "", definition
        return
    yield from ((each.name, each.type) for each in definition.fields)
    # `extra="allow"` says itself that anything may come.


def _declared_kind(declaration: model.Declaration, name: str, told: Collection[str]) -> str:
    if any(each.split(" ")[0].rpartition(".")[2] in _names(declaration) for each in told):
        return "told"
    cls = _class(declaration)
    return "any" if cls is not None and _field_says_any(cls, name) else "neither"


def _names(declaration: model.Declaration) -> set[str]:
    return {declaration.name, declaration.name.rpartition(".")[2]}


def _class(declaration: model.Declaration) -> Any:
    found: Any = sys.modules.get(declaration.module)
    for part in declaration.name.split("."):
        found = getattr(found, part, None)
    return found


def _field_says_any(cls: Any, name: str) -> bool:
    if any(_says_any(each) for each in _serialized_as(cls, name)):
        return True
    if not name:
        return _says_any(cls)
    try:
        hints = typing.get_type_hints(cls, include_extras=True)
    except Exception:  # noqa: BLE001 -- names that exist for type checkers only
        hints = {}
    if hasattr(cls, "model_fields"):
        hints = {each: info.annotation for each, info in cls.model_fields.items()} | hints
    if name in hints:
        return _says_any(hints[name])
    computed = getattr(cls, "model_computed_fields", {}).get(name)
    return computed is not None and _says_any(computed.return_type)


def _serialized_as(cls: Any, name: str) -> Iterator[Any]:
    """
    Yield what a class's serializers say that they return: of the whole, or of one field.
    """
    # pydantic lists them nowhere else.
    found = getattr(cls, "__pydantic_decorators__", None)
    whole = [] if found is None or name else found.model_serializers.values()
    of_fields = [] if found is None else found.field_serializers.values()
    for each in (*whole, *(each for each in of_fields if name in each.info.fields)):
        yield _returned(each.func)


def _returned(function: Any) -> Any:
    try:
        return typing.get_type_hints(function, include_extras=True).get("return")
    except Exception:  # noqa: BLE001 -- names that exist for type checkers only
        return None


def _endpoints(app: Any, prefix: str = "") -> Iterator[tuple[str, str, Any]]:
    from fastapi import routing
    from starlette.routing import Mount

    contexts = getattr(routing, "iter_route_contexts", iter)
    for route in contexts(app.routes):
        if isinstance(getattr(route, "original_route", route), Mount):
            inner = _unwrapped(getattr(route, "_base_app", route.app))
            if hasattr(inner, "routes"):
                path = prefix + route.path_format.removesuffix("/{path}")
                yield from _endpoints(inner, path)
        else:
            for method in getattr(route, "methods", None) or ():
                yield method, prefix + route.path_format, route


def _route_says_any(route: Any) -> bool:
    if route is None:
        return False
    said = [getattr(route, "response_model", None)]
    said += [each.get("model") for each in (getattr(route, "responses", None) or {}).values()]
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        waiting.extend(dependant.dependencies)
        for group in ("path", "query", "header", "cookie", "body"):
            params = getattr(dependant, f"{group}_params")
            said += [each.field_info.annotation for each in params]
        said += _annotations(dependant.call)
    return any(_says_any(each) for each in said if each is not None)


def _annotations(call: Callable[..., Any] | None) -> list[Any]:
    try:
        return list(typing.get_type_hints(call).values()) if call is not None else []
    except Exception:  # noqa: BLE001 -- names that exist for type checkers only
        return []


def _says_any(annotation: Any, depth: int = 0) -> bool:
    """
    Tell whether an annotation admits anything, somewhere: `Any`, `object`, a bare `dict`.
    """
    if depth > 8:
        return False
    if isinstance(annotation, PlainSerializer | WrapSerializer):
        said = annotation.return_type
        return _says_any(_returned(annotation.func) if said is PydanticUndefined else said)
    if annotation in (Any, object, JsonValue, Json) or isinstance(annotation, typing.TypeVar):
        return True
    if inspect.isclass(annotation) and not typing.get_args(annotation):
        if annotation in (list, dict, set, frozenset, tuple):
            return True
        if getattr(annotation, "__pydantic_root_model__", False):
            root = annotation.model_fields.get("root")
            return root is not None and _says_any(root.annotation, depth + 1)
        if any(_says_any(each, depth + 1) for each in vars(annotation).get("__orig_bases__", ())):
            return True  # class Settings(dict[str, Any])
        generic = getattr(annotation, "__pydantic_generic_metadata__", {})
        return bool(generic.get("parameters")) or annotation.__module__ == "collections.abc"
    if hasattr(annotation, "__supertype__"):
        return _says_any(annotation.__supertype__, depth + 1)
    if hasattr(annotation, "__value__"):
        return _says_any(annotation.__value__, depth + 1)
    arguments = typing.get_args(annotation)
    if not arguments and typing.get_origin(annotation) in (list, dict, set, tuple):
        return True
    return any(_says_any(each, depth + 1) for each in arguments)


if __name__ == "__main__":
    main()
