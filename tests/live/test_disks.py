"""
Disks that are full, read-only or somebody else's, around a real server and the command line.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import textwrap
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import APP, Serve, Tree, environment

CLIENT = "frontend/src/lib/api"
CHANGED = textwrap.dedent(APP).replace("name: str", "nick: str").replace("name=", "nick=")


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """
    Have a file system of its own in a folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("may not mount a file system here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


AS_NOBODY = """
import os, sys
from fluidkit.cli import main

def run(command):
    sys.argv = ["fluidkit", command, "main:app"]
    try:
        main()
    except SystemExit as done:
        return done.code

run("check")  # loads what somebody else may not read
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(run("generate"))
"""


def generate(
    project: Tree, prepare: Callable[[], None] | None = None, script: str | None = None
) -> subprocess.CompletedProcess[str]:
    command = ["-m", "fluidkit", "generate", "main:app"] if script is None else ["-c", script]
    return subprocess.run(
        [sys.executable, *command],
        cwd=project.root / "backend",
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=prepare,
    )


def client(project: Tree) -> dict[str, str]:
    return {path: project.read(path) for path in project.files(CLIENT)}


def refuses_and_serves(project: Tree, serve: Serve, why: str) -> None:
    """
    The command line says it in one sentence and fails; the server says it once, and serves.
    """
    before = client(project)
    project.write("backend/main.py", CHANGED)
    done = generate(project)
    assert done.returncode == 1, done.stderr
    assert why in done.stderr
    assert "Traceback" not in done.stderr
    server = serve(project.root / "backend")
    said = server.wait_for(why)
    assert "No client was written" in said
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/users/7", timeout=10) as answer:
        assert json.load(answer) == {"id": 7, "nick": "Ada"}
    server.stop()
    assert sum(why in line for line in server.lines) == 1
    assert not any("Traceback" in line for line in server.lines)
    assert client(project) == before


def test_on_a_full_disk_the_old_client_stays_and_the_app_serves(
    project: Tree, serve: Serve
) -> None:
    """
    ENOSPC of a real file system (F07).
    """
    with mounted(project.root / "frontend/src", "size=1m"):
        assert generate(project).returncode == 0
        filler = project.root / "frontend/src/filler"
        with pytest.raises(OSError, match="No space left"), filler.open("wb", 0) as file:  # noqa: PT012
            while True:
                file.write(b"x" * 4096)
        refuses_and_serves(project, serve, "the disk is full")
        filler.unlink()
        assert generate(project).returncode == 0
        assert "nick" in project.read(f"{CLIENT}/generated/main.d.ts")


def test_on_a_read_only_disk_the_old_client_stays_and_the_app_serves(
    project: Tree, serve: Serve
) -> None:
    """
    EROFS of a real file system, as in the container of a production image (F08).
    """
    with mounted(project.root / "frontend/src", "size=1m"):
        assert generate(project).returncode == 0
        again = ["mount", "-o", "remount,ro", str(project.root / "frontend/src")]
        subprocess.run(again, check=True)
        assert generate(project).returncode == 0, "what is current needs no writing"
        refuses_and_serves(project, serve, "the file system is read-only")


def test_a_user_who_may_not_write_gets_one_sentence() -> None:
    """
    The files belong to somebody else (F08).
    """
    folder = Path(tempfile.mkdtemp(prefix="fluidkit-"))
    project = Tree(folder.resolve())
    try:
        (folder / ".git").mkdir()
        project.kit("frontend")
        project.write("backend/main.py", textwrap.dedent(APP))
        assert generate(project).returncode == 0
        before = client(project)
        project.write("backend/main.py", CHANGED)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        done = generate(project, script=AS_NOBODY)
        assert done.returncode == 1, done.stderr
        assert "permission denied" in done.stderr
        assert "Traceback" not in done.stderr
        assert client(project) == before
    finally:
        for path in [folder, *folder.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
        shutil.rmtree(folder)


def test_a_file_that_may_not_grow_leaves_all_old_files(project: Tree) -> None:
    """
    A limit of the process, which needs no file system of its own: `write` itself fails (F07).
    """
    assert generate(project).returncode == 0
    before = client(project)
    project.write("backend/main.py", CHANGED)
    done = generate(project, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)))
    assert done.returncode == 1, done.stderr
    assert "Could not write 'frontend/src/lib/api/" in done.stderr
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert client(project) == before
    assert not any(path.endswith(".tmp") for path in before)
