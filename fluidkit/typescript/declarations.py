"""
Declarations as TypeScript: interfaces, type aliases, and enums as constants.
"""

from __future__ import annotations

from collections.abc import Sequence

from fluidkit.model import Declaration, Enumeration, EnumMember, Object
from fluidkit.typescript.code import Code, End, Fit, Indent, Name, braced, separated
from fluidkit.typescript.names import python_name, type_parameter_name
from fluidkit.typescript.syntax import object_key
from fluidkit.typescript.types import (
    Member,
    Scope,
    alternatives,
    block,
    doc_comment,
    literal,
    member_lines,
    object_members,
)


def declaration_types(declaration: Declaration, scope: Scope) -> Code:
    """
    Write `export interface …`, `export type …`, or the two lines of an enum.
    """
    text = scope.names.types[declaration.key]
    name = Name(text, declaration.origin, python_name(declaration))
    doc = doc_comment(declaration.doc, *_renamed(declaration, text))
    match declaration.definition:
        case Enumeration(members):
            return (doc, _constant_types(name, members), _alias(name, (), _values(members)))
        case Object(fields, extra):
            head = ("export interface ", name, _parameters(declaration, scope), " ")
            written = member_lines(object_members(fields, extra, scope))
            body = ("{", Indent(("\n", *separated(written, "\n"))), "\n}")
            return (doc, head, body, End(name), "\n")
        case definition:
            parameters = _parameters(declaration, scope)
            return (doc, _alias(name, parameters, alternatives(definition, scope)))


def constant_code(members: Sequence[EnumMember], name: str) -> Code:
    """
    Write an enum's object.
    """
    entries = [(object_key(member.name), ": ", literal_value(member)) for member in members]
    return ("export const ", name, " = ", braced(entries), ";")


def literal_value(member: EnumMember) -> str:
    """
    Write an enum member's value; a number that JavaScript has not is null, as on the wire.
    """
    written = literal(member.value)
    return "null" if written == "number" else written


def _constant_types(name: Name, members: Sequence[EnumMember]) -> Code:
    written = [_enum_member(member) for member in members]
    return ("export declare const ", name, ": ", block(written), ";", End(name), "\n")


def _enum_member(member: EnumMember) -> Member:
    name = Name(member.name, member.origin, member.name, is_key=True)
    return Member(name, ("readonly ", name, ": ", literal_value(member)), doc_comment(member.doc))


def _values(members: Sequence[EnumMember]) -> Sequence[Code]:
    return list(dict.fromkeys(literal_value(member) for member in members)) or ["never"]


def _alias(name: Name, parameters: Code, members: Sequence[Code]) -> Code:
    head = ("export type ", name, parameters, " =")
    flat = (head, " ", *separated(members, " | "), ";", End(name))
    broken = (head, Indent(tuple(("\n| ", member) for member in members)), ";", End(name))
    return (Fit(flat, broken) if len(members) > 1 else flat, "\n")


def _parameters(declaration: Declaration, scope: Scope) -> Code:
    if not declaration.parameters:
        return ""
    names = [Name(type_parameter_name(p, scope.types)) for p in declaration.parameters]
    return ("<", *separated(names), ">")


def _renamed(declaration: Declaration, text: str) -> list[str]:
    """
    Say Python's name where ours is not made of it.
    """
    return [] if text.startswith(python_name(declaration)) else [f"`{declaration.name}` in Python"]
