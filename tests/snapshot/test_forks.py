"""
Forks, one by one: who does a save, and that none is left.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import Tree
from live.loops import descendants, is_alive, wait_until

from fluidkit.warm import Job
from fluidkit.watching import PLAIN, SNAPSHOTS, Worker
from snapshot.saves import Saves, main, router

pytestmark = pytest.mark.xdist_group("snapshot")

PID = (
    "import os, pathlib\npathlib.Path(__file__).with_suffix('.pid').write_text(str(os.getpid()))\n"
)


def users(number: int) -> str:
    return router("users", field=f"size{number}", head=PID)


def run(script: str) -> str:
    """
    Return what *script* prints: forks are for processes without threads, which pytest has.
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Snapshot:
    """
    The processes of the quick way, while a snapshot waits for saves of `users`.
    """

    def __init__(self, saves: Saves) -> None:
        self._saves = saves
        saves.write({"main.py": main("users", "teams"), "users.py": users(0)})
        saves.save({"teams.py": router("teams")})
        saves.save_quickly("users.py", users)
        keeper = saves.keeper
        wait_until(lambda: len([*children(keeper)]) == 1)
        self.holder = children(keeper)[0]

    def spare(self) -> int:
        """
        Return the fork that waits for a save, once all others have ended.
        """
        wait_until(lambda: len(children(self.holder)) == 1)
        return children(self.holder)[0]

    def saved_by(self, number: int) -> int:
        """
        Save, and return who has imported the saved module.
        """
        assert self._saves.save({"users.py": users(number)}).fast
        return int((self._saves.trees[0].root / "backend/users.pid").read_text())


def children(pid: int) -> list[int]:
    """
    Return the processes that *pid* has started and that run.
    """
    parents = {each: Path(f"/proc/{each}/stat") for each in descendants(pid) if is_alive(each)}
    return [
        each
        for each, stat in parents.items()
        if int(stat.read_text().rpartition(")")[2].split()[1]) == pid
    ]


def test_a_save_is_done_by_the_fork_that_waits_for_it(saves: Saves) -> None:
    """
    And another one waits for the next.
    """
    snapshot = Snapshot(saves)
    for number in (100, 101):
        spare = snapshot.spare()
        assert snapshot.saved_by(number) == spare


def test_a_save_is_done_though_the_fork_that_waited_was_killed(saves: Saves) -> None:
    """
    By a fork of its own.
    """
    snapshot = Snapshot(saves)
    spare = snapshot.spare()
    os.kill(spare, signal.SIGKILL)
    wait_until(lambda: not is_alive(spare))
    assert snapshot.saved_by(100) not in {spare, 0}
    assert snapshot.spare() != spare


def test_the_fork_that_waits_ends_with_its_snapshot(saves: Saves) -> None:
    """
    As after a save of another module.
    """
    snapshot = Snapshot(saves)
    spare = snapshot.spare()
    assert not saves.save({"teams.py": router("teams", field="length")}).fast
    wait_until(lambda: not is_alive(spare))


def test_the_fork_that_waits_ends_though_its_snapshot_was_killed(saves: Saves) -> None:
    """
    It reads that nobody can give it orders any more.
    """
    snapshot = Snapshot(saves)
    spare = snapshot.spare()
    os.kill(snapshot.holder, signal.SIGKILL)
    wait_until(lambda: not is_alive(spare))


def test_a_fork_ends_though_nobody_reads_its_answer() -> None:
    """
    It is longer than what a pipe holds.
    """
    said = run("""
        import os, time
        from fluidkit.snapshot.forks import Fork

        fork = Fork(lambda answers: answers.send(b"x" * 1_000_000))
        fork.answers.close_reading()
        deadline = time.monotonic() + 20
        while fork.is_alive() and time.monotonic() < deadline:
            time.sleep(0.01)
        print("alive" if fork.is_alive() else "ended")
        fork.kill()
    """)
    assert said == "ended\n"


def test_long_answers_arrive_one_after_the_other() -> None:
    """
    Whatever a pipe holds; then it is told how the fork has ended.
    """
    said = run("""
        import os
        from fluidkit.snapshot.forks import Ended, Fork

        def work(answers):
            for length in (1_000_000, 0, 3):
                answers.send(b"x" * length)
            os._exit(7)

        fork = Fork(work)
        print(*(len(fork.wait()) for _ in range(3)), fork.wait())
    """)
    assert said == "1000000 0 3 Ended(how='with exit code 7')\n"


def test_a_confirmation_that_crashes_is_told_though_a_process_of_the_app_lives_on(
    saves: Saves,
) -> None:
    """
    That has the fork's pipe open, so that no end of it can be read.
    """
    crash = """
        import os, pathlib, time
        if pathlib.Path(__file__).with_name("crash").exists():
            if os.fork() == 0:
                time.sleep(600)
            os._exit(3)
    """
    saves.write({"main.py": main("users", head=textwrap.dedent(crash)), "users.py": users(0)})
    assert saves.save({"users.py": users(1)}).status == "written"
    saves.write({"crash": ""})
    assert saves.confirm().status == "crashed"


def test_what_an_app_starts_ends_with_its_import(saves: Saves) -> None:
    """
    Each save would leave one more. A process that leads a session of its own is to stay.
    """
    start = """
        import pathlib, subprocess
        def start(**options):
            return subprocess.Popen(["sleep", "600"], **options).pid
        pids = [start(), start(start_new_session=True)]
        with pathlib.Path(__file__).with_name("pids").open("a") as file:
            print(*pids, file=file)
    """
    saves.write({"main.py": main("users", head=textwrap.dedent(start)), "users.py": users(0)})
    file = saves.trees[0].root / "backend" / "pids"
    try:
        saves.generate()
        saves.generate()
        started = [[int(pid) for pid in line.split()] for line in file.read_text().splitlines()]
        assert len(started) == 2
        wait_until(lambda: not [pid for pid, _ in started if is_alive(pid)])
        assert [is_alive(pid) for _, pid in started] == [True, True]
    finally:
        for pid in map(int, file.read_text().split()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("program", [SNAPSHOTS, PLAIN])
def test_an_app_that_ends_its_process_is_not_tried_for_ever(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """
    Where a package has started a thread nothing forks, and an exit with 0 looks like that of a
    process that has done its job.
    """
    thread = "import threading, time\n"
    thread += "threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
    tree.write("site-packages/threads.py", thread)
    tree.kit("frontend")
    monkeypatch.setenv("PYTHONPATH", str(tree.root / "site-packages"))
    job = Job(target="main:app", app_dir=str(tree.root / "backend"))
    starts, start = [], Worker._start

    def counted(worker: Worker) -> None:
        starts.append(worker)
        assert len(starts) < 6
        start(worker)

    monkeypatch.setattr(Worker, "_start", counted)
    worker = Worker(program)
    try:
        tree.write(
            "backend/main.py", "import threads\nfrom fastapi import FastAPI\napp = FastAPI()\n"
        )
        found = [worker.generate(job, lambda seconds: seconds > 60) for _ in range(2)]
        assert [each and each.status for each in found] == ["written", "written"]
        tree.write("backend/main.py", "import threads, os\nos._exit(0)\n")
        result = worker.generate(job, lambda seconds: seconds > 60)
        assert result is not None
        assert result.status == "crashed"
    finally:
        worker.end()
