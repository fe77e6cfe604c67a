"""
What people import: a façade for each module with functions, and the index.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence

from fluidkit.model import (
    Array,
    Declaration,
    Enumeration,
    EventStream,
    JsonResult,
    JsonStream,
    Map,
    Object,
    Operation,
    Reference,
    Result,
    Tuple,
    Type,
    Union,
)
from fluidkit.typescript.code import Code, braced, lines, print_code, relative_specifier
from fluidkit.typescript.modules import OURS, Content
from fluidkit.typescript.names import Names, facade_types
from fluidkit.typescript.operations import route
from fluidkit.typescript.syntax import inside_comment, line_comment
from fluidkit.values import dataclass

CLIENT_VALUES = ("ApiError", "configure")
CLIENT_TYPES = (
    "ApiResult",
    "Call",
    "CallOptions",
    "Configuration",
    "FluidTypes",
    "HTTPValidationError",
    "HttpStatus",
    "UrlOptions",
    "ValidationError",
)
STREAM_TYPES = {
    "download": ("DownloadOptions",),
    "ndjson": ("JsonStream", "JsonStreamOptions"),
    "sse": ("EventStream", "EventStreamOptions", "ServerEvent"),
    "stream": ("StreamError",),
    "text": ("TextStream", "TextStreamOptions"),
}


@dataclass(frozen=True, slots=True)
class Export:
    """
    A name that a façade passes on.
    """

    name: str
    """In its own file."""
    public: str
    type_only: bool
    comment: str = ""

    def code(self, mark: bool) -> Code:
        """
        Write the specifier; with `mark`, a type says that it is one.
        """
        text = self.name if self.name == self.public else f"{self.name} as {self.public}"
        return f"type {text}" if self.type_only and mark else text


def facade(
    content: Content, declarations: Mapping[str, Declaration], names: Names, output: str, kit: bool
) -> dict[str, str]:
    """
    Print the façade of a module, by path relative to the project root, as `output` is.
    """
    generated = posixpath.join(output, "generated")
    exports = _exports(content, declarations, names, generated)
    stem = posixpath.join(output, f"{content.facade}.api")
    if kit:
        stem = content.module.beside or stem
        code = (_header(content, stem, generated), _statements(stem, exports), _ACCEPT)
        return {f"{stem}.ts": print_code(code)}
    header = _header(content, stem, generated)
    values = {file: [e for e in found if not e.type_only] for file, found in exports.items()}
    return {
        f"{stem}.js": print_code((header, _statements(stem, values), _ACCEPT)),
        f"{stem}.d.ts": print_code((header, _statements(stem, exports))),
    }


def index(streams: Sequence[str], kit: bool) -> dict[str, str]:
    """
    Print the index, by path below the output folder; `streams` are the runtime's files in use.
    """
    header = f"/** What all clients share, {OURS} */\n"
    values = [Export(name, name, type_only=False) for name in CLIENT_VALUES]
    exports = {"generated/runtime/client": [*values, *_type_exports(CLIENT_TYPES)]}
    for name in sorted(streams):
        exports[f"generated/runtime/{name}"] = _type_exports(STREAM_TYPES[name])
    if kit:
        return {"index.ts": print_code((header, _statements("index", exports)))}
    return {
        "index.js": print_code(
            (header, _statements("index", {"generated/runtime/client": values}))
        ),
        "index.d.ts": print_code((header, _statements("index", exports))),
    }


def svelte() -> dict[str, str]:
    """
    Print the entry to what needs Svelte.
    """
    header = f"/** Streams as Svelte state, {OURS} */\n"
    names = "type Live, live, type LiveOptions, type LiveStatus"
    return {"svelte.ts": f"{header}export {{ {names} }} from './generated/runtime/svelte.js';\n"}


def references(operation: Operation) -> Iterator[str]:
    """
    Find the keys of the declarations that an operation names.
    """
    for parameter in operation.parameters:
        yield from _keys(parameter.type)
    for error in operation.errors:
        yield from _keys(error.type)
    yield from _result_keys(operation.result)
    if operation.stream is not None:
        yield from _result_keys(operation.stream)


_ACCEPT = "if (import.meta.hot) import.meta.hot.accept();\n"


def _header(content: Content, stem: str, generated: str) -> Code:
    folder = posixpath.relpath(generated, posixpath.dirname(stem) or ".")
    file = f"{folder if folder.startswith('.') else f'./{folder}'}/{content.stem}"
    return (
        f"/** Typed client of {inside_comment(content.source)}, {OURS}\n",
        f" *  Go to Definition opens the Python. Code: {file}.js, types: {file}.d.ts */\n",
    )


def _exports(
    content: Content, declarations: Mapping[str, Declaration], names: Names, generated: str
) -> dict[str, list[Export]]:
    """
    Collect what a façade passes on, by file: its own first, then the others by name.
    """
    functions = {function.name: function for function in content.functions}
    keys = reached_keys(content, declarations, types=False)
    owners = {key: declarations[key].module for key in keys}
    public = facade_types(keys, content.module.name, frozenset(functions), owners, names)
    own = f"{generated}/{content.stem}"
    exports = {
        own: [
            Export(name, name, type_only=False, comment=route(function.operation))
            for name, function in functions.items()
        ]
    }
    for key in sorted(keys, key=lambda key: (names.stems[owners[key]], public[key])):
        name = names.types[key]
        constant = isinstance(declarations[key].definition, Enumeration)
        entry = Export(name, public[key], type_only=not constant)
        if owners[key] != content.module.name or name not in functions:
            exports.setdefault(f"{generated}/{names.stems[owners[key]]}", []).append(entry)
    return exports


def reached_keys(
    content: Content, declarations: Mapping[str, Declaration], *, types: bool = True
) -> list[str]:
    """
    Find every declaration that a module's functions name, also inside of others.

    With `types`, also what the module's own declarations name, and these.
    """
    waiting = [key for f in content.functions for key in references(f.operation)]
    if types:
        waiting += [declaration.key for declaration in content.declarations]
    reached: dict[str, None] = {}
    while waiting:
        key = waiting.pop()
        if key in declarations and key not in reached:
            reached[key] = None
            definition = declarations[key].definition
            if not isinstance(definition, Enumeration):
                waiting += _keys(definition)
    return sorted(reached)


def _result_keys(result: Result) -> Iterator[str]:
    match result:
        case JsonResult(type_) | JsonStream(type_, _):
            yield from _keys(type_)
        case EventStream(events):
            for event in events:
                if event.data is not None:
                    yield from _keys(event.data)
        case _:
            return


def _keys(type_: Type) -> Iterator[str]:
    match type_:
        case Reference(key, arguments):
            yield key
            yield from _all_keys(arguments)
        case Array(items):
            yield from _keys(items)
        case Tuple(items, _, rest):
            yield from _all_keys((*items, *((rest,) if rest is not None else ())))
        case Map(value, key_type):
            yield from _all_keys((key_type, value))
        case Union(members):
            yield from _all_keys(members)
        case Object(fields, extra):
            yield from _all_keys(field.type for field in fields)
            yield from _all_keys((extra,) if extra is not None else ())
        case _:
            return


def _all_keys(types: Iterable[Type]) -> Iterator[str]:
    for type_ in types:
        yield from _keys(type_)


def _type_exports(names: Sequence[str]) -> list[Export]:
    return [Export(name, name, type_only=True) for name in names]


def _statements(stem: str, exports: Mapping[str, Sequence[Export]]) -> Code:
    return lines(
        _statement(found, relative_specifier(stem, file))
        for file, found in exports.items()
        if found
    )


def _statement(exports: Sequence[Export], specifier: str) -> Code:
    types = all(export.type_only for export in exports)
    keyword = "export type " if types else "export "
    names = [export.code(mark=not types) for export in exports]
    if not any(export.comment for export in exports):
        return (keyword, braced(names, after=f" from {specifier};"))
    commas = [","] * (len(exports) - 1) + [""]
    entries = [
        f"\n\t{name}{comma}{f' {line_comment(export.comment)}' if export.comment else ''}"
        for name, comma, export in zip(names, commas, exports, strict=True)
    ]
    return (keyword, "{", *entries, f"\n}} from {specifier};")
