"""
Ten saves in a row, with five streams open on the page and a half-filled form.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from conftest import Tree

from live.loops import wait_until
from live.page import MAIN, MODELS, PEOPLE, STREAMS, Watched, git, watched, write_project

pytestmark = [pytest.mark.node, pytest.mark.browser, pytest.mark.slow]

CLIENT = "frontend/src/lib/api"

STATS = """

    @router.get("/{name}/stats")
    def get_stats(name: str) -> dict[str, int]:
        return {}
"""

TEAMS = """
    from fastapi import APIRouter
    from pydantic import BaseModel

    router = APIRouter(prefix="/teams")


    class Team(BaseModel):
        size: int


    @router.get("")
    def list_teams() -> list[Team]:
        return []
"""

PLAIN = """
    <script lang="ts">
        import { onMount } from 'svelte';
        import { list_people } from '$lib/api/people.api';

        const seen: { log: number[] } = { log: [] };

        onMount(() => {
            const timer = setInterval(() => seen.log.push(seen.log.length), 50);
            return () => clearInterval(timer);
        });

        Object.assign(globalThis, { seen, list_people });
    </script>

    <input aria-label="Name" />
    <button>Nothing</button>
"""

PLAIN_MAIN = """
    from fastapi import FastAPI

    import fluidkit
    from routers import people

    app = FastAPI()
    app.include_router(people.router)
    fluidkit.integrate(app)
"""

LETTERS = """

    @router.get("/{name}/letters")
    async def stream_letters(name: str):
        async def events():
            for letter in name:
                yield {"data": letter}

        return EventSourceResponse(events())
"""


def test_the_first_stream_and_the_last(tree: Tree) -> None:
    """
    They come and go like any other endpoint, and the page stays.
    """
    write_project(tree)
    tree.write("backend/main.py", PLAIN_MAIN)
    tree.write("frontend/src/routes/+page.svelte", PLAIN)
    (tree.root / "frontend/src/routes/+page.ts").unlink()
    with watched(tree, "reload") as page:
        started = page.starts()
        sse = "    from sse_starlette import EventSourceResponse\n"
        tree.write("backend/routers/people.py", f"{sse}{PEOPLE}{LETTERS}")
        page.wait_for_file("people.api.ts", "stream_letters")
        wait_until(lambda: page.starts() > started, page.said, 120)
        tree.write(
            "frontend/src/routes/+page.svelte",
            PLAIN.replace("list_people }", "list_people, stream_letters }"),
        )
        page.page.wait_for_function("globalThis.stream_letters")
        called = """async () => {
            const found = [];
            for await (const event of stream_letters('ada')) found.push(event.data);
            return found;
        }"""
        assert page.page.evaluate(called) == ["a", "d", "a"]
        tree.write("frontend/src/routes/+page.svelte", PLAIN)
        tree.write("backend/routers/people.py", PEOPLE)
        page.wait_for_file("people.api.ts", "stream_letters", there=False)
        wait_until(lambda: page.starts() > started + 1, page.said, 120)
        assert page.page.evaluate("list_people()") == [{"name": "Ada", "email": ""}]
        assert page.errors == []
        assert page.reloads == 0
        assert page.page.evaluate("globalThis.sameDocument")


@pytest.mark.parametrize("way", ["reload", "dev"])
def test_ten_saves(tree: Tree, way: str) -> None:
    """
    Each does the right thing, with nothing to click and nothing lost; and Vite hears of code only.
    """
    write_project(tree)
    with watched(tree, way) as page:
        with saved(page, updates=set()):  # a field
            edit(tree, "models.py", 'email: str = ""', 'email: str = ""\n    age: int = 0')
            page.wait_for_file("generated/models.d.ts", "'age': number")

        with saved(page, updates={"people.api.ts", "generated/people.js"}):  # a new route
            tree.write("backend/routers/people.py", PEOPLE + STATS)
            page.wait_for_file("people.api.ts", "get_stats")

        with saved(page, updates={"people.api.ts", "generated/people.js"}):  # a renamed function
            edit(tree, "routers/people.py", "def get_stats", "def read_stats")
            page.wait_for_file("people.api.ts", "get_stats", there=False)
            page.wait_for_file("people.api.ts", "read_stats")

        with saved(page, updates=set()):  # a docstring
            edit(tree, "routers/people.py", "Give one of them.", "Give one\n\n    of these.")
            page.wait_for_file("generated/people.d.ts", "of these.")

        with saved(page, updates=set()):  # a syntax error, and its repair
            edit(tree, "routers/people.py", "def read_stats(", "def read_stats((")
            page.process.wait_for("SyntaxError")
            page.wait_for_file("people.api.ts", "read_stats")
            edit(tree, "routers/people.py", "def read_stats((", "def read_stats(")

        with saved(page, updates=set()):  # a model that half the routes use
            edit(tree, "models.py", 'email: str = ""', "email: str | None = None")
            page.wait_for_file("generated/models.d.ts", "'email': string | null")

        with saved(page, updates=set()):  # a new router
            tree.write("backend/routers/teams.py", TEAMS)
            edit(tree, "main.py", "import feeds, people", "import feeds, people, teams")
            edit(
                tree,
                "main.py",
                "(feeds.router)",
                "(feeds.router)\napp.include_router(teams.router)",
            )
            page.wait_for_file("teams.api.ts", "type Team")
        assert page.page.evaluate("fetch('/api/teams').then((answer) => answer.json())") == []

        with saved(page, updates={"people.api.ts", "generated/people.js"}):  # a deleted route
            tree.write("backend/routers/people.py", PEOPLE)
            page.wait_for_file("people.api.ts", "read_stats", there=False)

        with saved(page, updates=set()):  # a burst
            git(tree, "add", ".")
            git(tree, "commit", "-qm", "here")
            git(tree, "checkout", "-qb", "there")
            for number in range(60):
                tree.write(f"backend/burst/m{number}.py", f"NUMBER = {number}\n")
            tree.write("backend/models.py", f"{MODELS}\n        odd: bool = False\n")
            tree.write("backend/main.py", MAIN)
            page.wait_for_file("generated/models.d.ts", "'odd': boolean")
            wait_until(lambda: not (tree.root / CLIENT / "teams.api.ts").exists())
        with saved(page, updates=set()):  # by `git checkout`
            git(tree, "add", ".")
            git(tree, "commit", "-qm", "there")
            git(tree, "checkout", "-q", "main")
            page.wait_for_file("generated/models.d.ts", "'odd': boolean", there=False)
            page.wait_for_file("teams.api.ts", "type Team")

        before = settled(tree)
        with saved(page, updates=set()):  # no change
            edit(tree, "models.py", "class", "class")
        assert settled(tree) == before


def edit(tree: Tree, path: str, old: str, new: str) -> None:
    text = tree.read(f"backend/{path}")
    assert old in text
    (tree.root / "backend" / path).write_text(text.replace(old, new), encoding="utf-8")


@contextmanager
def saved(page: Watched, *, updates: set[str]) -> Iterator[None]:
    """
    Wait, after what is done here, for the new server, and look at the page and at Vite's *updates*.
    """
    started, page.updates = page.starts(), []
    yield
    wait_until(lambda: page.starts() > started, page.said, 120)
    page.settle()
    for name in STREAMS:
        numbers = page.seen(name)
        assert numbers == [*range(numbers[0], numbers[0] + len(numbers))], name
    assert {path.partition("lib/api/")[2].partition("?")[0] for path in page.updates} == updates
    assert page.errors == []
    assert page.reloads == 0
    assert page.page.evaluate("globalThis.sameDocument")
    assert page.page.get_by_label("Name").input_value() == "half a na"
    assert page.page.get_by_role("button").text_content() == "clicked 1"


def settled(tree: Tree) -> dict[str, tuple[bytes, int]]:
    """
    Return what lies on disk once nobody writes any more: a checkout may be two reloads.
    """
    while True:
        found = contents(tree)
        time.sleep(3)
        if contents(tree) == found:
            return found


def contents(tree: Tree) -> dict[str, tuple[bytes, int]]:
    """
    Return each generated file with its bytes and the time of its last write.
    """
    return {
        str(file): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in (tree.root / CLIENT).rglob("*")
        if file.is_file()
    }
