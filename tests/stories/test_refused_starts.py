"""What keeps the real process from starting: said plainly, nothing changed, and mended it works."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

import pytest

from db.migrations import VERSION
from sandbox.service import TELEGRAM_TOKEN, ZALO_TOKEN, ServiceFailed
from sandbox.stage import Stage
from tests.stories.books import inbox_states, reports
from tests.stories.conftest import Play

RESTORE = "python -m bot restore TỆP."


async def refused(on: Stage, code: int, *words: str) -> list[str]:
    """The sentences with which a command is refused; no log lines, and never a trace."""
    with pytest.raises(ServiceFailed) as failed:
        await asyncio.wait_for(on.service.command(*words), 15)
    assert failed.value.code == code
    said = str(failed.value).removeprefix(f"{words[0]}: ")
    assert "Traceback" not in said
    assert TELEGRAM_TOKEN not in said and ZALO_TOKEN not in said
    return [line for line in said.splitlines() if line and not line.startswith("{")]


async def works_again(on: Stage) -> None:
    """The service starts, and a message to it is recorded and answered."""
    lan = on.phones["LAN"]
    await on.service.start()
    number = len(reports(on)) + 1
    assert (await on.says(lan, f"NV7 {number}%")).startswith(
        f'Đã ghi NV07 Báo cáo "6 không": {number}%'
    )
    assert len(reports(on)) == number
    assert set(inbox_states(on)) == {"done"}
    await on.service.stop()


async def test_every_mistake_of_the_configuration_is_said_at_once_and_no_secret(
    play: Play,
) -> None:
    async with play() as on:
        await on.join("LAN")
        await on.service.stop()
        config, token = on.service.config, on.service.folder / "telegram.token"
        good = config.read_text("utf-8")
        wrong = good.replace('data_dir = "data"', 'data_dir = "data"\ntimezone = "Asia/Ben_Tre"')
        wrong = wrong.replace('mode = "webhook"', 'mode = "pigeon"')
        wrong = wrong.replace("[web]\nport = ", '[web]\ncolour = "red"\nport = 9')
        config.write_text(wrong + '\n[reminders]\nhour = "25:00"\n', "utf-8")
        token.chmod(0o644)
        kept = (on.service.data_dir / "dondoc.db").read_bytes()
        said = await refused(on, 2, "run")
        assert sorted(line.partition(": ")[0] for line in said) == [
            "[channels.telegram] token_file",
            "[channels.zalo] mode",
            "[reminders] hour",
            "[service] timezone",
            "[web] colour",
            "[web] port",
        ]
        assert f"chmod 600 {token}" in "\n".join(said)
        # Whoever only looks needs no token; all else must be right for them too.
        assert set(await refused(on, 2, "status")) == {one for one in said if "token" not in one}
        assert (on.service.data_dir / "dondoc.db").read_bytes() == kept
        config.write_text(good, "utf-8")
        token.chmod(0o600)
        await works_again(on)
        await on.service.start()


async def test_newer_and_damaged_data_are_refused_kept_and_can_be_restored(play: Play) -> None:
    async with play() as on:
        await on.join("LAN")
        await on.service.stop()
        path, copy = on.service.data_dir / "dondoc.db", on.service.folder / "hom-nay.dondoc"
        await on.service.command("backup", str(copy))

        with closing(sqlite3.connect(path)) as newer:
            newer.execute(f"PRAGMA user_version = {VERSION + 1}")
            newer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        kept = path.read_bytes()
        newer_words = [
            f"Dữ liệu do bản mới hơn ghi (mức {VERSION + 1}, bản này biết đến mức {VERSION})."
            f" Hãy cài bản mới, hoặc khôi phục bản sao lưu cũ: {RESTORE}"
        ]
        assert await refused(on, 1, "run") == newer_words
        assert await refused(on, 1, "status") == newer_words
        assert path.read_bytes() == kept

        with closing(sqlite3.connect(path)) as older:
            older.execute(f"PRAGMA user_version = {VERSION}")
            older.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        await works_again(on)

        with closing(sqlite3.connect(path)) as whole:
            whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        damaged = bytearray(path.read_bytes())
        damaged[3 * 4096 : 3 * 4096 + 2000] = b"\xff" * 2000
        path.write_bytes(damaged)
        assert await refused(on, 1, "run") == [
            f"Tệp dữ liệu {path} bị hỏng nên chưa chạy được."
            f" Tệp được giữ nguyên; hãy khôi phục bản sao lưu: {RESTORE}"
        ]
        assert path.read_bytes() == damaged

        said = await on.service.command("restore", str(copy))
        assert said.startswith(f"Đã khôi phục từ {copy}. Dữ liệu trước đó còn ở ")
        aside = next(on.service.data_dir.glob("before-restore-*")) / "dondoc.db"
        assert aside.read_bytes() == damaged
        await works_again(on)
        await on.service.start()
