"""What is said of a report that was put to the wrong work: "80% là của NV46 chứ không phải NV07",
"nhầm mã, của NV46", "ghi lộn việc rồi".

Takes only what speaks of nothing else. Which report it is, and whether there is one, is for others
to find.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from domain.fold import clean, flat, lower
from domain.mention import codes_in, without_codes

_LONGEST: Final = 120  # characters; a longer text says more than this
_JUST: Final = r"(?:(?:hoi|luc|vua|ban) (?:nay|roi)|do|nay|ay)"
# Each kind of word by a letter, "-" what says nothing here; the first that fits counts.
_KINDS: Final = tuple(
    (letter, re.compile(rf"(?:{pattern})(?= |$)"))
    for letter, pattern in (
        ("C", r"#"),
        (
            "F",
            r"(?:dat |duoc )?\d[\d.,]*(?: ?%| phan tram)?"
            r"(?: (?:(?:ty|ti|trieu)(?: dong)?|(?:dang|doan|hoi) vien|ho|nguoi))?"
            r"|(?:da |moi )?(?:xong|hoan thanh)(?: roi)?",
        ),
        ("N", r"(?:chu )?(?:khong|ko|k|hong|hok|chang) phai|chu (?:khong|ko|k|hong)|dau phai"),
        (
            "R",
            r"moi (?:dung|phai|chinh xac)|(?:dung|le) ra(?: phai)?|dung la|phai la"
            r"|(?:that|thuc) ra",
        ),
        ("K", r"(?:cong viec|viec|nhiem vu|chi tieu|ma) khac"),
        ("T", r"(?<=nham )ma(?: so)?|(?<=lon )ma(?: so)?|(?<=sai )ma(?: so)?|ma viec"),
        ("T", r"cong viec|viec|nhiem vu|chi tieu"),
        ("H", r"don vi|thang|quy|tuan|ky"),
        (
            "S",
            r"(?:(?:gui|goi|bao|ghi|nhap|go|nhan|chon|bam|viet|danh) )?(?:bi )?"
            r"(?:nham lan|nham|lon|sai)",
        ),
        ("I", r"vao|vo|sang|qua|thanh"),
        ("D", rf"(?:con so|so|cai|tin|bao cao|ket qua|phan) {_JUST}"),
        ("O", r"cua|thuoc|cho"),
        ("U", r"chua(?: co)?|dau(?: co)?"),
        ("-", _JUST),
        (
            "-",
            r"da|vang|a|oi|u|em|e|toi|minh|tui|chi|anh|ban|xin|loi|nhe|nha|nghen|nghe|giup|gium"
            r"|voi|dong chi|dc|bot|roi|rui|ui|chet|thi|la|ma|bi|lai|luon|so lieu|so|cai|bao cao"
            r"|ket qua",
        ),
    )
)


def _compiled(*forms: str) -> tuple[tuple[re.Pattern[str], list[str]], ...]:
    """Each form with which of its works come in which order."""
    return tuple(
        (re.compile(form.replace("W", "C")), [each for each in form if each in "CW"])
        for form in forms
    )


# "C" is the work that has the report, "W" the one that has not.
_FORMS: Final = _compiled(
    # "80% là của nv46 chứ không phải nv07", "nhầm, nv46 xong chứ không phải nv07"
    "S?T?F?O?T?CF?NO?T?W",
    # "không phải nv07 mà là nv46 xong", "không phải của nv07, nv46 mới đúng"
    "S?T?F?NO?T?WF?R?O?T?CF?R?",
    # "nv07 80% là nhầm, của nv46 mới đúng", "nv07 nhầm, nv46 mới đúng"
    "WF?ST?R?O?T?CF?R",
    "WF?ST?(?:O|RO?)T?CF?",
    # "ghi lộn qua nv07, nv46 mới đúng", "nhầm sang nv07, đúng ra là nv46"
    "F?ST?IT?WR?O?T?CR?",
    # "ghi nhầm nv46 thành nv07"
    "F?ST?O?CIW",
    # "nhầm mã, của nv46", "sai việc, nv46 xong"
    "STR?O?T?CF?R?",
    # "nhầm, của nv46", "lộn, nv20 mới đúng", "nhầm, đúng ra là nv46"
    "SO?T?CR",
    "S(?:O|RO?)T?C",
    # "số đó của nv46", "của nv46 mới đúng"
    "DOT?CR?",
    "OT?CR",
    # "không phải nv07", "nv07 nhầm việc", "ghi nhầm vào nv07"
    "NO?T?WU?",
    "WF?S[TK]",
    "F?ST?IT?W",
    # "ghi lộn việc rồi em ơi", "chưa đâu nhầm việc khác", "không phải việc này"
    "[UN]*SI?[TK]",
    "NTU?",
    "D?OK",
)
# "nhầm phường 7", "sai, phường 7 14 tỷ", "phường 7 mới đúng", "cái đó phường 7"
_OF_OTHERS: Final = _compiled("SCF?", "CF?R", "S?D+O?C")
_ANSWERS: Final = _compiled("S?O?CF?")
_SAYS: Final = re.compile(r"\b(?:nham|lon|sai|phai|dung|chu|cua)\b")


class Misplaced(NamedTuple):
    """Canonical codes, "" for what is not said: `right` has it, `wrong` does not; `told`: its
    figure as it was typed."""

    right: str = ""
    wrong: str = ""
    told: str = ""


def misplaced(text: str) -> Misplaced | None:
    """What the whole message says of the work that a report was put to; None when it says anything
    else.

    >>> misplaced("80% là của nv46 chứ không phải nv12")
    Misplaced(right='NV46', wrong='NV12', told='80%')
    """
    cleaned = " ".join(clean(text).split())
    if len(cleaned) > _LONGEST or "?" in cleaned or not _SAYS.search(flat(cleaned)):
        return None
    codes = codes_in(cleaned)
    bare = re.sub(r"\bmà\b", " ", lower(without_codes(cleaned, " # ")))  # "mã" is a code
    kinds, told = _kinds(bare)
    if kinds is None or kinds.count("C") != len(codes):
        return None
    for form, places in _FORMS:
        if form.fullmatch(kinds):
            said = dict(zip(places, codes, strict=True))
            return Misplaced(said.get("C", ""), said.get("W", ""), told)
    return None


def placed(bare: str, answers: bool) -> tuple[str, str] | None:
    """The same of a report for the wrong unit or time, in whose words "#" stands for each: of these
    in order which has it ("C") and which has not ("W"), and the figure; None when it says anything
    else. `answers`: what is right was asked for, so that it is enough to name it.

    >>> placed("sai, của # mới đúng", answers=False), placed("# 14 tỷ", answers=True)
    (('C', ''), ('C', '14 ty'))
    """
    kinds, told = _kinds(bare)
    kinds = (kinds or "").replace("H", "T")
    for form, places in (*_FORMS, *_OF_OTHERS, *(_ANSWERS if answers else ())):
        if places and form.fullmatch(kinds):
            return "".join(places), told
    return None


def _kinds(bare: str) -> tuple[str | None, str]:
    """The letters of all that says something here, None when a word has none; and the figure."""
    words = " ".join(re.sub(r"[^\w#%.,]+|[.,](?!\d)", " ", flat(bare)).split())
    kinds, told, place = "", "", 0
    while place < len(words):
        letter, found = next(
            ((letter, found) for letter, each in _KINDS if (found := each.match(words, place))),
            ("", None),
        )
        if found is None:
            return None, ""
        kinds += letter.strip("-")
        told = found[0] if letter == "F" else told
        place = found.end() + 1
    return kinds, told
