"""
Made-up modules, run and read: nothing crashes, what is claimed is what arrives, what is unknown is
told, and what is printed compiles.

`make fuzz` makes up others each time, and many more.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import environment
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from node import packages
from typescript.tsc.projects import KIT_TYPES, write_client, write_project

from fluidkit.introspection import Context, Reading, read_app
from fluidkit.model import Api, Operation
from fluidkit.typescript import Target, render
from fuzz.asking import ask
from fuzz.judging import Answer, Judge, types_of, unknowns
from fuzz.modules import HEAD, HELPERS, modules

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("fuzz")]

HOW_MANY = int(os.environ.get("FLUIDKIT_FUZZ", "0"))
"""0: the same few on each run."""
TARGET = Target(output="client", kit=True, case="snake", routes="routes", maps=True)


@dataclass
class Found:
    """
    What was made up, and what became of it.
    """

    folder: Path
    names: list[str] = field(default_factory=list)
    apis: list[Api] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    streams: int = 0
    known: int = 0
    judged: int = 0

    def fault(self, name: str, text: str) -> None:
        self.faults.append(f"{name}: {text}")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """
    All modules, read and asked.
    """
    made = Found(tmp_path_factory.mktemp("fuzz").resolve())

    @settings(
        max_examples=HOW_MANY or 100,
        derandomize=not HOW_MANY,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(modules())
    def make(source: str) -> None:
        name = f"m{len(made.names)}"
        made.names.append(name)
        (made.folder / f"{name}.py").write_text(source, encoding="utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _try(made, name, source)

    make()
    return made


def load(folder: Path, name: str) -> FastAPI | None:
    """
    Import a module; None: Python itself refuses it.
    """
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (SyntaxError, TypeError):
        return None
    app: FastAPI = module.app
    return app


def read(folder: Path, app: FastAPI) -> Reading:
    return read_app(app, Context(project_root=folder, root=folder))


def _try(found: Found, name: str, source: str) -> None:
    app = load(found.folder, name)
    if app is None:
        return
    reading = read(found.folder, app)
    if read(found.folder, app) != reading:
        found.fault(name, "read otherwise a second time")
    found.apis.append(reading.api)
    judge = Judge({each.key: each for each in reading.api.declarations})
    told = {each.route for each in reading.diagnostics if each.level != "note"}
    says_any = " -> Any:" in source
    for operation in reading.api.operations:
        label = f"{operation.method} {operation.path}"
        unknown = any(
            unknowns(type_, judge.declarations)
            for result in _results(operation)
            for type_ in types_of(result)
        )
        if unknown and label not in told and not says_any:
            found.fault(name, f"{label}: unknown, and nothing is told")
        is_stream = operation.path.startswith("/stream")
        found.streams += is_stream
        found.known += is_stream and not unknown
        answer = ask(app, operation.path)
        if answer is not None and answer.status < 400:
            _judge(found, name, operation, judge, answer)


def _judge(found: Found, name: str, operation: Operation, judge: Judge, answer: Answer) -> None:
    found.judged += 1
    faults = [judge.fault(result, answer) for result in _results(operation)]
    if all(faults):
        found.fault(name, f"{operation.path}: {faults} in {answer.text[:300]!r}")


def _results(operation: Operation) -> list[Any]:
    return [operation.result, *([operation.stream] if operation.stream is not None else [])]


def merged(apis: list[Api]) -> Api:
    """
    Return one `Api` of all: their modules have names of their own.
    """
    return Api(
        modules=tuple({m.name: m for api in apis for m in api.modules}.values()),
        operations=tuple(o for api in apis for o in api.operations),
        declarations=tuple({d.key: d for api in apis for d in api.declarations}.values()),
    )


def test_what_is_claimed_is_what_arrives(found: Found) -> None:
    """
    Kinds, items, events, ends, JSON: of each endpoint that can be asked; what is unknown is told.
    """
    assert found.faults == [], f"in {found.folder}"


def test_the_made_up_is_worth_it(found: Found) -> None:
    """
    Most modules can be imported and asked, and of many streams something is known.
    """
    assert len(found.apis) > len(found.names) * 0.9
    assert found.judged > len(found.apis)
    assert found.known > found.streams / 5


def test_what_is_printed_compiles(found: Found) -> None:
    """
    All of it in one client, strictly.
    """
    api = merged(found.apis)
    project = found.folder / "project"
    write_client(project, api, TARGET)
    write_project(project, packages(), types=KIT_TYPES)
    tsc = packages() / "typescript-7.0" / "bin" / "tsc"
    done = subprocess.run(
        ["node", tsc, "--pretty", "false", "-p", project], capture_output=True, text=True
    )
    assert done.stdout + done.stderr == ""


AGAIN = """
import sys, warnings
from pathlib import Path
warnings.simplefilter("ignore")
sys.path.insert(0, sys.argv[1])
from fuzz.test_fuzz import digest, load, merged, read
folder, names = Path(sys.argv[2]), sys.argv[3].split(",")
apps = [app for name in names if (app := load(folder, name)) is not None]
print(digest(merged([read(folder, app).api for app in apps])))
"""


def digest(api: Api) -> str:
    """
    Return a hash of all that is printed.
    """
    return hashlib.sha256(json.dumps(dict(render(api, TARGET).files)).encode()).hexdigest()


def test_the_same_bytes_come_in_another_process(found: Found) -> None:
    """
    With another hash seed.
    """
    tests = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, tests, str(found.folder), ",".join(found.names)],
        env=environment(PYTHONHASHSEED="4711"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == digest(merged(found.apis)), done.stderr


# --- The judge itself -------------------------------------------------------------------------


def test_a_lie_would_be_seen(tmp_path: Path) -> None:
    """
    Of the data of an event, of its name, of a value, and of the kind.
    """
    source = (
        HEAD
        + HELPERS
        + """
class Note(BaseModel):
    id: int

@app.get("/stream_events")
def stream_events():
    def gen():
        note = Note(id=1)
        yield {"event": "n", "data": note.model_dump_json()}
    return EventSourceResponse(gen())

@app.get("/data")
def data() -> Note:
    return Note(id=1)
"""
    )
    (tmp_path / "lying.py").write_text(source, encoding="utf-8")
    app = load(tmp_path, "lying")
    assert app is not None
    api = read(tmp_path, app).api
    judge = Judge({each.key: each for each in api.declarations})
    results = {each.path: each.result for each in api.operations}
    answers = {path: ask(app, path) for path in results}
    events, value = answers["/stream_events"], answers["/data"]
    assert events is not None
    assert value is not None
    assert judge.fault(results["/stream_events"], events) is None
    assert judge.fault(results["/data"], value) is None
    assert judge.fault(results["/data"], events) is not None
    assert judge.fault(results["/stream_events"], value) is not None
    wrong = Answer(200, "text/event-stream", b'event: n\ndata: {"id": "a"}\n\n', True)
    assert "not of {'id': 'a'}" in str(judge.fault(results["/stream_events"], wrong))
    other = Answer(200, "text/event-stream", b'event: x\ndata: {"id": 1}\n\n', True)
    assert "nothing is known of an event 'x'" in str(judge.fault(results["/stream_events"], other))
    wrong = Answer(200, "application/json", b'{"id": null}', True)
    assert "not of {'id': None}" in str(judge.fault(results["/data"], wrong))
