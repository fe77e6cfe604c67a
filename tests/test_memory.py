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
    Of others.py there are five operations, and one is of a generic class.
    """
    assert answers["nothing"]["anew"] == answers["nothing"]["operations"] == 6
    assert answers["a field"]["anew"] == 2
    assert answers["and no more"]["anew"] == 2


@pytest.mark.parametrize(
    ("edit", "whole"),
    [
        ("nothing", False),
        ("a field", True),
        ("moved lines", True),
        ("a module that says it is elsewhere", True),
        ("a shared model is sent", False),
        ("and no more", False),
        ("a generic of its own", True),
        ("a path that others have", True),
        ("a path that others have, before them", False),
        ("a late dependency", False),
        ("a late description", False),
        ("all as it was", True),
    ],
)
def test_what_stays_as_a_whole(edit: str, whole: bool, answers: dict[str, dict[str, Any]]) -> None:
    """
    Unless other forms of shared classes are asked for, or the routes themselves are others.
    """
    assert answers[edit]["whole"] is whole
