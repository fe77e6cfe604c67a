"""
One app in two places: what a snapshot makes of it, and what a clean import makes of the other.
"""

from __future__ import annotations

import textwrap
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from conftest import Tree

from fluidkit.warm import Job, Result
from fluidkit.watching import PLAIN, SNAPSHOTS, Worker


class Workers:
    """
    The two ways, each with a process that goes on from test to test.
    """

    def __init__(self) -> None:
        self.quick, self.plain = Worker(SNAPSHOTS), Worker(PLAIN)

    def end(self) -> None:
        self.quick.end()
        self.plain.end()


class Saves:
    """
    An app that is saved again and again.
    """

    def __init__(self, workers: Workers, folder: Path, target: str = "main:app") -> None:
        self._workers = workers
        self._target = target
        self.trees = [Tree((folder / name).resolve()) for name in ("quick", "plain")]
        for tree in self.trees:
            (tree.root / ".git").mkdir(parents=True, exist_ok=True)
            tree.kit("frontend")

    def write(self, files: Mapping[str, str | None]) -> None:
        """
        Write, or delete, files of the back end in both places.
        """
        for path, text in files.items():
            for tree in self.trees:
                if text is None:
                    (tree.root / "backend" / path).unlink()
                else:
                    tree.write(f"backend/{path}", text)

    def save(self, files: Mapping[str, str | None]) -> Result:
        """
        Save *files*, and hold that both ways come to the same.
        """
        self.write(files)
        quick = self.generate()
        plain = self.generate_plainly()
        assert quick.status == plain.status, f"{quick.text}\n{plain.text}"
        assert self.client(0) == self.client(1), f"{quick.fast} {quick.text}"
        return quick

    def save_quickly(self, file: str, text: Callable[[int], str]) -> Result:
        """
        Save *file* until that is done by the snapshot, which is built meanwhile.
        """
        for number in range(30):
            result = self.save({file: text(number)})
            assert result.status == "written", result.text
            if result.fast:
                return result
            time.sleep(0.1)
        msg = "there is no snapshot"
        raise AssertionError(msg)

    def never_quickly(self, file: str, text: Callable[[int], str]) -> None:
        """
        Save *file* several times, and hold that no snapshot did it.
        """
        for number in range(3):
            assert not self.save({file: text(number)}).fast
            time.sleep(0.4)

    def generate(self) -> Result:
        """
        Generate the quick way.
        """
        return _generate(self._workers.quick, self._job(0))

    def generate_plainly(self) -> Result:
        """
        Generate by a clean import, in the other place.
        """
        return _generate(self._workers.plain, self._job(1))

    def confirm(self) -> Result:
        """
        Have the last quick generation confirmed.
        """
        self._workers.quick.confirm(self._job(0))
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            result = self._workers.quick.confirmed()
            if result is not None:
                return result
            time.sleep(0.01)
        msg = "it was not confirmed"
        raise AssertionError(msg)

    @property
    def keeper(self) -> int:
        """
        The process of the quick way.
        """
        process = self._workers.quick._process
        assert process is not None
        return process.pid

    def client(self, place: int) -> dict[str, str]:
        """
        Return the client's files.
        """
        tree = self.trees[place]
        return {path: tree.read(path) for path in sorted(tree.files("frontend"))}

    def read(self, path: str) -> str:
        """
        Return a file of the client that the quick way has written.
        """
        return self.trees[0].read(f"frontend/src/lib/api/{path}")

    def _job(self, place: int) -> Job:
        root = self.trees[place].root
        path = (str(root / "site-packages"),)
        return Job(target=self._target, app_dir=str(root / "backend"), path=path)


def _generate(worker: Worker, job: Job) -> Result:
    result = worker.generate(job, lambda seconds: seconds > 60)
    assert result is not None
    return result


def router(name: str, *, field: str = "size", head: str = "") -> str:
    """
    Return a module with a router, a model and a route.
    """
    text = f"""
        from fastapi import APIRouter
        from pydantic import BaseModel

        router = APIRouter(prefix="/{name}")


        class {name.title()}(BaseModel):
            {field}: int


        @router.get("")
        def list_{name}() -> list[{name.title()}]:
            return []
    """
    return f"{head}\n{textwrap.dedent(text)}"


def main(*names: str, head: str = "", foot: str = "") -> str:
    """
    Return an app that includes routers.
    """
    imports = "\n".join(f"import {name}" for name in names)
    includes = "\n".join(f"app.include_router({name}.router)" for name in names)
    return f"{head}\nfrom fastapi import FastAPI\n{imports}\napp = FastAPI()\n{includes}\n{foot}\n"


@contextmanager
def workers() -> Iterator[Workers]:
    """
    Start both ways, and end them.
    """
    both = Workers()
    try:
        yield both
    finally:
        both.end()
