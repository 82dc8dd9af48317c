"""Which codes and document numbers a free text mentions. Whether they exist is not known here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.codes import PREFIXES, canonical
from domain.fold import clean, flat, has_digit, unmarked

_CODE = re.compile(
    r"(?<![^\W\d_])(" + "|".join(sorted(PREFIXES, key=len, reverse=True)) + r")"
    r"(?: so| thu)?[ .:_-]{0,3}(\d{1,4})(?!\d)"
    # "CT 05-CT/TW" is the number of a directive.
    r"(?!\s?%|-[a-z]{2,8}/|/[a-z]{2,8}-)"
)
_ALONE = re.compile(_CODE.pattern + r"[\s,;.:&+]*(?:(?:va|voi|cung)\b)?[\s,;.:]*")
_LIKEWISE = re.compile(
    r"(?:thi )?(?:cung|cug) (?:vay|the|nhu vay|nhu the|nhu tren|tuong tu)(?: (?:luon|a|nhe|nha))*"
    r"|tuong tu(?: (?:luon|a|nhe|nha))*"
)
# "45-BC/ĐU", "báo cáo số 12/BC-UBND ngày 03/6".
_DOCUMENT = re.compile(
    r"(?:(?P<kind>báo cáo|công văn|tờ trình|kế hoạch|quyết định|biên bản|nghị quyết|bc|cv|bao cao"
    r"|cong van|to trinh|ke hoach|quyet dinh|bien ban|nghi quyet)\s+)?"
    r"(?:(?:số|so)\s*:?\s*)?"
    r"(?P<number>\d{1,5}\s?[-/]\s?[A-ZĐ]{2,8}(?:\s?[-/]\s?[A-ZĐ][\wĐ]{1,12}){0,3})"
    r"(?:,?\s*(?:ngày|ngay|ng\.?)\s*(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})"
    r"(?:[/.-](?P<year>\d{4}))?)?",
    re.IGNORECASE,
)
# "tháng 5", "quý II"; not "6 tháng 8 tỷ".
_TIME = re.compile(
    r"(?<!\w)(?<!\d )(?:thang (?:0?[1-9]|1[0-2])|quy (?:[1-4]|iv|i{1,3}))(?:/\d{4})?(?![\w/%.,]*\d)"
    r"(?!\w)"
)
# A time beside these is no figure's own: a span of time, or what another figure is compared with.
_NOT_ITS_OWN = re.compile(r"\b(?:tu|den|toi|het|so voi|cung ky|hon|kem|bang) $")
_WISH = re.compile(r"\b(?:xin|de nghi|cho)(?: duoc)?(?: phep)? (?:gia han|lui|them)\b")
# Without its marks "do" is many other words, but hardly ever in a text typed without any.
# "nhung" without marks may be "những", unless a difficulty follows.
_JOINT_BEFORE = re.compile(
    r"^(?:(?:nhưng(?: mà)?|song|tuy nhiên)\b"
    r"|nhung(?: ma)?(?= (?:vuong|dang|con|bi|chua|gap|do|thieu)\b)|tuy nhien\b)[ ,:]*",
    re.IGNORECASE,
)
_JOINT_AFTER = re.compile(
    r"[ ,]+(?:nên|nen|vì vậy|vi vay|vì thế|vi the|do đó|do do|do vậy|do vay|cho nên)$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?<!\w)(?:(?:lý|lí) do(?: là| vì)?|nguyên nhân(?: là| do)?|(?:tại |bởi )?vì|bởi|do)(?!\w)",
    re.IGNORECASE,
)
_REASON_UNMARKED = re.compile(
    r"(?<!\w)(?:l[yi] do(?: la| vi)?|nguyen nhan(?: la| do)?|(?:tai |boi )?vi|boi|do)(?!\w)",
    re.IGNORECASE,
)
_PROOFS = ("báo cáo", "bao cao", "biên bản", "bien ban", "bc")
_PROVING = re.compile(r"\d+[-/](?:BC|BB)(?![^\W\d_])")
_SYMBOL = re.compile(r"[A-ZĐ]")
# "đã ban hành kế hoạch số 15 ngày 10/6": the paper is there, whether or not it has a symbol.
_ISSUED = re.compile(
    r"(?<!\w)(?:ban hanh|phat hanh|ky|(?:da|vua|moi) (?:co|gui|nop|trinh|lap|tham muu|xay dung))"
    r"(?: (?:ban hanh|phat hanh|xong|duoc|len|[a-z]{2,8}(?=,? (?:ban hanh|ky)))){0,3}"
    r" (?:ke hoach|cong van|bao cao|to trinh|quyet dinh|bien ban|nghi quyet|chuong trinh|thong bao"
    r"|huong dan|chi thi|ket luan|de an|phuong an|quy che|kh|cv|qd)"
    r" (?:(?:so ?:? ?)?(?P<number>\d{1,5} ?[-/] ?[a-z]{2,8}(?: ?[-/] ?[a-z]{2,12}){0,3})(?!\w)"
    r"|so ?:? ?(?P<plain>\d{1,5})(?![\w/-]))"
    r"(?:,? (?:ngay|ng\.?) (?P<day>\d{1,2})(?:[/.-]| thang )(?P<month>\d{1,2})"
    r"(?:(?:[/.-]| nam )(?P<year>\d{4}))?)?"
)
_NOT_ISSUED = re.compile(r"(?<!\w)(?:chua|se|sap|dang|cho|du kien|neu|phai|can|khong|ko)(?!\w)")


def codes_in(text: str) -> list[str]:
    """Every code in the text in its canonical form, in order, once."""
    return list(_codes(text))


@lru_cache(maxsize=256)  # one message is looked at from many sides
def _codes(text: str) -> tuple[str, ...]:
    if not has_digit(text):
        return ()
    plain = flat(clean(text))
    found = (canonical(match[1], int(match[2])) for match in _CODE.finditer(plain) if int(match[2]))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=256)
def before_code(text: str) -> tuple[str, str]:
    """What stands before the first code, and the text from it on; "" for what there is none of."""
    cleaned = clean(text)
    found = next((each for each in _CODE.finditer(flat(cleaned)) if int(each[2])), None)
    if found is None:
        return cleaned.strip(), ""
    return cleaned[: found.start()].strip(), cleaned[found.start() :].strip()


@lru_cache(maxsize=256)
def without_codes(text: str, sign: str) -> str:
    """The text with a sign in the place of each code: "ảnh của #"."""
    cleaned = clean(text)
    said, past = "", 0
    for found in _CODE.finditer(flat(cleaned)):
        said += cleaned[past : found.start()] + sign
        past = found.end()
    return said + cleaned[past:]


def pieces(text: str) -> list[tuple[str, str]]:
    """The text cut before each code: (code, piece). Empty when figures stand before the first
    code, since they may belong to it ("60% CT1, xong CT2")."""
    cleaned = clean(text)
    found = list(_CODE.finditer(flat(cleaned)))
    if not found or has_digit(cleaned[: found[0].start()]):
        return []
    ends = [match.start() for match in found[1:]] + [len(cleaned)]
    return [
        (canonical(match[1], int(match[2])), cleaned[match.start() : end].strip(" ,;.\n"))
        for match, end in zip(found, ends, strict=True)
        if int(match[2])
    ]


def lent(text: str, parts: list[tuple[str, str]]) -> dict[int, str]:
    """The words for pieces that are a code alone, by place: those of the next code that has some,
    else those before the first ("CT5, CT8 xong", "xong CT5, CT8"); "" when there are none."""
    cleaned = clean(text)
    first = _CODE.search(flat(cleaned))
    before = cleaned[: first.start()].strip(" ,;.:\n") if first else ""
    found: dict[int, str] = {}
    words = before
    for place in range(len(parts) - 1, -1, -1):
        its = _ALONE.sub("", flat(parts[place][1]), count=1)
        if its:
            words = parts[place][1][-len(its) :]
        else:
            found[place] = words
    return found


def likewise(text: str) -> str:
    """The text with what "cũng vậy" says of a code: the wish of the code before it. Of a figure it
    is too little: that code then stands alone.

    >>> likewise("nv46 xin gia hạn đến 25/6, nv20 cũng vậy")
    'nv46 xin gia hạn đến 25/6, nv20 xin gia hạn đến 25/6'
    """
    parts = pieces(text) if _LIKEWISE.search(flat(clean(text))) else []
    found: list[str] = []
    words, changed = "", False
    for _, piece in parts:
        its = _CODE.sub("", flat(piece), count=1).lstrip(" ,;.:")
        head = piece[: len(piece) - len(its)]
        if _LIKEWISE.fullmatch(its) and found:
            wish = words if _WISH.match(flat(words)) else ""
            piece, changed = f"{head}{wish}".strip(), True
        else:
            words = piece[len(head) :]
        found.append(piece)
    before = before_code(text)[0]
    return " ".join(each for each in (before, ", ".join(found)) if each) if changed else text


def names_time(text: str) -> bool:
    """Whether the text names a month, a quarter, a week or a year."""
    return re.search(r"\b(?:thang|quy|tuan|nam)\b", flat(clean(text))) is not None


def says_alone(text: str) -> bool:
    """Whether a figure is said to be of its period alone ("riêng tháng 7")."""
    return (
        re.search(r"\b(?:rieng|trong) (?:thang|quy|tuan|nam|ky)\b", flat(clean(text))) is not None
    )


def by_times(text: str) -> list[str]:
    """The text cut before each month or quarter that it names with a figure of its own; [] when
    it names fewer than two, or one of them otherwise.

    >>> by_times("tháng 4 thu 7 tỷ, tháng 5 8 tỷ")
    ['tháng 4 thu 7 tỷ', 'tháng 5 8 tỷ']
    """
    cleaned = clean(text)
    plain = flat(cleaned)
    if plain.count("thang ") + plain.count("quy ") < 2:
        return []  # as nearly every message
    plain = _CODE.sub(lambda code: "#" * len(code[0]), plain)
    found = list(_TIME.finditer(plain))
    if len({match[0] for match in found}) < max(2, len(found)):
        return []
    if has_digit(plain[: found[0].start()]):
        return []
    if any(_NOT_ITS_OWN.search(plain[: match.start()]) for match in found):
        return []
    starts = [0, *(match.start() for match in found[1:]), len(cleaned)]
    parts = []
    for match, start, end in zip(found, starts, starts[1:], strict=False):
        if not has_digit(plain[match.end() : end]):
            return []
        parts.append(re.sub(r"(?:[\s,;.]|\b(?:và|va|còn|con))+$", "", cleaned[start:end]).strip())
    return parts


def before_wish(text: str) -> tuple[str, str]:
    """What stands before a wish for more time, and what follows its words; "" without a wish."""
    cleaned = clean(text)
    found = _WISH.search(flat(cleaned))
    if found is None:
        return "", ""
    return cleaned[: found.start()].strip(" ,;."), cleaned[found.end() :].strip(" ,;.")


def before_reason(text: str) -> tuple[str, str]:
    """What stands before a reason and the reason without its "vì": ("đến 30/6", "còn 12 hộ chưa
    ký"). "" for the reason when the text gives none."""
    cleaned = clean(text)
    marked = unmarked(cleaned) != cleaned
    found = (_REASON if marked else _REASON_UNMARKED).search(cleaned)
    if found is None:
        return text, ""
    return cleaned[: found.start()].strip(" ,;."), cleaned[found.end() :].strip(" ,;.:")


def without_joints(note: str) -> str:
    """A difficulty by itself, without what joined it to the words around it.

    >>> without_joints("nhưng vướng mặt bằng nên")
    'vướng mặt bằng'
    """
    return _JOINT_AFTER.sub("", _JOINT_BEFORE.sub("", note)).strip(" ,;.")


def wish_with_reason(text: str) -> tuple[str, str]:
    """A wish for more time without its reason, and the reason; ("", "") unless both are there."""
    cleaned = clean(text)
    wish = _WISH.search(flat(cleaned))
    if wish is None:
        return "", ""
    until, reason = before_reason(cleaned[wish.end() :])
    return (cleaned[: wish.end()] + " " + until, reason) if reason else ("", "")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a message names: "45-BC/ĐU", its day if said, and the text without it."""

    number: str
    dated_on: date | None
    rest: str


def document_in(text: str, today: date) -> Document | None:
    """The document's number and day that a text gives as evidence, or None.

    Its symbol stands in capitals, which tells it from "12/15 hộ"; a day without a year is the
    last such day. A report or minutes prove something wherever they are named; another document
    ("thực hiện nghị quyết 10-NQ/TU đạt 60%") only when nothing else is said.
    """
    cleaned = clean(text)
    for found, number in _numbered(cleaned):
        rest = (cleaned[: found.start()] + " " + cleaned[found.end() :]).strip(" ,.;:-")
        proves = (found["kind"] or "").lower() in _PROOFS or _PROVING.match(number)
        if rest and not proves:
            continue
        return Document(number, _day(found, today), rest)
    return None


def documents_in(text: str, today: date, sign: str) -> tuple[list[Document], str]:
    """Every document that a text names by its number, and the text with a sign in the place of
    each."""
    cleaned, past, bare = clean(text), 0, ""
    named = []
    for found, number in _numbered(cleaned):
        named.append(Document(number, _day(found, today), ""))
        bare += cleaned[past : found.start()] + sign
        past = found.end()
    return named, bare + cleaned[past:]


def _numbered(cleaned: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each document with its number, whose symbol stands in capitals."""
    if "-" not in cleaned and "/" not in cleaned:
        return
    for found in _DOCUMENT.finditer(cleaned):
        number = re.sub(r"\s", "", found["number"])
        symbol = number.lstrip("0123456789")
        if symbol == symbol.upper() and _SYMBOL.search(symbol):
            yield found, number


def issued_in(text: str, today: date) -> Document | None:
    """The document that was issued by what the text tells, or None: "đã ban hành kế hoạch số 15
    ngày 10/6". A text that tells of what is still to come has none."""
    cleaned = " ".join(clean(text).split())
    plain = flat(cleaned)
    found = _ISSUED.search(plain)
    if found is None or _NOT_ISSUED.search(plain):
        return None
    name = "plain" if found["plain"] else "number"
    number = re.sub(r"\s", "", cleaned[found.start(name) : found.end(name)]).upper()
    return Document(number, _day(found, today), cleaned)


def _day(found: re.Match[str], today: date) -> date | None:
    if not found["day"]:
        return None
    try:
        day = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    if day > today and not found["year"]:
        return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else None
    return day
