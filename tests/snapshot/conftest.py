"""
Two ways from a save to the client, side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from snapshot.saves import Saves, Workers, workers


@pytest.fixture(scope="package")
def both() -> Iterator[Workers]:
    """
    The processes of both ways.
    """
    with workers() as found:
        yield found


@pytest.fixture
def saves(both: Workers, tmp_path: Path) -> Saves:
    """
    An empty app in two places.
    """
    return Saves(both, tmp_path)
