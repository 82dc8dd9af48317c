"""A reminder is said once: to one person in one message, whatever the clock and the queue do."""

from __future__ import annotations

from datetime import date

from db import occurrences, outbox, reminders
from domain.instants import stamp
from tests.scheduler.stage import Stage, at, due_writes, write_all

TUESDAY, WEDNESDAY, THURSDAY = "2021-06-08 07:31", "2021-06-09 07:31", "2021-06-10 07:31"


def test_a_reminder_is_said_once_when_the_tick_runs_twice(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick(WEDNESDAY)
    stage.tick(WEDNESDAY)
    stage.tick("2021-06-09 16:00")
    assert len(stage.said(lan)) == 1


def test_a_reminder_is_said_once_when_two_runs_have_read_the_same_books(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    first, second = due_writes(stage, WEDNESDAY), due_writes(stage, WEDNESDAY)
    write_all(stage, first)
    write_all(stage, second)
    assert len(stage.said(lan)) == 1


def test_reading_what_is_due_writes_nothing(stage: Stage, ward: int, lan: int) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    assert len(due_writes(stage, WEDNESDAY)) == 2  # Lan's message, and that the clock was heeded
    assert stage.said(lan) == []


def test_everything_that_is_due_for_a_person_is_in_one_message(
    stage: Stage, ward: int, lan: int
) -> None:
    for number in range(1, 41):
        stage.work(ward, f"NV{number}", "Rà soát hồ sơ", "2021-06-10")
    stage.tick(WEDNESDAY)
    (said,) = stage.said(lan)
    assert "có 40 nội dung cần báo cáo" in said
    assert len(said.splitlines()) <= 12
    assert stage.rows("SELECT count(*) FROM occurrences WHERE state = 'told'") == [(40,)]
    stage.send_all()
    stage.tick(WEDNESDAY)
    assert len(stage.said(lan)) == 1


def test_the_counted_rest_is_told_and_does_not_come_back_alone(
    stage: Stage, ward: int, lan: int
) -> None:
    for number in range(1, 41):
        stage.work(ward, f"NV{number}", "Rà soát hồ sơ", "2021-06-16")
    stage.tick(WEDNESDAY)  # seven days ahead
    stage.send_all()
    stage.tick(THURSDAY)
    assert len(stage.said(lan)) == 1


def test_what_was_answered_between_reading_and_writing_is_not_said(
    stage: Stage, ward: int, lan: int
) -> None:
    answered = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.work(ward, "NV08", "Rà soát", "2021-06-10")
    writes = due_writes(stage, WEDNESDAY)
    stage.report(answered, WEDNESDAY, "2021-06", percent=60)
    write_all(stage, writes)
    (said,) = stage.said(lan)
    assert "NV08" in said
    assert "NV07" not in said


def test_when_all_was_answered_meanwhile_nothing_is_said(stage: Stage, ward: int, lan: int) -> None:
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    for change in (
        "UPDATE assignments SET state = 'done', done_on = '2021-06-09' WHERE id = :id",
        "UPDATE assignments SET state = 'open', due_on = '2021-08-01' WHERE id = :id",
    ):
        writes = due_writes(stage, WEDNESDAY)
        stage.run(change, id=work)
        write_all(stage, writes)
    assert stage.said(lan) == []


def test_a_report_of_the_same_morning_stops_the_reminder(stage: Stage, ward: int, lan: int) -> None:
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.report(work, "2021-06-09 07:05", "2021-06", percent=60)
    stage.tick(WEDNESDAY)
    assert stage.said(lan) == []
    stage.tick(THURSDAY)  # the day itself is another step
    assert len(stage.said(lan)) == 1


def test_who_has_asked_for_an_extension_waits_for_the_decision(
    stage: Stage, ward: int, lan: int
) -> None:
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    request = stage.insert(
        "requests", kind="extend", assignment_id=work, person_id=lan, asked_at=stamp(at(TUESDAY))
    )
    stage.tick(WEDNESDAY)
    assert stage.said(lan) == []
    stage.run("UPDATE requests SET state = 'returned' WHERE id = :id", id=request)
    stage.tick(WEDNESDAY)
    assert len(stage.said(lan)) == 1


def test_three_days_asleep_give_one_message_and_the_books_say_what_was_missed(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-08")
    stage.tick("2021-06-04 07:31")
    stage.send_all()
    stage.tick("2021-06-09 15:00")
    assert len(stage.said(lan)) == 2
    stage.send_all()
    stage.tick("2021-06-09 15:01")
    assert len(stage.said(lan)) == 2
    assert "Quá hạn 1 ngày" in stage.said(lan)[-1]
    assert stage.rows("SELECT step, state FROM occurrences ORDER BY id") == [
        ("-3wd", "told"),
        ("-7d", "skipped"),
        ("+1wd", "told"),
        ("-1wd", "skipped"),
        ("0d", "skipped"),
    ]


def test_a_clock_that_goes_back_says_nothing_again(stage: Stage, ward: int, lan: int) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.year(date(2021, 6, 1), date(2021, 6, 14))
    before = stage.said(lan)
    for moment in ("2021-06-14 06:31", TUESDAY, WEDNESDAY, "1970-01-01 08:00", "2021-06-14 09:00"):
        stage.tick(moment)
    assert stage.said(lan) == before


def test_a_message_that_expired_in_the_queue_returns_with_the_next_days_run(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-16")
    stage.tick(WEDNESDAY)
    assert stage.rows("SELECT not_after FROM outbox") == [(stamp(at("2021-06-09 18:00")),)]
    stage.tick("2021-06-09 18:30")
    assert stage.rows("SELECT state FROM outbox") == [("expired",)]
    assert stage.rows("SELECT state FROM occurrences") == [("returned",)]
    stage.tick(THURSDAY)
    assert "Còn 6 ngày" in stage.said(lan)[-1]
    assert stage.rows("SELECT state FROM occurrences WHERE step = '-7d'") == [("told",)]


def test_one_tick_the_next_morning_is_enough_to_say_what_expired_overnight(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-16")
    stage.tick(WEDNESDAY)
    stage.tick(THURSDAY)
    assert len(stage.said(lan)) == 2
    assert stage.rows("SELECT state FROM outbox ORDER BY id") == [("expired",), ("queued",)]


def test_a_message_that_died_returns_tomorrow_and_not_every_thirty_seconds(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-16")
    stage.tick(WEDNESDAY)
    stage.run("UPDATE outbox SET state = 'dead'")
    assert stage.store.write_now(lambda tx: reminders.give_back(tx, 1)) == 1
    stage.tick("2021-06-09 07:32")
    assert len(stage.said(lan)) == 1
    stage.tick(THURSDAY)
    assert len(stage.said(lan)) == 2


def test_an_answer_takes_the_unsent_message_back_and_the_rest_of_it_is_said_the_same_day(
    stage: Stage, ward: int, lan: int
) -> None:
    answered = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.work(ward, "NV08", "Rà soát", "2021-06-10")
    stage.tick(WEDNESDAY)
    stage.report(answered, "2021-06-09 07:32", "2021-06", percent=60)
    stage.store.write_now(lambda tx: outbox.cancel_unsent_about(tx, f"a:{answered}", "reported"))
    stage.tick("2021-06-09 07:33")
    first, second = stage.said(lan)
    assert "NV07" in first
    assert "NV08" in second
    assert "NV07" not in second
    assert stage.rows("SELECT key FROM outbox WHERE state = 'queued'") == [
        (f"reminder:{lan}:2021-06-09:2",)
    ]


def test_a_new_deadline_has_its_own_ladder(stage: Stage, ward: int, lan: int) -> None:
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick(WEDNESDAY)
    stage.send_all()
    stage.run("UPDATE assignments SET due_on = '2021-06-17' WHERE id = :id", id=work)
    stage.tick(THURSDAY)
    assert "Còn 7 ngày (thứ Năm 17/6)" in stage.said(lan)[-1]


def test_nothing_is_told_twice_when_two_ladders_of_one_assignment_meet(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(
        ward, "CT01", "Thu ngân sách", "2021-12-31", measure="tỷ đồng", plan=9, reporting="year"
    )
    stage.tick("2021-12-31 07:31")
    (said,) = stage.said(lan)
    assert "Hạn hôm nay (thứ Sáu 31/12): CT01 Thu ngân sách, chưa có số năm 2021" in said
    told = stage.store.write_now(lambda tx: occurrences.known(tx, at("2021-12-31 08:00")))
    assert [key.split("|")[2] for key, state in told.items() if state == "told"] == ["0d"]
