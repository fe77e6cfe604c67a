"""
Where names stand in the user's Python source.

Positions are those of the files on disk, which may be newer than what runs: a name is looked for
by what it is called, and its line only tells it from others of that name.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import tokenize
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from fluidkit import modules
from fluidkit.introspection.endpoints import innermost
from fluidkit.model import Module, Origin

if TYPE_CHECKING:
    from fluidkit.introspection import Context

_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
_Definition: TypeAlias = _Function | ast.ClassDef

_COMPOUND = (
    *(ast.If, ast.Try, ast.TryStar, ast.With, ast.AsyncWith),
    *(ast.For, ast.AsyncFor, ast.While, ast.Match),
)
_INSTALLED = frozenset(("site-packages", "dist-packages"))
_KEYWORD = re.compile(r"(?:async[\s\\]+def|def|class|type)[\s\\]+")
"""What stands before a name; a line that ends with a backslash goes on in the next one."""

_LINES = 3
"""On how many lines that and the name may stand."""


def file_of(module: str) -> str | None:
    """
    Return the file of a *module* that was imported, as that says; None: it has none.
    """
    return modules.file_of(sys.modules.get(module))


class Origins:
    """
    Finds names in the files of a project, each of which is read and parsed once.

    What stands elsewhere has no origin: outside of the project, in installed packages, in a
    notebook or a string that was run, in a file that is no Python any more.
    """

    def __init__(self, context: Context) -> None:
        self._project_root = context.project_root
        self._root = context.root
        self._pages = context.pages
        self._facades = context.facades
        self._paths: dict[str, Path | None] = {}
        self._files: dict[Path, _File | None] = {}
        self._in_environment: dict[Path, bool] = {}
        self._classes: dict[Any, tuple[_File | None, ast.ClassDef | None]] = {}
        self._fields: dict[Any, Mapping[str, _Field]] = {}
        self._functions: dict[Any, tuple[_File, _Function] | None] = {}

    @property
    def private(self) -> str:
        """
        The project's folder on this machine, which must not get into a client.
        """
        return str(self._project_root)

    def module(self, name: str) -> Module:
        """
        Return what is known of the module called `name`.
        """
        path = self._path(file_of(name))
        source = None if path is None else _below(path, self._project_root)
        return Module(
            name=name,
            path=None if path is None else self._named(path, name),
            source=source,
            beside=source.removesuffix(".py") if source and name in self._facades else None,
        )

    def of_class(self, cls: Any) -> Origin | None:
        """
        Return where a class is named; for one that a call made, where its variable is.
        """
        file, node = self._class(cls)
        if file is None:
            return None
        return file.of_name(cls.__qualname__) if node is None else file.of_definition(node)

    def of_name(self, module: str, name: str) -> Origin | None:
        """
        Return where a module gives something a name: an assignment, or a `type` statement.
        """
        file = self._file_of_module(module)
        return None if file is None else file.of_name(name)

    def of_field(self, cls: Any, name: str) -> Origin | None:
        """
        Return where a class, or one of its bases, declares a field or a computed field.
        """
        found = self._all_fields(cls).get(name)
        return None if found is None else found[0].of_field(found[1])

    def below_field(self, cls: Any, name: str) -> str:
        """
        Return the string that stands below a field, or a member of an enum, to document it.
        """
        found = self._all_fields(cls).get(name)
        return "" if found is None else found[0].below(found[1])

    def of_enum_member(self, cls: Any, name: str) -> Origin | None:
        """
        Return where an enum declares a member.
        """
        found = self._own_fields(cls).get(name)
        return None if found is None else found[0].of_field(found[1])

    def of_function(self, function: Callable[..., Any]) -> Origin | None:
        """
        Return where an endpoint is named, whatever is wrapped around it.
        """
        inner = innermost(function)
        if inspect.isclass(inner):
            return self.of_class(inner)
        found = self._function(inner)
        return None if found is None else found[0].of_definition(found[1])

    def of_parameter(self, function: Callable[..., Any], name: str) -> Origin | None:
        """
        Return where a function declares a parameter; for a class, that of its `__init__`.
        """
        inner = innermost(function)
        found = self._function(inner.__init__ if inspect.isclass(inner) else inner)
        if found is None:
            return self.of_field(inner, name) if inspect.isclass(inner) else None
        file, node = found
        return next((file.at(each) for each in _arguments(node.args) if each.arg == name), None)

    def where(self, obj: Any) -> str:
        """
        Return `path/of/module.py:12`, or a dotted name for what stands outside of the project.
        """
        origin = self.of_class(obj) if inspect.isclass(obj) else self.of_function(obj)
        return _dotted(obj) if origin is None else f"{origin.path}:{origin.line}"

    # --- Files --------------------------------------------------------------------------------

    def _named(self, path: Path, module: str) -> str | None:
        """
        Return the path that names the module's part of the client.
        """
        package = next((each for each in self._pages if module.startswith(f"{each}.")), None)
        if package is None:
            return _below(path, self._root)
        # `[id]` is `_id_` there; and what is imported from `news.api.py` ends in `.api` anyway.
        folders = module.removeprefix(f"{package}.").split(".")[:-1]
        return "/".join((*folders, f"{path.name.partition('.')[0]}.py"))

    def _all_fields(self, cls: Any) -> Mapping[str, _Field]:
        if cls not in self._fields:
            fields: dict[str, _Field] = {}
            for each in reversed(list(_lineage(cls))):
                fields |= self._own_fields(each)
            self._fields[cls] = fields
        return self._fields[cls]

    def _own_fields(self, cls: Any) -> dict[str, _Field]:
        file, node = self._class(cls)
        if file is None or node is None:
            return {}
        return {name: (file, each) for name, each in file.fields_of(node).items()}

    def _class(self, cls: Any) -> tuple[_File | None, ast.ClassDef | None]:
        if cls not in self._classes:
            file = self._file_of_module(getattr(cls, "__module__", None))
            self._classes[cls] = (file, None if file is None else file.class_(cls))
        return self._classes[cls]

    def _function(self, inner: Any) -> tuple[_File, _Function] | None:
        if not inspect.isfunction(inner):
            call = getattr(type(inner), "__call__", None)  # noqa: B004 -- the function is wanted
            inner = innermost(call) if inspect.isfunction(call) else None
        if not inspect.isfunction(inner):
            return None
        if inner not in self._functions:
            path = self._path(inner.__code__.co_filename)
            file = None if path is None else self._file(path)
            node = None if file is None else file.function(inner)
            self._functions[inner] = None if file is None or node is None else (file, node)
        return self._functions[inner]

    def _file_of_module(self, name: Any) -> _File | None:
        path = self._path(file_of(name)) if isinstance(name, str) else None
        return None if path is None else self._file(path)

    def _path(self, file: Any) -> Path | None:
        """
        Return the real path of a Python file of the project; None for any other.
        """
        if not isinstance(file, str) or not file.endswith(".py"):
            return None
        if file not in self._paths:
            path = Path(file).resolve()
            self._paths[file] = path if self._is_own(path) else None
        return self._paths[file]

    def _is_own(self, path: Path) -> bool:
        if not path.is_relative_to(self._project_root) or not path.is_file():
            return False
        if _INSTALLED.intersection(path.relative_to(self._project_root).parts):
            return False
        return not self._is_in_environment(path.parent)

    def _is_in_environment(self, folder: Path) -> bool:
        """
        Tell whether a folder lies in a virtual environment; that of the project itself may be one.
        """
        if folder == self._project_root:
            return False
        if folder not in self._in_environment:
            self._in_environment[folder] = (
                folder / "pyvenv.cfg"
            ).is_file() or self._is_in_environment(folder.parent)
        return self._in_environment[folder]

    def _file(self, path: Path) -> _File | None:
        if path not in self._files:
            self._files[path] = _read(path, path.relative_to(self._project_root).as_posix())
        return self._files[path]


class _File:
    """
    A Python file: its definitions by qualified name.
    """

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._lines = text.split("\n")
        self._definitions: defaultdict[str, list[_Definition]] = defaultdict(list)
        self._names: dict[str, ast.Name] = {}
        self._fields: dict[ast.ClassDef, dict[str, ast.Name | _Function]] = {}
        self._below: dict[ast.AST, str] = {}
        self._collect(ast.parse(text).body, "")

    def class_(self, cls: Any) -> ast.ClassDef | None:
        found = [
            each
            for each in self._definitions[_without_locals(cls.__qualname__)]
            if isinstance(each, ast.ClassDef)
        ]
        if len(found) < 2:
            return found[0] if found else None
        lines, names = list(_lines_of(cls)), _names_of(cls)

        def likeness(index: int) -> tuple[bool, int, int]:
            node = found[index]
            is_held = any(line in _span(node) for line in lines)
            # Of two that are alike, the last definition is the one that stayed.
            return is_held, len(names & self.fields_of(node).keys()), index

        return found[max(range(len(found)), key=likeness)]

    def function(self, function: Any) -> _Function | None:
        found = [
            each
            for each in self._definitions[_without_locals(function.__qualname__)]
            if not isinstance(each, ast.ClassDef)
        ]
        line = function.__code__.co_firstlineno
        return min(found, key=lambda each: abs(_first_line(each) - line), default=None)

    def of_definition(self, node: _Definition) -> Origin:
        first = node.lineno - 1
        count = _LINES if "\\" in self._lines[first] else 1
        text = "\n".join(self._lines[first : first + count]).encode()
        keyword = _KEYWORD.match(text[node.col_offset :].decode())
        width = len(keyword.group().encode()) if keyword else 0
        *above, line = text[: node.col_offset + width].split(b"\n")
        return self._origin(node.lineno + len(above), len(line))

    def of_name(self, name: str) -> Origin | None:
        node = self._names.get(_without_locals(name))
        return None if node is None else self.at(node)

    def of_field(self, node: ast.Name | _Function) -> Origin:
        return self.at(node) if isinstance(node, ast.Name) else self.of_definition(node)

    def fields_of(self, node: ast.ClassDef) -> Mapping[str, ast.Name | _Function]:
        if node not in self._fields:
            fields: dict[str, ast.Name | _Function] = {}
            above: list[ast.Name] = []
            for each in _statements(node.body):
                match each:
                    case ast.FunctionDef() | ast.AsyncFunctionDef():
                        fields[each.name] = each
                    case ast.Expr(ast.Constant(str() as text)):
                        self._below |= dict.fromkeys(above, inspect.cleandoc(text).strip())
                above = _targets(each)
                fields |= {target.id: target for target in above}
            self._fields[node] = fields
        return self._fields[node]

    def below(self, node: ast.Name | _Function) -> str:
        return self._below.get(node, "")

    def at(self, node: ast.Name | ast.arg) -> Origin:
        return self._origin(node.lineno, node.col_offset)

    def _origin(self, line: int, offset: int) -> Origin:
        text = self._lines[line - 1]
        if not text.isascii():
            before = text.encode()[:offset].decode()
            offset = len(before.encode("utf-16-le")) // 2
        return Origin(self._path, line, offset)

    def _collect(self, body: list[ast.stmt], prefix: str) -> None:
        for node in _statements(body):
            match node:
                case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                    name = f"{prefix}{node.name}"
                    self._definitions[name].append(node)
                    self._collect(node.body, f"{name}.")
                case _:
                    for target in _targets(node):
                        self._names[f"{prefix}{target.id}"] = target


_Field: TypeAlias = tuple[_File, ast.Name | _Function]
"""Where a class, or one of its bases, declares a field."""


def _read(path: Path, name: str) -> _File | None:
    try:
        with tokenize.open(path) as file:
            return _File(name, file.read())
    except (OSError, SyntaxError, ValueError, RecursionError):
        # Saved half-way, say; the module that runs is older.
        return None


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """
    Yield statements, also those in `if`, `try`, `with` and loops.
    """
    for node in body:
        yield node
        if not isinstance(node, _COMPOUND):
            continue
        for block in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(node, block, []))
        for branch in (*getattr(node, "handlers", []), *getattr(node, "cases", [])):
            yield from _statements(branch.body)


def _targets(node: ast.stmt) -> list[ast.Name]:
    if isinstance(node, ast.AnnAssign):
        targets: list[Any] = [node.target]
    elif isinstance(node, ast.Assign):
        targets = node.targets
    else:
        # Python 3.12's `type X = …`, which 3.11 cannot parse.
        targets = [node.name] if type(node).__name__ == "TypeAlias" else []  # type: ignore[attr-defined]
    return [each for each in targets if isinstance(each, ast.Name)]


def _arguments(arguments: ast.arguments) -> Iterator[ast.arg]:
    yield from arguments.posonlyargs
    yield from arguments.args
    yield from arguments.kwonlyargs
    yield from filter(None, (arguments.vararg, arguments.kwarg))


def _lineage(cls: Any) -> Iterator[Any]:
    """
    Yield a class and its bases; also those of a TypedDict, which Python forgets.
    """
    seen: set[Any] = set()
    for each in getattr(cls, "__mro__", ()):
        for base in (each, *_typed_dict_bases(each)):
            if base not in seen:
                seen.add(base)
                yield base


def _typed_dict_bases(cls: Any) -> Iterator[Any]:
    if not _is_typed_dict(cls):
        return
    for base in getattr(cls, "__orig_bases__", ()):
        origin = getattr(base, "__origin__", base)
        if _is_typed_dict(origin):
            yield origin
            yield from _typed_dict_bases(origin)


def _is_typed_dict(cls: Any) -> bool:
    # Not `hasattr`: a model takes long to say that it has not.
    return "__total__" in getattr(cls, "__dict__", ())


def _lines_of(cls: Any) -> Iterator[int]:
    """
    Yield line numbers that lie in a class's definition.
    """
    first = vars(cls).get("__firstlineno__")  # Python 3.13
    if isinstance(first, int):
        yield first
    for member in vars(cls).values():
        function = innermost(getattr(member, "fget", None) or getattr(member, "__func__", member))
        if inspect.isfunction(function) and function.__module__ == cls.__module__:
            yield function.__code__.co_firstlineno


def _names_of(cls: Any) -> set[str]:
    """
    Return what a class declares: pydantic, dataclasses and enums each keep it elsewhere.
    """
    kept = ("__annotations__", "__pydantic_fields__", "__dataclass_fields__", "__members__")
    return {*vars(cls), *(name for each in kept for name in getattr(cls, each, ()))}


def _span(node: ast.ClassDef) -> range:
    return range(_first_line(node), (node.end_lineno or node.lineno) + 1)


def _first_line(node: _Definition) -> int:
    return min([node.lineno, *(each.lineno for each in node.decorator_list)])


def _without_locals(qualname: str) -> str:
    return qualname.replace("<locals>.", "")


def _below(path: Path, root: Path) -> str | None:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else None


def _dotted(obj: Any) -> str:
    inner = innermost(obj) if callable(obj) else obj
    while isinstance(inner, partial):
        inner = inner.func
    named = inner if hasattr(inner, "__qualname__") else type(inner)
    module = getattr(named, "__module__", "")
    return ".".join(filter(None, (module, _without_locals(named.__qualname__))))
