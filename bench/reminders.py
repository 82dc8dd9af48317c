"""A morning's run over a province: 5,580 due assignments, beside one APScheduler job for each.

Run: python -m bench.reminders. Ours words every message and commits it to disk;
APScheduler's keeps its jobs in memory, and each does nothing but be counted.
"""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler

import scheduler
from db import digests, people
from db.digest_figures import by_unit_named, by_unit_sql
from db.digest_targets import targets_sql
from db.store import Store
from db.transaction import Tx
from domain.committee import Committee
from domain.fold import fold
from domain.instants import VIETNAM, local_day, stamp

UNITS, TARGETS, PEOPLE = 124, 45, 800
NOW = datetime(2026, 6, 10, 7, 31, tzinfo=VIETNAM)
COMMITTEE = Committee("Tỉnh ủy", voice="Văn phòng Tỉnh ủy")


def seed(store: Store) -> None:
    """124 communes with 45 assignments each, all due within three days; 800 people who joined."""
    joined = stamp(NOW - timedelta(days=90))
    fields = ("unit_id", "person_id")

    def write(tx: Tx) -> None:
        tx.run("INSERT INTO units (id, code, name, name_fold) VALUES (1, 'TU', 'Tỉnh ủy', '')")
        tx.run_each(
            "INSERT INTO units (id, code, name, name_fold, parent_id)"
            " VALUES (:id, :code, :name, :fold, 1)",
            [
                {"id": n + 2, "code": f"X{n}", "name": f"Đảng ủy xã {n}", "fold": fold(f"xa {n}")}
                for n in range(UNITS)
            ],
        )
        tx.run_each(
            "INSERT INTO people (id, code, full_name, name_fold, state, joined_at)"
            " VALUES (:id, :code, :name, '', 'joined', :joined)",
            [
                {"id": n + 1, "code": f"P{n}", "name": f"Nguyễn Văn {n}", "joined": joined}
                for n in range(PEOPLE + 1)
            ],
        )
        tx.run_each(
            "INSERT INTO chats (channel, chat, person_id, bound_at)"
            " VALUES ('zalo', :chat, :id, :joined)",
            [{"id": n + 1, "chat": f"c{n}", "joined": joined} for n in range(PEOPLE + 1)],
        )
        tx.run_each(
            "INSERT INTO memberships (person_id, unit_id, role, title)"
            " VALUES (:id, :unit, :role, :title)",
            [
                {"id": n + 1, "unit": n % UNITS + 2, "role": "reporter", "title": ""}
                for n in range(PEOPLE)
            ]
            + [{"id": PEOPLE + 1, "unit": 1, "role": "chair", "title": "Bí thư"}],
        )
        rows: list[dict[str, Any]] = []
        for unit in range(UNITS):
            for number in range(TARGETS):
                target = number % 2 == 0
                rows.append(
                    {
                        "id": unit * TARGETS + number + 1,
                        "code": f"{'CT' if target else 'NV'}{number + 1}",
                        "unit": unit + 2,
                        "kind": "target" if target else "task",
                        "measure": "tỷ đồng" if target else None,
                        "plan": 400.0 if target else None,
                        "value": float(unit) if target and unit % 3 else None,
                        "due": str(NOW.date() + timedelta(days=number % 3 - 1)),
                        "at": stamp(NOW - timedelta(days=20)) if unit % 3 else None,
                        "made": joined,
                    }
                )
        tx.run_each(
            "INSERT INTO assignments (id, year, code, shown_code, unit_id, kind, title, title_fold,"
            " measure, plan, value, due_on, last_reported_at, created_at) VALUES (:id, 2026, :code,"
            " :code, :unit, :kind, 'Rà soát, cập nhật hồ sơ và báo cáo kết quả', '', :measure,"
            " :plan, :value, :due, :at, :made)",
            rows,
        )
        # One doer for each assignment, spread over the officials of its unit.
        tx.run_each(
            f"INSERT INTO assignment_people (assignment_id, part, person_id)"
            f" VALUES (:{fields[0]}, 'doer', :{fields[1]})",
            [
                {
                    "unit_id": row["id"],
                    "person_id": (row["unit"] - 2) + UNITS * (row["id"] % 6) + 1,
                }
                for row in rows
            ],
        )

    store.write_now(write)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds of one run, and what it gave."""
    started = time.perf_counter()
    result = work()
    return (time.perf_counter() - started) * 1000, result


def reading(store: Store, work: Callable[[Tx], Any], times: int = 5) -> tuple[float, Any]:
    """The best of some runs on a read-only view."""
    with store.reading() as tx:
        return min((timed(lambda: work(tx)) for _ in range(times)), key=lambda run: run[0])


def ours(store: Store) -> dict[str, float]:
    """The run of a morning: what is due, each write by itself, and the next run after it."""
    found, writes = reading(store, lambda tx: scheduler.due(tx, NOW, COMMITTEE))
    each: list[float] = []
    store.writer.longest = 0.0
    # As the service hands them over: all at once, committed in groups.
    writing, results = timed(lambda: store.writer.apply([_watched(one, each) for one in writes]))
    assert not any(isinstance(result, BaseException) for result in results)
    calm, rest = reading(
        store, lambda tx: scheduler.due(tx, NOW + timedelta(seconds=30), COMMITTEE)
    )
    told = store.write_now(lambda tx: tx.value("SELECT count(*) FROM occurrences"))
    assert len(rest) == 1, rest[:3]
    return {
        "messages": len(writes) - 1,
        "told": told,
        "due": found,
        "writing": writing,
        "longest": max(each),
        "group": store.writer.longest * 1000,
        "calm": calm,
    }


def _watched(write: Callable[[Tx], Any], each: list[float]) -> Callable[[Tx], Any]:
    def run(tx: Tx) -> Any:
        spent, result = timed(lambda: write(tx))
        each.append(spent)
        return result

    return run


def apscheduler(jobs: int) -> tuple[float, float]:
    """Milliseconds to add one job each and until all have been fired."""
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    fired, all_fired = [0], threading.Event()
    lock = threading.Lock()

    def ring() -> None:
        with lock:
            fired[0] += 1
            if fired[0] == jobs:
                all_fired.set()

    bell = BackgroundScheduler(timezone=VIETNAM)
    bell.start(paused=True)
    moment = datetime.now(VIETNAM)

    def add() -> None:
        for number in range(jobs):
            bell.add_job(ring, "date", run_date=moment, id=f"a:{number}", misfire_grace_time=None)

    adding, _ = timed(add)

    def fire() -> None:
        bell.resume()
        all_fired.wait(120)

    firing, _ = timed(fire)
    bell.shutdown()
    assert fired[0] == jobs
    return adding, firing


def digest(store: Store) -> tuple[float, float, float]:
    """Milliseconds of the digest's two large queries alone, of a plain aggregate, of the digest."""
    today: date = local_day(NOW)

    def person(tx: Tx) -> Any:
        chair = people.get(tx, PEOPLE + 1, today)
        assert chair is not None
        return chair

    def bare(tx: Tx) -> None:
        scope = digests.scope_of(tx, person(tx))
        tx.connection.execute(by_unit_sql(scope), by_unit_named(scope, NOW, today)).fetchall()
        tx.connection.execute(targets_sql(scope), scope.named(today)).fetchall()

    def view(tx: Tx) -> None:
        tx.all("SELECT unit_code, status, count(*), avg(percent), sum(value), max(last_reported_at)"
               " FROM v_assignments GROUP BY unit_code, status")  # fmt: skip

    whole, _ = reading(store, lambda tx: digests.digest_for(tx, person(tx), NOW, COMMITTEE))
    return reading(store, bare)[0], reading(store, view)[0], whole


def main() -> None:
    """Prints the tables."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder)).open(create=True)
        seed(store)
        bare, view, whole = digest(store)
        run = ours(store)
        store.close()
    jobs = UNITS * TARGETS
    adding, firing = apscheduler(jobs)
    total = run["due"] + run["writing"]
    print(f"{jobs} due assignments, {run['messages']:.0f} people with a message, in milliseconds")
    print(f"  what is due (reading only)          {run['due']:9.1f}")
    print(f"  writing, all messages, on disk      {run['writing']:9.1f}")
    print(f"  longest single write                {run['longest']:9.1f}")
    print(f"  longest transaction (a group)       {run['group']:9.1f}")
    print(f"  the next run, nothing left to do    {run['calm']:9.1f}")
    print(f"  steps told in the books             {run['told']:9.0f}")
    print(f"APScheduler, one job each: adding     {adding:9.1f}")
    print(f"  firing                              {firing:9.1f}")
    print(f"  one morning, theirs : ours          {(adding + firing) / total:9.1f}")
    print("Digest of the whole, in milliseconds")
    print(f"  its two large queries, bare SQL     {bare:9.1f}")
    print(f"  an aggregate of v_assignments       {view:9.1f}")
    print(f"  the digest, worded                  {whole:9.1f}")
    print(f"  digest : its bare SQL               {whole / bare:9.2f}")


if __name__ == "__main__":
    main()
