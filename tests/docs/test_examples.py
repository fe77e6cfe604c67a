"""
Every example of the documentation is code that works: Python runs, TypeScript and Svelte compile
against the client that is generated of it, and the streams bring what they should.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from conftest import environment
from demo.running import DEMO

from docs.pages import ALL, PAGES, REPOSITORY, Example, of

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("docs")]

STAGES = Path(__file__).parent / "stages"
SERVER = REPOSITORY / "tests" / "functional" / "server.py"
ESBUILD = REPOSITORY / "fluidkit" / "runtime" / "node_modules" / ".bin" / "esbuild"
WITH_PYTHON = sorted({one.page for one in ALL if one.language == "python"})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A repository with a folder of Python for each page, and one SvelteKit app for all.
    """
    root = tmp_path_factory.mktemp("docs").resolve()
    (root / ".git").mkdir()
    web = root / "web"
    (web / "src").mkdir(parents=True)
    for name in ("package.json", "tsconfig.json", "vite.config.ts", "src/app.d.ts", "src/app.html"):
        shutil.copy(DEMO / "frontend" / name, web / name)
    (web / "node_modules").symlink_to(DEMO / "frontend" / "node_modules")
    for page in WITH_PYTHON:
        _write_python(root / page, page)
        if "FastAPI(" in (root / page / "main.py").read_text(encoding="utf-8"):
            _generate(root, page)
    for example in ALL:
        if example.language in ("ts", "svelte"):
            _write(web / _place_of(example), _with_own_client(example))
    return root


def _write_python(folder: Path, page: str) -> None:
    """
    Write what a page tells in Python, one module of all that has no other place.
    """
    if (STAGES / page).exists():
        shutil.copytree(STAGES / page, folder)
    own = of(page, "python")
    elsewhere = [one for one in own if one.place and Path(one.place).name != "main.py"]
    for example in elsewhere:
        beside = str(example.place).startswith("src/")  # a page, in the front end
        at = folder.parent / "web" / _place_of(example) if beside else folder / str(example.place)
        _write(at, example.code)
    rest = [one.code for one in own if one not in elsewhere]
    _write(folder / "main.py", "\n\n".join(rest))


def _generate(root: Path, page: str) -> None:
    module = "app:app" if (root / page / "app.py").exists() else "main:app"
    command = [sys.executable, "-m", "fluidkit", "generate", module, "--app-dir", str(root / page)]
    done = subprocess.run(
        command,
        cwd=root,
        env=environment(FLUIDKIT_OUTPUT=f"web/src/lib/{page}", FLUIDKIT_PROXY=f"/api/{page}"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _place_of(example: Example) -> str:
    """
    Return where a front end's example stands: routes of each page are below a folder of its own.
    """
    place = example.place
    if place and place.startswith("src/routes/"):
        return place.replace("src/routes/", f"src/routes/{example.page}/", 1)
    return f"src/examples/{example.page}-{example.line}.{example.language}"


def _with_own_client(example: Example) -> str:
    return example.code.replace("$lib/api", f"$lib/{example.page}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_every_page_is_looked_at() -> None:
    """
    The table of pages is not empty, nor are those that matter most.
    """
    assert {"README", "quickstart", "streaming"} <= {page.stem for page in PAGES}
    assert len(of("streaming", "ts")) >= 5
    assert {"python", "svelte", "ts"} <= {one.language for one in ALL}


@pytest.mark.parametrize("page", WITH_PYTHON)
def test_python_runs(site: Path, page: str) -> None:
    """
    From the first block of a page to its last.
    """
    for file in sorted((site / page).rglob("*.py")):
        done = subprocess.run(
            [sys.executable, "-W", "error::SyntaxWarning", str(file)],
            cwd=site / page,
            env=environment(FLUIDKIT_ENABLED="0", PYTHONPATH=str(site / page)),
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), file


def test_typescript_and_svelte_compile(site: Path) -> None:
    """
    Strictly, as in an app that `sv create` has made.
    """
    web = site / "web"
    binaries = web / "node_modules" / ".bin"
    subprocess.run([binaries / "svelte-kit", "sync"], cwd=web, check=True, capture_output=True)
    done = subprocess.run(
        [binaries / "svelte-check", "--tsconfig", "./tsconfig.json", "--output", "machine"],
        cwd=web,
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = re.findall(
        r'^\d+ (?:ERROR|WARNING) ("src/(?:examples|routes)/.*)$', done.stdout, re.MULTILINE
    )
    assert not complaints, "\n".join(complaints)
    assert re.search(r"COMPLETED \d+ FILES 0 ERRORS", done.stdout), done.stdout


BRINGS = {
    "calling": [
        {
            "new ['a', 'b'] 1 de",
            "{ id: 2, title: 'Tea', tags: [] }",
            "undefined",
            "{ 'hello.txt': 5 }",
        },
        {"Milk", "404 There is no note 7", "application/json", "/api/calling/notes/1"},
        {"taken by 1"},
        {"Ada"},
    ],
    "streaming": [
        {
            *("open", "notification Hello", "visits 7", "sales 0.5", "complete", "report.py true"),
        },
        {
            *("Hello", "visits", "sales", "line 0", "line 1", "line 2", "Hello yourself  2"),
            *("0 SIZE", "SIZE SIZE", "report.py true"),
        },
        {'Hello {"id": 1, "message": "Hello"} ', "1 true", "visits"},
        {"Hello", "notification"},
        {"/api/streaming/files/report"},
    ],
}
"""What each of a page's `modules` says, line by line, in any order."""


def modules(page: str) -> list[Example]:
    """
    Return the examples of a page that can be run as they stand.
    """
    return [one for one in of(page, "ts") if not one.place]


@pytest.fixture(scope="module")
def serve(site: Path) -> Iterator[Callable[[str], str]]:
    """
    Serve the Python of a page, and return where.
    """
    with ExitStack() as stack:

        @cache
        def serve(page: str) -> str:
            server = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, SERVER, "main:app"],
                    env=environment(FLUIDKIT_ENABLED="0", PYTHONPATH=str(site / page)),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            assert server.stdout is not None
            assert server.stdin is not None
            stack.callback(server.stdin.close)
            return f"http://127.0.0.1:{int(server.stdout.readline())}"

        yield serve


@pytest.mark.parametrize("page", BRINGS)
def test_each_example_has_an_expectation(page: str) -> None:
    """
    In the order of the page.
    """
    assert len(modules(page)) == len(BRINGS[page])


@pytest.mark.parametrize(
    ("page", "number"), [(page, number) for page in BRINGS for number in range(len(BRINGS[page]))]
)
def test_examples_bring_what_they_should(
    site: Path, serve: Callable[[str], str], page: str, number: int
) -> None:
    """
    Each is run as it stands, against the Python of its page.
    """
    web = site / "web"
    built = web / f"{page}-{number}.mjs"
    options = ["--bundle", "--format=esm", "--log-level=error", f"--alias:$lib={web}/src/lib"]
    externals = [f"--external:{name}" for name in ("$app/*", "@sveltejs/kit", "svelte/*")]
    source = web / _place_of(modules(page)[number])
    subprocess.run([ESBUILD, source, *options, *externals, f"--outfile={built}"], check=True)
    done = subprocess.run(
        ["node", built],
        env={**os.environ, "FLUIDKIT_URL": serve(page)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    size = (site / page / "main.py").stat().st_size
    said = {re.sub(rf"\b{size}\b", "SIZE", line) for line in done.stdout.splitlines()}
    assert said == BRINGS[page][number], json.dumps(sorted(said))
