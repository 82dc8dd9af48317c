"""What a photo without a word is for, chosen or typed."""

from __future__ import annotations

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
        'Đã ghi làm minh chứng cho NV07 Báo cáo "6 không". Đồng chí gõ thêm số liệu nếu có.\n\n'
        'Đã ghi NV07 Báo cáo "6 không": 85%.'
    )
    held = ward.rows("SELECT assignment_id FROM evidence")
    assert [row[0] for row in held] == [ward.report] * 2
    assert "minh chứng" not in ward.type(ward.lan, "CT3 36")


def test_a_code_alone_says_what_the_photo_was_for_and_several_codes_do_not(ward: Ward) -> None:
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-1"))
    assert ward.type(ward.lan, "tiếp") == "Đã nhận. Đây là minh chứng cho việc nào?"
    assert "minh chứng" not in ward.type(ward.lan, "CT3 36, NV7 60%")
    ward.type(ward.lan, "viec")
    ward.send(ward.lan, Media("photo", "ref-2"))
    assert ward.type(ward.lan, "ct3") == (
        "Đã ghi làm minh chứng cho CT03 Kết nạp đảng viên. Đồng chí gõ thêm số liệu nếu có."
    )
    held = ward.rows("SELECT assignment_id FROM evidence ORDER BY id")
    assert [row[0] for row in held] == [None, ward.members]


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
