"""`./run demo`: sandbox, service and the demonstration committee, joined as people join."""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import signal
import sys
from datetime import datetime
from pathlib import Path

import uvloop

from domain.instants import VIETNAM
from sandbox import cast, committee
from sandbox.platform import Platform
from sandbox.server import serve
from sandbox.service import ROOT, TELEGRAM_TOKEN, ZALO_TOKEN, Service
from sandbox.world.model import TELEGRAM, Message, Phone

BEGINS = datetime(2021, 6, 8, 14, 0, tzinfo=VIETNAM)
DIRECTS = datetime(2021, 6, 8, 16, 30, tzinfo=VIETNAM)
OPENS = datetime(2021, 6, 9, 7, 0, tzinfo=VIETNAM)
_PATIENCE = 30.0  # seconds that an answer may take


async def run(options: argparse.Namespace) -> int:
    """Prepares the committee, prints the one address, and serves until SIGTERM or SIGINT."""
    over = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, over.set)
    folder = Path(options.folder)
    shutil.rmtree(folder, ignore_errors=True)
    platform = Platform(BEGINS, data_dir=folder / "data")
    platform.add_bot("telegram", TELEGRAM_TOKEN, "Bot Văn phòng Thành ủy")
    platform.add_bot("zalo", ZALO_TOKEN, "Bot Văn phòng Thành ủy")
    async with serve(platform, options.port) as server:
        service = Service(
            folder,
            server,
            channels="messages_per_second = 200",
            sections='[digest]\ncadence = "day"',
        )
        platform.service_url = service.url
        preparing = asyncio.ensure_future(prepare(platform, service))
        stopping = asyncio.ensure_future(over.wait())
        try:
            await asyncio.wait({preparing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if preparing.done():
                preparing.result()
                print(f"\nMở trong trình duyệt: {server.url}/\n", flush=True)
            await stopping
        finally:
            preparing.cancel()
            stopping.cancel()
            await service.stop()
            await platform.close()
    return 0


async def prepare(platform: Platform, service: Service) -> dict[str, Phone]:
    """Imports the committee, has its people join, sends the directive; the phones by person."""
    print("Đang lập ủy ban trình diễn (số liệu minh họa) …", flush=True)
    await service.command("import", str(committee.WORKBOOK))
    await service.start()
    invited = {one["person"]: one for one in json.loads(await service.command(*_INVITE))}
    phones = {code: _phone(platform, code) for code in cast.PEOPLE}
    joining = [
        _join(platform, phones[code], one["links"][channel])
        for code, one in invited.items()
        if (channel := cast.CHANNEL_OF.get(code))
    ]
    await asyncio.gather(*joining)
    print(f"Đã có {len(joining)} người tham gia; còn {len(cast.NOT_JOINED)}.", flush=True)
    await platform.settle(platform.move_clock(to=DIRECTS))
    await _direct(platform, phones)
    await platform.settle(platform.move_clock(to=OPENS))
    for phone in phones.values():
        platform.read(phone)
    return phones


_INVITE = ("invite", "--all", "--json")


def _phone(platform: Platform, code: str) -> Phone:
    part = cast.part(code)
    channel = cast.CHANNEL_OF.get(code, "zalo")
    phone = platform.add_phone(part.name, part.title, part.unit, part.role, channel)
    phone.person = code
    return phone


async def _join(platform: Platform, phone: Phone, link: str) -> None:
    """Taps the link, or types the code; then agrees."""
    platform.start(phone, link.partition("?start=")[2] or link)
    asked = await platform.next_message(phone, _PATIENCE)
    await choose(platform, phone, asked, 1)
    await platform.next_message(phone, _PATIENCE)


async def choose(platform: Platform, phone: Phone, message: Message, number: int) -> None:
    """Takes the choice of that number: by its button, or by typing the digit."""
    buttons = [button for row in message.buttons or [] for button in row]
    if phone.channel == TELEGRAM and buttons:
        platform.tap(phone, message, buttons[number - 1]["callback_data"])
    else:
        platform.type_text(phone, str(number))


async def _direct(platform: Platform, phones: dict[str, Phone]) -> None:
    """The office sends the directive to the committees; about half of them confirm."""
    for phone in phones.values():
        phone.arrived.clear()  # leads have been told who of theirs joined; nobody answers that
    office = phones[cast.CLERK]
    directive = cast.DIRECTIVE
    await _said(platform, office, "guichidao")
    await _said(platform, office, f"{directive.subject}\n{directive.body}")
    recipients = await _said(platform, office, "; ".join(directive.recipients))
    await choose(platform, office, recipients, 1)
    await platform.next_message(office, _PATIENCE)
    preview = await _said(platform, office, f"{directive.confirm_by:%d/%m}")
    await choose(platform, office, preview, 1)
    await platform.next_message(office, _PATIENCE)
    # Nobody answers in the very minute.
    await platform.settle(platform.move_clock(seconds=600))
    for code in sorted(cast.ACKNOWLEDGED):
        told = await platform.next_message(phones[code], _PATIENCE)
        await choose(platform, phones[code], told, 1)
        await platform.next_message(phones[code], _PATIENCE)


async def _said(platform: Platform, phone: Phone, words: str) -> Message:
    """The answer to what somebody types."""
    platform.type_text(phone, words)
    return await platform.next_message(phone, _PATIENCE)


def main() -> int:
    """Reads the command line and runs the demonstration."""
    parser = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--folder", default=str(ROOT / ".demo"), help=argparse.SUPPRESS)
    return uvloop.run(run(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
