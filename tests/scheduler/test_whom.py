"""Who is meant: doers, else leads, else all officials; substitutes for those on leave."""

from __future__ import annotations

from datetime import date

from domain.instants import stamp
from tests.scheduler.stage import Stage, at

WEDNESDAY = "2021-06-09 07:31"


def told(stage: Stage, *people: int) -> list[int]:
    return [len(stage.said(person)) for person in people]


def test_those_named_are_told_and_not_the_whole_unit(stage: Stage, ward: int) -> None:
    lead = stage.person("Lê Văn Trưởng", ward, "lead")
    named = stage.person("Nguyễn Thị Lan", ward)
    titled = stage.person("Trần Văn Kế", ward, title="Kế toán")
    other = stage.person("Phạm Văn Khác", ward)
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.insert("assignment_people", assignment_id=work, part="doer", person_id=named)
    stage.insert("assignment_people", assignment_id=work, part="doer", title="kế toán")
    stage.tick(WEDNESDAY)
    assert told(stage, lead, named, titled, other) == [0, 1, 1, 0]


def test_without_names_the_leads_are_told_and_without_leads_all_officials(
    stage: Stage, ward: int
) -> None:
    lead, other = stage.person("Lê Văn Trưởng", ward, "lead"), stage.person("Văn Khác", ward)
    leaderless = stage.unit("Phường 8")
    both = [stage.person(name, leaderless) for name in ("Văn Một", "Văn Hai")]
    overseer = stage.person("Văn Ba", leaderless, "overseer")
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.work(leaderless, "NV07", "Báo cáo", "2021-06-10")
    stage.tick(WEDNESDAY)
    assert told(stage, lead, other, *both, overseer) == [1, 0, 1, 1, 0]


def test_when_the_one_named_has_left_the_units_lead_is_told_and_nothing_is_orphaned(
    stage: Stage, ward: int
) -> None:
    lead = stage.person("Lê Văn Trưởng", ward, "lead")
    gone = stage.person("Văn Nghỉ", ward)
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.insert("assignment_people", assignment_id=work, part="doer", person_id=gone)
    stage.run("UPDATE people SET state = 'left' WHERE id = :id", id=gone)
    stage.tick(WEDNESDAY)
    assert told(stage, lead, gone) == [1, 0]


def test_a_post_that_has_ended_brings_nothing_any_more(stage: Stage, ward: int) -> None:
    former = stage.person("Văn Cũ", ward)
    stage.run("UPDATE memberships SET valid_to = '2021-06-08'")
    current = stage.person("Văn Mới", ward)
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick(WEDNESDAY)
    assert told(stage, former, current) == [0, 1]


def test_on_leave_the_substitute_is_told_for_whom(stage: Stage, ward: int) -> None:
    away = stage.person("Nguyễn Văn Minh", ward)
    other = stage.person("Trần Thị Thay", stage.unit("Phường 8"))
    stage.leave(away, "2021-06-07", "2021-06-11", other)
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick(WEDNESDAY)
    assert told(stage, away) == [0]
    (reminded,) = stage.said(other)
    assert reminded.startswith("Đồng chí Thay thay đồng chí Nguyễn Văn Minh từ hôm nay đến hết")
    assert "NV07 Báo cáo, thay đồng chí Minh đang nghỉ" in reminded
    stage.send_all()
    stage.year(date(2021, 6, 10), date(2021, 6, 14))
    assert told(stage, away) == [1]  # back at work: what happened meanwhile, in one message


def test_on_leave_without_a_substitute_the_lead_is_told(stage: Stage, ward: int) -> None:
    lead = stage.person("Lê Văn Trưởng", ward, "lead")
    away = stage.person("Văn Vắng", ward)
    stage.leave(away, "2021-06-07", "2021-06-11")
    work = stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.insert("assignment_people", assignment_id=work, part="doer", person_id=away)
    stage.tick(WEDNESDAY)
    assert told(stage, lead, away) == [1, 0]


def test_two_on_leave_who_stand_in_for_each_other_do_not_loop(stage: Stage, ward: int) -> None:
    one, two = stage.person("Văn Một", ward), stage.person("Văn Hai", ward)
    stage.leave(one, "2021-06-07", "2021-06-11", two)
    stage.leave(two, "2021-06-07", "2021-06-11", one)
    stage.work(ward, "NV07", "Báo cáo", "2021-06-10")
    stage.tick(WEDNESDAY)
    assert told(stage, one, two) == [0, 0]


def test_a_person_in_two_units_gets_one_message_that_tells_the_units_apart(
    stage: Stage, ward: int
) -> None:
    lan = stage.person("Nguyễn Thị Lan", ward)
    other = stage.unit("Phường 8")
    stage.post(lan, other)
    for unit in (ward, other):
        stage.work(unit, "CT12", "Thu ngân sách", "2021-06-10", measure="tỷ đồng", plan=500)
    stage.tick(WEDNESDAY)
    (said,) = stage.said(lan)
    assert "CT12 Thu ngân sách (Phường 7)" in said
    assert "CT12 Thu ngân sách (Phường 8)" in said


def test_periodic_reports_are_asked_only_of_those_who_have_not_reported(
    stage: Stage, ward: int
) -> None:
    other = stage.unit("Phường 8")
    silent, spoken = stage.person("Văn Lặng", ward), stage.person("Văn Nói", other)
    budget = {"measure": "tỷ đồng", "plan": 500, "reporting": "month"}
    stage.work(ward, "CT12", "Thu ngân sách", "2021-12-31", **budget)
    reported = stage.work(other, "CT12", "Thu ngân sách", "2021-12-31", **budget)
    stage.report(reported, "2021-06-03 09:00", "2021-06", value=200)
    stage.tick("2021-06-29 07:31")
    assert told(stage, silent, spoken) == [1, 0]
    assert (
        "🟠 Còn 1 ngày (thứ Tư 30/6): CT12 Thu ngân sách, chưa có số tháng 6"
        in (stage.said(silent)[0])
    )


def test_a_late_report_of_the_month_before_does_not_stand_for_this_one(
    stage: Stage, ward: int
) -> None:
    lan = stage.person("Nguyễn Thị Lan", ward)
    work = stage.work(
        ward, "CT12", "Thu", "2021-12-31", measure="tỷ đồng", plan=500, reporting="month"
    )
    stage.report(work, "2021-06-03 09:00", "2021-05", value=200)
    stage.tick("2021-06-29 07:31")
    assert "chưa có số tháng 6" in stage.said(lan)[0]


def test_a_report_that_was_taken_back_does_not_count(stage: Stage, ward: int) -> None:
    lan = stage.person("Nguyễn Thị Lan", ward)
    work = stage.work(
        ward, "CT12", "Thu", "2021-12-31", measure="tỷ đồng", plan=500, reporting="month"
    )
    report = stage.report(work, "2021-06-20 09:00", "2021-06", value=200)
    stage.run("UPDATE progress SET withdrawn = 1 WHERE id = :id", id=report)
    stage.tick("2021-06-29 07:31")
    assert "chưa có số tháng 6" in stage.said(lan)[0]


def test_a_directive_is_asked_for_the_working_day_before_and_on_the_day_until_confirmed(
    stage: Stage, ward: int
) -> None:
    office = stage.person("Phạm Thị Phòng", ward, "office")
    lan, ba = stage.person("Nguyễn Thị Lan", ward), stage.person("Trần Văn Ba", ward)
    directive = stage.insert(
        "directives",
        code="CĐ05",
        subject="Phòng, chống dịch",
        body="…",
        confirm_by="2021-06-14",
        state="sent",
        created_by=office,
        created_at=stamp(at("2021-06-07 09:00")),
        sent_at=stamp(at("2021-06-07 09:00")),
    )
    for person in (lan, ba):
        stage.insert("recipients", directive_id=directive, person_id=person, unit_id=ward)
    stage.year(date(2021, 6, 8), date(2021, 6, 11))
    assert told(stage, lan, ba) == [1, 1]
    assert "🟠 Còn 3 ngày (thứ Hai 14/6): chưa xác nhận chỉ đạo CĐ05" in stage.said(lan)[0]
    stage.run("UPDATE recipients SET acknowledged_at = :now WHERE person_id = :id",
              now=stamp(at("2021-06-11 10:00")), id=lan)  # fmt: skip
    stage.year(date(2021, 6, 14), date(2021, 6, 18))
    assert told(stage, lan, ba) == [1, 2]


def test_what_waits_for_confirmation_is_suspended_or_done_is_not_spoken_of(
    stage: Stage, ward: int
) -> None:
    lan = stage.person("Nguyễn Thị Lan", ward)
    for number, state in enumerate(("awaiting", "suspended", "cancelled", "done"), 1):
        stage.work(ward, f"NV{number}", "Báo cáo", "2021-06-10", state=state)
    stage.year(date(2021, 6, 1), date(2021, 6, 25))
    assert stage.said(lan) == []
