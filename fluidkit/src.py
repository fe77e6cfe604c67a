"""
The front end's `src` folder as a Python package: a name for every Python file beside a page.

    src/routes/news/news.api.py                  fluidkit.src.routes.news.news_api
    src/routes/users/[id]/profile.api.py         fluidkit.src.routes.users._id_.profile_api
    src/routes/(admin)/audit/models.py           fluidkit.src.routes._admin_.audit.models
    src/routes/files/[...path]/handler.api.py    fluidkit.src.routes.files._path_.handler_api

What Python admits in no name is `_`, and the dots of a rest folder go. Under these names modules
are pickled, find their neighbours (`from .models import News`) and are imported by tests.

`include_pages` says which folder it is. Where nobody has, in a process that multiprocessing has
spawned or in a test that imports a page's module first, it is that of a parent process, else that
of the SvelteKit app of the project around the current directory.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path, PurePath
from types import CodeType, ModuleType

from .errors import LoadingError
from .layout import find_project, find_trees

PACKAGE = __name__

_VARIABLE = "FLUIDKIT_SRC"
"""Hands the folder on to other processes of the app."""


def use(folder: Path) -> None:
    """
    Take *folder* for the package. Raise `LoadingError` where modules of another one are loaded.
    """
    if __path__ not in ([], [str(folder)]) and any(
        name.startswith(f"{__name__}.") for name in sys.modules
    ):
        msg = (
            f"The pages of {__path__[0]!r} are loaded in this process already: serve those of"
            f" {str(folder)!r} by a process of its own"
        )
        raise LoadingError(msg)
    __path__[:] = [str(folder)]
    os.environ[_VARIABLE] = str(folder)


def module_name(file: PurePath) -> str:
    """
    Return the dotted name of the Python *file*, a path relative to the folder.
    """
    return ".".join((__name__, *map(_alias, (*file.parent.parts, file.stem))))


def _alias(name: str) -> str:
    """
    Return *name*, of a folder or of a file without ".py", as Python can write it.
    """
    alias = re.sub(r"\W", "_", name.replace("...", ""))
    return f"_{alias}" if alias[:1].isdigit() else alias


class _Loader(SourceFileLoader):
    """
    Loads from source alone: there is to be no `__pycache__` beside a page.
    """

    def get_code(self, fullname: str) -> CodeType:
        """
        Compile the module.
        """
        path = self.get_filename(fullname)
        code: CodeType = self.source_to_code(self.get_data(path), path)
        return code


class _Finder(MetaPathFinder):
    """
    Finds what is below the package.
    """

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """
        Return the module's file, or the folder of a package.
        """
        if not fullname.startswith(f"{__name__}."):
            return None
        parent, _, name = fullname.rpartition(".")
        if parent == __name__ and not __path__:
            path = __path__[:] = _folder()
        for folder in path or ():
            found = sorted(_entries(folder, name), key=_rank)
            if found:
                return _spec(fullname, _only(found))
        return None


def _entries(folder: str, name: str) -> Iterator[os.DirEntry[str]]:
    try:
        entries = [*os.scandir(folder)]
    except OSError:
        return
    for entry in entries:
        is_module = entry.name.endswith(".py")
        if _alias(entry.name.removesuffix(".py")) == name and (is_module or entry.is_dir()):
            yield entry


def _rank(entry: os.DirEntry[str]) -> tuple[bool, str]:
    return entry.is_dir(), entry.name  # as everywhere in Python, a module hides a folder


def _only(found: list[os.DirEntry[str]]) -> os.DirEntry[str]:
    """
    Return the first entry, unless another one has the same claim.
    """
    first, *others = found
    rival = next((each for each in others if each.is_dir() == first.is_dir()), None)
    if rival is not None:
        msg = (
            f"{first.name!r} and {rival.name!r} have one name in Python, in"
            f" {os.path.dirname(first.path)!r}: rename one of them"  # noqa: PTH120
        )
        raise ImportError(msg)
    return first


def _spec(fullname: str, entry: os.DirEntry[str]) -> ModuleSpec | None:
    if not entry.is_dir():
        return spec_from_file_location(fullname, entry.path, loader=_Loader(fullname, entry.path))
    init = os.path.join(entry.path, "__init__.py")  # noqa: PTH118
    if os.path.isfile(init):  # noqa: PTH113
        return spec_from_file_location(
            fullname,
            init,
            loader=_Loader(fullname, init),
            submodule_search_locations=[entry.path],
        )
    spec = ModuleSpec(fullname, None, is_package=True)
    spec.submodule_search_locations = [entry.path]
    return spec


def _folder() -> list[str]:
    """
    Return where the folder is, as far as this process knows by itself.
    """
    given = os.environ.get(_VARIABLE)
    if given:
        return [given]
    trees = find_trees(find_project(Path.cwd() / "__main__.py"))
    return [str(trees[0] / "src")] if len(trees) == 1 else []


__path__: list[str] = []
# First, as others would find a folder only where its name is one in Python.
sys.meta_path.insert(0, _Finder())
