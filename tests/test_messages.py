"""
What FluidKit says while a server runs.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from fluidkit import messages
from fluidkit.errors import Diagnostic
from fluidkit.layout import NoFrontend
from fluidkit.output import Change, Changes
from fluidkit.pipeline import Outcome

LOGGER = logging.getLogger("fluidkit.messages")
THEIRS = logging.getLogger("fluidkit")


@pytest.fixture(autouse=True)
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """
    Logging as uvicorn leaves it, with a root logger that does not have pytest's handlers.
    """
    root = logging.RootLogger(logging.WARNING)
    monkeypatch.setattr(THEIRS, "parent", root)
    _forget()  # another test may have had something to say
    yield root
    _forget()


def _forget() -> None:
    for logger in (LOGGER, THEIRS):
        logger.handlers.clear()
        logger.setLevel(logging.NOTSET)


def outcome(
    *paths: str,
    foreign: tuple[str, ...] = (),
    edited: tuple[str, ...] = (),
    diagnostics: tuple[Diagnostic, ...] = (),
) -> Outcome:
    changes = tuple(Change(path=path, kind="create", after=b"") for path in paths)
    return Outcome(
        output="web/src/lib/api",
        functions=42,
        types=1,
        changes=Changes(
            root=Path("/repo"), folder="web", changes=changes, foreign=foreign, edited=edited
        ),
        diagnostics=diagnostics,
    )


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_one_line_in_uvicorns_layout(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Counts, place, files and time, on the column where uvicorn's text begins.
    """
    messages.show(outcome("a", "b", "c.d.ts.map"), 0.123)
    (line,) = said(capsys)
    assert line == "fluidkit  42 functions, 1 type → web/src/lib/api (2 files changed, 0.12 s)"
    assert line.index("42") == len("INFO:     ")


def test_a_run_that_changes_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The user sees that it ran.
    """
    messages.show(outcome(), 0.5)
    assert said(capsys) == ["fluidkit  42 functions, 1 type → web/src/lib/api (up to date, 0.50 s)"]


def test_no_front_end_is_no_warning(capsys: pytest.CaptureFixture[str]) -> None:
    """
    As in a backend-only image.
    """
    messages.show(NoFrontend("shop"), 0.1)
    assert said(capsys) == [
        (
            "fluidkit  No SvelteKit app in 'shop', so no client is written"
            " (`output=` writes one anywhere)"
        )
    ]


def test_files_in_the_way_are_one_warning(capsys: pytest.CaptureFixture[str]) -> None:
    """
    However many they are.
    """
    messages.show(outcome(foreign=("a", "b"), edited=tuple("cdefgh")), 0.1)
    assert said(capsys)[1:] == [
        "fluidkit  warning: Not ours, so left as they are: a, b (move or rename them)",
        "fluidkit  warning: Rewritten, though somebody had edited them: c, d, e, f, g and 1 more",
    ]


def test_diagnostics_are_a_handful(capsys: pytest.CaptureFixture[str]) -> None:
    """
    Each with route, place and what to do; notes are left to the command line.
    """
    found = [
        Diagnostic(route=f"GET /{n}", where=f"a.py:{n}", what="is odd", todo="mend it")
        for n in range(7)
    ]
    note = Diagnostic(route="GET /n", where="", what="is fine", todo="", level="note")
    messages.show(outcome(diagnostics=(note, *found)), 0.1)
    lines = said(capsys)[1:]
    assert lines[0] == "fluidkit  warning: GET /0 (a.py:0): is odd: mend it"
    assert len(lines) == 6
    assert lines[-1] == "fluidkit  warning: … and 2 more: run `fluidkit check` to see all"


def test_what_was_told_before_is_no_news() -> None:
    """
    Whatever line it stands in by now; what is new is never behind "… and 2 more".
    """
    before = [f"GET /{n} (a.py:{n}): is odd" for n in range(9)]
    moved = [f"GET /{n} (a.py:{n + 1}): is odd" for n in range(9)]
    assert [*messages.news([*moved, "GET /new (a.py:99): is odd"], before)] == [
        "GET /new (a.py:99): is odd"
    ]


def test_the_handler_is_attached_once(capsys: pytest.CaptureFixture[str]) -> None:
    """
    No line is shown twice.
    """
    messages.info("one")
    messages.info("two")
    assert said(capsys) == ["fluidkit  one", "fluidkit  two"]


@pytest.mark.parametrize("level", [logging.INFO, logging.WARNING])
def test_the_users_logging_is_used(
    capsys: pytest.CaptureFixture[str], root: logging.Logger, level: int
) -> None:
    """
    With `logging.basicConfig()` our lines are shown once, in the user's format.
    """
    stream = io.StringIO()
    root.addHandler(logging.StreamHandler(stream))
    root.setLevel(level)
    messages.info("hello")
    assert stream.getvalue() == "hello\n"
    assert said(capsys) == []


def test_a_user_who_silences_us_is_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    """
    A level that is set on our logger stays.
    """
    THEIRS.setLevel(logging.ERROR)
    messages.info("hello")
    messages.warning("hello")
    assert said(capsys) == []


def test_loggers_of_modules_beside_pages_are_the_users() -> None:
    """
    They are below "fluidkit", too, and stay at what the root logger says.
    """
    messages.info("hello")
    logger = logging.getLogger("fluidkit.src.routes.news.news_api")
    assert logger.getEffectiveLevel() == logging.WARNING
    assert not THEIRS.handlers


def test_a_handler_for_errors_only_does_not_hide_us(
    capsys: pytest.CaptureFixture[str], root: logging.Logger
) -> None:
    """
    Error trackers attach such a handler to the root logger.
    """
    handler = logging.StreamHandler(io.StringIO())
    handler.setLevel(logging.ERROR)
    root.addHandler(handler)
    messages.info("hello")
    assert said(capsys) == ["fluidkit  hello"]


def test_counts_of_one() -> None:
    """
    "1 file", not "1 files".
    """
    assert messages.counted(1, "file") == "1 file"
    assert messages.summary(outcome("a"), 1) == "42 functions, 1 type, 1 file changed in 1.00 s"
