"""
Names that mean something: to ECMAScript, to TypeScript, to browsers and Node, and to our output.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from fluidkit import runtime

# https://tc39.es/ecma262/#prod-ReservedWord, and what strict mode and modules add to it.
ECMASCRIPT = (
    "arguments as async await break case catch class const continue debugger default delete do "
    "else enum eval export extends false finally for from function get if implements import in "
    "instanceof interface let meta new null of package private protected public return set source "
    "static super switch target this throw true try typeof undefined using var void while with "
    "yield"
)
# https://github.com/microsoft/TypeScript/blob/main/src/compiler/scanner.ts: textToKeywordObj.
TYPESCRIPT = (
    "abstract accessor any assert asserts bigint boolean constructor declare defer global infer "
    "intrinsic is keyof module namespace never number object out override readonly require "
    "satisfies string symbol type unique unknown"
)
GLOBALS = (
    "AbortController AbortSignal Array BigInt Blob Boolean Date Error Event EventSource File "
    "FormData Function Headers Infinity Intl Iterator JSON Map Math NaN Number Object Partial "
    "Pick Promise Proxy Readable ReadableStream Record Reflect RegExp Request Required Response "
    "Set String Symbol SyntaxError TextDecoder TextEncoder TypeError URL URLSearchParams "
    "Uint8Array WeakMap WeakSet clearTimeout console crypto decodeURIComponent "
    "document encodeURIComponent escape exports fetch globalThis isFinite isNaN location module "
    "navigator parseFloat parseInt performance process prompt queueMicrotask self setTimeout "
    "structuredClone unescape window"
)
PROPERTIES = (
    "__proto__ __defineGetter__ apply arguments bind call caller constructor hasOwnProperty "
    "isPrototypeOf length name prototype run stream then toJSON toString url valueOf"
)
OPTIONS = "baseUrl callOptions fetch headers on onMessage options reconnect signal ssr timeout"
FILES = "CON aux index nul prn remote routes runtime server settings svelte generated api routers"

WORDS = tuple(
    dict.fromkeys(" ".join((ECMASCRIPT, TYPESCRIPT, GLOBALS, PROPERTIES, OPTIONS, FILES)).split())
)

LONG = "n" * 199
SIMILAR = (
    *("user", "User", "USER", "uSER", "a_b", "aB", "a__b", "a_b_", "_a_b", "ab"),
    *(unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é"), "ﬁ", "fi", "ß", "ss"),
    *("µ", "μ", "K", "K", "ſ", "s", "名前", "𝒜", "A"),
    *(f"{LONG}a", f"{LONG}b", f"{LONG}A"),
    *("_", "__", "delete_", "delete__", "fetch_", "$", "x$1", "json$1"),
)
"""Names that differ in little."""


def identifiers(files: Iterable[str]) -> tuple[str, ...]:
    """
    Collect the identifiers of scripts and declarations, comments and texts left out.
    """
    code = "\n".join(files)
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*|'[^'\n]*'|\"[^\"\n]*\"", " ", code, flags=re.DOTALL)
    return tuple(sorted(set(re.findall(r"[A-Za-z_$][\w$]*", code))))


def all_names(printed: Iterable[str]) -> tuple[str, ...]:
    """
    Put together every name that is tried, those of what was printed included.
    """
    ours = identifiers([*runtime.files(kit=True).values(), *printed])
    return tuple(dict.fromkeys((*WORDS, *SIMILAR, *ours)))
