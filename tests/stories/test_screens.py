"""Every screen of a plain phone, in the demonstration: short, numbered, in plain words."""

from __future__ import annotations

import json
from pathlib import Path

from domain.texts import keys, say
from handlers.routes import ROUTES
from sandbox.demo import BEGINS, prepare
from sandbox.platform import Platform
from sandbox.server import serve
from sandbox.service import TELEGRAM_TOKEN, ZALO_TOKEN, Service
from sandbox.world.model import Phone
from tests.stories.conftest import UNHURRIED
from tests.stories.screens import Walk, faults_of, foreign_words

OFFICIAL, LEAD, CHAIR, OVERSEER, OFFICE = "CB-039", "CB-038", "CB-001", "CB-016", "CB-004"
LEAVER = "CB-021"
ADMIN = "CB-006"  # is on Telegram, and takes a plain phone beside it
# One of its own walks the first: nothing more is seen then. Behind the second all is English.
_CLOSED = frozenset({"thoi nhan", "english"})

CARDS = ("CT12", "NV08", "tìm ngân sách")

# What is typed on the way, one path a line; "=" takes the choice that begins so.
PATHS: dict[str, tuple[tuple[str, ...], ...]] = {
    OFFICIAL: (
        ("tìm thu ngân sách",), ("tìm xyz",), ("CT03",), ("CT12",), ("NV38",), ("NV999",),
        ("CT03 9 đảng viên", "sai, 10 đảng viên"),
        ("CT12 41 tỷ", "=sai sua", "45 tỷ"),
        ("CT12 5", "không"), ("CT12 4000 tỷ", "=khong toi", "50 tỷ"),
        ("NV46 xin gia hạn đến 30/6",), ("NV64 xin gia hạn", "5/12"),
        ("NV07 đề nghị xác nhận hoàn thành",),
        ("NV08 vướng mặt bằng", "=de nghi"),
        ("NV38 xong", "NV38 50%"), ("việc quá hạn",),
        ("60%", "NV08"), ("đang triển khai",), ("12",),
        ("CT12 khoảng 40-50, CT03 gần xong, NV08 xong",),
        ("báo cáo số 45-BC/ĐU ngày 08/6",),
        ("CT08 3, CT12 61 tỷ, NV07 50%, NV64 60%", "sai", "=ct12: 61"),
        ("việc", "@", "=ct12"), ("việc", "được 60% rồi", "=nv64"),
        ("NV07", "=co vuong", "chưa có biểu mẫu"),
        ("NV38 xin gia hạn", "việc"), ("NV38 xin gia hạn", "việc quá hạn"),
        ("sai",), ("sai phạm đã xử lý 3 vụ",), ("tiếp",),
        ("cài đặt", "=nghi phep", "từ mai đến thứ sáu", "=khong ai"),
        ("cài đặt", "=gio yen", "21:00 đến 6:30"),
        ("nghỉ từ 20/6 đến 22/6, chị Tám thay",),
        ("tôi nghỉ từ 10/6 đến 18/6, không ai thay", "=giu nhu"),
        ("tôi nghỉ từ 10/6 đến 18/6, không ai thay", "=doi thanh"),
        ("nghỉ phép", "=doi ngay", "10/6 đến 14/6"), ("nghỉ phép", "=doi nguoi", "Lợi"),
        ("tôi nghỉ từ 1/7 đến 2/7, không ai thay",), ("nghỉ phép", "=tu thu"),
        ("@CT03 11 đảng viên",), ("@", "CT08"), ("xin chào",), ("CĐ01",),
    ),
    LEAD: (
        ("NV46",), ("chờ duyệt", "=nv07", "=xac nhan"),
        ("gửi chỉ đạo", "Họp giao ban\nMời họp.", "Lan"),
    ),
    CHAIR: (
        ("chờ duyệt", "=nv46", "=khong dong", "chỉ cho đến 27/6", "=giu nguyen"),
        ("chờ duyệt", "=cho den", "2/12"),
        ("gửi chỉ đạo", "tổng hợp"),
        ("CT12",), ("NV46",), ("tìm phường 7",), ("CT12 60%",), ("NV07",),
    ),
    OVERSEER: (
        ("CT12",), ("tìm ngân sách",), ("xong",), ("cài đặt", "=thong tin"),
    ),
    LEAVER: (
        ("cài đặt", "=thoi nhan", "=tiep tuc"), ("cài đặt", "=thoi nhan", "=thoi tham"),
        ("CT12 60%", "=dong y"),
    ),
    ADMIN: (
        ("cán bộ Lan",), ("cán bộ Giàu",), ("cán bộ zz",), ("cán bộ", "=danh sach can"),
        ("nhật ký", "=xem cu", "=xem cu"), ("CT12",), ("CT12 60%",), ("60%",), ("tìm thu",),
        ("tổng hợp",), ("xin chào",), ("gắn nhóm",), ("tôi đổi máy", "=nho van"), ("CĐ01",),
        ("cài đặt", "=thong tin"), ("12",), ("sai",), ("hủy",), ("@CT12 60%",),
    ),
    OFFICE: (
        ("cán bộ Lan",), ("cán bộ Phúc", "=cap ma"), ("cán bộ Nguyễn", "=nguyen thi"),
        ("cán bộ zz",),
        ("cán bộ Giàu", "=khong phai", "=go khung"),
        ("gửi chỉ đạo", "Thử\nNội dung.", "phường 4", "=them noi", "phường 5", "=chon lai",
         "phường 6", "=tiep tuc", "=khong dat", "=sua noi", "Thử hai\nNội dung mới.", "=huy"),
        ("CT12",), ("tìm ngân sách",),
        ("báo thay", "phường 4", "CT12 30 tỷ, NV07 60%", "=dien thoai"),
        ("báo thay", "phường 4", "CT12 9000 tỷ", "=dien thoai"),
        ("báo thay", "phường", "=dang uy", "NV07 xong", "45-BC/ĐU ngày 08/6"),
        ("gửi chỉ đạo", "Báo cáo thu ngân sách\nĐề nghị gửi số.", "phường 4, phường 77, Lan",
         "phường 7, xã Sơn Đông", "=tiep tuc", "11/6", "=gui ngay", "=xem ai"),
        ("gửi chỉ đạo", "Trực bão", "=toan the", "=tiep tuc", "=khong dat", "=gui ngay"),
        ("gửi chỉ đạo", "menu", "=xem them"), ("gửi chỉ đạo", "tổng hợp"),
        ("CĐ01",), ("CT12 60%",),
    ),
}  # fmt: skip


async def test_every_screen_is_short_numbered_and_in_plain_words(tmp_path: Path) -> None:
    platform = Platform(BEGINS, data_dir=tmp_path / "data")
    platform.add_bot("telegram", TELEGRAM_TOKEN, "Văn phòng")
    platform.add_bot("zalo", ZALO_TOKEN, "Văn phòng")
    async with serve(platform) as server:
        service = Service(
            tmp_path, server, channels=UNHURRIED, sections='[digest]\ncadence = "day"'
        )
        try:
            phones = await prepare(platform, service)
            phones[ADMIN] = await _with_a_plain_phone(platform, service, phones[ADMIN])
            faults = await _walk(platform, phones)
        finally:
            await service.stop()
            await platform.close()
    assert not faults, f"{len(faults)} faults:\n\n" + "\n\n".join(dict.fromkeys(faults))


async def _with_a_plain_phone(platform: Platform, service: Service, held: Phone) -> Phone:
    """A second phone of the same person, on Zalo."""
    (invited,) = json.loads(await service.command("invite", ADMIN, "--json"))
    phone = platform.add_phone(held.name, held.title, held.unit, held.role, "zalo")
    platform.type_text(phone, invited["code"])
    await platform.next_message(phone)
    return phone


def _roots(person: str) -> dict[str, int]:
    """From where everything is looked at, and how deep; the menu leads to the words themselves."""
    if person == LEAVER:
        return {}
    depth = 2 if person in (LEAD, OVERSEER) else 3
    cards = dict.fromkeys(CARDS, 2) if person in (OFFICIAL, CHAIR) else {}
    words = {route.word: depth for route in ROUTES if route.word != "tienganh"}
    return words | {"menu": 1} | cards


async def _walk(platform: Platform, phones: dict[str, Phone]) -> list[str]:
    faults: list[str] = []
    seen: set[int] = set()
    for person, paths in PATHS.items():
        walk = Walk(platform, phones[person], f"{person} {phones[person].role}")
        phones[person].arrived.clear()
        for path in paths:
            if not await walk.go(path):
                faults.append(
                    f"{person}: lost on the way of {path}\n{walk.last and walk.last.text}"
                )
        for word, depth in _roots(person).items():
            await walk.everywhere(word, depth, _CLOSED)
        await platform.settle(platform.move_clock(seconds=0))
        faults += walk.faults
        seen |= walk.seen
    # What nobody asked for: news of others' work, and the reminders and digests of two mornings.
    for days in (0, 1):
        await platform.settle(platform.move_clock(at="07:30", days=days))
    told = [
        (person, message)
        for person, phone in phones.items()
        for message in phone.chat.messages.values()
        if phone.channel == "zalo" and message.sender is None and id(message) not in seen
    ]
    return faults + [
        f"{who}: {fault}\n{each.text}" for who, each in told for fault in faults_of(each)
    ]


def test_no_sentence_of_the_catalogue_holds_a_word_that_officials_do_not_know() -> None:
    found = {
        key: words
        for key, fields in keys().items()
        if (words := foreign_words(say(key, **dict.fromkeys(fields, " ")).plain))
    }
    assert found == {}
