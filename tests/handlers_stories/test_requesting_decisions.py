"""What was asked for is decided once, by choice or in words, and told to who asked."""

from __future__ import annotations

import pytest

from domain.instants import stamp
from tests.handlers_stories.ward import Ward


def test_a_granted_extension_moves_the_deadline_and_is_told(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.choose(ward.chair, "Đồng ý") == (
        'Đã đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.'
    )
    assert ward.last_heard(ward.lan) == (
        'Đồng chí Lê Văn Chủ đã đồng ý gia hạn đến thứ Tư, 30/6: NV07 Báo cáo "6 không".\n'
        "🟢 Còn 21 ngày (thứ Tư, 30/6)"
    )
    assert ward.standing(ward.report)["due_on"] == "2021-06-30"


def test_a_refusal_is_asked_for_its_reason_and_told_with_it(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.choose(ward.chair, "Không đồng ý") == (
        'Để trả lời đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không", xin đồng chí gõ'
        " một câu lý do; câu này được chuyển tới đồng chí Nguyễn Thị Lan. Chưa muốn quyết định,"
        " đồng chí gõ: hủy"
    )
    assert ward.offered(ward.chair) == ["Không ghi lý do"]
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"
    assert ward.type(ward.chair, "báo cáo này phải kịp kỳ họp") == (
        'Đã ghi ý kiến không đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không"'
        " (Phường 7) và báo đơn vị."
    )
    assert ward.last_heard(ward.lan) == (
        'Đồng chí Lê Văn Chủ không đồng ý gia hạn đến thứ Tư, 30/6: NV07 Báo cáo "6 không". Thời'
        " hạn giữ nguyên.\n"
        "Lý do: báo cáo này phải kịp kỳ họp\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)"
    )
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


def test_a_refusal_needs_no_reason(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.choose(ward.chair, "Không đồng ý")
    ward.choose(ward.chair, "Không ghi lý do")
    assert ward.last_heard(ward.lan).startswith("Đồng chí Lê Văn Chủ không đồng ý gia hạn")
    assert "Lý do" not in ward.last_heard(ward.lan)
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


def test_whoever_chose_to_refuse_may_still_agree(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    asked = ward.rows("SELECT max(id) FROM offers")[0][0]
    ward.choose(ward.chair, "Không đồng ý")
    ward.write(lambda tx: tx.run("DELETE FROM offers WHERE id <> :id", id=asked))
    assert ward.choose(ward.chair, "Đồng ý").startswith("Đã đồng ý gia hạn đến thứ Tư, 30/6")


def test_a_shorter_extension_is_granted_and_told_beside_what_was_asked_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.choose(ward.chair, "Cho đến ngày khác") == (
        'Đồng chí cho gia hạn NV07 Báo cáo "6 không" đến ngày nào? Ví dụ: 30/6\n'
        "Đồng chí Nguyễn Thị Lan đề nghị gia hạn đến thứ Tư, 30/6."
    )
    assert ward.type(ward.chair, "cũng được") == (
        "Chưa rõ ngày nào. Đồng chí gõ ngày và tháng, ví dụ: 30/6"
    )
    assert ward.type(ward.chair, "10/6").startswith("Ngày ấy không muộn hơn thời hạn hiện nay")
    assert ward.type(ward.chair, "đến 18/6") == (
        'Đã đồng ý gia hạn đến thứ Sáu, 18/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.'
    )
    assert ward.last_heard(ward.lan) == (
        'Đồng chí Lê Văn Chủ đã đồng ý gia hạn đến thứ Sáu, 18/6: NV07 Báo cáo "6 không".\n'
        "Đồng chí đã đề nghị đến thứ Tư, 30/6.\n"
        "🟢 Còn 9 ngày (thứ Sáu, 18/6)"
    )
    assert ward.standing(ward.report)["due_on"] == "2021-06-18"


@pytest.mark.parametrize(
    ("chosen", "due_on", "told"),
    [
        ("Cho gia hạn đến thứ Sáu, 18/6", "2021-06-18", "đã đồng ý gia hạn đến thứ Sáu, 18/6"),
        ("Giữ nguyên thời hạn", "2021-06-10", "Lý do: chỉ cho đến 18/6 thôi"),
    ],
)
def test_a_refusal_that_names_a_later_day_is_asked_about(
    ward: Ward, chosen: str, due_on: str, told: str
) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.choose(ward.chair, "Không đồng ý")
    assert ward.type(ward.chair, "chỉ cho đến 18/6 thôi") == (
        'Đồng chí cho gia hạn NV07 Báo cáo "6 không" đến thứ Sáu, 18/6, hay giữ nguyên thời hạn?'
    )
    ward.choose(ward.chair, chosen)
    assert told in ward.last_heard(ward.lan)
    assert ward.standing(ward.report)["due_on"] == due_on


def test_help_is_answered_in_words_that_come_back_to_who_asked(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 vướng mặt bằng ở ấp 3")
    ward.choose(ward.lan, "Đề nghị cấp trên hỗ trợ")
    assert ward.offered(ward.chair) == [
        "Nhận giải quyết",
        "Chưa có hướng giải quyết",
        "Trả lời đơn vị",
    ]
    assert ward.choose(ward.chair, "Trả lời đơn vị") == (
        "Đồng chí gõ nội dung trả lời đồng chí Nguyễn Thị Lan về vướng mắc của"
        ' NV07 Báo cáo "6 không".'
    )
    assert ward.type(ward.chair, "mai Phòng Tài nguyên xuống làm việc cùng ấp") == (
        'Đã chuyển câu trả lời về NV07 Báo cáo "6 không" tới Phường 7.'
    )
    assert ward.last_heard(ward.lan) == (
        'Đồng chí Lê Văn Chủ trả lời về vướng mắc của NV07 Báo cáo "6 không":\n'
        "mai Phòng Tài nguyên xuống làm việc cùng ấp\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)"
    )


def test_a_substitute_decides_while_the_chair_is_on_leave(ward: Ward) -> None:
    deputy = ward.person("Đỗ Thị Phó", ward.city)
    ward.write(
        lambda tx: tx.insert(
            "INSERT INTO leaves (person_id, substitute_id, first_on, last_on, set_by, set_at)"
            " VALUES (:chair, :deputy, '2021-06-08', '2021-06-11', :chair, :now)",
            chair=ward.chair,
            deputy=deputy,
            now="2021-06-08T00:00:00.000000Z",
        )
    )
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert ward.type(deputy, "choduyet").startswith(
        "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn"
    )
    ward.choose(deputy, "Đồng ý")
    assert ward.last_heard(ward.lan).startswith("Đồng chí Đỗ Thị Phó đã đồng ý gia hạn")
    ward.on("2021-06-14")
    assert ward.type(deputy, "choduyet").startswith("Việc này không thuộc phần việc")


def test_what_waits_is_listed_and_one_can_be_chosen(ward: Ward) -> None:
    assert ward.type(ward.chair, "choduyet") == ("Không có đề nghị nào đang chờ đồng chí duyệt.")
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.ba, "CT12 xin gia hạn đến 15/7")
    assert ward.type(ward.chair, "choduyet") == (
        "Có 2 đề nghị đang chờ đồng chí duyệt:\n"
        'Phường 7: gia hạn đến thứ Tư, 30/6, NV07 Báo cáo "6 không"\n'
        "Phường 8: gia hạn đến thứ Năm, 15/7, CT12 Thu ngân sách\n"
        "Đồng chí chọn một đề nghị để quyết định."
    )
    ward.choose(ward.chair, "CT12, Phường 8")
    ward.choose(ward.chair, "Không đồng ý")
    ward.choose(ward.chair, "Không ghi lý do")
    assert ward.type(ward.chair, "choduyet").startswith(
        "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị"
    )


def test_who_may_not_decide_is_refused_whatever_they_hold(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.write(lambda tx: tx.run("UPDATE memberships SET role = 'overseer' WHERE role = 'chair'"))
    assert ward.choose(ward.chair, "Đồng ý") == (
        "Đề nghị này không thuộc thẩm quyền quyết định của đồng chí."
    )
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


def test_a_digit_between_two_lists_is_asked_about_with_what_each_would_do(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.later(minutes=5)
    ward.type(ward.ba, "CT12 xin gia hạn đến 15/7")
    arrived = "UPDATE outbox SET state = 'sent', sent_at = :now WHERE chat = :chat"
    at = ward.chat(ward.chair).chat
    ward.write(lambda tx: tx.run(arrived, now=stamp(ward.now), chat=at))
    ward.later(seconds=20)
    assert ward.type(ward.chair, "1").startswith("Vừa có thêm một tin gửi đến đồng chí")
    assert ward.offered(ward.chair) == [
        'Đồng ý: NV07 Báo cáo "6 không" (Phường 7)',
        "Đồng ý: CT12 Thu ngân sách (Phường 8)",
    ]


def test_a_digit_after_our_own_answer_is_of_the_list_before_it(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.ba, "CT12 xin gia hạn đến 15/7")
    ward.later(minutes=5)
    ward.type(ward.chair, "choduyet")
    ward.later(seconds=10)
    ward.type(ward.chair, "chào em")
    assert ward.type(ward.chair, "2").startswith(
        "Kính báo cáo đồng chí: đồng chí Trần Văn Ba (Phường 8) đề nghị gia hạn"
    )


def test_more_than_a_screen_of_requests_waits_behind_a_choice(ward: Ward) -> None:
    for number in range(1, 7):
        ward.assignment(ward.ward7, f"NV4{number}", f"Việc {number}", "2021-06-10")
        ward.type(ward.lan, f"NV4{number} xin gia hạn đến {20 + number}/6")
    first = ward.type(ward.chair, "choduyet")
    assert first.startswith("Có 6 đề nghị đang chờ đồng chí duyệt:\n")
    assert first.count("Phường 7: gia hạn") == 4
    assert ward.offered(ward.chair)[-1] == "Xem thêm (2 đề nghị)"
    assert ward.choose(ward.chair, "Xem thêm (2 đề nghị)") == (
        "Có 6 đề nghị đang chờ đồng chí duyệt:\n"
        "Phường 7: gia hạn đến thứ Sáu, 25/6, NV45 Việc 5\n"
        "Phường 7: gia hạn đến thứ Bảy, 26/6, NV46 Việc 6\n"
        "Đồng chí chọn một đề nghị để quyết định."
    )


def test_a_shorter_extension_is_not_granted_when_its_day_has_gone_by(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.choose(ward.chair, "Không đồng ý")
    ward.type(ward.chair, "chỉ cho đến 14/6 thôi")
    offered = ward.offered(ward.chair)[0]
    ward.on("2021-06-15")
    assert ward.choose(ward.chair, offered).startswith("Ngày xin gia hạn (thứ Hai, 14/6) đã qua.")
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


def test_a_target_that_has_its_plan_is_not_said_to_be_overdue(ward: Ward) -> None:
    ward.on("2021-06-21")
    assert ward.type(ward.lan, "CT3 xin gia hạn đến 30/6").endswith(
        "Thời hạn hiện nay: 🔴 Quá hạn 5 ngày (thứ Tư, 16/6)."
    )
    ward.type(ward.lan, "CT3 60 đảng viên")
    assert ward.type(ward.chair, "choduyet") == (
        "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan (Phường 7) đề nghị gia hạn đến thứ Tư,"
        " 30/6: CT03 Kết nạp đảng viên\n"
        "✅ Đã đạt kế hoạch (hạn thứ Tư, 16/6)\n"
        "Đã thực hiện: 60/60 đảng viên"
    )
    ward.type(ward.chair, "không đồng ý vì đã đủ số")
    assert ward.last_heard(ward.lan) == (
        "Đồng chí Lê Văn Chủ không đồng ý gia hạn đến thứ Tư, 30/6: CT03 Kết nạp đảng viên. Thời"
        " hạn giữ nguyên.\n"
        "Lý do: đã đủ số\n"
        "✅ Đã đạt kế hoạch (hạn thứ Tư, 16/6)"
    )


def test_a_digit_after_what_was_not_understood_is_of_the_request_before_it(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.later(minutes=5)
    ward.type(ward.chair, "choduyet")
    ward.later(seconds=10)
    ward.type(ward.chair, "để tôi xem đã")
    ward.later(seconds=10)
    assert ward.type(ward.chair, "1") == (
        'Đã đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo đơn vị.'
    )


def test_a_digit_that_may_be_a_figure_is_asked_about_without_speaking_of_a_message(
    ward: Ward,
) -> None:
    ward.type(ward.lan, "NV7")
    ward.later(seconds=10)
    ward.type(ward.lan, "cảm ơn đồng chí nhé, để em xem lại")
    assert ward.type(ward.lan, "1") == (
        "Số 1 là mục trong danh sách trước đó, hay là số liệu? Đồng chí chọn mục dưới đây; nếu là"
        " số liệu thì ghi kèm mã, ví dụ: CT12 250 tỷ đồng"
    )
    assert ward.offered(ward.lan) == ['Xong: NV07 Báo cáo "6 không"']
    assert ward.reports() == []


def test_a_digit_that_a_request_does_not_have_brings_no_hint_to_report(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.chair, "choduyet")
    assert ward.type(ward.chair, "4") == (
        "Danh sách vừa gửi chỉ có mục 1 đến 3, không có mục 4. Đồng chí chọn lại số mục."
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("NV7", 'NV07 Báo cáo "6 không"'),
        ("menu", "Chào đồng chí Chủ."),
        ("Việc", "Đồng chí không phải báo cáo việc nào."),
        ("chờ duyệt", "Kính báo cáo đồng chí: đồng chí Nguyễn Thị Lan"),
        ("việc quá hạn", "quá hạn"),
    ],
)
def test_what_is_looked_up_while_a_reason_is_waited_for_is_no_reason(
    ward: Ward, typed: str, shown: str
) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.choose(ward.chair, "Không đồng ý")
    said = ward.type(ward.chair, typed)
    assert shown in said
    assert said.endswith('đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.')
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"
    assert ward.type(ward.chair, "tiếp").startswith("Để trả lời đề nghị gia hạn")
    ward.type(ward.chair, "việc đã quá hạn")
    assert "\nLý do: việc đã quá hạn\n" in ward.last_heard(ward.lan)


def test_the_way_out_of_the_question_for_a_reason_decides_nothing(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 vướng mặt bằng ở ấp 3")
    ward.choose(ward.lan, "Đề nghị cấp trên hỗ trợ")
    assert ward.choose(ward.chair, "Chưa có hướng giải quyết").endswith(
        "Chưa muốn quyết định, đồng chí gõ: hủy"
    )
    ward.type(ward.chair, "hủy")
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"
    ward.type(ward.chair, "chờ duyệt")
    ward.choose(ward.chair, "Chưa có hướng giải quyết")
    assert ward.choose(ward.chair, "Không ghi lý do") == (
        'Đã báo Phường 7: vướng mắc của NV07 Báo cáo "6 không" lúc này chưa có hướng giải quyết.'
    )
    assert ward.last_heard(ward.lan) == (
        'Đồng chí Lê Văn Chủ đã xem vướng mắc của NV07 Báo cáo "6 không": lúc này chưa có hướng'
        " giải quyết.\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)"
    )
