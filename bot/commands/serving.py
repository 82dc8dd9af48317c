"""`run` and `check`: the service itself, and whether it could start."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import logging
import os
import secrets
import stat
from dataclasses import replace
from pathlib import Path

import uvloop

from bot import lock, logs
from bot.app import App
from bot.channels.base import ChannelDown, TryLater
from bot.channels.table import make
from bot.commands.carrying import Wrong, configuration
from bot.config import Config
from db.migrations import SchemaError
from db.store import Store

log = logging.getLogger(__name__)


def run(args: argparse.Namespace) -> int:
    """Serves until SIGTERM; exit 3 when another service runs on this data."""
    config = configuration(args, tokens=True)
    logs.set_up()
    for channel in config.channels:
        logs.hide(channel.token)
    if os.geteuid() == 0:
        log.warning("running as root; a user of its own is safer")
    _refuse_lax(config.data_dir)
    with lock.held(config.data_dir):
        secret = _webhook_secret(config.data_dir)
        logs.hide(secret)
        channels = tuple(replace(one, webhook_secret=secret) for one in config.channels)
        config = replace(config, channels=channels)
        store = Store(config.data_dir).open()
        store.start()
        # What stands now stands to the end, and a message leaves little garbage behind: looking
        # through everything every 700 objects costs a tenth of the processor (measured).
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
        try:
            return uvloop.run(App(config, store).run())
        finally:
            store.close()


def check(args: argparse.Namespace) -> int:
    """Checks configuration, data and, with --online, the channels; every finding is printed."""
    config = configuration(args, tokens=True)
    print(f"Cấu hình đúng: {config.committee.name}, {len(config.channels)} kênh.")
    store = Store(config.data_dir)
    try:
        store.refuse_unreadable()
        print(f"Dữ liệu đọc được: {store.path}.")
    except SchemaError as wrong:
        raise Wrong(str(wrong), 1) from None
    return asyncio.run(_ask_channels(config)) if args.online else 0


async def _ask_channels(config: Config) -> int:
    exit_code = 0
    for settings in config.channels:
        channel = make(settings)
        try:
            print(f"Kênh {settings.name}: {await channel.called()}.")
        except (ChannelDown, TryLater) as refused:
            print(f"Kênh {settings.name}: không dùng được ({refused}).")
            exit_code = 1
        finally:
            with contextlib.suppress(Exception):
                await channel.close()
    return exit_code


def _webhook_secret(data_dir: Path) -> str:
    """What platforms must say when they call our webhook; made once and kept."""
    path = data_dir / "webhook.secret"
    if path.exists() and (kept := path.read_text(encoding="ascii").strip()):
        return kept
    # Whole or not at all: with an empty one, as a full disk leaves it, nobody would be let in.
    unfinished = path.with_suffix(".part")
    handle = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made := secrets.token_urlsafe(32))
        file.flush()
        os.fsync(handle)
    unfinished.replace(path)
    return made


def _refuse_lax(data_dir: Path) -> None:
    """The register is nobody else's to read."""
    for path, allowed in ((data_dir, 0o700), (data_dir / "dondoc.db", 0o600)):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & ~allowed & 0o077:
            raise Wrong(f"Người khác cũng đọc được {path}; hãy chạy: chmod {allowed:o} {path}.")
        if path.exists() and not os.access(path, os.W_OK):
            raise Wrong(f"Không ghi được vào {path}; hãy kiểm tra ổ đĩa và quyền.", 1)
