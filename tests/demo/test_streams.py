"""
The demo's streams in Chromium: what arrives, what happens when they break, and that they end.
"""

from __future__ import annotations

import re
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo.conftest import LiveBoard
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.node,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]

expect.set_options(timeout=20_000)

NOTIFICATIONS = "stream_notifications.<locals>.events"
CHART = "stream_measurements.<locals>.records"
LOG = "stream_log.<locals>.lines"
REPORT = "download_report.<locals>.pieces"
ANSWER = "ask"
MOMENTS = "moments.<locals>.<genexpr>"
"""Which the chart's generator goes through."""

WITHIN = 8.0
"""
Seconds that a generator may live on after its reader has left: Chromium keeps a few requests in a
thousand for up to five seconds if they were aborted in the instant that data arrived.
"""


@pytest.fixture
def page(live_browser: Browser, live_board: LiveBoard) -> Iterator[Page]:
    """
    The page of somebody who is logged in; an error in its scripts fails the test.
    """
    with live_browser.new_context(base_url=live_board.url) as context:
        credentials = {"handle": "ada", "password": "incident"}
        assert context.request.post("/api/login", data=credentials).ok
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        assert not errors
    live_board.wait_for_generators()


def visit(page: Page, path: str = "/live") -> None:
    """
    Open *path*, and wait until notifications arrive.
    """
    page.goto(path)
    expect(notifications(page).get_by_role("status")).to_have_text("Live")


def panel(page: Page, name: str) -> Locator:
    """
    The part of the page with this heading.
    """
    return page.get_by_role("region", name=name)


def notifications(page: Page) -> Locator:
    return panel(page, "Notifications")


def chart(page: Page) -> Locator:
    return panel(page, "Response times")


def log(page: Page) -> Locator:
    return panel(page, "Log of")


def report(page: Page) -> Locator:
    return panel(page, "Report of")


def assistant(page: Page) -> Locator:
    return panel(page, "Ask about")


def measured(page: Page) -> int:
    """
    How many measurements the chart's line goes through.
    """
    line = chart(page).locator("polyline")
    return len((line.get_attribute("points") or "").split()) if line.count() else 0


def wait_until_more(page: Page, count: int) -> int:
    """
    Wait until the chart's line goes through more than *count* measurements.
    """
    deadline = time.monotonic() + 20
    while (now := measured(page)) <= count:
        assert time.monotonic() < deadline
        page.wait_for_timeout(20)
    return now


def shown(page: Page) -> list[int]:
    """
    The numbers of the notifications on the page, from the top.
    """
    items = notifications(page).locator("[data-notification]")
    numbers: list[str] = items.evaluate_all("all => all.map((li) => li.dataset.notification)")
    return [int(number) for number in numbers]


def comment(page: Page, text: str) -> bool:
    """
    Say something about an incident, beside the page; False if the server couldn't be reached.
    """
    return page.request.post("/api/incidents/23/comments", data={"body": text}).ok


def say(page: Page, *texts: str) -> None:
    """
    Say these, one after another, as soon as the server can be reached.
    """
    deadline = time.monotonic() + 60
    for text in texts:
        while not comment(page, text):
            assert time.monotonic() < deadline
            page.wait_for_timeout(50)


def ask(page: Page, prompt: str) -> None:
    """
    Ask, and wait for the first words.
    """
    page.get_by_label("Question").fill(prompt)
    assistant(page).get_by_role("button", name="Ask", exact=True).click()
    expect(assistant(page)).to_contain_text("I found")


def open_all(page: Page) -> None:
    """
    Open all five streams, those that end by themselves as late as possible.
    """
    visit(page)
    expect(log(page)).to_contain_text("GET /")
    chart(page).get_by_label("Span").select_option("7 days")
    report(page).get_by_role("button", name="Download").click()
    ask(page, "Which incidents?")
    wait_until_more(page, 2)
    expect(report(page).get_by_role("progressbar")).to_be_visible()


def test_notifications_appear(page: Page, live_board: LiveBoard) -> None:
    """
    What somebody does is on everybody's page a moment later, and so are the board's numbers.
    """
    visit(page)
    before = shown(page)
    say(page, "Said while you were looking")

    newest = notifications(page).get_by_role("listitem").first
    expect(newest).to_contain_text("Said while you were looking")
    expect(newest).to_contain_text("Ada Winter commented on Card payments fail")
    assert shown(page) == [max(before) + 1, *before]

    numbers = page.get_by_role("main").locator(".top")
    expect(numbers).to_contain_text("1 of them critical")
    draft = {
        "title": "The live page is on fire",
        "summary": "It is all red, and nobody knows for how long already.",
        "severity": "critical",
        "service": "reports",
        "assignee": "ada",
    }
    answer = page.request.post("/api/incidents", data=draft)
    expect(numbers).to_contain_text("2 of them critical")
    expect(newest).to_contain_text("Ada Winter reported The live page is on fire")
    path = f"/api/incidents/{answer.json()['id']}/status"
    assert page.request.put(path, data={"status": "resolved"}).ok
    expect(numbers).to_contain_text("1 of them critical")
    expect(newest).to_contain_text("moved to resolved The live page is on fire")


def test_chart_draws_itself(page: Page) -> None:
    """
    The line grows while records arrive, until all are there.
    """
    visit(page)
    few = wait_until_more(page, 2)
    more = wait_until_more(page, few)
    assert 2 < few < more < 240
    expect(chart(page)).to_have_attribute("aria-busy", "true")

    expect(chart(page)).to_have_attribute("aria-busy", "false", timeout=60_000)
    assert measured(page) == 240
    expect(chart(page).get_by_role("img")).to_have_accessible_name(
        "Response times of Checkout, 240 measurements"
    )


def test_chart_of_another_service(page: Page, live_board: LiveBoard) -> None:
    """
    Another service has its own chart and log; the former's generators end.
    """
    visit(page)
    wait_until_more(page, 2)
    page.get_by_label("Service", exact=True).select_option("Gift cards")

    expect(chart(page)).to_contain_text("0.0 % of the requests failed")
    expect(log(page)).to_contain_text("gifts")
    expect(log(page)).not_to_contain_text("checkout")
    live_board.wait_for_generators(NOTIFICATIONS, CHART, MOMENTS, LOG)
    assert set(live_board.open().generators.values()) == {1}


def test_log_is_followed(page: Page, live_board: LiveBoard) -> None:
    """
    Lines arrive as they are written, until somebody has read enough, and again.
    """
    visit(page)
    lines = log(page).get_by_role("listitem")
    expect(lines).to_have_count(23)
    assert re.fullmatch(
        r"\d\d:\d\d:\d\d (INFO |ERROR) checkout  GET .+ ms", lines.last.inner_text()
    )

    log(page).get_by_role("button", name="Stop").click()
    expect(log(page).get_by_role("button", name="Follow")).to_be_visible()
    deadline = time.monotonic() + WITHIN
    while LOG in live_board.open().generators:
        assert time.monotonic() < deadline
    log(page).get_by_role("button", name="Follow").click()
    expect(lines).to_have_count(22)


def test_report_is_downloaded(page: Page, live_board: LiveBoard) -> None:
    """
    The file has its name and its bytes, and on the way one sees how far it has come.
    """
    visit(page)
    report(page).get_by_label("Language").select_option("Deutsch")
    bar = report(page).get_by_role("progressbar")
    with page.expect_download() as caught:
        report(page).get_by_role("button", name="Download").click()
        expect(bar).to_be_visible()
        seen = [0.0]
        # In one look: between two the bar may have gone.
        while now := bar.evaluate_all("(bars) => bars.map((bar) => [bar.value, bar.max])"):
            [(value, total)] = now
            if value > seen[-1]:
                seen.append(value)
            page.wait_for_timeout(50)

    file = caught.value
    content = Path(file.path()).read_bytes()
    assert re.fullmatch(r"Verfügbarkeit-\d{4}-\d\d-\d\d\.csv", file.suggested_filename)
    with urllib.request.urlopen(f"{live_board.api_url}/reports/de", timeout=60) as response:
        assert content == response.read()
    assert total == len(content)
    assert len(seen) > 3
    expect(report(page)).to_contain_text(f"Saved {file.suggested_filename}")


def test_download_is_cancelled(page: Page, live_board: LiveBoard) -> None:
    """
    A download that is cancelled ends, and leaves no error.
    """
    visit(page)
    report(page).get_by_role("button", name="Download").click()
    expect(report(page).get_by_role("progressbar")).to_be_visible()
    report(page).get_by_role("button", name="Cancel").click()

    expect(report(page).get_by_role("button", name="Download")).to_be_visible()
    expect(report(page).get_by_role("alert")).to_have_count(0)
    deadline = time.monotonic() + WITHIN
    while REPORT in live_board.open().generators:
        assert time.monotonic() < deadline


def test_answer_comes_word_by_word(page: Page) -> None:
    """
    A POST answers with tokens, which are put together, and then with what it was about.
    """
    visit(page)
    ask(page, "Will the newsletter arrive?")
    answer = assistant(page).locator(".answer")
    lengths = {len(answer.inner_text())}
    link = assistant(page).get_by_role("link", name="Password links arrive after more than an hour")
    while not link.count():
        lengths.add(len(answer.inner_text()))
        page.wait_for_timeout(30)

    assert len(lengths) > 3
    expect(answer).to_have_text(
        "I found 1 open incident. “Password links arrive after more than an hour” is a major one "
        "in Mail: the team is watching whether the repair holds, and Greta Lind works on it."
    )
    link.click()
    expect(page).to_have_url(re.compile(r"/incidents/\d+$"))


def test_reload_while_all_are_open(page: Page, live_board: LiveBoard) -> None:
    """
    A save restarts the back end. Notifications go on by themselves, each once and in order; the
    chart, the log and the answer say that they broke, and begin again when asked; the download,
    whose length was announced, comes to its end first.
    """
    open_all(page)
    before = shown(page)
    say(page, *(f"before {number}" for number in range(3)))
    with page.expect_download() as caught:
        live_board.reload()
        say(page, *(f"after {number}" for number in range(5)))
    assert re.fullmatch(r"availability-\d{4}-\d\d-\d\d\.csv", caught.value.suggested_filename)
    expect(chart(page).get_by_role("alert")).to_contain_text("The chart broke off.")
    expect(log(page).get_by_role("alert")).to_contain_text("The log broke off.")
    expect(assistant(page).get_by_role("alert")).to_contain_text("The answer broke off.")

    expect(notifications(page)).to_contain_text("after 4")
    expect(notifications(page).get_by_role("status")).to_have_text("Live")
    new = range(max(before) + 8, max(before), -1)
    assert shown(page) == [*new, *before]

    begin_again(page)


def test_crash_while_all_are_open(page: Page, live_board: LiveBoard) -> None:
    """
    The same after a crash, in which the download breaks too.
    """
    open_all(page)
    before = shown(page)
    say(page, "before the crash")
    expect(notifications(page)).to_contain_text("before the crash")
    live_board.kill()
    try:
        expect(report(page).get_by_role("alert")).to_contain_text("The download broke off.")
        expect(notifications(page).get_by_role("status")).to_have_text("Connecting again …")
    finally:
        live_board.start()
    say(page, "after the crash", "and after that")

    expect(notifications(page)).to_contain_text("and after that")
    assert shown(page) == [*range(max(before) + 3, max(before), -1), *before]
    begin_again(page)
    with page.expect_download():
        report(page).get_by_role("button", name="Download it again").click()


def begin_again(page: Page) -> None:
    """
    Take up what each stream that broke offers.
    """
    chart(page).get_by_role("button", name="Draw it again").click()
    log(page).get_by_role("button", name="Follow it again").click()
    assistant(page).get_by_role("button", name="Ask again").click()
    expect(assistant(page)).to_contain_text("nobody works on it yet.")
    expect(log(page)).to_contain_text("GET /")
    wait_until_more(page, 2)
    for part in (chart, log, assistant):
        expect(part(page).get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("leave", ["link", "tab"])
def test_leaving_ends_all_generators(page: Page, live_board: LiveBoard, leave: str) -> None:
    """
    Following a link, by which components are destroyed, and closing the tab.
    """
    open_all(page)
    live_board.wait_for_generators(NOTIFICATIONS, CHART, MOMENTS, LOG, REPORT, ANSWER)
    if leave == "link":
        page.get_by_role("link", name="Board", exact=True).click()
        expect(page.get_by_role("searchbox")).to_be_visible()
    else:
        page.close()
    live_board.wait_for_generators(seconds=WITHIN)


def test_narrow_screen(live_browser: Browser, live_board: LiveBoard) -> None:
    """
    On a phone nothing is wider than the screen.
    """
    size = {"width": 360, "height": 740}
    with live_browser.new_context(base_url=live_board.url, viewport=size) as context:
        page = context.new_page()
        visit(page)
        expect(log(page)).to_contain_text("GET /")
        ask(page, "Which incidents?")

        assert page.evaluate("document.documentElement.scrollWidth") <= 360
