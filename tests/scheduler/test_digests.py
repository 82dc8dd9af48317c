"""Digests at their hour: each once, to those who read them, with the figures of their scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db import digests, people, reminders, subscriptions
from domain.committee import Digests
from domain.instants import stamp
from domain.message import Choice
from tests.scheduler.stage import COMMITTEE, Stage, at

DAILY = replace(COMMITTEE, digest=Digests(cadence="day"))


class City(Stage):
    """A city committee with two wards: one on course, one late with everything."""

    def __init__(self, folder: Path, daily: bool = False) -> None:
        super().__init__(folder, DAILY if daily else COMMITTEE)
        self.city = self.unit("Thành ủy")
        self.ward7 = self.unit("Phường 7", self.city)
        self.ward8 = self.unit("Phường 8", self.city)
        self.chair = self.person("Lê Văn Chủ", self.city, "chair", "Bí thư Thành ủy")
        self.office = self.person("Phạm Thị Phòng", self.city, "office")
        self.lan = self.person("Nguyễn Thị Lan", self.ward7)
        measured = {"measure": "tỷ đồng", "plan": 365}
        self.parent = self.work(self.city, "CT12", "Thu ngân sách", "2021-12-31", **measured)
        children = {**measured, "parent_id": self.parent}
        self.slow = self.work(self.ward7, "CT12", "Thu ngân sách", "2021-12-31", **children)
        self.good = self.work(self.ward8, "CT12", "Thu ngân sách", "2021-12-31", **children)
        self.late = self.work(self.ward7, "NV09", "Sửa đường", "2021-06-02")
        self.secret = self.work(self.ward7, "NV45", "Việc kín", "2021-06-10", discreet=1)
        self.done = self.work(
            self.ward8, "NV10", "Trồng cây", "2021-06-01", state="done", done_on="2021-06-03"
        )
        self.report(self.slow, "2021-05-31 09:00", "2021-05", value=50)
        self.report(self.good, "2021-05-31 09:00", "2021-05", value=170)
        self.report(self.late, "2021-05-30 09:00", "2021-05", percent=10, blocked=1, note="chờ vốn")

    def digest(self, person: int, moment: str = "2021-06-14 08:00") -> tuple[list[str], list[str]]:
        """The lines of a digest on request, and the labels offered with it."""
        now = at(moment)

        def ask(tx: object) -> tuple[list[str], list[str]]:
            who = people.get(tx, person, now.date())  # type: ignore[arg-type]
            assert who is not None
            text, choices, _ = digests.digest_for(tx, who, now, self.committee)  # type: ignore[arg-type]
            return text.plain.splitlines(), [choice.label for choice in choices]

        return self.store.write_now(ask)

    def digests_said(self, person: int) -> list[str]:
        rows = self.rows(
            "SELECT key, text FROM outbox WHERE kind = 'digest' AND person_id = :p ORDER BY id",
            p=person,
        )
        return [key.rsplit(":", 1)[1] for key, _ in rows]


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def test_a_chair_reads_the_whole_committee_and_every_figure_is_counted_once(city: City) -> None:
    lines, labels = city.digest(city.chair)
    assert lines == [
        "Kính báo cáo đồng chí Bí thư, tổng hợp thứ Hai 14/6:",
        "🟡 Khả năng không đạt: 1 chỉ tiêu, trên 2 chỉ tiêu đã có số liệu",
        "• CT12 Thu ngân sách: Phường 7, 50 tỷ đồng, đến 31/5 cần 151 tỷ đồng",
        "🔴 Quá hạn: 2 việc",
        "• NV09 Sửa đường: quá hạn 12 ngày, Phường 7, vướng mắc: chờ vốn",
        "• NV45: quá hạn 4 ngày, Phường 7",
        "Trên 3 việc đã đến hạn: hoàn thành đúng hạn 0 (0%), hoàn thành quá hạn 1, đang quá hạn 2",
        "Trên 5 việc được giao, kể cả chưa đến hạn: hoàn thành đúng hạn 0 (0%), đang trong hạn 2",
        "Có báo cáo trong 30 ngày qua: 3/4 việc đang thực hiện (75%)",
    ]
    assert labels == ["Xem theo đơn vị", "Xem chỉ tiêu khả năng không đạt", "Xem việc quá hạn"]


def test_an_official_reads_the_own_unit_alone(city: City) -> None:
    lines, labels = city.digest(city.lan)
    assert lines[0] == "Kính gửi đồng chí Lan, tổng hợp thứ Hai 14/6:"
    assert not any("Phường" in line for line in lines)
    assert "Trên 3 việc được giao" in lines[-2]
    assert labels == ["Xem chỉ tiêu khả năng không đạt", "Xem việc quá hạn"]


def test_the_chair_of_a_branch_reads_that_branch_alone(city: City) -> None:
    chair = city.person("Ngô Văn Nhánh", city.ward8, "chair", "Bí thư Đảng ủy")
    lines, labels = city.digest(chair)
    assert "Trên 2 việc được giao" in " ".join(lines)
    assert not any("Phường 7" in line for line in lines)
    assert labels == []


def test_the_whole_is_the_sum_of_its_units(city: City) -> None:
    def counts(tx: object) -> tuple[int, int]:
        who = people.get(tx, city.chair, date(2021, 6, 14))  # type: ignore[arg-type]
        assert who is not None
        text = digests.by_unit(tx, who, at("2021-06-14 08:00"), city.committee).text  # type: ignore[arg-type]
        rows = text.plain.splitlines()[1:]
        return sum(int(row.rsplit(" trên ", 1)[1].split(",")[0]) for row in rows), len(rows)

    assert city.store.write_now(counts) == (5, 2)


def test_what_waits_for_a_decision_comes_first(city: City) -> None:
    city.insert("requests", kind="extend", assignment_id=city.late, person_id=city.lan,
                asked_at=stamp(at("2021-06-13 09:00")))  # fmt: skip
    lines, _ = city.digest(city.chair)
    assert lines[1] == '1 đề nghị chờ duyệt (1 gia hạn). Đồng chí gõ "chờ duyệt" để xem'


def test_who_asked_or_may_not_decide_is_not_told_to_decide(city: City) -> None:
    lead = city.person("Trần Văn Trưởng", city.ward7, "lead")
    city.insert("requests", kind="extend", assignment_id=city.late, person_id=lead,
                asked_at=stamp(at("2021-06-13 09:00")))  # fmt: skip
    for person in (lead, city.lan, city.office):
        lines, _ = city.digest(person)
        assert lines[1] == "1 đề nghị đang chờ lãnh đạo duyệt (1 gia hạn)"


def test_a_lead_is_told_of_those_requests_alone_that_they_decide(city: City) -> None:
    lead = city.person("Trần Văn Trưởng", city.ward7, "lead")
    for kind, work in (("extend", city.late), ("close", city.slow)):
        city.insert("requests", kind=kind, assignment_id=work, person_id=city.lan,
                    asked_at=stamp(at("2021-06-13 09:00")))  # fmt: skip
    lines, _ = city.digest(lead)
    assert lines[1] == '1 đề nghị chờ duyệt (1 xác nhận hoàn thành). Đồng chí gõ "chờ duyệt" để xem'
    lines, _ = city.digest(city.chair)
    assert lines[1].startswith("2 đề nghị chờ duyệt (1 gia hạn, 1 xác nhận hoàn thành)")


def test_each_code_stands_once_with_how_many_units_lag(city: City) -> None:
    ward9 = city.unit("Phường 9", city.city)
    more = {"measure": "tỷ đồng", "plan": 365, "parent_id": city.parent}
    third = city.work(ward9, "CT12", "Thu ngân sách", "2021-12-31", **more)
    city.report(third, "2021-05-31 09:00", "2021-05", value=60)
    for unit, due in ((city.ward8, "2021-06-03"), (ward9, "2021-06-04")):
        city.work(unit, "NV09", "Sửa đường", due)
    lines, _ = city.digest(city.chair)
    assert "🟡 Khả năng không đạt: 2 chỉ tiêu, trên 3 chỉ tiêu đã có số liệu" in lines
    assert "• CT12 Thu ngân sách: 2 đơn vị" in lines
    assert "🔴 Quá hạn: 4 việc" in lines
    assert "• NV09 Sửa đường: 3 đơn vị, lâu nhất quá hạn 12 ngày" in lines
    assert sum("CT12" in line for line in lines) == sum("NV09" in line for line in lines) == 1


def test_a_target_that_has_its_plan_is_neither_late_nor_due_soon(city: City) -> None:
    more = {"measure": "hộ", "plan": 10, "value": 12}
    city.work(city.ward7, "CT30", "Xóa nhà tạm", "2021-06-04", **more)
    city.work(city.ward8, "CT31", "Nhà văn hóa", "2021-06-16", **more)
    lines, _ = city.digest(city.chair)
    assert "🔴 Quá hạn: 2 việc" in lines
    assert not any("CT30" in line or "CT31" in line or "3 ngày tới" in line for line in lines)
    due = next(line for line in lines if "việc đã đến hạn" in line)
    assert due == (
        "Trên 4 việc đã đến hạn: hoàn thành đúng hạn 0 (0%), hoàn thành quá hạn 1, đang quá hạn"
        " 2, đã đạt kế hoạch 1"
    )


def test_a_target_that_has_its_plan_by_an_estimate_alone_is_late(city: City) -> None:
    more = {"measure": "hộ", "plan": 10, "value": 12, "estimate": 1}
    city.work(city.ward7, "CT30", "Xóa nhà tạm", "2021-06-04", **more)
    lines, _ = city.digest(city.chair)
    assert "🔴 Quá hạn: 3 việc" in lines
    due = next(line for line in lines if "việc đã đến hạn" in line)
    assert due == (
        "Trên 4 việc đã đến hạn: hoàn thành đúng hạn 0 (0%), hoàn thành quá hạn 1, đang quá hạn 3"
    )


def test_what_lags_is_listed_behind_a_choice(city: City) -> None:
    def ask(tx: object) -> list[str]:
        who = people.get(tx, city.chair, date(2021, 6, 14))  # type: ignore[arg-type]
        assert who is not None
        text = digests.behind(tx, who, at("2021-06-14 08:00"), city.committee).text  # type: ignore[arg-type]
        return text.plain.splitlines()

    assert city.store.write_now(ask) == [
        "🟡 Khả năng không đạt: 1 chỉ tiêu của các đơn vị",
        "• CT12 Thu ngân sách: Phường 7, 50 tỷ đồng, đến 31/5 cần 151 tỷ đồng",
        "Đồng chí gõ mã để xem từng đơn vị.",
    ]


def test_directives_that_not_all_have_confirmed_are_named(city: City) -> None:
    directive = city.insert(
        "directives", code="CĐ05", subject="Họp", body="…", state="sent", created_by=city.office,
        created_at=stamp(at("2021-06-07 09:00")), sent_at=stamp(at("2021-06-07 09:00")),
    )  # fmt: skip
    confirmed = stamp(at("2021-06-08 09:00"))
    city.insert("recipients", directive_id=directive, person_id=city.lan, unit_id=city.ward7)
    city.insert("recipients", directive_id=directive, person_id=city.office, unit_id=city.city,
                acknowledged_at=confirmed)  # fmt: skip
    assert city.digest(city.chair)[0][-1] == "Chỉ đạo chưa xác nhận đủ: CĐ05 Họp (1/2)"


def test_a_weekly_digest_is_said_once_on_monday(city: City) -> None:
    city.year(date(2021, 6, 9), date(2021, 6, 22), ("07:29", "07:30", "07:31", "15:00"))
    assert city.digests_said(city.chair) == ["2021-06-14", "2021-06-21"]
    assert city.digests_said(city.office) == []


def test_a_digest_on_a_day_off_waits_for_the_next_working_day(city: City) -> None:
    city.year(date(2021, 4, 26), date(2021, 5, 5))
    assert city.digests_said(city.chair) == ["2021-04-26", "2021-05-03"]
    made = city.rows("SELECT created_at FROM outbox WHERE key LIKE 'digest:%:2021-05-03'")
    assert made == [(stamp(at("2021-05-04 07:31")),)]


def test_a_digest_that_was_slept_through_is_said_once_late(city: City) -> None:
    city.tick("2021-06-14 07:31")
    city.tick("2021-06-23 07:31")
    assert city.digests_said(city.chair) == ["2021-06-14", "2021-06-21"]


def test_a_daily_digest_after_a_weekend_is_one(tmp_path: Path) -> None:
    city = City(tmp_path, daily=True)
    city.year(date(2021, 6, 10), date(2021, 6, 15))
    assert city.digests_said(city.chair) == ["2021-06-10", "2021-06-11", "2021-06-14", "2021-06-15"]


def test_a_clock_that_goes_back_brings_no_second_digest(city: City) -> None:
    for moment in ("2021-06-14 07:31", "2021-06-07 07:31", "2021-06-14 07:31"):
        city.tick(moment)
    assert city.digests_said(city.chair) == ["2021-06-14"]


def test_who_joins_on_wednesday_is_not_sent_mondays_digest(city: City) -> None:
    new = city.person("Võ Văn Mới", city.city, "chair", joined_at=stamp(at("2021-06-16 08:00")))
    city.year(date(2021, 6, 16), date(2021, 6, 21))
    assert city.digests_said(new) == ["2021-06-21"]


def test_a_chair_who_has_left_gets_none(city: City) -> None:
    city.run("UPDATE memberships SET valid_to = '2021-06-13' WHERE person_id = :p", p=city.chair)
    city.tick("2021-06-14 07:31")
    assert city.digests_said(city.chair) == []


def test_every_chair_gets_one_subscription_however_often_it_is_ensured(city: City) -> None:
    made = [
        city.store.write_now(lambda tx: subscriptions.ensure_for_chairs(tx, COMMITTEE))
        for _ in range(2)
    ]
    assert made == [1, 0]
    assert city.rows("SELECT person_id, cadence, weekday, hour FROM subscriptions") == [
        (city.chair, "week", 0, "07:30")
    ]


def test_a_digest_offers_what_stands_behind_it(city: City) -> None:
    def ask(tx: object) -> tuple[Choice, ...]:
        who = people.get(tx, city.chair, date(2021, 6, 14))  # type: ignore[arg-type]
        assert who is not None
        return digests.digest_for(tx, who, at("2021-06-14 08:00"), city.committee)[1]  # type: ignore[arg-type]

    assert [choice.act for choice in city.store.write_now(ask)] == [
        "digesting.by_unit",
        "digesting.behind",
        "digesting.overdue",
    ]


def test_the_views_show_the_day_of_the_last_run(city: City) -> None:
    city.tick("2021-06-13 23:59")  # a Sunday: nothing is sent, but the day is noted
    assert city.rows("SELECT name, value FROM facts WHERE name IN ('today', 'last_tick')") == [
        ("last_tick", stamp(at("2021-06-13 23:59"))),
        ("today", "2021-06-13"),
    ]


def test_a_rehearsal_says_what_the_week_then_brings(city: City) -> None:
    with city.store.reading() as tx:
        planned = reminders.rehearse(tx, at("2021-06-14 07:00"), 7, city.committee)
    city.year(date(2021, 6, 14), date(2021, 6, 20), ("07:30",))
    sent = city.rows("SELECT person_id, created_at FROM outbox ORDER BY created_at, person_id")
    assert sorted((stamp(when), who.id) for when, who, _ in planned) == sorted(
        (made, person) for person, made in sent
    )
    assert len(planned) == 3
