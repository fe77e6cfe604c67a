"""
What is printed compiles with every supported TypeScript.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from golden.trees import TREES, tree
from typescript.tsc.projects import RESOLUTION, write_project

pytestmark = [pytest.mark.node, pytest.mark.slow]

USE = Path(__file__).parent / "use"


@pytest.mark.parametrize("resolution", RESOLUTION)
@pytest.mark.parametrize("version", ["5.9", "6.0", "7.0"])
@pytest.mark.parametrize("name", TREES)
def test_golden_trees_compile_without_an_error(
    name: str, version: str, resolution: str, tmp_path: Path, node_modules: Path
) -> None:
    """
    With somebody who uses them, and declarations of libraries checked as well.
    """
    write_project(tmp_path, *tree(name), node_modules, resolution)
    if (used := USE / f"{name}.ts").exists():
        shutil.copy(used, tmp_path / "use.ts")
    tsc = node_modules / f"typescript-{version}" / "bin" / "tsc"
    done = subprocess.run(
        ["node", tsc, "--pretty", "false", "-p", tmp_path], capture_output=True, text=True
    )
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0
