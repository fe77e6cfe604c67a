"""
What is printed compiles with every supported TypeScript.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from golden.trees import TREES, tree
from typescript.tsc.projects import KIT_TYPES, RESOLUTION, write, write_client, write_project

pytestmark = [pytest.mark.node, pytest.mark.slow]

USE = Path(__file__).parent / "use"
KIT = [name for name in TREES if tree(name)[1].kit]
NEUTRAL = [name for name in TREES if not tree(name)[1].kit]


def errors(folder: Path, names: list[str], version: str, node_modules: Path) -> str:
    """
    Compile trees, each in a folder of its own, with somebody who uses it.
    """
    for name in names:
        write_client(folder / name, *tree(name))
        if (used := USE / f"{name}.ts").exists():
            write(folder / name, {"use.ts": used.read_text(encoding="utf-8")})
    tsc = node_modules / f"typescript-{version}" / "bin" / "tsc"
    done = subprocess.run(
        ["node", tsc, "--pretty", "false", "-p", folder], capture_output=True, text=True
    )
    assert (done.returncode == 0) == (done.stdout == "")
    return done.stdout + done.stderr


@pytest.mark.parametrize("resolution", RESOLUTION)
@pytest.mark.parametrize("version", ["5.9", "6.0", "7.0"])
def test_clients_of_a_kit_tree_compile_without_an_error(
    version: str, resolution: str, tmp_path: Path, node_modules: Path
) -> None:
    """
    Declarations of libraries are checked as well: nothing hides an error of ours.
    """
    write_project(tmp_path, node_modules, resolution, KIT_TYPES)
    assert errors(tmp_path, KIT, version, node_modules) == ""


@pytest.mark.parametrize("resolution", RESOLUTION)
@pytest.mark.parametrize("version", ["5.9", "6.0", "7.0"])
def test_neutral_clients_compile_without_an_error(
    version: str, resolution: str, tmp_path: Path, node_modules: Path
) -> None:
    """
    And without any package.
    """
    write_project(tmp_path, node_modules, resolution)
    assert errors(tmp_path, NEUTRAL, version, node_modules) == ""


def test_every_tree_that_is_used_is_a_tree() -> None:
    """
    Or else nobody would use it.
    """
    assert {file.stem for file in USE.iterdir()} <= set(TREES)


def test_an_error_would_be_seen(tmp_path: Path, node_modules: Path) -> None:
    """
    Of the client and of its user.
    """
    write_project(tmp_path, node_modules)
    write(tmp_path / NEUTRAL[0], {"wrong.ts": "export const x: string = 1;", "y.d.ts": "type = 1;"})
    found = errors(tmp_path, NEUTRAL, "7.0", node_modules)
    assert "wrong.ts(1,14): error TS2322" in found
    assert "y.d.ts(1,1): error TS" in found
