"""
Which files on disk are ours, and whose an output folder is.

A file is ours if one of its first three lines carries our mark. What this machine remembers besides
is a hint.
"""

from __future__ import annotations

import fnmatch
import json
import os
import posixpath
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from . import replacement

MARK = "written by FluidKit"
"""What tells our files from other people's."""

GENERATED = "generated"
"""Folder below the output folder that holds nothing but our files."""

_PRIVATE = ".fluidkit"
"""Folder below `generated` with the lock and the state of this machine; git ignores it."""

WARNED = "warned"
"""File in the private folder: what the server's last process has warned of."""

_FACADES = ("*.api.ts", "*.api.js", "*.api.d.ts", "index.*", "svelte.*")
"""Names of our files outside `generated`: only these are looked at when stale files are sought."""

_PROXY = "[[]...path]/+server.ts"
"""The one file of ours among SvelteKit's routes."""

_SPECIFIER = re.compile(rb" from '(\.[^']+)'")
"""Where a file of one line leads to."""


@dataclass(frozen=True, slots=True)
class Beside:
    """
    Where façades may stand beside the Python of pages.
    """

    folder: str
    """SvelteKit's `src`, POSIX, relative to the project root."""
    patterns: tuple[str, ...] = ("*.api.py",)
    """Globs on the names of the Python files."""

    def admits(self, path: PurePosixPath) -> bool:
        """
        Whether a façade may stand at *path*.
        """
        python = f"{path.stem}.py"
        named = any(fnmatch.fnmatchcase(python, pattern) for pattern in self.patterns)
        return named and path.suffix == ".ts" and path.is_relative_to(self.folder)


def is_ours(data: bytes) -> bool:
    """
    Whether one of the first three lines carries our mark.
    """
    return any(MARK.encode() in line for line in data.split(b"\n", 3)[:3])


def holds_client(folder: str, root: Path) -> bool:
    """
    Whether a façade of ours stands in *folder*.
    """
    return any(".api." in path for path in owned_files(root, folder, None, None))


def owned_files(
    root: Path,
    folder: str,
    routes: str | None,
    beside: Beside | None,
    skipped: Container[str] = (),
) -> dict[str, bytes]:
    """
    Return every file of ours in the output *folder*, our proxy routes below *routes*, and the
    façades *beside* pages that lead into the output folder; but none of those that are *skipped*.
    """
    owned = _facades(root, folder, beside) if beside is not None else {}
    proxies = _proxies(root, folder, routes) if routes is not None else ()
    above = len(os.fspath(root)) + 1
    for path in (*_candidates(root / folder), *map(str, proxies)):
        relative = path[above:].replace(os.sep, "/")
        if relative in skipped:
            continue
        data = bytes_at(path)
        if data is not None and is_ours(data):
            owned[relative] = data
    return owned


def _proxies(root: Path, folder: str, routes: str) -> Iterator[Path]:
    """
    Yield the proxy routes that lead into the output *folder*, or into one that is not there any
    more; any other is that of another app.
    """
    for path in (root / routes).rglob(_PROXY):
        target = target_of(path, bytes_at(path) or b"")
        if target and (target.is_relative_to(root / folder) or not target.exists()):
            yield path


def target_of(path: Path, data: bytes) -> Path | None:
    """
    Return the file that the one line at *path* leads to.
    """
    found = _SPECIFIER.search(data)
    return (
        Path(os.path.normpath(path.parent / found[1].decode("utf-8", "replace"))) if found else None
    )


def _facades(root: Path, folder: str, beside: Beside) -> dict[str, bytes]:
    """
    Return our façades beside pages. One that leads into another output folder is that one's.
    """
    owned = {}
    for path in _own_files(root / beside.folder):
        pure = PurePosixPath(path.relative_to(root).as_posix())
        if beside.admits(pure):
            data = bytes_at(path)
            target = posixpath.relpath(f"{folder}/{GENERATED}", pure.parent.as_posix())
            if data is not None and is_ours(data) and f"{target}/".encode() in data:
                owned[str(pure)] = data
    return owned


def _candidates(output: Path) -> Iterator[str]:
    for folder, names, files in os.walk(output / GENERATED):
        names[:] = [name for name in names if name != _PRIVATE]
        yield from (f"{folder}{os.sep}{file}" for file in files)
    for path in _own_files(output):
        if any(fnmatch.fnmatchcase(path.name, pattern) for pattern in _FACADES):
            yield str(path)


def _own_files(top: Path) -> Iterator[Path]:
    """
    Yield the files below *top*, but not those of an output folder inside of it: they are its own.
    """
    for folder, names, files in os.walk(top):
        here = Path(folder)
        names[:] = [
            name
            for name in names
            if not name.startswith(".")
            and name not in {"node_modules", GENERATED}
            and not (here / name / GENERATED).is_dir()
        ]
        yield from (here / file for file in files)


def bytes_at(path: str | Path) -> bytes | None:
    """
    Return the bytes at *path*; None: nothing stands there; b"": what stands there is no file.
    """
    if os.path.islink(path):  # noqa: PTH114 -- a `Path` takes longer than the look at the file
        return b""
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        return b""
    except OSError as error:
        raise replacement.failure(Path(path).name, error) from error


# --- What this machine remembers ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class State:
    """
    What this machine remembers of an output folder: a hint only, as anybody may delete it.
    """

    owner: str = ""
    """The file of the app that it is written for, relative to the project root; "": nobody's."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Path → hash of each file, as we wrote it last."""

    @classmethod
    def read(cls, root: Path, folder: str) -> State:
        """
        Return what is remembered of *folder*; of one that is new, or was cleaned, nothing.
        """
        try:
            state = json.loads((private_folder(root, folder) / "state").read_bytes())
            owner, written = state["owner"], dict(state["written"])
        except (OSError, ValueError, TypeError, KeyError):
            return cls()
        return cls(str(owner), written)

    def write(self, root: Path, folder: str) -> None:
        """
        Remember this of *folder*.
        """
        text = json.dumps({"owner": self.owner, "written": dict(self.written)})
        path = private_folder(root, folder) / "state"
        temporary = path.with_name(f".fluidkit-{os.getpid()}-state.tmp")
        temporary.write_text(text, encoding="utf-8")
        replacement.replace(str(temporary), str(path))


def private_folder(root: Path, folder: str) -> Path:
    """
    Return where this machine's own files of an output *folder* lie.
    """
    return root / folder / GENERATED / _PRIVATE


def still_claims(app: Path) -> bool:
    """
    Whether the file of an *app* is there, and looks like one that has a client.
    """
    try:
        source = app.read_text(encoding="utf-8", errors="replace")
    except OSError:  # no owner is known, or its file is gone
        return False
    return "integrate(" in source or "FastAPI(" in source
