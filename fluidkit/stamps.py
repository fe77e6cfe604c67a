"""
Whether a file was saved since somebody looked at it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from importlib.machinery import SourceFileLoader
from types import ModuleType
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, ...]
"""What changes with every save of a file, its time first; () if it cannot be looked at."""

_RECENT = 3.0
"""Seconds for which a file that has changed is looked at again."""


def stamp(file: str) -> Stamp:
    """
    Look at *file*.
    """
    try:
        at = os.stat(file)  # noqa: PTH116 - a thousand times for each save
    except OSError:
        return ()
    return (at.st_mtime_ns, at.st_ctime_ns, at.st_size, at.st_ino)


class Recent:
    """
    Files that have changed just now: polling tells whole seconds, and misses a second save in one.
    """

    def __init__(self) -> None:
        self._stamps: dict[str, tuple[Stamp, float]] = {}

    def and_again(self, paths: frozenset[str], now: float) -> frozenset[str]:
        """
        Return *paths*, which have changed, and those of earlier ones that did once more.
        """
        known = self._stamps
        again = {path for path, (taken, _) in known.items() if stamp(path) != taken}
        for path in paths | again:
            known[path] = stamp(path), now
        self._stamps = {path: known[path] for path in known if now - known[path][1] < _RECENT}
        return paths | again


def here() -> Stamp:
    """
    Return what tells the current directory from any other, though it may have been deleted.
    """
    at = os.stat(os.curdir)  # noqa: PTH116 - a path would ask for its name
    return (at.st_dev, at.st_ino)


class Stamps:
    """
    Takes down what each module of the user's was imported from, and nothing else.
    """

    def __init__(self, is_users: Callable[[str, str], bool]) -> None:
        """
        *is_users* tells from name and file whether a module is the user's own.
        """
        self._is_users = is_users
        self.stamps: dict[str, Stamp] = {}

    @contextlib.contextmanager
    def recording(self) -> Iterator[None]:
        """
        Watch modules being executed.
        """
        plain_exec = SourceFileLoader.exec_module

        def exec_module(loader: SourceFileLoader, module: ModuleType) -> None:
            if self._is_users(module.__name__, loader.path):
                self.stamps[loader.path] = stamp(loader.path)
            plain_exec(loader, module)

        SourceFileLoader.exec_module = exec_module  # type: ignore[method-assign,assignment]
        try:
            yield
        finally:
            SourceFileLoader.exec_module = plain_exec  # type: ignore[method-assign]

    def are_outdated(self) -> bool:
        """
        Whether one of the files was saved since: what was read of it may be half of it.
        """
        return any(stamp(file) != taken for file, taken in self.stamps.items())
