"""How trouble with a file or folder is told, in a plain sentence. Touches no file itself."""

from __future__ import annotations

import errno

_TROUBLES = {
    errno.ENOENT: "không có thư mục hoặc tệp này",
    errno.ENOTDIR: "không phải thư mục",
    errno.EISDIR: "là thư mục, không phải tệp",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "ổ đĩa đã đầy",
    errno.ENAMETOOLONG: "tên quá dài",
}


def trouble(failure: OSError) -> str:
    """A file or folder that cannot be used, as a sentence that names it."""
    reason = _TROUBLES.get(failure.errno or 0, failure.strerror or str(failure))
    if failure.filename is None:
        return f"Không thực hiện được: {reason}."
    return f"Không dùng được {failure.filename}: {reason}."
