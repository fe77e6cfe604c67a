"""
Whole FastAPI modules, made up: Python that runs, and that nobody would write.

What is annotated is annotated truly, as an annotation that lies is believed. All else is allowed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

HEAD = '''
"""Made up."""
import asyncio, dataclasses, enum, functools, itertools, json, os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial, wraps
from json import dumps as encode_json
from typing import Annotated, Any, Generic, Literal, NamedTuple, Optional, TypeVar, Union, cast
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, Body, Cookie, Depends, FastAPI, Form, Header
from fastapi import HTTPException, Path, Query, Request, Response, Security, UploadFile
from fastapi.encoders import jsonable_encoder
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, RootModel, TypeAdapter, computed_field
from pydantic import field_serializer, model_serializer
from fastapi.security import APIKeyHeader
from pydantic_core import to_json
from sse_starlette.sse import EventSourceResponse, ServerSentEvent
from starlette.responses import StreamingResponse as Streaming
from typing_extensions import TypedDict

T = TypeVar("T")
app = FastAPI()
'''

SCALARS = [
    ("int", "1"),
    ("str", "'a'"),
    ("float", "1.5"),
    ("bool", "True"),
    ("datetime", "datetime(2024, 1, 2)"),
    ("date", "date(2024, 1, 2)"),
    ("timedelta", "timedelta(seconds=3)"),
    ("Decimal", "Decimal('1.10')"),
    ("UUID", "UUID(int=5)"),
    ("Literal['a', 'b']", "'b'"),
    ("Literal[1, True, None]", "True"),
    ("bytes", "b'x'"),
]
PLAIN = SCALARS[:4]
"""What `json.dumps` takes as it is."""
ODD_NAMES = [
    *("name", "id", "delete", "new", "function", "default", "fetch", "url", "options", "signal"),
    *("headers", "constructor", "toString", "naïve", "名前", "µ", "on", "onMessage", "type_", "e"),
    *("data", "event", "items", "value", "Promise", "string", "body", "class_", "T", "json_"),
]


COMPUTED = """\
    @computed_field
    @property
    def total(self) -> int:
        return 1
"""
WRITTEN = [
    """\
    @field_serializer("*")
    def write(self, value: Any) -> str:
        return str(value)
""",
    """\
    @field_serializer("*", when_used="json")
    def write(self, value: Any) -> int:
        return 7
""",
    """\
    @model_serializer
    def write(self) -> dict[str, int]:
        return {"n": 1}
""",
    """\
    def model_dump_json(self, **options) -> str:
        return json.dumps({"own": True})
""",
    """\
    def model_dump(self, **options):
        return {"own": 1}
""",
    """\
    def dict(self, **options):
        return {"own": 1}

    def json(self, **options):
        return json.dumps(self.dict())
""",
    """\
    def __str__(self):
        return self.model_dump_json()
""",
]
FRAME = """
def frame(data, event=None):
    start = f"event: {event}\\n" if event else ""
    return f"{start}data: {data}\\n\\n"
"""
ALIASES = """\
    model_config = ConfigDict(alias_generator=lambda name: name + "-X", populate_by_name=True)
"""


@dataclass(frozen=True)
class Model:
    """
    A class of the module, and how an instance of it is written.
    """

    name: str
    kind: str
    fields: tuple[tuple[str, str, str], ...]
    """Name, annotation, an expression of that type."""

    @property
    def instance(self) -> str:
        if self.kind == "root":
            return f"{self.name}([{self.fields[0][2]}])"
        return f"{self.name}({', '.join(f'{name}={value}' for name, _, value in self.fields)})"

    @property
    def has_dump(self) -> bool:
        return self.kind in {"model", "root", "generic", "aliased", "child", "written"}


@dataclass
class Module:
    """
    A module in the making.
    """

    draw: Callable[[st.SearchStrategy[Any]], Any]
    models: list[Model] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    count: int = 0

    def pick(self, *options: Any) -> Any:
        return self.draw(st.sampled_from(options))

    def maybe(self) -> bool:
        return bool(self.draw(st.booleans()))

    def new(self, stem: str) -> str:
        """
        Return a name that nothing has yet.
        """
        self.count += 1
        return f"{stem}{self.count}"

    def add(self, text: str) -> None:
        self.parts.append(text)

    # --- Types and models -----------------------------------------------------------------------

    def type(self, depth: int = 2) -> tuple[str, str]:
        """
        Return an annotation, and an expression of that type.
        """
        if depth == 0 or self.maybe():
            if self.models and self.pick(0, 1, 2) == 0:
                model = self.pick(*self.models)
                return model.name, model.instance
            return self.pick(*SCALARS)  # type: ignore[no-any-return]
        name, value = self.type(depth - 1)
        return self.pick(  # type: ignore[no-any-return]
            (f"list[{name}]", f"[{value}]"),
            (f"dict[str, {name}]", f"{{'k': {value}}}"),
            (f"tuple[{name}, ...]", f"({value}, {value})"),
            (f"tuple[{name}, int]", f"({value}, 1)"),
            (f"Optional[{name}]", "None"),
            (f"Optional[{name}]", value),
            (f"Union[{name}, int]", value),
            (f"Annotated[{name}, 'said']", value),
        )

    def model(self) -> None:
        kind = self.pick(
            "model", "model", "aliased", "dataclass", "typed", "named", "root", "enum", "written",
            "child", "generic",
        )  # fmt: skip
        name = self.new(self.pick("Note", "Item", "Record", "Promise", "Event", "Größe"))
        if kind == "enum":
            base = self.pick("str, enum.Enum", "enum.Enum", "enum.IntEnum")
            values = ("1", "2") if "Int" in base else ("'red'", "'it\\'s'")
            self.add(f"class {name}({base}):\n    RED = {values[0]}\n    BLUE = {values[1]}\n")
            # As a model without fields of its own: its instance is a member.
            self.models.append(Model(f"{name}", "enum", ()))
            return
        names = self.draw(st.lists(st.sampled_from(ODD_NAMES), min_size=1, max_size=4, unique=True))
        if kind in {"named", "root"}:
            names = [each for each in names if each not in {"count", "index"}][
                : 1 + (kind != "root")
            ]
        members = tuple((each, *self.type()) for each in names)
        lines = "".join(f"    {each}: {annotation}\n" for each, annotation, _ in members)
        match kind:
            case "model":
                more = self.pick("", "    model_config = ConfigDict(extra='allow')\n", "", "")
                computed = COMPUTED
                self.add(f"class {name}(BaseModel):\n{more}{lines}{self.pick('', '', computed)}")
            case "aliased":
                self.add(f"class {name}(BaseModel):\n{ALIASES}{lines}")
            case "dataclass":
                self.add(f"@dataclass\nclass {name}:\n{lines}")
            case "typed":
                self.add(f"class {name}(TypedDict):\n{lines}")
            case "named":
                self.add(f"class {name}(NamedTuple):\n{lines}")
            case "written":
                self.add(f"class {name}(BaseModel):\n{lines}{self.pick(*WRITTEN)}")
            case "child":
                self.add(
                    f"class Base{name}(BaseModel):\n{lines}\nclass {name}(Base{name}):\n    pass\n"
                )
            case "generic":
                self.add(f"class G{name}(BaseModel, Generic[T]):\n{lines}    inner: list[T] = []\n")
                self.add(f"{name} = G{name}[{self.type(1)[0]}]\n")
            case "root":
                self.add(f"class {name}(RootModel[list[{members[0][1]}]]):\n    pass\n")
        self.models.append(Model(name, kind, members))

    def instance(self, model: Model) -> str:
        return f"{model.name}.BLUE" if model.kind == "enum" else model.instance

    # --- Values, texts and frames ---------------------------------------------------------------

    def value(self, model: Model, asynchronous: bool) -> tuple[list[str], str]:
        """
        Return statements, and an expression whose value is an instance of the model.
        """
        made = self.instance(model)
        ways = [
            "direct", "variable", "walrus", "helper", "bare", "global", "typed", "store", "service",
            "method", "next", "lambda", "cast", "or", "getattr", "any", "loop", "pair", "default",
            "partial", "tuple", "star", "cached",
        ]  # fmt: skip
        ways += ["await", "gather"] if asynchronous else []
        ways += ["copy", "validate"] if model.kind == "model" else []
        way, name = self.pick(*ways), self.new("v")
        match way:
            case "variable":
                return [f"{name} = {made}"], name
            case "walrus":
                return [f"if ({name} := {made}) is None:", "    return"], name
            case "helper":
                self.add(f"def make_{name}() -> {model.name}:\n    return {made}\n")
                return [], f"make_{name}()"
            case "bare":
                self.add(f"def make_{name}(x=None):\n    return x or {made}\n")
                return [], f"make_{name}()"
            case "global":
                self.add(f"{name} = {made}\n")
                return [], name
            case "typed":
                self.add(f"{name}: {model.name} = {made}\n")
                return [], name
            case "store":
                self.add(f"{name} = {{'k': {made}, 'n': 1}}\n")
                return [], f"{name}['k']"
            case "service" | "getattr":
                self.add(
                    f"class S_{name}:\n    def __init__(self, x=None):\n"
                    f"        self.item = {made}\n{name} = S_{name}()\n"
                )
                return [], f"{name}.item" if way == "service" else f"getattr({name}, 'item')"
            case "method":
                self.add(
                    f"class S_{name}:\n    @property\n    def item(self) -> {model.name}:\n"
                    f"        return {made}\n{name} = S_{name}()\n"
                )
                return [], f"{name}.item"
            case "next":
                return [], f"next(iter([{made}]))"
            case "lambda":
                return [f"{name} = lambda: {made}"], f"{name}()"
            case "cast":
                return [], f"cast({model.name!r}, {made})"
            case "or":
                return [], f"(None or {made})"
            case "any":
                self.add(f"def make_{name}() -> Any:\n    return {made}\n")
                return [], f"make_{name}()"
            case "loop":
                return [f"for {name} in [{made}]:", "    pass"], name
            case "pair":
                other = self.instance(self.pick(*self.models))
                return [f"{name}, _ = {made}, {other}"], name
            case "tuple":
                other = self.instance(self.pick(*self.models))
                return [f"{name} = ({other}, {made})"], f"{name}[{self.pick(1, -1)}]"
            case "star":
                return [f"*{name}, = [{made}]"], f"{name}[0]"
            case "default":
                self.add(f"def make_{name}(x={made}):\n    return x\n")
                return [], f"make_{name}()"
            case "partial":
                self.add(f"def make_{name}(x):\n    return x\n")
                return [f"{name} = partial(make_{name}, {made})"], f"{name}()"
            case "cached":
                self.add(f"@functools.cache\ndef make_{name}():\n    return {made}\n")
                return [], f"make_{name}()"
            case "await":
                said = self.pick("", f" -> {model.name}")
                self.add(f"async def make_{name}(){said}:\n    return {made}\n")
                return [], f"(await make_{name}())"
            case "gather":
                self.add(f"async def make_{name}():\n    return {made}\n")
                return [f"({name},) = await asyncio.gather(make_{name}())"], name
            case "copy":
                return [], f"{made}.model_copy()"
            case "validate":
                return [], f"{model.name}.model_validate({made}.model_dump())"
            case _:
                return [], made

    def chosen(self, asynchronous: bool) -> tuple[list[str], str, Model]:
        model = self.pick(*self.models)
        lines, value = self.value(model, asynchronous)
        if self.pick(0, 1, 2, 3) == 0:
            value = f"({value} if LEFT else {self.instance(self.pick(*self.models))})"
            model = Model("", "other", ())
        return lines, value, model

    def text(self, asynchronous: bool) -> tuple[list[str], str]:
        """
        Return statements, and an expression of JSON in a string, mostly.
        """
        lines, value, model = self.chosen(asynchronous)
        general = [
            "json.dumps(jsonable_encoder({v}))",
            "json.dumps({v}, default=str)",
            "json.dumps([{v}], default=str)",
            "json.dumps({{'x': {v}, 'n': 1}}, default=str)",
            "json.dumps({{'x': jsonable_encoder({v}), 'kind': 'k'}})",
            "json.dumps(dict(x=jsonable_encoder({v})))",
            "encode_json(jsonable_encoder({v}), indent={indent})",
            "to_json({v}).decode()",
            "str({v})",
            "json.dumps(str({v}))",
            "JSONResponse(jsonable_encoder({v})).body.decode()",
            "json.dumps(None)",
            "json.dumps({{}})",
            "'1'",
            "'not json'",
        ]
        dumps = [
            "{v}.model_dump_json({flags})",
            "{v}.model_dump_json({flags})",
            "json.dumps({v}.model_dump(mode='json'{more}))",
            "json.dumps({v}.model_dump({flags}), default=str)",
            "json.dumps({{'x': {v}.model_dump(mode='json'), **{{'y': 2}}}})",
            "json.dumps([{v}.model_dump(mode='json')] * 2)",
            "'{{}}'.format({v}.model_dump_json())",
            "TypeAdapter({m}).dump_json({v}).decode()",
            "{v}.json()",
            "json.dumps({v}.dict(), default=str)",
            "json.dumps({v}.model_dump(mode='python'), default=lambda x: str(x))",
            "json.dumps({v}.model_dump(), default=jsonable_encoder)",
            "json.dumps([x.model_dump(mode='json') for x in [{v}]])",
            "json.dumps({{k: x for k, x in {v}.model_dump(mode='json').items()}})",
            "json.dumps({{'x': {v}.model_dump(mode='json')}} | {{'y': 'z'}})",
            "json.dumps({v}.model_dump(mode='json')['x'] if not LEFT else 'a')",
            "to_json({v}, by_alias=False).decode()",
        ]
        records = [
            "json.dumps(asdict({v}), default=str)",
            "json.dumps(vars({v}), default=str)",
            "TypeAdapter({m}).dump_json({v}).decode()",
            "json.dumps({{**asdict({v}), 'extra': None}}, default=str)",
        ]
        tuples = ["json.dumps({v}._asdict(), default=str)", "json.dumps(list({v}), default=str)"]
        options = [*general]
        options += dumps * 2 if model.has_dump else []
        options += records * 2 if model.kind == "dataclass" else []
        options += tuples * 2 if model.kind == "named" else []
        attributes = [n for n, _, _ in model.fields] if model.kind in {"model", "dataclass"} else []
        if attributes:
            at = self.pick(*attributes)
            options += [f"json.dumps({{{{'x': {{v}}.{at}, 'k': 'a'}}}}, default=str)"] * 2
        flags = self.pick(
            "", "", "by_alias=True", "exclude_none=True", "exclude_unset=True", "indent=2",
            *(f"{word}={{{n!r}}}" for n in attributes for word in ("exclude", "include")),
        )  # fmt: skip
        written = self.pick(*options)
        if flags == "indent=2" and "model_dump(" in written:
            flags = ""
        said = written.format(
            v=value,
            m=model.name,
            flags=flags,
            more=f", {flags}" if flags and "indent" not in flags else "",
            indent=self.pick("None", "1"),
        )
        return self.rewritten(lines, said, model)

    def rewritten(self, lines: list[str], said: str, model: Model) -> tuple[list[str], str]:
        """
        Have a text go through variables and helpers, and dicts through changes.
        """
        name = self.new("d")
        way = self.pick(
            "as it is", "as it is", "variable", "helper", "encoded", "changed", "nested", "lambda"
        )
        if "await" in said and way in {"lambda", "nested"}:
            way = "variable"
        match way:
            case "variable":
                return [*lines, f"{name} = {said}"], name
            case "helper":
                self.add(f"def text_{name}(text):\n    return text\n")
                return lines, f"text_{name}({said})"
            case "encoded":
                return lines, f"{said}.encode().decode()"
            case "lambda":
                return [*lines, f"{name} = lambda: {said}"], f"{name}()"
            case "nested":
                at = self.new("inner")
                return [*lines, f"def {at}(x=1):", f"    return {said}"], f"{at}()"
            case "changed":
                made = (
                    f"{name} = json.loads({said})" if "not json" not in said else f"{name} = {{}}"
                )
                return [*lines, made, *self.change(name)], f"json.dumps({name})"
            case _:
                return lines, said

    def change(self, name: str) -> list[str]:
        """
        Return statements that change a dict, where it is one.
        """
        helper = self.new("tag")
        change = self.pick(
            [f"{name}['more'] = 1"],
            [f"{name}.update(more='a')"],
            [f"{name}.pop('id', None)"],
            [f"{name} = {{**{name}, 'more': [1]}}"],
            [f"{name} |= {{'more': None}}"],
            [f"also = {name}", "also['more'] = True"],
            [f"{helper}({name})"],
            [f"{name}.setdefault('name', 5)"],
            [f"for key in list({name}):", f"    {name}[key] = str({name}[key])"],
            [f"{name} = {{key: 1 for key in {name}}}"],
            [f"{name} = dict(sorted({name}.items()))"],
            [f"{name}.clear()"],
        )
        self.add(f"def {helper}(found):\n    found['tagged'] = 1\n    return None\n")
        return [f"if isinstance({name}, dict):", *(f"    {line}" for line in change)]

    def line(self, asynchronous: bool) -> list[str]:
        """
        Return statements that yield a line of JSON, mostly.
        """
        lines, text = self.text(asynchronous)
        framed = self.pick(
            f"{text} + '\\n'",
            f"{text} + '\\n'",
            f"{text} + '\\n'",
            f"f'{{{self.hold(lines, text)}}}\\n'",
            f"({text} + '\\n').encode()",
            f"{text}.encode() + b'\\n'",
            f"'%s\\n' % {text}",
            f"'{{}}\\n'.format({text})",
            f"''.join([{text}, '\\n'])",
            f"{text} + os.linesep",
            f"{text} + '\\r\\n'",
            f"{text} + '\\n\\n'",
            f"'\\n'.join([{text}, {text}, ''])",
            f"{text}",
        )
        if self.pick(0, 1, 2, 3, 4, 5) == 0:
            return [*lines, f"yield {text}", "yield '\\n'"]
        return [*lines, f"yield {framed}"]

    def hold(self, lines: list[str], text: str) -> str:
        """
        Give a text a name, as it could not stand in an f-string of Python 3.11.
        """
        name = self.new("h")
        lines.append(f"{name} = {text}")
        return name

    def event(self, asynchronous: bool) -> list[str]:
        """
        Return statements that yield what sse-starlette sends as an event.
        """
        lines, text = self.text(asynchronous)
        name = self.pick(
            "'note'",
            "'note'",
            "'other'",
            "NAMES[0]",
            "Kind.NOTE.value",
            "f'n{1}'",
            "KIND",
            "named()",
        )
        if self.pick(0, 1, 2, 3) == 0:
            lines = [*lines, f"packed = {{'data': {text}}}", f"packed['event'] = {name}"]
            return [*lines, f"yield {self.pick('packed', 'dict(packed)', '{**packed}')}"]
        made = self.pick(
            f"{{'event': {name}, 'data': {text}}}",
            f"{{'event': {name}, 'data': {text}}}",
            f"{{'data': {text}}}",
            f"dict(event={name}, data={text}, id='1')",
            f"ServerSentEvent(data={text}, event={name})",
            f"ServerSentEvent({text})",
            f"{text}",
            "{'comment': 'ping'}",
            f"{{'event': {name}, 'data': 'text'}}",
            f"{{'event': {name}, 'data': {text}, 'retry': 100}}",
            "{'data': '[DONE]'}",
        )
        return [*lines, f"yield {made}"]

    def block(self, asynchronous: bool) -> list[str]:
        """
        Return statements that yield an event as it stands on the wire.
        """
        lines, text = self.text(asynchronous)
        held = self.hold(lines, text)
        frame = self.new("frame")
        self.add(FRAME.replace("frame", frame))
        made = self.pick(
            f"f'data: {{{held}}}\\n\\n'",
            f"f'event: note\\ndata: {{{held}}}\\n\\n'",
            f"'data: ' + {held} + '\\n\\n'",
            f"('data: ' + {held} + '\\n\\n').encode()",
            f"'event: {{}}\\ndata: {{}}\\n\\n'.format('other', {held})",
            f"{frame}({held})",
            f"{frame}({held}, 'note')",
            f"{frame}({held}, event=KIND)",
            "': ping\\n\\n'",
            "'data: [DONE]\\n\\n'",
            f"f'id: 1\\ndata:{{{held}}}\\r\\n\\r\\n'",
            f"f'data: {{{held}}}\\ndata: more\\n\\n'",
            f"f'data: {{{held}}}\\n'",
            f"'data: ' + json.dumps({{'t': {held}}}) + '\\n\\n'",
        )
        return [*lines, f"yield {made}"]

    def words(self, asynchronous: bool) -> list[str]:
        lines, text = self.text(asynchronous)
        return [*lines, f"yield {self.pick(text, repr('word '), f'{text}.encode()')}"]

    # --- Generators -----------------------------------------------------------------------------

    def around(self, lines: list[str], asynchronous: bool) -> list[str]:
        """
        Put statements into some control flow.
        """
        inside = [f"    {line}" for line in lines]
        inner, once = self.new("part"), self.new("once")
        ways = [
            lines,
            lines,
            ["for i in range(2):", *inside],
            ["for i, _ in enumerate('ab'):", *inside],
            ["if LEFT:", *inside],
            ["if LEFT:", *inside, "else:", "    pass"],
            ["if not LEFT:", "    raise RuntimeError", *lines],
            ["while True:", *inside, "    break"],
            [f"{once} = 2", f"while {once}:", f"    {once} -= 1", *inside],
            ["try:", *inside, "finally:", "    LOG.append(1)"],
            ["try:", *inside, "except ValueError:", "    yield from ()"]
            if not asynchronous
            else ["try:", *inside, "except ValueError:", "    return"],
            ["try:", "    raise KeyError", "except KeyError as error:", *inside],
            ["with nullcontext():", *inside],
            ["match LEFT:", "    case True:", *(f"    {line}" for line in inside)],
            ["for i in (0, 1):", "    if i:", "        continue", *inside],
            ["for _ in []:", "    pass", "else:", *inside],
            [
                "while True:",
                "    try:",
                *(f"    {line}" for line in inside),
                "    finally:",
                "        break",
            ],
            ["if False:", "    yield 'never'", *lines],
            ["if not LEFT:", "    yield json.dumps({'never': 1}) + '\\n'", *lines],
            ["with nullcontext() as held, nullcontext():", *inside],
            ["for i in itertools.count():", "    if i > 1:", "        return", *inside],
            ["global SEEN; SEEN = 1", *lines],
        ]
        if asynchronous:
            ways += [
                [f"async def {inner}():", *inside, f"async for x in {inner}():", "    yield x"],
                ["await asyncio.sleep(0)", *lines],
                ["async with nullcontext():", *inside],
            ]
        else:
            ways.append([f"def {inner}():", *inside, f"yield from {inner}()"])
            ways.append([f"def {inner}():", *inside, f"for x in {inner}():", "    yield x"])
        return self.pick(*ways)  # type: ignore[no-any-return]

    def generator(self, emit: Callable[[bool], list[str]], item: str) -> tuple[list[str], str]:
        """
        Return statements for inside of an endpoint, and an expression that is the iterable.
        """
        asynchronous = self.maybe()
        name = self.new("gen")
        body = [
            line
            for _ in range(self.pick(1, 1, 2, 3))
            for line in self.around(emit(asynchronous), asynchronous)
        ]
        kind = "AsyncIterator" if asynchronous else "Iterator"
        said = self.pick("", "", f" -> {kind}[{item}]") if item else ""
        head = "async def" if asynchronous else "def"
        lines = [f"{head} {name}(x=1){said}:", *(f"    {line}" for line in body)]
        if not any("yield" in line for line in body):
            lines.append("    yield ''")
        match self.pick("global", "global", "local", "method", "wrapped", "iterator", "relay"):
            case "local":
                return lines, f"{name}()"
            case "method":
                method = [lines[0].replace("(x=1)", "(self, x=1)"), *lines[1:]]
                self.add(f"class C_{name}:\n" + "".join(f"    {line}\n" for line in method))
                return [], f"C_{name}().{name}()"
            case "wrapped":
                self.add("@same\n" + "".join(f"{line}\n" for line in lines))
                return [], f"{name}(x=2)"
            case "iterator":
                self.add("".join(f"{line}\n" for line in lines))
                return [f"stream = {name}()"], "stream"
            case "relay":
                self.add("".join(f"{line}\n" for line in lines))
                word = "async " if asynchronous else ""
                self.add(
                    f"{word}def relay_{name}(source):\n    {word}for x in source:\n"
                    "        yield x\n"
                )
                return [], f"relay_{name}({name}())"
            case _:
                self.add("".join(f"{line}\n" for line in lines))
                return [], f"{name}()"

    # --- Endpoints ------------------------------------------------------------------------------

    def parameters(self) -> str:
        """
        Return parameters that nobody has to give.
        """
        names = self.draw(st.lists(st.sampled_from(ODD_NAMES), max_size=3, unique=True))
        made = []
        for name in names:
            scalar, value = self.pick(*SCALARS[:11])
            made.append(
                self.pick(
                    f"{name}: {scalar} = {value}",
                    f"{name}: Optional[{scalar}] = None",
                    f"{name}: list[{scalar}] = Query(default=[])",
                    f"{name}: {scalar} = Query({value}, alias='{name}-Q', description='*/')",
                    f"{name}: Optional[str] = Header(default=None)",
                    f"{name}: Optional[str] = Cookie(default=None)",
                    f"{name}: Annotated[{scalar}, Query(title='`')] = {value}",
                    f"{name}=None",
                )
            )
        return ", ".join(made)

    def stream(self) -> None:
        """
        Add an endpoint that answers with a stream.
        """
        way = self.pick("events", "blocks", "lines", "lines", "text", "native", "native events")
        if way.startswith("native"):
            self.native(way)
            return
        emit = {
            "events": self.event,
            "blocks": self.block,
            "lines": self.line,
            "text": self.words,
        }[way]
        media = {
            "blocks": "text/event-stream",
            "lines": self.pick("application/x-ndjson", "application/jsonl"),
            "text": self.pick("text/plain", "text/html", "text/csv"),
            "events": "",
        }[way]
        lines, stream = self.generator(emit, {"events": "", "text": ""}.get(way, ""))
        name = self.new("stream_")
        made, decoration = self.response(way, media, stream, name)
        body = [*lines, *made]
        if self.pick(0, 1, 2, 3) == 0:
            body = [*self.pick(
                ["if not LEFT:", "    raise HTTPException(404)"],
                ["if not LEFT:", "    return JSONResponse({'a': 1}, status_code=404)"],
                ["if LEFT is None:", "    return {'plain': 1}"],
                ["try:", "    LOG.append(1)", "except OSError:", "    raise"],
            ), *body]  # fmt: skip
        self.endpoint(name, body, decoration)

    def response(self, way: str, media: str, stream: str, name: str) -> tuple[list[str], str]:
        if way == "events":
            made = self.pick(
                f"EventSourceResponse({stream})",
                f"EventSourceResponse({stream}, headers={{'x-a': 'b'}})",
                f"EventSourceResponse(content={stream}, ping=15)",
            )
            return self.returned(made, *sometimes(made)), ""
        constant, cls = f"MEDIA_{name}", f"Response_{name}"
        self.add(f"{constant} = {media!r}\n")
        self.add(f"class {cls}(StreamingResponse):\n    media_type = {media!r}\n")
        self.add(
            f"def respond_{name}(content, kind={constant}):\n"
            "    return StreamingResponse(content, media_type=kind, headers={'x-a': 'b'})\n"
        )
        made = self.pick(
            f"StreamingResponse({stream}, media_type={media!r})",
            f"StreamingResponse({stream}, media_type={media!r})",
            f"StreamingResponse({stream}, 200, None, {constant})",
            f"Streaming(content={stream}, media_type={constant})",
            f"{cls}({stream})",
            f"respond_{name}({stream})",
            f"StreamingResponse({stream}, headers={{'content-type': {media!r}}})",
            f"StreamingResponse({stream}, media_type={constant} if LEFT else 'text/plain')",
            f"StreamingResponse({stream}, **{{'media_type': {media!r}}})",
            f"partial(StreamingResponse, media_type={media!r})({stream})",
        )
        decoration = self.pick(
            "", "", f", response_class={cls}", ", response_class=StreamingResponse"
        )
        # What is declared is declared truly.
        others = [] if cls in decoration else sometimes(made)
        return self.returned(made, *others), decoration

    def returned(self, made: str, *others: list[str]) -> list[str]:
        return self.pick(  # type: ignore[no-any-return]
            [f"return {made}"],
            [f"return {made}"],
            [f"answer = {made}", "return answer"],
            [f"answer = {made}", "answer.headers['x-b'] = 'c'", "return answer"],
            ["with nullcontext():", f"    return {made}"],
            [f"return (answer := {made})"],
            ["if LEFT:", f"    answer = {made}", "else:", "    answer = None", "return answer"],
            ["for _ in range(1):", f"    return {made}"],
            ["try:", f"    return {made}", "finally:", "    LOG.append(2)"],
            [f"answers = [{made}]", "return answers[0]"],
            [f"answers = {{'a': {made}}}", "return answers['a']"],
            *others,
            [f"make = lambda: {made}", "return make()"],
            ["def build():", f"    return {made}", "return build()"],
            ["match LEFT:", "    case True:", f"        return {made}"],
        )

    def native(self, way: str) -> None:
        """
        Add an endpoint that is a generator itself.
        """
        asynchronous = self.maybe()
        model = self.pick(*self.models)
        lines, value = self.value(model, asynchronous)
        body = self.around([*lines, f"yield {value}"], asynchronous)
        kind = "AsyncIterable" if asynchronous else "Iterable"
        said = self.pick("", f" -> {kind}[{model.name}]", f" -> {kind}[{model.name}]")
        decoration = ", response_class=NativeEvents" if "events" in way else ""
        self.endpoint(
            self.new("native_"),
            body,
            decoration,
            said=said,
            word="async def" if asynchronous else "def",
        )

    def data(self) -> None:
        """
        Add an endpoint that answers with JSON.
        """
        annotation, value = self.type(3)
        said = self.pick("", f" -> {annotation}", f" -> {annotation}")
        flags = self.pick(
            "", "", f", response_model={annotation}", ", response_model_exclude_none=True",
            ", response_model_exclude_unset=True", ", response_model_by_alias=False",
            ", status_code=201", ", response_model=None",
        )  # fmt: skip
        self.endpoint(self.new("data_"), self.returned(value), flags, said=said)

    def action(self) -> None:
        """
        Add an endpoint that takes something; nobody asks it.
        """
        name, model = self.new("action_"), self.pick(*self.models)
        path, segment = self.pick(
            ("", ""),
            ("/{at}", "at: int"),
            ("/{at}", "at: Annotated[str, Path(description='*/')]"),
            ("/{rest:path}", "rest: str"),
            ("/`${1}`/{at}/x", "at: UUID"),
        )
        deep, value = self.type(3)
        taken = self.pick(
            f"given: {model.name}",
            f"given: {deep}",
            f"given: list[{model.name}]",
            f"given: Annotated[{model.name}, Body(embed=True)]",
            f"one: {model.name}, other: {deep}",
            f"one: {model.name}, number: Annotated[int, Body()] = 1",
            f"given: Optional[{model.name}] = None",
            "fetch: Annotated[str, Form()], delete: Annotated[list[int], Form()] = []",
            "file: UploadFile, name: Annotated[str, Form()] = 'a'",
            "files: list[UploadFile]",
            "given: Annotated[bytes, Body(media_type='application/x-own')]",
            "request: Request",
            "found: Annotated[Found, Depends()]",
            "found: Annotated[Found, Query()]",
            "found: Annotated[Found, Header()]",
            "found: Annotated[Found, Form()]",
            "found=Depends(depending)",
            "background: BackgroundTasks, response: Response, token: str = Security(SCHEME)",
        )
        method = self.pick("post", "put", "patch", "delete")
        responses = self.pick(
            "",
            f", responses={{409: {{'model': {model.name}}}}}",
            ", deprecated=True",
            ", status_code=204",
            ", tags=['*/', '`']",
            ", include_in_schema=False",
        )
        said = f" -> {deep}" if responses != ", status_code=204" and self.maybe() else ""
        both = ", ".join(each for each in (segment, taken) if each)
        self.add(
            f"@app.{method}('/{name}{path}'{responses})\ndef {name}({both}){said}:\n"
            f"    return {value if said else None}\n"
        )

    def endpoint(
        self, name: str, body: list[str], flags: str, said: str = "", word: str | None = None
    ) -> None:
        word = word or self.pick("def", "async def")
        if word == "def" and any("await" in line for line in body if not line.startswith(" ")):
            word = "async def"
        wrap = self.pick("", "", "", "@same\n")
        doc = self.pick([], ['"""Says */ `${it}`."""'])
        self.add(
            f"@app.get('/{name}'{flags})\n{wrap}{word} {name}({self.parameters()}){said}:\n"
            + "".join(f"    {line}\n" for line in [*doc, *body])
        )


HELPERS = """
LEFT = True
LOG = []
SEEN = 0
NAMES = ("note", "other")
KIND = "kind"

class Kind(str, enum.Enum):
    NOTE = "note"

class Found(BaseModel):
    limit: int = 10
    after: Optional[str] = None
    kinds: list[Kind] = []

def depending(page: int = 1, fetch: Annotated[Optional[str], Header()] = None):
    return page

SCHEME = APIKeyHeader(name="X-Key")

def named():
    return "".join(["no", "te"])

def same(function):
    @wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner

try:
    from fastapi.sse import EventSourceResponse as NativeEvents
except ImportError:
    NativeEvents = EventSourceResponse
"""


def sometimes(made: str) -> list[list[str]]:
    """
    Return ways of answering something else at times.
    """
    return [
        [f"return {made} if LEFT else PlainTextResponse('no')"],
        [f"return {made} if not LEFT else PlainTextResponse('no')"],
        [f"return {made} if LEFT else {{'a': 1}}"],
    ]


@st.composite
def modules(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """
    Make up the source of a module with an `app`.
    """
    module = Module(draw)
    for _ in range(module.pick(2, 3)):
        module.model()
    for _ in range(module.pick(3, 4, 5)):
        module.pick(module.stream, module.stream, module.stream, module.data, module.action)()
    return HEAD + HELPERS + "\n".join(module.parts)
