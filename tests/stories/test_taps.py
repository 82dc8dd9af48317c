"""How little an official must do for each act: taps and characters, counted on both channels.

The counts are those of docs/taps.md, which a reader may hold against their own phone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.stage import Stage
from sandbox.world.model import TELEGRAM, Message, Phone
from tests.stories.books import reports, rows
from tests.stories.conftest import Play
from tests.stories.sheets import MONTHLY, import_more
from tests.stories.test_evidence import PHOTO

PAGE = Path(__file__).parents[2] / "docs" / "taps.md"
NV07, NV09 = 'NV07 Báo cáo "6 không"', "NV09 Rà soát biển hiệu"
CHARACTERS_OF_THE_ONLY, CHARACTERS_OF_MANY = 8, 12


@dataclass
class Hand:
    """What one thumb does on one phone: `taps` on links, buttons and pictures; `characters` typed,
    spaces too; `sent`, how often "send" was pressed for what was typed."""

    on: Stage
    phone: Phone
    taps: int = 0
    characters: int = 0
    sent: int = 0
    counted: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    def types(self, words: str) -> None:
        self.on.platform.type_text(self.phone, words)
        self.characters += len(words)
        self.sent += 1

    async def chooses(self, message: Message, number: int) -> None:
        """A button where there are buttons; elsewhere its digit."""
        if self.phone.channel == TELEGRAM:
            await self.on.choose(self.phone, message, number)
            self.taps += 1
        else:
            self.types(str(number))

    def photographs(self, caption: str = "") -> None:
        """Choosing the picture is a tap."""
        self.on.platform.send_photo(self.phone, PHOTO, caption)
        self.taps += 1
        self.characters += len(caption)
        self.sent += 1

    def has_done(self, act: str) -> tuple[int, int]:
        """Notes what the act took, and begins anew."""
        done = self.counted[act] = (self.taps, self.characters, self.sent)
        self.taps = self.characters = self.sent = 0
        return done[:2]


COLUMNS = {"telegram": 2, "zalo": 3}


def written(channel: str) -> dict[str, tuple[int, int, int]]:
    """The page's table: act → taps, characters, messages sent, on this channel."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 3 and (numbers := re.findall(r"\d+", cells[COLUMNS[channel]])):
            found[cells[1]] = tuple(int(number) for number in numbers[:3])
    return found


async def test_each_act_takes_as_little_as_the_page_says(
    play: Play, channel: str, tmp_path: Path
) -> None:
    async with play() as on:
        clerk = await on.join("VP", channel)
        hai = await _joins(on, channel)
        lan = Hand(on, await on.join("LAN", channel))
        await on.move(days=1, at="07:30")
        reminded = await on.next(hai.phone)
        assert NV09 in reminded.text
        assert NV07 in (await on.next(lan.phone)).text

        await _reports(on, hai, lan)
        await _corrects(on, hai)
        await _finishes(on, hai, reminded)
        await _asks_for_time_and_proves(on, hai, lan)
        assert "đề nghị gia hạn" in (await on.next(clerk)).text
        await _confirms(on, hai, clerk)
        chair = Hand(on, await on.join("BT", channel))
        await _decides(on, lan, chair)
        await _finishes_a_part(on, lan, tmp_path)
        assert hai.counted | lan.counted | chair.counted == written(channel)


async def _joins(on: Stage, channel: str) -> Hand:
    """Every step there is: none can be left out."""
    hai = Hand(on, on.phone("HAI", channel))
    invitation = await on.invite("HAI")
    if channel == TELEGRAM:
        # 1. The link on the notice opens the chat. 2. Telegram wants its own button "Start".
        link = invitation["links"][TELEGRAM]
        on.platform.start(hai.phone, link.partition("?start=")[2] or link)
        hai.taps += 2
    else:
        # 1. The address or QR on the notice opens the chat. 2. The code, without its hyphen.
        hai.taps += 1
        hai.types(invitation["code"].replace("-", "").lower())
    # 3. The law wants a consent that is given, not supposed.
    await hai.chooses(await on.next(hai.phone), 1)
    assert NV09 in (await on.next(hai.phone)).text
    hai.has_done("joining, to the first list")
    return hai


async def _reports(on: Stage, hai: Hand, lan: Hand) -> None:
    hai.types("60%")
    assert (await on.next(hai.phone)).text.startswith(f"Đã ghi {NV09}: 60%.")
    taps, characters = hai.has_done("report on the only task reminded of")
    assert taps == 0 and characters <= CHARACTERS_OF_THE_ONLY

    lan.types("CT12 250 tỷ")
    assert "Đã ghi CT12 Thu ngân sách: 250 tỷ đồng" in (await on.next(lan.phone)).text
    taps, characters = lan.has_done("report on one of several, with its measure")
    assert taps == 0 and characters <= CHARACTERS_OF_MANY
    lan.types("nv7 60%")
    assert (await on.next(lan.phone)).text.startswith(f"Đã ghi {NV07}: 60%.")
    taps, characters = lan.has_done("report on one of several")
    assert taps == 0 and characters <= CHARACTERS_OF_MANY
    assert reports(on) == [("NV09", 60, None), ("CT12", None, 250), ("NV07", 60, None)]


async def _corrects(on: Stage, hai: Hand) -> None:
    hai.types("sai 70")
    said = await on.next(hai.phone)
    assert said.text.startswith(f"Đã sửa {NV09}: 70%, thay cho 60%.")
    assert hai.has_done("correct, in one message") == (0, len("sai 70"))

    await hai.chooses(said, 1)
    assert (await on.next(hai.phone)).text.startswith(f"Đã bỏ báo cáo về {NV09}: 70%.")
    hai.types("75%")
    assert (await on.next(hai.phone)).text.startswith(f"Đã sửa {NV09}: 75%")
    hai.has_done("correct, by the choice and then the figure")

    hai.types("sai")
    assert (await on.next(hai.phone)).text.startswith(f"Đã bỏ báo cáo về {NV09}: 75%.")
    hai.types("80%")
    assert (await on.next(hai.phone)).text.startswith(f"Đã sửa {NV09}: 80%")
    hai.has_done("correct, by one word and then the figure")


async def _finishes(on: Stage, hai: Hand, reminded: Message) -> None:
    if hai.phone.channel == TELEGRAM:
        await hai.chooses(reminded, 1)
    else:
        hai.types("xong")
    assert (await on.next(hai.phone)).text.startswith(f"Đã ghi {NV09}: đã hoàn thành")
    taps, characters = hai.has_done("report the only task reminded of as finished")
    assert taps <= 1 and characters <= CHARACTERS_OF_THE_ONLY


async def _asks_for_time_and_proves(on: Stage, hai: Hand, lan: Hand) -> None:
    lan.types("nv7 gia hạn 30/6")
    assert (await on.next(lan.phone)).text.startswith(
        f"Đã ghi đề nghị gia hạn đến thứ Tư, 30/6 cho {NV07}"
    )
    lan.has_done("ask for more time, in one message")
    lan.photographs("nv7")
    assert (await on.next(lan.phone)).text.startswith(f"Đã nhận ảnh làm minh chứng cho {NV07}.")
    lan.has_done("attach a picture to one of several")
    hai.photographs()
    assert (await on.next(hai.phone)).text.startswith(f"Đã nhận ảnh làm minh chứng cho {NV09}.")
    hai.has_done("attach a picture to what was just reported on")
    assert rows(on, "SELECT count(*) FROM evidence WHERE assignment_id IS NOT NULL") == [(2,)]


async def _confirms(on: Stage, hai: Hand, clerk: Phone) -> None:
    for words in ("gửi chỉ đạo", "Rà soát hộ nghèo\nĐề nghị rà soát.", "phường 7"):
        await on.says(clerk, words)
    asked = list(clerk.chat.messages.values())[-1]
    for number in (1, 3, 1):
        await on.choose(clerk, asked, number)
        asked = await on.next(clerk)
    directive = await on.next(hai.phone)
    assert "Rà soát hộ nghèo" in directive.text
    await on.move(seconds=61)
    await hai.chooses(directive, 1)
    assert (await on.next(hai.phone)).text.startswith("Cảm ơn đồng chí. Đã ghi nhận")
    taps, characters = hai.has_done("confirm a directive")
    assert taps + characters == 1


async def _decides(on: Stage, lan: Hand, chair: Hand) -> None:
    for day in ("1/7", "2/7"):
        lan.types(f"nv7 gia hạn {day}")
        await on.next(lan.phone)
        put = await on.next(chair.phone)
        await on.move(seconds=61)  # a digit right after another message would be asked about
        if day == "1/7":
            await chair.chooses(put, 1)
            assert (await on.next(chair.phone)).text.startswith("Đã đồng ý gia hạn")
            taps, characters = chair.has_done("agree to more time")
            assert taps + characters == 1
        else:
            await chair.chooses(put, 2)
            assert "Để trả lời đề nghị" in (await on.next(chair.phone)).text
            chair.types("kịp được")
            assert (await on.next(chair.phone)).text.startswith("Đã ghi ý kiến không đồng ý")
            chair.has_done("not agree, and say why")
        assert "gia hạn" in (await on.next(lan.phone)).text
    lan.taps = lan.characters = lan.sent = 0


async def _finishes_a_part(on: Stage, lan: Hand, folder: Path) -> None:
    await import_more(on, folder, nhiem_vu=MONTHLY)
    lan.types("nv31 xong")
    await lan.chooses(await on.next(lan.phone), 1)
    assert "đã xong phần việc trong kỳ" in (await on.next(lan.phone)).text
    lan.has_done("finish this period's part of a task")
