"""
`fluidkit watch`: every save becomes a generation, whatever is in it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from conftest import APP, Serve, Server, Tree

from fluidkit.watching import Folders
from live.loops import Running, descendants, is_alive, running, wait_until, wait_until_watched

CLIENT = "frontend/src/lib/api/main.api.ts"
SOURCE = textwrap.dedent(APP)


def settle(watch: Running) -> None:
    watch.wait_for("watching Python files below repo/, by notification")
    time.sleep(0.5)


def test_one_line_says_what_changed(project: Tree) -> None:
    """
    A rename, then a field; its own output starts nothing (W02).
    """
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        project.write("backend/main.py", SOURCE.replace("get_user", "read_user"))
        watch.wait_for("main.api  + read_user  - get_user  (")
        project.write("backend/main.py", SOURCE.replace("name: str", "name: str | None"))
        watch.wait_for("~ User.name: string | null")
        time.sleep(1)
        assert len(watch.lines) == 4, watch.said
        assert watch.interrupt() == 0


def test_an_error_is_shown_once_and_the_next_save_recovers(project: Tree) -> None:
    """
    With the user's line; the last good client stays (W03).
    """
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        good = project.read(CLIENT)
        project.write("backend/main.py", SOURCE + "def broken(:\n")
        watch.wait_for("def broken(:")
        project.write("backend/other.py", "")
        time.sleep(1.5)
        assert watch.said.count("def broken(:") == 1
        assert project.read(CLIENT) == good
        project.write("backend/main.py", SOURCE)
        watch.wait_for("mended")
        project.write("backend/main.py", SOURCE + "\nimport nothing_of_this_name\n")
        watch.wait_for("import nothing_of_this_name")
        assert project.read(CLIENT) == good


def test_a_crash_of_the_app_never_ends_the_loop(project: Tree) -> None:
    """
    A signal, an exit, and a module that ends the process at once.
    """
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        project.write("backend/main.py", "import os\nos.kill(os.getpid(), 11)\n")
        watch.wait_for("SIGSEGV")
        project.write("backend/main.py", "raise SystemExit(3)\n")
        watch.wait_for("SystemExit: 3")
        project.write("backend/main.py", "import os\nos._exit(3)\n")
        watch.wait_for("with exit code 3")
        project.write("backend/main.py", SOURCE.replace("get_user", "read_user"))
        watch.wait_for("+ read_user")


def test_saves_within_one_second_of_one_size(project: Tree) -> None:
    """
    Python takes a `.pyc` for current then; changed files are compiled from source.
    """
    source = SOURCE.replace('"/users/{id}"', 'f"/{NAME}/{{id}}"')
    project.write("backend/main.py", f"from names import NAME\n{source}")
    project.write("backend/names.py", 'NAME = "aaa"\n')
    with running(
        project.root / "backend", "watch", "main:app", PYTHONDONTWRITEBYTECODE=""
    ) as watch:
        settle(watch)
        for letter in "bcdefg":
            name = letter * 3
            project.write("backend/names.py", f'NAME = "{name}"\n')
            wait_until(lambda name=name: f"/{name}/" in project.read(CLIENT), lambda: watch.said)


def test_output_that_is_deleted_or_damaged_is_restored(project: Tree) -> None:
    """
    One file, the whole folder, and merge-conflict markers (F16, F17).
    """
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        client = project.root / CLIENT
        good = client.read_text()
        client.unlink()
        wait_until(lambda: client.exists() and client.read_text() == good)
        # At once: while files go one by one, the first ones are restored already.
        (project.root / "frontend/src").rename(project.root / "gone")
        wait_until(lambda: client.exists() and client.read_text() == good)
        time.sleep(1)
        head, _, rest = good.partition("\n")
        client.write_text(f"{head}\n<<<<<<< ours\n{rest}=======\n>>>>>>> theirs\n")
        wait_until(lambda: client.read_text() == good)
        assert "main.api.ts" in watch.wait_for("somebody had edited")


def test_the_folder_it_was_started_in_may_go_and_come_back(project: Tree) -> None:
    """
    As with a checkout of a branch that does not have it, and of the one before.
    """
    backend, gone = project.root / "backend", project.root.parent / "gone"
    with running(backend, "watch", "main:app") as watch:
        watch.wait_for("watching Python files below repo/")
        shutil.copytree(backend, gone)
        shutil.rmtree(backend)
        watch.wait_for("There is no module 'main' in")
        shutil.copytree(gone, backend)
        watch.wait_for("mended")
        for name in ("read_user", "load_user"):
            project.write("backend/main.py", SOURCE.replace("get_user", name))
            watch.wait_for(f"+ {name}")


def test_new_folders_and_bursts(project: Tree) -> None:
    """
    Four hundred files at once, some in new folders: the output is the final state (W01).
    """
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        for number in range(400):
            project.write(f"backend/deep/d{number % 7}/m{number}.py", f"X = {number}\n")
        project.write("backend/deep/__init__.py", "")
        project.write("backend/deep/d1/names.py", 'PATH = "/first"\n')
        extra = "@app.get(PATH)\ndef extra() -> int:\n    return 1\n"
        extra = f"\nfrom deep.d1.names import PATH\n\n{extra}"
        project.write("backend/main.py", SOURCE + extra)
        watch.wait_for("+ extra")
        time.sleep(1)
        project.write("backend/deep/d1/names.py", 'PATH = "/second"\n')
        wait_until(lambda: "/second" in project.read(CLIENT), lambda: watch.said)


def test_a_folder_that_the_app_makes_anew_starts_nothing(project: Tree) -> None:
    """
    Each import removes it and makes it: nothing has changed when it is over. An app that fails is
    tried again when a folder comes that it may have missed.
    """
    log = project.root.parent / "imports"
    head = f"""
import os, shutil
shutil.rmtree("metrics", ignore_errors=True)
os.mkdir("metrics")
with open({str(log)!r}, "a") as file:
    file.write("x")
"""
    project.write("backend/main.py", head + SOURCE)
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        time.sleep(2)
        assert log.read_text() == "x"
        project.write("backend/main.py", f"{head}assert os.path.isdir('static')\n{SOURCE}")
        watch.wait_for("AssertionError")
        (project.root / "backend" / "static").mkdir()
        watch.wait_for("mended")
        time.sleep(1)
        assert len(log.read_text()) <= 5, watch.said


def test_a_folder_that_cannot_be_looked_at_hides_no_other(tmp_path: Path) -> None:
    """
    Its path is too long for that, or it is a database's, which nobody else may enter.
    """
    above = tmp_path
    while len(str(above)) < 3900:
        above /= "d" * min(200, 3900 - len(str(above)))
    for name in ("deep" * 47, "other"):
        above.joinpath(name).mkdir(parents=True, exist_ok=True)
    assert {Path(each).name for each in Folders(above).find()} >= {"deep" * 47, "other"}


def test_a_source_behind_a_link_is_watched(project: Tree) -> None:
    """
    A package or a module of another repository, linked into this one.
    """
    other = Tree(project.root.parent / "other")
    other.write("shared/__init__.py", "")
    other.write("shared/paths.py", "ONE = '/first'\n")
    other.write("single/names.py", "TWO = '/second'\n")
    (project.root / "backend/shared").symlink_to(other.root / "shared")
    (project.root / "backend/names.py").symlink_to(other.root / "single/names.py")
    route = "\n\n@app.get(ONE + TWO)\ndef extra() -> int: ...\n"
    project.write(
        "backend/main.py", "from shared.paths import ONE\nfrom names import TWO\n" + SOURCE + route
    )
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        other.write("shared/paths.py", "ONE = '/third'\n")
        wait_until(lambda: "/third/second" in project.read(CLIENT), lambda: watch.said)
        other.write("single/names.py", "TWO = '/fourth'\n")
        wait_until(lambda: "/third/fourth" in project.read(CLIENT), lambda: watch.said)


@pytest.mark.parametrize("half", ["NAME = 'half'\n", "NAME = (\n"], ids=["valid", "broken"])
def test_what_is_read_while_it_is_written_is_read_again(project: Tree, half: str) -> None:
    """
    The second half of a module comes after the app has imported the first: neither is a client
    written from that, nor is its error told.
    """
    rest = "'' and '') or 1\nNAME = 'whole'\n" if "(" in half else "NAME = 'whole'\n"
    head = f"""
        from pathlib import Path

        try:
            import names
        finally:
            file = Path(__file__).with_name("names.py")
            if "whole" not in file.read_text():
                file.write_text({half + rest!r})
    """
    project.write("backend/names.py", half)
    project.write(
        "backend/main.py",
        textwrap.dedent(head) + SOURCE.replace('"/users/{id}"', "f'/{names.NAME}/{{id}}'"),
    )
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        assert "/whole/" in project.read(CLIENT)
        time.sleep(1)
        assert len(watch.lines) == 2, watch.said


def test_an_app_that_writes_its_own_sources_gets_a_client(project: Tree) -> None:
    """
    After a few imports: it is not half written, but another one each time.
    """
    project.write("backend/times.py", "#")
    project.write(
        "backend/main.py",
        f"import times\nopen(times.__file__, 'a').write('#')\n{SOURCE}",
    )
    with running(project.root / "backend", "watch", "main:app") as watch:
        wait_until((project.root / CLIENT).exists, lambda: watch.said)


def test_an_app_with_threads_is_never_forked(project: Tree) -> None:
    """
    A third-party package that starts a thread when it is imported: a fresh process each time.
    """
    package = project.root / "site-packages"
    project.write(
        "site-packages/threading_package.py",
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n",
    )
    source = "import threading_package\n" + SOURCE
    project.write("backend/main.py", source)
    with running(project.root / "backend", "watch", "main:app", PYTHONPATH=str(package)) as watch:
        settle(watch)
        for name in ("one_user", "two_user", "three_user"):
            project.write("backend/main.py", source.replace("get_user", name))
            watch.wait_for(f"+ {name}")


LAZY = """
import importlib.util
import sys

spec = importlib.util.find_spec("heavy")
spec.loader = importlib.util.LazyLoader(spec.loader)
heavy = sys.modules["heavy"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(heavy)
"""


@pytest.mark.parametrize("command", ["serve", "watch"])
def test_a_lazy_module_waits_for_its_use(project: Tree, serve: Serve, command: str) -> None:
    """
    Nothing that we look for loads it: that takes long, and may fail.
    """
    project.write("backend/heavy.py", "raise RuntimeError('heavy was loaded')\n")
    source = LAZY + SOURCE
    project.write("backend/main.py", source)
    backend = project.root / "backend"
    with contextlib.ExitStack() as stack:
        loop: Server | Running
        if command == "serve":
            loop = serve(backend)
            wait_until_watched(loop.process.pid, backend)
        else:
            loop = stack.enter_context(running(backend, "watch", "main:app"))
            settle(loop)
        for name in ("one_user", "two_user", "three_user"):
            project.write("backend/main.py", source.replace("get_user", name))
            loop.wait_for(f"+ {name}")
        assert not [line for line in loop.lines if "heavy" in line]


def test_windows_has_the_loop_without_snapshots() -> None:
    """
    It has no forks, and its `select` does not know standard input. What else is different there is
    not tested.
    """
    script = "import os; del os.fork; from fluidkit import watching; print(watching._PROGRAM)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("warm\n", "")


def test_nothing_is_left_behind(project: Tree) -> None:
    """
    Neither after Ctrl-C nor after a SIGKILL: the warm process ends with its standard input, and the
    snapshot with it.
    """
    project.write("backend/other.py", "")
    project.write("backend/more.py", "")
    source = f"import more\nimport other\n{SOURCE}"
    project.write("backend/main.py", source)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        with running(project.root / "backend", "watch", "main:app") as watch:
            settle(watch)
            project.write("backend/main.py", source.replace("get_user", f"get_{number}"))
            watch.wait_for(f"+ get_{number}")
            wait_until(lambda watch=watch: len(descendants(watch.process.pid)) >= 2)
            below = descendants(watch.process.pid)
            assert below
            os.kill(watch.process.pid, number)
            watch.process.wait(20)
        wait_until(lambda below=below: not [pid for pid in below if is_alive(pid)], seconds=5)


def test_polling(project: Tree) -> None:
    """
    WATCHFILES_FORCE_POLLING is honoured and said (W09).
    """
    with running(
        project.root / "backend", "watch", "main:app", WATCHFILES_FORCE_POLLING="1"
    ) as watch:
        watch.wait_for("by polling")
        time.sleep(1)
        project.write("backend/main.py", SOURCE.replace("get_user", "read_user"))
        watch.wait_for("+ read_user")


def test_a_clean_import_corrects_what_a_snapshot_got_wrong(project: Tree) -> None:
    """
    The order of subclasses is that of the imports, which no rule sees: a line says so, and the
    client is right within seconds.
    """
    kind = "from base import Event\n\n\nclass {0}(Event):\n    {1}: int\n"
    project.write(
        "backend/base.py", "from pydantic import BaseModel\nclass Event(BaseModel): ...\n"
    )
    project.write("backend/first.py", kind.format("First", "a"))
    project.write("backend/second.py", kind.format("Second", "b"))
    route = "@app.get('/events')\ndef events() -> Union[tuple(base.Event.__subclasses__())]: ...\n"
    head = "from typing import Union\nimport base, first, second\n"
    project.write("backend/main.py", f"{head}{SOURCE}\n\n{route}")
    with running(project.root / "backend", "watch", "main:app") as watch:
        settle(watch)
        for number in range(3):
            project.write("backend/first.py", kind.format("First", f"a{number}"))
            watch.wait_for(f"First.a{number}: number")
            time.sleep(1)
        watch.wait_for("The app as a whole makes another client")
        wait_until(
            lambda: "First | Second" in project.read("frontend/src/lib/api/generated/main.d.ts")
        )
        time.sleep(1.5)
        assert watch.said.count("makes another client") == 1, watch.said
