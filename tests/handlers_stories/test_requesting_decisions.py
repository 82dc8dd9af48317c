"""Extensions, closings and help are asked, decided once, and told."""

from __future__ import annotations

import pytest

from domain.instants import stamp
from tests.handlers_stories.ward import Ward


def test_an_extension_is_said_back_with_the_weekday_and_told_to_the_chair(ward: Ward) -> None:
    assert ward.type(ward.lan, "NV7 xin gia hạn đến 30/6") == (
        'Đã ghi đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" và báo người có thẩm'
        " quyền quyết định.\n"
        "Thời hạn hiện nay: 🟠 Còn 1 ngày (thứ Năm, 10/6)."
    )
    assert ward.demands == {"requests": 1}
    assert ward.last_heard(ward.chair) == (
        'Nguyễn Thị Lan (Phường 7) đề nghị gia hạn đến thứ Tư, 30/6: NV07 Báo cáo "6 không"\n'
        "🟠 Còn 1 ngày (thứ Năm, 10/6)\n"
        "Đã thực hiện: chưa có số liệu"
    )
    assert ward.offered(ward.chair) == ["Đồng ý", "Không đồng ý", "Cho đến ngày khác"]


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
        'Vì sao chưa gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không"? Đồng chí gõ một câu,'
        " câu này được chuyển tới đồng chí Nguyễn Thị Lan."
    )
    assert ward.offered(ward.chair) == ["Không ghi lý do"]
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"
    assert ward.type(ward.chair, "báo cáo này phải kịp kỳ họp") == (
        'Đã ghi ý kiến không đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không"'
        " (Phường 7) và báo đơn vị."
    )
    assert ward.last_heard(ward.lan) == (
        "Đồng chí Lê Văn Chủ chưa đồng ý gia hạn đến thứ Tư, 30/6: NV07 Báo cáo"
        ' "6 không". Thời hạn giữ nguyên.\n'
        "Lý do: báo cáo này phải kịp kỳ họp\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)"
    )
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


def test_a_refusal_needs_no_reason(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.choose(ward.chair, "Không đồng ý")
    ward.choose(ward.chair, "Không ghi lý do")
    assert ward.last_heard(ward.lan).startswith("Đồng chí Lê Văn Chủ chưa đồng ý gia hạn")
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
        "Nguyễn Thị Lan đề nghị gia hạn đến thứ Tư, 30/6."
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
        "Chưa giải quyết được",
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
    assert ward.type(deputy, "choduyet").startswith("Nguyễn Thị Lan (Phường 7) đề nghị gia hạn")
    ward.choose(deputy, "Đồng ý")
    assert ward.last_heard(ward.lan).startswith("Đồng chí Đỗ Thị Phó đã đồng ý gia hạn")
    ward.on("2021-06-14")
    assert ward.type(deputy, "choduyet").startswith("Việc này không thuộc phần việc")


def test_nobody_decides_what_they_asked_for_themself(ward: Ward) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(head, "CT3")
    ward.choose(head, "Đề nghị xác nhận hoàn thành")
    ward.choose(head, "Vẫn đề nghị xác nhận")
    assert ward.type(head, "choduyet") == "Không có đề nghị nào đang chờ đồng chí quyết định."
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
        "Đã ghi đề nghị xác nhận hoàn thành cho CT03 Kết nạp đảng viên và báo người có thẩm quyền."
        " Trong lúc chờ, đồng chí không bị nhắc việc này."
    )
    assert ward.standing(ward.members)["state"] == "awaiting"
    assert ward.choose(ward.chair, "Trả lại") == (
        "CT03 Kết nạp đảng viên còn thiếu gì? Đồng chí gõ một câu để trả lại cho đồng chí"
        " Nguyễn Thị Lan, có thể kèm thời hạn mới, ví dụ: thiếu biên bản, bổ sung đến 30/6"
    )
    assert ward.type(ward.chair, "thiếu danh sách, bổ sung đến 25/6") == (
        "Đã trả lại CT03 Kết nạp đảng viên (Phường 7) và báo đơn vị.\nThời hạn mới: thứ Sáu, 25/6."
    )
    assert ward.last_heard(ward.lan) == (
        "Đồng chí Lê Văn Chủ trả lại, chưa xác nhận hoàn thành: CT03 Kết nạp đảng viên.\n"
        "Lý do: thiếu danh sách, bổ sung đến 25/6\n"
        "🟢 Còn 16 ngày (thứ Sáu, 25/6)"
    )
    standing = ward.standing(ward.members)
    assert (standing["state"], standing["due_on"]) == ("open", "2021-06-25")


def test_a_figure_and_a_request_in_one_message_are_two_items(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 đạt 40%, xin gia hạn đến 30/6")
    assert 'Đã ghi NV07 Báo cáo "6 không": 40%.' in said
    assert "Đã ghi đề nghị gia hạn đến thứ Tư, 30/6" in said
    assert ward.demands == {"progress": 1, "requests": 1}
    assert "Đã thực hiện: 40%" in ward.last_heard(ward.chair)


def test_a_sure_figure_is_recorded_though_the_day_that_is_asked_for_has_passed(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 đạt 40%, xin gia hạn đến 05/6")
    assert 'Đã ghi NV07 Báo cáo "6 không": 40%.' in said
    assert 'Đồng chí xin gia hạn NV07 Báo cáo "6 không" đến ngày nào?' in said
    assert ward.rows("SELECT id FROM requests") == []
    assert "gia hạn đến thứ Ba, 15/6" in ward.type(ward.lan, "15/6")


def test_the_card_asks_until_when_and_a_bare_day_answers(ward: Ward) -> None:
    ward.type(ward.lan, "NV7")
    assert ward.choose(ward.lan, "Xin gia hạn") == (
        'Đồng chí xin gia hạn NV07 Báo cáo "6 không" đến ngày nào? Ví dụ: 30/6, hoặc:'
        " thêm 5 ngày.\n"
        "Thời hạn hiện nay: 🟠 Còn 1 ngày (thứ Năm, 10/6)."
    )
    assert "gia hạn đến thứ Hai, 28/6" in ward.type(ward.lan, "28/6")


def test_a_new_wish_takes_the_place_of_the_one_that_waits(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 20/6")
    old = ward.rows("SELECT max(id) FROM offers")[0][0]
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.write(lambda tx: tx.run("DELETE FROM offers WHERE id <> :id", id=old))
    assert "không còn chờ quyết định" in ward.choose(ward.chair, "Đồng ý")
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


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


def test_what_waits_is_listed_and_one_can_be_chosen(ward: Ward) -> None:
    assert ward.type(ward.chair, "choduyet") == (
        "Không có đề nghị nào đang chờ đồng chí quyết định."
    )
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.ba, "CT12 xin gia hạn đến 15/7")
    assert ward.type(ward.chair, "choduyet") == (
        "Có 2 đề nghị đang chờ đồng chí quyết định:\n"
        'Phường 7: gia hạn đến thứ Tư, 30/6, NV07 Báo cáo "6 không"\n'
        "Phường 8: gia hạn đến thứ Năm, 15/7, CT12 Thu ngân sách\n"
        "Đồng chí chọn một đề nghị để quyết định."
    )
    ward.choose(ward.chair, "CT12, Phường 8")
    ward.choose(ward.chair, "Không đồng ý")
    ward.choose(ward.chair, "Không ghi lý do")
    assert ward.type(ward.chair, "choduyet").startswith("Nguyễn Thị Lan (Phường 7) đề nghị")


def test_who_may_not_decide_is_refused_whatever_they_hold(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.write(lambda tx: tx.run("UPDATE memberships SET role = 'overseer' WHERE role = 'chair'"))
    assert ward.choose(ward.chair, "Đồng ý") == (
        "Đề nghị này không thuộc thẩm quyền quyết định của đồng chí."
    )
    assert ward.standing(ward.report)["due_on"] == "2021-06-10"


def test_without_anybody_who_decides_the_office_is_told(ward: Ward) -> None:
    ward.write(lambda tx: tx.run("DELETE FROM memberships WHERE role = 'chair'"))
    said = ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    assert "báo Văn phòng Thành ủy để trình người quyết định" in said
    assert ward.last_heard(ward.office).startswith("Nguyễn Thị Lan (Phường 7) đề nghị gia hạn")
    assert ward.offered(ward.office) == []


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("vì", "còn 12 hộ chưa ký"),
        ("do", "còn 2 tuyến chưa xong"),
        ("lý do:", "mới ký được 3/15 hộ"),
        ("nguyên nhân là", "tiến độ của nhà thầu chậm"),
    ],
)
def test_an_extension_keeps_its_reason_though_it_counts_something(
    ward: Ward, word: str, reason: str
) -> None:
    said = ward.type(ward.lan, f"NV7 xin gia hạn đến 30/6 {word} {reason}").splitlines()
    assert said[0].startswith("Đã ghi đề nghị gia hạn đến thứ Tư, 30/6")
    assert said[-1] == f"Lý do: {reason}"
    assert ward.last_heard(ward.chair).splitlines()[-1] == f"Lý do: {reason}"
    assert ward.rows("SELECT note FROM requests")[0]["note"] == reason
    assert ward.reports() == []


def test_an_answer_with_the_day_keeps_its_reason_too(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    said = ward.type(ward.lan, "đến 30/6 vì còn 12 hộ chưa ký").splitlines()
    assert said[0].startswith("Đã ghi đề nghị gia hạn đến thứ Tư, 30/6")
    assert said[-1] == "Lý do: còn 12 hộ chưa ký"


def test_a_reason_beside_a_figure_leaves_the_figure(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 60%, xin gia hạn đến 30/6 vì còn 12 hộ chưa ký")
    assert "60%" in said and "Lý do: còn 12 hộ chưa ký" in said
    assert ward.standing(ward.report)["percent"] == 60


def test_of_two_codes_each_extension_counts_from_its_own_deadline(ward: Ward) -> None:
    said = ward.type(ward.lan, "NV7 xin gia hạn thêm 5 ngày, CT3 xin gia hạn thêm 5 ngày")
    assert "gia hạn đến thứ Ba, 15/6 cho NV07" in said
    assert "gia hạn đến thứ Hai, 21/6 cho CT03" in said


def test_what_is_finished_needs_no_extension(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xong")
    for text in ("NV7 xin gia hạn", "NV7 xin gia hạn đến 30/6"):
        assert ward.type(ward.lan, text) == (
            'NV07 Báo cáo "6 không" đã hoàn thành (thứ Tư, 09/6), không cần gia hạn nữa.'
        )
    assert ward.rows("SELECT id FROM requests") == []


def test_a_report_on_other_work_is_taken_while_the_day_is_waited_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    said = ward.type(ward.lan, "CT12 vướng mặt bằng")
    assert said.startswith("Đã ghi CT12 Thu ngân sách: tháng 6/2021, vướng mắc: vướng mặt bằng.")
    assert said.endswith(
        'Việc đang làm dở: đề nghị gia hạn. Đồng chí gõ "tiếp" để làm tiếp, "hủy" để dừng.'
    )
    assert ward.type(ward.lan, "30/6").startswith(
        'Đã ghi đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không"'
    )


def test_a_code_alone_shows_its_card_while_the_day_is_waited_for(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert ward.type(ward.lan, "CT12").startswith("CT12 Thu ngân sách\n🔴 Quá hạn 2 ngày")


def test_the_day_with_the_code_in_question_is_still_the_answer(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    assert "gia hạn đến thứ Tư, 30/6" in ward.type(ward.lan, "NV7 xin đến 30/6")


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
        'Đồng ý: NV07 Báo cáo "6 không"',
        "Đồng ý: CT12 Thu ngân sách",
    ]


def test_a_digit_after_our_own_answer_is_of_the_list_before_it(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn đến 30/6")
    ward.type(ward.ba, "CT12 xin gia hạn đến 15/7")
    ward.later(minutes=5)
    ward.type(ward.chair, "choduyet")
    ward.later(seconds=10)
    ward.type(ward.chair, "chào em")
    assert ward.type(ward.chair, "2").startswith("Trần Văn Ba (Phường 8) đề nghị gia hạn")


def test_one_digit_is_no_day_of_an_extension(ward: Ward) -> None:
    ward.type(ward.lan, "NV7 xin gia hạn")
    ward.type(ward.lan, "CT3 40")
    ward.later(minutes=1)
    assert ward.type(ward.lan, "2") == (
        'Đề nghị gia hạn NV07 Báo cáo "6 không" chưa được ghi vì chưa rõ ngày. Đồng chí gõ ngày và'
        " tháng, ví dụ: 30/6"
    )
    assert ward.rows("SELECT 1 FROM requests") == []
    assert "gia hạn đến thứ Hai, 28/6" in ward.type(ward.lan, "28/6")
