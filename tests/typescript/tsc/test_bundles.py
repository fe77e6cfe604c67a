"""
What a page pays for when it is built: the functions that it calls, and no other.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from golden.trees import tree
from node import node, packages
from typescript.tsc.projects import write, write_client

pytestmark = [pytest.mark.node, pytest.mark.slow]

HERE = Path(__file__).parent
RUNTIME = HERE.parents[2] / "fluidkit" / "runtime"


def paths_in(code: str, paths: set[str]) -> set[str]:
    """
    Return the paths of operations that stand in *code*.
    """
    return {path for path in paths if any(f"{q}{path}{q}" in code for q in "\"'`")}


def test_a_page_has_only_the_functions_that_it_calls(tmp_path: Path) -> None:
    """
    One of many in a module, by Rolldown and by esbuild, which sees no annotation in another file.
    """
    api, target = tree("shop")
    write_client(tmp_path, api, target)
    paths = {operation.path for operation in api.operations}
    called = {"get_user": "/users/{id}", "search_users_get_users_search": "/users/search"}
    facade = f"./{target.output}/users.api.ts"
    pages = {
        f"{name}.js": f"import {{ {name} }} from '{facade}';\nconsole.log({name});\n"
        for name in called
    }
    write(tmp_path, pages)
    packages(RUNTIME)
    built = node(HERE / "bundled.mjs", [str(tmp_path / page) for page in pages])
    expected = [{path} for path in called.values()]
    assert {
        bundler: [paths_in(code, paths) for code in codes] for bundler, codes in built.items()
    } == {"esbuild": expected, "rolldown": expected}
