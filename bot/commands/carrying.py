"""How a command finds the configuration, the time and the data: through the service or alone."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot import control, lock
from bot.config import Config, load
from db.migrations import SchemaError
from db.store import FILE_NAME, Store
from db.transaction import Tx
from db.trouble import ailment
from domain.instants import at_local

_LOOK_AGAIN = 0.2
_LAST_YEAR = 2200  # what lies further is a slip, and sums of days would run out of the calendar


class Wrong(Exception):
    """Wrong use or a refusal, in one plain sentence; `code` is the exit code."""

    def __init__(self, sentence: str, code: int = 2) -> None:
        super().__init__(sentence)
        self.code = code


def config_path(args: argparse.Namespace) -> Path:
    """--config, else $DONDOC_CONFIG, else ./config.toml."""
    return Path(args.config or os.environ.get("DONDOC_CONFIG") or "config.toml")


def configuration(args: argparse.Namespace, *, tokens: bool = False) -> Config:
    """The checked configuration; with `tokens` every channel must have its own. Raises
    ConfigError."""
    return load(config_path(args), tokens=tokens)


def present(config: Config, given: str | None = None) -> datetime:
    """The instant a command speaks of: `--at`, the demonstration's clock, or now.

    `given` is an ISO instant, or a local day and hour.
    """
    if given:
        try:
            moment = datetime.fromisoformat(given)
        except ValueError:
            raise Wrong(f'Thời điểm "{given}" phải có dạng 2026-06-09T07:30.') from None
        if not 1970 <= moment.year <= _LAST_YEAR:
            raise Wrong(f"Thời điểm phải từ năm 1970 đến năm {_LAST_YEAR}.")
        if moment.tzinfo is None:
            return at_local(moment.date(), moment.time(), config.committee.zone)
        return moment.astimezone(UTC)
    if config.clock_url:
        with (
            contextlib.suppress(OSError, ValueError, KeyError),
            urllib.request.urlopen(config.clock_url, timeout=2) as answer,
        ):
            return datetime.fromisoformat(json.load(answer)["now"])
    return datetime.now(UTC)


def carry_out(
    config: Config, command: str, write: control.Write, payload: dict[str, Any]
) -> dict[str, Any]:
    """Has a writing command done by the running service, or by `write` alone under its lock.

    A service that is just starting, or another command, holds the lock without listening: it is
    waited for.
    """
    until = time.monotonic() + control.PATIENCE
    while True:
        try:
            answer = control.ask(config.data_dir, command, payload)
            if answer is None and command == "import" and not Store(config.data_dir).exists():
                answer = _on_trial(config, write, payload)
            if answer is None:
                answer = _alone(config, command, write, payload)
        except lock.LockHeld:
            if time.monotonic() > until:
                raise Wrong("Dữ liệu đang bận; hãy chạy lại lệnh sau ít phút.", 1) from None
            time.sleep(_LOOK_AGAIN)
            continue
        except EOFError:
            raise Wrong("Dịch vụ dừng trước khi trả lời; hãy xem lại rồi chạy lại.", 1) from None
        except PermissionError:
            raise Wrong(f"Không có quyền với dữ liệu ở {config.data_dir}.", 1) from None
        if "error" in answer:
            raise Wrong(answer["error"], answer["exit"])
        return answer


def _on_trial(
    config: Config, write: control.Write, payload: dict[str, Any]
) -> dict[str, Any] | None:
    """A first import is tried on an empty store elsewhere, so that one which comes to nothing
    leaves nothing behind. Its answer, or None when it is to be done in earnest."""
    with tempfile.TemporaryDirectory(prefix="dondoc-") as scratch:
        store = Store(Path(scratch)).open(create=True)
        try:
            trial, now = payload | {"dry_run": True}, present(config)
            answer = store.write_now(lambda tx: write(tx, now, config.committee, trial))
        finally:
            store.close()
    return answer if payload["dry_run"] or answer["exit"] else None


def _alone(
    config: Config, command: str, write: control.Write, payload: dict[str, Any]
) -> dict[str, Any]:
    with lock.held(config.data_dir):
        store = Store(config.data_dir).open(create=command == "import")
        patience = threading.Timer(control.PATIENCE, store.writer.wait_no_more)
        patience.start()
        try:
            now = present(config)
            return store.write_now(lambda tx: write(tx, now, config.committee, payload))
        finally:
            patience.cancel()
            store.close()


@contextlib.contextmanager
def looking(config: Config) -> Iterator[Tx]:
    """A read-only look at the data, whether or not the service runs. Raises SchemaError."""
    with readable(config) as folder, Store(folder).reading() as tx:
        yield tx


@contextlib.contextmanager
def readable(config: Config) -> Iterator[Path]:
    """The folder of the data, found in order; or of a copy, where no service runs and their disk
    takes no writes: then SQLite cannot even read them there. Raises SchemaError."""
    try:
        Store(config.data_dir).refuse_unreadable()
    except SchemaError as refused:
        if not ailment(refused) or lock.is_held(config.data_dir):
            raise
        with tempfile.TemporaryDirectory(prefix="dondoc-") as scratch:
            for name in (FILE_NAME, f"{FILE_NAME}-wal"):
                if (config.data_dir / name).exists():
                    shutil.copyfile(config.data_dir / name, Path(scratch) / name)
            Store(Path(scratch)).refuse_unreadable()
            yield Path(scratch)
    else:
        yield config.data_dir
