"""
What stops us (exceptions) and what we could not express (diagnostics).

    FluidKitError
    ├── SettingsError       a setting that is wrong
    ├── LoadingError        the app could not be found or imported
    ├── LayoutError         no front end, or two of them; an output folder outside the project
    ├── OutputError         a file that may not, or could not, be written
    └── SourceChangedError  a source that was saved since it was imported
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


class FluidKitError(Exception):
    """
    Anything that stops a generation. Its text is one sentence that says what to change.
    """


class SettingsError(FluidKitError):
    """
    A setting that is wrong.
    """


class LoadingError(FluidKitError):
    """
    The app could not be found or imported.
    """


class LayoutError(FluidKitError):
    """
    The place to write to is missing, ambiguous or outside the project.
    """


class OutputError(FluidKitError):
    """
    A file that may not, or could not, be written.
    """


class SourceChangedError(FluidKitError):
    """
    A source that was saved since it was imported: the client of the former text is not written.
    """


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Diagnostic:
    """
    Something of the app that the client does not, or not fully, express.
    """

    route: str
    """Method and path, "GET /users/{id}"; a declaration's name where no single route is meant; ""
    where it is about the whole."""
    where: str
    """`path/of/module.py:12`, relative to the project root, or a dotted name outside of it."""
    what: str
    """What is the matter: one sentence without a full stop."""
    todo: str
    """What the user can do about it; "" where nothing is wanted."""
    level: Literal["error", "warning", "note"] = "warning"
    """`check --strict` counts warnings. An error, a route that reading failed on, is none of the
    user's choices: the command line's exit code always says so."""
