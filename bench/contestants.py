"""Who is measured: the service as shipped and the peers, each a process that can be ended."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from bench import seeding
from bench.setting import Setting
from sandbox.service import ROOT

SERVICE, AIOGRAM, PTB = "dondoc", "aiogram", "python-telegram-bot"
_PEOPLE_PER_ASSIGNMENT = 4


@asynccontextmanager
async def _service(place: Setting) -> AsyncIterator[int]:
    assignments = max(1, len(place.phones) // _PEOPLE_PER_ASSIGNMENT)
    await asyncio.to_thread(seeding.seed, place.data_dir, place.phones, assignments)
    service = place.service()
    await service.start()
    try:
        assert service.process is not None
        yield service.process.pid
        # Stopped as an operator does, so that everything sent is also written down.
        await service.stop()
    finally:
        await service.kill()


def _peer(module: str) -> Callable[[Setting], AbstractAsyncContextManager[int]]:
    @asynccontextmanager
    async def running(place: Setting) -> AsyncIterator[int]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", module, place.server.telegram),
            cwd=ROOT,
            stdout=asyncio.subprocess.DEVNULL,
        )
        try:
            yield process.pid
        finally:
            process.kill()
            await process.wait()

    return running


# Each yields the pid of a process that has been started and perhaps does not yet listen.
CONTESTANTS: dict[str, Callable[[Setting], AbstractAsyncContextManager[int]]] = {
    SERVICE: _service,
    AIOGRAM: _peer("bench.peers.aiogram_echo"),
    PTB: _peer("bench.peers.ptb_echo"),
}
