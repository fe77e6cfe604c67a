"""
"package.module:app" to the app, with honest messages.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
import sys
import tomllib
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from .errors import LoadingError
from .layout import is_installed
from .modules import file_of, names_of

_USUAL_FILES = ("main.py", "app.py", "api.py", "app/main.py", "app/app.py", "app/api.py")
"""Where `fastapi dev` looks, in its order."""

_USUAL_NAMES = ("app", "api")


@dataclass(frozen=True, slots=True)
class Loaded:
    """
    An app, and where it came from.
    """

    app: FastAPI
    name: str
    """As uvicorn takes it: "package.module:app"."""
    file: Path
    """The module's file."""
    folder: Path
    """Where its import started from, as in `--app-dir`."""


def load(target: str | None, *, factory: bool = False, app_dir: Path) -> Loaded:
    """
    Import the app *target*: "package.module:app", a file, or None for what `fastapi dev` finds.

    *app_dir* is looked in first. Nothing but the import runs: no lifespan, no server.
    """
    module_name, attributes, folder = _resolve(target, app_dir)
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    module = _import(module_name, folder)
    if not attributes:
        attributes = _find_name(module)
    found = _attribute(module, attributes)
    if factory:
        found = _call(found, f"{module_name}:{attributes}")
    app = _unwrap(found)
    if app is None:
        raise LoadingError(_not_an_app(found, f"{module_name}:{attributes}"))
    file = Path(file_of(module) or folder / module_name)
    return Loaded(app, f"{module_name}:{attributes}", file, folder)


def _resolve(target: str | None, app_dir: Path) -> tuple[str, str, Path]:
    """
    Return module, attribute ("" for any) and the folder to import from.
    """
    if target is None:
        target = _entrypoint(app_dir) or _usual_file(app_dir)
    module, attributes = target, ""
    if ":" in target and not target.endswith(".py"):
        module, _, attributes = target.rpartition(":")  # a Windows path has one of its own
    if module.endswith(".py"):
        name, folder = _of_file(app_dir / module)
        return name, attributes, folder
    if not module:
        msg = f'{target!r} names no module: write "package.module:app"'
        raise LoadingError(msg)
    return module, attributes, app_dir


def _of_file(file: Path) -> tuple[str, Path]:
    """
    Return the dotted name of *file*'s module, and the folder that holds its outermost package.
    """
    file = file.resolve()
    if not file.is_file():
        msg = f"There is no file {str(file)!r}"
        raise LoadingError(msg)
    names = [] if file.stem == "__init__" else [file.stem]
    folder = file.parent
    while (folder / "__init__.py").is_file():
        names.insert(0, folder.name)
        folder = folder.parent
    return ".".join(names), folder


def _entrypoint(folder: Path) -> str | None:
    """
    Return `entrypoint` of `[tool.fastapi]`, which `fastapi dev` reads too.
    """
    try:
        project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
        entrypoint = project["tool"]["fastapi"]["entrypoint"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return entrypoint if isinstance(entrypoint, str) else None


def _usual_file(folder: Path) -> str:
    for name in _USUAL_FILES:
        if (folder / name).is_file():
            return name
    usual = ", ".join(_USUAL_FILES)
    msg = f'There is no app here (looked for {usual}): name it, as in "package.module:app"'
    raise LoadingError(msg)


def _import(name: str, folder: Path) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        # The module itself, or a package on the way to it; anything else is the user's import.
        if error.name is None or not f"{name}.".startswith(f"{error.name}."):
            raise LoadingError(_failed(name, error)) from error
        msg = f"There is no module {name!r} in {str(folder)!r}: check the name, or set --app-dir"
        raise LoadingError(msg) from error
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # user code may do anything, `sys.exit()` included
        raise LoadingError(_failed(name, error)) from error


def _failed(what: str, error: BaseException) -> str:
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    frames = user_frames(error)
    at = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    if isinstance(error, SyntaxError) and error.filename:
        text, at = f"SyntaxError: {error.msg}", f" at {error.filename}:{error.lineno}"
    return f"Importing {what!r} failed{at}: {text}"


def user_frames(error: BaseException) -> list[traceback.FrameSummary]:
    """
    Return the frames of *error* that are the user's own code.
    """
    frames = traceback.extract_tb(error.__traceback__)
    return [frame for frame in frames if not _is_library(frame.filename)]


def _is_library(file: str) -> bool:
    ours = f"{Path(__file__).parent}{os.sep}"
    return is_installed(file) or file.startswith((ours, "<frozen "))


def _find_name(module: Any) -> str:
    names: list[str] = [*_USUAL_NAMES, *names_of(module)]
    for name in names:
        with contextlib.suppress(Exception):  # a proxy, outside of what it stands for
            if _unwrap(getattr(module, name, None)) is not None:
                return name
    msg = f'Module {module.__name__!r} holds no FastAPI app: write "{module.__name__}:name"'
    raise LoadingError(msg)


def _attribute(module: Any, attributes: str) -> Any:
    found = module
    for name in attributes.split("."):
        if not hasattr(found, name):
            msg = f"Module {module.__name__!r} has no attribute {attributes!r}"
            raise LoadingError(msg)
        found = getattr(found, name)
    return found


def _call(factory: Callable[[], Any], name: str) -> Any:
    if not callable(factory):
        msg = f"{name!r} cannot be called: leave out --factory"
        raise LoadingError(msg)
    try:
        return factory()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        frames = user_frames(error)
        at = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        msg = f"Calling {name!r} failed{at}: {type(error).__name__}: {error}"
        raise LoadingError(msg) from error


def _unwrap(app: Any) -> FastAPI | None:
    """
    Return the FastAPI app in *app*, through middleware that was wrapped around it by hand.
    """
    for _ in range(16):
        if isinstance(app, FastAPI):
            return app
        if isinstance(app, type) or not hasattr(app, "app"):
            return None
        app = app.app
    return None


def _not_an_app(found: Any, name: str) -> str:
    if callable(found) and not isinstance(found, type):
        return f"{name!r} is a function: if it makes the app, add --factory"
    return f"{name!r} is no FastAPI app, but of type {type(found).__name__!r}"
