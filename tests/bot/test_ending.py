"""SIGTERM is answered within five seconds, whatever holds the service up."""

import asyncio
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.service import Service
from sandbox.stage import stage


def listens_to_sigterm(service: Service) -> bool:
    """Whether the process has come so far; before that it ends at once, with nothing begun."""
    assert service.process is not None
    status = Path(f"/proc/{service.process.pid}/status").read_text()
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


@pytest.mark.parametrize("while_starting", [False, True])
def test_a_service_ends_in_time_though_another_process_holds_the_file(
    tmp_path: Path, while_starting: bool
) -> None:
    async def story() -> None:
        async with stage(tmp_path) as on:
            lan = await on.join("LAN", "telegram")
            path = on.service.data_dir / "dondoc.db"
            if while_starting:
                await on.service.stop()
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                if while_starting:
                    with pytest.raises(Exception, match="not ready"):
                        await on.service.start(0.5)
                    while not listens_to_sigterm(on.service):
                        await asyncio.sleep(0.05)
                else:
                    on.platform.type_text(lan, "NV07 40%")
                    await asyncio.sleep(1)
                process = on.service.process
                assert process is not None
                process.send_signal(signal.SIGTERM)
                began = time.monotonic()
                assert await asyncio.wait_for(process.wait(), 10) == 0
                assert time.monotonic() - began < 5
            await on.service.start()
            if not while_starting:  # nothing was lost, and nothing is recorded twice
                assert "40%" in (await on.next(lan)).text

    asyncio.run(story())
