"""The sandbox's time: real time plus an offset that grows when somebody moves it. No HTTP."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from datetime import time as time_of_day
from email.utils import formatdate
from zoneinfo import ZoneInfo

# A service that has not asked for the time for so long is taken for gone: nobody waits for it.
LISTENER_GONE_AFTER = 90.0


class Clock:
    """Counts its moves in `version`; listeners wait for a move, movers wait for the listeners."""

    def __init__(self, start: datetime | None = None, timezone: str = "Asia/Ho_Chi_Minh") -> None:
        """`start` must bear a zone; without it the sandbox begins at the real time."""
        self.zone = ZoneInfo(timezone)
        self.offset = 0.0
        self.version = 1
        self.idle_version = 0
        self._listened_at: float | None = None
        self._waiters: set[asyncio.Future[None]] = set()
        self._date_header = (0, b"")
        if start is not None:
            if start.tzinfo is None:
                raise ValueError("the sandbox's start needs a time zone")
            self.offset = start.timestamp() - time.time()

    def seconds(self) -> float:
        """Sandbox time as seconds since 1970."""
        return time.time() + self.offset

    def now(self) -> datetime:
        """Sandbox time in UTC."""
        return datetime.fromtimestamp(self.seconds(), UTC)

    def as_json(self) -> dict[str, object]:
        """`{"now": "2021-06-09T00:00:00.000000Z", "version": 3}`."""
        return {"now": iso(self.seconds()), "version": self.version}

    def http_date(self) -> bytes:
        """The Date header's value; formatted once a second."""
        second = int(self.seconds())
        if self._date_header[0] != second:
            self._date_header = (second, formatdate(second, usegmt=True).encode())
        return self._date_header[1]

    def move(
        self,
        *,
        to: datetime | str | None = None,
        days: int | None = None,
        at: str = "",
        seconds: float | None = None,
    ) -> int:
        """Moves to an instant, to `at` ("07:30", local) some `days` on, or by `seconds`.

        Returns the new version. Raises ValueError when nothing or nonsense is asked for.
        """
        if to is not None:
            moment = datetime.fromisoformat(to) if isinstance(to, str) else to
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=self.zone)
            self.offset = moment.timestamp() - time.time()
        elif days is not None or at:
            local = self.now().astimezone(self.zone) + timedelta(days=days or 0)
            if at:
                local = datetime.combine(local.date(), time_of_day.fromisoformat(at), self.zone)
            self.offset = local.timestamp() - time.time()
        elif seconds is not None:
            self.offset += seconds
        else:
            raise ValueError("say to, days, at or seconds")
        self.version += 1
        self._wake()
        return self.version

    def is_listened_to(self) -> bool:
        """Whether a service reads this clock."""
        return (
            self._listened_at is not None
            and time.monotonic() - self._listened_at < LISTENER_GONE_AFTER
        )

    async def changed(self, after: int, wait: float) -> None:
        """Returns once `version` > `after`, or after `wait` seconds."""
        self._listened_at = time.monotonic()
        try:
            await self._until(lambda: self.version > after, wait)
        except asyncio.CancelledError:  # the service hung up, or died
            self._listened_at = None
            raise
        self._listened_at = time.monotonic()

    def report_idle(self, version: int) -> None:
        """The service has ticked at `version` and has nothing left to do."""
        self._listened_at = time.monotonic()
        self.idle_version = max(self.idle_version, version)
        self._wake()

    async def settled(self, version: int, limit: float = 60.0) -> bool:
        """Whether the service reported itself idle at `version` (or later) within `limit` seconds.

        False at once when no service listens.
        """
        if not self.is_listened_to():
            return self.idle_version >= version
        await self._until(lambda: self.idle_version >= version, limit)
        return self.idle_version >= version

    async def _until(self, condition: Callable[[], bool], limit: float) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + limit
        while not condition():
            left = deadline - loop.time()
            if left <= 0:
                return
            waiter: asyncio.Future[None] = loop.create_future()
            self._waiters.add(waiter)
            try:
                await asyncio.wait_for(waiter, left)
            except TimeoutError:
                return
            finally:
                self._waiters.discard(waiter)

    def _wake(self) -> None:
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)


def iso(seconds: float) -> str:
    """Seconds since 1970 as `YYYY-MM-DDTHH:MM:SS.ffffffZ`."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
