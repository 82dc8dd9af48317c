"""A figure that is to go is taken back, left, or said not to stand; it is never recorded."""

from __future__ import annotations

import pytest

from domain.message import Media
from tests.handlers_stories.ward import Ward


def _nothing_went(ward: Ward) -> bool:
    return not any(row["withdrawn"] for row in ward.reports())


@pytest.fixture
def begun(ward: Ward) -> Ward:
    """Ward 7 has reported 250 tỷ, 9 đảng viên, 8 căn and 65%."""
    ward.assignment(ward.ward7, "CT05", "Xóa nhà tạm", "2021-12-31", measure="căn", plan=60)
    for said in ("CT12 250 tỷ", "CT03 9 đảng viên", "CT05 8 căn", "NV07 65%"):
        ward.type(ward.lan, said)
    return ward


NO_FIGURE = (
    "Báo cáo gần nhất của đồng chí ở đây không có số {}."
    " Đồng chí gõ mã và số đúng, ví dụ: CT12 400 tỷ đồng"
)


GOES = [
    "CT12 bỏ số 300 tỷ",
    "xoá số 300 tỷ của CT12",
    "CT12 đừng ghi 300 tỷ",
    "không ghi số 300 tỷ",
    "không ghi nhận số 300 tỷ",
    "số 300 tỷ bỏ đi",
    "CT12 số 300 tỷ em gõ nhầm",
    "bỏ số 12 căn",
    "CT05 bỏ 12 căn đi",
    "bỏ giúp em 12 căn",
    "xóa 12 căn khỏi CT05",
    "bỏ 40% đi",
    "bỏ 40% NV07",
    "gỡ số 40% khỏi NV07",
    "NV07 đừng ghi 40%",
    "bo so 300 ty",
    "CT12 bỏ số 300 tỷ tháng 5",
]


def _figure(typed: str) -> str:
    return next(figure for figure in ("300", "40", "12") if f" {figure}" in typed)


@pytest.mark.parametrize("typed", [*GOES, "xóa báo cáo 12 đảng viên"])
def test_a_figure_that_is_to_go_is_never_recorded(begun: Ward, typed: str) -> None:
    assert begun.type(begun.lan, typed) == NO_FIGURE.format(_figure(typed))
    assert len(begun.reports()) == 4 and _nothing_went(begun)


@pytest.mark.parametrize("typed", GOES)
def test_nor_is_it_beside_a_picture(begun: Ward, typed: str) -> None:
    said = begun.send(begun.lan, Media("photo", "abc"), caption=typed)
    assert said.split("\n\n")[-1] == NO_FIGURE.format(_figure(typed))
    assert len(begun.reports()) == 4 and _nothing_went(begun)


def test_beside_a_report_of_other_work_it_is_not_recorded(begun: Ward) -> None:
    assert begun.type(begun.lan, "CT12 bỏ số 300 tỷ, NV07 70%") == (
        f"{NO_FIGURE.format(300)}\n\n"
        'Đã ghi NV07 Báo cáo "6 không": 70%, lần trước 65%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert begun.standing(begun.budget)["value"] == 250 and _nothing_went(begun)


def test_once_it_is_known_whose_a_picture_is_no_figure_beside_it_is_recorded(begun: Ward) -> None:
    begun.type(begun.lan, "việc")
    begun.send(begun.lan, Media("photo", "abc"), caption="bỏ số 300 tỷ")
    said = begun.choose(begun.lan, "CT12 Thu ngân sách")
    assert said.split("\n\n")[-1] == NO_FIGURE.format(300)
    assert len(begun.reports()) == 4


@pytest.mark.parametrize(
    ("told", "typed", "gone"),
    [
        ("CT12 250 tỷ", "bỏ số 250 tỷ đi", "CT12 Thu ngân sách: 250 tỷ đồng"),
        ("CT12 450 tỷ", "CT12 đừng ghi 450 tỷ", "CT12 Thu ngân sách: 450 tỷ đồng"),
        ("CT03 9", "xóa báo cáo 9 đảng viên", "CT03 Kết nạp đảng viên: 9 đảng viên"),
        ("CT05 8 căn", "bỏ số 8 căn", "CT05 Xóa nhà tạm: 8 căn"),
        ("NV07 80%", "NV07 đừng ghi 80%", 'NV07 Báo cáo "6 không": 80%'),
        ("NV07 80%", "gỡ số 80% khỏi NV07", 'NV07 Báo cáo "6 không": 80%'),
    ],
)
def test_the_figure_that_stands_goes(ward: Ward, told: str, typed: str, gone: str) -> None:
    ward.assignment(ward.ward7, "CT05", "Xóa nhà tạm", "2021-12-31", measure="căn", plan=60)
    ward.type(ward.lan, told)
    assert ward.type(ward.lan, typed).splitlines()[0] == f"Đã bỏ báo cáo về {gone}."
    assert [bool(row["withdrawn"]) for row in ward.reports()] == [True]


@pytest.mark.parametrize(
    ("told", "typed", "asked"),
    [
        ("CT12 250 tỷ", "bo so 250 ty", "CT12 Thu ngân sách: 250 tỷ đồng"),
        ("NV07 8%", "bỏ số 8 căn", 'NV07 Báo cáo "6 không": 8%'),
        ("NV07 80%", "bỏ 80% NV07", 'NV07 Báo cáo "6 không": 80%'),
    ],
)
def test_a_figure_that_is_only_likely_meant_is_asked_about(
    ward: Ward, told: str, typed: str, asked: str
) -> None:
    ward.type(ward.lan, told)
    assert ward.type(ward.lan, typed) == f"Đồng chí muốn bỏ báo cáo về {asked}?"
    assert _nothing_went(ward)


@pytest.mark.parametrize("typed", ["xóa 12 căn nhà tạm", "CT05 xóa 12 căn", "CT05 bỏ 12 căn"])
def test_what_was_taken_down_is_a_report(begun: Ward, typed: str) -> None:
    begun.type(begun.lan, "CT05")
    assert begun.type(begun.lan, typed).splitlines()[0] == (
        "Đã ghi CT05 Xóa nhà tạm: 12 căn, lũy kế đến tháng 6/2021, lần trước 8 căn."
    )
    assert _nothing_went(begun)


@pytest.mark.parametrize(
    "typed", ["bỏ số 900 tỷ", "đừng ghi", "không tính", "bỏ đi", "em gõ nhầm", "thôi bỏ đi ạ"]
)
def test_the_figure_that_is_asked_about_is_left(begun: Ward, typed: str) -> None:
    begun.type(begun.lan, "CT12 thu 900 tỷ")
    assert begun.type(begun.lan, typed) == "Vâng, đã bỏ số chưa ghi của CT12 Thu ngân sách."
    assert begun.standing(begun.budget)["value"] == 250
    assert not begun.rows("SELECT * FROM doubts") and _nothing_went(begun)


@pytest.mark.parametrize("typed", ["đừng ghi", "bỏ đi"])
def test_where_nothing_is_asked_about_nothing_is_left_or_goes(begun: Ward, typed: str) -> None:
    begun.type(begun.lan, typed)
    assert len(begun.reports()) == 4 and _nothing_went(begun)


def test_an_edit_that_asks_for_it_takes_the_report_back(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ", message_id="m1")
    assert ward.type(ward.lan, "CT12 bỏ số 250 tỷ", kind="edited", message_id="m1") == (
        "Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng.\nĐồng chí gõ số đúng, ví dụ: 400 tỷ đồng"
    )


@pytest.mark.parametrize(
    "typed", ["CT12 bỏ số ba trăm tỷ", "bỏ số ba trăm tỷ đi", "bo so ba tram ty"]
)
def test_a_figure_in_words_that_is_to_go_is_asked_about(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.later(minutes=5)
    assert ward.type(ward.lan, typed) == (
        "Đồng chí muốn bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng?"
    )
    assert ward.standing(ward.budget)["value"] == 250
