"""A report that stands is taken back in everyday words, or work just finished is not finished."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

BACK = (
    'Đã bỏ báo cáo về NV07 Báo cáo "6 không": đã hoàn thành. Nay trở lại 65%.\n'
    "Đồng chí gõ số đúng, ví dụ: 90%"
)


def _finish(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(minutes=5)
    ward.type(ward.lan, "NV07 xong")
    ward.later(minutes=1)


@pytest.mark.parametrize(
    "typed",
    [
        "NV07 chưa xong đâu",
        "nv07 chưa xong mà",
        "chưa xong đâu em",
        "NV07 vẫn đang làm",
        "em báo nhầm, NV07 chưa xong",
        "NV07 chưa hoàn thành",
        "NV07 chưa",
    ],
)
def test_work_just_finished_is_not_finished(ward: Ward, typed: str) -> None:
    _finish(ward)
    assert ward.type(ward.lan, typed) == BACK
    assert ward.offered(ward.lan) == ["Vẫn đã hoàn thành"]
    stands = ward.standing(ward.report)
    assert (stands["percent"], stands["state"], stands["done_on"]) == (65, "open", None)
    assert [row["withdrawn"] for row in ward.reports()] == [0, 1]


def test_with_sai_in_front_it_is_the_same(ward: Ward) -> None:
    _finish(ward)
    assert ward.type(ward.lan, "nhầm, chưa xong") == BACK
    assert ward.standing(ward.report)["percent"] == 65


def test_it_was_finished_all_the_same(ward: Ward) -> None:
    _finish(ward)
    ward.type(ward.lan, "NV07 chưa xong đâu")
    assert ward.choose(ward.lan, "Vẫn đã hoàn thành") == (
        'Đã sửa NV07 Báo cáo "6 không": đã hoàn thành.\n'
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.standing(ward.report)["state"] == "done"


def test_the_right_figure_takes_its_place(ward: Ward) -> None:
    _finish(ward)
    ward.type(ward.lan, "NV07 chưa xong đâu")
    assert ward.type(ward.lan, "80%").startswith('Đã sửa NV07 Báo cáo "6 không": 80%.')
    assert ward.standing(ward.report)["percent"] == 80


def test_a_figure_beside_opens_it_again_at_once(ward: Ward) -> None:
    _finish(ward)
    answer = ward.type(ward.lan, "80% thôi chưa xong")
    assert answer.startswith('Đã ghi và mở lại NV07 Báo cáo "6 không": 80%, lần trước 100%.')


def test_a_colleague_says_that_it_is_not_finished(ward: Ward) -> None:
    minh = ward.person("Võ Văn Minh", ward.ward7)
    _finish(ward)
    assert ward.type(minh, "NV07 chưa xong đâu") == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": đã hoàn thành do đồng chí Nguyễn Thị Lan báo.'
        " Nay trở lại 65%.\nĐồng chí gõ số đúng, ví dụ: 90%"
    )
    assert ward.standing(ward.report)["state"] == "open"


def test_what_was_finished_days_ago_is_asked_about(ward: Ward) -> None:
    _finish(ward)
    ward.later(days=3)
    answer = ward.type(ward.lan, "NV07 chưa xong đâu")
    assert answer == (
        'NV07 Báo cáo "6 không", chưa ghi được.'
        " Đồng chí cho biết đến nay đạt bao nhiêu phần trăm? Ví dụ: 60%."
    )
    assert ward.standing(ward.report)["state"] == "done"


def test_of_work_that_is_open_it_takes_nothing_back(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    assert "chưa ghi được" in ward.type(ward.lan, "NV07 chưa xong đâu")
    assert ward.standing(ward.report)["percent"] == 65


@pytest.mark.parametrize(
    "typed",
    [
        "bỏ nv07 đi",
        "huỷ cái NV07",
        "xoá báo cáo nv07",
        "nv07 bỏ đi",
        "em gửi nhầm NV07",
        "thu hồi nv07",
        "NV07 sai rồi",
        "bỏ báo cáo vừa rồi",
        "xoá số 80%",
    ],
)
def test_the_last_report_goes(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "NV07 80%")
    assert ward.type(ward.lan, typed) == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 80%. Nay trở lại 65%.\n'
        "Đồng chí gõ số đúng, ví dụ: 90%"
    )
    assert ward.standing(ward.report)["percent"] == 65


def test_of_several_in_one_message_the_one_that_is_named_goes(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%, CT03 9 đảng viên")
    assert ward.type(ward.lan, "bỏ ct03 đi") == (
        "Đã bỏ báo cáo về CT03 Kết nạp đảng viên: 9 đảng viên.\n"
        "Đồng chí gõ số đúng, ví dụ: 30 đảng viên"
    )
    assert ward.standing(ward.report)["percent"] == 65


def test_asked_for_twice_no_earlier_report_goes(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "NV07 80%")
    ward.type(ward.lan, "bỏ nv07 đi")
    assert ward.type(ward.lan, "xoá nv07").startswith("Báo cáo vừa rồi đã được bỏ, chưa có số mới.")
    assert ward.standing(ward.report)["percent"] == 65


def test_what_is_only_asked_about_is_left(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.lan, "CT12 thu 900 tỷ")
    answer = ward.type(ward.lan, "bỏ ct12 đi")
    assert answer == "Vâng, đã bỏ số chưa ghi của CT12 Thu ngân sách."
    assert ward.standing(ward.budget)["value"] == 250


@pytest.mark.parametrize("typed", ["bỏ nv07 đi", "hủy CT99"])
def test_where_nothing_was_reported_that_is_said(ward: Ward, typed: str) -> None:
    code = typed.split()[1].upper().replace("NV07", "NV7")
    assert ward.type(ward.lan, typed) == (
        f"Đồng chí chưa báo cáo {code} ở đây, hoặc đã có báo cáo mới hơn, nên không có gì để bỏ."
        " Đồng chí gõ mã và số đúng, ví dụ: CT12 250 tỷ đồng"
    )


def test_a_figure_that_was_not_reported_is_not_recorded(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    assert ward.type(ward.lan, "xoá số 40%") == (
        "Báo cáo gần nhất của đồng chí ở đây không có số 40."
        " Đồng chí gõ mã và số đúng, ví dụ: CT12 250 tỷ đồng"
    )
    assert ward.standing(ward.report)["percent"] == 65


def _ask_to_confirm(ward: Ward) -> None:
    ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.later(minutes=5)
    said = ward.type(ward.lan, "NV07 đề nghị xác nhận hoàn thành")
    if ward.offered(ward.lan):
        said = ward.choose(ward.lan, "Vẫn đề nghị xác nhận")
    assert said.startswith("Đã ghi đề nghị xác nhận hoàn thành cho NV07")
    assert ward.standing(ward.report)["state"] == "awaiting"
    ward.later(minutes=1)


def _requests(ward: Ward) -> list[str]:
    return [row["state"] for row in ward.rows("SELECT state FROM requests")]


def test_what_was_to_be_confirmed_is_not_finished(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    _ask_to_confirm(ward)
    assert ward.type(ward.lan, "NV07 chưa xong đâu") == (
        'Đã rút đề nghị xác nhận hoàn thành cho NV07 Báo cáo "6 không".'
    )
    assert ward.standing(ward.report)["state"] == "open"
    assert _requests(ward) == ["withdrawn"]


def test_a_lower_figure_offers_to_take_the_request_back(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    _ask_to_confirm(ward)
    assert "vẫn đang chờ quyết định" in ward.type(ward.lan, "NV07 50%")
    assert _requests(ward) == ["open"]


def test_with_the_report_goes_the_request_to_confirm_it(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    _ask_to_confirm(ward)
    ward.type(ward.lan, "NV07 100%")
    ward.later(minutes=1)
    assert ward.type(ward.lan, "bỏ nv07 đi") == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": đã hoàn thành. Nay trở lại 65%.\n'
        "Đề nghị xác nhận hoàn thành cũng đã được rút.\n"
        "Đồng chí gõ số đúng, ví dụ: 90%"
    )
    assert _requests(ward) == ["withdrawn"]
