"""One parcel to Telegram and what became of it. Texts are posted directly: it costs a quarter."""

from __future__ import annotations

import json
from typing import Any, Final

from telegram import Bot, InlineKeyboardMarkup, MessageEntity, ReplyParameters
from telegram.error import TelegramError
from yarl import URL

from bot.channels.base import Parcel
from bot.channels.envelope import result_of
from bot.channels.http import AiohttpRequest
from bot.channels.telegram_outcome import is_about_spans, is_about_thread, outcome_of
from domain.delivery import Dead, Outcome, Sent, Unknown
from domain.message import Text
from domain.parts import utf16, utf16_spans

CAPTION: Final = 1024  # UTF-16 units under a picture or file
MOST_SPANS: Final = 100
_SHORT: Final = 14  # characters of a label that may share its row
_STYLES: Final = {"bold": "bold", "italic": "italic"}
_NO_FILE: Final = "tệp kèm theo không còn trên máy chủ"
_NO_PREVIEW: Final = {"is_disabled": True}


class Sender:
    """Sends through one bot."""

    def __init__(self, bot: Bot, request: AiohttpRequest, send_message: URL) -> None:
        self._bot = bot
        self._request = request
        self._send_message = send_message

    async def send(self, parcel: Parcel) -> Outcome:
        """As Channel.send. Pictures and files come before a text too long for their caption."""
        if parcel.photo is None and parcel.document is None:
            return await self._text(parcel, parcel.text)
        ids: list[str] = []
        under = parcel.text if utf16(parcel.text.plain) <= CAPTION else Text("")
        kinds = [kind for kind in ("photo", "document") if getattr(parcel, kind) is not None]
        for kind in kinds:
            last = kind == kinds[-1]
            outcome = await self._file(parcel, kind, under if last else Text(""))
            if not isinstance(outcome, Sent):
                return _half(outcome, ids)
            ids += outcome.message_ids
        if parcel.text and not under:
            outcome = await self._text(parcel, parcel.text)
            if not isinstance(outcome, Sent):
                return _half(outcome, ids)
            ids += outcome.message_ids
        return Sent(tuple(ids))

    async def _text(self, parcel: Parcel, text: Text) -> Outcome:
        said: dict[str, Any] = {
            "chat_id": _chat(parcel.chat),
            "text": text.plain,
            "link_preview_options": _NO_PREVIEW,
        }
        spans = entities(text)
        if spans:
            said["entities"] = spans
        if parcel.buttons:
            said["reply_markup"] = {"inline_keyboard": keyboard(parcel.buttons)}
        if parcel.reply_to and parcel.reply_to.isdigit():
            said["reply_parameters"] = {
                "message_id": int(parcel.reply_to),
                "allow_sending_without_reply": True,
            }
        if parcel.thread and parcel.thread.isdigit():
            said["message_thread_id"] = int(parcel.thread)
        return await self._post_once_more(said)

    async def _post_once_more(self, said: dict[str, Any]) -> Outcome:
        """Styles that are refused and a topic that is gone are left out, each once."""
        while True:
            try:
                return _sent(await self._post(said))
            except TelegramError as error:
                if "entities" in said and is_about_spans(error):
                    del said["entities"]
                elif "message_thread_id" in said and is_about_thread(error):
                    del said["message_thread_id"]
                else:
                    return outcome_of(error)

    async def _post(self, said: dict[str, Any]) -> Any:
        body = json.dumps(said).encode()
        return result_of(*await self._request.post_json(self._send_message, body))

    async def _file(self, parcel: Parcel, kind: str, under: Text) -> Outcome:
        path = getattr(parcel, kind)
        carried: dict[str, Any] = {}
        if under:
            carried["caption"] = under.plain
            carried["caption_entities"] = [MessageEntity(**span) for span in entities(under)]
        if parcel.buttons and (under or not parcel.text):
            markup = {"inline_keyboard": keyboard(parcel.buttons)}
            carried["reply_markup"] = InlineKeyboardMarkup.de_json(markup, None)
        if parcel.reply_to and parcel.reply_to.isdigit():
            carried["reply_parameters"] = ReplyParameters(
                int(parcel.reply_to), allow_sending_without_reply=True
            )
        if parcel.thread and parcel.thread.isdigit():
            carried["message_thread_id"] = int(parcel.thread)
        send = self._bot.send_photo if kind == "photo" else self._bot.send_document
        name = parcel.file_name if kind == "document" and parcel.file_name else path.name
        try:
            with path.open("rb") as file:
                said = await send(_chat(parcel.chat), file, filename=name, **carried)
        except TelegramError as error:
            return outcome_of(error)
        except OSError:
            return Dead(_NO_FILE)
        except (KeyError, TypeError, ValueError, AttributeError):
            return Unknown("odd answer")  # the library could make no message of it
        return Sent((str(said.message_id),))


def entities(text: Text) -> list[dict[str, Any]]:
    """The spans as Telegram's message entities, in UTF-16 units."""
    if not text.spans:
        return []
    return [
        {"type": _STYLES[style], "offset": start, "length": size}
        for start, size, style in utf16_spans(text)[:MOST_SPANS]
        if style in _STYLES
    ]


def keyboard(buttons: tuple[tuple[str, str], ...]) -> list[list[dict[str, str]]]:
    """One button a row; two short ones share one."""
    rows: list[list[dict[str, str]]] = []
    room = False
    for label, data in buttons:
        button = {"text": label, "callback_data": data}
        short = len(label) <= _SHORT
        if room and short:
            rows[-1].append(button)
            room = False
        else:
            rows.append([button])
            room = short
    return rows


def _chat(chat: str) -> int | str:
    return int(chat) if chat.removeprefix("-").isdecimal() else chat


def _sent(result: Any) -> Outcome:
    number = result.get("message_id") if isinstance(result, dict) else None
    return Sent((str(number),)) if isinstance(number, int) else Unknown("no message id")


def _half(outcome: Outcome, ids: list[str]) -> Outcome:
    """After a part has gone, trying again whole would say it twice: nobody knows how it stands."""
    return Unknown("a part of it was sent") if ids else outcome
