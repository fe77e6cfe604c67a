"""
What must hold for an application, and what there is to tell about it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reading import RUNS, Reading
from recipes import Recipe


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    One application: its numbers, and all that is wrong.
    """

    recipe: Recipe
    numbers: Mapping[str, Any]
    failures: Sequence[str]
    folder: Path


def verdict(recipe: Recipe, readings: Sequence[Reading]) -> Verdict:
    """
    Judge all runs of one recipe.
    """
    first = readings[0]
    failures = [
        *_imports(recipe, first),
        *(each for reading in readings for each in _answers(reading)),
        *_differences(readings),
        *_maps(first),
    ]
    return Verdict(recipe, _numbers(readings), list(dict.fromkeys(failures)), first.folder)


def _imports(recipe: Recipe, reading: Reading) -> Iterator[str]:
    for answer in reading.answers:
        module = answer["app"].partition(":")[0]
        if "not_imported" in answer and module not in recipe.excluded:
            yield f"{module} could not be imported: {answer['not_imported']}"
        if "not_imported" not in answer and module in recipe.excluded:
            yield f"{module} is excluded ({recipe.excluded[module]}), and can be imported"
        if "no_app" in answer and recipe.main:
            yield f"{module} has no app"


def _answers(reading: Reading) -> Iterator[str]:
    for answer in _read(reading):
        app = answer["app"]
        if "failed" in answer:
            yield f"{app}: {answer['failed']}"
            continue
        for route in answer["silent"]:
            yield f"{app}: {route} is neither a function nor said to be left out"
        for path in answer.get("changed_again", ()):
            yield f"{app}: {path} changed, though nothing else had"
        for place in answer["unknowns"]["neither"]:
            yield f"{app}: {place} is unknown, and nothing says so"
        for each in answer["diagnostics"]:
            if each["level"] == "error":
                yield f"{app}: {each['route']}: {each['what']}"


def _differences(readings: Sequence[Reading]) -> Iterator[str]:
    first = readings[0]
    for (python, seed), other in zip(RUNS[1:], readings[1:], strict=True):
        for path in sorted(first.files.keys() | other.files.keys()):
            if first.files.get(path) != other.files.get(path):
                yield f"{path} is another with Python {python} and hash seed {seed}"


def _maps(reading: Reading) -> Iterator[str]:
    """
    Every declaration map leads to a file that is there, inside the project.
    """
    for path in reading.files:
        if path.endswith(".map"):
            # The files are keyed by what is below `src`, or below `clients`.
            [file] = [
                found
                for base in (reading.folder / "src", reading.folder)
                if (found := base / path).exists()
            ]
            for source in json.loads(file.read_bytes())["sources"]:
                target = (file.parent / source).resolve()
                if not target.is_file() or not target.is_relative_to(reading.folder.parent):
                    yield f"{path} leads to {source}, which is no file of the project"


def _numbers(readings: Sequence[Reading]) -> dict[str, Any]:
    read = list(_read(readings[0]))
    again = list(_read(readings[1]))
    streams: Counter[str] = sum((Counter(each.get("streams", {})) for each in read), Counter())
    levels = Counter(
        diagnostic["level"] for each in read for diagnostic in each.get("diagnostics", ())
    )
    openapi = [each["openapi_seconds"] for each in again if "openapi_seconds" in each]
    return {
        "apps": len(read),
        "fastapi": read[0]["versions"]["fastapi"] if read else "",
        "pydantic": read[0]["versions"]["pydantic"] if read else "",
        "routes": _total(read, "routes"),
        "operations": _total(read, "operations"),
        "types": _total(read, "types"),
        "events": streams["events"],
        "lines": streams["json"],
        "text": streams["text"],
        "files": streams["files"],
        "seconds": _total(read, "seconds"),
        "seconds_again": _total(read, "seconds_again"),
        "openapi_seconds": sum(each for each in openapi if isinstance(each, float)),
        "openapi_failures": [each for each in openapi if isinstance(each, str)],
        "warnings": levels["warning"],
        "told": sum(len(each["unknowns"]["told"]) for each in read if "unknowns" in each),
        "any": sum(len(each["unknowns"]["any"]) for each in read if "unknowns" in each),
    }


def _read(reading: Reading) -> Iterator[dict[str, Any]]:
    for answer in reading.answers:
        if "not_imported" not in answer and "no_app" not in answer:
            yield answer


def _total(answers: Sequence[Mapping[str, Any]], key: str) -> Any:
    return sum(each.get(key, 0) for each in answers)
