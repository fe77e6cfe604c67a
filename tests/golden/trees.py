"""
The golden trees: which `Api` is printed for which target.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluidkit.model import Api
from fluidkit.typescript import Target, render

from .hostile import HOSTILE
from .shop import SHOP

KIT = Target(output="src/lib/api", kit=True)
PROXY = Target(output="src/lib/api", kit=True, routes="src/routes")
NEUTRAL = Target(output="client", kit=False, case="camel", prefix="")

TREES = ("shop", "shop-neutral", "hostile", "ugly")
TESTS = Path(__file__).parents[1]


@cache
def tree(name: str) -> tuple[Api, Target]:
    """
    Answer what a tree is printed from.
    """
    match name:
        case "shop":
            return SHOP, PROXY
        case "shop-neutral":
            return SHOP, NEUTRAL
        case "hostile":
            return HOSTILE, KIT
        case _:
            return _read_ugly(), KIT


def print_tree(name: str) -> dict[str, str]:
    """
    Print a tree as it is committed: without maps, which no repository holds.
    """
    files = render(*tree(name)).files
    return {path: text for path, text in files.items() if not path.endswith(".map")}


def read_tree(name: str) -> dict[str, str]:
    """
    Read a tree from disk.
    """
    folder = Path(__file__).parent / "trees" / name
    return {
        file.relative_to(folder).as_posix(): file.read_bytes().decode()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _read_ugly() -> Api:
    """
    Read a real app, the one that introspection is tested with.
    """
    from apps.ugly import app

    from fluidkit.introspection import Context, read_app

    return read_app(app, Context(project_root=TESTS, root=TESTS / "apps")).api
