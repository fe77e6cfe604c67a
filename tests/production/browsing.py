"""
Somebody who has the demo's live page open in Chromium for as long as it takes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from demo.running import chromium
from playwright.sync_api import CDPSession, Page, expect

# Runs before the page's own scripts. After each change it looks at the notifications that are
# shown, the newest first, and writes down which have come since it last looked.
LOOKING = """
globalThis.seen = [];
globalThis.interruptions = 0;
let status = '';
new MutationObserver(() => {
	const now = document.querySelector('#notifications + [role=status]')?.textContent ?? '';
	if (now !== status && now === 'Connecting again …') interruptions++;
	status = now;
	const items = [...document.querySelectorAll('[data-notification]')].reverse();
	const shown = items.map((item) => Number(item.dataset.notification));
	seen.push(...shown.slice(shown.indexOf(seen.at(-1)) + 1));
}).observe(document, { childList: true, subtree: true, characterData: true });
"""


@dataclass(frozen=True)
class Weight:
    """
    What a page holds, all garbage collected.
    """

    heap: float
    """In MB."""
    nodes: int
    listeners: int


@dataclass(frozen=True)
class Visitor:
    """
    The page, and what went wrong in its scripts.
    """

    page: Page
    errors: list[str]
    _session: CDPSession

    def seen(self) -> list[int]:
        """
        Return the numbers of the notifications, in the order in which the page has shown them.
        """
        numbers: list[int] = self.page.evaluate("seen")
        return numbers

    def interruptions(self) -> int:
        """
        Return how often the page has said that it connects again.
        """
        count: int = self.page.evaluate("interruptions")
        return count

    def wait_until_seen(self, number: int, seconds: float = 60) -> None:
        """
        Wait until the page shows this notification.
        """
        deadline = time.monotonic() + seconds
        while number not in (seen := self.seen()):
            assert time.monotonic() < deadline, f"{number} is not in {seen[-5:]}"
            self.page.wait_for_timeout(200)

    def weigh(self) -> Weight:
        """
        Measure what the page holds now.
        """
        for _ in range(2):
            self._session.send("HeapProfiler.collectGarbage")
        heap = self._session.send("Runtime.getHeapUsage")["usedSize"] / 2**20
        counters = self._session.send("Memory.getDOMCounters")
        return Weight(heap, counters["nodes"], counters["jsEventListeners"])


@contextmanager
def visiting(url: str) -> Iterator[Visitor]:
    """
    Open the live page of the demo at *url*, and wait until notifications arrive.
    """
    with chromium() as browser, browser.new_context(base_url=url) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(LOOKING)
        page.goto("/live", timeout=60_000)
        status = page.get_by_role("region", name="Notifications").get_by_role("status")
        expect(status).to_have_text("Live", timeout=60_000)
        yield Visitor(page, errors, context.new_cdp_session(page))
