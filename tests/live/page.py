"""
A page with five open streams, a real Vite and a real server behind it, driven in Chromium.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from conftest import Tree, environment, free_port
from demo.running import DEMO, Process, chromium, link_packages, running
from playwright.sync_api import Page

from live.loops import wait_until

MAIN = """
    from fastapi import FastAPI

    import fluidkit
    from routers import feeds, people

    app = FastAPI()
    app.include_router(people.router)
    app.include_router(feeds.router)
    fluidkit.integrate(app)
"""

MODELS = """
    from pydantic import BaseModel


    class Person(BaseModel):
        \"\"\"Somebody.\"\"\"

        name: str
        email: str = ""


    class Tick(BaseModel):
        number: int
"""

PEOPLE = """
    from fastapi import APIRouter

    from models import Person

    router = APIRouter(prefix="/people")


    @router.get("")
    def list_people() -> list[Person]:
        return [Person(name="Ada")]


    @router.get("/{name}")
    def get_person(name: str) -> Person:
        \"\"\"Give one of them.\"\"\"
        return Person(name=name)


    @router.put("/{name}")
    def put_person(name: str, person: Person) -> Person:
        return person


    @router.delete("/{name}", status_code=204)
    def delete_person(name: str) -> None:
        pass
"""

FEEDS = """
    import asyncio
    import json
    import time
    from typing import Annotated

    from fastapi import APIRouter, Header
    from fastapi.responses import StreamingResponse
    from sse_starlette import EventSourceResponse

    from models import Tick

    router = APIRouter(prefix="/feeds")


    async def ticks(after: int):
        \"\"\"One number every 50 ms, in every process alike.\"\"\"
        number = after + 1 if after else int(time.time() * 20)
        while True:
            await asyncio.sleep(max(0, number / 20 - time.time()))
            yield Tick(number=number)
            number += 1


    async def events(after: int):
        async for tick in ticks(after):
            yield {"event": "tick", "id": str(tick.number), "data": tick.model_dump_json()}


    async def frames(after: int):
        async for tick in ticks(after):
            yield f"id: {tick.number}\\ndata: {tick.model_dump_json()}\\n\\n"


    async def records(after: int):
        async for tick in ticks(after):
            yield tick.model_dump_json() + "\\n"


    @router.get("/events")
    async def stream_events(last_event_id: Annotated[int, Header()] = 0):
        return EventSourceResponse(events(last_event_id))


    @router.get("/frames")
    async def stream_frames(last_event_id: Annotated[int, Header()] = 0):
        return StreamingResponse(frames(last_event_id), media_type="text/event-stream")


    @router.post("/answers")
    async def stream_answers(last_event_id: Annotated[int, Header()] = 0):
        return EventSourceResponse(events(last_event_id))


    @router.get("/records")
    async def stream_records(after: int = 0):
        return StreamingResponse(records(after), media_type="application/x-ndjson")


    @router.get("/log")
    async def stream_log(after: int = 0):
        return StreamingResponse(records(after), media_type="text/plain")
"""

PAGE = """
    <script lang="ts">
        import { onMount } from 'svelte';
        import { delete_person, get_person } from '$lib/api/people.api';
        import {
            stream_answers, stream_events, stream_frames, stream_log, stream_records
        } from '$lib/api/feeds.api';
        import { live } from '$lib/api/svelte';

        let { data } = $props();
        let typed = $state('');
        let clicks = $state(0);
        const seen: Record<string, number[]> = $state({
            events: [], frames: [], answers: [], records: [], log: []
        });
        const note = (name: string, number: number) => void seen[name]!.push(number);
        const last = (name: string) => ({ after: seen[name]!.at(-1) });

        const current = live(() =>
            stream_events({ on: { tick: (tick) => note('events', tick.number) } })
        );

        onMount(() => {
            const open = {
                frames: stream_frames({
                    onMessage: (event) => note('frames', JSON.parse(event.data).number)
                }),
                answers: stream_answers({ on: { tick: (tick) => note('answers', tick.number) } }),
                records: records(),
                log: log()
            };
            return () => Object.values(open).forEach((stream) => stream.close());
        });

        // What does not resume by itself says so, and is started again from where it broke.
        function records(): { close(): void } {
            return stream_records({
                ...last('records'),
                onChunk: (tick) => note('records', tick.number),
                onError: () => setTimeout(records, 100)
            });
        }

        function log(): { close(): void } {
            return stream_log({
                ...last('log'),
                onLine: (line) => note('log', JSON.parse(line).number),
                onError: () => setTimeout(log, 100)
            });
        }

        Object.assign(globalThis, { seen, get_person, delete_person });
    </script>

    <input aria-label="Name" bind:value={typed} />
    <button onclick={() => clicks++}>clicked {clicks}</button>
    <p>{data.people.map((person) => person.name).join()}</p>
    <p>{current.status}</p>
"""

LOAD = """
    import { list_people } from '$lib/api/people.api';

    export const load = async ({ fetch }) => ({ people: await list_people({ fetch }) });
"""

VITE = """
    import { sveltekit } from '@sveltejs/kit/vite';
    import { defineConfig } from 'vite';

    export default defineConfig({
        plugins: [sveltekit()],
        server: { port: Number(process.env.FRONTEND_PORT), strictPort: true, host: '127.0.0.1' }
    });
"""

SHELL = "<!doctype html><html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>"


def write_project(tree: Tree) -> None:
    """
    Write the back end and the SvelteKit app, with the demo's packages linked in.
    """
    tree.write("backend/main.py", MAIN)
    tree.write("backend/models.py", MODELS)
    tree.write("backend/routers/people.py", PEOPLE)
    tree.write("backend/routers/feeds.py", FEEDS)
    tree.write("frontend/src/routes/+page.svelte", PAGE)
    tree.write("frontend/src/routes/+page.ts", LOAD)
    tree.write("frontend/src/app.html", SHELL)
    tree.write("frontend/vite.config.ts", VITE)
    tree.write("frontend/svelte.config.js", "export default {};\n")
    tree.write(
        "frontend/tsconfig.json",
        json.dumps({"extends": "./.svelte-kit/tsconfig.json", "compilerOptions": {"strict": True}}),
    )
    package = json.loads((DEMO / "frontend" / "package.json").read_text(encoding="utf-8"))
    package |= {
        "name": "page",
        "scripts": {"dev": "vite dev", "check": package["scripts"]["check"]},
    }
    tree.write("frontend/package.json", json.dumps(package))
    tree.write("frontend/package-lock.json", "{}\n")
    link_packages(tree.root / "frontend")
    tree.write(".gitignore", "node_modules\n.svelte-kit\n__pycache__\n*.map\n")
    git(tree, "init", "-q", "-b", "main")


@dataclass
class Watched:
    """
    The page, and what Vite has told it.
    """

    page: Page
    tree: Tree
    process: Process
    """The server under `uvicorn --reload`, or `fluidkit dev`."""
    updates: list[str] = field(default_factory=list)
    """The paths of hot updates."""
    reloads: int = 0
    """How often Vite told the page to reload."""
    errors: list[str] = field(default_factory=list)

    def hear(self, payload: str | bytes) -> None:
        """
        Note a message of Vite's web socket.
        """
        message = json.loads(payload)
        match message.get("type"):
            case "update":
                self.updates += [update["path"] for update in message["updates"]]
            case "full-reload":
                self.reloads += 1
            case "error":
                self.errors.append(str(message))

    def seen(self, name: str) -> list[int]:
        """
        Return the numbers that a stream has brought so far.
        """
        numbers: list[int] = self.page.evaluate("(name) => [...seen[name]]", name)
        return numbers

    def starts(self) -> int:
        """
        Return how often the server has started.
        """
        return sum("Application startup complete" in line for line in [*self.process.lines])

    def said(self) -> str:
        """
        Return the last lines of the terminal.
        """
        return "".join(self.process.lines[-40:])

    def settle(self) -> None:
        """
        Wait until every stream has brought ten numbers more than it has by now.
        """
        before = {name: len(self.seen(name)) for name in STREAMS}
        wait_until(
            lambda: all(len(self.seen(name)) >= size + 10 for name, size in before.items()),
            lambda: (
                f"{before} -> { {name: len(self.seen(name)) for name in STREAMS} }\n{self.said()}"
            ),
            120,
        )

    def wait_for_file(self, path: str, text: str, *, there: bool = True) -> None:
        """
        Wait until a generated file has *text*, or has it no longer.
        """
        file = self.tree.root / "frontend/src/lib/api" / path
        wait_until(
            lambda: (file.is_file() and text in file.read_text(encoding="utf-8")) is there,
            lambda: f"{text!r} in {path}: not {there}\n{self.said()}",
            120,
        )


STREAMS = ("events", "frames", "answers", "records", "log")


@contextmanager
def watched(tree: Tree, way: str) -> Iterator[Watched]:
    """
    Open the page while the back end runs under `uvicorn --reload`, or all under `fluidkit dev`.
    """
    api_port, web_port = free_port(), free_port()
    url = f"http://127.0.0.1:{api_port}"
    variables = {"FLUIDKIT_URL": url, "FRONTEND_PORT": str(web_port)}
    backend, frontend = tree.root / "backend", tree.root / "frontend"
    if way == "dev":
        command = [sys.executable, "-m", "fluidkit", "dev", "main:app", "--port", str(api_port)]
        with running(command, backend, variables) as process:
            process.wait_for("Local:")
            with _opened(tree, process, web_port) as page:
                yield page
        return
    server = [sys.executable, "-m", "uvicorn", "main:app", "--reload", "--port", str(api_port)]
    with running(server, backend, variables) as process:
        process.wait_for("functions")
        with running(["npm", "run", "dev"], frontend, variables) as web:
            web.wait_for("Local:")
            with _opened(tree, process, web_port) as page:
                yield page


@contextmanager
def _opened(tree: Tree, process: Process, port: int) -> Iterator[Watched]:
    process.wait_for("Application startup complete")
    with chromium() as browser:
        page = browser.new_page(base_url=f"http://127.0.0.1:{port}")
        watched = Watched(page, tree, process)
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        # Vite looks for what a page needs while it is first read, and may reload it once then.
        page.goto("/", timeout=60_000)
        page.wait_for_function("globalThis.seen?.log.length > 3", timeout=60_000)
        page.on("websocket", lambda socket: socket.on("framereceived", watched.hear))
        page.reload()
        page.wait_for_function("globalThis.seen?.log.length > 3", timeout=60_000)
        page.get_by_label("Name").fill("half a na")
        page.get_by_role("button").click()
        page.evaluate("globalThis.sameDocument = true")
        yield watched


def git(tree: Tree, *arguments: str) -> None:
    """
    Run git in the project, as nobody in particular.
    """
    identity = {
        f"GIT_{who}_{what}": "a@example.com"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    subprocess.run(
        ["git", *arguments],
        cwd=tree.root,
        check=True,
        capture_output=True,
        env=environment(**identity),
    )
