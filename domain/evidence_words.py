"""What is said of a picture or a file after it was sent: it was the wrong one, or it belongs to
other work: "gửi nhầm ảnh", "ảnh đó của NV46", "xóa ảnh giúp em".

Takes only what speaks of nothing else. Whether anything was sent at all is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from domain.fold import clean, flat, lower
from domain.mention import codes_in, without_codes

_LONGEST: Final = 100  # characters; a longer text says more than this
_NOUN: Final = re.compile(
    r"(?<!\w)(?:hinh(?: anh)?|tep|file|minh chung|tai lieu|van ban|(?:tam|buc) anh)(?!\w)"
)
# "anh" without its mark is a form of address as well: only beside what is said of a picture.
_PICTURE: Final = re.compile(r"(?<!\w)ảnh(?!\w)")
_BARE_PICTURE: Final = re.compile(
    r"(?<!\w)(?:(?:nham|gui|cai|xoa|bo|rut|chuyen|buc|tam) anh|anh (?:do|nay|kia|vua|tren|nham|lon"
    r"|sai|cua|#))(?!\w)"
)
_WRONG: Final = re.compile(r"(?<!\w)(?:nham|lon|sai|khong phai|ko phai|k phai|chua dung)(?!\w)")
_GONE: Final = re.compile(r"(?<!\w)(?:xoa|bo|go|rut|thu hoi|huy)(?!\w)")
_NOT_OF: Final = re.compile(
    r"(?<!\w)(?:(?:(?:khong|ko|k|chang) phai|chu (?:khong|ko|k)(?: phai)?|khoi|tu)"
    r"|(?:nham|lon)(?: (?:anh|hinh|tep|file|minh chung|roi))* (?:vao|sang|qua))"
    r"(?: (?:la|cua|cho|viec|nhiem vu|chi tieu))* $"
)
_OF: Final = re.compile(
    r"(?<!\w)(?:cua|thuoc|cho|vao|sang|qua|la|anh|hinh|tep|file|minh chung|tai lieu|van ban)"
    r"(?: (?:do|nay|viec|nhiem vu|chi tieu))* $"
)
_OTHER_WORDS: Final = frozenset(
    (
        "sai", "nham", "lon", "khong", "ko", "k", "phai", "chua", "dung", "xoa", "bo", "go",
        "rut", "thu", "hoi", "huy", "di", "lai", "nhe", "nha", "a", "nghe", "giup", "dum",
        "ho", "voi", "do", "nay", "kia", "ay", "vua", "tren", "gui", "goi", "dua", "nop",
        "roi", "rui", "moi", "la", "cua", "cho", "vao", "sang", "qua", "chuyen", "den",
        "thanh", "dinh", "kem", "cai", "tam", "buc", "hinh", "anh", "tep", "file", "minh",
        "chung", "tai", "lieu", "van", "ban", "em", "e", "toi", "tui", "chau", "con", "da",
        "xin", "loi", "vang", "dong", "chi", "dc", "oi", "viec", "nhiem", "vu", "tieu",
        "thuoc", "ve", "trong", "chu", "khoi", "tu", "so", "mot", "cac", "nhung", "may", "hai",
        "truoc", "day", "luon", "bi", "duoc", "chup", "thi", "ma", "sua", "doi",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OfEvidence:
    """`code`: the work to which it belongs, "" when that was not said; `gone`: it is to be none at
    all any more."""

    code: str = ""
    gone: bool = False


def of_evidence(text: str) -> OfEvidence | None:
    """What the whole message says of what was sent before; None when it says anything else."""
    cleaned = " ".join(clean(text).split())
    if len(cleaned) > _LONGEST:
        return None
    bare = without_codes(cleaned, "#")
    plain = re.sub(r"[^\w#]+", " ", flat(bare)).strip()
    if not set(plain.replace("#", " ").split()) <= _OTHER_WORDS or not _names_one(bare, plain):
        return None
    codes = codes_in(cleaned)
    if plain.count("#") != len(codes):
        return None
    heads = [plain[: found.start()] for found in re.finditer("#", plain)]
    meant = [code for code, head in zip(codes, heads, strict=True) if not _NOT_OF.search(head)]
    if len(meant) > 1:
        return None
    if meant:
        told = any(_OF.search(head) and not _NOT_OF.search(head) for head in heads)
        return OfEvidence(meant[0]) if told else None
    if _GONE.search(plain):
        return OfEvidence(gone=True)
    return OfEvidence() if _WRONG.search(plain) else None


def _names_one(bare: str, plain: str) -> bool:
    if _NOUN.search(plain):
        return True
    if not bare.isascii():
        return _PICTURE.search(lower(bare)) is not None
    return _BARE_PICTURE.search(plain) is not None
