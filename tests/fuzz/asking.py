"""
Ask an app as a server does, and take no more of an answer than is needed.
"""

from __future__ import annotations

import asyncio
from typing import Any

from fuzz.judging import Answer

ENOUGH = 60
"""Pieces after which an answer is taken for one that goes on."""


def ask(app: Any, path: str) -> Answer | None:
    """
    Return what a GET brings; None: the endpoint itself fails.
    """
    return asyncio.run(_ask(app, path))


async def _ask(app: Any, path: str) -> Answer | None:
    scope: dict[str, Any] = {
        "type": "http",
        "http_version": "1.1",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [],
        "server": ("localhost", 80),
    }
    sent: list[Any] = []
    enough, asked = asyncio.Event(), False

    async def receive() -> dict[str, Any]:
        nonlocal asked
        if not asked:
            asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await enough.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)
        if len(sent) > ENOUGH:
            enough.set()
            await asyncio.sleep(60)

    task = asyncio.ensure_future(app(scope, receive, send))
    try:
        done, _ = await asyncio.wait({task, asyncio.ensure_future(enough.wait())}, timeout=5,
                                     return_when=asyncio.FIRST_COMPLETED)  # fmt: skip
        ended = task in done
        if ended and task.exception() is not None:
            return None
    finally:
        task.cancel()
    start = next((each for each in sent if each["type"] == "http.response.start"), None)
    if start is None:
        return None
    headers = {name.lower(): value for name, value in start["headers"]}
    body = b"".join(each.get("body", b"") for each in sent)
    return Answer(start["status"], headers.get(b"content-type", b"").decode(), body, ended)
