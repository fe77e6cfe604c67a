"""
Serve an app on a free port, say which, and end when standard input does.
"""

from __future__ import annotations

import os
import socket
import sys
import threading

import uvicorn
from uvicorn.importer import import_from_string

if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", 0), backlog=128)
    # Inherited by its connections; asyncio sets it only where it makes the socket itself.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    config = uvicorn.Config(import_from_string(sys.argv[1]), log_level="critical")
    server = uvicorn.Server(config)
    print(listening.getsockname()[1], flush=True)

    def stop_at_end() -> None:
        sys.stdin.read()
        server.should_exit = server.force_exit = True
        # Open streams would keep it for ever.
        threading.Timer(3, os._exit, [0]).start()

    threading.Thread(target=stop_at_end, daemon=True).start()
    server.run(sockets=[listening])
