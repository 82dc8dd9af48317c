"""The one door to the data: opens the file, queues writes for one thread, lends read-only views.

Contains no SQL of any table.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import queue
import shutil
import sqlite3
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from db.migrations import SchemaError, migrate, version_of
from db.transaction import Tx, TxLost, may_pass
from db.trouble import ailment, data_reason
from db.writer import Write, Writer, connect_for_reading, connect_for_writing

T = TypeVar("T")
FILE_NAME = "dondoc.db"
_A_PAGE = 64 * 1024  # bytes: less is no room
_READ_LIMIT = 10.0  # seconds that a long read may take
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0  # seconds between tries while nothing can be written
log = logging.getLogger(__name__)


class StoreClosed(Exception):
    """The store is shutting down; the write was not begun."""


class _Waiting:
    """Writes that one caller waits for together."""

    __slots__ = ("future", "loop", "writes")

    def __init__(
        self,
        writes: Sequence[Write],
        loop: asyncio.AbstractEventLoop,
        future: asyncio.Future[list[Any]],
    ) -> None:
        self.writes = writes
        self.loop = loop
        self.future = future


class Store:
    """`open()` it, then `await store.write(fn)` from any task; `close()` finishes what waits."""

    def __init__(self, data_dir: Path) -> None:
        self.path = Path(data_dir) / FILE_NAME
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._writer: Writer | None = None
        self._closed = False

    # Opening and closing -----------------------------------------------------------------

    def open(self, *, create: bool = False) -> Store:
        """Opens or makes the file, migrates it, and is ready for `write_now`.

        Raises SchemaError for a missing, foreign, damaged or newer file, which is left as it is.
        """
        if create and not self.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        else:
            self.refuse_unreadable()
        try:
            connection = connect_for_writing(str(self.path))
            migrate(connection, self.path)
        except sqlite3.Error as refused:
            raise SchemaError(
                f"Không ghi được tệp dữ liệu {self.path}: {self._reason(refused)}."
            ) from refused
        self._writer = Writer(connection)
        return self

    def refuse_unreadable(self) -> None:
        """Raises SchemaError for a missing, foreign, damaged or newer file; changes nothing."""
        if not self.exists():
            raise SchemaError(f"Chưa có dữ liệu ở {self.path}. Hãy chạy: python -m bot init.")
        damaged = f"Tệp dữ liệu {self.path} bị hỏng nên chưa chạy được."
        advice = "Tệp được giữ nguyên; hãy khôi phục bản sao lưu: python -m bot restore TỆP."
        try:
            with contextlib.closing(connect_for_reading(str(self.path))) as look:
                version_of(look)
                verdict = _verdict(look)
        except sqlite3.OperationalError as refused:
            raise SchemaError(
                f"Không mở được tệp dữ liệu {self.path}: {self._reason(refused)}."
            ) from refused
        except (sqlite3.DatabaseError, UnicodeDecodeError) as broken:
            # A damaged page may hold any bytes, in the words about the damage too.
            log.error("the file is damaged: %r", broken)
            raise SchemaError(f"{damaged} {advice}") from broken
        if verdict != "ok":
            log.error("the file is damaged: %s", verdict)
            raise SchemaError(f"{damaged} {advice}")

    def _reason(self, refused: BaseException) -> str:
        """On a disk that takes no writes SQLite fails to read too, in other words."""
        hindrance = self.hindrance() if ailment(refused) else None
        return data_reason(refused) if hindrance is None else hindrance[1]

    def hindrance(self) -> tuple[str, str] | None:
        """The problem (see db/problems.py) and the words for it while the folder takes no writes;
        for when no service runs, which would know."""
        folder = self.path.parent
        if shutil.disk_usage(folder).free < _A_PAGE:
            return "full", "ổ đĩa đã đầy"
        if not os.access(folder, os.W_OK):
            return "unwritable", "thư mục chỉ cho đọc"
        return None

    def exists(self) -> bool:
        """Whether there is a file; an empty one is none: it is what a copy leaves when the disk
        was full."""
        return self.path.exists() and self.path.stat().st_size > 0

    def start(self) -> None:
        """Starts the thread that owns the writing connection."""
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Finishes the writes that wait, then closes the file. May be called twice."""
        if self._closed:
            return
        self._closed = True
        if self._thread is not None:
            self.writer.stopping = True
            self._queue.put(None)
            self._thread.join()
        if self._writer is not None:
            self._writer.connection.close()

    @property
    def writer(self) -> Writer:
        if self._writer is None:
            raise StoreClosed("the store is not open")
        return self._writer

    # Writing -----------------------------------------------------------------------------

    async def write(self, fn: Callable[[Tx], T]) -> T:
        """Runs `fn` in the writer's transaction; returns after the commit.

        `fn` is pure apart from its transaction and may be run again. Raises what it raised.
        """
        result = (await self.write_each([fn]))[0]
        if isinstance(result, BaseException):
            raise result
        return cast(T, result)

    async def write_in_the_end(self, fn: Callable[[Tx], T]) -> T:
        """As `write`, but while there is no room or no file to write to, it is tried again."""
        return await _in_the_end("write", lambda: self.write(fn))

    async def write_each(self, fns: Sequence[Write]) -> list[Any]:
        """Runs each in its own savepoint; returns results and exceptions, in order, committed."""
        if self._closed:
            raise StoreClosed("the store is closing")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[list[Any]] = loop.create_future()
        self._queue.put(_Waiting(fns, loop, future))
        # A cancelled caller does not cancel the write: it may already be half-way.
        return await asyncio.shield(future)

    def write_now(self, fn: Callable[[Tx], T]) -> T:
        """The same without a loop, for commands that hold the file alone."""
        result = self.writer.apply([fn])[0]
        if isinstance(result, BaseException):
            raise result
        return cast(T, result)

    def _work(self) -> None:
        stopping = False
        while not stopping:
            group: list[_Waiting] = []
            first = self._queue.get()
            while True:
                if first is None:
                    stopping = True
                    break
                group.append(first)
                if sum(len(waiting.writes) for waiting in group) >= 256:
                    break
                try:
                    first = self._queue.get_nowait()
                except queue.Empty:
                    break
            if group:
                self._serve(group)

    def _serve(self, group: list[_Waiting]) -> None:
        results = self.writer.apply([write for waiting in group for write in waiting.writes])
        at = 0
        for waiting in group:
            mine = results[at : at + len(waiting.writes)]
            at += len(waiting.writes)
            # A loop that has gone (a test's, or one that was cut off) waits for nothing.
            with contextlib.suppress(RuntimeError):
                waiting.loop.call_soon_threadsafe(_resolve, waiting.future, mine)

    # Reading -----------------------------------------------------------------------------

    @contextlib.contextmanager
    def reading(self, limit: float = _READ_LIMIT) -> Iterator[Tx]:
        """A read-only snapshot, ended after `limit` seconds."""
        with contextlib.closing(connect_for_reading(str(self.path))) as connection:
            timer = threading.Timer(limit, connection.interrupt)
            timer.start()
            try:
                connection.execute("BEGIN")
                yield Tx(connection)
            finally:
                timer.cancel()

    async def read(self, fn: Callable[[Tx], T], limit: float = _READ_LIMIT) -> T:
        """Runs `fn` on a read-only snapshot in a thread of its own."""

        def look() -> T:
            with self.reading(limit) as tx:
                return fn(tx)

        return await asyncio.to_thread(look)

    async def read_in_the_end(self, fn: Callable[[Tx], T]) -> T:
        """As `read`, but while there is no file to read, it is tried again."""
        return await _in_the_end("read", lambda: self.read(fn))


async def _in_the_end(what: str, act: Callable[[], Awaitable[T]]) -> T:
    pause = _FIRST_PAUSE
    while True:
        try:
            return await act()
        except (sqlite3.Error, TxLost) as failure:
            if not may_pass(failure):
                raise
            log.error("cannot %s now: %s", what, failure)
        await asyncio.sleep(pause)
        pause = min(_LONGEST_PAUSE, pause * 2)


def _resolve(future: asyncio.Future[list[Any]], results: list[Any]) -> None:
    if not future.done():
        future.set_result(results)


def _verdict(look: sqlite3.Connection) -> str:
    """ "ok", or what is wrong with the file. The quick look takes the order of rows for granted in
    tables that are their own index, so these are looked at whole."""
    verdict: str = look.execute("PRAGMA quick_check(1)").fetchone()[0]
    own = look.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr"
    )
    for (name,) in own.fetchall() if verdict == "ok" else ():
        verdict = look.execute(f'PRAGMA integrity_check("{name}")').fetchone()[0]
        if verdict != "ok":
            break
    return verdict
