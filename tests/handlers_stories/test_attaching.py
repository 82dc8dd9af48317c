"""What a photo without a word is for, chosen or typed."""

from __future__ import annotations

import pytest

from domain.message import Media
from tests.handlers_stories.ward import Ward


def test_a_photo_without_a_word_is_asked_about_and_then_attached(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    assert ward.send(ward.lan, Media("photo", "ref-1")) == (
        "Đã nhận. Đây là minh chứng cho việc nào?"
    )
    ward.choose(ward.lan, "CT12 Thu ngân sách")
    assert ward.rows("SELECT assignment_id FROM evidence")[0][0] == ward.budget


def test_a_code_with_its_figure_says_what_the_photos_were_for(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-1"))
    ward.send(ward.lan, Media("photo", "ref-2"))
    said = ward.type(ward.lan, "NV07 85%")
    assert said.startswith(
        'Đã ghi làm minh chứng cho NV07 Báo cáo "6 không".\n\nĐã ghi NV07 Báo cáo "6 không": 85%.'
    )
    held = ward.rows("SELECT assignment_id FROM evidence")
    assert [row[0] for row in held] == [ward.report] * 2
    assert "minh chứng" not in ward.type(ward.lan, "CT3 36")


def test_a_code_alone_says_what_the_photo_was_for_and_several_codes_do_not(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-1"))
    assert ward.type(ward.lan, "tiếp") == "Đã nhận. Đây là minh chứng cho việc nào?"
    said = ward.type(ward.lan, "CT3 36, NV7 60%")
    assert said.startswith("Đã ghi CT03 Kết nạp đảng viên: 36 đảng viên")
    assert said.endswith("\n\nCòn ảnh, tệp vừa gửi là minh chứng cho việc nào?")
    assert ward.offered(ward.lan) == ["CT03 Kết nạp đảng viên", 'NV07 Báo cáo "6 không"']
    ward.choose(ward.lan, 'NV07 Báo cáo "6 không"')
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-2"))
    assert ward.type(ward.lan, "ct3") == (
        "Đã ghi làm minh chứng cho CT03 Kết nạp đảng viên. Đồng chí gõ thêm số liệu nếu có."
    )
    held = ward.rows("SELECT assignment_id FROM evidence ORDER BY id")
    assert [row[0] for row in held] == [ward.report, ward.members]


def test_a_figure_without_a_code_is_asked_about_together_with_the_photo(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-1"))
    assert ward.type(ward.lan, "60%") == 'Ảnh, tệp vừa gửi và tin "60%" là của việc nào?'
    assert ward.reports() == []
    assert ward.choose(ward.lan, 'NV07 Báo cáo "6 không"') == (
        'Đã ghi làm minh chứng cho NV07 Báo cáo "6 không".\n\n'
        'Đã ghi NV07 Báo cáo "6 không": 60%.\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
    )
    assert ward.rows("SELECT assignment_id FROM evidence")[0][0] == ward.report
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-2"))
    ward.type(ward.lan, "70%")
    assert 'Đã ghi NV07 Báo cáo "6 không": 70%' in ward.type(ward.lan, "nv7")
    assert all(row[0] == ward.report for row in ward.rows("SELECT assignment_id FROM evidence"))


def test_a_photo_that_another_question_took_the_place_of_is_asked_for_again(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-1"))
    said = ward.type(ward.lan, "CT3 36, CT12 2500 tỷ")
    assert "vượt quá xa kế hoạch" in said
    assert said.endswith(
        "Ảnh, tệp gửi trước đó chưa rõ là minh chứng cho việc nào. Đồng chí trả lời xong thì gửi"
        " lại kèm mã giúp."
    )


def test_words_beside_a_photo_that_fit_other_work_are_asked_about_and_then_read(
    ward: Ward,
) -> None:
    asked = "Đã nhận. Đây là minh chứng cho việc nào?"
    ward.type(ward.lan, "NV7")
    assert ward.send(ward.lan, Media("photo", "1"), caption="kết nạp được 8 đảng viên") == asked
    assert ward.offered(ward.lan) == ["CT03 Kết nạp đảng viên", 'NV07 Báo cáo "6 không"']
    assert ward.reports() == []
    said = ward.choose(ward.lan, "CT03 Kết nạp đảng viên")
    assert said.startswith("Đã ghi làm minh chứng cho CT03 Kết nạp đảng viên.")
    assert "Đã ghi CT03 Kết nạp đảng viên: 8 đảng viên" in said
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "2"), caption="được 70% rồi")
    assert 'Đã ghi NV07 Báo cáo "6 không": 70%' in ward.type(ward.lan, "nv7")
    held = ward.rows("SELECT assignment_id FROM evidence ORDER BY id")
    assert [row[0] for row in held] == [ward.members, ward.report]


@pytest.mark.parametrize("caption", ["nv99 xong", "NV99", "ct30 36 đảng viên"])
def test_a_photo_with_a_code_that_is_none_of_theirs_is_kept_and_asked_about(
    ward: Ward, caption: str
) -> None:
    said = ward.send(ward.lan, Media("photo", "ref-1"), caption=caption)
    assert said.startswith(
        "Đã nhận. Đây là minh chứng cho việc nào?\n\nTrong việc của đơn vị đồng chí không có mã "
    )
    assert "CT03 Kết nạp đảng viên" in ward.offered(ward.lan)
    assert ward.type(ward.lan, "ảnh của nv07").startswith(
        'Đã ghi làm minh chứng cho NV07 Báo cáo "6 không".'
    )
    assert ward.rows("SELECT assignment_id FROM evidence")[0][0] == ward.report
    assert ward.reports() == []


def test_a_photo_beside_a_code_of_theirs_and_one_that_is_none_is_asked_about(
    ward: Ward,
) -> None:
    said = ward.send(ward.lan, Media("photo", "ref-1"), caption="ct30 36, ct03 36")
    assert said.startswith(
        "Đã nhận. Đây là minh chứng cho việc nào?\n\nĐã ghi CT03 Kết nạp đảng viên: 36 đảng viên"
    )
    assert ward.offered(ward.lan) == ["CT03 Kết nạp đảng viên"]
    ward.choose(ward.lan, "CT03 Kết nạp đảng viên")
    assert ward.rows("SELECT assignment_id FROM evidence")[0][0] == ward.members
    assert len(ward.reports()) == 1
