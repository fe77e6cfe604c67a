"""
What is installed, and what an import costs.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import environment

import fluidkit

ROOT = Path(__file__).parent.parent
HEAVY = {"fastapi", "starlette", "pydantic", "pydantic_settings", "watchfiles", "typer", "rich"}


def modules_after(source: str, **variables: str) -> set[str]:
    """
    Run *source* in a fresh Python, and return the modules that are loaded then.
    """
    script = f"import sys\n{source}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_an_import_costs_nothing() -> None:
    """
    Neither FastAPI nor anything else of weight is loaded.
    """
    assert not modules_after("import fluidkit; fluidkit.__version__; dir(fluidkit)") & HEAVY


def test_an_error_costs_nothing() -> None:
    """
    `except fluidkit.FluidKitError` loads nothing of weight either.
    """
    assert not modules_after("import fluidkit; fluidkit.FluidKitError") & HEAVY


def test_integrate_loads_what_the_terminal_needs_never() -> None:
    """
    The app's process has no use for typer, rich and watchfiles.
    """
    source = "import fluidkit.integration, fluidkit.pipeline, fluidkit.messages"
    assert not modules_after(source) & {"typer", "rich", "watchfiles"}


def test_the_switch_loads_nothing() -> None:
    """
    In production `integrate` returns at once (W05).
    """
    source = """
from fastapi import FastAPI
app = FastAPI()
before, lifespan = set(sys.modules), app.router.lifespan_context
import fluidkit
assert fluidkit.integrate(app, output="x", nonsense=True) is app
assert app.router.lifespan_context is lifespan
new = set(sys.modules) - before
assert {name for name in new if "fluidkit" in name} <= {
    "fluidkit", "fluidkit.calling", "fluidkit.errors", "fluidkit.integration", "fluidkit.streams"
}, new
assert len(new) < 8, new
"""
    modules_after(source, FLUIDKIT_ENABLED="0")


def test_public_names() -> None:
    """
    The list is small, and each name on it exists.
    """
    assert fluidkit.__all__ == [
        "FluidKitError",
        "LayoutError",
        "LoadingError",
        "OutputError",
        "SettingsError",
        "include_pages",
        "integrate",
        "streams",
    ]
    assert all(getattr(fluidkit, name).__name__ == name for name in fluidkit.__all__)
    assert set(fluidkit.__all__) <= set(dir(fluidkit))


def test_an_unknown_name_is_an_attribute_error() -> None:
    """
    As of any module.
    """
    with pytest.raises(AttributeError, match="module 'fluidkit' has no attribute 'nothing'"):
        fluidkit.nothing  # noqa: B018


def test_it_runs_as_a_module() -> None:
    """
    `python -m fluidkit` is `fluidkit`.
    """
    done = subprocess.run(
        [sys.executable, "-m", "fluidkit", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{fluidkit.__version__}\n"


def test_the_stages_import_in_one_direction() -> None:
    """
    The contracts in pyproject.toml hold.
    """
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_wheel_and_sdist_hold_the_built_runtime(tmp_path: Path) -> None:
    """
    Installing needs no Node, and brings no sources or tests of the runtime.
    """
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    (sdist,) = tmp_path.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        _assert_complete(archive.namelist())
    with tarfile.open(sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    _assert_complete(names)
    assert "pyproject.toml" in names


def _assert_complete(names: list[str]) -> None:
    assert {"fluidkit/py.typed", "fluidkit/runtime/dist/client.js"} <= set(names)
    assert not [name for name in names if name.startswith(("tests", "examples", "docs"))]
    runtime = {name for name in names if name.startswith("fluidkit/runtime/")}
    assert {name.split("/")[2] for name in runtime} <= {"__init__.py", "dist"}
