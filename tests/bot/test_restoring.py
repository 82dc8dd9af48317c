"""An archive that is not one of ours, or not whole, leaves the data as they stand."""

import hashlib
import io
import json
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main

ROOT = Path(__file__).parents[2]
NOT_WHOLE = "x.tar.gz không phải bản sao lưu nguyên vẹn; chưa đổi gì.\n"
UNREADABLE = "Dữ liệu trong x.tar.gz không đọc được; chưa đổi gì.\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a configuration and one unit, in which the commands are called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DONDOC_CONFIG", raising=False)
    (tmp_path / "config.toml").write_text(
        '[service]\ncommittee = "Đảng ủy"\n[channels.zalo]\nkind = "zalo"\nmode = "polling"\n',
        encoding="utf-8",
    )
    (tmp_path / "bang").mkdir()
    (tmp_path / "bang" / "don-vi.csv").write_text("mã,tên\nAH,An Hội\n", encoding="utf-8")
    assert main(["import", "bang"]) == 0
    return tmp_path


def units() -> list[tuple]:
    with closing(sqlite3.connect("file:data/dondoc.db?mode=ro", uri=True)) as look:
        return look.execute("SELECT code FROM v_units").fetchall()


def archive(manifest: Any, **members: bytes) -> None:
    with tarfile.open("x.tar.gz", "w:gz") as written:
        for name, held in {"manifest.json": json.dumps(manifest).encode(), **members}.items():
            about = tarfile.TarInfo(name)
            about.size = len(held)
            written.addfile(about, io.BytesIO(held))


def claiming(name: str, held: bytes) -> dict[str, Any]:
    return {"schema": 1, "members": {name: hashlib.sha256(held).hexdigest()}}


@pytest.mark.parametrize(
    ("manifest", "members", "said"),
    [
        ([], {}, NOT_WHOLE),
        ({"schema": 1, "members": []}, {}, NOT_WHOLE),
        ({"schema": 1, "members": {}}, {}, NOT_WHOLE),
        ({"schema": "1", "members": {"dondoc.db": ""}}, {}, NOT_WHOLE),
        (claiming("../../evil", b"x"), {"../../evil": b"x"}, NOT_WHOLE),
        (claiming("dondoc.db", b"junk"), {"dondoc.db": b"junk"}, UNREADABLE),
        (claiming("dondoc.db", b""), {"dondoc.db": b""}, UNREADABLE),
    ],
)
def test_a_foreign_archive_changes_nothing(
    office: Path,
    manifest: Any,
    members: dict[str, bytes],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    archive(manifest, **members)
    assert main(["restore", "x.tar.gz"]) == 1
    assert capsys.readouterr().err.endswith(said)
    assert units() == [("AH",)]
    assert not list((office / "data").glob("before-restore-*"))


def test_any_flipped_byte_leaves_the_data_or_brings_them_back_whole(office: Path) -> None:
    assert main(["backup", "whole.tar.gz"]) == 0
    whole = Path("whole.tar.gz").read_bytes()
    for place in range(10, len(whole), len(whole) // 40):
        changed = bytearray(whole)
        changed[place] ^= 0x55
        Path("x.tar.gz").write_bytes(changed)
        assert main(["restore", "x.tar.gz"]) in (0, 1)
        assert units() == [("AH",)]


def test_a_backup_needs_the_name_of_a_file(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "bang"]) == 2
    assert capsys.readouterr().err == (
        "bang là thư mục; hãy ghi cả tên tệp, vd bang/sao-luu.tar.gz.\n"
    )


def test_a_damaged_file_is_told_in_one_sentence_without_a_log_line(office: Path) -> None:
    held = office / "data" / "dondoc.db"
    held.write_bytes(b"no database")
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "status"],
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (
        1,
        f"Tệp dữ liệu {held} bị hỏng nên chưa chạy được. Tệp được giữ nguyên; "
        "hãy khôi phục bản sao lưu: python -m bot restore TỆP.\n",
    )
