"""
The process that `watching` talks to: it forks for what is clean, and keeps the snapshot.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import select
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO, Any

from fluidkit.stamps import Stamp
from fluidkit.warm import (
    Job,
    Result,
    answer,
    can_fork,
    crashed,
    end_children,
    is_users,
    preload,
    private_stdout,
    run,
)

from .forks import Ended, Fork, Pipe
from .held import Made, Snapshot
from .imports import Record, Recorder

_logger = logging.getLogger(__name__)
"""Says at DEBUG why there is no snapshot: the loop works all the same."""

_LOOK = 1.0
"""Seconds between two looks whether the fork that confirms lives."""

_RECENT = 3
"""How many modules that were saved before are left out of a snapshot, too, if that costs little."""

_LITTLE = 2
"""How many more modules a save may import for that."""


def main() -> None:
    """
    Do what comes in by standard input, until there is no more.
    """
    keeper = Keeper(private_stdout())
    try:
        for document in _documents(keeper):
            keeper.do(document)
    finally:
        keeper.end()


def _documents(keeper: Keeper) -> Iterator[Mapping[str, Any]]:
    """
    Yield each line of standard input, and let *keeper* look at its forks meanwhile.
    """
    data = b""
    while True:
        # A fork may end without a word while what the app has started holds its pipe open.
        ready, _, _ = select.select([0, *keeper.forks], [], [], _LOOK if keeper.forks else None)
        keeper.look()
        if 0 not in ready:
            continue
        more = os.read(0, 65536)
        if not more:
            return
        *lines, data = (data + more).split(b"\n")
        yield from map(json.loads, lines)


class Keeper:
    """
    Clean generations, fast ones, and what is known of the app's imports.
    """

    def __init__(self, answers: IO[str]) -> None:
        self._answers = answers
        self._job: Job | None = None
        self._record: Record | None = None
        self._snapshot: Snapshot | None = None
        self._made: Made | None = None
        """The last fast generation."""
        self._confirming: tuple[Fork, int] | None = None
        self._left: list[Fork] = []
        """Those that are ending."""
        self._saved: frozenset[str] = frozenset()
        """The modules that a stale snapshot has told of."""
        self._refused = ""
        """Why the last snapshot was of no use: should the next one say the same, there is none."""
        self._recent: list[str] = []
        self._distrusted: set[str] = set()
        """Modules for whose saves there are no snapshots any more."""

    @property
    def forks(self) -> list[int]:
        """
        What there is to wait for besides standard input.
        """
        return [] if self._confirming is None else [self._confirming[0].answers.read_end]

    def do(self, document: Mapping[str, Any]) -> None:
        """
        Do what one line of standard input says.
        """
        match document:
            case {"job": job, "number": number, "confirms": True}:
                self._confirm(Job(**job), number)
            case {"job": job, "number": number}:
                self._generate(Job(**job), number)
            case {"packages": packages, "environment": environment}:
                former = self._drop()
                preload(packages, environment)
                if former is not None and self._record is not None:
                    self._hold(former.job, self._record, former.excluded)

    def look(self) -> None:
        """
        See what the fork that confirms has found.
        """
        if self._confirming is not None:
            fork, number = self._confirming
            if fork.answers.is_readable() or not fork.is_alive():
                self._confirming = None
                self._judge(fork.wait(), number)
                fork.kill()

    def end(self) -> None:
        """
        End all forks.
        """
        self._cancel()
        self._drop()

    # --- Generations --------------------------------------------------------------------------

    def _generate(self, job: Job, number: int) -> None:
        self._cancel()
        if job != self._job:
            self._begin(job)
        made = self._fast(job)
        self._made = made
        if made is not None:
            answer(made.result, number, self._answers)
            return
        former = self._record
        if not can_fork():
            answer(run(job), number, self._answers)
            end_children()
            os._exit(0)  # not even threads of the app keep us
        answer(self._clean(job), number, self._answers)
        self._prepare(job, former)

    def _begin(self, job: Job) -> None:
        """
        Know nothing of another app.
        """
        self._drop()
        self._job, self._record, self._made = job, None, None
        self._saved, self._refused = frozenset(), ""
        self._recent, self._distrusted = [], set()

    def _fast(self, job: Job) -> Made | None:
        """
        Generate by the snapshot; None: that cannot be.
        """
        snapshot = self._snapshot
        if snapshot is None:
            return None
        refused = snapshot.look()
        if snapshot.state == "importing":
            return None
        made = snapshot.generate() if refused is None else refused
        if isinstance(made, Made):
            # Whether something is wrong with the app only a clean import can say.
            self._refused = ""
            return made if made.result.status == "written" else None
        _logger.debug("the snapshot is of no use: %s %s", made.why, sorted(made.modules))
        if made.lasting or self._refused == made.why:
            self._distrusted |= {*self._recent[-1:]}
        self._refused = "" if made.modules else made.why
        self._saved = made.modules
        self._drop()
        return None

    def _clean(self, job: Job) -> Result:
        fork = Fork(lambda answers: _clean(job, answers))
        made = fork.wait()
        fork.kill()
        if isinstance(made, Ended):
            return crashed(made.how)
        result: Result
        result, record = made
        if result.status == "written":
            self._record = record
        return _without_ours(result, record)

    # --- Confirming ---------------------------------------------------------------------------

    def _confirm(self, job: Job, number: int) -> None:
        self._cancel()
        if can_fork():
            fork = Fork(lambda answers: _clean(job, answers, idle=True))
            self._confirming = fork, number

    def _judge(self, found: Any, number: int) -> None:
        """
        Answer with what a clean import of the same sources has made.
        """
        if isinstance(found, Ended):
            result, record = crashed(found.how), None
        else:
            result, record = found
        same = self._made is not None and (record is None or _same(self._made.stamps, record))
        corrects = (
            same
            and result.status != "outdated"
            and (result.status != "written" or bool(result.text))
        )
        if corrects:
            self._distrusted |= {*self._recent[-1:]}
            self._drop()
        if record is not None and result.status == "written":
            self._record = record
        if record is not None:
            result = _without_ours(result, record)
        answer(replace(result, corrects=corrects), number, self._answers)

    def _cancel(self) -> None:
        if self._confirming is not None:
            self._confirming[0].leave()
            self._left.append(self._confirming[0])
            self._confirming = None
        self._left = [each for each in self._left if each.is_alive()]

    # --- The snapshot -------------------------------------------------------------------------

    def _prepare(self, job: Job, former: Record | None) -> None:
        """
        Get ready for the next save of what was saved now.
        """
        record = self._record
        if record is None or record is former or record.doubts or former is None:
            _logger.debug("no snapshot: %s", record and record.doubts)
            return
        saved = self._saved & record.modules.keys() or record.changed_since(former)
        self._saved = frozenset()
        if not saved or saved & self._distrusted:
            _logger.debug("no snapshot for %s: distrusted %s", sorted(saved), self._distrusted)
            return
        if self._snapshot is not None and saved <= self._snapshot.excluded:
            return
        excluded = self._excluded(record, saved)
        self._recent = [name for name in self._recent if name not in saved] + sorted(saved)
        self._drop()
        _logger.debug("a snapshot for %s without %s", sorted(saved), sorted(excluded))
        self._hold(job, record, frozenset(excluded))

    def _excluded(self, record: Record, saved: Iterable[str]) -> set[str]:
        excluded = record.dependents(saved)
        for name in self._recent[-_RECENT:]:
            more = record.dependents([name]) if name in record.modules else set()
            if len(more - excluded) <= _LITTLE:
                excluded |= more
        return excluded

    def _hold(self, job: Job, record: Record, excluded: frozenset[str]) -> None:
        if record.modules.keys() - excluded and can_fork():
            self._snapshot = Snapshot(job, record, excluded)

    def _drop(self) -> Snapshot | None:
        former, self._snapshot = self._snapshot, None
        if former is not None:
            former.close()
        return former


def _clean(job: Job, answers: Pipe, *, idle: bool = False) -> None:
    """
    In a fork: import it all, and watch how.
    """
    if idle:
        with contextlib.suppress(OSError, AttributeError):
            os.nice(10)
    recorder = Recorder(is_users)
    result = run(job, importing=recorder.recording())
    answers.send((result, recorder.record))


def _without_ours(result: Result, record: Record) -> Result:
    """
    Leave out those packages that import the user's modules: they must not be there beforehand.
    """
    importing = record.dependents(record.modules)
    packages = tuple(name for name in result.packages if name not in importing)
    return replace(result, packages=packages)


def _same(stamps: Mapping[str, Stamp], record: Record) -> bool:
    """
    Whether both were made from the same sources.
    """
    others = record.stamps
    return all(stamps[file] == others[file] for file in stamps.keys() & others.keys())
