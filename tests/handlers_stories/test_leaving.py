"""Leave and who stands in: said in words or step by step, changed, ended, and what follows."""

from __future__ import annotations

import json

import pytest

from db import audit
from tests.handlers_stories.office import FULL, KEPT, Office


def test_one_sentence_says_it_all_and_it_is_said_back_with_weekdays(office: Office) -> None:
    assert office.type(office.lan, FULL) == KEPT
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-15")]
    assert office.last_heard(office.tam) == (
        "Đồng chí Lê Thị Lan nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6, người thay: đồng chí Trần"
        ' Thị Hoa. Đồng chí không cần làm gì; muốn đổi người thay thì gõ "cài đặt".'
    )
    assert office.reports() == []


def test_the_whole_course_each_hears_once_and_it_ends_by_itself(office: Office) -> None:
    office.type(office.lan, FULL)
    for day in ("2021-06-10", "2021-06-11", "2021-06-14", "2021-06-15", "2021-06-16"):
        office.tick(day)
        office.tick(day, 14)
    (begun,) = office.heard(office.hoa, "2021-06-10")
    news, _, reminder = begun.partition("\n\n")
    assert news == (
        "Đồng chí Hoa thay đồng chí Lê Thị Lan từ hôm nay đến hết thứ Ba, 15/6.\n"
        'Việc và tin nhắc của đồng chí Lan gửi đến đồng chí, tin nhắc có ghi "thay đồng chí Lan";'
        ' đồng chí báo cáo như việc của mình. Gõ "việc" để xem.'
    )
    assert 'NV07 Báo cáo "6 không", thay đồng chí Lan đang nghỉ' in reminder
    assert [office.heard(office.lan, f"2021-06-{day}") for day in (10, 11, 14, 15)] == [[]] * 4
    assert office.heard(office.hoa, "2021-06-16") == [
        "Đồng chí Lê Thị Lan đã hết đợt nghỉ. Từ nay việc và tin nhắc được gửi trở về đồng chí"
        " Lan. Cảm ơn đồng chí Hoa đã thay."
    ]
    (back,) = office.heard(office.lan, "2021-06-16")  # with what is overdue meanwhile
    assert back.startswith(
        "Đợt nghỉ của đồng chí Lan đã hết. Từ nay việc và tin nhắc được gửi trở về đồng chí; đồng"
        " chí Trần Thị Hoa đã thay trong đợt nghỉ.\n\n"
        "Văn phòng Thành ủy nhắc việc"
    )
    assert len(office.heard(office.tam, "2021-06-09")) == 1
    assert not any(office.heard(office.tam, f"2021-06-{day}") for day in range(10, 17))


def test_the_substitute_sees_and_reports_the_work_through_the_others_post(office: Office) -> None:
    own = office.type(office.hoa, "việc")
    assert "NV07" not in own
    office.type(office.lan, FULL)
    assert "NV07" not in office.type(office.hoa, "việc")
    office.on("2021-06-10")
    assert office.type(office.hoa, "việc").splitlines()[1] == (
        '🟠 Hạn hôm nay (thứ Năm, 10/6): NV07 Báo cáo "6 không", chưa có số liệu, thay đồng chí Lan'
    )
    assert office.type(office.hoa, "NV7 60%").startswith('Đã ghi NV07 Báo cáo "6 không": 60%.')
    post = office.rows("SELECT id FROM memberships WHERE person_id = :id", id=office.lan)[0]["id"]
    (report,) = office.reports()
    assert (report["person_id"], report["membership_id"]) == (office.hoa, post)
    link = office.rows(
        "SELECT g.membership_id, g.actor_id, t.text FROM audit g JOIN audit_texts t"
        " ON t.audit_id = g.id WHERE g.act = 'report'"
    )[0]
    assert (link["actor_id"], link["membership_id"]) == (office.hoa, post)
    assert link["text"].endswith("60% (thay Lê Thị Lan)")
    journal = office.type(office.person("Phạm Thị Phòng", office.other, "office"), "nhật ký")
    assert journal.splitlines()[1] == (
        "• 08:00 thứ Năm, 10/6, Trần Thị Hoa: báo cáo tiến độ NV07, Phường 7, thay đồng chí Lê Thị"
        " Lan"
    )
    office.on("2021-06-16")
    assert "NV07" not in office.type(office.hoa, "việc")
    assert office.write(audit.broken_at) is None


def test_whoever_has_posts_in_two_units_is_stood_in_for_in_both(office: Office) -> None:
    office.post(office.lan, office.other, "reporter")
    office.assignment(office.other, "CT09", "Thu quỹ", measure="triệu đồng", plan=100)
    office.type(office.lan, FULL)
    assert "không" in office.type(office.hoa, "CT9 20 triệu")
    assert office.reports() == []
    office.on("2021-06-11")
    assert "Phường 8" in office.type(office.hoa, "việc")
    office.type(office.hoa, "CT9 20 triệu")
    assert [row["value"] for row in office.reports()] == [20]


def test_nobody_stands_in_so_the_lead_is_reminded_and_told_for_whom(office: Office) -> None:
    assert office.type(office.lan, "nghỉ phép từ 10/6 đến 15/6, không ai thay") == (
        "Đã ghi: đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6.\n"
        "Không có người thay: tin nhắc chuyển đến lãnh đạo đơn vị, đồng chí Nguyễn Minh Tâm.\n"
        "Đồng chí không nhận tin nhắc nào cho đến thứ Tư, 16/6; chỉ đạo vẫn gửi."
    )
    office.tick("2021-06-10")
    (said,) = office.heard(office.tam, "2021-06-10")
    assert "NV07" in said and "thay đồng chí Lan đang nghỉ" in said
    assert office.heard(office.lan, "2021-06-10") == []


def test_two_leaves_that_overlap_are_asked_about_and_the_new_one_may_take_the_place(
    office: Office,
) -> None:
    office.type(office.lan, FULL)
    assert office.type(office.lan, "tôi nghỉ từ 14/6 đến 18/6, anh Ba thay") == (
        "Đồng chí đã báo nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6, người thay: đồng chí Trần Thị"
        " Hoa; những ngày vừa gõ trùng với đợt ấy. Đồng chí chọn:"
    )
    assert office.offered(office.lan) == [
        "Đổi thành: từ thứ Hai, 14/6 đến hết thứ Sáu, 18/6",
        "Giữ như đã báo",
    ]
    assert office.type(office.lan, "2") == "Đợt nghỉ đã báo vẫn giữ nguyên."
    office.type(office.lan, "tôi nghỉ từ 14/6 đến 18/6, anh Ba thay")
    office.type(office.lan, "1")
    assert office.leaves() == [(office.lan, office.ba, "2021-06-14", "2021-06-18")]
    office.tick("2021-06-10")
    assert office.heard(office.hoa, "2021-06-10") == []  # had heard nothing, hears nothing


def test_two_leaves_apart_stand_side_by_side(office: Office) -> None:
    office.type(office.lan, FULL)
    office.type(office.lan, "tôi nghỉ từ 1/7 đến 2/7, anh Ba thay")
    assert len(office.leaves()) == 2
    office.type(office.lan, "nghỉ phép")
    assert office.offered(office.lan) == [
        "từ thứ Năm, 10/6 đến hết thứ Ba, 15/6",
        "từ thứ Năm, 01/7 đến hết thứ Sáu, 02/7",
        "Báo thêm đợt nghỉ khác",
    ]
    office.type(office.lan, "2")
    assert office.type(office.lan, "1") == (
        "Đã hủy đợt nghỉ từ thứ Năm, 01/7 đến hết thứ Sáu, 02/7. Việc và tin nhắc vẫn gửi đến đồng"
        " chí như trước."
    )
    assert len(office.leaves()) == 1


def test_a_leave_is_ended_early_in_plain_words_and_the_substitute_hears_it(office: Office) -> None:
    office.type(office.lan, FULL)
    office.tick("2021-06-10")
    office.on("2021-06-14")
    assert office.type(office.lan, "tôi đi làm lại rồi") == (
        "Đã ghi: đồng chí đi làm lại từ hôm nay, thứ Hai, 14/6. Việc và tin nhắc được gửi trở về"
        " đồng chí."
    )
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-13")]
    office.tick("2021-06-14", 9)
    assert [said[:33] for said in office.heard(office.hoa, "2021-06-14")] == [
        "Đồng chí Lê Thị Lan đã hết đợt ng"
    ]
    assert len(office.heard(office.lan, "2021-06-14")) == 1
    # Nobody is on leave: the same words are no command.
    assert "đi làm lại từ hôm nay" not in office.type(office.lan, "tôi đi làm lại rồi")


def test_who_stands_in_and_ends_it_themself_is_answered_and_told_nothing_more(
    office: Office,
) -> None:
    office.type(office.tam, "cài đặt")
    office.choose(office.tam, "Nghỉ phép, đi công tác, người thay")
    office.choose(office.tam, "Báo nghỉ cho cán bộ trong đơn vị")
    office.choose(office.tam, "Lê Thị Lan")
    office.type(office.tam, "10/6 đến 15/6, anh Tâm thay")
    assert office.offered(office.tam) == ["Đổi hoặc hủy"]
    office.tick("2021-06-10")
    office.write(lambda tx: tx.run("DELETE FROM offers WHERE choices LIKE '%Xong%'"))
    office.on("2021-06-14")
    office.choose(office.tam, "Đổi hoặc hủy")
    office.choose(office.tam, "Đi làm lại từ hôm nay")
    assert office.leaves() == [(office.lan, office.tam, "2021-06-10", "2021-06-13")]
    office.tick("2021-06-14", 9)
    office.tick("2021-06-15", 9)
    heard = [said for day in (14, 15) for said in office.heard(office.tam, f"2021-06-{day}")]
    assert not any("hết đợt nghỉ" in said for said in heard)
    told = [said for day in (14, 15) for said in office.heard(office.lan, f"2021-06-{day}")]
    assert sum("Đợt nghỉ của đồng chí Lan đã hết" in said for said in told) == 1


def test_another_substitute_half_way_and_the_former_one_is_thanked(office: Office) -> None:
    office.type(office.lan, FULL)
    office.tick("2021-06-10")
    office.on("2021-06-11")
    office.type(office.lan, "nghỉ phép")
    assert office.offered(office.lan) == [
        "Đi làm lại từ hôm nay",
        "Đổi ngày",
        "Đổi người thay",
        "Báo thêm đợt nghỉ khác",
    ]
    office.type(office.lan, "3")
    office.type(office.lan, "Ba")
    assert office.leaves() == [(office.lan, office.ba, "2021-06-10", "2021-06-15")]
    assert office.last_heard(office.hoa).startswith("Đồng chí Lê Thị Lan đã hết đợt nghỉ.")
    office.tick("2021-06-11", 9)
    assert office.heard(office.ba, "2021-06-11")[0].startswith("Đồng chí Ba thay đồng chí")
    office.tick("2021-06-16")
    assert len(office.heard(office.hoa, "2021-06-16")) == 0
    assert len(office.heard(office.ba, "2021-06-16")) == 1


def test_a_choice_on_a_screen_of_last_week_writes_no_leave(office: Office) -> None:
    office.type(office.lan, "tôi nghỉ ngày mai")
    office.on("2021-06-16")
    assert office.choose(office.lan, "Trần Thị Hoa") == (
        "Những ngày ấy (thứ Năm, 10/6) đã qua nên không cần ghi nữa."
    )
    assert office.leaves() == []


def test_other_days_keep_the_substitute(office: Office) -> None:
    office.type(office.lan, FULL)
    office.choose(office.lan, "Đổi hoặc hủy")
    office.choose(office.lan, "Đổi ngày")
    assert office.type(office.lan, "10/6 đến 18/6").startswith(
        "Đã ghi: đồng chí nghỉ từ thứ Năm, 10/6 đến hết thứ Sáu, 18/6.\nNgười thay: đồng chí Trần"
    )
    assert office.leaves() == [(office.lan, office.hoa, "2021-06-10", "2021-06-18")]


def test_a_chain_is_said_and_followed(office: Office) -> None:
    office.type(office.lan, FULL)
    assert office.type(office.hoa, "tôi nghỉ từ 11/6 đến 14/6, anh Ba thay").splitlines()[-1] == (
        "Trong thời gian này còn việc đang nhận thay đồng chí Lê Thị Lan: việc ấy cũng chuyển đến"
        " đồng chí Nguyễn Văn Ba."
    )
    office.tick("2021-06-11")
    assert any("thay đồng chí Lan" in said for said in office.heard(office.ba, "2021-06-11"))
    assert office.heard(office.hoa, "2021-06-11") == []
    assert "thay đồng chí Lan" in office.type(office.ba, "việc")


def test_nobody_changes_the_leave_of_others_with_a_borrowed_choice(office: Office) -> None:
    office.type(office.lan, FULL)
    forged = json.dumps(
        [["x", "leave_listing.end", [office.rows("SELECT id FROM leaves")[0]["id"]]]]
    )
    office.type(office.sau, "cài đặt")
    office.write(
        lambda tx: tx.run(
            "UPDATE offers SET choices = :forged WHERE id = (SELECT max(id) FROM offers)",
            forged=forged,
        )
    )
    assert office.choose(office.sau, "x").startswith("Việc này không thuộc phần việc")
    assert len(office.leaves()) == 1
    assert office.rows("SELECT 1 FROM audit WHERE act = 'denied'")


def test_who_stands_in_for_a_chair_is_told_of_what_is_to_be_decided(office: Office) -> None:
    city = office.unit("Thành ủy")
    chair = office.person("Lê Trung Kiên", city, "chair")
    deputy = office.person("Đỗ Thị Phó", city, "chair")
    office.type(chair, "tôi nghỉ từ 10/6 đến 15/6, chị Phó thay")
    assert office.leaves() == [(chair, deputy, "2021-06-10", "2021-06-15")]
    office.tick("2021-06-10")
    assert (
        "Đồng chí Phó thay đồng chí Lê Trung Kiên từ hôm nay đến hết thứ Ba, 15/6.\n"
        'Đề nghị chờ đồng chí Kiên quyết định nay gửi đến đồng chí. Gõ "chờ duyệt" để xem.'
    ) in office.heard(deputy, "2021-06-10")


def test_a_lead_to_whom_the_work_goes_is_told_so(office: Office) -> None:
    office.type(office.lan, "nghỉ phép từ 10/6 đến 15/6, không ai thay")
    assert office.last_heard(office.tam) == (
        "Đồng chí Lê Thị Lan nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6, không có người thay. Việc"
        " và tin nhắc trong những ngày ấy gửi đến đồng chí; muốn cử người thay thì gõ"
        ' "cài đặt".'
    )


@pytest.mark.parametrize("who", ["anh Tâm thay", "không ai thay"])
def test_a_lead_can_tell_the_work_of_who_is_away_from_the_own(office: Office, who: str) -> None:
    """Of the unit's work what is given to nobody by name is the lead's, as in the reminders."""
    office.assignment(office.ward, "NV08", "Họp chi bộ", "2021-06-11")
    hoas = office.assignment(office.ward, "NV09", "Rà soát hộ nghèo", "2021-06-12")
    office.write(
        lambda tx: tx.insert(
            "INSERT INTO assignment_people (assignment_id, part, person_id)"
            " VALUES (:work, 'doer', :hoa)",
            work=hoas,
            hoa=office.hoa,
        )
    )
    office.type(office.lan, f"nghỉ phép từ 10/6 đến 15/6, {who}")
    assert "thay" not in office.type(office.tam, "việc")
    office.on("2021-06-10")
    assert office.type(office.tam, "việc").splitlines()[1:4] == [
        '🟠 Hạn hôm nay (thứ Năm, 10/6): NV07 Báo cáo "6 không", chưa có số liệu, thay đồng chí'
        " Lan",
        "🟠 Còn 1 ngày (thứ Sáu, 11/6): NV08 Họp chi bộ, chưa có số liệu",
        "🟠 Còn 2 ngày (thứ Bảy, 12/6): NV09 Rà soát hộ nghèo, chưa có số liệu",
    ]
    assert office.type(office.tam, "NV7 60%").startswith('Đã ghi NV07 Báo cáo "6 không": 60%.')
    assert office.type(office.tam, "NV8 60%").startswith("Đã ghi NV08 Họp chi bộ: 60%.")
    told = [
        row["text"].partition("60%")[2]
        for row in office.rows(
            "SELECT t.text FROM audit g JOIN audit_texts t ON t.audit_id = g.id"
            " WHERE g.act = 'report' ORDER BY g.id"
        )
    ]
    assert told == [" (thay Lê Thị Lan)" if "Tâm" in who else "", ""]


def test_a_lead_who_stands_in_is_spoken_to_and_not_of(office: Office) -> None:
    office.type(office.lan, "nghỉ phép từ 10/6 đến 15/6, anh Tâm thay")
    assert office.last_heard(office.tam) == (
        "Đồng chí Lê Thị Lan nghỉ từ thứ Năm, 10/6 đến hết thứ Ba, 15/6, nhờ đồng chí thay. Việc và"
        " tin nhắc trong những ngày ấy gửi đến đồng chí, ngày đầu được báo lại; muốn đổi người"
        ' thay thì gõ "cài đặt".'
    )


def test_a_lead_who_stands_in_from_today_hears_it_once(office: Office) -> None:
    office.type(office.lan, "nghỉ phép từ hôm nay đến 15/6, anh Tâm thay")
    office.tick("2021-06-09", 9)
    (told,) = office.heard(office.tam, "2021-06-09")
    assert told.startswith("Đồng chí Tâm thay đồng chí Lê Thị Lan từ hôm nay đến hết thứ Ba, 15/6.")


def test_where_only_the_lead_can_stand_in_they_are_offered_once(office: Office) -> None:
    lead = office.person("Võ Văn Út", office.other, "lead", "Bí thư Đảng ủy")
    office.type(office.sau, "nghỉ phép từ 10/6 đến 15/6")
    assert office.offered(office.sau) == ["Võ Văn Út, Bí thư Đảng ủy"]
    office.type(office.sau, "không ai thay")
    assert office.leaves() == [(office.sau, None, "2021-06-10", "2021-06-15")]
    assert "gửi đến đồng chí" in office.last_heard(lead)


def test_who_comes_back_early_is_answered_and_told_of_no_leave_before_it(office: Office) -> None:
    office.type(office.lan, "nghỉ phép ngày 12/6, chị Hoa thay")
    office.type(office.lan, "nghỉ phép từ 14/6 đến 16/6, chị Hoa thay")
    office.on("2021-06-14", 7)
    assert office.type(office.lan, "tôi đi làm lại rồi") == (
        "Đã hủy đợt nghỉ từ thứ Hai, 14/6 đến hết thứ Tư, 16/6. Việc và tin nhắc vẫn gửi đến đồng"
        " chí như trước."
    )
    office.tick("2021-06-14", 9)
    assert not any("đã hết" in said for said in office.heard(office.lan, "2021-06-14"))
