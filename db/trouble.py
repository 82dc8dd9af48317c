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


def data_reason(failure: BaseException) -> str:
    """Why the data could not be read or written, without a full stop. SQLite's own words are
    English and belong into the log."""
    causes = (failure, failure.__cause__)
    codes = (getattr(one, "sqlite_errorcode", None) for one in causes)
    known = (_TROUBLES[code & 0xFF] for code in codes if code and code & 0xFF in _TROUBLES)
    return next(known, "lỗi trong chương trình, xem nhật ký")
