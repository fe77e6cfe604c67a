"""
Types against the wire, both directions: what the app sends is of its type, and what is not is
refused; what a type admits, the app takes, but for reasons that no type can express.

`FLUIDKIT_SEARCH=10` draws ten times as many values, and others each time: `make search`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import json
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

import pytest
import typing_extensions as te
from apps.asking import INPUT, ask, request
from apps.wire_models import CASES, Case
from fastapi.encoders import jsonable_encoder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
    Base64Bytes,
    Base64Str,
    BaseModel,
    BeforeValidator,
    ByteSize,
    ConfigDict,
    Field,
    ImportString,
    InstanceOf,
    JsonValue,
    PlainSerializer,
    RootModel,
    Secret,
    SecretStr,
    SerializeAsAny,
    Strict,
    TypeAdapter,
    ValidationError,
    computed_field,
    field_serializer,
)
from pydantic.alias_generators import to_camel
from pydantic_core import core_schema
from versions import has

from fluidkit.introspection.unions import bare, one_of
from fluidkit.model import (
    Array,
    Format,
    LiteralValue,
    Map,
    Object,
    Reference,
    Scalar,
    Tuple,
    TypeParameter,
    Union,
)
from fluidkit.model import Field as FieldOfType
from wire.clients import Claim, refused
from wire.json_schema import judge
from wire.json_values import json_values
from wire.mutants import Mutant, mutants
from wire.python_values import inputs
from wire.refusals import unexplained
from wire.server import Server, serving

SEARCH = int(os.environ.get("FLUIDKIT_SEARCH") or 0)
ANSWERS = 6 * max(SEARCH, 1)
"""How many values of each case are sent by the app."""
FAULTS = 8 if SEARCH else 4
"""How many mutants are made of each."""
BODIES = 8 * SEARCH or 5
"""How many values of each input type are sent to the app."""
MOST_BODIES = 160 * max(SEARCH, 1)
"""How many are sent where none of the first was taken."""

UNKNOWN = {
    "of_AsAnything": "its serializers have no return annotation",
    "of_Import": "what it imports is written as what it is",
    "SerializedUntyped": "its serializer has no return annotation",
    "jsonable_SerializedUntyped": "its serializer has no return annotation",
    "Encoders": "`json_encoders` say nothing of what they return",
    "jsonable_Encoders": "`json_encoders` say nothing of what they return",
}
"""Cases of which nothing is promised, as a diagnostic says: no mutant of theirs is a fault."""

MISJUDGED = () if has(pydantic="2.14") else ("SecondsInside", "jsonable_SecondsInside")
"""Cases whose JSON Schema is wrong: it does not know of the configuration around a TypedDict."""

SURVIVORS = {
    "OpenTyped": "TypeScript's index signature has to admit the types of the known keys, too",
    "jsonable_OpenTyped": "the same",
}
"""Cases some of whose mutants are not refused, and why."""

STATUS_500 = {
    "Out of range float": "a NaN inside a JSON text: FastAPI refuses it, and can't write that down",
    "perform a relative import": "an `ImportString` that begins with a dot: pydantic imports it",
}
"""What the app fails at, by what the error says: neither taken nor refused."""

NEVER_TAKEN = {
    "Deep": "AliasPath: `unknown`, as a diagnostic says",
}
"""Cases none of whose drawn input is accepted, and why."""

pytestmark = [
    pytest.mark.node,
    pytest.mark.slow,
    pytest.mark.xdist_group("wire"),
    pytest.mark.filterwarnings("ignore:Item 'read' on TypedDict class 'Odds'"),
]
if not has(pydantic="2.10"):
    # Said of the members of enums that are keys, and of nothing that is wrong.
    pytestmark.append(pytest.mark.filterwarnings("ignore:Pydantic serializer warnings"))
if not has(fastapi="0.117"):
    # FastAPI asks for each field of a body by itself, where there is nothing to make it from.
    pytestmark.append(pytest.mark.filterwarnings("ignore:A 'default_factory' taking validated"))
    pytestmark.append(pytest.mark.filterwarnings("ignore:The '[a-z_]+' attribute with value"))


@dataclass(frozen=True)
class Evidence:
    """
    What the app sent, what became of it, and which of both `tsc` refused.
    """

    answers: list[Claim]
    false_alarms: list[Claim]
    faults: list[tuple[Claim, Mutant]]
    """The mutants that the wire never carries."""
    survivors: list[tuple[Claim, Mutant]]
    """Those that TypeScript took."""
    misjudged: list[Claim]
    """What the app sent and the judge thought impossible."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """
    The catalogue's app.
    """
    with serving() as found:
        yield found


@pytest.fixture(scope="module")
def evidence(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """
    All literals, checked in one run of `tsc`.
    """
    answers = [claim for case in CASES for claim in _answers(server, case)]
    changed = [
        each
        for number, claim in enumerate(answers)
        if claim.exact
        for each in _mutants(number, claim)
    ]
    claims = [*answers, *(claim for claim, _ in changed)]
    wrong = refused(tmp_path_factory.mktemp("wire"), server.reading.api, claims)
    judges = {case.name: judge(case) for case in CASES}
    faults = [
        (number, *each)
        for number, each in enumerate(changed, len(answers))
        if each[0].case not in {*UNKNOWN, *MISJUDGED}
        and (number in wrong or not judges[each[0].case].allows(each[0].value))
    ]
    return Evidence(
        answers=answers,
        false_alarms=[claim for number, claim in enumerate(answers) if number in wrong],
        faults=[(claim, mutant) for _, claim, mutant in faults],
        survivors=[(claim, mutant) for number, claim, mutant in faults if number not in wrong],
        misjudged=[claim for claim in answers if not judges[claim.case].allows(claim.value)],
    )


FAULTS_OF_TYPES = {
    "T01": ("Nullable", "HiddenIf"),
    "T02": ("of_Decimal", "jsonable_of_Decimal"),
    "T03": ("Aliased", "NameOnly", "ByName", "BothGenerators", "by_name_Camel"),
    "T04": ("ComputedAlias", "ComputedByGenerator", "User"),
    "T05": ("Serialized", "SerializedWhole", "of_AsText", "of_AsAnything", "StarSerializer"),
    "T06": ("Users", "RootOfRoot", "NestedRoot"),
    "T07": ("of_LiteralInt", "of_LiteralTrue", "of_LiteralMixed"),
    "T08": ("of_Union", "of_Positive", "Owner", "NestedUnions", "ByFunction"),
    "T09": ("of_Many",),
    "T10": ("Open", "OpenTyped", "OpenAliased"),
    "T11": ("User", "First", "Second", "RoundTrip"),
    "T12": ("of_ByColor", "of_ByInt", "of_ByUuid", "of_ByDate", "jsonable_of_ByMixed"),
    "T13": ("Made", "Record", "Point", "Repr"),
    "T14": ("exclude_unset_User", "exclude_none_User", "include_User", "all_flags"),
    "T15": ("NanAsNull", "NanAsText", "NoNan"),
    "T16": ("of_Int",),
    "T22": ("Hidden", "HidesAll", "of_SecretText"),
    "T23": ("Strictly", "StrictTypes", "JsonInside", "Keys"),
}
"""Cases by the fault that they would show; T17 to T21 are faults of operations and not of types:
tests/introspection/test_results.py, test_parameters.py, test_routes.py, tests/functional."""


@pytest.mark.since(pydantic="2.12")
def test_every_fault_of_types_has_its_cases() -> None:
    """T01 to T16, T22, T23: each is sent, and taken, by the tests below."""
    names = {case.name for case in CASES}
    assert {name for each in FAULTS_OF_TYPES.values() for name in each} <= names


def test_there_are_enough_models() -> None:
    """At least 150, each under a name of its own."""
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    assert len([case for case in CASES if case.receives]) >= 150


def test_what_the_app_sends_is_of_the_output_type(evidence: Evidence) -> None:
    """No false alarm, on either wire, with any flag of a route."""
    assert {claim.case for claim in evidence.answers} == {case.name for case in CASES}
    assert evidence.false_alarms == []


def test_what_the_app_cannot_send_is_refused(evidence: Evidence) -> None:
    """A key dropped, a type changed, an unknown value of an enum, a null where none can be."""
    found = Counter(claim.case for claim, _ in evidence.survivors)
    caught = 1 - len(evidence.survivors) / len(evidence.faults)
    print(
        f"{len(evidence.answers)} answers, {len(evidence.faults)} faults, {caught:.4%} caught,"
        f" survivors {dict(found)}"
    )
    for claim, mutant in evidence.survivors:
        assert claim.case in SURVIVORS, (claim, mutant.kind, mutant.path)
    assert caught >= 0.999
    assert len(evidence.faults) > 2 * len(evidence.answers)


def test_the_judge_over_faults_knows_the_wire(evidence: Evidence) -> None:
    """Or else it would take for faults what is none."""
    assert {claim.case for claim in evidence.misjudged} <= {*UNKNOWN, *MISJUDGED}


def test_what_the_input_type_admits_is_taken(server: Server) -> None:
    """Or refused for a reason on the list in refusals.py."""
    taken: Counter[str] = Counter()
    sent = 0
    lies: dict[tuple[str, str], Any] = {}
    operations = {each.name: each for each in server.reading.api.operations}
    for case in filter(lambda case: case.receives, CASES):
        (parameter,) = operations[f"in_{case.name}"].parameters
        strategy = json_values(parameter.type, server.reading.api, case.words)
        answered = _sent(server, case, strategy, BODIES)
        if case.name not in NEVER_TAKEN and all(errors for _, errors in answered):
            answered += _sent(server, case, strategy, MOST_BODIES)
        sent += len(answered)
        for value, errors in answered:
            taken[case.name] += not errors
            for error in unexplained(case.name, errors, value):
                lies.setdefault((case.name, error["type"]), (value, error["loc"]))
    print(f"{sent} bodies, {taken.total()} taken, {len(lies)} refused for no reason")
    assert lies == {}
    assert {name for name in taken if not taken[name]} == set(NEVER_TAKEN)


def test_a_unit_that_no_size_has_is_a_format(server: Server) -> None:
    """A number is read first, and then its unit."""
    (case,) = (each for each in CASES if each.name == "of_Size")
    errors = server.errors(case, {"value": "1e100"})
    assert [each["type"] for each in errors] == ["byte_size_unit"]
    assert unexplained(case.name, errors, {"value": "1e100"}) == []


@pytest.mark.parametrize(("name", "text"), [("of_Import", "."), ("of_JsonInts", "[NaN]")])
def test_what_the_app_fails_at_says_nothing_of_a_type(server: Server, name: str, text: str) -> None:
    """It is neither taken nor refused."""
    (case,) = (each for each in CASES if each.name == name)
    assert _sent(server, case, st.just({"value": text}), 1) == []


def test_gaps_are_told() -> None:
    """What is not promised has a diagnostic; nothing else has."""
    with serving([case for case in CASES if not case.jsonable]) as found:
        told = {each.route for each in found.reading.diagnostics}
    assert told == {
        *("Deep", "Duck", "Fish", "OfAsAnything", "OfImport", "SerializedUntyped"),
        *(("Encoders", "NameOrAlias", "StrictTypes", "Strictly") if has(pydantic="2.12") else ()),
    }


# --- Lies that were found ---------------------------------------------------------------------


class Plain(enum.Enum):
    """An enum whose members are no strings."""

    A = "a"


class Text(enum.StrEnum):
    """An enum whose members are."""

    A = "a"


class Level(enum.IntEnum):
    """An enum whose members are numbers."""

    LOW = 1


def test_a_plain_enums_member_in_a_literal_cannot_be_sent() -> None:
    """pydantic takes the member alone, and not its value: no JSON is of this type."""
    assert ask(Literal[Plain.A]).only == LiteralValue("a")
    assert ask((Literal[Plain.A], INPUT)).only is Scalar.NEVER
    assert ask((Literal[Plain.A, "b"], INPUT)).only == LiteralValue("b")
    assert ask((Literal[Text.A], INPUT)).only == LiteralValue("a")


def test_a_number_is_no_key_that_can_be_sent() -> None:
    """Keys are text: pydantic parses it for an `IntEnum`, and takes no `Literal[1]` for it."""
    asked = [dict[Literal[1], int], dict[Literal[1, "a"], int], dict[Level, int]]
    sent = ask(*asked).types
    taken = ask(*((each, INPUT) for each in asked)).types
    one, a = LiteralValue("1"), LiteralValue("a")
    assert sent == [Map(Scalar.NUMBER, key) for key in (one, Union((one, a)), one)]
    assert taken == [Object(()), Map(Scalar.NUMBER, a), Map(Scalar.NUMBER, one)]


class Corner(BaseModel):
    """A model that can be a key."""

    model_config = ConfigDict(frozen=True)
    x: int


class Spot(NamedTuple):
    """A tuple that can be a key."""

    x: int


@dataclasses.dataclass(frozen=True)
class Place:
    """A dataclass that can be a key."""

    x: int


@pytest.mark.parametrize(
    "key", [tuple[int, int], Spot, frozenset[int], Corner, Place, None, tuple[int, int] | None]
)
def test_what_is_no_text_in_json_is_no_key_that_can_be_sent(key: Any) -> None:
    """pydantic writes it as some text, and takes none for it."""
    with pytest.raises(ValidationError):
        TypeAdapter(dict[key, int]).validate_python({"1": 1})  # type: ignore[valid-type]
    assert ask((dict[key, int], INPUT)).only == Object(())


class Pinned(RootModel[int]):
    """A root model that can be a key."""

    model_config = ConfigDict(frozen=True)


@pytest.mark.parametrize(
    "key",
    [
        tuple[int, int] | str,
        Annotated[tuple[int, int], BeforeValidator(lambda text: tuple(text.split(",")))],
        Pinned,
    ],
)
def test_what_a_text_can_be_taken_for_is_a_key(key: Any) -> None:
    """Also where a validator makes a tuple of it."""
    assert len(
        TypeAdapter(dict[key, int]).validate_python({"1,2" if key is not Pinned else "1": 1})
    )
    assert ask((dict[key, int], INPUT)).only == Map(Scalar.NUMBER)


class Parts(enum.Enum):
    """An enum of whose members some are text."""

    ONE = 1
    TEXT = "text"


class Valued(BaseModel):
    """A model that holds the values of members; pydantic validates after it found the member."""

    model_config = ConfigDict(use_enum_values=True)
    table: dict[Parts, int]


def test_a_validator_takes_no_other_key_than_its_enum() -> None:
    """As `use_enum_values` is one, too."""
    with pytest.raises(ValidationError):
        Valued.model_validate({"table": {"1": 1}})
    checked = Annotated[Parts, AfterValidator(lambda value: value)]
    answers = ask((Valued, INPUT), (dict[checked, int], INPUT))  # type: ignore[valid-type]
    taken = Map(Scalar.NUMBER, LiteralValue("text"))
    assert bare(answers.fields("Valued")["table"].type) == taken
    assert answers.types[1] == taken


def test_bytes_in_a_literal_cannot_be_sent() -> None:
    """pydantic takes no text for them."""
    with pytest.raises(ValidationError):
        TypeAdapter(Literal[b"a"]).validate_python("a")
    assert ask((Literal[b"a", "b"], INPUT)).only == LiteralValue("b")
    assert ask((Literal[b"a"], INPUT)).only is Scalar.NEVER


class Bounds(enum.Enum):
    """An enum of floats."""

    NOTHING = float("nan")
    MOST = float("inf")
    HALF = 0.5


def test_a_member_that_is_infinite_cannot_be_sent() -> None:
    """It is written as null, which pydantic takes for no member."""
    with pytest.raises(ValidationError):
        TypeAdapter(Bounds).validate_python(None)
    assert ask(Bounds, (Bounds, INPUT)).definition("Bounds#input") == LiteralValue(0.5)


def test_none_as_a_key_is_written_in_pythons_way() -> None:
    """By pydantic."""
    assert ask(dict[Literal[None, "a"], int]).only == Map(  # noqa: PYI061 -- as people write it
        Scalar.NUMBER, Union((LiteralValue("None"), LiteralValue("a")))
    )


@dataclasses.dataclass
class Lasting:
    """A dataclass that has the configuration of whom it stands in."""

    the_span: dt.timedelta


Lastings = te.TypeAliasType("Lastings", list[dt.timedelta])


class InSeconds(BaseModel):
    """Another configuration than that of `InText`, for what both hold."""

    model_config = ConfigDict(alias_generator=to_camel, ser_json_timedelta="float")
    one: Lasting
    two: Lasting
    all: Lastings


class InText(BaseModel):
    """No configuration."""

    one: Lasting
    all: Lastings


@pytest.mark.parametrize("asked", [(InSeconds, InText), (InText, InSeconds)])
def test_a_configuration_reaches_what_stands_in_its_model_alone(asked: tuple[Any, ...]) -> None:
    """A dataclass and an alias in two models, in either order, and in one with both."""
    answers = ask(*asked, tuple[InSeconds, InText])
    seconds, text = Format("Duration", Scalar.NUMBER), Format("Duration")
    assert answers.definition("Lasting").fields[0].type == text
    assert answers.keys("Lasting") == ["the_span"]
    assert answers.definition("Lasting#configured").fields[0].type == seconds
    assert answers.keys("Lasting#configured") == ["theSpan"]
    assert answers.definition("Lastings") == Array(text)
    assert answers.definition("Lastings#configured") == Array(seconds)


class Cell(te.TypedDict):
    """A TypedDict that has the configuration of whom it stands in."""

    value: int


class Loose(BaseModel):
    """Any other key is welcome."""

    model_config = ConfigDict(extra="allow")
    cell: Cell


class Tight(BaseModel):
    """None is."""

    cell: Cell


@pytest.mark.parametrize("asked", [(Loose, Tight), (Tight, Loose)])
def test_other_keys_of_a_typeddict_are_welcome_where_those_of_its_model_are(
    asked: tuple[Any, ...],
) -> None:
    """And nowhere else, in either order."""
    cell = {"value": 1, "more": 2}
    assert Loose(cell=cell).model_dump()["cell"] == cell  # type: ignore[typeddict-item]
    assert Tight(cell=cell).model_dump()["cell"] == {"value": 1}  # type: ignore[typeddict-item]
    answers = ask(*asked)
    assert answers.definition("Cell").extra is None
    assert answers.definition("Cell#configured").extra is Scalar.UNKNOWN


class Lap(te.TypedDict):
    """A TypedDict that pydantic describes once where a model uses it twice."""

    span: dt.timedelta


class Laps(BaseModel):
    """No configuration, and the TypedDict twice."""

    first: Lap
    others: list[Lap]


class LapsInSeconds(Laps):
    """The same, with a configuration."""

    model_config = ConfigDict(ser_json_timedelta="float")


class Race(BaseModel):
    """Seconds around none."""

    model_config = ConfigDict(ser_json_timedelta="float")
    laps: Laps
    best: Lap


class Training(BaseModel):
    """None around seconds."""

    best: Lap
    laps: LapsInSeconds


@pytest.mark.since(pydantic="2.10")
@pytest.mark.parametrize("model", [Race, Training])
def test_a_typeddict_is_written_as_the_model_around_it_says(model: type[BaseModel]) -> None:
    """Also where pydantic describes it once for two models that say different things."""
    lap = {"span": 1}
    value = model.model_validate({"best": lap, "laps": {"first": lap, "others": [lap]}})
    wire = json.loads(value.model_dump_json())
    answers = ask(model)
    assert {type(wire["best"]["span"]), type(wire["laps"]["first"]["span"])} == {float, str}
    assert answers.oracle.admits(answers.reading.types[0], wire)


def test_configurations_that_say_the_same_are_one() -> None:
    """Strict or not, an `int` is received as a number."""

    class Strictly(BaseModel):
        model_config = ConfigDict(strict=True)
        one: Lasting

    assert ask(Strictly, InText).keys("Lasting") == ["the_span"]
    assert "Lasting#configured" not in ask(Strictly, InText).declarations


class Twice(BaseModel):
    """A model that holds a dataclass twice."""

    one: Lasting
    two: Lasting


def test_a_model_without_response_model_refers_to_what_pydantic_writes() -> None:
    """Alone in an app: nobody else asks for the dataclass inside."""
    answers = ask(tuple[Twice, Lasting], wire="jsonable")
    assert answers.told() == {}
    assert answers.definition("Lasting").fields[0].type == Format("Duration")
    assert answers.definition("Lasting#jsonable").fields[0].type == Format(
        "Duration", Scalar.NUMBER
    )


class StrictDates(BaseModel):
    """FastAPI parses JSON before pydantic sees it: no date will ever come."""

    model_config = ConfigDict(strict=True)
    day: dt.date
    maybe: set[int] | None = None
    either: dt.date | str
    by_number: dict[int, str]
    lax: Annotated[dt.date, Field(strict=False)]


class StrictField(BaseModel):
    """A field alone."""

    price: Annotated[Decimal, Field(strict=True)]
    either: Annotated[dt.date, Strict()] | None = None


def test_what_is_strict_takes_no_text_for_a_date() -> None:
    """As input it is `never`, which is told, and received as ever."""
    answers = ask((StrictDates, INPUT), (StrictField, INPUT), StrictDates)
    sent = {key: bare(each.type) for key, each in answers.fields("StrictDates#input").items()}
    assert sent == {
        "day": Scalar.NEVER,
        "maybe": Scalar.NULL,
        "either": Scalar.STRING,
        "by_number": Object(()),
        "lax": Format("Date"),
    }
    assert answers.fields("StrictDates")["day"].type == Format("Date")
    assert answers.fields("StrictField")["price"].type is Scalar.NEVER
    assert answers.fields("StrictField")["either"].type is Scalar.NULL
    told = "no JSON is taken for it, as it is strict and FastAPI validates Python values"
    assert answers.told()["StrictDates.day"] == f"StrictDates.day: {told}"


class StrictlyHolds(BaseModel):
    """Its dataclass is as strict."""

    model_config = ConfigDict(strict=True)
    one: Lasting


def test_a_strict_dataclass_takes_no_object() -> None:
    """Other than a strict model: pydantic wants an instance."""
    sent = ask((StrictlyHolds, INPUT))
    assert bare(sent.fields("StrictlyHolds")["one"].type) is Scalar.NEVER


class Foreign:
    """No type of pydantic's."""


class Pythonic(BaseModel):
    """What only Python has."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    function: Callable[[int], int]
    cls: type[int]
    instance: Foreign
    maybe: Foreign | None = None
    model: InstanceOf[StrictField]


def test_no_json_is_a_function_a_class_or_an_instance() -> None:
    """As input it is `never`; where it is sent nonetheless, nobody knows as what."""
    answers = ask((Pythonic, INPUT), Pythonic)
    sent = {key: bare(each.type) for key, each in answers.fields("Pythonic#input").items()}
    assert sent == {
        **dict.fromkeys(("function", "cls", "instance", "model"), Scalar.NEVER),
        "maybe": Scalar.NULL,
    }
    told = "no JSON is taken for it, as pydantic wants an object of Python's"
    for name in ("function", "model"):
        assert answers.told()[f"Pythonic.{name}"] == f"Pythonic.{name}: {told}"
    received = {key: each.type for key, each in answers.fields("Pythonic").items()}
    assert isinstance(received.pop("model"), Reference)
    assert {*received.values()} == {Scalar.UNKNOWN}


class Imports(BaseModel):
    """Names of what Python imports."""

    anything: ImportString
    function: ImportString[Callable[..., Any]]
    number: ImportString[int]


def test_what_is_imported_is_written_as_what_it_is() -> None:
    """pydantic's JSON Schema says a string: so are functions and modules, but no number."""
    found = TypeAdapter(Imports).validate_python(
        {"anything": "math.pi", "function": "math.sqrt", "number": "sys.maxsize"}
    )
    wire = json.loads(found.model_dump_json())
    assert [type(each) for each in wire.values()] == [float, str, int]
    types = {key: each.type for key, each in ask(Imports).fields("Imports").items()}
    assert types == {
        "anything": Scalar.UNKNOWN,
        "function": Scalar.STRING,
        "number": Scalar.UNKNOWN,
    }
    assert {each.type for each in ask((Imports, INPUT)).fields("Imports").values()} == {
        Scalar.STRING
    }


class Dated(enum.Enum):
    """An enum whose values are no JSON."""

    FIRST = dt.date(2020, 1, 1)
    SECOND = "second"


def test_a_member_that_is_a_date_is_received_and_never_sent() -> None:
    """pydantic looks for a date among the values, and gets a text."""
    date = TypeAdapter(Dated)
    with pytest.raises(ValidationError):
        date.validate_python("2020-01-01")
    answers = ask(Dated, (Dated, INPUT))
    values = [each.value for each in answers.declarations["Dated"].definition.members]
    assert values == ["2020-01-01", "second"]
    assert answers.definition("Dated#input") == LiteralValue("second")


def test_keys_of_several_closed_kinds_are_closed() -> None:
    """An enum or None, a literal or an enum; None has no text that could be sent."""
    asked = [dict[Level | None, int], dict[Literal["a"] | Level, int]]
    one, a = LiteralValue("1"), LiteralValue("a")
    assert ask(*asked).types == [
        Map(Scalar.NUMBER, Union((one, LiteralValue("None")))),
        Map(Scalar.NUMBER, Union((a, one))),
    ]
    assert ask(*((each, INPUT) for each in asked)).types == [
        Map(Scalar.NUMBER, one),
        Map(Scalar.NUMBER, Union((a, one))),
    ]
    assert ask(dict[Level | None, int], wire="jsonable").only == Map(
        Scalar.NUMBER, Union((one, LiteralValue("null")))
    )


class Access(enum.IntFlag):
    """A flag."""

    READ = 1
    WRITE = 2


def test_several_members_of_a_flag_are_a_key_of_their_own() -> None:
    """None of them is a key that is sent, as pydantic takes the texts of members alone."""
    key = "3"
    table = TypeAdapter(dict[Access, int])
    assert json.loads(table.dump_json({Access.READ | Access.WRITE: 1})) == {key: 1}
    with pytest.raises(ValidationError):
        table.validate_python({key: 1})
    assert ask(dict[Access, int]).only == Map(Scalar.NUMBER)
    assert ask(dict[Access, int], wire="jsonable").only == Map(Scalar.NUMBER)
    taken = Union((LiteralValue("1"), LiteralValue("2")))
    assert ask((dict[Access, int], INPUT)).only == Map(Scalar.NUMBER, taken)


class Pin(Secret[int]):
    """A secret of one's own."""


def test_stars_are_text_whatever_they_hide() -> None:
    """pydantic's JSON Schema tells of what is hidden; a serializer of one's own may show it."""
    shown = Annotated[Secret[int], PlainSerializer(Secret.get_secret_value, return_type=int)]
    assert json.loads(TypeAdapter(Secret[int]).dump_json(Secret[int](1))) == "**********"
    assert ask(Secret[int], Pin, shown).types == [Format("Secret"), Format("Secret"), Scalar.NUMBER]
    assert ask((Secret[int], INPUT)).only is Scalar.NUMBER


def test_without_a_response_model_a_secret_is_in_the_open() -> None:
    """FastAPI writes the attributes of what it does not know."""
    wire = jsonable_encoder(Secret(dt.date(2020, 1, 1)))
    assert wire == {"_secret_value": "2020-01-01"}
    only = ask(Secret[dt.date], wire="jsonable").only
    assert isinstance(only, Object)
    assert [(each.wire_name, each.type) for each in only.fields] == [
        ("_secret_value", Format("Date"))
    ]
    assert ask(SecretStr, wire="jsonable").only == Format("Secret")


SECRET = FieldOfType(
    name="_secret_value", wire_name="_secret_value", type=Scalar.NUMBER, required=True
)
Span = te.TypeAliasType("Span", dt.timedelta)
Size = te.TypeAliasType("Size", ByteSize)
Hidden = te.TypeAliasType("Hidden", Secret[int])


@pytest.mark.parametrize(
    ("alias", "type_"),
    [
        (Span, Format("Duration", Scalar.NUMBER)),
        (Size, Scalar.NUMBER),
        (Hidden, Object((SECRET,))),
    ],
)
def test_without_a_response_model_an_alias_keeps_its_name(alias: Any, type_: Any) -> None:
    """Used twice, it is a definition of its own, also where the wire has another form for it."""
    answers = ask(tuple[alias, list[alias]], wire="jsonable")
    assert answers.told() == {}
    (only,) = {name.partition("#")[0] for name in answers.declarations}
    assert only == alias.__name__
    (definition,) = [bare(each.definition) for each in answers.declarations.values()]
    assert definition == type_


class Degrees:
    """A class of the user's, that pydantic alone knows to write."""

    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


def test_without_a_response_model_nobody_asks_a_class_how_it_is_written() -> None:
    """It is its attributes that are, and those are nowhere declared."""
    assert jsonable_encoder(Degrees("1")) == {"text": "1"}
    assert ask(Degrees).only is Scalar.STRING
    answers = ask(Degrees, wire="jsonable")
    assert answers.only is Scalar.UNKNOWN
    (told,) = answers.told().values()
    assert told.startswith("JSON has no form for wire.test_wire.Degrees")


def test_without_a_response_model_values_are_written_as_they_are_in_python() -> None:
    """Base64 has been decoded, and a size is a number."""
    answers = ask(Base64Bytes, Base64Str, ByteSize, wire="jsonable")
    text = Scalar.STRING if has(pydantic="2.10") else Format("Binary")  # which is a string, too
    assert answers.types == [Format("Binary"), text, Scalar.NUMBER]
    assert jsonable_encoder(TypeAdapter(Base64Str).validate_python("YWI=")) == "ab"


ItemT = TypeVar("ItemT")
"""No `T`: pydantic 2.9 takes what a caller of `TypeAdapter` calls so for the `T` of a TypedDict."""


class Boxed(BaseModel, Generic[ItemT]):
    """Anything, where nobody says what."""

    value: ItemT


class Sorted(BaseModel, Generic[ItemT]):
    """A serializer that returns what the class holds."""

    items: list[ItemT]

    @field_serializer("items")
    def _items(self, items: list[ItemT]) -> dict[str, list[ItemT]]:
        return {"sorted": sorted(items)}  # type: ignore[type-var]


class Opened(BaseModel):
    """Two that return anything, as the Python says."""

    items: list[int]
    box: int = 0

    @field_serializer("items")
    def _items(self, items: list[int]) -> list[Any]:
        return items

    @field_serializer("box")
    def _box(self, box: int) -> Boxed:  # type: ignore[type-arg]
        return Boxed(value=box)


def test_a_serializer_that_returns_a_type_parameter_is_told_of() -> None:
    """pydantic does not put in what stands for it, and takes it for anything."""
    answers = ask(Sorted[int], Opened)
    assert answers.fields("Sorted")["items"].type is Scalar.UNKNOWN
    assert bare(answers.fields("Opened")["items"].type) == Array(Scalar.UNKNOWN)
    assert isinstance(bare(answers.fields("Opened")["box"].type), Reference)
    (told,) = answers.told().values()
    assert told.startswith("Sorted.items: its serializer 'Sorted._items' returns what a type param")


ModelT = TypeVar("ModelT", bound=BaseModel)


class Envelope(BaseModel, Generic[ModelT]):
    """A generic model that people return without an argument."""

    data: ModelT


class Payload(BaseModel):
    """A model that holds any other, as it is or with no field at all."""

    whole: SerializeAsAny[BaseModel]
    none: BaseModel


def test_any_model_is_written_with_fields_that_nobody_has_named() -> None:
    """Where it is written as what it is: its keys may be any."""
    corner = Corner(x=1)
    assert Payload(whole=corner, none=corner).model_dump() == {"whole": {"x": 1}, "none": {}}
    assert Envelope(data=corner).model_dump() == {"data": {"x": 1}}
    answers = ask(Payload, Envelope)
    fields = {key: bare(each.type) for key, each in answers.fields("Payload").items()}
    assert fields["whole"] == Map(Scalar.UNKNOWN)
    assert {*answers.told()} == {"Payload.whole", "Envelope.data"}
    assert isinstance(fields["none"], Reference)
    envelope = answers.types[1]
    assert isinstance(envelope, Reference)
    assert envelope.arguments == (Map(Scalar.UNKNOWN),)


class Careless(BaseModel, Generic[ItemT]):
    """Defaults that are not of their type: pydantic does not validate them."""

    text: str = None  # type: ignore[assignment]
    inner: Twice = None  # type: ignore[assignment]
    data: ItemT = None  # type: ignore[assignment]
    number: Decimal = 0  # type: ignore[assignment]
    maybe: Decimal | None = Field(0.5, ge=0)  # type: ignore[assignment]
    flag: bool = 0  # type: ignore[assignment]
    kept: Annotated[str, PlainSerializer(str, return_type=str, when_used="unless-none")] = None  # type: ignore[assignment]


class Careful(BaseModel):
    """The same, where something makes a text of it."""

    written: Annotated[str, PlainSerializer(str, return_type=str)] = None  # type: ignore[assignment]
    checked: Annotated[
        str, Field(validate_default=True), BeforeValidator(lambda value: value or "")
    ] = None  # type: ignore[assignment]


@pytest.mark.filterwarnings("ignore:(?s)Pydantic serializer warnings")
def test_a_default_is_written_as_it_is_whatever_its_type() -> None:
    """`text: str = None` is received as null, and null is still nothing that could be sent."""
    wire = {"text": None, "inner": None, "data": None, "number": 0, "maybe": 0.5, "flag": 0}
    assert json.loads(Careless[int]().model_dump_json()) == wire | {"kept": None}
    answers = ask(Careless[int], (Careless[int], INPUT))
    types = {key: each.type for key, each in answers.fields("Careless").items()}
    assert {key: bare(each) for key, each in types.items()} == {
        "text": Union((Scalar.STRING, Scalar.NULL)),
        "inner": one_of((types["inner"], Scalar.NULL)),
        "data": Union((TypeParameter("ItemT"), Scalar.NULL)),
        "number": Union((Format("Decimal"), LiteralValue(0))),
        "maybe": Union((Format("Decimal"), Scalar.NULL, LiteralValue(0.5))),
        "flag": Union((Scalar.BOOLEAN, LiteralValue(0))),
        "kept": Union((Scalar.STRING, Scalar.NULL)),
    }
    sent = answers.fields("Careless#input")
    assert (bare(sent["text"].type), bare(sent["data"].type)) == (
        Scalar.STRING,
        TypeParameter("ItemT"),
    )


def test_a_default_that_is_validated_or_serialized_is_of_its_type() -> None:
    """Whatever the Python says."""
    assert Careful().model_dump() == {"written": "None", "checked": ""}
    types = {bare(each.type) for each in ask(Careful).fields("Careful").values()}
    assert types == {Scalar.STRING}


@pytest.mark.filterwarnings("ignore:(?s)Pydantic serializer warnings")
@pytest.mark.parametrize("flag", ["exclude_none", "exclude_unset", "exclude_defaults"])
def test_a_default_that_is_left_out_is_never_null(flag: str) -> None:
    """The key is absent instead, and what is there is of its type."""
    wire = Careless[int]().model_dump(mode="json", **{flag: True})  # type: ignore[arg-type]
    assert "text" not in wire
    field = ask(Careless[int], **{flag: True}).fields("Careless")["text"]
    assert (field.required, bare(field.type)) == (False, Scalar.STRING)


Maybe = te.TypeAliasType("Maybe", int | None)
Anything = te.TypeAliasType("Anything", Any)


class Possibly(BaseModel):
    """None, as it hides."""

    literal: Literal["a", None] = None  # noqa: PYI061 -- as people write it
    alias: Maybe
    either: Maybe | str
    anything: Anything
    json_value: JsonValue


def test_what_may_be_none_is_left_out_however_it_is_said() -> None:
    """By a literal, an alias, a member of a union, or by `JsonValue`."""
    nothing = Possibly(alias=None, either=None, anything=None, json_value=None)
    assert nothing.model_dump(exclude_none=True) == {}
    keys = ["literal?", "alias?", "either?", "anything?", "json_value?"]
    assert ask(Possibly, exclude_none=True).keys("Possibly") == keys


def test_an_index_from_the_end_leaves_out_of_a_tuple() -> None:
    """As of a list."""
    kind = tuple[int, str, bool]
    assert TypeAdapter(kind).dump_python((1, "a", True), exclude={-1}) == (1, "a")
    assert ask(kind, exclude={-1}).only == Tuple((Scalar.NUMBER, Scalar.STRING))
    assert ask(kind, include={0, -1}).only == Tuple((Scalar.NUMBER, Scalar.BOOLEAN))


@dataclasses.dataclass
class Total:
    """Fields that are set afterwards, and that pydantic does not know of."""

    price: Decimal
    tax: Decimal = dataclasses.field(init=False)
    parts: list[Total] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.tax, self.parts = Decimal("0.5"), []


@dataclasses.dataclass
class Undefined:
    """And one that nobody knows of."""

    price: int
    tax: Nowhere = dataclasses.field(init=False)  # type: ignore[name-defined]  # noqa: F821


def test_without_a_response_model_a_dataclass_has_all_its_fields() -> None:
    """With one, it has those alone that pydantic knows of."""
    total = Total(Decimal("1.5"))
    assert jsonable_encoder(total) == {"price": 1.5, "tax": 0.5, "parts": []}
    assert TypeAdapter(Total).dump_python(total) == {"price": Decimal("1.5")}
    assert ask(Total).keys("Total") == ["price"]
    answers = ask(Total, wire="jsonable")
    (reference,) = answers.types
    types = {key: bare(each.type) for key, each in answers.fields("Total").items()}
    number = Format("Decimal", Scalar.NUMBER)
    assert types == {"price": number, "tax": number, "parts": Array(reference)}


def test_a_field_that_nobody_knows_of_is_told() -> None:
    """The others are what they are."""
    answers = ask(Undefined, wire="jsonable")
    types = {key: bare(each.type) for key, each in answers.fields("Undefined").items()}
    assert types == {"price": Scalar.NUMBER, "tax": Scalar.UNKNOWN}
    assert list(answers.told()) == ["Undefined.tax"]


class Hiding(BaseModel):
    """Serializers over values that may be None, and one that makes None of another."""

    text: Annotated[int | None, PlainSerializer(str, return_type=str)] = None
    null: Annotated[int, PlainSerializer(lambda value: None, return_type=int | None)] = 1

    @computed_field
    def number(self) -> Annotated[int | None, PlainSerializer(str, return_type=str)]:
        return None


def test_none_is_left_out_before_a_serializer_sees_it() -> None:
    """And what the serializer returns is not looked at again."""
    late = {} if has(pydantic="2.12") else {"number": "None"}  # of a computed field, until then
    assert Hiding().model_dump(mode="json", exclude_none=True) == {"null": None} | late
    answers = ask(Hiding, exclude_none=True)
    assert answers.keys("Hiding") == ["text?", "null", "number?"]
    null = Union((Scalar.NUMBER, Scalar.NULL))
    types = [each.type for each in answers.fields("Hiding").values()]
    assert types == [Scalar.STRING, null, Scalar.STRING]


class Renamed(te.TypedDict):
    """Aliases outside of models are pydantic's alone."""

    __pydantic_config__ = ConfigDict(alias_generator=to_camel)  # type: ignore[misc]
    plain_key: int
    model_key: InText


def test_without_a_response_model_no_key_of_a_typeddict_has_its_alias() -> None:
    """Also not that of a model."""
    answers = ask(Renamed, request("jsonable", Renamed, wire="jsonable"))
    assert answers.keys("Renamed") == ["plainKey", "modelKey"]
    assert answers.keys("Renamed#jsonable") == ["plain_key", "model_key"]


def test_a_default_that_has_no_json_takes_no_type_away() -> None:
    """Half a surrogate pair is no text that could be shown."""

    class Halved(BaseModel):
        table: dict[str, int] = {"\ud800": 1}

    assert bare(ask((Halved, INPUT)).fields("Halved")["table"].type) == Map(Scalar.NUMBER)


# --- Drawing ----------------------------------------------------------------------------------


def _answers(server: Server, case: Case) -> list[Claim]:
    """
    Return the different answers of a case.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(case.annotation)
    found: dict[str, Claim] = {}

    def send(drawn: Any) -> None:
        try:
            value = adapter.validate_python(drawn, strict=False)
        except ValidationError:
            return  # a validator of its own
        try:
            answer = server.answer(case, value)
        except ValueError as error:
            is_error = case.jsonable or not has(fastapi="0.130")
            if not is_error or "Out of range float" not in str(error):
                raise
            return  # a NaN is an error of the server: until then, and without a response model
        found.setdefault(json.dumps(answer), Claim(case.name, answer))

    _each(inputs(adapter.core_schema), send, ANSWERS)
    for each in case.values:
        answer = server.answer(case, adapter.validate_python(each))
        found[repr(each)] = Claim(case.name, answer, exact=False)
    return list(found.values())


def _sent(
    server: Server, case: Case, strategy: st.SearchStrategy[Any], count: int
) -> list[tuple[Any, list[dict[str, Any]]]]:
    """
    Send some values, and return each with the errors that were answered.
    """
    found: list[tuple[Any, list[dict[str, Any]]]] = []

    def send(value: Any) -> None:
        try:
            errors = server.errors(case, value)
        except (TypeError, ValueError) as error:
            if not any(each in str(error) for each in STATUS_500):
                raise
            return
        found.append((value, errors))

    _each(strategy, send, count)
    return found


def _mutants(number: int, claim: Claim) -> list[tuple[Claim, Mutant]]:
    """
    Return some of a claim's mutants.
    """
    found = list(mutants(claim.value))
    random.Random(None if SEARCH else number).shuffle(found)
    return [(Claim(claim.case, each.value), each) for each in islice(found, FAULTS)]


def _each(strategy: st.SearchStrategy[Any], use: Callable[[Any], None], count: int) -> None:
    """
    Use that many values; the same ones each time, but in a search.
    """
    settled = settings(
        max_examples=count,
        derandomize=not SEARCH,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    settled(given(strategy)(use))()
