"""
What `docs/security.md` promises, tried on the demo's build: adapter-node, with raw sockets where
`fetch` or `urllib` would tidy up what is to be tried.
"""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import free_port
from demo.running import REPOSITORY, Copy
from production.serving import Site, log_in, running_web

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("production")]


# --- Requests from other sites -------------------------------------------------------------------


@pytest.fixture(scope="module")
def ada(site: Site) -> str:
    """
    The cookie of somebody who is logged in.
    """
    return log_in(site.url, "ada")


def send(site: Site, method: str, path: str, body: bytes, **headers: str) -> int:
    """
    Send a request with these headers and no others of note, and return the answer's status.
    """
    connection = http.client.HTTPConnection("127.0.0.1", site.web_port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, f"/api{path}", body, named)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def comments(site: Site) -> int:
    """
    Count what was said about an incident.
    """
    with urllib.request.urlopen(f"{site.url}/api/incidents/1/comments", timeout=30) as answer:
        return len(json.load(answer))


OTHER_SITES = [
    {"sec_fetch_site": "cross-site", "origin": "https://evil.example"},
    {"sec_fetch_site": "same-site", "origin": "http://other.127.0.0.1"},
    {"sec_fetch_site": "cross-site"},
    {"origin": "https://evil.example"},  # an older browser
    {"origin": "null"},  # from a sandbox
    {"origin": "http://127.0.0.1"},  # another port
]


@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
@pytest.mark.parametrize("sender", OTHER_SITES, ids=lambda sender: "-".join(sender.values()))
def test_other_sites_change_nothing(
    site: Site, ada: str, sender: dict[str, str], kind: str
) -> None:
    """
    Not with the user's cookies, whatever the type of the body.
    """
    before = comments(site)
    headers = {**sender, "cookie": ada, **({"content_type": kind} if kind else {})}
    assert send(site, "POST", "/incidents/1/comments", b'{"body": "Forged"}', **headers) == 403
    assert comments(site) == before


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "POST"])
def test_methods_that_change_something_are_refused_alike(site: Site, ada: str, method: str) -> None:
    """
    Before it is looked up whether there is such an operation.
    """
    assert send(site, method, "/comments/1", b"", cookie=ada, sec_fetch_site="cross-site") == 403


@pytest.mark.parametrize("sender", [{"sec_fetch_site": "same-origin"}, {"origin": "own"}, {}])
def test_the_own_site_and_other_programs_may(site: Site, ada: str, sender: dict[str, str]) -> None:
    """
    What sends neither header is no browser: no cookie comes along by itself.
    """
    before = comments(site)
    headers = {**sender, "cookie": ada, "content_type": "application/json"}
    if "origin" in sender:
        headers["origin"] = site.url
    assert send(site, "POST", "/incidents/1/comments", b'{"body": "Mine"}', **headers) == 201
    assert comments(site) == before + 1


@pytest.mark.parametrize(("own", "status"), [(False, 403), (True, 201)])
def test_a_form_needs_an_origin(site: Site, ada: str, own: bool, status: int) -> None:
    """
    Other programs' too: SvelteKit asks for it before the proxy does.
    """
    part = b'content-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nA'
    body = b"--x\r\n" + part + b"\r\n--x--\r\n"
    headers = {"cookie": ada, "content_type": "multipart/form-data; boundary=x"}
    if own:
        headers["origin"] = site.url
    assert send(site, "POST", "/incidents/1/attachments", body, **headers) == status


# --- Other servers -------------------------------------------------------------------------------


@dataclass
class Recorder:
    """
    A server that writes down what reaches it, and answers as it is told.
    """

    port: int
    requests: list[tuple[str, str, Message]] = field(default_factory=list)
    location: str = ""
    """Where everybody is sent; empty: nowhere."""
    head: bytes = b""
    """A whole answer, byte by byte."""

    def sees(self) -> list[tuple[str, str]]:
        """
        Return method and target of each request so far, and forget them.
        """
        seen = [(method, target) for method, target, _ in self.requests]
        self.requests.clear()
        return seen


@contextmanager
def recording() -> Iterator[Recorder]:
    """
    Run a recorder.
    """
    recorder = Recorder(free_port())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            recorder.requests.append((self.command, self.path, self.headers))
            if recorder.head:
                self.wfile.write(recorder.head)
                return
            self.send_response(302 if recorder.location else 200)
            if recorder.location:
                self.send_header("location", recorder.location)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", "4")
            self.end_headers()
            self.wfile.write(b"null")

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", recorder.port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield recorder
        server.shutdown()
        thread.join()


@dataclass(frozen=True)
class Trap:
    """
    The pages' server before a backend that lies, and a stranger that nothing may reach.
    """

    port: int
    backend: Recorder
    stranger: Recorder

    def say(self, request: bytes) -> bytes:
        """
        Send these very bytes, and return the answer's.
        """
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(request)
            received = b""
            while piece := connection.recv(65536):
                received += piece
            return received


@pytest.fixture(scope="module")
def _trap(built: tuple[Copy, Path]) -> Iterator[Trap]:
    _, folder = built
    with recording() as backend, recording() as stranger:
        port = free_port()
        origin = f"http://127.0.0.1:{port}"
        with running_web(folder, port, f"http://127.0.0.1:{backend.port}", origin):
            yield Trap(port, backend, stranger)


@pytest.fixture
def trap(_trap: Trap) -> Trap:
    """
    A trap that nobody has come to yet.
    """
    _trap.backend.location = ""
    _trap.backend.head = b""
    _trap.backend.sees()
    _trap.stranger.sees()
    return _trap


# --- Redirects -----------------------------------------------------------------------------------


def test_the_proxy_follows_no_redirect(trap: Trap) -> None:
    """
    The browser does, with what it sends to that place.
    """
    elsewhere = trap.backend.location = f"http://localhost:{trap.stranger.port}/x"
    answer = trap.say(b"GET /api/people HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 302")
    assert f"\r\nlocation: {elsewhere}\r\n".encode() in answer
    assert trap.stranger.sees() == []


@pytest.mark.parametrize("way", ["by-itself", "with-fetch"])
def test_no_credentials_go_to_another_host_while_a_page_is_rendered(trap: Trap, way: str) -> None:
    """
    Where the redirect is followed, as a browser would, it is without cookies and `Authorization`.
    """
    trap.backend.location = f"http://localhost:{trap.stranger.port}/x"
    trap.say(
        f"GET /redirected/{way} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n".encode()
        + b"cookie: board_session=secret\r\nauthorization: Bearer secret\r\n\r\n"
    )
    sent = [item for _, _, headers in trap.backend.requests for item in headers.items()]
    assert ("cookie", "board_session=secret") in sent
    assert ("authorization", "Bearer secret") in sent
    reached = [*trap.stranger.requests]
    assert reached
    assert "secret" not in "".join(str(headers) for _, _, headers in reached)


# --- Where the proxy goes ------------------------------------------------------------------------

TARGETS = [
    "http://localhost:{stranger}/api/people",
    "//localhost:{stranger}/api/people",
    "/api//localhost:{stranger}/people",
    "/api/http://localhost:{stranger}/people",
    "/api/@localhost:{stranger}/people",
    "/api/\\localhost:{stranger}/people",
    "/api/%5C%5Clocalhost:{stranger}/people",
    "/api/%2F%2Flocalhost:{stranger}/people",
    "/api/people/..%2F..%2Fadmin",
    "/api/people/%2e%2e/admin",
    "/api/people/../../admin",
    "/api/people%00",
    "/api/people%0d%0aHost:%20localhost:{stranger}",
    "/api/docs",
    "/api/openapi.json",
    "/api/watched",
]
HEADERS = [
    "host: localhost:{stranger}",
    "x-forwarded-host: localhost:{stranger}",
    "x-forwarded-proto: http\r\nx-forwarded-port: {stranger}",
    "forwarded: host=localhost:{stranger};proto=http",
    "x-original-url: http://localhost:{stranger}/admin",
    "x-rewrite-url: /admin",
    "x-http-method-override: DELETE",
    "fluidkit-url: http://localhost:{stranger}",
    "x-sveltekit-action: true",
]


def filled(trap: Trap, text: str) -> str:
    """
    Return *text* with the stranger's port.
    """
    return text.replace("{stranger}", str(trap.stranger.port))


@pytest.mark.parametrize("target", TARGETS)
def test_no_request_line_changes_where_the_proxy_goes(trap: Trap, target: str) -> None:
    """
    Neither the host nor, on the backend, another path than that of an operation.
    """
    request = f"GET {filled(trap, target)} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"
    trap.say(request.encode())
    assert trap.stranger.sees() == []
    assert {path for _, path in trap.backend.sees()} <= {"/people", "/me"}


@pytest.mark.parametrize("header", HEADERS)
def test_no_header_changes_where_the_proxy_goes(trap: Trap, header: str) -> None:
    """
    The request arrives where it always does.
    """
    host = "" if header.startswith("host") else "host: a\r\n"
    lines = f"{host}{filled(trap, header)}\r\nconnection: close\r\n"
    answer = trap.say(f"GET /api/people HTTP/1.1\r\n{lines}\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 200")
    assert trap.stranger.sees() == []
    assert trap.backend.sees() == [("GET", "/people")]


# --- Bytes that no header has --------------------------------------------------------------------

BROKEN = [
    b"cookie: a=\x00b",
    b"x: a\rb: c",
    b"x\x00y: a",
    b"x: a\r\n folded: b",
    b"x : a",
    b"content-length: 4\r\ntransfer-encoding: chunked",
    b"content-length: 4\r\ncontent-length: 5",
]


@pytest.mark.parametrize("header", BROKEN)
def test_broken_headers_end_at_the_door(trap: Trap, header: bytes) -> None:
    """
    NUL, CR and LF, and what two servers could read in two ways: nothing is forwarded.
    """
    answer = trap.say(
        b"POST /api/login HTTP/1.1\r\nhost: a\r\nconnection: close\r\n" + header + b"\r\n\r\n"
    )
    assert answer.startswith(b"HTTP/1.1 400") or answer == b""
    assert trap.backend.sees() == []


@pytest.mark.parametrize("line", [b"x: a\x00b", b"x: a\rset-cookie: b=c"])
def test_broken_headers_of_an_answer_reach_no_browser(trap: Trap, line: bytes) -> None:
    """
    The answer as a whole does not.
    """
    trap.backend.head = b"HTTP/1.1 200 OK\r\n" + line + b"\r\ncontent-length: 0\r\n\r\n"
    answer = trap.say(b"GET /api/people HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 502")
    assert line not in answer
    assert b"set-cookie" not in answer


# --- What a build holds --------------------------------------------------------------------------


def test_a_build_tells_nothing_of_the_python(built: tuple[Copy, Path]) -> None:
    """
    No path, no docstring and no map of ours; and in what browsers load, not where the backend is.
    """
    copy, folder = built
    assert [*copy.frontend.rglob("generated/*.d.ts.map")], "without maps this shows nothing"
    docstring = "Tell what happens on the board, beginning with what was missed"
    assert docstring in (copy.backend / "app/routers/notifications.py").read_text(encoding="utf-8")
    telling = [str(copy.root.parents[1]), str(REPOSITORY), "d.ts.map", docstring]
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 50
    for file in files:
        text = file.read_bytes().decode(errors="replace")
        assert not python_files(text), file
        assert not [each for each in telling if each in text], file
        if "client" in file.relative_to(folder).parts:
            assert "127.0.0.1" not in text, file
            assert file.suffix != ".map"


def python_files(text: str) -> Sequence[str]:
    """
    Return what names a Python file; a property may be called `py` as well.
    """
    return re.findall(r"[\w/-]+/[\w.-]+\.py\b|\b\w+\.api\.py\b|\bbackend/app\b", text)


# --- One user and another ------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/login", "/asked"])
def test_nobody_is_served_as_somebody_else(site: Site, path: str) -> None:
    """
    Many pages rendered at once, for two users and for a visitor without a cookie; by calls that are
    given a `fetch`, and by calls that are not.
    """
    cookies = {"Ada Winter": log_in(site.url, "ada"), "Ben Okafor": log_in(site.url, "ben")}

    def rendered(name: str | None) -> tuple[str | None, str]:
        headers = {"cookie": cookies[name]} if name else {}
        request = urllib.request.Request(f"{site.url}{path}", headers=headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert "set-cookie" not in answer.headers
            html: str = answer.read().decode()
            return name, html

    asked: list[str | None] = [*cookies, None] * 15
    with ThreadPoolExecutor(12) as pool:
        for name, html in pool.map(rendered, asked):
            found = re.findall("Logged in as ([^<]+)<", html)
            assert found == ([name] if name else [])


def test_a_forged_cookie_is_nobodys(site: Site, ada: str) -> None:
    """
    The protected page sends its visitor to log in, and a cookie of another form does no harm.
    """
    connection = http.client.HTTPConnection("127.0.0.1", site.web_port, timeout=30)
    for cookie in (ada[:-1] + ("0" if ada[-1] != "0" else "1"), "board_session=x", ""):
        connection.request("GET", "/mine", headers={"cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        assert (answer.status, answer.headers["location"]) == (303, "./login?next=/mine")
    connection.close()
