"""What stands after reports, and which figures are asked back."""

from __future__ import annotations

from datetime import date

import pytest

from domain.assignment import Assignment
from domain.progress import (
    FALLS,
    JUMPS,
    OVER_PLAN,
    PARTED,
    Report,
    Reported,
    Work,
    after,
    doubt,
    replay,
    same,
)

DAY = date(2021, 6, 9)
TARGET = Work(
    Assignment(1, 2021, "CT3", 7, "target", "Kết nạp đảng viên", measure="đảng viên", plan=60),
    "CT03",
)
TASK = Work(Assignment(2, 2021, "NV7", 7, "task", "Báo cáo"), "NV07")


def standing(work: Work, **figures: float) -> Work:
    return work._replace(assignment=work.assignment._replace(**figures))


def value(number: float, basis: str | None = None) -> Report:
    return Report("progress", value=number, basis=basis)


def percent(number: float) -> Report:
    return Report("progress", percent=number)


def row(number: int, report: Report, period: str = "2021-06") -> Reported:
    return Reported(number, 1, report, period, DAY, f"2021-06-{number:02d}T00:00:00.000000Z")


def test_a_value_stands_with_its_share_of_the_plan() -> None:
    held = after(TARGET, value(36), DAY)
    assert (held.value, held.percent) == (36, 60)


def test_a_share_of_the_plan_is_kept_as_it_was_said_and_leaves_the_value_alone() -> None:
    held = after(standing(TARGET, value=30, percent=50), percent(60), DAY)
    assert (held.value, held.percent) == (30, 60)
    held = after(TARGET, percent(60), DAY)
    assert (held.value, held.percent) == (None, 60)


def test_a_blocker_without_a_figure_leaves_the_figures() -> None:
    held = after(standing(TASK, percent=40), Report("blocked", blocked=True, note="đất"), DAY)
    assert (held.percent, held.blocked, held.done_on) == (40, True, None)


def test_a_task_at_a_hundred_percent_is_done_and_a_target_is_not() -> None:
    assert after(TASK, percent(100), DAY).done_on == DAY
    assert after(TARGET, value(60), DAY).done_on is None


def test_a_cumulative_value_that_falls_is_asked_back() -> None:
    assert doubt(standing(TARGET, value=36), value(30)) == FALLS
    assert doubt(standing(TARGET, value=36), value(36)) is None


def test_a_figure_of_the_period_alone_may_be_smaller_than_the_sum() -> None:
    assert doubt(standing(TARGET, value=36), value(4, "period")) is None


def test_a_value_ten_times_the_former_is_asked_back() -> None:
    assert doubt(standing(TARGET, value=6), value(60)) == JUMPS
    assert doubt(standing(TARGET, value=6), value(59)) is None


def test_a_value_half_above_the_plan_is_asked_back() -> None:
    assert doubt(TARGET, value(91)) == OVER_PLAN
    assert doubt(TARGET, value(90)) is None
    assert doubt(TARGET, percent(151)) == OVER_PLAN


def test_a_share_of_the_plan_that_falls_is_asked_back() -> None:
    assert doubt(standing(TARGET, percent=50), percent(40)) == FALLS


def test_a_value_after_a_share_of_the_plan_is_no_fall_but_may_be_a_jump() -> None:
    assert doubt(standing(TARGET, percent=60), value(30)) is None
    assert doubt(standing(TARGET, value=30, percent=60), value(31)) is None
    assert doubt(standing(TARGET, value=30, percent=60), value(29)) == FALLS
    assert doubt(standing(TARGET, percent=5), value(40)) == JUMPS


def test_a_rate_may_fall() -> None:
    rate = TARGET._replace(assignment=TARGET.assignment._replace(measure="%", plan=98))
    assert doubt(standing(rate, value=95), value(94)) is None


def test_a_figure_that_is_to_come_down_may_fall_and_may_lie_above_its_plan() -> None:
    down = TARGET._replace(assignment=TARGET.assignment._replace(direction="down", plan=20))
    assert doubt(standing(down, value=60), value(45)) is None


@pytest.mark.parametrize(
    ("measure", "parted"),
    [
        ("đảng viên", True),
        ("hộ", True),
        ("Hộ nghèo", True),
        ("vụ việc", True),
        ("mô hình", True),
        ("người", True),
        ("tỷ đồng", False),
        ("ha", False),
        ("km", False),
        ("tấn", False),
        ("%", False),
        ("nghìn lượt khách", False),
        ("bác sĩ/vạn dân", False),
        ("tiêu chí", False),  # of which averages are told
        (None, False),
    ],
)
def test_half_of_what_is_counted_one_by_one_is_asked_back(
    measure: str | None, parted: bool
) -> None:
    work = TARGET._replace(assignment=TARGET.assignment._replace(measure=measure))
    for one in (value(9.5), value(9.5, "period")):
        assert (doubt(work, one) == PARTED) is parted
    assert doubt(work, value(9.0)) is None


def test_decimals_are_not_asked_about_where_the_plan_or_the_figure_before_has_some() -> None:
    planned = TARGET._replace(assignment=TARGET.assignment._replace(plan=60.5))
    assert doubt(planned, value(9.5)) is None
    assert doubt(standing(TARGET, value=8.5), value(9.5)) is None


def test_a_tasks_percent_may_fall_without_a_question() -> None:
    assert doubt(standing(TASK, percent=70), percent(60)) is None


def test_figures_of_single_months_add_up() -> None:
    rows = [row(1, value(10), "2021-04"), row(2, value(5, "period"), "2021-05")]
    assert replay(TARGET, [*rows, row(3, value(4, "period"))]).value == 19


def test_a_second_figure_of_the_same_month_takes_the_place_of_the_first() -> None:
    rows = [row(1, value(10), "2021-05"), row(2, value(5, "period")), row(3, value(6, "period"))]
    assert replay(TARGET, rows).value == 16


def test_a_months_figure_leaves_the_sum_that_was_said_in_that_month() -> None:
    held = replay(TARGET, [row(1, value(25)), row(2, value(5, "period"))])
    assert (held.value, held.last_id) == (25, 2)


def test_a_figure_of_an_earlier_day_changes_nothing_that_was_told_of_a_later_one() -> None:
    friday = row(2, percent(40))._replace(as_of=date(2021, 6, 4))
    for work in (TASK, TARGET):
        held = replay(work, [row(1, percent(70)), friday])
        assert (held.percent, held.last_id) == (70, 2)


def test_the_day_on_which_a_task_was_finished_is_the_one_that_was_told_last() -> None:
    done = Report("done", percent=100)
    rows = [row(1, done), row(2, done)._replace(as_of=date(2021, 6, 4))]
    assert replay(TASK, rows).done_on == date(2021, 6, 4)


def test_nothing_stands_when_every_report_was_taken_back() -> None:
    held = replay(TARGET, [])
    assert (held.value, held.percent, held.last_id) == (None, None, None)


def test_a_later_report_of_less_undoes_done() -> None:
    rows = [row(1, Report("done", percent=100)), row(2, percent(90))]
    assert replay(TASK, rows[:1]).done_on == DAY
    assert replay(TASK, rows).done_on is None


def test_only_the_same_words_of_the_same_person_are_the_same_report() -> None:
    work = TASK._replace(last=row(1, percent(60)))
    assert same(work, percent(60), 1)
    assert not same(work, percent(60), 2)
    assert not same(work, Report("progress", percent=60, note="ấp 3"), 1)


def test_a_later_figure_for_a_period_stands_before_one_imported_with_its_day_of_report() -> None:
    imported = row(1, value(14.8), "2021-05")._replace(as_of=date(2021, 6, 8))
    told = row(2, value(15.2), "2021-05")._replace(as_of=date(2021, 5, 31))
    assert replay(TARGET, [told, imported]).value == 15.2
