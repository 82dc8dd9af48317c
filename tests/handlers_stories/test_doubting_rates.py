"""Figures that can hardly be: a rate that drops to nothing, a month that is more than the year."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward


def test_a_rate_that_falls_to_a_part_of_itself_is_asked_back(ward: Ward) -> None:
    ward.assignment(ward.ward7, "CT32", "Hồ sơ đúng hạn", measure="%", plan=98, reporting="month")
    ward.type(ward.lan, "CT32 95,7%")
    assert ward.type(ward.lan, "CT32 9,65%") == (
        "CT32 Hồ sơ đúng hạn: 9,65% thấp hơn nhiều so với lần trước (95,7%). Tin này chưa được ghi."
        " Đồng chí xem lại giúp:"
    )
    assert len(ward.reports()) == 1
    assert ward.type(ward.lan, "96,5%").startswith("Đã ghi CT32 Hồ sơ đúng hạn: 96,5%")


def test_a_rate_that_is_to_come_down_may_fall(ward: Ward) -> None:
    fields = {"measure": "%", "plan": 2, "reporting": "month", "direction": "down"}
    ward.assignment(ward.ward7, "CT33", "Hộ nghèo", **fields)
    ward.type(ward.lan, "CT33 6%")
    assert ward.type(ward.lan, "CT33 1,1%").startswith("Đã ghi CT33 Hộ nghèo: 1,1%")


def test_a_month_of_more_than_the_whole_year_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 40 tỷ")
    assert ward.type(ward.lan, "CT12 tháng 5 được 41 tỷ").startswith("Đã ghi CT12")
    ward.type(ward.lan, "CT12 lũy kế 50 tỷ")
    assert ward.type(ward.lan, "CT12 tháng 6 được 52 tỷ") == (
        "CT12 Thu ngân sách: 52 tỷ đồng (tháng 6/2021) là số riêng của kỳ này hay là lũy kế? Lũy kế"
        " lần trước là 50 tỷ đồng. Tin này chưa được ghi."
    )
    assert ward.offered(ward.lan) == [
        "Đó là số lũy kế",
        "Đó là số riêng tháng 6/2021",
        "Không, tôi gõ lại",
    ]
    assert ward.choose(ward.lan, "Đó là số lũy kế").startswith(
        "Đã ghi CT12 Thu ngân sách: 52 tỷ đồng, lũy kế đến tháng 6/2021"
    )
    assert ward.standing(ward.budget)["value"] == 52
