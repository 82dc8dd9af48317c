"""The one writing connection: groups of functions, a savepoint each, one commit. No threads."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from db import problems
from db.transaction import Tx, TxLost
from db.trouble import ailment, data_reason

log = logging.getLogger(__name__)

Write = Callable[[Tx], Any]

_LOCK_SLICE = 0.25  # seconds that one wait for another process's lock may take
_GROUP_BUDGET = 0.05  # seconds of work after which a group is committed


class Patient:
    """A write that may take long (an import): no stalled handler, so nobody ends it."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def __call__(self, tx: Tx) -> Any:
        return self._write(tx)


class Writer:
    """Applies functions in BEGIN IMMEDIATE … COMMIT on a connection with isolation_level None."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.tx = Tx(connection)
        self.busy_since: float | None = None  # monotonic start of the function that runs now
        self.locked_since: float | None = None  # another process holds the file since then
        self.stopping = False
        self.ailing: BaseException | None = None  # what keeps the disk from taking writes now
        self.longest = 0.0  # seconds of the longest transaction so far

    def wait_no_more(self) -> None:
        """From now on a write that another process keeps out fails at once."""
        self.stopping = True

    def apply(self, writes: Sequence[Write]) -> list[Any]:
        """Runs the writes in order and commits. The list holds each one's result or exception.

        A failing write undoes only itself. When the transaction is lost as a whole, the group
        is run again one by one, so that one write that cannot be kept does not take its
        neighbours along.
        """
        results: list[Any] = []
        while len(results) < len(writes):
            rest = writes[len(results) :]
            try:
                results += self._group(rest)
            except (TxLost, sqlite3.Error) as lost:
                self._forget()
                self._ail(lost)
                if len(rest) == 1:
                    results.append(lost)
                else:
                    results += [self._single(write) for write in rest]
        return results

    def _single(self, write: Write) -> Any:
        try:
            return self._group([write])[0]
        except (TxLost, sqlite3.Error) as lost:
            self._forget()
            return lost

    def _group(self, writes: Sequence[Write]) -> list[Any]:
        self._begin()
        started, changes = time.monotonic(), self.connection.total_changes
        results: list[Any] = []
        for write in writes:
            results.append(self._guarded(write))
            if time.monotonic() - started > _GROUP_BUDGET:
                break
        if not self.connection.in_transaction:
            raise TxLost("transaction ended before commit")
        self.connection.execute("COMMIT")
        if self.ailing is not None and self.connection.total_changes > changes:
            # Not by a commit of nothing, which needs no room.
            self.ailing = None
            log.warning("Dữ liệu đã ghi được trở lại; dịch vụ nhận tin tiếp.")
        self.longest = max(self.longest, time.monotonic() - started)
        return results

    def _guarded(self, write: Write) -> Any:
        connection = self.connection
        connection.execute("SAVEPOINT one")
        self.busy_since = None if isinstance(write, Patient) else time.monotonic()
        try:
            result = write(self.tx)
        except Exception as failure:
            self._ail(failure)
            if not connection.in_transaction:
                raise TxLost(str(failure)) from failure
            connection.execute("ROLLBACK TO one")
            connection.execute("RELEASE one")
            return failure
        finally:
            self.busy_since = None
        if not connection.in_transaction:
            raise TxLost("a write ended the transaction")
        connection.execute("RELEASE one")
        return result

    def _begin(self) -> None:
        while True:
            try:
                self.connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as refused:
                if refused.sqlite_errorcode != sqlite3.SQLITE_BUSY or self.stopping:
                    raise
                if self.locked_since is None:
                    self.locked_since = time.monotonic()
                continue
            self.locked_since = None
            return

    def _ail(self, lost: BaseException) -> None:
        code, before = ailment(lost), self.ailing
        if not code:
            return
        self.ailing = lost
        if before is None or ailment(before) != code:
            log.critical(problems.WORDS[code].format(text=data_reason(lost)))

    def _forget(self) -> None:
        if self.connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")


def connect_for_writing(path: str) -> sqlite3.Connection:
    """A connection with every setting that a register needs."""
    connection = sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, timeout=_LOCK_SLICE
    )
    connection.row_factory = sqlite3.Row
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "cache_size=-65536",
        "trusted_schema=OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_for_reading(path: str) -> sqlite3.Connection:
    """A connection that cannot write."""
    # Quoted, or a "#" or "%" in the name of a folder would lead to another file.
    connection = sqlite3.connect(
        f"file:{quote(path)}?mode=ro",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=5,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only=ON")
    return connection
