"""
Requests as bytes: whatever sends them in another way would tidy them up.
"""

from __future__ import annotations

import json
import socket
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kit.sites import Site


@dataclass(frozen=True)
class Reply:
    """
    An answer, byte by byte.
    """

    status: int
    headers: Sequence[tuple[str, str]]
    """Names in lower case, in the order of their coming."""
    body: bytes

    def all(self, name: str) -> list[str]:
        """
        Return the values of each header of this name.
        """
        return [value for each, value in self.headers if each == name]


@dataclass(frozen=True)
class Arrived:
    """
    A request as it came to the back end.
    """

    method: str
    target: str
    headers: Sequence[Sequence[str]]
    size: int

    def all(self, name: str) -> list[str]:
        """
        Return the values of each header of this name.
        """
        return [value for each, value in self.headers if each == name]


@dataclass(frozen=True)
class Wire:
    """
    A site, and what its back end answers below `/raw`.
    """

    site: Site

    def play(
        self,
        status: int = 200,
        headers: Sequence[tuple[str, str]] = (("content-type", "application/json"),),
        body: str = "null",
    ) -> None:
        """
        Set the answer of the next requests, and forget those before.
        """
        script = {"status": status, "headers": headers, "body": body}
        request = urllib.request.Request(
            f"{self.site.api_url}/stage",
            json.dumps(script).encode(),
            {"content-type": "application/json"},
            method="PUT",
        )
        urllib.request.urlopen(request, timeout=30).close()

    def arrived(self) -> list[Arrived]:
        """
        Return what has come to the back end since.
        """
        with urllib.request.urlopen(f"{self.site.api_url}/stage", timeout=30) as answer:
            return [Arrived(**each) for each in json.load(answer)]

    def ask(self, line: str, *headers: str, body: bytes = b"", host: str | None = None) -> Reply:
        """
        Send a request line and headers as they are, and return the answer.
        """
        with self.open() as connection:
            connection.sendall(self.request(line, *headers, body=body, host=host))
            return read(connection)

    def request(
        self, line: str, *headers: str, body: bytes = b"", host: str | None = None
    ) -> bytes:
        """
        Return the bytes of a request; a body brings its length.
        """
        names = [each.split(":")[0].lower() for each in headers]
        lines = [f"{line} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.site.web_port}'}"]
        if "connection" not in names:
            lines.append("Connection: close")
        if body and "transfer-encoding" not in names:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, *headers, "", ""]).encode("latin-1") + body

    @contextmanager
    def open(self) -> Iterator[socket.socket]:
        """
        A connection to the pages' server.
        """
        with socket.create_connection(("127.0.0.1", self.site.web_port), timeout=60) as connection:
            yield connection


def read(connection: socket.socket) -> Reply:
    """
    Read an answer to its end.
    """
    received = b""
    try:
        while piece := connection.recv(65536):
            received += piece
    except ConnectionResetError:
        pass  # Who refuses a body may not wait for its end.
    return parsed(received)


def parsed(received: bytes) -> Reply:
    """
    Take an answer apart.
    """
    received = received.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = [line.split(":", 1) for line in lines]
    reply = Reply(
        int(first.split()[1]), [(name.lower(), value.strip()) for name, value in pairs], b""
    )
    whole = unchunked(body) if reply.all("transfer-encoding") == ["chunked"] else body
    return Reply(reply.status, reply.headers, whole)


def unchunked(body: bytes) -> bytes:
    """
    Put the pieces of a body together.
    """
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        whole += body[:length]
        body = body[length + 2 :]
    return whole


@contextmanager
def stranger() -> Iterator[tuple[int, Any]]:
    """
    A port that nothing may reach, and the question whether something has.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)

        def reached() -> bool:
            try:
                server.accept()[0].close()
            except BlockingIOError:
                return False
            return True

        yield server.getsockname()[1], reached
