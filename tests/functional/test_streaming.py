"""
The streaming calls, letter for letter, type-checked and run against endpoints without annotations.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from node import packages

from functional.clients import generate
from functional.conftest import HERE, TESTS, serve

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("streaming")]

COMPILER = {
    "target": "es2022",
    "lib": ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "verbatimModuleSyntax": True,
    "skipLibCheck": False,
    "types": [],
    "outDir": "built",
}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """
    Where `tests/apps/streaming.py` is served.
    """
    yield from serve("apps.streaming:app")


@pytest.fixture(scope="module")
def found(url: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """
    What the calls of `streaming.ts` brought, after it has been compiled.
    """
    from apps.streaming import app

    folder = tmp_path_factory.mktemp("streaming")
    generate(app, folder, TESTS)
    shutil.copy(HERE / "streaming.ts", folder)
    config = {"compilerOptions": COMPILER, "files": ["streaming.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(config))
    tsc = packages() / "typescript-5.9" / "bin" / "tsc"
    built = subprocess.run(
        ["node", tsc, "--pretty", "false", "-p", folder], capture_output=True, text=True
    )
    assert built.stdout == ""
    shutil.move(folder / "built" / "streaming.js", folder)
    done = subprocess.run(
        ["node", "streaming.js", url], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


NOTIFICATION = {"user_id": "ada", "created": "today"}


def test_on_message_gets_named_events(found: Mapping[str, Any]) -> None:
    """
    And `onOpen` is called once.
    """
    assert found["sse"] == {
        "messages": [
            {"id": 1, "message": "nö 1\n", **NOTIFICATION},
            {"id": 2, "message": "nö 2\n", **NOTIFICATION},
        ],
        "types": ["notification"],
        "opened": 1,
        "errors": [],
    }


def test_events_are_told_apart_by_name(found: Mapping[str, Any]) -> None:
    """
    By iteration, and by the handlers in `on`.
    """
    assert found["sse iterated"] == ["nö 1\n", "nö 2\n"]
    assert found["sse by name"] == [2, 1]


def test_the_generator_ends_with_the_connection(found: Mapping[str, Any]) -> None:
    """
    After `close()`, and when a loop is left; nothing comes after that.
    """
    assert found["sse ended"] == 1
    assert found["nothing after close"] == 0
    assert found["sse iterated ended"] == 2
    assert found["sse by name ended"] == 3
    assert found["ndjson ended"] == 2


def test_records_come_one_at_a_time(found: Mapping[str, Any]) -> None:
    """
    Then `onComplete`, once.
    """
    assert found["ndjson"] == {
        "records": [{"metric": "m€0", "value": 0}, {"metric": "m€1", "value": 0.5}],
        "count": 5,
        "errors": [],
        "completed": 1,
    }


def test_records_are_iterated_or_come_in_batches(found: Mapping[str, Any]) -> None:
    """
    As many as are wanted.
    """
    assert found["ndjson iterated"] == ["m€0", "m€1", "m€2"]
    assert found["ndjson in batches"] == 50


def test_a_malformed_line_is_an_error_with_its_number(found: Mapping[str, Any]) -> None:
    """
    After the records before it, and instead of `onComplete`.
    """
    assert found["ndjson broken"] == {
        "records": [{"metric": "first", "value": 1}],
        "ends": ["SyntaxError in line 2"],
    }


def test_a_download_is_a_file(found: Mapping[str, Any]) -> None:
    """
    With its name, all of its bytes, and its progress.
    """
    assert found["file"] == {"name": "report ü.bin", "size": 100_000, "last": 99}
    assert found["file with progress"] == [100_000, 100_000]
    assert found["file url"] == "/files/report"


def test_text_is_read_by_line(found: Mapping[str, Any]) -> None:
    """
    Without its line ends.
    """
    assert found["text"] == ["line 0 ü", "line 1 ü", "line 2 ü"]
