"""A bare echo on aiogram: 64 in flight, logging off. Run with the Bot API's address."""

from __future__ import annotations

import asyncio
import logging
import sys

import uvloop
from aiogram import Bot, Dispatcher, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

TOKEN = "1000001:sandbox-telegram-0123456789abcdef"


async def main(base_url: str) -> None:
    """Echoes until it is stopped."""
    server = TelegramAPIServer(
        base=f"{base_url}/bot{{token}}/{{method}}", file=f"{base_url}/file/bot{{token}}/{{path}}"
    )
    session = AiohttpSession(api=server, limit=64)
    bot = Bot(TOKEN, session=session)
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: types.Message) -> None:
        await message.answer(message.text or "")

    await dispatcher.start_polling(bot, tasks_concurrency_limit=64)


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main(sys.argv[1]))
