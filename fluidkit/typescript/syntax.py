"""
The one place where text becomes TypeScript: strings, numbers, comments, identifiers, keys.

Every text of the user's that reaches a generated file goes through exactly one of these writers.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Sequence

PRECISE = 1e308
"""Beyond this an integer is no number to JavaScript."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RESERVED = _words(
    "arguments await break case catch class const continue debugger default delete do else enum "
    "eval export extends false finally for function globalThis if implements import in instanceof "
    "interface let new null package private protected public return static super switch this "
    "throw true try typeof undefined var void while with yield"
)
"""What no module in strict mode can declare."""

RESERVED_TYPES = RESERVED | _words(
    "abstract any as asserts bigint boolean infer intrinsic is keyof never number object readonly "
    "string symbol unique unknown"
)
"""What cannot name a type everywhere: `keyof[]` is the keys of an empty tuple, and `export type as`
does not parse."""

GLOBALS = _words(
    "AbortController AbortSignal AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array "
    "BigUint64Array Blob Boolean BroadcastChannel CompressionStream CustomEvent DOMException "
    "DataView Date DecompressionStream Error EvalError Event EventSource EventTarget File "
    "FinalizationRegistry Float32Array Float64Array FormData Function Headers Infinity Int16Array "
    "Int32Array Int8Array Intl Iterator JSON Map Math MessageChannel MessageEvent MessagePort NaN "
    "Number Object Promise Proxy RangeError ReadableStream ReferenceError Reflect RegExp Request "
    "Response Set SharedArrayBuffer String Symbol SyntaxError TextDecoder TextEncoder "
    "TransformStream TypeError URIError URL URLSearchParams Uint16Array Uint32Array Uint8Array "
    "Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly WebSocket WritableStream atob btoa "
    "clearInterval clearTimeout console crypto decodeURI decodeURIComponent document encodeURI "
    "encodeURIComponent escape exports fetch isFinite isNaN module navigator parseFloat parseInt "
    "performance process queueMicrotask reportError require self setInterval setTimeout "
    "structuredClone unescape window"
)
"""Globals of ECMAScript and of both browsers and Node: a function of that name would hide one
wherever it is imported. Names that only old browser windows have (`status`, `name`, `close`) are
left alone: endpoints like to be called so."""

_PLAIN_KEY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")

_DELICATE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
)
"""Control characters, what turns the direction of writing, byte order marks."""
_UNSAFE_IN_STRINGS = re.compile(f"[<{_DELICATE}\ud800-\udfff]")
_UNSAFE_IN_COMMENTS = re.compile(f"[{_DELICATE}\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029]")
_TAG = re.compile(r"(?<![^\s{])@(?=\S)")
"""TypeScript sees a tag where an `@` follows a space, and in `{@link …}`."""


def string(value: str) -> str:
    """
    Write a string literal.

    JSON's form is JavaScript's; single quotes where nothing in it needs a backslash.
    `<` is escaped so that a bundle can stand inside HTML.
    """
    if _PLAIN_KEY.match(value):  # as most of them are
        return f"'{value}'"
    text = json.dumps(value, ensure_ascii=False)
    if text[1:-1] == value and "'" not in value:
        text = f"'{value}'"
    return _UNSAFE_IN_STRINGS.sub(_code_unit, text)


def number(value: float) -> str | None:
    """
    Write a number literal; None where JavaScript has no such number.
    """
    if not math.isfinite(value) if isinstance(value, float) else abs(value) > PRECISE:
        return None
    return repr(value)


def comment(paragraphs: Sequence[str], tags: Sequence[tuple[str, str]] = ()) -> str:
    """
    Write a doc comment: texts, then JSDoc tags with their texts; "" where all are empty.
    """
    lines: list[str] = []
    for paragraph in paragraphs:
        written = _comment_lines(paragraph)
        if written and lines:
            lines.append("")
        lines += written
    if tags and lines:
        lines.append("")
    for tag, text in tags:
        first, *others = _comment_lines(text) or [""]
        lines += [f"@{tag} {first}".rstrip(), *others]
    match lines:
        case []:
            return ""
        case [line]:
            return f"/** {line} */"
        case _:
            return "\n".join(["/**", *(f" * {line}".rstrip() for line in lines), " */"])


def line_comment(text: str) -> str:
    """
    Write a comment that ends with its line.
    """
    return f"// {_UNSAFE_IN_COMMENTS.sub(_code_unit, one_line(text))}"


def inside_comment(text: str) -> str:
    """
    Write text for one line inside a block comment.
    """
    return " ".join(_comment_lines(one_line(text)))


def one_line(text: str) -> str:
    """
    Take the line ends out of a text.
    """
    return _LINE_ENDS.sub(" ", text).strip()


def identifier(name: str, reserved: frozenset[str] = RESERVED) -> str:
    """
    Write a name: letters, digits and underscores; `_` is appended to a reserved one.
    """
    if not (name.isascii() and name.isidentifier()):
        name = unicodedata.normalize("NFC", name)
        name = "".join(c if c == "$" or f"a{c}".isidentifier() else "_" for c in name)
        if not name or not (name[0] == "$" or name[0].isidentifier()):
            name = f"_{name}"
    while name in reserved:
        name += "_"
    return name


def key(name: str) -> str:
    """
    Write the key of a property in a type.
    """
    return name if _PLAIN_KEY.match(name) else string(name)


def object_key(name: str) -> str:
    """
    Write the key of a property in an object literal, where a plain `__proto__` sets the prototype.
    """
    return f"[{string(name)}]" if name == "__proto__" else key(name)


def camel(name: str) -> str:
    """
    Write a snake_case name in camelCase; underscores at its ends stay.
    """
    return re.sub(r"(?<=[^_])_+([^_])", lambda match: match[1].upper(), name)


def pascal(name: str) -> str:
    """
    Write any text as one PascalCase word.
    """
    return "".join(word[0].upper() + word[1:] for word in re.findall(r"[^\W_]+", name))


def utf16(text: str) -> int:
    """
    Count UTF-16 code units, as editors and source maps do.
    """
    return len(text) if text.isascii() else len(text) + sum(c > "\uffff" for c in text)


def _comment_lines(text: str) -> list[str]:
    if not text.isprintable():  # line ends are not
        text = re.sub(r"\n(?:[^\S\n]*\n)+", "\n\n", _LINE_ENDS.sub("\n", text))
    text = text.strip()
    return [_comment_text(line) for line in text.split("\n")] if text else []


def _comment_text(line: str) -> str:
    """
    `*/` would end the comment; an `@` would start a tag (`\\@` is shown as `@`).
    """
    line = line.rstrip()
    if not line.isprintable():
        line = _UNSAFE_IN_COMMENTS.sub(_code_unit, line.expandtabs(4).rstrip())
    if "@" in line:
        line = _TAG.sub(r"\\@", line)
    return line.replace("*/", r"*\/")


def _code_unit(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
