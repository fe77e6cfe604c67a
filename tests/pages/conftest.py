"""
Apps with Python beside their pages, loaded in this process, which forgets them afterwards.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Callable, Iterator

import pytest
from conftest import Tree
from fastapi import FastAPI

from fluidkit import src

ROUTES = "web/src/routes"

MAIN = """
    import fluidkit
    from fastapi import FastAPI

    app = FastAPI()
    fluidkit.include_pages(app)
"""

PAGE = """
    from fastapi import APIRouter

    router = APIRouter()


    @router.get("/{name}")
    def get_{name}({parameters}) -> int:
        return 1
"""


def page(name: str, parameters: str = "") -> str:
    """
    Return a page's Python with the one endpoint `get_<name>(<parameters>)` at `/<name>`.
    """
    return PAGE.replace("{name}", name).replace("{parameters}", parameters)


@pytest.fixture
def site(tree: Tree) -> Tree:
    """
    `api/main.py` that includes the pages of a SvelteKit app in `web`.
    """
    tree.kit("web")
    tree.write("web/src/app.html", "")
    tree.write("api/main.py", MAIN)
    return tree


@pytest.fixture(autouse=True)
def _own_modules(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """
    Forget what a test has imported from its own tree, `main` for one.
    """
    monkeypatch.setattr(sys, "path", [*sys.path])
    yield
    for name, module in [*sys.modules.items()]:
        if str(getattr(module, "__file__", "")).startswith(str(tree.root)):
            del sys.modules[name]


@pytest.fixture
def load(site: Tree, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], FastAPI]]:
    """
    A function that imports `api/main.py`; as in development, unless a test switches that off.
    """
    monkeypatch.setenv("FLUIDKIT_ENABLED", "1")
    monkeypatch.setenv("FLUIDKIT_SRC", "")  # so that it is restored

    def run() -> FastAPI:
        app: FastAPI = runpy.run_path(str(site.root / "api/main.py"))["app"]
        return app

    forget()
    yield run
    forget()


def forget() -> None:
    """
    Unload all modules beside pages.
    """
    src.__path__.clear()
    for name in [name for name in sys.modules if name.startswith("fluidkit.src.")]:
        del sys.modules[name]
