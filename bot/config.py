"""The configuration: read, checked whole, and every mistake said at once. Opens no connection."""

from __future__ import annotations

import os
import re
import shlex
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.channels.base import ChannelSettings
from bot.config_keys import CHANNEL_KEYS, KINDS, SECTIONS, Key
from bot.trouble import trouble
from domain.committee import Committee, Digests, Reminders, Retention
from domain.reminder import Step

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class ConfigError(Exception):
    """All mistakes, one plain sentence each; none of them shows a secret."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Config:
    """The checked configuration. Secrets show themselves to nobody."""

    committee: Committee
    data_dir: Path
    web_host: str
    web_port: int
    public_url: str
    clock_url: str
    heartbeat_url: str
    file_limit: int
    channels: tuple[ChannelSettings, ...] = field(repr=False)


def load(path: Path, *, tokens: bool = True) -> Config:
    """Reads and checks `path` and the environment. Raises ConfigError with every mistake.

    Without `tokens` none is needed: for commands that speak to no platform.
    """
    try:
        # -sig: editors on Windows begin a file with a mark of its encoding.
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError(
            [f"Không có tệp cấu hình {path}. Hãy chạy: python -m bot init."]
        ) from None
    except OSError as failure:
        raise ConfigError([trouble(failure)]) from None
    except UnicodeDecodeError:
        raise ConfigError([f"Tệp cấu hình {path} phải lưu ở dạng UTF-8."]) from None
    except tomllib.TOMLDecodeError as failure:
        place = re.search(r"at line \d+, column \d+", str(failure))
        where = place.group().replace("at line", "dòng").replace("column", "cột") if place else ""
        raise ConfigError(
            [f"Tệp cấu hình {path} viết sai cú pháp TOML ({where or 'ở cuối tệp'})."]
        ) from None
    return check(given, os.environ, path.parent, tokens=tokens)


def check(
    given: dict[str, Any], environment: Mapping[str, str], base: Path, *, tokens: bool = True
) -> Config:
    """Turns a parsed file into a Config; relative paths start at `base`."""
    return _Checking(given, dict(environment), base, tokens).config()


def is_token(token: str) -> bool:
    """Whether it can be an access token of a bot at all."""
    return len(token) >= 8 and not re.search(r"[\s/]", token)


def token_variable(channel: str) -> str:
    """The environment variable that may hold a channel's token."""
    return f"DONDOC_CHANNELS__{channel.upper()}__TOKEN"


class _Checking:
    """Collects mistakes while it goes through the tables of bot/config_keys.py."""

    def __init__(
        self, given: dict[str, Any], environment: dict[str, str], base: Path, tokens: bool
    ) -> None:
        self.given = given
        self.tokens = tokens
        self.environment = environment
        self.base = base
        self.mistakes: list[str] = []

    def config(self) -> Config:
        for name in self.given:
            if name != "channels" and name not in SECTIONS:
                self.mistakes.append(f"[{name}]: không có mục này.")
        values = {
            section: self._section(f"[{section}]", keys, self.given.get(section, {}), (section,))
            for section, keys in SECTIONS.items()
        }
        channels = self._channels(values["service"], values["web"])
        self._variables()
        committee = self._committee(values)
        if self.mistakes or committee is None:
            raise ConfigError(self.mistakes)
        service, web = values["service"], values["web"]
        return Config(
            committee=replace(
                committee,
                seats={one.name: one.max_users for one in channels if one.max_users is not None},
            ),
            data_dir=(self.base / service["data_dir"]).resolve(),
            web_host=web["host"],
            web_port=web["port"],
            public_url=web["public_url"].rstrip("/"),
            clock_url=service["clock_url"],
            heartbeat_url=service["heartbeat_url"],
            file_limit=service["file_limit_mb"] * 1_000_000,
            channels=channels,
        )

    def _section(
        self, name: str, keys: dict[str, Key], given: Any, path: tuple[str, ...]
    ) -> dict[str, Any]:
        if not isinstance(given, dict):
            self.mistakes.append(f"{name}: phải là một mục có các khóa bên trong.")
            given = {}
        for unknown in given.keys() - keys.keys():
            self.mistakes.append(f"{name} {unknown}: không có khóa này.")
        values = {}
        for key, rule in keys.items():
            value = given.get(key, rule.default)
            variable = "DONDOC_" + "__".join((*path, key)).upper()
            if variable in self.environment:
                value = rule.from_text(self.environment[variable])
            if mistake := rule.mistake(value):
                self.mistakes.append(f"{name} {key}: {mistake}")
                value = rule.default
            values[key] = value
        return values

    def _variables(self) -> None:
        """A variable that fits no key is a slip, and would change nothing silently."""
        tables = self.given.get("channels", {})
        keys = {(section, key) for section, known in SECTIONS.items() for key in known}
        if isinstance(tables, dict):
            keys |= {("channels", f"{name}__{key}") for name in tables for key in CHANNEL_KEYS}
        known = {f"DONDOC_{section}__{key}".upper() for section, key in keys}
        for name in sorted(self.environment.keys() - known):
            token = name.startswith("DONDOC_CHANNELS__") and name.endswith("__TOKEN")
            if re.match(r"DONDOC_[A-Z]+__", name) and not token:
                self.mistakes.append(f"{name}: không có khóa này.")

    def _channels(
        self, service: dict[str, Any], web: dict[str, Any]
    ) -> tuple[ChannelSettings, ...]:
        tables = self.given.get("channels", {})
        if not isinstance(tables, dict) or not tables:
            self.mistakes.append("[channels]: cần ít nhất một kênh, Zalo hoặc Telegram.")
            return ()
        found = [self._channel(name, table, service, web) for name, table in tables.items()]
        bots = [(one.kind, one.token) for one in found if one.token]
        for kind in sorted({kind for kind, token in bots if bots.count((kind, token)) > 1}):
            self.mistakes.append(f"[channels]: hai kênh {kind} dùng chung một mã truy cập.")
        return tuple(found)

    def _channel(
        self, name: str, table: Any, service: dict[str, Any], web: dict[str, Any]
    ) -> ChannelSettings:
        where = f"[channels.{name}]"
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,30}", name):
            self.mistakes.append(f"{where}: tên kênh chỉ gồm chữ thường, số và gạch dưới.")
        values = self._section(where, CHANNEL_KEYS, table, ("channels", name))
        kind = values["kind"]
        defaults = KINDS.get(kind, {})
        for key, default in defaults.items():
            if values[key] is None:
                values[key] = default
        base_url = values["base_url"] or ""
        parts = urlsplit(base_url)
        if service["clock_url"] and parts.hostname not in _LOOPBACK:
            self.mistakes.append(
                f"{where} base_url: [service] clock_url chỉ dùng khi mọi kênh ở trên máy này."
            )
        if values["mode"] == "webhook" and not web["public_url"]:
            self.mistakes.append(f"{where} mode: webhook cần có [web] public_url.")
        return ChannelSettings(
            name=name,
            kind=kind or "",
            token=self._token(where, name, values) if self.tokens else "",
            base_url=base_url.rstrip("/"),
            mode=values["mode"] or "polling",
            proxy=values["proxy"],
            messages_per_second=values["messages_per_second"],
            per_chat_per_second=values["per_chat_per_second"],
            per_chat_burst=values["per_chat_burst"],
            per_group_per_minute=values["per_group_per_minute"],
            max_in_flight=values["max_in_flight"],
            monthly_quota=values["monthly_quota"],
            max_users=values["max_users"],
            webhook_url=f"{web['public_url'].rstrip('/')}/webhook/{name}"
            if values["mode"] == "webhook"
            else "",
        )

    def _token(self, where: str, name: str, values: dict[str, Any]) -> str:
        """From token_file, a systemd credential, or the environment, in this order."""
        if values["token_file"]:
            path = self.base / values["token_file"]
            token: str
            try:
                mode = path.stat().st_mode
                token = path.read_text(encoding="utf-8-sig").strip()
            except (OSError, UnicodeDecodeError):
                self.mistakes.append(f"{where} token_file: không đọc được tệp {path}.")
                return ""
            if stat.S_IMODE(mode) & 0o077:
                self.mistakes.append(
                    f"{where} token_file: tệp {path} người khác cũng đọc được; "
                    f"hãy chạy: chmod 600 {shlex.quote(str(path))}."
                )
        else:
            credentials = self.environment.get("CREDENTIALS_DIRECTORY", "")
            credential = Path(credentials) / f"{name}-token"
            if credentials and credential.is_file():
                token = credential.read_text(encoding="utf-8").strip()
            else:
                token = self.environment.get(token_variable(name), "").strip()
        if not token:
            self.mistakes.append(
                f"{where}: chưa có mã truy cập của bot; ghi vào token_file hoặc biến môi trường "
                f"{token_variable(name)}."
            )
        elif not is_token(token):
            self.mistakes.append(f"{where}: mã truy cập của bot không đúng dạng.")
        return token

    def _check_hours(self, reminders: dict[str, Any], digest: dict[str, Any]) -> None:
        """Hours at which nobody would ever be written to are a mistake, not a quiet service."""
        if reminders["day_starts"] >= reminders["day_ends"]:
            self.mistakes.append("[reminders] day_starts: phải trước day_ends.")
            return
        for section, hour in (("reminders", reminders["hour"]), ("digest", digest["hour"])):
            if hour >= reminders["day_ends"]:
                self.mistakes.append(f"[{section}] hour: phải trước [reminders] day_ends.")

    def _committee(self, values: dict[str, dict[str, Any]]) -> Committee | None:
        service, reminders = values["service"], values["reminders"]
        digest, retention = values["digest"], values["retention"]
        for step in reminders["ladder"]:
            try:
                Step.parse(step)
            except ValueError:
                self.mistakes.append(
                    f'[reminders] ladder: "{step}" phải có dạng "-7d", "-3wd", "0d", "+1wd".'
                )
        self._check_hours(reminders, digest)
        try:
            zone = ZoneInfo(service["timezone"])
        except (ZoneInfoNotFoundError, ValueError):
            self.mistakes.append("[service] timezone: không có múi giờ này.")
            return None
        return Committee(
            name=service["committee"],
            voice=service["voice"] or service["committee"],
            address=service["address"],
            language=service["locale"],
            zone=zone,
            cut_off_day=service["cut_off_day"],
            reminders=Reminders(
                ladder=tuple(reminders["ladder"]),
                hour=time.fromisoformat(reminders["hour"]),
                day_starts=time.fromisoformat(reminders["day_starts"]),
                day_ends=time.fromisoformat(reminders["day_ends"]),
            ),
            digest=Digests(
                hour=time.fromisoformat(digest["hour"]),
                cadence=digest["cadence"],
                weekday=digest["weekday"],
            ),
            retention=Retention(
                inbox_days=retention["inbox_days"], outbox_days=retention["outbox_days"]
            ),
        )
