"""
A process that has imported everything but the user's own modules, and waits for work.

    python -m fluidkit.warm

reads one JSON document a line and answers each job with one. A job is done in a fork, which imports
the user's modules, generates, writes and exits: nothing is ever imported anew in one process. Where
a fork is not safe, the process does the job itself and ends; who gave it starts the next one.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import importlib.util
import json
import math
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, TypeAlias

from . import messages, pipeline
from .errors import FluidKitError, LoadingError, SourceChangedError
from .layout import NoFrontend, Project, is_installed
from .modules import file_of
from .settings import Settings
from .src import PACKAGE
from .stamps import Stamps
from .workspace import Workspace, open_workspace, short_traceback

if TYPE_CHECKING:
    from fastapi import FastAPI

_SLOW = 2.0
"""Seconds that another process may take from reading a module to writing its `.pyc`."""

Generate: TypeAlias = (
    "Callable[[FastAPI, Project, Settings, Callable[[], bool]], pipeline.Outcome | NoFrontend]"
)

_ANSWERED = 93
"""Exit code of a fork that has done its job: no app ends itself with that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """
    One generation.
    """

    target: str | None
    """The app, as `loading.load` takes it."""
    factory: bool = False
    app_dir: str = "."
    path: tuple[str, ...] = ()
    """More of `sys.path`, in front."""
    anyway: bool = field(default=False, compare=False)
    """Whether the client is written though sources change while they are imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """
    What became of a job.
    """

    status: Literal["written", "failed", "crashed", "outdated"]
    """Nothing is written of what is outdated, as a source was saved while it was imported."""
    text: str
    """One line on what changed; "" where nothing did. On failure: what, and where."""
    summary: str = ""
    """One line on what there is."""
    warnings: tuple[str, ...] = ()
    root: str = ""
    """The project's root."""
    output: str = ""
    """The output folder, an absolute path."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Path relative to the root → hash of each file of ours."""
    sources: tuple[str, ...] = ()
    """Folders of the user's modules."""
    packages: tuple[str, ...] = ()
    """Third-party modules that were imported, in their order: worth having beforehand."""
    environment: Mapping[str, str | None] = field(default_factory=dict)
    """What importing the app has changed in the environment."""
    fast: bool = False
    """Whether it comes from a snapshot, and is still to be confirmed (see `fluidkit.snapshot`)."""
    corrects: bool = False
    """Whether it differs from what a snapshot has made of the same sources."""


def main() -> None:
    """
    Do the jobs that come in, one after the other, until there are no more.
    """
    answers = private_stdout()
    for line in sys.stdin:
        match json.loads(line):
            case {"job": job, "number": number}:
                _do(Job(**job), number, answers)
            case {"packages": packages, "environment": environment}:
                preload(packages, environment)


def private_stdout() -> IO[str]:
    """
    Take standard output for the answers alone: what an app prints goes to standard error.
    """
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _do(job: Job, number: int, answers: IO[str]) -> None:
    if not can_fork():
        answer(run(job), number, answers)
        end_children()
        os._exit(0)  # not even threads of the app keep us
    child = os.fork()
    if child == 0:
        # Whatever happens here, only one process may go on reading our standard input.
        try:
            answer(run(job), number, answers)
            end_children()
            os._exit(_ANSWERED)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) != _ANSWERED:
        answer(crashed(how_ended(status)), number, answers)


def end_children(pid: int | str = "self") -> None:
    """
    End what the app has started in the process *pid*: it would be one more after each save.

    What is to outlive the app, and so leads a session of its own, stays; so does all where the
    system does not tell.
    """
    for each in [*_below(pid)]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)


def _below(pid: int | str) -> Iterator[int]:
    """
    Yield the processes of our group that *pid* and those have started, each before its own.
    """
    try:
        tasks = os.listdir(f"/proc/{pid}/task")  # noqa: PTH208 - after each save
        children = [Path(f"/proc/{pid}/task/{task}/children").read_text() for task in tasks]
    except OSError:
        return
    for each in map(int, " ".join(children).split()):
        if _group_of(each) == os.getpgrp():
            yield each
            yield from _below(each)


def _group_of(pid: int) -> int | None:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return None


def how_ended(status: int) -> str:
    """
    Return how a process has ended, as in "It ended …".
    """
    if os.WIFSIGNALED(status):
        return f"by {signal.Signals(os.WTERMSIG(status)).name}"
    return f"with exit code {os.WEXITSTATUS(status)}"


def crashed(how: str) -> Result:
    """
    Return what is told of an app that has ended the process that imports it.
    """
    return Result(status="crashed", text=f"The app ended its process {how}")


def can_fork() -> bool:
    """
    Whether a fork is safe: a lock that another thread holds would stay locked for ever in it.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - threads of C code, too
    except OSError:  # not Linux
        return True


def preload(packages: Sequence[str], environment: Mapping[str, str | None]) -> None:
    """
    Import *packages* in the *environment* that the app made for them, then restore ours.
    """
    before = dict(os.environ)
    _update_environment(environment)
    for name in packages:
        # An app may well have caught the same error.
        with contextlib.suppress(BaseException):
            importlib.import_module(name)
    os.environ.clear()
    os.environ.update(before)


def _update_environment(changes: Mapping[str, str | None]) -> None:
    for name, value in changes.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def answer(result: Result, number: int, answers: IO[str]) -> None:
    """
    Write what became of the job *number*.
    """
    document = {name: getattr(result, name) for name in Result.__slots__} | {"number": number}
    answers.write(json.dumps(document) + "\n")
    answers.flush()


# --- One generation ---------------------------------------------------------------------------


def run(
    job: Job,
    *,
    before: Mapping[str, str] | None = None,
    importing: AbstractContextManager[object] | None = None,
    taken: Stamps | None = None,
    generate: Generate | None = None,
) -> Result:
    """
    Load the app and write its client, whatever the app does.

    *before* is the environment as it was without the app; *importing* goes around its import, and
    *taken* takes down of what; *generate* does what `pipeline.generate` does, and is told how to
    find out whether that is outdated.
    """
    started = time.perf_counter()
    add_to_path(job)
    before = dict(os.environ) if before is None else before
    taken = taken or Stamps(is_users)

    def is_outdated() -> bool:
        return not job.anyway and taken.are_outdated()

    try:
        with sources_first(), taken.recording(), importing or contextlib.nullcontext():
            workspace = open_workspace(job.target, factory=job.factory, app_dir=Path(job.app_dir))
        if is_outdated():
            return _outdated(before)
        outcome = (generate or _generate)(
            workspace.app, workspace.project, workspace.settings, is_outdated
        )
    except FluidKitError as error:
        if isinstance(error, SourceChangedError) or is_outdated():
            return _outdated(before)
        return _failed(_explained(error), before)
    except BaseException as error:  # noqa: BLE001 - it is told, and the next save may mend it
        last = traceback.format_exception_only(error)[-1].strip()
        return _failed(f"This is a bug in FluidKit: {last}\n{traceback.format_exc()}", before)
    seconds = time.perf_counter() - started
    return _written(workspace, outcome, seconds, before)


def _generate(
    app: FastAPI, project: Project, settings: Settings, is_outdated: Callable[[], bool]
) -> pipeline.Outcome | NoFrontend:
    return pipeline.generate(app, project, settings, is_outdated=is_outdated)


def add_to_path(job: Job) -> None:
    """
    Have Python look where *job* says.
    """
    sys.path[:0] = [folder for folder in job.path if folder not in sys.path]
    sys.argv[1:] = []


def _explained(error: FluidKitError) -> str:
    shown = short_traceback(error) if isinstance(error, LoadingError) else ""
    return f"{error}\n{shown}" if shown else str(error)


def _written(
    workspace: Workspace,
    outcome: pipeline.Outcome | NoFrontend,
    seconds: float,
    before: Mapping[str, str],
) -> Result:
    result = Result(
        status="written",
        text=messages.changed(outcome, seconds),
        summary=messages.counts(outcome, seconds),
        warnings=tuple(messages.warnings(outcome)),
        root=str(workspace.project.root),
        **_seen(before),
    )
    if isinstance(outcome, NoFrontend):
        return result
    output = str(workspace.project.root / outcome.output)
    return replace(result, output=output, written=outcome.changes.written)


def _outdated(before: Mapping[str, str]) -> Result:
    return Result(status="outdated", text="", **_seen(before))


def _failed(text: str, before: Mapping[str, str]) -> Result:
    return Result(status="failed", text=text, **_seen(before))


def _seen(before: Mapping[str, str]) -> dict[str, Any]:
    """
    Return what was imported: the user's own folders, and other people's modules.
    """
    sources, packages = set(), []
    for name, module in [*sys.modules.items()]:
        file = file_of(module)
        if file is None or name == "__main__":
            continue
        if is_users(name, file):
            # Behind a link there may be another folder, where it is saved.
            sources |= {os.path.dirname(file), os.path.dirname(os.path.realpath(file))}  # noqa: PTH120
        else:
            packages.append(name)
    after = os.environ
    names = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    changed = {name: after.get(name) for name in sorted(names)}
    return {"sources": tuple(sorted(sources)), "packages": tuple(packages), "environment": changed}


def is_users(name: str, file: str) -> bool:
    """
    Whether a module is the user's own: neither installed nor ours.
    """
    ours = f"{name}.".startswith(f"{__package__}.") and not name.startswith(f"{PACKAGE}.")
    return not ours and not is_installed(file)


@contextlib.contextmanager
def sources_first() -> Iterator[None]:
    """
    Compile from source what was saved shortly before its `.pyc` was written.

    Python compares whole seconds and the size, so that a save within the same second and of the
    same size would be lost; and who is slow writes the code of the former text after the save.
    """
    loader = importlib.machinery.SourceFileLoader
    path_stats = loader.path_stats

    def fresh_stats(self: importlib.machinery.SourceFileLoader, path: str) -> Mapping[str, Any]:
        if not is_installed(path) and _may_be_stale(path):
            if time.time() < _saved(path) + _SLOW + 0.1:
                # The import system takes it for a file without a time: compiled, and not cached.
                msg = "its cache may be stale"
                raise OSError(msg)
            with contextlib.suppress(OSError):
                Path(importlib.util.cache_from_source(path)).unlink()
        return path_stats(self, path)

    loader.path_stats = fresh_stats  # type: ignore[method-assign]
    try:
        yield
    finally:
        loader.path_stats = path_stats  # type: ignore[method-assign]


def _may_be_stale(path: str) -> bool:
    try:
        cached = Path(importlib.util.cache_from_source(path)).stat().st_mtime
    except (OSError, NotImplementedError):
        # No cache yet: then it must not be written soon after the save, either.
        return time.time() < _saved(path) + _SLOW + 0.1
    return cached < math.floor(_saved(path)) + _SLOW


def _saved(path: str) -> float:
    try:
        return Path(path).stat().st_mtime
    except OSError:
        return 0.0


if __name__ == "__main__":
    main()
