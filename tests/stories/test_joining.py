"""Joining: by link or code, with consent, declined, taken back. Every text whole."""

from __future__ import annotations

from sandbox.stage import Invitation, Stage
from sandbox.world.model import TELEGRAM, ZALO, Phone
from tests.stories.books import inbox_states, rows
from tests.stories.conftest import Play

LAW = (
    "Theo Luật Bảo vệ dữ liệu cá nhân (số 91/2025/QH15), đồng chí có thể không đồng ý, hoặc đồng ý"
    " rồi thôi lúc nào cũng được; khi đó Văn phòng Thành ủy báo cáo thay. Tên trong văn bản đã ký"
    " vẫn được lưu trữ theo quy định."
)
ABROAD = " Telegram có máy chủ ở nước ngoài, nên nhắn qua Telegram là chuyển dữ liệu ra nước ngoài."
YES_OR_NO = ("Đồng ý", "Không đồng ý")
FIRST = (
    "Trước khi bắt đầu, xin đồng chí cho biết có đồng ý lưu thông tin như đã nêu không? Nếu"
    ' nhầm người, đồng chí gõ "nhầm người".'
)


def question(name: str, post: str, channel: str) -> str:
    return (
        f"Chào đồng chí {name}. Đây là trợ lý nhắc việc của Thành ủy Bến Tre. Nếu nhầm người, đồng"
        ' chí gõ "nhầm người".\n'
        "\n"
        f"Chức vụ: {post}\n"
        "\n"
        "Ở đây lưu họ tên, chức vụ, đơn vị, điện thoại công vụ (nếu Văn phòng đã ghi), mã số tài"
        " khoản nhắn tin này, tin nhắn, ảnh, tệp đồng chí gửi, ngày nghỉ và cài đặt của đồng chí,"
        " để nhắc việc và tổng hợp tiến độ.\n"
        "\n"
        f"{LAW}{ABROAD if channel == 'telegram' else ''}\n"
        "\n"
        "Đồng chí có đồng ý không?"
    )


def follow(on: Stage, phone: Phone, invitation: Invitation) -> None:
    """Opens the link on Telegram, types the code on Zalo."""
    link = invitation["links"][phone.channel]
    on.platform.start(phone, link.partition("?start=")[2] or link)


async def test_somebody_joins_agrees_and_sees_their_work(play: Play, channel: str) -> None:
    async with play() as on:
        lead = await on.join("TAM")
        lan = on.phone("LAN", channel)
        invitation = await on.invite("LAN")
        post = "Văn phòng Đảng ủy, Đảng ủy phường An Hội"
        follow(on, lan, invitation)
        await on.hears(lan, question("Lê Thị Hoàng Lan", post, channel), *YES_OR_NO)
        told = await on.hears(
            lead,
            "Đồng chí Lê Thị Hoàng Lan vừa tham gia nhắc việc lúc 08:00 thứ Tư, 09/6.\n"
            f"{post}\nNếu đúng, đồng chí không cần làm gì.",
            "Không phải đồng chí ấy",
        )

        # Nothing is used before the answer, and nothing but the answer is taken.
        await on.asks(lan, "CT12 250 tỷ", FIRST, *YES_OR_NO)
        again = await on.asks(lan, "menu", FIRST, *YES_OR_NO)
        assert rows(on, "SELECT count(*) FROM progress") == [(0,)]
        await on.choose(lan, again, 1)
        await on.hears(
            lan,
            "Cảm ơn đồng chí Lan. Từ nay đồng chí nhận nhắc việc và báo cáo ngay tại đây.\n\n"
            "Đồng chí Lan có 3 việc đang thực hiện:\n"
            '🟠 Còn 1 ngày (thứ Năm, 10/6): NV07 Báo cáo "6 không", chưa có số liệu\n'
            "🟢 Còn 205 ngày (thứ Sáu, 31/12): CT03 Kết nạp đảng viên, chưa có số liệu\n"
            "🟢 Còn 205 ngày (thứ Sáu, 31/12): CT12 Thu ngân sách, chưa có số liệu\n"
            "Đồng chí gõ mã để xem một việc, hoặc báo ngay, ví dụ: NV07 60%",
        )
        await on.asks(
            lan,
            invitation["code"],
            "Đồng chí Lê Thị Hoàng Lan đã tham gia rồi, không cần gõ mã nữa. Đồng chí gõ"
            ' "menu" để xem những việc làm được.',
        )

        # "That is not her": the chat is taken back at once and is a stranger's again.
        await on.move(seconds=61)
        await on.choose(lead, told, 1)
        await on.hears(
            lead,
            "Đã gỡ khung chat khỏi tên đồng chí Lê Thị Hoàng Lan; tin chờ gửi đến đó đã hủy."
            " Văn phòng Thành ủy đã được báo để mời lại.",
        )
        await on.asks(
            lan,
            "việc",
            "Đây là trợ lý nhắc việc của Văn phòng Thành ủy, chỉ dành cho cán bộ được mời. Nếu"
            " đồng chí có phiếu mời, xin gõ mã tham gia gồm 10 ký tự trong phiếu. Nếu chưa có,"
            " xin liên hệ Văn phòng Thành ủy.",
        )
        assert set(inbox_states(on)) == {"done"}


async def test_a_spent_code_from_another_account_is_refused_and_the_admin_told(
    play: Play, channel: str
) -> None:
    async with play() as on:
        admin = await on.join("QT")
        invitation = await on.invite("HAI")
        hai, other = on.phone("HAI", channel), on.phone("somebody", channel)
        follow(on, hai, invitation)
        asked = await on.next(hai)
        await on.choose(hai, asked, 1)
        await on.next(hai)
        await on.asks(
            other,
            f"mã của tôi là {invitation['code'].lower().replace('-', ' ')} ạ",
            "Mã tham gia này không dùng được. Đồng chí kiểm tra lại từng ký tự trong phiếu mời,"
            " hoặc liên hệ Văn phòng Thành ủy để nhận mã mới.",
        )
        await on.hears(
            admin,
            "Mã tham gia đã dùng của đồng chí Phạm Văn Hai vừa được nhập từ một tài khoản khác và"
            " đã bị từ chối. Tài khoản đầu tiên vẫn giữ nguyên.\n"
            "Nếu đồng chí Phạm Văn Hai đổi máy hoặc đổi tài khoản, xin cấp mã mới.",
        )
        assert "NV09" in await on.says(hai, "việc")
        # No code is left anywhere in what was kept.
        kept = " ".join(str(row[0]) for row in rows(on, "SELECT raw FROM inbox"))
        assert invitation["code"].replace("-", "").lower() not in kept.lower().replace(" ", "")


async def test_declining_is_as_easy_as_agreeing_and_can_be_undone(play: Play, channel: str) -> None:
    async with play() as on:
        clerk = await on.join("VP", channel)
        chair = on.phone("BT", channel)
        follow(on, chair, await on.invite("BT"))
        post = "Bí thư Thành ủy, Thành ủy Bến Tre"
        asked = await on.hears(chair, question("Huỳnh Trung Kiên", post, channel), *YES_OR_NO)
        await on.choose(chair, asked, 2)
        await on.hears(
            chair,
            "Đã ghi nhận. Từ nay không có tin nào gửi đến đồng chí ở đây; Văn phòng Thành ủy sẽ báo"
            ' cáo thay. Khi muốn tham gia, đồng chí gõ "đồng ý".',
        )
        await on.hears(
            clerk,
            "Đồng chí Huỳnh Trung Kiên chọn không tham gia nhắc việc qua tin nhắn.\n"
            f"{post}\nXin Văn phòng liên hệ trực tiếp và báo cáo thay.",
        )
        await on.asks(
            chair,
            "tổng hợp",
            "Đồng chí đã chọn không tham gia, nên nội dung này không được ghi lại; Văn phòng Thành"
            " ủy đang báo cáo thay đồng chí. Nếu đổi ý, mời đồng chí chọn:",
            "Đồng ý tham gia",
        )
        await on.asks(
            chair,
            "đồng ý",
            "Cảm ơn đồng chí Kiên. Từ nay đồng chí nhận tin của trợ lý ngay tại đây.\n\n"
            'Đồng chí gõ "menu" bất cứ lúc nào để xem những việc làm được ở đây.',
            "Xem những việc làm được",
        )
        await on.hears(
            clerk,
            "Đồng chí Huỳnh Trung Kiên trước đây chọn không tham gia, nay đã đồng ý nhận nhắc việc"
            f" qua tin nhắn.\n{post}\nVăn phòng không cần báo cáo thay nữa.",
        )


async def test_the_newcomer_to_a_full_zalo_bot_is_told_and_may_join_elsewhere(play: Play) -> None:
    async with play() as on:
        clerk = await on.join("VP", TELEGRAM)
        await on.join("HAI", ZALO)
        await on.service.stop()
        await on.service.start(DONDOC_CHANNELS__ZALO__MAX_USERS="1")
        code = (await on.invite("LAN"))["code"]
        await on.asks(
            on.phone("LAN", ZALO),
            code,
            "Mã của đồng chí đúng và vẫn còn dùng được, nhưng trợ lý trên Zalo đã đủ 1 người nên"
            " chưa nhận thêm được. Văn phòng Thành ủy đã được báo và sẽ liên hệ với đồng chí; đồng"
            " chí giữ lại mã này.\n\nĐồng chí cũng có thể dùng ngay mã này trên Telegram.",
        )
        await on.hears(
            clerk,
            "Đồng chí Lê Thị Hoàng Lan gõ đúng mã tham gia nhưng Zalo đã đủ 1 người của gói, nên"
            " chưa vào được. Mã vẫn còn dùng được.\nXin báo người vận hành nâng gói, hoặc mời đồng"
            " chí Lê Thị Hoàng Lan tham gia qua kênh khác.",
        )
        health = await on.service.health()
        assert health is not None
        assert [problem["code"] for problem in health["problems"]] == ["seats"]
        elsewhere = on.platform.add_phone("Lê Thị Hoàng Lan", channel=TELEGRAM)
        on.phones["LAN on telegram"] = elsewhere
        assert (await on.says(elsewhere, code)).startswith("Chào đồng chí Lê Thị Hoàng Lan.")
