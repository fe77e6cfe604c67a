"""
Whatever text an app holds: the same syntax comes out, and nothing of the text runs.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from golden.hostile import EVIL, HOSTILE
from golden.trees import tree
from golden.values import NUMBER, api, declare, enum, field, model, operation, parameter
from typescript.tsc.projects import write_client

from fluidkit.model import (
    Api,
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
    StreamEvent,
    TypeParameter,
    Union,
)
from fluidkit.typescript import Target, render

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("tsc")]

HERE = Path(__file__).parent

HARMLESS = "aa bb"
"""Needs quotes as a key, and brackets nowhere."""

TEXTS = [
    EVIL,
    "x */ globalThis.HACKED = 1; /*",
    "*/",
    "**/",
    "\\*/",
    "*\\/ */ /",
    "\\",
    "a\\",
    "'",
    '"',
    "\\'",
    '\\"; globalThis.HACKED = 1; "',
    "'); globalThis.HACKED = 1; ('",
    "`${globalThis.HACKED = 1}`",
    "\n globalThis.HACKED = 1; //",
    "\r globalThis.HACKED = 1; //",
    "\u2028 globalThis.HACKED = 1; //",
    "\u2029 globalThis.HACKED = 1; //",
    "//# sourceMappingURL=evil.map",
    "\n//# sourceMappingURL=evil.map\n",
    "@deprecated",
    "\n@import { x } from 'y'\n@typedef {string} User",
    "{@link globalThis}",
    "<script>",
    "\x00\x08\x1b",
    "\ufeff",
    "\ud800 \udfff",
    "} export const HACKED = 1; {",
    "]: any; [x",
    "😀 é 名前",
]


def everywhere(text: str) -> Api:
    """
    An app with `text` in each place where an app can hold one.
    """
    doc = Doc(text=text, notes=(text, text))
    return api(
        Module(name="app.users", path="users.py", source=f"app/{text}.py"),
        operation(
            f"GET /a{text}/{{id}}",
            "described",
            parameter("id", Place.PATH, doc=doc),
            parameter("aliased", Place.QUERY, wire_name=text, doc=doc),
            parameter("optional", Place.HEADER, wire_name=text, doc=doc, required=False),
            result=JsonResult(Reference("app.users:Model", (NUMBER,))),
            errors=(ErrorResponse(404, LiteralValue(text)),),
            body_media_type=text,
            security=(text, text),
            doc=doc,
        ),
        operation(
            "POST /raw",
            "raw_body",
            parameter("content", Place.RAW_BODY),
            body_media_type=text,
        ),
        operation(
            "GET /stream",
            "streamed",
            result=EventStream(
                (StreamEvent(text, NUMBER), StreamEvent(f"{text}2", None)), sentinels=(text,)
            ),
        ),
        model(
            "app.users:Model",
            field("aliased", wire_name=text, doc=doc),
            field("literal", Union((LiteralValue(text), LiteralValue(1)))),
            field("keyed", Map(NUMBER, LiteralValue(text))),
            field("inner", Object((field("x", wire_name=text, doc=doc),))),
            parameters=(TypeParameter("T"),),
            doc=doc,
        ),
        enum("app.users:ByName", {text: "a", "b": text}),
        declare("app.users:Described", _described(text), doc=doc),
    )


def _described(text: str) -> Enumeration:
    return Enumeration((EnumMember(name="a", value=text, doc=Doc(text=text)),))


def named(text: str) -> Api:
    """
    An app with `text` as the name of whatever has one.
    """
    parameters = (TypeParameter(text),)
    return api(
        Module(name="app.users", path="users.py", source="app/users.py"),
        operation(
            "GET /{id}",
            f"{text}F",
            parameter(text, Place.PATH, wire_name="id"),
            parameter(f"{text}2", Place.QUERY, required=False),
            result=JsonResult(Reference("app.users:Model", (NUMBER,))),
        ),
        operation("GET /other", f"{text}G", parameter("id", Place.QUERY, required=False)),
        model("app.users:Model", field("x", *parameters), name=text, parameters=parameters),
        enum("app.users:Enum", {"a": 1}, name=f"{text}E"),
    )


Syntax = dict[str, dict[str, Any]]
"""Of each file: kinds of nodes, tags in comments, errors."""


def parsed(apps: list[Api]) -> list[Syntax]:
    """
    Print apps and parse every file, in one process.
    """
    target = Target(output="out", kit=True, maps=False)
    code = {
        f"{number}:{path}": text
        for number, given in enumerate(apps)
        for path, text in render(given, target).files.items()
        if path.endswith((".js", ".ts"))
    }
    done = subprocess.run(
        ["node", HERE / "kinds.mjs"], input=json.dumps(code), capture_output=True, text=True
    )
    assert done.stderr == ""
    answers: list[Syntax] = [{} for _ in apps]
    for key, found in json.loads(done.stdout).items():
        number, _, path = key.partition(":")
        answers[int(number)][path] = found
    return answers


@pytest.fixture(scope="module")
def texts(node_modules: Path) -> list[Syntax]:
    """
    The syntax for each of `TEXTS`, and for the peaceful one.
    """
    return parsed([everywhere(text) for text in (*TEXTS, HARMLESS)])


@pytest.fixture(scope="module")
def names(node_modules: Path) -> list[Syntax]:
    """
    The syntax for each of `TEXTS` as a name, and for a peaceful one.
    """
    return parsed([named(text) for text in (*TEXTS, "a b")])


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_any_text_gives_the_same_syntax(number: int, texts: list[Syntax]) -> None:
    """
    The same kinds of nodes in the same order, the same tags in the comments, no error.
    """
    assert texts[number] == texts[-1]


@pytest.mark.parametrize("number", range(len(TEXTS) - 1))
def test_any_name_gives_the_same_syntax(number: int, names: list[Syntax]) -> None:
    """
    The last text is left out: its letters are good for an identifier, but quoted as a key.
    """
    assert names[number] == names[-1]


def test_the_peaceful_text_is_where_it_should_be(texts: list[Syntax]) -> None:
    """
    Or else the comparison would say nothing.
    """
    files = render(everywhere(HARMLESS), Target(output="out", kit=True)).files
    assert files["out/generated/users.d.ts"].count(HARMLESS) > 25
    assert files["out/generated/users.js"].count(HARMLESS) > 7
    assert texts[-1]["out/generated/users.d.ts"]["tags"] == ["param", "param"]
    assert all(file["errors"] == [] for file in texts[-1].values())


def test_nothing_hostile_runs(tmp_path: Path, node_modules: Path) -> None:
    """
    Every script is imported by Node, and the mark that all the texts try to leave is not there.
    """
    target = Target(output="src", kit=False)
    write_client(tmp_path, HOSTILE, target)
    (tmp_path / "package.json").write_text('{ "type": "module" }')
    scripts = [
        path
        for path in sorted((tmp_path / "src").rglob("*.js"))
        if "runtime" not in path.parts and path.name not in ("settings.js", "index.js")
    ]
    code = f"""
        const modules = await Promise.all({json.dumps([str(s) for s in scripts])}
            .map((path) => import(path)));
        const most = Math.max(...modules.map((module) => Object.keys(module).length));
        console.log(JSON.stringify([globalThis.HACKED ?? null, most > 100]));
    """
    done = subprocess.run(
        ["node", "--input-type=module", "-e", code], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == [None, True]


def test_the_hostile_tree_is_the_hostile_app() -> None:
    """
    So that it is compiled as well.
    """
    assert tree("hostile")[0] is HOSTILE
