"""
A folder of SvelteKit's routes as a prefix of FastAPI's, and the order in which they come.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_PARAMETER = re.compile(r"\[(\[?)(\.\.\.)?([^\[\]]*)\]?\]")
_NAME = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*\Z")
_ESCAPE = re.compile(r"\[x\+([0-9a-fA-F]{2})\]|\[u\+([0-9a-fA-F]{4,6}(?:-[0-9a-fA-F]{4,6})*)\]")


def folder_prefix(folder: PurePosixPath) -> str:
    """
    Return the prefix of a *folder* below `src`. Raise `ValueError` for one that has none.

    https://svelte.dev/docs/kit/advanced-routing
    """
    if folder.parts[:1] != ("routes",):
        return ""
    segments = [_segment(name) for name in folder.parts[1:] if not re.fullmatch(r"\(.*\)", name)]
    names = re.findall(r"{(\w+)", "/".join(segments))
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        msg = f"two folders on its path are called {f'[{twice}]'!r}: rename one"
        raise ValueError(msg)
    return "".join(f"/{segment}" for segment in segments)


def _segment(folder: str) -> str:
    # What is escaped stands for itself; the rest has a meaning.
    text, parts, at = "", folder, 0
    for escape in _ESCAPE.finditer(parts):
        text += _with_parameters(parts[at : escape.start()], folder) + _character(escape)
        at = escape.end()
    text += _with_parameters(parts[at:], folder)
    return text


def _character(escape: re.Match[str]) -> str:
    codes = [escape[1]] if escape[1] else escape[2].split("-")
    # Code units of UTF-16, as JavaScript counts: two of them may be one character.
    units = "".join(chr(int(code, 16)) for code in codes)
    text = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if set(text) & set("{}/"):
        msg = f"{escape[0]!r} stands for a character that no path of FastAPI's can have"
        raise ValueError(msg)
    return text


def _with_parameters(text: str, folder: str) -> str:
    if set(text) & set("{}"):
        msg = f"the folder {folder!r} has a brace, which means something else to FastAPI: rename it"
        raise ValueError(msg)
    return _PARAMETER.sub(lambda found: _parameter(found, folder), text)


def _parameter(found: re.Match[str], folder: str) -> str:
    optional, rest, name = found.groups()
    if optional:
        msg = (
            f"the parameter of the folder {folder!r} is optional, which FastAPI's paths don't know:"
            " put the file into src/lib, and give its router a prefix"
        )
        raise ValueError(msg)
    if "=" in name:
        msg = (
            f"the folder {folder!r} has a matcher, which is TypeScript and unknown to FastAPI: put"
            " the file into src/lib, and give its router a prefix"
        )
        raise ValueError(msg)
    if not _NAME.match(name):
        msg = f"the folder {folder!r} names no parameter: use letters, digits and underscores"
        raise ValueError(msg)
    return f"{{{name}:path}}" if rest else f"{{{name}}}"


def begins_with(own: str, prefix: str) -> bool:
    """
    Whether a router's *own* prefix leads through the folder already, whatever it calls the
    parameters on the way.
    """
    blank = re.compile(r"{[^}]*}")
    mine, theirs = (blank.sub("{}", text) for text in (own, prefix))
    return mine == theirs or mine.startswith(f"{theirs}/")


def specificity(prefix: str) -> tuple[tuple[int, str], ...]:
    """
    Sort by the folder: what is said literally comes first, what takes anything last.
    """
    literal, end, parameter, rest = range(4)
    ranks = [
        (rest if ":path}" in segment else parameter if "{" in segment else literal, segment)
        for segment in prefix.split("/")[1:]
    ]
    return (*ranks, (end, ""))
