"""
The whole client: which files there are, that they say whose they are, that nothing else matters.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from golden.hostile import HOSTILE
from golden.shop import SHOP
from golden.trees import TREES, print_tree, read_tree, tree
from golden.values import api

from fluidkit.typescript import Target, render

ROOT = Path(__file__).parents[2]


UGLY = pytest.param("ugly", marks=pytest.mark.since(fastapi="0.157", pydantic="2.14.2"))
"""Read from an app: with older versions it has other types, for reasons in docs/versions.md."""


@pytest.mark.parametrize("name", [name if name != "ugly" else UGLY for name in TREES])
def test_golden_trees_are_current(name: str) -> None:
    """
    `make golden` writes them anew; the difference is for reading.
    """
    assert print_tree(name) == read_tree(name)


@pytest.mark.parametrize("name", TREES)
def test_every_file_says_in_its_first_lines_whose_it_is(name: str) -> None:
    """
    Files with our mark are overwritten and removed, others never.
    """
    for path, text in render(*tree(name)).files.items():
        assert any("written by FluidKit" in line for line in text.splitlines()[:3]), path
        assert text.endswith("\n")
        assert text.encode()


def test_an_empty_api_has_the_shared_files() -> None:
    """
    And no client.
    """
    assert list(render(api(), Target(output="out", kit=True)).files) == [
        "out/generated/.gitignore",
        "out/generated/.prettierrc",
        "out/generated/eslint.config.js",
        "out/generated/settings.d.ts",
        "out/generated/settings.js",
        "out/index.ts",
    ]


def test_settings_are_written_as_strings() -> None:
    """
    A quote in one is a quote in it.
    """
    target = Target(
        output="", kit=True, prefix="/'</script>", backend_url='http://x"', routes="src/routes"
    )
    files = render(api(), target).files
    assert files["generated/settings.js"] == (
        "/* eslint-disable */\n"
        "// Settings of the client, written by FluidKit: edits are overwritten.\n"
        'export const prefix = "/\'\\u003c/script>";\n'
        'export const backendUrl = "http://x\\"";\n'
        "export const streamUrl = '';\n"
        "export const proxy = true;\n"
        "export const proxyAll = false;\n"
    )
    assert files["generated/settings.d.ts"].endswith(
        "export declare const prefix: string;\n"
        "export declare const backendUrl: string;\n"
        "export declare const streamUrl: string;\n"
        "export declare const proxy: boolean;\n"
        "export declare const proxyAll: boolean;\n"
    )


def test_maps_are_left_to_the_machine() -> None:
    """
    They would conflict with every comment in Python.
    """
    files = render(api(), Target(output="", kit=True)).files
    assert files["generated/.gitignore"].splitlines()[1:] == ["*.map"]
    assert (
        "generated/.gitignore" not in render(api(), Target(output="", kit=True, maps=False)).files
    )


@pytest.mark.parametrize("known", [SHOP, HOSTILE], ids=["shop", "hostile"])
def test_nothing_absolute_is_printed(known: object) -> None:
    """
    No path of a machine.
    """
    for path, text in render(known, Target(output="src/lib/api", kit=True)).files.items():
        assert not path.startswith("/")
        assert str(ROOT) not in text
        assert "file://" not in text


def test_the_order_of_modules_is_nothing() -> None:
    """
    Nor that of declarations for what a façade looks like.
    """
    target = Target(output="", kit=True)
    turned = replace(SHOP, modules=SHOP.modules[::-1])
    assert render(turned, target) == render(SHOP, target)


def test_the_hash_seed_is_nothing() -> None:
    """
    The same bytes on any run.
    """
    code = (
        "import hashlib; from golden.trees import TREES, tree;"
        "from fluidkit.typescript import render;"
        "print(hashlib.sha256(repr([sorted(render(*tree(t)).files.items()) for t in TREES])"
        ".encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"tests{os.pathsep}."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(found) == 1


def test_printing_needs_no_framework() -> None:
    """
    Text comes from the model alone.
    """
    code = (
        "import sys, fluidkit.typescript;"
        "print({'fastapi', 'starlette', 'pydantic', 'pydantic_core'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
