"""A directive to many survives a kill in the middle: nobody is skipped, nobody gets it twice."""

from __future__ import annotations

import asyncio

from db import directing
from db.store import Store
from db.transaction import Tx
from sandbox.world.model import TELEGRAM, Phone
from tests.stories.books import rows
from tests.stories.conftest import Play

MANY = directing.SLICE * 4 + 20


def add_people(tx: Tx, phones: list[Phone]) -> None:
    unit = tx.value("SELECT id FROM units WHERE code = 'DU-P7'")
    for number, phone in enumerate(phones):
        person = tx.insert(
            "INSERT INTO people (code, full_name, name_fold, state)"
            " VALUES (:code, :name, lower(:name), 'joined')",
            code=f"N{number}",
            name=f"Nguyen Van {number}",
        )
        tx.run(
            "INSERT INTO memberships (person_id, unit_id, role)"
            " VALUES (:person, :unit, 'reporter')",
            person=person,
            unit=unit,
        )
        tx.run(
            "INSERT INTO chats (channel, chat, person_id, bound_at)"
            " VALUES ('telegram', :chat, :person, '')",
            chat=str(phone.chat.id),
            person=person,
        )


async def test_a_kill_between_two_slices_skips_nobody_and_doubles_nobody(play: Play) -> None:
    async with play() as on:
        clerk, lan = await on.join("VP", TELEGRAM), await on.join("LAN", TELEGRAM)
        await on.service.stop()
        phones = on.platform.add_phones(MANY, started=True)
        store = Store(on.service.data_dir).open()
        store.write_now(lambda tx: add_people(tx, phones))
        store.close()
        await on.service.start(DONDOC_CRASH_AT="inside_job:2")
        for words in ("gửi chỉ đạo", "Họp giao ban sáu tháng"):
            await on.says(clerk, words)
        asked = await on.says(clerk, "Đảng ủy phường 7")
        assert "Đảng ủy phường 7: Phạm Văn Hai" in asked
        await on.says(clerk, "thêm nơi nhận")
        assert f"Sẽ gửi đến {MANY + 5} người" in await on.says(
            clerk, f"Toàn thể ({MANY + 5} người)"
        )
        await on.says(clerk, "tiếp tục")
        on.platform.type_text(clerk, "không đặt hạn")
        preview = await on.next(clerk)
        await on.choose(clerk, preview, 1)
        assert on.service.process is not None
        await asyncio.wait_for(on.service.process.wait(), 20)
        made = rows(on, "SELECT count(*) FROM outbox WHERE kind = 'directive'")[0][0]
        assert directing.SLICE < made < MANY, "the kill did not come in the middle"
        assert rows(on, "SELECT state FROM jobs WHERE kind = 'directive'") == [("running",)]
        counts = "SELECT recipients, acknowledged, pending, unknown, unreachable FROM v_directives"
        assert rows(on, counts) == [(MANY + 5, 0, MANY + 1, 0, 4)]

        await on.service.start()
        await on.idle()
        await on.move(seconds=40)  # what was being sent at the kill goes once more, marked as such
        answers = {message.text for message in clerk.arrived}
        assert answers == {
            f'Đã chuyển gửi CĐ01/2021 "Họp giao ban sáu tháng" đến {MANY + 5} người.\n\n'
            "Nhiều người nhận nên tin đi dần từng đợt; đồng chí không phải chờ, cũng không phải"
            " gửi lại.\n\nTrong đó 4 người chưa liên lạc được qua tin nhắn, cần báo trực tiếp.\n\n"
            'Gõ "chỉ đạo" lúc nào cũng xem được ai đã nhận.'
        }
        assert all("CĐ01/2021" in message.text for message in lan.arrived)
        clerk.arrived.clear()
        lan.arrived.clear()
        # Tapped again, it is not sent again.
        await on.choose(clerk, preview, 1)
        assert "không cần chọn lại" in (await on.next(clerk)).text
        heard = [sum("CĐ01/2021" in message.text for message in phone.arrived) for phone in phones]
        assert min(heard) == 1
        states = dict(
            rows(
                on,
                "SELECT state, count(*) FROM outbox WHERE kind = 'directive' GROUP BY state",
            )
        )
        assert sum(states.values()) == MANY + 5
        assert states.keys() <= {"sent", "dead", "unknown"}
        again = rows(on, "SELECT count(*) FROM outbox WHERE kind = 'directive' AND unknowns > 0")
        assert sum(times > 1 for times in heard) <= again[0][0]
        assert rows(on, "SELECT state FROM jobs WHERE kind = 'directive'") == [("done",)]
