"""My open work, a code alone, and search, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.handlers_stories.ward import Ward


@pytest.fixture
def ward(tmp_path: Path) -> Ward:
    return Ward(tmp_path)


def test_the_most_urgent_work_stands_first_with_weekday_days_left_and_figures(ward: Ward) -> None:
    assert ward.type(ward.lan, "viec") == (
        "Đồng chí Lan có 3 việc đang thực hiện, trong đó 1 việc quá hạn:\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo “6 không”, chưa có số liệu\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6): CT03 Kết nạp đảng viên, chưa có số liệu\n"
        "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: CT12 250 tỷ đồng"
    )
    assert ward.offered(ward.lan) == []


def test_more_work_than_a_screen_holds_waits_behind_a_choice(ward: Ward) -> None:
    for number in range(20, 30):
        ward.assignment(ward.ward7, f"NV{number}", f"Việc {number}", f"2021-07-{number - 5}")
    first = ward.type(ward.lan, "viec")
    assert first.startswith("Đồng chí Lan có 13 việc đang thực hiện")
    assert len(first.splitlines()) == 10
    second = ward.choose(ward.lan, "Xem thêm (5 việc)")
    assert second.splitlines()[0] == "Việc thứ 9 đến 13 trong 13 việc:"
    assert len(second.splitlines()) == 7
    assert ward.offered(ward.lan) == []


def test_work_that_names_somebody_else_as_doer_is_not_mine(ward: Ward) -> None:
    other = ward.person("Võ Thị Tư", ward.ward7)
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_people (assignment_id, part, person_id)"
            " VALUES (:assignment, 'doer', :person)",
            assignment=ward.budget,
            person=other,
        )
    )
    assert "CT12" not in ward.type(ward.lan, "viec")
    assert "CT12" in ward.type(other, "viec")


def test_a_lead_sees_all_work_of_the_unit(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_people (assignment_id, part, person_id)"
            " VALUES (:assignment, 'doer', :person)",
            assignment=ward.budget8,
            person=ward.lan,
        )
    )
    assert "CT12 Thu ngân sách" in ward.type(ward.ba, "viec")


def test_the_chair_has_nothing_to_report_and_is_shown_where_to_look(ward: Ward) -> None:
    assert ward.type(ward.chair, "viec") == (
        "Đồng chí không phải báo cáo việc nào. Đồng chí gõ một mã để xem các đơn vị thực hiện đến"
        " đâu, hoặc gõ “tổng hợp” để xem tổng hợp."
    )


def test_a_code_shows_the_card_with_history_and_what_can_be_done(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 30")
    ward.later(hours=1)
    ward.type(ward.lan, "CT3 36")
    assert ward.type(ward.lan, "chỉ tiêu 3") == (
        "CT03 Kết nạp đảng viên\n"
        "🟢 Còn 7 ngày (thứ Tư, 16/6)\n"
        "Kế hoạch năm: 60 đảng viên\n"
        "Đã thực hiện: 36 đảng viên, 60% kế hoạch\n"
        "• 09/6: 36 đảng viên (Nguyễn Thị Lan)\n"
        "• 09/6: 30 đảng viên (Nguyễn Thị Lan)\n"
        "Đồng chí báo số liệu bằng cách gõ, ví dụ: 36 đảng viên"
    )
    assert ward.offered(ward.lan) == [
        "Đề nghị xác nhận hoàn thành",
        "Xin gia hạn",
        "Có vướng mắc",
    ]


def test_the_card_of_a_task_invites_to_type_a_percentage_and_offers_none(ward: Ward) -> None:
    assert ward.type(ward.lan, "nv 7").splitlines()[-1] == (
        "Đồng chí báo tiến độ bằng cách gõ 25, 50, 75 kèm dấu %, hoặc gõ: xong"
    )
    assert ward.offered(ward.lan) == ["Xong", "Xin gia hạn", "Có vướng mắc"]


def test_of_discreet_work_only_code_and_deadline_are_shown(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV09", "Diễn tập phòng thủ", "2021-07-09", discreet=1, percent=40)
    for said in (
        ward.type(ward.lan, "viec"),
        ward.type(ward.lan, "NV9"),
        ward.type(ward.chair, "NV9"),
        ward.type(ward.chair, "tim phuong 7"),
    ):
        assert "thứ Sáu, 09/7" in said
        assert "Diễn tập" not in said and "40%" not in said
    assert "Không có việc nào" in ward.type(ward.lan, "tim dien tap")


def test_the_chair_who_types_a_code_sees_every_unit_and_the_sum(ward: Ward) -> None:
    ward.type(ward.lan, "CT12 250 tỷ")
    ward.type(ward.ba, "CT12 90 tỷ")
    assert ward.type(ward.chair, "CT12") == (
        "CT12 Thu ngân sách: 2 đơn vị\n"
        "Cộng: 340/800 tỷ đồng, 42,5%\n"
        "2/2 đơn vị đã báo cáo; 🔴 1 quá hạn; ✅ 0 hoàn thành\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): Phường 7, 250/500 tỷ đồng\n"
        "🟢 Còn 21 ngày (thứ Tư, 30/6): Phường 8, 90/300 tỷ đồng"
    )


def test_a_rate_is_averaged_by_weight_over_the_units(ward: Ward) -> None:
    more = {"measure": "%", "aggregate": "weighted", "plan": 98}
    ward.assignment(ward.ward7, "CT20", "Bảo hiểm y tế", value=90, weight=3, **more)
    ward.assignment(ward.ward8, "CT20", "Bảo hiểm y tế", value=98, weight=1, **more)
    assert "Bình quân: 92%" in ward.type(ward.office, "CT20")


def test_the_worst_unit_stands_for_all_where_the_assignment_says_so(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV30", "Chuyển đổi số", percent=40, aggregate="worst")
    ward.assignment(ward.ward8, "NV30", "Chuyển đổi số", percent=90, aggregate="worst")
    assert "Thấp nhất: 40%" in ward.type(ward.office, "NV30")


def test_a_code_of_another_unit_is_as_unknown_as_one_that_does_not_exist(ward: Ward) -> None:
    unknown = (
        "Trong các việc đồng chí được xem không có mã {}. Đồng chí gõ “việc” để xem danh sách, hoặc"
        " gõ “tìm” cùng vài chữ trong tên việc."
    )
    assert ward.type(ward.ba, "NV7") == unknown.format("NV7")
    assert ward.type(ward.ba, "NV99") == unknown.format("NV99")


def test_a_coordinating_unit_may_read_the_card_but_is_offered_nothing(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_units (assignment_id, unit_id, part)"
            " VALUES (:assignment, :unit, 'coordinating')",
            assignment=ward.report,
            unit=ward.ward8,
        )
    )
    assert ward.type(ward.ba, "NV7").splitlines()[:2] == [
        "NV07 Báo cáo “6 không”",
        "Đơn vị chủ trì: Phường 7",
    ]
    assert ward.offered(ward.ba) == []


def test_somebody_with_posts_in_two_units_is_asked_which_one(ward: Ward) -> None:
    ward.post(ward.lan, ward.ward8, "reporter")
    assert ward.type(ward.lan, "CT12") == (
        "Đồng chí đang giữ chức vụ ở nhiều đơn vị có mã CT12. Đồng chí xem việc của đơn vị nào?"
    )
    assert "Kế hoạch năm: 300 tỷ đồng" in ward.choose(ward.lan, "Phường 8")


def test_search_finds_words_without_their_marks_in_ones_own_units_only(ward: Ward) -> None:
    assert ward.type(ward.lan, "tim NGAN sach") == (
        "Tìm thấy 1 việc có “NGAN sach”:\n"
        "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
        "Đồng chí gõ mã để xem một việc."
    )
    assert "Tìm thấy 2 việc" in ward.type(ward.chair, "tim ngân sách")
    assert "Không có việc nào" in ward.type(ward.ba, "tim dang vien")


def test_signs_in_a_search_are_only_signs(ward: Ward) -> None:
    assert "Không có việc nào" in ward.type(ward.lan, "tim %")
    assert "Không có việc nào" in ward.type(ward.lan, "tim '; DROP TABLE units; --")
