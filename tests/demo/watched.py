"""
The demo's app, and beside it what it has open: `uvicorn watched:app` in a copy of the back end.
"""

import gc
import json
import os
import stat
from collections import Counter
from pathlib import Path
from types import AsyncGeneratorType, GeneratorType

from app import main
from uvicorn.server import ServerState

FOLDER = str(Path(main.__file__).parent)


async def app(scope, receive, send):
    """
    Answer `/watched`, and leave everything else to the demo.
    """
    if scope["type"] != "http" or scope["path"] != "/watched":
        await main.app(scope, receive, send)
        return
    found = {"suspended": generators()}
    # FastAPI's own server-sent events leave a generator to the garbage collector if the reader goes
    # while an event is handed on.
    gc.collect()
    found |= {"generators": generators(), "connections": connections(), "sockets": sockets()}
    found["process"] = os.getpid()
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(found).encode()})


def generators():
    """
    Count the demo's generators that have not ended, by name.
    """
    alive = Counter()
    for one in gc.get_objects():
        if isinstance(one, AsyncGeneratorType) and one.ag_frame is not None:
            code = one.ag_code
        elif isinstance(one, GeneratorType) and one.gi_frame is not None:
            code = one.gi_code
        else:
            continue
        # The lifespan's lives as long as the app does.
        if code.co_filename.startswith(FOLDER) and code.co_filename != main.__file__:
            alive[code.co_qualname] += 1
    return alive


def connections():
    """
    Count the connections that uvicorn knows of, but the one that asks.
    """
    states = [one for one in gc.get_objects() if isinstance(one, ServerState)]
    return sum(len(state.connections) for state in states) - 1


def sockets():
    """
    Count this process's sockets, but the one that asks.
    """
    count = -1
    for file in Path("/dev/fd").iterdir():
        try:
            count += stat.S_ISSOCK(os.fstat(int(file.name)).st_mode)
        except OSError:  # that of the folder itself
            continue
    return count
