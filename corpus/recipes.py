"""
Which applications are tried, and what each of them needs: data in `recipes/`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
EVERYWHERE = ("pydantic-settings", "rich", "typer", "watchfiles")
"""What FluidKit itself needs in every environment, beside FastAPI and pydantic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """
    One application, or FastAPI's examples.
    """

    name: str
    title: str
    wants: tuple[str, ...]
    """What the lock was made from, beside `EVERYWHERE`."""
    packages: tuple[str, ...] = ()
    """Its own packages: copied into a project, as its developers would have them."""
    main: str = ""
    """The module that makes `app`."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """"{home}" is an empty folder."""
    files: tuple[str, ...] = ()
    """Of the examples: files that they expect to find, empty ones."""
    apart: tuple[str, ...] = ()
    """Of the examples: modules that need a process of their own."""
    excluded: Mapping[str, str] = field(default_factory=dict)
    """Of the examples: modules that can't be imported, each with the reason."""

    @property
    def lock(self) -> Path:
        """
        Every package with its version.
        """
        return HERE / "recipes" / f"{self.name}.lock"

    @property
    def version(self) -> str:
        """
        Which version of the first thing that it wants is locked.
        """
        first = self.wants[0].partition("[")[0].partition("==")[0]
        return locked_version(self.lock, first)


def locked_version(lock: Path, package: str) -> str:
    """
    Return the version of a package in a lock.
    """
    wanted = package.replace(".", "-").lower()
    for line in lock.read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition(";")[0].strip().partition("==")
        if name.replace(".", "-").lower() == wanted:
            return version
    msg = f"{lock.name} has no {package}"
    raise LookupError(msg)


def applications() -> list[Recipe]:
    """
    Return every application's recipe, by name.
    """
    return [_read(path) for path in sorted((HERE / "recipes").glob("*.toml"))]


def examples() -> Recipe:
    """
    Return the recipe of FastAPI's own examples.
    """
    return _read(HERE / "examples.toml")


def _read(path: Path) -> Recipe:
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return Recipe(
        name=path.stem,
        **{key: tuple(value) if isinstance(value, list) else value for key, value in read.items()},
    )
