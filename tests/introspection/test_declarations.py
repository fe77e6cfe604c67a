"""
Which definitions become one declaration, and what each is called.
"""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from typing import Any, Generic, TypeVar

import pytest
from apps import kinds
from apps.asking import INPUT, OUTPUT, ROOT, ask, request
from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator

from fluidkit.model import (
    Array,
    Direction,
    Map,
    Object,
    Reference,
    Scalar,
    TypeParameter,
    Union,
)

T = TypeVar("T")
K = TypeVar("K")
NUMBER, NULL, STRING = Scalar.NUMBER, Scalar.NULL, Scalar.STRING


def key(name: str) -> str:
    return f"{__name__}:{name}"


def kind(name: str, *arguments: Any) -> Reference:
    return Reference(f"apps.kinds:{name}", arguments)


# --- One or two -------------------------------------------------------------------------------


def test_what_is_equal_both_ways_is_one_declaration() -> None:
    """It has no direction."""
    answers = ask((kinds.Closed, INPUT), (kinds.Closed, OUTPUT))
    assert answers.types == [kind("Closed"), kind("Closed")]
    assert [each.direction for each in answers.declarations.values()] == [None]


def test_what_differs_has_a_twin_for_input() -> None:
    """`User` is what is received, `UserInput` what is sent."""
    answers = ask((kinds.User, INPUT), (kinds.User, OUTPUT))
    assert answers.types == [kind("User#input"), kind("User")]
    assert answers.declarations["User"].direction is Direction.OUTPUT
    assert answers.declarations["User#input"].direction is Direction.INPUT
    assert answers.declarations["User#input"].name == "User"


def test_a_difference_further_down_is_a_difference() -> None:
    """A model that holds one that differs differs, also around a circle."""

    class Leaf(BaseModel):
        number: int = 1

    class Branch(BaseModel):
        leaves: list[Leaf]

    class Stone(BaseModel):
        weight: int

    class Garden(BaseModel):
        branch: Branch
        stone: Stone

    answers = ask((Garden, INPUT), Garden, (kinds.First, INPUT), kinds.First)
    assert set(answers.declarations) == {
        *("Leaf", "Leaf#input", "Branch", "Branch#input", "Garden", "Garden#input", "Stone"),
        *("First", "First#input", "Second", "Second#input"),
    }
    assert answers.definition("Second#input") == Object(
        (dataclasses.replace(_field("firsts"), type=Array(kind("First#input"))),)
    )


def test_circles_without_a_difference_are_one() -> None:
    """Nothing tells the two forms apart."""

    class Left(BaseModel):
        right: Right | None

    class Right(BaseModel):
        lefts: list[Left]

    Left.model_rebuild()
    assert set(ask((Left, INPUT), Left).declarations) == {"Left", "Right"}


def test_a_class_that_goes_one_way_keeps_its_plain_name() -> None:
    """`UserCreate` is no `UserCreateInput`."""
    answers = ask((kinds.User, INPUT))
    assert answers.only == kind("User")
    assert answers.declarations["User"].direction is None


def test_a_name_depends_on_its_own_class_alone() -> None:
    """A route that does not touch a class never renames it."""
    alone = ask((kinds.User, INPUT))
    among = ask((kinds.User, INPUT), kinds.Page[int], (kinds.First, INPUT), kinds.First)
    assert among.types[0] == alone.only
    assert among.declarations["User"] == alone.declarations["User"]


def test_an_input_is_no_variant() -> None:
    """Although this one equals the input, it keeps a name of its own."""

    class Model(BaseModel):
        a: int = 1

    answers = ask((Model, INPUT), Model, request("varied", Model, exclude_unset=True))
    assert answers.types == [
        Reference(key("Model#input")),
        Reference(key("Model")),
        Reference(key("Model#exclude_unset")),
    ]
    assert answers.definition("Model#input") == answers.definition("Model#exclude_unset")


def test_a_variant_is_named_after_as_few_flags_as_possible() -> None:
    """Flags that change nothing more are no reason for another."""
    options = [{"exclude_none": True, "by_alias": False}, {"exclude_none": True}, {}]
    requests = [request(n, kinds.Nullable, **each) for n, each in enumerate(options)]
    answers = ask(*requests)
    assert set(answers.declarations) == {"Nullable", "Nullable#exclude_none"}


def test_the_other_wire_is_a_variant() -> None:
    """`jsonable_encoder` writes a dataclass in its own way."""
    answers = ask(request(1, kinds.Plain), request(2, kinds.Plain, wire="jsonable"))
    assert answers.types == [kind("Plain"), kind("Plain#jsonable")]
    assert answers.declarations["Plain#jsonable"].variant == "jsonable"


def test_documentation_is_no_difference() -> None:
    """What people read of a field does not change the wire."""

    class Model(BaseModel):
        a: int = Field(description="said")

    answers = ask((Model, INPUT), Model)
    assert set(answers.declarations) == {"Model"}


def test_only_what_is_reached_is_declared() -> None:
    """A field that a route leaves out takes its model with it."""
    assert set(ask(kinds.Holder, include={"number"}).declarations) == {"MaybeNumber"}


# --- Generics ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (kinds.Page[int], kind("Page", NUMBER)),
        (kinds.Page[int | None], kind("Page", Union((NUMBER, NULL)))),
        (kinds.Page[list[int]], kind("Page", Array(NUMBER))),
        (kinds.Page[kinds.User], kind("Page", kind("User"))),
        (kinds.Page[kinds.Page[int]], kind("Page", kind("Page", NUMBER))),
        (kinds.Page, kind("Page", Scalar.UNKNOWN)),
        (kinds.Two[int, kinds.User], kind("Two", NUMBER, kind("User"))),
        (kinds.Maybe[int], kind("Maybe", NUMBER)),
        (kinds.Maybe[int | None], kind("Maybe", Union((NUMBER, NULL)))),
        (kinds.Tree[str], kind("Tree", STRING)),
        (kinds.Defaulted[str], kind("Defaulted", STRING)),
        (kinds.Defaulted, kind("Defaulted", NUMBER)),
        (kinds.Bounded[kinds.User], kind("Bounded", kind("User"))),
        (kinds.Box[int], kind("Box", NUMBER)),
        (kinds.Bag[str], kind("Bag", STRING)),
        (kinds.Wrapped[int], kind("Wrapped", NUMBER)),
        (kinds.Phantom[int], kind("Phantom")),
        (kinds.Keyed[str], kind("Keyed")),
        (RootModel[int], NUMBER),
        (kinds.Several[int], Array(NUMBER)),
        (list[kinds.Page[int]], Array(kind("Page", NUMBER))),
    ],
)
def test_a_special_case_is_the_generic_class_with_arguments(annotation: Any, expected: Any) -> None:
    """Nested, with two parameters, recursive, with defaults and bounds; of any kind of class."""
    assert ask(annotation).only == expected


def test_a_generic_class_is_declared_once() -> None:
    """Its parameters stand in its fields."""
    answers = ask(kinds.Page[int], kinds.Page[kinds.User], kinds.UserPage)
    page = answers.declarations["Page"]
    assert page.parameters == (TypeParameter("T"),)
    assert page.arguments == ()
    assert page.name == "Page"
    fields = {name: each.type for name, each in answers.fields("Page").items()}
    assert fields == {
        "items": Array(TypeParameter("T")),
        "total": NUMBER,
        "first": Union((TypeParameter("T"), NULL)),
    }
    assert answers.fields("UserPage")["items"].type == Array(kind("User"))


def test_parameters_that_say_nothing_are_dropped() -> None:
    """TypeScript would compare nothing by them."""
    assert ask(kinds.Phantom[int]).declarations["Phantom"].parameters == ()


def test_generics_have_twins_of_their_own() -> None:
    """The argument's twin is the argument's business."""
    answers = ask((kinds.Box[kinds.User], INPUT), (kinds.Page[int], INPUT), kinds.Page[int])
    assert answers.types == [
        kind("Box", kind("User")),
        kind("Page#input", NUMBER),
        kind("Page", NUMBER),
    ]


def test_a_generic_that_depends_on_its_argument_stays_special() -> None:
    """What an enum does to a dict's keys, a parameter cannot tell."""
    answers = ask(kinds.Keyed[kinds.Tone], kinds.Keyed[str], kinds.Keyed[kinds.Color])
    special = kind("Keyed[apps.kinds.Tone]")
    assert answers.types == [special, kind("Keyed"), kind("Keyed[apps.kinds.Color]")]
    declaration = answers.declarations["Keyed[apps.kinds.Tone]"]
    assert (declaration.name, declaration.parameters) == ("Keyed", ())
    assert declaration.arguments == (kind("Tone"),)
    assert answers.definition("Keyed[apps.kinds.Tone]") == Object(
        (dataclasses.replace(_field("table"), type=Map(NUMBER, kind("Tone"))),)
    )


def test_a_generic_class_that_minds_its_arguments_stays_special() -> None:
    """Its own code may refuse what stands for a parameter."""

    class Picky(BaseModel, Generic[T]):
        value: T

        def __class_getitem__(cls, argument: Any) -> Any:
            if argument is not int:
                raise TypeError("only int")
            return super().__class_getitem__(argument)

    answers = ask(Picky[int])
    assert answers.only == Reference(key("Picky[int]"))
    assert answers.declarations["Picky[int]"].arguments == (NUMBER,)


def test_validators_of_a_generic_class_do_not_matter() -> None:
    """They change no type."""

    class Validated(BaseModel, Generic[T]):
        value: T

        @field_validator("value")
        @classmethod
        def _check(cls, value: Any) -> Any:
            return value

    assert ask((Validated[int], INPUT)).only == Reference(key("Validated"), (NUMBER,))


# --- Keys -------------------------------------------------------------------------------------


def _first_user() -> Any:
    class User(BaseModel):
        first: int

    return User


def _second_user() -> Any:
    class User(BaseModel):
        second: int

    return User


def test_classes_of_one_name_are_numbered_by_their_lines() -> None:
    """G15, G16: in whatever order routes ask for them, and however many there are."""
    first, second = _first_user(), _second_user()
    expected = [Reference(key("User")), Reference(key("User~2"))]
    assert ask(first, second, kinds.User).types == [*expected, kind("User")]
    assert ask(second, first).types == expected[::-1]


def test_nested_classes_keep_the_names_of_their_classes() -> None:
    """But not of the functions that made them."""

    class Outer(BaseModel):
        class Inner(BaseModel):
            a: int

        inner: Inner

    answers = ask(Outer)
    assert {each.key: each.name for each in answers.declarations.values()} == {
        key("Outer"): "Outer",
        key("Outer.Inner"): "Outer.Inner",
    }


def test_aliases_have_declarations() -> None:
    """`type Ids = list[int]`: recursive ones must."""
    answers = ask(kinds.Aliases)
    assert answers.definition("Ids") == Array(NUMBER)
    assert answers.definition("Tree2") == Union((Map(kind("Tree2")), NUMBER))
    assert answers.declarations["Ids"].origin is not None
    assert answers.fields("Aliases")["several"].type == Array(NUMBER)
    assert answers.fields("Aliases")["user_id"].type is NUMBER


def test_root_models_are_aliases_of_what_they_hold() -> None:
    """T06: one without a name of its own stands where it is used."""
    answers = ask(kinds.Holder, kinds.OneUser)
    assert answers.definition("OneUser") == kind("User")
    assert answers.definition("Users") == Array(kind("User"))
    assert answers.definition("MaybeNumber") == Union((NUMBER, NULL))
    assert answers.fields("Holder")["anonymous"].type is NUMBER


def test_what_a_root_model_says_of_itself_leaves_alone_what_it_holds() -> None:
    """pydantic writes it into the schema of the model inside."""

    class Held(BaseModel):
        a: int

    class Root(RootModel[Held]):
        model_config = ConfigDict(json_schema_extra={"type": "string"})

    answers = ask(Root, Held)
    assert isinstance(answers.definition("Held"), Object)
    assert answers.definition("Root") == Reference(key("Held"))


def test_declarations_know_where_they_stand() -> None:
    """Module, file and line."""
    declaration = ask(kinds.Page[int]).declarations["Page"]
    assert declaration.module == "apps.kinds"
    assert declaration.origin is not None
    assert declaration.origin.path == "tests/apps/kinds.py"
    lines = (ROOT / declaration.origin.path).read_text().splitlines()
    assert lines[declaration.origin.line - 1][declaration.origin.column :].startswith("Page(")


@pytest.mark.since(python="3.12", pydantic="2.10")
def test_the_type_statement() -> None:
    """Python 3.12 has it as syntax."""
    namespace: dict[str, Any] = {"__name__": "stated"}
    exec("type Ids = list[int]\ntype Tree = list[Tree] | int\ntype Of[T] = list[T]", namespace)
    module = type(sys)("stated")
    vars(module).update(namespace)
    sys.modules["stated"] = module
    try:
        answers = ask(namespace["Ids"], namespace["Tree"], namespace["Of"][int])
    finally:
        del sys.modules["stated"]
    assert answers.types == [
        Reference("stated:Ids"),
        Reference("stated:Tree"),
        Array(NUMBER),
    ]
    assert answers.definition("Tree") == Union((Array(Reference("stated:Tree")), NUMBER))


def test_postponed_annotations_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """T11."""
    heading = "from pydantic import BaseModel\nfrom typing import Optional\nfrom uuid import UUID\n"
    source = "class Now(BaseModel):\n    a: int\n    b: Optional[UUID] = None\n"
    readings = []
    for future in ("", "from __future__ import annotations\n"):
        module = type(sys)("now")
        monkeypatch.setitem(sys.modules, "now", module)
        code = compile(future + heading + source, "now", "exec", dont_inherit=True)
        exec(code, vars(module))
        assert isinstance(module.Now.__annotations__["a"], str) == bool(future)
        readings.append(ask((module.Now, INPUT), module.Now).reading)
    assert readings[0] == readings[1]


def test_the_hash_seed_changes_nothing() -> None:
    """F12: keys, order, everything."""
    program = (
        "from apps import kinds; from apps.asking import *;"
        "asked = [(a, d) for a, _ in kinds.VALUES for d in (INPUT, OUTPUT)];"
        "varied = [request((n, 1), a, exclude_none=True) for n, (a, _) in enumerate(kinds.VALUES)];"
        "print(ask(*asked, *varied).reading)"
    )
    said = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert str(Path.home()).encode() not in said.pop()


def _field(name: str) -> Any:
    from fluidkit.model import Field as ModelField

    return ModelField(name=name, wire_name=name, type=Scalar.UNKNOWN, required=True)
