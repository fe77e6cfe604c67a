"""
The site: on SvelteKit 2 and on SvelteKit 3, under `vite dev` and in adapter-node's build.
"""

from __future__ import annotations

import html
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import environment, free_port
from demo.running import REPOSITORY, Process, chromium, link_packages, running
from playwright.sync_api import Page
from production.serving import wait_for

HERE = Path(__file__).parent
NEWER_NODE = REPOSITORY / ".venv" / "newer-node" / "bin"
"""Where `make kits` has put a Node that SvelteKit 3 runs on."""
LIMIT = 8_000_000
"""Bytes that the build takes from a visitor; adapter-node's own limit is 512 KiB."""


@dataclass(frozen=True)
class Form:
    """
    A version of SvelteKit, and how it is run.
    """

    kit: int
    mode: str

    def __str__(self) -> str:
        return f"kit{self.kit}-{self.mode}"

    @property
    def packages(self) -> Path:
        """
        The folder with its `package.json`.
        """
        return HERE / f"kit{self.kit}"

    def environment(self, **variables: str) -> dict[str, str]:
        """
        Return the variables of a process that belongs to it.
        """
        if self.kit == 2:
            return variables
        if not (NEWER_NODE / "node").exists():
            pytest.fail("SvelteKit 3 needs a newer Node: run `make kits`")
        return {"PATH": f"{NEWER_NODE}{os.pathsep}{os.environ['PATH']}", **variables}


SHORT = (Form(2, "build"),)
"""What `make test` tries."""
ALL = tuple(Form(kit, mode) for kit in (2, 3) for mode in ("build", "dev"))
"""What `make kits` tries."""
FORMS = ALL if os.environ.get("KITS") == "all" else SHORT

NAME = 'ada, "countess"'
"""Who is logged in."""
SESSION = r'"ada\054 \"countess\""'
"""That as Python writes it into a cookie."""

Cookie = tuple[str, bool]
"""A cookie's value, and whether scripts can't see it."""


@dataclass
class Found:
    """
    What came of all calls in one place.
    """

    results: Mapping[str, Any]
    cookies: Mapping[str, Cookie] = field(default_factory=dict)
    """What the browser has been given."""


@dataclass
class Site:
    """
    The site, running in one form before a back end of its own.
    """

    form: Form
    root: Path
    api_port: int
    web_port: int
    web: Process
    known: dict[str, Found | BaseException] = field(default_factory=dict)
    """What has been found out so far, by place; and what went wrong there as a whole."""

    @property
    def url(self) -> str:
        """
        Where visitors reach it.
        """
        return f"http://127.0.0.1:{self.web_port}"

    @property
    def api_url(self) -> str:
        """
        Where the back end is: for servers alone.
        """
        return f"http://127.0.0.1:{self.api_port}"

    @property
    def folder(self) -> Path:
        """
        The SvelteKit tree.
        """
        return self.root / "web"

    def find(self, place: str) -> Found:
        """
        Make all calls in a place, unless that was done before.
        """
        if place not in self.known:
            try:
                self.known[place] = PLACES[place](self)
            except (Exception, pytest.fail.Exception) as error:
                self.known[place] = error
        found = self.known[place]
        if isinstance(found, BaseException):
            raise found
        return found

    def diary(self, run: str) -> Mapping[str, Any]:
        """
        Return what the back end has noted about a run.
        """
        with urllib.request.urlopen(f"{self.api_url}/diary?run={run}", timeout=30) as answer:
            diary: Mapping[str, Any] = json.load(answer)
            return diary

    def ask(self, path: str, body: bytes | None = None) -> Found:
        """
        Ask for a page or an answer as somebody who is logged in and has no JavaScript.
        """
        headers = {"accept": "text/html", "cookie": f"session={SESSION}", "origin": self.url}
        if body is not None:
            headers["content-type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.web_port, timeout=120)
        connection.request("GET" if body is None else "POST", path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        assert answer.status == 200, f"{answer.status} {text}\n{''.join(self.web.lines)}"
        if not text.startswith("{"):
            shown = re.search("<pre>(.*?)</pre>", text, re.DOTALL)
            assert shown, text
            text = html.unescape(shown[1])
        lines = answer.headers.get_all("set-cookie") or []
        return Found(json.loads(text), cookies_of(lines))

    @contextmanager
    def visitor(self) -> Iterator[Page]:
        """
        A page in Chromium of somebody who is logged in.
        """
        with chromium() as browser:
            page = browser.new_page(base_url=self.url)
            page.context.add_cookies([{"name": "session", "value": SESSION, "url": self.url}])
            yield page

    def shown(self, page: Page) -> Found:
        """
        Wait until a page shows what came of all calls, and read it.
        """
        page.wait_for_selector("pre", timeout=120_000)
        cookies = page.context.cookies()
        return Found(
            json.loads(page.inner_text("pre")),
            {each["name"]: (each["value"], each["httpOnly"]) for each in cookies},
        )


def cookies_of(lines: list[str]) -> dict[str, Cookie]:
    """
    Return the cookies that these headers set.
    """
    found: dict[str, Cookie] = {}
    for line in lines:
        pair, *attributes = line.split(";")
        name, _, value = pair.partition("=")
        found[name] = (value, "httponly" in [each.strip().lower() for each in attributes])
    return found


# --- Places --------------------------------------------------------------------------------------


def component(site: Site) -> Found:
    """
    A component in the browser.
    """
    with site.visitor() as page:
        page.goto("/component?run=component", timeout=120_000)
        return site.shown(page)


def hydrated(site: Site) -> Found:
    """
    A universal `load` whose page was rendered on the server, and runs again in the browser.
    """
    with site.visitor() as page:
        page.goto("/universal?run=hydrated", timeout=120_000)
        page.wait_for_function("globalThis.hydrated", timeout=120_000)
        return site.shown(page)


def navigated(site: Site) -> Found:
    """
    A universal `load` that runs in the browser alone, after a click.
    """
    with site.visitor() as page:
        page.goto("/start", timeout=120_000)
        page.wait_for_function("globalThis.hydrated", timeout=120_000)
        page.click("a")
        return site.shown(page)


def in_vitest(site: Site) -> Found:
    """
    Vitest, with Node's own environment.
    """
    results = site.root / "vitest.json"
    command = ["node_modules/.bin/vitest", "run"]
    variables = {"FLUIDKIT_URL": site.api_url, "RESULTS": str(results)}
    run(command, site.folder, site.form.environment(**variables))
    return outside(json.loads(results.read_text()))


def in_node(site: Site) -> Found:
    """
    Node alone, with the client for everywhere else than SvelteKit.
    """
    script = ["node", "plain.mjs", str(site.root / "plain" / "client" / "main.api.js")]
    variables = site.form.environment(FLUIDKIT_URL=site.api_url)
    return outside(json.loads(run(script, site.folder, variables)))


def outside(results: Mapping[str, Any]) -> Found:
    """
    Take the cookies from where the caller itself has read them: there is no browser.
    """
    cookies = cookies_of(results["set-cookie"].get("value", []))
    return Found({**results, "set-cookie": {"value": {"who": "ada"}}}, cookies)


PLACES: dict[str, Callable[[Site], Found]] = {
    "component": component,
    "universal": lambda site: site.ask("/universal?run=universal"),
    "hydrated": hydrated,
    "navigated": navigated,
    "server": lambda site: site.ask("/server?run=server"),
    "endpoint": lambda site: site.ask("/endpoint?run=endpoint"),
    "action": lambda site: site.ask("/action", b"run=action"),
    "hooks": lambda site: site.ask("/hooked?run=hooks"),
    "prerendered": lambda site: site.ask("/prerendered"),
    "prerendered-universal": lambda site: site.ask("/prerendered-universal"),
    "vitest": in_vitest,
    "node": in_node,
}
"""Where it is called: a component, both kinds of `load`, and so on."""


# --- Running -------------------------------------------------------------------------------------


def run(command: list[str], folder: Path, variables: Mapping[str, str]) -> str:
    """
    Run a command to its end, and return what it printed.
    """
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write(form: Form, root: Path) -> None:
    """
    Write the project: the back end, the site with its packages and its client, and a plain client.
    """
    (root / ".git").mkdir(parents=True)
    shutil.copytree(HERE / "backend", root / "backend")
    shutil.copytree(HERE / "site", root / "web")
    for name in ("package.json", "package-lock.json", "tsconfig.json"):
        shutil.copy(form.packages / name, root / "web")
    link_packages(root / "web", form.packages)
    command = [sys.executable, "-m", "fluidkit", "generate", "main:app", "--app-dir", "backend"]
    run(command, root, {})
    run(command, root, {"FLUIDKIT_OUTPUT": "plain/client"})


@contextmanager
def running_site(form: Form, root: Path) -> Iterator[Site]:
    """
    Run the site and its back end.
    """
    write(form, root)
    api_port, web_port = free_port(), free_port()
    url = f"http://127.0.0.1:{api_port}"
    server = [sys.executable, "-m", "uvicorn", "main:app", "--port", str(api_port)]
    with running(server, root / "backend", {"FLUIDKIT_ENABLED": "0"}) as api:
        wait_for(api_port, api)
        variables = form.environment(FLUIDKIT_URL=url)
        if form.mode == "dev":
            port = ["--host", "127.0.0.1", "--port", str(web_port), "--strictPort"]
            command = ["node_modules/.bin/vite", "dev", *port]
        else:
            origin = f"http://127.0.0.1:{web_port}"
            built_for = {"BUILT_FOR": origin} if form.kit == 3 else {}
            run(["node_modules/.bin/vite", "build"], root / "web", {**variables, **built_for})
            command = ["node", "build"]
            variables |= {
                "HOST": "127.0.0.1",
                "PORT": str(web_port),
                "ORIGIN": origin,
                "BODY_SIZE_LIMIT": str(LIMIT),
                "SHUTDOWN_TIMEOUT": "1",
            }
        with running(command, root / "web", variables) as web:
            wait_for(web_port, web)
            yield Site(form, root, api_port, web_port, web)
