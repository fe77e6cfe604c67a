"""
Text plus values: imports, names with a place, indentation, lines that fit.
"""

from __future__ import annotations

from fluidkit.model import Origin
from fluidkit.typescript.code import (
    Code,
    End,
    Fit,
    Fresh,
    Import,
    Indent,
    Name,
    braced,
    print_code,
    print_file,
    relative_specifier,
)
from fluidkit.typescript.source_map import Segment


def printed(code: Code, *declared: str, types: bool = False, file: str = "users") -> str:
    """
    Print without a header.
    """
    return print_file(file, "", code, frozenset(declared), types).text


def test_using_an_import_imports_it() -> None:
    """
    Once, sorted, by file.
    """
    json, body = Import("json", "runtime/client"), Import("body", "runtime/client")
    code = (json, "(", body, ", ", json, ", ", Import("Page", "models"), ")\n")
    assert printed(code) == (
        "import { Page } from './models.js';\n"
        "import { body, json } from './runtime/client.js';\n\n"
        "json(body, json, Page)\n"
    )


def test_types_are_imported_as_types() -> None:
    """
    `verbatimModuleSyntax` wants it.
    """
    assert printed(Import("Page", "a/models"), types=True, file="a/b/users") == (
        "import type { Page } from '../models.js';\n\nPage"
    )


def test_imports_give_way_to_the_users_names() -> None:
    """
    The user's name is never changed for one of ours.
    """
    code = (Import("json", "runtime/client"), "()")
    assert printed(code, "json") == (
        "import { json as json$1 } from './runtime/client.js';\n\njson$1()"
    )


def test_two_imports_of_one_name_have_two_names() -> None:
    """
    In order of their files.
    """
    code = (Import("User", "b"), " ", Import("User", "a"))
    assert printed(code) == (
        "import { User } from './a.js';\nimport { User as User$1 } from './b.js';\n\nUser$1 User"
    )


def test_a_fresh_name_hides_none_of_the_users() -> None:
    """
    A model named `K` may be what the mapped type maps to.
    """
    assert printed((Fresh("K"), Import("K", "a"))).endswith("\n\nK$1K")
    assert printed(Fresh("K")) == "K"


def test_specifiers_have_endings_and_are_relative() -> None:
    """
    Kit 3 drops `$lib`; `nodenext` wants endings.
    """
    assert relative_specifier("users.api", "generated/users") == "'./generated/users.js'"
    assert relative_specifier("a/b.api", "generated/a/b") == "'../generated/a/b.js'"


def test_a_list_breaks_where_it_does_not_fit() -> None:
    """
    All or nothing, as Prettier does.
    """
    assert print_code(braced(["a", "b"])) == "{ a, b }"
    assert print_code(braced(["a" * 60, "b" * 60])) == f"{{\n\t{'a' * 60},\n\t{'b' * 60}\n}}"
    assert print_code(braced([])) == "{}"


def test_indentation_is_not_put_on_empty_lines() -> None:
    """
    It would be noise in a pull request.
    """
    assert (
        print_code(("{", Indent(("\na\n\nb", Indent("\nc"))), "\n}")) == "{\n\ta\n\n\tb\n\t\tc\n}"
    )


def test_what_fits_counts_from_the_start_of_its_line() -> None:
    """
    A tab counts two columns.
    """
    fit = Fit("x" * 10, "y")
    assert print_code(("a" * 90, fit)) == "a" * 90 + "x" * 10
    assert print_code(("a" * 91, fit)) == "a" * 91 + "y"
    assert print_code(Indent(("\n", "a" * 88, fit))) == "\n\t" + "a" * 88 + "x" * 10
    assert print_code(Indent(("\n", "a" * 89, fit))) == "\n\t" + "a" * 89 + "y"


def test_names_are_mapped_from_start_to_end() -> None:
    """
    The end is where Python's spelling ends, and the end of the declaration leads there, too.
    """
    name = Name("delete_", Origin("a.py", 7, 4), "delete")
    text = print_file("a", "😀\n", ("f 😀 ", name, "();", End(name)), frozenset(), types=True)
    found = [(text.above + s.line, s.column, s.past) for s in text.segments]
    assert found == [(1, 5, 0), (1, 12, 6), (1, 15, 6)]
    assert {s.origin for s in text.segments} == {name.origin}


def test_a_name_from_nowhere_is_mapped_to_nowhere() -> None:
    """
    Else TypeScript would take the next name's place.
    """
    text = print_file("a", "", Indent(("{\n", Name("x"), End(Name("x")))), frozenset(), types=True)
    assert [(s.line, s.column, s.origin) for s in text.segments] == [(1, 1, None)]


def test_a_key_stands_in_quotes_where_there_is_a_map() -> None:
    """
    The quote is from Python, what is inside of it from nowhere: so no rename gets into Python.
    """
    origin = Origin("app/models.py", 3, 4)
    code = Name("email", origin, "email_", is_key=True), ": string"
    assert printed(code) == "email: string"
    text = print_file("users", "", code, frozenset(), types=True, quote_keys=True)
    assert text.text == "'email': string"
    assert text.segments == (
        Segment(0, 0, origin),
        Segment(0, 1, None),
        Segment(0, 7, origin, 6),
    )


def test_a_key_that_is_no_identifier_always_stands_in_quotes() -> None:
    """
    With a map or without.
    """
    assert printed(Name("a-b", is_key=True)) == "'a-b'"


def test_what_did_not_fit_leaves_no_trace() -> None:
    """
    Neither text nor mappings.
    """
    name = Name("x", Origin("a.py", 1, 0))
    text = print_file("a", "", Fit((name, "x" * 200), ("\n", name)), frozenset(), types=True)
    assert text.text == "\nx"
    assert [(s.line, s.column) for s in text.segments] == [(1, 0), (1, 1)]
