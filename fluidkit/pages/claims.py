"""
Which route answers what: a page's route may never be reached.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.routing import compile_path

from fluidkit.pages.routes import is_mount, label_of, methods_of


@dataclass(frozen=True, slots=True)
class _Claim:
    pattern: re.Pattern[str]
    shape: str
    """The pattern, whatever its parameters are called."""
    methods: frozenset[str]
    label: Callable[[], str]
    """Returns the route as people see it, with its place."""


class Claims:
    """
    The routes so far, in the order in which they answer.
    """

    def __init__(self) -> None:
        self._claims: dict[str, list[_Claim]] = {}

    def add(self, route: Any, where: Callable[[], str]) -> None:
        """
        Take down that *route* answers from now on; *where* is only asked of a rival.
        """
        path = f"{route.path.rstrip('/')}/{{path:path}}" if is_mount(route) else route.path
        pattern = compile_path(path)[0]
        claim = _Claim(
            pattern, _shape(pattern), methods_of(route), lambda: f"{label_of(route)} ({where()})"
        )
        self._claims.setdefault(_first(path), []).append(claim)

    def rival(self, route: Any) -> str | None:
        """
        Return which route answers everything that *route* would.
        """
        methods, path = methods_of(route), route.path
        # Placeholders stand for what they take: "{id}" has no slash, as no id has one.
        typical = re.sub(r"{(\w+):path}", r"{\1}/{\1}", path)
        shape = _shape(compile_path(path)[0])
        # Only what begins alike, or with a parameter.
        for first in {_first(path): None, "": None}:
            for claim in self._claims.get(first, ()):
                if methods <= claim.methods and (
                    claim.shape == shape or claim.pattern.match(typical)
                ):
                    return claim.label()
        return None


def _shape(pattern: re.Pattern[str]) -> str:
    """
    Return a path's expression whatever its parameters are called.
    """
    return re.sub(r"\?P<\w+>", "?:", pattern.pattern)


def _first(path: str) -> str:
    """
    Return the first segment of *path*; "" where it takes anything.
    """
    segment = path.split("/")[1] if path.startswith("/") else ""
    return "" if "{" in segment else segment
