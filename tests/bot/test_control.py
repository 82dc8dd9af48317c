"""The socket by which commands reach the running service."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import Clock
from bot.control import Control, ask, unwritten
from db.store import Store
from db.transaction import Tx
from domain.committee import Committee


def greet(tx: Tx, now: datetime, committee: Committee, payload: dict[str, Any]) -> dict[str, Any]:
    return {"exit": 0, "said": f"{committee.name}: {payload['word']}"}


def test_a_command_reaches_the_service_however_deep_its_folder_lies(tmp_path: Path) -> None:
    folder = tmp_path / ("đơn vị " * 15) / ("dữ liệu " * 15)
    folder.mkdir(parents=True)
    store = Store(folder).open(create=True)

    async def story() -> dict[str, Any] | None:
        store.start()
        control = Control(
            folder, store, Clock(), Committee("Thành ủy"), {"greet": greet}, list, lambda: None
        )
        await control.start()
        assert (folder / "control.sock").stat().st_mode & 0o777 == 0o600
        answer = await asyncio.to_thread(ask, folder, "greet", {"word": "chào"})
        await control.close()
        return answer

    assert asyncio.run(story()) == {"exit": 0, "said": "Thành ủy: chào"}
    assert ask(folder, "greet", {"word": "chào"}) is None
    store.close()


def test_a_command_that_another_program_keeps_out_is_given_up_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.control.PATIENCE", 0.4)
    store = Store(tmp_path).open(create=True)
    ran: list[str] = []

    def note(tx: Tx, now: datetime, committee: Committee, asked: dict[str, Any]) -> dict[str, Any]:
        ran.append(asked["word"])
        return {"exit": 0}

    async def story() -> None:
        store.start()
        control = Control(
            tmp_path, store, Clock(), Committee("Thành ủy"), {"note": note}, list, lambda: None
        )
        await control.start()
        with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert await asyncio.to_thread(ask, tmp_path, "note", {"word": "một"}) == {
                "exit": 1,
                "error": "Chưa làm gì: chương trình khác đang giữ tệp dữ liệu.",
            }
        assert await asyncio.to_thread(ask, tmp_path, "note", {"word": "hai"}) == {"exit": 0}
        assert ran == ["hai"]
        await control.close()

    asyncio.run(story())
    store.close()


def test_the_service_is_asked_what_stands_in_no_file(tmp_path: Path) -> None:
    store = Store(tmp_path).open(create=True)
    full = [{"code": "full", "text": "Ổ đĩa đã đầy."}]

    async def story() -> None:
        control = Control(
            tmp_path, store, Clock(), Committee("Thành ủy"), {}, lambda: full, lambda: None
        )
        await control.start()
        assert await asyncio.to_thread(unwritten, tmp_path) == full
        await control.close()

    asyncio.run(story())
    assert unwritten(tmp_path) == []
    store.close()
