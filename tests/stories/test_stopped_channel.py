"""Zalo is stopped, its plan used up or its token revoked: who can be reached elsewhere is."""

from __future__ import annotations

import pytest

from sandbox.stage import Stage
from sandbox.world.model import TELEGRAM, ZALO, Phone
from tests.stories.books import rows
from tests.stories.conftest import Play

TEXT = "Rà soát hộ nghèo\nCác đồng chí báo cáo trước thứ Sáu."


def received(name: str) -> str:
    return (
        f"Kính gửi đồng chí {name}, có chỉ đạo CĐ01/2021:\n{TEXT}\n"
        "Người gửi: Lê Thị Ngọc Diễm, Chuyên viên tổng hợp\n\n"
        'Đề nghị đồng chí xác nhận bằng cách chọn hoặc trả lời "đã nhận".'
    )


async def second_chat(on: Stage, code: str, name: str) -> Phone:
    """The same person takes part on Telegram too."""
    phone = on.platform.add_phone(name, channel=TELEGRAM)
    on.phones[f"{code} on telegram"] = phone
    on.platform.type_text(phone, (await on.invite(code))["code"])
    assert "Khung chat này nay cũng là của đồng chí." in (await on.next(phone)).text
    told = (await on.next(on.phones[code])).text  # in the chat that they had before
    assert told.startswith("Một khung chat Telegram vừa được thêm vào tên đồng chí")
    return phone


async def direct(on: Stage, clerk: Phone, whom: str) -> None:
    for words in ("gửi chỉ đạo", TEXT, whom, "tiếp tục", "không đặt hạn", "gửi ngay"):
        await on.says(clerk, words)


@pytest.mark.parametrize("fault", ["429", "unauthorized"])
async def test_a_directive_follows_people_to_their_other_chat_and_names_whom_it_does_not_reach(
    play: Play, fault: str
) -> None:
    async with play() as on:
        clerk = await on.join("VP", TELEGRAM)
        hai, tam = await on.join("HAI", ZALO), await on.join("TAM", ZALO)
        hai_too = await second_chat(on, "HAI", "Phạm Văn Hai")
        await on.says(hai, "menu")  # so Zalo is where he was heard from last
        on.platform.add_fault(ZALO, fault, method="sendMessage")
        await direct(on, clerk, "phuong an hoi, phường 7")
        await on.hears(hai_too, received("Hai"), "Đã nhận")
        await on.idle()

        await on.says(clerk, "chỉ đạo")
        said = await on.says(clerk, "1")
        assert "🟠 Chưa nhận: 1\n⚪ Chưa rõ đã tới nơi: 0\n🔴 Không liên lạc được: 1" in said
        assert rows(on, "SELECT pending, unreachable FROM v_directives") == [(1, 1)]
        assert await on.says(clerk, "2") == (
            "CĐ01/2021, 1 người không liên lạc được:\n"
            "• Nguyễn Minh Tâm, Đảng ủy phường An Hội: kênh nhắn tin đang dừng"
        )
        await on.says(clerk, "cán bộ")
        assert "• Nguyễn Minh Tâm, Đảng ủy phường An Hội: kênh Zalo đang dừng" in await on.says(
            clerk, "1"
        )
        assert "kênh Zalo đang dừng" in await on.says(clerk, "cán bộ Tâm")
        assert "đang nhận tin qua Telegram" in await on.says(clerk, "cán bộ Hai")

        # Put right and started again: who waited hears it, who has it does not hear it twice.
        on.platform.remove_fault()
        await on.service.stop()
        await on.service.start()
        await on.hears(tam, received("Tâm"), "Đã nhận")
        await on.idle()
        assert rows(on, "SELECT pending, unreachable FROM v_directives") == [(2, 0)]
        assert "đang nhận tin qua Zalo" in await on.says(clerk, "cán bộ Tâm")


async def test_a_channel_that_cannot_even_start_strands_nobody_who_has_another(play: Play) -> None:
    async with play() as on:
        clerk = await on.join("VP", TELEGRAM)
        hai = await on.join("HAI", ZALO)
        hai_too = await second_chat(on, "HAI", "Phạm Văn Hai")
        await on.says(hai, "menu")
        down = on.platform.add_fault(ZALO, "429", method="sendMessage", times=1)
        await direct(on, clerk, "phường 7")
        await on.hears(hai_too, received("Hai"), "Đã nhận")
        assert down.fired == 1
        await on.service.stop()
        on.platform.add_fault(ZALO, "unauthorized")
        await on.service.start()
        # What comes due meanwhile goes where he can be reached.
        await on.move(days=6, at="07:31")
        assert "NV09 Rà soát biển hiệu" in (await on.next(hai_too)).text
        on.phones.pop("VP").arrived.clear()
