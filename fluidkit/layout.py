"""
Where things stand on disk: the project, its SvelteKit tree, and the folder to write to.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import LayoutError

DEFAULT_OUTPUT = "src/lib/api"
"""The output folder inside a SvelteKit tree."""


@dataclass(frozen=True, slots=True)
class Project:
    """
    The project that an app belongs to.
    """

    root: Path
    """Real path of the nearest folder with a `.git`, else of the pyproject.toml's."""
    anchor: Path
    """Real path of the file that calls `integrate`, or of the app's module."""
    pyproject: Path | None
    """The nearest pyproject.toml at or above the anchor, not above the root."""

    def relative(self, path: Path) -> str:
        """
        Return *path* as people see it: relative to the root, with forward slashes.
        """
        return path.relative_to(self.root).as_posix()


@dataclass(frozen=True, slots=True)
class Layout:
    """
    The folder to write to.
    """

    output: str
    """POSIX path relative to the project root."""
    kit: bool
    """It lies in a SvelteKit tree."""


@dataclass(frozen=True, slots=True)
class NoFrontend:
    """
    There is no SvelteKit tree in the project, and no output folder is set.
    """

    searched: str
    """The project's root, for people: its name."""
    hint: str = ""
    """Why that may not be the whole project; "" where it is."""


def find_project(anchor: Path) -> Project:
    """
    Find the project of the file *anchor*.
    """
    anchor = anchor.resolve()
    repository = _nearest(anchor.parent, ".git")
    pyproject = _nearest(anchor.parent, "pyproject.toml")
    root = repository or pyproject or _outermost_package(anchor.parent)
    if pyproject is not None and not pyproject.is_relative_to(root):
        pyproject = None
    return Project(root, anchor, pyproject and pyproject / "pyproject.toml")


def find_layout(project: Project, output: Path | None) -> Layout | NoFrontend:
    """
    Decide where to write: to *output* where it is set, else into the one SvelteKit tree.
    """
    if output is not None:
        return Layout(_inside(project, output), _in_kit_tree(project, output))
    match find_trees(project):
        case []:
            return NoFrontend(project.root.name, hint_at_root(project))
        case [tree]:
            folder = tree / DEFAULT_OUTPUT
            return Layout(_inside(project, folder), kit=True)
        case trees:
            names = " and ".join(repr(project.relative(tree)) for tree in trees)
            msg = f"There is more than one SvelteKit app, {names}: choose one with `output=`"
            raise LayoutError(msg)


def find_trees(project: Project) -> list[Path]:
    """
    Find the folders whose package.json depends on SvelteKit, at most two levels below a folder
    from the anchor's up to the project root.

    The first folder on the way up that has any decides: in `shop/{api,web}` beside
    `blog/{api,web}` each app has the front end that it stands with.
    """
    for ancestor in _upwards(project.anchor.parent):
        trees = sorted(tree for tree in _folders(ancestor, depth=2) if _depends_on_kit(tree))
        if trees or ancestor == project.root:
            return trees
    return []


def hint_at_root(project: Project) -> str:
    """
    Say why nothing outside of the root was looked at, where nobody has said what the root is.
    """
    if project.pyproject is not None or (project.root / ".git").exists():
        return ""
    return (
        "; no .git and no pyproject.toml says how far the project goes beyond"
        f" {project.root.name!r}: run `git init` in its folder"
    )


def find_routes(project: Project, layout: Layout) -> str | None:
    """
    Return SvelteKit's folder of routes, POSIX, relative to the project root; None: no such tree.
    """
    if not layout.kit:
        return None
    tree = _nearest(project.root / layout.output, "package.json")
    return None if tree is None else project.relative(tree / "src" / "routes")


def find_source(project: Project, layout: Layout) -> str | None:
    """
    Return SvelteKit's `src`, where façades may stand beside pages, like `find_routes`.
    """
    routes = find_routes(project, layout)
    return None if routes is None else routes.removesuffix("/routes")


def is_installed(file: str) -> bool:
    """
    Whether *file* is of a package that was installed, or of Python itself.
    """
    inside = (f"{os.sep}{name}{os.sep}" in file for name in ("site-packages", "dist-packages"))
    library = os.path.dirname(os.__file__)  # noqa: PTH120
    return any(inside) or file.startswith(f"{library}{os.sep}")


def _upwards(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


def _nearest(folder: Path, name: str) -> Path | None:
    return next((at for at in _upwards(folder) if (at / name).exists()), None)


def _outermost_package(folder: Path) -> Path:
    return next(at for at in _upwards(folder) if not (at / "__init__.py").exists())


def _folders(folder: Path, depth: int) -> Iterator[Path]:
    yield folder
    if depth == 0:
        return
    try:
        entries = [entry for entry in os.scandir(folder) if _is_searched(entry)]
    except OSError:  # not ours to read: then not ours to write either
        return
    for entry in entries:
        yield from _folders(Path(entry.path), depth - 1)


def _is_searched(entry: os.DirEntry[str]) -> bool:
    hidden = entry.name.startswith(".") or entry.name == "node_modules"
    return not hidden and entry.is_dir(follow_symlinks=False)


def _depends_on_kit(folder: Path) -> bool:
    try:
        package = json.loads((folder / "package.json").read_bytes())
    except (OSError, ValueError):
        return False
    if not isinstance(package, dict):
        return False
    groups = (package.get("dependencies"), package.get("devDependencies"))
    return any(isinstance(group, dict) and "@sveltejs/kit" in group for group in groups)


def _in_kit_tree(project: Project, output: Path) -> bool:
    package = _nearest(output, "package.json")
    inside = package is not None and package.is_relative_to(project.root)
    return package is not None and inside and _depends_on_kit(package)


def _inside(project: Project, folder: Path) -> str:
    """
    Return *folder* relative to the root, or refuse it: a write must never leave the project.
    """
    folder = Path(os.path.normpath(project.root / folder))
    shown = repr(folder.as_posix())
    if folder.is_relative_to(project.root):
        shown = repr(project.relative(folder))
    elif folder.resolve().is_relative_to(project.root):
        # Written through another name of the root: /tmp and /private/tmp on macOS.
        folder = folder.resolve()
    if folder == project.root or not folder.resolve().is_relative_to(project.root):
        msg = f"The output folder {shown} is not below the project root: set `output` to one there"
        raise LayoutError(msg)
    for part in _upwards(folder):
        if part == project.root:
            break
        if part.is_symlink():
            msg = (
                f"The output folder {shown} leads through the link"
                f" {project.relative(part)!r}: set `output` to a folder without links"
            )
            raise LayoutError(msg)
    return project.relative(folder)
