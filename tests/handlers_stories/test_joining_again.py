"""A chat that is bound already: a second one, a hand-over, a binding that was a mistake."""

from pathlib import Path

import pytest

from db import outbox
from domain.message import REMINDER, Outgoing, Text
from tests.handlers_stories.front_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    desk.ward = desk.unit("Đảng ủy phường 4", "dang_uy_phuong", desk.top)
    desk.lead = desk.person("Trần Văn Tư", desk.ward, "lead", "Bí thư Đảng ủy phường 4", "lead")
    desk.lan = desk.person("Lê Thị Lan", desk.ward, title="Công chức", chat="lan")
    desk.minh = desk.person("Võ Văn Minh", desk.ward, title="Công chức")
    return desk


def test_the_own_code_in_an_own_chat_is_answered_kindly(desk: Desk) -> None:
    code = desk.invite(desk.lan).code
    answer = (
        'Đồng chí Lê Thị Lan đã tham gia rồi, không cần gõ mã nữa. Đồng chí gõ "menu" để xem những'
        " việc làm được."
    )
    assert desk.says("lan", code) == answer
    assert desk.says("lan", code) == answer


def test_a_second_chat_of_one_who_takes_part_needs_no_second_consent(desk: Desk) -> None:
    assert desk.says("lan-2", desk.invite(desk.lan).code) == (
        'Chào đồng chí Lê Thị Lan. Khung chat này nay cũng là của đồng chí. Đồng chí gõ "việc" để'
        " xem việc của mình."
    )
    assert [row[0] for row in desk.rows("SELECT chat FROM chats WHERE person_id = 2")] == [
        "lan",
        "lan-2",
    ]


def test_the_first_chat_and_the_lead_hear_of_a_second_and_it_can_be_undone(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    desk.says("lan-2", desk.invite(desk.lan).code)
    assert desk.heard("lan") == (
        "Một khung chat Zalo vừa được thêm vào tên đồng chí lúc 08:00 thứ Tư, 09/6. Nếu đúng là"
        " máy của đồng chí, không cần làm gì."
    )
    assert desk.heard("lead") == (
        "Đồng chí Lê Thị Lan vừa dùng thêm một khung chat Zalo lúc 08:00 thứ Tư, 09/6.\n"
        "Công chức, Đảng ủy phường 4\n"
        "Nếu đúng, đồng chí không cần làm gì."
    )
    assert desk.taps("lan", "Không phải tôi, gỡ khung chat ấy") == (
        "Đã gỡ khung chat ấy; tin chờ gửi đến đó đã hủy. Văn phòng Thành ủy đã được báo."
    )
    assert desk.heard("office") == (
        "Đồng chí Lê Thị Lan báo: khung chat vừa thêm không phải của mình; khung chat ấy đã được"
        " gỡ. Xin kiểm tra phiếu mời của đồng chí Lê Thị Lan."
    )
    assert desk.says("lan-2", "viec").startswith("Đây là trợ lý nhắc việc")
    assert desk.value("SELECT state FROM people WHERE id = :id", id=desk.lan) == "joined"


def test_a_lost_phone_is_left_behind_from_the_new_one(desk: Desk) -> None:
    desk.says("lan-2", desk.invite(desk.lan).code)
    desk.says("lan-2", "cài đặt")
    desk.says("lan-2", "4")
    assert desk.choices("lan-2") == ["Chỉ giữ khung chat này"]
    assert desk.says("lan-2", "1") == (
        "Đã bỏ 1 khung chat khác của đồng chí; từ nay tin chỉ gửi đến khung chat này. Muốn dùng"
        " thêm máy khác, đồng chí xin mã tham gia mới."
    )
    assert desk.says("lan", "viec").startswith("Đây là trợ lý nhắc việc")
    assert desk.says("lan-2", "viec") != ""
    desk.says("lan-2", "cài đặt")
    desk.says("lan-2", "4")
    assert desk.choices("lan-2") == []


def test_the_lead_hears_of_a_new_binding_and_undoes_it_once(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    desk.says("minh", desk.invite(desk.minh).code)
    desk.says("minh", "1")
    assert desk.heard("lead") == (
        "Đồng chí Võ Văn Minh vừa tham gia nhắc việc lúc 08:00 thứ Tư, 09/6.\n"
        "Công chức, Đảng ủy phường 4\n"
        "Nếu đúng, đồng chí không cần làm gì."
    )
    assert desk.choices("lead") == ["Không phải đồng chí ấy"]
    assert desk.taps("lead", "Không phải đồng chí ấy") == (
        "Đã gỡ khung chat khỏi tên đồng chí Võ Văn Minh; tin chờ gửi đến đó đã hủy. Văn phòng"
        " Thành ủy đã được báo để mời lại."
    )
    assert desk.heard("office") == (
        "Đồng chí Trần Văn Tư báo: người vừa tham gia không phải đồng chí Võ Văn Minh. Khung chat"
        " đã được gỡ. Xin mời lại đồng chí Võ Văn Minh bằng mã mới."
    )
    assert desk.says("minh", "viec").startswith("Đây là trợ lý nhắc việc")
    assert desk.value("SELECT state FROM people WHERE id = :id", id=desk.minh) == "invited"
    assert desk.taps("lead", "Không phải đồng chí ấy") == (
        'Đồng chí đã chọn "Không phải đồng chí ấy" lúc 08:00, không cần chọn lại.'
    )


def test_nobody_is_told_one_by_one_of_those_whose_unit_has_no_joined_lead(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    away = desk.unit("Đảng ủy phường 9", parent=desk.top)
    desk.person("Phan Văn Vắng", away, "lead", "Bí thư")
    for number in range(3):
        new = desk.person(f"Võ Văn Mới {number}", away)
        desk.says(f"new-{number}", desk.invite(new).code)
        desk.says(f"new-{number}", "1")
    told = desk.rows("SELECT person_id FROM outbox WHERE key LIKE 'joined:%'")
    assert told == []


def test_a_lead_who_joins_is_told_to_the_other_leads_of_the_unit_alone(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    deputy = desk.person("Phan Văn Phó", desk.ward, "lead", "Phó Bí thư")
    desk.says("deputy", desk.invite(deputy).code)
    told = desk.rows("SELECT chat FROM outbox WHERE key LIKE 'joined:%'")
    assert [row["chat"] for row in told] == ["lead"]


def test_the_office_takes_a_chat_back_from_a_wrong_person_after_being_asked(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    desk.says("minh", desk.invite(desk.minh).code)
    desk.says("minh", "1")
    desk.says("office", "cán bộ Minh")
    assert desk.choices("office") == ["Cấp mã tham gia mới", "Không phải đồng chí ấy"]
    assert desk.taps("office", "Không phải đồng chí ấy") == (
        "Người đang nhận tin không phải đồng chí Võ Văn Minh? Nếu gỡ khung chat, tin chờ gửi đến"
        " đó sẽ được hủy và đồng chí Võ Văn Minh cần mã tham gia mới."
    )
    assert desk.value("SELECT state FROM people WHERE id = :id", id=desk.minh) == "joined"
    desk.taps("office", "Gỡ khung chat")
    assert desk.value("SELECT state FROM people WHERE id = :id", id=desk.minh) == "invited"
    assert desk.choices("office") == ["Cấp mã tham gia mới"]
    desk.says("office", "cán bộ Minh")
    assert desk.choices("office") == ["Cấp mã tham gia mới"]


def test_a_lead_of_another_ward_cannot_undo_a_binding(desk: Desk) -> None:
    other = desk.unit("Đảng ủy phường 5", "dang_uy_phuong", desk.top)
    desk.person("Phan Văn Năm", other, "lead", "Bí thư Đảng ủy phường 5", chat="other")
    desk.says("minh", desk.invite(desk.minh).code)
    offer = desk.rows("SELECT id, version FROM offers WHERE chat = 'lead'")[0]
    answer = desk.taps_data("other", f"{offer['id']}.0.{offer['version']}")
    assert answer.startswith("Lựa chọn này không còn dùng được.")
    assert desk.value("SELECT person_id FROM chats WHERE chat = 'minh'") == desk.minh
    assert desk.value("SELECT count(*) FROM audit WHERE act = 'denied'") == 1


def test_another_persons_code_asks_before_the_chat_is_handed_over(desk: Desk) -> None:
    code = desk.invite(desk.minh).code
    reminder = Outgoing(
        "reminder:2:x", REMINDER, Text("Nhắc việc của Lan"), person_id=desk.lan, due_at=None
    )
    assert desk.says("lan", code) == (
        "Khung chat này đang của đồng chí Lê Thị Lan, còn mã vừa gõ là của đồng chí Võ Văn Minh.\n"
        "Đồng chí có muốn chuyển khung chat này cho đồng chí Võ Văn Minh không? Tin đang chờ gửi"
        " cho đồng chí Lê Thị Lan ở đây sẽ được hủy."
    )
    assert desk.choices("lan") == ["Chuyển khung chat", "Giữ nguyên"]
    desk.write(lambda tx: outbox.enqueue(tx, reminder, desk.now.replace(hour=9)))
    answer = desk.says("lan", "1")
    assert answer.startswith("Chào đồng chí Võ Văn Minh.")
    assert desk.value("SELECT person_id FROM chats WHERE chat = 'lan'") == desk.minh
    assert desk.value("SELECT state FROM outbox WHERE key = 'reminder:2:x'") == "cancelled"
    assert desk.says("lan", "đồng ý").startswith("Cảm ơn đồng chí Minh.")


def test_keeping_the_chat_leaves_the_code_unused(desk: Desk) -> None:
    code = desk.invite(desk.minh).code
    desk.says("lan", code)
    assert desk.says("lan", "2") == "Khung chat vẫn là của đồng chí Lê Thị Lan."
    assert desk.says("minh", code).startswith("Chào đồng chí Võ Văn Minh.")


def test_a_hand_over_after_the_code_was_used_elsewhere_changes_nothing(desk: Desk) -> None:
    code = desk.invite(desk.minh).code
    desk.says("lan", code)
    desk.says("minh", code)
    assert desk.taps("lan", "Chuyển khung chat").startswith("Mã tham gia ấy không còn dùng được")
    assert desk.value("SELECT person_id FROM chats WHERE chat = 'lan'") == desk.lan


def test_the_former_holders_choices_are_nothing_to_the_new_one(desk: Desk) -> None:
    desk.says("lan", "menu")
    offer = desk.rows("SELECT id, version FROM offers WHERE chat = 'lan'")[0]
    desk.says("lan", desk.invite(desk.minh).code)
    desk.says("lan", "1")
    desk.says("lan", "đồng ý")
    answer = desk.taps_data("lan", f"{offer['id']}.0.{offer['version']}")
    assert answer.startswith("Lựa chọn này không còn dùng được.")
