"""Calls a bot's webhook: in order within a chat, again when the answer is not 2xx.

Whose manners are followed is the caller's affair. Knows no platform.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import aiohttp

from sandbox.world.model import Bot
from sandbox.world.queues import Update
from sandbox.world.world import World


@dataclass(frozen=True, slots=True)
class Manner:
    """How a platform calls.

    `header` bears the secret; `wrap` makes the body of an update; a call that failed is made again
    after each of the `pauses` (seconds), and at their end the update is given up.
    """

    header: str
    wrap: Callable[[World, bytes], bytes]
    pauses: Callable[[World], Iterable[float]]


def begin(
    world: World, bot: Bot, manner: Manner, url: str, secret: str, max_connections: int
) -> None:
    """Calls this address from now on; what waits in the queue comes first."""
    _stop(bot)
    hook = bot.webhook
    hook.url, hook.secret, hook.max_connections = url, secret, max_connections
    hook.updated_at = world.clock.seconds()
    hook.last_error = ""
    bot.queue.on_push = take = _Caller(world, bot, manner).take
    for update in list(bot.queue.pending.values()):
        take(update)


def end(bot: Bot) -> None:
    """Ends the calls; what was not taken stays in the queue."""
    _stop(bot)
    bot.webhook.url = bot.webhook.secret = ""
    bot.queue.on_push = None


async def verify(world: World, bot: Bot, manner: Manner) -> str:
    """An empty call; "" when it is answered well, else what went wrong."""
    return await _post(world, bot, manner, b"")


def _stop(bot: Bot) -> None:
    for task in bot.webhook.tasks:
        task.cancel()
    bot.webhook.tasks.clear()


class _Caller:
    """One lane per chat; as many calls at once as the bot allows."""

    def __init__(self, world: World, bot: Bot, manner: Manner) -> None:
        self._world = world
        self._bot = bot
        self._manner = manner
        self._lanes: dict[Any, deque[Update]] = {}
        self._slots = asyncio.Semaphore(bot.webhook.max_connections)

    def take(self, update: Update) -> None:
        """Puts the update at the end of its chat's lane."""
        lane = self._lanes.get(update.chat)
        if lane is not None:
            lane.append(update)
            return
        lane = self._lanes[update.chat] = deque([update])
        task = asyncio.ensure_future(self._run_lane(update.chat, lane))
        tasks = self._bot.webhook.tasks
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    async def _run_lane(self, chat: Any, lane: deque[Update]) -> None:
        while lane:
            if lane[0].seq in self._bot.queue.pending:
                await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[chat]

    async def _deliver(self, update: Update) -> None:
        world, queue, hook = self._world, self._bot.queue, self._bot.webhook
        body = self._manner.wrap(world, update.body)
        for pause in self._manner.pauses(world):
            if update.at < world.clock.seconds() - world.updates_kept:
                break
            async with self._slots:
                error = await _post(world, self._bot, self._manner, body)
            if not error:
                queue.settle(update)
                return
            hook.last_error, hook.last_error_at = error, world.clock.seconds()
            await asyncio.sleep(pause)
        queue.expired.append(update.key)
        queue.pending.pop(update.seq, None)


async def _post(world: World, bot: Bot, manner: Manner, body: bytes) -> str:
    """Calls once; "" for a 2xx, else what went wrong."""
    if world.faults.is_down(bot.kind, bot.name):
        return "Connection refused"
    headers = {"Content-Type": "application/json"}
    if bot.webhook.secret:
        headers[manner.header] = bot.webhook.secret
    limit = aiohttp.ClientTimeout(total=world.webhook_timeout)
    try:
        async with world.http.post(
            bot.webhook.url, data=body, headers=headers, timeout=limit, allow_redirects=False
        ) as response:
            await response.read()
            if 200 <= response.status < 300:
                return ""
            return f"Wrong response from the webhook: {response.status} {response.reason}"
    except TimeoutError:
        return "Read timeout expired"
    except aiohttp.ClientError as error:
        return f"Connection failed: {type(error).__name__}"
