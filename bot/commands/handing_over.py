"""Everything kept about a person, in words that this person understands. Reads no table."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.channels.base import ChannelSettings, Malformed
from bot.channels.table import make
from bot.commands.looking import SENT
from domain.instants import instant
from domain.sheet.words import BASES, LANGUAGES, ROLES

Row = Mapping[str, Any]
_Say = Callable[[Any, ZoneInfo], Any]


def _as_it_is(value: Any, zone: ZoneInfo) -> Any:
    return value


def _moment(value: Any, zone: ZoneInfo) -> str:
    return f"{instant(value).astimezone(zone):%H:%M ngày %d/%m/%Y}"


def _day(value: Any, zone: ZoneInfo) -> str:
    return f"{date.fromisoformat(value):%d/%m/%Y}"


def _yes(value: Any, zone: ZoneInfo) -> str:
    return "có"


def _one_of(words: Mapping[str, str]) -> _Say:
    return lambda value, zone: words.get(value, value)


def _first(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {value: several[0] for value, several in words.items()}


_STATES = {
    "invited": "được mời, chưa tham gia",
    "joined": "đang tham gia",
    "declined": "không đồng ý tham gia",
    "left": "đã thôi tham gia",
}
_CHATS = {
    "bound": "đang dùng",
    "handed_over": "đã chuyển cho người khác",
    "unreachable": "không gửi tới được",
}
_INTENTS = {
    "progress": "tiến độ",
    "done": "đã xong",
    "not_started": "chưa làm",
    "blocked": "gặp vướng mắc",
}
_ASKED = {"extend": "gia hạn", "close": "kết thúc việc", "help": "hỗ trợ"}
_DECIDED = {
    "open": "chờ quyết định",
    "granted": "được đồng ý",
    "returned": "không được đồng ý",
    "withdrawn": "đã rút",
}
_KINDS = {
    "answer": "trả lời",
    "directive": "chỉ đạo",
    "reminder": "nhắc việc",
    "digest": "tổng hợp",
    "broadcast": "thông báo",
}

# Field of db/erasing.py → heading, and how its value is said; in the order in which they are told.
_PERSON: Final[dict[str, tuple[str, _Say]]] = {
    "code": ("mã cán bộ", _as_it_is),
    "full_name": ("họ và tên", _as_it_is),
    "phone": ("điện thoại công vụ", _as_it_is),
    "language": ("ngôn ngữ", _one_of(_first(LANGUAGES))),
    "state": ("tình trạng", _one_of(_STATES)),
    "consented_at": ("đồng ý lúc", _moment),
    "consent_version": ("bản lời mời đã đồng ý", _as_it_is),
    "joined_at": ("tham gia lúc", _moment),
    "quiet_from": ("giờ yên lặng, từ", _as_it_is),
    "quiet_to": ("giờ yên lặng, đến", _as_it_is),
    "erased_at": ("xóa dữ liệu lúc", _moment),
}
_SECTIONS: Final[dict[str, tuple[str, dict[str, tuple[str, _Say]]]]] = {
    "memberships": (
        "chức vụ",
        {
            "title": ("chức vụ", _as_it_is),
            "unit": ("đơn vị", _as_it_is),
            "role": ("vai trò", _one_of(_first(ROLES))),
            "valid_from": ("từ ngày", _day),
            "valid_to": ("đến ngày", _day),
            "substitute": ("người thay", _as_it_is),
        },
    ),
    "leaves": (
        "nghỉ phép",
        {
            "first_on": ("từ ngày", _day),
            "last_on": ("đến ngày", _day),
            "substitute": ("người thay", _as_it_is),
            "cancelled_at": ("đã hủy lúc", _moment),
        },
    ),
    "chats": (
        "khung chat",
        {
            "channel": ("kênh", _as_it_is),
            "chat": ("mã khung chat", _as_it_is),
            "state": ("tình trạng", _one_of(_CHATS)),
            "bound_at": ("gắn từ", _moment),
            "heard_at": ("tin gần nhất lúc", _moment),
        },
    ),
    "invites": (
        "lời mời",
        {
            "created_at": ("phát lúc", _moment),
            "expires_at": ("hết hạn lúc", _moment),
            "used_at": ("đã dùng lúc", _moment),
            "revoked_at": ("đã thu hồi lúc", _moment),
        },
    ),
    "progress": (
        "báo cáo",
        {
            "code": ("mã việc", _as_it_is),
            "intent": ("nội dung", _one_of(_INTENTS)),
            "percent": ("phần trăm", _as_it_is),
            "value": ("số liệu", _as_it_is),
            "basis": ("cách tính", _one_of(_first(BASES))),
            "estimate": ("là số ước", _yes),
            "note": ("ghi chú", _as_it_is),
            "source": ("nguồn", _as_it_is),
            "period": ("kỳ", _as_it_is),
            "reported_at": ("báo cáo lúc", _moment),
            "reported_by": ("người báo cáo thay", _as_it_is),
            "superseded_at": ("đã sửa lúc", _moment),
            "withdrawn": ("đã rút lại", _yes),
        },
    ),
    "evidence": (
        "minh chứng",
        {
            "code": ("mã việc", _as_it_is),
            "name": ("tên tệp", _as_it_is),
            "number": ("số văn bản", _as_it_is),
            "dated_on": ("ngày văn bản", _day),
            "added_at": ("gửi lúc", _moment),
        },
    ),
    "requests": (
        "đề nghị",
        {
            "kind": ("xin điều gì", _one_of(_ASKED)),
            "code": ("mã việc", _as_it_is),
            "wanted_on": ("xin đến ngày", _day),
            "note": ("lý do", _as_it_is),
            "asked_at": ("gửi lúc", _moment),
            "state": ("kết quả", _one_of(_DECIDED)),
            "granted_on": ("được đến ngày", _day),
            "decision_note": ("ý kiến", _as_it_is),
        },
    ),
    "directives": (
        "chỉ đạo đã nhận",
        {
            "code": ("mã chỉ đạo", _as_it_is),
            "subject": ("trích yếu", _as_it_is),
            "acknowledged_at": ("xác nhận lúc", _moment),
        },
    ),
    "heard": (
        "tin đã nhắn cho trợ lý",
        {
            "channel": ("kênh", _as_it_is),
            "received_at": ("lúc", _moment),
            "text": ("nội dung", _as_it_is),
        },
    ),
    "messages": (
        "tin trợ lý gửi đến",
        {
            "kind": ("loại", _one_of(_KINDS)),
            "created_at": ("lúc", _moment),
            "text": ("nội dung", _as_it_is),
            "state": ("tình trạng", _one_of(SENT)),
        },
    ),
}


def in_words(
    data: Mapping[str, Any], zone: ZoneInfo, channels: Sequence[ChannelSettings]
) -> dict[str, Any]:
    """What `data_of` and `messages_of` of db/erasing.py found, as JSON under Vietnamese headings;
    what is empty is left out."""
    told = _said(data["person"], _PERSON, zone)
    told |= json.loads(data["person"]["extra"])  # columns of the office's own
    texts = [row | {"text": _text_of(row, channels)} for row in data["heard"]]
    for section, (heading, fields) in _SECTIONS.items():
        rows = texts if section == "heard" else data[section]
        told[heading] = [_said(row, fields, zone) for row in rows]
    return told


def _said(row: Row, fields: Mapping[str, tuple[str, _Say]], zone: ZoneInfo) -> dict[str, Any]:
    return {
        heading: say(row[name], zone)
        for name, (heading, say) in fields.items()
        if row[name] is not None and row[name] != ""
    }


def _text_of(row: Row, channels: Sequence[ChannelSettings]) -> str:
    """What the person wrote; "" where it is emptied, unreadable, or of a channel given up."""
    settings = next((one for one in channels if one.name == row["channel"]), None)
    if settings is None:
        return ""
    try:
        return make(settings).read(json.loads(row["raw"])).text
    except (Malformed, ValueError):
        return ""
