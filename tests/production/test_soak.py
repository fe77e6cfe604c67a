"""
Readers of server-sent events in the demo's production form, while its back end restarts: many in
Node, and a page in Chromium.

`make soak` runs it with 200 readers for ten minutes and a restart in each: `STREAMS` and `MINUTES`
say how many and how long.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import signal
import sqlite3
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from demo.conftest import WATCHED, Open
from demo.running import Copy, Process
from production.browsing import Visitor, visiting
from production.reading import Reader, Readers, reading
from production.serving import (
    Held,
    Site,
    answers,
    children,
    log_in,
    memory,
    probe,
    probed,
    restart_workers,
    running_api,
    running_nginx,
    running_web,
    worker_pids,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.node,
    pytest.mark.slow,
    pytest.mark.xdist_group("production"),
]

MINUTES = float(os.environ.get("MINUTES") or 0)
STREAMS = int(os.environ.get("STREAMS") or 20)
SHORT = not MINUTES
SECONDS = 7.0 if SHORT else 60 * MINUTES
PERIOD = 7.0 if SHORT else 60.0
"""Seconds from one restart to the next."""
BEHIND_NGINX = 4
"""One reader of so many comes through nginx."""
PAUSE = 0.3
"""Seconds between two events."""

GROWTH = 8.0
"""MB that anything measured may grow by from the second period to the last."""


@dataclass
class Soak:
    """
    What is running, and what was measured.
    """

    site: Site
    api: Process
    web: Process
    nginx: Process
    stack: ExitStack
    measured: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """MB by what holds them: first with all readers there, then at the end of each period."""

    def measure(self, readers: Readers, visitor: Visitor) -> None:
        """
        Write down what everybody holds now.
        """
        for name, value in {
            "heap of the pages' server": self.held().heap,
            "memory of the pages' server": memory(self.web.handle.pid),
            "memory of the larger worker": max(map(memory, worker_pids(self.api))),
            "memory of uvicorn's first process": memory(self.api.handle.pid),
            "memory of nginx": sum(map(memory, children(self.nginx.handle.pid))),
            "heap of the readers' process": readers.held().heap,
            "heap of the page in Chromium": visitor.weigh().heap,
        }.items():
            self.measured[name].append(value)

    def held(self) -> Held:
        """
        Ask the pages' server what it holds.
        """
        return probe(self.web.handle, probed(self.site.build, self.site.web_port))

    # The restarts, from the gentlest to the hardest.

    def roll(self) -> None:
        """
        Replace one worker after the other: a deploy.
        """
        restart_workers(self.api)

    def kill_a_worker(self) -> None:
        """
        Kill one worker, which uvicorn replaces: out of memory.
        """
        os.kill(min(worker_pids(self.api)), signal.SIGKILL)

    def restart(self) -> None:
        """
        End the whole back end as an init system does, and start it again.
        """
        self.api.handle.send_signal(signal.SIGTERM)
        self.api.handle.wait(30)
        self.start()

    def crash(self) -> None:
        """
        Kill the whole back end, and start it again: a machine that is gone.
        """
        os.killpg(self.api.handle.pid, signal.SIGKILL)
        self.api.handle.wait(30)
        while answers(self.site.api_port):  # a worker that has not died yet
            time.sleep(0.01)
        self.start()

    def start(self) -> None:
        """
        Start the back end.
        """
        site = self.site
        api = running_api(site.copy, site.api_port, site.database, "watched:app")
        self.api = self.stack.enter_context(api)

    def open(self) -> list[Open]:
        """
        Ask each worker what it has open.
        """
        found: dict[int, Open] = {}
        deadline = time.monotonic() + 30
        while len(found) < 2:
            assert time.monotonic() < deadline, found
            with urllib.request.urlopen(f"{self.site.api_url}/watched", timeout=30) as answer:
                opened = Open(**json.load(answer))
            found[opened.process] = opened
        return list(found.values())


class Speaker(threading.Thread):
    """
    Says something on the board again and again, through the pages' server as everybody does.

    While the back end is away it cannot: what counts is what has come to be written down.
    """

    def __init__(self, url: str, cookie: str) -> None:
        super().__init__(daemon=True)
        self._url = f"{url}/api/incidents/1/comments"
        self._cookie = cookie
        self._enough = threading.Event()
        self.refused = 0

    def run(self) -> None:
        """
        Speak until it is enough.
        """
        for number in itertools.count(1):
            if self._enough.wait(PAUSE):
                return
            request = urllib.request.Request(
                self._url,
                data=json.dumps({"body": f"Number {number}"}).encode(),
                headers={"content-type": "application/json", "cookie": self._cookie},
            )
            try:
                urllib.request.urlopen(request, timeout=30).close()
            except (urllib.error.URLError, ConnectionError):
                self.refused += 1

    def end(self) -> None:
        """
        Stop speaking.
        """
        self._enough.set()
        self.join()


def notifications(database: Path, after: int) -> list[int]:
    """
    Return the numbers of what was written down.
    """
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT id FROM notification WHERE id > ? ORDER BY id"
        return [number for (number,) in connection.execute(query, [after])]


@pytest.fixture
def soak(built: tuple[Copy, Path], tmp_path: Path) -> Iterator[Soak]:
    """
    The demo's production form behind nginx, its back end to be restarted.
    """
    copy, folder = built
    shutil.copy(WATCHED, copy.backend)
    site = Site(copy, folder, tmp_path / "board.sqlite")
    with ExitStack() as stack:
        api = stack.enter_context(running_api(copy, site.api_port, site.database, "watched:app"))
        web = stack.enter_context(running_web(folder, site.web_port, site.api_url, site.url))
        nginx = stack.enter_context(running_nginx(tmp_path, site.nginx_port, [site.web_port]))
        yield Soak(site, api, web, nginx, stack)


def restarts(soak: Soak) -> Iterator[Callable[[], None]]:
    """
    Return one restart after the other; where there is time for a few only, those that hurt.
    """
    if SHORT:
        return itertools.cycle([soak.crash])
    return itertools.cycle([soak.roll, soak.kill_a_worker, soak.restart, soak.crash])


def wait_until_idle(soak: Soak, resources: dict[str, int]) -> tuple[float, Held]:
    """
    Wait until nothing is left of the readers, in FastAPI's workers and in the pages' server.

    The server comes last: asked what it holds, it collects garbage, which ends forgotten requests.
    """
    started = time.monotonic()
    while busy := [each for each in soak.open() if each.generators or each.connections]:
        passed = time.monotonic() - started
        assert passed < 30, f"{busy} after {passed:.0f} s"
        time.sleep(0.2)
    while (held := soak.held()).resources != resources:
        passed = time.monotonic() - started
        assert passed < 30, f"{held.resources}, not {resources}, after {passed:.0f} s"
        time.sleep(0.2)
    return time.monotonic() - started, held


def test_every_event_arrives_once_and_in_order(
    soak: Soak, readers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Through all restarts; memory stays flat, and nothing is left.
    """
    site = soak.site
    before = soak.held()
    cookie = log_in(site.url, "ada")
    after = notifications(site.database, 0)[-1]
    at_nginx = STREAMS // BEHIND_NGINX
    places = [(site.url, STREAMS - at_nginx), (site.nginx_url, at_nginx)]
    with reading(readers, places, after) as reader, visiting(site.nginx_url) as visitor:
        reader.wait_until_open()
        soak.measure(reader, visitor)
        page = visitor.weigh()
        speaker = Speaker(site.url, cookie)
        speaker.start()
        done = []
        for name in listen(soak):
            soak.measure(reader, visitor)
            done.append(name)
            if not SHORT:
                with capsys.disabled():
                    print(f"\n{name}: {reader.seen()} events", end="", flush=True)
        speaker.end()
        told = notifications(site.database, after)
        reader.wait_until_seen(len(told))
        visitor.wait_until_seen(told[-1])
        seen = [number for number in visitor.seen() if number > after]
        interruptions, weight = visitor.interruptions(), visitor.weigh()
        heard = reader.close()
    ended, held = wait_until_idle(soak, before.resources)
    with capsys.disabled():
        report(soak, done, speaker, told, heard)
        print(f"the page in Chromium: {len(seen)} notifications, {interruptions} interruptions")
        print(f"its nodes, listeners: {page} at first, {weight} in the end")
        print(
            f"heap of the pages' server: {before.heap:.1f} MB before, {held.heap:.1f} MB after all"
        )
        print(f"nothing left after {ended:.1f} s: {held}")

    assert len(told) > (3 if SHORT else 0.4 * SECONDS / PAUSE)
    assert len(heard) == STREAMS
    assert [each for each in heard if each.ended] == []
    wrong = [each.ids for each in heard if each.ids != told]
    assert wrong == []
    assert all(each.dropped for each in heard)
    assert (seen, visitor.errors) == (told, [])
    assert interruptions
    assert held.listeners == before.listeners
    assert weight.listeners <= page.listeners
    for name, values in soak.measured.items():
        assert len(values) < 4 or values[-1] - values[2] < GROWTH, (name, values)


def listen(soak: Soak) -> Iterator[str]:
    """
    Let time pass, with a restart in the middle of each period; yield its name at the period's end.
    """
    started = time.monotonic()
    for number, restart in enumerate(restarts(soak)):
        begin = started + number * PERIOD
        if begin + PERIOD > started + SECONDS:
            return
        time.sleep(max(0.0, begin + PERIOD / 2 - time.monotonic()))
        restart()
        time.sleep(max(0.0, begin + PERIOD - time.monotonic()))
        yield restart.__name__


def report(
    soak: Soak, done: Sequence[str], speaker: Speaker, told: list[int], heard: list[Reader]
) -> None:
    """
    Print what was measured.
    """
    drops = [each.dropped for each in heard]
    print(f"\n{len(heard)} readers, {SECONDS:.0f} s, restarts: {', '.join(done)}")
    print(f"{len(told)} events, {sum(len(each.ids) for each in heard)} deliveries", end="")
    print(f", {speaker.refused} refused to speak while nobody was there")
    print(f"streams broken and resumed: {sum(drops)}, each {min(drops)} to {max(drops)} times")
    print("MB, with all readers there, and at the end of each period:")
    for name, values in soak.measured.items():
        print(f"  {name}: {' '.join(f'{value:.1f}' for value in values)}")
