"""
The whole demo: every function, type and property leads to where Python's own parser finds it.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from editors.conftest import Project
from editors.protocol import Span, TsServer

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("editors")]

DEMO = Path(__file__).parents[2] / "examples" / "sveltekit-demo"
API = "frontend/src/lib/api"
NOT_OURS = shutil.ignore_patterns("node_modules", ".svelte-kit", "__pycache__", "*.map", "data")


@dataclass(frozen=True)
class Use:
    """
    A line of TypeScript that uses a name, and the name's path: `User.name`.
    """

    line: str
    column: int
    name: str
    module: str
    """The Python file that declares it."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, node_modules: Path) -> Project:
    """
    The demo's own app and page, with a client of its own.
    """
    root = (tmp_path_factory.mktemp("sweep") / "demo").resolve()
    shutil.copytree(DEMO, root, ignore=NOT_OURS)
    (root / ".git").mkdir()
    (root / "frontend" / "node_modules").symlink_to(node_modules)
    project = Project(root)
    project.generate("app.main:app", "backend")
    return project


def test_every_name_leads_to_the_place_that_python_finds(demo: Project, node_modules: Path) -> None:
    """
    From a use of it, in a file of its own.
    """
    uses = list(all_uses(demo.root))
    file = demo.root / "frontend" / "src" / "lib" / "uses.ts"
    file.write_text("".join(f"{use.line}\n" for use in uses), encoding="utf-8")
    server = TsServer(
        node_modules / "typescript-6.0" / "lib" / "tsserver.js", demo.root / "frontend"
    )
    try:
        server.open(file)
        wrong = {
            use.name: (found, expected)
            for line, use in enumerate(uses, 1)
            if (found := set(server.definitions(file, line, use.column)))
            != {expected := declared_at(demo.root, use)}
        }
    finally:
        server.close()
    assert wrong == {}
    assert {use.name for use in uses if "." not in use.name} == exported(demo.root)
    assert len({use.name for use in uses if "." in use.name}) > 100


def all_uses(root: Path) -> Iterator[Use]:
    """
    Use each name that a façade exports, and of a type its properties.
    """
    for facade in sorted((root / API).glob("*.api.ts")):
        statement = r"export (?:type )?\{([^}]*)\} from '\./(generated/[\w/]+)\.js'"
        code = re.sub(r"//.*", "", facade.read_text("utf-8"))
        for names, path in re.findall(statement, code):
            declarations = (root / API / f"{path}.d.ts").read_text("utf-8")
            module = re.search(r"^// Types of (\S+),", declarations, re.MULTILINE)
            assert module is not None
            for name in re.findall(r"(?:type )?(\w+)(?:,|\s*$)", names):
                for own in (name, *properties(name, declarations)):
                    yield use(f"./api/{facade.stem}", own, declarations, module[1])


def exported(root: Path) -> set[str]:
    """
    List what the modules of the client declare, but for those that are not of the app.
    """
    statement = re.compile(r"^export (?:interface|type|declare \w+) (\w+)", re.MULTILINE)
    return {
        name
        for file in (root / API / "generated").glob("*.d.ts")
        if file.name not in ("routes.d.ts", "settings.d.ts")
        for name in statement.findall(file.read_text("utf-8"))
    }


def properties(name: str, declarations: str) -> list[str]:
    """
    List the properties of an interface, and the members of an enum, as `User.name`.
    """
    interface = rf"^export interface {name}\b.*?\n(.*?)^}}"
    constant = rf"^export declare const {name}: (.*?);\nexport type"
    body = re.search(f"{interface}|{constant}", declarations, re.MULTILINE | re.DOTALL)
    if body is None:
        return []
    if body[1] is not None:
        found = re.findall(r"^\t(?:readonly )?'(\w+)'\??:", body[1], re.MULTILINE)
    else:
        found = re.findall(r"readonly '(\w+)':", body[2])
    return [f"{name}.{key}" for key in found]


def use(module: str, name: str, declarations: str, path: str) -> Use:
    """
    Write `get_user`, `let it!: User`, `({} as User).name` or `Role.admin`.
    """
    owner, _, key = name.partition(".")
    declared = re.search(rf"export (declare )?(\w+) {owner}\b(<.*?>)?", declarations)
    assert declared is not None, name
    arguments = re.sub(r"\w+", "any", declared[3] or "")
    type_ = f"import('{module}').{owner}{arguments}"
    value = f"(await import('{module}')).{owner}"
    if not key:
        line = f"{value};" if declared[1] else f"null! as {type_};"
        return Use(line, line.index(f".{owner}") + 2, name, path)
    line = f"{value}.{key};" if declared[1] else f"(null! as {type_}).{key};"
    return Use(line, line.rindex(f".{key}") + 2, name, path)


def declared_at(root: Path, use: Use) -> Span:
    """
    Find with `ast` where Python declares a name, in a file, or a class and its bases.
    """
    file = root / use.module
    owner, _, key = use.name.partition(".")
    tree = ast.parse(file.read_text("utf-8"))
    if not key:
        return span(file, named(tree.body, owner))
    classes = {
        node.name: (path, node)
        for path in sorted((root / "backend").rglob("*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    path, found = field(owner, key, classes)
    return span(path, found)


def field(
    owner: str, key: str, classes: dict[str, tuple[Path, ast.ClassDef]]
) -> tuple[Path, ast.stmt]:
    path, node = classes[owner]
    for statement in node.body:
        if key in names_of(statement):
            return path, statement
    for base in node.bases:
        match base:
            case ast.Name(name) | ast.Subscript(ast.Name(name)) if name in classes:
                return field(name, key, classes)
    raise AssertionError((owner, key))


def named(body: list[ast.stmt], name: str) -> ast.stmt:
    found = [node for node in body if name in names_of(node)]
    assert len(found) == 1, name
    return found[0]


def names_of(node: ast.stmt) -> list[str]:
    match node:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return [node.name]
        case ast.AnnAssign(ast.Name(name)) | ast.Assign([ast.Name(name)]):
            return [name]
    return []


def span(file: Path, node: ast.stmt) -> Span:
    """
    Place the name of a statement: it stands behind `class`, `def` and `async def`.
    """
    line = file.read_text("utf-8").split("\n")[node.lineno - 1]
    name = names_of(node)[0]
    start = re.search(rf"\b{name}\b", line[node.col_offset :])
    assert start is not None
    column = node.col_offset + start.start() + 1
    return Span(file, node.lineno, column, column + len(name))
