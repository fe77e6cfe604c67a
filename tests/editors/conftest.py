"""
A SvelteKit project with a generated client, and the servers of today's editors over it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import environment
from editors.protocol import Editor, LanguageServer, Span, TsServer
from node import packages

HERE = Path(__file__).parent
SHOP = HERE / "project"


@dataclass(frozen=True)
class Project:
    """
    A repository with an app in `backend` and a SvelteKit tree in `frontend`.
    """

    root: Path

    def place(self, path: str, marked: str) -> Span:
        """
        Find the word behind `^` in a piece of a file that stands there once.
        """
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        before, behind = marked.split("^")
        assert text.count(before + behind) == 1, (path, marked, text.count(before + behind))
        at = text.index(before + behind) + len(before)
        word = re.match(r"\w+", behind)
        assert word is not None
        head = text[:at].split("\n")
        column = len(head[-1].encode("utf-16-le")) // 2 + 1
        return Span(file, len(head), column, column + len(word[0]))

    def generate(self, app: str, folder: str) -> set[Path]:
        """
        Write the client as a user does, and return the declarations that were written.
        """
        before = self._written()
        command = [sys.executable, "-m", "fluidkit", "generate", app, "--app-dir", folder]
        done = subprocess.run(
            command, cwd=self.root, env=environment(), capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return {file for file, time in self._written().items() if before.get(file) != time}

    def _written(self) -> dict[Path, int]:
        folder = self.root / "frontend" / "src" / "lib" / "api"
        return {file: file.stat().st_mtime_ns for file in folder.rglob("*.d.ts")}


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """
    TypeScript in three versions, and what a SvelteKit project has.
    """
    return packages()


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory, node_modules: Path) -> Project:
    """
    The project beside this file, with its client.
    """
    root = tmp_path_factory.mktemp("editors") / "shop"
    shutil.copytree(SHOP, root, ignore=shutil.ignore_patterns("__pycache__"))
    (root / ".git").mkdir()
    frontend = root / "frontend"
    (frontend / "node_modules").symlink_to(node_modules)
    project = Project(root.resolve())
    project.generate("shop.main:app", "backend")
    kit = node_modules / "@sveltejs" / "kit" / "svelte-kit.js"
    subprocess.run(["node", kit, "sync"], cwd=frontend, check=True, capture_output=True)
    return project


@pytest.fixture(scope="session")
def editors(shop: Project, node_modules: Path) -> Iterator[dict[str, Editor]]:
    """
    Each server, by name, with the project's files open.
    """
    folder = shop.root / "frontend"
    svelte = packages(HERE) / "svelte-language-server" / "bin" / "server.js"
    started: dict[str, Editor] = {
        "tsserver 5.9": TsServer(node_modules / "typescript-5.9" / "lib" / "tsserver.js", folder),
        "tsserver 6.0": TsServer(node_modules / "typescript-6.0" / "lib" / "tsserver.js", folder),
        "TypeScript 7": LanguageServer(
            ["node", node_modules / "typescript-7.0" / "bin" / "tsc", "--lsp", "--stdio"], folder
        ),
        "Svelte": LanguageServer(["node", svelte, "--stdio"], folder),
    }
    for name, editor in started.items():
        path = "src/routes/+page.svelte" if name == "Svelte" else "src/lib/shop.ts"
        editor.open(folder / path)
        if name != "Svelte":
            editor.open(folder / "src/lib/api/users.api.ts")
    yield started
    for editor in started.values():
        editor.close()
