"""A report put right in ordinary words, with no "sai" in front."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


@pytest.mark.parametrize(
    ("typed", "percent"),
    [
        ("khong phai, 75 moi dung", 75),
        ("NV07 đúng là 76%", 76),
        ("sửa lại nv07 77", 77),
        ("sửa nv07 thành 78%", 78),
        ("nv07 80 chu khong phai 79", 80),
        ("ghi nhầm rồi, 81% mới đúng", 81),
        ("dạ em gởi nhầm, nv07 65% thôi ạ", 65),
        ("nv07 sai 80", 80),
        ("nv07 nhầm 79", 79),
    ],
)
def test_the_figure_takes_the_place_of_the_wrong_one(ward: Ward, typed: str, percent: int) -> None:
    ward.type(ward.lan, "NV07 70%")
    ward.later(minutes=5)
    answer = ward.type(ward.lan, typed)
    assert answer.startswith(f'Đã sửa NV07 Báo cáo "6 không": {percent}%, thay cho 70%.')
    former, now = ward.reports()
    assert former["superseded_by"] == now["id"]
    assert ward.standing(ward.report)["percent"] == percent


def test_it_stays_in_the_month_of_the_wrong_one(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 tháng 5 thu 8 tỷ")
    ward.type(ward.lan, "chưa đúng, 9 tỷ mới đúng")
    assert {row["period"] for row in ward.reports()} == {"2021-05"}


def test_what_was_reported_days_ago_is_not_meant(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 70%")
    ward.later(hours=72)
    answer = ward.type(ward.lan, "NV07 80%, tuần trước em ghi nhầm")
    assert answer.startswith('Đã ghi NV07 Báo cáo "6 không": 80%, lần trước 70%.')


def test_work_that_mends_something_is_a_report(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 70%")
    answer = ward.type(ward.lan, "NV07 sửa xong đường được 82%")
    assert answer.startswith('Đã ghi NV07 Báo cáo "6 không": 82%, lần trước 70%.')
