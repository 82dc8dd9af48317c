"""The socket by which commands reach the running service."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.control import Control, ask
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
            folder, store, Clock(), Committee("Thành ủy"), {"greet": greet}, lambda: None
        )
        await control.start()
        assert (folder / "control.sock").stat().st_mode & 0o777 == 0o600
        answer = await asyncio.to_thread(ask, folder, "greet", {"word": "chào"})
        await control.close()
        return answer

    assert asyncio.run(story()) == {"exit": 0, "said": "Thành ủy: chào"}
    assert ask(folder, "greet", {"word": "chào"}) is None
    store.close()
