"""A report goes to the period that it names; what is closed or too short is said, not recorded."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def _rows(ward: Ward) -> list[tuple[object, ...]]:
    return [
        (row["basis"], row["value"], row["period"], row["as_of"])
        for row in ward.reports()
        if row["superseded_by"] is None
    ]


def test_the_figure_of_a_month_that_is_named_is_that_months(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 lũy kế 40 tỷ")
    assert ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ").splitlines()[0] == (
        "Đã ghi CT12 Thu ngân sách: 8 tỷ đồng, riêng tháng 5/2021, đến nay tất cả 40 tỷ đồng."
    )
    assert _rows(ward) == [
        ("cumulative", 40, "2021-06", "2021-06-09"),
        ("period", 8, "2021-05", "2021-05-31"),
    ]
    assert ward.standing(ward.budget)["value"] == 40


@pytest.mark.parametrize(
    "left_out",
    [
        "không tính 10 tỷ của quý trước",
        "chưa tính 20 tỷ quý I",
        "chưa kể quý 1",
        "không kể 10 tỷ tháng trước",
        "chưa bao gồm 10 tỷ tháng 5",
    ],
)
def test_a_period_that_is_left_out_of_a_figure_is_not_the_one_it_is_of(
    ward: Ward, left_out: str
) -> None:
    assert ward.type(ward.lan, f"CT12 260 tỷ {left_out}").splitlines()[0] == (
        "Đã ghi CT12 Thu ngân sách: 260 tỷ đồng, lũy kế đến tháng 6/2021."
    )
    assert [row[1:3] for row in _rows(ward)] == [(260, "2021-06")]


def test_months_add_up_in_whatever_order_they_are_told(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ")
    ward.type(ward.lan, "CT12 quý I thu 30 tỷ")
    ward.type(ward.lan, "CT12 tháng 4 được 7 tỷ")
    assert "đến nay tất cả 45 tỷ đồng" in ward.last_heard(ward.lan)
    ward.type(ward.lan, "CT12 trong tháng thu 5 tỷ")
    assert ward.standing(ward.budget)["value"] == 50


def test_a_sum_up_to_an_earlier_month_is_measured_by_that_month(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 lũy kế 250 tỷ")
    said = ward.type(ward.lan, "CT12 lũy kế đến hết tháng 5 là 190 tỷ").splitlines()[0]
    assert said == (
        "Đã ghi CT12 Thu ngân sách: 190 tỷ đồng, lũy kế đến tháng 5/2021, đến nay tất cả 250 tỷ"
        " đồng."
    )
    assert ward.standing(ward.budget)["value"] == 250
    assert "thấp hơn lần trước (190 tỷ đồng)" in ward.type(ward.lan, "CT12 5 tháng 180 tỷ")


def test_a_correction_stays_in_the_period_of_what_it_corrects(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 lũy kế 250 tỷ")
    ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ")
    ward.type(ward.lan, "sai, 9 tỷ")
    assert _rows(ward)[-1] == ("period", 9, "2021-05", "2021-05-31")
    assert ward.standing(ward.budget)["value"] == 250


def test_the_same_figure_of_another_month_is_another_report(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ")
    ward.type(ward.lan, "CT12 tháng 4 thu 8 tỷ")
    assert [row[2] for row in _rows(ward)] == ["2021-05", "2021-04"]


def test_what_is_frozen_takes_no_figure_and_that_is_said(ward: Ward) -> None:
    freeze = "INSERT INTO freezes (period, frozen_at) VALUES ('2021-05', '2021-06-05T00:00:00Z')"
    ward.write(lambda tx: tx.run(freeze))
    assert ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ") == (
        "CT12 Thu ngân sách: số liệu tháng 5/2021 đã chốt nên số này chưa được ghi. Đồng chí báo"
        " số lũy kế đến nay, số ấy được tính vào tháng 6/2021."
    )
    assert ward.reports() == []


def test_the_figure_of_a_week_is_no_months(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT12 tuần này thu 5 tỷ") == (
        "CT12 Thu ngân sách: 5 tỷ đồng là số riêng tuần 23/2021, chưa được ghi. Đồng chí báo số"
        " lũy kế đến nay, ví dụ: 250 tỷ đồng"
    )
    assert ward.reports() == []


def test_a_monthly_report_is_done_for_the_month_that_is_named(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.run(
            "UPDATE assignments SET reporting = 'month' WHERE id = :id", id=ward.report
        )
    )
    assert ward.type(ward.lan, "NV7 tháng 5 đạt 60%").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 60%, tháng 5/2021.'
    )
    assert [row[2] for row in _rows(ward)] == ["2021-05"]


def test_the_card_names_the_period_of_a_figure_where_its_day_does_not_tell(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ")
    ward.type(ward.lan, "CT12 lũy kế 40 tỷ")
    assert [row for row in ward.type(ward.lan, "CT12").splitlines() if row.startswith("•")] == [
        "• 09/6: 40 tỷ đồng (Nguyễn Thị Lan)",
        "• 09/6: 8 tỷ đồng, riêng tháng 5/2021 (Nguyễn Thị Lan)",
    ]


def test_what_stands_now_is_not_measured_by_the_plan_of_a_period_that_is_past(ward: Ward) -> None:
    plan = "INSERT INTO plans (assignment_id, period, plan) VALUES (:id, '2021-Q1', 10)"
    ward.write(lambda tx: tx.run(plan, id=ward.budget))
    ward.type(ward.lan, "CT12 lũy kế 40 tỷ")
    assert "kế hoạch quý I" not in ward.type(ward.lan, "CT12 quý I thu 12 tỷ")


def test_several_months_in_one_message_are_each_recorded(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT12 tháng 4 thu 7 tỷ, tháng 5 8 tỷ") == (
        "Đã ghi CT12 Thu ngân sách: 7 tỷ đồng, riêng tháng 4/2021.\n"
        "Đã ghi CT12 Thu ngân sách: 8 tỷ đồng, riêng tháng 5/2021, đến nay tất cả 15 tỷ đồng.\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.'
    )
    assert _rows(ward) == [
        ("period", 7, "2021-04", "2021-04-30"),
        ("period", 8, "2021-05", "2021-05-31"),
    ]


def test_an_estimate_beside_the_figure_of_another_month_is_asked_about(ward: Ward) -> None:
    said = ward.type(ward.lan, "CT12 tháng 5 40 tỷ, tháng 6 ước 45 tỷ")
    assert said.startswith("Đã ghi CT12 Thu ngân sách: 40 tỷ đồng, riêng tháng 5/2021")
    assert said.endswith(
        "CT12 Thu ngân sách, tháng 6/2021: chưa ghi được. Đây là số dự kiến. Ghi là số ước, hay"
        " đồng chí cho số thực hiện đến nay?"
    )
    ward.choose(ward.lan, "Ghi là số ước (tháng 6/2021)")
    assert [(row["value"], row["period"], row["estimate"]) for row in ward.reports()] == [
        (40, "2021-05", 0),
        (45, "2021-06", 1),
    ]


def test_a_month_that_another_is_compared_with_is_no_report(ward: Ward) -> None:
    assert "chưa ghi được" in ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ, tăng so với tháng 4 7 tỷ")
    assert ward.reports() == []


def test_a_share_of_a_day_that_is_told_is_kept_and_said_back_with_it(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT03 65% hôm thứ Sáu") == (
        "Đã ghi CT03 Kết nạp đảng viên: 65% kế hoạch, tính đến thứ Sáu, 04/6.\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.type(ward.lan, "NV7 60% tính đến 5/6").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 60%, tính đến thứ Bảy, 05/6.'
    )
    assert [(row["percent"], row["period"], row["as_of"]) for row in ward.reports()] == [
        (65, "2021-06", "2021-06-04"),
        (60, "2021-06", "2021-06-05"),
    ]
    assert ward.type(ward.lan, "NV7 70%").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 70%, lần trước 60%.'
    )


def test_a_figure_of_an_earlier_day_leaves_what_stands_now(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 70%")
    assert ward.type(ward.lan, "NV7 40% hôm 4/6").splitlines()[0] == (
        'Đã ghi NV07 Báo cáo "6 không": 40%, tính đến thứ Sáu, 04/6, đến nay 70%.'
    )
    assert ward.standing(ward.report)["percent"] == 70
    assert ward.type(ward.lan, "NV7").splitlines()[2:5] == [
        "Đã thực hiện: 70%",
        "• 09/6: 40%, tính đến thứ Sáu, 04/6 (Nguyễn Thị Lan)",
        "• 09/6: 70% (Nguyễn Thị Lan)",
    ]


def test_a_sum_up_to_a_day_is_measured_by_what_stood_on_that_day(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 45 tỷ số liệu ngày 4/6")
    assert ward.type(ward.lan, "CT12 35 tỷ hôm 2/6").splitlines()[0] == (
        "Đã ghi CT12 Thu ngân sách: 35 tỷ đồng, lũy kế đến thứ Tư, 02/6, đến nay tất cả 45 tỷ đồng."
    )
    assert ward.standing(ward.budget)["value"] == 45
    assert "thấp hơn lần trước (45 tỷ đồng)" in ward.type(ward.lan, "CT12 39 tỷ tính đến 5/6")


def test_a_day_of_an_earlier_month_is_of_that_month(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 lũy kế 50 tỷ")
    assert ward.type(ward.lan, "CT12 40 tỷ hôm 28/5").splitlines()[0] == (
        "Đã ghi CT12 Thu ngân sách: 40 tỷ đồng, lũy kế đến thứ Sáu, 28/5, đến nay tất cả 50 tỷ"
        " đồng."
    )
    assert _rows(ward)[-1] == (None, 40, "2021-05", "2021-05-28")


def test_months_before_what_the_measure_counts_are_no_day(ward: Ward) -> None:
    assert ward.type(ward.lan, "CT03 6 tháng 9 đảng viên") == (
        "Đã ghi CT03 Kết nạp đảng viên: 9 đảng viên, lũy kế đến tháng 6/2021.\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6). Đạt 15% kế hoạch năm (60 đảng viên).\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.type(ward.lan, "CT12 5 tháng 6 tỷ").splitlines()[0] == (
        "Đã ghi CT12 Thu ngân sách: 6 tỷ đồng, lũy kế đến tháng 5/2021."
    )


def test_months_written_short_are_the_months_that_they_name(ward: Ward) -> None:
    ward.on("2021-07-06")
    ward.assignment(ward.ward7, "CT26", "BHYT", measure="%", plan=95, reporting="month")
    assert ward.type(ward.lan, "CT26: T6 94,6").startswith("Đã ghi CT26 BHYT: 94,6%, tháng 6/2021")
    assert "lũy kế đến 6 tháng năm 2021" in ward.type(ward.lan, "ct12 6T 42 tỷ")
    assert [row["period"] for row in ward.reports()] == ["2021-06", "2021-6T"]


def test_a_month_and_the_sum_till_then_are_both_of_that_month(ward: Ward) -> None:
    ward.type(ward.lan, "ct12 thang 5 duoc 3,1 tỉ, luy ke 5 thang 17.5 tỷ")
    assert [(row["value"], row["basis"], row["period"]) for row in ward.reports()] == [
        (3.1, "period", "2021-05"),
        (17.5, "cumulative", "2021-05"),
    ]
