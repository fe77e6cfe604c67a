"""
Edits of all kinds, one after the other: what a snapshot makes of them is what a clean import makes.

`SAVES=100 pytest tests/snapshot/test_edits.py` makes a hundred of each app, as `make saves` does.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from snapshot.saves import Saves, Workers, main, router

SAVES = int(os.environ.get("SAVES", "8"))
DEMO = Path(__file__).parents[2] / "examples/sveltekit-demo"

pytestmark = pytest.mark.xdist_group("snapshot")

Edit = Callable[[str, random.Random, int], str]


def add_field(text: str, chance: random.Random, number: int) -> str:
    """
    A field with a default, at the end of a model's first field.
    """
    kind = chance.choice(["int = 1", "str | None = None", "list[int] = []"])
    found = [*re.finditer(r"^    \w+: (int|str|datetime)$", text, re.MULTILINE)]
    if not found:
        return text
    at = chance.choice(found).end()
    return f"{text[:at]}\n    field{number}: {kind}{text[at:]}"


def rename_function(text: str, chance: random.Random, number: int) -> str:
    found = [*re.finditer(r"^@router\.\w+\(.*\)\n(async )?def (\w+)", text, re.MULTILINE)]
    if not found:
        return text
    old = chance.choice(found)[2]
    return re.sub(rf"\b{old}\b", f"{old.split('_x')[0]}_x{number}", text)


def change_docstring(text: str, chance: random.Random, number: int) -> str:
    found = [*re.finditer(r'^    """\n    ', text, re.MULTILINE)]
    if not found:
        return text
    at = chance.choice(found).end()
    return f"{text[:at]}({number}) {text[at:]}"


def add_route(text: str, chance: random.Random, number: int) -> str:
    if not re.search(r"^router = ", text, re.MULTILINE):
        return text
    path = chance.choice(["", "/{key}"])
    parameter = "key: int" if path else ""
    route = f'@router.get("/extra{number}{path}")\ndef extra{number}({parameter}) -> list[int]:'
    return f"{text}\n\n{route}\n    return []\n"


def delete_route(text: str, chance: random.Random, number: int) -> str:
    at = text.rfind('\n\n@router.get("/extra')
    return text[:at] if at >= 0 else text


def move_lines(text: str, chance: random.Random, number: int) -> str:
    return f"# {number}\n" * chance.randint(1, 3) + text


def save_as_it_is(text: str, chance: random.Random, number: int) -> str:
    return text


def break_it(text: str, chance: random.Random, number: int) -> str:
    return text + chance.choice(
        ["\ndef broken(:\n", "\nimport nothing_of_this_name\n", "\n1 / 0\n"]
    )


def change_prefix(text: str, chance: random.Random, number: int) -> str:
    return re.sub(
        r'APIRouter\(prefix="/(\w+?)(_p\d+)?"', rf'APIRouter(prefix="/\1_p{number}"', text
    )


EDITS: list[Edit] = [
    add_field,
    add_field,
    rename_function,
    change_docstring,
    add_route,
    delete_route,
    move_lines,
    save_as_it_is,
    break_it,
    change_prefix,
]


def edit(saves: Saves, files: Mapping[str, str], seed: int) -> Iterator[bool]:
    """
    Edit *files* again and again, two or three times each, and yield whether it was done quickly.
    """
    chance = random.Random(seed)
    first = saves.save(files)
    assert first.status == "written", first.text
    texts, corrected = dict(files), 0
    file, times = "", 0
    for number in range(SAVES):
        if times == 0:
            file, times = chance.choice(sorted(texts)), chance.randint(2, 6)
        times -= 1
        change = chance.choice(EDITS)
        text = change(texts[file], chance, number)
        what = f"{number}: {change.__name__} {file}"
        saves.write({file: text})
        quick = saves.generate()
        plain = saves.generate_plainly()
        if saves.client(0) != saves.client(1) or quick.status != plain.status:
            assert quick.fast, what
            assert saves.confirm().corrects, what
            corrected += 1
            assert saves.client(0) == saves.client(1), what
        if plain.status == "written":
            texts[file] = text
        else:
            saves.write({file: texts[file]})
            assert saves.generate().status == saves.generate_plainly().status == "written", what
        yield quick.fast
    assert corrected <= SAVES / 20


def test_the_demo(both: Workers, tmp_path: Path) -> None:
    """
    The back end of the demo, and its Python beside pages.
    """
    pytest.importorskip("sqlmodel")
    saves = Saves(both, tmp_path, "app.main:app")
    files = {
        file.relative_to(DEMO / "backend").as_posix(): file.read_text(encoding="utf-8")
        for file in (DEMO / "backend").rglob("*.py")
    }
    files |= {
        f"../frontend/{file.relative_to(DEMO / 'frontend').as_posix()}": file.read_text()
        for file in (DEMO / "frontend/src").rglob("*.api.py")
    }
    found = [*edit(saves, files, seed=1)]
    assert sum(found) >= len(found) // 5, found


@pytest.mark.parametrize("seed", range(max(1, SAVES // 50)))
def test_generated_apps(saves: Saves, seed: int) -> None:
    """
    Apps of many modules that need each other by chance.
    """
    chance = random.Random(seed)
    names = [f"part{number}" for number in range(12)]
    files = {"main.py": main(*chance.sample(names, 12))}
    for number, name in enumerate(names):
        others = chance.sample(names[:number], min(number, chance.choice([0, 0, 1, 2])))
        text = router(name, head="".join(f"import {other}\n" for other in others))
        for other in others:
            text += (
                f"\n\n@router.get('/{other}')\ndef {name}_{other}() -> {other}.{other.title()}:"
                "\n    raise NotImplementedError\n"
            )
        files[f"{name}.py"] = text
    found = [*edit(saves, files, seed=seed)]
    assert sum(found) >= len(found) // 5, found
