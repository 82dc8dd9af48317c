"""A decider agrees as people do: "ok", "đồng ý hết", "duyệt". One request is decided, several are
asked about."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

_GRANTED = 'Đã đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.'
_WHICH = (
    "Có 2 đề nghị đang chờ. Đồng chí đồng ý đề nghị nào?\n"
    'Phường 7: gia hạn đến thứ Tư, 30/6, NV07 Báo cáo "6 không"\n'
    "Phường 8: gia hạn đến thứ Năm, 15/7, CT12 Thu ngân sách"
)


def _one(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")


def _two(ward: Ward) -> None:
    _one(ward)
    ward.type(ward.ba, "CT12 xin gia hạn đến 15/7")


def _states(ward: Ward) -> list[str]:
    return [row["state"] for row in ward.rows("SELECT state FROM requests ORDER BY id")]


@pytest.mark.parametrize("text", ["ok", "Ok đồng ý", "đồng ý hết", "duyệt", "duyệt nhé em", "được"])
def test_a_plain_yes_below_one_request_decides_it(ward: Ward, text: str) -> None:
    _one(ward)
    ward.type(ward.chair, "choduyet")
    assert ward.type(ward.chair, text) == _GRANTED
    assert ward.standing(ward.report)["due_on"] == "2021-06-30"


def test_a_plain_yes_to_a_call_for_help_is_no_answer_to_pass_on(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 vướng mặt bằng ở ấp 3")
    ward.choose(ward.lan, "Đề nghị cấp trên hỗ trợ")
    ward.type(ward.chair, "choduyet")
    assert ward.type(ward.chair, "đồng ý nhé") == (
        'Đã báo Phường 7: đồng chí nhận giải quyết vướng mắc của NV07 Báo cáo "6 không".'
    )


@pytest.mark.parametrize("text", ["ok", "ok đồng ý", "đồng ý hết", "nhất trí"])
def test_a_yes_below_the_list_is_asked_to_what(ward: Ward, text: str) -> None:
    _two(ward)
    ward.type(ward.chair, "choduyet")
    assert ward.type(ward.chair, text) == _WHICH
    assert ward.offered(ward.chair) == [
        "NV07, Phường 7",
        "CT12, Phường 8",
        "Đồng ý cả 2 đề nghị trên",
    ]
    assert _states(ward) == ["open", "open"]


def test_a_yes_to_all_below_one_of_several_requests_is_asked_to_what(ward: Ward) -> None:
    _two(ward)
    ward.type(ward.chair, "choduyet")
    ward.choose(ward.chair, "CT12, Phường 8")
    assert ward.type(ward.chair, "đồng ý hết") == _WHICH
    assert _states(ward) == ["open", "open"]


@pytest.mark.parametrize("words", ["", "tất cả", "đồng ý hết"])
def test_all_that_was_shown_is_agreed_to_at_once(ward: Ward, words: str) -> None:
    _two(ward)
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "đồng ý hết")
    said = (
        ward.type(ward.chair, words)
        if words
        else ward.choose(ward.chair, "Đồng ý cả 2 đề nghị trên")
    )
    assert said == (
        _GRANTED
        + "\n\nĐã đồng ý gia hạn đến thứ Năm, 15/7 cho CT12 Thu ngân sách (Phường 8) và báo đơn vị."
    )
    assert _states(ward) == ["granted", "granted"]
    assert ward.last_heard(ward.ba).startswith("Đồng chí Lê Văn Chủ đã đồng ý gia hạn")


def test_one_of_several_is_agreed_to_after_it_was_looked_at(ward: Ward) -> None:
    _two(ward)
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "ok")
    ward.choose(ward.chair, "CT12, Phường 8")
    ward.type(ward.chair, "ok")
    assert _states(ward) == ["open", "granted"]


def test_what_can_no_longer_be_granted_is_left_out_of_all(ward: Ward) -> None:
    _two(ward)
    ward.on("2021-07-01")
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "đồng ý hết")
    assert ward.choose(ward.chair, "Đồng ý cả 2 đề nghị trên") == (
        'NV07 Báo cáo "6 không" chưa được quyết định vì ngày xin gia hạn (thứ Tư, 30/6) đã qua.'
        ' Đồng chí gõ "chờ duyệt" để xem.\n\n'
        "Đã đồng ý gia hạn đến thứ Năm, 15/7 cho CT12 Thu ngân sách (Phường 8) và báo đơn vị."
    )
    assert _states(ward) == ["open", "granted"]


def test_a_no_below_the_list_shows_the_list_again(ward: Ward) -> None:
    _two(ward)
    ward.type(ward.chair, "choduyet")
    said = ward.type(ward.chair, "không đồng ý")
    assert said.startswith("Có 2 đề nghị đang chờ đồng chí duyệt:\n")
    assert _states(ward) == ["open", "open"]


def test_the_short_word_for_the_list_decides_nothing_long_after(ward: Ward) -> None:
    _one(ward)
    ward.type(ward.chair, "choduyet")
    ward.later(hours=3)
    assert ward.type(ward.chair, "duyệt").startswith(
        "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn"
    )
    assert _states(ward) == ["open"]


def test_a_yes_in_reply_to_an_older_request_decides_that_one(ward: Ward) -> None:
    _two(ward)
    ward.type(ward.chair, "choduyet")
    ward.choose(ward.chair, "NV07, Phường 7")
    older = ward.last_message
    ward.type(ward.chair, "choduyet")
    ward.choose(ward.chair, "CT12, Phường 8")
    assert ward.type(ward.chair, "đồng ý", reply_to=older) == _GRANTED
    assert _states(ward) == ["granted", "open"]


def test_a_day_that_is_no_later_is_said_to_be_so(ward: Ward) -> None:
    _one(ward)
    ward.type(ward.chair, "choduyet")
    assert ward.type(ward.chair, "gia hạn đến 10/6 thôi") == (
        "Ngày ấy không muộn hơn thời hạn hiện nay: 🟠 Còn 1 ngày (thứ Năm, 10/6). Đồng chí gõ ngày"
        " khác, ví dụ: 30/6"
    )
    assert ward.type(ward.chair, "18/6").startswith("Đã đồng ý gia hạn đến thứ Sáu, 18/6")


def test_a_reason_typed_without_marks_is_passed_on_without_its_because(ward: Ward) -> None:
    _one(ward)
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "khong dong y vi qua lau")
    assert "\nLý do: qua lau\n" in ward.last_heard(ward.lan)
