"""
What people wrote about classes, fields, members and parameters, beside descriptions: titles, the
strings below, and what to use instead.
"""

from __future__ import annotations

import dataclasses
import enum
import warnings
from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

import pytest
import typing_extensions as te
from apps.asking import ROOT, ask
from fastapi import FastAPI, Query
from pydantic import BaseModel, ConfigDict, Field, computed_field
from pydantic import dataclasses as pydantic_dataclasses

from fluidkit.introspection import Context, read_app
from fluidkit.model import Doc, Operation


def docs(cls: Any) -> Mapping[str, Doc]:
    return {name: each.doc for name, each in ask(cls).fields(cls.__name__).items()}


def operation(app: FastAPI) -> Operation:
    (found,) = read_app(app, Context(project_root=ROOT, root=ROOT / "tests")).api.operations
    return found


# --- Titles -----------------------------------------------------------------------------------


class Titled(BaseModel):
    """What it is."""

    model_config = ConfigDict(title="A titled model")
    user_id: int = Field(title="User ID")
    age: int = Field(title="Years since birth")
    size: int = Field(title="In metres", description="Without shoes.")
    said: int = Field(title="It says", description="It says so itself.")
    inner: Plain | None = Field(None, title="What is inside")
    plain: int


class Plain(Titled):
    pass


def test_titles_stand_above_descriptions() -> None:
    """Those that say more than the name, and more than the description does by itself."""
    assert {name: each.text for name, each in docs(Titled).items()} == {
        "user_id": "",
        "age": "Years since birth",
        "size": "In metres\n\nWithout shoes.",
        "said": "It says so itself.",
        "inner": "What is inside",
        "plain": "",
    }


class Renamed(BaseModel):
    size: int = Field(alias="page-size")
    """How many of them."""
    sort: str = Field(validation_alias="sortBy", serialization_alias="sortedBy")


def test_pydantic_makes_titles_of_aliases() -> None:
    """They say nothing, and stand in front of nothing that somebody wrote."""
    assert {name: each.text for name, each in docs(Renamed).items()} == {
        "page-size": "How many of them.",
        "sortedBy": "",
    }


def test_the_title_of_a_class_is_its_own() -> None:
    """pydantic hands a configuration down."""
    declarations = ask(Titled).declarations
    assert declarations["Titled"].doc.text == "A titled model\n\nWhat it is."
    assert declarations["Plain"].doc.text == ""


class Short(BaseModel):
    """
    A class with limits for all text in it.
    """

    model_config = ConfigDict(str_min_length=2, str_max_length=5)

    name: str
    nick: str | None
    size: int


def test_the_limits_of_a_class_are_those_of_its_text() -> None:
    """
    Where pydantic says so: older versions do not.
    """
    said = "maxLength" in Short.model_json_schema()["properties"]["name"]
    limits = ("At least 2 characters", "At most 5 characters") if said else ()
    found = {name: doc.notes for name, doc in docs(Short).items()}
    assert found == {"name": limits, "nick": limits, "size": ()}


def test_the_title_of_a_parameter() -> None:
    """As that of a field."""
    app = FastAPI()

    @app.get("/")
    def endpoint(
        page: Annotated[int, Query(title="Page")],
        size: Annotated[int, Query(title="Most of them", description="All of one page.")],
    ) -> None: ...

    texts = [each.doc.text for each in operation(app).parameters]
    assert texts == ["", "Most of them\n\nAll of one page."]


# --- Strings below ----------------------------------------------------------------------------


class Direction(enum.Enum):
    """A direction."""

    NORTH = "n"
    """Where it is cold.

    And dark.
    """
    SOUTH = "s"
    "Where it is warm."
    EAST = "e"


class Weather(enum.Enum):
    """An enum whose members have texts of their own, as Python's documentation shows it."""

    def __new__(cls, value: int, doc: str) -> te.Self:
        member = object.__new__(cls)
        member._value_ = value
        member.__doc__ = doc
        return member

    RAIN = 1, "Wet."
    SUN = 2, "Dry."


class Below(BaseModel):
    number: int
    """Which one."""
    described: int = Field(description="By its field.")
    """Not shown."""
    bare: int = 1


class Further(Below):
    more: int
    """And more."""
    bare: int = 2
    """Here it has one."""


@dataclasses.dataclass
class Record:
    number: int = 1
    """Which one."""


class Row(te.TypedDict):
    number: int
    """Which one."""


@pytest.mark.parametrize("cls", [Direction, Weather])
def test_members_of_enums_are_documented(cls: Any) -> None:
    """By the string below, or by what `__new__` gave them."""
    members = ask(cls).declarations[cls.__name__].definition.members
    assert {each.name: each.doc.text for each in members} == {
        Direction: {
            "NORTH": "Where it is cold.\n\nAnd dark.",
            "SOUTH": "Where it is warm.",
            "EAST": "",
        },
        Weather: {"RAIN": "Wet.", "SUN": "Dry."},
    }[cls]


def test_a_string_below_documents_a_field() -> None:
    """Of a model and of whatever it inherits; a description goes before it."""
    assert {name: each.text for name, each in docs(Further).items()} == {
        "number": "Which one.",
        "described": "By its field.",
        "bare": "Here it has one.",
        "more": "And more.",
    }
    assert docs(Record)["number"].text == "Which one."
    assert docs(Row)["number"].text == "Which one."


# --- Deprecations -----------------------------------------------------------------------------


class Aged(BaseModel):
    said: int = Field(deprecated="use `new`")
    marked: Annotated[int, te.deprecated("use `new`")]
    silent: int = Field(1, deprecated=True)
    new: int = 1

    @computed_field(deprecated="use `new`")
    @property
    def computed(self) -> int:
        return 1

    @computed_field
    @property
    @te.deprecated("use `new`")
    def property(self) -> int:
        return 1


@dataclasses.dataclass
class AgedRecord:
    marked: Annotated[int, te.deprecated("use `new`")]
    said: int = Field(1, deprecated="use `new`")


@pydantic_dataclasses.dataclass
class AgedChecked:
    marked: Annotated[int, Field(deprecated="use `new`")]
    said: int = Field(1, deprecated="use `new`")


class AgedDict(te.TypedDict):
    marked: te.NotRequired[Annotated[int, te.deprecated("use `new`")]]
    said: Annotated[int, Field(deprecated="use `new`")]


class AgedInside(te.TypedDict):
    marked: Annotated[te.NotRequired[int], te.deprecated("use `new`")]
    said: Annotated[int, Field(deprecated="use `new`")]


@te.deprecated("use `New`")
class Old(BaseModel):
    a: int


with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # who inherits is warned

    class Young(Old):
        pass


class Holder(NamedTuple):
    old: Old
    young: Young


def test_fields_say_what_to_use_instead() -> None:
    """PEP 702's way and pydantic's, in every kind of class."""
    told = Doc(deprecated=True, deprecation="use `new`")
    assert {name: (each.deprecated, each.deprecation) for name, each in docs(Aged).items()} == {
        "said": (True, "use `new`"),
        "marked": (True, "use `new`"),
        "silent": (True, ""),
        "new": (False, ""),
        "computed": (True, "use `new`"),
        "property": (True, "use `new`"),
    }
    for cls in (AgedChecked, AgedDict):
        assert docs(cls) == {"marked": told, "said": told}


@pytest.mark.since(pydantic="2.12")
def test_fields_say_so_where_older_versions_do_not_look() -> None:
    """PEP 702's mark in a dataclass, and around `NotRequired`."""
    told = Doc(deprecated=True, deprecation="use `new`")
    for cls in (AgedRecord, AgedInside):
        assert docs(cls) == {"marked": told, "said": told}


@pytest.mark.since(pydantic="2.10")  # a NamedTuple's annotations: docs/versions.md
def test_a_subclass_is_not_deprecated() -> None:
    """It inherits the mark, which `@deprecated` sets on the class."""
    declarations = ask(Holder).declarations
    assert declarations["Old"].doc == Doc(deprecated=True, deprecation="use `New`")
    assert declarations["Young"].doc == Doc()


@pytest.mark.since(fastapi="0.123.5")
def test_endpoints_and_parameters_say_what_to_use_instead() -> None:
    """FastAPI knows of no text for a route, and does not look for the mark."""
    app = FastAPI()

    @app.get("/")
    @te.deprecated("use `new`")
    def endpoint(old: Annotated[int, Query(deprecated="use `page`")]) -> None: ...

    found = operation(app)
    assert found.doc == Doc(deprecated=True, deprecation="use `new`")
    assert found.parameters[0].doc == Doc(deprecated=True, deprecation="use `page`")
