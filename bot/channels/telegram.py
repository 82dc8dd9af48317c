"""Telegram: sends, polls, takes webhook calls. What an update or a refusal means is elsewhere."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from telegram import Bot
from telegram.error import TelegramError
from yarl import URL

from bot.channels.base import (
    ChannelDown,
    ChannelSettings,
    FetchFailed,
    GroupMoved,
    NotAnswered,
    Parcel,
    Raw,
    TryLater,
)
from bot.channels.envelope import Rejected, parsed, result_of
from bot.channels.http import AiohttpRequest
from bot.channels.reading import hashed_key
from bot.channels.telegram_outcome import REVOKED, is_about_member, outcome_of
from bot.channels.telegram_polling import Queue
from bot.channels.telegram_reading import WANTED, incoming_of, raw_of
from bot.channels.telegram_sending import Sender
from bot.channels.webhook import address, admit
from domain.delivery import Dead, Moved, Outcome, RetryAfter, Stopped
from domain.message import Incoming, Media, Text

log = logging.getLogger(__name__)

_TOKEN: Final = re.compile(r"[A-Za-z0-9:_-]+")
_SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
_WAIT: Final = 25  # seconds of one long poll
_MOST_CONFLICTS: Final = 5  # some 15 s: a killed predecessor's poll is gone by then

_NO_TOKEN: Final = "Chưa có mã truy cập của bot Telegram, hoặc mã có ký tự lạ: kiểm tra cấu hình."
_ELSEWHERE: Final = (
    "Một máy khác đang nhận tin của bot Telegram này: tắt máy kia, "
    "hoặc đặt lại mã truy cập, rồi khởi động lại."
)
_BAD_ADDRESS: Final = "Telegram không nhận địa chỉ webhook đã cấu hình ({})."


class Telegram:
    """One Telegram bot, as bot/channels/base.py asks for it."""

    kind = "telegram"

    def __init__(self, settings: ChannelSettings) -> None:
        self.name = settings.name
        self.mode = settings.mode
        self.limits = settings.limits(text=4096, buttons=True, files_out=True, replies=True)
        self._settings = settings
        # One connection polls, a few download or answer taps; none of them waits for a sender.
        self._request = AiohttpRequest(
            connections=settings.max_in_flight + 16, proxy=settings.proxy
        )
        base = settings.base_url.rstrip("/")
        self._bot = Bot(
            settings.token or "none",
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )
        self._date_url = URL(f"{base}/bot")
        self._get_updates = URL(f"{base}/bot{settings.token}/getUpdates")
        self._get_member = URL(f"{base}/bot{settings.token}/getChatMember")
        self._sender = Sender(
            self._bot, self._request, URL(f"{base}/bot{settings.token}/sendMessage")
        )
        self._queue = Queue()
        self._conflicts = 0
        self._failures = 0
        self._user_name = ""

    async def called(self) -> str:
        """As Channel.called; TryLater when Telegram cannot be reached now."""
        return await self._introduced(also=None)

    async def start(self) -> str:
        """As Channel.start; TryLater when Telegram cannot be reached now."""
        return await self._introduced(also=self._set_webhook)

    async def _introduced(self, also: Callable[[], Awaitable[None]] | None) -> str:
        if not _TOKEN.fullmatch(self._settings.token):
            raise ChannelDown(_NO_TOKEN)
        try:
            await self._bot.initialize()
            self._user_name = self._bot.username
            if also is not None:
                await also()
        except TelegramError as error:
            failure = self._trouble(error)
        else:
            return self._user_name
        raise failure

    async def _set_webhook(self) -> None:
        if self.mode != "webhook":
            await self._clear_webhook()
            return
        now = await self._bot.get_webhook_info()
        wanted = address(self._settings.webhook_url, self._settings.webhook_secret)
        if now.url != wanted or set(now.allowed_updates) != set(WANTED):
            await self._bot.set_webhook(
                wanted,
                secret_token=self._settings.webhook_secret,
                allowed_updates=list(WANTED),
            )

    async def _clear_webhook(self) -> None:
        """A webhook that was left set would answer every poll with 409, which says so itself: not
        being able to ask is no reason to stand still."""
        try:
            if (await self._bot.get_webhook_info()).url:
                await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("cannot ask for the webhook: %s", type(error).__name__)

    async def poll(self) -> list[Raw]:
        """As Channel.poll."""
        await asyncio.sleep(self._queue.pause)
        offset = self._queue.offset
        said = {"timeout": _WAIT, "limit": 100, "allowed_updates": WANTED}
        if offset is not None:
            said["offset"] = offset
        try:
            status, body = await self._request.post_json(
                self._get_updates, json.dumps(said).encode(), read_timeout=_WAIT + 10.0
            )
            updates = self._queue.take(offset, status, body)
        except TelegramError as error:
            failure = self._trouble(error)
        else:
            self._conflicts = self._failures = 0
            return updates
        raise failure

    def confirm(self, updates: list[Raw]) -> None:
        """As Channel.confirm."""
        self._queue.confirm(updates)

    def admit(self, headers: Mapping[str, str]) -> None:
        """As Channel.admit."""
        admit(headers, _SECRET_HEADER, self._settings.webhook_secret)

    def accept(self, body: bytes) -> list[Raw]:
        """As Channel.accept."""
        if not body.strip():
            return []
        try:
            return [raw_of(parsed(body))]
        except ValueError:
            whole = json.dumps(body.decode("utf-8", "surrogateescape"))
            return [Raw(hashed_key(whole), whole)]

    def read(self, raw: Mapping[str, Any]) -> Incoming:
        """As Channel.read."""
        return incoming_of(self.name, raw, self._user_name)

    def dress(self, text: Text, labels: tuple[str, ...]) -> Text:
        """The text as it is: Telegram has buttons."""
        return text

    async def send(self, parcel: Parcel) -> Outcome:
        """As Channel.send."""
        return await self._sender.send(parcel)

    async def answer_tap(self, tap_id: str, text: str = "") -> None:
        """As Channel.answer_tap."""
        try:
            await self._bot.answer_callback_query(tap_id, text[:200] or None)
        except TelegramError as error:
            log.debug("%s: a tap was not answered: %s", self.name, error)

    async def fetch(self, media: Media, target: Path, limit: int) -> None:
        """As Channel.fetch."""
        if (media.size or 0) > limit:
            raise FetchFailed("too large", final=True)
        try:
            file = await self._bot.get_file(media.ref)
        except TelegramError as error:
            final = isinstance(error, Rejected) and error.code == 400
            failure = FetchFailed(str(error), final)
        else:
            if not file.file_path:
                raise FetchFailed("no path", final=True)
            await self._request.download(file.file_path, target, limit)
            return
        raise failure

    async def administers(self, chat: str, user: str) -> bool:
        """As Channel.administers. Who is unknown to the group administers nothing."""
        asked = json.dumps({"chat_id": chat, "user_id": user}).encode()
        try:
            said = result_of(*await self._request.post_json(self._get_member, asked))
        except TelegramError as error:
            outcome = outcome_of(error)
            if isinstance(outcome, Moved):
                failure: Exception = GroupMoved(outcome.chat)
            elif is_about_member(error):
                return False
            else:
                failure = NotAnswered(str(error), isinstance(outcome, Dead | Stopped))
        else:
            return isinstance(said, dict) and said.get("status") in ("creator", "administrator")
        raise failure

    async def date(self, limit: float) -> datetime | None:
        """As Channel.date."""
        return await self._request.date_of(self._date_url, limit)

    async def close(self) -> None:
        """As Channel.close."""
        await self._request.shutdown()

    def _trouble(self, error: TelegramError) -> ChannelDown | TryLater:
        """What a failed call other than a send means for the channel."""
        self._failures += 1
        if isinstance(error, Rejected) and error.spoken:
            if error.code in (401, 404):
                return ChannelDown(REVOKED)
            if error.code == 409:
                self._conflicts += 1
                if self._conflicts >= _MOST_CONFLICTS:
                    return ChannelDown(_ELSEWHERE)
                return TryLater(2.0 ** (self._conflicts - 1), "another machine polls")
            if error.code == 400 and "webhook" in error.description.lower():
                return ChannelDown(_BAD_ADDRESS.format(error.description))
        outcome = outcome_of(error)
        pause = min(30.0, 0.5 * 2.0 ** min(self._failures, 6))
        if isinstance(outcome, RetryAfter) and isinstance(error, Rejected):
            pause = max(pause, outcome.seconds)
        return TryLater(pause, str(error) or type(error).__name__)
