"""Finds codes of assignments among the words of a reply: CT12, "chỉ tiêu mười hai", NV 07.

Knows the form only; "chỉ tiêu 60%" and "CT 05-CT/TW" are none.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from domain.codes import canonical
from domain.numbers import read_number
from domain.reply.lookalikes import Lookalikes
from domain.reply.marks import Mark
from domain.reply.tokens import Token, several

_NOT_AFTER_NUMBER: Final = several("% phan ty ti trieu tr nghin ngan dong ho ha km")
_AGAINST: Final = several("vuot voi hon qua")
_MEMBERS: Final = several("vien bo uy")
_NOT_FOUR: Final = several("bo sua van tao hoc dau chinh phap nay thang quan lap danh")
# What is typed on without a space: "CT12xong".
_RUN_ON: Final = several("dat duoc dc xong chua hoan da moi lam ht den con xin bi thi la")
_SINCE: Final = several("dau thang ngay tuan nam hom bua lau truoc")
_SPELT_SHORT: Final = several("muoi hai ba mot")


def code_at(look: Lookalikes, place: int) -> tuple[str, int] | None:
    """(canonical code, place after) of a code that begins at a token, or None.

    The code is "" for one that is mistyped ("CT12a", "CT0"): it must be asked about.
    """
    plain = look.plain(place)
    at = place + 1
    if plain in ("ct", "nv"):
        prefix = plain
    elif plain == "chi" and look.plain(at) == "tieu":
        if look.plain(place - 1) in _AGAINST:
            return None  # "vượt chỉ tiêu 25": the plan
        prefix, at = "chi tieu", at + 1
    elif plain == "nhiem" and look.plain(at) == "vu":
        prefix, at = "nhiem vu", at + 1
    else:
        return None
    spelt = " " in prefix
    if spelt:
        at += look.plain(at) in ("so", "thu")
    elif look.plain(at) == "so" and look.is_number(at + 1):
        at += 1  # "ct số 6"
    elif look.plain(at) in (".", "-", "_", ":") and look.glued(at):
        at += 1
    typed = look.is_number(at)
    found = _typed(look, at, spelt) if typed else _spoken(look, at, spelt)
    stuck = typed and look.glued(at) and look.reference(at) is None
    if found is None:
        # "NV 99999"; "CT 2021" is a year.
        long = typed and look.plain(at).isdigit() and len(look.plain(at)) > 4
        return ("", at + 1) if (stuck or long) and not spelt else None
    tail = look.plain(found[1]) if typed and look.glued(found[1]) else ""
    if tail.isalpha() and tail not in _RUN_ON:
        return "", found[1] + 1
    return (canonical(prefix, found[0]) if found[0] else ""), found[1]


def codes_as_typed(marks: Iterable[Mark], tokens: Sequence[Token]) -> dict[str, str]:
    """The codes that were typed with zeros in front, canonical → as typed: CT3 → "CT03"."""
    found: dict[str, str] = {}
    for mark in marks:
        if mark.kind != "code":
            continue
        digits = tokens[mark.end - 1].plain
        code = str(mark.value)
        if digits.isdigit() and digits.startswith("0"):
            found[code] = code.rstrip("0123456789") + digits
    return found


def _typed(look: Lookalikes, at: int, spelt: bool) -> tuple[int, int] | None:
    token = look.tokens[at]
    after = look.plain(at + 1)
    # "CT1,5" is CT1 and 5, or a slip: left to be asked about.
    if not token.plain.isdigit() or len(token.plain) > 3 or look.reference(at) is not None:
        return None
    if after == "-" and look.glued(at + 1) and look.plain(at + 2) in ("ct", "nq", "ctr"):
        return None
    if spelt and (after in _NOT_AFTER_NUMBER or after == "/"):
        return None
    if spelt and after == "dang" and look.plain(at + 2) in _MEMBERS:
        return None  # "chỉ tiêu 4 đảng viên"; "nhiệm vụ 4 đang làm" is a code
    if spelt and after == "thang" and look.plain(at + 2) in ("dau", "cuoi", "nam", ""):
        return None  # "nhiệm vụ 6 tháng đầu năm"
    if not spelt and not look.glued(at) and after in ("%", "phan", "ty", "trieu", "/"):
        return None
    return int(token.plain), at + 1


def _spoken(look: Lookalikes, at: int, spelt: bool) -> tuple[int, int] | None:
    """ "chỉ tiêu mười hai", "chỉ tiêu năm chưa làm"; "chỉ tiêu năm nay" is none."""
    plain = look.plain(at)
    if not plain or (not spelt and not look.rich and plain not in _SPELT_SHORT):
        return None
    if look.marked(at) == "tu" and look.plain(at + 1) in _NOT_FOUR:
        return None  # "nhiem vu tu bo nghia trang", "tu nay den cuoi nam"
    number = read_number(look.tokens, at, look.rich)
    if number is None or number.scale != 1 or number.doubt is not None:
        return None
    if not 1 <= number.value < 1000 or number.value != int(number.value):
        return None
    if look.plain(number.end) in _NOT_AFTER_NUMBER or look.plain(number.end) == "dang":
        return None  # "chỉ tiêu một năm mươi phần trăm": too close to tell
    year = plain == "nam" and (
        look.is_number(at + 1) or look.plain(at + 1) in ("nay", "sau", "truoc", "hai", "ngoai")
    )
    if year or (look.marked(at) == "tu" and look.plain(number.end) in _SINCE):
        return None  # "nhiem vu tu dau thang": từ
    return int(number.value), number.end
