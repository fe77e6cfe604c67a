"""
Files that one process at a time can hold.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import IO

from .errors import OutputError

_LOCK_SECONDS = 10.0


def wait_for(path: Path) -> IO[bytes]:
    """
    Return the lock file at *path* once no other process holds it. Closing it, or the end of the
    process, releases it. Raise `OutputError` where that takes too long.
    """
    deadline = time.monotonic() + _LOCK_SECONDS
    while True:
        lock = hold(path)
        if lock is not None:
            return lock
        if time.monotonic() > deadline:
            msg = (
                f"Another FluidKit process has been writing for more than {_LOCK_SECONDS:.0f} s:"
                " end it, or try again"
            )
            raise OutputError(msg)
        time.sleep(0.02)


def hold(path: Path) -> IO[bytes] | None:
    """
    Return the lock file at *path*, held until it is closed; None: another process holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("ab")
    if _try_lock(file) and _is_current(file, path):
        return file
    file.close()
    return None


def _is_current(file: IO[bytes], path: Path) -> bool:
    """
    Whether the lock that we got is still the one that others will find: `clean` removes it.
    """
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network file systems have no locks. Writing is safe without one, as each file
            # is replaced whole; only the order of two writers is open.
            return True
        return True
