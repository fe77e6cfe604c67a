"""
Editors without a window: the protocols that they speak with the servers that answer for code.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import queue
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol
from urllib.parse import unquote, urlsplit

from conftest import environment

PATIENCE = 120
"""Seconds to wait for an answer, on a busy machine."""


@dataclass(frozen=True, order=True)
class Span:
    """
    A piece of one line of a file; lines and columns count from 1, in UTF-16 code units.
    """

    path: Path
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Refused:
    """
    What a server says when it does not rename.
    """

    why: str


class Editor(Protocol):
    """
    What an editor asks of a language server.
    """

    def open(self, file: Path) -> None: ...

    def definitions(self, file: Path, line: int, column: int) -> list[Span]: ...

    def hover(self, file: Path, line: int, column: int) -> str: ...

    def rename(self, file: Path, line: int, column: int, name: str) -> list[Span] | Refused: ...

    def changed(self, files: Sequence[Path]) -> None:
        """
        Tell the server of files that changed on disk, as editors do that watch them for it.
        """

    def close(self) -> None: ...


class _Process:
    """
    A server on pipes; each message of its own is handed to a queue by a thread.
    """

    def __init__(self, command: Sequence[str | Path], folder: Path) -> None:
        self.process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.numbers = itertools.count(1)
        self.messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def send(self, data: bytes) -> None:
        stdin = self.process.stdin
        assert stdin is not None
        stdin.write(data)
        stdin.flush()

    def receive(self) -> dict[str, Any]:
        message = self.messages.get(timeout=PATIENCE)
        assert message is not None, f"the server ended: {self.process.poll()}"
        return message

    def end(self) -> None:
        """
        End the process and those that it started, and close its pipes.
        """
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def _read(self) -> None:
        """
        Both protocols write headers, an empty line, and as many bytes of JSON as they said.
        """
        stdout = self.process.stdout
        assert stdout is not None
        while (length := _content_length(stdout)) is not None:
            self.messages.put(json.loads(stdout.read(length)))
        self.messages.put(None)


def _content_length(stdout: IO[bytes]) -> int | None:
    length = None
    for line in iter(stdout.readline, b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        elif not line.strip() and length is not None:
            return length
    return None


class TsServer:
    """
    TypeScript's own server of before 7, which VS Code starts.

    https://github.com/microsoft/TypeScript/wiki/Standalone-Server-(tsserver)
    """

    def __init__(self, script: Path, folder: Path) -> None:
        command = ["node", script, "--disableAutomaticTypingAcquisition"]
        self._process = _Process(command, folder)

    def open(self, file: Path) -> None:
        self._send("open", {"file": str(file)})

    def definitions(self, file: Path, line: int, column: int) -> list[Span]:
        place = {"file": str(file), "line": line, "offset": column}
        answer = self.request("definitionAndBoundSpan", place)
        return [_tsserver_span(found) for found in answer.get("definitions", [])]

    def hover(self, file: Path, line: int, column: int) -> str:
        answer = self.request("quickinfo", {"file": str(file), "line": line, "offset": column})
        documentation = answer["documentation"]
        text = documentation if isinstance(documentation, str) else _joined(documentation)
        return f"{answer['displayString']}\n{text}"

    def rename(self, file: Path, line: int, column: int, name: str) -> list[Span] | Refused:
        answer = self.request("rename", {"file": str(file), "line": line, "offset": column})
        if not answer["info"]["canRename"]:
            return Refused(answer["info"]["localizedErrorMessage"])
        return [
            _tsserver_span({"file": found["file"], **each})
            for found in answer["locs"]
            for each in found["locs"]
        ]

    def changed(self, files: Sequence[Path]) -> None:
        """
        tsserver watches its files itself.
        """

    def request(self, command: str, arguments: Mapping[str, Any]) -> Any:
        number = self._send(command, arguments)
        while True:
            message = self._process.receive()
            if message["type"] == "response" and message["request_seq"] == number:
                assert message["success"], message
                return message.get("body")

    def close(self) -> None:
        self._process.end()

    def _send(self, command: str, arguments: Mapping[str, Any]) -> int:
        number = next(self._process.numbers)
        message = {"seq": number, "type": "request", "command": command, "arguments": arguments}
        self._process.send(json.dumps(message).encode() + b"\n")
        return number


def _tsserver_span(found: Mapping[str, Any]) -> Span:
    start, end = found["start"], found["end"]
    assert start["line"] == end["line"], found
    return Span(Path(found["file"]), start["line"], start["offset"], end["offset"])


def _joined(parts: Sequence[Mapping[str, str]]) -> str:
    return "".join(part["text"] for part in parts)


class LanguageServer:
    """
    A server of the Language Server Protocol.

    https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
    """

    def __init__(self, command: Sequence[str | Path], folder: Path) -> None:
        self._process = _Process(command, folder)
        self.answers: dict[int, Any] = {}
        uri = folder.as_uri()
        self.capabilities = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": folder.name}],
                "capabilities": _CAPABILITIES,
                "initializationOptions": {},
            },
        )["capabilities"]
        self._notify("initialized", {})

    def open(self, file: Path) -> None:
        language = {".ts": "typescript", ".svelte": "svelte"}[file.suffix]
        document = {"uri": file.as_uri(), "languageId": language, "version": 1}
        self._notify(
            "textDocument/didOpen", {"textDocument": {**document, "text": file.read_text("utf-8")}}
        )

    def definitions(self, file: Path, line: int, column: int) -> list[Span]:
        found = self.request("textDocument/definition", _place(file, line, column)) or []
        return [_lsp_span(each) for each in (found if isinstance(found, list) else [found])]

    def hover(self, file: Path, line: int, column: int) -> str:
        answer = self.request("textDocument/hover", _place(file, line, column))
        contents = answer["contents"]
        parts = contents if isinstance(contents, list) else [contents]
        return "\n".join(part if isinstance(part, str) else part["value"] for part in parts)

    def rename(self, file: Path, line: int, column: int, name: str) -> list[Span] | Refused:
        place = _place(file, line, column)
        message = self._ask("textDocument/rename", {**place, "newName": name})
        if "error" in message:
            return Refused(message["error"]["message"])
        if message["result"] is None:
            return Refused("nothing to rename")
        return _edits(message["result"])

    def changed(self, files: Sequence[Path]) -> None:
        kind = {True: 2, False: 3}
        changes = [{"uri": file.as_uri(), "type": kind[file.exists()]} for file in files]
        self._notify("workspace/didChangeWatchedFiles", {"changes": changes})

    def request(self, method: str, parameters: Any) -> Any:
        message = self._ask(method, parameters)
        assert "error" not in message, message
        return message["result"]

    def close(self) -> None:
        self._ask("shutdown")
        self._notify("exit")
        self._process.end()

    def _ask(self, method: str, parameters: Any = None) -> dict[str, Any]:
        number = next(self._process.numbers)
        self._write({"id": number, **_call(method, parameters)})
        while True:
            message = self._process.receive()
            if "method" in message:
                self._answer(message)
            elif message.get("id") == number:
                return message

    def _answer(self, message: Mapping[str, Any]) -> None:
        """
        Answer what servers ask of an editor, or else they wait: nothing is set.
        """
        if "id" in message:
            items = message.get("params", {}).get("items", [])
            result = [None] * len(items) if message["method"] == "workspace/configuration" else None
            self._write({"id": message["id"], "result": result})

    def _notify(self, method: str, parameters: Any = None) -> None:
        self._write(_call(method, parameters))

    def _write(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.send(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))


def _call(method: str, parameters: Any) -> dict[str, Any]:
    return {"method": method} | ({} if parameters is None else {"params": parameters})


_CAPABILITIES = {
    "workspace": {
        "configuration": True,
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "workspaceEdit": {"documentChanges": True},
    },
    "textDocument": {
        "definition": {"linkSupport": True},
        "hover": {"contentFormat": ["plaintext"]},
        "rename": {"prepareSupport": True},
    },
}


def _place(file: Path, line: int, column: int) -> dict[str, Any]:
    position = {"line": line - 1, "character": column - 1}
    return {"textDocument": {"uri": file.as_uri()}, "position": position}


def _lsp_span(found: Mapping[str, Any]) -> Span:
    uri = found.get("targetUri") or found["uri"]
    reach = found.get("targetSelectionRange") or found["range"]
    start, end = reach["start"], reach["end"]
    assert start["line"] == end["line"], found
    return Span(_path(uri), start["line"] + 1, start["character"] + 1, end["character"] + 1)


def _path(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def _edits(edit: Mapping[str, Any]) -> list[Span]:
    by_file = [
        (each["textDocument"]["uri"], each["edits"]) for each in edit.get("documentChanges", [])
    ]
    by_file += edit.get("changes", {}).items()
    return [_lsp_span({"uri": uri, **each}) for uri, edits in by_file for each in edits]
