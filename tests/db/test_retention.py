"""What is old is emptied, keys and states stay, and nothing that still waits is touched."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from db import inbox, outbox, retention
from db.inbox import Arrival
from db.store import Store
from db.transaction import Tx
from domain.committee import Retention
from domain.message import ANSWER, ChatRef, Outgoing, Text

NOW = datetime(2026, 6, 9, 1, 0, tzinfo=UTC)


def test_old_words_are_emptied_in_small_writes_and_keys_stay(tmp_path: Path) -> None:
    store = Store(tmp_path).open(create=True)

    def fill(tx: Tx) -> None:
        for days, state in ((400, "done"), (400, "parked"), (10, "done")):
            arrivals = [Arrival(f"{days}-{state}-{n}", '{"a":1}') for n in range(600)]
            inbox.keep(tx, "zalo", arrivals, NOW - timedelta(days=days))
            tx.run("UPDATE inbox SET state = :state WHERE state = 'new'", state=state)
        for key, days in (("old", 400), ("waits", 400), ("new", 10)):
            out = Outgoing(key, ANSWER, Text("x"), at=ChatRef("zalo", "1"))
            outbox.enqueue(tx, out, NOW - timedelta(days=days))
        tx.run("UPDATE outbox SET state = 'sent' WHERE key <> 'waits'")

    store.write_now(fill)
    rules = Retention(inbox_days=90, outbox_days=180)
    with store.reading() as tx:
        writes = retention.due(tx, NOW, rules)
    assert len(writes) == 3
    assert sum(store.write_now(write) for write in writes) == 601
    with store.reading() as tx:
        assert retention.due(tx, NOW, rules) == []
        emptied = tx.all("SELECT DISTINCT state, update_key LIKE '4%' FROM inbox WHERE raw = '{}'")
        assert [tuple(row) for row in emptied] == [("done", 1)]
        words = tx.all("SELECT key, text FROM outbox ORDER BY id")
        assert [tuple(row) for row in words] == [("old", ""), ("waits", "x"), ("new", "x")]
    store.close()
