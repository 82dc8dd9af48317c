"""The loop that has inbox rows handled, each in its own savepoint, and parks what cannot be."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.channels.base import Channel, Malformed
from bot.clock import Clock
from bot.points import misbehave, point
from db import chats, conversations, groups, inbox, outbox, people, problems
from db.store import Store
from db.transaction import Row, Tx, TxLost, may_pass
from domain.committee import Committee
from domain.instants import instant, local_day
from domain.message import ANSWER, ChatRef, Incoming, Outgoing
from domain.texts import say
from handlers import hearing
from handlers.turn import Turn

log = logging.getLogger(__name__)

_GROUP = 64
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0  # seconds between tries while the disk is full
_RETRY_SECONDS = (2.0, 8.0)  # between the three tries; all are over within 15 s
Key = tuple[str, str, str]  # channel, chat, sender


class Held(Exception):
    """An earlier row of the same chat and person failed; this one waits behind it."""


class Worker:
    """Handles rows in order of arrival for each chat and person, the same message once."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        committee: Committee,
        channels: Mapping[str, Channel],
        woken: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._committee = committee
        self._channels = channels
        self._woken = woken
        self._wake = asyncio.Event()
        self._held: dict[Key, float] = {}
        # Buttons that still show a waiting sign, and what is said to whoever tapped.
        self._taps: list[tuple[Channel, str, str]] = []
        self._answering: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """There is something in the inbox."""
        self._wake.set()

    async def run(self) -> None:
        """Works until cancelled; what it has claimed by then and not begun goes back."""
        await self._after_unclean_stop()
        rows: list[Row] = []
        try:
            while True:
                self._wake.clear()
                rows = await self._group(rows)
                if not rows:
                    await self._sleep()
        finally:
            try:
                await self._store.write(inbox.unclaim)
            except (sqlite3.Error, TxLost) as failure:
                log.error("cannot give back what was taken, it is run singly: %s", failure)

    async def _after_unclean_stop(self) -> None:
        """What was claimed when the process died runs singly, so one bad row takes nobody along."""
        for row in await self._store.write_in_the_end(inbox.left_claimed):
            if row["claims"] >= inbox.MOST_CLAIMS:
                await self._park(row, "the service stopped three times on this message")
                continue
            await self._store.write_in_the_end(partial(inbox.claim_again, inbox_id=row["id"]))
            result = (await self._handled([row]))[0]
            await self._after(row, result, claims=row["claims"] + 1)
        self._woken()

    async def _group(self, rows: Sequence[Row]) -> list[Row]:
        """Handles these rows and claims what comes next, in one commit; gives the latter."""
        failed: dict[Key, int] = {}
        claimed: list[Row] | BaseException
        now = time.monotonic()
        # What ends after this look still counts as held, so that the next sleep ends with it.
        self._held = {key: until for key, until in self._held.items() if until > now}
        claim = partial(self._claim, set(self._held), failed)
        *results, claimed = await self._store.write_each(
            [*(self.handling(row, failed) for row in rows), claim]
        )
        if rows:
            await self._settle(rows, await self._in_the_end(rows, results, failed))
        if not isinstance(claimed, BaseException):
            return claimed
        if not may_pass(claimed):
            raise claimed
        log.error("cannot take what waits: %s", claimed)
        await asyncio.sleep(_FIRST_PAUSE)
        self.wake()
        return []

    @staticmethod
    def _claim(held: set[Key], failed: Iterable[Key], tx: Tx) -> list[Row]:
        """The next rows, but for those behind one that failed."""
        return inbox.claim(tx, held.union(failed), _GROUP)

    async def _handled(self, rows: Sequence[Row]) -> list[Any]:
        """What became of each row, written down."""
        failed: dict[Key, int] = {}
        results = await self._store.write_each([self.handling(row, failed) for row in rows])
        return await self._in_the_end(rows, results, failed)

    async def _in_the_end(
        self, rows: Sequence[Row], results: Sequence[Any], failed: dict[Key, int]
    ) -> list[Any]:
        """The results once there was room for them on the disk. Until then a row is run again: it
        neither counts as failed nor lets later ones of its chat and person pass."""
        found: dict[int, Any] = {}
        pause = _FIRST_PAUSE
        while True:
            found.update((row["id"], result) for row, result in zip(rows, results, strict=True))
            waiting = {_key(row) for row in rows if may_pass(found[row["id"]])}
            if not waiting:
                return list(found.values())
            log.error("cannot write down what was handled; it is tried again")
            for key in waiting:
                failed.pop(key, None)
            rows = [
                row
                for row in rows
                if may_pass(found[row["id"]])
                or (isinstance(found[row["id"]], Held) and _key(row) in waiting)
            ]
            await asyncio.sleep(pause)
            pause = min(_LONGEST_PAUSE, pause * 2)
            results = await self._store.write_each([self.handling(row, failed) for row in rows])

    async def _settle(self, rows: Sequence[Row], results: Sequence[Any]) -> None:
        """Has the answers sent, and sees to the rows that could not be handled."""
        point("after_handler_commit")
        self._woken()
        self._answer_taps()
        for row, result in zip(rows, results, strict=True):
            if result is not None:
                await self._after(row, result, claims=row["claims"])
                self.wake()  # what waited behind it may be free

    def _answer_taps(self) -> None:
        """Ends the waiting signs of buttons whose taps have taken effect; nobody waits for it."""
        taps, self._taps = self._taps, []
        for channel, tap_id, text in taps:
            task = asyncio.create_task(channel.answer_tap(tap_id, text))
            self._answering.add(task)
            task.add_done_callback(self._answering.discard)

    async def _after(self, row: Row, result: Any, claims: int) -> None:
        if isinstance(result, Held):
            await self._store.write_in_the_end(
                lambda tx: inbox.release(tx, row["id"], uncounted=True)
            )
        elif isinstance(result, Malformed) or (result is not None and claims >= inbox.MOST_CLAIMS):
            await self._park(row, f"{type(result).__name__}: {result}")
        elif result is not None:
            log.error(
                "a handler failed",
                exc_info=result,
                extra={"update_key": row["update_key"], "channel": row["channel"]},
            )
            wait = _RETRY_SECONDS[min(claims, len(_RETRY_SECONDS)) - 1]
            self._held[_key(row)] = time.monotonic() + wait
            await self._store.write_in_the_end(lambda tx: inbox.release(tx, row["id"]))

    async def _sleep(self) -> None:
        timeout = None
        if self._held:
            timeout = max(0.01, min(self._held.values()) - time.monotonic())
        try:
            async with asyncio.timeout(timeout):
                await self._wake.wait()
        except TimeoutError:
            return

    def handling(self, row: Row, failed: dict[Key, int]) -> Callable[[Tx], None]:
        """The write that handles one row. A row behind one that failed is not run."""
        key = _key(row)

        def handle(tx: Tx) -> None:
            if failed.get(key, row["id"]) < row["id"]:
                raise Held
            try:
                self._handle(tx, row)
            except Exception:
                failed.setdefault(key, row["id"])
                raise

        return handle

    def _handle(self, tx: Tx, row: Row) -> None:
        if row["reason"]:
            raise Malformed(row["reason"])
        incoming = read(self._channels, row)
        now = self._clock.now()
        if incoming.kind == "ignored":
            inbox.finish(tx, row["id"], now, ignored="not for us")
            if incoming.group:
                inbox.redact(tx, row["id"])
            return
        turn = self._turn(tx, row, incoming, now)
        try:
            misbehave(incoming.text)
            hearing.handle(turn)
        finally:
            if incoming.tap_id:
                channel = self._channels[row["channel"]]
                self._taps.append((channel, incoming.tap_id, turn.tap_answer))
        point("inside_handler")
        inbox.finish(
            tx,
            row["id"],
            now,
            person_id=turn.person.id if turn.person else None,
            ignored=turn.not_for_us,
            demands=turn.demands,
        )
        if turn.bore_code or turn.not_for_us:
            inbox.redact(tx, row["id"])

    def _turn(self, tx: Tx, row: Row, incoming: Incoming, now: datetime) -> Turn:
        speaker = ChatRef(incoming.at.channel, incoming.sender)
        if incoming.group:  # it shows nothing of how they are reached by themselves
            person_id, was_dark = chats.owner(tx, speaker), False
        else:
            person_id, was_dark = chats.speaker(tx, speaker, now)
        person = None
        if person_id is not None:
            person = people.get(tx, person_id, local_day(now, self._committee.zone))
            if was_dark and person is not None:
                problems.cleared(tx, "unreachable", person.full_name)
        return Turn(
            tx=tx,
            now=now,
            committee=self._committee,
            incoming=incoming,
            inbox_id=row["id"],
            person=person,
            conversation=conversations.current(tx, incoming.at, incoming.sender, now),
        )

    async def _park(self, row: Row, reason: str) -> None:
        """Sets the row aside, tells its sender that it could not be recorded, and the office."""
        now = self._clock.now()

        def write(tx: Tx) -> None:
            if not inbox.park(tx, row["id"], now, reason[:500]):
                return
            problems.raised(tx, "parked", row["update_key"], "", now)
            at = inbox.chat_of(row)
            owner = chats.owner(tx, at) if at.chat else None
            if owner is None and groups.at(tx, at) is not None:
                owner = chats.owner(tx, ChatRef(at.channel, row["sender"]))
            if owner is not None:
                language = people.language_of(tx, owner)
                outbox.enqueue(
                    tx,
                    Outgoing(
                        key=f"parked:{row['channel']}:{row['update_key']}",
                        kind=ANSWER,
                        text=say("common.parked", language, self._committee.address),
                        at=at,
                    ),
                    now,
                )

        await self._store.write_in_the_end(write)
        log.error(
            "parked: %s", reason, extra={"update_key": row["update_key"], "channel": row["channel"]}
        )
        self._woken()


def read(channels: Mapping[str, Channel], row: Row) -> Incoming:
    """An inbox row in our words. Raises Malformed."""
    channel = channels.get(row["channel"])
    if channel is None:
        raise Malformed(f"channel {row['channel']} is not configured")
    try:
        raw = json.loads(row["raw"])
    except ValueError as failure:
        raise Malformed("not JSON") from failure
    if not isinstance(raw, dict):
        raise Malformed("not an object")
    incoming = channel.read(raw)
    late = incoming.sent_at and instant(row["received_at"]) - incoming.sent_at > timedelta(hours=24)
    if late:
        log.warning("a message of over a day ago came in", extra={"update_key": row["update_key"]})
    return incoming


def _key(row: Row) -> Key:
    return row["channel"], row["chat"], row["sender"]
