"""
A fork that waits has its memory for itself: what it then writes to needs no copying any more.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys

import pytest

FORKS = """
import json, os, resource, time
from types import SimpleNamespace
from fluidkit.snapshot import copies, held
from fluidkit.snapshot.forks import Fork

PAGE = os.sysconf("SC_PAGE_SIZE")
memory = bytearray(2000 * PAGE)
memory[:] = b"x" * len(memory)


def write(answers):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for at in range(0, len(memory), PAGE):
        memory[at] = 1
    answers.send(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)


def copy_and_write(answers, is_wanted=lambda: False, most=copies._MOST):
    copies._MOST = most
    copies.copy_pages(is_wanted)
    write(answers)


def is_ready(pid):
    state = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[0]
    rollup = open(f"/proc/{pid}/smaps_rollup").read()
    private = int(rollup.partition("Private_Dirty:")[2].split()[0]) * 1024
    return state == "S" and private > len(memory)


ways = {"idle": {}, "wanted": {"is_wanted": lambda: True}, "large": {"most": len(memory) - 1}}
found = {}
for name, way in ways.items():
    fork = Fork(lambda answers: copy_and_write(answers, **way))
    found[name] = fork.wait()
    fork.kill()

living = SimpleNamespace(touch=lambda: None)
spare = held._Spare(SimpleNamespace(remembered=SimpleNamespace(living=living), work=write))
while not is_ready(spare.fork.pid):
    time.sleep(0.01)
spare.begin()
found["spare"] = spare.fork.wait()
spare.fork.kill()
print(json.dumps(found))
"""
"""Prints how often the system had to copy one of 2,000 pages when they were written to."""

KERNEL = tuple(map(int, re.findall(r"\d+", platform.release())[:2]))


@pytest.mark.skipif(
    sys.platform != "linux" or KERNEL < (5, 14), reason="the system has no such call"
)
def test_a_fork_that_waits_copies_its_memory() -> None:
    """
    Unless there is something to do, or it is so much that it is better shared.
    """
    command = [sys.executable, "-c", FORKS]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["idle"] < 100
    assert found["spare"] < 1000
    assert found["wanted"] >= 2000
    assert found["large"] >= 2000
