"""
Reading source: what it does where there is none, where it is strange, and in the traps.
"""

from __future__ import annotations

import ast
import asyncio
import functools
import json
import linecache
import mimetypes
import operator
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import fastapi
import httpx
import pytest
import starlette
from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse, StreamingResponse
from hypothesis import given, settings
from hypothesis import strategies as st

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_files import Trees, definition_at
from fluidkit.introspection.source_reading import MOST_STEPS, Reader
from fluidkit.introspection.source_values import (
    Code,
    Constant,
    Either,
    Known,
    Listed,
    Native,
    PlainText,
    Record,
    Serialized,
    Typed,
    Unknown,
    same,
)
from fluidkit.introspection.stream_evidence import (
    Declared,
    Sources,
    StreamReading,
    read_streams,
)
from tests.apps import streams_traps as traps
from tests.apps.streams_models import (
    AnalyticsRecord,
    Channel,
    Dated,
    Notification,
    Pair,
    Row,
    Session,
    Thread,
)

N = Serialized(annotation=Notification)
R = Serialized(annotation=AnalyticsRecord)
INT = Serialized(annotation=int, wire="python", by_alias=True)
INT_OR_NONE = Either((INT, Constant(None)))


def define(source: str, name: str = "endpoint", **names: Any) -> FunctionType:
    """
    Define a function whose source can be found, as in a notebook.
    """
    path = f"<test {abs(hash(source))}>"
    namespace: dict[str, Any] = {"__name__": "defined", "StreamingResponse": StreamingResponse}
    namespace.update(names)
    exec(compile(source, path, "exec"), namespace)
    linecache.cache[path] = (len(source), None, source.splitlines(True), path)
    found = namespace[name]
    assert isinstance(found, FunctionType)
    return found


# --- Without source -----------------------------------------------------------------------------


def _without_source() -> Callable[..., Any]:
    namespace: dict[str, Any] = {}
    exec("def endpoint(): return StreamingResponse(iter(['a']))", namespace)
    found: Callable[..., Any] = namespace["endpoint"]
    return found


@pytest.mark.parametrize(
    "endpoint",
    [
        _without_source(),
        eval("lambda: 1"),
        len,
        operator.itemgetter("a"),
        functools.partial(len),
        dict,
        functools.lru_cache(len),
        str.upper,
        "text".upper,
    ],
    ids=lambda case: getattr(case, "__qualname__", type(case).__name__),
)
def test_no_source(endpoint: Callable[..., Any]) -> None:
    """
    Where no source is at hand nothing is claimed, and nothing raised.
    """
    assert read_streams(endpoint, Declared()) == StreamReading()


@pytest.mark.parametrize("function", [mimetypes.guess_type, json.dumps, asyncio.wait_for])
def test_the_standard_library_is_not_read(function: Callable[..., Any]) -> None:
    """
    With each version of Python its source is another, and so would be the client.
    """
    assert isinstance(Reader(Trees()).function(function), Native)
    assert isinstance(Reader(Trees()).function(httpx.get), Code)


def test_no_source_of_a_declared_stream() -> None:
    """
    A declared stream without source is one of which nothing is known, and that is said.
    """

    class Lines(StreamingResponse):
        media_type = "application/x-ndjson"

    reading = read_streams(_without_source(), Declared(response_class=Lines))

    assert reading.result is not None
    assert reading.result.kind == "json_lines"
    assert isinstance(reading.result.item, Unknown)
    assert len(reading.diagnostics) == 1


def test_changed_source() -> None:
    """
    Source that is another by now than the code that was loaded is not read.
    """
    endpoint = define("def endpoint(first):\n    return first\n")
    path = endpoint.__code__.co_filename
    linecache.cache[path] = (1, None, ["def endpoint(second):\n", "    return 1\n"], path)

    assert Trees().of(endpoint) is None


def test_broken_source() -> None:
    """
    Source that doesn't parse by now is not read.
    """
    endpoint = define("def endpoint(broken):\n    return broken\n")
    path = endpoint.__code__.co_filename
    linecache.cache[path] = (1, None, ["def endpoint(broken:\n"], path)

    assert Trees().of(endpoint) is None


def test_a_test_for_a_class_that_cannot_be_asked() -> None:
    """
    `isinstance` with a class whose own code fails leaves a value as it is.
    """

    class Failing(type):
        def __subclasscheck__(cls, _subclass: type) -> bool:
            raise AttributeError

    class Asked(metaclass=Failing):
        pass

    endpoint = define(
        """
def endpoint(found: Found):
    if isinstance(found, Asked):
        return StreamingResponse(iter([found.text]))
    return found
""",
        Asked=Asked,
        Found=Notification,
    )

    reading = read_streams(endpoint, Declared())

    assert [what for what, _ in reading.diagnostics if "could not be read" in what] == []


def test_a_function_that_is_mapped_by_itself_ends() -> None:
    """
    Each time it is read a step deeper.
    """
    source = """
def endpoint(x):
    x = endpoint
    x = map(x, ())
    x += x
    if x:
        return x
    return StreamingResponse(())
"""
    told = [what for what, _ in read_streams(define(source), Declared()).diagnostics]
    assert [what for what in told if "could not be read" in what] == []


ROWS = """
def endpoint():
    for row in rows:
        yield row.model_dump_json() + "\\n"
"""


class Lines(StreamingResponse):
    media_type = "application/x-ndjson"


def test_elements_of_a_module_s_list_of_models() -> None:
    """
    A list of models that its module never changes holds what it holds now.
    """
    endpoint = define("rows = made()\n" + ROWS, made=lambda: [AnalyticsRecord(metric="a", value=1)])

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert reading.result.item == R


@pytest.mark.parametrize(
    "change", ["rows.append(made())", "rows = made()", "rows[0] = 1", "def f():\n    rows.pop()"]
)
def test_elements_of_a_list_that_changes(change: str) -> None:
    """
    What a module changes may hold other things by the time that it is asked.
    """
    source = f"rows = made()\n{change}\n{ROWS}"
    endpoint = define(source, made=lambda: [AnalyticsRecord(metric="a", value=1)])

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert isinstance(reading.result.item, Unknown)


def test_lambdas_on_one_line() -> None:
    """
    Two lambdas on a line are told apart.
    """
    first, second = (lambda: [1]), (lambda: [2])

    assert bodies(first, second) == ["[1]", "[2]"]


def test_lambdas_of_constants_on_one_line() -> None:
    """
    Python 3.12 does not say where a constant stands that is returned: there none is found.
    """
    first, second = (lambda: 1), (lambda: 2)

    assert bodies(first, second) == ([] if sys.version_info[:2] == (3, 12) else ["1", "2"])


def bodies(*functions: Any) -> list[str]:
    """
    Return the bodies of those lambdas that are found.
    """
    found = [Trees().of(each) for each in functions]
    return [ast.unparse(each.body) for each in found if isinstance(each, ast.Lambda)]


@pytest.mark.parametrize("package", [fastapi, httpx, starlette], ids=lambda each: each.__name__)
def test_a_function_alone_is_that_of_its_file(package: ModuleType) -> None:
    """
    A function that is parsed without the rest of its file gives the same tree.
    """
    found = 0
    for path in Path(package.__path__[0]).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
                alone = definition_at(text.splitlines(True), first)
                assert alone is not None, f"{path}:{first}"
                assert ast.dump(alone) == ast.dump(node)
                found += 1
    assert found > 100


def test_where_a_function_ends() -> None:
    """
    Strings, brackets, comments and decorators may stand further left than the function's code.
    """
    source = """
class Around:
    @decorated(
        "def nothing",
    )
    async def endpoint(
        self,
    ) -> str:
# a comment
        text = \"\"\"
left
\"\"\"
        return f(
text
        )
    other = 1
"""
    alone = definition_at(source.splitlines(True), 3)

    [around] = ast.parse(source).body
    assert isinstance(around, ast.ClassDef)
    assert alone is not None
    assert ast.dump(alone) == ast.dump(around.body[0])


def test_a_function_with_much_text_to_the_left() -> None:
    """
    A function whose end is hard to find is looked up in its whole file.
    """
    text = '"""' + "left\n" * 50 + '"""'
    endpoint = define(f"def endpoint():\n    return {text}\n\n\nother = 1\n")

    assert definition_at(linecache.getlines(endpoint.__code__.co_filename), 1) is None
    found = Trees().of(endpoint)
    assert isinstance(found, ast.FunctionDef)
    assert found.name == "endpoint"


def test_a_proxy_is_not_asked_what_it_stands_for() -> None:
    """
    That may import a package or open a connection, and is known only when the endpoint runs.
    """

    class Proxy:
        @property
        def __class__(self) -> type:  # type: ignore[override]
            raise AssertionError

    class Holder:
        held = Proxy()

    source = """
def endpoint():
    if rows:
        return Lines(holder.held.rows())
    return Lines(rows())
"""
    endpoint = define(source, rows=Proxy(), holder=Holder(), Lines=Lines)

    for declared in (Declared(), Declared(response_class=Lines)):
        reading = read_streams(endpoint, declared)
        assert reading.result is not None
        assert reading.result.kind == "json_lines"
        assert isinstance(reading.result.item, Unknown)


ROWS_AFTER_MUCH = f"""
def endpoint(one):
    if one:
        return described([{", ".join(["one"] * (MOST_STEPS + 1))}])
    return StreamingResponse(iter(rows()), media_type="application/x-ndjson")

def described(found) -> Notification:
    ...

def rows():
    yield "1\\n"
"""


def test_what_nothing_depends_on_is_not_read() -> None:
    """
    An annotation says what a call gives, so its arguments cost none of the steps of reading.
    """
    reading = read_streams(define(ROWS_AFTER_MUCH, Notification=Notification), Declared())

    assert reading.alternative is not None
    assert reading.alternative.kind == "json_lines"
    assert reading.diagnostics == ()


def test_data_beside_a_declared_stream() -> None:
    """
    What a `JSONResponse` holds is no part of the stream that the route declares.
    """
    endpoint = define(
        """
def endpoint(one):
    if one:
        return JSONResponse({"a": 1})
    return Lines(row.model_dump_json() + "\\n" for row in rows())

def rows() -> list[AnalyticsRecord]:
    ...
""",
        JSONResponse=JSONResponse,
        Lines=Lines,
        AnalyticsRecord=AnalyticsRecord,
    )

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert reading.result.item == R


def test_an_endpoint_of_several_routes() -> None:
    """
    It is read once for all routes that declare the same, and again for one that does not.
    """
    endpoint = define(ROWS_AFTER_MUCH, Notification=Notification)
    sources = Sources()
    first = sources.read(endpoint, Declared(responses={}))

    assert sources.read(endpoint, Declared(responses={200: {"description": "rows"}})) is first
    assert sources.read(endpoint, Declared(has_model=True)) is not first
    declared = Declared(responses={200: {"content": {"text/event-stream": {}}}})
    other = sources.read(endpoint, declared)
    assert other == read_streams(endpoint, declared)
    assert other != first


def test_endless_recursion() -> None:
    """
    Functions that call each other for ever are given up.
    """
    endpoint = define(
        "def endpoint():\n    return other()\n\ndef other():\n    return endpoint()\n"
    )

    assert read_streams(endpoint, Declared()) == StreamReading()


def test_a_bomb_of_calls() -> None:
    """
    Functions that call each other twice take no exponential time.
    """
    lines = [f"def f{i}(x):\n    return f{i + 1}(x) or f{i + 1}(x)\n" for i in range(40)]
    lines.append("def f40(x):\n    return x\n\ndef endpoint():\n    return f0(1)\n")

    assert read_streams(define("\n".join(lines)), Declared()) == StreamReading()


def test_source_that_fails() -> None:
    """
    Where the user's own classes raise while they are read, what is declared still counts.
    """

    class Failing(type):
        def __subclasscheck__(cls, other: type) -> bool:
            raise RuntimeError

        @property
        def __mro__(cls) -> tuple[type, ...]:  # type: ignore[override]
            raise RuntimeError

    class Odd(metaclass=Failing):
        pass

    class Lines(StreamingResponse):
        media_type = "application/x-ndjson"

    endpoint = define(
        "def endpoint():\n    return Lines(x.a.b for x in Odd())\n", Lines=Lines, Odd=Odd
    )

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert reading.result.kind == "json_lines"
    assert isinstance(reading.result.item, Unknown)


# --- Traps --------------------------------------------------------------------------------------

TRAPS: list[tuple[Callable[..., Any], dict[str | None, Any]]] = [
    (traps.loop_carried, {"n": Either((N, R))}),
    (traps.narrowed, {"n": N, "r": R}),
    (traps.narrowed_by_match, {"n": N, "r": R}),
    (
        traps.in_except,
        {
            "n": N,
            "end": Record(()),
            "error": Record((("detail", Serialized(annotation=str)),)),
        },
    ),
    (traps.put_together, {"n": N}),
    (traps.data_in_lines, {None: PlainText()}),
    (traps.prefix_before_json, {None: PlainText()}),
    (traps.wrapped_with_annotations, {"n": Record((("result", INT),))}),
    (
        traps.item_or_default,
        {
            "next": Listed(Either((INT, Constant(None)))),
            "max": Listed(Either((INT, Constant("none")))),
        },
    ),
    (
        traps.none_by_falling_off,
        {
            "found": Listed(INT_OR_NONE),
            "sure": Listed(Constant(1)),
            "left": Listed(Either((Constant(1), Constant(None)))),
            "parsed": Listed(INT_OR_NONE),
            "text": Listed(Serialized(annotation=str, wire="python", by_alias=True)),
            "sum": Listed(INT),
        },
    ),
    (
        traps.none_that_is_tested,
        {
            "any": Listed(INT_OR_NONE),
            "guarded": Listed(INT),
            "either": Listed(Either((INT, Constant("none")))),
            "default": Listed(Either((Constant(0), INT))),
            "left": Listed(INT),
            "again": Listed(INT_OR_NONE),
            "asserted": Listed(INT),
            "unsure": Listed(INT_OR_NONE),
            "else": Listed(INT),
            "either way": Listed(INT_OR_NONE),
            "none": Listed(INT_OR_NONE),
            "noted": Listed(INT_OR_NONE),
            "next round": Listed(INT_OR_NONE),
            "last": Listed(INT),
        },
    ),
]


@pytest.mark.parametrize(
    ("endpoint", "expected"), TRAPS, ids=lambda case: getattr(case, "__name__", "")
)
def test_traps(endpoint: Callable[..., Any], expected: dict[str | None, Any]) -> None:
    """
    What looks misleading is read as it runs.
    """
    reading = read_streams(endpoint, Declared())

    assert reading.diagnostics == ()
    assert reading.result is not None
    assert {**dict(reading.result.events)} == {k: v for k, v in expected.items() if k is not None}
    assert reading.result.item == expected.get(None)


@pytest.mark.parametrize(
    "endpoint",
    [
        traps.changed_by_helper,
        traps.changed_in_expression,
        traps.changed_by_alias,
        traps.changed_in_loop,
        traps.set_from_inside,
        traps.captured_by_pattern,
        traps.rewritten_by_response,
        traps.rewritten_by_decorator,
        traps.shadowed_names,
        traps.put_together_in_loop,
        traps.set_by_a_function,
        traps.changed_inside,
    ],
)
def test_unknown_traps(endpoint: Callable[..., Any]) -> None:
    """
    What changes behind the reader's back is unknown, with a diagnostic.
    """
    reading = read_streams(endpoint, Declared())

    assert len(reading.diagnostics) == 1
    assert reading.result is not None
    data = [*(each for _, each in reading.result.events), reading.result.item]
    assert [each for each in data if each is not None and not isinstance(each, Unknown)] == []


@pytest.mark.parametrize(
    ("endpoint", "item"),
    [
        (
            traps.wrapped_by_response,
            Record((("wrapped", Serialized(annotation=Notification, wire="python")),)),
        ),
        (
            traps.function_called_dumps,
            Record((("data", Serialized(annotation=Notification, wire="python")),)),
        ),
    ],
)
def test_followed_traps(endpoint: Callable[..., Any], item: Any) -> None:
    """
    Names mean what they are bound to, not what they are called.
    """
    reading = read_streams(endpoint, Declared())

    assert reading.result is not None
    assert reading.result.item == item


def test_what_an_object_holds_by_now_is_any_value_of_its_type() -> None:
    """
    None is of no type, as long as nobody says what else it may be.
    """
    reading = read_streams(traps.held_by_an_object, Declared())

    assert reading.result is not None
    count, latest = (data for _, data in reading.result.events)
    assert isinstance(count, Listed)
    assert isinstance(count.items, Serialized)
    assert count.items.annotation is int
    assert isinstance(latest, Unknown) or isinstance(latest.items, Unknown)  # type: ignore[union-attr]


@pytest.mark.parametrize("endpoint", [traps.ends_on_timeout, traps.ends_on_stop])
def test_ways_out_around_a_loop(endpoint: Callable[..., Any]) -> None:
    """
    A timeout or an expected exception around `while True` is a way out.
    """
    reading = read_streams(endpoint, Declared())

    assert reading.result is not None
    assert reading.result.endless is False


def test_overridden_dump() -> None:
    """
    A model's own `model_dump_json` counts, not pydantic's.
    """
    reading = read_streams(traps.overridden_dump, Declared())

    assert reading.result is not None
    ((_, data),) = reading.result.events
    assert isinstance(data, Record)


NAMELESS = """
import json

def endpoint(name):
    yield f"event: known\\ndata: {json.dumps({'id': 1})}\\n\\n"
    yield SECOND
"""


class Events(StreamingResponse):
    media_type = "text/event-stream"


@pytest.mark.parametrize(
    ("second", "known"),
    [
        ('f"event: {name}\\ndata: {json.dumps(2)}\\n\\n"', "either"),
        ('f"event: {name}\\ndata: {name}\\n\\n"', "unknown"),
        ("name", "unknown"),
        ('f"event: other\\ndata: {json.dumps(2)}\\n\\n"', "itself"),
    ],
)
def test_an_event_whose_name_is_not_known_may_have_any(second: str, known: str) -> None:
    """
    Also one that is known: its data are then of either type, or unknown.
    """
    endpoint = define(NAMELESS.replace("SECOND", second))

    reading = read_streams(endpoint, Declared(response_class=Events))

    assert reading.result is not None
    itself, other = Record((("id", Constant(1)),)), Constant(2)
    data = dict(reading.result.events)["known"]
    match known:
        case "unknown":
            assert isinstance(data, Unknown)
        case "either":
            assert data == Either((itself, other))
        case _:
            assert data == itself
    assert (reading.diagnostics == ()) is (known == "itself")


def test_a_line_that_is_no_json_among_others() -> None:
    """
    A line has no name and no place for a sign: the client takes it for a malformed one.
    """
    endpoint = define(
        "import json\n\ndef endpoint():\n    yield json.dumps(1) + '\\n'\n    yield 'done\\n'\n"
    )

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert isinstance(reading.result.item, Unknown)
    assert len(reading.diagnostics) == 1


@dataclass
class Held:
    notification: Notification


def test_a_model_inside_of_a_dataclass_stays_one() -> None:
    """
    `asdict` copies it as it is, and `default=str` writes its text.
    """
    endpoint = define(
        "import json\nfrom dataclasses import asdict\n\n"
        "def endpoint(held: Held):\n"
        "    yield json.dumps(asdict(held), default=str) + '\\n'\n",
        Held=Held,
    )

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert isinstance(reading.result.item, Unknown)


def test_keys_that_jsonable_encoder_leaves_out() -> None:
    """
    Those that begin as SQLAlchemy's own attributes do never reach a line.
    """
    assert jsonable_encoder({"a": 1, "_sa_b": 2}) == {"a": 1}
    endpoint = define(
        """
def endpoint():
    yield json.dumps(jsonable_encoder({"a": 1, "_sa_b": 2})) + "\\n"
""",
        json=json,
        jsonable_encoder=jsonable_encoder,
    )

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert reading.result.item == Record((("a", Constant(1)),))


@pytest.mark.parametrize(("default", "known"), [("str", True), ("jsonable_encoder", False)])
def test_a_decimal_is_a_number_to_jsonable_encoder(default: str, known: bool) -> None:
    """
    Also as `default=` of `json.dumps`; pydantic and `str` write its digits.
    """
    endpoint = define(
        "import json\nfrom fastapi.encoders import jsonable_encoder\n\n"
        "def endpoint(dated: Dated):\n"
        f"    yield json.dumps(dated.model_dump(), default={default}) + '\\n'\n",
        Dated=Dated,
    )

    reading = read_streams(endpoint, Declared(response_class=Lines))

    assert reading.result is not None
    assert isinstance(reading.result.item, Unknown) is not known


# --- Annotations --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("annotation", "element"),
    [
        (list[int], int),
        (dict[str, int], str),
        (tuple[int, ...], int),
        (Channel[Notification], Notification),
        (Session, Notification),
        (list[int] | None, int),
        (str, str),
        (int, source_annotations.MISSING),
        (list, source_annotations.MISSING),
    ],
)
def test_elements(annotation: Any, element: Any) -> None:
    """
    What iterating gives is read off the annotation.
    """
    assert source_annotations.element(annotation) is element


@pytest.mark.parametrize(
    ("annotation", "name", "expected"),
    [
        (Thread, "notifications", list[Notification]),
        (Thread, "first", Notification),
        (Session, "newest", Notification),
        (Pair, "notification", Notification),
        (Thread | None, "title", str),
        (Thread, "nonsense", source_annotations.MISSING),
    ],
)
def test_attributes(annotation: Any, name: str, expected: Any) -> None:
    """
    Fields, properties and annotated attributes have types; no property runs.
    """
    assert source_annotations.attribute(annotation, name) == expected


def test_items() -> None:
    """
    A TypedDict is known by key, a named tuple by place.
    """
    assert source_annotations.subscripted(Row, "count") is int
    assert source_annotations.subscripted(Pair, 1) is Notification


def test_strange_equality() -> None:
    """
    An annotation whose `__eq__` raises is no trouble.
    """

    class Strange:
        def __eq__(self, other: object) -> bool:
            raise RuntimeError

        __hash__ = None  # type: ignore[assignment]

    assert not same(Typed(Strange()), Typed(Strange()))
    assert not source_annotations.same(Strange(), 1)


def test_functions() -> None:
    """
    A callable is taken for what it is.
    """
    reader = Reader(Trees())

    assert isinstance(reader.function(test_functions), Code)
    assert isinstance(reader.function(len), Native)
    assert reader.function(Notification) == Known(Notification)


# --- Fuzz ---------------------------------------------------------------------------------------

EXPRESSIONS = [
    "x", "y", "z", "n", "1", "'text'", "b'bytes'", "None", "[]", "{}", "()", "{'a': x}",
    "{'event': 'e', 'data': y}", "[x, y]", "(x, y)", "x + y", "x % y", "x or y", "not x", "x[0]",
    "x['a']", "x[1:2]", "x.name", "x.value", "x.model_dump()", "x.model_dump_json()", "x(y)",
    "json.dumps(x)", "json.dumps(x, default=str)", "f'{x}'", "f'data: {x}\\n\\n'", "f'{x!r:>10}'",
    "x if y else z", "(x for x in y)", "[a for a in x if a]", "{a: b for a, b in x}", "lambda: x",
    "lambda *a, **k: (a, k)", "(w := x)", "n.message", "n", "N(id=1, message=x)", "x.encode()",
    "''.join(x)", "'\\n'.join([x, y])", "'{}'.format(x)", "'%s' % x", "StreamingResponse(gen())",
    "StreamingResponse(x, media_type=y)",
    "StreamingResponse(gen(), media_type='text/event-stream')",
    "StreamingResponse(gen(), media_type='application/x-ndjson', headers=x)", "gen()", "gen",
    "*x,", "dict(x)", "dict(a=x)", "list(x)", "zip(x, y)", "enumerate(x)", "map(x, y)", "type(x)",
    "super()", "getattr(x, 'a')", "next(x)", "x.y.z", "x < y", "-x", "endpoint", "endpoint()",
    "{**x}", "x @ y",
]  # fmt: skip

expressions = st.sampled_from(EXPRESSIONS)
names = st.sampled_from(["x", "y", "z", "n", "x, y", "x[0]", "x.a", "(x, *y)", "*x, y"])


def blocks(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """
    Put statements inside other statements.
    """
    body = st.lists(children, min_size=1, max_size=3).map(
        lambda each: "\n".join(f"    {line}" for text in each for line in text.splitlines())
    )
    heads = [
        "if {e}:\n{b}\nelse:\n{b2}",
        "for {t} in {e}:\n{b}\nelse:\n{b2}",
        "while {e}:\n{b}",
        "while True:\n{b}",
        "try:\n{b}\nexcept Exception as x:\n{b2}\nfinally:\n    pass",
        "with {e} as y:\n{b}",
        "def inner(x=1, *y, **z):\n{b}",
        "class x:\n    y = 1",
        "match {e}:\n    case {{'a': x}}:\n        pass\n    case [y, *z]:\n        pass",
    ]
    return st.builds(
        lambda head, e, t, b, b2: head.format(e=e, t=t, b=b, b2=b2),
        st.sampled_from(heads),
        expressions.filter(lambda each: each != "*x,"),
        names,
        body,
        body,
    )


statements = st.recursive(
    st.one_of(
        st.builds("{} = {}".format, names, expressions),
        st.builds("x: {} = {}".format, expressions.filter(lambda e: "*" not in e), expressions),
        st.builds("x += {}".format, expressions.filter(lambda e: e != "*x,")),
        st.builds("return {}".format, expressions),
        st.builds("yield {}".format, expressions),
        st.builds("x.append({})".format, expressions.filter(lambda e: e != "*x,")),
        st.sampled_from(["return", "del x", "import json as x", "from json import dumps as y",
                         "nonlocal n", "global z", "pass", "raise x", "break"]),
    ),
    blocks,
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=int(os.environ.get("FLUIDKIT_FUZZ") or 150), deadline=None)
@given(st.lists(statements, min_size=1, max_size=6), st.lists(statements, min_size=1, max_size=4))
def test_random_code(endpoint_body: list[str], generator_body: list[str]) -> None:
    """
    No source, however odd, makes reading fail; it always ends.
    """

    def indented(texts: list[str], spaces: int) -> str:
        return "\n".join(" " * spaces + line for text in texts for line in text.splitlines())

    source = (
        "import json\n\n"
        "def gen(x=1, y=2):\n" + indented(generator_body, 4) + "\n    yield x\n\n"
        "def make():\n    n = N(id=1, message='')\n"
        "    def endpoint(x, y: N, *z):\n" + indented(endpoint_body, 8) + "\n"
        "        return StreamingResponse(gen(), media_type='text/event-stream')\n"
        "    return endpoint\n"
    )
    try:
        make = define(source, "make", N=Notification)
    except SyntaxError:
        return

    reading = read_streams(make(), Declared())

    assert [what for what, _ in reading.diagnostics if "could not be read" in what] == []
