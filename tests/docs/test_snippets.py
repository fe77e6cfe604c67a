"""
Examples that are no program: settings, commands, the lines of a page's Python.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import PurePath
from typing import Any

import pytest
import typer
import uvicorn
from conftest import Tree, environment

from docs.pages import ALL, PAGES, REPOSITORY, of
from fluidkit import cli
from fluidkit.layout import find_project
from fluidkit.settings import read_settings
from fluidkit.src import module_name

PAGE = "beside-the-page"
LINES = sorted(
    {
        line
        for one in ALL
        if one.language == "sh"
        for line in one.code.splitlines()
        if line.strip() and "$" not in line  # what a shell puts in is not known here
    }
)
COMMANDS: dict[str, Any] = {"fluidkit": typer.main.get_command(cli.app), "uvicorn": uvicorn.main}


def test_python_beside_a_page_runs(tree: Tree) -> None:
    """
    What the page imports in each place is there, as it says.
    """
    main, imports, test = (one.code for one in of(PAGE, "py"))
    start = "from fastapi import FastAPI\nimport fluidkit\n\n"
    router = "\n\nfrom fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n"
    route = '@router.get("/")\ndef get_one() -> Notification: ...\n'
    model = "from pydantic import BaseModel\n\n\nclass {}(BaseModel):\n    id: int\n"
    pages = "frontend/src/routes"
    tree.kit("frontend")
    tree.write("backend/main.py", start + main)
    tree.write("backend/app/database.py", "class Database: ...\n")
    tree.write(f"{pages}/notifications/notifications.api.py", imports + router + route)
    tree.write(f"{pages}/notifications/models.py", model.format("Notification"))
    tree.write(f"{pages}/users/models.py", model.format("User"))
    asked = "\nassert list(app.openapi()['paths']) == ['/notifications/']\n"
    tree.write("backend/test.py", f"{test}{asked}assert Notification(id=1).id\n")
    done = subprocess.run(
        [sys.executable, "test.py"],
        cwd=tree.root / "backend",
        env=environment(FLUIDKIT_ENABLED="0"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_modules_beside_pages_are_called_as_the_page_says() -> None:
    """
    Each row of its table.
    """
    page = (REPOSITORY / "docs" / f"{PAGE}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\S+\.py)` \| `(fluidkit\.src\S+)` \|$", page, re.MULTILINE)
    assert len(rows) >= 4
    assert {name: module_name(PurePath(name)) for name, _ in rows} == dict(rows)


def test_settings_are_taken(tree: Tree) -> None:
    """
    As they stand in the page.
    """
    [example] = of("configuration", "toml")
    tree.write("pyproject.toml", example.code)
    settings = read_settings(find_project(tree.root / "main.py"), {})
    said = tomllib.loads(example.code)["tool"]["fluidkit"]
    assert (settings.case, [*settings.exclude]) == (said["case"], said["exclude"])


def test_an_app_has_a_folder_and_a_path_of_its_own(tree: Tree) -> None:
    """
    As the call in the page says.
    """
    [call] = of("configuration", "py")
    tree.kit("frontend")
    route = '@billing.get("/")\ndef get_bill() -> int: ...\n'
    start = "from fastapi import FastAPI\nimport fluidkit\n\nbilling = FastAPI()\n\n\n"
    tree.write("main.py", f"{start}{route}\n\n{call.code}")
    done = subprocess.run(
        [sys.executable, "-m", "fluidkit", "generate", "main:billing"],
        cwd=tree.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    files = tree.files("frontend")
    assert "get_bill" in tree.read("frontend/src/lib/billing/main.api.ts")
    assert "frontend/src/routes/billing/[...path]/+server.ts" in files
    settings = tree.read("frontend/src/lib/billing/generated/settings.js")
    assert "'http://127.0.0.1:8001'" in settings


@pytest.mark.parametrize("line", [line for line in LINES if line.split()[0] in COMMANDS])
def test_commands_take_their_options(line: str) -> None:
    """
    Nothing is run: an option that a command has not got is an error before that.
    """
    name, *arguments = line.split("#", maxsplit=1)[0].split()
    command = COMMANDS[name]
    if name == "fluidkit":
        name, *arguments = arguments
        command = command.commands[name]
    command.make_context(name, arguments)


def test_what_is_made_can_be_made() -> None:
    """
    Every target of the Makefile that a page names.
    """
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = re.findall(r"(?:^|`)make ([a-z -]*[a-z])", text, re.MULTILINE)
    assert len(named) > 10
    assert {each for line in named for each in line.split()} <= targets


TRIED = {
    "python": "test_examples",
    "ts": "test_examples",
    "svelte": "test_examples",
    "sh": "test_commands_take_their_options",
    "diff": "test_contributing",
    "nginx": "test_production_pages",
    "typescript": "tests/wire/test_types_page.py",
    "types py": "tests/wire/test_types_page.py",
    "configuration py": "test_an_app_has_a_folder_and_a_path_of_its_own",
    "configuration toml": "test_settings_are_taken",
    "beside-the-page py": "test_python_beside_a_page_runs",
    "deployment dockerfile": "test_production_pages",
}
"""Blocks by language, or by page and language, and the test that tries them."""

FRAGMENTS = {
    "beside-the-page": "a list of files",
    "quickstart": "a list of files",
    "how-it-works": "a drawing",
    "beside-the-page toml": "two settings of Pyright",
    "beside-the-page dockerfile": "what an image needs of a front end",
}
"""Blocks that no test tries, and what they are."""


def test_no_block_is_left_alone() -> None:
    """
    Each is tried, or is no more than a fragment.
    """
    found = {f"{one.page} {one.language}".strip() for one in ALL}
    assert sorted(each for each in found if not _is_known(each)) == []
    assert [each for each in FRAGMENTS if each not in found] == []


def _is_known(block: str) -> bool:
    return block in FRAGMENTS or block in TRIED or block.partition(" ")[2] in TRIED
