"""Every key of the configuration with its default and what it may be. Reads nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import Any
from urllib.parse import urlsplit

from domain.texts import languages

Check = Callable[[Any], str]
"""Says what is wrong with a value, "" when nothing is."""


@dataclass(frozen=True, slots=True)
class Key:
    """`default` None means that it depends on the kind of channel."""

    default: Any
    check: Check
    optional: bool = False

    def mistake(self, value: Any) -> str:
        if value is None and (self.optional or self.default is None):
            return ""
        return self.check(value)

    def from_text(self, text: str) -> Any:
        """A value from the environment, in the type of the default."""
        if isinstance(self.default, bool):
            return text.lower() in ("1", "true", "yes")
        if isinstance(self.default, list):
            return [part.strip() for part in text.split(",")]
        for kind in (int, float):
            if isinstance(self.default, kind) or self.check in (_COUNT, _RATE):
                try:
                    return kind(text)
                except ValueError:
                    continue
        return text


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else "phải là chữ trong dấu ngoặc kép."


def _needed(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "còn để trống."


def _url(value: Any) -> str:
    if value == "":
        return ""
    parts = urlsplit(value) if isinstance(value, str) else None
    good = parts and parts.scheme in ("http", "https") and parts.hostname
    return "" if good else "phải là địa chỉ http:// hoặc https://."


def _needed_url(value: Any) -> str:
    return _needed(value) or _url(value)


def _loopback_url(value: Any) -> str:
    if mistake := _url(value):
        return mistake
    local = value == "" or urlsplit(value).hostname in ("127.0.0.1", "localhost", "::1")
    return "" if local else "chỉ được là địa chỉ trên máy này."


def _proxy(value: Any) -> str:
    schemes = ("http", "https", "socks5", "socks5h")
    good = value == "" or (isinstance(value, str) and urlsplit(value).scheme in schemes)
    return "" if good else "phải có dạng http://máy:cổng hoặc socks5://máy:cổng."


def _hour(value: Any) -> str:
    try:
        time.fromisoformat(value)
    except (ValueError, TypeError):
        return 'phải là giờ như "07:30".'
    return "" if len(value) == 5 else 'phải là giờ như "07:30".'


def _whole(least: int, most: int) -> Check:
    def check(value: Any) -> str:
        good = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return "" if good else f"phải là số nguyên từ {least} đến {most}."

    return check


def _rate_check(value: Any) -> str:
    good = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= 10_000
    return "" if good else "phải là số lớn hơn 0."


def _one_of(*names: str) -> Check:
    listed = ", ".join(f'"{name}"' for name in names)

    def check(value: Any) -> str:
        return "" if value in names else f"phải là một trong {listed}."

    return check


def _texts(value: Any) -> str:
    good = isinstance(value, list) and value and all(isinstance(part, str) for part in value)
    return "" if good else "phải là danh sách chữ."


_COUNT = _whole(1, 10_000_000)
_RATE = _rate_check

SECTIONS: dict[str, dict[str, Key]] = {
    "service": {
        "timezone": Key("Asia/Ho_Chi_Minh", _needed),
        "locale": Key("vi", _one_of(*languages())),
        "data_dir": Key("data", _needed),
        "committee": Key("", _needed),
        "voice": Key("", _text),
        "address": Key("đồng chí", _needed),
        "cut_off_day": Key(0, _whole(0, 28)),
        "file_limit_mb": Key(20, _whole(1, 50)),
        "heartbeat_url": Key("", _url),
        "clock_url": Key("", _loopback_url),
    },
    "web": {
        "host": Key("127.0.0.1", _needed),
        "port": Key(8085, _whole(0, 65535)),
        "public_url": Key("", _url),
    },
    "reminders": {
        "ladder": Key(["-7d", "-3wd", "-1wd", "0d", "+1wd", "+3wd", "+7wd"], _texts),
        "hour": Key("07:30", _hour),
        "day_starts": Key("07:00", _hour),
        "day_ends": Key("18:00", _hour),
    },
    "digest": {
        "hour": Key("07:30", _hour),
        "cadence": Key("week", _one_of("day", "week", "month", "quarter")),
        "weekday": Key(0, _whole(0, 6)),
    },
    "retention": {
        "inbox_days": Key(90, _whole(1, 36500)),
        "outbox_days": Key(180, _whole(1, 36500)),
    },
}

CHANNEL_KEYS: dict[str, Key] = {
    "kind": Key("", _one_of("zalo", "telegram")),
    "token_file": Key("", _text),
    "base_url": Key(None, _needed_url),
    "mode": Key(None, _one_of("polling", "webhook")),
    "proxy": Key("", _proxy),
    "messages_per_second": Key(25, _RATE),
    "per_chat_per_second": Key(1, _RATE),
    "per_chat_burst": Key(3, _COUNT),
    "per_group_per_minute": Key(20, _COUNT),
    "max_in_flight": Key(32, _whole(1, 1000)),
    "monthly_quota": Key(None, _COUNT, optional=True),
    "max_users": Key(None, _COUNT, optional=True),
}

# What a kind of channel has where the file says nothing.
KINDS: dict[str, dict[str, Any]] = {
    "telegram": {"base_url": "https://api.telegram.org", "mode": "polling"},
    "zalo": {
        "base_url": "https://bot-api.zaloplatforms.com",
        "mode": "webhook",
        "monthly_quota": 3000,
        "max_users": 50,
        "per_chat_burst": 1,  # so that answers to a burst join: each message counts there
    },
}
