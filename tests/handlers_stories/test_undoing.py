"""Work that was just reported as finished is not finished after all."""

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


FIGURE = (
    'NV07 Báo cáo "6 không", chưa ghi được.'
    " Đồng chí cho biết đến nay đạt bao nhiêu phần trăm? Ví dụ: 60%."
)


def test_what_a_colleague_has_finished_stays(ward: Ward) -> None:
    minh = ward.person("Võ Văn Minh", ward.ward7)
    _finish(ward)
    assert ward.type(minh, "NV07 chưa xong đâu") == FIGURE
    assert ward.standing(ward.report)["state"] == "done"
    assert ward.type(minh, "80%") == (
        'NV07 Báo cáo "6 không" đã hoàn thành. Đồng chí muốn mở lại và ghi 80%?'
    )


@pytest.mark.parametrize(
    "typed",
    [
        "NV07 đã xong đâu vào đấy",
        "đã xong đâu vào đấy rồi ạ",
        "NV07 sao chưa thấy ghi hoàn thành",
        "sao chưa ghi hoàn thành?",
        "vì sao chưa xác nhận hoàn thành",
        "NV07 xong rồi, còn đang chờ duyệt",
        "NV07 xong, chưa kết thúc giải ngân",
        "em chưa báo xong mà",
        "NV07 chưa",
        "NV07 chưa ạ",
        "NV07 chưa xong à",
        "nv07 chua xong a",
        "việc kia chưa xong",
        "vẫn còn đang làm hồ sơ nghiệm thu",
    ],
)
def test_a_question_or_other_work_undoes_no_finish(ward: Ward, typed: str) -> None:
    _finish(ward)
    assert "Đã bỏ" not in ward.type(ward.lan, typed)
    assert ward.standing(ward.report)["state"] == "done"
    assert not any(row["withdrawn"] for row in ward.reports())


def test_without_its_code_only_what_was_finished_just_before_is_not(ward: Ward) -> None:
    _finish(ward)
    ward.later(hours=5)
    assert ward.type(ward.lan, "chưa xong đâu") == FIGURE
    assert ward.standing(ward.report)["state"] == "done"


@pytest.mark.parametrize("typed", ["phần đường mới được 40%, chưa xong", "80% thôi chưa xong"])
def test_a_figure_that_names_no_work_opens_none_again(ward: Ward, typed: str) -> None:
    _finish(ward)
    ward.later(hours=5)
    assert "Đồng chí muốn mở lại và ghi" in ward.type(ward.lan, typed)
    assert ward.standing(ward.report)["state"] == "done"


def test_the_figure_of_other_work_opens_none_again(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV50", "Làm đường ấp 3")
    _finish(ward)
    ward.later(days=1)
    ward.type(ward.lan, "đường ấp 3 chưa hoàn thành, đạt 40%")
    assert ward.standing(ward.report)["state"] == "done"
    assert len(ward.reports()) == 2


def test_monthly_work_is_finished_all_the_same_at_once(ward: Ward) -> None:
    monthly = ward.assignment(ward.ward7, "NV22", "Rà soát", "2021-12-31", reporting="month")
    ward.type(ward.lan, "NV22 30%")
    ward.type(ward.lan, "NV22 xong toàn bộ")
    assert ward.standing(monthly)["state"] == "done"
    ward.later(minutes=1)
    ward.type(ward.lan, "NV22 chưa xong đâu")
    assert ward.standing(monthly)["state"] == "open"
    assert ward.choose(ward.lan, "Vẫn đã hoàn thành").startswith("Đã sửa NV22 Rà soát")
    assert ward.standing(monthly)["state"] == "done"


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


def test_a_colleagues_request_to_confirm_waits_on(ward: Ward) -> None:
    minh = ward.person("Võ Văn Minh", ward.ward7)
    ward.type(minh, "NV07 65%")
    _ask_to_confirm(ward)
    assert ward.type(minh, "bỏ NV07 đi") == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.\n'
        "Đề nghị xác nhận hoàn thành của đồng chí Nguyễn Thị Lan vẫn đang chờ quyết định.\n"
        "Đồng chí gõ số đúng, ví dụ: 80%"
    )
    assert _requests(ward) == ["open"]
    assert ward.standing(ward.report)["state"] == "awaiting"
