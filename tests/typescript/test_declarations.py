"""
Declarations: interfaces, aliases, enums.
"""

from __future__ import annotations

from golden.values import NUMBER, STRING, api, declare, enum, field, model

from fluidkit.model import (
    Array,
    Declaration,
    Doc,
    Enumeration,
    EnumMember,
    LiteralValue,
    Object,
    Reference,
    Scalar,
    TypeParameter,
    Union,
)
from fluidkit.typescript import Target, render

TARGET = Target(output="", kit=True, maps=False)


def types_of(*declarations: Declaration) -> str:
    """
    The declarations of module `m`, without the header.
    """
    text = render(api(*declarations), TARGET).files["generated/m.d.ts"]
    return text.partition("overwritten.\n")[2]


def script_of(*declarations: Declaration) -> str | None:
    """
    The values of module `m`, without the header.
    """
    text = render(api(*declarations), TARGET).files.get("generated/m.js")
    return text and text.partition("overwritten.\n\n" if "import" in text else "overwritten.\n")[2]


def test_an_interface() -> None:
    """
    With what people said about it and its fields.
    """
    user = model(
        "m:User",
        field("id", NUMBER, doc=Doc(text="Its number.", notes=("At least 1",))),
        field("tags", Array(STRING), required=False, doc=Doc(deprecated=True)),
        field("label", read_only=True),
        doc=Doc(text="Somebody."),
    )
    assert types_of(user) == (
        "/** Somebody. */\n"
        "export interface User {\n"
        "\t/** Its number. At least 1 */\n"
        "\tid: number;\n"
        "\t/** @deprecated */\n"
        "\ttags?: string[] | undefined;\n"
        "\treadonly label: string;\n"
        "}\n"
    )


def test_an_empty_interface() -> None:
    """
    Admits no number and no string, as `{}` would.
    """
    assert types_of(model("m:Nothing")) == (
        "export interface Nothing {\n\t[key: string]: never;\n}\n"
    )


def test_a_generic_interface() -> None:
    """
    Its parameter hides no type of the file.
    """
    page = model(
        "m:Page",
        field("items", Array(TypeParameter("T"))),
        field("user", TypeParameter("User")),
        parameters=(TypeParameter("T"), TypeParameter("User")),
    )
    assert types_of(page, model("m:User", field("x"))) == (
        "export interface Page<T, User_> {\n"
        "\titems: T[];\n"
        "\tuser: User_;\n"
        "}\n"
        "export interface User {\n"
        "\tx: string;\n"
        "}\n"
    )


def test_an_alias() -> None:
    """
    Broken where it does not fit.
    """
    short = declare("m:Id", Union((STRING, NUMBER)))
    assert types_of(short) == "export type Id = string | number;\n"
    long = declare("m:Key", Union(tuple(LiteralValue(c * 40) for c in "abc")))
    assert types_of(long) == (
        f"export type Key =\n\t| '{'a' * 40}'\n\t| '{'b' * 40}'\n\t| '{'c' * 40}';\n"
    )


def test_an_alias_that_refers_to_itself() -> None:
    """
    Through an array or an object, as TypeScript allows.
    """
    tree = declare("m:Tree", Union((STRING, Array(Reference("m:Tree")))))
    assert types_of(tree) == "export type Tree = string | Tree[];\n"


def test_an_enum_is_an_object_and_a_type() -> None:
    """
    No TypeScript `enum`: `erasableSyntaxOnly` forbids them.
    """
    role = enum("m:Role", {"admin": "admin", "LOW": -1})
    assert types_of(role) == (
        "export declare const Role: { readonly admin: 'admin'; readonly LOW: -1 };\n"
        "export type Role = 'admin' | -1;\n"
    )
    assert script_of(role) == "export const Role = { admin: 'admin', LOW: -1 };\n"


def test_an_enum_with_odd_members() -> None:
    """
    Names that are no identifiers, values that are no numbers to JavaScript.
    """
    odd = enum(
        "m:Odd", {"a b": 'x"', "__proto__": None, "1": 1.5, "big": 10**400, "nan": float("nan")}
    )
    assert types_of(odd) == (
        "export declare const Odd: {\n"
        '\treadonly \'a b\': "x\\"";\n'
        "\treadonly __proto__: null;\n"
        "\treadonly '1': 1.5;\n"
        "\treadonly big: null;\n"
        "\treadonly nan: null;\n"
        "};\n"
        'export type Odd = "x\\"" | null | 1.5;\n'
    )
    assert script_of(odd) == (
        "export const Odd = {"
        " 'a b': \"x\\\"\", ['__proto__']: null, '1': 1.5, big: null, nan: null };\n"
    )


def test_enum_members_have_comments() -> None:
    """
    In the types, where editors read them.
    """
    role = declare("m:Role", Enumeration((EnumMember(name="a", value=1, doc=Doc(text="One.")),)))
    assert types_of(role) == (
        "export declare const Role: {\n\t/** One. */\n\treadonly a: 1;\n};\nexport type Role = 1;\n"
    )


def test_an_enum_without_members() -> None:
    """
    Has no values.
    """
    assert types_of(enum("m:Void", {})) == (
        "export declare const Void: {};\nexport type Void = never;\n"
    )


def test_types_alone_need_no_script() -> None:
    """
    Nothing of them runs.
    """
    assert script_of(model("m:User", field("x"))) is None


def test_a_renamed_type_says_its_python_name() -> None:
    """
    Where one could not guess it.
    """
    local = declare("m:make.<locals>.Item", NUMBER, name="Item")
    assert types_of(declare("m:Item", STRING), local) == (
        "export type Item = string;\n/** `Item` in Python */\nexport type make_Item = number;\n"
    )


def test_nested_objects_with_comments_are_broken() -> None:
    """
    A comment needs a line.
    """
    nested = model("m:A", field("b", Object((field("c", Scalar.NULL, doc=Doc(text="See.")),))))
    assert types_of(nested) == (
        "export interface A {\n\tb: {\n\t\t/** See. */\n\t\tc: null;\n\t};\n}\n"
    )
