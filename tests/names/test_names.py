"""
Any name as anything: it compiles, it runs, and it stays when an unrelated route is added.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from node import node, packages
from typescript.tsc.projects import (
    KIT_TYPES,
    RESOLUTION,
    STRICT,
    write,
    write_client,
    write_project,
)

from fluidkit import runtime
from fluidkit.introspection import Context, read_app
from fluidkit.model import Api, Operation
from fluidkit.typescript import Target, render
from fluidkit.typescript.names import Case, choose_names, parameter_names
from fluidkit.typescript.syntax import RESERVED_TYPES
from names.app import build, build_beside, endpoint
from names.words import GLOBALS, SIMILAR, WORDS, all_names, identifiers

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("names")]

HERE = Path(__file__).parent
KIT = Target(output="kit", kit=True, case="snake", routes="routes", maps=False)
NEUTRAL = Target(output="neutral", kit=False, case="camel", maps=False)


@dataclass(frozen=True)
class Tried:
    """
    The app, and both of its clients on disk.
    """

    app: FastAPI
    context: Context
    api: Api
    folder: Path
    names: tuple[str, ...]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    """
    All names in all roles; the identifiers of our own output are among them.
    """
    folder = tmp_path_factory.mktemp("names").resolve()
    context = Context(project_root=folder, root=folder / "app")
    small = read_app(build(["x", "y"], folder / "small"), context).api
    names = all_names(t for p, t in render(small, KIT).files.items() if p.endswith(("js", "ts")))
    app = build(names, folder / "app")
    reading = read_app(app, context)
    assert reading.diagnostics == ()
    for target in (KIT, NEUTRAL):
        write(folder, render(reading.api, target).files)
        write(folder / target.output / "generated" / "runtime", runtime.files(target.kit))
    return Tried(app, context, reading.api, folder, names)


def calls(api: Api, case: Case) -> Iterator[tuple[str, str, list[Any], str]]:
    """
    Give façade, function, arguments and URL of each operation.
    """
    names = choose_names(api, case)
    for operation, name in zip(api.operations, names.functions, strict=True):
        yield names.facades[operation.module], name, _arguments(operation, case), _url(operation)


def _arguments(operation: Operation, case: Case) -> list[Any]:
    named = list(zip(parameter_names(operation, case), operation.parameters, strict=True))
    required = [f"r{p.wire_name}" for _, p in named if p.required]
    # A list of pairs, as `__proto__` may be among them: `Object.fromEntries`.
    return [*required, {name: f"o{p.wire_name}" for name, p in named if not p.required}]


def _url(operation: Operation) -> str:
    given = sorted(operation.parameters, key=lambda parameter: not parameter.required)
    pairs = [
        f"{_encoded(p.wire_name)}={_encoded(('r' if p.required else 'o') + p.wire_name)}"
        for p in given
    ]
    return operation.path + ("?" + "&".join(pairs) if pairs else "")


def _encoded(text: str) -> str:
    """
    Do what `encodeURIComponent` does.
    """
    return quote(text, safe="!'()*~")


def test_any_name_runs(tried: Tried) -> None:
    """
    Each function is exported under its name, and sends each parameter under that of the wire.
    """
    expected = list(calls(tried.api, "camel"))
    given = [
        (
            str(tried.folder / f"neutral/{facade}.api.js"),
            name,
            [*arguments[:-1], {**arguments[-1], "baseUrl": ""}],
        )
        for facade, name, arguments, _ in expected
    ]
    answers = node(HERE / "run.mjs", given)
    wrong = {
        call[:2]: answer
        for call, answer in zip(expected, answers, strict=True)
        if answer != call[3]
    }
    assert wrong == {}
    assert len(expected) > 2000


def test_any_name_compiles(tried: Tried) -> None:
    """
    As strict as TypeScript gets, with somebody who uses every function, key and member.
    """
    write(tried.folder, {"use.ts": "".join(_use(tried))})
    (tried.folder / "node_modules").symlink_to(packages())
    config = {
        "compilerOptions": {**STRICT, **RESOLUTION["bundler"], "types": ["vite/client", "node"]},
        "include": ["kit/**/*.ts", "routes/**/*.ts", "neutral/**/*.ts", "use.ts"],
    }
    write(tried.folder, {"tsconfig.json": json.dumps(config)})
    tsc = packages() / "typescript-5.9" / "bin" / "tsc"
    done = subprocess.run(
        ["node", tsc, "--pretty", "false", "-p", tried.folder], capture_output=True, text=True
    )
    assert done.stdout + done.stderr == ""


GLOBALS_USED = """
import { get_file, get_raw, send } from './kit/beside.api.js';
export const file: globalThis.File = await get_file();
export const raw: globalThis.Response = await get_raw();
await send([new globalThis.Blob([])]);
export {};
"""


def test_no_type_that_is_printed_relies_on_a_name(tmp_path: Path) -> None:
    """
    Models that are called like what TypeScript has, beside every kind of type and answer.
    """
    names = [name for name in GLOBALS.split() if name not in RESERVED_TYPES]
    context = Context(project_root=tmp_path, root=tmp_path)
    api = read_app(build_beside(names), context).api
    named = {each.name for each in api.declarations}
    assert {"Record", "Array", "File", "Response", "Promise"} <= named
    write_client(tmp_path, api, KIT)
    # Some of these models have the shape of what they hide: only a use tells the two apart.
    write(tmp_path, {"use.ts": GLOBALS_USED})
    write_project(tmp_path, packages(), types=KIT_TYPES)
    tsc = packages() / "typescript-5.9" / "bin" / "tsc"
    done = subprocess.run(
        ["node", tsc, "--pretty", "false", "-p", tmp_path], capture_output=True, text=True
    )
    assert done.stdout + done.stderr == ""


def _use(tried: Tried) -> Iterator[str]:
    facades: dict[str, str] = {}
    for facade, name, arguments, _ in calls(tried.api, "snake"):
        module = facades.setdefault(facade, f"m{len(facades)}")
        written = [_literal(argument) for argument in arguments]
        yield f"void {module}.{name}({', '.join(written)});\n"
    keys = dict.fromkeys((*tried.names,), 1)
    # A module of that name is there, too, and is nearer to the root.
    own = facades[choose_names(tried.api, "snake").facades["keys"]]
    yield f"export const fields: {own}.Fields = {_literal(keys)};\n"
    yield f"export const aliases: {own}.Aliases = {_literal(keys)};\n"
    for facade, module in facades.items():
        yield f"import * as {module} from './kit/{facade}.api';\n"


def _literal(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"[{_literal(k)}]: {_literal(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


def test_names_stay_when_an_unrelated_route_is_added(tried: Tried) -> None:
    """
    In all files but those of its own module.
    """
    before = dict(render(tried.api, KIT).files)
    tried.app.get("/unrelated")(endpoint("unrelated", "unrelated", int))
    after = dict(render(read_app(tried.app, tried.context).api, KIT).files)
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert changed == {
        "kit/generated/routes.js",
        "kit/generated/unrelated.d.ts",
        "kit/generated/unrelated.js",
        "kit/unrelated.api.ts",
    }


def test_names_stay_when_a_route_of_their_module_is_added(tried: Tried) -> None:
    """
    Only what meets the new name is renamed.
    """
    tried.app.get("/functions/more")(endpoint("unrelated_too", "functions", int))
    names = {case: set(_named(tried.api, case)) for case in ("snake", "camel")}
    api = read_app(tried.app, tried.context).api
    assert names["snake"] - set(_named(api, "snake")) == set()
    assert names["camel"] - set(_named(api, "camel")) == set()


def _named(api: Api, case: Any) -> Iterator[tuple[str, str, str]]:
    names = choose_names(api, case)
    for operation, name in zip(api.operations, names.functions, strict=True):
        yield operation.module, operation.path, name
    for key, name in names.types.items():
        yield "", key, name


def test_every_keyword_of_typescript_is_a_word() -> None:
    """
    As its scanner has them, and ECMAScript's among them.
    """
    scanner = (packages() / "typescript-5.9/lib/typescript.js").read_text(encoding="utf-8")
    table = re.search(r"textToKeywordObj = \{(.*?)\};", scanner, re.DOTALL)
    assert table is not None
    keywords = set(re.findall(r'^\s*\["?(\w+)"?|^\s*"?(\w+)"?:', table[1], re.MULTILINE))
    found = {one or other for one, other in keywords}
    assert len(found) > 80
    assert found <= {*WORDS}


def test_every_global_that_the_runtime_uses_is_a_word() -> None:
    """
    As Node has them.
    """
    # Its modules are globals of a script that stands in the command line, and of no other.
    script = """
        const { builtinModules } = require('node:module');
        const names = Object.getOwnPropertyNames(globalThis);
        console.log(JSON.stringify(names.filter((name) => !builtinModules.includes(name))));
    """
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    scripts = [text for path, text in runtime.files(kit=True).items() if path.endswith(".js")]
    found = {*json.loads(done.stdout)} & {*identifiers(scripts)}
    assert {"fetch", "Promise", "AbortController"} <= found
    assert found <= {*WORDS}


def test_names_differ_in_all_the_ways_that_they_can() -> None:
    """
    In case alone, in their Unicode form alone, and after 199 letters.
    """
    names = set(SIMILAR)
    assert len({name.lower() for name in names}) < len(names)
    assert len({unicodedata.normalize("NFC", name) for name in names}) < len(names)
    assert len([name for name in names if len(name) == 200]) > 1


def test_every_name_is_tried() -> None:
    """
    Those of the runtime, those of TypeScript, and more.
    """
    names = all_names(["export const ourOwn = 1;"])
    assert {"ourOwn", "createParser", "HTTPValidationError", "delete", "__proto__"} <= {*names}
    assert len(names) > 600
