"""In the first days after a period's end its last figures are told, whatever was told midway."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.committee import Committee
from tests.handlers_stories.ward import Ward

HOW = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
LATE = "🔴 Quá hạn {} ngày (thứ Hai, 07/6). Đạt 60% kế hoạch năm (500 tỷ đồng).\n" + HOW


def _periods(ward: Ward) -> list[str]:
    return [row["period"] for row in ward.reports()]


def test_a_figure_of_mid_june_does_not_close_june(ward: Ward) -> None:
    ward.on("2021-06-12")
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.on("2021-07-02")
    assert ward.type(ward.lan, "CT12 300 tỷ") == (
        "Đã ghi CT12 Thu ngân sách: 300 tỷ đồng, lũy kế đến tháng 6/2021, lần trước 250 tỷ đồng."
        " Nếu là số của tháng 7/2021, đồng chí gõ lại, ghi rõ tháng 7/2021.\n" + LATE.format(25)
    )
    assert _periods(ward) == ["2021-06", "2021-06"]
    assert [row["as_of"] for row in ward.reports()] == ["2021-06-12", "2021-06-30"]


def test_nor_is_june_closed_where_nothing_was_told_of_it(ward: Ward) -> None:
    ward.on("2021-07-05")
    assert "lũy kế đến tháng 6/2021. Nếu là số của" in ward.type(ward.lan, "CT12 300 tỷ")


def test_the_next_figure_is_of_july(ward: Ward) -> None:
    ward.on("2021-07-01")
    ward.type(ward.lan, "CT12 300 tỷ")
    ward.later(minutes=5)
    assert "lũy kế đến tháng 6/2021, lần trước 300 tỷ đồng.\n" in ward.type(ward.lan, "CT12 310 tỷ")
    ward.on("2021-07-04")
    assert "lũy kế đến tháng 7/2021" in ward.type(ward.lan, "CT12 320 tỷ")
    assert _periods(ward) == ["2021-06", "2021-06", "2021-07"]


def test_a_figure_of_the_last_days_of_june_closes_it(ward: Ward) -> None:
    ward.on("2021-06-28")
    ward.type(ward.lan, "CT12 290 tỷ")
    ward.on("2021-07-02")
    assert "lũy kế đến tháng 7/2021" in ward.type(ward.lan, "CT12 300 tỷ")


def test_an_estimate_closes_nothing(ward: Ward) -> None:
    ward.on("2021-06-25")
    ward.type(ward.lan, "CT12 ước tháng 6 290 tỷ")
    ward.on("2021-07-02")
    assert "lũy kế đến tháng 6/2021" in ward.type(ward.lan, "CT12 288 tỷ lũy kế")


def test_after_the_first_days_it_is_july(ward: Ward) -> None:
    ward.on("2021-06-12")
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.on("2021-07-06")
    assert "lũy kế đến tháng 7/2021" in ward.type(ward.lan, "CT12 300 tỷ")


def test_july_that_is_named_is_july(ward: Ward) -> None:
    ward.on("2021-07-02")
    ward.type(ward.lan, "CT12 tháng 7 300 tỷ")
    assert _periods(ward) == ["2021-07"]


def test_where_a_day_is_set_for_the_figures_that_day_decides(tmp_path: Path) -> None:
    ward = Ward(tmp_path, Committee("Thành ủy Bến Tre", cut_off_day=2))
    ward.on("2021-07-03")
    ward.type(ward.lan, "CT12 300 tỷ")
    assert _periods(ward) == ["2021-07"]


def test_work_that_was_given_in_july_is_reported_for_july(ward: Ward) -> None:
    ward.on("2021-07-01")
    ward.assignment(ward.ward7, "CT20", "Trồng cây", measure="cây", plan=90, reporting="month")
    ward.on("2021-07-02")
    ward.type(ward.lan, "CT20 30 cây")
    assert _periods(ward) == ["2021-07"]


@pytest.mark.parametrize(
    ("midway", "period"), [("2021-05-20", "2021-Q2"), ("2021-06-20", "2021-Q3"), ("", "2021-Q2")]
)
def test_a_quarter_is_closed_by_a_figure_of_its_last_days(
    ward: Ward, midway: str, period: str
) -> None:
    ward.assignment(ward.ward7, "CT21", "Trồng cây", measure="cây", plan=90, reporting="quarter")
    if midway:
        ward.on(midway)
        ward.type(ward.lan, "CT21 30 cây")
    ward.on("2021-07-03")
    ward.type(ward.lan, "CT21 50 cây")
    assert _periods(ward)[-1] == period


def test_what_is_finished_in_july_is_finished_in_july(ward: Ward) -> None:
    work = ward.assignment(ward.ward7, "NV31", "Rà soát", due="2021-06-30", reporting="month")
    ward.on("2021-07-02")
    answer = ward.type(ward.lan, "NV31 xong")
    assert "Hoàn thành quá hạn (thứ Sáu, 02/7)" in answer
    assert ward.standing(work)["done_on"] == "2021-07-02"


NOW = (
    "Đã {} CT12 Thu ngân sách: {} tỷ đồng, lũy kế đến tháng 7/2021{}.\n"
    "🔴 Quá hạn 25 ngày (thứ Hai, 07/6). Đạt {}% kế hoạch năm (500 tỷ đồng).\n" + HOW
)


@pytest.fixture
def july(ward: Ward) -> Ward:
    """200 were told in mid-June; now it is 2 July."""
    ward.on("2021-06-10")
    ward.type(ward.lan, "CT12 200 tỷ")
    ward.on("2021-07-02")
    return ward


@pytest.mark.parametrize(
    "typed",
    [
        "CT12 đến ngày 2/7 được 250 tỷ",
        "CT12 tính đến 2/7/2021 250 tỷ",
        "CT12 tính đến hôm nay 250 tỷ",
    ],
)
def test_a_figure_of_today_is_of_the_month_under_way(july: Ward, typed: str) -> None:
    assert july.type(july.lan, typed) == NOW.format("ghi", 250, "", 50)
    assert [(row["period"], row["as_of"]) for row in july.reports()][1:] == [
        ("2021-07", "2021-07-02")
    ]


def test_so_is_one_that_was_asked_about(july: Ward) -> None:
    july.type(july.lan, "CT12 đến hôm nay 900 tỷ")
    july.type(july.lan, "đúng")
    assert _periods(july) == ["2021-06", "2021-07"]


def test_so_is_a_share_of_today(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV22", "Rà soát", due="2021-12-30", reporting="month")
    ward.on("2021-07-02")
    assert ward.type(ward.lan, "NV22 đến hôm nay 50%") == (
        "Đã ghi NV22 Rà soát: 50%, tháng 7/2021.\n🟢 Còn 181 ngày (thứ Năm, 30/12)\n" + HOW
    )


def test_so_is_what_has_not_moved_this_month(july: Ward) -> None:
    assert july.type(july.lan, "tháng này CT12 chưa có gì thêm") == NOW.format(
        "ghi", 200, ", như lần trước", 40
    )


def test_what_has_not_moved_without_a_month_is_of_june(july: Ward) -> None:
    july.type(july.lan, "CT12 chưa có gì thêm")
    assert _periods(july) == ["2021-06", "2021-06"]


def test_a_mere_difficulty_closes_nothing(ward: Ward) -> None:
    ward.on("2021-06-10")
    ward.type(ward.lan, "CT12 240 tỷ")
    ward.on("2021-06-28")
    ward.type(ward.lan, "CT12 vướng mặt bằng")
    ward.on("2021-07-02")
    assert ward.type(ward.lan, "CT12 250 tỷ").startswith(
        "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng, lũy kế đến tháng 6/2021, lần trước 240 tỷ đồng,"
        " vẫn còn vướng mắc đã báo. Nếu là số của tháng 7/2021"
    )


@pytest.mark.parametrize(
    "typed", ["CT12 tháng 7 250 tỷ", "tháng 7/2021 250 tỷ", "CT12 250 tỷ tính đến hôm nay"]
)
def test_the_same_figure_with_its_month_takes_the_place_of_that_in_june(
    july: Ward, typed: str
) -> None:
    july.type(july.lan, "CT12 250 tỷ")
    july.later(minutes=2)
    assert july.type(july.lan, typed) == NOW.format("sửa", 250, "", 50)
    assert [row["superseded_by"] for row in july.reports()] == [None, 3, None]
    assert july.standing(july.budget)["value"] == 250


def test_so_does_a_share(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV22", "Rà soát", due="2021-12-30", reporting="month")
    ward.on("2021-07-02")
    ward.type(ward.lan, "NV22 30%")
    ward.later(minutes=2)
    assert ward.type(ward.lan, "NV22 tháng 7 30%") == (
        "Đã sửa NV22 Rà soát: 30%, tháng 7/2021.\n🟢 Còn 181 ngày (thứ Năm, 30/12)\n" + HOW
    )
    assert [row["superseded_by"] for row in ward.reports()] == [2, None]


def test_so_does_what_has_not_moved(july: Ward) -> None:
    july.type(july.lan, "CT12 vẫn vậy")
    july.later(minutes=2)
    assert july.type(july.lan, "tháng này CT12 vẫn vậy") == NOW.format(
        "sửa", 200, ", như lần trước", 40
    )
    assert [row["superseded_by"] for row in july.reports()] == [None, 3, None]


def test_where_june_was_named_both_stand(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV22", "Rà soát", due="2021-12-30", reporting="month")
    ward.on("2021-07-02")
    assert ward.type(ward.lan, "NV22 tháng 6 30%") == (
        "Đã ghi NV22 Rà soát: 30%, tháng 6/2021.\n🟢 Còn 181 ngày (thứ Năm, 30/12)\n" + HOW
    )
    ward.later(minutes=2)
    ward.type(ward.lan, "NV22 tháng 7 30%")
    assert [row["superseded_by"] for row in ward.reports()] == [None, None]


def test_the_figure_goes_to_the_month_that_is_named_as_right_and_is_put_right_there(
    july: Ward,
) -> None:
    july.type(july.lan, "CT12 250 tỷ")
    july.later(minutes=2)
    assert july.type(july.lan, "sai, tháng 7") == NOW.format("sửa", 250, "", 50)
    assert july.type(july.lan, "sai, 260 tỷ") == NOW.format(
        "sửa", 260, ", thay cho 250 tỷ đồng", 52
    )


def test_the_month_alone_is_put_right(july: Ward) -> None:
    july.type(july.lan, "CT12 250 tỷ")
    july.later(minutes=2)
    assert july.type(july.lan, "sai, tháng 7 250 tỷ") == NOW.format(
        "sửa", 250, ", thay cho 250 tỷ đồng", 50
    )
    assert july.standing(july.budget)["value"] == 250


def test_a_figure_of_july_alone_is_another(july: Ward) -> None:
    july.type(july.lan, "CT12 250 tỷ")
    july.later(minutes=2)
    assert "riêng tháng 7/2021" in july.type(july.lan, "CT12 riêng tháng 7 20 tỷ")
    assert july.standing(july.budget)["value"] == 270
