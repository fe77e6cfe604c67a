"""
While a server runs in development: its client stays whole, and current.

Over the output folder a thread looks: what is deleted or damaged is written again. Over the sources
looks a companion, a process with the loop of `fluidkit watch`, where no reloader restarts the
server. The server itself waits for neither.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

_LOOK = 500
"""Milliseconds between two looks whether the server ends."""

_QUIET = 100
"""Milliseconds of silence that end a batch: a checkout or a merge is over then, mostly."""

_GONE = 0.3
"""Seconds that the thread has to end: at exit it must not be inside of watchfiles."""


@dataclass(slots=True)
class Upkeep:
    """
    What goes on beside one server.
    """

    stop: threading.Event = field(default_factory=threading.Event)
    companion: subprocess.Popen[bytes] | None = None
    thread: threading.Thread | None = None

    def watch_output(
        self, root: Path, output: str, written: Mapping[str, str], rewrite: Callable[[], object]
    ) -> None:
        """
        Call *rewrite* whenever a file of *written*, path to hash, is not what it was.
        """
        self.thread = threading.current_thread()
        imported = time.time()
        for _ in _changes(root / output, root, self.stop):
            if self.stop.is_set():
                return
            # Where a source has changed the reloader is at work already: ours is an old model.
            if is_damaged(root, written) and not _sources_changed(imported):
                rewrite()

    def start_companion(self, job: Mapping[str, object]) -> None:
        """
        Start a loop that does *job* after each save, and ends with this process.
        """
        if self.stop.is_set():
            return
        self.companion = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.companion", json.dumps(job)],
            stdin=subprocess.PIPE,  # closed when this process ends, however it ends
            start_new_session=True,
        )

    def end(self) -> None:
        """
        End it all.
        """
        self.stop.set()
        if self.companion is not None:
            assert self.companion.stdin is not None
            with contextlib.suppress(OSError):
                self.companion.stdin.close()
        if self.thread is not None:
            self.thread.join(_GONE)


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


def _changes(output: Path, root: Path, stop: threading.Event) -> Iterator[None]:
    """
    Yield after each burst of changes in the *output* folder, and when it has gone.
    """
    from watchfiles import watch

    while not stop.is_set():
        # The folder itself may go: the nearest one above it that is there tells of that.
        above = next(at for at in (output.parent, *output.parents) if at.is_dir() or at == root)
        inside = [Path(folder) for folder, _, _ in os.walk(output)]
        with contextlib.suppress(FileNotFoundError, OSError):
            for changes in watch(
                above,
                *inside,
                watch_filter=None,
                step=_QUIET,
                stop_event=stop,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=False,
                ignore_permission_denied=True,
            ):
                if changes:
                    yield
                    break  # folders may have come or gone
        stop.wait(_QUIET / 1000)
        yield


def _sources_changed(since: float) -> bool:
    return any(
        Path(file).is_file() and Path(file).stat().st_mtime > since for _, file in own_modules()
    )


def own_modules() -> Iterator[tuple[str, str]]:
    """
    Yield name and file of each module that is not installed.
    """
    library = os.path.dirname(os.__file__)  # noqa: PTH120
    for name, module in [*sys.modules.items()]:
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and not file.startswith(library) and "site-packages" not in file:
            yield name, file


# --- Who runs the app -------------------------------------------------------------------------


def has_reloader() -> bool:
    """
    Whether something restarts this process after a save.
    """
    options = any(option.split("=")[0] in {"--reload", "-r"} for option in sys.argv[1:])
    fastapi_dev = Path(sys.argv[0]).stem == "fastapi" and "dev" in sys.argv[1:2]
    return options or fastapi_dev or "WATCHFILES_CHANGES" in os.environ or _uvicorn_reloads()


def _uvicorn_reloads() -> bool:
    """
    Whether `uvicorn.run(…, reload=True)` is at the bottom of our stack.
    """
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        if frame.f_globals.get("__name__", "").startswith("uvicorn."):
            config = frame.f_locals.get("config") or getattr(
                frame.f_locals.get("self"), "config", None
            )
            if getattr(config, "should_reload", False):
                return True
        frame = frame.f_back
    return False


def find_job(app: object) -> dict[str, object] | None:
    """
    Return how another process finds *app*; None where no module holds it (an app factory).
    """
    for name, file in own_modules():
        for attribute, value in [*vars(sys.modules[name]).items()]:
            if value is app:
                target = f"{file}:{attribute}" if name == "__main__" else f"{name}:{attribute}"
                path = [folder or str(Path.cwd()) for folder in sys.path]
                return {"target": target, "app_dir": str(Path.cwd()), "path": path}
    return None
