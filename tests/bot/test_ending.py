"""SIGTERM is answered within five seconds, whatever holds the service up."""

import asyncio
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.stage import stage


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
                        await on.service.start(limit=2.0)
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
