"""Zalo Bot: sends, polls, takes webhook calls. What an update or a refusal means is elsewhere."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from telegram.error import TelegramError
from yarl import URL

from bot.channels.base import (
    ChannelDown,
    ChannelSettings,
    FetchFailed,
    NotAnswered,
    Parcel,
    Raw,
    TryLater,
)
from bot.channels.envelope import Rejected, parsed, result_of
from bot.channels.http import AiohttpRequest
from bot.channels.reading import as_id, hashed_key
from bot.channels.webhook import address, admit
from bot.channels.zalo_outcome import outcome_of
from bot.channels.zalo_reading import incoming_of, raw_of
from domain.delivery import Dead, Outcome, RetryAfter, Sent, Stopped, Unknown
from domain.message import Incoming, Media, Text, lines
from domain.parts import utf16, utf16_spans

log = logging.getLogger(__name__)

_TOKEN: Final = re.compile(r"[A-Za-z0-9:_.-]+")
_SECRET_HEADER: Final = "X-Bot-Api-Secret-Token"
_WAIT: Final = 25  # seconds of one long poll
_LONGEST_PAUSE: Final = 30.0
_STYLES: Final = {"bold": "b", "italic": "i"}
_LONGEST: Final = 2000  # UTF-16 units of a text or caption

_NO_TOKEN: Final = "Chưa có mã truy cập của bot Zalo, hoặc mã có ký tự lạ: kiểm tra cấu hình."
_BAD_ADDRESS: Final = "Zalo không nhận địa chỉ webhook đã cấu hình ({})."
_NOTHING: Final = "kênh Zalo không gửi được tệp"


class Zalo:
    """One Zalo bot, as bot/channels/base.py asks for it."""

    kind = "zalo"

    def __init__(self, settings: ChannelSettings) -> None:
        self.name = settings.name
        self.mode = settings.mode
        self.limits = settings.limits(text=_LONGEST, buttons=False, files_out=False, replies=False)
        self._settings = settings
        self._request = AiohttpRequest(
            connections=settings.max_in_flight + 16, proxy=settings.proxy
        )
        self._base = URL(settings.base_url.rstrip("/"))
        # Method names are case-sensitive.
        self._urls = {
            method: URL(f"{self._base}/bot{settings.token}/{method}")
            for method in (
                "getMe", "getUpdates", "getWebhookInfo", "setWebhook", "deleteWebhook",
                "sendMessage", "sendPhoto",
            )
        }  # fmt: skip
        self._failures = 0
        self._barren = 0
        self._bot_name = ""

    async def called(self) -> str:
        """As Channel.called; TryLater when Zalo cannot be reached now."""
        return await self._introduced(also=None)

    async def start(self) -> str:
        """As Channel.start; TryLater when Zalo cannot be reached now."""
        return await self._introduced(also=self._set_webhook)

    async def _introduced(self, also: Callable[[], Awaitable[None]] | None) -> str:
        if not _TOKEN.fullmatch(self._settings.token):
            raise ChannelDown(_NO_TOKEN)
        await self._request.initialize()
        try:
            me = await self._call("getMe")
            if also is not None:
                await also()
        except TelegramError as error:
            failure = self._trouble(error)
        else:
            names = me if isinstance(me, dict) else {}
            self._bot_name = str(names.get("display_name") or names.get("account_name") or "")
            return self._bot_name
        raise failure

    async def _set_webhook(self) -> None:
        """With a webhook set, polling silently yields nothing; setting one is limited per day."""
        if self.mode != "webhook":
            await self._clear_webhook()
            return
        info = await self._call("getWebhookInfo")
        now = info.get("url") if isinstance(info, dict) else ""
        wanted = address(self._settings.webhook_url, self._settings.webhook_secret)
        if now == wanted:
            return
        try:
            secret = self._settings.webhook_secret
            await self._call("setWebhook", url=wanted, secret_token=secret)
        except Rejected as error:
            if error.code != 400 or not error.spoken:
                raise
            failure = ChannelDown(_BAD_ADDRESS.format(error.description))
        else:
            return
        raise failure

    async def _clear_webhook(self) -> None:
        """Not being able to ask is no reason to stand still."""
        try:
            info = await self._call("getWebhookInfo")
            if isinstance(info, dict) and info.get("url"):
                await self._call("deleteWebhook")
        except TelegramError as error:
            log.warning("cannot ask for the webhook: %s", type(error).__name__)

    async def poll(self) -> list[Raw]:
        """As Channel.poll. Zalo forgets an update as it hands it out: store it at once."""
        if self._barren:
            await asyncio.sleep(min(_LONGEST_PAUSE, 2.0 ** (self._barren - 1)))
        body = json.dumps({"timeout": str(_WAIT)}).encode()
        try:
            answer = await self._request.post_json(
                self._urls["getUpdates"], body, read_timeout=_WAIT + 10.0
            )
            updates = updates_in(*answer)
        except Rejected as error:
            if error.code == 408:
                self._failures = self._barren = 0
                return []
            failure: ChannelDown | TryLater = self._trouble(error)
        except TelegramError as error:
            failure = self._trouble(error)
        else:
            self._failures = 0
            nameless = all(raw.update_key.startswith("?") for raw in updates)
            self._barren = self._barren + 1 if nameless else 0
            return updates
        raise failure

    def confirm(self, updates: list[Raw]) -> None:
        """Nothing: Zalo has no acknowledgement."""

    def admit(self, headers: Mapping[str, str]) -> None:
        """As Channel.admit."""
        admit(headers, _SECRET_HEADER, self._settings.webhook_secret)

    def accept(self, body: bytes) -> list[Raw]:
        """As Channel.accept. Empty bodies occur and mean nothing."""
        try:
            return updates_in(200, body) if body.strip() else []
        except Rejected:  # no call says no: this is an update that we do not know
            return [raw_of(parsed(body))]

    def read(self, raw: Mapping[str, Any]) -> Incoming:
        """As Channel.read."""
        return incoming_of(self.name, raw, self._bot_name)

    def dress(self, text: Text, labels: tuple[str, ...]) -> Text:
        """The choices as a numbered list below the text."""
        if not labels:
            return text
        numbered = (f"{number}. {label}" for number, label in enumerate(labels, 1))
        return lines(text, "", *numbered) if text else lines(*numbered)

    async def send(self, parcel: Parcel) -> Outcome:
        """As Channel.send. A picture goes by its public address; other files cannot go."""
        text = parcel.text
        try:
            if not parcel.photo_url:
                if not text:
                    return Dead(_NOTHING)
                return _sent(await self._call("sendMessage", **_said(parcel.chat, text)))
            under = text if utf16(text.plain) <= _LONGEST else Text("")
            said = {"chat_id": parcel.chat, "photo": parcel.photo_url}
            if under:
                said["caption"] = under.plain
            return _sent(await self._call("sendPhoto", **said))
        except TelegramError as error:
            return outcome_of(error)

    async def answer_tap(self, tap_id: str, text: str = "") -> None:
        """Nothing: Zalo has no buttons."""

    async def fetch(self, media: Media, target: Path, limit: int) -> None:
        """As Channel.fetch. The address came with the update; it is public and may expire."""
        if not self._may_fetch(media.ref):
            raise FetchFailed("not a secure address", final=True)
        await self._request.download(media.ref, target, limit)

    def _may_fetch(self, address: str) -> bool:
        try:
            url = URL(address)
            return url.scheme == "https" or url.origin() == self._base.origin()
        except ValueError:
            return False

    async def administers(self, chat: str, user: str) -> bool:
        """As Channel.administers: Zalo cannot be asked."""
        raise NotAnswered("Zalo does not say", final=True)

    async def date(self, limit: float) -> datetime | None:
        """As Channel.date."""
        return await self._request.date_of(self._base / "bot", limit)

    async def close(self) -> None:
        """As Channel.close."""
        await self._request.shutdown()

    async def _call(self, method: str, **said: Any) -> Any:
        body = json.dumps(said).encode()
        return result_of(*await self._request.post_json(self._urls[method], body))

    def _trouble(self, error: TelegramError) -> ChannelDown | TryLater:
        """What a failed call other than a send means for the channel."""
        self._failures += 1
        outcome = outcome_of(error)
        if isinstance(outcome, Stopped):
            return ChannelDown(outcome.reason)
        pause = min(_LONGEST_PAUSE, 0.5 * 2.0 ** min(self._failures, 6))
        if isinstance(outcome, RetryAfter) and isinstance(error, Rejected):
            pause = max(pause, outcome.seconds)
        return TryLater(pause, str(error) or type(error).__name__)


def updates_in(status: int, body: bytes) -> list[Raw]:
    """The updates in an answer or a webhook call. Raises Rejected for a refusal.

    What is not JSON is kept as text under a hash.
    """
    if not 200 <= status < 300:
        result_of(status, body)
    try:
        answer = parsed(body)
    except ValueError:
        whole = json.dumps(body.decode("utf-8", "surrogateescape"))
        return [Raw(hashed_key(whole), whole)]
    if isinstance(answer, dict) and answer.get("ok") is False:
        result_of(status, body)
    inside = answer.get("result") if isinstance(answer, dict) and "ok" in answer else answer
    if isinstance(inside, list):
        return [raw_of(update) for update in inside]
    return [raw_of(inside)] if inside else []


def _said(chat: str, text: Text) -> dict[str, Any]:
    said: dict[str, Any] = {"chat_id": chat, "text": text.plain}
    styles = [
        {"start": start, "len": size, "st": [_STYLES[style]]}
        for start, size, style in (utf16_spans(text) if text.spans else ())
        if style in _STYLES
    ]
    if styles:
        said["text_styles"] = styles
    return said


def _sent(result: Any) -> Outcome:
    number = as_id(result.get("message_id")) if isinstance(result, dict) else ""
    return Sent((number,)) if number else Unknown("no message id")
