"""
A process that is forked for each edit, with a memory and without one.

    python memories.py FOLDER

imports what does not depend on the module that is edited, and prints for each edit whether the two
clients are the same, and how many operations were read anew.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import textwrap
from pathlib import Path
from typing import Any

from fluidkit import memory, pipeline
from fluidkit.introspection import app as reading
from fluidkit.layout import find_project
from fluidkit.settings import read_settings

SHARED = """
from enum import Enum
from typing import Annotated, Generic, Literal, TypeVar
from pydantic import BaseModel, Field
T = TypeVar("T")

class Role(Enum):
    ADMIN = "admin"
    GUEST = "guest"

class Address(BaseModel):
    street: str
    floor: int = 0

class User(BaseModel):
    name: str
    role: Role = Role.GUEST
    address: Address | None = None
    friends: list["User"] = []

class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int

class Cat(BaseModel):
    kind: Literal["cat"] = "cat"

class Dog(BaseModel):
    kind: Literal["dog"] = "dog"

class Kennel(BaseModel):
    dog: Dog
    cat: Cat

class Outer_Inner(BaseModel):
    of: str

class Outer(BaseModel):
    class Inner(BaseModel):
        inside: int
"""

OTHERS = """
from typing import Annotated
from fastapi import APIRouter, Depends, Header
from shop.shared import *
router = APIRouter(prefix="/others")

def locale(accept_language: Annotated[str, Header()] = "en") -> str:
    return accept_language

@router.get("/users/{user_id}")
def get_user(user_id: int, locale: Annotated[str, Depends(locale)]) -> User:
    raise NotImplementedError

@router.get("/users")
def list_users(role: Role | None = None) -> Page[User]:
    raise NotImplementedError

@router.post("/kennels")
def build(kennel: Kennel) -> Address:
    raise NotImplementedError

@router.get("/inner")
def inner() -> Outer_Inner:
    raise NotImplementedError

@router.get("/anything")
def anything(q):
    raise NotImplementedError
"""

EDITED = """
from fastapi import APIRouter
from shop.shared import *
router = APIRouter(prefix="/edited")

class Note(BaseModel):
    text: str
    by: User

@router.get("/notes")
def notes() -> list[Note]:
    raise NotImplementedError
"""

MAIN = """
from fastapi import Depends, FastAPI
from shop import edited, others
app = FastAPI()
app.include_router(others.router, prefix="/v1", dependencies=[Depends(others.locale)])
app.include_router(edited.router)
"""

ADOPT = """
@router.post("/pets")
def adopt(pet: Annotated[Cat | Dog, Field(discriminator="kind")]) -> None:
    raise NotImplementedError
"""

MORE = """
from fastapi import APIRouter
router = APIRouter(prefix="/more")

@router.get("/more")
def more() -> str:
    raise NotImplementedError
"""

EDITS: dict[str, dict[str, str]] = {
    "nothing": {},
    "a field": {"edited": EDITED.replace("text: str", "text: str\n    stars: int = 0")},
    "moved lines": {"edited": "\n\n# Notes.\n" + EDITED},
    "a module that says it is elsewhere": {
        "main": MAIN + "others.__file__ = others.__file__.replace('others', 'elsewhere')\n"
    },
    "a shared model is sent": {
        "edited": EDITED
        + "\n@router.put('/users')\ndef put(user: User) -> None:\n    raise NotImplementedError\n"
    },
    "and no more": {"edited": EDITED},
    "a shared model is received": {"edited": EDITED.replace("list[Note]", "Kennel")},
    "and no more, either": {"edited": EDITED},
    "a module of the same name": {
        "api/others": MORE,
        "edited": EDITED + "\nfrom shop.api import others\nrouter.include_router(others.router)\n",
    },
    "an enum for its own sake": {"edited": EDITED.replace("list[Note]", "Role")},
    "shared models in a tagged union": {"edited": EDITED + ADOPT},
    "and out of it": {"edited": EDITED},
    "a model of the same name": {
        "edited": EDITED + "\nclass Address(BaseModel):\n    city: str\n"
        "\n@router.get('/city')\ndef city() -> Address:\n    raise NotImplementedError\n"
    },
    "a generic of its own": {"edited": EDITED.replace("list[Note]", "Page[Note]")},
    "a path that others have": {
        "edited": EDITED.replace('"/edited"', '"/v1/others"').replace('"/notes"', '"/inner"')
    },
    "a name that another one would have, too": {
        "edited": EDITED.replace("list[Note]", "Outer.Inner")
    },
    "and not any more": {"edited": EDITED},
    "a path that others have, before them": {
        "edited": EDITED.replace('"/edited"', '"/v1/others"').replace('"/notes"', '"/inner"'),
        "main": MAIN.replace("app.include_router(edited.router)\n", "").replace(
            "app = FastAPI()\n", "app = FastAPI()\napp.include_router(edited.router)\n"
        ),
    },
    "another prefix": {"main": MAIN.replace("/v1", "/v2")},
    "another order": {
        "main": MAIN.replace("app.include_router(edited.router)\n", "").replace(
            "app = FastAPI()\n", "app = FastAPI()\napp.include_router(edited.router)\n"
        )
    },
    "a late dependency": {
        "main": MAIN + "others.router.routes[0].dependencies.append(Depends(others.locale))\n"
    },
    "and none": {"main": MAIN},
    "a late description": {"main": MAIN + "others.router.routes[0].description = 'One.'\n"},
    "another late description": {
        "main": MAIN + "others.router.routes[0].description = 'This one.'\n"
    },
    "no routes": {"edited": EDITED.partition("@router")[0]},
    "all as it was": {"edited": EDITED, "main": MAIN},
    "a late signature": {
        "main": MAIN + "import inspect\ndef plain(of: int) -> None: ...\n"
        "others.get_user.__signature__ = inspect.signature(plain)\n"
    },
}


def main(root: Path) -> None:
    """
    Print a line of JSON for each edit.
    """
    package = root / "shop"
    (package / "api").mkdir(parents=True)
    (root / "pyproject.toml").touch()
    for name, text in {"shared": SHARED, "others": OTHERS, "edited": EDITED, "main": MAIN}.items():
        (package / f"{name}.py").write_text(textwrap.dedent(text), encoding="utf-8")
    sys.path.insert(0, str(root))
    sys.dont_write_bytecode = True
    importlib.import_module("shop.others")
    before = memory.Memory(memory.Living.now())
    for edit, files in EDITS.items():
        for name, text in files.items():
            (package / f"{name}.py").write_text(text, encoding="utf-8")
        for name in {"edited": EDITED, "main": MAIN}.keys() - files.keys():
            (package / f"{name}.py").write_text(EDITED if name == "edited" else MAIN, "utf-8")
        answer, data = forked(root, before)
        print(json.dumps({"edit": edit, **answer}), flush=True)
        before = memory.load(data, before)


def forked(root: Path, before: memory.Memory) -> tuple[dict[str, Any], bytes]:
    """
    Generate in a fork, and return what it found, and its memory.
    """
    reader, writer = os.pipe()
    if os.fork() == 0:
        answer, data = generated(root, before)
        with open(writer, "wb") as file:  # noqa: PTH123
            file.write(json.dumps(answer).encode() + b"\n" + data)
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as file:  # noqa: PTH123
        line, _, data = file.read().partition(b"\n")
    os.wait()
    return json.loads(line), data


def generated(root: Path, before: memory.Memory) -> tuple[dict[str, Any], bytes]:
    """
    Generate with what was kept, and from nothing, each into a folder of its own.
    """
    app = importlib.import_module("shop.main").app
    project = find_project(root / "shop" / "main.py")
    read: set[str] = set()
    draft = reading.draft_operation

    def counted(route: Any, *rest: Any) -> Any:
        read.add(route.path)
        return draft(route, *rest)

    reading.draft_operation = counted
    rest = reading._read_the_rest
    whole: list[bool] = []

    def noted(*given: Any) -> Any:
        found = rest(*given)
        whole.append(found is not None)
        return found

    reading._read_the_rest = noted
    quick = read_settings(project, {"output": "client"})
    outcome = pipeline.generate(app, project, quick, memory=before)
    anew = len(read)
    checked = pipeline.check(app, project, quick)
    assert isinstance(outcome, pipeline.Outcome)
    assert isinstance(checked, pipeline.Outcome)
    answer = {
        "stale": [change.path for change in checked.changes.changes],
        "same": (outcome.diagnostics, outcome.functions, outcome.types, outcome.changes.written)
        == (checked.diagnostics, checked.functions, checked.types, checked.changes.written),
        "operations": outcome.functions,
        "anew": anew,
        "whole": whole[0],
    }
    return answer, memory.dump(outcome.memory)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
