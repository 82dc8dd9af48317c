"""What is old is emptied or forgotten, keys and states stay, and nothing that waits is touched."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands import parking
from db import conversations, enrol_tries, inbox, jobs, offers, outbox, problems, retention
from db.conversations import Conversation
from db.inbox import Arrival
from db.store import Store
from db.transaction import Tx
from domain.committee import Committee, Retention
from domain.instants import stamp
from domain.message import ANSWER, ChatRef, Choice, Outgoing, Text

NOW = datetime(2026, 6, 9, 1, 0, tzinfo=UTC)
RULES = Retention(inbox_days=90, outbox_days=180)
AT = ChatRef("zalo", "1")


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path).open(create=True)
    yield store
    store.close()


def empty(store: Store) -> list[int]:
    """Everything that is due, as the auditor has it done; how many rows each write changed."""
    done: list[int] = []
    while True:
        with store.reading() as tx:
            writes = retention.due(tx, NOW, RULES)
        if not writes:
            return done
        assert len(done) < 100, "something is found again and again"
        done += [store.write_now(write) for write in writes]


def test_old_words_are_emptied_in_small_writes_and_keys_stay(store: Store) -> None:
    def fill(tx: Tx) -> None:
        for days, state in ((400, "done"), (400, "new"), (10, "done")):
            arrivals = [Arrival(f"{days}-{state}-{n}", '{"a":1}') for n in range(600)]
            inbox.keep(tx, "zalo", arrivals, ago(days))
            tx.run(
                "UPDATE inbox SET state = :state WHERE update_key LIKE :key",
                state=state,
                key=f"{days}-{state}-%",
            )
        for key, days in (("old", 400), ("waits", 400), ("new", 10)):
            outbox.enqueue(tx, Outgoing(key, ANSWER, Text("x"), at=AT), ago(days))
        tx.run("UPDATE outbox SET state = 'sent' WHERE key <> 'waits'")

    store.write_now(fill)
    assert empty(store) == [500, 100, 1]
    with store.reading() as tx:
        emptied = tx.all("SELECT DISTINCT state, update_key LIKE '4%' FROM inbox WHERE raw = '{}'")
        assert [tuple(row) for row in emptied] == [("done", 1)]
        words = tx.all("SELECT key, text FROM outbox ORDER BY id")
        assert [tuple(row) for row in words] == [("old", ""), ("waits", "x"), ("new", "x")]


def test_a_parked_message_loses_its_text_keeps_its_record_and_is_no_problem_any_more(
    store: Store,
) -> None:
    def fill(tx: Tx) -> None:
        for days in (100, 80):
            inbox.keep(tx, "zalo", [Arrival(f"k{days}", '{"a":1}')], ago(days))
            tx.run("UPDATE inbox SET state = 'parked', reason = 'why' WHERE state = 'new'")
            problems.raised(tx, "parked", f"k{days}", "", ago(days))

    def retry(key: str | None) -> dict[str, object]:
        committee = Committee("Thành ủy")
        return store.write_now(lambda tx: parking.write(tx, NOW, committee, {"retry": key}))

    store.write_now(fill)
    empty(store)
    with store.reading() as tx:
        kept = tx.all("SELECT update_key, state, reason, raw FROM inbox ORDER BY update_key")
        assert [tuple(row) for row in kept] == [
            ("k100", "parked", "why", "{}"),
            ("k80", "parked", "why", '{"a":1}'),
        ]
        assert [row["text"] for row in problems.open_ones(tx)] == [
            problems.WORDS["parked"].format(subject="k80")
        ]
    assert [row["update_key"] for row in retry(None)["rows"]] == ["k80"]
    assert retry("k100") == {
        "exit": 1,
        "said": "Tin nhắn k100 đã quá thời hạn lưu nên không còn nguyên văn để xử lý lại.",
    }
    assert retry("k80")["exit"] == 0


def test_choices_go_with_their_words_and_stay_known_as_old(store: Store) -> None:
    choices = (Choice("Đã nhận", "directing.acknowledge", (1,)),)

    def fill(tx: Tx) -> None:
        for key, days in (("old", 200), ("waits", 200), ("new", 170)):
            row = outbox.enqueue(tx, Outgoing(key, ANSWER, Text("x"), choices, at=AT), ago(days))
            if key != "waits":
                tx.run("UPDATE outbox SET state = 'sent' WHERE id = :id", id=row)
            tx.run(
                "INSERT INTO sent VALUES ('zalo', '1', :key, :id, 0, :at)",
                key=key,
                id=row,
                at=stamp(ago(days)),
            )

    store.write_now(fill)
    empty(store)
    with store.reading() as tx:
        assert [tuple(row) for row in tx.all("SELECT id, outbox_id FROM offers")] == [
            (2, 2),
            (3, 3),
        ]
        assert [row[0] for row in tx.all("SELECT message_id FROM sent")] == ["new"]
        assert [row[0] for row in tx.all("SELECT choices FROM outbox WHERE key = 'old'")] == [""]
        assert offers.was_offered(tx, 1, "1", AT)
        assert not offers.was_offered(tx, 1, "2", AT)
        assert not offers.was_offered(tx, 1, "01", AT)
        assert not offers.was_offered(tx, 1, "f" * 40, AT)
        assert not offers.was_offered(tx, 1, "1", ChatRef("zalo", "2"))


def test_unanswered_questions_strangers_and_finished_jobs_are_forgotten(store: Store) -> None:
    def fill(tx: Tx) -> None:
        for days in (0, 0.9, 2):
            said = Conversation("reporting.value", 1, {})
            conversations.begin(tx, ChatRef("zalo", f"c{days}"), "x", ago(days), said)
        for days in (1, 29, 40):
            enrol_tries.wrong(tx, ChatRef("zalo", f"tried-{days}"), ago(days))
            told = ago(days).date().isoformat()
            enrol_tries.may_be_told(tx, ChatRef("zalo", f"told-{days}"), told, 20)
        for days in (10, 100):
            jobs.enqueue(tx, f"done-{days}", "download", {}, ago(days))
        for job in jobs.take(tx, NOW, 9):
            jobs.done(tx, job["id"], ago(float(job["key"][5:])))
        jobs.enqueue(tx, "waits", "download", {}, ago(100))

    store.write_now(fill)
    empty(store)
    with store.reading() as tx:
        left = [row[0] for row in tx.all("SELECT chat FROM conversations ORDER BY chat")]
        assert left == ["c0", "c0.9"]
        left = [row[0] for row in tx.all("SELECT chat FROM enrol_tries ORDER BY chat")]
        assert left == ["told-1", "told-29", "tried-1", "tried-29"]
        assert [row[0] for row in tx.all("SELECT key FROM jobs")] == ["done-10", "waits"]


def test_a_leave_is_forgotten_half_a_year_after_its_end(store: Store) -> None:
    def fill(tx: Tx) -> None:
        tx.run("INSERT INTO people (id, code, full_name, name_fold) VALUES (1, 'A', 'A', 'a')")
        for days in (200, 170, 0):
            day = ago(days).date().isoformat()
            tx.run(
                "INSERT INTO leaves (person_id, first_on, last_on, set_at) VALUES (1, :d, :d, 'x')",
                d=day,
            )

    store.write_now(fill)
    empty(store)
    with store.reading() as tx:
        assert tx.value("SELECT count(*) FROM leaves") == 2


def test_what_moved_between_looking_and_writing_stays(store: Store) -> None:
    said = Conversation("reporting.value", 1, {})
    store.write_now(lambda tx: conversations.begin(tx, AT, "x", ago(2), said))
    with store.reading() as tx:
        writes = retention.due(tx, NOW, RULES)
    store.write_now(lambda tx: conversations.begin(tx, AT, "x", NOW, said))
    assert [store.write_now(write) for write in writes] == [0]
    with store.reading() as tx:
        assert tx.value("SELECT count(*) FROM conversations") == 1


def test_every_table_that_only_grows_has_a_rule_or_is_kept_on_purpose(store: Store) -> None:
    """A new table must be thought about: how long are its rows kept?"""
    forgotten = {"inbox", "problems", "jobs", "outbox", "offers", "sent", "conversations",
                 "enrol_tries", "leaves", "doubts"}  # fmt: skip
    kept = {
        "units", "people", "memberships", "chats", "invites",  # while they are on the list
        "documents", "assignments", "assignment_people", "assignment_units", "plans",
        "progress", "files", "evidence", "requests", "freezes", "directives", "recipients",
        "occurrences",  # keys: what was told to whom, for ever
        "subscriptions", "calendar_days", "erasures", "audit", "audit_texts",
        "group_summaries",  # while the group is bound
        "successions", "pauses", "quotas", "facts",  # a few rows
        "_sqlite_migrations",
    }  # fmt: skip
    with store.reading() as tx:
        tables = {
            row[0]
            for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not row[0].startswith("sqlite_")
        }
    named = {rule.forget.split()[2 if rule.forget.startswith("DELETE") else 1]
             for rule in retention.RULES}  # fmt: skip
    assert named == forgotten
    assert tables == forgotten | kept
