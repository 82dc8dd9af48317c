"""Groups: made, left, and moved when they become supergroups. Nothing is typed here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox.telegram import incoming
from sandbox.telegram.addressing import moved_error
from sandbox.wire.calls import ApiError
from sandbox.world.faults import Fault
from sandbox.world.model import TELEGRAM, Bot, Chat, Message, Phone
from sandbox.world.world import World
from sandbox.zalo.ids import new_id

_SUPERGROUP = -1_002_000_000_000


class Groups(World):
    """Chats of several phones and one bot."""

    def add_group(
        self,
        title: str,
        members: list[Phone],
        *,
        by: Phone | None = None,
        administrators: Sequence[Phone] = (),
        bot_administers: bool = False,
        forum: bool = False,
    ) -> Chat:
        """A group of phones that talk to one bot; the first member (or `by`) made it and adds the
        bot. A forum is a supergroup with topics."""
        bot = members[0].bot
        if any(phone.bot is not bot for phone in members):
            raise ValueError("the members of a group talk to one bot")
        nth = len(self.groups) + 1
        is_telegram = bot.kind == TELEGRAM
        number = _SUPERGROUP - nth if forum else -(4_000_000_000 + nth)
        group_id: Any = number if is_telegram else new_id()
        group = Chat(group_id, "supergroup" if forum else "group", bot, None, title, list(members))
        group.creator = by or members[0]
        group.administrators, group.bot_administers = list(administrators), bot_administers
        group.topics = {} if forum else None
        bot.chats[group_id] = group
        self.groups.append(group)
        for phone in members:
            phone.groups.append(group)
        if is_telegram:
            became = "administrator" if bot_administers else "member"
            incoming.membership(self, group, by or members[0], "left", became)
        self.announce_phones()
        return group

    def add_topic(self, group: Chat, name: str) -> int:
        """A topic of a forum; its thread id, by which messages stand in it."""
        if group.topics is None:
            raise ValueError("only a forum has topics")
        group.last_message_id += 1
        group.topics[group.last_message_id] = name
        return group.last_message_id

    def remove_bot(self, group: Chat, by: Phone | None = None) -> None:
        """The bot is thrown out of a group."""
        group.bot_is_member = False
        self.announce_phones()
        if group.bot.kind != TELEGRAM:
            return
        incoming.membership(self, group, by or group.members[0], "member", "kicked")

    def move_group(self, group: Chat, *, service_message: bool = True) -> Chat:
        """The group becomes a supergroup with a new id; with it, or silently."""
        new_chat_id = _SUPERGROUP - len(self.groups) - 1
        new = Chat(new_chat_id, "supergroup", group.bot, None, group.title, group.members)
        new.creator, new.administrators = group.creator, group.administrators
        new.bot_administers = group.bot_administers
        group.bot.chats[new_chat_id] = new
        self.groups.append(new)
        group.migrated_to = new
        for phone in new.members:
            phone.groups.append(new)
        if service_message:
            self._tell_move(group, new)
        self.announce_phones()
        return new

    def move_group_by_fault(self, fault: Fault, bot: Bot, chat_id: Any) -> ApiError:
        """The fault "moved" hits a send: the group moves now, and this is what the sender hears."""
        group = bot.chats.get(int(chat_id))
        if group is None or group.phone is not None:
            return ApiError(400, "Bad Request: chat not found")
        new = group.migrated_to
        if new is None:
            new = self.move_group(group, service_message=fault.service_message != "none")
        return moved_error(new)

    def _tell_move(self, old: Chat, new: Chat) -> None:
        for chat, extra in (
            (old, {"migrate_to_chat_id": new.id}),
            (new, {"migrate_from_chat_id": old.id}),
        ):
            chat.last_message_id += 1
            told = Message(
                chat.last_message_id,
                chat,
                chat.members[0],
                self.clock.seconds(),
                extra=extra,
            )
            chat.messages[told.id] = told
            incoming.said(self, told)
