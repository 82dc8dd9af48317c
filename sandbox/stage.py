"""A stage for stories: the sandbox, the real service, a small committee, and its phones.

A story types and taps as a person does and expects whole texts; whatever else arrives fails it.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from domain.instants import VIETNAM
from sandbox.platform import Platform
from sandbox.server import serve
from sandbox.service import TELEGRAM_TOKEN, ZALO_TOKEN, Service
from sandbox.world.model import TELEGRAM, Message, Phone

WEDNESDAY = datetime(2021, 6, 9, 8, 0, tzinfo=VIETNAM)

UNITS = """mã,tên,loại,trực thuộc
TU,Thành ủy Bến Tre,cap_uy,
VPTU,Văn phòng Thành ủy,ban_dang,TU
DU-AH,Đảng ủy phường An Hội,dang_uy_phuong,TU
DU-P7,Đảng ủy phường 7,dang_uy_phuong,TU
"""
PEOPLE = """mã,họ và tên,chức vụ,đơn vị,vai trò
BT,Huỳnh Trung Kiên,Bí thư Thành ủy,TU,thường trực
VP,Lê Thị Ngọc Diễm,Chuyên viên tổng hợp,VPTU,văn phòng
QT,Trần Văn Máy,Quản trị,VPTU,quản trị
LAN,Lê Thị Hoàng Lan,Văn phòng Đảng ủy,DU-AH,người báo cáo
TAM,Nguyễn Minh Tâm,Bí thư Đảng ủy,DU-AH,lãnh đạo đơn vị
HAI,Phạm Văn Hai,Phó Bí thư Đảng ủy,DU-P7,lãnh đạo đơn vị
"""
DOCUMENTS = """mã,số ký hiệu,loại,trích yếu
NQ2021,,Nghị quyết,Nghị quyết Thành ủy năm 2021
"""
ASSIGNMENTS = """\
mã,loại,nội dung,năm,văn bản,lĩnh vực,đơn vị chủ trì,người thực hiện,đơn vị tính,kế hoạch,hạn
CT03,chỉ tiêu,Kết nạp đảng viên,2021,NQ2021,xây dựng Đảng,DU-AH,LAN,đảng viên,60,31/12/2021
CT12,chỉ tiêu,Thu ngân sách,2021,NQ2021,kinh tế,DU-AH,LAN,tỷ đồng,400,31/12/2021
NV07,nhiệm vụ,Báo cáo "6 không",2021,NQ2021,kinh tế,DU-AH,LAN,,,10/6/2021
NV09,nhiệm vụ,Rà soát biển hiệu,2021,NQ2021,kinh tế,DU-P7,HAI,,,16/6/2021
"""


Invitation = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A committee that was imported and invited once, to be copied for many stages."""

    data_dir: Path
    invitations: dict[str, Invitation]  # by the person's code


class Stage:
    """What a story plays on."""

    def __init__(
        self, platform: Platform, service: Service, invitations: dict[str, Invitation] | None = None
    ) -> None:
        """`invitations` are those that nobody has used yet."""
        self.platform = platform
        self.service = service
        self.phones: dict[str, Phone] = {}
        self._invitations = dict(invitations or {})
        self._names = {row["mã"]: row["họ và tên"] for row in csv.DictReader(PEOPLE.splitlines())}

    async def invite(self, code: str) -> Invitation:
        """An unused invitation of this person, as `invite --json` prints it."""
        if code in self._invitations:
            return self._invitations.pop(code)
        invited: list[Invitation] = json.loads(await self.service.command("invite", code, "--json"))
        return invited[0]

    def phone(self, code: str, channel: str = "zalo") -> Phone:
        """This person's phone, new at the first asking."""
        if code not in self.phones:
            self.phones[code] = self.platform.add_phone(
                self._names.get(code, code), channel=channel
            )
        return self.phones[code]

    async def invite_all(self) -> dict[str, dict[str, Any]]:
        """Invitations of everybody who has not joined, by person."""
        invited = json.loads(await self.service.command("invite", "--all", "--json"))
        return {one["person"]: one for one in invited}

    async def join(
        self, code: str, channel: str = "zalo", invited: dict[str, Any] | None = None
    ) -> Phone:
        """The person joins as people do; the phone, with nothing left unread."""
        phone = self.phone(code, channel)
        link = (invited or await self.invite(code))["links"][channel]
        self.platform.start(phone, link.partition("?start=")[2] or link)
        asked = await self.next(phone)
        await self.choose(phone, asked, 1)
        await self.next(phone)
        return phone

    async def next(self, phone: Phone) -> Message:
        """The next message on this phone."""
        return await self.platform.next_message(phone)

    async def hears(self, phone: Phone, words: str, *choices: str) -> Message:
        """The next message on this phone; it must say exactly this and offer these choices."""
        message = await self.next(phone)
        buttons = [button["text"] for row in message.buttons or [] for button in row]
        if phone.channel != TELEGRAM and choices:
            numbered = "\n".join(f"{number}. {label}" for number, label in enumerate(choices, 1))
            words = f"{words}\n\n{numbered}"
        assert message.text == words
        assert buttons == (list(choices) if phone.channel == TELEGRAM else [])
        return message

    async def asks(self, phone: Phone, typed: str, words: str, *choices: str) -> Message:
        """The person types; the answer must say exactly this and offer these choices."""
        self.platform.type_text(phone, typed)
        return await self.hears(phone, words, *choices)

    async def says(self, phone: Phone, words: str, **details: Any) -> str:
        """The answer to what the person types."""
        self.platform.type_text(phone, words, **details)
        return (await self.next(phone)).text

    async def choose(self, phone: Phone, message: Message, number: int) -> None:
        """Takes a choice by its button where there is one, by its digit elsewhere."""
        buttons = [button for row in message.buttons or [] for button in row]
        if phone.channel == TELEGRAM and buttons:
            self.platform.tap(phone, message, buttons[number - 1]["callback_data"])
        else:
            self.platform.type_text(phone, str(number))

    async def move(self, **where: Any) -> None:
        """Moves the clock and waits until the service is idle at the new time.

        It is idle before too, so that what has just arrived is written down at its own time.
        """
        await self.idle()
        assert await self.platform.settle(self.platform.move_clock(**where))

    async def idle(self) -> None:
        """Waits until the service has nothing left to do now."""
        assert await self.platform.settle(self.platform.move_clock(seconds=0))

    def nobody_heard_more(self) -> None:
        """Fails the story when a message came that it did not expect."""
        for code, phone in self.phones.items():
            unexpected = [message.text for message in phone.arrived]
            assert not unexpected, f"{code} also got: {unexpected}"


def write_committee(folder: Path, **files: str) -> Path:
    """The small committee as a folder of CSV files; `files` replace some by their stems."""
    given = {"don_vi": UNITS, "can_bo": PEOPLE, "van_ban": DOCUMENTS, "nhiem_vu": ASSIGNMENTS}
    folder.mkdir(parents=True, exist_ok=True)
    for stem, text in (given | files).items():
        (folder / f"{stem.replace('_', '-')}.csv").write_text(text, encoding="utf-8")
    return folder


def _platform(folder: Path, start: datetime) -> Platform:
    platform = Platform(start, data_dir=folder / "service" / "data")
    # On a busy machine a service may take longer to come back than Zalo would wait.
    platform.zalo_pauses = (0.2, 0.5, *[1.0] * 60)
    platform.add_bot("telegram", TELEGRAM_TOKEN, "Bot Văn phòng")
    platform.add_bot("zalo", ZALO_TOKEN, "Bot Văn phòng")
    return platform


async def prepare(
    folder: Path, start: datetime = WEDNESDAY, files: dict[str, str] | None = None
) -> Prepared:
    """Imports the small committee and invites everybody, without a service."""
    platform = _platform(folder, start)
    async with serve(platform) as server:
        service = Service(folder / "service", server)
        await service.command("import", str(write_committee(folder / "committee", **files or {})))
        invited = json.loads(await service.command("invite", "--all", "--json"))
    await platform.close()
    return Prepared(service.data_dir, {each["person"]: each for each in invited})


@asynccontextmanager
async def stage(
    folder: Path,
    start: datetime = WEDNESDAY,
    files: dict[str, str] | None = None,
    prepared: Prepared | None = None,
    **settings: Any,
) -> AsyncIterator[Stage]:
    """A stage with nobody joined yet. At the end nobody may have heard more than expected.

    `prepared` takes the place of `files` and spares the import.
    """
    platform = _platform(folder, start)
    async with serve(platform) as server:
        service = Service(folder / "service", server, **settings)
        if prepared is None:
            committee = write_committee(folder / "committee", **files or {})
            await service.command("import", str(committee))
        else:
            shutil.copytree(prepared.data_dir, service.data_dir)
        await service.start()
        playing = Stage(platform, service, prepared.invitations if prepared else None)
        try:
            yield playing
            await playing.idle()
            playing.nobody_heard_more()
        finally:
            await service.stop()
            await platform.close()
