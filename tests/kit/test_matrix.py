"""
Where it is called, times what is called: each cell by itself, between real servers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from live.loops import wait_until

from kit.sites import NAME, PLACES, Site

pytestmark = [pytest.mark.node, pytest.mark.browser, pytest.mark.slow]

LARGE = 5_000_000
"""Bytes that are sent."""

EXPECTED: Mapping[str, Any] = {
    "json": {"who": NAME},
    "set-cookie": {"who": "ada"},
    "redirect-307": {"method": "POST", "note": "n"},
    "redirect-303": {"method": "GET", "note": None},
    "purge": {"method": "PURGE", "note": None},
    "204": [204, None],
    "304": [304, None],
    "gzip": [10_000, 9_999, 10_000, 9_999],
    "upload": {"name": "large.bin", "size": LARGE, "sum": 7 * LARGE},
    "chunked": {"name": None, "size": LARGE, "sum": 7 * LARGE},
    "download": ["numbers.bin", 3_000_000, 249],
    "sse": [["tick", str(number), number] for number in range(1, 6)],
    "ndjson": [1, 2, 3, 4, 5],
    "text": [f"zeile {number} ü" for number in range(1, 6)],
    "leave-stream": ["1", "2", "3"],
    "abort-call": ["ApiError", 0, "AbortError"],
    "error": ["ApiError", 404, "Nothing for {run}"],
}
"""What is called, and what comes of it."""

NOBODY = {"who": None}
NAMELESS = ["download", 3_000_000, 249]
ELSEWHERE: Mapping[tuple[str, str], Any] = {
    ("prerendered", "json"): NOBODY,
    ("prerendered-universal", "json"): NOBODY,
    ("vitest", "json"): NOBODY,
    ("node", "json"): NOBODY,
    ("universal", "download"): NAMELESS,
    ("hydrated", "download"): NAMELESS,
}
"""
What comes of it elsewhere. Where there is no visitor, there are no cookies of his; and a universal
`load` must see what it sees again in the browser, where SvelteKit keeps no header of an answer: the
name of a file is then the last part of its path.
"""

IN_DEVELOPMENT = {"prerendered": "server", "prerendered-universal": "universal"}
"""Vite prerenders nothing: it renders such a page when somebody asks for it, like one of these."""

IMPOSSIBLE: Mapping[tuple[str, str], str] = {
    ("prerendered", "set-cookie"): "a page is written when nobody is there to be given a cookie",
    ("prerendered-universal", "set-cookie"): "the same",
    ("component", "chunked"): "browsers send a body without a length over HTTP/2 or 3 only",
    ("navigated", "chunked"): "the same",
    ("hydrated", "chunked"): "the same",
}
"""What can't be by nature, and why."""

CELLS = [
    pytest.param(place, what, id=f"{place}-{what}")
    for place in PLACES
    for what in EXPECTED
    if (place, what) not in IMPOSSIBLE
]


@pytest.mark.parametrize(("place", "what"), CELLS)
def test_the_same_call_works_everywhere(site: Site, place: str, what: str) -> None:
    """
    With the same outcome, and no set-up.
    """
    found = site.find(place)
    run = f"{place}-{what}"
    kind = IN_DEVELOPMENT.get(place, place) if site.form.mode == "dev" else place
    expected = ELSEWHERE.get((kind, what), EXPECTED[what])
    if what == "error":
        expected = [*expected[:2], f"Nothing for {run}"]
    assert found.results[what] == {"value": expected}


COOKIES = {"seen": ("1", False), "hidden": ("2", True), "odd": ("a%20b=c", False)}


@pytest.mark.parametrize(
    "place", [place for place in PLACES if (place, "set-cookie") not in IMPOSSIBLE]
)
def test_cookies_of_the_backend_arrive_in_the_browser(site: Site, place: str) -> None:
    """
    All of them, byte for byte.
    """
    given = site.find(place).cookies
    named = {f"{name}-{place}-set-cookie": cookie for name, cookie in COOKIES.items()}
    assert {name: given.get(name) for name in named} == named


LEFT = ("leave-stream", "abort-call")


@pytest.mark.parametrize(
    ("place", "what"),
    [pytest.param(place, what, id=f"{place}-{what}") for place in PLACES for what in LEFT],
)
def test_the_backend_sees_the_end_of_what_was_left(site: Site, place: str, what: str) -> None:
    """
    Of every request that has begun.
    """
    site.find(place)

    def diary() -> Mapping[str, Any]:
        return site.diary(f"{place}-{what}")

    wait_until(lambda: 0 < diary()["begun"] == diary()["ended"], lambda: str(diary()))


ONE_BY_ONE = [
    pytest.param(place, id=place)
    for place in PLACES
    if (place, "chunked") not in IMPOSSIBLE and "universal" not in place
]


@pytest.mark.parametrize("place", ONE_BY_ONE)
def test_a_body_without_a_length_arrives_without_one(site: Site, place: str) -> None:
    """
    But from a universal `load`, whose `fetch` takes no stream: there it is read first.
    """
    site.find(place)
    (entry,) = site.diary(f"{place}-chunked")["asked"]
    assert entry["headers"].get("transfer-encoding") == "chunked"
    assert "content-length" not in entry["headers"]


# --- One request ---------------------------------------------------------------------------------

TWICE: Mapping[str, str] = {
    "upload": "a form with a file has another boundary each time",
    "sse": "it is left before it ends",
    "leave-stream": "the same",
    "abort-call": "the same",
}
"""What the browser has to ask for again when a page begins to live, and why."""

ONCE = [what for what in EXPECTED if what not in TWICE and ("hydrated", what) not in IMPOSSIBLE]


@pytest.mark.parametrize("what", ONCE)
def test_a_universal_load_sends_nothing_again(site: Site, what: str) -> None:
    """
    The page brings what was answered while it was rendered.
    """
    site.find("hydrated")
    paths = [entry["path"] for entry in site.diary(f"hydrated-{what}")["asked"]]
    assert len(paths) == len(set(paths)) > 0


@pytest.mark.parametrize("what", TWICE)
def test_what_is_sent_again_has_a_reason(site: Site, what: str) -> None:
    """
    If this fails, the table says too much.
    """
    site.find("hydrated")
    paths = [entry["path"] for entry in site.diary(f"hydrated-{what}")["asked"]]
    assert len(paths) > len(set(paths))


def test_a_component_that_awaits_sends_nothing_while_its_page_is_rendered(site: Site) -> None:
    """
    What `{#await}` in a template waits for is asked once, by the browser.
    """

    def paths() -> list[str]:
        return [entry["path"] for entry in site.diary("awaiting")["asked"]]

    with site.visitor() as page:
        answer = page.goto("/awaiting", timeout=120_000)
        assert answer is not None
        assert "waiting" in answer.text()
        assert page.wait_for_selector("p:text('ada')", timeout=120_000)
    assert paths() == ["/greeting"]


def test_a_failure_before_its_turn_ends_no_server(site: Site) -> None:
    """
    One call may fail while another is awaited; the page tells when it comes to that.
    """
    for _ in range(2):
        with pytest.raises(HTTPError) as answered:
            urlopen(f"{site.url}/careless", timeout=120)
        answered.value.close()
        assert answered.value.code == 404


# --- The table -----------------------------------------------------------------------------------


def test_what_is_left_out_is_known() -> None:
    """
    Each exception is one of a cell that would be there.
    """
    for place, what in [*IMPOSSIBLE, *ELSEWHERE]:
        assert (place in PLACES, what in EXPECTED) == (True, True)
