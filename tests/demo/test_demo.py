"""
The demo in Chromium, as people use it.
"""

from __future__ import annotations

import re
import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo.running import Board, chromium, copy_demo, read, running_board
from playwright.sync_api import Browser, Page, Response, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.node,
    pytest.mark.slow,
    pytest.mark.xdist_group("demo"),
]

expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """
    The demo, running, and shared by the tests below.
    """
    with running_board(copy_demo(tmp_path_factory.mktemp("demo"))) as board:
        yield board


@pytest.fixture(scope="module")
def browser(board: Board) -> Iterator[Browser]:
    """
    Chromium, after a first visit: Vite prepares its modules on that.
    """
    with chromium() as browser:
        page = browser.new_page()
        for path in ("/", "/login", "/incidents/1"):
            page.goto(board.url + path, wait_until="networkidle", timeout=60_000)
        page.close()
        yield browser


@pytest.fixture
def page(browser: Browser, board: Board) -> Iterator[Page]:
    """
    A page of a visitor who has not been here before; an error in its scripts fails the test.
    """
    with browser.new_context(base_url=board.url) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield page
        assert not errors


def visit(page: Page, path: str) -> Response:
    """
    Open *path*, and wait until its scripts have taken over.
    """
    response = page.goto(path, wait_until="networkidle")
    assert response is not None
    return response


def log_in(page: Page, handle: str = "ada") -> None:
    """
    Log in through the form.
    """
    visit(page, "/login")
    page.get_by_label("Name").fill(handle)
    page.get_by_label("Password").fill("incident")
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def test_board_without_javascript(board: Board) -> None:
    """
    The board is in the HTML that the server sends.
    """
    html = read(board.url)

    assert "7 open incidents" in html
    assert "Card payments fail for about one customer in five" in html
    assert "Page 1 of 3" in html


def test_data_come_with_the_page(page: Page) -> None:
    """
    What the server has read for a universal `load` is not fetched again by the browser.
    """
    calls: list[str] = []
    page.on("request", lambda request: calls.append(request.url))
    visit(page, "/")

    assert [url for url in calls if "/api/" in url and "/src/" not in url] == []


def test_board_filters_on_the_server(board: Board) -> None:
    """
    A list, an optional and a text parameter reach FastAPI during server-side rendering.
    """
    html = read(f"{board.url}/?severity=minor&severity=critical&service=checkout&q=card")

    assert "Card payments fail" in html
    assert "A discount code can be used twice" not in html
    assert "Search suggestions are empty" not in html


def test_board_filters_in_the_browser(page: Page) -> None:
    """
    Typing into the search field narrows the board, and the address says how.
    """
    visit(page, "/")
    page.get_by_role("searchbox").fill("parcels")

    expect(page.get_by_role("article")).to_have_count(1)
    assert "q=parcels" in page.url


def test_next_page(page: Page) -> None:
    """
    `Page[IncidentSummary]` turns its pages.
    """
    visit(page, "/")
    page.get_by_role("link", name="Older").click()

    expect(page.get_by_text("Page 2 of 3")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(7 + 6)


def test_python_beside_its_page(page: Page) -> None:
    """
    Who is on call comes from `oncall.api.py`, which nobody has registered.
    """
    visit(page, "/")
    page.get_by_role("link", name="On call").click()

    expect(page.get_by_role("heading", name="On call")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("listitem")).to_have_count(6)


def test_missing_incident(page: Page) -> None:
    """
    A typed 404 becomes SvelteKit's own error page, with FastAPI's status and sentence.
    """
    response = visit(page, "/incidents/999")

    assert response.status == 404
    expect(page.get_by_role("heading", name="There is no incident 999.")).to_be_visible()


def test_missing_incident_without_javascript(board: Board) -> None:
    """
    The same holds for the HTML that the server sends.
    """
    with pytest.raises(urllib.error.HTTPError) as caught:
        read(f"{board.url}/incidents/999")

    with caught.value as answer:
        assert answer.code == 404
        assert "There is no incident 999." in answer.read().decode()


def test_protected_page(page: Page) -> None:
    """
    Somebody who is not logged in is sent to the log-in, and from there back.
    """
    visit(page, "/mine")
    expect(page).to_have_url(re.compile(r"/login\?next=/mine$"))

    page.get_by_role("button", name="Ada Winter").click()
    page.get_by_role("main").get_by_role("button", name="Log in").click()

    expect(page.get_by_role("heading", name="My incidents")).to_be_visible()
    expect(page.get_by_text("that Ada Winter works on")).to_be_visible()


def test_protected_page_on_the_server(page: Page) -> None:
    """
    The session cookie reaches FastAPI during server-side rendering.
    """
    log_in(page)
    html = page.request.get("/mine").text()

    assert "that Ada Winter works on" in html


def test_two_visitors_on_the_server(page: Page, browser: Browser, board: Board) -> None:
    """
    One visitor's session never serves another.
    """
    log_in(page, "ada")
    with browser.new_context(base_url=board.url) as context:
        other = context.new_page()
        log_in(other, "ben")

        assert "that Ben Okafor works on" in other.request.get("/mine").text()
        assert "that Ada Winter works on" in page.request.get("/mine").text()


def test_wrong_password(page: Page) -> None:
    """
    A typed 401 is shown in the form.
    """
    visit(page, "/login")
    page.get_by_label("Name").fill("ada")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("main").get_by_role("button", name="Log in").click()

    expect(page.get_by_role("alert")).to_have_text(
        "This name and this password don't belong together."
    )


def test_log_out(page: Page) -> None:
    """
    An empty answer ends the session.
    """
    log_in(page)
    page.get_by_role("button", name="Log out").click()

    expect(page.get_by_role("link", name="Log in")).to_be_visible()
    assert page.context.cookies() == []


def test_validation_beside_the_field(page: Page) -> None:
    """
    Each message of a 422 stands beside the field that caused it, and is announced with it.
    """
    log_in(page)
    visit(page, "/incidents/new")
    page.get_by_label("Title").fill("Short")
    page.get_by_label("Summary").fill("Long enough to be a summary of what is broken.")
    page.get_by_role("button", name="Report it").click()

    title = page.get_by_label("Title")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description("String should have at least 8 characters")
    expect(page.get_by_label("Summary")).to_have_attribute("aria-invalid", "false")


def test_validation_of_the_whole(page: Page) -> None:
    """
    What is wrong with the body as a whole stands above the form.
    """
    log_in(page)
    visit(page, "/incidents/new")
    page.get_by_label("Title").fill("Everything is down")
    page.get_by_label("Summary").fill("Long enough to be a summary of what is broken.")
    page.get_by_text("Critical", exact=True).click()
    page.get_by_label("Service").select_option("Mail")
    page.get_by_role("button", name="Report it").click()

    expect(page.get_by_role("alert")).to_have_text(
        "A critical incident needs somebody to work on it."
    )


def test_life_of_an_incident(page: Page) -> None:
    """
    Somebody reports an incident, comments it, adds a file, hands it over and resolves it.
    """
    log_in(page)
    visit(page, "/incidents/new")
    page.get_by_label("Title").fill("Gift cards lose their last cent")
    page.get_by_label("Summary").fill("A card of 20.00 shows 19.99 after it was bought.")
    page.get_by_text("Major", exact=True).click()
    page.get_by_label("Service").select_option("Gift cards")
    page.get_by_role("button", name="Report it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gift cards lose their last cent")

    page.get_by_label("Comment").fill("Rounding, I suppose.")
    page.get_by_role("button", name="Say it").click()
    timeline = page.get_by_role("region", name="Timeline")
    expect(timeline).to_contain_text("Rounding, I suppose.")

    page.get_by_label("Works on it").select_option("Carla Reyes")
    expect(page.get_by_role("complementary").get_by_title("Carla Reyes")).to_be_visible()

    page.get_by_label("Note").fill("It was rounding.")
    page.get_by_role("button", name="Resolve").click()
    expect(timeline).to_contain_text("moved it from investigating to resolved")
    expect(timeline).to_contain_text("It was rounding.")


def test_upload_and_download(page: Page, tmp_path: Path) -> None:
    """
    A file goes up with its caption, and comes down with its name and its bytes.
    """
    content = bytes(range(256)) * 40
    file = tmp_path / "graph – ü.bin"
    file.write_bytes(content)
    log_in(page)
    visit(page, "/incidents/21")

    page.get_by_label("File").set_input_files(file)
    page.get_by_label("Caption").fill("Queue length since noon")
    page.get_by_role("button", name="Upload").click()

    files = page.get_by_role("complementary").get_by_role("listitem")
    expect(files.filter(has_text=file.name)).to_contain_text("Queue length since noon")
    with page.expect_download() as caught:
        files.get_by_role("link", name=file.name).click()
    assert caught.value.suggested_filename == file.name
    assert caught.value.path().read_bytes() == content


def test_upload_that_is_too_large(page: Page, tmp_path: Path) -> None:
    """
    A typed 413 says what the limit is.
    """
    file = tmp_path / "core.dump"
    file.write_bytes(bytes(3_000_000))
    log_in(page)
    visit(page, "/incidents/21")

    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Upload").click()

    expect(page.get_by_role("alert")).to_have_text("The file has 3.0 MB, and 2.1 MB is the limit.")


def test_conflict(page: Page, browser: Browser, board: Board) -> None:
    """
    A typed 409 tells what somebody else has made of the incident meanwhile.
    """
    log_in(page)
    visit(page, "/incidents/19")
    with browser.new_context(base_url=board.url) as context:
        other = context.new_page()
        log_in(other, "emi")
        visit(other, "/incidents/19")
        other.get_by_role("button", name="Monitoring").click()
        expect(other.get_by_role("region", name="Timeline")).to_contain_text("to monitoring")

    page.get_by_role("button", name="Monitoring").click()

    expect(page.get_by_role("alert")).to_have_text("It is “monitoring” by now.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/incidents/23", "/login", "/incidents/999"])
def test_narrow_screen(browser: Browser, board: Board, path: str, scheme: str) -> None:
    """
    On a phone nothing is wider than the screen.
    """
    size = {"width": 360, "height": 740}
    with browser.new_context(base_url=board.url, viewport=size, color_scheme=scheme) as context:
        page = context.new_page()
        visit(page, path)

        assert page.evaluate("document.documentElement.scrollWidth") <= 360
