"""A unit's Telegram group: bound, shown its own work, reported in, followed, and lost."""

from __future__ import annotations

from typing import Any

from sandbox.stage import Stage
from sandbox.world.model import TELEGRAM, ZALO, Chat, Message, Phone
from tests.stories.books import inbox_states, reports, rows
from tests.stories.conftest import Play

UNIT = "Đảng ủy phường An Hội"
NV07 = 'NV07 Báo cáo "6 không"'
TOMORROW = "🟠 Còn 1 ngày (thứ Năm, 10/6)"
NEW_YEARS_EVE = "🟢 Còn 205 ngày (thứ Sáu, 31/12)"
WRONG = "Sai, sửa lại"
IF_WRONG = 'Nếu sai, đồng chí gõ chữ "sai" kèm kết quả đúng.'
FOR_LAN = "Dành cho đồng chí Lan: chọn bên dưới nếu có, hoặc trả lời vào tin này."
FOR_TAM = FOR_LAN.replace("Lan", "Tâm")
WEEKLY = "Có gửi tổng hợp của đơn vị vào nhóm mỗi tuần một lần không?"
YES, NO = "Gửi mỗi tuần", "Không gửi"
BOUND = (
    f"Đã gắn nhóm này với {UNIT}.\n"
    "Trong nhóm: /viec xem việc của đơn vị, /tonghop xem tổng hợp; báo cáo bằng cách trả lời tin"
    " của trợ lý. Muốn gõ thẳng mã kèm kết quả, xin đặt trợ lý làm quản trị viên của nhóm. Nhắc"
    " việc từng người vẫn gửi riêng.\n"
    f"{WEEKLY}\n{FOR_TAM}"
)
WORK = (
    f"{UNIT} có 3 việc đang thực hiện:\n"
    f"{TOMORROW}: {NV07}, chưa có số liệu\n"
    f"{NEW_YEARS_EVE}: CT03 Kết nạp đảng viên, chưa có số liệu\n"
    f"{NEW_YEARS_EVE}: CT12 Thu ngân sách, chưa có số liệu\n"
    "Trả lời tin này để báo cáo, ví dụ: NV07 60%"
)
RECORDED = f"Đã ghi {NV07}: {{}}.\n{TOMORROW}\n{IF_WRONG}\n\n{FOR_LAN}"


class InGroup:
    """A group on a stage: what is said in it is heard by each of its members."""

    def __init__(self, on: Stage, members: list[Phone], **how: Any) -> None:
        self.on, self.members = on, members
        how = {"bot_administers": True} | how
        self.chat: Chat = on.platform.add_group("Tổ công tác", members, **how)

    def types(self, phone: Phone, text: str, **how: Any) -> Message:
        return self.on.platform.type_text(phone, text, chat=self.chat, **how)

    async def hears(self, words: str, *choices: str) -> Message:
        for phone in self.members:
            message = await self.on.hears(phone, words, *choices)
        return message

    async def asks(self, phone: Phone, text: str, words: str, *choices: str, **how: Any) -> Message:
        typed = self.types(phone, text, **how)
        message = await self.hears(words, *choices)
        assert message.reply_to is typed
        return message

    async def tap(self, phone: Phone, message: Message, number: int) -> str | None:
        """Taps, and gives the few words that are said to this person alone."""
        buttons = [button for row in message.buttons or [] for button in row]
        tap = self.on.platform.tap(phone, message, buttons[number - 1]["callback_data"])
        return await self.on.platform.answer_to(tap)


async def opened(on: Stage, **how: Any) -> tuple[InGroup, Phone, Phone, Phone]:
    """Tâm's group, bound to his ward, without a weekly summary; Lan and Hai are in it."""
    tam, lan, hai = [await on.join(code, TELEGRAM) for code in ("TAM", "LAN", "HAI")]
    await on.hears(tam, *told_of_joining(tam))
    group = InGroup(on, [tam, lan, hai], **how)
    bound = await group.asks(tam, "/gannhom", BOUND, YES, NO)
    assert await group.tap(tam, bound, 2) is None
    await group.hears("Vâng, nhóm không nhận tổng hợp hằng tuần. Khi cần, gõ /tonghop")
    return group, tam, lan, hai


def told_of_joining(phone: Phone) -> tuple[str, ...]:
    return (phone.arrived[0].text, "Không phải đồng chí ấy")


async def test_a_lead_binds_the_group_and_its_members_report_in_it(play: Play) -> None:
    async with play() as on:
        group, tam, lan, hai = await opened(on)
        await group.asks(lan, "/viec", WORK)
        said = await group.asks(lan, "NV7 40%", RECORDED.format("40%"), WRONG)
        assert await group.tap(tam, said, 1) == "Chỉ đồng chí Lan chọn được mục này."
        assert reports(on) == [("NV07", 40, None)]
        await on.idle()
        assert await group.tap(lan, said, 1) is None
        asked = await group.hears(
            f"Đã bỏ báo cáo về {NV07}: 40%.\nĐồng chí gõ số đúng, ví dụ: 60%\n\n{FOR_LAN}"
        )
        # Talk is not taken for the answer that is waited for; an answer to the question is.
        group.types(lan, "60% là nhiều lắm rồi các anh chị ơi")
        group.types(hai, "Đúng đấy, CT12 bên tôi cũng khó")
        typed = on.platform.type_text(lan, "70%", reply_to=asked)
        corrected = RECORDED.format("70%").replace("Đã ghi", "Đã sửa")
        said = await group.hears(corrected, WRONG)
        assert said.reply_to is typed
        assert reports(on) == [("NV07", 70, None)]
        # Hai leads another ward: he reads and reports nothing here.
        group.types(hai, "/viec")
        group.types(hai, "NV7 90%")
        await on.idle()
        assert reports(on) == [("NV07", 70, None)]


async def test_a_figure_is_put_right_in_the_group_beside_an_open_question(play: Play) -> None:
    async with play() as on:
        group, tam, lan, hai = await opened(on)
        said = await group.asks(lan, "NV7 40%", RECORDED.format("40%"), WRONG)
        await on.move(seconds=60)
        group.types(lan, f"@{on.platform.bot(TELEGRAM).username} CT12 khoảng 240-250 tỷ")
        asked = await group.hears(
            "CT12 Thu ngân sách, chưa ghi được. Đồng chí cho một con số cụ thể để ghi nhận, kèm đơn"
            f" vị tính.\n\n{FOR_LAN}"
        )
        # What is answered says which figure was wrong; the question still waits.
        open_still = 'Còn dở phần báo cáo tiến độ: đồng chí gõ "tiếp" để trả lời nốt, "hủy" để bỏ.'
        corrected = RECORDED.replace("Đã ghi", "Đã sửa").replace(FOR_LAN, open_still)
        on.platform.type_text(lan, "sai, 70%", reply_to=said)
        await group.hears(f"{corrected.format('70%, thay cho 40%')}\n\n{FOR_LAN}", WRONG)
        # Just after it, the word with a figure is enough; with anything else it is talk.
        group.types(lan, "sai 2 chữ trong văn bản rồi")
        group.types(lan, "sai, 65%")
        await group.hears(f"{corrected.format('65%, thay cho 70%')}\n\n{FOR_LAN}", WRONG)
        assert reports(on) == [("NV07", 65, None)]
        on.platform.type_text(lan, "250 tỷ", reply_to=asked)
        recorded = await group.hears(
            "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng, lũy kế đến tháng 6/2021.\n"
            f"{NEW_YEARS_EVE}. Đạt 62,5% kế hoạch năm (400 tỷ đồng).\n{IF_WRONG}\n\n{FOR_LAN}",
            WRONG,
        )
        # An older report is put right by answering what was said of it, not the last one.
        on.platform.type_text(lan, "sai, 50%", reply_to=said)
        await group.hears(RECORDED.replace("Đã ghi", "Đã sửa").format("50%, thay cho 65%"), WRONG)
        # Another's word about it corrects nothing of hers: it is a report of his own.
        on.platform.type_text(tam, "sai, 80%", reply_to=said)
        former = "80%, lần trước 50% do đồng chí Lê Thị Hoàng Lan báo"
        await group.hears(
            RECORDED.replace(FOR_LAN, FOR_TAM).format(former),
            WRONG,
        )
        group.types(hai, "sai, 10%")
        on.platform.type_text(lan, "sai, 245 tỷ", reply_to=recorded)
        said = await on.next(lan)
        assert said.text.startswith("Đã sửa CT12 Thu ngân sách: 245 tỷ đồng")
        for phone in (tam, hai):
            assert (await on.next(phone)).text == said.text
        assert reports(on) == [("NV07", 50, None), ("NV07", 80, None), ("CT12", None, 245)]


async def test_the_group_sees_its_units_work_and_nothing_else(play: Play) -> None:
    async with play() as on:
        group, tam, lan, _ = await opened(on)
        await group.asks(
            lan,
            "/tonghop",
            f"Tổng hợp việc của {UNIT}, thứ Tư 09/6:\n"
            "Trên 3 việc được giao: hoàn thành đúng hạn 0 (0%), đang trong hạn 3\n"
            "Đến hạn trong 7 ngày tới: 1 việc\n"
            f"• {NV07}: thứ Năm, 10/6 (còn 1 ngày)\n"
            "Xem từng việc: /viec",
        )
        unknown = f"Trong các việc của {UNIT} không có mã NV9. Gõ /viec để xem danh sách."
        await group.asks(tam, "/viec NV9", unknown)
        await group.asks(
            tam,
            "/tim biển hiệu",
            'Không có việc nào đồng chí được xem có "biển hiệu". Đồng chí thử gõ ít chữ hơn, ví dụ:'
            " tìm ngân sách",
        )
        alone = "Việc này không làm trong nhóm. Đồng chí nhắn riêng cho trợ lý."
        await group.asks(tam, "/guichidao", alone)
        await on.idle()
        assert rows(on, "SELECT count(*) FROM audit WHERE act = 'denied'") == [(1,)]
        assert set(inbox_states(on)) == {"done"}


async def test_strangers_anonymous_admins_and_talk_are_ignored_and_not_kept(play: Play) -> None:
    async with play() as on:
        tam, lan = await on.join("TAM", TELEGRAM), await on.join("LAN", TELEGRAM)
        await on.hears(tam, *told_of_joining(tam))
        stranger = on.phone("Người lạ", TELEGRAM)
        group = InGroup(on, [tam, lan, stranger])
        bound = await group.asks(tam, "/gannhom", BOUND, YES, NO)
        assert await group.tap(stranger, bound, 1) == "Chỉ đồng chí Tâm chọn được mục này."
        anonymous = {
            "sender_chat": {"id": group.chat.id, "type": "group", "title": "Tổ công tác"},
            "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
        }
        group.types(stranger, "/viec")
        group.types(stranger, "NV7 90%")
        group.types(tam, "NV7 80%", extra=anonymous)
        group.types(lan, "Trưa nay họp ở hội trường nhé")
        await on.idle()
        last = rows(on, "SELECT state, raw, reason FROM inbox ORDER BY id DESC LIMIT 4")[::-1]
        assert last == [
            ("ignored", "{}", "a stranger in a group"),
            ("ignored", "{}", "a stranger in a group"),
            ("ignored", "{}", "not for us"),
            ("ignored", "{}", "talk in a group"),
        ]
        assert reports(on) == []


async def test_who_does_not_administer_the_group_binds_nothing(play: Play) -> None:
    async with play() as on:
        lan, tam = await on.join("LAN", TELEGRAM), await on.join("TAM", TELEGRAM)
        group = InGroup(on, [lan, tam])
        await group.asks(
            lan,
            "/gannhom",
            "Chỉ lãnh đạo đơn vị, Văn phòng Thành ủy hoặc quản trị hệ thống gắn, gỡ được nhóm của"
            " đơn vị.",
        )
        await group.asks(
            tam,
            "/gannhom",
            "Đồng chí cần là quản trị viên của nhóm Telegram này thì mới gắn, gỡ được nhóm. Xin nhờ"
            " quản trị viên nhóm cấp quyền, rồi gõ lại.",
        )
        assert rows(on, "SELECT count(*) FROM chats WHERE kind = 'group'") == [(0,)]
        group.chat.administrators.append(tam)
        await group.asks(tam, "gắn nhóm @" + on.platform.bot(TELEGRAM).username, BOUND, YES, NO)


async def test_a_group_that_becomes_a_supergroup_is_followed_in_both_ways(play: Play) -> None:
    for service_message in ("none", "first", "only"):
        async with play(service_message) as on:
            group, _, lan, _ = await opened(on)
            on.platform.add_fault(
                TELEGRAM, "moved", method="sendMessage", times=1, service_message=service_message
            )
            old = group.chat
            if service_message == "only":
                assert old.migrated_to is not None
                group.chat = old.migrated_to
            group.types(lan, "/viec")
            await group.hears(WORK)
            assert old.migrated_to is not None
            group.chat = old.migrated_to
            await group.asks(lan, "NV7 40%", RECORDED.format("40%"), WRONG)
            await on.idle()
            bound = rows(on, "SELECT chat, state FROM chats WHERE kind = 'group'")
            assert bound == [(str(group.chat.id), "bound")]


async def test_a_group_that_is_lost_is_shown_and_found_again(play: Play) -> None:
    async with play() as on:
        group, tam, lan, hai = await opened(on)
        on.platform.remove_bot(group.chat)
        await on.idle()
        assert rows(on, "SELECT code, text FROM problems") == [
            (
                "group_lost",
                f"Nhóm của {UNIT} không còn nhận tin: trợ lý đã bị đưa ra khỏi nhóm. Đề nghị đưa"
                " trợ lý vào lại nhóm, hoặc gắn nhóm khác.",
            )
        ]
        # Another group takes its place without a question.
        group = InGroup(on, [tam, lan, hai])
        await group.asks(tam, "/gannhom", BOUND, YES, NO)
        await on.idle()
        assert rows(on, "SELECT code FROM problems") == []
        # A third one asks whether the unit moves there; the second one is told.
        third = InGroup(on, [tam, lan])
        asked = await third.asks(
            tam,
            "/gannhom",
            f"{UNIT} đang có một nhóm khác. Mỗi đơn vị chỉ gắn một nhóm.\n"
            f"Đồng chí có chuyển sang nhóm này không?\n{FOR_TAM}",
            "Chuyển sang nhóm này",
        )
        await third.tap(tam, asked, 1)
        away = f"Nhóm này không còn gắn với {UNIT}: đơn vị đã chuyển sang nhóm khác."
        heard = {(await on.next(phone)).text for phone in (tam, tam, lan, lan, hai)}
        assert heard == {away, BOUND}
        bound = rows(on, "SELECT chat FROM chats WHERE kind = 'group'")
        assert bound == [(str(third.chat.id),)]
        gone = f"Đã gỡ nhóm này khỏi {UNIT}. Từ nay trợ lý không trả lời và không gửi gì vào đây."
        await third.asks(tam, "/gonhom", gone)
        assert rows(on, "SELECT count(*) FROM chats WHERE kind = 'group'") == [(0,)]


async def test_topics_are_kept_and_the_summary_comes_once_a_week(play: Play) -> None:
    async with play() as on:
        tam = await on.join("TAM", TELEGRAM)
        group = InGroup(on, [tam], forum=True)
        topic = on.platform.add_topic(group.chat, "Tiến độ")
        bound = await group.asks(tam, "/gannhom", BOUND, YES, NO, thread=topic)
        assert bound.thread == topic
        await group.tap(tam, bound, 1)
        said = await group.hears(
            "Từ tuần sau, mỗi tuần một lần, tổng hợp của đơn vị sẽ gửi vào nhóm trong giờ làm việc."
        )
        assert said.thread == topic
        planned = await on.service.command("rehearse", "--days", "14")
        heads = [line for line in planned.splitlines() if "nhóm của" in line]
        mondays = [f"— {day}/06/2021 07:30 · nhóm của {UNIT}" for day in (14, 21)]
        assert heads == mondays
        assert f"{mondays[0]}\nTổng hợp việc của {UNIT}, thứ Hai 14/6:\n" in planned
        await on.move(to="2021-06-14T07:00:00+07:00")
        await on.move(to="2021-06-14T07:45:00+07:00")
        heard = [tam.arrived.popleft() for _ in range(len(tam.arrived))]
        (summary,) = [message for message in heard if message.chat is group.chat]
        assert summary.thread == topic
        assert summary.text == (
            f"Tổng hợp việc của {UNIT}, thứ Hai 14/6:\n"
            "Trên 1 việc đã đến hạn: hoàn thành đúng hạn 0 (0%), đang quá hạn 1\n"
            "Trên 3 việc được giao, kể cả chưa đến hạn: hoàn thành đúng hạn 0 (0%), đang trong"
            " hạn 2\n"
            "Trong 7 ngày tới không có việc nào đến hạn.\n"
            "Xem từng việc: /viec"
        )
        for moment in ("2021-06-14T09:00:00+07:00", "2021-06-15T08:00:00+07:00"):
            await on.move(to=moment)
            assert not [one for one in tam.arrived if one.chat is group.chat]
            tam.arrived.clear()


async def test_a_stranger_who_adds_the_bot_to_500_groups_makes_no_storm(play: Play) -> None:
    async with play() as on:
        stranger = on.phone("Người lạ", TELEGRAM)
        groups = [on.platform.add_group(f"Nhóm {n}", [stranger]) for n in range(500)]
        await on.idle()
        assert not stranger.arrived
        for group in groups:
            on.platform.type_text(stranger, "/start", chat=group)
            on.platform.type_text(stranger, "/gannhom", chat=group)
        await on.idle()
        assert len(stranger.arrived) == 20
        stranger.arrived.clear()


async def test_a_group_on_zalo_says_where_to_write(play: Play) -> None:
    async with play() as on:
        lan = await on.join("LAN", ZALO)
        group = on.platform.add_group("Tổ công tác", [lan])
        for text in ("NV7 60%", "gắn nhóm"):
            on.platform.type_text(lan, f"@{on.platform.bot(ZALO).name} {text}", chat=group)
        await on.hears(
            lan,
            "Trợ lý nhắc việc nhận báo cáo trong khung chat riêng với từng đồng chí. Xin nhắn riêng"
            " cho trợ lý.",
        )
        await on.idle()
        assert reports(on) == []
