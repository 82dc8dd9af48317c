"""The loop for work outside transactions. A job's result and its "done" are one commit; a long job
writes in slices, each with how far it has come.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bot import files
from bot.channels.base import Channel, FetchFailed, GroupMoved, NoRoom, NotAnswered
from bot.clock import Clock
from bot.points import point
from bot.trouble import reason
from db import chats, directing, evidence, group_keeping, jobs, problems
from db.store import Store
from db.transaction import Row, Tx
from domain.committee import Committee
from domain.message import ChatRef, Media

log = logging.getLogger(__name__)

_AT_ONCE = 4
_BREATH = 0.01  # seconds between two slices, in which what others write comes first
Result = Callable[[Tx], None]


class JobFailed(Exception):
    """The job cannot be done; `final` when trying again is no use. `told` is its last write."""

    def __init__(self, reason: str, final: bool, told: Result | None = None) -> None:
        super().__init__(reason)
        self.final = final
        self.told = told


class Runner:
    """Runs jobs a few at a time; a job that was cut off is begun again."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        committee: Committee,
        channels: Mapping[str, Channel],
        files_dir: Path,
        file_limit: int,
        woken: Callable[[], None],
    ) -> None:
        self._store = store
        self._clock = clock
        self._committee = committee
        self._channels = channels
        self._files_dir = files_dir
        self._file_limit = file_limit
        self._woken = woken
        self._wake = asyncio.Event()
        # The table of kinds: what each does, outside any transaction.
        self._kinds: dict[str, Callable[[Row, dict[str, Any]], Awaitable[Result]]] = {
            "download": self._download,
            evidence.DISCARDING: self._discard,
            directing.TELLING: self._tell,
            group_keeping.ASKING: self._ask_who_administers,
        }

    def wake(self) -> None:
        """There may be a job."""
        self._wake.set()

    async def run(self) -> None:
        """Works until cancelled."""
        await self._store.write_in_the_end(jobs.recover)
        while True:
            self._wake.clear()
            now = self._clock.now()
            taken = await self._store.write_in_the_end(partial(jobs.take, now=now, limit=_AT_ONCE))
            if taken:
                await asyncio.gather(*(self._run(job) for job in taken))
                self._woken()
                continue
            try:
                # Not wait_for, which in Python 3.11 loses a cancellation that comes with the event.
                async with asyncio.timeout(5.0):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def _run(self, job: Row) -> None:
        failure: JobFailed | None = None
        result: Result | None = None
        waits_for = ""
        try:
            kind = self._kinds.get(job["kind"])
            if kind is None:
                raise JobFailed(f"no such kind: {job['kind']}", final=True)
            result = await kind(job, json.loads(job["payload"]))
            point("inside_job")
        except JobFailed as refused:
            failure = refused
        except NoRoom as full:
            log.error("cannot keep a file: %s", full, extra={"outbox_key": job["key"]})
            waits_for = str(full)
        except Exception as broken:
            log.exception("a job failed", extra={"outbox_key": job["key"]})
            failure = JobFailed(type(broken).__name__, final=False)
        now = self._clock.now()

        def write(tx: Tx) -> None:
            if waits_for:
                jobs.postponed(tx, job["id"], now)
                problems.changed(tx, "no_room", "", waits_for, now)
                return
            if failure is not None:
                gave_up = jobs.failed(tx, job, now, str(failure), final=failure.final)
                if gave_up and failure.told is not None:
                    failure.told(tx)
                return
            if result is not None:
                result(tx)
            jobs.done(tx, job["id"], now)

        await self._store.write_in_the_end(write)

    async def _tell(self, job: Row, payload: dict[str, Any]) -> Result:
        """Makes a directive's messages slice by slice. Each slice is a commit of its own, after
        which its messages go out; a job that was cut off goes on where the last one ended."""
        address, left = self._committee.address, True
        while left:
            now = self._clock.now()
            left = await self._store.write_in_the_end(
                partial(directing.tell_more, job_id=job["id"], now=now, address=address)
            )
            point("inside_job")
            self._woken()
            await asyncio.sleep(_BREATH)
        return lambda tx: None

    async def _ask_who_administers(self, job: Row, asked: dict[str, Any]) -> Result:
        """Asks the platform whether somebody administers a group, before that is bound. A group
        that has moved meanwhile is followed and asked again."""
        now, committee = self._clock.now(), self._committee
        channel, chat = self._channels.get(asked["channel"]), asked["chat"]

        def unanswered(tx: Tx) -> None:
            group_keeping.Asked(tx, asked, now, committee).unanswered()

        if channel is None:
            raise JobFailed("channel not configured", final=True, told=unanswered)
        try:
            try:
                administers = await channel.administers(chat, asked["user"])
            except GroupMoved as moved:
                chat = moved.chat
                administers = await channel.administers(chat, asked["user"])
        except (GroupMoved, NotAnswered) as failure:
            final = isinstance(failure, NotAnswered) and failure.final
            raise JobFailed(str(failure), final, unanswered) from failure

        def settle(tx: Tx) -> None:
            if chat != asked["chat"]:
                chats.moved(tx, ChatRef(asked["channel"], asked["chat"]), chat)
            group_keeping.Asked(tx, asked | {"chat": chat}, now, committee).settle(administers)

        return settle

    async def _discard(self, _job: Row, payload: dict[str, Any]) -> Result:
        """Removes a file that may not be kept, unless other evidence has the same content."""
        path = files.place(self._files_dir, payload["file"])

        def settle(tx: Tx) -> None:
            if evidence.forget(tx, payload["file"]):
                path.unlink(missing_ok=True)

        return settle

    async def _download(self, job: Row, payload: dict[str, Any]) -> Result:
        """Fetches a piece of evidence and keeps it by its content."""
        now = self._clock.now()
        committee, key = self._committee, job["key"]

        def told(why: str) -> Result:
            return lambda tx: evidence.lost(tx, payload["evidence_id"], why, key, now, committee)

        media = Media(**payload["media"])
        channel = self._channels.get(payload["channel"])
        if channel is None:
            raise JobFailed("channel not configured", final=True, told=told("unavailable"))
        if media.size is not None and media.size > self._file_limit:
            raise JobFailed("too large", final=True, told=told("too_large"))
        coming: Path | None = None
        try:
            coming = files.scratch(self._files_dir)
            await channel.fetch(media, coming, self._file_limit)
            mime = files.mime_of(coming)
            sha256, size = files.keep(self._files_dir, coming)
        except OSError as failure:
            raise NoRoom(reason(failure)) from failure
        except FetchFailed as failure:
            raise JobFailed(str(failure), failure.final, told("unavailable")) from failure
        except files.WrongKind as wrong:
            raise JobFailed("wrong kind of file", True, told("wrong_kind")) from wrong
        finally:
            if coming is not None:
                coming.unlink(missing_ok=True)

        def arrived(tx: Tx) -> None:
            problems.cleared(tx, "no_room")
            piece = payload["evidence_id"]
            evidence.arrived(tx, piece, sha256=sha256, size=size, mime=mime, now=now)

        return arrived
