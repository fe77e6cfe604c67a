"""
Streams that are opened and closed in one page, and what is left of them: nothing.

`STREAMS` says how many of each kind; `make leaks` opens a thousand.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from demo.conftest import LiveBoard
from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.node,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]

COUNT = int(os.environ.get("STREAMS") or 50)
AT_ONCE = 5
WARM_UP = 10
"""Streams of each kind before anything is counted: engines keep code, and servers connections."""

GROWTH = 2_000_000
"""Bytes that the heap may grow by, however many streams there were: 400 each, of a thousand."""

HERE = Path(__file__).parent


@pytest.fixture
def page(live_browser: Browser, live_board: LiveBoard) -> Iterator[Page]:
    """
    A page of the demo without streams of its own, whose timers and listeners are counted.
    """
    with live_browser.new_context(base_url=live_board.url) as context:
        page = context.new_page()
        page.add_init_script(path=HERE / "counting.js")
        page.goto("/login", wait_until="networkidle", timeout=60_000)
        yield page


def open_and_close(page: Page, count: int) -> Mapping[str, int]:
    """
    Open and close so many streams of each kind, and return the milliseconds that each kind took.
    """
    script = (HERE / "opening.js").read_text(encoding="utf-8")
    took: Mapping[str, int] = page.evaluate(script, {"count": count, "atOnce": AT_ONCE})
    return took


def counted(page: Page) -> Mapping[str, int]:
    """
    Count the page's timers and listeners.
    """
    found: Mapping[str, int] = page.evaluate("counted()")
    return found


def heap(page: Page) -> int:
    """
    Return how many bytes the page's scripts hold, all garbage collected.
    """
    session = page.context.new_cdp_session(page)
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    size: int = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return size


def wait_until_idle(board: LiveBoard) -> float:
    """
    Wait until the back end has neither generators nor connections, and return how long that took.

    Connections that are kept alive go after five seconds, as do the requests that Chromium keeps
    although they are aborted.
    """
    started = time.monotonic()
    while (found := board.open()).generators or found.connections:
        passed = time.monotonic() - started
        assert passed < 60, f"{found} after {passed:.0f} s"
        time.sleep(0.1)
    return time.monotonic() - started


def test_nothing_is_left(page: Page, live_board: LiveBoard, capsys: pytest.CaptureFixture) -> None:
    """
    No generator, connection, socket, timer or listener, and no memory.
    """
    open_and_close(page, WARM_UP)
    wait_until_idle(live_board)
    sockets, kept, size = live_board.open().sockets, counted(page), heap(page)

    took = open_and_close(page, COUNT)
    garbage = live_board.open().suspended
    ended = live_board.wait_for_generators()
    idle = wait_until_idle(live_board)
    grown = heap(page) - size

    with capsys.disabled():
        print(f"\n{COUNT} streams of each kind, in ms: {dict(took)}")
        print(f"generators gone after {ended:.2f} s, connections after {ended + idle:.1f} s")
        print(f"generators at the end, garbage included: {garbage}")
        print(f"timers, listeners: {dict(kept)}, then {counted(page)}")
        print(f"sockets: {sockets}, then {live_board.open().sockets}; heap: {grown / 1e3:+.0f} kB")
    assert counted(page) == kept
    assert live_board.open().sockets == sockets
    assert grown < GROWTH
