"""`data`: everything kept about a person is handed over in words that this person understands."""

from __future__ import annotations

import json
import re

from tests.stories.conftest import Play


def _headings(told: object) -> set[str]:
    if isinstance(told, list):
        return {one for each in told for one in _headings(each)}
    if not isinstance(told, dict):
        return set()
    return set(told) | {one for each in told.values() for one in _headings(each)}


async def test_what_was_said_and_decided_is_handed_over_under_vietnamese_headings(
    play: Play, channel: str
) -> None:
    async with play() as on:
        lan = await on.join("LAN", channel)
        await on.says(lan, "NV7 0%")
        await on.says(lan, "NV7 xin gia hạn đến 30/6, chưa đủ số liệu")
        told = json.loads(await on.service.command("data", "lan"))
        headings = _headings(told)
        assert not [one for one in headings if re.search("[a-z]_[a-z]|^[a-z]+$", one)]
        assert told["họ và tên"] == "Lê Thị Hoàng Lan"
        assert (told["tình trạng"], told["ngôn ngữ"]) == ("đang tham gia", "Tiếng Việt")
        assert told["chức vụ"] == [
            {
                "chức vụ": "Văn phòng Đảng ủy",
                "đơn vị": "Đảng ủy phường An Hội",
                "vai trò": "người báo cáo",
            }
        ]
        assert told["báo cáo"] == [
            {
                "mã việc": "NV07",
                "nội dung": "chưa làm",
                "phần trăm": 0.0,
                "kỳ": "2021-06",
                "báo cáo lúc": "08:00 ngày 09/06/2021",
            }
        ]
        assert [one.get("nội dung") for one in told["tin đã nhắn cho trợ lý"]][-2:] == [
            "NV7 0%",
            "NV7 xin gia hạn đến 30/6, chưa đủ số liệu",
        ]
        assert told["tin trợ lý gửi đến"][-1]["tình trạng"] == "đã gửi"
        assert [one["kênh"] for one in told["khung chat"]] == [channel]
