"""Updates waiting for a bot: created, handed out, confirmed. No HTTP, no shapes of a platform."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from sandbox.world.compact import dumps


class Update:
    """One update, already in JSON. `key` is the platform's own id of it (Zalo: "chat:message").

    `shown`: whether a higher offset may forget it; what is injected must be handed out first.
    """

    __slots__ = ("at", "body", "chat", "key", "seq", "shown")

    def __init__(
        self, seq: int, key: Any, at: float, body: bytes, chat: Any, shown: bool = True
    ) -> None:
        self.seq = seq
        self.key = key
        self.at = at
        self.body = body
        self.chat = chat
        self.shown = shown


class UpdateQueue:
    """The updates of one bot, in the order in which they are handed out.

    `created`, `confirmed`, `expired` list keys: what the platform saw, for the invariants.
    """

    def __init__(self, first_id: int = 1) -> None:
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.next_id = first_id
        self.created: list[Any] = []
        self.confirmed: list[Any] = []
        self.expired: list[Any] = []
        self.on_push: Callable[[Update], None] | None = None
        self.poll: asyncio.Future[str] | None = None
        self._seq = 0
        self._in_order = True

    def push(self, body: dict[str, Any], at: float, chat: Any, key: Any = None) -> Update:
        """Queues an update; without a key it gets the next update_id as its first field."""
        if key is None:
            key = self.next_id
            self.next_id += 1
            body = {"update_id": key, **body}
        return self.push_raw(dumps(body), at, chat, key)

    def push_raw(
        self, body: bytes, at: float, chat: Any, key: Any, *, injected: bool = False
    ) -> Update:
        """Queues bytes as they are; `injected` when their id may be out of order."""
        self._seq += 1
        if injected:
            self._in_order = False
        update = Update(self._seq, key, at, body, chat, not injected)
        self.pending[update.seq] = update
        self.created.append(key)
        if self.on_push is not None:
            self.on_push(update)
        else:
            self.wake("update")
        return update

    def wake(self, why: str) -> None:
        """Ends the long poll that waits, if one does: update, terminated, webhook, faults."""
        if self.poll is not None and not self.poll.done():
            self.poll.set_result(why)

    async def wait(self, seconds: float) -> str:
        """Waits for an update: the word given to `wake`, or "" when the time is over."""
        loop = asyncio.get_running_loop()
        self.wake("terminated")
        mine: asyncio.Future[str] = loop.create_future()
        self.poll = mine
        timer = loop.call_later(seconds, _end, mine)
        try:
            return await mine
        finally:
            timer.cancel()
            if self.poll is mine:
                self.poll = None

    def confirm_below(self, offset: int) -> None:
        """Forgets what has a lower id. An offset beyond the end confirms nothing, as with TDLib."""
        if offset > self.next_id + 10:
            return
        pending = self.pending
        if self._in_order:
            while pending:
                first = next(iter(pending.values()))
                if first.key >= offset:
                    return
                pending.popitem(last=False)
                self.confirmed.append(first.key)
            return
        for update in [each for each in pending.values() if each.key < offset and each.shown]:
            del pending[update.seq]
            self.confirmed.append(update.key)
        self._in_order = not pending

    def keep_last(self, count: int) -> None:
        """Destroys the backlog but for its last `count` updates (a negative offset does that)."""
        while len(self.pending) > count:
            _, update = self.pending.popitem(last=False)
            self.confirmed.append(update.key)

    def expire(self, before: float) -> None:
        """Drops what the platform has kept for too long."""
        while self.pending:
            first = next(iter(self.pending.values()))
            if first.at >= before:
                return
            self.pending.popitem(last=False)
            self.expired.append(first.key)

    def first(self, limit: int) -> list[Update]:
        """The next updates, still kept."""
        found: list[Update] = []
        for update in self.pending.values():
            if len(found) == limit:
                break
            update.shown = True
            found.append(update)
        return found

    def take_one(self) -> Update | None:
        """Hands out one and forgets it (Zalo's polling)."""
        if not self.pending:
            return None
        _, update = self.pending.popitem(last=False)
        self.confirmed.append(update.key)
        return update

    def settle(self, update: Update) -> None:
        """A webhook took it."""
        if self.pending.pop(update.seq, None) is not None:
            self.confirmed.append(update.key)

    # What a platform may do to ids, on order.

    def skip_ids(self, count: int) -> None:
        """Leaves a gap before the next update."""
        self.next_id += count

    def restart_ids(self, next_id: int) -> None:
        """After a quiet week the next id is any number, lower ones included."""
        if next_id < self.next_id and self.pending:
            self._in_order = False
        self.next_id = next_id

    def repeat(self, update: Update, *, new_id: bool = False) -> Update:
        """Hands the same update out again, under its own id or under a new one."""
        if not new_id:
            return self.push_raw(update.body, update.at, update.chat, update.key, injected=True)
        key, self.next_id = self.next_id, self.next_id + 1
        body = update.body.replace(b'"update_id":%d' % update.key, b'"update_id":%d' % key, 1)
        return self.push_raw(body, update.at, update.chat, key)

    def reorder(self, shuffle: Callable[[list[Update]], None]) -> None:
        """Changes the order of what waits: `shuffle` changes a list in place."""
        waiting = list(self.pending.values())
        shuffle(waiting)
        self.pending = OrderedDict()
        for update in waiting:
            self._seq += 1
            update.seq = self._seq
            self.pending[update.seq] = update
        self._in_order = False


def _end(poll: asyncio.Future[str]) -> None:
    if not poll.done():
        poll.set_result("")
