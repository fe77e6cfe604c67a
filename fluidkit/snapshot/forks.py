"""
Forks that answer by a pipe.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import stat
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from fluidkit.warm import end_children, how_ended

_LOOK = 0.05
"""Seconds between two looks whether a fork lives: what it has started may hold its pipe open."""

_HEAD = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Ended:
    """
    A fork that has ended without an answer.
    """

    how: str
    """As in "The app ended its process …"."""


class Pipe:
    """
    One way for values between two processes of one program.
    """

    def __init__(self) -> None:
        self.read_end, self.write_end = os.pipe()

    def send(self, value: object) -> None:
        """
        Write *value*.
        """
        data = pickle.dumps(value)
        data = _HEAD.pack(len(data)) + data
        while data:
            data = data[os.write(self.write_end, data) :]

    def receive(self) -> Any:
        """
        Read a value. Raise `EOFError` if the other side has gone.
        """
        (length,) = _HEAD.unpack(self._read(_HEAD.size))
        return pickle.loads(self._read(length))  # noqa: S301 - from a fork of ours

    def is_readable(self, seconds: float = 0.0) -> bool:
        """
        Whether `receive` would find something, or the end.
        """
        return bool(select.select([self.read_end], [], [], seconds)[0])

    def _read(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            more = os.read(self.read_end, length - len(data))
            if not more:
                raise EOFError
            data += more
        return data

    def close_reading(self) -> None:
        """
        Close the end that is read from.
        """
        with contextlib.suppress(OSError):
            os.close(self.read_end)
        self.read_end = -1

    def close_writing(self) -> None:
        """
        Close the end that is written to.
        """
        with contextlib.suppress(OSError):
            os.close(self.write_end)
        self.write_end = -1

    def close(self) -> None:
        """
        Close both ends.
        """
        self.close_reading()
        self.close_writing()


class Fork:
    """
    A process that does one thing, and sends what comes of it.
    """

    def __init__(self, work: Callable[[Pipe], None]) -> None:
        """
        Begin *work*, which sends to the pipe that it is given.
        """
        self.answers = Pipe()
        self.pid = os.fork()
        if self.pid == 0:
            self.answers.close_reading()  # or a long answer would wait for ever for who has gone
            _be_a_fork(lambda: work(self.answers))
        self.answers.close_writing()
        self._how: str | None = None

    def wait(self) -> Any:
        """
        Return the next answer, or `Ended`.
        """
        while not self.answers.is_readable(_LOOK):
            if not self.is_alive() and not self.answers.is_readable():
                return self._ended()
        try:
            return self.answers.receive()
        except EOFError:
            return self._ended()

    def is_alive(self) -> bool:
        """
        Whether it has not ended yet.
        """
        if self._how is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._how = how_ended(status)
        return self._how is None

    def kill(self) -> None:
        """
        End it now.
        """
        self.leave()
        self._ended()

    def leave(self) -> None:
        """
        End it, and do not wait for that: a large process takes a while, which `is_alive` tells.
        """
        if self.is_alive():
            end_children(self.pid)
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self.answers.close_reading()

    def _ended(self) -> Ended:
        if self._how is None:
            self._how = how_ended(os.waitpid(self.pid, 0)[1])
        self.answers.close_reading()
        return Ended(self._how)


def _be_a_fork(work: Callable[[], None]) -> NoReturn:
    # Whatever happens here, only one process may go on reading our standard input.
    try:
        work()
        end_children()
        os._exit(0)
    finally:
        os._exit(1)


def shared_files() -> set[tuple[int, int]]:
    """
    Return the open sockets, and the open files that are read and written.

    What has a state at its other end, such as a connection to a database, forks must not share.
    """
    found = set()
    for name in os.listdir("/proc/self/fd" if sys.platform == "linux" else "/dev/fd"):  # noqa: PTH208
        with contextlib.suppress(OSError, ValueError):
            if _has_state(int(name)):
                at = os.fstat(int(name))
                found.add((at.st_dev, at.st_ino))
    return found


def _has_state(descriptor: int) -> bool:
    import fcntl  # not on Windows, where nothing is forked

    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR
    return not (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISDIR(mode))
