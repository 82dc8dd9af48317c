"""How trouble with a file or folder is told, in a plain sentence. Touches no file itself."""

from __future__ import annotations

import errno

_TROUBLES = {
    errno.ENOENT: "không có thư mục hoặc tệp này",
    errno.EEXIST: "đã có tệp hoặc thư mục tên này",
    errno.ENOTDIR: "không phải thư mục",
    errno.EISDIR: "là thư mục, không phải tệp",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "ổ đĩa đã đầy",
    errno.EFBIG: "tệp lớn hơn mức cho phép",
    errno.EIO: "ổ đĩa đọc ghi bị lỗi",
    errno.EBUSY: "đang được chương trình khác dùng",
    errno.EADDRINUSE: "địa chỉ hoặc cổng đang được chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy không có địa chỉ này",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENFILE: "mở quá nhiều tệp cùng lúc",
    errno.ENOMEM: "máy hết bộ nhớ",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "liên kết vòng tròn",
}


def reason(failure: OSError) -> str:
    """Why a file or folder cannot be used, without a full stop."""
    return _TROUBLES.get(failure.errno or 0, f"lỗi hệ thống số {failure.errno}")


def trouble(failure: OSError) -> str:
    """A file or folder that cannot be used, as a sentence that names it."""
    if failure.filename is None:
        return f"Không thực hiện được: {reason(failure)}."
    return f"Không dùng được {failure.filename}: {reason(failure)}."
