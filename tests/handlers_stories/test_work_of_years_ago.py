"""What earlier years left open is in the lists and reminders, so its code still means something."""

from __future__ import annotations

from tests.handlers_stories.ward import Ward


def test_the_code_of_work_left_open_years_ago_is_reported_on_as_it_stands_in_the_list(
    ward: Ward,
) -> None:
    old = ward.assignment(ward.ward7, "NV38", "Rà soát nhu cầu", "2018-06-30", year=2018)
    assert ward.type(ward.lan, "viec").splitlines()[1] == (
        "🔴 Quá hạn 1075 ngày (thứ Bảy, 30/6/2018): NV38 Rà soát nhu cầu, chưa có số liệu"
    )
    assert ward.type(ward.lan, "NV38").startswith("NV38 Rà soát nhu cầu (năm 2018)\n")
    ward.later(minutes=1)
    assert ward.type(ward.lan, "NV38 60%").startswith("Đã ghi NV38 Rà soát nhu cầu: 60%")
    assert [row["assignment_id"] for row in ward.reports()] == [old]


def test_the_year_that_is_open_comes_first_and_finished_work_of_old_stays_unknown(
    ward: Ward,
) -> None:
    ward.assignment(ward.ward7, "NV07", "Việc cũ", "2018-06-30", year=2018)
    ward.assignment(ward.ward7, "NV38", "Việc đã xong", "2018-06-30", year=2018, state="done")
    assert ward.type(ward.lan, "NV07 60%").startswith('Đã ghi NV07 Báo cáo "6 không": 60%')
    ward.later(minutes=1)
    assert ward.type(ward.lan, "NV38 60%") == (
        "Trong việc của đơn vị đồng chí không có mã NV38, phần này chưa được ghi. "
        'Đồng chí gõ "việc" để xem các mã của mình.'
    )


def test_the_card_of_last_years_target_asks_for_no_figure_that_would_be_refused(ward: Ward) -> None:
    ward.assignment(
        ward.ward7, "CT20", "Thu phí", "2020-12-31", year=2020, state="done", measure="tỷ đồng"
    )
    card = ward.type(ward.lan, "CT20")
    assert card.startswith("CT20 Thu phí (năm 2020)")
    assert "ví dụ" not in card
    assert "đã kết thúc nên tin này chưa được ghi" in ward.type(ward.lan, "CT20 60 tỷ")
