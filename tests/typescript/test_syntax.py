"""
Strings, numbers, comments, identifiers and keys: each is escaped in one place.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluidkit.typescript.syntax import (
    GLOBALS,
    RESERVED,
    RESERVED_TYPES,
    camel,
    comment,
    identifier,
    inside_comment,
    key,
    line_comment,
    number,
    object_key,
    pascal,
    string,
    utf16,
)

ANY_TEXT = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", "'plain'"),
        ("", "''"),
        ("it's", '"it\'s"'),
        ('say "x"', '"say \\"x\\""'),
        ("back\\slash", '"back\\\\slash"'),
        ('\\"', '"\\\\\\""'),
        ("a\nb\r\t", '"a\\nb\\r\\t"'),
        ("</script><!--", "'\\u003c/script>\\u003c!--'"),
        ("\u2028\u2029", "'\\u2028\\u2029'"),
        ("\ud800", "'\\ud800'"),
        ("\x00", '"\\u0000"'),
        ("\ufeff", "'\\ufeff'"),
        ("\u202e", "'\\u202e'"),
        ("`${x}`", "'`${x}`'"),
        ("größe 😀", "'größe 😀'"),
    ],
)
def test_strings(value: str, written: str) -> None:
    """
    Single quotes where nothing needs a backslash, JSON's form elsewhere.
    """
    assert string(value) == written


@given(ANY_TEXT)
def test_any_string_is_read_back_as_it_was(value: str) -> None:
    """
    The writer's escapes are JSON's, so JSON can say what JavaScript would read.
    """
    written = string(value)
    body = written if written[0] == '"' else f'"{written[1:-1]}"'
    assert json.loads(body) == value
    assert written.isprintable() or not value.isprintable()
    assert not {"\n", "\r", "<", "\u2028"} & set(written)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-1, "-1"),
        (1.5, "1.5"),
        (1e300, "1e+300"),
        (2**53 + 1, "9007199254740993"),
        (10**400, None),
        (float("nan"), None),
        (float("-inf"), None),
    ],
)
def test_numbers(value: float, written: str | None) -> None:
    """
    What JavaScript has no number for is not written as one.
    """
    assert number(value) == written


def test_a_short_comment_is_one_line() -> None:
    """
    And none at all where there is nothing to say.
    """
    assert comment(["Return one user."]) == "/** Return one user. */"
    assert comment(["", "  \n "]) == ""


def test_paragraphs_are_separated_and_tags_come_last() -> None:
    """
    Relative indentation stays; runs of blank lines are one.
    """
    text = "First.\n\n\n    code\n"
    assert comment([text, "Second."], [("param", "id - a\nb"), ("deprecated", "")]) == (
        "/**\n"
        " * First.\n"
        " *\n"
        " *     code\n"
        " *\n"
        " * Second.\n"
        " *\n"
        " * @param id - a\n"
        " * b\n"
        " * @deprecated\n"
        " */"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("files matching src/*/", "/** files matching src/*\\/ */"),
        ("**/", "/** **\\/ */"),
        ("*", "/** * */"),
        ("ends with \\", "/** ends with \\ */"),
        ("@deprecated", "/** \\@deprecated */"),
        ("use @app.get, mail a@b.c", "/** use \\@app.get, mail a@b.c */"),
        ("{@link x}", "/** {\\@link x} */"),
        ("`@x` /@me", "/** `@x` /@me */"),
        ("\x00\ud800\ufeff\u202e", "/** \\u0000\\ud800\\ufeff\\u202e */"),
        ("a\rb", "/**\n * a\n * b\n */"),
        ("a\u2028b\r\nc", "/**\n * a\n * b\n * c\n */"),
        ("/*", "/** /* */"),
    ],
)
def test_comments_hold_any_text(text: str, written: str) -> None:
    """
    Nothing in a text ends its comment, starts a tag, or hides in it.
    """
    assert comment([text]) == written


@given(ANY_TEXT, ANY_TEXT)
def test_no_text_leaves_its_comment(text: str, other: str) -> None:
    """
    The one end of the comment is its own.
    """
    written = comment([text, other], [("param", text)])
    assert written.count("*/") == 1
    assert written.endswith("*/")
    assert "\r" not in written
    assert written.encode()


@given(ANY_TEXT)
def test_no_text_leaves_its_line(text: str) -> None:
    """
    Line comments and what stands inside a written comment are one line.
    """
    for written in (line_comment(text), inside_comment(text)):
        assert not set("\n\r\u2028\u2029") & set(written)
    assert "*/" not in inside_comment(text)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("get_user", "get_user"),
        ("<lambda>", "_lambda_"),
        ("2fa", "_2fa"),
        ("", "_"),
        ("delete", "delete_"),
        ("undefined", "undefined_"),
        ("a-b c", "a_b_c"),
        ("gro\u0308\u00dfe", "gr\u00f6\u00dfe"),
        ("名前", "名前"),
        ("\ud800", "_"),
        ("type", "type"),
        ("x" * 200, "x" * 200),
    ],
)
def test_identifiers(name: str, written: str) -> None:
    """
    NFC, `_` for what no name may hold, `_` after what is reserved.
    """
    assert identifier(name) == written


@given(ANY_TEXT)
def test_every_name_becomes_an_identifier(name: str) -> None:
    """
    And stays the same when written again.
    """
    written = identifier(name, RESERVED | GLOBALS)
    assert written.replace("$", "_").isidentifier()
    assert identifier(written, RESERVED | GLOBALS) == written


def test_what_breaks_in_type_position_names_no_type() -> None:
    """
    `keyof[]` would be the keys of an empty tuple; `export type as` does not parse.
    """
    assert {"keyof", "infer", "unique", "string", "any", "as"} <= RESERVED_TYPES
    assert "keyof" not in RESERVED


def test_keys_are_quoted_where_they_must_be() -> None:
    """
    In an object literal a plain `__proto__` would set the prototype.
    """
    assert [key(name) for name in ("a_1", "content-type", "1", "class", "__proto__")] == [
        "a_1",
        "'content-type'",
        "'1'",
        "class",
        "__proto__",
    ]
    assert object_key("__proto__") == "['__proto__']"
    assert object_key("constructor") == "constructor"


def test_spellings() -> None:
    """
    Underscores at the ends of a name mean something and stay.
    """
    assert [camel(name) for name in ("get_user", "_private_x", "x_", "get_2fa", "A_b")] == [
        "getUser",
        "_privateX",
        "x_",
        "get2fa",
        "AB",
    ]
    assert pascal("admin/fastapi_users-x") == "AdminFastapiUsersX"


def test_columns_are_counted_in_utf_16() -> None:
    """
    As editors do.
    """
    assert utf16("a😀é") == 4
