"""
A generation that recalls an earlier one writes what a generation from nothing writes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from memories import EDITS

TESTS = Path(__file__).parent


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    command = [sys.executable, str(TESTS / "memories.py"), str(tmp_path_factory.mktemp("memory"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {each["edit"]: each for each in map(json.loads, done.stdout.splitlines())}


pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")


@pytest.mark.parametrize("edit", EDITS)
def test_each_edit_ends_in_the_client_of_a_generation_from_nothing(
    edit: str, answers: dict[str, dict[str, Any]]
) -> None:
    """
    Whatever of the rest of the app changes what is known: forms, names, tags, prefixes.
    """
    assert answers[edit]["stale"] == []
    assert answers[edit]["same"]


def test_what_did_not_change_is_not_read_again(answers: dict[str, dict[str, Any]]) -> None:
    """
    Of others.py there are four operations, and one is of a generic class.
    """
    assert answers["nothing"]["anew"] == answers["nothing"]["operations"] == 5
    assert answers["a field"]["anew"] == 2
    assert answers["and no more"]["anew"] == 2
