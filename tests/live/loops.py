"""
`fluidkit watch` and `fluidkit dev` as processes of their own, and what they say.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import environment


class Running:
    """
    A command that goes on until it is ended.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.lines.append(line.rstrip("\n"))

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    def wait_for(self, text: str, times: int = 1) -> str:
        """
        Wait until *text* was said so often, and return the last line with it.
        """
        wait_until(lambda: self.said.count(text) >= times, lambda: f"no {text!r} in\n{self.said}")
        return next(line for line in reversed(self.lines) if text in line)

    def interrupt(self, number: int = signal.SIGINT) -> int:
        """
        Do as Ctrl-C does in a terminal that runs nothing else, and return the exit code.
        """
        self.process.send_signal(number)
        return self.process.wait(20)


def wait_until(
    condition: Callable[[], object], why: Callable[[], str] = lambda: "", seconds: float = 30
) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(why() or "it did not happen")
        time.sleep(0.02)


@contextmanager
def running(folder: Path, *arguments: str, **variables: str) -> Iterator[Running]:
    """
    Run `fluidkit` with *arguments*, and end it whatever happens.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "fluidkit", *arguments],
        cwd=folder,
        env=environment(PYTHONUNBUFFERED="1", **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield Running(process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def is_alive(pid: int) -> bool:
    """
    Whether *pid* runs: a zombie that nobody waits for in this container does not.
    """
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def descendants(pid: int) -> list[int]:
    """
    Return every process below *pid*.
    """
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == pid:
            found += [int(folder.name), *descendants(int(folder.name))]
    return found


def wait_until_watched(pid: int, folder: Path) -> None:
    """
    Wait until *pid*, or a process below it, hears from the kernel what changes in *folder*.
    """
    number = folder.stat().st_ino
    wait_until(lambda: any(number in _watched(each) for each in [pid, *descendants(pid)]))


def _watched(pid: int) -> set[int]:
    """
    Return the inodes that a process watches, as inotify(7) says.
    """
    found = set()
    try:
        for file in Path(f"/proc/{pid}/fdinfo").iterdir():
            found |= {
                int(each, 16) for each in re.findall(r"inotify .* ino:(\w+)", file.read_text())
            }
    except OSError:  # a file that was closed, or a process that has ended, meanwhile
        return found
    return found
