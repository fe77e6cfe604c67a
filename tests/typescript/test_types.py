"""
Types, as TypeScript writes them.
"""

from __future__ import annotations

import pytest
from golden.values import BOOLEAN, NULL, NUMBER, STRING, api, enum, field, model

from fluidkit.model import (
    Array,
    Declaration,
    Field,
    Format,
    LiteralValue,
    Map,
    Object,
    Reference,
    Scalar,
    Tuple,
    Type,
    TypeParameter,
    Union,
)
from fluidkit.typescript.code import print_file
from fluidkit.typescript.names import choose_names
from fluidkit.typescript.types import Scope, type_code

KNOWN = (
    model("m:User", field("x")),
    enum("m:Color", {"RED": "red", "BLUE": "blue"}),
    enum("m:Level", {"LOW": 1}),
    model("m:Page", field("x", TypeParameter("T")), parameters=(TypeParameter("T"),)),
    model("other:User", field("x")),
    Declaration(
        key="m:Keys",
        name="Keys",
        module="m",
        direction=None,
        definition=Union((LiteralValue("a"), LiteralValue("b"))),
    ),
)


def scope() -> Scope:
    """
    Inside module `m`.
    """
    names = choose_names(api(*KNOWN), "snake")
    own = frozenset(names.types[d.key] for d in KNOWN if d.module == "m")
    return Scope("m", names, {d.key: d for d in KNOWN}, own)


def written(type_: Type) -> str:
    """
    Write a type, without the imports that it needs.
    """
    return print_file(
        "m", "", type_code(type_, scope()), scope().types, types=True
    ).text.rpartition(";\n\n")[2]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (STRING, "string"),
        (NUMBER, "number"),
        (BOOLEAN, "boolean"),
        (NULL, "null"),
        (Scalar.UNKNOWN, "unknown"),
        (Scalar.NEVER, "never"),
        (Scalar.BLOB, "globalThis.Blob"),
        (Format("UUID"), "FluidTypes.UUID"),
        (Format("Decimal", Scalar.NUMBER), "FluidTypes.Decimal<number>"),
    ],
)
def test_scalars(type_: Type, text: str) -> None:
    """
    Formats keep their meaning by name.
    """
    assert written(type_) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "'a'"),
        ('"\n', '"\\"\\n"'),
        (1, "1"),
        (-1, "-1"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (float("nan"), "number"),
        pytest.param(10**5000, "number", id="huge"),
    ],
)
def test_literals(value: str | float | bool, text: str) -> None:
    """
    `True` is not `1`.
    """
    assert written(LiteralValue(value)) == text


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Array(STRING), "string[]"),
        (Array(Array(STRING)), "string[][]"),
        (Array(Union((STRING, NULL))), "(string | null)[]"),
        (Array(Union((STRING, STRING))), "string[]"),
        (Array(LiteralValue("a")), "'a'[]"),
        (Array(Format("UUID")), "FluidTypes.UUID[]"),
        (Array(Map(STRING)), "{ [key: string]: string }[]"),
    ],
)
def test_arrays(type_: Type, text: str) -> None:
    """
    Unions inside them stand in parentheses.
    """
    assert written(type_) == text


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Tuple(()), "[]"),
        (Tuple((STRING, NUMBER)), "[string, number]"),
        (Tuple((STRING, NUMBER), optional=1), "[string, number?]"),
        (Tuple((Union((STRING, NULL)),), optional=1), "[(string | null)?]"),
        (Tuple((STRING,), rest=NUMBER), "[string, ...number[]]"),
        (Tuple((), rest=Union((STRING, NUMBER))), "[...(string | number)[]]"),
    ],
)
def test_tuples(type_: Type, text: str) -> None:
    """
    What may be absent, and what follows.
    """
    assert written(type_) == text


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Union((NULL, STRING)), "string | null"),
        (Union((STRING, NUMBER, STRING)), "string | number"),
        (Union((STRING, Scalar.UNKNOWN)), "unknown"),
        (Union((STRING, Scalar.NEVER)), "string"),
        (Union((Scalar.NEVER, Scalar.NEVER)), "never"),
        (Union((LiteralValue(1), LiteralValue(True))), "1 | true"),
        (Union((Reference("m:User"), Reference("other:User"))), "User | User$1"),
    ],
)
def test_unions(type_: Type, text: str) -> None:
    """
    In Python's order, null last, each member once.
    """
    assert written(type_) == text


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Map(NUMBER), "{ [key: string]: number }"),
        (Map(NUMBER, Format("UUID")), "{ [key: string]: number }"),
        (Map(NUMBER, Reference("m:Color")), "{ [K in Color]?: number }"),
        (Map(NUMBER, Reference("m:Keys")), "{ [K in Keys]?: number }"),
        (Map(NUMBER, LiteralValue("a")), "{ [K in 'a']?: number }"),
        (Map(NUMBER, Reference("m:Level")), "{ [key: string]: number }"),
        (Map(NUMBER, LiteralValue(1)), "{ [key: string]: number }"),
        (Map(NUMBER, Union((LiteralValue("a"), STRING))), "{ [key: string]: number }"),
    ],
)
def test_maps(type_: Type, text: str) -> None:
    """
    Where all keys are known, each may be absent; a number as a key is text on the wire.
    """
    assert written(type_) == text


@pytest.mark.parametrize(
    ("fields", "extra", "text"),
    [
        ((), None, "{ [key: string]: never }"),
        ((field("a"), field("b", NUMBER)), None, "{ a: string; b: number }"),
        ((field("a", required=False),), None, "{ a?: string | undefined }"),
        ((field("a", read_only=True),), None, "{ readonly a: string }"),
        ((field("a", wire_name="x-y"),), None, "{ 'x-y': string }"),
        ((field("__proto__"),), None, "{ __proto__: string }"),
        ((), NUMBER, "{ [key: string]: number }"),
        ((field("a"),), Scalar.UNKNOWN, "{ a: string; [key: string]: unknown }"),
        ((field("a"),), NUMBER, "{ a: string; [key: string]: number | string }"),
        (
            (field("a", Union((STRING, NULL)), required=False),),
            NUMBER,
            "{ a?: string | null | undefined; [key: string]: number | string | null | undefined }",
        ),
    ],
)
def test_objects(fields: tuple[Field, ...], extra: Type | None, text: str) -> None:
    """
    The type of further keys admits each known one, as TypeScript demands.
    """
    assert written(Object(fields, extra)) == text


def test_a_wide_object_is_broken() -> None:
    """
    A line each.
    """
    fields = tuple(field(name * 40) for name in "ab")
    assert written(Object(fields)) == f"{{\n\t{'a' * 40}: string;\n\t{'b' * 40}: string;\n}}"


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (Reference("m:User"), "User"),
        (Reference("other:User"), "User$1"),
        (Reference("m:Page", (STRING,)), "Page<string>"),
        (Reference("m:Page"), "Page<unknown>"),
        (Reference("m:User", (STRING,)), "User"),
        (TypeParameter("T"), "T"),
        (TypeParameter("User"), "User_"),
        (Reference("fastapi:HTTPValidationError"), "HTTPValidationError"),
        (Reference("m:Gone"), "unknown"),
    ],
)
def test_references(type_: Type, text: str) -> None:
    """
    Arguments are as many as there are parameters; what is unknown is said to be.
    """
    assert written(type_) == text


def test_what_is_declared_nowhere_is_reported() -> None:
    """
    By its key.
    """
    inside = scope()
    type_code(Array(Reference("m:Gone")), inside)
    assert inside.missing == {"m:Gone"}
