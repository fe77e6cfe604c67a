"""
What a call of ours can know of where it stands: the file that it is in, and whether we are on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

SWITCH = "FLUIDKIT_ENABLED"

_recording: ContextVar[bool] = ContextVar("_recording", default=False)


def is_enabled() -> bool:
    """
    Whether `FLUIDKIT_ENABLED` leaves us on; where it says nothing, we are off under pytest.
    """
    match os.environ.get(SWITCH, "").strip().lower():
        case "":
            return "pytest" not in sys.modules
        case value:
            return value not in {"0", "false", "no", "off"}


def is_recording() -> bool:
    """
    Whether the command line imports the app: then calls are remembered, and nothing is said.
    """
    return _recording.get()


@contextmanager
def recording() -> Iterator[None]:
    """
    Have calls only remembered, whatever the switch says: for the command line.
    """
    token = _recording.set(True)
    try:
        yield
    finally:
        _recording.reset(token)


def caller() -> tuple[Path, int]:
    """
    Return file and line of the nearest caller outside of this package.
    """
    frame = sys._getframe()
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == __package__:
        frame = frame.f_back
    file = Path(frame.f_code.co_filename)
    # `python -c`, a notebook: there the current directory is all that is known.
    return (file if file.is_file() else Path.cwd() / "__main__.py"), frame.f_lineno
