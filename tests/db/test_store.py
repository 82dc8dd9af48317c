"""The store: one writer, a savepoint each, one commit, and what happens when that cannot be."""

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import status
from db.migrations import VERSION, SchemaError
from db.store import Store, StoreClosed
from db.transaction import Tx, TxLost


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path).open(create=True)
    store.start()
    yield store
    store.close()


def note(name: str, value: str = "x"):
    return lambda tx: status.note(tx, name, value)


def names(store: Store) -> set[str]:
    with store.reading() as tx:
        return {row["name"] for row in tx.all("SELECT name FROM facts")}


def test_the_connection_is_set_for_a_register(store: Store) -> None:
    def settings(tx: Tx) -> list[object]:
        return [
            tx.value(f"PRAGMA {name}")
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        ]

    assert asyncio.run(store.write(settings)) == ["wal", 2, 1, 1]


def test_a_failing_write_undoes_only_itself(store: Store) -> None:
    def fails(tx: Tx) -> None:
        status.note(tx, "half", "x")
        raise ValueError("no")

    results = asyncio.run(store.write_each([note("before"), fails, note("after")]))
    assert [type(result) for result in results] == [type(None), ValueError, type(None)]
    assert names(store) == {"before", "after"}


def test_writes_of_many_tasks_are_committed_together(store: Store) -> None:
    async def many() -> None:
        await asyncio.gather(*(store.write(note(f"n{number}")) for number in range(200)))

    asyncio.run(many())
    assert len(names(store)) == 200


def test_a_cancelled_caller_does_not_cancel_its_write(store: Store) -> None:
    async def cancelled() -> None:
        task = asyncio.create_task(store.write(note("kept")))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    store.close()
    assert names(Store(store.path.parent).open()) == {"kept"}


def test_a_swallowed_error_that_ended_the_transaction_is_noticed(store: Store) -> None:
    def swallows(tx: Tx) -> None:
        status.note(tx, "lost", "x")
        tx.connection.execute("ROLLBACK")

    results = asyncio.run(store.write_each([note("before"), swallows, note("after")]))
    assert isinstance(results[1], TxLost)
    assert names(store) == {"before", "after"}


def test_a_full_disk_takes_only_the_write_that_does_not_fit(store: Store) -> None:
    async def fill() -> list[object]:
        pages = await store.write(lambda tx: tx.value("PRAGMA page_count"))
        await store.write(lambda tx: tx.value(f"PRAGMA max_page_count={pages + 20}"))
        results = await store.write_each([note("small"), note("large", "x" * 500_000), note("too")])
        await store.write(lambda tx: tx.value("PRAGMA max_page_count=1000000"))
        await store.write(note("room again"))
        return results

    results = asyncio.run(fill())
    assert isinstance(results[1], sqlite3.Error | TxLost)
    assert names(store) == {"small", "too", "room again"}


def test_another_program_holding_the_file_only_makes_us_wait(store: Store) -> None:
    other = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.7, lambda: other.execute("COMMIT")).start()
    asyncio.run(store.write(note("waited")))
    assert names(store) == {"waited"}
    other.close()


def test_a_store_that_is_closing_begins_nothing(store: Store) -> None:
    store.close()
    with pytest.raises(StoreClosed):
        asyncio.run(store.write(note("late")))


def test_a_long_read_is_ended(store: Store) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        asyncio.run(store.read(lambda tx: tx.value(endless), limit=0.2))


def test_a_read_cannot_write(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError), store.reading() as tx:
        status.note(tx, "sly", "x")


# Opening ------------------------------------------------------------------------------------


def test_a_missing_file_is_not_made_silently(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="init"):
        Store(tmp_path).open()
    assert not list(tmp_path.iterdir())


def test_a_newer_file_is_refused_and_kept(store: Store) -> None:
    store.close()
    newer = sqlite3.connect(store.path)
    newer.execute(f"PRAGMA user_version={VERSION + 1}")
    newer.close()
    before = store.path.read_bytes()
    with pytest.raises(SchemaError, match="bản mới hơn"):
        Store(store.path.parent).open()
    assert store.path.read_bytes() == before


def test_a_file_of_the_first_schema_is_brought_up_with_a_copy_beside_it(store: Store) -> None:
    store.write_now(note("kept"))
    store.close()
    first = sqlite3.connect(store.path)
    first.execute("ALTER TABLE enrol_tries DROP COLUMN tried_at")
    first.execute("DROP TABLE leaves")
    first.execute("DROP TABLE doubts")
    first.execute("ALTER TABLE people ADD COLUMN leave_from TEXT")
    first.execute("ALTER TABLE people ADD COLUMN leave_to TEXT")
    first.execute(
        "INSERT INTO people (id, code, full_name, name_fold, leave_from, leave_to)"
        " VALUES (1, 'A', 'A', 'a', '2021-06-10', '2021-06-15'), (2, 'B', 'B', 'b', NULL, NULL)"
    )
    first.execute("INSERT INTO units (id, code, name, name_fold) VALUES (1, 'U', 'U', 'u')")
    first.execute(
        "INSERT INTO memberships (person_id, unit_id, role, substitute_id)"
        " VALUES (1, 1, 'reporter', 2)"
    )
    first.execute("DROP INDEX chats_one_group_of_unit")
    first.execute("DROP TABLE group_summaries")
    first.execute("ALTER TABLE outbox DROP COLUMN thread")
    first.execute("DROP VIEW v_assignments")
    first.execute("ALTER TABLE assignments DROP COLUMN estimate")
    first.execute("DELETE FROM _sqlite_migrations WHERE name <> '0001_first'")
    first.execute("PRAGMA user_version=1")
    first.commit()
    first.close()
    opened = Store(store.path.parent).open()
    assert names(opened) == {"kept"}
    assert opened.write_now(lambda tx: tx.value("PRAGMA user_version")) == VERSION
    opened.write_now(lambda tx: tx.all("SELECT tried_at FROM enrol_tries"))
    with opened.reading() as tx:
        moved = tx.all("SELECT person_id, substitute_id, first_on, last_on FROM leaves")
        assert [tuple(row) for row in moved] == [(1, 2, "2021-06-10", "2021-06-15")]
    opened.close()
    copy = sqlite3.connect(store.path.with_name(f"dondoc-before-{VERSION}.db"))
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()


def test_somebody_elses_file_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "dondoc.db")
    other.execute("CREATE TABLE theirs (x)")
    other.close()
    with pytest.raises(SchemaError, match="không phải của Đôn Đốc"):
        Store(tmp_path).open()


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_file_is_refused_and_kept_or_reads_as_whole(store: Store, seed: int) -> None:
    import random

    asyncio.run(store.write_each([note(f"n{number}", "y" * 300) for number in range(400)]))
    store.close()
    damaged = bytearray(store.path.read_bytes())
    dice = random.Random(seed)
    page = dice.randrange(len(damaged) // 4096)
    for _ in range(200):
        damaged[page * 4096 + dice.randrange(4096)] ^= 0xFF
    store.path.write_bytes(damaged)
    try:
        Store(store.path.parent).open().close()
    except SchemaError as refused:
        assert (
            "restore" in str(refused) or "không phải" in str(refused) or "mới hơn" in str(refused)
        )
        assert store.path.read_bytes() == bytes(damaged)
    else:
        with Store(store.path.parent).reading() as tx:
            assert tx.value("PRAGMA integrity_check") == "ok"


def test_a_changed_view_is_made_anew_at_the_next_start(store: Store) -> None:
    store.write_now(lambda tx: tx.run("DROP VIEW v_inbox"))
    store.close()
    again = Store(store.path.parent).open()
    assert again.write_now(lambda tx: tx.value("SELECT count(*) FROM v_inbox")) == 0
    again.close()


def test_every_view_of_the_contract_has_its_columns(store: Store) -> None:
    wanted = {
        "v_units": "code name kind parent_code valid_from valid_to",
        "v_people": "code full_name unit_code title role state",
        "v_assignments": "year code kind title document_code field unit_code measure plan due_on"
        " status percent value last_reported_at",
        "v_progress": "id year assignment_code unit_code person_code reported_by percent value"
        " basis estimate period as_of status blocked note source reported_at channel update_key"
        " superseded",
        "v_evidence": "id year assignment_code unit_code person_code name number dated_on sha256"
        " mime size added_at",
        "v_directives": "code subject recipients acknowledged pending unknown unreachable",
        "v_inbox": "channel update_key state received_at",
        "v_outbox": "key person_code channel kind state attempts due_at sent_at",
    }
    with store.reading() as tx:
        for view, columns in wanted.items():
            found = [row[1] for row in tx.connection.execute(f"PRAGMA table_info({view})")]
            assert found == columns.split(), view


def test_the_audit_chain_and_progress_refuse_to_be_changed(store: Store) -> None:
    from datetime import UTC, datetime

    from db import audit

    now = datetime(2021, 6, 9, tzinfo=UTC)
    store.write_now(lambda tx: audit.record(tx, now, "report", "a:1", text="CT12 60%"))
    for sql in ("UPDATE audit SET act = 'other'", "DELETE FROM audit"):
        with pytest.raises(sqlite3.IntegrityError):
            store.write_now(lambda tx, sql=sql: tx.run(sql))
    with store.reading() as tx:
        assert audit.broken_at(tx) is None


def test_the_audit_chain_shows_where_it_was_forged(store: Store) -> None:
    from datetime import UTC, datetime

    from db import audit

    now = datetime(2021, 6, 9, tzinfo=UTC)
    for number in range(3):
        store.write_now(lambda tx, n=number: audit.record(tx, now, "report", f"a:{n}", text="x"))

    def forge(tx: Tx) -> None:
        tx.run("DROP TRIGGER audit_is_never_changed")
        tx.run("UPDATE audit SET subject = 'a:9' WHERE id = 2")

    store.write_now(forge)
    with store.reading() as tx:
        assert audit.broken_at(tx) == 2


def test_erasing_the_words_leaves_the_chain_whole(store: Store) -> None:
    from datetime import UTC, datetime

    from db import audit

    now = datetime(2021, 6, 9, tzinfo=UTC)
    store.write_now(lambda tx: audit.record(tx, now, "report", "a:1", text="CT12 60%"))
    store.write_now(lambda tx: tx.run("DELETE FROM audit_texts"))
    with store.reading() as tx:
        assert audit.broken_at(tx) is None
