"""The same kills against python-telegram-bot's own polling: how many updates it loses.

Run with a folder as its argument it is the peer itself: a bot that writes each text to SQLite.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sandbox.platform import Platform
from sandbox.server import serve
from sandbox.service import ROOT, TELEGRAM_TOKEN

LATENCY = 0.05  # seconds that the platform takes to answer, in both runs
_PEOPLE = 24


@dataclass(frozen=True, slots=True)
class Result:
    """How often it was killed, what was typed, what no row says."""

    kills: int
    typed: int
    lost: int


async def play(kills: int, seed: int, folder: Path) -> Result:
    """Types without pause, kills at random moments, lets it drain, counts what is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(seed)
    platform = Platform()
    platform.latency = LATENCY
    platform.add_bot("telegram", TELEGRAM_TOKEN, "Bot")
    phones = [platform.add_phone(f"Người {n}", channel="telegram") for n in range(_PEOPLE)]
    typed = 0
    async with serve(platform) as server:
        for phone in phones:
            platform.start(phone)
        for last in [False] * kills + [True]:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bench.polling_peer", str(folder), server.telegram),
                cwd=ROOT,
                stderr=asyncio.subprocess.DEVNULL,
            )
            queue = platform.bots[0].queue
            if last:
                for _ in range(300):
                    await asyncio.sleep(0.1)
                    if not queue.pending:
                        break
                await asyncio.sleep(2)
            else:
                for _ in range(dice.randint(60, 120)):
                    typed += 1
                    platform.type_text(dice.choice(phones), f"tin {typed}")
                    await asyncio.sleep(dice.uniform(0.01, 0.05))
            process.kill()
            await process.wait()
        await platform.close()
    with closing(sqlite3.connect(folder / "peer.db")) as rows:
        kept = {row[0] for row in rows.execute("SELECT text FROM texts")}
    return Result(kills, typed, sum(f"tin {number}" not in kept for number in range(1, typed + 1)))


def be_the_peer(folder: Path, base_url: str) -> None:
    """python-telegram-bot as its documentation shows it, with a durable handler."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    rows = sqlite3.connect(folder / "peer.db", isolation_level=None)
    rows.execute("PRAGMA journal_mode=WAL")
    rows.execute("PRAGMA synchronous=FULL")
    rows.execute("CREATE TABLE IF NOT EXISTS texts (text TEXT NOT NULL)")

    async def keep(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message and update.message.text:
            rows.execute("INSERT INTO texts (text) VALUES (?)", (update.message.text,))
            await update.message.reply_text("Đã ghi.")

    application = (
        Application.builder()
        .token(TELEGRAM_TOKEN)
        .base_url(f"{base_url}/bot")
        .base_file_url(f"{base_url}/file/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, keep))
    application.run_polling()


if __name__ == "__main__":
    be_the_peer(Path(sys.argv[1]), sys.argv[2])
