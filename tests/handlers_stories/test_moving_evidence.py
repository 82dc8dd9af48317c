"""A picture that was put to the wrong work is moved or taken back; no figure changes with it."""

from __future__ import annotations

import pytest

from domain.message import Media
from tests.handlers_stories.ward import Ward

NV07, CT03 = 'NV07 Báo cáo "6 không"', "CT03 Kết nạp đảng viên"


def _at(ward: Ward) -> list[int | None]:
    return [row[0] for row in ward.rows("SELECT assignment_id FROM evidence ORDER BY id")]


def _send(ward: Ward) -> None:
    """CT03 has a figure; the picture goes to NV07, of which was spoken last."""
    ward.type(ward.lan, "CT03 36")
    ward.type(ward.lan, "nv7")
    assert ward.send(ward.lan, Media("photo", "ref-1")) == (
        f"Đã nhận ảnh làm minh chứng cho {NV07}. Đồng chí gõ thêm số liệu nếu có.\n\n"
        "Nếu ảnh, tệp là của việc khác, đồng chí gõ mã việc đó, ví dụ: ảnh của CT12"
    )


@pytest.mark.parametrize(
    "typed", ["sai, ảnh đó của ct03", "sai, anh do cua ct3", "ảnh này của CT03", "ảnh của CT3"]
)
def test_a_picture_is_moved_to_the_work_that_is_named(ward: Ward, typed: str) -> None:
    _send(ward)
    assert ward.type(ward.lan, typed) == f"Đã chuyển minh chứng vừa gửi từ {NV07} sang {CT03}."
    assert _at(ward) == [ward.members]
    assert ward.standing(ward.members)["value"] == 36
    assert [row["withdrawn"] for row in ward.reports()] == [0]


def test_all_that_was_sent_together_is_moved(ward: Ward) -> None:
    ward.send(ward.lan, Media("photo", "1"), caption="NV7")
    ward.send(ward.lan, Media("photo", "2"), caption="NV7")
    assert ward.type(ward.lan, "chuyển ảnh sang CT03 giúp em") == (
        f"Đã chuyển 2 minh chứng vừa gửi từ {NV07} sang {CT03}."
    )
    assert _at(ward) == [ward.members] * 2


def test_a_wrong_picture_is_taken_back_and_asked_about(ward: Ward) -> None:
    _send(ward)
    assert ward.type(ward.lan, "gửi nhầm ảnh") == (
        f"Đã bỏ minh chứng vừa gửi khỏi {NV07}. Ảnh, tệp ấy là của việc nào? Nếu không dùng nữa,"
        " đồng chí gõ: hủy"
    )
    assert _at(ward) == [None]
    assert ward.offered(ward.lan) == ["CT12 Thu ngân sách", CT03]
    assert ward.choose(ward.lan, CT03) == (
        f"Đã ghi làm minh chứng cho {CT03}. Đồng chí gõ thêm số liệu nếu có."
    )
    assert _at(ward) == [ward.members]


def test_a_picture_that_is_not_wanted_is_taken_back(ward: Ward) -> None:
    _send(ward)
    assert ward.type(ward.lan, "gui nham anh roi, xoa giup") == (
        f"Đã bỏ minh chứng vừa gửi khỏi {NV07}. Nếu là của việc khác, đồng chí gửi lại kèm mã."
    )
    assert _at(ward) == [None]


def test_a_picture_that_is_being_asked_about_is_given_or_left_out(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "1"))
    assert ward.type(ward.lan, "ảnh này của CT03") == (
        f"Đã ghi làm minh chứng cho {CT03}. Đồng chí gõ thêm số liệu nếu có."
    )
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "2"))
    assert ward.type(ward.lan, "ảnh nhầm") == (
        "Vâng, ảnh, tệp vừa gửi không làm minh chứng cho việc nào."
    )
    assert _at(ward) == [ward.members, None]
    assert ward.type(ward.lan, "hủy").startswith(
        "Lúc này không có câu hỏi nào chờ đồng chí trả lời."
    )


def test_beside_another_question_the_picture_is_moved_and_the_question_waits(ward: Ward) -> None:
    _send(ward)
    asked = ward.type(ward.lan, "NV07 gần xong")
    assert "Đồng chí cho biết đến nay đạt bao nhiêu phần trăm?" in asked
    assert ward.type(ward.lan, "sai, ảnh đó của ct03") == (
        f"Đã chuyển minh chứng vừa gửi từ {NV07} sang {CT03}.\n"
        "\n"
        'Còn dở phần báo cáo tiến độ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'
    )
    assert _at(ward) == [ward.members]


def test_what_cannot_be_moved_changes_nothing(ward: Ward) -> None:
    ward.type(ward.lan, "CT03 36")
    assert ward.type(ward.lan, "sai, ảnh đó của ct03") == (
        "Trong ngày qua chưa có ảnh, tệp nào của đồng chí ở đây. Đồng chí gửi ảnh kèm mã của việc,"
        " ví dụ: NV07"
    )
    ward.send(ward.lan, Media("photo", "1"), caption="NV7")
    assert ward.type(ward.lan, "ảnh của nv99").startswith(
        "Trong việc của đơn vị đồng chí không có mã NV99"
    )
    assert ward.type(ward.lan, "ảnh của nv7") == (
        f"Minh chứng vừa gửi đang ở {NV07}. Nếu là của việc khác, đồng chí gõ: ảnh của, kèm mã"
        " việc đó."
    )
    assert _at(ward) == [ward.report]
    assert ward.standing(ward.members)["value"] == 36


def test_a_picture_with_its_figure_is_not_asked_for_one(ward: Ward) -> None:
    assert ward.send(ward.lan, Media("photo", "1"), caption="NV07 60%") == (
        f"Đã nhận ảnh làm minh chứng cho {NV07}.\n\n"
        f"Đã ghi {NV07}: 60%.\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.send(ward.lan, Media("photo", "2"), caption="NV07 xong").startswith(
        f"Đã nhận ảnh làm minh chứng cho {NV07}.\n\nĐã ghi {NV07}: đã hoàn thành, lần trước 60%."
    )
