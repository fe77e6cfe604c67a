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
