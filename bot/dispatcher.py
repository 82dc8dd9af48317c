"""The loop that sends one channel's outbox: settles what came back, takes what is due."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.channels.base import Channel, Parcel
from bot.clock import Clock
from bot.pacing import Pacing
from bot.points import point
from db import chats, groups, outbox, people, problems, quotas, sending
from db.sending import Settled
from db.store import Store
from db.transaction import Row, Tx, TxLost, may_pass
from domain.delivery import Dead, Outcome, RetryAfter, Sent, Stopped, Unknown
from domain.instants import instant, local_day
from domain.message import DIRECTIVE, ChatRef, Text
from domain.parts import split
from domain.quota import NO_LIMIT, most_lane
from domain.texts import say

log = logging.getLogger(__name__)

_REMEMBERED = timedelta(seconds=3)
_AHEAD = 0.05  # seconds of sending that are taken from the queue at once
_TOGETHER = 0.01  # seconds in which what comes back is written down in one transaction
_HOLD = 2.0  # seconds that a taken row may wait; else it goes back, where it can be taken back
_LONGEST_REST = 3600.0


class Dispatcher:
    """Sends in lanes, one message in flight per chat, never faster than the platform allows."""

    def __init__(self, channel: Channel, store: Store, clock: Clock, zone: ZoneInfo) -> None:
        self.channel = channel
        self.stopped = ""  # why nothing is sent any more, until a person acts
        self._store = store
        self._clock = clock
        self._zone = zone
        self._pacing = Pacing(channel.limits)
        self._wake = asyncio.Event()
        self._taken: asyncio.Queue[Row] = asyncio.Queue()
        self._in_flight: dict[str, asyncio.Task[None] | None] = {}  # None: taken, not yet begun
        self._resting: dict[str, float] = {}  # chats that have had their share, until when
        self._next: Row | None = None  # in the launcher's hand
        self._paused_until = 0.0
        self._went = 0  # messages that the platform took
        self._refused: dict[str, tuple[int, int]] = {}  # chat → times in a row, what went by then
        self._rest_waits = False  # only chats that are refused again and again have anything due
        self._settled: list[Settled] = []
        self._ending = False
        self._idle = asyncio.Event()  # the loop is not running
        self._idle.set()
        self.on_settled: Callable[[], None] = lambda: None
        self.on_outcome: Callable[[Outcome], None] = lambda outcome: None

    def wake(self) -> None:
        """There may be something to send."""
        self._rest_waits = False
        self._wake.set()

    @property
    def busy(self) -> bool:
        """Whether something is on its way or waits to be written down."""
        return bool(self._in_flight or self._settled)

    @property
    def silent(self) -> bool:
        """Whether nothing can be sent for a while: the platform stopped us or asked for a pause."""
        return bool(self.stopped) or self._rest_waits or self._paused_until > time.monotonic()

    async def run(self) -> None:
        """Sends until cancelled or stopped by the platform."""
        self._idle.clear()
        try:
            await self._recover()
            await self._run()
        finally:
            self._idle.set()  # whoever ends us waits for it, however we came to our end

    async def _run(self) -> None:
        launching = asyncio.create_task(self._launch(), name=f"launch {self.channel.name}")
        try:
            while not self._ending and not (self.stopped and not self.busy):
                self._wake.clear()
                begun = time.monotonic()
                wait = await self._cycle()
                if launching.done():
                    launching.result()
                if wait is None or wait > 0:
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(wait):
                            await self._wake.wait()
                if self._settled:
                    await asyncio.sleep(begun + _TOGETHER - time.monotonic())
        finally:
            launching.cancel()

    async def finish(self, seconds: float) -> None:
        """Lets what is on its way arrive, at most `seconds`, and writes down what became of it.

        What was taken but not begun goes back as it was.
        """
        self._ending = True
        self._wake.set()
        await self._idle.wait()
        if self._next is not None:
            self._give_back(self._next)
            self._next = None
        while not self._taken.empty():
            self._give_back(self._taken.get_nowait())
        tasks = [task for task in self._in_flight.values() if task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._turn_over(0, [])

    async def _recover(self) -> None:
        now = self._clock.now()
        name = self.channel.name

        def write(tx: Tx) -> list[Row]:
            sending.recover(tx, name, now)
            return sending.pauses(tx, name, now)

        pauses = await self._store.write_in_the_end(write)
        # What went out just before the stop still counts for the platform. Not in the writer: in
        # an outbox of years this is a long look.
        for chat in await self._store.read_in_the_end(
            lambda tx: sending.lately(tx, name, now - _REMEMBERED)
        ):
            self._rest(chat, 1.0)
        for row in pauses:
            left = (instant(row["until"]) - now).total_seconds()
            self._rest(row["chat"] or None, left)

    def _rest(self, chat: str | None, seconds: float) -> None:
        """Nothing to this chat, or to anyone, for so long."""
        until = time.monotonic() + seconds
        self._pacing.pause(chat, until)
        if chat is None:
            self._paused_until = max(self._paused_until, until)
        else:
            self._resting[chat] = until

    def _hold_back(self, chat: str, seconds: float) -> None:
        """After a pause that one chat brought on everybody, the others go first.

        A chat that is refused again though others got through rests longer each time.
        """
        times, went = self._refused.get(chat, (0, self._went))
        times += self._went > went
        self._refused[chat] = times, self._went
        self._rest(chat, min(_LONGEST_REST, seconds + 2.0 ** min(times, 12)))

    def _give_back(self, row: Row) -> None:
        """A taken row that was not begun waits in the queue again, as it was."""
        self._in_flight.pop(row["chat"], None)
        self._settled.append(Settled(row, Stopped("not begun")))
        self._wake.set()

    async def _cycle(self) -> float | None:
        """One turn of the engine; how long it may sleep, None until woken."""
        now = time.monotonic()
        limits = self.channel.limits
        free = 0 if self.stopped else limits.max_in_flight - len(self._in_flight)
        ahead = self._pacing.channel_ready_at(now) - now
        most = min(free, max(1, int(limits.per_second * _AHEAD)) - self._taken.qsize())
        if ahead > _AHEAD:
            most = 0
        self._resting = {chat: at for chat, at in self._resting.items() if at > now}
        taken, next_due = await self._turn_over(most, [*self._in_flight, *self._resting])
        for row in taken:
            self._in_flight[row["chat"]] = None
            self._taken.put_nowait(row)
        if free <= 0 and ahead <= _AHEAD:
            return None  # woken when something comes back
        if most > 0 and len(taken) == most:
            return 0.0
        refused = any(chat in self._refused for chat in self._resting)
        later = next_due is None or instant(next_due) > self._clock.now()
        self._rest_waits = refused and most > 0 and not taken and later and not self._wake.is_set()
        waits = [at - now for at in self._resting.values()]
        if ahead > _AHEAD:
            waits.append(ahead - _AHEAD / 2)
        elif next_due is not None:
            waits.append((instant(next_due) - self._clock.now()).total_seconds())
        return max(0.005, min(waits)) if waits else None

    async def _launch(self) -> None:
        """Begins each taken row when the channel's pace allows; waits for no single chat."""
        while True:
            row = self._next = await self._taken.get()
            while (
                0 < (wait := self._pacing.channel_ready_at(now := time.monotonic()) - now) <= _HOLD
            ):
                await asyncio.sleep(wait)
            if wait > _HOLD:
                self._next = None
                self._give_back(row)
                continue
            chat = row["chat"]
            if self._pacing.chat_ready_at(chat, now) <= now:
                self._pacing.take(chat, now)
                point("after_sending")
                task = asyncio.create_task(self._send(row))
            else:
                task = asyncio.create_task(self._send_when_ready(row))
            self._in_flight[chat], self._next = task, None
            resting = self._pacing.chat_ready_at(chat, now)
            if resting > now:
                self._resting[chat] = resting
            self._wake.set()
            # It reaches the socket before the next one takes its place in the pace.
            await asyncio.sleep(0)

    async def _send_when_ready(self, row: Row) -> None:
        now = time.monotonic()
        if self._pacing.ready_at(row["chat"], now) - now > _HOLD:
            self._give_back(row)
            return
        await self._place(row["chat"])
        await self._send(row)

    async def _place(self, chat: str) -> None:
        """Waits for this chat's next place in the pace, and takes it."""
        while (wait := self._pacing.ready_at(chat, now := time.monotonic()) - now) > 0:
            await asyncio.sleep(wait)
        self._pacing.take(chat, now)

    async def _turn_over(self, most: int, busy: list[str]) -> tuple[list[Row], str | None]:
        """Settles what came back and takes at most `most` rows, in one transaction; and when the
        next row is due if fewer were there."""
        settled, self._settled = self._settled, []
        if not settled and most <= 0:
            return [], None
        now = self._clock.now()
        name, limit = self.channel.name, self.channel.limits.monthly_quota
        today = local_day(now, self._zone)

        def write(tx: Tx) -> tuple[list[Row], str | None]:
            for one in settled:
                sending.settle(tx, one, now)
                self._note_problem(tx, one, now)
            went = sum(len(o.outcome.message_ids) for o in settled if isinstance(o.outcome, Sent))
            if went:
                quotas.count(tx, name, today, went, limit, now)
            if most <= 0:
                return [], None
            lane = (
                NO_LIMIT if limit is None else most_lane(quotas.used(tx, name, today), limit, today)
            )
            chosen = outbox.candidates(tx, name, now, busy, most * 2, lane)[:most]
            taken = sending.take(tx, name, [row["id"] for row in chosen], now)
            return taken, None if taken else outbox.next_due(tx, name, busy, lane)

        try:
            result = await self._store.write(write)
        except (sqlite3.Error, TxLost) as failure:
            # Not written down: kept, so that no success is forgotten while the disk is full.
            self._settled = settled + self._settled
            log.error(
                "cannot write down what was sent: %s",
                failure,
                exc_info=not may_pass(failure),
                extra={"channel": name},
            )
            await asyncio.sleep(0.5)
            return [], None
        if settled:
            self.on_settled()
        return result

    def _note_problem(self, tx: Tx, settled: Settled, now: datetime) -> None:
        row, outcome = settled.row, settled.outcome
        if isinstance(outcome, Stopped):
            if self.stopped:  # else the row only goes back
                problems.changed(tx, "channel_down", self.channel.name, outcome.reason, now)
        elif isinstance(outcome, Dead) and row["person_id"] is None:
            if outcome.chat_gone:
                groups.lost(tx, ChatRef(row["channel"], row["chat"]), now, outcome.reason)
        elif isinstance(outcome, Dead):
            if outcome.chat_gone and chats.preferred(tx, row["person_id"]) is not None:
                return  # they have another chat, and what matters went there
            name = people.full_name(tx, row["person_id"])
            problems.raised(tx, "unreachable", name, outcome.reason, now)
        elif isinstance(outcome, Unknown) and row["unknowns"] and row["kind"] == DIRECTIVE:
            problems.raised(tx, "unknown", row["key"], "", now)

    async def _send(self, row: Row) -> None:
        """Sends one row, part after part; its place in the pace is taken."""
        try:
            outcome, parts = await self._send_parts(row)
        except asyncio.CancelledError:
            outcome, parts = Unknown("stopped while sending"), row["parts_sent"]
        except Exception as failure:
            log.exception("sending failed", extra={"outbox_key": row["key"]})
            outcome, parts = Dead(f"cannot be sent: {type(failure).__name__}"), row["parts_sent"]
        if isinstance(outcome, Sent):
            self._went += 1
            self._refused.pop(row["chat"], None)
        elif isinstance(outcome, RetryAfter):
            if outcome.whole_channel:
                self._rest(None, outcome.seconds)
            self._hold_back(row["chat"], outcome.seconds)
        elif isinstance(outcome, Stopped):
            self.stopped = outcome.reason
        if not isinstance(outcome, Sent):
            log.warning(
                "%s: %s",
                type(outcome).__name__,
                getattr(outcome, "reason", ""),
                extra={"outbox_key": row["key"], "channel": row["channel"]},
            )
        self.on_outcome(outcome)
        self._in_flight.pop(row["chat"], None)
        self._settled.append(Settled(row, outcome, parts))
        self._wake.set()

    async def _send_parts(self, row: Row) -> tuple[Outcome, int]:
        labels = tuple(json.loads(row["choices"])) if row["choices"] else ()
        spans = tuple(tuple(span) for span in json.loads(row["spans"])) if row["spans"] else ()
        text = self.channel.dress(Text(row["text"], spans), labels)
        if row["unknowns"] and row["kind"] == DIRECTIVE:
            text = say("direct.sent_again", row["language"] or "vi") + "\n" + text
        parts = split(text, self.channel.limits.text)
        ids: list[str] = []
        for number, part in enumerate(parts):
            if number < row["parts_sent"]:
                continue
            if number > row["parts_sent"]:
                await self._place(row["chat"])
            last = number == len(parts) - 1
            outcome = await self.channel.send(
                Parcel(
                    chat=row["chat"],
                    text=part,
                    buttons=_buttons(row, labels) if last else (),
                    reply_to=row["reply_to"] if number == 0 else None,
                    thread=row["thread"],
                )
            )
            if not isinstance(outcome, Sent):
                return outcome, number
            point("after_accepted")
            ids += outcome.message_ids
        return Sent(tuple(ids)), len(parts)


def _buttons(row: Row, labels: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each label with what a tap on it carries: a row id, which one, and a version."""
    return tuple(
        (label, f"{row['offer_id']}.{index}.{row['id']:x}") for index, label in enumerate(labels)
    )
