"""
An app that means no good: every name and text that has broken a generator.
"""

from __future__ import annotations

from fluidkit.model import (
    Api,
    Array,
    Direction,
    Doc,
    Enumeration,
    EnumMember,
    ErrorResponse,
    EventStream,
    JsonResult,
    LiteralValue,
    Map,
    Module,
    Object,
    Place,
    Reference,
    Scalar,
    StreamEvent,
    TypeParameter,
    Union,
)

from .values import (
    BOOLEAN,
    INVALID,
    NUMBER,
    STRING,
    at,
    body,
    declare,
    enum,
    field,
    model,
    operation,
    parameter,
)

EVIL = (
    "*/ globalThis.HACKED = 1; /* `${globalThis.HACKED = 1}` </script><!-- \"'\\ \u2028\u2029\r\n"
    "\x00\ufeff\ud800 {@link x} @deprecated"
)
"""Ends a comment, a string, a template, a script, a line."""

WORDS = [
    "abstract",
    "accessor",
    "any",
    "arguments",
    "as",
    "asserts",
    "async",
    "await",
    "bigint",
    "boolean",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "constructor",
    "continue",
    "debugger",
    "declare",
    "default",
    "defer",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "from",
    "function",
    "get",
    "global",
    "globalThis",
    "if",
    "implements",
    "import",
    "in",
    "infer",
    "instanceof",
    "interface",
    "intrinsic",
    "is",
    "keyof",
    "let",
    "module",
    "namespace",
    "never",
    "new",
    "null",
    "number",
    "object",
    "of",
    "out",
    "override",
    "package",
    "private",
    "protected",
    "public",
    "readonly",
    "require",
    "return",
    "satisfies",
    "set",
    "static",
    "string",
    "super",
    "switch",
    "symbol",
    "this",
    "throw",
    "true",
    "try",
    "type",
    "typeof",
    "undefined",
    "unique",
    "unknown",
    "using",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "Array",
    "Blob",
    "Call",
    "CallOptions",
    "Date",
    "Error",
    "File",
    "FluidTypes",
    "Function",
    "HTTPValidationError",
    "Infinity",
    "JSON",
    "Map",
    "NaN",
    "Object",
    "Promise",
    "Record",
    "Response",
    "String",
    "Symbol",
    "UrlOptions",
    "body",
    "codec",
    "configure",
    "empty",
    "fetch",
    "file",
    "hot",
    "json",
    "options",
    "query",
    "response",
    "segment",
    "text",
    "url",
    "import_meta",
    "__proto__",
    "prototype",
    "toString",
    "hasOwnProperty",
    "K",
    "T",
    "K_",
    "_",
    "$",
    "Ünïcode",
    "größe",
    "名前",
    "𝒳",
]

M = "evil.words"


def _word(index: int, word: str) -> tuple:
    route = f"GET /words/{index}/{{id}}"
    # `for`, as both a required and an optional parameter, and as a field.
    return operation(
        route,
        word,
        parameter(word, Place.PATH, wire_name="id"),
        parameter("other", Place.QUERY, Reference("evil.other:User")),
        parameter(f"{word}", Place.HEADER, required=False, wire_name=f"X-{index}"),
        result=JsonResult(Array(Reference(f"{M}:{word}"))),
        module=M,
        errors=(INVALID,),
    )


WORD_OPERATIONS = tuple(_word(index, word) for index, word in enumerate(WORDS))
WORD_MODELS = tuple(
    model(
        f"{M}:{word}",
        field(word, Map(Reference(f"{M}:K"), Reference("evil.other:Key"))),
        field("when", Map(STRING)),
        field("generic", Reference("evil.other:Box", (Reference(f"{M}:T"),))),
    )
    for word in WORDS
)

TEXTS = (
    operation(
        f"POST /`${{x}}/\"'/{EVIL}/{{id}}",
        EVIL,
        parameter(EVIL, Place.PATH, wire_name="id", doc=Doc(text=EVIL, notes=(EVIL,))),
        parameter(
            f"q{EVIL}",
            Place.QUERY,
            LiteralValue(EVIL),
            wire_name=EVIL,
            required=False,
            doc=Doc(text=EVIL, notes=(EVIL, EVIL), deprecated=True, deprecation=EVIL),
        ),
        parameter("__proto__", Place.QUERY, required=False),
        body(Reference("evil.texts:Evil"), "constructor"),
        result=JsonResult(Reference("evil.texts:Evil")),
        errors=(ErrorResponse(404, LiteralValue(EVIL)),),
        module="evil.texts",
        body_media_type=f"application/x+json; x={EVIL}",
        security=(EVIL,),
        doc=Doc(text=f"Line one\n    indented {EVIL}\n\ntail\\", notes=(EVIL,), deprecated=True),
    ),
    operation(
        "GET /events",
        "events",
        result=EventStream(
            (StreamEvent(EVIL, STRING), StreamEvent("__proto__", None), StreamEvent("a-b", None)),
            open=True,
            endless=True,
        ),
        module="evil.texts",
    ),
    operation("GET /overloaded", "twice", module="evil.texts"),
    operation("POST /overloaded", "twice", module="evil.texts"),
    operation("GET /a-b", "same", module="evil.texts"),
    operation("GET /a_b", "same", module="evil.texts"),
    operation("GET /lambda", "<lambda>", module="evil.texts"),
    operation("GET /long", "f" * 300, module="evil.texts"),
    operation(
        "GET /clash", "Color", result=JsonResult(Reference("evil.texts:Color")), module="evil.texts"
    ),
    operation(
        "GET /meeting",
        "User",
        result=JsonResult(
            Object(
                (
                    field("a", Reference("evil.texts:User")),
                    field("b", Reference("evil.other:User")),
                    field("c", Reference("evil.texts:outer.<locals>.User")),
                )
            )
        ),
        module="evil.texts",
    ),
)

TEXT_DECLARATIONS = (
    enum(
        "evil.texts:Color",
        {
            "RED": "red",
            "a b": EVIL,
            "__proto__": "p",
            "1": 1,
            "none": None,
            "half": 0.5,
            "nan": float("nan"),
            "big": 10**400,
            "flag": True,
        },
    ),
    declare(
        "evil.texts:Described",
        Enumeration((EnumMember(name="a", value="a", doc=Doc(text=EVIL)),)),
        doc=Doc(text=EVIL),
    ),
    model(
        "evil.texts:Evil",
        field("__proto__"),
        field("constructor", required=False),
        field("x", LiteralValue(-1), wire_name=EVIL, doc=Doc(text=EVIL, notes=(EVIL,))),
        field("no", Union((LiteralValue(True), LiteralValue(1), LiteralValue(1.5e300)))),
        field("by", Map(NUMBER, Reference("evil.texts:Names"))),
        field("color", Reference("evil.texts:Color")),
        field("described", Reference("evil.texts:Described")),
        field("gone", Reference("evil.texts:Gone")),
        field("none", Union((Scalar.NEVER, Scalar.NULL))),
        field("empty", Object(())),
        field("page", Reference("evil.texts:Page[int]")),
        extra=Union((STRING, NUMBER)),
        doc=Doc(text=EVIL),
        origin=at("evil/𝒳/texts.py:1:6"),
    ),
    declare("evil.texts:Names", Union((LiteralValue(EVIL), LiteralValue("b")))),
    model("evil.texts:Page[int]", field("x"), name="Page", arguments=(NUMBER,)),
    model("evil.texts:User", field("x"), direction=Direction.OUTPUT),
    model("evil.texts:User#input", field("x"), direction=Direction.INPUT),
    model("evil.texts:outer.<locals>.User", field("y"), name="User"),
)

OTHER = (
    model(
        "evil.other:Box",
        field("content", TypeParameter("User")),
        field("user", Reference("evil.other:User")),
        parameters=(TypeParameter("User"),),
    ),
    model("evil.other:Key", field("x", BOOLEAN)),
    model("evil.other:User", field("z")),
)

HOSTILE = Api(
    modules=(
        Module(name="evil.other", path=None, source=None),
        Module(name="evil.texts", path="server/CON.py", source="evil/\u2028*/\nserver/CON.py"),
        Module(name="evil.words", path="settings.py", source="evil/settings.py"),
    ),
    operations=(*TEXTS, *WORD_OPERATIONS),
    declarations=(
        *OTHER,
        *TEXT_DECLARATIONS,
        *sorted(
            (*WORD_MODELS, enum(f"{M}:EnumOfWords", {word: word for word in WORDS})),
            key=lambda declaration: declaration.key,
        ),
    ),
)
