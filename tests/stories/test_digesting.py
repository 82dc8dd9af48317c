"""The digest on Monday morning and on request: to the chair, to the office, whole."""

from __future__ import annotations

from tests.stories.conftest import Play

NV07 = 'NV07 Báo cáo "6 không"'
BODY = (
    "2 chỉ tiêu chưa có số liệu để đánh giá\n"
    "🔴 Quá hạn: 1 việc\n"
    f"• {NV07}: quá hạn 4 ngày, Đảng ủy phường An Hội\n"
    "🟠 Đến hạn trong 3 ngày tới: 1 việc: NV09 Rà soát biển hiệu (Đảng ủy phường 7)\n"
    "Trên 1 việc đã đến hạn: hoàn thành đúng hạn 0 (0%), đang quá hạn 1\n"
    "Trên 4 việc được giao, kể cả chưa đến hạn: hoàn thành đúng hạn 0 (0%), đang trong hạn 3\n"
    "Có báo cáo trong 30 ngày qua: 1/4 việc đang thực hiện (25%); ít báo cáo: Đảng ủy phường An"
    " Hội 0%"
)
BY_UNIT = (
    "Theo 2 đơn vị, nhiều việc quá hạn trước:\n"
    "🔴 Đảng ủy phường An Hội: quá hạn 1, sắp đến hạn 0, hoàn thành 0 trên 3, 0% việc đang thực"
    " hiện có báo cáo\n"
    "🟢 Đảng ủy phường 7: không quá hạn, sắp đến hạn 1, hoàn thành 0 trên 1, 100% việc đang thực"
    " hiện có báo cáo\n"
    "Đồng chí gõ tên đơn vị để xem việc của đơn vị ấy."
)
SCREENS = ("Xem theo đơn vị", "Xem việc quá hạn")


async def test_the_chair_reads_it_on_monday_and_the_office_whenever_it_asks(
    play: Play, channel: str
) -> None:
    async with play() as on:
        hai, chair = await on.join("HAI", channel), await on.join("BT", channel)
        clerk = await on.join("VP", channel)
        await on.says(hai, "NV9 30%")
        await on.move(to="2021-06-14T07:29:00+07:00")  # the week-end lies between
        on.nobody_heard_more()
        await on.move(at="07:30")
        digest = await on.hears(
            chair, f"Kính báo cáo đồng chí Bí thư, tổng hợp thứ Hai 14/6:\n{BODY}", *SCREENS
        )
        await on.hears(
            hai,
            "Văn phòng Thành ủy nhắc việc, thứ Hai 14/6\n"
            "Kính gửi đồng chí Hai, có 1 nội dung cần báo cáo:\n"
            "🟠 Còn 2 ngày (thứ Tư 16/6): NV09 Rà soát biển hiệu, 30%\n"
            "Đồng chí trả lời tin này, ví dụ: NV09 60%",
            "Xong",
            "Có vướng mắc",
        )
        await on.move(seconds=61)
        on.nobody_heard_more()
        await on.choose(chair, digest, 1)
        screen = await on.hears(chair, BY_UNIT, "Xem việc quá hạn")
        await on.choose(chair, screen, 1)
        await on.hears(
            chair,
            f"🔴 Quá hạn: 1 việc\n• {NV07}: quá hạn 4 ngày, Đảng ủy phường An Hội",
            "Xem theo đơn vị",
        )
        await on.asks(
            clerk, "tổng hợp", f"Kính gửi đồng chí Diễm, tổng hợp thứ Hai 14/6:\n{BODY}", *SCREENS
        )
        await on.asks(
            hai,
            "tonghop",
            "Kính gửi đồng chí Hai, tổng hợp thứ Hai 14/6:\n"
            "🟢 Không có việc quá hạn\n"
            "🟠 Đến hạn trong 3 ngày tới: 1 việc: NV09 Rà soát biển hiệu\n"
            "Trên 1 việc được giao: hoàn thành đúng hạn 0 (0%), đang trong hạn 1\n"
            "Có báo cáo trong 30 ngày qua: 1/1 việc đang thực hiện (100%)",
        )
        # The next one comes a week later, and not a minute earlier.
        await on.move(to="2021-06-21T07:29:00+07:00")
        for phone in (hai, chair, clerk):
            phone.arrived.clear()  # what the days between bring is told in test_reminding
        await on.move(at="07:30")
        assert (await on.next(chair)).text.startswith(
            "Kính báo cáo đồng chí Bí thư, tổng hợp thứ Hai 21/6:\n"
        )
        hai.arrived.clear()
