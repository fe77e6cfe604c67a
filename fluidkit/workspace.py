"""
An app that was loaded, with its project and the settings that its own `integrate` call gave.
"""

from __future__ import annotations

import contextlib
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import calling, integration, loading
from .errors import LoadingError
from .layout import Project, find_project, is_installed
from .settings import Settings, read_settings

if TYPE_CHECKING:
    from fastapi import FastAPI

_FRAMES = 3
"""How many of the user's own lines a traceback shows: the last ones."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """
    What a client is written from.
    """

    loaded: loading.Loaded
    project: Project
    settings: Settings

    @property
    def app(self) -> FastAPI:
        """
        The app itself.
        """
        return self.loaded.app


def open_workspace(target: str | None, *, factory: bool, app_dir: Path) -> Workspace:
    """
    Load the app *target* as `loading.load` does. Raise `FluidKitError` where that cannot be.
    """
    # What the app prints when it is imported must not get into our output.
    with calling.recording(), contextlib.redirect_stdout(sys.stderr):
        loaded = loading.load(target, factory=factory, app_dir=app_dir.resolve())
    call = integration.call_of(loaded.app)
    project = find_project(call.file if call else _anchor(loaded.file))
    return Workspace(loaded, project, read_settings(project, call.keywords if call else {}))


def _anchor(file: Path) -> Path:
    """
    Return where to look for the project of an app that has no `integrate` call.

    An app that is installed, not written here, is generated for the project we are in.
    """
    return Path.cwd() / "__main__.py" if is_installed(str(file)) else file


def short_traceback(error: LoadingError) -> str:
    """
    Return the user's own lines of what made *error*, the one at fault last; "" if there are none.
    """
    cause = error.__cause__
    match cause:
        case None:
            return ""
        case SyntaxError(filename=str(), lineno=int()):
            lines = traceback.format_exception_only(cause)
        case _:
            frames = loading.user_frames(cause)[-_FRAMES:]
            lines = traceback.format_list(frames)
    return "".join(lines).rstrip()
