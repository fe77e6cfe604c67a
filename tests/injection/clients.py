"""
Clients of apps that hold one text in every place: real modules, through the real pipeline.
"""

from __future__ import annotations

import importlib.util
import multiprocessing
import os
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, FastAPI

from fluidkit.introspection import Context, read_app
from fluidkit.typescript import Target, render
from injection.places import HEADER, PLACES
from injection.texts import HARMLESS

SIMPLE = f'{HEADER}\n@router.get("/x")\ndef endpoint() -> int: ...\n'
COMMON = "common"
"""The place of the files that no one module has for its own."""
NAMES = ("file_name", "module_name", "settings")
"""Places outside of modules; each has an app of its own."""

Files = Mapping[str, str]


@dataclass(frozen=True)
class Client:
    """
    The client of an app with one text everywhere, as files by place and path.
    """

    kit: Mapping[str, Files]
    neutral: Mapping[str, Files]
    refused: Mapping[str, str]
    """Places where Python, pydantic or FastAPI would not have the text, and what they said."""


def print_clients(texts: Mapping[str, str], folder: Path) -> Mapping[str, Client]:
    """
    Print a client for each text, by its name.
    """
    folders = [folder / str(number) for number in range(len(texts))]
    # Not by fork: this process has threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as processes:
        return dict(zip(texts, processes.map(print_client, texts.values(), folders), strict=True))


def print_client(text: str, folder: Path) -> Client:
    """
    Write the modules of an app below `folder`, import them, read the app and print its client.
    """
    refused: dict[str, str] = {}
    app = FastAPI(title=text, description=text, version=text)
    for place, source in PLACES.items():
        file = folder / f"{place}.py"
        try:
            router = _router(file, source.replace("TEXT", ascii(text)), place)
            app.include_router(router, prefix=f"/{place}")
        except Exception as error:
            refused[place] = f"{type(error).__name__}: {error}"
            router = _router(file, source.replace("TEXT", ascii(HARMLESS)), place)
            app.include_router(router, prefix=f"/{place}")
    kit, neutral = map(_by_place, _render(app, folder))
    for place in NAMES:
        try:
            kit[place], neutral[place] = _named(place, text, folder / place)
        except (OSError, ValueError) as error:
            refused[place] = f"{type(error).__name__}: {error}"
            kit[place], neutral[place] = _named(place, HARMLESS, folder / place)
    return Client(kit, neutral, refused)


def _render(app: FastAPI, folder: Path, **settings: str) -> tuple[Files, Files]:
    """
    Read an app, and print its client for a SvelteKit app and for any other.
    """
    api = read_app(app, Context(project_root=folder, root=folder)).api
    targets = [
        Target(output="out", kit=kit, routes="src/routes" if kit else None, **settings)
        for kit in (True, False)
    ]
    kit, neutral = [render(api, each).files for each in targets]
    return kit, neutral


def _router(file: Path, source: str, name: str) -> APIRouter:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    router: APIRouter = module.router
    return router


def _by_place(files: Files) -> dict[str, dict[str, str]]:
    places: dict[str, dict[str, str]] = {place: {} for place in (*PLACES, COMMON)}
    for path, text in files.items():
        stem = path.rpartition("/")[2].partition(".")[0]
        places[stem if stem in PLACES else COMMON][path] = text
    return places


def _named(place: str, text: str, folder: Path) -> tuple[Files, Files]:
    """
    Print an app of one module that is named by the text, or whose settings hold it.
    """
    outside = folder / "outside.py"
    match place:
        case "file_name":
            # With a letter in front, as a text that begins with a slash is no relative path.
            app = _app(folder / "in" / f"x{text}.py", "file_name_x")
            printed = _render(app, folder / "in")
        case "module_name":
            printed = _render(_app(outside, text), folder / "in")
        case _:
            app = _app(folder / "in" / "x.py", "settings_x")
            printed = _render(app, folder / "in", prefix=text, backend_url=text)
    kit, neutral = [{_role(path): code for path, code in files.items()} for files in printed]
    return kit, neutral


def _app(file: Path, name: str) -> FastAPI:
    app = FastAPI()
    app.include_router(_router(file, SIMPLE, name))
    return app


def _role(path: str) -> str:
    """
    Answer what a file is, whatever the module is called and wherever the proxy route lies.
    """
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.partition(".")
    if path.startswith("src/routes"):
        return name
    if stem in ("index", "routes", "settings", ""):
        return path
    return f"{'generated/' if folder.startswith('out/generated') else ''}{ending}"
