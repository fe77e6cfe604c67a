"""
The packages of `package-lock.json`, installed once.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """
    The folder that holds TypeScript in three versions, Kit, Vite, Prettier.
    """
    found = HERE / "node_modules"
    if not found.exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=HERE, check=True)
    return found
