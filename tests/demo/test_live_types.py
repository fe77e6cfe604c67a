"""
The live loop: a field changes in Python, and the page's types change with it.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from conftest import free_port
from demo.running import Copy, chromium, copy_demo, running, running_board, uvicorn

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("demo")]

CARD = "frontend/src/lib/components/IncidentCard.svelte"
MODELS = "backend/app/models.py"
TYPES = "frontend/src/lib/api/generated/models.d.ts"


def wait_until(copy: Copy, text: str, seconds: float = 60) -> None:
    """
    Wait until the generated types have *text*.
    """
    deadline = time.monotonic() + seconds
    while text not in (copy.root / TYPES).read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, f"no {text!r} in {TYPES} within {seconds} s"
        time.sleep(0.05)


def test_a_field_changes(tmp_path: Path) -> None:
    """
    Under `uvicorn --reload`, a renamed field turns svelte-check red at the place that reads it,
    and mending the page turns it green.
    """
    copy = copy_demo(tmp_path)
    variables = {"BOARD_DATABASE": str(tmp_path / "data" / "board.sqlite")}
    with running(uvicorn(free_port(), "--reload"), copy.backend, variables) as api:
        api.wait_for("functions")

        copy.replace(MODELS, "    comment_count: int = 0\n", "    remarks: int = 0\n")
        wait_until(copy, "'remarks': number;")
        red = copy.npm("check")
        assert red.returncode == 1
        assert "Property 'comment_count' does not exist on type 'IncidentSummary'" in red.stdout
        assert "IncidentCard.svelte" in red.stdout

        copy.replace(CARD, "incident.comment_count", "incident.remarks")
        green = copy.npm("check")
        assert green.returncode == 0, green.stdout


def test_a_syntax_error(tmp_path: Path) -> None:
    """
    A save that Python can't read keeps the last good client, and the next save goes on from it.
    """
    copy = copy_demo(tmp_path)
    variables = {"BOARD_DATABASE": str(tmp_path / "data" / "board.sqlite")}
    with running(uvicorn(free_port(), "--reload"), copy.backend, variables) as api:
        api.wait_for("functions")
        committed = copy.client()

        copy.replace(MODELS, "class IncidentSummary(Schema):", "class IncidentSummary(Schema:")
        api.wait_for("SyntaxError")
        assert copy.client() == committed

        copy.replace(MODELS, "class IncidentSummary(Schema:", "class IncidentSummary(Schema):")
        copy.replace(MODELS, "    comment_count: int = 0\n", "    remarks: int = 0\n")
        wait_until(copy, "'remarks': number;")


@pytest.mark.browser
def test_the_page_keeps_its_state(tmp_path: Path) -> None:
    """
    A change of the client's code reaches the open page without a reload: what was typed stays.
    """
    copy = copy_demo(tmp_path)
    with running_board(copy, "--reload") as board, chromium() as browser:
        page = browser.new_page(base_url=board.url)
        page.goto("/login", wait_until="networkidle", timeout=60_000)
        page.get_by_label("Name").fill("half a na")
        page.evaluate("window.sameDocument = true")
        called: list[str] = []
        page.on("request", lambda request: called.append(request.url))

        copy.replace(
            "backend/app/routers/auth.py", '@router.post("/login"', '@router.post("/enter"'
        )
        deadline = time.monotonic() + 60
        while not any("/generated/auth.js" in url for url in called):
            assert time.monotonic() < deadline, called
            page.wait_for_timeout(50)

        page.get_by_label("Password").fill("incident")
        with page.expect_request("**/api/enter") as caught:
            page.get_by_role("main").get_by_role("button", name="Log in").click()
        assert caught.value.post_data_json == {"handle": "half a na", "password": "incident"}
        assert page.evaluate("window.sameDocument")
