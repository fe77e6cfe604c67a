"""
Changes to generations: the loop behind `fluidkit watch`, `fluidkit dev` and a server's own.

Two parts work beside each other: a thread that collects what changed on disk, and the loop itself,
which has a warm process write the client.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from . import messages
from .calling import SWITCH
from .layout import find_project
from .notices import Notices
from .stamps import Recent, Stamp, stamp
from .upkeep import is_damaged
from .warm import Job, Result

_STEP = 10
"""Milliseconds of silence that end a batch: with 2 a file may be seen before its text is whole."""

_LONGEST = 400
"""Milliseconds after which a batch ends though changes go on."""

_LOOK = 0.5
"""Seconds between two looks at what no file event tells: installed packages, a wish to end."""

_OFTEN = 0.02
"""Seconds between two looks whether a generation was confirmed."""

_QUIET = 0.4
"""Seconds without a save after which a fast generation is confirmed."""

_TRIES = 3
"""How often an app is imported anew whose sources change meanwhile: it may write them itself."""

_PATIENCE = 10.0
"""Seconds that a generation has before a newer change ends it: a module may loop for ever."""

SNAPSHOTS, PLAIN = "snapshot", "warm"
"""The programs that do jobs: both alike, and the first one sooner (see `fluidkit.snapshot`)."""

_PROGRAM = SNAPSHOTS if hasattr(os, "fork") else PLAIN
"""What Windows does not have, snapshots are made of."""

_UNWATCHED = ""
"""Stands for what nobody saw, as nothing is watched for a moment: the client may be damaged."""

_FOLDERS = "."
"""Stands for folders that have come or gone: what a failing app has missed may be there now."""

_CORRECTED = (
    "The app as a whole makes another client than its parts that had changed, so that one is"
    " written; saves of this module take a little longer from now on"
)

_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})

Batch = frozenset[str]


@dataclass(frozen=True, slots=True)
class Say:
    """
    Where the loop tells what it does.
    """

    info: Callable[[str], None]
    warning: Callable[[str], None]


class Loop:
    """
    Writes the client of one app again and again.
    """

    def __init__(
        self,
        job: Job,
        say: Say,
        stop: threading.Event,
        *,
        silently: bool = False,
        program: str = _PROGRAM,
    ) -> None:
        """
        *silently*: begin without a word, as the server has just said it all.
        """
        self._job = job
        self._say = say
        self._stop = stop
        self._batches: queue.SimpleQueue[Batch] = queue.SimpleQueue()
        self._worker = Worker(program)
        self._last: Result | None = None
        """What was told last."""
        self._good: Result | None = None
        """What was written last."""
        self._written: Mapping[str, str] = {}
        """The hash of each file of that, by its absolute path."""
        self._pending: Batch = frozenset()
        """What was taken from the queue, and not looked at yet."""
        self._unconfirmed: Literal["", "waiting", "confirming"] = ""
        """What becomes of a fast generation."""
        self._deferred: Batch = frozenset()
        """What waits until that is confirmed."""
        self._generated = 0.0
        """When the last generation ended."""
        self._silently = silently
        self._started_in = Path.cwd()
        self._folders = Folders(find_project(Path(job.app_dir).resolve() / "__main__.py").root)

    def run(self) -> None:
        """
        Generate now, and after each batch of changes, until told to stop.
        """
        watcher = threading.Thread(target=self._watch, name="fluidkit-watch", daemon=True)
        watcher.start()
        try:
            self._generate()
            if not self._silently:
                self._say.info(f"watching Python files below {self._folders.name}/, by {mode()}")
            installed = _installed()
            while not self._stop.is_set():
                batch = self._next(_OFTEN if self._unconfirmed == "confirming" else _LOOK)
                changed = installed != (installed := _installed()) or self._is_back()
                if changed or any(map(_is_setting, batch)):
                    self._worker.end()  # what it has imported is not what there is now
                    self._generate()
                elif self._matters(batch := self._confirmed(batch)):
                    self._generate()
        finally:
            self._stop.set()
            self._worker.end()
            watcher.join(1)

    def _watch(self) -> None:
        notices, recent = Notices(self._stop, self._say.warning), Recent()
        folders = self._folders.find()
        known = _stamps(folders)
        while not self._stop.is_set():
            is_first = True
            try:
                for noticed in notices.of(*folders, step=_STEP, longest=_LONGEST):
                    missed: Batch = frozenset()
                    there = folders
                    if is_first:  # what came before anybody watched is no event
                        there, is_first = self._folders.find(), False
                        missed = _news(known, _stamps(there))
                    paths = recent.and_again(noticed | missed, time.monotonic())
                    known |= {path: stamp(path) for path in paths if _is_read(path)}
                    if paths:
                        self._batches.put(paths)
                    if there != folders or self._folders.are_other_than(folders, paths):
                        break  # a folder has come or gone; what is in it is news, too
            except OSError:
                time.sleep(_LOOK)
            # Nothing is watched for a moment: what happens now is found by comparing.
            before, folders = folders, self._folders.find()
            now = _stamps(folders)
            come_or_gone = {_FOLDERS} if folders != before else set()
            self._batches.put(_news(known, now) | {_UNWATCHED} | come_or_gone)
            known = now

    def _is_back(self) -> bool:
        """
        Whether the folder that we were started in was deleted and is there again; go there then.
        """
        with contextlib.suppress(OSError):
            if not self._started_in.samefile(os.curdir):
                os.chdir(self._started_in)
                return True
        return False

    def _next(self, seconds: float = _LOOK) -> Batch:
        """
        Wait for changes, and take all there are.
        """
        batch = set(self._pending)
        self._pending = frozenset()
        with contextlib.suppress(queue.Empty):
            batch |= self._batches.get(timeout=0.0 if batch else seconds)
            while True:
                batch |= self._batches.get_nowait()
        return frozenset(batch)

    def _matters(self, batch: Batch) -> bool:
        has_failed = self._last is not None and self._last.status != "written"
        return any(
            self._is_source(path) or self._is_damage(path) or (path == _FOLDERS and has_failed)
            for path in batch
        )

    def _is_source(self, path: str) -> bool:
        return path.endswith(".py") and not self._is_output(path)

    def _is_output(self, path: str) -> bool:
        output = self._good.output if self._good else ""
        return bool(output) and Path(path).is_relative_to(output)

    def _is_damage(self, path: str) -> bool:
        """
        Whether a file of ours is not as we have written it.
        """
        good = self._good
        if good is None or not good.output:
            return False
        if Path(good.output).is_relative_to(path):
            return not Path(good.output).is_dir()
        if path == _UNWATCHED:
            return is_damaged(Path(good.root), good.written)
        # A checkout has thousands of paths that are none of ours.
        below = f"{path}{os.sep}"
        names = [path] if path in self._written else self._written
        near = {name: self._written[name] for name in names if f"{name}{os.sep}".startswith(below)}
        return is_damaged(Path(good.root), near)

    def _generate(self) -> None:
        result, tries = None, 0
        while result is None or result.status == "outdated":
            tries += 1
            job = replace(self._job, anyway=tries > _TRIES)
            result = self._worker.generate(job, self._interrupted)
            if self._stop.is_set():
                return
        if self._worker.has_corrected():
            self._say.warning(_CORRECTED)
        self._unconfirmed = "waiting" if result.fast else ""
        self._generated = time.monotonic()
        self._take(result)

    def _take(self, result: Result) -> None:
        self._tell(result)
        self._last = result
        if result.status == "written":
            self._good = result
            written = result.written.items()
            self._written = {str(Path(result.root, path)): digest for path, digest in written}
        self._folders.include(result)

    def _confirmed(self, batch: Batch) -> Batch:
        """
        Have a fast generation confirmed when there is nothing else to do, and return what there is
        to do: meanwhile what is no source waits, as it may be what the clean one writes.
        """
        quiet = time.monotonic() - self._generated > _QUIET and not any(map(self._is_source, batch))
        if self._unconfirmed == "waiting" and quiet:
            self._worker.confirm(self._job)
            self._unconfirmed = "confirming"
        elif self._unconfirmed == "confirming":
            batch, self._deferred = self._deferred | batch, frozenset()
            result = self._worker.confirmed()
            if result is None and any(map(self._is_source, batch)):
                return batch
            if result is None:
                self._deferred = batch
                return frozenset()
            self._unconfirmed = ""
            self._take_clean(result)
        return batch

    def _take_clean(self, result: Result) -> None:
        if result.corrects:
            self._say.warning(_CORRECTED)
        if result.corrects or result.status not in {"crashed", "outdated"}:
            self._take(result)

    def _interrupted(self, seconds: float) -> bool:
        """
        Whether a generation that has taken *seconds* is not worth waiting for.
        """
        if self._stop.is_set():
            return True
        if seconds < _PATIENCE:
            return False
        self._pending = self._next(0)
        if not any(map(self._is_source, self._pending)):
            return False
        self._pending = frozenset()  # what comes now is generated from them
        return True

    def _tell(self, result: Result) -> None:
        """
        Tell what is new: an error that is still there was told before.
        """
        last = self._last
        if last is None and self._silently and not result.text:
            return
        if result.status != "written":
            if last is None or last.text != result.text:
                self._say.warning(result.text)
            return
        recovered = last is not None and last.status != "written"
        if result.text or last is None:
            self._say.info(result.text or result.summary)
        elif recovered:
            self._say.info("mended: the client is current")
        for text in messages.news(result.warnings, last.warnings if last else ()):
            self._say.warning(text)


def mode() -> str:
    """
    Return how changes are noticed; watchfiles reads the same variable.
    """
    forced = os.environ.get("WATCHFILES_FORCE_POLLING", "").lower()
    return "notification" if forced in {"", "0", "false", "disable", "disabled"} else "polling"


def _is_setting(path: str) -> bool:
    name = path.rpartition(os.sep)[2]
    return name in {"pyproject.toml", ".env"} or name.startswith(".env.")


def _installed() -> tuple[Stamp, ...]:
    """
    Return what changes when a package is installed or removed.
    """
    folders = [folder for folder in sys.path if folder.endswith(("site-packages", "dist-packages"))]
    return tuple(stamp(folder)[:1] for folder in folders)


# --- What is watched --------------------------------------------------------------------------


class Folders:
    """
    The folders to watch, each by itself: a recursive watch would take in every `node_modules`.
    """

    def __init__(self, root: Path) -> None:
        self.roots = [root]

    @property
    def name(self) -> str:
        """
        The project's name.
        """
        return self.roots[0].name

    def include(self, result: Result) -> None:
        """
        Watch what a generation was made from, too.
        """
        for folder in (result.root, *result.sources):
            path = Path(folder)
            if folder and path.is_dir() and not any(map(path.is_relative_to, self.roots)):
                self.roots.append(path)

    def find(self) -> frozenset[str]:
        """
        Return every folder there is.
        """
        return frozenset(folder for root in [*self.roots] for folder in _below(os.fspath(root)))

    def are_other_than(self, folders: frozenset[str], changed: Iterable[str]) -> bool:
        """
        Whether *changed* tells that there may be other *folders* by now.
        """
        missing = any(os.fspath(root) not in folders for root in self.roots)
        return missing or any(
            path in folders or (_is_visible(Path(path).name) and Path(path).is_dir())
            for path in changed
        )


def _stamps(folders: Iterable[str]) -> dict[str, Stamp]:
    """
    Look at each file in *folders* of which a save may matter.
    """
    found: dict[str, Stamp] = {}
    for folder in folders:
        with contextlib.suppress(OSError):
            names = [name for name in os.listdir(folder) if _is_read(name)]  # noqa: PTH208
            found |= {path: stamp(path) for name in names if (path := f"{folder}{os.sep}{name}")}
    return found


def _is_read(path: str) -> bool:
    return path.endswith(".py") or _is_setting(path)


def _news(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> Batch:
    """
    Return the files that have come, gone or changed.
    """
    return frozenset(
        path for path in before.keys() | after.keys() if before.get(path, ()) != after.get(path, ())
    )


def _below(folder: str) -> Iterator[str]:
    yield folder
    try:
        entries = [entry for entry in os.scandir(folder) if _is_watched(entry)]
    except OSError:
        return
    for entry in entries:
        yield from _below(entry.path)


def _is_visible(name: str) -> bool:
    return not name.startswith(".") and name not in _SKIPPED


def _is_watched(entry: os.DirEntry[str]) -> bool:
    if not _is_visible(entry.name):
        return False
    try:
        if not entry.is_dir(follow_symlinks=False):
            return False
    except OSError:
        return False
    return not os.path.exists(f"{entry.path}{os.sep}pyvenv.cfg")  # noqa: PTH110 - a `Path` raises


# --- The warm process -------------------------------------------------------------------------


class _EndedError(Exception):
    """
    The warm process has ended.
    """


class Worker:
    """
    The warm process, started anew whenever there is none.
    """

    def __init__(self, program: str = _PROGRAM) -> None:
        self._program = program
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._packages: tuple[str, ...] = ()
        self._environment: Mapping[str, str | None] = {}
        self._number = 0
        self._corrected = False

    def generate(self, job: Job, interrupted: Callable[[float], bool]) -> Result | None:
        """
        Have *job* done; None: it was interrupted.
        """
        started = time.monotonic()
        self._number += 1
        self._send({"job": asdict(job), "number": self._number})
        tried = 1
        while True:
            try:
                found = self._received(0.05)
            except _EndedError:
                if tried == 1 and self._was_ending():
                    tried = 2
                    self._send({"job": asdict(job), "number": self._number})
                    continue
                self.end()
                text = "The app has ended the process that imports it"
                return Result(status="crashed", text=text)
            if found is not None:
                break
            if interrupted(time.monotonic() - started):
                self.end()
                return None
        self._prepare(found)
        return found

    def _was_ending(self) -> bool:
        """
        Whether the process was about to end by itself when it got a job, and is gone now.
        """
        if self._process is None or self._process.wait() != 0:
            return False
        self.end()
        return True

    def confirm(self, job: Job) -> None:
        """
        Begin to have *job* done once more, the clean way; the next `generate` ends that.
        """
        self._number += 1
        self._send({"job": asdict(job), "number": self._number, "confirms": True})

    def confirmed(self) -> Result | None:
        """
        Return what has come of `confirm`; None: nothing yet.
        """
        try:
            result = self._received(0.0)
        except _EndedError:
            self.end()
            return Result(status="crashed", text="")
        if result is not None:
            self._prepare(result)
        return result

    def has_corrected(self) -> bool:
        """
        Whether a generation that nobody asked after any more has corrected a fast one.
        """
        corrected, self._corrected = self._corrected, False
        return corrected

    def _received(self, seconds: float) -> Result | None:
        """
        Return the answer to the last job, if it comes within *seconds*.
        """
        with contextlib.suppress(queue.Empty):
            while True:
                line = self._answers.get(timeout=seconds) if seconds else self._answers.get_nowait()
                if not line:
                    raise _EndedError
                document = json.loads(line)
                if document.pop("number") == self._number:
                    return Result(**_tuples(document))
                self._corrected |= document["corrects"]  # by a job that was given up just then
        return None

    def end(self) -> None:
        """
        End the warm process with all that it has started.
        """
        if self._process is None:
            return
        end_group(self._process, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        end_group(self._process, _KILL)
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        self._process = None

    def _prepare(self, result: Result) -> None:
        """
        Get ready for the next job, while nobody waits.
        """
        if set(result.packages) - set(self._packages):
            self._packages, self._environment = result.packages, result.environment
            self._send_packages()

    def _send_packages(self) -> None:
        self._send({"packages": self._packages, "environment": dict(self._environment)})

    def _send(self, document: Mapping[str, Any]) -> None:
        line = json.dumps(document) + "\n"
        if self._process is None or self._process.poll() is not None:
            self._start()
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except OSError:  # it has just ended
            self._start()
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def _start(self) -> None:
        self._answers = queue.SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.{self._program}"],
            env={**os.environ, SWITCH: "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        threading.Thread(
            target=_read, args=(self._process, self._answers), name="fluidkit-read", daemon=True
        ).start()
        if self._packages:
            self._send_packages()


def _read(process: subprocess.Popen[str], answers: queue.SimpleQueue[str]) -> None:
    assert process.stdout is not None
    with process.stdout as lines:
        for line in lines:
            answers.put(line)
    answers.put("")


def _tuples(document: dict[str, Any]) -> dict[str, Any]:
    """
    Return *document* with tuples for JSON's lists.
    """
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in document.items()
    }


_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def end_group(process: subprocess.Popen[str], number: int) -> None:
    """
    Send a signal to *process* and all that it has started; on Windows just end them.
    """
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)
        return
    # Once it was waited for, its number may be another's. Its group lives on while one member does.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
