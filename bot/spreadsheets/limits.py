"""What a foreign spreadsheet may cost, checked before it is opened. Reads no cell."""

from __future__ import annotations

import re
import resource
import zipfile
from pathlib import Path

FILE_BYTES = 30_000_000
ENTRIES = 3_000
UNPACKED_BYTES = 400_000_000
RATIO = 250  # unpacked to packed, above FREE_BYTES: a hundred thousand empty rows stay below
FREE_BYTES = 20_000_000
ROWS = 50_000  # rows with a value, in one sheet
COLUMNS = 256
SHEETS = 60
CELLS = 3_000_000
MEMORY_BYTES = 1_200_000_000
CPU_SECONDS = 60
WALL_SECONDS = 120.0

_OLD = b"\xd0\xcf\x11\xe0"  # .xls, and any workbook that bears a password
_ZIP = b"PK\x03\x04"
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Refused(Exception):
    """The file is not read; the message is a plain sentence for whoever sent it."""


def restrain() -> None:
    """Limits this process for good: memory, processor time, no core dump, no files written
    beyond what a workbook may weigh."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def check_size(path: Path) -> None:
    """Refuses what is too big, missing, or no file. Raises Refused."""
    try:
        size = path.stat().st_size
    except OSError:
        raise Refused(f"Không có tệp {path.name}.") from None
    if not path.is_file():
        raise Refused(f"{path.name} không phải là tệp.")
    if size > FILE_BYTES:
        raise Refused(
            f"Tệp {path.name} nặng {size // 1_000_000} MB, tối đa {FILE_BYTES // 10**6} MB."
        )
    if size == 0:
        raise Refused(f"Tệp {path.name} trống.")


def check_workbook(path: Path) -> None:
    """Refuses what is no .xlsx, has macros, or would unpack into too much. Raises Refused."""
    check_size(path)
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_OLD):
        raise Refused(
            f"Tệp {path.name} là dạng .xls cũ hoặc có mật khẩu; "
            "đề nghị mở ra và lưu lại dạng .xlsx, không đặt mật khẩu."
        )
    if not head.startswith(_ZIP):
        raise Refused(f"Tệp {path.name} không phải là bảng tính .xlsx.")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_entries(path.name, archive)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError):
        raise Refused(f"Tệp {path.name} bị hỏng, không mở được.") from None


def _check_entries(name: str, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > ENTRIES:
        raise Refused(f"Tệp {name} có quá nhiều phần bên trong ({len(entries)}).")
    if any(part.lower().endswith("vbaproject.bin") for part in names):
        raise Refused(f"Tệp {name} có macro; đề nghị lưu lại dạng .xlsx thông thường rồi gửi lại.")
    if not any(part.lower().endswith("workbook.xml") for part in names):
        raise Refused(f"Tệp {name} không phải là bảng tính .xlsx.")
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > UNPACKED_BYTES or (unpacked > FREE_BYTES and unpacked / packed > RATIO):
        raise Refused(f"Tệp {name} nở ra quá lớn khi mở ({unpacked // 1_000_000} MB).")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(f"Tệp {name} có mật khẩu; đề nghị bỏ mật khẩu rồi gửi lại.")
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
            with archive.open(entry) as part:
                if _DECLARATION.search(part.read(4096).replace(b"\0", b"")):
                    raise Refused(f"Tệp {name} chứa khai báo không được phép.")
