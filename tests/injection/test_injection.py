"""
Whatever text an app holds, wherever: the same syntax comes out, and nothing of the text runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from itertools import chain
from pathlib import Path

import pytest
from node import node, packages

from fluidkit import runtime
from injection.clients import COMMON, NAMES, Client, print_clients
from injection.places import PLACES
from injection.texts import HARMLESS, HOSTILE

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("injection")]

HERE = Path(__file__).parent
EVERYWHERE = [*PLACES, *NAMES, COMMON]

Differences = Mapping[tuple[str, str], str]
"""Place and name of the text → what became of the syntax."""


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Client]:
    """
    A client for each text, by its name.
    """
    folder = tmp_path_factory.mktemp("clients").resolve()
    return print_clients({"harmless": HARMLESS, **HOSTILE}, folder)


@pytest.fixture(scope="module")
def differences(clients: Mapping[str, Client]) -> Differences:
    """
    What differs from the harmless client, compared by TypeScript in one process.
    """
    found: dict[tuple[str, str], str] = {}
    pairs: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for name, place in ((name, place) for name in HOSTILE for place in EVERYWHERE):
        peaceful, printed = (scripts(clients[each], place) for each in ("harmless", name))
        if name in MEANT.get(place, ()) or place in clients[name].refused:
            continue
        if peaceful.keys() != printed.keys():
            found[place, name] = f"the files are {sorted(printed)}"
        for path in peaceful.keys() & printed.keys():
            pairs[place, name, path] = (path, peaceful[path], printed[path])
    answers = node(HERE / "syntax.mjs", list(pairs.values()), str(packages()))
    for (place, name, path), answer in zip(pairs, answers, strict=True):
        if answer is not None:
            found[place, name] = f"{path}: {answer}"
    return found


def scripts(client: Client, place: str) -> dict[str, str]:
    """
    Answer what TypeScript parses, in both forms of the client.
    """
    files = chain(client.neutral[place].items(), client.kit[place].items())
    return {path: text for path, text in files if path.endswith((".js", ".ts"))}


@pytest.mark.parametrize("place", EVERYWHERE)
def test_any_text_gives_the_same_syntax(place: str, differences: Differences) -> None:
    """
    The same kinds of nodes in the same order, the same tags in comments, no error.
    """
    assert {name: what for (where, name), what in differences.items() if where == place} == {}


@pytest.fixture(scope="module")
def ran(
    clients: Mapping[str, Client], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, str]:
    """
    Texts that ran when all scripts were imported and all functions called, in one process.
    """
    folder = tmp_path_factory.mktemp("run")
    shared = {f"out/generated/runtime/{n}": t for n, t in runtime.files(kit=False).items()}
    given: dict[str, list[str]] = {}
    for number, (name, client) in enumerate(clients.items()):
        apps = {place: files for place, files in client.neutral.items() if place not in NAMES}
        files = {**shared, **dict(chain.from_iterable(each.items() for each in apps.values()))}
        given[name] = [str(file) for file in write(folder / str(number), files)]
    (folder / "package.json").write_text('{ "type": "module" }')
    return dict(node(HERE / "run.mjs", given))


def write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """
    Write files below a folder, and answer the scripts that hold something of the app.
    """
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    scripts = [p for p in files if p.endswith(".js") and "/runtime/" not in p]
    return [folder / path for path in scripts]


@pytest.mark.parametrize("name", ["harmless", *HOSTILE])
def test_no_text_runs(name: str, ran: Mapping[str, str]) -> None:
    """
    Not when the client is imported, nor when its functions are called.
    """
    assert ran.get(name) is None


def test_each_text_is_where_it_should_be(clients: Mapping[str, Client]) -> None:
    """
    Or else the comparison would say nothing.
    """
    files = clients["harmless"].kit
    assert {place for place in EVERYWHERE if HARMLESS not in json.dumps(files[place])} == UNSEEN


def test_python_itself_refuses_few_of_the_texts(clients: Mapping[str, Client]) -> None:
    """
    Or else the comparison would be of the harmless with itself.
    """
    refused = {(place, name) for name, client in clients.items() for place in client.refused}
    unexplained = {
        (place, name)
        for place, name in refused
        if name not in SURROGATES and name not in REFUSED.get(place, ())
    }
    assert unexplained == set()
    assert len({place for place, name in refused if name in SURROGATES}) < 40


SURROGATES = {name for name, text in HOSTILE.items() if re.search("[\ud800-\udfff]", text)}
BRACES = {name for name, text in HOSTILE.items() if re.search("[{}]", text)}
JSON = {"numeric key", "exponent", "call end with double quotes"}

UNSEEN = {
    *("constraint", "error_description", "field_example", "module_docstring", "qualified_name"),
    *("response_media_type", "route_extra", "route_tag", "schema_extra"),
}
"""Places whose text is in no file of the client: yet."""

REFUSED: Mapping[str, Collection[str]] = {
    "parameter_name": {name for name, text in HOSTILE.items() if not text.isidentifier()},
    "prefix": {name for name, text in HOSTILE.items() if text.endswith("/")},
    "path": {"jsdoc tag", "placeholder"},
    "file_name": {"nul", "long", "long hostile"},
    "model_name": {"nul"},
    "created_model_name": {"nul"},
    "dataclass_name": {"nul"},
    "typed_dict_name": {"nul"},
    "enum_name": {"nul"},
}
"""Place → texts without surrogates that no app can have there."""

MEANT: Mapping[str, Collection[str]] = {
    # Placeholders, or what FastAPI takes for some.
    "path": BRACES,
    "prefix": BRACES,
    # The media type ends at a semicolon, and is not JSON's then.
    "json_media_type": {name for name, text in HOSTILE.items() if ";" in text},
    # It is JSON, so the text is a value.
    "sentinel": JSON,
    # No member of an enum, and no field of a model, is called so.
    "enum_member_name": {"proto"},
    "field_name": {"proto"},
    # The comment says that the parameter is renamed, or has nothing to say.
    "parameter_name": {"global", "reserved word", "default export"},
    "parameter_description": {"blanks"},
    # pydantic cannot write these defaults and examples: a diagnostic says so.
    "default": SURROGATES,
    "field_example": SURROGATES,
    # No generic class can have such a parameter: a diagnostic says so.
    "type_variable_name": {*SURROGATES, "nul"},
    # A bracket ends the name by which pydantic knows an alias.
    "alias_name": {"key end"},
    # What follows from these: routes are missing.
    COMMON: {*SURROGATES, "nul", "placeholder"},
}
"""Place → texts that change the client by right."""
