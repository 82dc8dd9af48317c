"""Raw updates, poison included, put into a bot's queue as they are."""

from __future__ import annotations

from typing import Any

from sandbox.acts.registry import Registry
from sandbox.world.compact import dumps
from sandbox.world.model import ZALO
from sandbox.world.queues import Update
from sandbox.zalo.ids import new_id


class Injecting(Registry):
    """What no phone sends."""

    def push_update(self, channel: str, update: dict[str, Any]) -> Update:
        """Queues a raw update; `{"raw": "text"}` goes out word for word.

        On Telegram a missing update_id is filled in, and "UPDATE_ID" in a raw text becomes the id.
        """
        bot = self.bot(channel)
        queue, at = bot.queue, self.clock.seconds()
        raw = update["raw"] if set(update) == {"raw"} else None
        if bot.kind == ZALO:
            key = _zalo_key(update)
            body = dumps(update) if raw is None else raw.encode("utf-8", "surrogatepass")
            return queue.push_raw(body, at, key, key)
        if raw is None and "update_id" not in update:
            return queue.push(update, at, None)
        number = update.get("update_id")
        if not isinstance(number, int):
            number = queue.next_id
        queue.next_id = max(queue.next_id, number + 1)
        body = dumps(update)
        if raw is not None:
            body = raw.replace("UPDATE_ID", str(number)).encode("utf-8", "surrogatepass")
        return queue.push_raw(body, at, number, number, injected=True)


def _zalo_key(update: dict[str, Any]) -> str:
    said = update.get("message")
    chat = said.get("chat") if isinstance(said, dict) else None
    if not isinstance(said, dict) or not isinstance(chat, dict):
        return new_id()
    return f"{chat.get('id')}:{said.get('message_id')}"
