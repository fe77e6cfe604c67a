"""
The pair of files of a Python module: what runs, and its types.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from fluidkit.model import Declaration, Enumeration, Module
from fluidkit.typescript.code import Code, Import, Indent, braced, lines, print_file
from fluidkit.typescript.declarations import constant_code, declaration_types
from fluidkit.typescript.operations import Function, function_code, function_types
from fluidkit.typescript.source_map import source_map
from fluidkit.typescript.syntax import line_comment
from fluidkit.typescript.types import CLIENT, Scope

OURS = "written by FluidKit: edits are overwritten."
"""What marks a file as ours, in one of its first three lines."""


@dataclass(frozen=True, slots=True)
class Content:
    """
    What a Python module brings into the client.
    """

    module: Module
    facade: str
    """Path of its façade, without an ending."""
    stem: str
    """Path of its files below `generated/`, without an ending."""
    functions: tuple[Function, ...]
    declarations: tuple[Declaration, ...]

    @property
    def source(self) -> str:
        """
        Name the Python file, for people.
        """
        return self.module.source or self.module.name


def script(content: Content, scope: Scope) -> str | None:
    """
    Print the `.js` file; None: the module has only types.
    """
    constants = [
        constant_code(d.definition.members, scope.names.types[d.key])
        for d in content.declarations
        if isinstance(d.definition, Enumeration)
    ]
    if not content.functions and not constants:
        return None
    code = (*lines((*map(function_code, content.functions), *constants)), _hot(content.functions))
    header = _header(f"Client of {content.source}")
    return print_file(content.stem, header, code, _declared(content, scope), types=False).text


def types(content: Content, scope: Scope, folder: str, maps: bool) -> dict[str, str]:
    """
    Print the `.d.ts` file and its map, both below `folder`.
    """
    file = posixpath.join(folder, f"{content.stem}.d.ts")
    header = _header(f"Types of {content.source}")
    code: list[Code] = [function_types(function, scope) for function in content.functions]
    code += [declaration_types(declaration, scope) for declaration in content.declarations]
    printed = print_file(
        content.stem,
        header,
        tuple(code),
        _declared(content, scope),
        types=True,
        quote_keys=maps,
    )
    if not maps or all(segment.origin is None for segment in printed.segments):
        return {file: printed.text}
    reference = f"//# sourceMappingURL={posixpath.basename(file)}.map\n"
    return {
        file: printed.text + reference,
        f"{file}.map": source_map(file, printed.segments, printed.above),
    }


def _header(what: str) -> Code:
    return ("/* eslint-disable */\n", line_comment(f"{what}, {OURS}"), "\n")


def _hot(functions: Sequence[Function]) -> Code:
    """
    Let Vite replace this module alone: earlier wrappers run the newest definitions.
    """
    if not functions:
        return ""
    names = braced([function.name for function in functions])
    call = (Import("hot", CLIENT), "(import.meta.hot.data, ", names, ");")
    body = Indent(("\nimport.meta.hot.accept();\n", call))
    return ("\nif (import.meta.hot) {", body, "\n}\n")


def _declared(content: Content, scope: Scope) -> frozenset[str]:
    """
    Collect the names that an import in either file must not have.
    """
    parameters = {p.name for d in content.declarations for p in d.parameters}
    return scope.types | parameters | {function.name for function in content.functions}
