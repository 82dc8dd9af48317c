"""Who hears what became of a request, and what they may say to what they only follow."""

from __future__ import annotations

import pytest

from tests.handlers_stories.ward import Ward

ASKED = "NV7 xin gia hạn đến 30/6 vì dân chưa đồng thuận"


def heard(ward: Ward, person: int) -> list[str]:
    rows = ward.rows("SELECT text FROM outbox WHERE person_id = :id ORDER BY id", id=person)
    return [row["text"] for row in rows]


def deliver(ward: Ward) -> None:
    ward.write(
        lambda tx: tx.run(
            "UPDATE outbox SET state = 'sent', sent_at = :now WHERE state = 'queued'",
            now="2021-06-09T01:00:00.000000Z",
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "không đồng ý",
        "đồng ý",
        "duyệt nhé",
        "trả lại, thiếu biên bản đối thoại, hạn đến 20/6",
        "chưa được, thiếu biên bản, làm lại trước 20/6",
        "khong dong y vi chua co bien ban",
    ],
)
def test_a_verdict_of_who_only_follows_a_request_is_no_report(ward: Ward, text: str) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, ASKED)
    deliver(ward)
    assert ward.type(head, text) == (
        'Đề nghị gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" của đồng chí Nguyễn Thị Lan do'
        " lãnh đạo có thẩm quyền quyết định (Lê Văn Chủ). Ý kiến đồng chí vừa gõ không được ghi"
        " thành báo cáo; cần góp ý, xin đồng chí trao đổi trực tiếp."
    )
    assert ward.reports() == []
    assert ward.rows("SELECT state FROM requests")[0]["state"] == "open"


def test_a_verdict_after_the_decision_is_told_of_that(ward: Ward) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, ASKED)
    deliver(ward)
    told = ward.rows("SELECT id FROM outbox WHERE person_id = :id", id=head)[0]["id"]
    ward.choose(ward.chair, "Đồng ý")
    ward.write(
        lambda tx: tx.run(
            "INSERT INTO sent (channel, chat, message_id, outbox_id, at)"
            " VALUES ('zalo', :chat, 'told', :id, '2021-06-09T01:00:00.000000Z')",
            chat=ward.chat(head).chat,
            id=told,
        )
    )
    assert ward.type(head, "không đồng ý", reply_to="told").startswith(
        'Đề nghị gia hạn đến thứ Tư, 30/6 của Phường 7 về NV07 Báo cáo "6 không" đã được đồng chí'
    )
    assert ward.reports() == []


@pytest.mark.parametrize("text", ["60%", "chưa được 60%, mới 40%", "NV7 40%"])
def test_a_report_below_such_a_message_is_a_report(ward: Ward, text: str) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, ASKED)
    deliver(ward)
    assert "do lãnh đạo có thẩm quyền" not in ward.type(head, text)


@pytest.mark.parametrize("text", ["ok", "vâng", "đã rõ"])
def test_taking_note_asks_for_no_answer(ward: Ward, text: str) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, ASKED)
    deliver(ward)
    assert "do lãnh đạo có thẩm quyền" not in ward.type(head, text)


def test_whoever_was_told_of_a_request_hears_the_outcome_once(ward: Ward) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, ASKED)
    ward.choose(ward.chair, "Đồng ý")
    assert len(heard(ward, ward.lan)) == 2
    assert heard(ward, head)[1:] == [
        'Đồng chí Lê Văn Chủ đã đồng ý gia hạn đến thứ Tư, 30/6: NV07 Báo cáo "6 không".\n'
        "Đề nghị của đồng chí Nguyễn Thị Lan (Phường 7).\n"
        "🟢 Còn 21 ngày (thứ Tư, 30/6)"
    ]
    assert not any("đã đồng ý" in text for text in heard(ward, ward.office))


def test_an_earlier_day_is_told_beside_the_one_that_was_asked_for(ward: Ward) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, ASKED)
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "đồng ý đến 18/6")
    assert heard(ward, head)[1:] == [
        'Đồng chí Lê Văn Chủ đã đồng ý gia hạn đến thứ Sáu, 18/6: NV07 Báo cáo "6 không".\n'
        "Đề nghị của đồng chí Nguyễn Thị Lan (Phường 7).\n"
        "Đơn vị đã đề nghị đến thứ Tư, 30/6.\n"
        "🟢 Còn 9 ngày (thứ Sáu, 18/6)"
    ]


def test_who_asked_and_left_is_told_no_more_and_the_unit_is(ward: Ward) -> None:
    ward.type(ward.lan, ASKED)
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")  # came after that
    ward.write(
        lambda tx: tx.run(
            "UPDATE memberships SET valid_to = '2021-06-08' WHERE person_id = :id", id=ward.lan
        )
    )
    ward.type(ward.chair, "choduyet")
    ward.type(ward.chair, "không đồng ý, phải kịp kỳ họp")
    assert len(heard(ward, ward.lan)) == 1
    assert heard(ward, head) == [
        'Đồng chí Lê Văn Chủ không đồng ý gia hạn đến thứ Tư, 30/6: NV07 Báo cáo "6 không". Thời'
        " hạn giữ nguyên.\n"
        "Đề nghị của đồng chí Nguyễn Thị Lan (Phường 7).\n"
        "Lý do: phải kịp kỳ họp\n"
        "🟠 Còn 1 ngày (thứ Năm, 10/6)"
    ]


def test_what_is_told_of_confirming_its_own_decision_reaches_nobody_twice(ward: Ward) -> None:
    head = ward.person("Trần Văn Trưởng", ward.ward7, "lead")
    ward.type(ward.lan, "NV7 đề nghị xác nhận hoàn thành")
    ward.choose(head, "Xác nhận hoàn thành")
    assert not any("Đồng chí Trần Văn Trưởng đã" in text for text in heard(ward, head))
    assert len([text for text in heard(ward, ward.lan) if "đã xác nhận" in text]) == 1


def test_where_nobody_in_the_unit_can_be_told_the_office_passes_it_on(ward: Ward) -> None:
    ward.type(ward.lan, ASKED)
    ward.write(
        lambda tx: tx.run(
            "UPDATE memberships SET valid_to = '2021-06-08' WHERE person_id = :id", id=ward.lan
        )
    )
    ward.type(ward.chair, "choduyet")
    assert ward.type(ward.chair, "đồng ý") == (
        'Đã đồng ý gia hạn đến thứ Tư, 30/6 cho NV07 Báo cáo "6 không" (Phường 7) và báo'
        " đơn vị.\n"
        "Hiện chưa có ai ở đơn vị nhận tin qua đây; Văn phòng Thành ủy được báo để chuyển lại."
    )
    assert len(heard(ward, ward.lan)) == 1
    assert heard(ward, ward.office) == [
        'Đồng chí Lê Văn Chủ đã đồng ý gia hạn đến thứ Tư, 30/6: NV07 Báo cáo "6 không".\n'
        "Đề nghị của đồng chí Nguyễn Thị Lan (Phường 7).\n"
        "🟢 Còn 21 ngày (thứ Tư, 30/6)"
    ]
