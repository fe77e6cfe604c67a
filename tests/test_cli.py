"""
The command line: text, exit codes, and JSON.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import textwrap

import pytest
from conftest import APP, Tree, environment

CLIENT = "frontend/src/lib/api"


def fluidkit(
    tree: Tree, *arguments: str, folder: str = "backend", **variables: str
) -> subprocess.CompletedProcess[str]:
    """
    Run the command line in *folder*.
    """
    return subprocess.run(
        [sys.executable, "-m", "fluidkit", *arguments],
        cwd=tree.root / folder,
        env=environment(**variables),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
    )


# --- Help -------------------------------------------------------------------------------------


def test_help_is_worth_reading(tree: Tree) -> None:
    """
    It says what this is, what APP is, and where settings come from.
    """
    said = fluidkit(tree, "--help", folder=".").stdout
    for text in (
        "Typed SvelteKit clients for FastAPI apps.",
        "fluidkit.integrate(app)",
        "package.module:app",
        "FLUIDKIT_ENABLED=0",
        "[tool.fluidkit]",
    ):
        assert text in said
    assert re.findall(r"^│ (\w+) +\w", said, re.MULTILINE) == [
        "generate",
        "check",
        "clean",
        "watch",
        "dev",
    ]


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("generate", {"--factory", "--app-dir", "--json", "--help"}),
        ("check", {"--factory", "--app-dir", "--json", "--strict", "--help"}),
        ("clean", {"--factory", "--app-dir", "--json", "--help"}),
        ("watch", {"--factory", "--app-dir", "--help"}),
        ("dev", {"--factory", "--app-dir", "--host", "--port", "--frontend", "--help"}),
    ],
)
def test_each_command_has_help(tree: Tree, command: str, options: set[str]) -> None:
    """
    With exactly these options.
    """
    done = fluidkit(tree, command, "--help", folder=".")
    assert done.returncode == 0
    assert set(re.findall(r"^│ +(--[\w-]+)", done.stdout, re.MULTILINE)) == options


def test_check_says_its_exit_codes(tree: Tree) -> None:
    """
    CI depends on them.
    """
    said = " ".join(fluidkit(tree, "check", "--help", folder=".").stdout.split())
    assert "Exit code 0: current. 1: stale, or with --strict there are warnings. 2:" in said


# --- generate ---------------------------------------------------------------------------------


def test_generate_writes_the_client(project: Tree) -> None:
    """
    And ends with one line of counts.
    """
    done = fluidkit(project, "generate", "main:app")
    assert done.returncode == 0, done.stderr
    last = done.stdout.splitlines()[-1]
    assert re.fullmatch(
        r"1 function, 1 type, \d+ files changed in \d\.\d\d s → frontend/src/lib/api", last
    )
    assert "+ frontend/src/lib/api/generated/main.js" in done.stdout
    assert "get_user" in project.read(f"{CLIENT}/main.api.ts")


def test_generate_a_second_time_changes_nothing(project: Tree) -> None:
    """
    And says so.
    """
    fluidkit(project, "generate")
    done = fluidkit(project, "generate")
    assert re.fullmatch(
        r"1 function, 1 type, nothing changed in \d\.\d\d s → frontend/src/lib/api\n", done.stdout
    )


def test_generate_uses_the_options_of_integrate(project: Tree) -> None:
    """
    With the switch off, and the current directory anywhere.
    """
    source = textwrap.dedent(APP).replace("(app)\n", '(app, output="../frontend/src/client")\n')
    project.write("backend/main.py", source)
    done = fluidkit(project, "generate", "backend/main.py", folder=".", FLUIDKIT_ENABLED="0")
    assert done.returncode == 0, done.stderr
    assert (project.root / "frontend/src/client/main.api.ts").exists()


def test_generate_runs_no_lifespan(project: Tree) -> None:
    """
    A database need not be there.
    """
    extra = "\n\ndef start() -> None:\n    raise SystemExit('started')\n"
    extra += "app.router.on_startup.append(start)\n"
    project.write("backend/main.py", textwrap.dedent(APP) + extra)
    assert fluidkit(project, "generate").returncode == 0


def test_a_thread_of_the_app_keeps_no_command(project: Tree) -> None:
    """
    One that works for as long as the server would run.
    """
    thread = "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()\n"
    project.write("backend/main.py", thread + textwrap.dedent(APP))
    done = fluidkit(project, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert "would change" in done.stdout
    done = fluidkit(project, "check", "main:nothing")
    assert (done.returncode, done.stdout) == (2, "")


def test_generate_with_a_file_in_the_way(project: Tree) -> None:
    """
    It stays, it is named, and the exit code says that the client is not complete (F02).
    """
    project.write(f"{CLIENT}/main.api.ts", "mine\n")
    done = fluidkit(project, "generate")
    assert done.returncode == 1
    assert f"Not ours, so left as they are: {CLIENT}/main.api.ts" in done.stderr
    assert project.read(f"{CLIENT}/main.api.ts") == "mine\n"


def test_generate_with_a_proxy_route_of_somebodys_own(project: Tree) -> None:
    """
    It stays, byte for byte, and is named; the client beside it is written (F03).
    """
    route = "frontend/src/routes/api/[...path]/+server.ts"
    project.write(route, "export const GET = () => new Response('mine');\n")
    done = fluidkit(project, "generate")
    assert done.returncode == 1
    assert f"Not ours, so left as they are: {route}" in done.stderr
    assert project.read(route) == "export const GET = () => new Response('mine');\n"
    assert "get_user" in project.read(f"{CLIENT}/main.api.ts")


def test_generate_names_what_the_client_lacks(project: Tree) -> None:
    """
    Grouped by route, with the place and what to do.
    """
    extra = "\n\n@app.websocket('/ws')\nasync def live(socket) -> None: ...\n"
    project.write("backend/main.py", textwrap.dedent(APP) + extra)
    done = fluidkit(project, "generate")
    assert done.returncode == 0
    assert done.stderr.startswith("WEBSOCKET /ws\n  warning backend/main.py:")
    assert "\n    → " in done.stderr


def test_generate_with_a_route_that_cannot_be_read(project: Tree) -> None:
    """
    The others are written, and the exit code says that one is missing (F14).
    """
    extra = """

    @app.get("/rude")
    def rude(): ...

    app.router.routes[-1].dependant = None  # as a future FastAPI might
    """
    project.write("backend/main.py", textwrap.dedent(APP) + textwrap.dedent(extra))
    done = fluidkit(project, "generate")
    assert done.returncode == 1
    assert "GET /rude\n  error backend/main.py:" in done.stderr
    assert "get_user" in project.read(f"{CLIENT}/main.api.ts")


@pytest.mark.parametrize(
    ("source", "code", "text"),
    [
        ("import nothing_here\n", 1, "ModuleNotFoundError: No module named 'nothing_here'"),
        ("app = 3\n", 1, "holds no FastAPI app"),
    ],
)
def test_an_app_that_cannot_be_loaded(project: Tree, source: str, code: int, text: str) -> None:
    """
    One sentence, and the user's own lines of the traceback.
    """
    project.write("backend/main.py", source)
    done = fluidkit(project, "generate")
    assert done.returncode == code
    assert text in done.stderr
    assert "importlib" not in done.stderr
    assert "/fluidkit/" not in done.stderr


def test_a_module_that_is_not_there(project: Tree) -> None:
    """
    One sentence, and no traceback: nothing of the user's has run.
    """
    done = fluidkit(project, "generate", "nowhere:app")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("fluidkit: There is no module 'nowhere' in ")


def test_no_front_end_is_an_error_here(tree: Tree) -> None:
    """
    Whoever asks for a client wants one.
    """
    tree.write("backend/main.py", APP)
    done = fluidkit(tree, "generate")
    assert done.returncode == 1
    assert done.stderr == (
        "fluidkit: No SvelteKit app in 'repo', so no client is written"
        " (`output=` writes one anywhere)\n"
    )


def test_an_installed_app_is_generated_for_the_project_we_are_in(tree: Tree) -> None:
    """
    One without an `integrate` call, in a virtual environment.
    """
    tree.kit("frontend")
    source = textwrap.dedent(APP).replace("fluidkit.integrate(app)", "")
    tree.write(".venv/lib/site-packages/vendor.py", source)
    (tree.root / "backend").mkdir()
    target = ["vendor:app", "--app-dir", "../.venv/lib/site-packages"]
    done = fluidkit(tree, "generate", *target)
    assert done.returncode == 0, done.stderr
    assert f"{CLIENT}/vendor.api.ts" in tree.files()


def test_json_is_one_document(project: Tree) -> None:
    """
    Whatever the app prints when it is imported.
    """
    project.write("backend/main.py", "print('hello')\n" + textwrap.dedent(APP))
    done = fluidkit(project, "generate", "--json")
    document = json.loads(done.stdout)
    assert set(document) == {
        "output",
        "functions",
        "types",
        "files",
        "foreign",
        "edited",
        "kept",
        "diagnostics",
        "seconds",
    }
    assert (document["output"], document["functions"], document["types"]) == (CLIENT, 1, 1)
    assert {"path": f"{CLIENT}/main.api.ts", "change": "create"} in document["files"]
    assert "hello" in done.stderr


def test_an_error_in_json(project: Tree) -> None:
    """
    Is a document, too.
    """
    done = fluidkit(project, "check", "nowhere:app", "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"].startswith("There is no module 'nowhere' in ")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_terminal_without_our_signs_gets_all_the_same(project: Tree, encoding: str) -> None:
    """
    Windows where the output is no terminal, an old locale: a sign is replaced, and nothing fails.
    """
    odd = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    project.write(
        "backend/main.py", textwrap.dedent(APP).replace("-> User:", "-> User:\n    '→ ∞'")
    )
    stale = fluidkit(project, "check", **odd)
    assert (stale.returncode, stale.stderr) == (1, "")
    assert "would change" in stale.stdout
    diff = json.loads(fluidkit(project, "check", "--json", **odd).stdout)["diff"]
    assert "→ ∞" in diff
    done = fluidkit(project, "generate", **odd)
    assert (done.returncode, done.stderr) == (0, "")
    assert "? frontend/src/lib/api" in done.stdout


# --- check ------------------------------------------------------------------------------------


def test_check_of_a_current_client(project: Tree) -> None:
    """
    Exit code 0.
    """
    fluidkit(project, "generate")
    done = fluidkit(project, "check")
    assert (done.returncode, done.stdout) == (0, f"{CLIENT} is current\n")


def test_check_of_a_stale_client(project: Tree) -> None:
    """
    Exit code 1, a diff, and nothing is written (C01).
    """
    fluidkit(project, "generate")
    before = {path: project.read(path) for path in project.files(CLIENT)}
    project.write("backend/main.py", textwrap.dedent(APP).replace("get_user", "read_user"))
    done = fluidkit(project, "check")
    assert done.returncode == 1
    assert f"--- a/{CLIENT}/main.api.ts\n+++ b/{CLIENT}/main.api.ts\n" in done.stdout
    assert "\n-\tget_user, // GET /users/{id}\n+\tread_user, // GET /users/{id}\n" in done.stdout
    assert "run `fluidkit generate`" in done.stdout
    assert {path: project.read(path) for path in project.files(CLIENT)} == before


def test_check_on_a_fresh_clone_does_without_maps(project: Tree) -> None:
    """
    They are not committed.
    """
    fluidkit(project, "generate")
    for path in project.files(CLIENT):
        if path.endswith(".map"):
            (project.root / path).unlink()
    assert fluidkit(project, "check").returncode == 0


def test_check_of_a_crlf_checkout(project: Tree) -> None:
    """
    Line ends don't count (C02).
    """
    fluidkit(project, "generate")
    for path in project.files(CLIENT):
        file = project.root / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert fluidkit(project, "check").returncode == 0


def test_check_of_an_app_that_cannot_be_read(project: Tree) -> None:
    """
    Exit code 2: nobody knows whether it is stale.
    """
    project.write("backend/main.py", "def broken(:\n")
    assert fluidkit(project, "check").returncode == 2


def test_strict_counts_warnings(project: Tree) -> None:
    """
    Without it they are shown only.
    """
    extra = "\n\n@app.websocket('/ws')\nasync def live(socket) -> None: ...\n"
    project.write("backend/main.py", textwrap.dedent(APP) + extra)
    fluidkit(project, "generate")
    assert fluidkit(project, "check").returncode == 0
    assert fluidkit(project, "check", "--strict").returncode == 1


def test_check_explains_another_version(project: Tree) -> None:
    """
    Two developers with two versions see why their clients differ (C04).
    """
    fluidkit(project, "generate")
    file = project.root / CLIENT / "generated/runtime/client.js"
    file.write_text(file.read_text() + "// older\n")
    said = fluidkit(project, "check").stdout
    assert "the client was written by another version of FluidKit than this one, 2.0.0" in said


# --- clean ------------------------------------------------------------------------------------


def test_clean_removes_the_client(project: Tree) -> None:
    """
    All of it, and nothing else.
    """
    before = project.files()
    fluidkit(project, "generate")
    mine = project.write("frontend/src/lib/mine.ts", "mine\n")
    done = fluidkit(project, "clean")
    assert done.returncode == 0
    assert re.fullmatch(rf"\d+ files removed of {CLIENT}\n", done.stdout)
    assert project.files() == before | {"frontend/src/lib/mine.ts"}
    assert mine.read_text() == "mine\n"
    assert not (project.root / CLIENT).exists()


def test_clean_keeps_what_was_edited(project: Tree) -> None:
    """
    And names it (C03).
    """
    fluidkit(project, "generate")
    path = f"{CLIENT}/main.api.ts"
    project.write(path, project.read(path) + "export const mine = 1;\n")
    done = fluidkit(project, "clean")
    assert done.returncode == 1
    assert done.stderr == f"Edited, so left: {path}\n"
    assert project.files(CLIENT) == {path}
