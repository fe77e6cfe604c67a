"""
How one file is replaced: whole, so that a reader sees the old one or the new one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from .errors import OutputError

_RETRY_SECONDS = 2.0


def stage(path: str, data: bytes, number: int, *, replaces: bool) -> str:
    """
    Write *data* beside *path*, with the mode of the file that it *replaces*; `settle` it then.
    """
    temporary = f"{path.rpartition('/')[0]}/.fluidkit-{os.getpid()}-{number}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(temporary, flags, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            _begin(descriptor)
        finally:
            os.close(descriptor)
        if replaces:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).chmod(Path(path).stat().st_mode & 0o7777)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def settle(temporary: str) -> None:
    """
    Wait until what was staged is on disk.

    Once all are staged: a file system that keeps a journal writes that once for many of them then.
    """
    # Its mode may say that it is for reading only. Windows wants to write all the same.
    descriptor = os.open(temporary, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(temporary: str, path: str) -> None:
    """
    Put *temporary* in the place of *path*.
    """
    # A `Path` takes longer than the renaming.
    _patiently(lambda: os.replace(temporary, path))  # noqa: PTH105


def remove(path: Path, output: Path) -> None:
    """
    Remove the file at *path*, and the folders below *output* that are empty then.
    """
    _patiently(lambda: path.unlink(missing_ok=True))
    remove_empty(path.parent, output)


def _patiently(change: Callable[[], object]) -> None:
    """
    Make a *change* that Windows refuses while another program has the file open, an editor or Vite.
    """
    deadline = time.monotonic() + _RETRY_SECONDS
    while True:
        try:
            change()
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def remove_empty(folder: Path, output: Path) -> None:
    """
    Remove *folder* and those above it, up to *output*, as long as nothing is in them.
    """
    while folder.is_relative_to(output):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def sweep(output: Path) -> None:
    """
    Remove what a killed process left behind: we hold the lock, so nobody is writing these.
    """
    for folder, names, files in os.walk(output):
        names[:] = [name for name in names if name != "node_modules"]
        for file in files:
            if file.startswith(".fluidkit-") and file.endswith(".tmp"):
                Path(folder, file).unlink(missing_ok=True)


def failure(path: str, error: OSError) -> OutputError:
    """
    Say in one sentence why *path* could not be written.
    """
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            why = "the disk is full"
        case errno.EROFS:
            why = "the file system is read-only (set FLUIDKIT_ENABLED=0 in production)"
        case errno.EACCES | errno.EPERM:
            why = "permission denied"
        case _:
            why = error.strerror or str(error)
    return OutputError(f"Could not write {path!r}: {why}")


if sys.platform == "linux":

    def _begin(descriptor: int) -> None:
        """
        Have the kernel begin to write a file to the disk, and don't wait for it.
        """
        with contextlib.suppress(OSError):  # advice, no more
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

else:  # pragma: no cover

    def _begin(descriptor: int) -> None:
        """
        There is no way to say so.
        """
