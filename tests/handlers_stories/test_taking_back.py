"""A report that stands is taken back in everyday words; what is only likely is asked about."""

from __future__ import annotations

import pytest

from domain.message import Media
from tests.handlers_stories.ward import Ward


@pytest.mark.parametrize(
    "typed",
    [
        "bỏ nv07 đi",
        "huỷ giúp em NV07",
        "xoá báo cáo nv07",
        "nv07 bỏ đi",
        "em gửi nhầm NV07",
        "rút lại nv07",
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
    assert ward.type(ward.lan, "xoá nv07 đi").startswith(
        "Báo cáo vừa rồi đã được bỏ, chưa có số mới."
    )
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


def test_below_what_was_confirmed_no_report_goes(ward: Ward) -> None:
    lead = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, "NV07 65%")
    ward.later(minutes=5)
    ward.type(ward.lan, "NV07 đề nghị xác nhận hoàn thành")
    ward.type(lead, "choduyet")
    ward.type(lead, "đồng ý")
    assert ward.standing(ward.report)["state"] == "done"
    ward.later(minutes=1)
    assert ward.type(ward.lan, "bỏ NV07 đi") == NOTHING
    assert not any(row["withdrawn"] for row in ward.reports())


NOTHING = (
    "Đồng chí chưa báo cáo NV7 ở đây, hoặc đã có báo cáo mới hơn, nên không có gì để bỏ."
    " Đồng chí gõ mã và số đúng, ví dụ: CT12 250 tỷ đồng"
)


def _nothing_went(ward: Ward) -> bool:
    return not any(row["withdrawn"] for row in ward.reports())


@pytest.mark.parametrize(
    "typed",
    [
        "bỏ ảnh NV07 đi",
        "xoá ảnh NV07",
        "em gửi nhầm ảnh NV07",
        "gỡ ảnh của NV07 giúp em",
        "NV07 ảnh gửi nhầm",
        "bỏ hết ảnh NV07",
        "NV07 anh Huy nhé",
        "NV07 của anh Huy",
        "NV07 anh Huy vừa gửi",
    ],
)
def test_a_picture_or_a_name_takes_no_report_back(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(days=1)
    ward.send(ward.lan, Media("photo", "abc"), caption="NV07")
    assert "bỏ báo cáo" not in ward.type(ward.lan, typed)
    assert _nothing_went(ward)


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("CT05 8 căn", "đã xoá 12 CT05"),
        ("CT05 8 căn", "xóa 12 CT05"),
        ("CT05 8 căn", "em đã xóa 20 CT05"),
        ("CT05 8 căn", "CT05 đã xóa hết rồi ạ"),
        ("CT05 8 căn", "CT05 bị bỏ"),
        ("NV09 30%", "đã thu hồi 60% NV09"),
        ("NV09 30%", "NV09 đã thu hồi"),
        ("NV09 30%", "NV09 đã thu hồi hết rồi"),
        ("NV09 30%", "NV09 bị hủy rồi"),
        ("NV09 30%", "xin rút NV09"),
        ("NV09 30%", "xin hủy NV09"),
    ],
)
def test_what_was_done_in_the_work_takes_no_report_back(
    ward: Ward, before: str, typed: str
) -> None:
    ward.assignment(ward.ward7, "CT05", "Xóa nhà tạm", "2021-12-31", measure="căn", plan=60)
    ward.assignment(ward.ward7, "NV09", "Thu hồi giấy phép", "2021-12-31")
    ward.type(ward.lan, before)
    ward.later(days=9)
    assert "Đã bỏ" not in ward.type(ward.lan, typed)
    assert _nothing_went(ward)


def test_the_figure_that_is_told_must_be_that_of_the_report(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(hours=1)
    ward.type(ward.lan, "NV07 80%")
    for figure in ("65", "40"):
        assert ward.type(ward.lan, f"bỏ số {figure}% của NV07") == (
            f"Báo cáo gần nhất của đồng chí ở đây không có số {figure}."
            " Đồng chí gõ mã và số đúng, ví dụ: CT12 250 tỷ đồng"
        )
    assert _nothing_went(ward)


@pytest.mark.parametrize("typed", ["bỏ báo cáo này đi", "xoá tin này giúp em"])
@pytest.mark.parametrize("own", [False, True])
def test_the_message_that_is_answered_is_meant(ward: Ward, typed: str, own: bool) -> None:
    ward.type(ward.lan, "CT03 9 đảng viên", message_id="mine")
    answered = "mine" if own else ward.last_message
    ward.later(minutes=5)
    ward.type(ward.lan, "NV07 65%")
    ward.later(minutes=5)
    assert ward.type(ward.lan, typed, reply_to=answered) == (
        "Đã bỏ báo cáo về CT03 Kết nạp đảng viên: 9 đảng viên.\n"
        "Đồng chí gõ số đúng, ví dụ: 30 đảng viên"
    )
    assert ward.standing(ward.report)["percent"] == 65


@pytest.mark.parametrize("typed", ["bỏ NV07 đi", "xoá báo cáo vừa gửi"])
def test_forwarded_words_take_nothing_back(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.later(hours=1)
    ward.type(ward.lan, typed, forwarded=True)
    assert _nothing_went(ward)


def test_one_is_left_and_the_other_taken_back(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%")
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.lan, "CT12 thu 900 tỷ")
    assert ward.type(ward.lan, "bỏ NV07 và CT12 đi") == (
        "Vâng, đã bỏ số chưa ghi của CT12 Thu ngân sách.\n\n"
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.\nĐồng chí gõ số đúng, ví dụ: 80%'
    )
    assert ward.standing(ward.budget)["value"] == 250


def test_the_figure_tells_what_is_recorded_from_what_is_asked_about(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 65%, CT12 9000 tỷ")
    assert ward.type(ward.lan, "bỏ số 65% đi").startswith(
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.'
    )
    assert ward.rows("SELECT count(*) AS n FROM doubts")[0]["n"] == 1


@pytest.mark.parametrize("typed", ["bỏ NV07 và CT12 đi", "sai NV07, CT12"])
def test_of_two_that_went_no_figure_without_a_code_is_taken(ward: Ward, typed: str) -> None:
    ward.type(ward.lan, "NV07 65%, CT12 250 tỷ")
    assert ward.type(ward.lan, typed) == (
        'Đã bỏ báo cáo về NV07 Báo cáo "6 không": 65%.\n\n'
        "Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng.\n\n"
        "Đồng chí gõ mã kèm số đúng, ví dụ: CT12 250 tỷ đồng"
    )
    assert ward.rows("SELECT state FROM conversations") == []
    assert ward.standing(ward.budget)["percent"] is None


def test_a_decision_is_no_report_of_who_took_it(ward: Ward) -> None:
    lead = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, "NV07 65%")
    ward.later(minutes=5)
    ward.type(ward.lan, "NV07 đề nghị xác nhận hoàn thành")
    ward.type(lead, "choduyet")
    ward.type(lead, "đồng ý")
    for typed in ("bỏ báo cáo vừa rồi", "sai", "bỏ NV07 đi"):
        assert "Đã bỏ" not in ward.type(lead, typed)
    assert ward.standing(ward.report)["state"] == "done" and _nothing_went(ward)
