"""
FluidKit beside hey-api, orval and openapi-typescript with openapi-fetch, on one app.

    python bench/compare/compare.py [--write]

Has each make a client of app.py, runs the clients against the app, lets `tsc` judge what their
types say, and measures. `--write` puts the tables into docs/comparison.md.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from types_asked import TYPES, module

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
PAGE = REPOSITORY / "docs" / "comparison.md"
BIN = HERE / "node_modules" / ".bin"
TOOLS = ("FluidKit", "hey-api", "orval", "openapi-fetch")
FOLDERS = {"FluidKit": "fluidkit", **{tool: tool for tool in TOOLS[1:]}}
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith("FLUIDKIT_")},
    "NODE_OPTIONS": f"--import {HERE / 'older-node.mjs'}",
    "FLUIDKIT_OUTPUT": "fluidkit",
    "NO_COLOR": "1",
}

NOTES = [{"id": 1, "text": "é"}, {"id": 2, "text": "é"}]
EXPECTED: dict[str, tuple[str, list[Any]]] = {
    "value": ("JSON", ["Ada"]),
    "created": ("a body with a field left out", ["member"]),
    "empty": ("204 is nothing", ["undefined"]),
    "error": ("an error's body, by its status", ["nobody"]),
    "alias": ("a list under an alias, with `/` and `&`", [["a/b", "c&d", "10"]]),
    "dots": ("`..` as a path parameter is never another path", [[], ["/items/.."]]),
    "header": ("a header parameter", ["a"]),
    "cookie": ("a cookie parameter, on a server", ["a"]),
    "upload": ("bytes as a form's file", [3]),
    "download": ("a download: bytes and name", [["béta.bin", [0, 255, 1]]]),
    "events": (
        "sse-starlette's events, name and value",
        [[["note", NOTES[0]], ["gone", {"id": 2}]]],
    ),
    "native events": ("FastAPI's own events", [NOTES]),
    "chat": ("events that answer a POST", [["a", "b"]]),
    "leaving": ("leaving a stream ends the Python generator", [True]),
    "records": ("NDJSON, record by record", [[0, 1, 2]]),
    "native records": ("FastAPI's own JSON lines", [[0, 1, 2]]),
    "described events": ("events that `responses=` describes", [NOTES]),
    "described records": ("NDJSON that `responses=` describes", [[0, 1, 2]]),
    "described report": ("a download that `responses=` describes: bytes", [[0, 255, 1]]),
    "text": ("text, line by line", [["one", "two"]]),
}
"""Row of a probe → what people call it, and what is right."""


# --- Making -----------------------------------------------------------------------------------


def run(command: list[Any], folder: Path) -> str:
    done = subprocess.run(
        [str(each) for each in command],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        msg = f"{command}\n{done.stdout}\n{done.stderr}"
        raise SystemExit(msg)
    return done.stdout


DUMP = """
import json
from fastapi.routing import APIRoute
from app import app
for route in app.routes:
    if isinstance(route, APIRoute):
        route.operation_id = route.name  # as FastAPI's documentation advises for clients
json.dump(app.openapi(), open("openapi.json", "w"))
"""

MAKE: dict[str, Callable[[], list[list[Any]]]] = {
    "FluidKit": lambda: [[sys.executable, "-m", "fluidkit", "generate", "app:app"]],
    "hey-api": lambda: [[sys.executable, "-c", DUMP], [BIN / "openapi-ts"]],
    "orval": lambda: [
        [sys.executable, "-c", DUMP],
        [BIN / "orval", "--config", "orval.config.ts"],
    ],
    "openapi-fetch": lambda: [
        [sys.executable, "-c", DUMP],
        [BIN / "openapi-typescript", "openapi.json", "-o", "openapi-fetch/schema.d.ts"],
    ],
}


def make(tool: str, folder: Path) -> float:
    """
    Make a client, and return the seconds that it took.
    """
    started = time.perf_counter()
    for command in MAKE[tool]():
        run(command, folder)
    return time.perf_counter() - started


def set_up(folder: Path) -> None:
    for name in ("app.py", "openapi-ts.config.ts", "orval.config.ts", "package.json"):
        shutil.copy(HERE / name, folder / name)
    shutil.copytree(HERE / "probes", folder / "probes")
    (folder / "node_modules").symlink_to(HERE / "node_modules")
    (folder / ".git").mkdir()  # where FluidKit looks for the project's root


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    """
    Return hash and time of each file that people have in version control.
    """
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file() and ".fluidkit" not in path.parts and path.suffix != ".map"
    }


# --- Running ----------------------------------------------------------------------------------


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port), "--log-level", "warning"],
        cwd=folder,
        env={**ENVIRONMENT, "FLUIDKIT_ENABLED": "0"},
    )
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"{base}/open", timeout=5).close()  # noqa: S310 - our own
                break
            except OSError:
                time.sleep(0.05)
        yield base
    finally:
        server.terminate()
        server.wait(10)


BUNDLE = ["--bundle", "--format=esm", "--target=es2022", "--log-level=error"]


def probe(tool: str, folder: Path, base: str) -> dict[str, Any]:
    at = folder / f"probe-{FOLDERS[tool]}.mjs"
    source = folder / "probes" / f"{FOLDERS[tool]}.ts"
    run([BIN / "esbuild", source, *BUNDLE, "--platform=node", f"--outfile={at}"], folder)
    found: dict[str, Any] = json.loads(run(["node", at, base], folder).splitlines()[-1])
    return found


def verdict(row: str, found: dict[str, Any]) -> str:
    """
    Say in a cell what became of a probe.
    """
    if "error" in found:
        name, _, text = found["error"].partition(": ")
        return f"fails: {name if name in {'SyntaxError', 'TypeError'} else text[:40]}"
    value = found["value"]
    _, right = EXPECTED[row]
    if value in right:
        return "yes"
    match row, value:
        case _, "raw":
            return "a raw `ReadableStream`"
        case _, "by hand":
            return "by hand"
        case "download", [str(), [0, 255, 1]]:
            return "bytes, and the header to read a name from"
        case "dots", [path]:
            return f"asks for `{path}`"
        case "empty", _:
            return f"it is `{value}`"
        case _:
            return f"no: `{json.dumps(value, ensure_ascii=False)[:40]}`"


# --- Types ------------------------------------------------------------------------------------


def judged(folder: Path) -> dict[str, dict[str, bool]]:
    """
    Return what `tsc` says of each question, by tool.
    """
    asked = folder / "asked"
    asked.mkdir()
    names: dict[str, tuple[str, str]] = {}
    for number, (question, texts) in enumerate(TYPES.items()):
        for tool, text in texts.items():
            name = f"q{number}-{FOLDERS[tool]}.ts"
            (asked / name).write_text(module(tool, text), encoding="utf-8")
            names[name] = question, tool
    config = {
        "compilerOptions": {
            "strict": True,
            "noUncheckedIndexedAccess": True,
            "target": "es2022",
            "lib": ["esnext", "dom", "dom.iterable"],
            "module": "esnext",
            "moduleResolution": "bundler",
            "types": [],
            "skipLibCheck": True,
            "noEmit": True,
        },
        "include": ["asked"],
    }
    (folder / "tsconfig.json").write_text(json.dumps(config))
    done = subprocess.run(
        [BIN / "tsc", "--pretty", "false", "-p", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    wrong = set(re.findall(r"asked/(q\d+-[\w-]+\.ts)\(", done.stdout))
    verdicts: dict[str, dict[str, bool]] = {
        "the client itself compiles, strictly": {
            tool: re.search(rf"(?m)(^|/){FOLDERS[tool]}/[^(\n]*\(\d+,", done.stdout) is None
            for tool in TOOLS
        }
    }
    for name, (question, tool) in names.items():
        verdicts.setdefault(question, {})[tool] = name not in wrong
    return verdicts


# --- Measures ---------------------------------------------------------------------------------

ONE_CALL = {
    "FluidKit": "import { get_user } from './fluidkit/app.api.js'; console.log(await get_user(1));",
    "hey-api": (
        "import { getUser } from './hey-api/sdk.gen';"
        " console.log(await getUser({ path: { user_id: 1 } }));"
    ),
    "orval": "import { getUser } from './orval/client'; console.log(await getUser(1));",
    "openapi-fetch": (
        "import createClient from 'openapi-fetch'; import type { paths } from"
        " './openapi-fetch/schema'; const client = createClient<paths>({ baseUrl: '' });"
        " console.log(await client.GET('/users/{user_id}', { params: { path: { user_id: 1 } } }));"
    ),
}


def sizes(tool: str, folder: Path) -> dict[str, int]:
    """
    Return the bytes of a page with one call, by bundler.
    """
    entry = folder / f"page-{FOLDERS[tool]}.ts"
    entry.write_text(ONE_CALL[tool])
    found: dict[str, int] = json.loads(run(["node", HERE / "size.mjs", entry], folder))
    return found


HELP = {
    "FluidKit": [sys.executable, "-m", "fluidkit", "--help"],
    "hey-api": [BIN / "openapi-ts", "--help"],
    "orval": [BIN / "orval", "--help"],
    "openapi-fetch": [BIN / "openapi-typescript", "--help"],
}


def watches(tool: str, folder: Path) -> str:
    if "watch" not in run(HELP[tool], folder):
        return "no"
    return "the Python, and the server itself" if tool == "FluidKit" else "the OpenAPI document"


def saved(tool: str, folder: Path) -> str:
    """
    Give a model one more field, and count the files that are written again and that differ.
    """
    app = folder / "app.py"
    before = contents(folder / FOLDERS[tool])
    text = app.read_text()
    app.write_text(
        text.replace(
            '    role: str = "member"\n', '    role: str = "member"\n    age: int = 1\n', 1
        )
    )
    try:
        make(tool, folder)
    finally:
        app.write_text(text)
    after = contents(folder / FOLDERS[tool])
    written = [path for path in after if path not in before or before[path][1] != after[path][1]]
    other = [path for path in after if path not in before or before[path][0] != after[path][0]]
    make(tool, folder)
    return f"{len(written)}, {len(other)} of them different"


def table(head: str, rows: list[list[str]]) -> str:
    lines = [f"| {head} | {' | '.join(TOOLS)} |", f"|{'---|' * (len(TOOLS) + 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _typed(question: str, tool: str, right: bool) -> str:
    if not right:
        return "no"
    streams = any("for await" in text for text in TYPES.get(question, {}).values())
    # Such a type is of a single value, where many come.
    return "as one value" if streams and "for await" not in TYPES[question][tool] else "yes"


def measured(folder: Path) -> dict[str, str]:
    set_up(folder)
    times = {tool: [make(tool, folder) for _ in range(4)][1:] for tool in TOOLS}
    with served(folder) as base:
        probes = {tool: probe(tool, folder, base) for tool in TOOLS}
    runs = [
        [text, *(verdict(row, probes[tool][row]) for tool in TOOLS)]
        for row, (text, _) in EXPECTED.items()
    ]
    types = [
        [question, *(_typed(question, tool, each[tool]) for tool in TOOLS)]
        for question, each in judged(folder).items()
    ]
    files = {tool: contents(folder / FOLDERS[tool]) for tool in TOOLS}
    pages = {tool: sizes(tool, folder) for tool in TOOLS}
    measures = [
        ["a generation, s", *(f"{statistics.median(times[tool]):.1f}" for tool in TOOLS)],
        ["files", *(str(len(files[tool])) for tool in TOOLS)],
        ["written when a field is added", *(saved(tool, folder) for tool in TOOLS)],
        ["watches", *(watches(tool, folder) for tool in TOOLS)],
        *(
            [
                f"a page with one call, kB, by {bundler}",
                *(f"{pages[tool][bundler.lower()] / 1000:.1f}" for tool in TOOLS),
            ]
            for bundler in ("Rolldown", "esbuild")
        ),
    ]
    return {
        "runs": table("at run time", runs),
        "types": table("in types", types),
        "measures": table("measured", measures),
    }


def main() -> None:
    """
    Measure, and print or write.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the tables into the page")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory(prefix="fluidkit-compare-") as folder:
        tables = measured(Path(folder).resolve())
    if not write:
        print("\n\n".join(tables.values()))
        return
    page = PAGE.read_text(encoding="utf-8")
    for name, text in tables.items():
        page = re.sub(
            f"(<!-- {name} -->\n).*?(<!-- /{name} -->)",
            lambda found, text=text: f"{found[1]}{text}\n{found[2]}",
            page,
            flags=re.DOTALL,
        )
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
