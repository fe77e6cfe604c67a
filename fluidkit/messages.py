"""
What FluidKit says while a server runs, through the logger "fluidkit.messages".

uvicorn's default set-up shows its own loggers only: there our logger gets one handler of its own,
in uvicorn's layout. Where the user's logging shows INFO already, or says something about the logger
"fluidkit", nothing is touched.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from . import difference
from .errors import Diagnostic
from .layout import NoFrontend

if TYPE_CHECKING:
    from .pipeline import Outcome

_LINES = 5
"""How many warnings are shown before the rest is only counted."""


def info(text: str) -> None:
    """
    Tell how things are.
    """
    _logger().info(text)


def warning(text: str) -> None:
    """
    Tell what the user should look at.
    """
    _logger().warning(text)


def show(outcome: Outcome | NoFrontend, seconds: float, before: Sequence[str] = ()) -> None:
    """
    Tell what became of a generation that took *seconds*; the one *before* has warned already.
    """
    info(changed(outcome, seconds) or counts(outcome, seconds))
    for text in news([*warnings(outcome)], before):
        warning(text)


def changed(outcome: Outcome | NoFrontend, seconds: float) -> str:
    """
    Return what changed in the API, with the time of day; "" for a first client, or no change.
    """
    if isinstance(outcome, NoFrontend):
        return ""
    text = difference.describe(outcome.changes)
    return f"{time.strftime('%H:%M:%S')} {text}  ({seconds * 1000:.0f} ms)" if text else ""


def counts(outcome: Outcome | NoFrontend, seconds: float) -> str:
    """
    Return how much there is, and where.
    """
    if isinstance(outcome, NoFrontend):
        return no_frontend(outcome)
    files = _files(outcome) or "up to date"
    return f"{_counts(outcome)} → {outcome.output} ({files}, {seconds:.2f} s)"


def warnings(outcome: Outcome | NoFrontend) -> Iterator[str]:
    """
    Yield what the user should look at.
    """
    if isinstance(outcome, NoFrontend):
        return
    yield from remarks(outcome)
    yield from (diagnostic(each) for each in outcome.diagnostics if each.level != "note")


def news(texts: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    """
    Yield the few of *texts* that are worth a line: those that nobody was told *before*.

    The number of a line is none of it: an edit above a route is no news of that route.
    """
    known = {_without_line(text) for text in before}
    fresh = [text for text in texts if _without_line(text) not in known]
    yield from fresh[:_LINES]
    if len(fresh) > _LINES:
        yield f"… and {len(fresh) - _LINES} more: run `fluidkit check` to see all"


def summary(outcome: Outcome, seconds: float) -> str:
    """
    Return one line such as "42 functions, 31 types, 3 files changed in 0.12 s".
    """
    return f"{_counts(outcome)}, {_files(outcome) or 'nothing changed'} in {seconds:.2f} s"


def no_frontend(outcome: NoFrontend) -> str:
    """
    Say that there is nothing to write to.
    """
    return (
        f"No SvelteKit app in {outcome.searched!r}, so no client is written"
        f" (`output=` writes one anywhere){outcome.hint}"
    )


def remarks(outcome: Outcome) -> Iterator[str]:
    """
    Yield what is to be said of files that were in the way, or were edited.
    """
    changes = outcome.changes
    if changes.foreign:
        yield f"Not ours, so left as they are: {_listed(changes.foreign)} (move or rename them)"
    if changes.edited:
        yield f"Rewritten, though somebody had edited them: {_listed(changes.edited)}"
    if changes.kept:
        yield f"Not needed any more, but edited, so left: {_listed(changes.kept)} (delete them)"


def diagnostic(found: Diagnostic) -> str:
    """
    Return *found* as one line.
    """
    where = f" ({found.where})" if found.where and found.route else found.where
    todo = f": {found.todo}" if found.todo else ""
    return f"{found.route}{where}: {found.what}{todo}".removeprefix(": ")


def counted(number: int, noun: str) -> str:
    """
    Return "1 file" or "3 files".
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _counts(outcome: Outcome) -> str:
    return f"{counted(outcome.functions, 'function')}, {counted(outcome.types, 'type')}"


def _files(outcome: Outcome) -> str:
    number = len(outcome.changes.files)
    return f"{counted(number, 'file')} changed" if number else ""


def _listed(paths: Sequence[str]) -> str:
    shown = ", ".join(paths[:_LINES])
    return f"{shown} and {len(paths) - _LINES} more" if len(paths) > _LINES else shown


def _without_line(text: str) -> str:
    return re.sub(r"(?<=\.py):\d+", "", text)


# --- The logger -------------------------------------------------------------------------------


def _logger() -> logging.Logger:
    # Asked for anew each time: who configures logging after our import would disable it else.
    # Not "fluidkit" itself: below it are the users' own modules that stand beside pages.
    logger, theirs = logging.getLogger(__name__), logging.getLogger(__package__)
    configured = any(each.level != logging.NOTSET or each.handlers for each in (logger, theirs))
    if not configured and not _shows_info(logger):
        logger.setLevel(logging.INFO)
        if not _shows_info(logger):
            logger.addHandler(_handler())
    return logger


def _shows_info(logger: logging.Logger) -> bool:
    if not logger.isEnabledFor(logging.INFO):
        return False
    at: logging.Logger | None = logger
    while at is not None:
        if any(handler.level <= logging.INFO for handler in at.handlers):
            return True
        at = at.parent if at.propagate else None
    return False


def _handler() -> logging.Handler:
    handler = logging.StreamHandler()
    handler.setFormatter(_Formatter(colored=_is_colored()))
    return handler


def _is_colored() -> bool:
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ


class _Formatter(logging.Formatter):
    """
    "fluidkit  text", as wide as uvicorn's "INFO:     text".
    """

    def __init__(self, *, colored: bool) -> None:
        super().__init__()
        self._colored = colored

    def format(self, record: logging.LogRecord) -> str:
        name = "fluidkit"
        if self._colored:
            color = 33 if record.levelno >= logging.WARNING else 36
            name = f"\033[{color}m{name}\033[0m"
        level = "warning: " if record.levelno >= logging.WARNING else ""
        return f"{name}  {level}{super().format(record)}"
