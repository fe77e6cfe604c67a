"""
Where names stand in the user's Python source.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fluidkit.introspection import Context
from fluidkit.introspection.origins import Origins
from fluidkit.model import Module, Origin

MODELS = '''
"""
Models.
"""
import dataclasses, enum
from typing import Annotated, NamedTuple, Optional
from pydantic import BaseModel, Field, computed_field, create_model
from typing_extensions import TypeAliasType, TypedDict


class Base(BaseModel):
    id: int


class   Spaced(Base):
    name: Annotated[str, Field(min_length=1)] = "a"; second: int = 1
    text: Optional[str] = Field(
        None,
    )
    𝒳: int = 0; after: int = 0

    if True:
        conditional: int = 1

    @computed_field
    @property
    def computed(self) -> str:
        return ""

    class Inner(BaseModel):
        deep: int


@dataclasses.dataclass
class Record:
    a: int
    b = 1


class Total(TypedDict):
    a: int


class More(Total):
    b: int


class Point(NamedTuple):
    x: int


class Color(enum.Enum):
    RED = "red"; BLUE = "blue"


if True:
    class Twice(BaseModel):
        first: int
else:
    class Twice(BaseModel):
        never: int


def make(a):
    class Local(BaseModel):
        inside: int
    return Local


def make_other():
    class Local(BaseModel):
        other: int
        def method(self): ...
    return Local


Ids = TypeAliasType("Ids", list[int])
Made = create_model("Made", a=(int, 1))
Functional = enum.Enum("Functional", "A B")
'''

ROUTES = """
import functools
from fastapi import Depends


def wrapper(function):
    @functools.wraps(function)
    def inside(*args, **kwargs):
        return function(*args, **kwargs)
    return inside


@wrapper
@wrapper
async   def wrapped(q: str, *rest: int, limit: int = 3, **more): ...


def plain(first, second): ...


class Service:
    def __init__(self, name: str): self.name = name
    def method(self, item_id: int): ...
    @classmethod
    def make(cls, kind): ...
    def __call__(self, q: str): ...


partial = functools.partial(plain, 1)
instance = Service("a")
anonymous = lambda x: x
"""


@pytest.fixture
def load(tmp_path: Path) -> Iterator[Callable[..., ModuleType]]:
    """Write a module below the project and import it."""
    loaded: list[str] = []

    def load(path: str, text: str, **more: Any) -> ModuleType:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, **{"encoding": "utf-8", **more})
        name = f"sources_{len(loaded)}_{file.stem}"
        spec = importlib.util.spec_from_file_location(name, file)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        loaded.append(name)
        spec.loader.exec_module(module)
        return module

    yield load
    for name in loaded:
        del sys.modules[name]


@pytest.fixture
def models(load: Callable[..., ModuleType]) -> ModuleType:
    """The models above."""
    return load("app/models.py", MODELS)


@pytest.fixture
def routes(load: Callable[..., ModuleType]) -> ModuleType:
    """The endpoints above."""
    return load("app/routes.py", ROUTES)


@pytest.fixture
def origins(tmp_path: Path) -> Origins:
    """Origins of the project."""
    return Origins(Context(project_root=tmp_path.resolve(), root=tmp_path.resolve() / "app"))


def at(text: str, origin: Origin | None) -> str | None:
    """
    Return the identifier that stands at a position, in UTF-16 code units.
    """
    if origin is None:
        return None
    line = text.split("\n")[origin.line - 1].encode("utf-16-le")
    rest = line[2 * origin.column :].decode("utf-16-le")
    return next(rest[:n] for n in range(len(rest), 0, -1) if rest[:n].isidentifier())


def test_classes(models: ModuleType, origins: Origins) -> None:
    """Nested, local, in an `if`; the name itself and not the keyword."""
    for cls in (models.Spaced, models.Spaced.Inner, models.Record, models.Color, models.make(1)):
        assert at(MODELS, origins.of_class(cls)) == cls.__name__
    assert origins.of_class(models.Spaced) == Origin("app/models.py", 15, 8)


@pytest.mark.parametrize(
    ("cls", "field", "line", "column"),
    [
        ("Spaced", "name", 16, 4),
        ("Spaced", "second", 16, 53),
        ("Spaced", "text", 17, 4),
        ("Spaced", "after", 20, 17),
        ("Spaced", "conditional", 23, 8),
        ("Spaced", "computed", 27, 8),
        ("Spaced", "id", 12, 4),
        ("Spaced", "nothing", None, None),
        ("Record", "a", 36, 4),
        ("Record", "b", 37, 4),
        ("More", "b", 45, 4),
        ("More", "a", 41, 4),
        ("Point", "x", 49, 4),
    ],
)
def test_fields(
    models: ModuleType, origins: Origins, cls: str, field: str, line: int | None, column: int
) -> None:
    """Of a class or its bases; columns are UTF-16 code units."""
    expected = None if line is None else Origin("app/models.py", line, column)
    assert origins.of_field(getattr(models, cls), field) == expected


def test_enum_members(models: ModuleType, origins: Origins) -> None:
    """A call's members stand nowhere."""
    assert origins.of_enum_member(models.Color, "BLUE") == Origin("app/models.py", 53, 17)
    assert origins.of_enum_member(models.Functional, "A") is None


def test_classes_of_one_name(models: ModuleType, origins: Origins) -> None:
    """Functions and branches keep theirs apart."""
    first, other = models.make(1), models.make_other()
    assert at(MODELS, origins.of_field(first, "inside")) == "inside"
    assert at(MODELS, origins.of_field(other, "other")) == "other"
    assert at(MODELS, origins.of_field(models.Twice, "first")) == "first"


def test_classes_of_one_name_in_one_place(
    load: Callable[..., ModuleType], origins: Origins
) -> None:
    """Their methods' lines tell them apart; or else their fields; or else the last one stayed."""
    text = "class A:\n    def f(self): ...\nKept = A\nclass A:\n    def f(self): ...\n"
    module = load("app/methods.py", text)
    assert origins.of_class(module.Kept) == Origin("app/methods.py", 1, 6)
    assert origins.of_class(module.A) == Origin("app/methods.py", 4, 6)
    text = "class A:\n    a: int\nKept = A\nclass A:\n    b: int\nclass A:\n    b: int\n"
    module = load("app/fields.py", text)
    assert origins.of_class(module.Kept) == Origin("app/fields.py", 1, 6)
    assert origins.of_class(module.A) == Origin("app/fields.py", 6, 6)


def test_what_a_call_made_stands_at_its_variable(models: ModuleType, origins: Origins) -> None:
    """`create_model`, functional enums, aliases."""
    assert at(MODELS, origins.of_class(models.Made)) == "Made"
    assert at(MODELS, origins.of_class(models.Functional)) == "Functional"
    assert at(MODELS, origins.of_name(models.__name__, "Ids")) == "Ids"
    assert origins.of_name(models.__name__, "Nothing") is None


def test_functions(routes: ModuleType, origins: Origins) -> None:
    """Whatever is wrapped around them; a class for itself, an instance for its `__call__`."""
    names = {
        "wrapped": routes.wrapped,
        "plain": routes.partial,
        "method": routes.instance.method,
        "make": routes.Service.make,
        "__call__": routes.instance,
        "Service": routes.Service,
    }
    assert {name: at(ROUTES, origins.of_function(each)) for name, each in names.items()} == {
        name: name for name in names
    }
    assert origins.of_function(routes.anonymous) is None
    assert origins.of_function(len) is None
    assert origins.of_function(functools.partial(len)) is None


def test_parameters(routes: ModuleType, origins: Origins) -> None:
    """Of every kind; a class has those of its `__init__`."""
    found = {
        "q": origins.of_parameter(routes.wrapped, "q"),
        "rest": origins.of_parameter(routes.wrapped, "rest"),
        "limit": origins.of_parameter(routes.wrapped, "limit"),
        "more": origins.of_parameter(routes.wrapped, "more"),
        "second": origins.of_parameter(routes.partial, "second"),
        "item_id": origins.of_parameter(routes.instance.method, "item_id"),
        "kind": origins.of_parameter(routes.Service.make, "kind"),
        "name": origins.of_parameter(routes.Service, "name"),
    }
    assert {name: at(ROUTES, origin) for name, origin in found.items()} == {n: n for n in found}
    assert origins.of_parameter(routes.wrapped, "missing") is None
    assert origins.of_parameter(routes.instance, "q") == Origin("app/routes.py", 26, 23)


def test_parameters_of_a_record_are_its_fields(models: ModuleType, origins: Origins) -> None:
    """Its `__init__` stands nowhere."""
    assert origins.of_parameter(models.Record, "a") == Origin("app/models.py", 36, 4)


def test_where(routes: ModuleType, models: ModuleType, origins: Origins) -> None:
    """A line of a file, or a dotted name."""
    assert origins.where(routes.wrapped) == "app/routes.py:15"
    assert origins.where(models.Base) == "app/models.py:11"
    assert origins.where(ArgumentParser) == "argparse.ArgumentParser"
    assert origins.where(len) == "builtins.len"
    assert origins.where(ArgumentParser.exit) == "argparse.ArgumentParser.exit"


def test_modules(routes: ModuleType, models: ModuleType, origins: Origins) -> None:
    """Paths are relative to the setting `root` and to the project."""
    name = models.__name__
    assert origins.module(name) == Module(name=name, path="models.py", source="app/models.py")
    assert origins.module("pathlib").source is None
    assert origins.module("not.imported") == Module(name="not.imported", path=None, source=None)


def test_a_module_beside_the_root_has_no_path(
    load: Callable[..., ModuleType], origins: Origins
) -> None:
    """It is still a file of the project."""
    module = load("shared/models.py", MODELS)
    read = origins.module(module.__name__)
    assert (read.path, read.source) == (None, "shared/models.py")


@pytest.mark.parametrize(
    "folder",
    ["lib/site-packages/vendor", "usr/dist-packages/vendor", "env/src"],
)
def test_installed_packages_are_not_the_project(
    load: Callable[..., ModuleType], origins: Origins, tmp_path: Path, folder: str
) -> None:
    """W08: nor is anything in a virtual environment."""
    (tmp_path / "env").mkdir()
    (tmp_path / "env" / "pyvenv.cfg").write_text("")
    module = load(f"{folder}/models.py", MODELS)
    assert origins.of_class(module.Base) is None
    assert origins.of_field(module.Base, "id") is None
    assert origins.module(module.__name__).source is None
    assert origins.where(module.Base) == f"{module.__name__}.Base"


def test_a_project_may_be_an_environment_itself(
    load: Callable[..., ModuleType], origins: Origins, tmp_path: Path
) -> None:
    """`python -m venv .` is common enough."""
    (tmp_path / "pyvenv.cfg").write_text("")
    assert origins.of_class(load("app/models.py", MODELS).Base) is not None


def test_code_without_a_file_has_no_origin(origins: Origins) -> None:
    """A notebook, a shell, `exec`."""
    namespace: dict[str, Any] = {"__name__": "nowhere"}
    exec("class A:\n    a: int\ndef f(x): ...", namespace)
    assert origins.of_class(namespace["A"]) is None
    assert origins.of_field(namespace["A"], "a") is None
    assert origins.of_function(namespace["f"]) is None
    assert origins.of_parameter(namespace["f"], "x") is None
    assert origins.where(namespace["A"]) == "nowhere.A"


@pytest.mark.parametrize("text", ["class Base(", "\x00", "# coding: no-such\n", ""])
def test_a_file_that_changed_meanwhile_has_what_it_has(
    load: Callable[..., ModuleType], origins: Origins, tmp_path: Path, text: str
) -> None:
    """Saved half-way: no origin, and no error."""
    module = load("app/models.py", MODELS)
    (tmp_path / "app/models.py").write_text(text)
    assert origins.of_class(module.Base) is None
    assert origins.of_field(module.Base, "id") is None
    (tmp_path / "app/models.py").unlink()
    assert Origins(Context(project_root=tmp_path, root=tmp_path)).of_class(module.Base) is None


def test_lines_that_moved_are_found(
    load: Callable[..., ModuleType], origins: Origins, tmp_path: Path
) -> None:
    """The file on disk counts, as that is what an editor shows."""
    module = load("app/models.py", MODELS)
    (tmp_path / "app/models.py").write_text("# one more line\n" + MODELS, encoding="utf-8")
    assert origins.of_class(module.Base) == Origin("app/models.py", 12, 6)


@pytest.mark.parametrize(
    ("encoding", "heading"), [("latin-1", "# coding: latin-1"), ("utf-8-sig", "# é")]
)
def test_any_encoding(
    load: Callable[..., ModuleType], origins: Origins, encoding: str, heading: str
) -> None:
    """As the file itself says it."""
    text = f"{heading}\nclass A:\n    é = 1; field: int = 1\n"
    module = load("app/encoded.py", text, encoding=encoding)
    assert origins.of_field(module.A, "field") == Origin("app/encoded.py", 3, 11)


def test_a_name_on_the_next_line(load: Callable[..., ModuleType], origins: Origins) -> None:
    """A line that ends with a backslash goes on there."""
    text = "class \\\n A: ...\ndef\\\n\\\n  f(): ...\nasync \\\ndef g(): ...\n"
    module = load("app/lines.py", text)
    assert origins.of_class(module.A) == Origin("app/lines.py", 2, 1)
    assert origins.of_function(module.f) == Origin("app/lines.py", 5, 2)
    assert origins.of_function(module.g) == Origin("app/lines.py", 7, 4)


def test_what_stands_for_a_module_is_not_asked(
    load: Callable[..., ModuleType], origins: Origins, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be of no use yet."""

    class Settings:
        def __getattr__(self, name: str) -> object:
            raise RuntimeError(name)

    module = load("app/settings.py", "class A:\n    field: int = 1\n")
    monkeypatch.setitem(sys.modules, module.A.__module__, Settings())  # type: ignore[arg-type]
    assert origins.of_class(module.A) is None


def test_windows_line_ends(load: Callable[..., ModuleType], origins: Origins) -> None:
    """They are one line end each."""
    module = load("app/windows.py", "\r\nclass A:\r\n    field: int = 1\r\n", newline="")
    assert origins.of_field(module.A, "field") == Origin("app/windows.py", 3, 4)


def test_each_file_is_read_once(
    models: ModuleType, origins: Origins, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many names are looked for."""
    import tokenize

    opened: list[Any] = []
    original = tokenize.open
    monkeypatch.setattr(tokenize, "open", lambda path: opened.append(path) or original(path))
    for _ in range(3):
        origins.of_class(models.Base)
        origins.of_field(models.Spaced, "name")
        origins.of_enum_member(models.Color, "RED")
    assert len(opened) == 1


@pytest.mark.since(python="3.12")
def test_the_type_statement(load: Callable[..., ModuleType], origins: Origins) -> None:
    """Python 3.12 has it as syntax."""
    module = load("app/stated.py", "type Ids = list[int]\n")
    assert origins.of_name(module.__name__, "Ids") == Origin("app/stated.py", 1, 5)
