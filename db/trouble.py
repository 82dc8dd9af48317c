"""How trouble with the data file is told, in a plain sentence. Touches no file itself."""

from __future__ import annotations

import sqlite3

# The low byte of SQLite's code → what an operator reads.
_TROUBLES = {
    sqlite3.SQLITE_PERM: "không có quyền",
    sqlite3.SQLITE_BUSY: "chương trình khác đang giữ tệp",
    sqlite3.SQLITE_LOCKED: "chương trình khác đang giữ tệp",
    sqlite3.SQLITE_NOMEM: "máy hết bộ nhớ",
    sqlite3.SQLITE_READONLY: "tệp hoặc thư mục chỉ cho đọc",
    sqlite3.SQLITE_INTERRUPT: "đọc quá lâu nên đã dừng",
    sqlite3.SQLITE_IOERR: "ổ đĩa đọc ghi bị lỗi",
    sqlite3.SQLITE_CORRUPT: "tệp bị hỏng",
    sqlite3.SQLITE_FULL: "ổ đĩa đã đầy",
    sqlite3.SQLITE_CANTOPEN: "không mở được tệp; hãy xem quyền của thư mục",
    sqlite3.SQLITE_NOTADB: "tệp bị hỏng",
}
_OF_THE_DISK = (
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
)


def data_reason(failure: BaseException) -> str:
    """Why the data could not be read or written, without a full stop. SQLite's own words are
    English and belong into the log."""
    return _TROUBLES.get(_code(failure), "lỗi trong chương trình, xem nhật ký")


def ailment(failure: BaseException) -> str:
    """The problem (see db/problems.py) that keeps the data from being written: "full", or
    "unwritable" for a disk or folder that is not in order. "" where another is to blame: the
    write itself, or a program that holds the file."""
    code = _code(failure)
    if code == sqlite3.SQLITE_FULL:
        return "full"
    return "unwritable" if code in _OF_THE_DISK else ""


def _code(failure: BaseException) -> int:
    codes = (getattr(one, "sqlite_errorcode", None) for one in (failure, failure.__cause__))
    return next((code & 0xFF for code in codes if code), 0)
