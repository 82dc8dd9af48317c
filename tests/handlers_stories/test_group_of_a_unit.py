"""What a unit's group is shown and takes: its own unit's work, from those who may, and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db import conversations, erasing, groups, people
from db.group_keeping import Asked
from db.transaction import Tx
from domain.instants import stamp
from domain.message import ChatRef, Incoming, Media
from handlers import hearing
from handlers.turn import Turn
from tests.handlers_stories.ward import Ward

GROUP = ChatRef("zalo", "-7")  # the channel of this desk: what a group can do hangs on has_admins
ALONE = "Việc này không làm trong nhóm. Đồng chí nhắn riêng cho trợ lý."
NO_REPORTER = (
    "Ở nhóm này chỉ cán bộ có phần báo cáo của Phường 7 mới báo cáo được. Tin vừa rồi chưa được"
    " ghi."
)
FOR_LAN = "\n\nDành cho đồng chí Lan: chọn bên dưới nếu có, hoặc trả lời vào tin này."


class GroupDesk(Ward):
    """Ward 7 has a group; `hear` is one message in it and gives the answer that it gets."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.write(lambda tx: groups.bind(tx, GROUP, self.ward7, self.now))
        self.turn: Turn | None = None

    def hear(self, person: int | None, text: str = "", **more: Any) -> str:
        self._updates += 1
        self._messages += 1
        fields: dict[str, Any] = {
            "update_key": str(self._updates),
            "at": GROUP,
            "sender": f"sender-{person}",
            "kind": "text",
            "text": text,
            "message_id": str(self._messages),
            "group": True,
            "to_us": False,
            "has_admins": True,
        }
        incoming = Incoming(**fields | more)

        def handle(tx: Tx) -> str:
            inbox_id = tx.insert(
                "INSERT INTO inbox (channel, update_key, chat, sender, message_id, raw, state,"
                " received_at) VALUES ('zalo', :key, '-7', :sender, :message, '{}', 'done', :now)",
                message=incoming.message_id,
                key=incoming.update_key,
                sender=incoming.sender,
                now=stamp(self.now),
            )
            today = self.now.date()
            self.turn = Turn(
                tx=tx,
                now=self.now,
                committee=self.committee,
                incoming=incoming,
                inbox_id=inbox_id,
                person=None if person is None else people.get(tx, person, today),
                conversation=conversations.current(tx, GROUP, incoming.sender, self.now),
            )
            hearing.handle(self.turn)
            return self._deliver(tx, incoming)

        return self.write(handle)

    def answer_of_the_platform(self, administers: bool = True) -> str:
        """The last job is done; what is said then."""

        def settle(tx: Tx) -> str:
            asked = tx.value("SELECT payload FROM jobs ORDER BY id DESC LIMIT 1")
            Asked(tx, json.loads(asked), self.now, self.committee).settle(administers)
            return str(tx.value("SELECT text FROM outbox ORDER BY id DESC LIMIT 1"))

        return self.write(settle)

    def newest_offer(self) -> str:
        row = self.rows("SELECT id, version FROM offers ORDER BY id DESC LIMIT 1")[0]
        return f"{row['id']}.0.{row['version']}"

    @property
    def ignored(self) -> str:
        assert self.turn is not None
        return self.turn.not_for_us


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[GroupDesk]:
    desk = GroupDesk(tmp_path)
    yield desk
    desk.store.close()


def test_the_list_is_the_units_whoever_asks_and_names_nobody(desk: GroupDesk) -> None:
    for person in (desk.lan, desk.chair, desk.office):
        assert desk.hear(person, "/viec", to_us=True) == (
            "Phường 7 có 3 việc đang thực hiện, trong đó 1 việc quá hạn:\n"
            "🔴 Quá hạn 2 ngày (thứ Hai, 07/6): CT12 Thu ngân sách, chưa có số liệu\n"
            '🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo "6 không", chưa có số liệu\n'
            "🟢 Còn 7 ngày (thứ Tư, 16/6): CT03 Kết nạp đảng viên, chưa có số liệu\n"
            "Trả lời tin này để báo cáo, ví dụ: CT12 250 tỷ đồng"
        )


def test_who_may_not_read_the_unit_is_not_answered(desk: GroupDesk) -> None:
    assert desk.hear(desk.ba, "/viec", to_us=True) == ""
    assert desk.ignored == "no post that reads here"
    assert desk.hear(None, "/viec", to_us=True) == ""
    assert desk.ignored == "a stranger in a group"


def test_a_card_has_no_history_and_what_is_discreet_only_code_and_deadline(desk: GroupDesk) -> None:
    desk.type(desk.lan, "NV07 vướng vì đồng chí Hai chưa nộp")
    card = desk.hear(desk.chair, "NV07")
    assert card == (
        'NV07 Báo cáo "6 không"\nĐơn vị chủ trì: Phường 7\n🟠 Còn 1 ngày (thứ Năm, 10/6)\n'
        "Đã thực hiện: chưa có số liệu, ⚠️ có vướng mắc"
    )
    desk.assignment(desk.ward7, "NV20", "Rà soát nội chính", "2021-06-11", discreet=1)
    for asked in ("NV20", "/viec", "/tonghop"):
        said = desk.hear(desk.lan, asked, to_us=True)
        assert "NV20" in said
        assert "nội chính" not in said
    assert "nội chính" not in desk.hear(desk.lan, "/tim nội chính", to_us=True).split('"')[0]


def test_nothing_of_units_below_beside_or_coordinated_is_shown(desk: GroupDesk) -> None:
    below = desk.unit("Khu phố 2", desk.ward7)
    desk.assignment(below, "NV31", "Dọn vệ sinh khu phố")
    beside = desk.assignment(desk.ward8, "NV32", "Dọn vệ sinh chợ")
    desk.write(
        lambda tx: tx.run(
            "INSERT INTO assignment_units VALUES (:a, :u, 'coordinating')", a=beside, u=desk.ward7
        )
    )
    for asked in ("/tim vệ sinh", "/viec", "/tonghop", "NV31", "NV32"):
        said = desk.hear(desk.office, asked, to_us=True)
        assert "Dọn" not in said


def test_a_long_list_goes_on_for_who_asked(desk: GroupDesk) -> None:
    for number in range(40, 50):
        desk.assignment(desk.ward7, f"NV{number}", f"Việc {number}")
    said = desk.hear(desk.lan, "/viec", to_us=True)
    assert said.endswith(FOR_LAN)
    more = desk.newest_offer()
    assert desk.hear(desk.office, kind="choice", offer=more) == ""
    assert desk.turn and desk.turn.tap_answer == "Chỉ đồng chí Lan chọn được mục này."
    said = desk.hear(desk.lan, kind="choice", offer=more)
    assert said.startswith("Việc thứ 9 đến 13 trong 13 việc:")


@pytest.mark.parametrize("word", ["guichidao", "nhatky", "canbo", "baothay", "caidat", "choduyet"])
def test_other_words_belong_in_a_chat_of_ones_own(desk: GroupDesk, word: str) -> None:
    for person in (desk.lan, desk.chair, desk.office):
        assert desk.hear(person, f"/{word}", to_us=True) == ALONE
    assert desk.rows("SELECT count(*) FROM audit WHERE act = 'denied'")[0][0] == 3


def test_reports_come_from_the_units_own_reporters_alone(desk: GroupDesk) -> None:
    assert desk.hear(desk.lan, "NV07 60%").startswith('Đã ghi NV07 Báo cáo "6 không": 60%.')
    for person in (desk.chair, desk.office):
        assert desk.hear(person, "NV07 70%") == NO_REPORTER
    assert desk.hear(desk.ba, "NV07 80%") == ""
    assert desk.hear(None, "NV07 90%") == ""
    assert [row["percent"] for row in desk.reports()] == [60]


def test_a_reporter_of_two_units_reports_here_for_this_one(desk: GroupDesk) -> None:
    desk.post(desk.lan, desk.ward8, "reporter")
    assert desk.hear(desk.lan, "CT12 250 tỷ").startswith("Đã ghi CT12 Thu ngân sách: 250 tỷ đồng")
    assert desk.standing(desk.budget)["value"] == 250
    assert desk.standing(desk.budget8)["value"] is None


@pytest.mark.parametrize(
    "talk",
    [
        "Chúc mừng sinh nhật đồng chí Lan",
        "60%",
        "xong",
        "Đề nghị các đồng chí xem NV07 60% đã đúng chưa",
        "NV07 bao giờ họp ạ?",
        "vâng ạ",
    ],
)
def test_talk_is_not_taken_for_a_report(desk: GroupDesk, talk: str) -> None:
    desk.hear(desk.lan, "/viec NV07", to_us=True)
    assert desk.hear(desk.lan, talk) == ""
    assert desk.ignored == "talk in a group"
    assert desk.reports() == []


def test_a_figure_without_a_code_is_asked_about_unless_it_answers_one(desk: GroupDesk) -> None:
    desk.hear(desk.office, "/viec NV07", to_us=True)
    shown = desk.last_message
    asked = desk.hear(desk.lan, "60%", to_us=True)
    assert asked.endswith(FOR_LAN)
    assert desk.reports() == []
    said = desk.hear(desk.lan, "60%", to_us=True, reply_to=shown)
    assert said.startswith('Đã ghi NV07 Báo cáo "6 không": 60%.')


def test_a_digit_that_answers_somebody_elses_choices_is_no_figure(desk: GroupDesk) -> None:
    hai = desk.person("Phạm Văn Hai", desk.ward7)
    desk.hear(desk.lan, "NV07")
    said = desk.hear(hai, "1", to_us=True, reply_to=desk.last_message)
    assert said == "Chỉ đồng chí Lan chọn được mục này."
    assert desk.reports() == []


def test_evidence_is_taken_with_its_code(desk: GroupDesk) -> None:
    photo = (Media("photo", "ref"),)
    assert desk.hear(desk.lan, "", kind="media", media=photo) == ""
    said = desk.hear(desk.lan, "NV07", kind="media", media=photo)
    assert "NV07" in said
    assert [row["person_id"] for row in desk.rows("SELECT person_id FROM evidence")] == [desk.lan]


def test_a_figure_that_is_to_go_is_not_recorded(desk: GroupDesk) -> None:
    desk.hear(desk.lan, "CT12 250 tỷ")
    assert desk.hear(desk.lan, "CT12 bỏ số 300 tỷ", to_us=True) == (
        "Báo cáo gần nhất của đồng chí ở đây không có số 300."
        " Đồng chí gõ mã và số đúng, ví dụ: CT12 400 tỷ đồng"
    )
    assert desk.standing(desk.budget)["value"] == 250
    assert desk.hear(desk.lan, "CT12 bỏ số 250 tỷ", to_us=True).startswith(
        "Đã bỏ báo cáo về CT12 Thu ngân sách: 250 tỷ đồng."
    )


def test_an_edited_report_corrects_itself(desk: GroupDesk) -> None:
    desk.hear(desk.lan, "NV07 60%", message_id="m1")
    said = desk.hear(desk.lan, "NV07 65%", kind="edited", message_id="m1")
    assert said.startswith('Đã sửa NV07 Báo cáo "6 không": 65%')


def test_the_answer_reaches_the_group_and_not_a_person(desk: GroupDesk) -> None:
    desk.hear(desk.lan, "NV07 60%", message_id="m1", thread="44")
    row = desk.rows("SELECT * FROM outbox ORDER BY id DESC LIMIT 1")[0]
    kept = ("person_id", "chat", "thread", "reply_to")
    assert [row[name] for name in kept] == [None, "-7", "44", "m1"]
    assert desk.rows("SELECT person_id FROM offers")[0][0] == desk.lan


def test_writing_in_a_group_says_nothing_of_ones_own_chat(desk: GroupDesk) -> None:
    desk.write(lambda tx: tx.run("UPDATE chats SET state = 'unreachable' WHERE person_id = 1"))
    desk.hear(desk.lan, "NV07 60%")
    assert desk.rows("SELECT state FROM chats WHERE person_id = 1")[0][0] == "unreachable"


# Binding ----------------------------------------------------------------------------------


def unbound(desk: GroupDesk) -> None:
    desk.write(lambda tx: tx.run("DELETE FROM chats WHERE kind = 'group'"))


def test_the_office_names_the_unit_or_chooses_it(desk: GroupDesk) -> None:
    unbound(desk)
    assert desk.hear(desk.office, "gắn nhóm phường 8") == ""
    assert desk.answer_of_the_platform().startswith("Đã gắn nhóm này với Phường 8.")
    unbound(desk)
    asked = desk.hear(desk.office, "/gannhom", to_us=True)
    assert asked.startswith("Nhóm này của đơn vị nào?")
    assert desk.hear(desk.office, kind="choice", offer=desk.newest_offer()) == ""
    assert desk.answer_of_the_platform().startswith("Đã gắn nhóm này với Thành ủy.")
    assert "Chưa tìm thấy" in desk.hear(desk.office, "/gannhom nơi nào đó", to_us=True)


def test_a_lead_binds_no_other_unit_and_a_reporter_none(desk: GroupDesk) -> None:
    unbound(desk)
    may_not = (
        "Chỉ lãnh đạo đơn vị, Văn phòng Thành ủy hoặc quản trị hệ thống gắn, gỡ được nhóm của đơn"
        " vị."
    )
    assert desk.hear(desk.ba, "/gannhom phường 7", to_us=True) == may_not
    assert desk.hear(desk.lan, "/gannhom", to_us=True) == may_not
    assert desk.hear(desk.chair, "/gannhom", to_us=True) == may_not
    assert desk.rows("SELECT count(*) FROM jobs")[0][0] == 0


def test_a_right_that_is_gone_when_the_platform_answers_binds_nothing(desk: GroupDesk) -> None:
    unbound(desk)
    desk.hear(desk.ba, "/gannhom", to_us=True)
    desk.write(lambda tx: tx.run("UPDATE memberships SET role = 'reporter' WHERE person_id = 2"))
    assert desk.answer_of_the_platform().startswith("Chỉ lãnh đạo đơn vị")
    assert desk.rows("SELECT count(*) FROM chats WHERE kind = 'group'")[0][0] == 0


def test_a_bound_group_takes_no_second_unit(desk: GroupDesk) -> None:
    desk.hear(desk.office, "/gannhom phường 8", to_us=True)
    assert desk.answer_of_the_platform() == (
        "Nhóm này đang gắn với Phường 7. Mỗi nhóm chỉ của một đơn vị: muốn đổi, đồng chí gõ /gonhom"
        " trước."
    )


def test_in_a_chat_of_ones_own_the_word_says_where_it_belongs(desk: GroupDesk) -> None:
    said = desk.type(desk.office, "gắn nhóm")
    assert said.startswith("Để gắn hoặc gỡ nhóm Telegram của đơn vị")
    assert desk.type(desk.office, "gắn nhóm phường 8") == said


def test_a_stranger_who_has_left_the_committee_hears_nothing(desk: GroupDesk) -> None:
    desk.write(lambda tx: tx.run("UPDATE people SET state = 'left' WHERE id = 1"))
    assert desk.hear(desk.lan, "NV07 60%") == ""
    assert desk.ignored == "a stranger in a group"


def test_a_forwarded_report_or_command_is_somebody_elses(desk: GroupDesk) -> None:
    for text in ("NV07 60%", "/viec", "/gonhom"):
        assert desk.hear(desk.lan, text, to_us=True, forwarded=True) == ""
    assert desk.reports() == []
    assert desk.rows("SELECT count(*) FROM jobs")[0][0] == 0


def test_who_is_erased_leaves_no_words_in_the_group(desk: GroupDesk) -> None:
    desk.hear(desk.lan, "NV07 60%", sender=desk.chat(desk.lan).chat)
    code = desk.rows("SELECT code FROM people WHERE id = :id", id=desk.lan)[0][0]
    desk.write(lambda tx: erasing.erase(tx, code, desk.now))
    assert desk.rows("SELECT text FROM outbox")[0][0] == ""
    assert desk.rows("SELECT raw, sender FROM inbox")[0][:] == ("{}", "")
    assert desk.rows("SELECT count(*) FROM offers")[0][0] == 0


def test_the_office_sees_whether_a_unit_has_a_group(desk: GroupDesk) -> None:
    desk.type(desk.office, "đơn vị")
    line = next(one for one in desk.offered(desk.office) if one.startswith("Phường 7"))
    assert "Nhóm Telegram: đã gắn" in desk.choose(desk.office, line)
    desk.hear(None, kind="blocked")
    desk.type(desk.office, "đơn vị")
    assert "Nhóm Telegram: không còn nhận tin" in desk.choose(desk.office, line)
    desk.hear(None, kind="unblocked")
    assert desk.rows("SELECT count(*) FROM problems")[0][0] == 0


def test_who_stands_in_for_a_reporter_reports_in_the_group_too(desk: GroupDesk) -> None:
    hai = desk.person("Phạm Văn Hai", desk.ward8)
    assert desk.hear(hai, "NV07 60%") == ""
    desk.write(
        lambda tx: tx.run(
            "INSERT INTO leaves (person_id, substitute_id, first_on, last_on, set_at)"
            " VALUES (:lan, :hai, '2021-06-09', '2021-06-11', '')",
            lan=desk.lan,
            hai=hai,
        )
    )
    assert desk.hear(hai, "NV07 60%").startswith('Đã ghi NV07 Báo cáo "6 không"')


def test_finished_on_periodic_work_is_asked_of_who_said_it(desk: GroupDesk) -> None:
    work = desk.assignment(desk.ward7, "NV31", "Rà soát hộ nghèo", "2021-12-31", reporting="month")
    assert desk.hear(desk.lan, "NV31 xong", to_us=True) == (
        "NV31 Rà soát hộ nghèo báo cáo theo kỳ. Đồng chí đã xong phần việc của tháng 6/2021, hay"
        " xong toàn bộ công việc?" + FOR_LAN
    )
    offer = desk.newest_offer()
    assert desk.hear(desk.office, "", kind="choice", offer=offer) == ""
    assert desk.hear(desk.lan, "", kind="choice", offer=offer).startswith(
        "Đã ghi NV31 Rà soát hộ nghèo: đã xong phần việc trong kỳ, tháng 6/2021."
    )
    assert desk.standing(work)["state"] == "open"


@pytest.mark.parametrize("typed", ["bỏ CT12 đi", "sai, CT12"])
def test_what_is_taken_back_here_is_the_report_of_this_unit(desk: GroupDesk, typed: str) -> None:
    desk.post(desk.lan, desk.ward8, "reporter")
    for said, unit in (("CT12 200 tỷ", "Phường 7"), ("CT12 150 tỷ", "Phường 8")):
        desk.type(desk.lan, said)
        desk.choose(desk.lan, f"CT12 Thu ngân sách ({unit})")
    desk.later(minutes=5)
    assert desk.hear(desk.lan, typed, to_us=True) == (
        "Đã bỏ báo cáo về CT12 Thu ngân sách: 200 tỷ đồng.\n"
        "Đồng chí gõ số đúng, ví dụ: 400 tỷ đồng" + FOR_LAN
    )
    assert desk.standing(desk.budget8)["value"] == 150
