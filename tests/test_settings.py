"""
Keyword > environment > [tool.fluidkit] > default.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import Tree
from pydantic import ValidationError

from fluidkit.errors import SettingsError
from fluidkit.layout import Project, find_project
from fluidkit.settings import Settings, read_settings


def project_of(tree: Tree, toml: str | None = None) -> Project:
    anchor = tree.write("backend/app/main.py", "")
    if toml is not None:
        tree.write("backend/pyproject.toml", toml)
    return find_project(anchor)


def test_defaults(tree: Tree) -> None:
    """
    Nothing needs to be set.
    """
    assert dict(read_settings(project_of(tree), {})) == {
        "output": None,
        "root": None,
        "case": "snake",
        "proxy": "/api",
        "proxy_all": False,
        "backend_url": "http://127.0.0.1:8000",
        "stream_url": None,
        "include": (),
        "exclude": (),
        "maps": True,
        "pages_pattern": ("*.api.py",),
        "pages_directory": None,
    }


def test_precedence(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A keyword wins over the environment, and that over pyproject.toml.
    """
    toml = '[tool.fluidkit]\nproxy = "/toml"\nbackend_url = "http://toml"\nmaps = false\n'
    monkeypatch.setenv("FLUIDKIT_PROXY", "/env")
    monkeypatch.setenv("FLUIDKIT_BACKEND_URL", "http://env")
    settings = read_settings(project_of(tree, toml), {"proxy": "/keyword"})
    assert (settings.proxy, settings.backend_url, settings.maps) == (
        "/keyword",
        "http://env",
        False,
    )


def test_the_current_directory_is_never_looked_at(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Only the pyproject.toml of the integrating file counts (W06).
    """
    tree.write("elsewhere/pyproject.toml", '[tool.fluidkit]\ncase = "camel"\n')
    tree.write("elsewhere/.env", "FLUIDKIT_CASE=camel\n")
    monkeypatch.chdir(tree.root / "elsewhere")
    assert read_settings(project_of(tree), {}).case == "snake"


def test_paths_are_relative_to_where_they_are_written(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    To the integrating file, to the project root for a variable, to the pyproject.toml.
    """
    project = project_of(tree, '[tool.fluidkit]\noutput = "out"\n')
    assert read_settings(project, {}).output == tree.root / "backend/out"
    monkeypatch.setenv("FLUIDKIT_OUTPUT", "out")
    assert read_settings(project, {}).output == tree.root / "out"
    assert read_settings(project, {"output": "out"}).output == tree.root / "backend/app/out"
    assert read_settings(project, {"root": Path("..")}).root == tree.root / "backend/app/.."


@pytest.mark.parametrize("value", ["false", "0", "No", "off"])
def test_the_proxy_can_be_off(tree: Tree, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """
    In a variable, too, where there are only strings.
    """
    monkeypatch.setenv("FLUIDKIT_PROXY", value)
    assert read_settings(project_of(tree), {}).proxy is False


def test_a_list_in_a_variable_has_commas(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Not JSON, which no shell likes.
    """
    monkeypatch.setenv("FLUIDKIT_INCLUDE", "/users/*, /items")
    assert read_settings(project_of(tree), {}).include == ("/users/*", "/items")


def test_one_glob_is_a_list_of_one(tree: Tree) -> None:
    """
    `exclude="/admin/*"` is what people write.
    """
    settings = read_settings(project_of(tree), {"exclude": "/admin/*", "include": ["/a"]})
    assert (settings.include, settings.exclude) == (("/a",), ("/admin/*",))


def test_urls_and_paths_lose_their_last_slash(tree: Tree) -> None:
    """
    They are joined with paths that begin with one.
    """
    settings = read_settings(
        project_of(tree), {"proxy": "/backend/", "backend_url": "http://api:80/v1/"}
    )
    assert (settings.proxy, settings.backend_url) == ("/backend", "http://api:80/v1")


def test_settings_are_frozen() -> None:
    """
    No stage changes them.
    """
    with pytest.raises(ValidationError, match="frozen"):
        Settings().case = "camel"


@pytest.mark.parametrize(
    ("keywords", "sentence"),
    [
        (
            {"case": "kebab"},
            (
                "The setting 'case' (argument of integrate())"
                """ must be "snake" or "camel", not 'kebab'"""
            ),
        ),
        (
            {"proxy": True},
            (
                """The setting 'proxy' (argument of integrate()) must be a path such as "/api","""
                " or false, not True"
            ),
        ),
        (
            {"proxy": "//evil"},
            (
                """The setting 'proxy' (argument of integrate()) must be a path such as "/api","""
                " or false, not '//evil'"
            ),
        ),
        (
            {"backend_url": "localhost"},
            (
                "The setting 'backend_url' (argument of integrate()) must be a URL such as"
                """ "http://127.0.0.1:8000", not 'localhost'"""
            ),
        ),
        (
            {"maps": "perhaps"},
            "The setting 'maps' (argument of integrate()) must be true or false, not 'perhaps'",
        ),
        (
            {"output": 3},
            (
                "The setting 'output' (argument of integrate()) must be a folder inside the"
                " project, not 3"
            ),
        ),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    tree: Tree, keywords: dict[str, Any], sentence: str
) -> None:
    """
    It names the setting, where it came from, and what it may be (W07).
    """
    with pytest.raises(SettingsError) as caught:
        read_settings(project_of(tree), keywords)
    assert str(caught.value) == sentence


def test_a_wrong_variable_is_named(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The user sees what to unset.
    """
    monkeypatch.setenv("FLUIDKIT_CASE", "kebab")
    with pytest.raises(SettingsError, match="environment variable FLUIDKIT_CASE"):
        read_settings(project_of(tree), {})


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        (
            '[tool.fluidkit]\ncase = "kebab"\n',
            (
                "The setting 'case' ([tool.fluidkit] in backend/pyproject.toml)"
                """ must be "snake" or "camel", not 'kebab'"""
            ),
        ),
        (
            '[tool.fluidkit]\noutptu = "x"\n',
            (
                "There is no setting 'outptu' ([tool.fluidkit] in backend/pyproject.toml):"
                " did you mean 'output'?"
            ),
        ),
        (
            "[tool.fluidkit]\nlanguage = 1\n",
            (
                "There is no setting 'language' ([tool.fluidkit] in backend/pyproject.toml):"
                " there are output, root, case, proxy, proxy_all, backend_url,"
                " stream_url, include, exclude, maps, pages_pattern, pages_directory"
            ),
        ),
        ("[tool]\nfluidkit = 3\n", "[tool.fluidkit] in backend/pyproject.toml must be a table"),
    ],
)
def test_a_wrong_table_is_one_sentence(tree: Tree, toml: str, sentence: str) -> None:
    """
    It names the file, too (W07).
    """
    with pytest.raises(SettingsError) as caught:
        read_settings(project_of(tree, toml), {})
    assert str(caught.value) == sentence


def test_a_half_written_file_is_one_sentence(tree: Tree) -> None:
    """
    An editor saves while we read (W07).
    """
    with pytest.raises(SettingsError, match=r"backend/pyproject\.toml is not valid TOML: "):
        read_settings(project_of(tree, "[tool.fluid"), {})


def test_a_pyproject_without_our_table_is_fine(tree: Tree) -> None:
    """
    Most are.
    """
    assert read_settings(project_of(tree, "[project]\nname = 'x'\n"), {}).maps
