"""How somebody says from where a figure is known: by telephone, in a paper, from whom.

Knows words only; whether the figure is recorded is for others.
"""

from __future__ import annotations

import re

from domain.fold import fold

_LONGEST = 200  # characters
# A paper by its kind or its number ("BC 45-BC/ĐU", "văn bản giấy", "số 12 ngày 08/6").
_PAPER = (
    r"\b(?:bao cao|bc|cong van|cv|van ban|vb|to trinh|ttr|thong bao|tb|bien ban|bb|phieu|giay"
    r"|bieu|bang|file|tep|hoso|ho so|quyet dinh|qd|nghi quyet|nq|ke hoach|so lieu)\b"
    r"|\bso \d|\d+ ?[-/] ?[a-z]{2,}|\bngay \d"
)
# A way by which it came ("gọi điện", "nhắn Zalo", "báo miệng tại giao ban").
_WAY = (
    r"\b(?:dien thoai|dt|goi|nhan tin|nhan qua|tin nhan|zalo|telegram|email|mail|thu|fax|truc tiep"
    r"|mieng|hop|giao ban|lam viec|gap|hoi|kiem tra|thuc te|he thong|phan mem|truc lien thong"
    r"|cong thong tin|buu dien|dien bao)\b"
)
# Somebody who told it ("anh Ba báo", "chị Lan cung cấp").
_WHO = (
    r"\b(?:anh|chi|ong|ba|co|chu|bac|dong chi|d/c|bi thu|chu tich|pho|van phong|can bo|ke toan"
    r"|truong|don vi|phuong|xa|ban|phong)\b.*\b(?:bao|noi|cho biet|cung cap|gui|nhan|doc|chuyen)\b"
)
_PERSON = r"^(?:anh|chi|ong|co|chu|bac|dong chi|d/c) \w+(?: \w+){0,4}$"
_SOURCE = re.compile(f"{_PAPER}|{_WAY}|{_WHO}|{_PERSON}")
# What is said of something else: put off, taken back, asked.
_OTHERWISE = re.compile(
    r"\b(?:khoan|de (?:toi|em|minh)|chua|nham|sai|huy|thoi|bo qua|khong|ko|ai|sao|nao|gi)\b|\?"
)


def may_be_source(text: str) -> bool:
    """Whether the words may name one that is not known here; what is put off, asked or taken back
    names none."""
    return len(text) <= _LONGEST and not _OTHERWISE.search(fold(text))


def is_source(text: str) -> bool:
    """Whether the words name where a figure comes from.

    >>> is_source("BC 45-BC/ĐU ngày 08/6"), is_source("chị Lan báo"), is_source("để tôi hỏi lại")
    (True, True, False)
    """
    return may_be_source(text) and _SOURCE.search(fold(text)) is not None
