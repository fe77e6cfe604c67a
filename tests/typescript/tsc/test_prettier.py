"""
Prettier, as `sv create` sets it up, has nothing to say.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from golden.trees import TREES, tree
from typescript.tsc.projects import write, write_client

pytestmark = [pytest.mark.node, pytest.mark.slow]

CREATED = {"useTabs": True, "singleQuote": True, "trailingComma": "none", "printWidth": 100}


@pytest.mark.parametrize("name", TREES)
def test_prettier_is_content(name: str, tmp_path: Path, node_modules: Path) -> None:
    """
    Façades are formatted its way, and it leaves `generated/` alone, runtime included.
    """
    write_client(tmp_path, *tree(name))
    created = json.dumps(CREATED, indent="\t") + "\n"
    write(tmp_path, {".prettierrc": created, "mine.js": "let   x"})
    prettier = node_modules / "prettier" / "bin" / "prettier.cjs"
    done = subprocess.run(
        ["node", prettier, "--list-different", "."], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["mine.js"]
