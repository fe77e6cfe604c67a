"""
Live servers, and Node processes with their clients.
"""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from versions import has

from functional.clients import Client, generate

HERE = Path(__file__).parent
TESTS = HERE.parent
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""How many examples a property is tried with; 0: few, and the same on each run."""

_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}
settings.register_profile("seeded", max_examples=150, derandomize=True, database=None, **_COMMON)
settings.register_profile("search", max_examples=EXAMPLES or 1, **_COMMON)
PROFILE = settings.get_profile("search" if EXAMPLES else "seeded")


def serve(app: str) -> Iterator[str]:
    """
    Serve an app of `tests/apps` and give its base URL; it ends after that.
    """
    server = subprocess.Popen(
        [sys.executable, HERE / "server.py", app],
        cwd=TESTS,
        env={**os.environ, "PYTHONPATH": str(TESTS), "FLUIDKIT_ENABLED": "0"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with server:
        assert server.stdout is not None
        assert server.stdin is not None
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        server.stdin.close()


@pytest.fixture(scope="session")
def echo_url() -> Iterator[str]:
    """
    Where `tests/apps/echo.py` is served.
    """
    yield from serve("apps.echo:app")


@pytest.fixture(scope="session")
def echo_client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The folder of its client.
    """
    from apps.echo import app

    with warnings.catch_warnings():
        if not has(fastapi="0.136"):  # which asks the newest pydantic for each field by itself
            warnings.filterwarnings("ignore", "The 'alias' attribute with value")
        return generate(app, tmp_path_factory.mktemp("echo"), TESTS)


@pytest.fixture(scope="session")
def echo(echo_url: str, echo_client: Path) -> Iterator[Client]:
    """
    Its client, in Node.
    """
    scripts = [echo_client / "index.js", echo_client / "apps" / "echo.api.js"]
    command = ["node", HERE / "calls.mjs", echo_url, *scripts]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    with process:
        yield Client(process)
        assert process.stdin is not None
        process.stdin.close()
