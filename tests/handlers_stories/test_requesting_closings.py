"""That something is finished is put before who may confirm it, who confirms or returns it."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward


def test_nobody_decides_what_they_asked_for_themself(ward: Ward) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(head, "CT3")
    ward.choose(head, "Đề nghị xác nhận hoàn thành")
    ward.choose(head, "Vẫn đề nghị xác nhận")
    assert ward.type(head, "choduyet") == "Không có đề nghị nào đang chờ đồng chí duyệt."
    assert ward.offered(ward.chair) == ["Xác nhận hoàn thành", "Trả lại"]


def test_that_something_is_finished_the_units_own_lead_confirms(ward: Ward) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, "CT3")
    ward.choose(ward.lan, "Đề nghị xác nhận hoàn thành")
    ward.choose(ward.lan, "Vẫn đề nghị xác nhận")
    assert ward.choose(head, "Xác nhận hoàn thành") == (
        "Đã xác nhận hoàn thành CT03 Kết nạp đảng viên (Phường 7) và báo đơn vị."
    )
    assert ward.standing(ward.members)["state"] == "done"


def test_what_waits_to_be_confirmed_is_returned_with_a_reason_and_a_new_day(ward: Ward) -> None:
    ward.type(ward.lan, "CT3")
    ward.choose(ward.lan, "Đề nghị xác nhận hoàn thành")
    said = ward.choose(ward.lan, "Vẫn đề nghị xác nhận")
    assert said == (
        "Đã ghi đề nghị xác nhận hoàn thành cho CT03 Kết nạp đảng viên và trình lãnh đạo có thẩm"
        " quyền. Trong lúc chờ, đồng chí không bị nhắc việc này."
    )
    assert ward.standing(ward.members)["state"] == "awaiting"
    assert ward.choose(ward.chair, "Trả lại") == (
        "Xin đồng chí gõ một câu về phần còn thiếu của CT03 Kết nạp đảng viên; câu này được"
        " chuyển tới đồng chí Nguyễn Thị Lan, có thể kèm thời hạn mới, ví dụ: thiếu biên bản, bổ"
        " sung đến 30/6. Chưa muốn quyết định, đồng chí gõ: hủy"
    )
    assert ward.type(ward.chair, "thiếu danh sách, bổ sung đến 25/6") == (
        "Đã trả lại CT03 Kết nạp đảng viên (Phường 7) và báo đơn vị.\nThời hạn mới: thứ Sáu, 25/6."
    )
    assert ward.last_heard(ward.lan) == (
        "Đồng chí Lê Văn Chủ trả lại, chưa xác nhận hoàn thành: CT03 Kết nạp đảng viên.\n"
        "Lý do: thiếu danh sách, bổ sung đến 25/6\n"
        "Thời hạn mới: 🟢 Còn 16 ngày (thứ Sáu, 25/6)"
    )
    standing = ward.standing(ward.members)
    assert (standing["state"], standing["due_on"]) == ("open", "2021-06-25")


def test_a_target_is_closed_by_a_decision_on_the_day_on_which_that_was_asked(ward: Ward) -> None:
    ward.type(ward.lan, "CT3 60")
    ward.type(ward.lan, "CT3")
    ward.choose(ward.lan, "Đề nghị xác nhận hoàn thành")
    ward.on("2021-06-18")
    ward.choose(ward.chair, "Xác nhận hoàn thành")
    standing = ward.standing(ward.members)
    assert (standing["state"], standing["done_on"], standing["value"]) == ("done", "2021-06-09", 60)
    decided = ward.reports()[-1]
    assert (decided["origin"], decided["reported_by"]) == ("decision", ward.chair)
    assert "✅ Hoàn thành đúng hạn (thứ Tư, 09/6)" in ward.last_heard(ward.lan)


def test_a_last_figure_does_not_open_a_closed_target_again(ward: Ward) -> None:
    ward.type(ward.lan, "CT3")
    ward.choose(ward.lan, "Đề nghị xác nhận hoàn thành")
    ward.choose(ward.lan, "Vẫn đề nghị xác nhận")
    ward.choose(ward.chair, "Xác nhận hoàn thành")
    ward.type(ward.lan, "CT3 61")
    standing = ward.standing(ward.members)
    assert (standing["state"], standing["done_on"], standing["value"]) == ("done", "2021-06-09", 61)


def test_who_asks_to_confirm_has_said_that_all_of_it_is_finished(ward: Ward) -> None:
    ward.assignment(ward.ward7, "NV20", "Rà soát văn bản", "2021-12-31", reporting="month")
    said = ward.type(ward.lan, "NV20 xong, đề nghị xác nhận")
    assert said.startswith("Đã ghi NV20 Rà soát văn bản: đã hoàn thành")
    assert said.endswith("đã hoàn thành (thứ Tư, 09/6), không cần đề nghị xác nhận nữa.")
    assert "hay xong toàn bộ" not in said


@pytest.mark.parametrize("answer", ["Không", "2"])
def test_who_is_asked_whether_to_confirm_so_early_may_say_no(ward: Ward, answer: str) -> None:
    ward.type(ward.lan, "CT3 30")
    ward.type(ward.lan, "CT3 đề nghị xác nhận hoàn thành")
    assert ward.offered(ward.lan) == ["Vẫn đề nghị xác nhận", "Không"]
    assert ward.type(ward.lan, answer) == (
        "Vâng, chưa đề nghị xác nhận CT03 Kết nạp đảng viên. Khi có số liệu mới, đồng chí gõ, ví"
        " dụ: CT03 50 đảng viên"
    )
    assert ward.standing(ward.members)["state"] == "open"
    assert ward.rows("SELECT id FROM requests") == []


def test_no_brackets_stand_inside_brackets(ward: Ward) -> None:
    ward.assignment(ward.ward7, "CT30", "Bảo hiểm y tế", measure="%", plan=94)
    ward.type(ward.lan, "CT30 60%")
    assert ward.type(ward.lan, "CT30 đề nghị xác nhận hoàn thành") == (
        "CT30 Bảo hiểm y tế mới đạt 63,8% kế hoạch: 60% (kế hoạch 94%)."
        " Đồng chí vẫn đề nghị xác nhận hoàn thành?"
    )


def _reached(ward: Ward) -> int:
    """A target of the year that has its plan and is to be confirmed by the unit's own lead."""
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    year = ward.assignment(
        ward.ward7, "CT20", "Trồng cây xanh", "2021-12-31", measure="cây", plan=1000
    )
    ward.type(ward.lan, "CT20 1000 cây")
    ward.type(ward.lan, "CT20 đề nghị xác nhận hoàn thành")
    assert ward.type(head, "choduyet") == (
        "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị xác nhận hoàn thành:"
        " CT20 Trồng cây xanh\n"
        "🔵 Chờ xác nhận hoàn thành (hạn thứ Sáu, 31/12)\n"
        "Đã thực hiện: 1.000/1.000 cây"
    )
    assert ward.standing(year)["state"] == "awaiting"
    return head


def test_before_a_deadline_is_drawn_forward_it_is_asked(ward: Ward) -> None:
    head = _reached(ward)
    assert ward.type(head, "trả lại, hạn 15/6") == (
        "Thời hạn hiện nay của CT20 Trồng cây xanh là thứ Sáu, 31/12. Đồng chí trả lại và rút thời"
        " hạn về thứ Ba, 15/6, hay giữ thời hạn hiện nay?"
    )
    assert ward.offered(head) == [
        "Trả lại, rút thời hạn về thứ Ba, 15/6",
        "Trả lại, giữ thời hạn thứ Sáu, 31/12",
    ]
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"
    assert ward.choose(head, "Trả lại, rút thời hạn về thứ Ba, 15/6") == (
        "Đã trả lại CT20 Trồng cây xanh (Phường 7) và báo đơn vị.\nThời hạn mới: thứ Ba, 15/6."
    )
    assert ward.last_heard(ward.lan) == (
        "Đồng chí Trần Văn Trưởng trả lại, chưa xác nhận hoàn thành: CT20 Trồng cây xanh.\n"
        "Thời hạn mới: 🟢 Còn 6 ngày (thứ Ba, 15/6)"
    )


@pytest.mark.parametrize("typed", [True, False])
def test_a_deadline_that_is_kept_stays_and_nothing_reads_as_a_success(
    ward: Ward, typed: bool
) -> None:
    head = _reached(ward)
    if typed:
        ward.type(head, "trả lại, thiếu biên bản nghiệm thu, hạn đến 15/6")
    else:
        ward.choose(head, "Trả lại")
        ward.type(head, "thiếu biên bản nghiệm thu, hạn đến 15/6")
    ward.choose(head, "Trả lại, giữ thời hạn thứ Sáu, 31/12")
    assert ward.last_heard(ward.lan) == (
        "Đồng chí Trần Văn Trưởng trả lại, chưa xác nhận hoàn thành: CT20 Trồng cây xanh.\n"
        "Lý do: thiếu biên bản nghiệm thu\n"
        "🟢 Còn 205 ngày (thứ Sáu, 31/12)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "đồng ý chưa được",
        "trả lại cho ai vậy?",
        "đồng ý đến 20/6",
        "xác nhận nhưng phải gửi hồ sơ",
        "chưa được, thiếu biên bản",
    ],
)
def test_what_is_no_verdict_confirms_and_returns_nothing(ward: Ward, text: str) -> None:
    head = _reached(ward)
    assert ward.type(head, text).startswith("Chưa ghi quyết định nào.")
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"


@pytest.mark.parametrize("text", ["NV07 ok 60%", "NV07 được duyệt, đạt 60%", "NV07 60%"])
def test_a_report_of_a_lead_below_a_request_is_a_report(ward: Ward, text: str) -> None:
    head = _reached(ward)
    ward.type(head, text)
    assert ward.standing(ward.report)["percent"] == 60
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"


@pytest.mark.parametrize(
    "wish", ["tắt nhắc đi", "tat nhac di", "NV07 tắt nhắc đi", "anh tắt nhắc việc này"]
)
def test_who_only_wants_no_more_reminders_is_asked_whether_to_confirm(
    ward: Ward, wish: str
) -> None:
    ward.type(ward.lan, "NV07 60%")
    assert ward.type(ward.lan, wish) == (
        'Nhắc việc NV07 Báo cáo "6 không" chỉ dừng khi việc được xác nhận hoàn thành.'
        " Đồng chí đề nghị xác nhận?"
    )
    assert ward.standing(ward.report)["state"] == "open"
    ward.choose(ward.lan, "Vẫn đề nghị xác nhận")
    assert ward.standing(ward.report)["state"] == "awaiting"


def test_who_asks_in_words_to_confirm_is_not(ward: Ward) -> None:
    ward.type(ward.lan, "NV07 60%")
    ward.type(ward.lan, "NV07 đề nghị xác nhận hoàn thành")
    assert ward.standing(ward.report)["state"] == "awaiting"
