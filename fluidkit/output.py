"""
Files in memory against files on disk: the only writer of the user's files.

`plan` compares and writes nothing; `apply` makes it so, inside `writing`. What is not ours, as
`ownership` tells, is never overwritten or removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import posixpath
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from typing import Literal

from . import locks, replacement
from .errors import OutputError, SourceChangedError
from .memory import Key, Memory
from .ownership import (
    GENERATED,
    MARK,
    WARNED,
    Beside,
    State,
    bytes_at,
    is_ours,
    owned_files,
    private_folder,
    still_claims,
    target_of,
)

_LOCK = "lock"
"""File in the private folder that one process holds while it writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    What becomes of one file.
    """

    path: str
    """POSIX path relative to the project root."""
    kind: Literal["create", "update", "remove", "touch"]
    """`touch` writes the same bytes again, which makes editors read a changed map."""
    before: bytes | None = None
    after: bytes | None = None

    @property
    def counts(self) -> bool:
        """
        Whether people see it: a map is of one machine only, and `check` leaves it out.
        """
        return self.kind != "touch" and not self.path.endswith(".map")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """
    All that differs between the files in memory and those on disk.
    """

    root: Path
    """Real path of the project root."""
    folder: str
    """The output folder, POSIX, relative to the root."""
    changes: tuple[Change, ...]
    """In the order in which they are made."""
    routes: str | None = None
    """SvelteKit's folder of routes, like `folder`, where the client may have a route."""
    beside: Beside | None = None
    """Where façades may stand beside pages."""
    foreign: tuple[str, ...] = ()
    """Paths where a file stands that is not ours: it stays."""
    edited: tuple[str, ...] = ()
    """Files of ours that somebody has edited, and that are rewritten."""
    kept: tuple[str, ...] = ()
    """Files of ours that are not needed any more, but were edited: they stay."""
    written: Mapping[str, str] = field(default_factory=dict)
    """The hash of each of our files once the changes are made."""

    @property
    def files(self) -> tuple[Change, ...]:
        """
        The changes that people see.
        """
        return tuple(change for change in self.changes if change.counts)


# --- Comparing --------------------------------------------------------------------------------


def plan(
    files: Mapping[str, str],
    folder: str,
    root: Path,
    *,
    routes: str | None = None,
    beside: Beside | None = None,
    memory: Memory | None = None,
) -> Changes:
    """
    Compare *files*, path to text, with what stands in the output *folder*, and write nothing.

    A proxy route stands below *routes*, SvelteKit's own folder; façades may stand *beside* pages.
    Line ends don't count: a CRLF checkout is as good as ours. What *memory* has seen is not read
    again, as long as the file system says that it is the same.
    """
    _refuse_names(files, folder, routes, beside)
    return _plan(files, folder, root, (folder, routes, beside), memory or Memory())


def _plan(
    files: Mapping[str, str],
    folder: str,
    root: Path,
    places: tuple[str, str | None, Beside | None],
    memory: Memory,
) -> Changes:
    """
    Do what `plan` does, with names that are not to be refused.
    """
    _, routes, beside = places
    _refuse_links(files, folder, root)
    seen = {path: _Seen.now(_at(root, path), memory) for path in files}
    known = {path: hash_ for path, text in files.items() if (hash_ := seen[path].hash_of(text))}
    wanted = {path: _bytes(path, text) for path, text in files.items() if path not in known}
    on_disk = {path: bytes_at(_at(root, path)) if seen[path].exists else None for path in wanted}
    foreign = {path for path, data in on_disk.items() if data is not None and not is_ours(data)}
    ours = {path: data for path, data in on_disk.items() if data is not None}
    ours |= owned_files(root, folder, routes, beside, skipped=files)
    for path in wanted:
        declarations = path.removesuffix(".map")
        if declarations in known:  # it may be touched
            on_disk[declarations] = bytes_at(_at(root, declarations))
    changes = [
        *_writes(wanted, {path: data for path, data in on_disk.items() if path not in foreign}),
        *(
            Change(path=path, kind="remove", before=ours[path])
            for path in sorted(ours.keys() - files.keys())
        ),
    ]
    written = known | {path: _hash(data) for path, data in wanted.items() if path not in foreign}
    if memory.living:
        for path in written.keys() - {change.path for change in changes}:
            now = seen[path]
            if path not in known:
                now = replace(now, text=files[path], hash=written[path])
            memory.keep(_key(_at(root, path)), now)
    return _judged(changes, written, foreign, places, root)


def write(
    files: Mapping[str, str],
    folder: str,
    root: Path,
    owner: str,
    *,
    routes: str | None = None,
    beside: Beside | None = None,
    memory: Memory | None = None,
    is_outdated: Callable[[], bool] = lambda: False,
) -> Changes:
    """
    Make the output *folder* hold *files*, and return what had to change.

    *owner* is the file of the app, relative to *root*. Where nothing differs nothing is written.
    Raise `SourceChangedError` if *is_outdated*, which is asked when no other process can write.
    """
    memory = memory or Memory()
    places = (folder, routes, beside)
    _refuse_names(files, *places)
    _refuse_links(files, folder, root)
    if not files or (root / folder / GENERATED).exists():  # else there is everything to write
        changes = _plan(files, folder, root, places, memory)
        if not changes.changes:
            with contextlib.suppress(OutputError, OSError):  # a note for later runs, no more
                _note(changes, owner, lambda: _plan(files, folder, root, places, memory))
            return changes
    with writing(folder, root, owner):
        if is_outdated():
            msg = "A source was saved since it was imported"
            raise SourceChangedError(msg)
        # Another process may have written in the meantime.
        changes = _plan(files, folder, root, places, memory)
        for change in changes.changes:
            _refuse_shared_route(change, folder, root, owner)
        apply(changes, owner)
        if memory.living:
            _keep(changes, files, memory)
    return changes


def _note(changes: Changes, owner: str, again: Callable[[], Changes]) -> None:
    """
    Note down what stands there as it should, unless another process has written since.
    """
    if not changes.written:
        remember(changes, owner)
    elif State(owner, changes.written) != State.read(changes.root, changes.folder):
        with writing(changes.folder, changes.root, owner):
            changes = again()
            if not changes.changes:
                remember(changes, owner)


def _keep(changes: Changes, files: Mapping[str, str], memory: Memory) -> None:
    """
    Keep what stands on disk now.
    """
    for change in changes.changes:
        if (text := files.get(change.path)) is not None:
            at = _at(changes.root, change.path)
            now = _Seen.now(at, Memory())
            memory.keep(_key(at), replace(now, text=text, hash=changes.written[change.path]))


def diff(changes: Changes) -> str:
    """
    Return *changes* as one unified diff.
    """
    return "".join(line for change in changes.files for line in _diff(change))


def _diff(change: Change) -> Iterator[str]:
    old, new = (
        (data or b"").decode("utf-8", "replace").replace("\r\n", "\n").splitlines(keepends=True)
        for data in (change.before, change.after)
    )
    names = (
        "/dev/null" if change.before is None else f"a/{change.path}",
        "/dev/null" if change.after is None else f"b/{change.path}",
    )
    for line in unified_diff(old, new, *names):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class _Seen:
    """
    A file as it was seen on disk.
    """

    signature: tuple[int, ...]
    """What the file system says of it; empty: there is no file."""
    text: str = ""
    """What was wanted there, and is there."""
    hash: str = ""

    @classmethod
    def now(cls, path: str, memory: Memory) -> _Seen:
        """
        Look at a file; with what was seen before, if it is the same.
        """
        try:
            found = os.lstat(path)
        except FileNotFoundError:
            return cls(())
        except OSError as error:
            raise replacement.failure(path, error) from error
        signature = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        known: _Seen | None = memory.recall(_key(path))
        return known if known is not None and known.signature == signature else cls(signature)

    @property
    def exists(self) -> bool:
        """
        Whether anything stands there.
        """
        return bool(self.signature)

    def hash_of(self, text: str) -> str:
        """
        Return the hash of *text* if that is what is there, else "".
        """
        return self.hash if self.hash and self.text == text else ""


def _key(path: str) -> Key:
    return "file", path


def _at(root: Path, path: str) -> str:
    return f"{root}/{path}"  # a `Path` takes longer than the look at the file


def _refuse_names(
    files: Mapping[str, str], folder: str, routes: str | None, beside: Beside | None
) -> None:
    """
    Refuse names that no disk, or not every disk, can hold.
    """
    seen: dict[str, str] = {}
    places = [f"{place}/" for place in (folder, routes) if place is not None]
    for path in files:
        parts = path.split("/")
        inside = any(path.startswith(place) or place in ("/", "./") for place in places)
        if ".." in parts or not (
            inside or (beside is not None and beside.admits(PurePosixPath(path)))
        ):
            msg = f"{path!r} is not below the output folder {folder!r}"
            raise OutputError(msg)
        if any(len(part.encode("utf-8", "replace")) > 255 for part in parts):
            msg = f"The file name {parts[-1]!r} is longer than 255 bytes: rename the module"
            raise OutputError(msg)
        # macOS and Windows take names for the same that Linux tells apart.
        key = unicodedata.normalize("NFC", path).casefold()
        if key in seen:
            msg = f"{seen[key]!r} and {path!r} are one file on macOS and Windows: rename a module"
            raise OutputError(msg)
        seen[key] = path


def _bytes(path: str, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        msg = f"{path!r} would hold text that is not Unicode: {error.reason}"
        raise OutputError(msg) from error


def _refuse_links(wanted: Iterable[str], folder: str, root: Path) -> None:
    """
    Refuse to write through a link: the output folder and every folder in it must be real.
    """
    parents: set[str] = set()
    for path in (*wanted, f"{folder}/"):
        parent = posixpath.dirname(path)
        while parent and parent not in parents:
            parents.add(parent)
            parent = posixpath.dirname(parent)
    for parent in sorted(parents):
        try:
            mode = os.lstat(_at(root, parent)).st_mode
        except OSError:
            continue
        if stat.S_ISLNK(mode):
            msg = f"{parent!r} is a link, and FluidKit does not write through links: remove it"
            raise OutputError(msg)
        if not stat.S_ISDIR(mode):
            msg = f"{parent!r} is in the way of a folder of the client: move it"
            raise OutputError(msg)


def _writes(wanted: Mapping[str, bytes], on_disk: Mapping[str, bytes | None]) -> list[Change]:
    changes = {
        path: Change(
            path=path, kind="create" if before is None else "update", before=before, after=after
        )
        for path, after in wanted.items()
        if path in on_disk
        if (before := on_disk[path]) is None or not _are_same(before, after)
    }
    for path in [path for path in changes if path.endswith(".d.ts.map")]:
        declarations = path.removesuffix(".map")
        same = on_disk.get(declarations)
        if same is not None and declarations not in changes:
            changes[declarations] = Change(path=declarations, kind="touch", before=same, after=same)
    return sorted(changes.values(), key=_order)


def _order(change: Change) -> tuple[bool, bool, str]:
    """
    What others import comes first, and a map before the declarations that name it.
    """
    generated = f"/{GENERATED}/" in f"/{change.path}"
    return not generated, not change.path.endswith(".map"), change.path


def _are_same(some: bytes, others: bytes) -> bool:
    return some == others or _lines(some) == _lines(others)


def _lines(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n") if b"\r" in data else data


# --- Edits ------------------------------------------------------------------------------------


def _judged(
    changes: list[Change],
    hashes: Mapping[str, str],
    foreign: set[str],
    places: tuple[str, str | None, Beside | None],
    root: Path,
) -> Changes:
    """
    Find out which of the files that would go were edited.
    """
    folder, routes, beside = places
    state = State.read(root, folder)
    edited = _edited(changes, state, root)
    kept = {change.path for change in changes if change.kind == "remove"} & edited
    written = dict(hashes)
    written |= {path: state.written[path] for path in kept if path in state.written}
    return Changes(
        root=root,
        folder=folder,
        routes=routes,
        beside=beside,
        changes=tuple(change for change in changes if change.path not in kept),
        foreign=tuple(sorted(foreign)),
        edited=tuple(sorted(edited - kept)),
        kept=tuple(sorted(kept)),
        written=written,
    )


def _edited(changes: Iterable[Change], state: State, root: Path) -> set[str]:
    """
    Return the files with work in them that would be lost.

    Such a file is not as we wrote it last, and git does not have it either: after a merge or a
    change of branch it is git that wrote it, and nothing is lost.
    """
    going = {
        change.path: change.before
        for change in changes
        if change.counts and change.before is not None
    }
    conflicts = {path for path, data in going.items() if _has_conflict(data)}
    suspects = {
        path
        for path, data in going.items()
        if path in state.written and _hash(data) != state.written[path]
    }
    return conflicts | _not_committed(suspects - conflicts, root)


def _has_conflict(data: bytes) -> bool:
    lines = data.splitlines()
    return any(line.startswith(b"<<<<<<< ") for line in lines) and any(
        line.startswith(b">>>>>>> ") for line in lines
    )


def _not_committed(paths: set[str], root: Path) -> set[str]:
    if not paths or not (root / ".git").exists():
        return paths
    command = ["git", "-C", str(root), "status", "--porcelain", "-z", "--ignored"]
    try:
        status = subprocess.run(
            [*command, "--untracked-files=all", "--", *sorted(paths)],
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            timeout=10,
        )
    except (OSError, subprocess.SubprocessError):
        return paths
    return paths & {entry[3:].decode("utf-8", "replace") for entry in status.stdout.split(b"\0")}


def _hash(data: bytes) -> str:
    return hashlib.sha256(_lines(data)).hexdigest()


# --- Writing ----------------------------------------------------------------------------------


@contextlib.contextmanager
def writing(folder: str, root: Path, owner: str) -> Iterator[None]:
    """
    Hold the output *folder* for *owner*, the file of the app it is written for.

    One process writes at a time: another one waits, then finds nothing left to do. Raise
    `OutputError` where the folder cannot be had, or is that of another app.
    """
    _refuse_links((), folder, root)
    private = private_folder(root, folder)
    try:
        private.mkdir(parents=True, exist_ok=True)
        lock = locks.wait_for(private / _LOCK)
    except OSError as error:
        raise replacement.failure(folder, error) from error
    with lock:
        other = State.read(root, folder).owner
        if other != owner and still_claims(root / other):
            msg = (
                f"{folder!r} is already written for {other!r}, and {owner!r} would overwrite it:"
                " give one of the two an `output` of its own"
                f" (or, where {other!r} is done with it, run `fluidkit clean`)"
            )
            raise OutputError(msg)
        yield
    if sys.platform == "win32":
        # Where the client has gone: this file was open until now, and Windows removes none that is.
        with contextlib.suppress(OSError):
            if [*private.iterdir()] == [private / _LOCK]:
                replacement.remove(private / _LOCK, root / folder)


def _refuse_shared_route(change: Change, folder: str, root: Path, owner: str) -> None:
    """
    Refuse to turn the proxy route of another app's client into ours.
    """
    if not (change.path.endswith("/+server.ts") and change.before and change.after):
        return
    target = target_of(root / change.path, change.before)
    if target is None or not target.is_relative_to(root):
        return
    above = target.relative_to(root).parents
    if len(above) < 3:
        return
    other = State.read(root, above[2].as_posix()).owner  # of generated/runtime/proxy.js
    if other and other != owner and still_claims(root / other):
        msg = (
            f"{change.path!r} passes requests on for the client of {other!r}, and {owner!r} would"
            " take it over: give one of the two a `proxy` of its own"
        )
        raise OutputError(msg)


def apply(changes: Changes, owner: str) -> None:
    """
    Make *changes*, inside `writing`: every new text is on disk before the first file is replaced.

    A reader sees the old or the new file, never half of one. Raise `OutputError` with all old
    files intact where the disk does not take the new ones.
    """
    root = changes.root
    staged: dict[str, str] = {}
    at = changes.folder
    try:
        for at in {changes.folder, _source(changes) or changes.folder}:
            replacement.sweep(root / at)
        texts = {each.path: each.after for each in changes.changes if each.after is not None}
        old = {each.path for each in changes.changes if each.before is not None}
        for at in dict.fromkeys(map(posixpath.dirname, texts)):
            (root / at).mkdir(parents=True, exist_ok=True)
        for at, text in texts.items():
            place, number = _at(root, at), len(staged)
            staged[at] = replacement.stage(place, text, number, replaces=at in old)
        for at, temporary in staged.items():  # noqa: B007 -- a failure names it
            replacement.settle(temporary)
        for at, temporary in [*staged.items()]:
            replacement.replace(temporary, _at(root, at))
            del staged[at]
        for change in changes.changes:
            at = change.path
            if change.after is None:
                replacement.remove(root / at, root / _home(changes, at))
        remember(changes, owner)
    except OSError as error:
        raise replacement.failure(at, error) from error
    finally:
        for temporary in staged.values():
            Path(temporary).unlink(missing_ok=True)


def _home(changes: Changes, path: str) -> str:
    """
    Return the folder that stays, however empty it gets.
    """
    for folder in (changes.folder, changes.routes, _source(changes)):
        if folder is not None and PurePosixPath(path).is_relative_to(folder):
            return folder
    return changes.folder


def _source(changes: Changes) -> str | None:
    return None if changes.beside is None else changes.beside.folder


def remember(changes: Changes, owner: str) -> None:
    """
    Note down what stands in the output folder and whose it is, unless nothing is left there.
    """
    private = private_folder(changes.root, changes.folder)
    state = State(owner, changes.written)
    if state == State.read(changes.root, changes.folder):
        return
    if not changes.written:
        for name in ("state", WARNED, ".gitignore"):
            (private / name).unlink(missing_ok=True)
        if sys.platform != "win32":
            (private / _LOCK).unlink(missing_ok=True)
        replacement.remove_empty(private, changes.root / changes.folder)
        return
    private.mkdir(parents=True, exist_ok=True)
    ignore = private / ".gitignore"
    if not ignore.exists():
        ignore.write_text(f"# {MARK}: of this machine only\n*\n", encoding="utf-8")
    state.write(changes.root, changes.folder)
