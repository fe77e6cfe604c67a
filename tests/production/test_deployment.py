"""
The ways to deploy that the documentation shows, each run as it stands there.

Where they are said to be fresh, `make production` installs and builds everything anew, by the
steps of the demo's Dockerfile.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from conftest import free_port
from demo.running import DEMO, REPOSITORY, Copy, read, running
from production import containers
from production.reading import reading
from production.serving import (
    Site,
    log_in,
    restart_workers,
    running_api,
    running_nginx,
    running_web,
    wait_for,
)

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("production")]

FRESH = bool(os.environ.get("FRESH"))
fresh = pytest.mark.skipif(not FRESH, reason="installs everything anew: `make production`")


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, containers.Stage]:
    """
    The images of the demo's Dockerfile, as folders.
    """
    folder = tmp_path_factory.mktemp("images")
    return dict(containers.build(DEMO / "Dockerfile", REPOSITORY, folder))


def says(url: str) -> str:
    """
    Return the board as a browser without JavaScript gets it.
    """
    html = read(url)
    assert "Card payments fail for about one customer in five" in html
    return html


def status(url: str, **headers: str) -> int:
    """
    Return the status of an answer.
    """
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


# --- One container -------------------------------------------------------------------------------


@pytest.fixture
def together(built: tuple[Copy, Path], tmp_path: Path) -> Iterator[tuple[subprocess.Popen, Site]]:
    """
    `serve.sh` with the tests' own Python and build.
    """
    copy, folder = built
    site = Site(copy, folder, tmp_path / "board.sqlite")
    variables = {
        "API_PORT": str(site.api_port),
        "BOARD_DATABASE": str(site.database),
        "BOARD_SECRET": "of the tests",
        "HOST": "127.0.0.1",
        "ORIGIN": site.url,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PORT": str(site.web_port),
    }
    with running(["./serve.sh"], copy.root, variables) as process:
        process.wait_for("Listening on")
        yield process.handle, site


def test_one_script_serves_both_and_one_signal_ends_both(
    together: tuple[subprocess.Popen, Site],
) -> None:
    """
    Pages with their data, and Python that stands beside a page. `docker stop` and Ctrl-C end all of
    it within seconds, though a stream is open.
    """
    process, site = together
    says(site.url)
    assert "Ada Winter" in read(f"{site.url}/oncall")
    assert log_in(site.url, "ada")
    with urllib.request.urlopen(f"{site.url}/api/notifications/stream", timeout=30) as stream:
        assert stream.readline().startswith(b"id: ")
        started = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert time.monotonic() - started < 9
    wait_until_gone(process.pid)


def test_files_as_large_as_the_board_takes_pass(together: tuple[subprocess.Popen, Site]) -> None:
    """
    The pages' server by itself would take half a megabyte.
    """
    _, site = together
    part = b'content-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
    request = urllib.request.Request(
        f"{site.url}/api/incidents/1/attachments",
        data=b"--x\r\n" + part + bytes(2 * 2**20) + b"\r\n--x--\r\n",
        headers={
            "content-type": "multipart/form-data; boundary=x",
            "cookie": log_in(site.url, "ada"),
            "origin": site.url,
        },
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.status == 201


def test_both_end_if_one_does(together: tuple[subprocess.Popen, Site]) -> None:
    """
    So that whoever has started the container notices.
    """
    process, _ = together
    node = subprocess.run(
        ["pgrep", "-P", str(process.pid), "node"], capture_output=True, text=True, check=True
    )
    os.kill(int(node.stdout), signal.SIGKILL)
    assert process.wait(30) == 128 + signal.SIGKILL
    wait_until_gone(process.pid)


@fresh
def test_one_container(stages: dict[str, containers.Stage], tmp_path: Path) -> None:
    """
    By the Dockerfile's own steps, its database outside, the API for nobody else.
    """
    image = stages["one"]
    port, api_port = free_port(), free_port()
    variables = image.environment(
        API_PORT=str(api_port),
        BOARD_DATABASE=str(tmp_path / "board.sqlite"),
        BOARD_SECRET="of the tests",
        ORIGIN=f"http://localhost:{port}",
        PORT=str(port),
    )
    with running(image.command, image.folder, variables) as process:
        process.wait_for("Listening on")
        assert "Ada Winter" in read(f"http://127.0.0.1:{port}/oncall")
        says(f"http://127.0.0.1:{port}")
        assert not reachable_from_outside(api_port)
        assert reachable_from_outside(port)


def reachable_from_outside(port: int) -> bool:
    """
    Whether a port is open on other addresses than 127.0.0.1.
    """
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.2", port)) == 0


def wait_until_gone(group: int) -> None:
    """
    Wait until no process of a group is left.
    """
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail(subprocess.run(["ps", "-g", str(group)], capture_output=True, text=True).stdout)


# --- Two containers ------------------------------------------------------------------------------


@fresh
def test_two_containers_behind_nginx(stages: dict[str, containers.Stage], tmp_path: Path) -> None:
    """
    By the Dockerfile's own steps: neither image has anything of the other, but Python beside pages.
    """
    api, web = stages["api"], stages["web"]
    assert {each.name for each in web.folder.iterdir()} == {"build", "package.json"}
    assert not list(web.root.rglob("*.py"))
    site = Site(Copy(tmp_path), web.folder / "build", tmp_path / "board.sqlite")
    database = {"BOARD_DATABASE": str(site.database), "BOARD_SECRET": "of the tests"}
    command = [*api.command, "--port", str(site.api_port)]
    settings = web.environment(
        ADDRESS_HEADER="X-Forwarded-For",
        FLUIDKIT_URL=site.api_url,
        ORIGIN=site.nginx_url,
        PORT=str(site.web_port),
    )
    with ExitStack() as stack:
        served = stack.enter_context(
            running(command, api.folder, api.environment(**database, FORWARDED_ALLOW_IPS="*"))
        )
        wait_for(site.api_port, served)
        pages = stack.enter_context(running(web.command, web.folder, settings))
        wait_for(site.web_port, pages)
        stack.enter_context(running_nginx(tmp_path, site.nginx_port, [site.web_port]))
        says(site.nginx_url)
        assert "Ada Winter" in read(f"{site.nginx_url}/oncall")
        assert log_in(site.nginx_url, "ada")
        assert not [line for line in served.lines if "fluidkit" in line]


# --- Behind nginx --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def behind_nginx(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """
    The documentation's nginx.conf in front of the pages' server.
    """
    folder = tmp_path_factory.mktemp("nginx")
    with running_nginx(folder, site.nginx_port, [site.web_port]):
        yield site


def test_pages_and_calls_pass(behind_nginx: Site) -> None:
    """
    The whole way: nginx, SvelteKit, the proxy route, FastAPI.
    """
    says(behind_nginx.nginx_url)
    assert status(f"{behind_nginx.nginx_url}/api/incidents/1") == 200
    assert status(f"{behind_nginx.nginx_url}/api/incidents/999") == 404
    assert log_in(behind_nginx.nginx_url, "ada")


STREAMS = {
    "/api/services/checkout/measurements": (b"{", 0.5),
    "/api/services/checkout/log": (b"", 3.0),
}
"""JSON lines, one each 30 ms for seven seconds; text, 20 lines at once and one each 600 ms."""


@pytest.mark.parametrize("path", STREAMS)
def test_streams_pass_unbuffered(behind_nginx: Site, path: str) -> None:
    """
    Neither asks nginx for it by a header: it is the configuration that lets each line through.
    """
    start, within = STREAMS[path]
    with urllib.request.urlopen(f"{behind_nginx.nginx_url}{path}", timeout=30) as stream:
        assert "x-accel-buffering" not in stream.headers
        began = time.monotonic()
        for _ in range(23 if "log" in path else 3):
            assert stream.readline().startswith(start)
        assert time.monotonic() - began < within


def test_a_download_tells_its_length(behind_nginx: Site) -> None:
    """
    For the progress: through nginx and the proxy.
    """
    with urllib.request.urlopen(f"{behind_nginx.nginx_url}/api/reports/en", timeout=30) as answer:
        assert int(answer.headers["content-length"]) > 1000


def test_a_rolling_restart_loses_nothing(
    built: tuple[Copy, Path], readers: Path, tmp_path: Path
) -> None:
    """
    First FastAPI's workers are replaced, one by one, then the two servers of pages; each time the
    streams resume, at the others, with what was said meanwhile.
    """
    copy, folder = built
    site = Site(copy, folder, tmp_path / "board.sqlite")
    others = free_port()
    with ExitStack() as stack:
        api = stack.enter_context(running_api(copy, site.api_port, site.database))
        webs = {
            port: stack.enter_context(running_web(folder, port, site.api_url, site.nginx_url))
            for port in (site.web_port, others)
        }
        stack.enter_context(running_nginx(tmp_path, site.nginx_port, [*webs]))
        cookie = log_in(site.nginx_url, "ada")
        after = newest(site)
        reader = stack.enter_context(reading(readers, [(site.nginx_url, 6)], after))
        reader.wait_until_open()
        speak(site, cookie)
        restart_workers(api)
        speak(site, cookie)
        for port, web in webs.items():
            web.handle.send_signal(signal.SIGTERM)
            assert web.handle.wait(15) == 0
            speak(site, cookie)
            says(site.nginx_url)  # the other one answers
            stack.enter_context(running_web(folder, port, site.api_url, site.nginx_url))
        reader.wait_until_seen(4)
        heard = reader.close()
    assert [each.ids for each in heard] == [[*range(after + 1, after + 5)]] * 6
    assert all(each.dropped and not each.ended for each in heard)


def newest(site: Site) -> int:
    """
    Return the number of the newest notification.
    """
    found = urllib.request.urlopen(f"{site.nginx_url}/api/notifications/stream", timeout=30)
    with found as stream:
        return int(stream.readline().removeprefix(b"id: "))


def speak(site: Site, cookie: str) -> None:
    """
    Say something on the board.
    """
    request = urllib.request.Request(
        f"{site.nginx_url}/api/incidents/1/comments",
        data=b'{"body": "There."}',
        headers={"content-type": "application/json", "cookie": cookie},
    )
    urllib.request.urlopen(request, timeout=30).close()
