"""How a typed message becomes a command word with what follows it. Knows no handler."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from domain.codes import normal_code
from domain.fold import clean, flat, fold

_LONGEST_WORD = 4  # of the syllables in a command: "danh sách cán bộ"
# What a message of ours tells to type, typed with what stands before it: "trả lời: việc".
_AS_PRINTED = re.compile(r"(?:tra loi|go)\s?:?\s?[\"“]?(viec|chi ?dao|cho ?duyet)[\"”]?[.!]?")
_CANCEL = frozenset({"huy", "huybo", "thoat", "dunglai"})
_RESUME = frozenset({"tiep", "tieptuc"})
_CORRECTION = re.compile(
    r"(?:sai|nham)(?: roi)?(?: (?:so(?: lieu)?|ma))?(?: roi)?"
    r"(?:\s*[,.:;!-]\s*|\s+(?:phai )?la\s+|\s+(?=\d|ct ?\d|nv ?\d)|$)"
)
CODE = r"(?:ct|nv|chi tieu|nhiem vu) ?(?:so )?\d{1,4}"  # as it is typed, folded
# "sửa nv46 thành 78%": what is to be put right first, then the figure.
_TO_CODE = re.compile(
    r"(?:(?:da|cho|xin|nho|em|toi|minh) )*(?:sua|doi|chinh)(?: lai)? "
    rf"(?P<code>{CODE}) (?:thanh |la |lai )?(?=\d)"
)
# "ct16 sai 10", "nv46 nhầm, 79%": the code first.
_OF_CODE = re.compile(
    rf"(?P<code>{CODE}) (?:sai|nham|lon)(?: roi)?(?: so)?"
    r"\s*[,:]?\s+(?:phai la |la )?(?=\d)"
)
_DIRECTIVE = re.compile(r"cd ?0{0,3}(\d{1,4})(?:[/-](\d{4}))?")
# A code with a figure and hardly more: it stands on its own inside any conversation.
_REPORT = re.compile(
    rf"{CODE}(?!\d)\s?[:=,]?\s?(?:dat |duoc |la )?"
    r"\d[\d.,/]*\s?(?:%|[a-z]+(?: [a-z]+){0,2})?"
)

_BETWEEN = re.compile(rf"\s*(?:[,;\n]|(?<!\w)va(?!\w))\s*(?={CODE})")

# What a chair types below a digest: "giao Văn phòng xử lý", "yêu cầu Phường 7 báo cáo".
_ORDER = re.compile(
    r"(?:(?:de nghi|toi|dong chi|van phong|cho) )*"
    r"(?:giao(?! ban| luu| thong)|phan cong|don doc|doc thuc|yeu cau|nhac|chi dao|chuyen)\b"
)


class Command(NamedTuple):
    """A command word in its one spelling; `code` or `rest` when something follows it."""

    word: str
    code: str = ""
    rest: str = ""


def command(text: str, words: Mapping[str, str], open_ended: frozenset[str]) -> Command | None:
    """The command that a whole message is: a word, a word and one code, or a word of `open_ended`
    and anything. `words` leads from every spelling (folded, no spaces) to the word."""
    plain = " ".join(fold(text).split())
    if printed := _AS_PRINTED.fullmatch(plain):
        plain = printed[1]
    parts = plain.removeprefix("/").split()
    if not parts or len(text) > 200:
        return None
    parts[0] = parts[0].partition("@")[0]
    if word := words.get("".join(parts)):
        return Command(word)
    for size in range(min(len(parts) - 1, _LONGEST_WORD), 0, -1):
        word = words.get("".join(parts[:size]))
        if word is None:
            continue
        if code := normal_code(" ".join(parts[size:])):
            return Command(word, code=code)
        if word in open_ended:
            return Command(word, rest=clean(text).split(None, size)[size])
    return None


def is_cancel(text: str) -> bool:
    """ "hủy", with or without its diacritics and slash."""
    return _compact(text) in _CANCEL


def is_resume(text: str) -> bool:
    """ "tiếp"."""
    return _compact(text) in _RESUME


def _compact(text: str) -> str:
    return fold(text).removeprefix("/").replace(" ", "").rstrip(".!")


def correction(text: str) -> str | None:
    """What follows "sai", "sai số", "nhầm" as it was typed, "" when nothing does; None when the
    message is no correction ("sai phạm đã xử lý 3 vụ" is none)."""
    typed = " ".join(clean(text).split())
    plain = flat(typed)
    if found := _OF_CODE.match(plain) or _TO_CODE.match(plain):
        return f"{typed[found.start('code') : found.end('code')]} {typed[found.end() :].strip()}"
    found = _CORRECTION.match(plain)
    return None if found is None else typed[found.end() :].strip()


def directive_code(text: str) -> str | None:
    """The canonical code when the whole message is a directive's code."""
    found = _DIRECTIVE.fullmatch(fold(text))
    if found is None or int(found[1]) == 0:
        return None
    year = f"/{found[2]}" if found[2] else ""
    return f"CĐ{int(found[1]):02d}{year}"


def is_order(text: str) -> bool:
    """Whether it asks for something to be done by others."""
    return _ORDER.match(fold(text)) is not None


def after_order(text: str) -> str:
    """What stands behind the words that order something, as it was typed: "phường 6 báo cáo"."""
    typed = clean(text).strip()
    found = _ORDER.match(flat(typed))
    return typed[found.end() :].strip() if found else typed


def is_report(text: str) -> bool:
    """Whether the message is codes with a figure each, and no more than a measure beside it."""
    parts = _BETWEEN.split(fold(text).strip(" .,;"))
    return all(_REPORT.fullmatch(part) for part in parts)
