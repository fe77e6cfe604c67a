"""
A server in development follows what is saved beside pages.
"""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from conftest import Serve, Server, Tree
from live.loops import running, wait_until

from fluidkit import terminal, upkeep

from .conftest import MAIN, ROUTES, page

pytestmark = pytest.mark.slow

FACADE = f"{ROUTES}/news/news.api.ts"


def status(server: Server, path: str) -> int:
    """
    Return the status of the answer; 0: there was none.
    """
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}") as answer:
            json.load(answer)
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


@pytest.fixture
def news(site: Tree) -> Tree:
    """
    An app with a client, and Python beside one page.
    """
    site.write("api/main.py", MAIN + "    fluidkit.integrate(app)\n")
    site.write(f"{ROUTES}/news/news.api.py", page("first"))
    return site


def test_uvicorn_reloads_for_files_that_it_does_not_watch(news: Tree, serve: Serve) -> None:
    """
    It watches `api`; a bad file takes nothing down, and the next save mends it.
    """
    server = serve(news.root / "api", "--reload")
    server.wait_for("function")
    assert status(server, "/news/first") == 200
    news.write(f"{ROUTES}/news/news.api.py", page("second"))
    wait_until(lambda: status(server, "/news/second") == 200)
    wait_until(lambda: "get_second" in news.read(FACADE))
    news.write(f"{ROUTES}/other/other.api.py", page("other") + "    def f(:\n")
    server.wait_for("other.api.py:9: SyntaxError: invalid syntax", 40)
    wait_until(lambda: status(server, "/news/second") == 200)
    assert status(server, "/other/other") == 404
    news.write(f"{ROUTES}/other/other.api.py", page("other"))
    wait_until(lambda: status(server, "/other/other") == 200)


def test_without_generation_the_routes_are_the_same(news: Tree, serve: Serve) -> None:
    """
    As in production.
    """
    server = serve(news.root / "api", FLUIDKIT_ENABLED="0")
    wait_until(lambda: status(server, "/news/first") == 200)
    assert FACADE not in news.files("web")


def test_the_watch_loop_follows(news: Tree) -> None:
    """
    A new file, a removed one, and a façade that somebody deletes.
    """
    with running(news.root, "watch", "main:app", "--app-dir", "api") as loop:
        loop.wait_for("watching")
        added = news.write(f"{ROUTES}/more/more.api.py", page("more"))
        wait_until(lambda: f"{ROUTES}/more/more.api.ts" in news.files("web"))
        added.unlink()
        wait_until(lambda: f"{ROUTES}/more/more.api.ts" not in news.files("web"))
        (news.root / FACADE).unlink()
        wait_until(lambda: FACADE in news.files("web"))


def test_dev_watches_them(news: Tree) -> None:
    """
    uvicorn is told of the folder, also while the app cannot be imported.
    """
    watched = str(news.root / "web/src")
    for text in (news.read("api/main.py"), "def f(:"):
        news.write("api/main.py", text)
        plan = terminal.plan_dev(
            "main:app", factory=False, app_dir=news.root / "api", options=[], frontend=False
        )
        command = terminal.server_command(plan)
        assert command[command.index(watched) - 1] == "--reload-dir"


def test_a_save_while_the_server_starts_is_not_lost(tmp_path: Path) -> None:
    """
    Only what was saved since it read them counts, and no time that is still to come.
    """
    file = tmp_path / "a.py"
    file.write_text("")
    saved = file.stat().st_mtime
    for read, told in ((saved - 1, [file]), (saved + 1, [])):
        said: list[Path] = []
        watcher = upkeep.Upkeep()
        arguments = (tmp_path, read, said.append)
        thread = threading.Thread(target=watcher.watch_pages, args=arguments)
        thread.start()
        time.sleep(2)
        watcher.end()
        assert said == told
