"""
What is installed, and which tests need something newer.

    @pytest.mark.since(fastapi="0.135")
    def test_of_something_that_came_with_it() -> None: ...

On an older version such a test is skipped with both versions named. `make matrix` counts these
apart, allows no other skip, and none at all with the newest versions.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib.metadata import version

import pytest
from packaging.version import Version


def installed(package: str) -> Version:
    """
    Return the version of an installed package, or of "python" itself.
    """
    found = platform.python_version() if package == "python" else version(package)
    return Version(found)


def has(**floors: str) -> bool:
    """
    Tell whether each package is installed at its version or a newer one.
    """
    return not lacking(floors.items())


def lacking(floors: Iterable[tuple[str, str]]) -> str:
    """
    Return what is too old, as a sentence; nothing, if nothing is.
    """
    return "; ".join(
        f"needs {package} {floor}, {installed(package)} is installed"
        for package, floor in floors
        if installed(package) < Version(floor)
    )


def skip_on_older(item: pytest.Item) -> None:
    """
    Skip a test whose mark `since` asks for something newer.
    """
    for mark in item.iter_markers("since"):
        if reason := lacking(mark.kwargs.items()):
            pytest.skip(reason)


__all__ = ["has", "installed", "lacking", "skip_on_older"]
