"""One service at a time: a lock on the data directory that dies with its holder."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

_NAME = "service.lock"
_A_LOOK = 0.1  # seconds; whoever only looks has let go by then


class LockHeld(Exception):
    """Another process runs on this data."""


@contextlib.contextmanager
def held(data_dir: Path) -> Iterator[None]:
    """Holds the lock for the block. Raises LockHeld when somebody else has it."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(data_dir / _NAME, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        if not _taken(handle, fcntl.LOCK_EX) and not _taken_at_last(handle):
            raise LockHeld(str(data_dir))
        yield
    finally:
        os.close(handle)


def is_held(data_dir: Path) -> bool:
    """Whether a service, or a command in its place, works on this data now. Changes nothing."""
    try:
        handle = os.open(data_dir / _NAME, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        return not _taken(handle, fcntl.LOCK_SH)
    finally:
        os.close(handle)


def _taken(handle: int, kind: int) -> bool:
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _taken_at_last(handle: int) -> bool:
    time.sleep(_A_LOOK)
    return _taken(handle, fcntl.LOCK_EX)
