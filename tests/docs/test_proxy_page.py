"""
The page on the proxy: what it shows for Vite, for another origin and for nginx is run.
"""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread

import pytest
from conftest import environment, free_port
from demo.running import chromium, link_packages, running
from production.serving import find_nginx, wait_for

from docs.pages import REPOSITORY, of

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("docs")]

DIRECT = REPOSITORY / "tests" / "direct"
PAGE = """\
<script lang="ts">
	import { greeting } from '$lib/api/main.api';
	let greeted = $state('');
	$effect(() => void greeting().then((text) => (greeted = text)));
</script>

<p>{greeted}</p>
"""


def shown(language: str) -> str:
    """
    Return the one example in a language.
    """
    [example] = of("proxy", language)
    return example.code


def example(place: str) -> str:
    """
    Return the example that says where it stands.
    """
    [found] = [one.code for one in of("proxy", "ts") if one.place == place]
    return found


def swap(code: str, old: str, new: str) -> str:
    assert old in code
    return code.replace(old, new)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A front end that has linked packages, and no client yet.
    """
    root = (tmp_path_factory.mktemp("proxy") / "project").resolve()
    shutil.copytree(DIRECT / "kit", root / "web")
    (root / ".git").mkdir()
    link_packages(root / "web")
    return root


def generate(root: Path) -> None:
    command = [sys.executable, "-m", "fluidkit", "generate", "main:app"]
    subprocess.run(command, cwd=root, env=environment(), check=True, capture_output=True)


@contextmanager
def vite(root: Path, api_port: int) -> Iterator[int]:
    """
    Serve the pages, and give the port.
    """
    port = free_port()
    command = ["node_modules/.bin/vite", "dev", "--host", "127.0.0.1", "--port", str(port)]
    with running(command, root / "web", {"FLUIDKIT_URL": f"http://127.0.0.1:{api_port}"}) as web:
        web.wait_for("Local:")
        yield port


@pytest.fixture
def configured(project: Path) -> Iterator[tuple[int, int]]:
    """
    Vite with the configuration of the page; its port, and that of the back end.
    """
    api_port = free_port()
    shutil.copy(DIRECT / "main.py", project)
    shutil.copytree(DIRECT / "kit", project / "web", dirs_exist_ok=True)
    config = swap(example("vite.config.ts"), "127.0.0.1:8000", f"127.0.0.1:{api_port}")
    (project / "web" / "vite.config.ts").write_text(config, encoding="utf-8")
    generate(project)
    with vite(project, api_port) as port:
        yield port, api_port


def test_a_stream_that_breaks_behind_vite_breaks_for_the_browser(
    project: Path, configured: tuple[int, int]
) -> None:
    """
    The reader learns of it, and does not wait for ever.
    """
    port, api_port = configured
    server = [sys.executable, "-m", "uvicorn", "main:app", "--port", str(api_port)]
    with running(server, project, {"FLUIDKIT_ENABLED": "0"}) as api:
        wait_for(api_port, api)
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/api/ticks")
        answer = connection.getresponse()
        assert answer.read(5) == b"data:"
        api.handle.send_signal(signal.SIGKILL)
        with pytest.raises((HTTPException, ConnectionError)):
            answer.read()
        connection.close()


def test_vite_passes_web_sockets_on(configured: tuple[int, int]) -> None:
    """
    To the path without the prefix.
    """
    port, api_port = configured
    with upgrading(api_port) as asked:
        assert upgraded(port, "/api/ws/board").startswith(b"HTTP/1.1 101")
    assert asked[0].startswith(b"GET /ws/board HTTP/1.1")


def test_nginx_passes_web_sockets_on(tmp_path: Path) -> None:
    """
    With the location that is shown.
    """
    port, api_port = free_port(), free_port()
    location = swap(shown("nginx"), "http://api:8000", f"http://127.0.0.1:{api_port}")
    temporary = "".join(
        f"{name}_temp_path {tmp_path / name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf = tmp_path / "nginx.conf"
    conf.write_text(
        f"daemon off; pid {tmp_path}/pid; error_log stderr;\nevents {{}}\n"
        f"http {{ access_log off; {temporary}"
        f"server {{ listen 127.0.0.1:{port}; {location} }} }}\n",
        encoding="utf-8",
    )
    nginx = [find_nginx(), "-p", str(tmp_path), "-e", "stderr", "-c", str(conf)]
    with running(nginx, tmp_path) as process, upgrading(api_port) as asked:
        wait_for(port, process)
        assert upgraded(port, "/api/ws/board").startswith(b"HTTP/1.1 101")
    assert asked[0].startswith(b"GET /ws/board HTTP/1.1")


@contextmanager
def upgrading(port: int) -> Iterator[list[bytes]]:
    """
    Stand in for FastAPI: agree to become a WebSocket, once, and give what was asked.
    """
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", port)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection:
                asked.append(head(connection))
                agreed = b"HTTP/1.1 101 Switching Protocols\r\n"
                connection.sendall(agreed + b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
                connection.recv(1)

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield asked
        thread.join(30)


def upgraded(port: int, path: str) -> bytes:
    """
    Return the head of what is answered to a browser that wants a WebSocket.
    """
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        wish = f"Connection: Upgrade\r\nUpgrade: websocket\r\n{key}"
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{wish}\r\n".encode())
        return head(connection)


def head(connection: socket.socket) -> bytes:
    """
    Return what stands before the empty line.
    """
    received = b""
    while b"\r\n\r\n" not in received and (more := connection.recv(4096)):
        received += more
    return received


def test_the_browser_asks_another_origin(project: Path) -> None:
    """
    With the cookies of its host, and what the back end answers can be read.
    """
    api_port = free_port()
    web = project / "web"
    (web / "src" / "routes" / "+page.svelte").write_text(PAGE, encoding="utf-8")
    shutil.copy(DIRECT / "kit" / "vite.config.ts", web)
    hooks = swap(
        example("src/hooks.client.ts"), "https://api.board.example", f"http://localhost:{api_port}"
    )
    (web / "src" / "hooks.client.ts").write_text(hooks, encoding="utf-8")
    code = shown("python")
    (project / "main.py").write_text(code, encoding="utf-8")
    generate(project)
    server = [sys.executable, "-m", "uvicorn", "main:app", "--port", str(api_port)]
    with vite(project, api_port) as port, chromium() as browser:
        origin = f"http://localhost:{port}"
        allowing = swap(code, "https://board.example", origin)
        (project / "main.py").write_text(allowing, encoding="utf-8")
        with running(server, project, {"FLUIDKIT_ENABLED": "0"}) as api:
            wait_for(api_port, api)
            context = browser.new_context()
            context.add_cookies([{"name": "name", "value": "Ada", "url": origin}])
            page = context.new_page()
            page.goto(origin)
            page.wait_for_function("document.querySelector('p').textContent === 'Hello, Ada'")
    (web / "src" / "hooks.client.ts").unlink()


def test_the_page_is_linked() -> None:
    """
    From where people look first.
    """
    for page in ("README.md", "docs/configuration.md", "docs/deployment.md"):
        text = (REPOSITORY / page).read_text(encoding="utf-8")
        assert re.search(r"\((docs/)?proxy\.md", text), page
