"""
Modules beside pages have names that any process can import.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePosixPath

import pytest
from conftest import Tree, environment

from fluidkit.src import module_name

from .conftest import ROUTES

WORK = """
    from __future__ import annotations

    from dataclasses import dataclass

    from fastapi import APIRouter

    from ..models import Base

    router = APIRouter()


    @dataclass
    class Task(Base):
        number: int


    def double(task: Task) -> Task:
        return Task(task.number * 2)


    def fail() -> None:
        raise ValueError("on purpose")


    @router.get("")
    def get_it(id: int) -> int:
        return id
"""
NAME = "fluidkit.src.routes.jobs._id_.work_api"


@pytest.fixture
def jobs(site: Tree) -> Tree:
    """
    A page whose Python is in a folder that Python cannot name.
    """
    site.write(f"{ROUTES}/jobs/models.py", "class Base:\n    pass\n")
    site.write(f"{ROUTES}/jobs/[id]/work.api.py", WORK)
    return site


def python(site: Tree, script: str, folder: str = "api", **variables: str) -> str:
    """
    Run a script beside the app, and return what it prints.
    """
    file = site.write("api/script.py", script)
    done = subprocess.run(
        [sys.executable, file],
        cwd=site.root / folder,
        env=environment(FLUIDKIT_ENABLED="0", **variables),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("routes/news/news.api.py", "routes.news.news_api"),
        ("routes/users/[id]/profile.api.py", "routes.users._id_.profile_api"),
        ("routes/(admin)/audit/models.py", "routes._admin_.audit.models"),
        ("routes/files/[...path]/handler.api.py", "routes.files._path_.handler_api"),
        ("lib/2024.api.py", "lib._2024_api"),
    ],
)
def test_a_name(file: str, name: str) -> None:
    """
    What Python admits in no name is `_`.
    """
    assert module_name(PurePosixPath(file)) == f"fluidkit.src.{name}"


def test_objects_are_pickled_for_processes_that_have_not_seen_the_app(jobs: Tree) -> None:
    """
    One that is spawned imports the module by its name, wherever it runs.
    """
    script = f"""
        import multiprocessing

        if __name__ == "__main__":
            import main
            from {NAME} import Task, double

            with multiprocessing.get_context("spawn").Pool(1) as pool:
                print(pool.map(double, [Task(21)]))
    """
    assert python(jobs, script) == "[Task(number=42)]\n"


def test_a_test_imports_a_module_before_the_app(jobs: Tree) -> None:
    """
    From anywhere in the project; the app then has the same module.
    """
    script = f"""
        import typing
        from {NAME} import Task, get_it
        import sys
        sys.path.insert(0, "api")
        import main

        assert main.app.routes and sys.modules["{NAME}"].get_it is get_it
        print(typing.get_type_hints(Task), Task.__module__, main.app.openapi()["paths"].keys())
    """
    said = python(jobs, script, folder=".")
    assert said == f"{{'number': <class 'int'>}} {NAME} dict_keys(['/jobs/{{id}}'])\n"


def test_tracebacks_show_the_file(jobs: Tree) -> None:
    """
    And its line, as debuggers do.
    """
    script = f"""
        import traceback
        from {NAME} import fail

        try:
            fail()
        except ValueError:
            traceback.print_exc(file=__import__("sys").stdout)
    """
    said = python(jobs, script)
    assert f'{ROUTES}/jobs/[id]/work.api.py", line 22, in fail' in said
    assert '    raise ValueError("on purpose")' in said
    assert not [*jobs.root.joinpath("web").rglob("__pycache__")]


def test_production_loads_nothing_of_the_generator(jobs: Tree) -> None:
    """
    The routes are served, and that is all.
    """
    script = """
        import sys
        import main

        print(main.app.openapi()["paths"].keys())
        print(sorted(name for name in sys.modules if name.startswith("fluidkit.")))
    """
    paths, modules = python(jobs, script).splitlines()
    assert paths == "dict_keys(['/jobs/{id}'])"
    assert not {"fluidkit.pipeline", "fluidkit.output", "fluidkit.introspection"} & set(
        modules.strip("[]").replace("'", "").split(", ")
    )
