"""A directive is confirmed once, by tap or in words; the office sees who has and who has not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db import directing, directives, jobs, recipients
from db.transaction import Tx
from tests.handlers_stories.front_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    top = desk.unit("Thành ủy Bến Tre", "cap_uy")
    four = desk.unit("Đảng ủy phường 4", "dang_uy_phuong", top)
    desk.person("Tô Chí Thành", top, "office", "Chánh Văn phòng", "office")
    desk.tu = desk.person("Trần Văn Tư", four, "lead", "Bí thư", "tu")
    desk.lan = desk.person("Lê Thị Lan", four, "reporter", "Công chức", "lan")
    desk.minh = desk.person("Võ Văn Minh", four, "reporter", "Công chức")
    yield desk
    desk.store.close()


def send(desk: Desk, subject: str = "Họp giao ban", by: date | None = None) -> int:
    def write(tx: Tx) -> int:
        draft = directives.draft(tx, 1, subject, "", subject, desk.now)
        directives.set_confirm_by(tx, draft, by)
        recipients.add(tx, draft, [(person, 2) for person in (desk.tu, desk.lan, desk.minh)])
        assert directing.send(tx, draft, desk.now, f"draft:{draft}")
        return draft

    directive_id: int = desk.write(write)
    desk.later(seconds=0)
    return directive_id


def test_a_directive_is_sent_once(desk: Desk) -> None:
    directive = send(desk)
    assert not desk.write(lambda tx: directing.send(tx, directive, desk.now, "another"))
    assert desk.value("SELECT count(*) FROM outbox WHERE kind = 'directive'") == 3


def test_a_tap_confirms_and_a_second_one_is_a_friendly_nothing(desk: Desk) -> None:
    send(desk)
    assert desk.taps("tu", "Đã nhận") == (
        'Cảm ơn đồng chí. Đã ghi nhận đồng chí nhận CĐ01/2021 "Họp giao ban" lúc 08:00 thứ Tư,'
        " 09/6."
    )
    desk.later(minutes=5)
    assert desk.taps("tu", "Đã nhận") == (
        'Đồng chí đã chọn "Đã nhận" lúc 08:00, không cần chọn lại.'
    )
    assert desk.says("tu", "đã nhận").startswith("Đồng chí đã xác nhận") is False
    assert desk.value("SELECT acknowledged_at FROM recipients WHERE person_id = 2").startswith(
        "2021-06-09T01:00:00"
    )


@pytest.mark.parametrize("words", ["đã nhận", "Da nhan", "Đã rõ.", "ok", "vâng ạ", "rõ", "1"])
def test_a_directive_said_last_is_confirmed_in_words(desk: Desk, words: str) -> None:
    send(desk)
    assert desk.says("tu", words).startswith("Cảm ơn đồng chí. Đã ghi nhận đồng chí nhận CĐ01/2021")


def test_a_reply_confirms_what_it_replies_to(desk: Desk) -> None:
    first, second = send(desk, "Họp giao ban"), send(desk, "Rà soát chỉ tiêu")
    message = desk.value(
        "SELECT message_id FROM sent s JOIN outbox o ON o.id = s.outbox_id WHERE o.key = :key",
        key=f"directive:{desk.tu}:{first}",
    )
    assert "CĐ01/2021" in desk.says("tu", "đã nhận", reply_to=message)
    assert [d.id for d in desk.write(lambda tx: directives.waiting_for(tx, desk.tu))] == [second]


def test_words_long_after_are_asked_about_when_several_wait(desk: Desk) -> None:
    send(desk, "Họp giao ban")
    send(desk, "Rà soát chỉ tiêu")
    desk.says("tu", "menu")
    assert desk.says("tu", "đã nhận") == "Đồng chí xác nhận chỉ đạo nào?"
    assert desk.choices("tu") == ["CĐ01/2021 Họp giao ban", "CĐ02/2021 Rà soát chỉ tiêu"]
    assert "CĐ02/2021" in desk.says("tu", "2")


def test_ok_to_something_else_confirms_nothing(desk: Desk) -> None:
    send(desk)
    desk.says("tu", "menu")
    desk.says("tu", "ok")
    assert desk.value("SELECT count(*) FROM recipients WHERE acknowledged_at IS NOT NULL") == 0


def test_nobody_confirms_for_another(desk: Desk) -> None:
    send(desk)
    offer = desk.rows("SELECT id, version FROM offers WHERE chat = 'tu'")[0]
    desk.taps_data("lan", f"{offer['id']}.0.{offer['version']}")
    assert desk.value("SELECT count(*) FROM recipients WHERE acknowledged_at IS NOT NULL") == 0


def test_what_waits_is_listed_read_and_confirmed_from_the_list(desk: Desk) -> None:
    send(desk, "Họp giao ban", date(2021, 6, 11))
    assert desk.says("lan", "chỉ đạo") == (
        "Có 1 chỉ đạo chờ đồng chí xác nhận:\n"
        "• CĐ01/2021 Họp giao ban, chậm nhất là hết thứ Sáu, 11/6\n\n"
        "Đồng chí chọn để xem:"
    )
    assert desk.says("lan", "1").startswith("Kính gửi đồng chí Lan, có chỉ đạo CĐ01/2021:")
    assert desk.says("lan", "1").startswith("Cảm ơn đồng chí.")
    assert desk.says("lan", "CĐ 01").endswith("Đồng chí đã xác nhận lúc 08:00 thứ Tư, 09/6.")
    assert desk.says("lan", "chidao") == "Không có chỉ đạo nào chờ đồng chí xác nhận."


def test_the_office_sees_four_lists_that_add_up(desk: Desk) -> None:
    send(desk, "Họp giao ban", date(2021, 6, 11))
    desk.says("tu", "đã nhận")
    assert desk.says("office", "chidao") == (
        "Chỉ đạo đã gửi, số người đã nhận:\n• CĐ01/2021 Họp giao ban: 1/3\n\nĐồng chí chọn để xem:"
    )
    assert desk.says("office", "1") == (
        "CĐ01/2021 Họp giao ban\n"
        "Gửi lúc 08:00 thứ Tư, 09/6 đến 3 người.\n"
        "Hạn xác nhận: hết thứ Sáu, 11/6\n"
        "✅ Đã nhận: 1\n"
        "🟠 Chưa nhận: 1\n"
        "⚪ Chưa rõ đã tới nơi: 0\n"
        "🔴 Không liên lạc được: 1"
    )
    assert desk.choices("office") == [
        "Danh sách chưa nhận (1)",
        "Danh sách không liên lạc được (1)",
        "Danh sách đã nhận (1)",
        "Nhắc người chưa nhận",
    ]
    assert desk.taps("office", "Danh sách chưa nhận (1)") == (
        "CĐ01/2021, 1 người chưa nhận:\n• Lê Thị Lan, Đảng ủy phường 4"
    )
    assert desk.taps("office", "Danh sách không liên lạc được (1)") == (
        "CĐ01/2021, 1 người không liên lạc được:\n• Võ Văn Minh, Đảng ủy phường 4: chưa tham gia"
    )
    assert desk.taps("office", "Danh sách đã nhận (1)") == (
        "CĐ01/2021, 1 người đã nhận:\n• Trần Văn Tư, Đảng ủy phường 4: 08:00 thứ Tư, 09/6"
    )


def test_only_those_who_have_not_confirmed_are_reminded_once_a_day(desk: Desk) -> None:
    send(desk)
    desk.says("tu", "đã nhận")
    desk.says("office", "CĐ01")
    assert desk.taps("office", "Nhắc người chưa nhận") == "Đã nhắc 1 người chưa nhận CĐ01/2021."
    assert desk.heard("lan").startswith(
        "Kính gửi đồng chí Lan, xin nhắc lại chỉ đạo CĐ01/2021 đang chờ xác nhận:"
    )
    desk.later(minutes=1)
    desk.says("office", "CĐ01")
    assert desk.taps("office", "Nhắc người chưa nhận").startswith("Hôm nay đã nhắc")
    keys = [row[0] for row in desk.rows("SELECT key FROM outbox WHERE key LIKE 'directive-again%'")]
    assert keys == [f"directive-again:{desk.lan}:1:2021-06-09"]
    desk.later(days=1)
    desk.says("office", "CĐ01")
    assert desk.taps("office", "Nhắc người chưa nhận").startswith("Đã nhắc 1 người")


def test_the_lists_are_not_for_everybody(desk: Desk) -> None:
    directive = send(desk)
    assert desk.says("lan", "CĐ01").startswith("Kính gửi đồng chí Lan")
    desk.write(lambda tx: directives.get(tx, directive))
    desk.says("office", "CĐ01")
    offer = desk.rows("SELECT id, version FROM offers WHERE chat = 'office' ORDER BY id DESC")[0]
    answer = desk.taps_data("lan", f"{offer['id']}.0.{offer['version']}")
    assert answer.startswith("Lựa chọn này không còn dùng được")


def test_who_refused_to_take_part_is_not_written_to_and_counts_as_unreachable(desk: Desk) -> None:
    desk.says("lan", "caidat")
    desk.taps("lan", "Thôi nhận nhắc việc ở đây")
    desk.taps("lan", "Thôi tham gia")
    directive = send(desk)
    assert desk.value("SELECT count(*) FROM outbox WHERE person_id = 3 AND kind = 'directive'") == 0
    found = desk.write(lambda tx: recipients.of(tx, directive, "unreachable", 0, 9))
    assert {one.full_name: one.why for one in found}["Lê Thị Lan"] == "declined"


def test_while_it_goes_out_the_office_sees_so_and_reminds_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directing, "SLICE", 1)
    directive = send(desk)
    assert desk.value("SELECT count(*) FROM outbox WHERE kind = 'directive'") == 1
    assert "• CĐ01/2021 Họp giao ban: 0/3, đang gửi" in desk.says("office", "chidao")
    assert desk.says("office", "1") == (
        "CĐ01/2021 Họp giao ban\n"
        "Gửi lúc 08:00 thứ Tư, 09/6 đến 3 người.\n"
        "✅ Đã nhận: 0\n"
        "🟠 Chưa nhận: 2\n"
        "⚪ Chưa rõ đã tới nơi: 0\n"
        "🔴 Không liên lạc được: 1\n"
        "Đang gửi, chưa tới lượt tất cả mọi người."
    )
    assert "Nhắc người chưa nhận" not in desk.choices("office")
    # Who finds it before it reaches them may confirm it, and is not asked again.
    assert "CĐ01/2021" in desk.says("lan", "chỉ đạo")
    desk.says("lan", "1")
    assert desk.says("lan", "1").startswith("Cảm ơn đồng chí.")
    job = desk.write(lambda tx: jobs.take(tx, desk.now, 1))[0]["id"]
    while desk.write(lambda tx: directing.tell_more(tx, job, desk.now)):
        pass
    desk.write(lambda tx: jobs.done(tx, job, desk.now))
    rows = desk.rows("SELECT key, state FROM outbox WHERE kind = 'directive' ORDER BY key")
    assert [tuple(row) for row in rows] == [("directive:2:1", "sent"), ("directive:4:1", "dead")]
    assert desk.says("office", "CĐ01").endswith("🔴 Không liên lạc được: 1")

    # Reminding goes out slice by slice too, once a day however often it is chosen.
    desk.later(minutes=5)
    assert desk.taps("office", "Nhắc người chưa nhận") == "Đã nhắc 1 người chưa nhận CĐ01/2021."
    desk.later(minutes=1)
    desk.says("office", "CĐ01")
    assert desk.taps("office", "Nhắc người chưa nhận").startswith("Hôm nay đã nhắc")
    again = "SELECT count(*) FROM outbox WHERE key LIKE 'directive-again:%:' || :id || ':%'"
    assert desk.value(again, id=directive) == 1
