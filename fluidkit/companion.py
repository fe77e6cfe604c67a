"""
The loop beside a server that nothing restarts: `python -m fluidkit.companion JOB`.

It ends when its standard input does, that is with the server. Of several workers' companions one
works, and the others wait in case that it ends.
"""

from __future__ import annotations

import contextlib
import json
import sys
import threading
from pathlib import Path
from typing import IO

from . import locks, messages
from .warm import Job
from .watching import Loop, Say

_NOTICE = (
    "The client is current; the server itself still runs the old code (restart it, or start it"
    " with --reload)"
)


_LOOK = 0.5
"""Seconds between two looks whether the companion of another worker has ended."""


def main() -> None:
    """
    Run the loop until the server has gone.
    """
    stop = threading.Event()
    threading.Thread(target=_await_end, args=(stop,), daemon=True).start()
    job = json.loads(sys.argv[1])
    told = threading.Event()

    def info(text: str) -> None:
        messages.info(text)
        if not told.is_set():
            told.set()
            messages.info(_NOTICE)

    turn = _await_turn(Path(job.pop("lock")), stop)
    if turn is not None:
        with turn:
            say = Say(info=info, warning=messages.warning)
            Loop(Job(**job), say, stop, silently=True).run()


def _await_turn(lock: Path, stop: threading.Event) -> IO[bytes] | None:
    """
    Wait until no other worker's companion has the job; None: the server has gone first.
    """
    while not stop.is_set():
        with contextlib.suppress(OSError):  # a read-only disk: nothing can be written there anyway
            held = locks.hold(lock)
            if held is not None:
                return held
        stop.wait(_LOOK)
    return None


def _await_end(stop: threading.Event) -> None:
    sys.stdin.read()
    stop.set()


if __name__ == "__main__":
    main()
