"""
The snapshot itself: a process that holds all but what depends on some modules, and its forks.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal

from fluidkit import calling, memory, pipeline
from fluidkit.layout import is_installed
from fluidkit.modules import file_of
from fluidkit.stamps import Stamp, Stamps, here, stamp
from fluidkit.warm import (
    Job,
    Result,
    add_to_path,
    can_fork,
    is_users,
    run,
    sources_first,
)

from .copies import copy_pages
from .forks import Ended, Fork, Pipe, shared_files
from .imports import Record

if TYPE_CHECKING:
    from fastapi import FastAPI

    from fluidkit.layout import NoFrontend, Project
    from fluidkit.settings import Settings


_LOOK = 0.01
"""Seconds between two looks for what a fork has remembered."""

_PATIENCE = 0.2
"""Seconds that a snapshot has to end by itself."""


@dataclass(frozen=True, slots=True)
class Made:
    """
    What a fork of the snapshot has made.
    """

    result: Result
    stamps: Mapping[str, Stamp]
    """Of each file of the user's that it was made from."""


@dataclass(frozen=True, slots=True)
class Refused:
    """
    The snapshot is of no use, or not any more.
    """

    why: str
    modules: frozenset[str] = frozenset()
    """Those that were saved since it has imported them."""
    lasting: bool = False
    """Whether the next one would be of no use, either."""


@dataclass(frozen=True, slots=True)
class Ready:
    """
    The snapshot waits for saves.
    """


class Snapshot:
    """
    The snapshot as its parent sees it.
    """

    def __init__(self, job: Job, record: Record, excluded: frozenset[str]) -> None:
        """
        Begin to import all of *record* but the *excluded* modules.
        """
        self.job = job
        self.excluded = excluded
        self.state: Literal["importing", "ready", "useless"] = "importing"
        self._commands = Pipe()
        self._fork = Fork(
            lambda answers: _Holder(job, record, excluded).serve(self._commands, answers)
        )
        self._commands.close_reading()

    def look(self) -> Refused | None:
        """
        Find out without waiting how far it has come.
        """
        if self.state != "importing":
            return None
        if self._fork.answers.is_readable() or not self._fork.is_alive():
            return self._took(self._fork.wait())
        return None

    def generate(self) -> Made | Refused:
        """
        Have the client written.
        """
        try:
            self._commands.send("generate")
        except OSError:
            self.state = "useless"
            return Refused("it has ended")
        answer = self._fork.wait()
        if isinstance(answer, Made):
            return answer
        return self._took(answer) or Refused("it is not ready")

    def close(self) -> None:
        """
        End it.
        """
        self._commands.close()
        if self.state == "ready":  # it may have a fork to end
            self._fork.answers.is_readable(_PATIENCE)
        self.state = "useless"
        self._fork.kill()

    def _took(self, answer: object) -> Refused | None:
        match answer:
            case Ready():
                self.state = "ready"
                return None
            case Refused() as refused:
                self.state = "useless"
                return refused
            case Ended(how):
                self.state = "useless"
                return Refused(f"it has ended {how}", lasting=True)
            case _:
                msg = f"a snapshot never answers {answer!r}"
                raise TypeError(msg)


# --- In the process itself --------------------------------------------------------------------


class _UselessError(Exception):
    """
    Why there can be no snapshot.
    """


@dataclass(slots=True)
class _Holder:
    """
    The process that holds what it has imported, and forks.
    """

    job: Job
    record: Record
    excluded: frozenset[str]
    before: dict[str, str] = field(default_factory=lambda: dict(os.environ))
    stamps: dict[str, Stamp] = field(default_factory=dict)
    read: _Read = field(default_factory=lambda: _Read())  # noqa: PLW0108 - it is defined below
    remembered: memory.Memory = field(default_factory=memory.Memory)
    _learning: list[tuple[Fork, memory.Memory]] = field(default_factory=list)
    """The forks whose memory is still to come, and what they could recall themselves."""
    _spare: _Spare | None = None
    """A fork for the next save, made before it."""

    def serve(self, commands: Pipe, answers: Pipe) -> None:
        """
        Import, then fork for each command.
        """
        commands.close_writing()
        _close_input()
        try:
            self._import()
        except _UselessError as error:
            answers.send(Refused(str(error), lasting=True))
            return
        self.remembered = memory.Memory(memory.Living.now())
        gc.collect()
        gc.freeze()  # so that no fork copies what it only looks at
        gc.disable()
        answers.send(Ready())
        self._rehearse()
        while self._next(commands):
            answer = self._stale() or self._generate()
            answers.send(answer)
            if isinstance(answer, Refused):
                break
        self._dismiss()

    def _next(self, commands: Pipe) -> bool:
        """
        Wait for a command, and learn meanwhile; False: there will be none.
        """
        while self._learning and not commands.is_readable(_LOOK):
            self._learn()
        if not commands.is_readable():
            self._spare = _Spare(self)
        self._forget(self._learning[:-1])  # the last one goes on beside the next save
        try:
            commands.receive()
        except EOFError:
            return False
        return True

    def _learn(self) -> None:
        """
        Take over what the latest of the forks remembers that has come to its end.
        """
        for number, (fork, before) in reversed([*enumerate(self._learning)]):
            if fork.answers.is_readable():
                data = fork.wait()
                if isinstance(data, bytes):
                    self.remembered = memory.load(data, before)
                self._forget(self._learning[: number + 1])
                return
            if not fork.is_alive():
                self._forget([(fork, before)])

    def _forget(self, forks: Sequence[tuple[Fork, memory.Memory]]) -> None:
        for each in forks:
            each[0].kill()
        self._learning = [each for each in self._learning if each not in forks]

    # --- Importing ----------------------------------------------------------------------------

    def _import(self) -> None:
        """
        Import what may be held, in the order and the environment in which the app did.
        """
        before, files, folder = frozenset(sys.modules), shared_files(), here()
        add_to_path(self.job)
        path = [*sys.path]
        guard = _Guard(self.excluded)
        taken = Stamps(is_users)
        sys.meta_path.insert(0, guard)
        try:
            with (
                sources_first(),
                taken.recording(),
                self.read.recording(),
                calling.recording(),
                contextlib.redirect_stdout(sys.stderr),
            ):
                for module in self.record.modules.values():
                    if module.name not in self.excluded:
                        self._import_one(module.name, module.path, module.environment)
        finally:
            sys.meta_path.remove(guard)
        sys.path[:] = path
        self._set_environment()
        self.stamps = taken.stamps
        self._examine(guard, before)
        if shared_files() - files:
            msg = "a module has opened a connection, which forks cannot share"
            raise _UselessError(msg)
        if here() != folder:
            msg = "a module has changed the current directory"
            raise _UselessError(msg)
        if not can_fork():
            msg = "a module has started a thread"
            raise _UselessError(msg)

    def _import_one(
        self, name: str, path: Sequence[str], environment: Mapping[str, str | None]
    ) -> None:
        if name in sys.modules:
            return
        os.environ.clear()
        os.environ.update(_changed(self.before, environment))
        sys.path[:] = path
        try:
            importlib.import_module(name)
        except BaseException as error:
            msg = f"{name} cannot be imported by itself ({type(error).__name__}: {error})"
            raise _UselessError(msg) from error
        if [*sys.path] != [*path]:
            msg = f"{name} changes where Python looks for modules"
            raise _UselessError(msg)

    def _set_environment(self) -> None:
        """
        Leave those changes of the environment that modules held here have made.
        """
        ours = {
            name: value
            for name, value in self.record.environment.items()
            if not self.record.setters[name] & self.excluded
        }
        os.environ.clear()
        os.environ.update(_changed(self.before, ours))

    def _examine(self, guard: _Guard, before: frozenset[str]) -> None:
        """
        Make sure that nothing is held that must not be.
        """
        wrong = guard.asked or next((each for each in self.excluded if each in sys.modules), None)
        if wrong is not None:
            msg = f"{wrong} is needed by a module that did not seem to need it"
            raise _UselessError(msg)
        for name in sys.modules.keys() - before:
            file = file_of(sys.modules[name])
            if file is None or not is_users(name, file):
                continue
            if name not in self.record.modules or file not in self.stamps:
                msg = f"{name} was not imported before"
                raise _UselessError(msg)

    # --- Generating ---------------------------------------------------------------------------

    def _stale(self) -> Refused | None:
        """
        Look whether what is held is still what lies on disk.
        """
        saved = {file for file, taken in self.stamps.items() if stamp(file) != taken}
        if saved:
            modules = {each.name for each in self.record.modules.values() if each.file in saved}
            return Refused("modules that it holds were saved", frozenset(modules))
        if self.read.has_changed():
            return Refused("files that its modules have read were saved")
        if not can_fork():
            return Refused("it has started a thread", lasting=True)
        return None

    def _generate(self) -> Made | Refused:
        fork, before = self._forked()
        answer = fork.wait()
        if isinstance(answer, Made):
            self._learning.append((fork, before))
            return answer
        fork.kill()
        return answer if isinstance(answer, Refused) else Refused("the app has ended its process")

    def _forked(self) -> tuple[Fork, memory.Memory]:
        """
        Have a save done, by the fork that waits for it if there is one.
        """
        spare, self._spare = self._spare, None
        if spare is not None and spare.begin():
            return spare.fork, spare.before
        return Fork(self.work), self.remembered

    def _dismiss(self) -> None:
        """
        End the forks that are left.
        """
        self._forget(self._learning)
        if self._spare is not None:
            self._spare.end()
            self._spare = None

    def _rehearse(self) -> None:
        """
        Learn what does not change with the next save.
        """
        fork = Fork(lambda answers: self.work(answers, write=False))
        self._learning.append((fork, self.remembered))

    def work(self, answers: Pipe, *, write: bool = True) -> None:
        """
        In a fork: import the rest, write, answer; then tell what is worth remembering.
        """
        taken = Stamps(is_users)
        outcomes: list[pipeline.Outcome | NoFrontend] = []

        def generate(
            app: FastAPI, project: Project, settings: Settings, is_outdated: Callable[[], bool]
        ) -> pipeline.Outcome | NoFrontend:
            if dict(os.environ) != _changed(self.before, self.record.environment):
                if write:
                    answers.send(Refused("the environment is another one"))
                os._exit(0)
            known = self.remembered
            if write:
                outcome = pipeline.generate(
                    app, project, settings, memory=known, is_outdated=is_outdated
                )
            else:
                outcome = pipeline.check(app, project, settings, known)
            outcomes.append(outcome)
            return outcome

        importlib.invalidate_caches()
        result = run(self.job, before=self.before, taken=taken, generate=generate)
        if write:
            answers.send(
                Made(replace(result, fast=True, packages=()), {**self.stamps, **taken.stamps})
            )
        for outcome in outcomes:
            if isinstance(outcome, pipeline.Outcome):
                answers.send(memory.dump(outcome.memory))


class _Spare:
    """
    A fork that waits for a save: what a fork costs is paid before.
    """

    def __init__(self, holder: _Holder) -> None:
        self.before = holder.remembered
        self._orders = Pipe()
        self.fork = Fork(lambda answers: self._wait(holder, answers))
        self._orders.close_reading()

    def begin(self) -> bool:
        """
        Have it begin; False: it has ended.
        """
        try:
            self._orders.send("begin")
        except OSError:
            self.fork.kill()
            return False
        finally:
            self._orders.close()
        return True

    def end(self) -> None:
        """
        End it.
        """
        self._orders.close()
        self.fork.kill()

    def _wait(self, holder: _Holder, answers: Pipe) -> None:
        self._orders.close_writing()
        holder.remembered.living.touch()
        copy_pages(self._orders.is_readable)
        try:
            self._orders.receive()
        except EOFError:  # there will be no save
            return
        holder.work(answers)


def _changed(environment: Mapping[str, str], changes: Mapping[str, str | None]) -> dict[str, str]:
    changed = {**environment, **changes}
    return {name: value for name, value in changed.items() if value is not None}


def _close_input() -> None:
    """
    Give standard input nothing to read: it belongs to our parent.
    """
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)


class _Guard(MetaPathFinder):
    """
    Keeps modules from being imported, and remembers that one was asked for.
    """

    def __init__(self, excluded: frozenset[str]) -> None:
        self._excluded = excluded
        self.asked: str | None = None

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """
        Refuse the excluded ones.
        """
        if fullname in self._excluded:
            self.asked = fullname
            msg = f"{fullname} is not for snapshots"
            raise ImportError(msg)
        return None


class _Read:
    """
    The files that modules read while they are imported, and the folders that they list.
    """

    def __init__(self) -> None:
        self._stamps: dict[str, Stamp] = {}
        self._listings: dict[str, frozenset[str]] = {}
        self._is_on = False

    @contextlib.contextmanager
    def recording(self) -> Iterator[None]:
        """
        Watch files being opened.
        """
        self._is_on = True
        sys.addaudithook(self._note)
        try:
            yield
        finally:
            self._is_on = False

    def has_changed(self) -> bool:
        """
        Whether one of them is not as it was.
        """
        return any(stamp(file) != taken for file, taken in self._stamps.items()) or any(
            _listing(folder) != names for folder, names in self._listings.items()
        )

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_on or event not in {"open", "os.listdir", "os.scandir"}:
            return
        given = os.curdir if arguments[0] is None else arguments[0]
        if not isinstance(given, str | bytes | os.PathLike) or _is_by_import():
            return
        path = os.path.abspath(os.fsdecode(given))  # noqa: PTH100 - links stay
        if is_installed(path) or not _is_plain(path):
            return
        if event == "open":
            if not isinstance(arguments[2], int) or not arguments[2] & (os.O_WRONLY | os.O_RDWR):
                self._stamps.setdefault(path, stamp(path))
        else:
            self._is_on = False  # this look is no reading of theirs
            self._listings[path] = _listing(path)
            self._is_on = True


def _is_by_import() -> bool:
    return sys._getframe(2).f_code.co_filename.startswith("<frozen importlib")


def _is_plain(path: str) -> bool:
    return not path.startswith(("/dev/", "/proc/", "/sys/")) and not path.endswith(".pyc")


def _listing(folder: str) -> frozenset[str]:
    """
    Return the names in *folder* that stay for longer than an editor takes to save.
    """
    try:
        names = os.listdir(folder)  # noqa: PTH208 - a thousand times for each save
    except OSError:
        return frozenset()
    return frozenset(name for name in names if name.endswith(".py") or "." not in name)
