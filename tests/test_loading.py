"""
"package.module:app" to the app.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from conftest import Tree

from fluidkit.errors import LoadingError
from fluidkit.loading import Loaded, load

SMALL = "from fastapi import FastAPI\napp = FastAPI()\n"


@pytest.fixture(autouse=True)
def _own_modules(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = set(sys.modules)
    yield
    for name in [
        name
        for name, module in sys.modules.items()
        if name not in before and str(getattr(module, "__file__", "")).startswith(str(tree.root))
    ]:
        del sys.modules[name]


def open_app(tree: Tree, target: str | None, *, factory: bool = False) -> Loaded:
    return load(target, factory=factory, app_dir=tree.root)


def sentence(tree: Tree, target: str | None, *, factory: bool = False) -> str:
    with pytest.raises(LoadingError) as caught:
        open_app(tree, target, factory=factory)
    return str(caught.value).replace(str(tree.root), "<root>")


@pytest.mark.parametrize("target", ["shop.api:app", "shop.api", "shop/api.py", "shop/api.py:app"])
def test_a_target_is_a_module_or_a_file(tree: Tree, target: str) -> None:
    """
    As uvicorn and `fastapi dev` take it.
    """
    tree.write("shop/__init__.py", "")
    tree.write("shop/api.py", SMALL)
    loaded = open_app(tree, target)
    assert (loaded.name, loaded.file) == ("shop.api:app", tree.root / "shop/api.py")


@pytest.mark.parametrize("target", ["c:/main.py:app", "c:/main.py"])
def test_a_colon_of_a_windows_path_separates_nothing(tree: Tree, target: str) -> None:
    """
    A server that runs as `python main.py` names its app by the path of that file.
    """
    tree.write("c:/main.py", SMALL)
    assert open_app(tree, target).name == "main:app"


def test_a_file_of_a_package_is_imported_as_part_of_it(tree: Tree) -> None:
    """
    Its relative imports work.
    """
    tree.write("src/shop/__init__.py", "")
    tree.write("src/shop/models.py", "TITLE = 'Shop'\n")
    tree.write(
        "src/shop/main.py",
        "from fastapi import FastAPI\nfrom .models import TITLE\nserver = FastAPI(title=TITLE)\n",
    )
    loaded = open_app(tree, "src/shop/main.py")
    assert (loaded.name, loaded.app.title) == ("shop.main:server", "Shop")
    assert loaded.folder == tree.root / "src"


@pytest.mark.parametrize("file", ["main.py", "app.py", "api.py", "app/main.py", "app/api.py"])
def test_without_a_target_the_usual_files_are_tried(tree: Tree, file: str) -> None:
    """
    As `fastapi dev` does.
    """
    tree.write(file, SMALL)
    assert open_app(tree, None).file == tree.root / file


def test_the_entrypoint_of_fastapi_is_read(tree: Tree) -> None:
    """
    `[tool.fastapi]` says what `fastapi dev` runs.
    """
    tree.write("pyproject.toml", '[tool.fastapi]\nentrypoint = "server:api"\n')
    tree.write("server.py", "from fastapi import FastAPI\napi = FastAPI()\n")
    tree.write("main.py", SMALL)
    assert open_app(tree, None).name == "server:api"


def test_a_factory_is_called(tree: Tree) -> None:
    """
    With `--factory` only.
    """
    tree.write("main.py", "from fastapi import FastAPI\ndef make():\n    return FastAPI()\n")
    assert open_app(tree, "main:make", factory=True).name == "main:make"
    assert sentence(tree, "main:make") == (
        "'main:make' is a function: if it makes the app, add --factory"
    )


def test_middleware_around_the_app_is_looked_through(tree: Tree) -> None:
    """
    Uvicorn serves the whole; the routes are those of the app inside.
    """
    tree.write(
        "main.py",
        """
        from fastapi import FastAPI
        from starlette.middleware.cors import CORSMiddleware
        inner = FastAPI(title="inner")
        app = CORSMiddleware(inner)
        """,
    )
    assert open_app(tree, "main:app").app.title == "inner"


def test_a_missing_module_is_said(tree: Tree) -> None:
    """
    The folder is named, as a wrong one is the usual cause.
    """
    assert sentence(tree, "nowhere.main:app") == (
        "There is no module 'nowhere.main' in '<root>': check the name, or set --app-dir"
    )


def test_a_missing_import_of_the_users_is_told_from_it(tree: Tree) -> None:
    """
    The module is there; what it imports is not.
    """
    tree.write("main.py", "import os\nimport no_such_library\n")
    assert sentence(tree, "main:app") == (
        "Importing 'main' failed at <root>/main.py:2:"
        " ModuleNotFoundError: No module named 'no_such_library'"
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("1 / 0\n", "failed at <root>/main.py:1: ZeroDivisionError: division by zero"),
        ("def f(:\n", "failed at <root>/main.py:1: SyntaxError: invalid syntax"),
        ("import sys\nsys.exit(3)\n", "failed at <root>/main.py:2: SystemExit: 3"),
        ("import json\njson.loads('{')\n", "failed at <root>/main.py:2: JSONDecodeError: "),
    ],
)
def test_a_failing_import_names_the_line(tree: Tree, source: str, text: str) -> None:
    """
    Whatever it is that the module does.
    """
    tree.write("main.py", source)
    assert text in sentence(tree, "main:app")


def test_a_failing_factory_names_the_line(tree: Tree) -> None:
    """
    Of the user's, not of ours.
    """
    tree.write("main.py", "def make():\n    return 1 / 0\n")
    assert sentence(tree, "main:make", factory=True) == (
        "Calling 'main:make' failed at <root>/main.py:2: ZeroDivisionError: division by zero"
    )


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("main:api", "Module 'main' has no attribute 'api'"),
        ("main:number", "'main:number' is no FastAPI app, but of type 'int'"),
        ("main", """Module 'main' holds no FastAPI app: write "main:name\""""),
        ("main.py:", """Module 'main' holds no FastAPI app: write "main:name\""""),
        ("other.py", "There is no file '<root>/other.py'"),
        (":app", """':app' names no module: write "package.module:app\""""),
    ],
)
def test_a_wrong_target_is_one_sentence(tree: Tree, target: str, text: str) -> None:
    """
    It says what is the matter.
    """
    tree.write("main.py", "number = 1\n")
    assert sentence(tree, target) == text


def test_objects_that_cannot_be_asked_are_no_apps(tree: Tree) -> None:
    """
    Such as Flask's `request`, outside of one.
    """
    proxy = """
        from fastapi import FastAPI

        class Proxy:
            def __getattr__(self, name):
                raise RuntimeError("outside of a request")

        request = Proxy()
        application = FastAPI()
    """
    tree.write("main.py", proxy)
    assert open_app(tree, "main").name == "main:application"


def test_nothing_to_be_found_is_said(tree: Tree) -> None:
    """
    With all the places.
    """
    assert sentence(tree, None).startswith("There is no app here (looked for main.py, app.py,")
