"""
The demo's pages in Chromium, built and served as in production.
"""

from __future__ import annotations

import urllib.error
from collections.abc import Iterator

import pytest
from demo.running import chromium, read
from playwright.sync_api import Browser, Page, expect
from production.serving import Site

pytestmark = [
    pytest.mark.browser,
    pytest.mark.node,
    pytest.mark.slow,
    pytest.mark.xdist_group("production"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """
    Chromium, no longer than a module: while Playwright runs, no other test can start an event loop.
    """
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """
    A page of a visitor who has not been here before; an error in its scripts fails the test.
    """
    with browser.new_context(base_url=site.url) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        assert not errors


def calls(page: Page) -> list[str]:
    """
    Return what the page asks the API or the pages' server for, from now on.
    """
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    return urls


def log_in(page: Page) -> None:
    """
    Log in through the form that is open.
    """
    page.get_by_label("Name").fill("ada")
    page.get_by_label("Password").fill("incident")
    page.get_by_role("main").get_by_role("button", name="Log in").click()


def test_universal_load_asks_once(page: Page) -> None:
    """
    On the server; in the browser only where one goes on from there, and then the API itself.
    """
    asked = calls(page)
    page.goto("/", wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert [url for url in asked if "/api/" in url] == []
    page.get_by_role("link", name="Older").click()
    expect(page.get_by_text("Page 2 of 3")).to_be_visible()
    assert [url for url in asked if "/api/incidents?" in url]


def test_server_load_asks_on_the_server_alone(page: Page, site: Site) -> None:
    """
    In the HTML, and as data when one comes from another page.
    """
    assert "Ada Winter" in read(f"{site.url}/oncall")
    page.goto("/", wait_until="networkidle")
    asked = calls(page)
    page.get_by_role("link", name="On call").click()
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(6)
    assert [url for url in asked if "/oncall" in url and "__data.json" in url]
    assert [url for url in asked if "/api/oncall" in url] == []


def test_a_protected_page(page: Page) -> None:
    """
    Sends a visitor to log in, then back; the cookie goes through the proxy and into rendering.
    """
    page.goto("/mine", wait_until="networkidle")
    expect(page).to_have_url(f"{page.url.partition('/login')[0]}/login?next=/mine")
    log_in(page)
    expect(page.get_by_role("heading", name="My incidents")).to_be_visible()
    [cookie] = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Lax")
    answer = page.goto("/mine")
    assert answer is not None
    assert "that Ada Winter works on" in answer.text()


def test_what_happens_is_told_at_once(page: Page) -> None:
    """
    Over server-sent events: what one visitor writes, another one reads.
    """
    page.goto("/login?next=/live", wait_until="networkidle")
    log_in(page)
    expect(page.get_by_role("heading", name="Right now")).to_be_visible()
    # As the page itself would, with its cookie, from its own site.
    done = page.evaluate(
        """() => fetch('/api/incidents/2/comments', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ body: 'Seen in production' })
        }).then((response) => response.status)"""
    )
    assert done == 201
    expect(page.get_by_text("Seen in production")).to_be_visible()


def test_an_error_of_the_api_is_the_pages(site: Site) -> None:
    """
    With its status.
    """
    with pytest.raises(urllib.error.HTTPError, match="404"):
        read(f"{site.url}/incidents/999")
