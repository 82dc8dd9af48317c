"""`backup` and `restore`: one archive of store, files and manifest, verified both ways."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

from bot import lock
from bot.commands.carrying import Wrong, configuration, readable
from bot.config import Config
from db import copies, erasing
from db.migrations import VERSION, SchemaError
from db.store import FILE_NAME, Store

_FORMAT = 1


def backup(args: argparse.Namespace) -> int:
    """Writes an archive, beside a running service too; its name appears only once it is whole."""
    config = configuration(args)
    target = Path(args.file)
    if target.is_dir():
        raise Wrong(f"{target} là thư mục; hãy ghi cả tên tệp, vd {target / 'sao-luu.tar.gz'}.")
    folder = target.resolve().parent
    if not folder.is_dir():
        raise Wrong(f"Không có thư mục {folder}.")
    unfinished = target.with_name(target.name + ".part")
    with (
        readable(config) as source,
        tempfile.TemporaryDirectory(dir=_room(config, folder), prefix="backup-") as scratch,
    ):
        copied = Path(scratch) / FILE_NAME
        names = copies.copy(source / FILE_NAME, copied)
        members = {FILE_NAME: copied} | {
            f"files/{name[:2]}/{name}": config.data_dir / "files" / name[:2] / name
            for name in sorted(names)
        }
        if missing := [name for name, path in members.items() if not path.is_file()]:
            raise Wrong(f"Thiếu {len(missing)} tệp minh chứng trong kho, vd {missing[0]}.", 1)
        manifest = Path(scratch) / "manifest.json"
        manifest.write_text(
            json.dumps(
                {
                    "format": _FORMAT,
                    "schema": VERSION,
                    "made_at": datetime.now(UTC).isoformat(),
                    "members": {name: _digest(path) for name, path in members.items()},
                }
            ),
            encoding="utf-8",
        )
        try:
            with tarfile.open(unfinished, "w:gz") as archive:
                archive.add(manifest, "manifest.json")
                for name, path in members.items():
                    archive.add(path, name)
            unfinished.chmod(0o600)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    print(f"Đã sao lưu {len(members) - 1} tệp và dữ liệu vào {target}.")
    return 0


def _room(config: Config, folder: Path) -> Path:
    """Where the copy of the data is made: beside them, or beside the archive when their disk has no
    room or takes no writes, as it may when a backup is wanted most."""
    needed = 2 * (config.data_dir / FILE_NAME).stat().st_size
    free = shutil.disk_usage(config.data_dir).free
    return config.data_dir if free > needed and os.access(config.data_dir, os.W_OK) else folder


def restore(args: argparse.Namespace) -> int:
    """Puts an archive in place of the data, which is kept beside it under another name."""
    config = configuration(args)
    source = Path(args.file)
    if not source.is_file():
        raise Wrong(f"Không có tệp {source}.", 1)
    data_dir = config.data_dir
    with lock.held(data_dir), tempfile.TemporaryDirectory(dir=data_dir) as scratch:
        coming = Path(scratch)
        _unpack(source, coming)
        _make_ready(source, coming, copies.erasures(data_dir / FILE_NAME))
        before = data_dir / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
        before.mkdir(mode=0o700)
        for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", "files"):
            if (data_dir / name).exists():
                shutil.move(data_dir / name, before / name)
        shutil.move(coming / FILE_NAME, data_dir / FILE_NAME)
        if (coming / "files").exists():
            shutil.move(coming / "files", data_dir / "files")
    print(f"Đã khôi phục từ {source}. Dữ liệu trước đó còn ở {before}.")
    return 0


def _unpack(source: Path, coming: Path) -> None:
    try:
        with tarfile.open(source, "r:gz") as archive:
            archive.extractall(coming, filter="data")
        manifest = json.loads((coming / "manifest.json").read_text(encoding="utf-8"))
        members, newer = dict(manifest["members"]), manifest["schema"] > VERSION
        members[FILE_NAME]  # without it there is nothing to put in place
    except (tarfile.TarError, zlib.error, OSError, ValueError, LookupError, TypeError, EOFError):
        raise Wrong(f"{source} không phải bản sao lưu nguyên vẹn; chưa đổi gì.", 1) from None
    if newer:
        raise Wrong("Bản sao lưu do chương trình mới hơn ghi; hãy cài bản mới trước.", 1)
    for name, digest in members.items():
        if not (coming / name).is_file() or _digest(coming / name) != digest:
            raise Wrong(f"{source}: {name} đã bị thay đổi hoặc thiếu; chưa đổi gì.", 1)


def _make_ready(source: Path, coming: Path, erased: list[str]) -> None:
    """Opens and mends what came while the data still stand: what fails here has changed nothing."""
    (coming / FILE_NAME).chmod(0o600)
    store = Store(coming)
    try:
        store.refuse_unreadable()
        store.open()
        # Who asked to be erased after the backup was made stays erased.
        store.write_now(lambda tx: erasing.apply_again(tx, erased, datetime.now(UTC)))
    except (SchemaError, sqlite3.Error):
        raise Wrong(f"Dữ liệu trong {source} không đọc được; chưa đổi gì.", 1) from None
    finally:
        store.close()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
