"""
HTTP as it is on the wire: only there can one tell a response that broke from one that ended.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import closing

END = b"0\r\n\r\n"
"""The chunk that ends a chunked response."""


class Exchange:
    """
    One request, and all that came back.
    """

    def __init__(self, port: int, path: str, *headers: str, method: str = "GET") -> None:
        self.received = b""
        self.closed = threading.Event()
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", *headers, "", ""]
        self._socket.sendall("\r\n".join(lines).encode())
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with closing(self._socket):
            try:
                while data := self._socket.recv(65536):
                    self.received += data
            except OSError:
                pass
        self.closed.set()

    def wait_for(self, data: bytes, seconds: float = 10) -> None:
        """
        Wait until *data* has arrived.
        """
        deadline = time.monotonic() + seconds
        while data not in self.received:
            assert time.monotonic() < deadline, self.received
            time.sleep(0.01)

    @property
    def broke(self) -> bool:
        """
        Whether the connection was closed in the middle of a response that had begun.
        """
        started = self.received.startswith(b"HTTP/1.1 200")
        return self.closed.wait(10) and started and not self.received.endswith(END)


def wait_until_open(port: int, seconds: float = 20) -> None:
    """
    Wait until somebody listens on *port*.
    """
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline, f"nobody listens on {port}"
            time.sleep(0.02)
        else:
            return
