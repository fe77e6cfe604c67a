"""
The rules of `fluidkit.snapshot`, each by an app that needs it.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from snapshot.saves import Saves, main, router

pytestmark = pytest.mark.xdist_group("snapshot")


THREAD = """
import threading, time
threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
"""

DATABASE = """
import pathlib, sqlite3
HELD = sqlite3.connect(pathlib.Path(__file__).with_suffix(".db"))
HELD.execute("create table if not exists names (name)")
"""


FOLDER = "import os\nos.chdir(os.path.dirname(__file__))\n"


def users(number: int) -> str:
    return router("users", field=f"size{number}")


def test_saves_of_one_module_are_quick(saves: Saves) -> None:
    """
    The first one of each module goes the clean way.
    """
    saves.write({"main.py": main("users", "teams", "jobs"), "users.py": router("users")})
    saves.save({"teams.py": router("teams"), "jobs.py": router("jobs")})
    assert not saves.save({"users.py": users(0)}).fast
    saves.save_quickly("users.py", users)
    assert "size" in saves.read("generated/users.d.ts")
    assert saves.confirm().text == ""
    assert not saves.save({"teams.py": router("teams", field="length")}).fast
    saves.save_quickly("teams.py", lambda number: router("teams", field=f"length{number}"))


def test_what_a_save_may_be(saves: Saves) -> None:
    """
    An error and its repair, a route more and less, a new module, one that goes, another order.
    """
    saves.write({"main.py": main("users", "teams"), "users.py": router("users")})
    saves.save({"teams.py": router("teams")})
    saves.save_quickly("users.py", users)
    extra = "\n@router.get('/extra')\ndef extra() -> int:\n    return 1\n"
    assert saves.save({"users.py": users(1) + extra}).fast
    broken = saves.save({"users.py": users(1) + "def broken(:\n"})
    assert (broken.status, "def broken(:" in broken.text) == ("failed", True)
    assert saves.save({"users.py": users(2)}).fast
    files = {"more.py": "PREFIX = '/one'", "users.py": f"from more import PREFIX\n{users(2)}"}
    assert saves.save(files).fast
    assert saves.save({"users.py": users(2), "more.py": None}).fast
    assert saves.save({"main.py": main("teams", "users")}).fast
    saves.save({"users.py": f"raise SystemExit(3)\n{users(3)}"})
    saves.save({"users.py": f"import os\nos._exit(3)\n{users(3)}"})
    saves.save({"users.py": users(4)})
    saves.save_quickly("users.py", users)


def test_packages_cycles_and_models_that_others_use(saves: Saves) -> None:
    """
    A package that imports its modules depends on each, and so do they all.
    """
    models = "from pydantic import BaseModel\n\n\nclass Name(BaseModel):\n    text{0}: str\n"
    uses = router("users", head="from app.models import Name").replace("size: int", "name: Name")
    saves.write(
        {
            "main.py": "from app import app\nfrom app import routes\n",
            "app/__init__.py": "from fastapi import FastAPI\napp = FastAPI()\n",
            "app/models.py": models.format(""),
            "app/users.py": uses,
            "app/teams.py": router("teams"),
            "app/routes/__init__.py": "from app.routes import all\n",
            "app/routes/all.py": textwrap.dedent("""
                import app
                from app import teams, users

                app.app.include_router(users.router)
                app.app.include_router(teams.router)
            """),
        }
    )
    saves.generate()
    saves.never_quickly("app/models.py", models.format)
    saves.write({"app/__init__.py": "", "main.py": "from app.routes.all import app\n"})
    text = (saves.trees[0].root / "backend/app/routes/all.py").read_text()
    text = text.replace("import app\n", "from fastapi import FastAPI\napp = FastAPI()\n")
    saves.save({"app/routes/all.py": text.replace("app.app", "app")})
    saves.save_quickly("app/models.py", models.format)
    assert saves.confirm().text == ""


def test_a_registry_is_filled_anew(saves: Saves) -> None:
    """
    Plugins that are found by their names add routes, in their order, to a router of another module.
    """
    plugin = """
        from registry import PLUGINS, router

        PLUGINS.append({0!r})


        @router.get("/{0}")
        def {0}() -> {1}:
            raise NotImplementedError
    """
    saves.write(
        {
            "registry.py": "from fastapi import APIRouter\nPLUGINS = []\nrouter = APIRouter()\n",
            "plugins/__init__.py": "",
            "main.py": main(
                "registry",
                head="import importlib, pathlib\n"
                "for file in sorted(pathlib.Path(__file__).parent.glob('plugins/[a-z]*.py')):\n"
                "    importlib.import_module(f'plugins.{file.stem}')\n",
                foot="@app.get('/' + '-'.join(registry.PLUGINS))\ndef all() -> int: ...\n",
            ),
            **{f"plugins/{name}.py": plugin.format(name, "int") for name in ("a", "b", "c")},
        }
    )
    saves.generate()
    kinds = ("str", "float", "bool", "bytes")
    saves.save_quickly("plugins/a.py", lambda number: plugin.format("a", kinds[number % 4]))
    assert saves.confirm().text == ""
    assert "/a-b-c" in saves.read("main.api.ts")


def test_tables_are_defined_once(saves: Saves) -> None:
    """
    SQLModel's tables with relationships, in modules that need each other's names only.
    """
    pytest.importorskip("sqlmodel")
    hero = """
        from sqlmodel import Field, Relationship, SQLModel


        class Hero(SQLModel, table=True):
            id: int | None = Field(default=None, primary_key=True)
            name{0}: str
            team_id: int | None = Field(default=None, foreign_key="team.id")
            team: "Team" = Relationship(back_populates="heroes")
    """
    team = """
        from sqlmodel import Field, Relationship, SQLModel


        class Team(SQLModel, table=True):
            id: int | None = Field(default=None, primary_key=True)
            heroes: list["Hero"] = Relationship(back_populates="team")
    """
    routes = "@app.get('/{0}s')\ndef list_{0}s() -> list[{0}.{1}]:\n    return []\n"
    foot = routes.format("hero", "Hero") + routes.format("team", "Team")
    foot += "from sqlmodel import create_engine, SQLModel\n"
    foot += "SQLModel.metadata.create_all(create_engine('sqlite://'))\n"
    whole = main(head="import hero, team", foot=foot)
    saves.write({"team.py": team, "hero.py": hero.format(""), "main.py": whole})
    saves.generate()
    saves.save_quickly("hero.py", hero.format)
    assert saves.confirm().text == ""


def test_state_that_modules_share(saves: Saves) -> None:
    """
    A counter that each module counts up.
    """
    head = "import state\nstate.COUNT += 1\n"
    text = router("users", head=head) + "\n@router.get(f'/{state.COUNT}')\ndef nth() -> int: ...\n"
    others = text.replace("users", "teams").replace("Users", "Teams")
    saves.write({"state.py": "COUNT = 0\n", "main.py": main("users", "teams")})
    saves.save({"users.py": text, "teams.py": others})
    assert "/users/1" in saves.read("users.api.ts")
    for number in range(4):
        saves.save({"users.py": text.replace("size", f"size{number}")})
    assert saves.confirm().text == ""


def test_what_no_rule_sees_is_corrected(saves: Saves) -> None:
    """
    The order of subclasses is the order of imports: a clean import puts it right, and its module
    has no snapshot any more.
    """
    event = "from base import Event\n\n\nclass {0}(Event):\n    {1}: int\n"
    foot = (
        "from typing import Union\n"
        "Events = Union[tuple(base.Event.__subclasses__())]\n\n\n"
        "@app.get('/events')\ndef events() -> Events: ...\n"
    )
    saves.write({"main.py": main(head="import base, first, second", foot=foot)})
    saves.write({"base.py": "from pydantic import BaseModel\nclass Event(BaseModel): pass\n"})
    saves.save({"first.py": event.format("First", "a"), "second.py": event.format("Second", "b")})
    saves.save({"first.py": event.format("First", "a0")})
    for number in range(30):
        saves.write({"first.py": event.format("First", f"a{number}")})
        if saves.generate().fast:
            break
    assert "Second | First" in saves.read("generated/main.d.ts")
    result = saves.confirm()
    assert (result.corrects, result.status) == (True, "written")
    assert "First | Second" in saves.read("generated/main.d.ts")
    saves.never_quickly("first.py", lambda number: event.format("First", f"c{number}"))


PROXY = """
class Proxy:
    __slots__ = ("find",)

    def __init__(self, find):
        object.__setattr__(self, "find", find)

    def __getattr__(self, name):
        return getattr(object.__getattribute__(self, "find")(), name)

    @property
    def __class__(self):
        return object.__getattribute__(self, "find")().__class__

def find_session():
    raise RuntimeError("there is no session yet")

session = Proxy(find_session)
"""

DEAD = """
import weakref

class Connection: ...

connection = weakref.proxy(Connection())
"""

REPLACED = """
import sys

class Settings:
    def __getattr__(self, name):
        kind = AttributeError if name.startswith("__") else RuntimeError
        raise kind("the settings were not read yet")

sys.modules[__name__] = Settings()
"""

LAZY = """
import importlib.util, pathlib

file = pathlib.Path(__file__).with_name("heavy.py")
spec = importlib.util.spec_from_file_location("heavy", file)
loader = importlib.util.LazyLoader(spec.loader)
heavy = importlib.util.module_from_spec(importlib.util.spec_from_loader("heavy", loader))
loader.exec_module(heavy)
"""


@pytest.mark.parametrize("source", [PROXY, DEAD, REPLACED, LAZY])
def test_what_must_not_be_looked_at(saves: Saves, source: str) -> None:
    """
    A proxy of nothing, what stands for a module, and a module whose file is not there yet.
    """
    head = "import importlib\nimportlib.import_module('held')"
    saves.write({"held.py": source, "main.py": main("users", head=head), "users.py": users(0)})
    saves.generate()
    saves.save_quickly("users.py", users)
    assert saves.confirm().text == ""


def test_files_that_modules_read(saves: Saves) -> None:
    """
    A module of the snapshot has read one, or has listed a folder: it is looked at before each fork.
    """
    head = "from pathlib import Path\nHERE = Path(__file__).parent\n"
    head += "NAME = (HERE / 'name.txt').read_text()\n"
    head += "NAMES = sorted(path.stem for path in (HERE / 'names').iterdir())\n"
    foot = "\n@router.get('/' + NAME + '-'.join(NAMES))\ndef read() -> int: ...\n"
    saves.write({"main.py": main("users", "teams"), "name.txt": "one", "names/a.py": ""})
    saves.save({"users.py": users(0), "teams.py": router("teams", head=head) + foot})
    saves.save_quickly("users.py", users)
    saves.save({"users.py": users(50), "name.txt": "two"})
    assert "/teams/twoa" in saves.read("teams.api.ts")
    saves.save_quickly("users.py", users)
    saves.save({"users.py": users(51), "names/b.py": ""})
    assert "/teams/twoa-b" in saves.read("teams.api.ts")


@pytest.mark.parametrize(
    "reading",
    [
        "open('a.txt')",
        "open(b'a.txt')",
        "pathlib.Path('a.txt').read_text()",
        "os.listdir()",
        "os.listdir('.')",
        "[*os.scandir()]",
        "[*os.scandir(b'.')]",
    ],
)
def test_ways_to_read(tmp_path: Path, reading: str) -> None:
    """
    A file, or the folder that it is in.
    """
    script = f"""
import os, pathlib
from fluidkit.snapshot.held import _Read
read = _Read()
pathlib.Path("a.txt").touch()
with read.recording():
    {reading}
before = read.has_changed()
pathlib.Path("a.txt").write_text("more")
pathlib.Path("b.py").touch()
print(before, read.has_changed())
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout == "False True\n", done.stderr


def test_a_package_that_imports_a_module_of_the_app(saves: Saves) -> None:
    """
    It is never there beforehand, and depends on that module.
    """
    teams = router("teams", head="import vendor") + (
        "\n@router.get('/' + vendor.PATH)\ndef read() -> int: ...\n"
    )
    saves.write({"../site-packages/vendor.py": "from names import PATH\n", "teams.py": teams})
    saves.write({"main.py": main("users", "teams"), "names.py": "PATH = 'one'\n"})
    first = saves.save({"users.py": users(0)})
    assert "vendor" not in first.packages
    assert "pydantic" in first.packages
    saves.save_quickly("names.py", lambda number: f"PATH = 'two{number}'\n")
    assert "/teams/two" in saves.read("teams.api.ts")


def test_the_environment_of_each_module(saves: Saves) -> None:
    """
    The app sets a variable before it imports the others: that is theirs in the snapshot, too. Once
    the app sets another value, nothing of the snapshot is written.
    """
    head = "import os\nos.environ['NAME_OF_IT'] = {0!r}\n"
    teams = router("teams", head="import os") + (
        "\n@router.get('/' + os.environ['NAME_OF_IT'])\ndef read() -> int: ...\n"
    )
    saves.write({"main.py": main("users", "teams", head=head.format("one")), "teams.py": teams})
    saves.save({"users.py": users(0)})
    saves.save_quickly("users.py", users)
    assert "/teams/one" in saves.read("teams.api.ts")
    saves.save({"main.py": main("users", "teams", head=head.format("two"))})
    assert "/teams/two" in saves.read("teams.api.ts")


@pytest.mark.parametrize(
    "head",
    [THREAD, "import socket\nONE, OTHER = socket.socketpair()\n", DATABASE, FOLDER],
    ids=["thread", "socket", "database", "folder"],
)
def test_what_forks_must_not_share(saves: Saves, head: str) -> None:
    """
    A module that starts a thread, holds a connection, or goes to another folder: there is no
    snapshot of it.
    """
    saves.write({"main.py": main("users", "teams"), "teams.py": router("teams", head=head)})
    saves.save({"users.py": users(0)})
    saves.never_quickly("users.py", users)


def test_two_saves_within_one_second_of_one_size(saves: Saves) -> None:
    """
    The snapshot's forks compile from source what a `.pyc` may be stale for.
    """
    saves.write({"main.py": main("users", "teams"), "users.py": router("users")})
    saves.save({"teams.py": router("teams")})
    saves.save_quickly("users.py", users)
    for letter in "abcdef":
        result = saves.save({"users.py": router("users", field=f"size{letter}")})
        assert result.fast
        assert f"size{letter}" in saves.read("generated/users.d.ts")
