"""
Which versions the tests are run with: scripts/matrix.py, tests/matrix.toml.
"""

from __future__ import annotations

import importlib.util
import sys
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts/matrix.py"


@pytest.fixture
def matrix(monkeypatch: pytest.MonkeyPatch) -> Any:
    """
    The script, as a module.
    """
    spec = importlib.util.spec_from_file_location("matrix", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "matrix", module)
    spec.loader.exec_module(module)
    return module


def versions(cell: Any) -> list[tuple[str, str | None]]:
    return [("python", cell.python), ("fastapi", cell.fastapi), ("pydantic", cell.pydantic)]


def test_any_two_versions_meet_where_all_is_run(matrix: Any) -> None:
    """The oldest of all do, and the newest."""
    cells = list(matrix.cells())
    whole = [cell for cell in cells if cell.whole]
    met = {pair for cell in whole for pair in combinations(versions(cell), 2)}
    kinds = [{versions(cell)[number] for cell in cells} for number in range(3)]
    assert met == {pair for two in combinations(kinds, 2) for pair in product(*two)}
    assert {cells[0].name, cells[-1].name} <= {cell.name for cell in whole}
    assert len(whole) == len(cells) / 2


def test_the_quick_part_belongs_to_the_whole(matrix: Any) -> None:
    """Nothing is run in a quick cell alone, and everything that is named exists."""
    assert all(each.partition("::")[0].startswith(tuple(matrix.WHOLE)) for each in matrix.QUICK)
    named = {each.partition("::")[0] for each in (*matrix.QUICK, *matrix.WHOLE)}
    assert [each for each in named if not (SCRIPT.parents[1] / each).exists()] == []
