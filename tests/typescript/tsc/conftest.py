"""
The packages of `package-lock.json`, installed once.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from node import packages


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """
    The folder that holds TypeScript in three versions, Kit, Vite, Prettier.
    """
    return packages()
