"""While the day of an extension is asked for, and just after it was told: reports are taken, the
question is left in words, a wrong day is put right."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

STILL = 'Còn dở phần đề nghị gia hạn: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'


def wanted(ward: Ward) -> list[tuple[str, str]]:
    found = ward.rows("SELECT wanted_on, state FROM requests ORDER BY id")
    return [tuple(row) for row in found]


@pytest.mark.parametrize("text", ["nv7 xong rồi", "nv7 đã xong 100%", "xong rồi"])
def test_what_is_finished_is_recorded_and_needs_no_day(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert ward.type(ward.lan, text) == (
        'Đã ghi NV07 Báo cáo "6 không": đã hoàn thành.\n'
        "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert "gia hạn" not in ward.type(ward.lan, "15/6")


def test_several_reports_are_recorded_while_the_day_is_asked_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert ward.type(ward.lan, "ct3 40 đảng viên, nv7 70%") == (
        "Đã ghi CT03 Kết nạp đảng viên: 40 đảng viên, lũy kế đến tháng 6/2021.\n"
        'Đã ghi NV07 Báo cáo "6 không": 70%.\n'
        'Nếu sai, đồng chí gõ chữ "sai" kèm mã và kết quả đúng.\n\n' + STILL
    )
    assert ward.type(ward.lan, "30/6").startswith(
        "Đã ghi đề nghị gia hạn đến thứ Tư, 30/6 cho NV07"
    )


def test_a_figure_with_the_day_answers_too(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    said = ward.type(ward.lan, "nv7 70%, xin đến 30/6")
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": 70%.')
    assert "Đã ghi đề nghị gia hạn đến thứ Tư, 30/6" in said and STILL not in said
    assert wanted(ward) == [("2021-06-30", "open")]


@pytest.mark.parametrize(
    "text", ["thôi", "không xin nữa", "quên đi", "thôi khỏi", "thoi ko xin nua", "không cần nữa"]
)
def test_the_question_is_left_in_words(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert ward.type(ward.lan, text) == (
        'Vâng, không xin gia hạn NV07 Báo cáo "6 không" nữa. Thời hạn hiện nay: 🟠 Còn 1 ngày (thứ'
        " Năm, 10/6)."
    )
    assert "gia hạn" not in ward.type(ward.lan, "15/6")
    assert wanted(ward) == []


@pytest.mark.parametrize("text", ["thứ 4 tuần sau", "16/6", "mai"])
def test_a_day_that_is_no_later_is_said_to_be_none(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "CT3 xin gia hạn")
    said = ward.type(ward.lan, text)
    assert "không muộn hơn thời hạn hiện nay của CT03 Kết nạp đảng viên" in said
    assert wanted(ward) == []


@pytest.mark.parametrize(
    "text",
    [
        "sai, 15/7",
        "nhầm, đến 15/7",
        "15/7 mới đúng",
        "sửa thành 15/7",
        "sua lai thanh 15/7",
        "ý em là 15/7",
        "không phải 30/6 mà là 15/7",
        "15/7 chứ không phải 30/6",
        "nv7 sai, 15/7",
        "sai rồi, đến 15/7 nhé",
    ],
)
def test_the_day_of_a_request_is_put_right(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6 vì mưa")
    said = ward.type(ward.lan, text)
    assert said.startswith('Đã ghi đề nghị gia hạn đến thứ Năm, 15/7 cho NV07 Báo cáo "6 không"')
    assert said.splitlines()[-1] == "Lý do: mưa"
    assert wanted(ward) == [("2021-06-30", "withdrawn"), ("2021-07-15", "open")]


def test_sai_alone_after_nothing_but_a_request_asks_for_the_day(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(ward.lan, "sai").startswith('Đồng chí xin gia hạn NV07 Báo cáo "6 không" đến')
    ward.type(ward.lan, "15/7")
    assert wanted(ward) == [("2021-06-30", "withdrawn"), ("2021-07-15", "open")]


def test_a_wrong_figure_is_no_day(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 40%, xin gia hạn đến 30/6")
    assert ward.type(ward.lan, "sai, 50%").startswith('Đã sửa NV07 Báo cáo "6 không": 50%')
    assert wanted(ward) == [("2021-06-30", "open")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("thêm 5 ngày là xong", "thứ Ba, 15/6"),
        ("nv7 thêm 5 ngày là xong", "thứ Ba, 15/6"),
        ("30/6 xong", "thứ Tư, 30/6"),
        ("đến 30/6 sẽ xong", "thứ Tư, 30/6"),
        ("cuối tháng mới xong", "thứ Tư, 30/6"),
    ],
)
def test_when_it_will_be_finished_is_the_day_and_no_report(ward: Ward, text: str, day: str) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert ward.type(ward.lan, text).startswith(f"Đã ghi đề nghị gia hạn đến {day} cho NV07")
    assert ward.reports() == []
