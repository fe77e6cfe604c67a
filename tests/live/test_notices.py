"""
Where the system has no more watches to give: an editor, Vite and a few containers take them all.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles
from conftest import Tree, environment

from fluidkit.notices import Notices
from fluidkit.stamps import Recent
from fluidkit.upkeep import Upkeep
from fluidkit.warm import Job
from fluidkit.watching import Loop, Say
from live.loops import Running, wait_until
from live.test_watch import CLIENT, SOURCE

LIMITS = ["max_inotify_watches", "max_inotify_instances"]


@pytest.mark.parametrize("limit", LIMITS)
def test_the_loop_goes_on_by_polling(project: Tree, limit: str) -> None:
    """
    It says so once, and generates nothing in vain.
    """
    counting = f"open({str(project.root / 'imports')!r}, 'a').write('one ')\n"
    project.write("backend/main.py", SOURCE + counting)
    limited = f'echo 0 > /proc/sys/user/{limit} && exec "$@"'
    loop = [sys.executable, "-m", "fluidkit", "watch", "main:app"]
    process = subprocess.Popen(
        ["unshare", "-Ur", "sh", "-c", limited, "sh", *loop],
        cwd=project.root / "backend",
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    watch = Running(process)
    try:
        wait_until(lambda: process.poll() is not None or "watching" in watch.said)
        if process.poll() is not None:
            pytest.skip(f"may not limit itself here: {watch.said}")
        watch.wait_for("raise fs.inotify.max_user_watches")
        for name in ("read_user", "load_user"):
            project.write("backend/main.py", SOURCE.replace("get_user", name) + counting)
            watch.wait_for(f"+ {name}")
        assert "load_user" in project.read(CLIENT)
        assert watch.said.count("raise fs.inotify") == 1
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(params=[OSError, RuntimeError])
def limited(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A watchfiles that only polls.
    """
    watch = watchfiles.watch

    def refusing(*paths: str | Path, **options: Any) -> Iterator[set[tuple[Any, str]]]:
        if not options["force_polling"]:
            raise request.param("OS file watch limit reached.")
        options["poll_delay_ms"] = 50
        yield from watch(*paths, **options)

    monkeypatch.setattr(watchfiles, "watch", refusing)


@pytest.mark.usefixtures("limited")
def test_a_server_restores_its_client_by_polling(tmp_path: Path) -> None:
    """
    And says so once.
    """
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / "a.ts"
    restored = threading.Event()
    server = Upkeep(began=time.time())  # what other tests have imported is older
    arguments = (tmp_path, "out", {"out/a.ts": ""}, restored.set)
    thread = threading.Thread(target=server.watch_output, args=arguments)
    thread.start()
    wait_until(lambda: file.write_text("damaged") and restored.wait(0.5))
    server.end()
    thread.join()


@pytest.mark.usefixtures("limited")
def test_a_save_beside_a_page_is_found_by_polling(tmp_path: Path) -> None:
    """
    As by a notice.
    """
    file = tmp_path / "a.py"
    told: list[Path] = []
    server = Upkeep()
    thread = threading.Thread(target=server.watch_pages, args=(tmp_path, 2e10, told.append))
    thread.start()
    for number in range(100):
        file.write_text("#" * number)
        time.sleep(0.3)
        if told:
            break
    server.end()
    thread.join()
    assert set(told) == {file}


def test_a_second_save_within_one_second_is_no_secret(tmp_path: Path) -> None:
    """
    Polling does not tell of it: its time is the same, in seconds.
    """
    file, nothing, recent = tmp_path / "a.py", frozenset[str](), Recent()
    file.write_text("")
    assert recent.and_again(frozenset({str(file)}), 10.0) == {str(file)}
    assert recent.and_again(nothing, 10.5) == nothing
    file.write_text("# all of it")
    assert recent.and_again(nothing, 11.0) == {str(file)}
    assert recent.and_again(nothing, 11.5) == nothing
    assert recent.and_again(nothing, 15.0) == nothing
    file.write_text("# much later, which is another second")
    assert recent.and_again(nothing, 15.5) == nothing


@pytest.mark.usefixtures("limited")
def test_who_asks_again_is_told_once(tmp_path: Path) -> None:
    """
    The first time it is an error, as something may have changed meanwhile.
    """
    told: list[str] = []
    notices = Notices(threading.Event(), told.append)
    with pytest.raises(OSError, match="limit"):
        next(notices.of(tmp_path, step=10))
    assert next(notices.of(tmp_path, step=10)) == frozenset()
    assert next(notices.of(tmp_path, step=10)) == frozenset()
    assert len(told) == 1


def test_a_folder_below_that_may_not_be_read_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    From the second time on: until then what else goes wrong is told.
    """
    told: list[str] = []

    def watch(*_: str | Path, **options: Any) -> Iterator[set[tuple[Any, str]]]:
        if not options["ignore_permission_denied"]:
            raise PermissionError
        yield set()

    monkeypatch.setattr(watchfiles, "watch", watch)
    notices = Notices(threading.Event(), told.append)
    with pytest.raises(PermissionError):
        next(notices.of(tmp_path, step=10, recursive=True))
    assert next(notices.of(tmp_path, step=10, recursive=True)) == frozenset()
    assert told == []


def test_a_folder_that_may_not_be_read_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    It is not the user's, and says nothing of how many may be watched.
    """
    closed, gone = tmp_path / "closed", tmp_path / "gone"
    closed.mkdir()
    watched: list[str | Path] = []

    def watch(*paths: str | Path, **_: Any) -> Iterator[set[tuple[Any, str]]]:
        watched.extend(paths)
        yield set()

    monkeypatch.setattr(watchfiles, "watch", watch)
    monkeypatch.setattr(os, "access", lambda path, _mode: path not in {closed, gone})
    next(Notices(threading.Event(), print).of(tmp_path, closed, gone, step=10))
    assert watched == [tmp_path, gone]


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    """
    A folder of that kind is left out, and a file that comes is no reason to poll.
    """
    told: list[str] = []
    folder, file = (os.fsdecode(name) for name in (b"caf\xe9", b"na\xefve.txt"))
    (tmp_path / folder).mkdir()
    notices = Notices(threading.Event(), told.append)
    batches = notices.of(tmp_path, tmp_path / folder, step=10)
    assert next(batches) == frozenset()
    (tmp_path / file).touch()
    with pytest.raises(OSError, match="decode"):
        next(batches)
    batches = notices.of(tmp_path, tmp_path / folder, step=10)
    assert next(batches) == frozenset()
    (tmp_path / "main.py").touch()
    assert next(batches) == {str(tmp_path / "main.py")}
    assert told == []


def test_a_folder_that_comes_before_anybody_watches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The loop has listed the folders, and the system has not begun to tell of them.
    """
    plain, file = watchfiles.watch, tmp_path / "more" / "a.py"

    def late(*paths: str, **options: Any) -> Iterator[Any]:
        if not file.exists():
            file.parent.mkdir()
            file.write_text("")
        yield from plain(*paths, **options)

    monkeypatch.setattr(watchfiles, "watch", late)
    stop = threading.Event()
    said: list[str] = []
    loop = Loop(Job(target="", app_dir=str(tmp_path)), Say(said.append, said.append), stop)
    thread = threading.Thread(target=loop._watch)
    thread.start()
    found: set[str] = set()
    try:
        wait_until(lambda: str(file) in found or found.update(loop._next(0.1)))
    finally:
        stop.set()
        thread.join()
