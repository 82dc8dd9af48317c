"""A second phone, a shared phone, a wrong person, leaving: on both channels, every text whole."""

from __future__ import annotations

from sandbox.stage import Stage
from sandbox.world.model import Phone
from tests.stories.books import rows
from tests.stories.conftest import Play

STRANGER = (
    "Đây là trợ lý nhắc việc của Văn phòng Thành ủy, chỉ dành cho cán bộ được mời. Nếu đồng chí"
    " có phiếu mời, xin gõ mã tham gia gồm 10 ký tự trong phiếu. Nếu chưa có, xin liên hệ Văn"
    " phòng Thành ủy."
)
SETTINGS = (
    "Cài đặt của đồng chí {name}\n"
    "{posts}\n"
    "Giờ yên lặng: theo giờ chung (nhắc việc từ 07:30 đến 18:00 ngày làm việc)"
)
CHOICES = (
    "Nghỉ phép, đi công tác, người thay",
    "Giờ yên lặng",
    "Ngôn ngữ: Tiếng Việt",
    "Thông tin đang lưu về tôi",
    "Thôi nhận nhắc việc ở đây",
)
LAN = "Văn phòng Đảng ủy, Đảng ủy phường An Hội"


async def second_phone(on: Stage, channel: str) -> tuple[Phone, Phone, Phone]:
    """Lan's first phone, her second one, and the clerk's; the first has one message unread."""
    clerk, lan = await on.join("VP", channel), await on.join("LAN", channel)
    code = (await on.invite("LAN"))["code"]
    other = on.phone("LAN-2", channel)
    await on.asks(
        other,
        code,
        "Chào đồng chí Lê Thị Hoàng Lan. Khung chat này nay cũng là của đồng chí. Đồng chí gõ"
        ' "việc" để xem việc của mình.',
    )
    return lan, other, clerk


def added(channel: str) -> str:
    return (
        f"Một khung chat {channel.capitalize()} vừa được thêm vào tên đồng chí lúc 08:00 thứ Tư,"
        " 09/6. Nếu đúng là máy của đồng chí, không cần làm gì."
    )


async def test_a_second_phone_joins_and_the_lost_one_is_left_behind(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan, other, _ = await second_phone(on, channel)
        await on.hears(lan, added(channel), "Không phải tôi, gỡ khung chat ấy")
        posts = SETTINGS.format(name="Lê Thị Hoàng Lan", posts=LAN)
        settings = await on.asks(other, "cài đặt", posts, *CHOICES)
        await on.choose(other, settings, 4)
        data = await on.hears(
            other,
            "Thông tin đang lưu về đồng chí Lê Thị Hoàng Lan:\n"
            f"Chức vụ: {LAN}\n"
            "Điện thoại công vụ: chưa ghi\n"
            f"Khung chat: {channel.capitalize()}\n"
            "Số lần báo cáo: 0\n"
            "Đồng ý tham gia: thứ Tư, 09/6\n\n"
            "Để nhận bản đầy đủ, sửa hoặc xóa, đồng chí liên hệ Văn phòng Thành ủy.",
            "Chỉ giữ khung chat này",
        )
        await on.choose(other, data, 1)
        await on.hears(
            other,
            "Đã bỏ 1 khung chat khác của đồng chí; từ nay tin chỉ gửi đến khung chat này. Muốn"
            " dùng thêm máy khác, đồng chí xin mã tham gia mới.",
        )
        await on.asks(lan, "việc", STRANGER)
        assert "NV07" in await on.says(other, "việc")


async def test_a_phone_that_is_not_hers_is_undone_from_her_own(play: Play, channel: str) -> None:
    async with play() as on:
        lan, other, clerk = await second_phone(on, channel)
        told = await on.hears(lan, added(channel), "Không phải tôi, gỡ khung chat ấy")
        await on.choose(lan, told, 1)
        await on.hears(
            lan, "Đã gỡ khung chat ấy; tin chờ gửi đến đó đã hủy. Văn phòng Thành ủy đã được báo."
        )
        await on.hears(
            clerk,
            "Đồng chí Lê Thị Hoàng Lan báo: khung chat vừa thêm không phải của mình; khung chat ấy"
            " đã được gỡ. Xin kiểm tra phiếu mời của đồng chí Lê Thị Hoàng Lan.",
        )
        await on.asks(other, "việc", STRANGER)
        assert "NV07" in await on.says(lan, "việc")


async def test_a_shared_phone_is_handed_over_or_kept(play: Play, channel: str) -> None:
    async with play() as on:
        shared = await on.join("LAN", channel)
        code = (await on.invite("HAI"))["code"]
        question = (
            "Khung chat này đang của đồng chí Lê Thị Hoàng Lan, còn mã vừa gõ là của đồng chí Phạm"
            " Văn Hai.\nĐồng chí có muốn chuyển khung chat này cho đồng chí Phạm Văn Hai không? Tin"
            " đang chờ gửi cho đồng chí Lê Thị Hoàng Lan ở đây sẽ được hủy."
        )
        either = ("Chuyển khung chat", "Giữ nguyên")
        asked = await on.asks(shared, code, question, *either)
        await on.choose(shared, asked, 2)
        await on.hears(shared, "Khung chat vẫn là của đồng chí Lê Thị Hoàng Lan.")
        asked = await on.asks(shared, code, question, *either)
        await on.choose(shared, asked, 1)
        hello = await on.next(shared)
        assert hello.text.startswith("Chào đồng chí Phạm Văn Hai. Đây là trợ lý nhắc việc")
        await on.choose(shared, hello, 1)
        assert "NV09" in (await on.next(shared)).text
        assert "NV07" not in await on.says(shared, "việc")
        assert rows(on, "SELECT count(*) FROM chats WHERE state = 'bound'") == [(1,)]


async def test_leaving_is_asked_once_more_and_nothing_is_sent_any_longer(
    play: Play, channel: str
) -> None:
    async with play() as on:
        clerk, lan = await on.join("VP", channel), await on.join("LAN", channel)
        posts = SETTINGS.format(name="Lê Thị Hoàng Lan", posts=LAN)
        settings = await on.asks(lan, "cài đặt", posts, *CHOICES)
        await on.choose(lan, settings, 5)
        sure = await on.hears(
            lan,
            "Nếu thôi, đồng chí không nhận nhắc việc và chỉ đạo ở đây nữa; Văn phòng Thành ủy sẽ"
            " báo cáo thay. Những báo cáo đã gửi vẫn được giữ. Đồng chí chọn:",
            "Tiếp tục tham gia",
            "Thôi tham gia",
        )
        await on.choose(lan, sure, 2)
        await on.hears(
            lan,
            "Đã ghi nhận. Từ nay không có tin nào gửi đến đồng chí ở đây; Văn phòng Thành ủy sẽ báo"
            ' cáo thay. Khi muốn tham gia, đồng chí gõ "đồng ý".',
        )
        await on.hears(
            clerk,
            "Đồng chí Lê Thị Hoàng Lan chọn không tham gia nhắc việc qua tin nhắn.\n"
            f"{LAN}\nXin Văn phòng liên hệ trực tiếp và báo cáo thay.",
        )
        await on.move(days=1, at="09:00")
        on.nobody_heard_more()
