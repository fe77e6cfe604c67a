"""
A generated client in a Node process of its own, called from Python.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from fastapi import FastAPI

from fluidkit import runtime
from fluidkit.introspection import Context, read_app
from fluidkit.typescript import Target, render

Take = Literal["data", "result", "response", "orError", "url"]


class CallError(Exception):
    """
    What a call rejected with.
    """

    def __init__(self, error: Mapping[str, Any], sent: int) -> None:
        super().__init__(error["message"])
        self.name: str = error["name"]
        self.message: str = error["message"]
        self.status: int | None = error.get("status")
        self.detail: Any = error.get("detail")
        self.body: Any = error.get("body")
        self.cause: Mapping[str, str] | None = error.get("cause")
        self.headers: Mapping[str, str] | None = error.get("headers")
        self.sent = sent
        """Requests that were sent."""


@dataclass(frozen=True)
class Client:
    """
    A client that is called over the process's pipes.
    """

    process: subprocess.Popen[str]

    def call(self, function: str, *args: Any, take: Take = "data") -> Any:
        """
        Call a function, and answer what it resolves to. Raise CallError where it rejects.
        """
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"function": function, "args": args, "take": take}))
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise CallError(answer["error"], answer["sent"])
        return answer["data"]


def file(content: bytes, name: str = "name.txt", media_type: str = "text/plain") -> dict[str, str]:
    """
    A JavaScript File.
    """
    return {"$": "file", "name": name, "type": media_type, "content": encoded(content)}


def blob(content: bytes, media_type: str = "") -> dict[str, str]:
    """
    A JavaScript Blob.
    """
    return {"$": "blob", "type": media_type, "content": encoded(content)}


UNDEFINED = {"$": "undefined"}


def encoded(content: bytes) -> str:
    """
    Base64, as text.
    """
    return base64.b64encode(content).decode()


def generate(app: FastAPI, folder: Path, root: Path) -> Path:
    """
    Write the neutral client of an app into a folder, and answer the client's own folder.
    """
    api = read_app(app, Context(project_root=root, root=root)).api
    files = dict(render(api, Target(output="client", kit=False)).files)
    shared = runtime.files(kit=False)
    files |= {f"client/generated/runtime/{name}": text for name, text in shared.items()}
    files["package.json"] = '{ "type": "module" }'
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder / "client"
