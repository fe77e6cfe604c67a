"""
The loop beside a server that nothing restarts: `python -m fluidkit.companion JOB`.

It ends when its standard input does, that is with the server.
"""

from __future__ import annotations

import json
import sys
import threading

from . import messages
from .warm import Job
from .watching import Loop, Say

_NOTICE = (
    "The client is current; the server itself still runs the old code (restart it, or start it"
    " with --reload)"
)


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

    Loop(Job(**job), Say(info=info, warning=messages.warning), stop, silently=True).run()


def _await_end(stop: threading.Event) -> None:
    sys.stdin.read()
    stop.set()


if __name__ == "__main__":
    main()
