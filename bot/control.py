"""The socket by which a command reaches the running service, so that there is one writer."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import Clock
from db.store import Store
from db.transaction import Tx, may_pass
from db.trouble import data_reason
from db.writer import Patient
from domain.committee import Committee

log = logging.getLogger(__name__)

Write = Callable[[Tx, datetime, Committee, dict[str, Any]], dict[str, Any]]
"""What a writing command does: in a transaction, at a time, with what was asked; its answer."""

_NAME = "control.sock"
_UNWRITTEN = "unwritten"
PATIENCE = 15.0  # seconds that a command waits for data which another program holds
_SHORT = 3.0  # seconds for a question to which the service knows the answer
_LARGEST = 256 * 1024 * 1024  # bytes of one request: a whole spreadsheet's rows


class Control:
    """Serves `{"command": …, "payload": …}`, one JSON line each, to whoever may read data_dir."""

    def __init__(
        self,
        data_dir: Path,
        store: Store,
        clock: Clock,
        committee: Committee,
        writes: Mapping[str, Write],
        unwritten: Callable[[], list[dict[str, str]]],
        after: Callable[[], None],
    ) -> None:
        """`unwritten` are the problems that cannot be read from the data."""
        self._path = data_dir / _NAME
        self._store = store
        self._clock = clock
        self._committee = committee
        self._writes = writes
        self._unwritten = unwritten
        self._after = after
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Opens the socket, 0600. A socket left by a process that died is replaced."""
        self._path.unlink(missing_ok=True)
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            with _short(self._path) as name:
                door.bind(name)
        except BaseException:
            door.close()
            raise
        finally:
            os.umask(before)
        self._server = await asyncio.start_unix_server(self._serve, sock=door, limit=_LARGEST)

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._path.unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = json.loads(await reader.readline())
            name, payload = request["command"], request["payload"]
            command = None if name == _UNWRITTEN else self._writes[name]
        except (ValueError, KeyError, TypeError):
            answer: dict[str, Any] = {"exit": 2, "error": "Lệnh không đúng dạng."}
        else:
            if command is None:
                answer = {"exit": 0, "problems": self._unwritten()}
            else:
                answer = await self._answer(command, payload)
        writer.write(json.dumps(answer).encode() + b"\n")
        await writer.drain()
        writer.close()

    async def _answer(self, command: Write, payload: dict[str, Any]) -> dict[str, Any]:
        now, committee = self._clock.now(), self._committee
        asked = _Asked(lambda tx: command(tx, now, committee, payload))
        writing = asyncio.create_task(self._store.write(Patient(asked)), name="command")
        while not (await asyncio.wait({writing}, timeout=PATIENCE))[0]:
            # A write that takes long is waited for; one that another program keeps out is not.
            if self._store.writer.locked_since is not None and asked.taken_back():
                log.error("a command was not begun: another program holds the data")
                return {"exit": 1, "error": "Chưa làm gì: chương trình khác đang giữ tệp dữ liệu."}
        try:
            answer: dict[str, Any] = await writing
        except Exception as failure:
            log.error("a command failed: %s", failure, exc_info=not may_pass(failure))
            return {"exit": 1, "error": f"Lệnh không thực hiện được: {data_reason(failure)}."}
        self._after()
        return answer


class _Asked:
    """A command that waits for its turn to be written. Once begun it is not taken back."""

    def __init__(self, write: Callable[[Tx], dict[str, Any]]) -> None:
        self._write = write
        self._begun = self._off = False
        self._deciding = threading.Lock()  # the writer's thread begins, the loop takes back

    def __call__(self, tx: Tx) -> dict[str, Any]:
        with self._deciding:
            if self._off:
                return {}
            self._begun = True
        return self._write(tx)

    def taken_back(self) -> bool:
        """Whether it had not begun, and never will."""
        with self._deciding:
            self._off = not self._begun
            return self._off


def unwritten(data_dir: Path) -> list[dict[str, str]]:
    """The problems of the running service that cannot be read from the data, as code and text."""
    try:
        answer = ask(data_dir, _UNWRITTEN, {}, limit=_SHORT)
    except (EOFError, TimeoutError):
        return []
    return [] if answer is None else answer["problems"]


def ask(
    data_dir: Path, command: str, payload: dict[str, Any], limit: float | None = None
) -> dict[str, Any] | None:
    """Has the running service carry out a command; None when no service listens.

    Raises EOFError when it ends before it has answered, TimeoutError after `limit` seconds.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(limit)
        try:
            with _short(data_dir / _NAME) as name:
                line.connect(name)
        except (FileNotFoundError, ConnectionRefusedError):
            return None
        line.sendall(json.dumps({"command": command, "payload": payload}).encode() + b"\n")
        with line.makefile("rb") as answers:
            said = answers.readline()
    if not said:
        raise EOFError
    answer: dict[str, Any] = json.loads(said)
    return answer


@contextmanager
def _short(path: Path) -> Iterator[str]:
    """A name for the socket that fits into the 107 bytes which Linux allows, however deep it is."""
    if len(str(path).encode()) < 100 or not os.path.isdir("/proc/self/fd"):
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
