"""One service at a time: a lock on the data directory that dies with its holder."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


class LockHeld(Exception):
    """Another process runs on this data."""


@contextlib.contextmanager
def held(data_dir: Path) -> Iterator[None]:
    """Holds the lock for the block. Raises LockHeld at once when somebody else has it."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(data_dir / "service.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LockHeld(str(data_dir)) from None
        yield
    finally:
        os.close(handle)
