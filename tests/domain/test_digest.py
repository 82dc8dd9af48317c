"""Which targets may miss their plan, and the one screen that a chair reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import digest_lists
from domain.digest import MOST_LINES, Reader, called, digest, short
from domain.digest_figures import Behind, Classes, Figures, Named, Unconfirmed, UnitClasses
from domain.outlook import (
    BEHIND,
    NO_FIGURES,
    NO_PLAN,
    ON_COURSE,
    Course,
    judged_on,
    outlook,
    points,
    wanted_on,
)

MIDYEAR = date(2021, 7, 1)
MONDAY = date(2021, 6, 14)
CHAIR = Reader("Chủ", "Bí thư Thành ủy", decides=True)


def state(course: Course, value: float | None, day: date = MIDYEAR) -> str:
    return outlook(course, value, None, day).state


def test_a_sum_is_wanted_in_step_with_the_year_with_some_slack() -> None:
    budget = Course(2021, "up", 400, last_year=380, measure="tỷ đồng")
    assert wanted_on(budget, date(2021, 12, 31)) == 400
    assert wanted_on(budget, MIDYEAR) == pytest.approx(400 * 182 / 365)
    assert state(budget, 200) == ON_COURSE
    assert state(budget, 181) == ON_COURSE
    assert state(budget, 170) == BEHIND
    assert state(budget, 5, date(2021, 1, 3)) == ON_COURSE


def test_a_rate_goes_on_from_last_years() -> None:
    rate = Course(2021, "up", 95, last_year=91, measure="%")
    assert wanted_on(rate, MIDYEAR) == pytest.approx(93, abs=0.02)


def test_the_offices_own_period_plans_stand_over_the_straight_line() -> None:
    course = Course(2021, "up", 100, points=points([("Q1", 10), ("2021-Q2", 25)], 2021))
    assert wanted_on(course, date(2021, 3, 31)) == 10
    assert wanted_on(course, date(2021, 6, 30)) == 25
    assert wanted_on(course, date(2021, 12, 31)) == 100
    assert state(course, 24.9, date(2021, 6, 30)) == BEHIND
    assert state(course, 25, date(2021, 6, 30)) == ON_COURSE


def test_a_plan_is_wanted_by_its_deadline_and_there_is_no_slack_on_that_day() -> None:
    signed = Course(2021, "up", 90, measure="%", due_on=date(2021, 6, 9))
    assert wanted_on(signed, date(2021, 3, 21)) == pytest.approx(45)
    assert wanted_on(signed, date(2021, 6, 9)) == wanted_on(signed, MIDYEAR) == 90
    assert state(signed, 82, date(2021, 6, 8)) == ON_COURSE
    assert state(signed, 82, date(2021, 6, 9)) == BEHIND
    late = Course(2021, "up", 90, measure="%", due_on=date(2022, 3, 1))
    assert late.ends == date(2021, 12, 31)


def test_a_figure_is_judged_by_the_day_of_its_report_until_the_deadline_is_near() -> None:
    course = Course(2021, "up", 90, due_on=date(2021, 6, 9))
    reported = date(2021, 5, 3)
    assert judged_on(course, reported, date(2021, 6, 5)) == reported
    assert judged_on(course, reported, date(2021, 6, 6)) == date(2021, 6, 6)
    assert judged_on(course, reported, date(2021, 6, 30)) == date(2021, 6, 30)


def test_a_period_of_no_name_is_left_out() -> None:
    assert points([("Q9", 1), ("lung tung", 2), ("6T", 3)], 2021) == ((date(2021, 6, 30), 3),)


def test_less_is_better_where_a_figure_is_to_come_down() -> None:
    poverty = Course(2021, "down", 1, last_year=3, measure="%")
    assert state(poverty, 2.1) == ON_COURSE
    assert state(poverty, 2.9) == BEHIND
    assert state(Course(2021, "down", 1), 1) == ON_COURSE


def test_what_is_to_be_kept_may_not_fall_below_and_a_ceiling_may_not_be_passed() -> None:
    kept = Course(2021, "keep", 100, measure="%")
    assert [state(kept, 100), state(kept, 99)] == [ON_COURSE, BEHIND]
    thefts = Course(2021, "at_most", 10, measure="vụ")
    assert [state(thefts, 4), state(thefts, 8), state(thefts, 11)] == [ON_COURSE, BEHIND, BEHIND]
    assert state(thefts, 2, date(2021, 1, 20)) == ON_COURSE
    none = Course(2021, "at_most", 0, measure="vụ")
    assert [state(none, 0), state(none, 1)] == [ON_COURSE, BEHIND]


def test_what_comes_whole_is_wanted_in_whole_units() -> None:
    roads = Course(2021, "up", 2, measure="tuyến")
    march = date(2021, 3, 4)
    assert wanted_on(roads, march) == pytest.approx(0.345, abs=0.01)
    assert outlook(roads, 0, None, march).state == ON_COURSE
    assert outlook(roads, 0, None, march).wanted == 0
    assert state(roads, 0, date(2021, 7, 10)) == BEHIND
    members = Course(2021, "up", 12, measure="đảng viên")
    seen = outlook(members, 6, None, date(2021, 7, 24))  # 6,74 of 12, in whole people 6
    assert (seen.state, seen.wanted) == (ON_COURSE, 6)
    assert outlook(members, 5, None, date(2021, 7, 24)).state == BEHIND
    fewer = Course(2021, "down", 3, last_year=10, measure="vụ")
    assert outlook(fewer, 7, None, MIDYEAR).wanted == 7
    money = Course(2021, "up", 2, measure="tỷ đồng")
    assert outlook(money, 0, None, march).state == BEHIND


def test_without_a_plan_or_a_figure_nothing_is_judged() -> None:
    assert state(Course(2021, "up", None), 5) == NO_PLAN
    assert state(Course(2021, "up", 5), None) == NO_FIGURES
    assert outlook(Course(2021, "up", 400), None, 50, MIDYEAR).state == ON_COURSE
    assert outlook(Course(2021, "down", 4, 9), None, 50, MIDYEAR).state == NO_FIGURES


@given(
    st.sampled_from(["up", "down", "keep", "at_most"]),
    st.floats(-1e9, 1e9),
    st.none() | st.floats(-1e9, 1e9),
    st.floats(-1e9, 1e9),
    st.sampled_from([None, "%", "tỷ đồng"]),
    st.dates(date(2019, 1, 1), date(2023, 12, 31)),
)
def test_every_plan_and_figure_gets_a_verdict(
    direction: str, plan: float, before: float | None, value: float, measure: str, day: date
) -> None:
    seen = outlook(Course(2021, direction, plan, before, measure), value, None, day)
    assert seen.state in (BEHIND, ON_COURSE)
    assert seen.wanted is not None


def test_a_chair_is_called_by_the_office_held() -> None:
    assert called(Reader("Chủ", "Bí thư Thành ủy")) == "Bí thư"
    assert called(Reader("Chủ", "Phó Bí thư Thường trực Thành ủy")) == "Phó Bí thư Thường trực"
    assert called(Reader("Chủ", "phó chủ tịch UBND")) == "Phó Chủ tịch"
    assert called(Reader("Chủ", "Ủy viên")) == "Chủ"


FULL = Figures(
    today=MONDAY,
    classes=Classes(
        assigned=120, done_in_time=24, done_late=2, in_time=80, overdue=14, awaiting=0,
        due=40, due_done_in_time=24, due_done_late=2, soon=5, open=94, updated=60,
    ),
    units=(
        UnitClasses("Phường 7", Classes(assigned=60, open=50, updated=5, overdue=14)),
        UnitClasses("Phường 8", Classes(assigned=60, open=44, updated=44, soon=5)),
    ),
    waiting={"extend": 2, "close": 1},
    behind=tuple(
        Behind("a:1", f"CT{n}", "Thu ngân sách", "Phường 7", n, "up", "tỷ đồng", 180, 205.4,
               date(2021, 5, 31)) for n in (1, 2, 3)
    ),
    behind_count=6,
    judged=34,
    no_figures=11,
    late=(
        Named("a:9", "NV09", "Sửa đường", "Phường 7", date(2021, 6, 2), True, "chờ vốn"),
        Named("a:45", "NV45", "", "Công an", date(2021, 6, 10)),
        Named("a:46", "NV46", "", "Công an", date(2021, 6, 11)),
    ),
    soon=(Named("a:3", "CT03", "Kết nạp", "Phường 8", date(2021, 6, 16)),),
    directives=(Unconfirmed("CĐ05", "Phòng, chống dịch", 9, 14), Unconfirmed("CĐ06", "Họp", 1, 2)),
)  # fmt: skip


def test_a_chairs_digest_says_first_what_needs_a_decision_on_one_screen() -> None:
    assert digest(FULL, CHAIR).plain.splitlines() == [
        "Kính báo cáo đồng chí Bí thư, tổng hợp thứ Hai 14/6:",
        '3 đề nghị chờ duyệt (2 gia hạn, 1 xác nhận hoàn thành). Đồng chí gõ "chờ duyệt" để xem',
        "🟡 Khả năng không đạt: 6 chỉ tiêu, trên 34 chỉ tiêu đã có số liệu; 11 chỉ tiêu chưa có số"
        " liệu",
        "• CT1 Thu ngân sách: Phường 7, 180 tỷ đồng, đến 31/5 cần 205 tỷ đồng",
        "• CT2 Thu ngân sách: 2 đơn vị",
        "🔴 Quá hạn: 14 việc",
        "• NV09 Sửa đường: quá hạn 12 ngày, Phường 7, vướng mắc: chờ vốn",
        "🟠 Đến hạn trong 3 ngày tới: 5 việc, trước hết CT03 Kết nạp (Phường 8)",
        "Trên 40 việc đã đến hạn: hoàn thành đúng hạn 24 (60%), hoàn thành quá hạn 2, đang quá"
        " hạn 14",
        "Trên 120 việc được giao, kể cả chưa đến hạn: hoàn thành đúng hạn 24 (20%), đang trong"
        " hạn 80",
        "Có báo cáo trong 30 ngày qua: 60/94 việc đang thực hiện (63,8%); ít báo cáo: Phường 7 10%",
        "Chỉ đạo chưa xác nhận đủ: CĐ05 Phòng, chống dịch (9/14) và 1 chỉ đạo khác",
    ]


def test_where_there_is_room_more_is_named() -> None:
    said = digest(replace(FULL, waiting={}, directives=()), CHAIR).plain.splitlines()
    assert len(said) == 12
    assert "• CT3 Thu ngân sách: 3 đơn vị" in said
    assert "• NV45: quá hạn 4 ngày, Công an" in said


@given(
    waiting=st.sampled_from([{}, {"extend": 1}]),
    behind=st.integers(0, 3),
    late=st.integers(0, 3),
    soon=st.integers(0, 2),
    directives=st.integers(0, 2),
    due=st.integers(0, 9),
)
def test_the_first_screen_never_has_more_than_twelve_lines(
    waiting: dict[str, int], behind: int, late: int, soon: int, directives: int, due: int
) -> None:
    figures = replace(
        FULL,
        classes=replace(FULL.classes, overdue=late, soon=soon, due=due),
        waiting=waiting,
        behind=FULL.behind[:behind],
        behind_count=behind,
        late=FULL.late[:late],
        soon=FULL.soon[:soon],
        directives=FULL.directives[:directives],
    )
    assert len(digest(figures, CHAIR).plain.splitlines()) <= MOST_LINES


def test_of_a_code_that_is_late_in_many_units_the_units_are_counted() -> None:
    late = replace(FULL.late[0], count=9)
    said = digest(replace(FULL, waiting={}, late=(late,)), CHAIR).plain
    assert "• NV09 Sửa đường: 9 đơn vị, lâu nhất quá hạn 12 ngày" in said


def test_a_line_that_is_too_long_says_less_of_what_is_in_the_way() -> None:
    long = replace(
        FULL.late[0],
        title="Vận động nhân dân cùng Nhà nước mở rộng hẻm",
        unit="Đảng ủy phường 5",
        note="Vướng mặt bằng ba hộ",
    )
    line = "• NV09 Vận động nhân dân cùng Nhà nước mở rộng…: quá hạn 12 ngày, Đảng ủy phường 5"
    said = digest(replace(FULL, waiting={}, late=(long,)), CHAIR).plain
    assert (
        "• NV09 Vận động nhân dân cùng…: quá hạn 12 ngày, Đảng ủy phường 5, đang có vướng mắc"
        in said
    )
    assert (
        f"{line}, vướng mặt bằng ba hộ"
        in digest_lists.overdue(replace(FULL, late=(long,)), CHAIR).text.plain
    )
    assert max(len(each) for each in said.splitlines()) <= 95


def test_what_is_due_soon_fits_on_its_line() -> None:
    long = replace(FULL.soon[0], title="Rà soát biển hiệu quảng cáo", unit="Ủy ban nhân dân phường")
    for classes, soon, end in (
        (Classes(assigned=9, soon=5), long, "5 việc, trước hết CT03 Rà soát biển hiệu quảng…"),
        (Classes(assigned=9, soon=1), long,
         "1 việc: CT03 Rà soát biển hiệu quảng… (Ủy ban nhân dân phường)"),
        (Classes(assigned=9, soon=5), replace(long, count=5),
         "5 việc: CT03 Rà soát biển hiệu quảng…"),
        (Classes(assigned=9, soon=5), replace(long, title="Rà soát", count=2),
         "5 việc, trước hết CT03 Rà soát (2 đơn vị)"),
        (Classes(assigned=9, soon=1), replace(long, title="Rà soát", unit="Phường 8"),
         "1 việc: CT03 Rà soát (Phường 8)"),
        (Classes(assigned=9, soon=2), None, "2 việc"),
    ):  # fmt: skip
        figures = Figures(MONDAY, classes, soon=(soon,) if soon else ())
        assert f"🟠 Đến hạn trong 3 ngày tới: {end}" in digest(figures, CHAIR).plain.splitlines()


def test_a_difference_is_seen_though_figures_are_rounded() -> None:
    one = replace(FULL.behind[0], value=204.8, wanted=205.2)
    said = digest(replace(FULL, behind=(one,)), CHAIR).plain
    assert "204,8 tỷ đồng, đến 31/5 cần 205,2 tỷ đồng" in said


def test_a_share_of_the_plan_is_compared_as_a_share() -> None:
    one = replace(FULL.behind[0], value=30, wanted=41.37, of_plan=True)
    said = digest(replace(FULL, behind=(one,)), CHAIR).plain
    assert "Phường 7, 30%, đến 31/5 cần 41,4% kế hoạch" in said


def test_a_list_behind_the_screen_names_every_code_that_lags() -> None:
    page = digest_lists.behind(replace(FULL, behind_count=8), CHAIR)
    assert page.rest == 2
    assert page.text.plain.splitlines() == [
        "🟡 Khả năng không đạt: 8 chỉ tiêu của các đơn vị",
        "• CT1 Thu ngân sách: Phường 7, 180 tỷ đồng, đến 31/5 cần 205 tỷ đồng",
        "• CT2 Thu ngân sách: 2 đơn vị",
        "• CT3 Thu ngân sách: 3 đơn vị",
        "Đồng chí gõ mã để xem từng đơn vị.",
    ]


def test_who_may_not_decide_is_not_told_how() -> None:
    assert "chờ duyệt" not in digest(FULL, Reader("Phòng")).plain


def test_a_good_week_reads_well_too() -> None:
    quiet = Figures(
        MONDAY,
        Classes(assigned=3, in_time=3, open=3, updated=3),
        units=(UnitClasses("Phường 7", Classes(assigned=3, open=3, updated=3)),),
        judged=2,
    )
    assert digest(quiet, Reader("Lan")).plain.splitlines() == [
        "Kính gửi đồng chí Lan, tổng hợp thứ Hai 14/6:",
        "🟢 Theo kịp kế hoạch: cả 2 chỉ tiêu có số liệu",
        "🟢 Không có việc quá hạn",
        "Trên 3 việc được giao: hoàn thành đúng hạn 0 (0%), đang trong hạn 3",
        "Có báo cáo trong 30 ngày qua: 3/3 việc đang thực hiện (100%)",
    ]


def test_where_all_was_due_the_classes_stand_once() -> None:
    classes = Classes(assigned=3, overdue=1, done_in_time=2, due=3, due_done_in_time=2, open=1)
    said = digest(Figures(MONDAY, classes), Reader("Lan")).plain.splitlines()
    assert [line for line in said if "Trên" in line] == [
        "Trên 3 việc được giao, đều đã đến hạn: hoàn thành đúng hạn 2 (66,7%), đang quá hạn 1"
    ]


def test_a_title_is_cut_before_a_bracket_that_would_stay_open() -> None:
    assert short("Thu ngân sách (không kể tiền sử dụng đất)", 30) == "Thu ngân sách…"
    assert short("Thu ngân sách (kể cả đất) trên địa bàn", 30) == "Thu ngân sách (kể cả đất)…"


def test_with_nothing_assigned_the_digest_says_so() -> None:
    assert digest(Figures(MONDAY, Classes()), CHAIR).plain.splitlines() == [
        "Kính báo cáo đồng chí Bí thư, tổng hợp thứ Hai 14/6:",
        "Chưa có việc nào được giao trong phạm vi theo dõi của đồng chí.",
    ]


def test_the_units_stand_with_the_most_overdue_first() -> None:
    assert digest_lists.by_unit(FULL, CHAIR).text.plain.splitlines() == [
        "Theo 2 đơn vị, nhiều việc quá hạn trước:",
        "🔴 Phường 7: quá hạn 14, sắp đến hạn 0, hoàn thành 0 trên 60, 10% việc đang thực hiện có"
        " báo cáo",
        "🟢 Phường 8: không quá hạn, sắp đến hạn 5, hoàn thành 0 trên 60, 100% việc đang thực hiện"
        " có báo cáo",
    ]


def test_the_lists_behind_the_screen_go_on_page_by_page() -> None:
    late = digest_lists.overdue(FULL, CHAIR)
    assert late.text.plain.splitlines()[0] == "🔴 Quá hạn: 14 việc"
    assert late.rest == 11
    many = replace(FULL, units=FULL.units * 10)
    first, last = (digest_lists.by_unit(many, CHAIR, offset) for offset in (0, 16))
    assert (len(first.text.plain.splitlines()), first.rest) == (1 + digest_lists.SCREEN, 12)
    assert (len(last.text.plain.splitlines()), last.rest) == (5, 0)
