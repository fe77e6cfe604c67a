"""
The catalogue's app, asked as over a network.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from apps.wire_models import CASES, Case, Wire, wire

from fluidkit.introspection import Context, Reading, read_app

ROOT = Path(__file__).resolve().parents[2]
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True)
class Server:
    """
    A running app, and what was read of it.
    """

    wire: Wire
    reading: Reading
    runner: asyncio.Runner
    client: httpx.AsyncClient

    def answer(self, case: Case, value: Any) -> Any:
        """
        Return the JSON that the endpoint of *case* makes of *value*.
        """
        self.wire.answers[case.name] = value
        response = self.runner.run(self.client.get(f"/out/{case.name}"))
        assert response.status_code == 200, response.text
        return json.loads(response.content)

    def errors(self, case: Case, value: Any) -> list[dict[str, Any]]:
        """
        Send JSON to the endpoint of *case*, and return why it was refused.
        """
        response = self.runner.run(
            self.client.post(f"/in/{case.name}", content=json.dumps(value), headers=JSON)
        )
        if response.status_code == 204:
            return []
        assert response.status_code == 422, response.text
        found: list[dict[str, Any]] = response.json()["detail"]
        return found


@contextmanager
def serving(cases: Sequence[Case] = CASES) -> Iterator[Server]:
    """
    Serve the catalogue in this process.
    """
    made = wire(cases)
    reading = read_app(made.app, Context(project_root=ROOT, root=ROOT / "tests"))
    transport = httpx.ASGITransport(made.app)
    with asyncio.Runner() as runner:
        client = httpx.AsyncClient(transport=transport, base_url="http://test")
        yield Server(made, reading, runner, client)
        runner.run(client.aclose())
