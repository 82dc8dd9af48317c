"""Reminders go out on working days in working hours, and to nobody before their part begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from db import calendar, reminders
from domain.committee import Reminders
from domain.instants import stamp
from tests.scheduler.stage import COMMITTEE, Stage, at

EVERY_HOUR = ("00:01", "06:59", "07:29", "07:31", "12:00", "17:59", "18:01", "23:59")


def days_said(stage: Stage, person: int) -> list[str]:
    rows = stage.rows(
        "SELECT datetime(created_at, '+7 hours') FROM outbox WHERE person_id = :person ORDER BY id",
        person=person,
    )
    return [moment[:16] for (moment,) in rows]


def test_nothing_is_said_before_the_hour_after_the_days_work_or_on_a_weekend(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-14")
    stage.year(date(2021, 6, 5), date(2021, 6, 24), EVERY_HOUR)
    assert days_said(stage, lan) == [
        "2021-06-07 07:31",
        "2021-06-09 07:31",
        "2021-06-11 07:31",
        "2021-06-14 07:31",
        "2021-06-15 07:31",
        "2021-06-17 07:31",
        "2021-06-23 07:31",
    ]


@pytest.mark.parametrize(
    ("due", "first", "last", "said"),
    [
        (
            "2021-02-12",
            date(2021, 2, 8),
            date(2021, 2, 19),
            ["2021-02-08", "2021-02-09", "2021-02-17", "2021-02-19"],
        ),
        (
            "2026-02-17",
            date(2026, 2, 12),
            date(2026, 2, 25),
            ["2026-02-12", "2026-02-13", "2026-02-23", "2026-02-25"],
        ),
    ],
)
def test_at_tet_people_are_reminded_before_and_after_it(
    stage: Stage, ward: int, lan: int, due: str, first: date, last: date, said: list[str]
) -> None:
    stage.work(ward, "NV07", "Báo cáo", due, year=int(due[:4]))
    stage.year(first, last, EVERY_HOUR)
    assert [moment[:10] for moment in days_said(stage, lan)] == said


def test_the_offices_own_day_off_is_kept(stage: Stage, ward: int, lan: int) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.store.write_now(lambda tx: calendar.decide(tx, date(2021, 6, 10), working=False))
    stage.year(date(2021, 6, 9), date(2021, 6, 11))
    assert [moment[:10] for moment in days_said(stage, lan)] == ["2021-06-09", "2021-06-11"]
    assert "thứ Năm 10/6 là ngày nghỉ nên tính vào thứ Tư 09/6" in stage.said(lan)[0]


def test_a_late_tick_still_speaks_until_the_end_of_work(stage: Stage, ward: int, lan: int) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick("2021-06-09 18:00")
    assert stage.said(lan) == []
    stage.tick("2021-06-09 17:59")
    assert len(stage.said(lan)) == 1


def test_a_deadline_on_the_last_of_december_is_followed_into_the_new_year(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-12-31")
    stage.year(date(2021, 12, 30), date(2022, 1, 6))
    assert [moment[:10] for moment in days_said(stage, lan)] == [
        "2021-12-30",
        "2021-12-31",
        "2022-01-04",
        "2022-01-06",
    ]
    assert "Quá hạn 4 ngày (thứ Sáu 31/12/2021)" in stage.said(lan)[2]


def test_quiet_hours_are_waited_for(stage: Stage, ward: int) -> None:
    quiet = stage.person("Lê Thị Tư", ward, quiet_from="20:00", quiet_to="09:00")
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    for moment in ("2021-06-09 07:31", "2021-06-09 08:59", "2021-06-09 09:00"):
        stage.tick(moment)
    assert days_said(stage, quiet) == ["2021-06-09 09:00"]


def test_a_committee_may_choose_its_own_hour_and_ladder(tmp_path: Path) -> None:
    own = Reminders(ladder=("-2d",), hour=time(9, 0))
    stage = Stage(tmp_path, replace(COMMITTEE, reminders=own))
    ward = stage.unit("Phường 7")
    lan = stage.person("Nguyễn Thị Lan", ward)
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.year(date(2021, 6, 1), date(2021, 6, 30), ("08:59", "09:00"))
    assert days_said(stage, lan) == ["2021-06-08 09:00"]


def test_nothing_accrues_for_those_who_have_not_joined_or_cannot_be_reached(
    stage: Stage, ward: int
) -> None:
    invited = stage.person("Chưa Tham Gia", ward, state="invited", joined_at=None)
    declined = stage.person("Không Đồng Ý", ward, state="declined")
    dark = stage.person("Mất Liên Lạc", ward)
    stage.run("UPDATE chats SET state = 'unreachable' WHERE person_id = :id", id=dark)
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.year(date(2021, 6, 1), date(2021, 6, 14))
    assert [stage.said(one) for one in (invited, declined, dark)] == [[], [], []]
    assert stage.rows("SELECT count(*) FROM occurrences") == [(0,)]


def test_who_joins_late_begins_with_one_line_about_what_was_overdue(
    stage: Stage, ward: int
) -> None:
    late = stage.person("Phạm Văn Năm", ward, joined_at=stamp(at("2021-06-08 15:00")))
    for number in range(1, 31):
        stage.work(ward, f"NV{number}", "Rà soát", "2021-05-03")
    stage.work(ward, "NV40", "Báo cáo", "2021-06-10")
    stage.tick("2021-06-08 15:01")
    assert stage.said(late) == []  # holds the first list in hand
    stage.year(date(2021, 6, 9), date(2021, 6, 10), ("07:31", "12:00"))
    first, second = stage.said(late)
    assert "có 31 nội dung cần báo cáo" in first
    assert '🔴 Quá hạn từ trước: 30 việc cần báo cáo (NV1, NV2, NV3 …), gõ "việc" để xem' in first
    assert "NV40" in first
    assert "Quá hạn từ trước" not in second


def test_a_register_that_starts_half_overdue_begins_with_one_line(
    stage: Stage, ward: int, lan: int
) -> None:
    imported = stamp(at("2021-06-08 16:00"))
    for number in range(1, 11):
        due = "2021-05-20" if number % 2 else "2021-08-20"
        stage.work(ward, f"NV{number}", "Rà soát", due, created_at=imported)
    now = at("2021-06-08 16:00")
    skipped = stage.store.write_now(lambda tx: reminders.skip_past(tx, now, COMMITTEE))
    assert skipped == 5 * 7
    stage.year(date(2021, 6, 9), date(2021, 6, 25))
    (said,) = stage.said(lan)
    assert said.splitlines() == [
        "Văn phòng Thành ủy nhắc việc, thứ Tư 09/6",
        "Kính gửi đồng chí Lan, có 5 việc cần báo cáo:",
        '🔴 Quá hạn từ trước: 5 việc cần báo cáo (NV1, NV3, NV5 …), gõ "việc" để xem',
        "Đồng chí trả lời tin này, ví dụ: NV1 60%",
    ]


def test_an_import_that_moves_deadlines_into_the_past_is_told_in_one_line_too(
    stage: Stage, ward: int, lan: int
) -> None:
    work = stage.work(ward, "NV07", "Báo cáo", "2021-12-31")
    stage.run("UPDATE assignments SET due_on = '2021-05-20' WHERE id = :id", id=work)
    now = at("2021-06-08 16:00")
    stage.store.write_now(lambda tx: reminders.skip_past(tx, now, COMMITTEE))
    stage.year(date(2021, 6, 9), date(2021, 6, 11))
    (said,) = stage.said(lan)
    assert "Quá hạn từ trước: 1 việc cần báo cáo (NV07)" in said


def test_an_import_passes_over_nothing_that_an_outage_held_back(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick("2021-06-07 07:31")
    stage.send_all()
    now = at("2021-06-10 07:10")
    assert stage.store.write_now(lambda tx: reminders.skip_past(tx, now, COMMITTEE)) == 0
    stage.tick("2021-06-10 07:31")
    assert len(stage.said(lan)) == 2


def test_steps_from_before_the_assignment_was_given_are_told_to_nobody(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV07", "Báo cáo", "2021-06-16", created_at=stamp(at("2021-06-10 09:00")))
    stage.tick("2021-06-10 09:01")
    assert stage.said(lan) == []
    stage.tick("2021-06-11 07:31")  # three working days before
    assert "Còn 5 ngày" in stage.said(lan)[0]
    assert stage.rows("SELECT step FROM occurrences") == [("-3wd",)]


def test_late_work_without_its_monthly_report_is_late_since_its_own_deadline(
    stage: Stage, ward: int, lan: int
) -> None:
    stage.work(ward, "NV08", "Rà soát hộ nghèo", "2021-06-16", reporting="month")
    stage.tick("2021-06-30 07:31")
    (said,) = stage.said(lan)
    late = "🔴 Quá hạn 14 ngày (thứ Tư 16/6): NV08 Rà soát hộ nghèo, chưa có báo cáo tháng 6"
    assert late in said
