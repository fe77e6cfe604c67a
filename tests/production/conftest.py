"""
One build of the demo for all tests here, and what serves it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import environment
from demo.running import Copy, copy_demo
from production.reading import bundle
from production.serving import Site, build, running_api, running_web

REDIRECTED = """
import { who_am_i } from '$lib/api/auth.api';

export const GET = async ({ params, request, fetch }) => {
	const headers = { authorization: request.headers.get('authorization') };
	const more = params.way === 'with-fetch' ? { fetch } : {};
	const result = await who_am_i({ headers, ...more }).result();
	return new Response(String(result.status));
};
"""
"""Calls the API in a visitor's name, who brings credentials of two kinds."""

ASKED = """
import { who_am_i } from '$lib/api/auth.api';

export const GET = async () => {
	const person = await who_am_i();
	return new Response(person ? `Logged in as ${person.name}<br>` : 'Nobody');
};
"""
"""Says who the visitor is, and gives the call no `fetch` that would know."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Copy, Path]:
    """
    A copy of the demo, and the folder that its pages were built into.
    """
    copy = copy_demo(tmp_path_factory.mktemp("production"))
    for path, text in (("redirected/[way]", REDIRECTED), ("asked", ASKED)):
        more = copy.frontend / "src" / "routes" / path / "+server.ts"
        more.parent.mkdir(parents=True)
        more.write_text(text, encoding="utf-8")
    write_maps(copy)
    return copy, build(copy)


def write_maps(copy: Copy) -> None:
    """
    Write what is of this machine only, as on any where the app was started before the build.
    """
    command = [sys.executable, "-m", "fluidkit", "generate", "app.main:app"]
    subprocess.run(
        [*command, "--app-dir", str(copy.backend)],
        cwd=copy.root,
        env=environment(),
        capture_output=True,
        check=True,
    )


@pytest.fixture(scope="session")
def readers(built: tuple[Copy, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The program of the readers.
    """
    return bundle(built[0], tmp_path_factory.mktemp("readers"))


@pytest.fixture(scope="session")
def site(built: tuple[Copy, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """
    The API with two workers and one server of pages, for all tests that end nothing of it.
    """
    copy, folder = built
    site = Site(copy, folder, tmp_path_factory.mktemp("data") / "board.sqlite")
    with (
        running_api(copy, site.api_port, site.database),
        running_web(folder, site.web_port, site.api_url, site.url),
    ):
        yield site
