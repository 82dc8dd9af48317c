"""The wrong person, a lost phone, a shared one: said in words, put right by whoever may."""

from __future__ import annotations

from sandbox.stage import Stage
from sandbox.world.model import ZALO, Phone
from tests.stories.books import rows
from tests.stories.conftest import Play

LAN = "Lê Thị Hoàng Lan"
POST = "Văn phòng Đảng ủy, Đảng ủy phường An Hội"
INVITE = "Cấp mã tham gia mới"
WHOSE = (
    f"Khung chat này đang mang tên đồng chí {LAN}. Nếu nhầm người, đồng chí chọn mục đầu: việc của"
    " đồng chí Lan không gửi đến đây nữa."
)
EITHER = ("Tôi không phải đồng chí Lan", "Tôi là đồng chí Lan")
FIRST = (
    "Trước khi bắt đầu, xin đồng chí cho biết có đồng ý lưu thông tin như đã nêu không? Nếu nhầm"
    ' người, đồng chí gõ "nhầm người".'
)
YES_OR_NO = ("Đồng ý", "Không đồng ý")
STRANGER = (
    "Đây là trợ lý nhắc việc của Văn phòng Thành ủy, chỉ dành cho cán bộ được mời. Nếu đồng chí"
    " có phiếu mời, xin gõ mã tham gia gồm 10 ký tự trong phiếu. Nếu chưa có, xin liên hệ Văn"
    " phòng Thành ủy."
)


async def code_from(on: Stage, office: Phone) -> str:
    """The office takes the choice below the last message and reads the code."""
    said = await on.next(office)
    head, code = said.text.split("\n")[0].split(": ")
    assert head == f"Mã tham gia của đồng chí {LAN}"
    assert said.text.split("\n")[1:] == [
        "Dùng một lần, đến hết thứ Tư, 23/6; mã cấp trước mà chưa dùng thì hết hiệu lực.",
        "Xin đưa tận tay hoặc đọc qua điện thoại. Đồng chí ấy gõ mã này vào khung chat của trợ lý.",
    ]
    return code


async def test_who_is_not_the_person_says_so_before_or_after_agreeing(
    play: Play, channel: str
) -> None:
    async with play() as on:
        office = await on.join("VP", channel)
        wrong = on.phone("LAN", channel)
        invited = await on.invite("LAN")
        await on.says(wrong, invited["code"])
        asked = await on.asks(wrong, "tôi không phải chị Lan", WHOSE, *EITHER)
        await on.choose(wrong, asked, 2)
        asked = await on.hears(
            wrong, f"Khung chat vẫn là của đồng chí {LAN}.\n\n{FIRST}", *YES_OR_NO
        )
        await on.choose(wrong, asked, 1)
        await on.next(wrong)
        asked = await on.asks(wrong, "Nhầm người rồi ạ", WHOSE, *EITHER)
        await on.choose(wrong, asked, 1)
        await on.hears(
            wrong,
            f"Đã gỡ khung chat này khỏi tên đồng chí {LAN}, cảm ơn đồng chí đã báo. Nếu có mã tham"
            " gia mang tên mình, đồng chí gõ mã ấy tại đây; nếu chưa có, xin liên hệ Văn phòng"
            " Thành ủy.",
        )
        told = await on.hears(
            office,
            f"Người dùng khung chat {channel.capitalize()} mang tên đồng chí {LAN} báo mình không"
            " phải đồng chí ấy. Khung chat đã được gỡ. Xin mời lại đồng chí Lê Thị Hoàng Lan bằng"
            " mã mới.",
            INVITE,
        )
        await on.asks(wrong, "việc", STRANGER)
        # The code comes at once, to be handed to the right one; it stands nowhere afterwards.
        await on.move(seconds=61)
        await on.choose(office, told, 1)
        code = await code_from(on, office)
        await on.idle()
        kept = rows(on, "SELECT text FROM outbox UNION ALL SELECT raw FROM inbox")
        assert not [row for row in kept if code in str(row[0])]
        right = on.phone("LAN herself", channel)
        assert (await on.says(right, code)).startswith(f"Chào đồng chí {LAN}.")


async def test_a_lost_phone_is_replaced_by_a_code_from_the_office(play: Play, channel: str) -> None:
    async with play() as on:
        office, lan = await on.join("VP", channel), await on.join("LAN", channel)
        asked = await on.asks(
            lan,
            "Tôi đổi máy ạ",
            "Muốn dùng máy khác, đồng chí xin Văn phòng Thành ủy mã tham gia mới, rồi gõ mã ấy"
            " vào khung chat của trợ lý trên máy mới.\n"
            'Máy cũ đã mất hoặc không dùng nữa: trên máy mới, gõ "cài đặt", chọn "Thông tin đang'
            ' lưu về tôi", rồi chọn "Chỉ giữ khung chat này".',
            "Nhờ Văn phòng cấp mã tham gia mới",
        )
        await on.choose(lan, asked, 1)
        done = "Đã báo Văn phòng Thành ủy; Văn phòng Thành ủy sẽ liên hệ với đồng chí."
        await on.hears(lan, done)
        told = await on.hears(
            office,
            f"Đồng chí {LAN} đổi máy và nhờ cấp mã tham gia mới. Xin gọi điện xác nhận đúng người"
            " rồi hãy đưa mã.",
            INVITE,
        )
        await on.move(seconds=61)
        await on.choose(office, told, 1)
        other = on.phone("LAN-2", channel)
        hello = f"Chào đồng chí {LAN}. Khung chat này nay cũng là của đồng chí."
        assert (await on.says(other, await code_from(on, office))).startswith(hello)
        assert "vừa được thêm vào tên đồng chí" in (await on.next(lan)).text


async def test_a_lost_phone_that_nobody_can_type_on_is_found_by_its_name(play: Play) -> None:
    async with play() as on:
        office = await on.join("VP", ZALO)
        card = await on.asks(
            office, "cán bộ Lan", f"{LAN}\n{POST}\nHiện nay: chưa tham gia", INVITE
        )
        await on.choose(office, card, 1)
        code = await code_from(on, office)
        # Whoever may not invite is offered nothing to choose: the admin's post is in the office.
        admin = await on.join("QT", ZALO)
        await on.asks(admin, "cán bộ Lan", f"{LAN}\n{POST}\nHiện nay: chưa tham gia")
        assert len(code) == 11


async def test_other_words_about_the_phone_or_the_post_say_what_to_do(play: Play) -> None:
    async with play() as on:
        office, lan = await on.join("VP", ZALO), await on.join("LAN", ZALO)
        await on.asks(
            lan,
            "máy này dùng chung",
            "Mỗi khung chat mang tên một đồng chí. Muốn chuyển khung chat này cho người khác,"
            " người ấy gõ mã tham gia của mình tại đây; trợ lý sẽ hỏi lại trước khi chuyển.\n"
            "Chưa có mã, xin liên hệ Văn phòng Thành ủy.",
        )
        asked = await on.asks(
            lan,
            "tôi chuyển công tác",
            "Khi đồng chí chuyển công tác hoặc thôi nhiệm vụ, Văn phòng Thành ủy ghi lại chức vụ và"
            " giao việc cho người nhận. Cho đến khi đó, việc vẫn mang tên đồng chí.",
            "Báo Văn phòng giúp tôi",
        )
        await on.choose(lan, asked, 1)
        done = "Đã báo Văn phòng Thành ủy; Văn phòng Thành ủy sẽ liên hệ với đồng chí."
        await on.hears(lan, done)
        await on.hears(
            office,
            f"Đồng chí {LAN} báo chuyển công tác hoặc thôi nhiệm vụ. Xin Văn phòng ghi lại chức vụ"
            " trong bảng Cán bộ và giao việc cho người nhận.",
        )


async def test_a_chat_is_handed_over_before_its_holder_has_agreed(play: Play, channel: str) -> None:
    async with play() as on:
        shared = on.phone("LAN", channel)
        await on.says(shared, (await on.invite("LAN"))["code"])
        code = (await on.invite("HAI"))["code"]
        question = (
            f"Khung chat này đang của đồng chí {LAN}, còn mã vừa gõ là của đồng chí Phạm Văn Hai.\n"
            "Đồng chí có muốn chuyển khung chat này cho đồng chí Phạm Văn Hai không? Tin đang chờ"
            f" gửi cho đồng chí {LAN} ở đây sẽ được hủy."
        )
        either = ("Chuyển khung chat", "Giữ nguyên")
        asked = await on.asks(shared, code, question, *either)
        await on.choose(shared, asked, 2)
        await on.hears(shared, f"Khung chat vẫn là của đồng chí {LAN}.\n\n{FIRST}", *YES_OR_NO)
        asked = await on.asks(shared, code, question, *either)
        await on.choose(shared, asked, 1)
        hello = await on.next(shared)
        assert hello.text.startswith("Chào đồng chí Phạm Văn Hai. Đây là trợ lý nhắc việc")
        await on.choose(shared, hello, 1)
        assert "NV09" in (await on.next(shared)).text
