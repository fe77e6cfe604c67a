"""
From what is printed into the Python source: maps read by others than their writer.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from golden.shop import MODELS, USERS
from golden.trees import tree
from golden.values import NUMBER, api, at, enum, field, model, operation, parameter
from typescript.tsc.projects import KIT_TYPES, write, write_client, write_project

from fluidkit.model import Api, JsonResult, Module, Object, Place, Reference
from fluidkit.typescript import Target, render

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("tsc")]

HERE = Path(__file__).parent


def run(script: str, request: object) -> Any:
    """
    Run one of the scripts beside this file.
    """
    done = subprocess.run(
        ["node", HERE / script],
        input=json.dumps(request, default=str),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def mapped(given: Api, name: str) -> list[tuple[str, list | None]]:
    """
    Each word of the types of module `app.m`, and where its start comes from.
    """
    files = render(given, Target(output="out", kit=True)).files
    text = files[f"out/generated/{name}.d.ts"]
    places, words = [], []
    for number, line in enumerate(text.splitlines(), 1):
        for match in re.finditer(r"\w+|'[^']*'", line):
            column = len(line[: match.start()].encode("utf-16-le")) // 2
            end = len(line[: match.end()].encode("utf-16-le")) // 2
            places += [[number, column], [number, end]]
            words.append(match[0])
    decoded = run(
        "positions.mjs",
        {"map": json.loads(files[f"out/generated/{name}.d.ts.map"]), "places": places},
    )
    pairs = zip(decoded[::2], decoded[1::2], strict=True)
    return [
        (word, [*start[:2], start[2], end[2]])
        for word, (start, end) in zip(words, pairs, strict=True)
        if start is not None and end is not None
    ]


def test_every_name_from_python_is_mapped_from_start_to_end(node_modules: Path) -> None:
    """
    Functions, parameters, options, types, fields, constants, members: by another decoder.
    """
    module = Module(name="app.m", path="a/m.py", source="app/a/m.py")
    given = api(
        module,
        operation(
            "GET /{id}",
            "delete",
            parameter("id", Place.PATH, NUMBER, origin=at("app/a/m.py:2:11")),
            parameter("q_x", Place.QUERY, required=False, origin=at("app/deps.py:5:4")),
            result=JsonResult(Reference("app.m:😀")),
            module="app.m",
            origin=at("app/a/m.py:2:4"),
        ),
        model(
            "app.m:😀",
            field("the_id", wire_name="the-id", origin=at("app/a/m.py:9:4")),
            field("inner", Object((field("deep", origin=at("app/a/m.py:11:8")), field("no")))),
            name="Smile",
            origin=at("app/a/m.py:8:6"),
        ),
        enum("app.m:Color", {"RED": "r"}, origin=at("app/a/m.py:14:6")),
    )
    source, other = "../../../app/a/m.py", "../../../app/deps.py"
    url = ["url_of", [source, 2, 4, 10]]
    assert [list(found) for found in mapped(given, "a/m")] == [
        ["delete_", [source, 2, 4, 10]],
        ["id", [source, 2, 11, 13]],
        ["'q_x'", [other, 5, 4, 7]],
        ["delete_", [source, 2, 4, 10]],
        url,
        ["id", [source, 2, 11, 13]],
        ["'q_x'", [other, 5, 4, 7]],
        ["Smile", [source, 8, 6, 11]],
        ["'the-id'", [source, 9, 4, 10]],
        ["'deep'", [source, 11, 8, 12]],
        ["Color", [source, 14, 6, 11]],
        ["Color", [source, 14, 6, 11]],
    ]


USE = """\
import { delete_, get_user, list_users, Role, type User } from './src/lib/api/users.api.js';
const user: User = await get_user(1);
console.log(user.name, user.createdAt, user.balance, get_user.url(1), delete_);
list_users('x', { page: 1, tag: [], timeout: 1 });
console.log(Role.admin);
"""


@pytest.mark.parametrize(
    ("line", "word", "landing"),
    [
        (2, "User", (MODELS, 11, 6, 10)),
        (2, "get_user", (USERS, 12, 4, 12)),
        (3, "name", (MODELS, 13, 4, 8)),
        (3, "createdAt", (MODELS, 15, 4, 14)),
        (3, "url", (USERS, 12, 4, 12)),
        (3, "delete_", (USERS, 30, 4, 10)),
        (4, "list_users", (USERS, 16, 4, 14)),
        (4, "tag", (USERS, 19, 4, 7)),
        (4, "page", (USERS, 18, 4, 8)),
        (5, "Role", (MODELS, 5, 6, 10)),
        # No origin is known: an editor stays in the types, and goes nowhere wrong.
        (3, "balance", ("src/lib/api/generated/models.d.ts", None, 1, 10)),
        (4, "timeout", ("src/lib/api/generated/runtime/types.d.ts", None, 1, 8)),
    ],
)
def test_go_to_definition_opens_the_python(
    line: int, word: str, landing: tuple, definitions: dict[tuple[int, str], list]
) -> None:
    """
    The name, and as its context the name as well: never a neighbour.
    """
    path, at_line, start, end = landing
    assert definitions[line, word]
    for found in definitions[line, word]:
        assert found["file"].endswith(f"/{path}")
        assert (found["start"]["offset"] - 1, found["end"]["offset"] - 1) == (start, end)
        if at_line is not None:
            assert found["start"]["line"] == at_line
            assert found["contextStart"] == found["start"]
            assert found["contextEnd"] == found["end"]


@pytest.fixture(scope="module")
def definitions(
    tmp_path_factory: pytest.TempPathFactory, node_modules: Path
) -> dict[tuple[int, str], list]:
    """
    What tsserver answers for each word of `USE`.
    """
    folder = tmp_path_factory.mktemp("definitions")
    write_project(folder, node_modules, types=KIT_TYPES)
    write_client(folder, *tree("shop"))
    # The places must exist.
    write(folder, {"use.ts": USE, **dict.fromkeys((USERS, MODELS), f"{'x' * 80}\n" * 40)})
    words = [
        (number, match[0], match.start() + 1)
        for number, line in enumerate(USE.splitlines(), 1)
        for match in re.finditer(r"\w+", line)
    ]
    request = {
        "tsserver": node_modules / "typescript-5.9" / "bin" / "tsserver",
        "file": folder / "use.ts",
        "queries": [[number, offset] for number, _, offset in words],
    }
    answers = run("definitions.mjs", request)
    return {
        (number, word): answer for (number, word, _), answer in zip(words, answers, strict=True)
    }
