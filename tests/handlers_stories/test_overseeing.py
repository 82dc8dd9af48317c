"""A chair or an overseer asks in words of the units below: one unit, what is overdue, who is
silent."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

_WARD7 = (
    "Phường 7 có 3 việc đang thực hiện, trong đó 1 việc quá hạn:\n"
    "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
    '🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo "6 không", chưa có số liệu\n'
    "🟢 Còn 7 ngày (thứ Tư, 16/6): CT03 Kết nạp đảng viên, chưa có số liệu\n"
    "Đồng chí gõ mã để xem một việc ở các đơn vị."
)


@pytest.mark.parametrize(
    "text", ["phường 7", "phuong 7 lam an sao roi", "xem Phường 7", "phường 7 thế nào rồi?"]
)
def test_the_name_of_a_unit_opens_what_it_has_overdue_and_running(ward: Ward, text: str) -> None:
    assert ward.type(ward.chair, text) == _WARD7


def test_an_overseer_opens_the_units_below_and_no_others(ward: Ward) -> None:
    overseer = ward.person("Võ Thị Trông", ward.ward7, "overseer")
    assert ward.type(overseer, "phường 7") == _WARD7
    assert "việc đang thực hiện" not in ward.type(overseer, "phường 8")


def test_an_official_opens_no_unit_by_its_name(ward: Ward) -> None:
    assert "việc đang thực hiện" not in ward.type(ward.lan, "phường 8")


def test_more_than_a_screen_of_a_unit_waits_behind_a_choice(ward: Ward) -> None:
    for number in range(20, 28):
        ward.assignment(ward.ward8, f"NV{number}", f"Việc {number}", "2021-07-10")
    first = ward.type(ward.chair, "phường 8")
    assert first.startswith("Phường 8 có 9 việc đang thực hiện:\n")
    assert ward.choose(ward.chair, "Xem thêm (1 việc)") == (
        "Phường 8 có 9 việc đang thực hiện:\n"
        "🟢 Còn 31 ngày (thứ Bảy, 10/7): NV27 Việc 27, chưa có số liệu\n"
        "Đồng chí gõ mã để xem một việc ở các đơn vị."
    )


def test_a_name_of_several_units_is_asked_about(ward: Ward) -> None:
    ward.unit("Ban Dân vận", ward.city)
    ward.unit("Ban Dân vận phường 7", ward.city)
    ward.unit("Khối Dân vận", ward.city)
    assert ward.type(ward.chair, "dân vận") == "Đồng chí xem việc của đơn vị nào?"
    assert ward.offered(ward.chair) == ["Ban Dân vận", "Khối Dân vận"]
    assert ward.choose(ward.chair, "Khối Dân vận") == (
        "Khối Dân vận không có việc nào đang thực hiện."
    )


def test_the_list_of_units_says_how_one_is_opened(ward: Ward) -> None:
    ward.type(ward.chair, "tổng hợp")
    said = ward.choose(ward.chair, "Xem theo đơn vị")
    assert said.endswith("\nĐồng chí gõ tên đơn vị để xem việc của đơn vị ấy.")


def test_what_is_overdue_anywhere_is_shown_on_request(ward: Ward) -> None:
    assert ward.type(ward.chair, "việc quá hạn") == (
        "🔴 Quá hạn: 1 việc\n• CT12 Thu ngân sách: quá hạn 2 ngày, Phường 7"
    )
    assert ward.type(ward.lan, "việc quá hạn").startswith("Đồng chí có 1 việc quá hạn:")


@pytest.mark.parametrize("text", ["ai chưa nộp báo cáo", "đơn vị nào chưa báo cáo?"])
def test_who_has_not_reported_is_shown_on_request(ward: Ward, text: str) -> None:
    ward.type(ward.lan, "NV7 60%")
    for person in (ward.chair, ward.office):
        assert ward.type(person, text) == (
            "Chưa báo cáo đủ trong 30 ngày qua: 2 đơn vị\n"
            "• Phường 8: 1 trên 1 việc đang thực hiện chưa có báo cáo\n"
            "• Phường 7: 2 trên 3 việc đang thực hiện chưa có báo cáo"
        )
    assert ward.offered(ward.chair) == ["Xem theo đơn vị"]


def test_when_all_reported_that_is_said(ward: Ward) -> None:
    for text in ("NV7 60%", "CT3 20", "CT12 100 tỷ"):
        ward.type(ward.lan, text)
    ward.type(ward.ba, "CT12 100 tỷ")
    assert ward.type(ward.chair, "ai chưa nộp báo cáo") == (
        "🟢 Trong 30 ngày qua, mọi việc đang thực hiện đều có báo cáo."
    )


def test_whoever_only_administers_sees_no_work(ward: Ward) -> None:
    """Not even that of the unit in which the post is held."""
    admin = ward.person("Võ Văn Huy", ward.ward7, "admin")
    assert ward.type(admin, "CT12").startswith("Đồng chí không có phần xem chỉ tiêu, nhiệm vụ.")


@pytest.mark.parametrize("text", ["việc quá hạn", "việc trễ", "viec qua han"])
def test_who_leads_and_looks_after_units_sees_all_that_is_overdue(ward: Ward, text: str) -> None:
    both = ward.person("Võ Thị Ân", ward.ward8, "lead")
    ward.post(both, ward.city, "overseer")
    assert ward.type(both, text) == (
        "🔴 Quá hạn: 1 việc\n• CT12 Thu ngân sách: quá hạn 2 ngày, Phường 7"
    )


def test_whoever_decides_opens_what_waits_for_them(ward: Ward) -> None:
    room = ward.unit("Phòng Kinh tế", ward.ward8)
    maker = ward.person("Đỗ Văn Làm", room)
    ward.assignment(room, "NV27", "Đề án ẩm thực", "2021-06-18")
    assert "không có mã NV27" in ward.type(ward.ba, "NV27")
    ward.type(maker, "NV27 xin gia hạn đến 30/6")
    assert ward.type(ward.ba, "NV27") == (
        "NV27 Đề án ẩm thực\n"
        "Đơn vị chủ trì: Phòng Kinh tế\n"
        "🟢 Còn 9 ngày (thứ Sáu, 18/6)\n"
        "Đã thực hiện: chưa có số liệu\n"
        "Đang chờ quyết định: gia hạn đến thứ Tư, 30/6"
    )
