"""A bare echo on python-telegram-bot: 64 in flight, logging off. Run with the API's address."""

from __future__ import annotations

import asyncio
import logging
import sys

import uvloop
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

TOKEN = "1000001:sandbox-telegram-0123456789abcdef"


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says what was said."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main(base_url: str) -> None:
    """Echoes until it is stopped."""
    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{base_url}/bot")
        .base_file_url(f"{base_url}/file/bot")
        .concurrent_updates(64)
        .connection_pool_size(64)
        .pool_timeout(60)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    asyncio.set_event_loop(uvloop.new_event_loop())
    main(sys.argv[1])
