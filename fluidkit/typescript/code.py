"""
Text plus values: what a generated file is made of before it is text.

An import is a value, and using it is what imports it. A name that carries its place in Python is a
value, and printing it is what maps it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import TypeAlias, assert_never

from fluidkit.model import Origin
from fluidkit.typescript.source_map import Segment
from fluidkit.typescript.syntax import key, string, utf16
from fluidkit.values import dataclass

WIDTH = 100
"""Where Prettier, as `sv create` sets it up, breaks lines."""


@dataclass(frozen=True, slots=True)
class Import:
    """
    A name from another generated file.
    """

    name: str
    file: str
    """Path below `generated/`, without an ending."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """
    A name of our own that must hide none of the user's.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name that is declared here.
    """

    text: str
    origin: Origin | None = None
    source: str = ""
    """How Python spells it."""
    is_key: bool = False
    """Whether it names a property, and stands in quotes where it needs them."""

    @property
    def width(self) -> int:
        """
        How far the name reaches in Python, in UTF-16 code units.
        """
        return utf16(self.source or self.text)


@dataclass(frozen=True, slots=True)
class End:
    """
    Where the declaration of a name ends.

    Editors look that place up as well; here it leads to the end of the name in Python, or else it
    would lead to whatever is mapped next.
    """

    name: Name


@dataclass(frozen=True, slots=True)
class Indent:
    """
    Lines that stand one tab further in.
    """

    code: Code


@dataclass(frozen=True, slots=True)
class Fit:
    """
    `flat` if it is one line that ends within the width, else `broken`.

    Both import the same.
    """

    flat: Code
    broken: Code
    hug: bool = False
    """Whether `flat` may also be several lines, if its first one ends within the width."""


Code: TypeAlias = "str | Import | Fresh | Name | End | Indent | Fit | tuple[Code, ...]"


@dataclass(frozen=True, slots=True)
class Text:
    """
    What a file became.
    """

    text: str
    segments: tuple[Segment, ...]
    """Below the header and the imports."""
    above: int
    """How many lines these have."""


def lines(codes: Iterable[Code]) -> tuple[Code, ...]:
    """
    Each code on lines of its own.
    """
    return tuple((code, "\n") for code in codes)


def separated(codes: Iterable[Code], separator: str = ", ") -> tuple[Code, ...]:
    """
    Codes with a separator in between.
    """
    codes = tuple(codes)
    parts: list[Code] = [separator] * (2 * len(codes) - 1)
    parts[::2] = codes
    return tuple(parts)


def listed(opening: str, codes: Iterable[Code], closing: str) -> Code:
    """
    A list, without spaces inside its brackets: on one line if it fits, else an entry a line.
    """
    codes = tuple(codes)
    if not codes:
        return f"{opening}{closing}"
    flat = (opening, *separated(codes), closing)
    return Fit(flat, (opening, Indent(("\n", *separated(codes, ",\n"))), "\n", closing))


def braced(codes: Iterable[Code], separator: str = ",", after: Code = "") -> Code:
    """
    A list in braces, with spaces inside; what stands `after` it has to fit into the line too.
    """
    codes = tuple(codes)
    if not codes:
        return ("{}", after)
    flat = ("{ ", *separated(codes, f"{separator} "), " }", after)
    return Fit(flat, ("{", Indent(("\n", *separated(codes, f"{separator}\n"))), "\n}", after))


def print_file(
    file: str,
    header: Code,
    code: Code,
    declared: frozenset[str],
    types: bool,
    quote_keys: bool = False,
) -> Text:
    """
    Print a file: `header`, the imports that `code` uses, `code`.

    Imports give way to the `declared` names of the file: `json as json$1`. With `types`, all of
    them are type imports. `quote_keys` is for files with a map.
    """
    body = _Writer(quote_keys=quote_keys)
    body.write(code)
    names = _resolve(body.used, declared)
    if any(name != value.name for value, name in names.items()):
        body = _Writer(names, quote_keys)
        body.write(code)
    head = _Writer()
    statements = _import_statements(file, names, types)
    head.write((header, *statements, "\n" if statements else ""))
    segments = tuple(map(Segment._make, body.segments))
    return Text("".join((*head.text, *body.text)), segments, head.line)


def print_code(code: Code) -> str:
    """
    Print code that imports nothing.
    """
    writer = _Writer()
    writer.write(code)
    return "".join(writer.text)


def relative_specifier(file: str, target: str) -> str:
    """
    Write how the module `file` imports the module `target`; both are below one folder.
    """
    path = posixpath.relpath(target, posixpath.dirname(file) or ".")
    return string(f"{path if path.startswith('.') else f'./{path}'}.js")


def _resolve(
    found: Iterable[Import | Fresh], declared: frozenset[str]
) -> dict[Import | Fresh, str]:
    taken = set(declared)
    names: dict[Import | Fresh, str] = {}
    for value in sorted(found, key=_precedence):
        name, number = value.name, 0
        while name in taken:
            number += 1
            name = f"{value.name}${number}"
        taken.add(name)
        names[value] = name
    return names


def _precedence(value: Import | Fresh) -> tuple[bool, str, str]:
    match value:
        case Import(name, file):
            return False, file, name
        case Fresh(name):
            return True, "", name


def _import_statements(
    file: str, names: dict[Import | Fresh, str], types: bool
) -> tuple[Code, ...]:
    by_file: dict[str, list[str]] = {}
    for value, name in names.items():
        if isinstance(value, Import):
            alias = value.name if value.name == name else f"{value.name} as {name}"
            by_file.setdefault(value.file, []).append(alias)
    keyword = "import type " if types else "import "
    return lines(
        (keyword, braced(sorted(aliases)), f" from {relative_specifier(file, target)};")
        for target, aliases in sorted(by_file.items())
    )


class _Writer:
    """
    Writes code, and knows the place.
    """

    def __init__(
        self, names: Mapping[Import | Fresh, str] | None = None, quote_keys: bool = False
    ) -> None:
        """
        Without *names*, everything has its own.
        """
        self.names = names
        self.used: set[Import | Fresh] = set()
        self.quote_keys = quote_keys
        self.text: list[str] = []
        self.segments: list[tuple[int, int, Origin | None, int]] = []
        """What becomes `Segment`s."""
        self.line = 0
        self._column = 0
        """In UTF-16 code units; 0: what comes next is to be indented."""
        self._depth = 0

    def write(self, code: Code) -> None:
        if type(code) is tuple:  # most are, and most of their parts are text on one line
            for part in code:
                if type(part) is not str:
                    self.write(part)
                elif part == "\n":
                    self._break()
                elif "\n" in part or not part.isascii():
                    self._write_text(part)
                elif part:
                    if not self._column:
                        self._indent()
                    self.text.append(part)
                    self._column += len(part)
            return
        match code:
            case Name():
                self._write_name(code)
            case End(name):
                self._map_end(name)
            case Import() | Fresh():
                self.used.add(code)
                self._write_text(code.name if self.names is None else self.names[code])
            case str():
                self._write_text(code)
            case tuple():
                for part in code:
                    self.write(part)
            case Indent(inner):
                self._depth += 1
                self.write(inner)
                self._depth -= 1
            case Fit(flat, broken, hug):
                if not self._write_if_it_fits(flat, hug):
                    self.write(broken)
            case _:
                assert_never(code)

    def _write_text(self, text: str) -> None:
        if "\n" in text:
            self._write_lines(text)
        elif text:
            if not self._column:
                self._indent()
            self.text.append(text)
            self._column += len(text) if text.isascii() else utf16(text)

    def _write_lines(self, text: str) -> None:
        first, *others = text.split("\n")
        if first:
            self._write_text(first)
        for line in others:
            self._break()
            if line:
                self._write_text(line)

    def _break(self) -> None:
        self.text.append("\n")
        self.line += 1
        self._column = 0

    def _indent(self) -> None:
        self.text.append("\t" * self._depth)
        self._column = self._depth

    def _write_name(self, name: Name) -> None:
        if not self._column:
            self._indent()
        text = self._spelled(name)
        self.segments.append((self.line, self._column, name.origin, 0))
        if name.is_key and text != name.text:
            # Go to Definition asks where the quote comes from, and leads to Python. Renaming asks
            # for what is inside of it: TypeScript 7 would edit the place in Python otherwise.
            self.segments.append((self.line, self._column + 1, None, 0))
        self._write_text(text)
        self._map_end(name)

    def _spelled(self, name: Name) -> str:
        if not name.is_key:
            return name.text
        return string(name.text) if self.quote_keys else key(name.text)

    def _map_end(self, name: Name) -> None:
        if name.origin is not None:
            self.segments.append((self.line, self._column, name.origin, name.width))

    def _write_if_it_fits(self, code: Code, hug: bool) -> bool:
        before = (len(self.text), len(self.segments), self.line, self._column)
        self.write(code)
        if hug or self.line == before[2]:
            first = "".join(self.text[before[0] :]).partition("\n")[0]
            # A tab counts two columns, as in Prettier.
            if before[3] + utf16(first) + self._depth <= WIDTH:
                return True
        del self.text[before[0] :], self.segments[before[1] :]
        self.line, self._column = before[2:]
        return False
