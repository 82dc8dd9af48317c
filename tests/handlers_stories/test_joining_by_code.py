"""How people join: a code binds a chat to one person; consent is asked with two equal choices."""

from datetime import timedelta
from pathlib import Path

import pytest

from db import invites
from tests.handlers_stories.front_desk import Desk

WRONG = (
    "Mã tham gia này không dùng được. Đồng chí kiểm tra lại từng ký tự trong phiếu mời, hoặc liên"
    " hệ Văn phòng Thành ủy để nhận mã mới."
)
WELCOME = (
    "Chào đồng chí Lê Thị Lan. Đây là trợ lý nhắc việc của Thành ủy Bến Tre. Nếu nhầm người, đồng"
    ' chí gõ "nhầm người".\n'
    "\n"
    "Chức vụ: Công chức văn phòng, Đảng ủy phường 4\n"
    "\n"
    "Ở đây lưu họ tên, chức vụ, đơn vị, điện thoại công vụ (nếu Văn phòng đã ghi), mã số tài"
    " khoản nhắn tin này, tin nhắn, ảnh, tệp đồng chí gửi, ngày nghỉ và cài đặt của đồng chí, để"
    " nhắc việc và tổng hợp tiến độ.\n"
    "\n"
    "Theo Luật Bảo vệ dữ liệu cá nhân (số 91/2025/QH15), đồng chí có thể không đồng ý, hoặc đồng"
    " ý rồi thôi lúc nào cũng được; khi đó Văn phòng Thành ủy báo cáo thay. Tên trong văn bản đã"
    " ký vẫn được lưu trữ theo quy định.\n"
    "\n"
    "Đồng chí có đồng ý không?"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    desk.ward = desk.unit("Đảng ủy phường 4", "dang_uy_phuong", desk.top)
    desk.lan = desk.person("Lê Thị Lan", desk.ward, title="Công chức văn phòng")
    return desk


def test_a_code_binds_the_chat_says_what_is_kept_and_asks_consent(desk: Desk) -> None:
    invitation = desk.invite(desk.lan)
    assert desk.says("lan", invitation.code) == WELCOME
    assert desk.choices("lan") == ["Đồng ý", "Không đồng ý"]
    assert desk.turn.bore_code
    assert desk.value("SELECT state FROM people WHERE id = :id", id=desk.lan) == "invited"
    assert desk.value("SELECT used_at IS NOT NULL FROM invites") == 1


def test_on_telegram_the_transfer_abroad_is_said(desk: Desk) -> None:
    desk.channel = "telegram"
    answer = desk.says("lan", f"/start {desk.invite(desk.lan).token}")
    assert "Telegram có máy chủ ở nước ngoài" in answer


@pytest.mark.parametrize("how", ["1", "Đồng ý", "dong y", "ĐỒNG Ý."])
def test_agreeing_in_any_way_makes_them_take_part_and_lists_their_work(
    desk: Desk, how: str
) -> None:
    desk.says("lan", desk.invite(desk.lan).code)
    answer = desk.says("lan", how)
    assert answer == (
        "Cảm ơn đồng chí Lan. Từ nay đồng chí nhận nhắc việc và báo cáo ngay tại đây.\n\n"
        + desk.says("lan", "việc")
    )
    row = desk.rows("SELECT state, consent_version, consented_at FROM people WHERE id = 1")[0]
    assert (row["state"], row["consent_version"]) == ("joined", "2026-02")
    assert row["consented_at"].startswith("2021-06-09T01:00")


def test_whoever_agreed_to_former_words_is_not_asked_again(desk: Desk) -> None:
    desk.says("lan", desk.invite(desk.lan).code)
    desk.says("lan", "1")
    desk.write(lambda tx: tx.run("UPDATE people SET consent_version = '2026-01'"))
    assert desk.says("lan", "menu").startswith("Chào đồng chí Lan. Để báo cáo tiến độ,")
    assert desk.value("SELECT consent_version FROM people WHERE id = 1") == "2026-01"


def test_refusing_is_as_easy_and_the_office_is_told_to_report_for_them(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    desk.says("lan", desk.invite(desk.lan).code)
    assert desk.says("lan", "2") == (
        "Đã ghi nhận. Từ nay không có tin nào gửi đến đồng chí ở đây; Văn phòng Thành ủy sẽ báo cáo"
        ' thay. Khi muốn tham gia, đồng chí gõ "đồng ý".'
    )
    assert desk.heard("office") == (
        "Đồng chí Lê Thị Lan chọn không tham gia nhắc việc qua tin nhắn.\n"
        "Công chức văn phòng, Đảng ủy phường 4\n"
        "Xin Văn phòng liên hệ trực tiếp và báo cáo thay."
    )
    assert desk.says("lan", "CT12 60%") == (
        "Đồng chí đã chọn không tham gia, nên nội dung này không được ghi lại; Văn phòng Thành ủy"
        " đang báo cáo thay đồng chí. Nếu đổi ý, mời đồng chí chọn:"
    )
    assert desk.says("lan", "đồng ý").startswith("Cảm ơn đồng chí Lan.")


def test_the_office_is_told_when_somebody_who_refused_agrees_after_all(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    desk.says("lan", desk.invite(desk.lan).code)
    desk.says("lan", "2")
    assert desk.says("lan", "đồng ý").startswith("Cảm ơn đồng chí Lan.")
    assert desk.heard("office") == (
        "Đồng chí Lê Thị Lan trước đây chọn không tham gia, nay đã đồng ý nhận nhắc việc qua tin"
        " nhắn.\n"
        "Công chức văn phòng, Đảng ủy phường 4\n"
        "Văn phòng không cần báo cáo thay nữa."
    )


def test_who_agrees_at_once_makes_no_message_for_the_office(desk: Desk) -> None:
    desk.person("Tô Chí Thành", desk.top, "office", "Chánh Văn phòng", chat="office")
    desk.says("lan", desk.invite(desk.lan).code)
    desk.says("lan", "1")
    assert desk.value("SELECT count(*) FROM outbox WHERE chat = 'office'") == 0


def test_before_consent_nothing_but_the_question_can_be_answered(desk: Desk) -> None:
    desk.says("lan", desk.invite(desk.lan).code)
    for words in ("CT12 60%", "menu", "viec", "hủy", "guichidao"):
        assert desk.says("lan", words) == (
            "Trước khi bắt đầu, xin đồng chí cho biết có đồng ý lưu thông tin như đã nêu không? Nếu"
            ' nhầm người, đồng chí gõ "nhầm người".'
        )
        assert desk.choices("lan") == ["Đồng ý", "Không đồng ý"]
    assert desk.value("SELECT count(*) FROM progress") == 0


def test_a_code_is_read_in_any_case_with_or_without_hyphen_and_within_other_words(
    tmp_path: Path,
) -> None:
    for number, spelled in enumerate(
        (
            str.lower,
            lambda code: code.replace("-", ""),
            lambda code: code.replace("-", " ").lower(),
            lambda code: f"Mã tham gia của tôi là {code}.",
            lambda code: f"/start {code}",
        )
    ):
        desk = Desk(tmp_path / str(number))
        lan = desk.person("Lê Thị Lan", desk.unit("Đảng ủy phường 4"))
        assert desk.says("lan", spelled(desk.invite(lan).code)).startswith("Chào đồng chí")


def test_wrong_used_expired_and_revoked_codes_get_the_very_same_answer(desk: Desk) -> None:
    revoked, lan = desk.invite(desk.lan), desk.invite(desk.lan)
    huy = desk.person("Đinh Gia Huy", desk.ward)
    expired = desk.write(lambda tx: invites.issue(tx, huy, desk.now, days=1))
    desk.says("lan", lan.code)
    desk.later(days=2)
    for number, code in enumerate(("ABCD2-FGHJ3", revoked.code, lan.code, expired.code)):
        assert desk.says(f"stranger-{number}", code) == WRONG
        assert desk.turn.bore_code


def test_a_used_code_from_a_second_account_keeps_the_first_and_tells_the_admins(
    desk: Desk,
) -> None:
    desk.person("Đinh Gia Huy", desk.top, "admin", "Quản trị", chat="admin")
    code = desk.invite(desk.lan).code
    desk.says("lan", code)
    assert desk.says("thief", code) == WRONG
    assert desk.heard("admin") == (
        "Mã tham gia đã dùng của đồng chí Lê Thị Lan vừa được nhập từ một tài khoản khác và đã bị"
        " từ chối. Tài khoản đầu tiên vẫn giữ nguyên.\n"
        "Nếu đồng chí Lê Thị Lan đổi máy hoặc đổi tài khoản, xin cấp mã mới."
    )
    assert desk.value("SELECT person_id FROM chats WHERE chat = 'lan'") == desk.lan
    assert desk.value("SELECT count(*) FROM chats WHERE chat = 'thief'") == 0


def test_five_wrong_codes_are_followed_by_a_pause_in_which_even_the_right_one_waits(
    desk: Desk,
) -> None:
    invitation = desk.invite(desk.lan)
    for _ in range(4):
        assert desk.says("lan", "ABCD2-FGHJ3") == WRONG
    assert desk.says("lan", "ABCD2-FGHJ3") == (
        "Mã tham gia này không dùng được. Đồng chí đã thử nhiều lần; xin thử lại sau 08:15, hoặc"
        " liên hệ Văn phòng Thành ủy để nhận mã mới."
    )
    paused = "Đồng chí đã thử nhiều lần; xin gõ lại mã sau 08:15."
    assert desk.says("lan", invitation.code) == paused
    desk.later(minutes=15, seconds=1)
    assert desk.says("lan", invitation.code) == WELCOME


def test_a_thousand_wrong_codes_from_many_accounts_only_slow_the_answers(desk: Desk) -> None:
    invitation = desk.invite(desk.lan)
    for number in range(200):
        for _ in range(5):
            desk.says(f"bot-{number}", "ABCD2-FGHJ3")
    desk.says("lan", invitation.code)
    assert desk.value("SELECT person_id FROM chats WHERE chat = 'lan'") == desk.lan
    assert desk.turn.slower == timedelta(seconds=60)
    assert desk.value("SELECT state FROM outbox WHERE chat = 'lan'") == "queued"
    assert desk.value("SELECT count(*) FROM problems WHERE code = 'enrolling'") == 1
    desk.later(hours=1)
    assert desk.says("lan", "đồng ý").startswith("Cảm ơn")


def test_strangers_get_one_line_a_day_and_twenty_of_them_in_all(desk: Desk) -> None:
    line = (
        "Đây là trợ lý nhắc việc của Văn phòng Thành ủy, chỉ dành cho cán bộ được mời. Nếu đồng"
        " chí có phiếu mời, xin gõ mã tham gia gồm 10 ký tự trong phiếu. Nếu chưa có, xin liên hệ"
        " Văn phòng Thành ủy."
    )
    assert desk.says("stranger-0", "/start") == line
    assert desk.says("stranger-0", "CT12 60%") == ""
    answered = [desk.says(f"stranger-{number}", "menu") for number in range(1, 30)]
    assert answered == [line] * 19 + [""] * 10
    desk.later(days=1)
    assert desk.says("stranger-0", "alo") == line


def test_codes_never_hold_what_a_vietnamese_keyboard_would_bend(desk: Desk) -> None:
    for _ in range(50):
        code = desk.invite(desk.lan).code
        assert len(code) == 11
        assert not set(code) & set("01ILOW")
        for half in code.split("-"):
            vowels = [at for at, symbol in enumerate(half) if symbol in "AEUY"]
            assert all(set(half[at + 1 :]).isdisjoint("SFRXJZAEUY23456789") for at in vowels)


def test_neither_code_nor_token_is_kept(desk: Desk) -> None:
    invitation = desk.invite(desk.lan)
    desk.says("lan", invitation.code)
    dump = "\n".join(desk.store.writer.connection.iterdump())
    assert invitation.token not in dump
    assert invitation.code not in dump
    assert invitation.code.replace("-", "") not in dump
