"""
Readers of the demo's notifications: Node, with the client that FluidKit has generated.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conftest import environment
from demo.running import REPOSITORY, Copy
from production.serving import NODE, Held, probe

ESBUILD = REPOSITORY / "fluidkit" / "runtime" / "node_modules" / ".bin" / "esbuild"
SOURCE = Path(__file__).parent / "readers.ts"


@dataclass(frozen=True)
class Reader:
    """
    What one reader has heard.
    """

    ids: list[int]
    """Numbers of the notifications, in the order of their coming."""
    opened: int
    dropped: int
    ended: list[str]
    """What has ended the stream for good."""
    heard: bool


@dataclass(frozen=True)
class Readers:
    """
    A Node process with any number of readers.
    """

    process: subprocess.Popen[str]
    _probed: Path

    def wait_until_open(self) -> None:
        """
        Wait until everybody has heard something.
        """
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "open\n"

    def seen(self) -> tuple[int, int]:
        """
        Return how many notifications those have who have the fewest and the most.
        """
        fewest, most = json.loads(self._ask("seen"))
        return fewest, most

    def wait_until_seen(self, count: int, seconds: float = 60) -> None:
        """
        Wait until everybody has this many.
        """
        deadline = time.monotonic() + seconds
        while (seen := self.seen())[0] < count:
            assert time.monotonic() < deadline, f"{seen} of {count}"
            time.sleep(0.2)

    def held(self) -> Held:
        """
        Return what the process holds.
        """
        return probe(self.process, self._probed)

    def close(self) -> list[Reader]:
        """
        End all streams, and return what was heard. Node ends then, as nothing keeps it alive.
        """
        readers = [Reader(**each) for each in json.loads(self._ask("close"))]
        assert self.process.stdin is not None
        self.process.stdin.close()
        assert self.process.wait(15) == 0
        return readers

    def _ask(self, question: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{question}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()


def bundle(copy: Copy, folder: Path) -> Path:
    """
    Build the readers with the client of a copy of the demo.
    """
    built = folder / "readers.mjs"
    options = ["--bundle", "--format=esm", "--platform=node", "--log-level=error"]
    externals = [f"--external:{name}" for name in ("$app/*", "@sveltejs/kit", "svelte/*")]
    alias = f"--alias:$lib={copy.frontend}/src/lib"
    command = [ESBUILD, SOURCE, *options, *externals, alias, f"--outfile={built}"]
    subprocess.run(command, check=True)
    return built


@contextmanager
def reading(program: Path, sites: Sequence[tuple[str, int]], after: int) -> Iterator[Readers]:
    """
    Run the readers: so many at each of these addresses, who know all notifications up to *after*.
    """
    given = {"sites": [{"url": url, "count": count} for url, count in sites], "after": after}
    probed = program.with_name("probed.json")
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(
            [*NODE, str(program), json.dumps(given)],
            env=environment(PROBED=str(probed)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            yield Readers(process, probed)
        finally:
            process.kill()
        errors.seek(0)
        assert not errors.read()
