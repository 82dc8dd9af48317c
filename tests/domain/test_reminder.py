"""The ladder around a deadline, and the one message that is made of what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.notice import DIRECTIVE, MOST_LINES, Item, Manner, compose
from domain.reminder import Step, ladder, passed, round_steps, rounds, rungs

CALENDAR = Calendar()
LADDER = ladder(("-7d", "-3wd", "-1wd", "0d", "+1wd", "+3wd", "+7wd"))
TODAY = date(2021, 6, 9)
LAN = Manner("Văn phòng Thành ủy", "Lan")
BUDGET = Item(
    "a:12", "CT12", "target", "Thu ngân sách", date(2021, 6, 7), date(2021, 6, 7),
    measure="tỷ đồng", plan=500, missing="2021-05",
)  # fmt: skip
REPORT = Item("a:7", "NV07", "task", "Báo cáo “6 không”", date(2021, 6, 10), date(2021, 6, 10))
MEMBERS = Item(
    "a:3", "CT03", "target", "Kết nạp đảng viên", date(2021, 6, 16), date(2021, 6, 16),
    measure="đảng viên", plan=60, value=36,
)  # fmt: skip


@pytest.mark.parametrize("text", ["7", "-7", "-7x", "d", "+1 wd", "", "−7d", "-7d "])
def test_what_is_no_step_of_a_ladder_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="step"):
        Step.parse(text)


def test_steps_before_a_deadline_move_back_over_days_off_and_steps_after_it_forward() -> None:
    due = date(2021, 2, 12)  # the first day of Tết
    days = {step.name: step.day(due, CALENDAR) for step in LADDER}
    assert days["0d"] == date(2021, 2, 9)
    assert days["-7d"] == date(2021, 2, 2)
    assert days["-1wd"] == date(2021, 2, 8)
    assert days["+1wd"] == date(2021, 2, 17)
    assert days["+3wd"] == date(2021, 2, 19)


def test_steps_that_land_on_one_day_are_one_rung() -> None:
    found = rungs(ladder(("-2d", "-1d", "0d", "-1wd")), date(2021, 6, 14), CALENDAR)
    assert [(rung.day, rung.steps) for rung in found] == [
        (date(2021, 6, 11), ("-2d", "-1d", "-1wd")),
        (date(2021, 6, 14), ("0d",)),
    ]


@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
def test_every_step_of_every_deadline_is_told_on_a_working_day_in_order(due: date) -> None:
    found = rungs(LADDER, due, CALENDAR)
    assert all(CALENDAR.works(rung.day) for rung in found)
    assert [rung.day for rung in found] == sorted({rung.day for rung in found})
    assert sorted(name for rung in found for name in rung.steps) == sorted(s.name for s in LADDER)
    assert all(rung.day <= due for rung in found if "0d" in rung.steps)


def test_only_rungs_whose_day_has_come_are_passed() -> None:
    found = passed(rungs(LADDER, date(2021, 6, 10), CALENDAR), TODAY)
    assert [rung.steps for rung in found] == [("-7d",), ("-3wd",), ("-1wd",)]


def test_a_months_report_is_due_on_its_last_day_or_on_the_cut_off_day_after_it() -> None:
    assert [(r.period, r.due_on) for r in rounds("month", TODAY, 0)] == [
        ("2021-05", date(2021, 5, 31)),
        ("2021-06", date(2021, 6, 30)),
    ]
    assert [(r.period, r.due_on) for r in rounds("month", TODAY, 12)] == [
        ("2021-04", date(2021, 5, 12)),
        ("2021-05", date(2021, 6, 12)),
    ]


def test_half_years_and_nine_months_take_turns_with_the_year() -> None:
    in_july = date(2021, 7, 3)
    assert [r.period for r in rounds("half", in_july, 0)] == ["2021-6T", "2021"]
    assert [r.period for r in rounds("nine_months", in_july, 0)] == ["2020", "2021-9T"]
    assert rounds("half", in_july, 0)[1].starts == date(2021, 7, 1)


def test_a_weekly_report_is_spoken_of_near_its_day_only() -> None:
    assert [step.name for step in round_steps(LADDER, "week")] == ["-1wd", "0d", "+1wd"]


def test_the_message_says_what_is_most_urgent_first_in_the_offices_words() -> None:
    notice = compose([MEMBERS, REPORT, BUDGET], [], TODAY, LAN)
    assert notice is not None
    assert notice.text.plain.splitlines() == [
        "Văn phòng Thành ủy nhắc việc, thứ Tư 09/6",
        "Kính gửi đồng chí Lan, có 3 nội dung cần báo cáo:",
        "🔴 Quá hạn 2 ngày (thứ Hai 07/6): CT12 Thu ngân sách, chưa có số tháng 5",
        "🟠 Còn 1 ngày (thứ Năm 10/6): NV07 Báo cáo “6 không”",
        "🟢 Còn 7 ngày (thứ Tư 16/6): CT03 Kết nạp đảng viên, 36/60 đảng viên",
        "Đồng chí trả lời tin này, ví dụ: CT12 250 tỷ",
    ]
    assert notice.choices == ()
    assert notice.subjects == ("a:12", "a:7", "a:3")


def test_one_task_alone_offers_two_answers_and_one_target_no_word_for_done() -> None:
    task, target = compose([REPORT], [], TODAY, LAN), compose([MEMBERS], [], TODAY, LAN)
    assert task is not None
    assert target is not None
    assert [(c.label, c.act, c.args) for c in task.choices] == [
        ("Xong", "reporting.finished", (7,)),
        ("Có vướng mắc", "reporting.blocker", (7,)),
    ]
    assert [c.label for c in target.choices] == ["Có vướng mắc"]


def test_forty_things_fill_one_screen_and_the_rest_is_counted() -> None:
    items = [replace(REPORT, subject=f"a:{n}00", code=f"NV{n}") for n in range(1, 46)]
    notice = compose(items, [BUDGET], TODAY, LAN)
    assert notice is not None
    said = notice.text.plain.splitlines()
    assert len(said) == MOST_LINES
    assert "có 46 nội dung" in said[1]
    assert said[-3] == 'và 38 việc khác, gõ "việc" để xem'
    assert said[-2] == '🔴 Quá hạn từ trước: 1 việc cần báo cáo (CT12), gõ "việc" để xem'
    assert said[2].endswith("NV1 Báo cáo “6 không”")
    assert said[3].endswith("NV2 Báo cáo “6 không”")
    assert len(notice.subjects) == 8


@given(st.integers(0, 60), st.integers(0, 60))
def test_no_message_is_longer_than_a_phones_screen(items: int, late: int) -> None:
    some = [replace(REPORT, subject=f"a:{n}", code=f"NV{n}") for n in range(items)]
    before = [replace(BUDGET, subject=f"a:9{n}", code=f"CT{n}") for n in range(late)]
    notice = compose(some, before, TODAY, LAN)
    if not items + late:
        assert notice is None
        return
    assert notice is not None
    assert len(notice.text.plain.splitlines()) <= MOST_LINES


def test_a_deadline_on_a_day_off_is_told_with_the_day_on_which_it_counts() -> None:
    sunday = replace(REPORT, due_on=date(2021, 6, 13), counted_on=date(2021, 6, 11))
    notice = compose([sunday], [], date(2021, 6, 11), LAN)
    assert notice is not None
    assert (
        "🟠 Hạn hôm nay (Chủ nhật 13/6 là ngày nghỉ nên tính vào thứ Sáu 11/6): NV07"
        in notice.text.plain
    )


def test_of_a_discreet_assignment_only_code_and_deadline_are_said() -> None:
    secret = replace(BUDGET, discreet=True, blocked=True, value=77)
    notice = compose([secret], [], TODAY, LAN)
    assert notice is not None
    assert "🔴 Quá hạn 2 ngày (thứ Hai 07/6): CT12\n" in notice.text.plain
    assert "Thu ngân sách" not in notice.text.plain
    assert "77" not in notice.text.plain
    assert "không báo cáo qua tin nhắn" in notice.text.plain
    assert notice.choices == ()


def test_two_units_of_one_person_are_told_apart() -> None:
    items = [replace(REPORT, unit="Phường 7"), replace(REPORT, subject="a:8", unit="Phường 8")]
    notice = compose(items, [], TODAY, LAN)
    assert notice is not None
    assert "NV07 Báo cáo “6 không” (Phường 7)" in notice.text.plain
    assert "NV07 Báo cáo “6 không” (Phường 8)" in notice.text.plain


def test_a_directive_is_asked_for_in_the_same_message() -> None:
    directive = Item("d:5", "CĐ05", DIRECTIVE, "Phòng, chống dịch", TODAY, TODAY)
    notice = compose([directive], [], TODAY, LAN)
    assert notice is not None
    assert "🟠 Hạn hôm nay (thứ Tư 09/6): chưa xác nhận chỉ đạo CĐ05 Phòng, chống dịch" in (
        notice.text.plain
    )
    assert notice.text.plain.endswith('Đồng chí gõ "chỉ đạo" để xem và xác nhận')
    assert notice.choices == ()


def test_a_deadline_of_another_year_names_it() -> None:
    late = replace(REPORT, due_on=date(2020, 12, 31), counted_on=date(2020, 12, 31))
    notice = compose([late], [], date(2021, 1, 4), LAN)
    assert notice is not None
    assert "Quá hạn 4 ngày (thứ Năm 31/12/2020)" in notice.text.plain


def test_another_form_of_address_is_used_where_the_committee_has_one() -> None:
    notice = compose([REPORT], [], TODAY, replace(LAN, address="anh/chị"))
    assert notice is not None
    assert "Kính gửi anh/chị Lan" in notice.text.plain
    assert "đồng chí" not in notice.text.plain.casefold()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"missing": "", "value": None}, "CT12 Thu ngân sách, chưa có số liệu"),
        ({"missing": "", "percent": 40.0}, "CT12 Thu ngân sách, đạt 40% kế hoạch"),
        ({"missing": "", "value": 1250.5, "plan": None}, "Thu ngân sách, 1.250,5 tỷ đồng"),
        ({"missing": "", "value": 91, "plan": 95, "measure": "%"}, ", 91% (kế hoạch 95%)"),
        ({"missing": "2021-Q1"}, "chưa có số quý I"),
        ({"missing": "2020"}, "chưa có số năm 2020"),
        ({"missing": "2021-6T", "kind": "task", "measure": None}, "chưa có báo cáo 6 tháng"),
        ({"blocked": True}, "chưa có số tháng 5, đang có vướng mắc"),
        ({"instead_of": "Minh"}, "thay đồng chí Minh đang nghỉ"),
    ],
)
def test_what_the_last_report_said_stands_behind_the_name(
    changes: dict[str, object], words: str
) -> None:
    notice = compose([replace(BUDGET, **changes)], [], TODAY, LAN)  # type: ignore[arg-type]
    assert notice is not None
    assert words in notice.text.plain


def test_a_long_title_is_cut_and_a_line_break_in_it_breaks_nothing() -> None:
    notice = compose([replace(REPORT, title="Rà soát\n" * 40)], [], TODAY, LAN)
    assert notice is not None
    assert len(notice.text.plain.splitlines()) == 4
    assert notice.text.plain.splitlines()[2].endswith("…")


def test_the_days_between_are_calendar_days() -> None:
    later = TODAY + timedelta(days=4)
    far = replace(REPORT, due_on=later, counted_on=later)
    notice = compose([far], [], TODAY, LAN)
    assert notice is not None
    assert "🟢 Còn 4 ngày (Chủ nhật 13/6" in notice.text.plain
