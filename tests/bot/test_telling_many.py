"""A directive to twenty thousand: short writes, and whoever reports meanwhile does not wait."""

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.clock import Clock
from bot.runner import Runner
from db import addressees, directing, directives, recipients, writer
from db.store import Store
from db.transaction import Tx
from domain.committee import Committee
from domain.instants import local_day

PEOPLE, UNITS = 20_000, 3_321
OFFICE = 1
NOW = datetime.now(UTC)


def fill(tx: Tx) -> int:
    """The committee, and a draft to everybody; its id."""
    tx.run_each(
        "INSERT INTO units (id, code, name, name_fold) VALUES (:id, :id, :id, :id)",
        [{"id": number} for number in range(1, UNITS + 1)],
    )
    everybody = [
        {"id": number, "unit": number % UNITS + 1, "state": "declined" if number == 7 else "joined"}
        for number in range(1, PEOPLE + 2)
    ]
    tx.run_each(
        "INSERT INTO people (id, code, full_name, name_fold, state)"
        " VALUES (:id, :id, 'Nguyễn Văn ' || :id, '', :state)",
        everybody,
    )
    tx.run_each(
        "INSERT INTO memberships (person_id, unit_id, role) VALUES (:id, :unit, 'reporter')",
        everybody,
    )
    tx.run_each(
        "INSERT INTO chats (channel, chat, person_id, bound_at) VALUES ('zalo', :id, :id, '')",
        everybody[:-100],  # a hundred have not joined from any chat
    )
    draft = directives.draft(tx, OFFICE, "Họp giao ban", "", "k", NOW)
    addressees.add(tx, draft, OFFICE, range(1, UNITS + 1), lead=False, today=local_day(NOW))
    return draft


async def tell(folder: Path) -> None:
    store = Store(folder).open(create=True)
    draft = store.write_now(fill)
    store.start()
    store.writer.longest = 0.0
    woken = 0

    def wake() -> None:
        nonlocal woken
        woken += 1

    runner = Runner(store, Clock(), Committee(name="Tỉnh ủy"), {}, folder, 0, wake)
    assert await store.write(lambda tx: directing.send(tx, draft, NOW, "once"))
    assert not await store.write(lambda tx: directing.send(tx, draft, NOW, "once"))
    running = asyncio.create_task(runner.run())
    waits = []
    while await store.read(lambda tx: directing.being_sent(tx, draft)):
        if len(waits) % 20 == 0:  # what the office sees stays right while it goes on
            tally = await store.read(lambda tx: recipients.tally(tx, directives.get(tx, draft)))
            assert (tally.recipients, tally.pending, tally.unreachable) == (PEOPLE, 19_899, 101)
        began = time.monotonic()
        await store.write(lambda tx: tx.run("UPDATE people SET language = 'vi' WHERE id = 9"))
        waits.append(time.monotonic() - began)
        await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert len(waits) > 20, "there was no time to answer anybody meanwhile"
    assert sorted(waits)[len(waits) // 2] < 0.05
    # In one piece it was a second and a half of work; a slice is about 5 ms.
    assert store.writer.longest < 0.1
    assert woken > PEOPLE / directing.SLICE / 2
    with store.reading() as tx:
        made = tx.one("SELECT count(*), count(DISTINCT person_id) FROM outbox")
        assert tuple(made) == (PEOPLE - 1, PEOPLE - 1)
    store.close()


def test_a_directive_to_twenty_thousand_is_made_in_short_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The writer's own work is measured, not what else a busy machine does in the meantime.
    monkeypatch.setattr(writer, "time", SimpleNamespace(monotonic=time.thread_time))
    asyncio.run(tell(tmp_path))
