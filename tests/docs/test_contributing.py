"""
The page for who changes FluidKit: its map is complete, and its example works as it stands there.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import environment

from docs.pages import REPOSITORY, of

PAGE = (REPOSITORY / "docs" / "contributing.md").read_text(encoding="utf-8")
TEST = "tests/introspection/test_types.py"


def test_the_map_has_every_module() -> None:
    """
    But those below `introspection/` and `typescript/`, whose first lines say it.
    """
    named = {each.rstrip("/") for each in re.findall(r"`([\w/]+)", PAGE)}
    package = REPOSITORY / "fluidkit"
    modules = {each.stem for each in package.glob("*.py")} - {"__init__", "__main__"}
    folders = {each.parent.name for each in package.glob("*/__init__.py")}
    assert modules | folders <= named


def test_what_it_names_is_there() -> None:
    """
    Files and modules, of every table.
    """
    package, tests = REPOSITORY / "fluidkit", REPOSITORY / "tests"
    below = (REPOSITORY, package, package / "introspection", tests)
    words = {each for row in re.findall(r"^\|.*", PAGE, re.MULTILINE) for each in _quoted(row)}
    missing = {
        word
        for word in words - NO_FILES
        if not any((folder / f"{word.split('.')[0]}.py").exists() for folder in below)
        and not any((folder / word).exists() for folder in below)
    }
    assert missing == set()


NO_FILES = {
    "integrate(app)",
    "include_pages(app)",
    "@fluidkit.streams",
    "watch",
    "dev",
    "src",
    "dist",
}
"""What is no file, or one of the runtime."""


def _quoted(row: str) -> list[str]:
    return re.findall(r"`([^` ]+)`", row)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """
    A copy of what the example changes, and of what its test needs.
    """
    leave = shutil.ignore_patterns("node_modules", "__pycache__", "dist", "trees")
    for folder in ("fluidkit", "tests/apps", "tests/golden"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=leave)
    for file in (TEST, "tests/conftest.py", "tests/versions.py", "pyproject.toml"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / file, tmp_path / file)
    return tmp_path


def test_the_example_works(checkout: Path) -> None:
    """
    Its test is red before the rest of it is there, and green with that.
    """
    [example] = of("contributing", "diff")
    test, code = re.split(r"(?=^--- a/fluidkit)", example.code, maxsplit=1, flags=re.MULTILINE)
    _apply(checkout, test)
    assert "1 failed" in _run(checkout)
    _apply(checkout, code)
    assert "1 passed" in _run(checkout)


def _apply(checkout: Path, diff: str) -> None:
    done = subprocess.run(
        ["git", "apply", "-"], cwd=checkout, input=diff, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def _run(checkout: Path) -> str:
    command = [sys.executable, "-m", "pytest", TEST, "-k", "host_name", "-p", "no:cacheprovider"]
    done = subprocess.run(
        command, cwd=checkout, env=environment(), capture_output=True, text=True, check=False
    )
    return done.stdout
