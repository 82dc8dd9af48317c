"""Somebody who reads English: from joining to a digest. Codes, names and what is typed stay."""

from __future__ import annotations

from pathlib import Path

from tests.stories.books import reports, rows
from tests.stories.conftest import Play
from tests.stories.sheets import import_more

SPOKEN_TO = (
    "mã,họ và tên,chức vụ,đơn vị,vai trò,ngôn ngữ\n"
    "BT,Huỳnh Trung Kiên,Bí thư Thành ủy,TU,thường trực,Tiếng Anh\n"
    "LAN,Lê Thị Hoàng Lan,Văn phòng Đảng ủy,DU-AH,người báo cáo,English\n"
)
NV07 = 'NV07 Báo cáo "6 không"'
NEW_YEARS_EVE = "🟢 205 days left (Friday, 31 December)"
TODAY = "🟠 Due today (Thursday, 10 June)"
IF_WRONG = 'If this is wrong, type "sai" with the right result.'
ABROAD = (
    " Telegram has its servers abroad, so writing through Telegram takes data out of the country."
)


async def test_from_joining_to_a_reminder_that_is_answered_and_a_digest(
    play: Play, channel: str, tmp_path: Path
) -> None:
    async with play() as on:
        await import_more(on, tmp_path, can_bo=SPOKEN_TO)
        lead = await on.join("TAM", channel)
        lan, invitation = on.phone("LAN", channel), await on.invite("LAN")
        question = await on.asks(
            lan,
            invitation["code"],
            "Hello Lê Thị Hoàng Lan. This is the reminder assistant of Thành ủy Bến Tre. If you"
            ' are somebody else, type "nhầm người".\n'
            "\n"
            "Post: Văn phòng Đảng ủy, Đảng ủy phường An Hội\n"
            "\n"
            "Kept here are your name, post and unit, your work telephone (if the Office has noted"
            " it), the number of this messaging account, the messages, pictures and files that"
            " you send, your days of leave and your settings, to remind you of your work and to"
            " sum up its progress.\n"
            "\n"
            "Under the Law on Personal Data Protection (No. 91/2025/QH15) you may decline, or"
            " agree and stop at any time; then Văn phòng Thành ủy reports in your place. Names in"
            " signed documents are still archived as"
            f" prescribed.{ABROAD if channel == 'telegram' else ''}\n"
            "\n"
            "Do you agree?",
            "I agree",
            "I do not agree",
        )
        # What another person is told of it is in that person's language.
        await on.hears(
            lead,
            "Đồng chí Lê Thị Hoàng Lan vừa tham gia nhắc việc lúc 08:00 thứ Tư, 09/6.\n"
            "Văn phòng Đảng ủy, Đảng ủy phường An Hội\n"
            "Nếu đúng, đồng chí không cần làm gì.",
            "Không phải đồng chí ấy",
        )
        await on.choose(lan, question, 1)
        await on.hears(
            lan,
            "Thank you, Lan. From now on you get reminders and send reports right here.\n\n"
            "Lan has 3 assignments under way:\n"
            f"🟠 1 day left (Thursday, 10 June): {NV07}, no figures yet\n"
            f"{NEW_YEARS_EVE}: CT03 Kết nạp đảng viên, no figures yet\n"
            f"{NEW_YEARS_EVE}: CT12 Thu ngân sách, no figures yet\n"
            "Type a code to see one of them, or report right away, for example: NV07 60%",
        )
        # A thousand in English signs is no thousandth: it is asked about, never guessed.
        await on.asks(
            lan,
            "CT12 1,250",
            "CT12 Thu ngân sách, not recorded yet. This figure can be read in two ways. Please"
            " type it out in full.",
        )
        await on.asks(lan, "hủy", "Stopped. Nothing was sent or recorded.")
        await on.asks(
            lan,
            "CT12 205.4 tỷ",
            "Recorded CT12 Thu ngân sách: 205.4 tỷ đồng, cumulative to June 2021.\n"
            f"{NEW_YEARS_EVE}. 51.4% of the year's plan (400 tỷ đồng).\n{IF_WRONG}",
            "Wrong, correct it",
        )
        chair = await on.join("BT", channel)

        await on.move(days=1, at="07:30")
        await on.hears(
            lan,
            "Reminder from Văn phòng Thành ủy, Thursday 10 June\n"
            "Dear Lan, 1 item to report on:\n"
            f"🟠 Due today (Thursday 10 June): {NV07}\n"
            "Please reply to this message, for example: NV07 60%",
            "Done",
            "Report a difficulty",
        )
        await on.asks(
            lan, "60%", f"Recorded {NV07}: 60%.\n{TODAY}\n{IF_WRONG}", "Wrong, correct it"
        )
        await on.asks(
            lan,
            "sai, 65%",
            f"Corrected {NV07}: 65%, instead of 60%.\n{TODAY}\n{IF_WRONG}",
            "Wrong, correct it",
        )
        assert reports(on) == [("CT12", None, 205.4), ("NV07", 65, None)]
        await on.asks(
            lan,
            "NV7 xin gia hạn đến 20/6",
            f"Your request for an extension to Sunday, 20 June on {NV07} is recorded and has been"
            " put before the leaders who decide it.\n"
            f"Present deadline: {TODAY}.\n"
            "Your unit's lead has been told too.",
        )
        await on.hears(
            lead,
            "Đồng chí Lê Thị Hoàng Lan (Đảng ủy phường An Hội) đề nghị gia hạn đến Chủ nhật,"
            f" 20/6: {NV07}\n"
            "🟠 Hạn hôm nay (thứ Năm, 10/6)\n"
            "Đã thực hiện: 65%\n"
            "Xin báo để đồng chí theo dõi: đề nghị đã được trình lãnh đạo có thẩm quyền.",
        )
        asked = await on.hears(
            chair,
            "Lê Thị Hoàng Lan (Đảng ủy phường An Hội) asks for an extension to Sunday, 20 June:"
            f" {NV07}\n{TODAY}\nDone so far: 65%",
            "Agree",
            "Do not agree",
            "Grant another day",
        )
        await on.asks(chair, "tiếng Việt", "Từ nay tin gửi đến đồng chí bằng tiếng Việt.")
        if channel == "telegram":
            await on.choose(chair, asked, 1)
        else:
            await on.says(chair, "choduyet")
            on.platform.type_text(chair, "1")
        await on.hears(
            chair,
            f"Đã đồng ý gia hạn đến Chủ nhật, 20/6 cho {NV07} (Đảng ủy phường An Hội) và báo đơn"
            " vị.",
        )
        await on.hears(
            lan,
            f"Huỳnh Trung Kiên granted an extension to Sunday, 20 June: {NV07}.\n"
            "🟢 10 days left (Sunday, 20 June)",
        )
        await on.hears(
            lead,
            f"Đồng chí Huỳnh Trung Kiên đã đồng ý gia hạn đến Chủ nhật, 20/6: {NV07}.\n"
            "Đề nghị của đồng chí Lê Thị Hoàng Lan (Đảng ủy phường An Hội).\n"
            "🟢 Còn 10 ngày (Chủ nhật, 20/6)",
        )
        await on.says(chair, "tiếng Anh")

        await on.move(to="2021-06-14T07:30:00+07:00")
        await on.hears(
            chair,
            "Dear Secretary, your summary for Monday 14 June:\n"
            "🟢 On course: all targets with figures (1); 1 target without figures\n"
            "🟢 Nothing is overdue\n"
            "🟠 Due within 3 days: 1 assignment: NV09 Rà soát biển hiệu (Đảng ủy phường 7)\n"
            "Of 4 assignments in all: done in time 0 (0%), in time 4\n"
            "Reported on in the last 30 days: 2/4 open assignments (50%); seldom reported: Đảng"
            " ủy phường 7 0%",
            "See by unit",
        )
        await on.hears(
            lan,
            "Reminder from Văn phòng Thành ủy, Monday 14 June\n"
            "Dear Lan, 1 item to report on:\n"
            "🟢 4 days left (Sunday 20 June is a day off, so it counts on Friday 18 June):"
            f" {NV07}, 65%\n"
            "Please reply to this message, for example: NV07 80%",
            "Done",
            "Report a difficulty",
        )
        kept = "SELECT code, language FROM people WHERE language <> 'vi' ORDER BY code"
        assert rows(on, kept) == [("BT", "en"), ("LAN", "en")]
