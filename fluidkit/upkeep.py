"""
While a server runs in development: its client stays whole, and current.

Over the output folder a thread looks: what is deleted or damaged is written again. Over the sources
looks a companion, a process with the loop of `fluidkit watch`, where no reloader restarts the
server. The server itself waits for neither.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from .errors import SourceChangedError
from .layout import is_installed
from .modules import file_of, names_of
from .notices import Notices
from .stamps import stamp

_QUIET = 100
"""Milliseconds of silence that end a batch: a checkout or a merge is over then, mostly."""

_AGAIN = 0.5
"""Seconds after which a folder that has gone may be there again."""

_COARSE = 0.05
"""Seconds that the beginning of a process is known to; an app is imported later than that."""

_FOLLOWED = 0.5
"""Seconds after which a watcher has surely begun to look into a folder that is new."""

_GONE = 0.3
"""Seconds that a thread has to come out of watchfiles when Python ends."""

_STEP = 0.01
"""Seconds between two looks at what a thread has done."""

_IDLE_STEPS = 5
"""How many looks in a row must find that it did next to nothing."""

_LONGEST = 3.0
"""Seconds after which a client is written though the server has no rest."""


def wait_until_idle(thread: int, stop: threading.Event) -> None:
    """
    Wait until *thread*, which serves, has nothing to do for a moment, or is told to *stop*.

    Most often requests wait for a server that starts, and FastAPI does a lot at the first one.
    Python runs one thread at a time, so that whoever worked beside it would hold the answer back.
    """
    clock = _clock_of(thread)
    if clock is None:  # macOS, Windows: nobody tells
        stop.wait(_STEP * _IDLE_STEPS)
        return
    idle, deadline = 0, time.monotonic() + _LONGEST
    before = time.clock_gettime(clock)
    while idle < _IDLE_STEPS and time.monotonic() < deadline and not stop.wait(_STEP):
        now = time.clock_gettime(clock)
        idle = idle + 1 if now - before < _STEP / 10 else 0
        before = now


def _clock_of(thread: int) -> int | None:
    """
    Return the clock that counts what a thread computes.
    """
    find = getattr(time, "pthread_getcpuclockid", None)
    try:
        return None if find is None else int(find(thread))
    except OSError:  # it has ended
        return None


@dataclass(slots=True)
class Upkeep:
    """
    What goes on beside one server.
    """

    stop: threading.Event = field(default_factory=threading.Event)
    companion: subprocess.Popen[bytes] | None = None
    began: float = field(default_factory=lambda: process_start() or time.time())
    """When the sources had not been imported yet: what is saved later may be another model."""
    _sources: _Sources | None = None

    def look_at_sources(self) -> _Sources:
        """
        Return the sources as they were when this was called first.
        """
        if self._sources is None:
            self._sources = _Sources(self.began)
        return self._sources

    def watch_output(
        self, root: Path, output: str, written: Mapping[str, str], rewrite: Callable[[], object]
    ) -> None:
        """
        Call *rewrite* whenever a file of *written*, path to hash, is not what it was.
        """
        places = {(root / path).parent for path in written}
        with self._out_at_exit():
            notices = Notices(self.stop, _warn)
            sources = self.look_at_sources()
            for _ in _changes(root / output, root, places, notices, self.stop):
                if self.stop.is_set():
                    return
                # Where a source has changed the reloader is at work already: ours is an old model.
                if is_damaged(root, written) and not sources.have_changed():
                    with contextlib.suppress(SourceChangedError):  # it has changed by now
                        rewrite()

    def start_companion(self, job: Mapping[str, object], lock: Path) -> None:
        """
        Start a loop that does *job* after each save, and ends with this process.

        One of those that are started with one *lock* works.
        """
        if self.stop.is_set():
            return
        self.companion = subprocess.Popen(
            [
                sys.executable,
                "-m",
                f"{__package__}.companion",
                json.dumps({**job, "lock": str(lock)}),
            ],
            stdin=subprocess.PIPE,  # closed when this process ends, however it ends
            start_new_session=True,
        )
        if hasattr(os, "register_at_fork"):
            # What the app forks may outlive the server, and must not hold the companion's input.
            os.register_at_fork(after_in_child=self._let_go)
        if self.stop.is_set():  # by now
            self.end()

    def watch_pages(self, folder: Path, read: float, reload: Callable[[Path], None]) -> None:
        """
        Call *reload* whenever a Python file below *folder* is not what was *read* at that time.
        """
        notices = Notices(self.stop, _warn)
        with self._out_at_exit():
            while not self.stop.is_set():
                with contextlib.suppress(OSError):
                    self._reload_after_saves(notices, folder, read, reload)
                self.stop.wait(_AGAIN)

    def _reload_after_saves(
        self, notices: Notices, folder: Path, read: float, reload: Callable[[Path], None]
    ) -> None:
        known: Mapping[Path, float] | None = None
        for batch in notices.of(folder, step=_QUIET, recursive=True):
            if self.stop.is_set():
                return
            paths = [*map(Path, batch)]
            changed = [path for path in paths if path.suffix == ".py"]
            if known is None:  # what was saved before anybody watched is no event
                known = _saved(folder)
                now = time.time()  # a time that is still to come says nothing
                changed += [path for path, saved in known.items() if read < saved <= now]
            elif not changed and any(path.is_dir() or not path.exists() for path in paths):
                # Nobody watched in a folder that has just come, and one that goes says no more.
                before, known = known, _saved(folder)
                changed += [path for path, _ in known.items() ^ before.items()]
            if changed:
                reload(min(changed))

    def end(self) -> None:
        """
        Have it all end, and wait for nothing: a reload is waiting.
        """
        self.stop.set()
        self._let_go()

    def _let_go(self) -> None:
        if self.companion is not None:
            assert self.companion.stdin is not None
            with contextlib.suppress(OSError):
                self.companion.stdin.close()

    @contextlib.contextmanager
    def _out_at_exit(self) -> Iterator[None]:
        """
        Have Python wait, if it ends, until this thread has come out of watchfiles.

        One that is inside when the interpreter is taken apart aborts the process (up to watchfiles
        1.2). A reload ends the process by a signal, and nothing is taken apart.
        """
        thread = threading.current_thread()

        def leave() -> None:
            self.stop.set()
            thread.join(_GONE)

        atexit.register(leave)
        try:
            yield
        finally:
            atexit.unregister(leave)


def _warn(text: str) -> None:
    from . import messages  # later than a server starts

    messages.warning(text)


def is_damaged(root: Path, written: Mapping[str, str]) -> bool:
    """
    Whether a file below *root* is missing, or has other bytes than were *written*.
    """
    return any(_hash(root / path) != digest for path, digest in written.items())


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError:
        return ""


def _saved(folder: Path) -> Mapping[Path, float]:
    """
    Return when each Python file below *folder* was saved.
    """
    saved = {}
    for file in folder.rglob("*.py"):
        with contextlib.suppress(OSError):  # it has just gone
            saved[file] = file.stat().st_mtime
    return saved


def _changes(
    output: Path, root: Path, places: Iterable[Path], notices: Notices, stop: threading.Event
) -> Iterator[None]:
    """
    Yield after each burst of changes in the *output* folder or in *places*, and when it has gone.
    """
    while not stop.is_set():
        # The folder itself may go: the nearest one above it that is there tells of that.
        above = next(at for at in output.parents if at.is_dir() or at == root)
        inside = [Path(folder) for folder, _, _ in os.walk(output)]
        inside += [place for place in places if place.is_dir() and place not in inside]
        with contextlib.suppress(OSError):
            for paths in notices.of(above, *inside, step=_QUIET):
                if paths:
                    yield
                    break  # folders may have come or gone
        stop.wait(_QUIET / 1000)
        yield


def process_start() -> float | None:
    """
    Return when this process began; None where the system does not tell.
    """
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        up = float(Path("/proc/uptime").read_text().split()[0])
        return time.time() - up + ticks / os.sysconf("SC_CLK_TCK") + _COARSE
    except (OSError, ValueError, IndexError):
        return None


class _Sources:
    """
    The modules that are not installed, as they were when somebody began to look.
    """

    def __init__(self, began: float) -> None:
        """
        What was saved after this process *began* and before now may be another model already.
        """
        self._began, self._looked = began, time.time()
        self._stamps = {file: stamp(file) for _, file in own_modules()}

    def have_changed(self) -> bool:
        """
        Whether one was saved: what this process has is an old model then.
        """
        return any(self._has_changed(file) for _, file in own_modules())

    def _has_changed(self, file: str) -> bool:
        found = stamp(file)
        if found != self._stamps.setdefault(file, found):
            return True
        # A time that is still to come is that of another machine's clock, and says nothing.
        return self._began < (found[0] / 1e9 if found else 0.0) <= self._looked


def own_modules() -> Iterator[tuple[str, str]]:
    """
    Yield name and file of each module that is not installed.
    """
    for name, module in [*sys.modules.items()]:
        file = file_of(module)
        if file is not None and not is_installed(file):
            yield name, file


# --- Who runs the app -------------------------------------------------------------------------


def exchange_warnings(place: Path, texts: Sequence[str]) -> tuple[str, ...]:
    """
    Note down at *place* what this process warns of, and return what the one before it did.

    Under a reloader each save is a process of its own, and has the same parent as the one before:
    who has read a warning once need not read it after every save.
    """
    reloader = os.getppid()
    before: tuple[str, ...] = ()
    noted = ""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        noted = place.read_text(encoding="utf-8")
        document = json.loads(noted)
        if document["reloader"] == reloader:
            before = tuple(document["warnings"])
    current = json.dumps({"reloader": reloader, "warnings": texts})
    with contextlib.suppress(OSError):  # then they are told again
        if noted != current:  # what changes nothing writes nothing
            place.write_text(current, encoding="utf-8")
    return before


def has_reloader() -> bool:
    """
    Whether something restarts this process after a save.
    """
    options = any(option.split("=")[0] in {"--reload", "-r"} for option in sys.argv[1:])
    fastapi_dev = Path(sys.argv[0]).stem == "fastapi" and "dev" in sys.argv[1:2]
    return options or fastapi_dev or "WATCHFILES_CHANGES" in os.environ or _uvicorn_reloads()


def _uvicorn_reloads() -> bool:
    return bool(reloaded_folders())


def reloaded_folders() -> list[Path]:
    """
    Return what uvicorn's reloader watches; nothing where there is none at the bottom of our stack.
    """
    config = _uvicorn_config()
    if not getattr(config, "should_reload", False):
        return []
    return [Path(folder).resolve() for folder in config.reload_dirs]


def served_factory() -> str | None:
    """
    Return how uvicorn, at the bottom of our stack, finds the function that makes the app.
    """
    config = _uvicorn_config()
    factory = getattr(config, "factory", False) and getattr(config, "app", None)
    return factory if isinstance(factory, str) else None


def _uvicorn_config() -> Any:
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        if frame.f_globals.get("__name__", "").startswith("uvicorn."):
            served = frame.f_locals.get("self")
            config = frame.f_locals.get("config") or getattr(served, "config", None)
            if config is not None:
                return config
        frame = frame.f_back
    return None


def reload(folder: Path) -> None:
    """
    Make uvicorn's reloader, which watches *folder*, start the server anew.

    It offers no other way than a file that changes. This one lies where no editor and no
    repository looks.
    """
    at = folder / "__pycache__" / "fluidkit_reload.py"
    with contextlib.suppress(OSError):
        if not at.parent.is_dir():  # where Python keeps no bytecode
            at.parent.mkdir(exist_ok=True)
            time.sleep(_FOLLOWED)
        at.write_text(f"# Written by FluidKit at {time.time()}: uvicorn is to reload.\n")


_MAIN = ("__main__", "__mp_main__")
"""Names of the main program, the second one by multiprocessing."""


def find_job(app: object, factory: str | None) -> dict[str, object] | None:
    """
    Return how another process finds *app*, or calls *factory*; None where nothing leads to it.
    """
    target = _target(app) or factory
    if target is None:
        return None
    path = [folder or str(Path.cwd()) for folder in sys.path]
    called = target == factory
    return {"target": target, "factory": called, "app_dir": str(Path.cwd()), "path": path}


def _target(app: object) -> str | None:
    modules = sorted(own_modules(), key=lambda each: each[0] in _MAIN)
    for name, file in modules:
        for attribute, value in [*names_of(sys.modules.get(name)).items()]:
            if value is not app:
                continue
            if name not in _MAIN:
                return f"{name}:{attribute}"
            return f"{file}:{attribute}" if _can_be_imported(file) else None
    return None


def _can_be_imported(file: str) -> bool:
    """
    Whether what Python runs as the main program tells whether it is that: else it would serve.
    """
    try:
        return b"__name__" in Path(file).read_bytes()
    except OSError:
        return False
