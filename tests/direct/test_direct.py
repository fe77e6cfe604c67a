"""
`stream_url` in Chromium: browsers open six connections to an origin, in all tabs together.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import environment, free_port
from demo.running import chromium, link_packages, running
from production.serving import wait_for

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("direct")]

HERE = Path(__file__).parent
VITE = "node_modules/.bin/vite"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """
    A project whose streams go straight to the app, and the app's port.
    """
    root = (tmp_path_factory.mktemp("direct") / "project").resolve()
    shutil.copytree(HERE / "kit", root / "web")
    shutil.copy(HERE / "main.py", root)
    (root / ".git").mkdir()
    link_packages(root / "web")
    port = free_port()
    command = [sys.executable, "-m", "fluidkit", "generate", "main:app"]
    env = environment(**variables(port))
    subprocess.run(command, cwd=root, env=env, check=True, capture_output=True)
    return root, port


def variables(port: int) -> dict[str, str]:
    return {
        "FLUIDKIT_STREAM_URL": f"http://localhost:{port}",
        "FLUIDKIT_URL": f"http://127.0.0.1:{port}",
    }


@pytest.fixture
def page_url(site: tuple[Path, int]) -> Iterator[str]:
    """
    Where Vite serves the page, while the app runs.
    """
    root, port = site
    web_port = free_port()
    server = [sys.executable, "-m", "uvicorn", "main:app", "--port", str(port)]
    vite = [VITE, "dev", "--host", "127.0.0.1", "--port", str(web_port)]
    with (
        running(server, root, variables(port)) as api,
        running(vite, root / "web", variables(port)) as web,
    ):
        wait_for(port, api)
        web.wait_for("Local:")
        yield f"http://localhost:{web_port}"


def test_ten_streams_in_two_tabs_starve_no_page(page_url: str, site: tuple[Path, int]) -> None:
    """
    Both tabs load and call, and their streams have the cookies of the page's host.
    """
    with chromium() as browser:
        context = browser.new_context()
        context.add_cookies([{"name": "name", "value": "ada", "url": page_url}])
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        for tab in (context.new_page(), context.new_page()):
            tab.goto(page_url)
            tab.wait_for_function("document.querySelector('#greeted').textContent === 'hello'")
            if tab is context.pages[0]:
                heard = "document.querySelector('#heard').textContent === 'ada ada ada ada ada'"
                tab.wait_for_function(heard)
        streams = [url for url in asked if url.endswith("/ticks")]
        assert len(streams) >= 10
        assert set(streams) == {f"http://localhost:{site[1]}/ticks"}
        assert f"{page_url}/api/greeting" in asked


def test_a_build_has_nothing_of_it(site: tuple[Path, int]) -> None:
    """
    In production streams take the way of every other call.
    """
    root, port = site
    done = subprocess.run(
        [VITE, "build"], cwd=root / "web", env=environment(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    scripts = [*(root / "web" / "build").rglob("*.js")]
    assert any("/ticks" in script.read_text(encoding="utf-8") for script in scripts)
    assert not [s for s in scripts if f"localhost:{port}" in s.read_text(encoding="utf-8")]
