"""
Paths before paths, in SvelteKit's build and under Vite, with real servers. `make kits` tries more.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import environment, free_port
from demo.running import chromium, link_packages, read, running
from kit.sites import Form
from production.serving import wait_for

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("prefixes")]

HERE = Path(__file__).parent
VITE = "node_modules/.bin/vite"
OFF = {"FLUIDKIT_ENABLED": "0"}

ANSWERS = ["shop /v1/items", "shop, /api/items", "shop, inside", "shop /v1/items", "billing"]
"""What both apps answer, wherever they are asked."""


@pytest.fixture(scope="module")
def front_end(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """
    What writes a front end on a version of SvelteKit, once.
    """

    @cache
    def written(kit: int) -> Path:
        return write((tmp_path_factory.mktemp("prefixes") / "project").resolve(), kit)

    return written


@pytest.fixture(scope="module")
def web(front_end: Callable[[int], Path]) -> Path:
    """
    A front end with the clients of two apps.
    """
    return front_end(2)


def write(root: Path, kit: int) -> Path:
    """
    Write both apps and a front end with their clients, and return its folder.
    """
    shutil.copytree(HERE / "kit", root / "web")
    (root / ".git").mkdir()
    link_packages(root / "web", Form(kit, "build").packages)
    for app in ("shop", "billing"):
        shutil.copy(HERE / f"{app}.py", root)
    # The first one once more: it must leave the other one alone.
    for app in ("shop", "billing", "shop"):
        command = [sys.executable, "-m", "fluidkit", "generate", f"{app}:app"]
        subprocess.run(command, cwd=root, env=environment(), check=True, capture_output=True)
    return root / "web"


@contextmanager
def apps(root: Path, *shop: str) -> Iterator[dict[str, int]]:
    """
    Serve both apps, the first one with these arguments, and give their ports.
    """
    ports = {"shop": free_port(), "billing": free_port()}
    with (
        running(uvicorn(ports["shop"], *shop), root, OFF) as first,
        running(uvicorn(ports["billing"], "billing:app"), root, OFF) as other,
    ):
        wait_for(ports["shop"], first)
        wait_for(ports["billing"], other)
        yield ports


def uvicorn(port: int, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "uvicorn", *arguments, "--port", str(port)]


def urls(ports: Mapping[str, int], below: str = "") -> dict[str, str]:
    """
    Return the variables that tell the front end where the apps are.
    """
    return {
        "FLUIDKIT_URL": f"http://127.0.0.1:{ports['shop']}{below}",
        "FLUIDKIT_URL_BILLING": f"http://127.0.0.1:{ports['billing']}",
    }


@contextmanager
def built(web: Path, base: Mapping[str, str], variables: Mapping[str, str]) -> Iterator[int]:
    """
    Serve the pages as they were built, once for each base.
    """
    build = web / f"build{base['BASE']}-{base['RELATIVE']}".replace("/", "-")
    if not build.exists():
        env = environment(**base, BUILD=build.name)
        done = subprocess.run([VITE, "build"], cwd=web, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    port = free_port()
    settings = {"HOST": "127.0.0.1", "PORT": str(port), "ORIGIN": f"http://127.0.0.1:{port}"}
    with running(["node", build.name], web, {**settings, **variables}) as process:
        wait_for(port, process)
        yield port


@contextmanager
def developed(web: Path, base: Mapping[str, str], variables: Mapping[str, str]) -> Iterator[int]:
    """
    Serve the pages as in development.
    """
    port = free_port()
    command = [VITE, "dev", "--host", "127.0.0.1", "--port", str(port)]
    with running(command, web, {**base, **variables}) as process:
        process.wait_for("Local:")
        yield port


SHORT = [(2, built, "yes"), (2, developed, "no")]
ALL = [*SHORT, (2, built, "no"), (2, developed, "yes"), (3, built, "yes"), (3, developed, "no")]
FORMS = ALL if os.environ.get("KITS") == "all" else SHORT
"""On which SvelteKit and in which forms a base path is tried."""


def shown(text: str) -> dict[str, Any]:
    """
    Return what the page shows.
    """
    found = re.search("<pre>(.*?)</pre>", text, re.DOTALL)
    assert found, text
    answers: dict[str, Any] = json.loads(html.unescape(found[1]))
    return answers


def in_browser(url: str) -> dict[str, Any]:
    """
    Return what the page shows in Chromium once it has asked by itself.
    """
    with chromium() as browser:
        page = browser.new_page()
        page.goto(url)
        page.wait_for_function("document.querySelector('pre').textContent.includes('browser')")
        return shown(page.content())


@pytest.mark.parametrize(("kit", "serving", "relative"), FORMS)
def test_two_apps_behind_a_base_path(
    front_end: Callable[[int], Path], kit: int, serving: Any, relative: str
) -> None:
    """
    The base path stands before each prefix, on the server and in the browser, and comes off again;
    a root path, which tells of a proxy in front of the app, changes nothing.
    """
    web = front_end(kit)
    node = Form(kit, "build").environment()
    base = {"BASE": "/store", "RELATIVE": relative, **node}
    root_path = ("shop:app", "--root-path", "/v1")
    with (
        apps(web.parent, *root_path) as ports,
        serving(web, base, {**urls(ports), **node}) as port,
    ):
        url = f"http://127.0.0.1:{port}/store/deep/down"
        expected = {
            "server": ANSWERS,
            "universal": ANSWERS,
            "urls": ["/store/api/items", "/store/billing/items"],
        }
        assert shown(read(url)) == expected
        assert in_browser(url) == {**expected, "browser": ANSWERS}


def test_an_app_that_is_served_below_a_path(web: Path) -> None:
    """
    The URL of the back end may have a path: that of a mount, or of a proxy in front of it.
    """
    answers = ["shop /below/items", *ANSWERS[1:3], "shop /below/items", "billing"]
    with (
        apps(web.parent, "shop:mounting") as ports,
        built(web, {"BASE": "/store", "RELATIVE": "yes"}, urls(ports, "/below")) as port,
    ):
        found = shown(read(f"http://127.0.0.1:{port}/store/deep/down"))
        assert (found["server"], found["universal"]) == (answers, answers)


def test_clients_leave_each_other_alone(web: Path) -> None:
    """
    Neither removes what the other one has written, and `clean` removes its own.
    """
    routes = web / "src" / "routes"
    command = [sys.executable, "-m", "fluidkit", "check", "billing:app"]
    assert subprocess.run(command, cwd=web.parent, env=environment()).returncode == 0
    copy = web.parent.with_name("cleaned")
    shutil.copytree(web.parent, copy, ignore=shutil.ignore_patterns("node_modules"))
    command = [sys.executable, "-m", "fluidkit", "clean", "billing:app"]
    subprocess.run(command, cwd=copy, env=environment(), check=True, capture_output=True)
    left = copy / "web" / "src"
    assert not (left / "lib" / "billing").exists()
    assert not (left / "routes" / "billing").exists()
    assert (left / "routes" / "api" / "[...path]" / "+server.ts").exists()
    assert (routes / "billing" / "[...path]" / "+server.ts").exists()
