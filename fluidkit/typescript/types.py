"""
Types as TypeScript writes them, without a name that a user's could hide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import assert_never

from fluidkit.model import (
    Array,
    Declaration,
    Doc,
    Enumeration,
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
from fluidkit.typescript.code import WIDTH, Code, End, Fit, Fresh, Import, Indent, Name, separated
from fluidkit.typescript.names import Names, type_parameter_name
from fluidkit.typescript.syntax import comment, number, string
from fluidkit.values import dataclass

CLIENT = "runtime/client"
"""The runtime's main file, below `generated/`."""

VALIDATION_ERROR = "fastapi:HTTPValidationError"
"""Key of the one type that is the runtime's and not the app's."""


@dataclass(frozen=True, slots=True)
class Scope:
    """
    What names mean inside one generated file.
    """

    module: str
    names: Names
    declarations: Mapping[str, Declaration]
    types: frozenset[str]
    """Names of the types that the file declares."""
    missing: set[str] = field(default_factory=set)
    """Keys that were referred to and are declared nowhere; filled while printing."""


@dataclass(frozen=True, slots=True)
class Member:
    """
    A line of an object type.
    """

    name: Name
    code: Code
    """With the name in it, without a semicolon."""
    doc: Code = ""


def type_code(type_: Type, scope: Scope) -> Code:
    """
    Write a type.
    """
    match type_:
        case Scalar():
            return _scalar(type_)
        case Format(name, base):
            argument = "<number>" if base is Scalar.NUMBER else ""
            return (Import("FluidTypes", CLIENT), f".{name}{argument}")
        case LiteralValue(value):
            return literal(value)
        case Array(items):
            return (_element(items, scope), "[]")
        case Tuple():
            return _tuple(type_, scope)
        case Map(value, key_type):
            return _map(value, key_type, scope)
        case Object(fields, extra):
            return block(object_members(fields, extra, scope))
        case Union(members):
            return separated(_members(members, scope), " | ")
        case Reference(target, arguments):
            return _reference(target, arguments, scope)
        case TypeParameter():
            return type_parameter_name(type_, scope.types)
        case _:
            assert_never(type_)


def literal(value: str | float | bool | None) -> str:
    """
    Write the type of exactly one value.
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return string(value)
        case int() | float():
            return number(value) or "number"
        case _:
            assert_never(value)


def alternatives(type_: Type, scope: Scope) -> Sequence[Code]:
    """
    Write the members of a type, one by one.
    """
    members = type_.members if isinstance(type_, Union) else (type_,)
    return _members(members, scope)


def block(members: Sequence[Member]) -> Code:
    """
    Write members in braces: on one line if they fit and none has a comment.
    """
    if not members:
        return "{}"
    broken = ("{", Indent(("\n", *separated(member_lines(members), "\n"))), "\n}")
    if any(member.doc for member in members):
        return broken
    flat = separated(((m.code, ";", End(m.name)) for m in members[:-1]), " ")
    last = (" " if flat else "", members[-1].code, End(members[-1].name))
    return Fit(("{ ", *flat, *last, " }"), broken)


def member_lines(members: Sequence[Member]) -> list[Code]:
    """
    Write members for lines of their own.
    """
    return [(member.doc, member.code, ";", End(member.name)) for member in members]


def object_members(fields: Sequence[Field], extra: Type | None, scope: Scope) -> list[Member]:
    """
    Write the members of an object type.
    """
    members = [_field(f, scope) for f in fields]
    if extra is None and not fields:
        # Not `{}`, which admits every number and string.
        extra = Scalar.NEVER
    if extra is not None:
        index = ("[key: string]: ", _index_type(fields, extra, scope))
        members.append(Member(Name(""), index))
    return members


def property_code(name: Name, optional: bool, type_: Code) -> tuple[Code, ...]:
    """
    Write a property; an optional one may also be given as `undefined`.
    """
    return (name, "?: ", type_, " | undefined") if optional else (name, ": ", type_)


def doc_comment(doc: Doc, *facts: str, tags: Sequence[tuple[str, str]] = ()) -> Code:
    """
    Write what is said about a thing, with a line end; nothing where nothing is.
    """
    tags = (*tags, ("deprecated", doc.deprecation)) if doc.deprecated else tags
    text = comment((*paragraphs(doc), " · ".join(facts)), tags)
    return (text, "\n") if text else ""


def paragraphs(doc: Doc) -> tuple[str, ...]:
    """
    Answer text and notes: on one line if they are short.
    """
    text, notes = doc.text.strip(), " · ".join(doc.notes)
    if text and notes and "\n" not in text and len(text) + len(notes) < WIDTH - 10:
        return (f"{text}{'' if text[-1] in '.!?:' else '.'} {notes}",)
    return text, notes


def _scalar(scalar: Scalar) -> str:
    return "globalThis.Blob" if scalar is Scalar.BLOB else str(scalar.value)


def _tuple(type_: Tuple, scope: Scope) -> Code:
    first_optional = len(type_.items) - type_.optional
    items: list[Code] = []
    for index, item in enumerate(type_.items):
        optional = index >= first_optional
        items.append((_element(item, scope), "?") if optional else type_code(item, scope))
    if type_.rest is not None:
        items.append(("...", _element(type_.rest, scope), "[]"))
    return ("[", *separated(items), "]")


def _element(type_: Type, scope: Scope) -> Code:
    """
    Write a type so that `[]` or `?` can follow.
    """
    code = type_code(type_, scope)
    if isinstance(type_, Union) and len(_members(type_.members, scope)) > 1:
        return ("(", code, ")")
    return code


def _members(members: Sequence[Type], scope: Scope) -> list[Code]:
    """
    Write each member once, null last; `unknown` admits everything, `never` nothing.
    """
    if Scalar.UNKNOWN in members:
        return ["unknown"]
    ordered: list[Type] = [m for m in members if m not in (Scalar.NULL, Scalar.NEVER)]
    ordered.extend(m for m in members if m is Scalar.NULL)
    return list(dict.fromkeys(type_code(m, scope) for m in ordered)) or ["never"]


def _map(value: Type, key_type: Type, scope: Scope) -> Code:
    written = type_code(value, scope)
    if _is_closed(key_type, scope):
        name = Fresh("K")
        return ("{ [", name, " in ", type_code(key_type, scope), "]?: ", written, " }")
    return ("{ [key: string]: ", written, " }")


def _is_closed(key_type: Type, scope: Scope, seen: frozenset[str] = frozenset()) -> bool:
    """
    Say whether all keys are known: string literals, or an enum of strings.
    """
    match key_type:
        case LiteralValue(value):
            return isinstance(value, str)
        case Union(members):
            return all(_is_closed(member, scope, seen) for member in members)
        case Reference(target, _) if target in scope.declarations and target not in seen:
            definition = scope.declarations[target].definition
            if isinstance(definition, Enumeration):
                return all(isinstance(member.value, str) for member in definition.members)
            closed = isinstance(definition, LiteralValue | Union | Reference)
            return closed and _is_closed(definition, scope, seen | {target})
        case _:
            return False


def _reference(target: str, arguments: Sequence[Type], scope: Scope) -> Code:
    if target == VALIDATION_ERROR:
        return Import("HTTPValidationError", CLIENT)
    declaration = scope.declarations.get(target)
    if declaration is None:
        scope.missing.add(target)
        return "unknown"
    name: Code = scope.names.types[target]
    if declaration.module != scope.module:
        name = Import(scope.names.types[target], scope.names.stems[declaration.module])
    count = len(declaration.parameters)
    given = [*arguments, *[Scalar.UNKNOWN] * count][:count]
    if not given:
        return name
    return (name, "<", *separated(type_code(argument, scope) for argument in given), ">")


def _field(f: Field, scope: Scope) -> Member:
    name = Name(f.wire_name, f.origin, f.name, is_key=True)
    code = property_code(name, not f.required, type_code(f.type, scope))
    return Member(name, ("readonly ", *code) if f.read_only else code, doc_comment(f.doc))


def _index_type(fields: Sequence[Field], extra: Type, scope: Scope) -> Code:
    """
    Write the type of further keys: TypeScript wants it to admit each known key's type, too.
    """
    members: list[Type] = []
    for type_ in (extra, *(f.type for f in fields)):
        members += type_.members if isinstance(type_, Union) else (type_,)
    written = _members(members, scope)
    if written != ["unknown"] and any(not f.required for f in fields):
        written.append("undefined")
    return separated(written, " | ")
